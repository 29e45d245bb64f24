"""Workers: killed in the middle of a mail, stopped, and beside the pages that they must not slow down."""

import os
import signal
import subprocess
import sys
import time
from collections import Counter

import pytest

from app import clock, config, database, tokens
from app.errors import Busy
from app.mail.worker import Worker
from tests.support.accounts import signed_in
from tests.support.mail_server import QUICK, mail_server, queue, send
from tests.support.people import PETRA
from tests.support.processes import ROOT, Clinic, environment, wait_until
from tests.support.visits import book, known

KILLS = 10


def start_worker(settings, server):
    """A `python clinic.py worker` of its own, on the tests' database."""
    return subprocess.Popen(
        [sys.executable, 'clinic.py', 'worker'], cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        env=environment(settings.local_dir, DB_SOCKET=str(settings.db_socket), DB_NAME=settings.db_name, DB_USER='root',
                        CLINIC_TIMEZONE='Europe/Berlin',
                        SMTP_HOST='127.0.0.1', SMTP_PORT=str(server.port), SMTP_SECURITY='none',
                        MAIL_FROM='desk@clinic.test'))


def kill(workers):
    for worker in workers:
        worker.send_signal(signal.SIGKILL)
        worker.wait()


def test_two_workers_killed_ten_times_in_mid_send_lose_nothing(cast, shell):
    clock.freeze(None)                              # other processes have the real time
    queue(200)
    in_the_middle = 0
    with mail_server(pause=0.1) as server:
        for _ in range(KILLS):
            before = len(server.taken)
            workers = [start_worker(cast, server) for _ in range(2)]
            try:
                wait_until(lambda: len(server.taken) > before + 1)      # noqa: B023  it is called before the next turn
            finally:
                kill(workers)
            in_the_middle += shell("SELECT COUNT(*) FROM notifications WHERE state = 'sending'")[0][0]
            shell('UPDATE notifications SET lease_until_utc = lease_until_utc - INTERVAL 21 MINUTE')
        server.pause = 0
        send()

    assert shell('SELECT state, COUNT(*) FROM notifications GROUP BY state') == [('sent', 200)]
    assert in_the_middle >= KILLS / 2
    by_recipient = {}
    for (to, _), message in zip(server.taken, server.messages(), strict=True):
        by_recipient.setdefault(to, Counter())[message['Message-ID']] += 1
    assert len(by_recipient) == 200
    assert all(len(ids) == 1 for ids in by_recipient.values())          # a second copy has the same Message-ID
    assert sum(sum(ids.values()) for ids in by_recipient.values()) <= 200 + 2 * KILLS


def test_a_worker_told_to_stop_finishes_its_mail_and_leaves_the_rest(cast, shell):
    clock.freeze(None)
    queue(10)
    with mail_server(pause=0.3) as server:
        worker = Worker().start()
        wait_until(lambda: server.taken)
        worker.stop()
        assert not worker.thread.is_alive()

    states = dict(shell('SELECT state, COUNT(*) FROM notifications GROUP BY state'))
    assert states['sent'] == len(server.taken) < 10 and states['pending'] == 10 - states['sent']


def test_a_worker_told_to_stop_hangs_up_on_a_server_that_hangs(cast, shell):
    clock.freeze(None)
    queue(1)
    with mail_server('hangs'):
        worker = Worker().start()
        wait_until(lambda: shell("SELECT COUNT(*) FROM notifications WHERE state = 'sending'")[0][0])
        time.sleep(0.1)
        started = time.monotonic()
        worker.stop(seconds=0.5)

    assert not worker.thread.is_alive() and time.monotonic() - started < 3
    assert shell('SELECT state FROM notifications') == [('pending',)]


