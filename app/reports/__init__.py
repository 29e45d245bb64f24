"""Figures: what was done in a period, how rooms are used, and what needs attention now."""
