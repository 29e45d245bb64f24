"""What the two import commands share: their arguments, what they print, and a progress bar on a terminal."""

import sys
from pathlib import Path

from app import database
from app.commands.ready import StartError, ready
from app.errors import Refused
from app.imports.csv_lines import FileError
from app.imports.run import run

WIDTH = 30


def arguments(parser):
    parser.epilog = 'The columns are in docs/moving-in.md.'
    parser.add_argument('file', type=Path, metavar='FILE.csv')
    parser.add_argument('--commit', action='store_true', help='take the lines in; without it they are only checked')


def take_in(settings, given, kind) -> int:
    """Check a file, or take it in; the exit code: 1 where a line has a problem."""
    with ready(settings):
        try:
            date_style = database.one('settings/find')['date_style']
            found = run(kind, given.file, date_style, given.commit, _bar if sys.stderr.isatty() else _silent)
        except FileError as error:
            raise StartError(str(error)) from None
        except Refused as refused:
            raise StartError(f'Somebody booked meanwhile: {refused} Nothing was taken in: check the file again.') \
                from None
        finally:
            if sys.stderr.isatty():
                print('\r' + ' ' * (WIDTH + 17) + '\r', end='', file=sys.stderr, flush=True)
    return _tell(found, kind)


def _tell(found: dict, kind) -> int:
    for label, lines in (('', found['problems']), ('perhaps: ', found['hints'])):
        for line, column, sentence in lines:
            print(f'line {line}{", " + column if column else ""}: {label}{sentence}')
    if found['unused']:
        print(f'Columns that are not used: {", ".join(found["unused"])}.')
    count = f'{found["count"]} {kind.WHAT[found["count"] != 1]}'
    if found['problems']:
        lines = len({line for line, *_ in found['problems']})
        print(f'{lines} {"line has" if lines == 1 else "lines have"} problems: nothing was taken in.', file=sys.stderr)
        return 1
    print(f'{count} taken in.' if found['committed'] else
          f'{count}, and nothing speaks against them. Nothing was taken in yet: add --commit to do so.')
    return 0


def _bar(what: str, done: int, total: int):
    filled = WIDTH * done // total
    print(f'\r{what:10}[{"#" * filled:{WIDTH}}] {100 * done // total:3} %', end='', file=sys.stderr, flush=True)


def _silent(*_):
    pass
