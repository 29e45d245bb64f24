"""The fields of the form of a week, in which a day has a tick and as many rows of times as it needs.

Takes and gives forms ({name: text}); app/forms/hours.py reads what they say. Two weeks that take turns have the
fields of fortnight 0, and those of fortnight 1 with OTHER before their names.
"""

import re
from datetime import date
from itertools import zip_longest

from app.clinic import weeks
from app.forms import times

OTHER = 'other_'
ROWS = range(1, 50)     # more than a day ever has
PARTS = ('from', 'until', 'break_from', 'break_until')
_DAY = re.compile(rf'({OTHER})?(hours|breaks|works|was|from|until|break_from|break_until)_([0-6])(?:_[1-9][0-9]?)?')
# Presets: the rows of Monday to Friday. Saturday and Sunday are days off.
PRESETS = {'nine_to_five': ('Mon–Fri 9–17', [('09:00', '17:00', '', '')]),
           'with_noon': ('Mon–Fri 8–12 and 13–17', [('08:00', '12:00', '', ''), ('13:00', '17:00', '', '')])}


def has_days(form: dict) -> bool:
    """Whether any field of a day is in the form."""
    return any(map(_DAY.fullmatch, form))


def day(form: dict, prefix: str, weekday: int) -> dict:
    """What stands in the fields of a day: works (ticked), is_off, rows (a dict of PARTS each; one at least), periods
    and breaks (pairs of texts).

    A day without its tick is off, and its times do not count. But where it had none when the form was shown (was_0 is
    empty), times that were typed mean that the day is worked.
    """
    rows = [{part: form.get(f'{prefix}{part}_{weekday}_{row}', '') for part in PARTS} for row in ROWS
            if row == 1 or f'{prefix}from_{weekday}_{row}' in form]
    ticked, was = (form.get(f'{prefix}{name}_{weekday}') for name in ('works', 'was'))
    is_filled = any(row[part].strip() for row in rows for part in PARTS)
    works = bool(ticked or is_filled and not was)
    return {'works': works, 'is_off': not works, 'rows': rows,
            'periods': [(row['from'], row['until']) for row in rows],
            'breaks': [(row['break_from'], row['break_until']) for row in rows]}


def shown(form: dict, first_day: date) -> list[dict]:
    """The week, or the two that take turns with the earlier first, as the page shows them: prefix, mondays (the next
    ones from the first day on; none for one week), and days: seven of day(), each with text: what was sent in
    hours_0 and breaks_0, or None."""
    numbers = {'': 0, OTHER: 1} if form.get('alternates') else {'': None}
    found = [{'prefix': prefix, 'mondays': [] if number is None else weeks.mondays(number, first_day),
              'days': [{**day(form, prefix, weekday), 'text': _text(form, prefix, weekday)} for weekday in range(7)]}
             for prefix, number in numbers.items()]
    return sorted(found, key=lambda each: each['mondays'])


def _text(form, prefix, weekday):
    names = [f'{prefix}{part}_{weekday}' for part in ('hours', 'breaks')]
    return {name: form.get(name, '') for name in names} if any(name in form for name in names) else None


def of_weeks(found: list[dict]) -> dict:
    """The fields of a week, or of two that take turns, as clinic.weeks.taking_turns() gives them."""
    form = {'alternates': 'on'} if len(found) > 1 else {}
    for each in found:
        for weekday, blocks in enumerate(each['week']):
            breaks = sorted(pair for block in blocks for pair in block['breaks'])
            periods = [(block['starts_minute'], block['ends_minute']) for block in blocks]
            rows = [(*map(_time, period), *map(_time, pause))
                    for period, pause in zip_longest(periods, breaks, fillvalue=(None, None))]
            form |= _of_day(OTHER if each['fortnight'] else '', weekday, rows)
    return form


def _of_day(prefix, weekday, rows):
    """The fields of a day with these rows; without any, it is a day off."""
    form = {f'{prefix}works_{weekday}': 'on', f'{prefix}was_{weekday}': 'on'} if rows else {}
    for number, row in enumerate(rows or [('',) * 4], 1):
        form |= {f'{prefix}{part}_{weekday}_{number}': typed for part, typed in zip(PARTS, row, strict=True)}
    return form


def _time(minute):
    """A minute of the day as a field for a time holds it: midnight is 00:00 at the end of the day too."""
    return '' if minute is None else f'{minute // 60 % 24:02}:{minute % 60:02}'


def field_value(typed: str) -> str:
    """What was typed, as a field for a time can show it: 9am is 09:00. What is no time stays as it is."""
    minute = times.minute_of(typed)
    return typed if minute is None else _time(minute)


def filled(form: dict, wish: str) -> dict | None:
    """The form after a press of one of its buttons that only fill it; None where the wish is none of theirs.

    Wishes: alternate, alike, and with OTHER before them for the second week copy_monday, the names of PRESETS, and
    more_3 for another row on Thursday.
    """
    prefix = OTHER if wish.startswith(OTHER) else ''
    wish = wish.removeprefix(prefix)
    if wish == 'alternate':
        return {**form, 'alternates': 'on', **{OTHER + name: typed for name, typed in _days(form, '').items()}}
    if wish == 'alike':
        return {name: typed for name, typed in form.items() if name != 'alternates' and not name.startswith(OTHER)}
    if wish == 'copy_monday':
        return _with_days(form, prefix, {weekday: _as(form, prefix, weekday) for weekday in range(1, 5)})
    if wish in PRESETS:
        rows = PRESETS[wish][1]
        return _with_days(form, prefix, {weekday: _of_day(prefix, weekday, rows if weekday < 5 else [])
                                         for weekday in range(7)})
    more = re.fullmatch('more_([0-6])', wish)
    return _with_row(form, prefix, int(more[1])) if more else None


def _days(form, prefix, weekdays='0123456'):
    """The fields of some days of one week."""
    return {name: typed for name, typed in form.items() for found in [_DAY.fullmatch(name)]
            if found and (found[1] or '') == prefix and found[3] in weekdays}


def _as(form, prefix, weekday):
    """Monday's fields, named for another day."""
    return {re.sub('_0', f'_{weekday}', name, count=1): typed for name, typed in _days(form, prefix, '0').items()}


def _with_days(form, prefix, days):
    gone = _days(form, prefix, ''.join(map(str, days)))
    kept = {name: typed for name, typed in form.items() if name not in gone}
    return {**kept, **{name: typed for day in days.values() for name, typed in day.items()}}


def _with_row(form, prefix, weekday):
    number = next((row for row in ROWS if f'{prefix}from_{weekday}_{row}' not in form), ROWS[-1])
    return {**form, f'{prefix}works_{weekday}': 'on',
            **{f'{prefix}{part}_{weekday}_{number}': form.get(f'{prefix}{part}_{weekday}_{number}', '')
               for part in PARTS}}
