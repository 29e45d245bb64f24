"""What an import says: how the file was read, what stands against it, and what it did or would do."""

import sys
import textwrap

from app.forms import days
from app.ops.imports import dates
from app.ops.imports.run import says_more
from app.ops.imports.table import SEPARATORS

MOST = 30                           # lines of one kind that are printed
SHORT_YEARS = {'patients': 'the latest that is not in the future',
               'visits': 'the one that is at most twenty years ahead'}


def tell(found: dict, kind) -> int:
    """Print what imports.run found; the exit code: 1 where a line has a problem."""
    for line in [*_reading(found, kind), *_remarks(found)]:
        print(line)
    if found['problems']:
        lines = len({line for line, *_ in found['problems']})
        print(f'{_many(lines, "line has", "lines have")} problems: nothing was taken in.', file=sys.stderr)
        return 1
    print(_outcome(found, kind))
    return 0


def _reading(found, kind):
    """How the file was read: what a clinic compares with what it sees in its spreadsheet."""
    table = found['table']
    columns = table.columns
    separator = SEPARATORS.get(table.separator, f'"{table.separator}"')
    yield (f'{table.file.name}: {columns.program.name + ", " if columns.program else ""}{table.encoding}, cells '
           f'between {separator}, headings in line {table.heading_line}'
           + (f', above them a title in line {", ".join(map(str, table.titles))}.' if table.titles else '.'))
    yield ''
    width = max(map(len, columns.used))
    for ours in columns.used:
        yield f'  {ours:{width}}  is read from  {columns.shown(ours)}'
    if kind.KIND == 'patients' and 'reference' not in columns.used:
        yield f'  {"reference":{width}}  is made of    name, birth date, telephone and e-mail address'
    yield from _left_out(table)
    if found['first']:
        line, values = found['first']
        yield f'  Line {line} is: {values}.'
    yield from _days(found, kind)
    if columns.program and columns.program.word:
        yield f'  {columns.program.word}'
    yield ''


def _left_out(table):
    """What of the file has no place here: columns with something in them by name, the others by their number, and where
    a line has more than one value for a column of ours."""
    counts = table.filled(table.columns.left_out)
    parts = [f'{table.columns.names[number]} (in {_many(count, "line")})' for number, count in counts.items() if count]
    empty = sum(not count for count in counts.values())
    parts += [_many(empty, 'empty column')] if empty else []
    parts += [f'a second {ours} (in {_many(len(lines), "line")}, such as line {lines[0]})'
              for ours, lines in table.seconds().items()]
    if parts:
        yield from textwrap.wrap('left out: ' + ', '.join(parts), 110, initial_indent='  ',
                                 subsequent_indent='    ')


def _days(found, kind):
    if found['example']:
        line, column, text = found['example']
        way = f'{days.WAYS[found["way"]]}, as' if found['way'] else 'as'
        yield f'  Days are read {way} in line {line}, {column}: "{text}" is {_day(text, found["way"], kind)}.'
    if found['short_years']:
        yield (f'  {_many(found["short_years"], "day gives", "days give")} the year with two digits: it is read as '
               f'{SHORT_YEARS[kind.KIND]}.')


def _day(text, way, kind) -> str:
    try:
        return dates.spoken(days.read(text, way, kind.full_year()))
    except ValueError:
        return 'no day'


def _remarks(found):
    """What is to be said of single lines; of a long list its beginning."""
    for label, name in (('', 'problems'), ('perhaps: ', 'hints'), ('kept: ', 'kept'), ('changes: ', 'changes')):
        for line, column, sentence in found[name][:MOST]:
            yield f'line {line}{", " + column if column else ""}: {label}{sentence}'
        if len(found[name]) > MOST:
            yield f'… and {len(found[name]) - MOST:,} more of these.'
    if found['open']:
        yield (f'{_many(found["open"], "visit is over, and only", "visits are over, and only")} said to be booked: the '
               'desk will be asked whether the patient came. (--value status:Confirmed= takes those for completed.)')


def _outcome(found, kind) -> str:
    counts = [f'{found[name]:,} {word}' for name, word in (
        ('changed', 'changed'), ('unchanged', 'unchanged'), ('passed_over', 'no visits')) if found[name]]
    also = f' ({", ".join(counts)})' if counts else ''
    if not says_more(found):
        return f'Nothing in this file is new{also}: there is nothing to take in.'
    new = _many(found['new'], *kind.WHAT)
    if found['import_id']:
        return (f'{new} taken in{also}, as import {found["import_id"]}. '
                f'"import-undo {found["import_id"]}" takes all of it back.')
    return f'{new} to take in{also}, and nothing speaks against it. Nothing was taken in yet: add --commit to do so.'


def _many(count, one, more=None) -> str:
    return f'{count:,} {one if count == 1 else more or one + "s"}'
