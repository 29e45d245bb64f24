"""A clinic as docs/production.md sets it up: the two accounts of db/grants.sql on a server of its own, no demo.

    with production(folder) as clinic:
        clinic.environ                          # what .env would hold, for the app's account
        clinic.shell('SELECT …')                # the server's administrator
"""

import contextlib
import datetime as dt
import subprocess
import sys
from pathlib import Path

import mysql.connector

from app.accounts import passwords
from app.ops import loader
from tests.support.processes import ROOT, environment, running

PASSWORD = 'walrus trombone kettle drum'
OWNER = {'DB_USER': 'clinic_owner', 'DB_PASSWORD': 'owner-word', 'DB_APP_ACCOUNT': 'clinic_app@localhost'}


class Production:
    """What a technician has: the server's socket, the settings, a shell as administrator."""

    def __init__(self, folder: Path, socket: str):
        self.folder, self.socket = folder, socket
        self.environ = {
            'CLINIC_ENV': 'production', 'CLINIC_SECRET': 'e8a1f0c3b5d79264e8a1f0c3b5d79264',
            'CLINIC_TIMEZONE': 'Europe/Berlin', 'CLINIC_URL': 'https://localhost', 'CLINIC_TRUSTED_PROXY': '127.0.0.1',
            'DB_SOCKET': socket, 'DB_NAME': 'clinic', 'DB_USER': 'clinic_app', 'DB_PASSWORD': 'app-word'}

    def shell(self, sql, *values, database='clinic'):
        """One statement by the server's administrator: its rows as tuples."""
        with contextlib.closing(mysql.connector.connect(unix_socket=self.socket, user='root', database=database,
                                                        collation='utf8mb4_unicode_ci', autocommit=True)) as connection:
            with connection.cursor() as cursor:
                cursor.execute(sql, values)
                return cursor.fetchall() if cursor.with_rows else []

    def grant(self):
        """Run db/grants.sql, as the guide says."""
        text = (ROOT / 'db' / 'grants.sql').read_text()
        text = text.replace('APP_PASSWORD', 'app-word').replace('OWNER_PASSWORD', 'owner-word')
        for statement in loader.statements(text):
            self.shell(statement, database='mysql')

    def run(self, *arguments, **environ):
        """`python clinic.py ARGUMENTS` to its end."""
        return subprocess.run([sys.executable, 'clinic.py', *arguments], cwd=ROOT, capture_output=True, text=True,
                              timeout=120, env=self.environment(**environ))

    def environment(self, **environ):
        given = {**environment(self.folder / 'local', **self.environ), **environ}
        return {name: value for name, value in given.items() if value is not None}

    def fill(self):
        """People, services and hours to book: the demo's rows, without its mark."""
        connection = mysql.connector.connect(unix_socket=self.socket, user='root', database='clinic', autocommit=True,
                                             collation='utf8mb4_unicode_ci')
        with contextlib.closing(connection), connection.cursor() as cursor:
            now_utc = dt.datetime.now(dt.timezone.utc).replace(tzinfo=None, microsecond=0)
            cursor.execute('SET @now = %s, @now_utc = %s, @demo_password_hash = %s',
                           (now_utc, now_utc, passwords.hash_password(PASSWORD)))
            for statement in loader.statements((ROOT / 'db' / 'demo.sql').read_text(encoding='utf-8')):
                connection.cmd_query(statement)


@contextlib.contextmanager
def production(folder: Path):
    """A server with the two accounts and the tables, in `folder`."""
    with running(folder / 'server') as server:
        clinic = Production(folder, server.socket)
        clinic.grant()
        loaded = clinic.run('load-schema', **OWNER)
        assert loaded.returncode == 0, loaded.stderr
        yield clinic
