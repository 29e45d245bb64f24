"""Is an answer to an exercise right? It is run beside the reference on the course's clinic, and on two others.

Rows are compared by what is in them: names of columns and ways to write a value do not count, and the order only where
the exercise asks for one. The first thing that is wrong is said, with some of the rows that show it:

    the server refused it, or it is not one that may be run
    another number of columns
    the rows of a known mistake: its own sentence
    rows that are missing; rows that are too many; rows that come twice
    the right rows in a wrong order
    right here, and wrong in a clinic where … (a world: lessons/worlds)
    right, and it reads many times the rows that are needed
"""

import collections
import functools
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import NamedTuple

from mysql.connector import Error

from app import errors
from app.learn import errors_in_words, free, grids, places, reading, words
from app.learn.exercises import Exercise

WORLDS = ('world_1', 'world_2')
SHOWN = 3               # rows that show what is wrong
MOST = 5000             # rows that are compared
LIMITS = free.Limits(MOST, 2_000_000, None)


class Verdict(NamedTuple):
    """What the checker says. code: what kind of thing it is; columns and rows: some that show it."""

    code: str
    sentence: str
    columns: list[str] = []
    rows: list[tuple] = []

    @property
    def is_right(self) -> bool:
        return self.code in ('right', 'reads')


class Outcome(NamedTuple):
    """What a statement gave on one place. read: rows that the server read, None where it was not counted."""

    columns: list[str]
    rows: list[tuple]
    read: int | None


def check(exercise: Exercise, text: str) -> Verdict:
    """Whether a typed answer is right. Raises errors.Refused (503) where too many are being checked."""
    if exercise.is_choice:
        return _chosen(exercise, text)
    try:
        with free.seat():
            return _check(exercise, text)
    except errors_in_words.Failed as failed:
        return Verdict('failed', str(failed))
    except errors.Refused as refused:
        if refused.status == 503:
            raise
        return Verdict('refused', str(refused))


def _check(exercise, text):
    given = _typed(exercise, text, exercise.on)
    wanted = _reference(exercise, exercise.on)
    if len(given.columns) != len(wanted.columns):
        return Verdict('columns', _count_of_columns(given, wanted))
    different = _different(exercise, given, wanted)
    known = different and _known_mistake(exercise, given)
    if different:
        return known or different
    if exercise.on == 'learn':
        for world in WORLDS:
            there = _typed(exercise, text, world)
            different = _different(exercise, there, _reference(exercise, world))
            if different:
                known = _known_mistake(exercise, there, world)
                return known or different._replace(code='world', sentence=(
                    f'That is right in this clinic, and wrong in a clinic where {about(world)}. {different.sentence}'))
    return _cost(exercise, given, wanted)


def _different(exercise, given, wanted) -> Verdict | None:
    """What is wrong with some rows; None where they are right."""
    ours, theirs = (collections.Counter(map(_plain_row, outcome.rows)) for outcome in (wanted, given))
    missing, more = ours - theirs, theirs - ours
    doubles = [row for row in more if row in ours]
    if missing:
        return Verdict('missing', f'{_rows(missing.total())} missing.', wanted.columns, _some(wanted, missing))
    if set(more) - set(doubles):
        many = sum(count for row, count in more.items() if row not in ours)
        return Verdict('too many', f'{_rows(many)} too many.', given.columns,
                       _some(given, {row: 1 for row in more if row not in ours}))
    if doubles:
        return Verdict('doubles', f'{_rows(more.total())} too many: some rows come more than once.', given.columns,
                       _some(given, dict.fromkeys(doubles, 1)))
    if exercise.order and not exercise.writes and _keys(exercise, wanted, wanted) != _keys(exercise, given, wanted):
        asked = ', '.join(column + (' (falling)' if falls else '') for column, falls in exercise.order)
        return Verdict('order', f'These are the right rows, in a wrong order: order them by {asked}.')
    return None


def _known_mistake(exercise, given, place=None):
    """The sentence of the known mistake that gives the same rows."""
    theirs = collections.Counter(map(_plain_row, given.rows))
    for number, wrong in enumerate(exercise.wrongs):
        try:
            outcome = _mistake(exercise, number, place or exercise.on)
        except Error:
            continue
        same = collections.Counter(map(_plain_row, outcome.rows)) == theirs
        if same and (not exercise.order or _keys(exercise, outcome, outcome) == _keys(exercise, given, outcome)):
            return Verdict(f'wrong-{number + 1}', wrong.sentence)
    return None


def _cost(exercise, given, wanted):
    if exercise.reads and given.read and wanted.read and given.read > exercise.reads * wanted.read:
        return Verdict('reads', f'The rows are right. The server read {given.read:,} rows for them, where '
                                f'{wanted.read:,} are enough.')
    return Verdict('right', 'That is right.')


