"""Reading days as spreadsheets write them: one way for a whole file, because 05/06/1980 can be two days.

A way is 'dmy', 'mdy' or 'ymd'. Most days need none: 1980-12-31, 31 Dec 1980. Of the others each says by itself which
ways it can be read: 31/12/1980 is day first. What all days of a file can be is the file's way; where two are left and
give different days, somebody has to say it.
"""

import re
from collections.abc import Callable, Iterable
from datetime import date

WAYS = {'dmy': 'day first', 'mdy': 'month first', 'ymd': 'year first'}
EXAMPLES = {'dmy': '31/12/2026', 'mdy': '12/31/2026', 'ymd': '2026/12/31'}
MONTHS = ('january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november',
          'december')
EMPTY = {'', '-', '0/0/00', '00/00/00', '0000-00-00', '00/00/0000', '00.00.0000'}     # how some programs write none

_WEEKDAY = re.compile(r'(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+', re.IGNORECASE)
_MIDNIGHT = re.compile(r'(?:[T\s]\s*0{1,2}:00(?::00(?:\.0+)?)?\s*Z?|\s+12:00(?::00)? ?am)$', re.IGNORECASE)
_YEAR_FIRST = re.compile(r'([0-9]{4})([-/. ])([0-9]{1,2})\2([0-9]{1,2})|([0-9]{4})([0-9]{2})([0-9]{2})')
_NUMBERS = re.compile(r'([0-9]{1,2})([-/.] ?| )([0-9]{1,2})\2([0-9]{4}|[0-9]{2})')
_DAY_WORD = re.compile(r'([0-9]{1,2})(?:st|nd|rd|th|\.)?[\s-]*(?:of )?([a-z]{3,9})\.?[\s,-]*([0-9]{4}|[0-9]{2})',
                       re.IGNORECASE)
_WORD_DAY = re.compile(r'([a-z]{3,9})\.?[\s-]*([0-9]{1,2})(?:st|nd|rd|th)?,?[\s-]+([0-9]{4}|[0-9]{2})', re.IGNORECASE)
_YEAR_WORD = re.compile(r'([0-9]{4})[\s-]([a-z]{3,9})\.?[\s-]([0-9]{1,2})', re.IGNORECASE)


class Question(Exception):
    """The days of a file can be read in more than one way, or in none; the text is a sentence that asks."""


def birth_year(today: date) -> Callable[[int, int, int], int]:
    """The year that two digits mean in a birth date: the latest that is not in the future."""
    def full(short, month, day):
        return 2000 + short if (2000 + short, month, day) <= (today.year, today.month, today.day) else 1900 + short
    return full


def visit_year(today: date) -> Callable[[int, int, int], int]:
    """The year that two digits mean in a visit's day: at most twenty years ahead."""
    def full(short, month, day):
        return 2000 + short if 2000 + short <= today.year + 20 else 1900 + short
    return full


def read(text: str, way: str | None, full_year: Callable) -> date:
    """The day that a text says, read one way. full_year: what two digits mean. Raises ValueError, a sentence."""
    found = _parts(text, way)
    try:
        year, month, day = (found or ('0', 0, 0))
        return date(full_year(int(year), month, day) if len(year) == 2 else int(year), month, day)
    except ValueError:
        raise ValueError(_refusal(text, way)) from None