def test_a_worker_outlives_a_database_that_is_away(cast, shell, monkeypatch):
    failed = []

    def tidy():
        failed.append(1)
        raise Busy('away') if len(failed) == 1 else ZeroDivisionError
    monkeypatch.setattr('app.mail.worker.tidy', tidy)
    monkeypatch.setattr('app.mail.worker.PAUSE_AFTER_FAILURE', 0.01)
    worker = Worker().start()
    wait_until(lambda: len(failed) > 3)
    worker.stop()

    assert not worker.thread.is_alive()


def test_a_database_that_is_away_after_a_mail_went_out_gets_no_second_copy_sent(cast, shell, monkeypatch):
    queue(1)
    change, failed = database.change, []

    def away(name, /, **params):
        if name == 'notifications/finish' and len(failed) < 3:
            failed.append(name)
            raise Busy('the database does not answer')
        return change(name, **params)
    monkeypatch.setattr(database, 'change', away)
    monkeypatch.setattr('app.mail.worker.LOOK_EVERY', 0.01)
    with mail_server() as server:
        send()

    assert len(failed) == 3 and len(server.taken) == 1
    assert shell('SELECT state, tries FROM notifications') == [('sent', 1)]


def test_without_a_mail_server_mail_waits_and_reminders_are_queued(cast, shell, at):
    book(PETRA, at('10:00', 3))
    clock.freeze(clock.to_utc(at('10:30', 2)))
    assert config.current().smtp_host is None
    worker = Worker().start()
    wait_until(lambda: shell('SELECT COUNT(*) FROM notifications') == [(2,)])
    worker.stop()

    assert shell('SELECT kind, state, tries FROM notifications ORDER BY 1') == \
        [('booked', 'pending', 0), ('reminder', 'pending', 0)]


@pytest.mark.parametrize('mood', ['kind', 'hangs', 'refused', 'a byte a second'])
def test_booking_pages_do_not_wait_for_mail(cast, shell, at, mood):
    known(shell, PETRA.user_id)
    queue(200)
    browser = signed_in('petra@mail.test')
    took = []
    with mail_server(mood):
        worker = Worker(QUICK).start()
        for hour in ('10:00', '10:30', '11:00', '11:30'):
            browser.get('/profile')
            key, starts_at = tokens.new(), f'{at(hour, 1):%Y-%m-%dT%H:%M}'
            started = time.perf_counter()
            page = browser.post('/appointments', {'patient_id': '1', 'staff_id': '1', 'service_id': '1', 'reason': '',
                                                  'starts_at': starts_at, 'request_key': key}, follow=False)
            took.append(time.perf_counter() - started)
            assert page.status == 303, page.text
        worker.stop()

    assert sorted(took)[1] < 0.3                    # it would be ten times as long if one waited for the server
    assert shell("SELECT COUNT(*) FROM notifications WHERE kind = 'booked'") == [(4,)]


def test_serve_sends_mail_by_itself_and_stops_in_time(cast, shell, tmp_path):
    clock.freeze(None)
    queue(3)
    with mail_server() as server:
        names = {'DB_SOCKET': str(cast.db_socket), 'DB_NAME': cast.db_name, 'DB_USER': 'root',
                 'CLINIC_TIMEZONE': 'Europe/Berlin', 'SMTP_HOST': '127.0.0.1',
                 'SMTP_PORT': str(server.port), 'SMTP_SECURITY': 'none', 'MAIL_FROM': 'desk@clinic.test'}
        with Clinic(tmp_path, **names) as clinic:
            wait_until(lambda: shell("SELECT COUNT(*) FROM notifications WHERE state = 'sent'") == [(3,)])
            memory = _memory(clinic.process.pid)
            started = time.monotonic()
            assert clinic.stop() == 0
            assert time.monotonic() - started < 5

    assert len(server.taken) == 3
    assert memory < 120


def _memory(pid):
    """What a process holds of the machine's memory, in MB."""
    with open(f'/proc/{pid}/statm') as file:
        return int(file.read().split()[1]) * os.sysconf('SC_PAGE_SIZE') / 1e6
