"""A statement that somebody typed, run so that it can read the course's clinic and nothing else, and not for long.

Its layers, from the outside in:

    the course is off where patients are served (CLINIC_LEARN), and has databases and an account of its own
    (app/learn/places.py); that account sees no secret, and has 4 connections at most
    app/learn/words.py refuses what only locks, waits, writes or lifts these limits
    a transaction that only reads, 2 seconds, 5,000,000 combinations of rows, little memory for sorting and joining
    200 rows are kept, 64 KB, 200 characters of each value
    app/learn/watchdog.py stops it from a second connection after 3 seconds
    the connection is closed: nothing of one statement is left for the next
    two at once; who comes third is told to come back
"""

from contextlib import contextmanager
from time import perf_counter
from typing import NamedTuple

from mysql.connector import Error

from app import config, errors
from app.database.link import is_lost
from app.database.pool import Places
from app.learn import errors_in_words, places, reading, watchdog, words

AT_ONCE = 2
PATIENCE = 0.2                  # seconds to wait for one of the two, where neither takes longer than that
SECONDS = reading.SECONDS
COMBINATIONS = 5_000_000        # of rows that the server expects; MySQL counts a join through memory as a sum
DRAINED = (1_000, 1_000_000)    # rows and bytes read on, past what is kept, to know how many there are
SETTINGS = {                    # of the connection, in both servers; the other names are each server's own
    'sql_select_limit': reading.MOST + 1, 'max_join_size': COMBINATIONS, 'sql_big_selects': 0,
    'group_concat_max_len': 4_096, 'tmp_table_size': 16_777_216, 'max_heap_table_size': 16_777_216,
    'sort_buffer_size': 1_048_576, 'join_buffer_size': 262_144,
    'timestamp': f"UNIX_TIMESTAMP('{places.NOW}')",         # NOW() is the course's moment
}
MARIADB = {'max_statement_time': SECONDS, 'use_stat_tables': "'never'", 'max_session_mem_used': 67_108_864,
           'tmp_disk_table_size': 67_108_864}
MYSQL = {'max_execution_time': SECONDS * 1000}
TOO_MANY = {1040, 1203, 1226}   # connections, or questions within an hour


class Limits(NamedTuple):
    """How much of an answer is kept: rows, bytes, characters of each value (None: all)."""

    rows: int = 200
    octets: int = 65_536
    cell: int | None = 200


PAGE, WHOLE = Limits(), Limits(reading.MOST, 1_000_000, None)   # what a page shows; what an answer is checked by
_seats = Places(AT_ONCE)


def ask(text: str, on: str = 'learn', limits: Limits = PAGE, link=None) -> reading.Found:
    """Run a typed statement on a place and give what it found, its rows as tuples.

    link: a connection of the learner to that place after begin(), where there is one already; it serves for one
    statement. read is None where the rest of a long answer was thrown away. Raises errors.Refused with a sentence for
    the field q; errors_in_words.Failed, which is one, where the server refused.
    """
    if sentence := words.refused(text):
        raise errors.Refused({'q': sentence})
    if name := words.sees(text, _elsewhere(on)):
        raise errors.Refused({'q': f'{name} is another database. Leave out the name and the dot: the tables of '
                                   'this place need neither.'})
    if link:
        return _run(link, words.clean(text), on, limits)
    with seat(), connected(on) as own:
        return _run(own, words.clean(text), on, limits)


def plan(text: str, on: str = 'learn') -> reading.Found:
    """How the server would run a typed statement: the rows of EXPLAIN. Raises as ask() does."""
    if sentence := words.refused(text):
        raise errors.Refused({'q': sentence})
    if words.first_word(text) in ('EXPLAIN', 'DESCRIBE', 'DESC', 'ANALYZE'):
        return ask(text, on)
    if words.first_word(text) not in words.ROWS:
        raise errors.Refused({'q': 'Only a statement that gives rows has a plan: SELECT, WITH, TABLE or VALUES.'})
    return ask(f'EXPLAIN FORMAT=TRADITIONAL {words.clean(text)}', on)


@contextmanager
def seat():
    """One of the two places for a typed statement, in `with`. Raises errors.Refused (503) where both are taken."""
    try:
        with _seats.taken(PATIENCE):
            yield
    except errors.Busy:
        raise _busy('Others are trying statements at this moment. Run yours again in a few seconds.') from None


@contextmanager
def connected(on: str, account: str = 'learner'):
    """A connection to a place with all limits set, in `with`. Raises errors.Refused."""
    try:
        with places.connected(on, account) as link:
            begin(link)
            yield link
    except Error as error:
        if error.errno in TOO_MANY:
            raise _busy('Too many statements are being tried at this moment. Run yours again in a while.') from error
        raise


def begin(link):
    """Set all limits of a connection, and let it only read from here on."""
    settings = SETTINGS | (MARIADB if 'MariaDB' in link.connection.server_info else MYSQL)
    link.connection.cmd_query('SET SESSION ' + ', '.join(f'{name} = {value}' for name, value in settings.items()))
    link.connection.cmd_query('START TRANSACTION READ ONLY')


def _elsewhere(on):
    """What a statement on one place may not name."""
    return [places.name_of(place) for place in places.PLACES if place != on] + [config.current().db_name]


def _busy(sentence):
    return errors.Refused({'q': sentence}, 503, retry_after=errors.Busy.retry_after)


def _run(link, text, on, limits):
    try:
        with watchdog.watching(link, on) as watch:
            return _read(link, text, limits, watch)
    except Error as error:
        if is_lost(error):
            raise _busy(errors_in_words.TOO_LONG) from error
        raise errors_in_words.failed(error, text, link) from error
    except (ValueError, TypeError, OverflowError, UnicodeError) as error:
        raise errors.Refused({'q': 'The server answered with a value that this page cannot show.'}) from error


def _read(link, text, limits, watch):
    """Run a statement and keep what the limits allow; see reading.read, which trusts the statement."""
    connection = link.connection
    nothing = reading.reads(link)
    before = reading.reads(link)
    started = perf_counter()
    answer = connection.cmd_query(text)
    columns = [column[0] for column in answer.get('columns', ())]
    rows, total, ended = _take(connection, limits) if columns else ([], 0, True)
    seconds = perf_counter() - started
    if not ended:
        watch.stop()
        link.close()            # the driver reads what is still on its way
    read = reading.reads(link) - before - (before - nothing) if ended else None
    return reading.Found(columns, rows, total, not ended or total > reading.MOST, seconds, read)


def _take(connection, limits):
    """Rows to keep, how many there were, and whether those were all."""
    kept, total, size = [], 0, 0
    while size < limits.octets + DRAINED[1] and total < limits.rows + DRAINED[0]:
        rows, end = connection.get_rows(1)
        if not rows:
            return kept, total, True
        total += 1
        size += sum(len(cell) if isinstance(cell, (str, bytes)) else 8 for cell in rows[0])
        if not kept or size <= limits.octets and len(kept) < limits.rows:
            kept.append(tuple(_cut(cell, limits.cell) for cell in rows[0]))
        if end is not None:
            return kept, total, True
    return kept, total, False


def _cut(cell, most):
    """A value, a long text cut."""
    if most and isinstance(cell, (str, bytes)) and len(cell) > most:
        return cell[:most] + ('…' if isinstance(cell, str) else b'')
    return cell
