"""The form that closes the clinic on some days."""

from datetime import date, timedelta

from app.forms import fields

LONGEST = 366               # days


def read_closure(form: dict, today: date) -> dict:
    """first_day (today or later), last_day (empty: the first day), reason. Raises Refused."""
    read, latest = fields.Reader(form), today + timedelta(days=3 * 366)
    first = read.day('first_day', earliest=today, latest=latest,
                     outside='Please choose a day from today on, at most three years ahead.')
    last = read.last_day('last_day', first, latest=latest + timedelta(days=LONGEST),
                         outside='Please choose a day at most four years ahead.') or first
    if first and (last - first).days >= LONGEST:
        read.refuse('last_day', f'Please close at most {LONGEST} days at once.')
    return read.checked({'first_day': first, 'last_day': last, 'reason': read.text('reason', longest=200)})
