"""The list of a day: today in sections, by what has to be done next; any other day in the order of the clock."""

from datetime import datetime, timedelta

from app import clock
from app.visits import details

SOON = timedelta(hours=1)       # what begins within this time from now is next
TITLES = {'here': 'Here now', 'late': 'Late', 'next': 'Next', 'later': 'Later', 'done': 'Done'}


def line(row: dict, now: datetime, unfitting: dict | None = None) -> dict:
    """A visit as a line of the list: its row with age and phone_link, and

        kind, minute    'visit', and when it begins (minutes of its day)
        unfitting       an entry of not_fitting.list_of_day(), where it no longer fits

    and what timing() gives. now: local.
    """
    return {**details.described(row, row['starts_at']), **timing(row, now), 'kind': 'visit',
            'minute': _minute(row['starts_at']), 'unfitting': unfitting}


def timing(visit: dict, now: datetime) -> dict:
    """How a visit (status, starts_at, arrived_utc) stands to the clock, in whole minutes; None where that says nothing.

        late_by         since when the patient should have been here
        waiting         since when they have been here
    """
    is_late = visit['status'] == 'booked' and visit['starts_at'].date() == now.date() and visit['starts_at'] < now
    since = visit['arrived_utc'] if visit['status'] == 'arrived' else None
    return {'late_by': _minutes(visit['starts_at'], now) if is_late else None,
            'waiting': _minutes(clock.to_local(since), now) if since else None}


def between(row: dict) -> dict:
    """A break or time off, a row of availability/list_frame, as a line: kind, minute, and what the row has."""
    return {**row, 'minute': row['starts_minute']}


def sections(lines: list[dict], now: datetime) -> list[dict]:
    """Today's lines by what has to be done: dicts with name, title, count (of visits) and lines, ordered as TITLES.

    A visit stays under "late" until it has an outcome. Breaks that are over are left out. What is next begins within
    SOON; where nothing does, it is what begins first.
    """
    ahead = [each['minute'] for each in lines if each['kind'] == 'visit' and _place(each, now, 24 * 60) == 'next']
    soon = max(_minute(now + SOON), min(ahead, default=0)) if (now + SOON).date() == now.date() else 24 * 60
    found = {name: [] for name in TITLES}
    for each in sorted(lines, key=lambda each: each['minute']):
        place = _place(each, now, soon)
        if place:
            found[place].append(each)
    return [{'name': name, 'title': TITLES[name], 'lines': part,
             'count': sum(each['kind'] == 'visit' for each in part)} for name, part in found.items() if part]


def _place(each, now, soon):
    """The section of a line, or None for a break that is over. soon: the last minute of what is next."""
    if each['kind'] != 'visit':
        if each['ends_minute'] <= _minute(now):
            return None
    elif each['status'] == 'arrived':
        return 'here'
    elif each['status'] != 'booked':
        return 'done'
    elif each['late_by'] is not None:
        return 'late'
    return 'next' if each['minute'] <= soon else 'later'


def _minute(moment):
    return moment.hour * 60 + moment.minute


def _minutes(since, until):
    return max((until - since) // timedelta(minutes=1), 0)
