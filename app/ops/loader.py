"""Filling an empty database: the schema, the demo clinic where it is wanted, the gaps of the clinic's time zone.

The row in schema_migrations comes last, and with the demo clinic in one transaction: a database with tables but
without that row is one whose loading was cut short.
"""

import contextlib
import json
import logging
from datetime import datetime

from mysql.connector import Error

from app import clock, database
from app.accounts import passwords
from app.database import pool
from app.database.link import UNABLE, is_lost
from app.database.sql_files import FOLDER, statements
from app.ops import migrations, rights

__all__ = ['DEMO_ACCOUNTS', 'DEMO_PASSWORD', 'FOLDER', 'Away', 'LoadError', 'linked', 'load', 'statements']
DEMO_PASSWORD = 'clinic demo password'
DEMO_ACCOUNTS = ('admin@example.com', 'staff@example.com', 'desk@example.com', 'patient@example.com')
MARK = 'restore_under_way'      # the table that stands in a database while it is being restored
DEMO_SAID = ('the demo clinic with its published passwords: to begin without it, set CLINIC_DEMO=0 and name a new '
             'database (in a trial: run "python clinic.py reset").')
OTHER_ZONE = ('CLINIC_TIMEZONE is {ours}, and the times in the database are those of {its}: set it to that, or run '
              '"python clinic.py change-zone" to change the clinic\'s zone on purpose.')
YEARS_OF_GAPS = (2000, 2100)
NO_SUCH_DATABASE = 1049
DEFINES = {'CREATE', 'ALTER', 'DROP'}       # rights that nobody needs who only serves pages or sends mail
SECONDS_TO_CHANGE = 6 * 3600  # a large table takes as long as it takes

# errors of the server -> the sentence
REFUSALS = {
    NO_SUCH_DATABASE: 'There is no database of the name in DB_NAME yet: "python clinic.py load-schema" makes it.',
    1045: 'DB_USER and DB_PASSWORD are not accepted by the database server.',
    1044: 'DB_USER may not use the database that DB_NAME names.',
    1142: 'DB_USER may not create tables: run "python clinic.py load-schema" once with an account that may.',
    1227: 'DB_USER may not create triggers, or replace what an administrator of the server made: run this once with an '
          'account that may.',
    1419: 'The database server keeps a binary log, so it must be told that triggers are welcome: '
          'set log_bin_trust_function_creators=1 there, then empty the database and start again.',
}


class LoadError(Exception):
    """The database cannot be used as it is; the text is one sentence for the person who started the app."""


def load(config, demo: bool, serves: bool = False) -> bool:
    """Make the database of `config` ready: create what is missing, never touch what is there. Raises LoadError.

    demo: fill a newly created one with the demo clinic. serves: for a program that runs all day, so in production not
    with an account that may change tables. True comes back where the demo clinic is in it.
    An older release's database is upgraded where it is the app's own; of any other, LoadError says what to do.
    """
    with linked(config, create=True) as link:
        if serves and config.production:
            _refuse_owner(link, config)
        _load_schema(link, config, demo)
        _upgrade_or_refuse(link, config)
        rights.give(link, config)
        _set_zone_or_refuse(link, config)
        has_demo = bool(link.value('schema/count_loaded', version='demo'))
    if has_demo and config.production:
        raise LoadError(f'DB_NAME is {config.db_name}, which holds the demo clinic with its well-known passwords: '
                        'name another where CLINIC_ENV is production.')
    if has_demo and config.private_server and not config.demo:
        raise LoadError('CLINIC_DEMO is 0, and the private database was begun with the demo clinic: "python clinic.py '
                        'reset" makes a new one and keeps a copy.')
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


def empty(link: database.Link):
    """Drop all tables and views of the database, but a restore's mark."""
    link.command('SET FOREIGN_KEY_CHECKS = 0')
    for found in link.rows('schema/list_tables', but=MARK):
        put(link, name=found['name'], kind=found['kind'])
        run_file(link, 'drop_table.sql')
    link.command('SET FOREIGN_KEY_CHECKS = 1')


def mark(link: database.Link, note: str):
    """Say in the database that it is being restored, until unmark(). note: JSON with `file` and `kept`, paths."""
    put(link, name=MARK, note=note)
    run_file(link, 'mark_database.sql')


def unmark(link: database.Link):
    """Take the mark of a restore away: the database is whole again."""
    put(link, name=MARK, kind='TABLE')
    run_file(link, 'drop_table.sql')


def half_restored(link) -> dict | None:
    """What a restore that did not come to its end wrote down: file, and kept (what was there before), paths."""
    note = link.value('schema/find_note', name=MARK)
    return note and json.loads(note)


def refuse_half_restored(link):
    """Raise LoadError where a restore did not come to its end, with the file to put back."""
    half = half_restored(link)
    if half:
        earlier = f' What was there before it is in {half["kept"]}.' if half['kept'] else ''
        raise LoadError(f'Restoring {half["file"]} was cut short, so this database is not whole: run "python clinic.py '
                        f'restore {half["file"]}" again.{earlier}')


