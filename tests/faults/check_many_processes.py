"""Several web processes behind the nginx of deploy/nginx.conf, on one database: together they behave as one.

`make check-processes` runs this. (Not part of `make test`: it takes about a minute and wants nginx.) The processes get
their ports as systemd hands them over, so whoever calls while one starts anew waits and is served.
"""

import collections
import datetime as dt
import email
import http.client
import re
import secrets
import shutil
import socket
import ssl
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.faults.behind_nginx import Visitor, Web, nginx
from tests.support import visits
from tests.support.mail_server import Server
from tests.support.processes import ROOT, wait_until
from tests.support.production import PASSWORD, production

PROCESSES = 3
PATIENTS = {'patient@example.com': 11, 'eleni@example.com': 12, 'natalia@example.com': 13, 'fatima@example.com': 14}


@pytest.fixture(scope='module')
def clinic():
    """Everything a server runs. webs: the processes; port: nginx's; mail: what the mail server took."""
    folder = Path(tempfile.mkdtemp(prefix='clinic-test-'))
    mail = Server()
    mail.controller.start()
    with production(folder) as found:
        found.fill()
        found.shell('UPDATE settings SET visits_ahead_limit = 99, account_visits_limit = 99, notice_minutes = 0,'
                    ' horizon_days = 366')
        visits.any_number_a_day(found.shell)
        webs = [Web(found, {}) for _ in range(PROCESSES)]
        with nginx(folder, [web.port for web in webs]) as port:
            found.environ.update({
                'CLINIC_URL': f'https://localhost:{port}', 'CLINIC_TRUSTED_PROXY': '127.0.0.1',
                'SMTP_HOST': '127.0.0.1', 'SMTP_PORT': str(mail.port), 'SMTP_SECURITY': 'none',
                'MAIL_FROM': 'desk@clinic.test'})
            worker = subprocess.Popen([sys.executable, 'clinic.py', 'worker'], cwd=ROOT, env=found.environment(),
                                      stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            for web in webs:
                web.start()
            yield SimpleNamespace(webs=webs, port=port, mail=mail, shell=found.shell, folder=folder)
            worker.terminate()
            ends = [web.stop() for web in webs] + [worker.wait(60)]
            assert ends == [0] * len(ends)
    mail.controller.stop(no_assert=True)
    shutil.rmtree(folder)


@pytest.fixture(scope='module')
def patients(clinic):
    """Four patients, signed in, each from an address of their own, with whom they can book and when."""
    found = []
    for number, (address, user_id) in enumerate(PATIENTS.items()):
        visitor = Visitor(clinic.port, f'127.0.0.{20 + number}')
        assert visitor.sign_in(address, PASSWORD).status == 303
        visitor.ask('GET', '/book')
        visitor.patient_id = clinic.shell('SELECT patient_id FROM patients WHERE user_id = %s AND relation = %s',
                                          user_id, 'self')[0][0]
        visitor.free = iter(free_times(clinic, number))
        found.append(visitor)
    return found


def free_times(clinic, number):
    """Free times of one member of staff at full hours, far ahead: (staff_id, service_id, starts_at)."""
    staff_id, service_id = clinic.shell(
        'SELECT staff_id, MIN(service_id) FROM staff_services JOIN services USING (service_id) '
        'JOIN staff USING (staff_id) WHERE minutes <= 30 AND is_bookable AND services.is_active '
        f'GROUP BY staff_id ORDER BY staff_id LIMIT {number}, 1')[0]
    return clinic.shell('SELECT DISTINCT staff_id, service_id, starts_at FROM free_starts WHERE staff_id = %s '
                        'AND service_id = %s AND day > CURDATE() + INTERVAL 20 DAY AND day < CURDATE() + INTERVAL 300 '
                        'DAY AND MINUTE(starts_at) = 0 ORDER BY starts_at', staff_id, service_id)


def booking(visitor, time, key):
    staff_id, service_id, starts_at = time
    return visitor.ask('POST', '/appointments', {
        'staff_id': staff_id, 'service_id': service_id, 'starts_at': f'{starts_at:%Y-%m-%dT%H:%M}',
        'patient_id': visitor.patient_id, 'reason': '', 'request_key': key})


class Load:
    """Patients who book one visit after the other and look at their list, in threads, until stopped (in `with`).

    acknowledged: request key → the visit's address, once the clinic said so. taken: keys that it refused. troubles:
    what came instead of an answer; the same form is then sent once more, as somebody would who sees an error page.
    """

    def __init__(self, patients):
        self.patients, self.over = patients, threading.Event()
        self.acknowledged, self.taken, self.troubles, self.problems, self.slowest = {}, set(), [], [], 0

    def __enter__(self):
        self.threads = [threading.Thread(target=self.run, args=(one,)) for one in self.patients]
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *_):
        self.over.set()
        for thread in self.threads:
            thread.join()
        assert not self.problems, self.problems[:3]

    def run(self, visitor):
        try:
            while not self.over.wait(0.15):
                self.book(visitor, next(visitor.free), secrets.token_urlsafe(32))
                status, _ = self.answer(lambda: visitor.ask('GET', '/appointments'))
                if status != 200:
                    self.troubles.append(('GET', status))
        except Exception as problem:
            self.problems.append(repr(problem))

    def book(self, visitor, time_, key):
        for _ in range(20):
            started = time.monotonic()
            status, page = self.answer(lambda: booking(visitor, time_, key))
            self.slowest = max(self.slowest, time.monotonic() - started)
            if status == 303:
                self.acknowledged[key] = page.headers['location']
                return
            if status == 409:           # this patient is elsewhere at that time
                self.taken.add(key)
                return
            self.troubles.append(('POST', status))
            assert status in (503, 'cut'), (status, page.text)
            time.sleep(0.3)
        raise AssertionError('no answer to one form in 20 tries')

    def answer(self, ask):
        """Status and page; 'cut' where the answer broke off, as it does when a process is killed while it speaks."""
        try:
            page = ask()
            return page.status, page
        except (http.client.HTTPException, OSError):
            return 'cut', None


