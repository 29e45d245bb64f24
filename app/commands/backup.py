"""`python clinic.py backup`"""

import contextlib
import sys
from pathlib import Path

from mysql.connector import Error

from app import clock
from app.commands.ready import StartError, reachable
from app.errors import Busy
from app.ops import backup as copies
from app.ops import loader
from app.ops.dump_programs import BackupError


def arguments(parser):
    parser.add_argument('file', type=Path, metavar='FILE.sql.gz|FOLDER',
                        help='a new file; in a folder that is named, one that is called after the time (UTC)')
    parser.add_argument('--position', action='store_true',
                        help='note where the binary log stands, for point-in-time recovery (see docs/backup.md)')


def run(settings, given):
    """Save the whole database to a new file (FILE.sql.gz), while the clinic goes on working.

    What came of it is written down in the database, for `check` and the admins' first page.
    """
    if not given.file.is_dir() and not given.file.name.endswith('.sql.gz'):
        raise StartError(f'A backup is compressed SQL: let {given.file} end with .sql.gz.')
    try:
        with reachable(settings) as settings, loader.linked(settings) as link:
            loader.lock(link, 'copy')
            file = copies.new_file(given.file) if given.file.is_dir() else given.file
            _save(settings, link, file, given.position)
    except BackupError as error:
        raise StartError(str(error)) from None
    print(f'Saved to {file} ({file.stat().st_size / 2**20:.1f} MB). It holds patients\' data: keep it so.')


def _save(settings, link, file, position):
    """Save, and write down what came of it."""
    try:
        copies.save(settings, link, file, position)
    except BackupError as error:
        with _as_good_as_it_goes():
            link.change('last_backup/note_failed', now_utc=clock.now_utc(), failure=str(error)[:500])
        raise
    with _as_good_as_it_goes():
        link.change('last_backup/note_saved', now_utc=clock.now_utc(), file=str(file.resolve())[-500:])


@contextlib.contextmanager
def _as_good_as_it_goes():
    try:
        yield
    except (Error, Busy) as error:      # an account that may only read, or an older release's tables
        print(f'(What came of it could not be written down in the database: {getattr(error, "msg", error)}.)',
              file=sys.stderr)
