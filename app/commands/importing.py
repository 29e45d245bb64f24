"""What the two import commands share: their arguments, and carrying them out with a progress bar on a terminal."""

import argparse
import sys
from pathlib import Path

from app.commands import import_report
from app.commands.ready import StartError, ready
from app.errors import Refused
from app.ops.imports.dates import WAYS
from app.ops.imports.headings import Options
from app.ops.imports.run import run
from app.ops.imports.text import FileError
from app.ops.imports.undo import UndoError

WIDTH = 30


def arguments(parser):
    add = parser.add_argument
    parser.epilog = 'The columns, and what files may look like, are in docs/moving-in.md.'
    add('file', type=Path, metavar='FILE.csv')
    add('--commit', action='store_true', help='take the lines in; without it they are only checked')
    add('--update', action='store_true', help='the file may hold what was taken in before: patients are brought up '
        'to date where the clinic has not changed them since, visits are passed over')
    add('--dates', choices=WAYS, help='how days are read that could be two: 05/06/1980 is 5 June with dmy')
    add('--map', action='append', type=_map, default=[], metavar='OURS=THEIRS',
        help='our column OURS is the one that the file calls THEIRS (may be repeated)')
    add('--ignore', action='append', default=[], metavar='HEADING', help='leave this column out (may be repeated)')
    add('--ignore-others', action='store_true', help='leave out every column that is not used')
    add('--value', action='append', type=_value, default=[], metavar='OURS:THEIRS=MEANING',
        help='in our column OURS, a cell THEIRS means MEANING, as in staff:3=anna@example.com (may be repeated)')
    add('--encoding', help='of the file, where it is read wrong: cp1250, mac_roman …')


def take_in(settings, given, kind) -> int:
    """Check a file, or take it in; the exit code: 1 where a line has a problem."""
    maps = {}
    for ours, theirs in given.map:
        maps.setdefault(ours, []).append(theirs)
    options = Options(commit=given.commit, update=given.update, dates=given.dates, encoding=given.encoding, maps=maps,
                      ignore=tuple(given.ignore), ignore_others=given.ignore_others, values=dict(given.value))
    with ready(settings):
        found = with_bar(run, kind, given.file, options)
    return import_report.tell(found, kind)


def with_bar(act, *args):
    """Carry out what imports do, which takes a progress function last; its errors become sentences."""
    try:
        return act(*args, _bar if sys.stderr.isatty() else _silent)
    except (FileError, UndoError) as error:
        raise StartError(str(error)) from None
    except Refused as refused:
        raise StartError(f'Somebody booked meanwhile: {refused} Nothing was changed: check again.') from None
    finally:
        if sys.stderr.isatty():
            print('\r' + ' ' * (WIDTH + 20) + '\r', end='', file=sys.stderr, flush=True)


def _map(text):
    ours, sign, theirs = (part.strip() for part in text.partition('='))
    if not (sign and ours and theirs):
        raise argparse.ArgumentTypeError('it is written like birth_date="Born on"')
    return ours, theirs


def _value(text):
    where, sign, meaning = (part.strip() for part in text.partition('='))
    ours, colon, theirs = (part.strip() for part in where.partition(':'))
    if not (sign and colon and ours and theirs):
        raise argparse.ArgumentTypeError('it is written like staff:3=anna@example.com')
    return (ours, theirs), meaning


def _bar(what: str, done: int, total: int):
    filled = WIDTH * done // total
    print(f'\r{what:12}[{"#" * filled:{WIDTH}}] {100 * done // total:3} %', end='', file=sys.stderr, flush=True)


def _silent(*_):
    pass
