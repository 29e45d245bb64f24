"""One import: all lines of a file are staged and judged in one transaction, then taken in by portions.

A portion is a transaction of its own, so that nobody who books waits for more than one. If one of them fails, because
somebody has just booked that time, those before it are taken back: in the end all of the file is there, or none of it.
"""

from collections.abc import Callable
from pathlib import Path

from app import audit, clock, database
from app.forms import days
from app.ops.imports import dates, undo
from app.ops.imports.headings import Options
from app.ops.imports.portions import patiently, turn
from app.ops.imports.table import Table
from app.ops.imports.text import FileError

CHUNK = 1000                # lines that travel together


class _Forget(Exception):
    """Ends the transaction without a trace."""


def run(kind, file: Path, options: Options, progress: Callable[[str, int, int], None]) -> dict:
    """Check a file and, with options.commit, take all of it in; nothing where anything speaks against any line.

    kind: the module app.ops.imports.patients or visits. progress: called with what is done, how far, of how much.
    Gives a dict: table, way and example (how days are read, see dates.find_way), first ((line, what it says) of the
    first good line), short_years (how many days say their year in two digits), new, changed, unchanged, passed_over
    and noted (counts of lines; noted: that say of a patient what no earlier file did),
    open (past visits still booked), problems, hints, changes and kept (lists of (line, column, sentence)), import_id
    (None where nothing was taken in).
    Raises FileError; Refused where somebody booked the same time meanwhile; Busy.
    """
    table = Table(kind.KIND, file, options)
    lacking = kind.missing(table.columns.used)
    if lacking:
        raise FileError(f'{file} has {lacking}. Its headings, line {table.heading_line}: '
                        f'{", ".join(table.columns.names)}. (--map ours=theirs says which is which.)')
    found = {'table': table, 'import_id': None, **_days(kind, table, options)}
    with turn():
        if options.commit:
            undo.refuse_cut_short()
        try:
            with database.transaction() as tx:
                found.update(_judge(tx, kind, table, found['way'], options, progress))
                if found['problems'] or not (options.commit and says_more(found)):
                    raise _Forget
                import_id = tx.insert('imports/insert', kind=kind.KIND, file_name=file.name[:255],
                                      now_utc=clock.now_utc())
        except _Forget:
            return found
        _take_in(kind, import_id, table, progress)
    return {**found, 'import_id': import_id}


def says_more(found: dict) -> bool:
    """Whether run() found anything to take in: else an import would be written that holds nothing."""
    return any(found[name] for name in ('new', 'changed', 'noted'))


def _days(kind, table, options) -> dict:
    """How the days of the file are read: way and example, see dates.find_way; short_years: a count."""
    columns = [column for column in kind.DAYS if column in table.columns.used]
    found = [(line, column, day) for line, cells in table if isinstance(cells, dict)
             for column in columns if (day := kind.day_in(column, cells[column]))]
    short_years = sum(days.uses_short_year(day) for _, _, day in found)
    try:
        way, example = dates.find_way(found, kind.full_year(), options.dates)
    except dates.Question as question:
        raise FileError(f'{table.file}: {question}') from None
    return {'way': way, 'example': example, 'short_years': short_years}


def _judge(tx, kind, table, way, options, progress) -> dict:
    found = {'problems': _unused(table), 'changes': [], 'kept': [], 'new': 0, 'changed': 0, 'unchanged': 0, 'noted': 0,
             'passed_over': 0, 'open': 0, 'first': None}
    chunk = []
    read = kind.reader(tx, way, options)
    for line, cells in table:
        values, wrong = ({}, {'': cells}) if isinstance(cells, str) else read(_meant(cells, options))
        found['problems'] += [(line, column, sentence) for column, sentence in wrong.items()]
        if values is None:
            found['passed_over'] += 1
        elif not wrong:
            found['new'] += 1
            found['first'] = found['first'] or (line, kind.spoken(cells, values))
            chunk.append({'line': line, **values})
        if len(chunk) == CHUNK:
            _stage(tx, kind, chunk, options, found)
        if line % 100 == 0:
            progress('Reading', line, table.length)
    _stage(tx, kind, chunk, options, found)
    if not found['new'] and not found['problems']:
        raise FileError(f'{table.file} has no lines below its headings.')
    progress('Comparing', 1, 2)
    if options.update and kind.KIND == 'visits':
        found['unchanged'] = kind.pass_over_known(tx)
    found['new'] -= found['changed'] + found['unchanged']
    found['problems'] = sorted({*found['problems'], *kind.problems(tx, options)})
    return {**found, 'hints': list(kind.hints(tx))}


def _unused(table) -> list[tuple[int, str, str]]:
    """A problem for each heading that nothing is done with. What has no heading and no cell is nothing."""
    filled = table.filled(table.columns.unused) if table.columns.unused else {}
    return [(table.heading_line, table.columns.names[number] or f'column {number + 1}',
             'This heading is not used. Say what it is (--map ours=theirs), or leave it out (--ignore, '
             '--ignore-others).')
            for number, lines in filled.items() if lines or table.columns.names[number]]


def _meant(cells, options) -> dict:
    return {column: options.values.get((column, cell), cell) for column, cell in cells.items()} \
        if options.values else cells


def _stage(tx, kind, chunk, options, found):
    if chunk:
        for name, more in kind.stage(tx, chunk, options).items():
            found[name] += more
        chunk.clear()


def _take_in(kind, import_id, table, progress):
    try:
        for line in range(table.heading_line, table.length, kind.PORTION):
            progress('Writing', line, table.length)
            patiently(_portion, kind, import_id, line, line + kind.PORTION)
        patiently(_finish, kind, import_id, table.file.name)
    except BaseException:           # Ctrl-C as well
        undo.take_back_now(import_id)
        raise
    progress('Writing', table.length, table.length)


@database.retried(has_request_key=True)         # the lines are deleted with it, so twice is as good as once
def _portion(kind, import_id, after_line, until_line):
    with database.transaction() as tx:
        counts = kind.take_in(tx, import_id, after_line, until_line)
        tx.change('imports/add_counts', import_id=import_id, **counts)


@database.retried(has_request_key=True)
def _finish(kind, import_id, file_name):
    with database.transaction() as tx:
        tx.change('imports/set_state', import_id=import_id, state='done', now_utc=clock.now_utc())
        audit.record(tx, None, f'{kind.WHAT[1]} imported', 'imports', import_id, file_name)
