"""Days as people and programs write them: 1980-12-31, 31.12.80, 12/31/1980, 31 Dec 1980, Wednesday, December 31, 1980.

Numbers alone can be two days (05/06/1980), so a text is read one way: 'dmy', 'mdy' or 'ymd'. What pages send is
YYYY-MM-DD.
"""

import re
from collections.abc import Callable
from datetime import date, datetime

from app.written import MONTHS

CHOOSE_TIME = 'Please choose a day and a time.'
PARTS = ('day', 'month', 'year')
WAYS = {'dmy': 'day first', 'mdy': 'month first', 'ymd': 'year first'}
EXAMPLES = {'dmy': '31/12/2026', 'mdy': '12/31/2026', 'ymd': '2026/12/31'}
_WEEKDAY = re.compile(r'(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+', re.IGNORECASE)
_MIDNIGHT = re.compile(r'(?:[T\s]\s*0{1,2}:00(?::00(?:\.0+)?)?\s*Z?|\s+12:00(?::00)? ?am)$', re.IGNORECASE)
_YEAR_FIRST = re.compile(r'([0-9]{4})([-/. ])([0-9]{1,2})\2([0-9]{1,2})|([0-9]{4})([0-9]{2})([0-9]{2})')
_NUMBERS = re.compile(r'([0-9]{1,2})([-/.] ?| )([0-9]{1,2})\2([0-9]{4}|[0-9]{2})')
_DAY_WORD = re.compile(r'([0-9]{1,2})(?:st|nd|rd|th|\.)?[\s-]*(?:of )?([a-z]{3,9})\.?[\s,-]*([0-9]{4}|[0-9]{2})',
                       re.IGNORECASE)
_WORD_DAY = re.compile(r'([a-z]{3,9})\.?[\s-]*([0-9]{1,2})(?:st|nd|rd|th)?,?[\s-]+([0-9]{4}|[0-9]{2})', re.IGNORECASE)
_YEAR_WORD = re.compile(r'([0-9]{4})[\s-]([a-z]{3,9})\.?[\s-]([0-9]{1,2})', re.IGNORECASE)


def iso(typed: str) -> date:
    """A day written YYYY-MM-DD. Raises ValueError, a sentence."""
    try:
        if not re.fullmatch('[0-9]{4}-[0-9]{2}-[0-9]{2}', typed):
            raise ValueError
        return date.fromisoformat(typed)
    except ValueError:
        raise ValueError('Please write the day as year-month-day, such as 2026-05-31.') from None


def iso_moment(typed: str) -> datetime:
    """A local time written YYYY-MM-DDTHH:MM (naive). Raises ValueError, a sentence."""
    try:
        if not re.fullmatch('[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:00)?', typed):
            raise ValueError
        return datetime.fromisoformat(typed)
    except ValueError:
        raise ValueError(CHOOSE_TIME) from None


class PartError(ValueError):
    """Why a day in three fields is none: a sentence, and the part (one of PARTS) that should be looked at."""

    def __init__(self, part: str, sentence: str):
        super().__init__(sentence)
        self.part = part


def of_parts(day: str, month: str, year: str) -> date:
    """A day written in three fields; the month is a number or its English name. Raises PartError."""
    for part, typed in zip(PARTS, (day, month, year), strict=True):
        if not typed:
            raise PartError(part, f'Please fill in the {part} too.')
    number = _month(month) if re.fullmatch('[A-Za-z]{3,9}', month) else _number(month, 2)
    if not 1 <= number <= 12:
        raise PartError('month', 'Please write the month as a number from 1 to 12.')
    if not _number(year, 4) or len(year) < 4:
        raise PartError('year', 'Please write the year with four digits, such as 1980.')
    try:
        return date(int(year), number, _number(day, 2))
    except ValueError:
        raise PartError('day', f'{MONTHS[number - 1]} {year} has no such day. Please check the day.') from None


def read(text: str, way: str | None, full_year: Callable) -> date:
    """The day that a text says, read one way. full_year: what two digits mean. Raises ValueError, a sentence."""
    found = _parts(text, way)
    try:
        year, month, day = (found or ('0', 0, 0))
        return date(full_year(int(year), month, day) if len(year) == 2 else int(year), month, day)
    except ValueError:
        raise ValueError(_refusal(text, way)) from None


def birth_year(today: date) -> Callable[[int, int, int], int]:
    """The year that two digits mean in a birth date: the latest that is not in the future."""
    def full(short, month, day):
        return 2000 + short if (2000 + short, month, day) <= (today.year, today.month, today.day) else 1900 + short
    return full


def uses_short_year(text: str) -> bool:
    """Whether a text gives its year with two digits."""
    found = _parts(text, 'dmy') or _parts(text, 'mdy') or _parts(text, 'ymd')
    return bool(found) and len(found[0]) == 2


def is_numbers(text: str) -> bool:
    """Whether a text is a day only when somebody says in which way it is read: 05/06/1980."""
    return bool(_NUMBERS.fullmatch(_bare(text)))


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


def _number(typed, longest) -> int:
    """What ASCII digits say; 0 for anything else."""
    return int(typed) if re.fullmatch(f'[0-9]{{1,{longest}}}', typed) else 0


def _month(word) -> int:
    """The number of a month's English name or its beginning (Dec, Sept); 0 for another word."""
    return next((number for number, name in enumerate(MONTHS, 1) if name.lower().startswith(word.lower())), 0)


def _refusal(text, way) -> str:
    if re.fullmatch('[0-9]{5}([.,][0-9]+)?', text):
        return (f'"{text}" is the number that a spreadsheet keeps for a day: format the column as a date, '
                'and save the file again.')
    other = f' or {EXAMPLES[way]}' if way else ''
    how = f', read {WAYS[way]}' if way and _NUMBERS.fullmatch(_bare(text)) else ''
    return f'Please write a day such as 2026-12-31{other}: "{text}" is none{how}.'
