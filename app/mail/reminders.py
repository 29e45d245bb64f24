"""Reminders: queued when they are due, by every worker's loop and by `python clinic.py remind`."""

from app import clock, database


def queue() -> int:
    """Queue the reminders that are due and were not queued yet; how many. Their lead time is one of the settings."""
    return database.change('notifications/insert_reminders', now=clock.now(), now_utc=clock.now_utc())
