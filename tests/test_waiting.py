"""Nobody waits for long: while locks hold up who writes, while the database is away, and after fifty thousand pages."""

import contextlib
import dataclasses
import http.client
import signal
import subprocess
import sys
import threading
import time
from functools import partial
from urllib.parse import urlencode

import pytest
import waitress
from mysql.connector import HAVE_CEXT

from app import database, errors, routes, tokens  # noqa: F401  the pages
from app.accounts import sessions
from app.commands import patience
from app.commands.serve import DATABASE, THREADS
from app.database import pool
from app.web import csrf
from app.web.app import application
from tests.conftest import connect
from tests.support.accounts import signed_in
from tests.support.moments import in_thread
from tests.support.people import PETRA
from tests.support.processes import ROOT, Clinic, wait_until

GROWTH = '''
import sys
if sys.argv[1] == 'pure':
    sys.modules['_mysql_connector'] = None
import app, os, datetime
from app import database
from tests.support.moments import in_thread
link = database.Link(database.connect(unix_socket=sys.argv[2], user=sys.argv[3], database=sys.argv[4]))
def run(times):
    for _ in range(times):
        link.rows('sessions/find_visitor', token_hash=bytes(32), now_utc=datetime.datetime(2026, 6, 1))
    return int(open('/proc/self/statm').read().split()[1]) * os.sysconf('SC_PAGE_SIZE')
print(-run(500) + run(20000))
'''


@pytest.fixture
def limited(cast):
    """The pool as a web process has it."""
    database.open(cast, **DATABASE)
    yield
    database.open(cast, size=60)


def test_a_statement_run_twenty_thousand_times_leaves_no_memory_behind(cast):
    driver = 'extension' if HAVE_CEXT else 'pure'
    done = subprocess.run([sys.executable, '-c', GROWTH, driver, str(cast.db_socket), cast.db_user, cast.db_name],
                          cwd=ROOT, capture_output=True, text=True, timeout=300)

    assert int(done.stdout) < 1_000_000, done.stderr


@pytest.fixture
def port(limited):
    """The clinic over HTTP, with as many threads as a web process has: its port."""
    server = waitress.create_server(application, host='127.0.0.1', port=0, threads=THREADS)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    ask(server.effective_port, '/login')        # templates and styles are read once
    yield server.effective_port
    server.close()
    server.task_dispatcher.shutdown()
    thread.join(5)


def test_bookings_that_wait_for_a_lock_hold_up_nobody_else(port, cast, at):
    wishes = [wish(at) for _ in range(2 * THREADS)]
    with contextlib.closing(connect(cast)) as holder, holder.cursor() as cursor:
        cursor.execute('START TRANSACTION')
        cursor.execute('SELECT room_id FROM rooms FOR UPDATE')
        cursor.fetchall()
        bookings = [in_thread(partial(ask, port, '/appointments', one)) for one in wishes]
        wait_until(lambda: not pool._writers.free._value, 5)
        pages = [ask(port, path) for path in ('/healthz', '/healthz/ready', '/book', '/login') * 5]
        for thread, _ in bookings:
            thread.join()

    told = sorted(seconds for _, found in bookings for status, seconds in found if status == 503)
    assert len(told) == 2 * THREADS and told[THREADS] < 1.5 and told[-1] < 10    # half of the threads wait, 2 seconds
    assert {status for status, _ in pages} == {200} and max(seconds for _, seconds in pages) < 1


def wish(at):
    """What Petra's form says, on her own session."""
    with database.transaction() as tx:
        token = sessions.start(tx, PETRA)
    return token, {'staff_id': 1, 'service_id': 1, 'starts_at': f'{at("10:00", 1):%Y-%m-%dT%H:%M}', 'patient_id': 1,
                   'reason': '', 'request_key': tokens.new(), 'csrf_token': csrf.token(token)}


def ask(port, path, posted=None):
    """GET, or POST of (session, fields): the status, and seconds."""
    began, client = time.monotonic(), http.client.HTTPConnection('127.0.0.1', port, timeout=60)
    if posted:
        client.request('POST', path, urlencode(posted[1]), {
            'Cookie': f'session={posted[0]}', 'Content-Type': 'application/x-www-form-urlencoded'})
    else:
        client.request('GET', path)
    answer = client.getresponse()
    assert answer.status != 503 or answer.getheader('Retry-After')
    client.close()
    return answer.status, time.monotonic() - began


def test_places_are_waited_for_while_the_others_come_and_go():
    places, done = pool.Places(1), []

    def pass_through():
        for _ in range(50):
            with places.taken(1):
                done.append(1)
    threads = [in_thread(pass_through)[0] for _ in range(8)]
    for thread in threads:
        thread.join()

    assert len(done) == 400 and not places.since


def test_while_the_database_keeps_silent_one_asks(limited, cast):
    began, asks = threading.Event(), threading.Event()

    def ask():
        with pool.link():
            began.set()
            asks.wait(5)
    pool._silent.set()
    thread, _ = in_thread(ask)
    began.wait(5)
    with pytest.raises(errors.Busy):
        database.one('settings/find')
    asks.set()
    thread.join()

    assert database.one('settings/find')


def test_a_page_does_not_fail_because_its_session_cannot_be_noted(limited, shell):
    browser = signed_in('petra@mail.test')
    shell('UPDATE sessions SET seen_utc = seen_utc - INTERVAL 10 MINUTE')
    with contextlib.ExitStack() as held:
        for _ in range(DATABASE['writers']):
            held.enter_context(pool._writers.taken(1))
        time.sleep(pool.WRITE_SECONDS)

        assert browser.get('/appointments', follow=False).status == 200


def test_a_web_process_starts_without_its_database(cast, tmp_path):
    """It says "please try again", finds the database when it comes; and should it crash, its log says where it was."""
    socket = tmp_path / 'socket'
    where = {'DB_SOCKET': str(socket), 'DB_NAME': cast.db_name, 'DB_USER': cast.db_user,
             'CLINIC_TIMEZONE': 'Europe/Berlin'}
    with Clinic(tmp_path / 'web', **where) as web:
        assert [ask(web.port, path)[0] for path in ('/healthz', '/healthz/ready', '/')] == [200, 503, 503]
        socket.symlink_to(cast.db_socket)
        wait_until(lambda: ask(web.port, '/healthz/ready')[0] == 200, 30)
        assert ask(web.port, '/login')[0] == 200
        web.process.send_signal(signal.SIGSEGV)
        web.process.wait()
        said = web.errors()

    assert 'is asked for again' in said and 'Traceback' not in said
    assert 'Fatal Python error: Segmentation fault' in said


def test_a_database_that_cannot_be_used_ends_the_process_when_it_comes(cast, tmp_path, monkeypatch):
    monkeypatch.setattr(patience, 'FIRST_PAUSE', 0)
    monkeypatch.setattr(patience, 'reachable', contextlib.nullcontext)
    socket, ended = tmp_path / 'socket', threading.Event()
    settings = dataclasses.replace(cast, db_socket=str(socket), private_server=False, db_name='mysql')
    try:
        with pytest.raises(patience.LoadError), patience.opened(settings, ended.set) as opening:
            assert opening.has_demo is None
            socket.symlink_to(cast.db_socket)
            assert ended.wait(30)
    finally:
        database.open(cast, size=60)
