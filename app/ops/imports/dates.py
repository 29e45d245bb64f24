"""The one way in which the days of a file are read, because 05/06/1980 can be two days.

A way is 'dmy', 'mdy' or 'ymd'. Most days need none: 1980-12-31, 31 Dec 1980. Of the others each says by itself which
ways it can be read: 31/12/1980 is day first. What all days of a file can be is the file's way; where two are left and
give different days, somebody has to say it.
"""

from collections.abc import Callable, Iterable
from datetime import date

from app.forms.days import MONTHS, WAYS, is_numbers, read

EMPTY = {'', '-', '0/0/00', '00/00/00', '0000-00-00', '00/00/0000', '00.00.0000'}     # how some programs write none


class Question(Exception):
    """The days of a file can be read in more than one way, or in none; the text is a sentence that asks."""


def visit_year(today: date) -> Callable[[int, int, int], int]:
    """The year that two digits mean in a visit's day: at most twenty years ahead."""
    def full(short, month, day):
        return 2000 + short if 2000 + short <= today.year + 20 else 1900 + short
    return full


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
        if not is_numbers(cell[2]):
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
    return f'{day.day} {MONTHS[day.month - 1]} {day.year}'


def _days(text, full_year) -> dict[str, date]:
    days = {}
    for way in WAYS:
        try:
            days[way] = read(text, way, full_year)
        except ValueError:
            pass
    return days


def _ask(cell, days):
    """Raise Question where a text is several days, read in the ways that are left."""
    if len({*days.values()}) > 1:
        line, column, text = cell
        ways = ' or '.join(f'{spoken(day)} (--dates {way})' for way, day in days.items())
        raise Question(f'Line {line}, {column}: is "{text}" {ways}? No other day of the file tells: please add which.')


def _contradiction(excluded) -> str:
    lines = '; '.join(f'line {line}, {column}, "{text}" is not {WAYS[way]}'
                      for way, (line, column, text) in sorted(excluded.items()) if way != 'ymd')
    return f'The days are not all written one way: {lines}. Mend them, or add --dates dmy or --dates mdy to see which.'
