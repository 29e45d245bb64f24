"""The one box in which the desk looks for a patient: a name, when they were born, a phone number, an e-mail address."""

import re
from datetime import date, timedelta

from app import names
from app.written import MONTHS

MOST_WORDS = 3
FIRST_YEAR = 1900
_MONTHS = {month[:3].lower(): number for number, month in enumerate(MONTHS, 1)}
_NUMBERS = re.compile(r'(\d{1,4})[./\s-]+(\d{1,2})[./\s-]+(\d{1,4})', re.ASCII)
_BARE = re.compile(r'(\d\d)(\d\d)(\d\d(?:\d\d)?)', re.ASCII)
_YEAR_FIRST = re.compile(r'(\d\d\d\d|\d\d)(\d\d)(\d\d)', re.ASCII)
_DAY_MONTH = re.compile(r'(\d{1,2})\.? ([a-z]{3,9})\.?,? (\d{4})', re.ASCII)
_MONTH_DAY = re.compile(r'([a-z]{3,9})\.? (\d{1,2}),? (\d{4})', re.ASCII)


def read(typed: str, date_style: str, today: date) -> dict:
    """What was typed, as a dict; {} for nothing. It holds one of

        words (1 to 3, folded, the longest first) and name (as typed), perhaps with born_from and born_until (half-open)
        birth_date
        email, or its beginning
        digits (three at least) of a phone number

    Six or eight digits that are a date give birth_date and digits both. A date may be written 1980-02-29, 29.2.1980,
    29/2/80, 290280 (the month first where date_style says so) or 29 Feb 1980; a year of two digits is the latest one
    that is not ahead of today. With a name the year alone will do: ferreira 1990.
    """
    typed = ' '.join(typed.split())[:120]
    if '@' in typed:
        return {'email': typed.lower()}
    found = {}
    birth_date = _birth_date(typed, date_style, today)
    if birth_date:
        found['birth_date'] = birth_date
    digits = re.sub('[^0-9]', '', typed)
    if len(digits) >= 3 and re.fullmatch('[0-9]+' if birth_date else '[0-9+ ()./-]+', typed):
        found['digits'] = digits.lstrip('0')[-9:] or digits[-9:]
    return found or _named(typed, date_style, today)


def _named(typed, date_style, today):
    """A name, and when they were born if that stands before or after it."""
    tokens, born = typed.split(), {}
    for size in (3, 2, 1):
        for part, rest in ((tokens[-size:], tokens[:-size]), (tokens[:size], tokens[size:])):
            if rest and not born:
                born = _born(' '.join(part), date_style, today)
                tokens = rest if born else tokens
    name = ' '.join(tokens)
    words = names.words(name)[:MOST_WORDS]
    return {'words': words, 'name': name, **born} if words else {}


def _born(text, date_style, today):
    day = _birth_date(text, date_style, today)
    if day:
        return {'born_from': day, 'born_until': day + timedelta(days=1)}
    if re.fullmatch('[0-9]{4}', text) and FIRST_YEAR <= int(text) <= today.year:
        return {'born_from': date(int(text), 1, 1), 'born_until': date(int(text) + 1, 1, 1)}
    return {}


def _birth_date(text, date_style, today) -> date | None:
    for year, month, day in _readings(text.lower(), date_style):
        found = _date(year, month, day, today)
        if found:
            return found
    return None


def _readings(text, date_style):
    """The ways to read a text as year, month and day: numbers, the year still as it was written."""
    if match := _DAY_MONTH.fullmatch(text):
        yield match[3], _MONTHS.get(match[2][:3], 0), match[1]
    elif match := _MONTH_DAY.fullmatch(text):
        yield match[3], _MONTHS.get(match[1][:3], 0), match[2]
    elif match := _NUMBERS.fullmatch(text):
        yield match.groups() if int(match[1]) > 31 else _in_order(match.groups(), date_style)
    elif match := _BARE.fullmatch(text):
        if date_style != 'iso':
            yield _in_order(match.groups(), date_style)
        yield _YEAR_FIRST.fullmatch(text).groups()


def _in_order(numbers, date_style):
    first, second, year = numbers
    return (year, first, second) if date_style == 'month_first' else (year, second, first)


def _date(year: str, month, day, today) -> date | None:
    try:
        found = date(int(year) + (today.year // 100 * 100 if len(year) < 3 else 0), int(month), int(day))
        if len(year) < 3 and found > today:
            found = found.replace(year=found.year - 100)
    except ValueError:
        return None
    return found if date(FIRST_YEAR, 1, 1) <= found <= today else None
