"""A clinic whose database is ours to break, while patients go on booking (tests/support/load.py).

    with clinic(folder) as found:               # a database server, filled, and `python clinic.py serve` on it
        with Load(found) as load:
            found.database.kill()
            found.database.start()
        load.judge(found.database.shell)
"""

import contextlib
import http.client
import os
import secrets
import signal
import socket
import subprocess
import tempfile
import threading
from dataclasses import replace
from pathlib import Path

import mysql.connector

from app import config, database
from app.accounts import passwords, sessions
from app.commands.serve import DATABASE
from app.ops import loader, server_program
from app.web import csrf
from tests.conftest import PASSWORD, settings_for
from tests.faults.behind_nginx import Visitor
from tests.support import visits
from tests.support.load import book
from tests.support.people import PETRA
from tests.support.processes import Clinic, free_port, wait_until

PEOPLE = 40
FOLDERS = '/var/tmp'            # a real disk: what is synced there must be there after the kill
WRITERS = DATABASE['writers']
SECRET = 'only for tests that break things'


class Database:
    """A server program with data of its own, on a Unix socket and a port of this machine."""

    def __init__(self, folder: Path):
        self.folder, self.socket, self.port = folder, folder / 'socket', free_port()
        program = server_program.find(os.environ.get('CLINIC_SERVER_BINARY') or None)
        with (folder / 'held').open('w') as held:
            server_program.create_data(program, folder, folder / 'create.log', held.fileno())
        options = server_program.serve_command(program, folder / 'data', self.socket)
        options.remove('--skip-networking')
        # no TLS, so that the proxy can see what passes
        self.command = [*options, f'--port={self.port}', '--bind-address=127.0.0.1',
                        *(['--auto-generate-certs=OFF'] if program.kind == 'mysql' else [])]

    def start(self):
        for leftover in (self.socket, Path(f'{self.socket}.lock')):
            leftover.unlink(missing_ok=True)
        with (self.folder / 'server.log').open('ab') as log:
            self.process = subprocess.Popen(self.command, stdout=log, stderr=log, cwd=self.folder,
                                            start_new_session=True)
        wait_until(self.greets, 60)

    def greets(self):
        assert self.process.poll() is None, (self.folder / 'server.log').read_text()[-3000:]
        with socket.socket(socket.AF_UNIX) as client, contextlib.suppress(OSError):
            client.connect(str(self.socket))
            return bool(client.recv(1))
        return False

    def kill(self):
        self.process.kill()
        assert self.process.wait() == -signal.SIGKILL

    def stop(self):
        self.process.terminate()
        self.process.wait(60)

    def connect(self, name='clinic'):
        return mysql.connector.connect(unix_socket=str(self.socket), user='root', database=name, autocommit=True,
                                       collation='utf8mb4_unicode_ci')

    def shell(self, sql, *values, name='clinic'):
        with contextlib.closing(self.connect(name)) as connection, connection.cursor() as cursor:
            cursor.execute(sql, values)
            return cursor.fetchall() if cursor.with_rows else []


class Direct(Visitor):
    """A browser that asks the web process itself, without nginx and TLS."""

    def connect(self):
        return http.client.HTTPConnection('127.0.0.1', self.port, timeout=120, source_address=(self.address, 0))


