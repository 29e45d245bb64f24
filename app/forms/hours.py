"""The forms about when somebody works: the week, the length of a slot, time off, and their profile."""

from datetime import date, datetime, time, timedelta

from app.forms import fields, times
from app.written import DAYS

SLOTS = [str(minutes) for minutes in range(5, 65, 5)]


def read_week(form: dict, today: date) -> dict:
    """valid_from (today or later) and blocks: [{weekday, starts_minute, ends_minute, breaks: [(start, end)…]}…].

    Fields: valid_from, hours_0 … hours_6 and breaks_0 … breaks_6 (Monday to Sunday), as times.read_stretches() takes
    them; as_monday ticked gives Tuesday to Friday what Monday has. Raises Refused.
    """
    errors, blocks = {}, []
    valid_from = fields.day(form, 'valid_from', errors, earliest=today,
                            outside='Hours can change from today on: please choose today or a later day.')
    for weekday in range(7):
        source = 0 if 0 < weekday < 5 and fields.ticked(form, 'as_monday') else weekday
        if source == weekday:
            day = _read_day(form, weekday, errors)
        else:
            day = _read_day(form, source, {})
        blocks += [{'weekday': weekday, **block} for block in day]
    fields.check(errors)
    return {'valid_from': valid_from, 'blocks': blocks}


def _read_day(form, weekday, errors):
    """The blocks of one weekday, each with its breaks; [] with a sentence in errors where they cannot be read.

    Stretches that touch are one: no visit could go on from the one into the other.
    """
    hours = _stretches(form, f'hours_{weekday}', weekday, errors)
    breaks = _stretches(form, f'breaks_{weekday}', weekday, errors)
    blocks = [{'starts_minute': start, 'ends_minute': end, 'breaks': []} for start, end in times.joined(hours)]
    for start, end in breaks:
        around = [block for block in blocks if block['starts_minute'] <= start and end <= block['ends_minute']]
        if around:
            around[0]['breaks'].append((start, end))
        elif f'hours_{weekday}' not in errors:
            stretch = times.plain(start, end)
            errors.setdefault(f'breaks_{weekday}', f'{DAYS[weekday]}: the break {stretch} is not within the working '
                              'hours. Time between two stretches of work needs no break.')
    return blocks


def _stretches(form, name, weekday, errors):
    try:
        return times.read_stretches(fields.text(form, name, errors, longest=200, required=False) or '')
    except times.Unreadable as wrong:
        errors[name] = f'{DAYS[weekday]}: {wrong}'
        return []


def read_slot_length(form: dict) -> int:
    """How many minutes lie between two starts: 5 to 60 in steps of 5. Raises Refused."""
    errors = {}
    minutes = fields.choice(form, 'slot_minutes', errors, SLOTS)
    fields.check(errors)
    return int(minutes)


def read_time_off(form: dict, today: date) -> dict:
    """starts_at, ends_at (local) and reason, from first_day, last_day, from_time and until_time. Raises Refused.

    No last day: the first one. No times: whole days. It may have begun up to a year ago: somebody fell ill yesterday.
    """
    errors = {}
    bounds = {'earliest': today - timedelta(days=366), 'latest': today + timedelta(days=1098),
              'outside': 'Please choose a day from a year ago until three years ahead.'}
    first = fields.day(form, 'first_day', errors, **bounds)
    last = fields.day(form, 'last_day', errors, required=False, **bounds) or first
    starts = _optional_time(form, 'from_time', errors, times.read_time)
    ends = _optional_time(form, 'until_time', errors, times.read_end)
    reason = fields.text(form, 'reason', errors, longest=200, required=False)
    if first and last and last < first:
        errors['last_day'] = 'The last day must not be before the first one.'
    fields.check(errors)
    starts_at = datetime.combine(first, time()) + timedelta(minutes=starts or 0)
    ends_at = datetime.combine(last, time()) + timedelta(minutes=1440 if ends is None else ends)
    if ends_at <= starts_at:
        errors['until_time'] = 'The end must be after the beginning.'
    fields.check(errors)
    return {'starts_at': starts_at, 'ends_at': ends_at, 'reason': reason}


def _optional_time(form, name, errors, read):
    typed = form.get(name, '').strip()
    if not typed:
        return None
    try:
        return read(typed)
    except times.Unreadable as wrong:
        errors[name] = str(wrong)
        return None


def read_staff_profile(form: dict, room_ids: set[int]) -> dict:
    """full_name, specialization, phone ('' for none), about, wants_mail, usual_room_id (or None). Raises Refused."""
    errors = {}
    values = {
        'full_name': fields.text(form, 'full_name', errors, longest=120),
        'specialization': fields.text(form, 'specialization', errors, longest=80, required=False),
        'phone': fields.phone(form, 'phone', errors) or '',
        'about': fields.text(form, 'about', errors, longest=1000, required=False, lines=True),
        'wants_mail': fields.ticked(form, 'wants_mail'),
        'usual_room_id': fields.identity(form, 'usual_room_id', errors, required=False),
    }
    if values['usual_room_id'] and values['usual_room_id'] not in room_ids:
        errors['usual_room_id'] = 'Please choose one.'
    fields.check(errors)
    return values