def lock(link: database.Link, what: str = 'schema'):
    """Be the only program that does something to the schema, until the connection ends. Raises LoadError.

    what: 'schema' to load or change it; 'copy' to save or replace all of it, beside which apps may start.
    """
    if not link.value('schema/lock', what=what):
        raise LoadError('Another program is loading, upgrading, saving or restoring this database just now: try again '
                        'when it is done.')


def run_file(link: database.Link, name: str):
    """Run all statements of a file of db/; what they answer is not looked at."""
    for statement in statements((FOLDER / name).read_text(encoding='utf-8')):
        if 'columns' in link.connection.cmd_query(statement, buffered=True):
            link.connection.get_rows()


def put(link: database.Link, **variables):
    """Set session variables, which the scripts in db/ take as their parameters."""
    with link.connection.cursor() as cursor:
        for name, value in variables.items():
            cursor.execute(f'SET @{name} = %s', (value,))


def _connect(config, create):
    where = {**pool.where(config), 'read_timeout': SECONDS_TO_CHANGE}
    try:
        return database.connect(**where, database=config.db_name)
    except Error as error:
        if error.errno != NO_SUCH_DATABASE or not create:
            raise
    connection = database.connect(**where)
    create_database(database.Link(connection), config.db_name)
    return connection


def create_database(link: database.Link, name: str):
    """Make an empty database, and let the connection use it."""
    put(link, name=name)
    run_file(link, 'create_database.sql')
    link.connection.database = name


def _refuse_owner(link: database.Link, config):
    may = ', '.join(sorted(DEFINES.intersection(row['may'] for row in link.rows('schema/list_rights'))))
    if may:
        raise LoadError(f'DB_USER is {config.db_user}, which may {may}: let web processes and workers use an account '
                        'that may only read and write rows, see db/grants.sql.')


def _load_schema(link: database.Link, config, demo: bool):
    lock(link)
    refuse_half_restored(link)
    whole = link.value('schema/find_completed')
    if whole and link.value('schema/count_loaded', version='schema'):
        return
    if link.value('schema/count_tables'):
        if not config.private_server or whole and link.value('schema/count_accounts'):
            raise LoadError(f'The database {config.db_name} holds tables of something else, or a schema whose loading '
                            'was cut short: let DB_NAME name an empty one.')
        empty(link)     # what an earlier start of the app's own server left half done
    now_utc = clock.now_utc()
    fill(link, now_utc, clock.to_local(now_utc), passwords.hash_password(DEMO_PASSWORD) if demo else None)


def fill(link: database.Link, now_utc: datetime, now: datetime, demo_password_hash: str | None):
    """Create all tables in an empty database. With a hash for its accounts, the demo clinic around `now` comes in too.

    now: the clinic's wall clock at now_utc.
    """
    run_file(link, 'schema.sql')
    link.command('START TRANSACTION')
    if demo_password_hash:
        put(link, now=now, now_utc=now_utc, demo_password_hash=demo_password_hash)
        run_file(link, 'demo.sql')
        link.change('schema/insert_loaded', version='demo', now_utc=now_utc)
    for name in migrations.names():         # the schema has them in it
        link.change('schema/insert_loaded', version=name, now_utc=now_utc)
    link.change('schema/insert_loaded', version='schema', now_utc=now_utc)
    link.command('COMMIT')


def _upgrade_or_refuse(link: database.Link, config):
    """Upgrade the app's own database where an older release left it; refuse to use another's. Raises LoadError."""
    pending = migrations.pending(link)
    if pending and not config.private_server:
        raise LoadError(f'The database {config.db_name} was made by an older release: back it up, then run '
                        '"python clinic.py migrate".')
    for name, _ in migrations.carry_out(link, pending):
        logging.getLogger(__name__).info('The private database was upgraded: %s', name)


def _set_zone_or_refuse(link: database.Link, config):
    """Let a new database's times be those of CLINIC_TIMEZONE; refuse one whose times are another zone's."""
    ours, its = config.timezone.key, link.value('clock_gaps/find_timezone')
    if its is None:
        set_zone(link, ours)
    elif its != ours:
        raise LoadError(OTHER_ZONE.format(ours=ours, its=its))


def set_zone(link: database.Link, timezone: str):
    """Let the clinic's times be those of CLINIC_TIMEZONE, and fill clock_gaps for it."""
    link.command('START TRANSACTION')
    link.change('clock_gaps/delete_all')
    for day, starts_minute, ends_minute in clock.gaps(*YEARS_OF_GAPS):
        link.change('clock_gaps/insert', day=day, starts_minute=starts_minute, ends_minute=ends_minute)
    link.change('clock_gaps/set_timezone', timezone=timezone)
    link.command('COMMIT')
