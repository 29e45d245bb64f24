"""All that a visit may and may not: the rules, free times, booking and moving, the desk, handing over, and writing."""
