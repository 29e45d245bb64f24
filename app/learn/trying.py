"""A file that writes or locks, tried in the course's clinic and taken back: what it would change, table by table."""

import re
from typing import NamedTuple

from mysql.connector import Error

from app.database.link import bound
from app.learn import errors_in_words, files, places, tables

WRITES = re.compile(r'\b(?:INSERT\s+(?:IGNORE\s+)?INTO|REPLACE\s+INTO|UPDATE|DELETE\s+FROM|DELETE\s+\w+\s+FROM)\s+'
                    r'([a-z_]+)')
MOST = 10               # rows that are shown of each kind
WAITS = 3               # seconds for a lock that somebody else's try holds


class Change(NamedTuple):
    """What became of a table. gone, new: rows that were there before only, and afterwards only; at most MOST of each.

    count_gone, count_new: how many there are.
    """

    table: str
    columns: list[str]
    gone: list[tuple]
    new: list[tuple]
    count_gone: int
    count_new: int


class Tried(NamedTuple):
    """count: rows that the server says it changed. columns, rows: what a locking read gave. refusal: why not, or ''.

    said: the server's own words for it.
    """

    count: int
    columns: list[str]
    rows: list[tuple]
    changes: list[Change]
    refusal: str = ''
    said: str = ''


def run(query: files.Query, values: dict) -> Tried:
    """Try a file with values by parameter, and take everything back. Raises errors.Refused where the course cannot."""
    with places.connected('learn', 'lab') as link:
        link.command(f'SET SESSION innodb_lock_wait_timeout = {WAITS}')
        link.command('START TRANSACTION')
        touched = touches(query.statement)
        before = {table: tables.rows_of(link, table) for table in touched}
        try:
            answer = link.connection.cmd_query(bound(query.name, values), buffered=True)
        except Error as error:
            return Tried(0, [], [], [], errors_in_words.sentence(error.errno, error.msg), f'{error.errno}: {error.msg}')
        columns = [column[0] for column in answer.get('columns', ())]
        rows = link.connection.get_rows()[0] if columns else []
        after = {table: tables.rows_of(link, table) for table in touched}
        link.command('ROLLBACK')
    changes = [_change(table, before[table], after[table]) for table in touched]
    return Tried(answer.get('affected_rows', 0), columns, rows, [one for one in changes if one.gone or one.new])


def touches(statement: str) -> list[str]:
    """The tables that a statement writes, and those that the triggers of these write."""
    found = list(dict.fromkeys(name for name in WRITES.findall(statement) if name in tables.every()))
    for name in found:              # grows while it is walked: triggers may fire triggers
        for trigger in tables.find(name).triggers:
            found += [other for other in WRITES.findall(trigger.text) if other not in found]
    return found


def _change(table, before, after):
    columns, old = before
    new = after[1]
    was, now = set(map(repr, old)), set(map(repr, new))
    gone, added = [row for row in old if repr(row) not in now], [row for row in new if repr(row) not in was]
    return Change(table, columns, gone[:MOST], added[:MOST], len(gone), len(added))
