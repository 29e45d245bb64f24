"""The forms about when somebody works: the week, extra hours, the length of a slot, time off.

A day of the week is said in one of two ways: by a tick and times (works_0, from_0_1, until_0_1, break_from_0_1,
break_until_0_1; the second number counts the day's rows), or as text (hours_0 and breaks_0, such as 9-12, 13-17). Where
two weeks take turns, the second one's fields begin with other_. app/forms/week_fields.py fills these fields.
"""

from datetime import date, datetime, time, timedelta

from app.clinic import hours, weeks
from app.forms import fields, times, week_fields
from app.written import DAYS

SLOTS = [str(minutes) for minutes in range(5, 65, 5)]
TOO_FAR = 'Please choose a day within the next two years.'


def read_week(form: dict, today: date) -> dict:
    """valid_from (today or later) and blocks: [{weekday, fortnight, starts_minute, ends_minute, breaks: [(start,
    end)…]}…].

    as_monday ticked gives Tuesday to Friday what Monday has; alternates ticked reads two weeks. Raises Refused, also
    where no day is in the form.
    """
    read = fields.Reader(form)
    valid_from = _soon(read, 'valid_from', today)
    if not week_fields.has_days(form):
        read.refuse('', 'This form has no days in it, so nothing was saved. Please open the page again.')
    first = _read_days(read, '')
    blocks = weeks.together(first, _read_days(read, week_fields.OTHER)) if read.ticked('alternates') else first
    return read.checked({'valid_from': valid_from, 'blocks': blocks})


def _soon(read, name, today):
    """A day from today on, within the next two years."""
    found = read.day(name, earliest=today, outside='Please choose today or a later day.')
    return read.refuse(name, TOO_FAR) if found and found > today + hours.LONGEST else found


def _read_days(read, prefix):
    """The blocks of one week whose fields begin with the prefix."""
    like_monday = range(1, 5) if read.ticked('as_monday') else ()
    days = {weekday: _read_day(read, prefix, weekday) for weekday in range(7) if weekday not in like_monday}
    return [{'weekday': weekday, 'fortnight': None, **block}
            for weekday in range(7) for block in days.get(weekday, days[0])]


def _read_day(read, prefix, weekday):
    """The blocks of one weekday, each with its breaks; [] where they cannot be read, or it is a day off.

    Stretches that touch are one: no visit could go on from the one into the other.
    """
    worked = _periods(read, f'{prefix}hours_{weekday}', prefix, weekday)
    breaks = _breaks(read, f'{prefix}breaks_{weekday}', prefix, weekday)
    if worked is None or breaks is None:
        return []
    blocks = [{'starts_minute': start, 'ends_minute': end, 'breaks': []} for start, end in times.joined(worked)]
    for start, end in breaks:
        around = [block for block in blocks if block['starts_minute'] <= start and end <= block['ends_minute']]
        if around:
            around[0]['breaks'].append((start, end))
        else:
            read.refuse(f'{prefix}breaks_{weekday}', f'{DAYS[weekday]}: the break {times.plain(start, end)} is not '
                        'within the working hours. Time between two periods of work needs no break.')
            return []
    return blocks


def _periods(read, name, prefix, weekday):
    """When somebody works on a weekday, as text or by its fields; None where that cannot be read."""
    if name in read.form:
        return _stretches(read, name, DAYS[weekday], times.read_stretches)
    day = week_fields.day(read.form, prefix, weekday)
    if day['is_off']:
        return []
    found = _stretches(read, name, DAYS[weekday], lambda _: times.paired(day['periods']))
    if found == []:
        read.refuse(name, f'{DAYS[weekday]}: please fill in the times, or untick the day.')
    return found


def _breaks(read, name, prefix, weekday):
    if name in read.form or f'{prefix}hours_{weekday}' in read.form:
        return _stretches(read, name, DAYS[weekday], times.read_stretches)
    day = week_fields.day(read.form, prefix, weekday)
    return [] if day['is_off'] else \
        _stretches(read, name, DAYS[weekday], lambda _: times.paired(day['breaks']))


def _stretches(read, name, day, parse):
    typed = read.text(name, longest=200, required=False)
    try:
        return None if typed is None else parse(typed)
    except times.Unreadable as wrong:
        return read.refuse(name, f'{day}: {wrong}')


def read_extra(form: dict, today: date) -> dict:
    """first_day, last_day (the same, or whole weeks later) and block (as of read_week()), of extra hours.

    Fields: first_day, last_day, from_time, until_time, break_from, break_until. Raises Refused.
    """
    read = fields.Reader(form)
    first = _soon(read, 'first_day', today)
    last = read.last_day('last_day', first, latest=today + hours.LONGEST, outside=TOO_FAR)
    starts, ends = read.parsed('from_time', times.read_time), read.parsed('until_time', times.read_end)
    pause = _pair(read, 'break_until', form.get('break_from', ''), form.get('break_until', ''))
    read.checked()
    if ends <= starts:
        read.refuse('until_time', 'The end must be after the beginning.')
    elif any(start < starts or end > ends for start, end in pause):
        read.refuse('break_from', 'The break must be within the hours.')
    last = last - timedelta(days=(last - first).days % 7) if last else first
    return read.checked({'first_day': first, 'last_day': last, 'block': {
        'weekday': first.weekday(), 'fortnight': None, 'starts_minute': starts, 'ends_minute': ends,
        'breaks': pause}})


def _pair(read, name, first, second):
    try:
        return times.paired([(first, second)])
    except times.Unreadable as wrong:
        return read.refuse(name, str(wrong))


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
