"""What every test stands on: a real server, a fresh cast, a clock that stands still.

One server runs for the whole session: a private one in a temporary folder (CLINIC_SERVER_BINARY picks its program).
Before each test that asks for `cast`, all rows of the last one are removed and the cast is put back.
"""

import dataclasses
import datetime as dt
import os
import shutil
import tempfile
import threading
from pathlib import Path

import mysql.connector
import pytest
import waitress
from playwright.sync_api import sync_playwright

from app import clock, config, database
from app.accounts import passwords
from app.learn import recorder
from app.ops import loader, private_server
from app.ops.imports.headings import Options
from app.ops.imports.run import run as run_import
from tests.support.accounts import PASSWORD, signed_in
from tests.support.people import ADA, DORA, PETRA
from tests.support.production import production
from tests.support.visits import book

MONDAY = dt.date(2026, 6, 1)                   # the day on which the tests' clock stands, at 08:00 local time
KEPT = {'calendar', 'spans', 'statuses', 'status_transitions', 'settings', 'mail_queue', 'clock_gaps',
        'last_backup', 'last_retention', 'schema_migrations'}


def settings_for(folder: Path, **environ) -> config.Config:
    """The configuration of the tests: a private server under folder, Europe/Berlin."""
    names = {'CLINIC_LOCAL_DIR': str(folder), 'CLINIC_TIMEZONE': 'Europe/Berlin', 'CLINIC_NAME': 'Test Clinic',
             'CLINIC_LEARN': '0'}
    if 'CLINIC_SERVER_BINARY' in os.environ:
        names['CLINIC_SERVER_BINARY'] = os.environ['CLINIC_SERVER_BINARY']
    return config.load({**names, **environ}, folder / 'no.env')


@pytest.fixture(scope='session')
def server():
    """A running server with our schema: the configuration that reaches it, which is also config.current()."""
    folder = Path(tempfile.mkdtemp(prefix='clinic-test-'))
    passwords.BCRYPT_COST = 4
    settings = settings_for(folder)
    config.use(settings)
    try:
        settings = dataclasses.replace(settings, db_socket=str(private_server.start(settings)))
        config.use(settings)
        loader.load(settings, demo=False)
        with connect(settings) as connection, connection.cursor() as cursor:
            cursor.execute('SET GLOBAL innodb_flush_log_at_trx_commit = 0')
        database.open(settings, size=60)
        yield settings
    finally:
        database.close()
        private_server.stop()
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope='session')
def _cleared(server):
    """A function that clears all tables and puts the cast back."""
    with connect(server) as connection, connection.cursor() as cursor:
        cursor.execute("SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE() "
                       "AND table_type = 'BASE TABLE'")
        tables = [name for (name,) in cursor.fetchall() if name not in KEPT]
    cast = list(loader.statements((Path(__file__).parent / 'support' / 'cast.sql').read_text()))
    password_hash = passwords.hash_password(PASSWORD)

    def clear():
        with connect(server) as connection, connection.cursor() as cursor:
            cursor.execute('SET @password_hash = %s', (password_hash,))
            cursor.execute('SET FOREIGN_KEY_CHECKS = 0')
            for statement in (*(f'DELETE FROM {table}' for table in tables), 'SET FOREIGN_KEY_CHECKS = 1', *cast):
                cursor.execute(statement)
    return clear


@pytest.fixture
def cast(server, _cleared):
    """A fresh cast (tests/support/cast.sql) and a clock that stands at Monday 2026-06-01 08:00 in Berlin."""
    _cleared()
    config.use(server)
    clock.freeze(dt.datetime(2026, 6, 1, 6, 0))
    yield server
    clock.freeze(None)


@pytest.fixture
def course(cast):
    """The cast, with the SQL course switched on: the configuration."""
    settings = dataclasses.replace(cast, learn=True)
    config.use(settings)
    with connect(settings) as connection, connection.cursor() as cursor:
        cursor.execute('FLUSH USER_RESOURCES')          # the tests ask more in an hour than a class does
    recorder.start()
    yield settings
    recorder.stop()
    config.use(cast)


@pytest.fixture
def real_time(cast):
    """The cast, and a clock that runs: for browsers, whose cookies end by a clock of their own."""
    clock.freeze(None)


