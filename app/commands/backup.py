"""`python clinic.py backup`"""

from pathlib import Path

from app.commands.ready import StartError, reachable
from app.server import backup as copies
from app.server import loader
from app.server.dump_programs import BackupError


def arguments(parser):
    parser.add_argument('file', type=Path, metavar='FILE.sql.gz')
    parser.add_argument('--position', action='store_true',
                        help='note where the binary log stands, for point-in-time recovery (see docs/backup.md)')


def run(settings, given):
    """Save the whole database to a new file (FILE.sql.gz), while the clinic goes on working."""
    if not given.file.name.endswith('.sql.gz'):
        raise StartError(f'A backup is compressed SQL: let {given.file} end with .sql.gz.')
    try:
        with reachable(settings) as settings, loader.linked(settings) as link:
            loader.lock(link, 'copy')
            copies.save(settings, link, given.file, given.position)
    except BackupError as error:
        raise StartError(str(error)) from None
    print(f'Saved to {given.file} ({given.file.stat().st_size / 2**20:.1f} MB). It holds patients\' data: keep it so.')
