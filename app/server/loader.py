"""Filling an empty database: the schema, the demo clinic where it is wanted, the gaps of the clinic's time zone.

The row in schema_migrations comes last, and with the demo clinic in one transaction: a database with tables but
without that row is one whose loading was cut short.
"""

import contextlib
import logging

from mysql.connector import Error

from app import clock, database
from app.accounts import passwords
from app.server import migrations, rights
from app.server.link import UNABLE, is_lost
from app.server.sql_files import FOLDER, statements

__all__ = ['DEMO_ACCOUNTS', 'DEMO_PASSWORD', 'FOLDER', 'Away', 'LoadError', 'linked', 'load', 'statements']
DEMO_PASSWORD = 'clinic demo password'
DEMO_ACCOUNTS = ('admin@example.com', 'staff@example.com', 'patient@example.com')
YEARS_OF_GAPS = (2000, 2100)
NO_SUCH_DATABASE = 1049
SECONDS_TO_CHANGE = 6 * 3600  # a large table takes as long as it takes

# errors of the server -> the sentence
REFUSALS = {
    NO_SUCH_DATABASE: 'There is no database of the name in DB_NAME yet: "python clinic.py load-schema" makes it.',
    1045: 'DB_USER and DB_PASSWORD are not accepted by the database server.',
    1044: 'DB_USER may not use the database that DB_NAME names.',
    1142: 'DB_USER may not create tables: run "python clinic.py load-schema" once with an account that may.',
    1227: 'DB_USER may not create triggers: run "python clinic.py load-schema" once with an account that may.',
    1419: 'The database server keeps a binary log, so it must be told that triggers are welcome: '
          'set log_bin_trust_function_creators=1 there, then empty the database and start again.',
}


class LoadError(Exception):
    """The database cannot be used as it is; the text is one sentence for the person who started the app."""


def load(config, demo: bool) -> bool:
    """Make the database of `config` ready: create what is missing, never touch what is there. Raises LoadError.

    demo: fill a newly created one with the demo clinic. True comes back where the demo clinic is in it.
    An older release's database is upgraded where it is the app's own; of any other, LoadError says what to do.
    """
    with linked(config, create=True) as link:
        _load_schema(link, config, demo)
        _keep_release(link, config)
        rights.give(link, config)
        _keep_gaps(link, config.timezone.key)
        has_demo = bool(link.value('schema/count_loaded', version='demo'))
    if has_demo and config.production:
        raise LoadError(f'DB_NAME is {config.db_name}, which holds the demo clinic with its well-known passwords: '
                        'name another where CLINIC_ENV is production.')
    return has_demo


class Away(LoadError):
    """The database server does not answer, or takes nobody in just now; it may later."""


@contextlib.contextmanager
def linked(config, create: bool = False):
    """One connection to the database of `config`, in `with`; what the server refuses inside is raised as LoadError.

    create: make the database first, empty, where the server has none of that name.
    """
    try:
        link = database.Link(_connect(config, create))
        try:
            yield link
        finally:
            link.close()
    except Error as error:
        place = config.db_socket or f'{config.db_host}, port {config.db_port}'
        kind = Away if is_lost(error) or error.errno in UNABLE else LoadError
        raise kind(REFUSALS.get(error.errno) or f'The database server ({place}) says: {error.msg}.') from error
    except database.errors.Busy as error:
        raise Away(f'The database server went away: {error}.') from error
    except (migrations.MigrationError, rights.RightsError) as error:
        raise LoadError(str(error)) from error


def empty(link: database.Link, config):
    """Drop all that is in the database of `config`, and leave it empty."""
    _set(link, name=config.db_name)
    _run_file(link, 'drop_database.sql')
    _create_database(link, config.db_name)


def lock(link: database.Link, what: str = 'schema'):
    """Be the only program that does something to the schema, until the connection ends. Raises LoadError.

    what: 'schema' to load or change it; 'copy' to save or replace all of it, beside which apps may start.
    """
    if not link.value('schema/lock', what=what):
        raise LoadError('Another program is loading, upgrading, saving or restoring this database just now: try again '
                        'when it is done.')


def _run_file(link: database.Link, name: str):
    for statement in statements((FOLDER / name).read_text(encoding='utf-8')):
        link.connection.cmd_query(statement)


def _set(link: database.Link, **variables):
    """Set session variables, which the scripts in db/ take as their parameters."""
    with link.connection.cursor() as cursor:
        for name, value in variables.items():
            cursor.execute(f'SET @{name} = %s', (value,))


def _connect(config, create):
    where = {'unix_socket': config.db_socket} if config.db_socket else {'host': config.db_host, 'port': config.db_port}
    where.update(user=config.db_user, password=config.db_password, read_timeout=SECONDS_TO_CHANGE)
    try:
        return database.connect(**where, database=config.db_name)
    except Error as error:
        if error.errno != NO_SUCH_DATABASE or not create:
            raise
    connection = database.connect(**where)
    _create_database(database.Link(connection), config.db_name)
    return connection


def _create_database(link: database.Link, name: str):
    _set(link, name=name)
    _run_file(link, 'create_database.sql')
    link.connection.database = name


def _load_schema(link: database.Link, config, demo: bool):
    lock(link)
    whole = link.value('schema/find_completed')
    if whole and link.value('schema/count_loaded', version='schema'):
        return
    if link.value('schema/count_tables'):
        if not config.private_server or whole and link.value('schema/count_accounts'):
            raise LoadError(f'The database {config.db_name} holds tables of something else, or a schema whose loading '
                            'was cut short: let DB_NAME name an empty one.')
        empty(link, config)     # what an earlier start of the app's own server left half done
    _run_file(link, 'schema.sql')
    link.command('START TRANSACTION')
    if demo:
        _set(link, today=clock.today(), demo_password_hash=passwords.hash_password(DEMO_PASSWORD))
        _run_file(link, 'demo.sql')
        link.change('schema/insert_loaded', version='demo', now_utc=clock.now_utc())
    for name in migrations.names():         # the schema has them in it
        link.change('schema/insert_loaded', version=name, now_utc=clock.now_utc())
    link.change('schema/insert_loaded', version='schema', now_utc=clock.now_utc())
    link.command('COMMIT')


def _keep_release(link: database.Link, config):
    """Upgrade the app's own database where an older release left it; refuse to use another's. Raises LoadError."""
    pending = migrations.pending(link)
    if pending and not config.private_server:
        raise LoadError(f'The database {config.db_name} was made by an older release: back it up, then run '
                        '"python clinic.py migrate".')
    for name, _ in migrations.carry_out(link, pending):
        logging.getLogger(__name__).info('The private database was upgraded: %s', name)


def _keep_gaps(link: database.Link, timezone: str):
    """Fill clock_gaps for CLINIC_TIMEZONE, where it holds another zone's or none."""
    if link.value('clock_gaps/find_timezone') == timezone:
        return
    link.command('START TRANSACTION')
    link.change('clock_gaps/delete_all')
    for day, starts_minute, ends_minute in clock.gaps(*YEARS_OF_GAPS):
        link.change('clock_gaps/insert', day=day, starts_minute=starts_minute, ends_minute=ends_minute)
    link.change('clock_gaps/set_timezone', timezone=timezone)
    link.command('COMMIT')