@pytest.fixture
def fresh(cast, _cleared):
    """fresh() puts the cast back as it was, in the middle of a test."""
    return _cleared


def connect(settings, **options):
    """A plain client of the server, past our own pool: what a mysql shell would be. Autocommit, tuples."""
    return mysql.connector.connect(unix_socket=settings.db_socket, user=settings.db_user, database=settings.db_name,
                                   collation='utf8mb4_unicode_ci', autocommit=True, **options)


@pytest.fixture
def shell(cast):
    """shell('SELECT …', value, …) → list of tuples, as somebody at a mysql prompt would run it."""
    connection = connect(cast)
    cursor = connection.cursor()

    def run(sql, *values):
        cursor.execute(sql, values)
        return cursor.fetchall() if cursor.with_rows else []
    yield run
    connection.close()


@pytest.fixture
def at():
    """at('09:30') → that time on the tests' Monday; at('09:30', 1) → a day later. Local, naive."""
    def moment(time, days=0):
        return dt.datetime.combine(MONDAY + dt.timedelta(days=days), dt.time.fromisoformat(time))
    return moment


@pytest.fixture
def browser(cast):
    """browser('weber') → somebody of the cast, signed in; browser('petra', 'mail.test')."""
    return lambda name, domain='clinic.test': signed_in(f'{name}@{domain}')


@pytest.fixture
def ada(cast):
    """The admin's browser, signed in."""
    return signed_in(ADA.email)


@pytest.fixture
def petra(cast):
    """A patient's browser, signed in."""
    return signed_in(PETRA.email)


@pytest.fixture
def noted(shell):
    """noted('rooms') → (action, subject_id, details) of each line of the audit on rooms, in their order."""
    return lambda subject: shell('SELECT action, subject_id, details FROM audit_log WHERE subject = %s '
                                 'ORDER BY audit_id', subject)


@pytest.fixture
def booked(cast, at):
    """booked(starts_at, …) → a visit's number: Petra with Dr. Weber today at 10:00, if nothing else is said."""
    def booked(starts_at=None, **changes):
        return book(DORA, starts_at or at('10:00'), **{'overruled': ('notice', 'visits_ahead', 'horizon'),
                                                       'why': 'Test', **changes})
    return booked


@pytest.fixture
def take(cast, tmp_path):
    """take(patients, text) → what an import of such a file gives; commit=False for a dry run, other Options by name."""
    def take(kind, text, commit=True, name='file.csv', dates='dmy', **options):
        file = tmp_path / name
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return run_import(kind, file, Options(commit=commit, dates=dates, **options), lambda *_: None)
    return take


@pytest.fixture(scope='module')
def clinic():
    """A clinic as the guide sets it up, with one admin: a Production."""
    folder = Path(tempfile.mkdtemp(prefix='clinic-test-'))
    with production(folder) as clinic:
        made = clinic.shell("INSERT INTO users (email, password_hash, role, full_name, created_utc) "
                            "VALUES ('chief@clinic.test', 'x', 'admin', 'Ada Chief', '2026-01-01')")
        assert made == []
        yield clinic
    shutil.rmtree(folder)


@pytest.fixture
def site(cast):
    """The clinic over real HTTP, on a free port of this machine: its address."""
    from app import routes  # noqa: F401
    from app.web.app import application
    server = waitress.create_server(application, host='127.0.0.1', port=0, threads=4, ident=None)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    yield f'http://127.0.0.1:{server.effective_port}'
    server.close()
    server.task_dispatcher.shutdown()
    thread.join(5)


@pytest.fixture(scope='session')
def chromium():
    """A real browser. There is no skipping: where it is missing, `make test` installs it."""
    names = ('chromium', 'chromium-browser', 'google-chrome')
    program = next(filter(None, map(shutil.which, names)), None)
    assert program, 'no Chromium found: run `make test`, which installs it'
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=[
            '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'])
        yield browser
        browser.close()


@pytest.fixture
def tab(chromium, site):
    """A browser's page without JavaScript, 1280 wide, at the clinic's address."""
    context = chromium.new_context(base_url=site, java_script_enabled=False, viewport={'width': 1280, 'height': 900})
    yield context.new_page()
    context.close()
