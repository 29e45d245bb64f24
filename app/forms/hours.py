"""The forms about when somebody works: the week, the length of a slot, time off."""

from datetime import date, datetime, time, timedelta

from app.forms import fields, times
from app.written import DAYS

SLOTS = [str(minutes) for minutes in range(5, 65, 5)]


def read_week(form: dict, today: date) -> dict:
    """valid_from (today or later) and blocks: [{weekday, starts_minute, ends_minute, breaks: [(start, end)…]}…].

    Fields: valid_from, hours_0 … hours_6 and breaks_0 … breaks_6 (Monday to Sunday), as times.read_stretches() takes
    them; as_monday ticked gives Tuesday to Friday what Monday has. Raises Refused.
    """
    read = fields.Reader(form)
    valid_from = read.day('valid_from', earliest=today,
                          outside='Please choose today or a later day.')
    like_monday = range(1, 5) if read.ticked('as_monday') else ()
    days = {weekday: _read_day(read, weekday) for weekday in range(7) if weekday not in like_monday}
    blocks = [{'weekday': weekday, **block} for weekday in range(7) for block in days.get(weekday, days[0])]
    return read.checked({'valid_from': valid_from, 'blocks': blocks})


def _read_day(read, weekday):
    """The blocks of one weekday, each with its breaks; [] where they cannot be read.

    Stretches that touch are one: no visit could go on from the one into the other.
    """
    hours, breaks = (_stretches(read, f'{what}_{weekday}', weekday) for what in ('hours', 'breaks'))
    if hours is None or breaks is None:
        return []
    blocks = [{'starts_minute': start, 'ends_minute': end, 'breaks': []} for start, end in times.joined(hours)]
    for start, end in breaks:
        around = [block for block in blocks if block['starts_minute'] <= start and end <= block['ends_minute']]
        if around:
            around[0]['breaks'].append((start, end))
        else:
            read.refuse(f'breaks_{weekday}', f'{DAYS[weekday]}: the break {times.plain(start, end)} is not within the '
                        'working hours. Time between two periods of work needs no break.')
            return []
    return blocks


def _stretches(read, name, weekday):
    typed = read.text(name, longest=200, required=False)
    try:
        return None if typed is None else times.read_stretches(typed)
    except times.Unreadable as wrong:
        return read.refuse(name, f'{DAYS[weekday]}: {wrong}')


def read_slot_length(form: dict) -> int:
    """How many minutes lie between two starts: 5 to 60 in steps of 5. Raises Refused."""
    read = fields.Reader(form)
    return int(read.checked(read.choice('slot_minutes', SLOTS)))


def read_first_day(form: dict) -> date:
    """valid_from: the day with which a change of hours begins. Raises Refused."""
    read = fields.Reader(form)
    return read.checked(read.day('valid_from'))


def read_time_off(form: dict, today: date) -> dict:
    """starts_at, ends_at (local) and reason, from first_day, last_day, from_time and until_time. Raises Refused.

    No last day: the first one. No times: whole days. It may have begun up to a year ago: somebody fell ill yesterday.
    """
    read = fields.Reader(form)
    bounds = {'earliest': today - timedelta(days=366), 'latest': today + timedelta(days=1098),
              'outside': 'Please choose a day from a year ago until three years ahead.'}
    first = read.day('first_day', **bounds)
    last = read.last_day('last_day', first, **bounds) or first
    starts = read.parsed('from_time', times.read_time, required=False) or 0
    ends = read.parsed('until_time', times.read_end, required=False) or times.DAY
    reason = read.text('reason', longest=200, required=False)
    read.checked()
    starts_at, ends_at = (datetime.combine(day, time()) + timedelta(minutes=minute)
                          for day, minute in ((first, starts), (last, ends)))
    if ends_at <= starts_at:
        read.refuse('until_time', 'The end must be after the beginning.')
    return read.checked({'starts_at': starts_at, 'ends_at': ends_at, 'reason': reason})
