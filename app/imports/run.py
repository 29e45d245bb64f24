"""One import: a transaction in which all lines of a file are staged, judged together, and taken in or forgotten."""

import json
from collections.abc import Callable
from pathlib import Path

from mysql.connector import Error

from app import database, errors
from app.accounts import audit
from app.imports.csv_lines import FileError, Table

CHUNK = 1000                # lines that travel together
WAITED, DEADLOCK = 1205, 1213


class _Forget(Exception):
    """Ends the transaction without a trace."""


def run(kind, file: Path, date_style: str, commit: bool, progress: Callable[[str, int, int], None]) -> dict:
    """Check a file and, with commit, take all of it in; nothing at all where anything speaks against any line.

    kind: the module app.imports.patients or visits. progress: called with what is done, how far, of how much.
    Gives a dict: count (good lines), problems and hints (lists of (line, column, sentence), by line), unused (columns),
    committed. Raises FileError; Refused where somebody booked the same time meanwhile.
    """
    table = Table(file, kind.REQUIRED, kind.OPTIONAL)
    found = {'unused': table.unused, 'committed': False}
    try:
        with database.transaction() as tx:
            found.update(_judge(tx, kind, table, date_style, progress))
            if found['problems'] or not commit:
                raise _Forget
            _take_in(tx, kind, table, progress)
            kind.clear(tx)
            audit.record(tx, f'{kind.WHAT[1]} imported', kind.TABLE, None, details=f'{file.name}: {found["count"]}')
        return {**found, 'committed': True}
    except _Forget:
        return found
    except Error as error:
        if error.errno not in (WAITED, DEADLOCK):
            raise
        raise errors.Busy('Another import is at work, or the clinic is just now very busy: nothing was taken in; try '
                          'again.') from error


def _judge(tx, kind, table, date_style, progress) -> dict:
    count, problems, chunk = 0, [], []
    read = kind.reader(tx, date_style)
    for line, told in table:
        values, wrong = ({}, {'': told}) if isinstance(told, str) else read(told)
        problems += [(line, column, sentence) for column, sentence in wrong.items()]
        if not wrong:
            count += 1
            chunk.append({'line': line, **values})
        if len(chunk) == CHUNK:
            _stage(tx, kind, chunk)
        if line % 100 == 0:
            progress('Reading', line, table.length)
    _stage(tx, kind, chunk)
    if not count and not problems:
        raise FileError(f'{table.file} has no lines below its header.')
    progress('Comparing', 1, 2)
    problems += kind.problems(tx)
    return {'count': count, 'problems': sorted(problems), 'hints': list(kind.hints(tx))}


def _stage(tx, kind, chunk):
    if chunk:
        kind.stage(tx, json.dumps(chunk, ensure_ascii=False))
        chunk.clear()


def _take_in(tx, kind, table, progress):
    for line in range(0, table.length, CHUNK):
        progress('Writing', line, table.length)
        kind.take_in(tx, line, line + CHUNK)
    progress('Writing', table.length, table.length)
