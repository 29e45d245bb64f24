"""`python clinic.py import-undo`"""

import sys

from app import clock
from app.commands import asking, importing
from app.commands.ready import ready
from app.ops.imports import undo

MOST = 30
STATES = {'begun': 'cut short', 'done': 'taken in', 'undone': 'taken back'}


def arguments(parser):
    parser.add_argument('number', type=int, nargs='?', help='of the import; without one, all imports are listed')
    asking.add_yes(parser)


def run(settings, given):
    """List the imports, or take one back as a whole.

    It goes back only while nobody has changed any of its visits or patients since, and no mail has told of them.
    """
    with ready(settings):
        if given.number is None:
            for row in undo.list_all():
                print(_shown(row))
            return 0
        found = importing.with_bar(lambda _: undo.find(given.number))
        if not found['in_the_way']:
            asking.agree(f'This takes back import {found["import_id"]}, {found["file_name"]}: {_what(found)}.', given)
            found = importing.with_bar(undo.take_back, given.number)
    return _tell(found)


def _shown(row) -> str:
    return (f'{row["import_id"]:4}  {clock.to_local(row["begun_utc"]):%Y-%m-%d %H:%M}  {STATES[row["state"]]:10}  '
            f'{_what(row)}, {row["file_name"]}')


def _what(row) -> str:
    changed = f', {row["changed"]:,} changed' if row['changed'] else ''
    kind = row['kind'].removesuffix('s') if row['added'] == 1 else row['kind']
    return f'{row["added"]:,} {kind}{changed}'


def _tell(found) -> int:
    for sentence in found['in_the_way'][:MOST]:
        print(sentence)
    if len(found['in_the_way']) > MOST:
        print(f'… and {len(found["in_the_way"]) - MOST:,} more.')
    if found['in_the_way']:
        print(f'Import {found["import_id"]} cannot be taken back: nothing was changed.', file=sys.stderr)
        return 1
    print(f'Import {found["import_id"]} was taken back: {_what(found)}.')
    return 0
