"""What an answer to an exercise gives on one place, be it typed by somebody, the reference or a known mistake.

A typed answer that reads is run as everything typed is (app/learn/free.py). One that writes is run as the lab, in a
transaction; what it left in some tables is read, and then all of it is taken back.
"""

import functools
from typing import NamedTuple

from mysql.connector import Error

from app import config, errors
from app.learn import errors_in_words, free, places, reading, tables, watchdog, words
from app.learn.exercises import Exercise

MOST = reading.MOST                             # rows that are compared
LIMITS = free.Limits(MOST, 2_000_000, None)


class Outcome(NamedTuple):
    """What a statement gave on one place. read: rows that the server read, None where it was not counted.

    columns: the names; after a statement that writes, those of each table that is compared, by table. rows: tuples;
    after such a statement each begins with its table's name.
    """

    columns: list[str] | dict[str, list[str]]
    rows: list[tuple]
    read: int | None


def typed(exercise: Exercise, text: str, place: str) -> Outcome:
    """What a typed answer gives. Raises errors.Refused."""
    if exercise.writes:
        return _typed_writing(exercise, text, place)
    with free.connected(place) as link:
        found = free.ask(text, place, LIMITS, link)
    if found.is_cut or len(found.rows) < found.total:
        raise errors.Refused(f'This gives more than {MOST:,} rows, and the answer has far fewer.')
    return Outcome(found.columns, found.rows, found.read)


def reference(exercise: Exercise, place: str) -> Outcome:
    """What the reference gives on a place, run once for each state of it."""
    return _kept(exercise, exercise.answer, place, places.made_of(place))


def mistake(exercise: Exercise, number: int, place: str) -> Outcome | None:
    """What the known mistake of that number, from 0, gives on a place; None where the server there refuses it."""
    try:
        return _kept(exercise, exercise.wrongs[number].statement, place, places.made_of(place))
    except Error:
        return None


@functools.lru_cache(1000)
def _kept(exercise, statement, place, _made_of):
    if exercise.writes:
        with free.connected(place, 'lab') as link:
            return _left(link, statement, exercise.writes)
    with free.connected(place) as link:
        if exercise.reads:
            reading.opened(link, statement)
        found = reading.read(link, statement, MOST)
        return Outcome(found.columns, found.rows, found.read)


def _typed_writing(exercise, text, place):
    sentence = words.refused(text, words.WRITING)
    if sentence:
        raise errors.Refused(sentence)
    others = [places.name_of(other) for other in places.PLACES if other != place]
    if name := words.sees(text, [*others, config.current().db_name]):
        raise errors.Refused(f'{name} is another database. Leave out the name and the dot.')
    with free.connected(place, 'lab') as link:
        try:
            with watchdog.watching(link, place, 'lab'):
                return _left(link, words.clean(text), exercise.writes)
        except Error as error:
            raise errors_in_words.failed(error, text, link) from error


def _left(link, statement, names) -> Outcome:
    """What stands in some tables after a statement, which is then taken back."""
    link.command('ROLLBACK')                            # a connection with limits is in a transaction that only reads
    link.command('SET SESSION sql_select_limit = DEFAULT')
    link.command('START TRANSACTION')
    newest = {tables.numbered_by(name): tables.highest(link, name) for name in names if tables.numbered_by(name)}
    link.connection.cmd_query(statement)
    columns, rows = {}, []
    for name in names:
        columns[name], found = tables.all_rows(link, name)
        rows += [(name, *row) for row in found]
    link.command('ROLLBACK')
    return Outcome(columns, _renumbered(columns, rows, newest), None)


def _renumbered(columns, rows, newest):
    """The rows with 'new 1', 'new 2' for numbers that the statement made: these go on counting after it is taken back.

    newest: the highest number before, by column. Columns of one name hold the same numbers in all tables.
    """
    made = {column: set() for column in newest}
    for row in rows:
        for column, value in zip(columns[row[0]], row[1:], strict=True):
            if column in newest and (value or 0) > newest[column]:
                made[column].add(value)
    new = {column: {number: f'new {place}' for place, number in enumerate(sorted(numbers), 1)}
           for column, numbers in made.items()}
    return [(row[0], *(new.get(column, {}).get(value, value)
                       for column, value in zip(columns[row[0]], row[1:], strict=True))) for row in rows]