def assert_bookings_are_there(clinic, load):
    rows = dict(clinic.shell('SELECT request_key, appointment_id FROM appointments WHERE request_key IS NOT NULL'))
    wrong = [key for key, place in load.acknowledged.items()
             if re.match(r'/appointments/(\d+)', place)[1] != str(rows.get(key))]
    assert not wrong and not load.taken & set(rows)
    claimless = clinic.shell("SELECT appointment_id FROM appointments LEFT JOIN claims USING (appointment_id) "
                             "WHERE request_key IS NOT NULL AND status = 'booked' AND claims.at IS NULL")
    assert claimless == []


def test_one_session_opens_the_pages_of_every_process(clinic, patients):
    wait_until(lambda: all('GET /healthz/ready 200' in web.log.read_text() for web in clinic.webs if
                           patients[0].ask('GET', '/healthz/ready')))
    for _ in range(4 * PROCESSES):
        page = patients[0].ask('GET', '/appointments')
        assert page.status == 200 and 'Sign out' in page.text

    assert all('GET /appointments 200 user=11 role=patient from=127.0.0.20' in web.log.read_text()
               for web in clinic.webs)


def test_guessing_is_counted_over_all_processes_and_for_the_visitors_own_address(clinic):
    guesser, other = Visitor(clinic.port, '127.0.0.66'), Visitor(clinic.port, '127.0.0.67')
    said = [guesser.sign_in('hanako@example.com', 'wrong password', **{'X-Forwarded-For': f'10.0.0.{number}'}).status
            for number in range(8)]

    assert said[:5] == [422] * 5 and 429 in said[5:]
    assert other.sign_in('hanako@example.com', 'wrong password').status == 422
    assert clinic.shell("SELECT DISTINCT address FROM sign_in_attempts WHERE email = 'hanako@example.com' "
                        "ORDER BY address") == [('127.0.0.66',), ('127.0.0.67',)]


def test_a_time_goes_to_one_of_those_who_want_it_whichever_process_they_ask(clinic, patients):
    times = [next(patients[0].free) for _ in range(6)]
    got = collections.defaultdict(list)
    start = threading.Barrier(len(patients))

    def want(visitor):
        for moment in times:
            start.wait()
            got[moment].append(booking(visitor, moment, secrets.token_urlsafe(32)).status)
    threads = [threading.Thread(target=want, args=(one,)) for one in patients]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert [sorted(statuses) for statuses in got.values()] == [[303, 409, 409, 409]] * len(times)


def test_the_same_form_sent_to_every_process_is_one_visit(clinic, patients):
    moment, key = next(patients[0].free), secrets.token_urlsafe(32)
    places = {booking(patients[0], moment, key).headers['location'].partition('?')[0] for _ in range(2 * PROCESSES)}

    assert len(places) == 1


