"""Statements to begin with on the page of free SQL: the files of db/learn/examples."""

import functools
from typing import NamedTuple

from app.database.sql_files import FOLDER


class Example(NamedTuple):
    """One file: the question it asks, and its statement."""

    asks: str
    text: str


@functools.cache
def every() -> tuple[Example, ...]:
    """All of them, the plainest first."""
    return tuple(map(_read, sorted((FOLDER / 'learn' / 'examples').glob('*.sql'))))


def _read(path):
    asks, _, text = path.read_text(encoding='utf-8').partition('\n\n')
    return Example(asks.removeprefix('-- '), text.strip())
