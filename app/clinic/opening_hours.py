"""When the clinic is open, as patients read it: the hours in which somebody works whom they can book."""

import itertools
from datetime import date, timedelta

from app import database

A_WEEK = timedelta(days=7)


def of_week(first_day: date) -> list[dict]:
    """The seven days from first_day on, Monday first, neighbours with the same hours in one: dicts with days (one date
    or more) and stretches, pairs of minutes since midnight; none on a day when the clinic is closed.
    """
    rows = database.rows('calendar/list_opening_hours', from_day=first_day, end_day=first_day + A_WEEK)
    stretches = {day: [(row['starts_minute'], row['ends_minute']) for row in of_day]
                 for day, of_day in itertools.groupby(rows, lambda row: row['day'])}
    days = sorted((first_day + timedelta(days=number) for number in range(7)), key=date.weekday)
    return [{'days': list(same), 'stretches': hours}
            for hours, same in itertools.groupby(days, lambda day: stretches.get(day, []))]
