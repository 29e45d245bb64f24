"""`python clinic.py restore`"""

from pathlib import Path

from app.commands import asking
from app.commands.ready import StartError, reachable
from app.ops import backup, loader, migrations, restoring
from app.ops.dump_programs import BackupError


def arguments(parser):
    parser.add_argument('file', type=Path, metavar='FILE.sql.gz')
    parser.add_argument('--replace', action='store_true',
                        help='save what the database holds to a file beside this one, then put this one in its place')
    asking.add_yes(parser)


def run(settings, given):
    """Fill an empty database from a backup; --replace saves what is there, then replaces it."""
    try:
        head = backup.inspect(given.file)       # before anything is started, created or asked
        if head['has_demo'] and settings.production:
            raise StartError(f'{given.file} holds the demo clinic with its well-known passwords, which production '
                             'refuses: a trial becomes the clinic where it was begun with CLINIC_DEMO=0.')
        if given.replace:
            asking.agree(f'This replaces what the database {settings.db_name} holds; a copy of that is kept.', given)
        with reachable(settings) as settings, loader.linked(settings, create=True) as link:
            loader.lock(link, 'copy')
            loader.lock(link)
            copy = restoring.restore(settings, link, given.file, given.replace)
            pending = migrations.pending(link)
    except BackupError as error:
        raise StartError(str(error)) from None
    print(f'{given.file} is now the database {settings.db_name}.')
    if copy:
        print(f'What was there before is in {copy}.')
    if pending:
        print('It was made by an older release: run "python clinic.py migrate" next.')
