"""Bringing an older release's database to today's schema: the files of db/migrations, each carried out once.

The servers cannot undo a statement that defines tables, so a migration is one such statement, or statements that change
rows, in one transaction with the note that they are done. Before a defining statement a note says that it was begun:
where a program died between the statement and its note, the next one finds the former, runs the statement again, and
takes the server's "that is there already" for the answer.
"""

import re
import time
from collections.abc import Iterator

from mysql.connector import Error

from app import clock
from app.database import sql_files

FOLDER = sql_files.FOLDER / 'migrations'
NAME = re.compile(r'\d{4}-\d{2}-\d{2}_\d{2}_[a-z0-9_]{1,60}')
CHANGES_ROWS = re.compile(r'(INSERT|UPDATE|DELETE|REPLACE|SET)\b', re.IGNORECASE)
NOT_MIGRATIONS = {'schema', 'demo'}     # rows of schema_migrations that the loader writes
BEGUN = ' (begun)'
SECONDS_TO_WAIT = 10                    # for those who still use a table
# What the servers answer when that table, column, key, constraint, view or trigger is there, or gone, already.
SO_ALREADY = {1005, 1050, 1051, 1054, 1060, 1061, 1091, 1146, 1359, 1360, 1826, 3821, 3822, 3940, 4092}
REFUSALS = {
    1142: 'DB_USER may not change tables: run it once with DB_USER and DB_PASSWORD of an account that may',
    1205: 'a table is in use: stop the clinic\'s web processes and workers first',
    1227: 'DB_USER may not create triggers: run it once with an account that may',
    1419: 'the server keeps a binary log, so it must be told that triggers are welcome: set '
          'log_bin_trust_function_creators=1 there',
}


class MigrationError(Exception):
    """The database cannot be brought to this release; the text is for the person who started the app."""


def names() -> list[str]:
    """All migrations of this release, in their order. Raises MigrationError for a file that is not named like one."""
    found = sorted(path.stem for path in FOLDER.glob('*.sql'))
    for name in found:
        if not NAME.fullmatch(name):
            raise MigrationError(f'db/migrations/{name}.sql is not named like 2027-01-15_01_rooms_have_a_colour.sql.')
    return found


def pending(link) -> list[str]:
    """The migrations that a database still needs. Raises MigrationError where it is newer than this program."""
    loaded = {row['version'] for row in link.rows('schema/list_loaded')}
    ours = names()
    unknown = sorted(version for version in loaded.difference(ours, NOT_MIGRATIONS) if not version.endswith(BEGUN))
    if unknown:
        raise MigrationError(f'The database is newer than this program, which does not know {unknown[-1]}: '
                             'use the release that it was upgraded with.')
    return [name for name in ours if name not in loaded]


def purpose(name: str) -> str:
    """What a migration does: the comment on top of its file, as one line."""
    lines = _text(name).splitlines()
    count = next((number for number, line in enumerate(lines) if not line.startswith('--')), len(lines))
    return ' '.join(' '.join(line.removeprefix('--') for line in lines[:count]).split())


def carry_out(link, wanted: list[str]) -> Iterator[tuple[str, float]]:
    """Carry out migrations one by one; gives (name, seconds) after each. Only under the schema's lock.

    Raises MigrationError; then the one it names left nothing behind, and those before it are done.
    """
    if wanted:
        link.connection.cmd_query(f'SET SESSION lock_wait_timeout = {SECONDS_TO_WAIT}')
    for name in wanted:
        started = time.monotonic()
        statements = list(sql_files.statements(_text(name)))
        if len(statements) != 1 and not (statements and all(map(CHANGES_ROWS.match, statements))):
            raise MigrationError(f'db/migrations/{name}.sql must hold one statement that defines something, or only '
                                 'statements that change rows.')
        try:
            (_change_rows if CHANGES_ROWS.match(statements[0]) else _define)(link, name, statements)
        except Error as error:
            raise MigrationError(f'{name} was not carried out: {REFUSALS.get(error.errno) or error.msg}. '
                                 'Nothing of it was kept, and what came before it is done.') from error
        yield name, time.monotonic() - started


def _change_rows(link, name, statements):
    link.command('START TRANSACTION')
    try:
        for statement in statements:
            link.connection.cmd_query(statement)
        _note(link, name)
        link.command('COMMIT')
    except Error:
        link.command('ROLLBACK')
        raise


def _define(link, name, statements):
    begun = name + BEGUN
    was_begun = link.value('schema/count_loaded', version=begun)
    if not was_begun:
        _note(link, begun)
    try:
        link.connection.cmd_query(statements[0])
    except Error as error:
        if not (was_begun and error.errno in SO_ALREADY):
            link.change('schema/delete_loaded', version=begun)
            raise
    link.command('START TRANSACTION')
    link.change('schema/delete_loaded', version=begun)
    _note(link, name)
    link.command('COMMIT')


def _note(link, version):
    link.change('schema/insert_loaded', version=version, now_utc=clock.now_utc())


def _text(name: str) -> str:
    return (FOLDER / f'{name}.sql').read_text(encoding='utf-8')
