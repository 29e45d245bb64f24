"""Rows as a checker sees them: what counts is which values they have, not how these are written, nor in which order."""

import re
import unicodedata
from collections import Counter
from datetime import timedelta
from decimal import Decimal

NUMBER = re.compile(r'-?(0|[1-9]\d*)(\.\d+)?')
MIDNIGHT = re.compile(r'(\d{4}-\d\d-\d\d)[ T]00:00:00(\.0+)?')


def plain(value):
    """A value so that ways to write it do not count: 1, 1.0 and '1' are one, and so are a day and its midnight."""
    if value is None:
        return None
    if isinstance(value, (bytes, bytearray)):
        value = bytes(value)
        if not value.isascii():
            return value
        value = value.decode()
    if isinstance(value, timedelta):
        value = _clock(value)
    text = str(value)
    if NUMBER.fullmatch(text) or isinstance(value, (int, float, Decimal)):
        return str(Decimal(text).normalize() + 0)
    midnight = MIDNIGHT.fullmatch(text)
    return midnight[1] if midnight else text


def plain_row(row) -> tuple:
    """A row of plain values."""
    return tuple(map(plain, row))


def counted(rows) -> Counter:
    """How often each plain row comes."""
    return Counter(map(plain_row, rows))


def in_other_columns(rows, others) -> bool:
    """Whether two lists of rows have the same values, each row in another order of its columns."""
    return Counter(map(_sorted, rows)) == Counter(map(_sorted, others))


def keys(rows, places: list[int]) -> list[tuple]:
    """What rows are ordered by, row by row: rows that are equal in it may stand either way.

    places: the columns by number. Texts count as the database sorts them: é is e there, and E is, too.
    """
    return [tuple(_folded(plain(row[place])) for place in places) for row in rows]


def _clock(length):
    """09:00:00, as the servers write a time of day."""
    minutes, seconds = divmod(abs(int(length.total_seconds())), 60)
    return f'{"-" if length < timedelta(0) else ""}{minutes // 60:02}:{minutes % 60:02}:{seconds:02}'


def _sorted(row):
    return tuple(sorted(map(repr, plain_row(row))))


def _folded(value):
    if not isinstance(value, str):
        return value
    return ''.join(letter for letter in unicodedata.normalize('NFKD', value.casefold())
                   if not unicodedata.combining(letter)).rstrip()
