"""Filling an empty database: the schema, the demo clinic where it is wanted, the gaps of the clinic's time zone.

The row in schema_migrations comes last, and with the demo clinic in one transaction: a database with tables but
without that row is one whose loading was cut short.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from mysql.connector import Error

from app import clock, database, passwords

FOLDER = Path(__file__).parent.parent / 'db'
DEMO_PASSWORD = 'clinic demo password'
DEMO_ACCOUNTS = ('admin@example.com', 'staff@example.com', 'patient@example.com')
YEARS_OF_GAPS = (2000, 2100)
NO_SUCH_DATABASE = 1049

# A quoted text, a comment, a semicolon, or anything else: what a statement is made of.
PIECES = re.compile(
    r"""'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`[^`]*`|--(?=\s)[^\n]*|\#[^\n]*|/\*.*?\*/|;|[^'"`;#/-]+|.""", re.DOTALL)

# errors of the server -> the sentence
REFUSALS = {
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
    """
    try:
        link = database.Link(_connect(config))
        try:
            _load_schema(link, config, demo)
            _keep_gaps(link, config.timezone.key)
            has_demo = bool(link.value('schema/count_loaded', version='demo'))
        finally:
            link.connection.close()
    except Error as error:
        place = config.db_socket or f'{config.db_host}, port {config.db_port}'
        raise LoadError(REFUSALS.get(error.errno) or f'The database server ({place}) says: {error.msg}.') from error
    except database.errors.Busy as error:
        raise LoadError(f'The database server went away: {error}.') from error
    if has_demo and config.production:
        raise LoadError(f'DB_NAME is {config.db_name}, which holds the demo clinic with its well-known passwords: '
                        'name another where CLINIC_ENV is production.')
    return has_demo


def statements(sql: str) -> Iterator[str]:
    """The statements of a file, without their semicolons and without comments between them."""
    statement = ''
    for piece in (*PIECES.findall(sql), ';'):
        if piece == ';':
            if statement:
                yield statement.rstrip()
            statement = ''
        elif statement or not (piece.isspace() or piece.startswith(('--', '#', '/*'))):
            statement += piece if statement else piece.lstrip()


def _run_file(link: database.Link, name: str):
    for statement in statements((FOLDER / name).read_text(encoding='utf-8')):
        link.connection.cmd_query(statement)


def _set(link: database.Link, **variables):
    """Set session variables, which the scripts in db/ take as their parameters."""
    with link.connection.cursor() as cursor:
        for name, value in variables.items():
            cursor.execute(f'SET @{name} = %s', (value,))


def _connect(config):
    where = {'unix_socket': config.db_socket} if config.db_socket else {'host': config.db_host, 'port': config.db_port}
    where.update(user=config.db_user, password=config.db_password)
    try:
        return database.connect(**where, database=config.db_name)
    except Error as error:
        if error.errno != NO_SUCH_DATABASE:
            raise
    connection = database.connect(**where)
    _create_database(database.Link(connection), config.db_name)
    return connection


def _create_database(link: database.Link, name: str):
    _set(link, name=name)
    _run_file(link, 'create_database.sql')
    link.connection.database = name


def _load_schema(link: database.Link, config, demo: bool):
    if not link.value('schema/lock'):
        raise LoadError('Another program is loading the schema just now: start again in a moment.')
    whole = link.value('schema/find_completed')
    if whole and link.value('schema/count_loaded', version='schema'):
        return
    if link.value('schema/count_tables'):
        if not config.private_server or whole and link.value('schema/count_accounts'):
            raise LoadError(f'The database {config.db_name} holds tables of something else, or a schema whose loading '
                            'was cut short: let DB_NAME name an empty one.')
        _start_over(link, config)
    _run_file(link, 'schema.sql')
    link.command('START TRANSACTION')
    if demo:
        _set(link, today=clock.today(), demo_password_hash=passwords.hash_password(DEMO_PASSWORD))
        _run_file(link, 'demo.sql')
        link.change('schema/insert_loaded', version='demo', now_utc=clock.now_utc())
    link.change('schema/insert_loaded', version='schema', now_utc=clock.now_utc())
    link.command('COMMIT')


def _start_over(link: database.Link, config):
    """Drop what an earlier start of the app's own server left half done."""
    _set(link, name=config.db_name)
    _run_file(link, 'drop_database.sql')
    _create_database(link, config.db_name)


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