class Broken:
    """What a test gets. database: the server. port, pid: the web process's. people: signed-in visitors."""

    def __init__(self, folder: Path, database: Database):
        self.folder, self.database = folder, database

    def fill(self):
        """The cast of the tests, and a crowd with sessions; many visits ahead are allowed."""
        where = {'DB_SOCKET': str(self.database.socket), 'DB_NAME': 'clinic', 'DB_USER': 'root'}
        settings = settings_for(self.folder, CLINIC_SECRET=SECRET, **where)
        config.use(settings)
        loader.load(settings, demo=False)
        with contextlib.closing(self.database.connect()) as connection, connection.cursor() as cursor:
            cursor.execute('SET @password_hash = %s', (passwords.hash_password(PASSWORD),))
            for statement in loader.statements((Path(__file__).parent.parent / 'support' / 'cast.sql').read_text()):
                cursor.execute(statement)
            cursor.execute('UPDATE settings SET visits_ahead_limit = 99, account_visits_limit = 99, notice_minutes = 0,'
                           ' horizon_days = 366')
            for number in range(100, 100 + PEOPLE):
                cursor.execute("INSERT INTO users (user_id, email, role, full_name, created_utc, email_proven_utc)"
                               " VALUES (%s, %s, 'patient', 'One of many', '2026-01-01', '2026-01-01')",
                               (number, f'{number}@m.test'))
                cursor.execute("INSERT INTO patients (patient_id, user_id, full_name, created_utc)"
                               " VALUES (%s, %s, 'One of many', '2026-01-01')", (number, number))
            visits.known(self.database.shell, *range(100, 100 + PEOPLE))
            visits.any_number_a_day(self.database.shell)
            cursor.execute("CREATE USER 'clinic'@'127.0.0.1'")
            cursor.execute("GRANT SELECT, INSERT, UPDATE, DELETE ON clinic.* TO 'clinic'@'127.0.0.1'")
        database.open(settings, 1)
        with database.transaction() as tx:
            self.tokens = {number: sessions.start(tx, replace(PETRA, user_id=number))
                           for number in range(100, 100 + PEOPLE)}
        database.close()

    def serve(self, **where):
        """The web process, as it is served. where: settings that lead to the database."""
        where = {'DB_NAME': 'clinic', 'DB_USER': 'root', **(where or {'DB_SOCKET': str(self.database.socket)})}
        return Clinic(self.folder / 'web', CLINIC_SECRET=SECRET, CLINIC_TIMEZONE='Europe/Berlin', **where)

    def use(self, web: Clinic):
        self.port, self.pid, self.people = web.port, web.process.pid, []
        for number, token in self.tokens.items():
            visitor = Direct(web.port)
            visitor.cookies['session'], visitor.token, visitor.patient_id = token, csrf.token(token), number
            self.people.append(visitor)

    def slots(self):
        """Free times of the doctors, soonest first: staff_id, starts_at."""
        return self.database.shell(
            'SELECT DISTINCT staff_id, starts_at FROM free_starts WHERE service_id = 1 AND day BETWEEN '
            'CURDATE() + INTERVAL 2 DAY AND CURDATE() + INTERVAL 360 DAY ORDER BY starts_at, staff_id')

    def footprint(self):
        """Memory in MB and open files of the web process."""
        pages = int(Path(f'/proc/{self.pid}/statm').read_text().split()[1])
        return pages * os.sysconf('SC_PAGE_SIZE') / 1e6, len(os.listdir(f'/proc/{self.pid}/fd'))

    def fill_pool(self):
        """As many at once as may write, each on a connection of its own: all must get one."""
        before = {row[0] for row in self.database.shell('SELECT appointment_id FROM appointments')}
        slots, answers = self.slots(), []
        with contextlib.closing(self.database.connect()) as holder, holder.cursor() as cursor:
            cursor.execute('START TRANSACTION')
            cursor.execute('SELECT patient_id FROM patients FOR UPDATE')
            cursor.fetchall()
            threads = [threading.Thread(target=lambda person=person, slot=slot: answers.append(
                book(person, slot, secrets.token_urlsafe(32)).status))
                for person, slot in zip(self.people, slots[-WRITERS:], strict=False)]
            for thread in threads:
                thread.start()
            try:
                wait_until(lambda: self.waiting() == WRITERS, 2)
            finally:
                cursor.execute('COMMIT')
                for thread in threads:
                    thread.join()
        made = {row[0] for row in self.database.shell('SELECT appointment_id FROM appointments')} - before
        assert answers == [303] * WRITERS and len(made) == WRITERS
        self.database.shell(f'DELETE FROM appointments WHERE appointment_id IN ({", ".join(map(str, made))})')

    def waiting(self):
        """How many of the program's connections are at a statement just now."""
        found = self.database.shell('SHOW PROCESSLIST')
        return sum(row[4] == 'Query' and row[7] != 'SHOW PROCESSLIST' for row in found)


@contextlib.contextmanager
def clinic(folder: Path | None = None):
    """A filled database in a folder (a new one on a real disk), running, for a web process that the test starts."""
    with tempfile.TemporaryDirectory(prefix='clinic-faults-', dir=FOLDERS) as made:
        server = Database(folder or Path(made))
        server.start()
        try:
            found = Broken(Path(made), server)
            found.fill()
            yield found
        finally:
            server.stop()
