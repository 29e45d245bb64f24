"""Filling a database: whole or not at all, by any number of programs at once, never over what is there."""

import dataclasses
import subprocess
import sys
import zoneinfo
from functools import partial

import pytest

from app import clock, config
from app.database import connect
from app.ops import loader, migrations
from tests.support.moments import together
from tests.support.processes import ROOT, command, environment, running, wait_until

LOADED = {'schema', *migrations.names()}        # what a new database has


@pytest.fixture(scope='module')
def server(tmp_path_factory):
    """The socket of an empty server of this module's own."""
    with running(tmp_path_factory.mktemp('server')) as app:
        yield app.socket


@pytest.fixture
def settings(server, monkeypatch):
    """The settings of an app on its private server. The database they name does not exist yet."""
    settings = dataclasses.replace(config.load({}, '/none'), db_socket=server, db_name='fresh')
    run(settings, 'DROP DATABASE IF EXISTS fresh', database=None)
    monkeypatch.setattr(config, '_current', settings)
    return settings


@pytest.fixture
def configured(settings):
    """The same database as one that somebody else set up for us."""
    return dataclasses.replace(settings, private_server=False)


def run(settings, *statements, database='fresh'):
    """Run statements; the rows of the last."""
    connection = connect(unix_socket=settings.db_socket, user='root', database=database)
    try:
        with connection.cursor() as cursor:
            for statement in statements:
                cursor.execute(statement)
            return cursor.fetchall() if cursor.with_rows else []
    finally:
        connection.close()


def half_load(settings, count):
    """What a program killed after `count` statements of the schema leaves."""
    statements = list(loader.statements((loader.FOLDER / 'schema.sql').read_text()))[:count]
    run(settings, 'CREATE DATABASE fresh', database=None)
    run(settings, *statements)


@pytest.mark.parametrize('text, statements', [
    ('', []),
    ('SELECT 1', ['SELECT 1']),
    ('SELECT 1;\n\nSELECT 2 ;\n', ['SELECT 1', 'SELECT 2']),
    ('-- why; not\nSELECT 1; # and; on\n/* a; b */ SELECT 2; -- end', ['SELECT 1', 'SELECT 2']),
    ("SELECT ';', \"a;b\", `c;d`;", ["SELECT ';', \"a;b\", `c;d`"]),
    (r"SELECT 'it\'s; ok', 'it''s; ok', '\\'; SELECT 2", [r"SELECT 'it\'s; ok', 'it''s; ok', '\\'", 'SELECT 2']),
    ('SELECT 1 -- one;\n  , 2;', ['SELECT 1 -- one;\n  , 2']),
    ('SELECT 5--4/2;', ['SELECT 5--4/2']),
    ('--\nSELECT 1;', ['SELECT 1']),
    ("SELECT '-- not a comment; no';", ["SELECT '-- not a comment; no'"]),
])
def test_a_file_is_split_where_statements_end(text, statements):
    assert list(loader.statements(text)) == statements


def test_a_missing_database_is_created_with_our_collation(settings):
    loader.load(settings, demo=False)

    assert run(settings, 'SELECT @@character_set_database, @@collation_database') == [('utf8mb4', 'utf8mb4_unicode_ci')]


def test_what_is_there_is_not_touched(settings):
    loader.load(settings, demo=False)
    run(settings, "UPDATE settings SET address = 'Main Street'")
    loader.load(settings, demo=False)

    assert run(settings, 'SELECT address FROM settings') == [('Main Street',)]


def test_the_demo_clinic_comes_with_its_accounts(settings):
    assert loader.load(settings, demo=True) is True
    assert loader.load(settings, demo=True) is True

    accounts = {email for email, in run(settings, 'SELECT email FROM users')}
    assert accounts.issuperset(loader.DEMO_ACCOUNTS)


def test_without_the_demo_nobody_has_an_account(settings):
    assert loader.load(settings, demo=False) is False
    assert loader.load(settings, demo=True) is False

    assert run(settings, 'SELECT COUNT(*) FROM users') == [(0,)]


@pytest.mark.parametrize('count', [1, 5, 20, 1000])
def test_a_schema_cut_short_is_made_anew_on_the_private_server(settings, count):
    half_load(settings, count)
    loader.load(settings, demo=False)

    assert {version for version, in run(settings, 'SELECT version FROM schema_migrations')} == LOADED
    assert run(settings, 'SELECT COUNT(*) FROM settings') == [(1,)]


