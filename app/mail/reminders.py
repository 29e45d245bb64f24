"""Reminders: queued when they are due, by every worker's loop and by `python clinic.py remind`."""

from datetime import timedelta

from app import clock, database

LONGEST = timedelta(days=30)        # the longest lead time that the settings take


def queue() -> int:
    """Queue the reminders that are due and were not queued yet; how many. Their lead time is one of the settings.

    Where clocks change within the month ahead, the visits before and after it are taken apart: a reminder is of use
    until its visit begins, and that moment in UTC depends on the side.
    """
    now_utc = clock.now_utc()
    return sum(database.change('notifications/insert_reminders', now=clock.now(), now_utc=now_utc, from_at=start,
                               until_at=end, offset_minutes=offset // timedelta(minutes=1))
               for start, end, offset in clock.offsets(now_utc, now_utc + LONGEST + timedelta(days=1)))
