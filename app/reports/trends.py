"""The numbers of the day and of the week so far, each beside the same stretch of last week."""

from datetime import datetime, timedelta
from typing import NamedTuple

from app import clock, database
from app.written import DAYS, Written

A_WEEK = timedelta(days=7)


class Number(NamedTuple):
    """What a number is (label), its count, the count of a week before, and when that was (in words)."""

    label: str
    count: int
    before: int
    when: str
    page: str

    @property
    def percent(self) -> int | None:
        """By how much it has grown, rounded; negative where it has shrunk, None where there was nothing to grow."""
        return round(100 * (self.count - self.before) / self.before) if self.before else None


def numbers(counts: dict, now: datetime, written: Written) -> list[Number]:
    """Four numbers, two statements. counts: a row of reports/find_dashboard_counts. now: on the clinic's clock.

    The week so far is compared with last week until the same weekday and time: a week that is half over is not held
    against a whole one. Today, whose visits are all booked by now or hardly, is compared with the whole day.
    """
    today = now.replace(hour=0, minute=0, second=0, microsecond=0)
    monday = today - timedelta(days=today.weekday())
    this, last = _stretch(monday, now), _stretch(monday - A_WEEK, now - A_WEEK)
    until = f'last week until {DAYS[now.weekday()][:3]}, {written.time(now)}'
    this_week = f'/admin/appointments?from_day={monday:%Y-%m-%d}&until_day={today:%Y-%m-%d}'
    return [Number('Visits today', counts['today'], counts['today_last_week'], f'last {DAYS[now.weekday()]}', '/staff'),
            Number('Visits this week so far', this['visits'], last['visits'], until, this_week),
            Number('Bookings this week', this['bookings'], last['bookings'], until, '/admin/reports'),
            Number('Cancelled or no-show', this['missed'], last['missed'], until, '/admin/reports#missed')]


def _stretch(from_at, until_at):
    row = database.one('reports/find_stretch', from_at=from_at, until_at=until_at,
                       from_utc=clock.to_utc(from_at), until_utc=clock.to_utc(until_at))
    return {name: int(number) for name, number in row.items()}
