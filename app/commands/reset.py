"""`python clinic.py reset`"""

from app.commands import asking
from app.commands.ready import StartError, reachable
from app.ops import backup, loader, private_server
from app.ops.dump_programs import BackupError


def arguments(parser):
    asking.add_yes(parser)
    parser.add_argument('--without-copy', action='store_true', help='for a database that cannot be saved any more')


def run(settings, given):
    """Save a copy of the private database, then throw it away. Others are never touched.

    The next start makes a new one, with the demo clinic unless CLINIC_DEMO is 0.
    """
    if not settings.private_server:
        raise StartError('DB_HOST or DB_SOCKET names a database: reset touches only the private one.')
    if not private_server.has_data(settings):
        print(f'There is no database in {settings.local_dir}.')
        return
    private_server.refuse_apps(settings)
    promise = 'no copy is kept' if given.without_copy else 'a copy is kept'
    asking.agree(f'This deletes the database in {settings.local_dir}; {promise}.', given)
    copy = None if given.without_copy else _save(settings)
    private_server.erase(settings)
    print(f'The database in {settings.local_dir} is gone.')
    if copy:
        print(f'A copy is in {copy}: "python clinic.py restore --replace {copy}" brings it back.')


def _save(settings):
    """A copy of what is in the database; None where nothing is."""
    try:
        with reachable(settings) as running, loader.linked(running, create=True) as link:
            if not link.value('schema/count_tables'):
                return None
            copy = backup.new_file(settings.local_dir, 'before-reset-')
            backup.save(running, link, copy)
            return copy
    except (BackupError, loader.LoadError, private_server.ServerError) as error:
        raise StartError(f'{error} So no copy can be kept, and nothing was deleted (--without-copy does it all the '
                         'same).') from None