def test_each_mail_is_sent_once_though_every_process_sends(clinic, patients):
    with Load(patients) as load:
        time.sleep(3)
    wait_until(lambda: clinic.shell("SELECT COUNT(*) FROM notifications WHERE state = 'pending' "
                                    "AND next_try_utc <= UTC_TIMESTAMP()") == [(0,)], 60)
    sent = [email.message_from_bytes(message)['Message-ID'] for _, message in clinic.mail.taken]

    assert len(sent) >= len(load.acknowledged) > 10
    assert len(set(sent)) == len(sent)


def test_a_rolling_restart_drops_no_request(clinic, patients):
    with Load(patients) as load:
        for _ in range(2):
            for web in clinic.webs:
                time.sleep(0.5)
                assert web.wait().stop() == 0
                web.start()
        time.sleep(1)
    print(f'rolling restart: {len(load.acknowledged)} bookings, slowest {load.slowest:.1f} s, troubles {load.troubles}')

    assert len(load.acknowledged) > 10 and load.troubles == []
    assert_bookings_are_there(clinic, load)


def test_processes_killed_under_load_cost_no_acknowledged_booking(clinic, patients):
    with Load(patients) as load:
        for number in range(6):
            time.sleep(0.7)
            web = clinic.webs[number % PROCESSES]
            web.kill()
            web.start()
        time.sleep(1)
    print(f'kill -9 six times: {len(load.acknowledged)} bookings, slowest {load.slowest:.1f} s, '
          f'troubles {collections.Counter(load.troubles)}')

    assert len(load.acknowledged) > 10
    assert_bookings_are_there(clinic, load)


def test_all_processes_stopped_at_once_under_load_finish_what_they_began(clinic, patients):
    with Load(patients) as load:
        time.sleep(1)
        for web in clinic.webs:
            web.wait()
        for web in clinic.webs:
            web.process.terminate()
        assert [web.process.wait(60) for web in clinic.webs] == [0] * PROCESSES
        for web in clinic.webs:
            web.start()
        time.sleep(1)

    assert load.troubles == []
    assert_bookings_are_there(clinic, load)


def test_nginx_cuts_off_who_drips_a_header_and_refuses_what_is_too_large(clinic):
    context = ssl._create_unverified_context()
    with context.wrap_socket(socket.create_connection(('127.0.0.1', clinic.port))) as slow:
        slow.sendall(b'GET / HTTP/1.1\r\nHost: localhost\r\n')
        started = time.monotonic()
        slow.settimeout(1)
        cut = False
        while not cut and time.monotonic() - started < 20:
            try:
                slow.sendall(b'X-A: b\r\n')
                cut = slow.recv(1) == b''
            except TimeoutError:
                pass
            except OSError:
                cut = True
    visitor = Visitor(clinic.port, '127.0.0.70')
    visitor.ask('GET', '/login')

    assert cut and 8 < time.monotonic() - started < 15
    assert visitor.ask('POST', '/login', {'email': 'x' * 200_000}).status == 413


def test_nginx_keeps_static_files_and_limits_one_address(clinic):
    visitor = Visitor(clinic.port, '127.0.0.71')
    style = re.search(r'/static/clinic.css\?v=[^"]+', visitor.ask('GET', '/login').text)[0]
    assert visitor.ask('GET', style).status == 200
    before = sum(web.log.read_text().count('/static/') for web in clinic.webs)
    assert [visitor.ask('GET', style).status for _ in range(5)] == [200] * 5

    assert sum(web.log.read_text().count('/static/') for web in clinic.webs) == before
    assert 429 in [visitor.ask('GET', '/healthz').status for _ in range(250)]
    assert Visitor(clinic.port, '127.0.0.72').ask('GET', '/healthz').status == 200


def test_no_secret_and_no_word_of_a_visitor_is_in_any_log(clinic):
    visitor = Visitor(clinic.port, '127.0.0.73')
    token = 'T' * 43
    visitor.ask('GET', f'/reset-password/{token}', **{'User-Agent': 'forged\x1b[31m'})
    visitor.ask('GET', '/book?x=forged%0d%0aid=0%20GET%20/admin%20200')
    visitor.sign_in('forged%0aid=0@example.com', 'forged\nid=00000000')
    text = ''.join(path.read_text() for path in clinic.folder.glob('*.log'))

    assert 'forged' not in text and token not in text and PASSWORD not in text and '\x1b' not in text
    assert dt.datetime.now(dt.timezone.utc).strftime('%Y-%m-%dT') in text