def _chosen(exercise, text):
    for choice in exercise.choices:
        if choice.answer == text:
            return Verdict('right' if choice.is_right else 'wrong', choice.sentence)
    return Verdict('refused', 'Choose one of the answers.')


def about(world: str) -> str:
    """What a world has that the demo clinic has not: 'somebody has never come'."""
    path, *_ = places.more_rows(world)
    lines = path.read_text(encoding='utf-8').splitlines()
    top = next(number for number, line in enumerate(lines) if not line.startswith('--') or line == '--')
    return ' '.join(line.removeprefix('--').strip() for line in lines[:top]).rstrip('.')


# Running

def _typed(exercise, text, place) -> Outcome:
    """What a typed answer gives. Raises errors.Refused."""
    if not exercise.writes:
        with free.connected(place) as link:
            found = free.ask(text, place, LIMITS, link)
        if found.total > MOST:
            raise errors.Refused(f'This gives {found.total:,} rows and more. The answer has far fewer.')
        return Outcome(found.columns, found.rows, found.read)
    sentence = words.refused(text, words.WRITING) or (words.sees(text, _others(place)) and 'Name only the tables of '
                                                      'this place.')
    if sentence:
        raise errors.Refused(sentence)
    try:
        return _written(words.clean(text), exercise.writes, place)
    except Error as error:
        raise errors.Refused(errors_in_words.sentence(error.errno, error.msg)) from error


def _others(place):
    return [places.name_of(other) for other in places.PLACES if other != place]


@functools.cache
def _reference(exercise, place, made_of=None) -> Outcome:
    """What the reference gives on a place, run once for each state of it."""
    if made_of is None:
        return _reference(exercise, place, places.made_of(place))
    return _trusted(exercise, exercise.answer, place)


@functools.cache
def _mistake(exercise, number, place, made_of=None) -> Outcome:
    if made_of is None:
        return _mistake(exercise, number, place, places.made_of(place))
    return _trusted(exercise, exercise.wrongs[number].statement, place)


def _trusted(exercise, statement, place):
    if exercise.writes:
        return _written(statement, exercise.writes, place)
    with free.connected(place) as link:
        found = reading.read(link, statement, MOST)
        return Outcome(found.columns, found.rows, found.read)


def _written(statement, tables, place) -> Outcome:
    """The rows of some tables after a statement, which is then taken back. Each begins with its table's name."""
    rows = []
    with places.connected(place, 'lab') as link:
        link.command('START TRANSACTION')
        link.connection.cmd_query(statement)
        for table in tables:
            link.connection.cmd_query(f'SELECT * FROM {table}', buffered=True)
            rows += [(table, *row) for row in link.connection.get_rows()[0]]
        link.command('ROLLBACK')
    width = max(map(len, rows), default=1)
    return Outcome(['table', *[f'column {number}' for number in range(1, width)]],
                   [row + (None,) * (width - len(row)) for row in rows], None)


# Comparing

def _plain_row(row):
    return tuple(map(_plain, row))


def _plain(value):
    """A value so that ways to write it do not count: 1, 1.0, Decimal 1 and '1' are one."""
    if isinstance(value, (bytes, bytearray)):
        value = bytes(value)
        return value.decode() if value.isascii() else value
    if isinstance(value, (datetime, date, time, timedelta)):
        return str(value).removesuffix(' 00:00:00')
    if isinstance(value, (int, float, Decimal)):
        return str(Decimal(str(value)).normalize() + 0)
    try:
        return str(Decimal(value).normalize() + 0) if isinstance(value, str) and value.strip()[:1] in '-0123456789' \
            and not value.startswith('0') else value
    except ArithmeticError:
        return value


def _keys(exercise, outcome, reference):
    """The values that the rows are ordered by, row by row: rows that are equal in them may stand either way."""
    names = [name.lower() for name in reference.columns]
    places_of = [names.index(column) for column, _ in exercise.order]
    return [tuple(_plain(row[place]) for place in places_of) for row in outcome.rows]


def _some(outcome, wanted):
    """A few of the rows, as they were given."""
    found = []
    for row in outcome.rows:
        if _plain_row(row) in wanted and len(found) < SHOWN and row not in found:
            found.append(row)
    return found


def _rows(count):
    return '1 row is' if count == 1 else f'{count:,} rows are'


def _count_of_columns(given, wanted):
    return (f'The answer has {len(wanted.columns)} {"column" if len(wanted.columns) == 1 else "columns"} '
            f'({", ".join(wanted.columns)}); yours has {len(given.columns)}.')


def shown(verdict: Verdict) -> str:
    """A verdict as text, for the shell."""
    return verdict.sentence + (f'\n\n{grids.grid(verdict.columns, verdict.rows)}' if verdict.rows else '')