@pytest.mark.parametrize('count', [1, 1000])
def test_a_schema_cut_short_elsewhere_is_told_and_left(configured, count):
    half_load(configured, count)

    with pytest.raises(loader.LoadError, match='^The database fresh holds tables of something else'):
        loader.load(configured, demo=False)
    assert run(configured, 'SHOW TABLES')


def test_a_database_that_somebody_used_is_never_dropped(settings):
    loader.load(settings, demo=False)
    run(settings, "INSERT INTO users (email, role, full_name, created_utc) VALUES ('a@b.c', 'admin', 'A', '20300101')",
        'DELETE FROM schema_migrations')

    with pytest.raises(loader.LoadError):
        loader.load(settings, demo=False)
    assert run(settings, 'SELECT email FROM users') == [('a@b.c',)]


def test_a_program_killed_while_it_loads_blocks_nothing(tmp_path):
    with running(tmp_path) as app:
        at_work = subprocess.Popen([sys.executable, 'clinic.py', 'load-schema'], cwd=ROOT, env=environment(tmp_path))
        wait_until(lambda: tables_of(app.socket) > 3)
        at_work.kill()
        at_work.wait()

        done = command(tmp_path, 'load-schema')

        assert (done.returncode, done.stderr) == (0, '')


def tables_of(socket):
    connection = connect(unix_socket=socket, user='root')
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = 'clinic'")
            return cursor.fetchone()[0]
    finally:
        connection.close()


def test_programs_that_load_at_once_make_one_schema(settings):
    run(settings, 'CREATE DATABASE fresh CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci', database=None)

    results = together([partial(loader.load, settings, demo=False)] * 4)

    assert [error for error in results if isinstance(error, Exception)] == []
    assert run(settings, 'SELECT COUNT(*) FROM schema_migrations') == [(len(LOADED),)]


def test_the_gaps_are_those_of_the_clinics_zone(settings, monkeypatch):
    loader.load(settings, demo=False)
    assert run(settings, 'SELECT timezone FROM settings') == [(settings.timezone.key,)]

    for name in ('Europe/Berlin', 'America/New_York'):
        moved = dataclasses.replace(settings, timezone=zoneinfo.ZoneInfo(name))
        monkeypatch.setattr(config, '_current', moved)
        with pytest.raises(loader.LoadError, match=f'^CLINIC_TIMEZONE is {name}, and the times in .* run "python'):
            loader.load(moved, demo=False)
        with loader.linked(moved) as link:
            loader.set_zone(link, name)
        loader.load(moved, demo=False)

        assert run(settings, 'SELECT day, starts_minute, ends_minute FROM clock_gaps ORDER BY day') == (
            clock.gaps(2000, 2100))


def test_production_refuses_a_database_with_the_demo_clinic(configured):
    loader.load(configured, demo=True)

    with pytest.raises(loader.LoadError, match='holds the demo clinic'):
        loader.load(dataclasses.replace(configured, env='production'), demo=False)


def test_an_account_that_may_only_read_and_write_is_enough_once_the_tables_are_there(configured):
    run(configured, 'DROP USER IF EXISTS app@localhost', "CREATE USER app@localhost IDENTIFIED BY 'secret word'",
        'CREATE DATABASE fresh CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci',
        'GRANT SELECT, INSERT, UPDATE, DELETE ON fresh.* TO app@localhost', database=None)
    weak = dataclasses.replace(configured, db_user='app', db_password='secret word')

    with pytest.raises(loader.LoadError, match='^DB_USER may not create tables: run'):
        loader.load(weak, demo=False)
    loader.load(configured, demo=False)
    assert loader.load(weak, demo=False) is False


@pytest.mark.parametrize('changes, said', [
    ({'db_password': 'wrong'}, 'DB_USER and DB_PASSWORD are not accepted by the database server.'),
    ({'db_name': 'mysql', 'db_password': 'secret word'}, 'DB_USER may not use the database that DB_NAME names.'),
    ({'db_name': 'missing', 'db_password': 'secret word'}, 'DB_USER may not use the database that DB_NAME names.'),
    ({'db_socket': '/no/such/socket'}, 'The database server (/no/such/socket) says: '),
])
def test_a_database_that_cannot_be_used_is_told_in_one_sentence(configured, changes, said):
    run(configured, 'DROP USER IF EXISTS app@localhost', "CREATE USER app@localhost IDENTIFIED BY 'secret word'",
        database=None)

    with pytest.raises(loader.LoadError, match='^[^\n]*$') as refused:
        loader.load(dataclasses.replace(configured, db_user='app', **changes), demo=False)
    assert str(refused.value).startswith(said)