def find_way(cells: Iterable[tuple[int, str, str]], full_year: Callable, asked: str | None = None
             ) -> tuple[str | None, tuple | None]:
    """The one way in which all these days can be read, and an example that shows it: (way, (line, column, text)).

    cells: (line, column, text). asked: the way that somebody has chosen. The way is None where none is needed. What is
    no day in that way is left to read(). Raises Question.
    """
    excluded, doubtful, plain, numbers = {}, {}, None, None
    for cell in cells:
        days = _days(cell[2], full_year)
        if not days:
            continue
        if not _NUMBERS.fullmatch(_bare(cell[2])):
            plain = plain or cell
            continue
        numbers = numbers or cell
        for way in WAYS.keys() - days.keys():
            excluded.setdefault(way, cell)
        if len({*days.values()}) > 1:
            doubtful.setdefault(tuple(days), cell)
    if asked or not numbers:
        return asked, numbers or plain
    left = [way for way in WAYS if way not in excluded]
    if not left:
        raise Question(_contradiction(excluded))
    for cell in doubtful.values():
        _ask(cell, {way: day for way, day in _days(cell[2], full_year).items() if way in left})
    return left[0], next((excluded[way] for way in WAYS if way in excluded), numbers)


def spoken(day: date) -> str:
    """A day that nobody can read wrong: 31 December 1980."""
    return f'{day.day} {MONTHS[day.month - 1].title()} {day.year}'


def uses_short_year(text: str) -> bool:
    """Whether a text gives its year with two digits."""
    found = _parts(text, 'dmy') or _parts(text, 'mdy') or _parts(text, 'ymd')
    return bool(found) and len(found[0]) == 2


def _days(text, full_year) -> dict[str, date]:
    days = {}
    for way in WAYS:
        try:
            days[way] = read(text, way, full_year)
        except ValueError:
            pass
    return days


def _bare(text) -> str:
    """The text without a weekday before it, and without the midnight that spreadsheets write behind a day."""
    return _WEEKDAY.sub('', _MIDNIGHT.sub('', text.strip()).rstrip(','), count=1).strip()


def _parts(text, way) -> tuple[str, int, int] | None:
    """(year as it is written, month, day), or None where the text is no day in this way."""
    bare = _bare(text)
    if found := _YEAR_FIRST.fullmatch(bare):
        year, _, month, day, *compact = found.groups()
        return (year, int(month), int(day)) if year else (compact[0], int(compact[1]), int(compact[2]))
    if found := _NUMBERS.fullmatch(bare):
        first, _, second, third = found.groups()
        if way == 'ymd':
            return (first.zfill(2), int(second), int(third)) if len(third) == 2 else None
        return (third, int(second), int(first)) if way == 'dmy' else (third, int(first), int(second)) if way else None
    if found := _DAY_WORD.fullmatch(bare):
        return found[3], _month(found[2]), int(found[1])
    if found := _WORD_DAY.fullmatch(bare):
        return found[3], _month(found[1]), int(found[2])
    if found := _YEAR_WORD.fullmatch(bare):
        return found[1], _month(found[2]), int(found[3])
    return None


def _month(word) -> int:
    """The number of a month's English name or its beginning (Dec, Sept); 0 for another word."""
    return next((number for number, name in enumerate(MONTHS, 1) if name.startswith(word.lower())), 0)


def _refusal(text, way) -> str:
    if re.fullmatch('[0-9]{5}([.,][0-9]+)?', text):
        return (f'"{text}" is the number that a spreadsheet keeps for a day: format the column as a date, '
                'and save the file again.')
    other = f' or {EXAMPLES[way]}' if way else ''
    how = f', read {WAYS[way]}' if way and _NUMBERS.fullmatch(_bare(text)) else ''
    return f'Please write a day such as 2026-12-31{other}: "{text}" is none{how}.'


def _ask(cell, days):
    """Raise Question where a text is several days, read in the ways that are left."""
    if len({*days.values()}) > 1:
        line, column, text = cell
        said = ' or '.join(f'{spoken(day)} (--dates {way})' for way, day in days.items())
        raise Question(f'Line {line}, {column}: is "{text}" {said}? No other day of the file tells: please add which.')


def _contradiction(excluded) -> str:
    told = '; '.join(f'line {line}, {column}, "{text}" is not {WAYS[way]}'
                     for way, (line, column, text) in sorted(excluded.items()) if way != 'ymd')
    return f'The days are not all written one way: {told}. Mend them, or add --dates dmy or --dates mdy to see which.'
