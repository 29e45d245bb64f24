"""A clinic whose database is ours to break, patients who go on booking meanwhile, and a judge for what came of it.

    with clinic(folder) as found:               # a database server, filled, and `python clinic.py serve` on it
        with Load(found) as load:
            found.database.kill()
            found.database.start()
        load.judge(found.database.shell)
"""

import collections
import contextlib
import http.client
import itertools
import json
import os
import random
import secrets
import signal
import socket
import subprocess
import tempfile
import threading
import time
from pathlib import Path

import mysql.connector

from app import config, csrf, database, loader, passwords, server_program, sessions
from bench.clients import percentile
from tests import invariants
from tests.behind_nginx import Visitor
from tests.conftest import PASSWORD, settings_for
from tests.processes import Clinic, free_port, wait_until

PEOPLE, CLIENTS = 40, 8
PAUSE = 0.05                    # of a client between two forms
GIVES_UP = 0.25                 # how many never come back after an answer that says neither yes nor no
FOLDERS = '/var/tmp'            # a real disk: what is synced there must be there after the kill
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
            for statement in loader.statements((Path(__file__).parent / 'cast.sql').read_text()):
                cursor.execute(statement)
            cursor.execute('UPDATE settings SET visits_ahead_limit = 99, notice_minutes = 0, horizon_days = 366')
            for number in range(100, 100 + PEOPLE):
                cursor.execute("INSERT INTO users (user_id, email, role, full_name, created_utc)"
                               " VALUES (%s, %s, 'patient', 'One of many', '2026-01-01')", (number, f'{number}@m.test'))
                cursor.execute("INSERT INTO patients (patient_id, user_id, full_name, created_utc)"
                               " VALUES (%s, %s, 'One of many', '2026-01-01')", (number, number))
            cursor.execute("CREATE USER 'clinic'@'127.0.0.1'")
            cursor.execute("GRANT SELECT, INSERT, UPDATE, DELETE ON clinic.* TO 'clinic'@'127.0.0.1'")
        database.open(settings, 1)
        with database.transaction() as tx:
            self.tokens = {number: sessions.start(tx, number, 'patient', '127.0.0.1', 'test')
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
        """As many at once as the web process has threads, each on a connection of its own: all must get one."""
        before = {row[0] for row in self.database.shell('SELECT appointment_id FROM appointments')}
        slots, answers = self.slots(), []
        with contextlib.closing(self.database.connect()) as holder, holder.cursor() as cursor:
            cursor.execute('START TRANSACTION')
            cursor.execute('SELECT patient_id FROM patients FOR UPDATE')
            cursor.fetchall()
            threads = [threading.Thread(target=lambda person=person, slot=slot: answers.append(
                book(person, slot, secrets.token_urlsafe(32)).status))
                for person, slot in zip(self.people, slots[-CLIENTS:], strict=False)]
            for thread in threads:
                thread.start()
            try:
                wait_until(lambda: self.waiting() == CLIENTS, 4)
            finally:
                cursor.execute('COMMIT')
                for thread in threads:
                    thread.join()
        made = {row[0] for row in self.database.shell('SELECT appointment_id FROM appointments')} - before
        assert answers == [303] * CLIENTS and len(made) == CLIENTS
        self.database.shell(f'DELETE FROM appointments WHERE appointment_id IN ({", ".join(map(str, made))})')

    def waiting(self):
        """How many of the program's connections are at a statement just now."""
        (number,), = self.database.shell("SELECT COUNT(*) FROM information_schema.processlist "
                                         "WHERE command = 'Execute'")
        return number


def book(person, slot, key):
    return person.ask('POST', '/appointments', {
        'staff_id': slot[0], 'service_id': 1, 'starts_at': f'{slot[1]:%Y-%m-%dT%H:%M}', 'reason': 'ä' * 400,
        'patient_id': person.patient_id, 'request_key': key})


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


class Load:
    """Patients who book, one form after the other, and look at pages, in threads, while in `with`.

    Every time is handed out twice, so that half of the forms must be refused. history: (key, outcome, status, when,
    seconds) of each try. An outcome is 'ok', 'fail' or 'unknown': an answer of 503 says neither. Most then send the
    same form again until they know; some never come back.
    """

    def __init__(self, found: Broken, pause=PAUSE, seed=None):
        self.found, self.pause, self.over = found, pause, threading.Event()
        self.random = random.Random(seed)
        self.slots = itertools.chain.from_iterable((slot, slot) for slot in found.slots())
        self.lock, self.history, self.pages, self.problems, self.ids = threading.Lock(), [], [], [], {}

    def __enter__(self):
        self.started = time.monotonic()
        self.threads = [threading.Thread(target=self._run, args=(self.found.people[number::CLIENTS],))
                        for number in range(CLIENTS)]
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, kind, *_):
        self.over.set()
        for thread in self.threads:
            thread.join()
        self.seconds = time.monotonic() - self.started
        assert kind or not self.problems, self.problems[:3]

    def _run(self, people):
        try:
            for number, person in enumerate(itertools.cycle(people)):
                if self.over.wait(self.pause):
                    return
                with self.lock:
                    slot, key = next(self.slots), f'{self.random.getrandbits(240):060x}'[:43]
                    gives_up = self.random.random() < GIVES_UP
                while self._try(person, slot, key) == 'unknown' and not gives_up and not self.over.wait(0.1):
                    pass
                if number % 3 == 0:
                    self._look(person, ('/', '/appointments', f'/book/1?service_id=1&day={slot[1]:%Y-%m-%d}')[
                        number // 3 % 3])
        except Exception as problem:
            self.problems.append(repr(problem))

    def _try(self, person, slot, key):
        began = time.monotonic()
        page = book(person, slot, key)
        outcome = {303: 'ok', 409: 'fail', 503: 'unknown'}.get(page.status)
        if outcome == 'ok':
            self.ids[key] = int(page.headers['location'].partition('?')[0].rpartition('/')[2])
        self._keep_answer(page, outcome)
        self.history.append((key, outcome, page.status, began, time.monotonic() - began))
        return outcome

    def _look(self, person, path):
        began = time.monotonic()
        page = person.ask('GET', path)
        self._keep_answer(page, page.status in (200, 503))
        self.pages.append((page.status, began, time.monotonic() - began))

    def _keep_answer(self, page, is_known):
        if not is_known or (page.status == 503 and 'retry-after' not in page.headers):
            self.problems.append((page.status, page.path, page.text[-1500:]))

    def count(self, outcome, since=0.0):
        """How many tries that ended after this moment had this outcome."""
        return sum(one[1] == outcome and one[3] + one[4] > since for one in list(self.history))

    def first_success(self, since):
        """Seconds until the first acknowledged booking after a moment; None before there is one."""
        return min((one[3] + one[4] - since for one in list(self.history) if one[1] == 'ok' and one[3] > since),
                   default=None)

    def judge(self, shell):
        """Look at the whole history and the whole database; assert that they agree."""
        rows, final = dict(shell('SELECT request_key, appointment_id FROM appointments')), {}
        for key, outcome, *_ in self.history:
            final[key] = outcome
        wrong = {
            'lost': [key for key, outcome in final.items() if outcome == 'ok' and rows.get(key) != self.ids[key]],
            'booked though refused': [key for key, outcome in final.items() if outcome == 'fail' and key in rows],
            'from nowhere': [key for key in rows if key not in final], **invariants.broken(shell)}
        if any(wrong.values()):
            kept = Path(tempfile.gettempdir()) / 'clinic-faults-history.json'
            kept.write_text(json.dumps(self.history))
            raise AssertionError(f'{ {name: found[:5] for name, found in wrong.items() if found} } (history: {kept})')
        unclear = [key for key, outcome in final.items() if outcome == 'unknown']
        return collections.Counter(final.values()), sum(key in rows for key in unclear)

    def slowest(self):
        """Seconds."""
        return max(one[-1] for one in self.history + self.pages)

    def figures(self):
        """What it held, in one line."""
        taken = [one[4] for one in self.history]
        shares = ', '.join(f'{name} {percentile(taken, share):.0f}'
                           for name, share in (('p50', .5), ('p95', .95), ('p99', .99), ('slowest', 1)))
        statuses = collections.Counter([one[2] for one in self.history] + [one[0] for one in self.pages])
        return (f'{len(self.history)} tries, {len(self.history) / self.seconds:.0f}/s; {shares} ms; '
                f'statuses {dict(sorted(statuses.items()))}')
