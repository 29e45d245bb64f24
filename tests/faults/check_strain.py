"""Requests that are no requests, floods, and clients that are slow on purpose: the clinic goes on answering the others.

`make check-faults` runs this beside check_faults.py. The numbers hold for the web process alone, which listens to
everybody itself; behind nginx (deploy/nginx.conf) it never meets most of this.
"""

import collections
import contextlib
import re
import resource
import socket
import statistics
import threading
import time

import pytest

from app.accounts import attempts
from app.commands.serve import DATABASE
from bench.clients import Http, percentile
from tests.faults.check_faults import say
from tests.faults.faulty import Direct, clinic
from tests.support.accounts import try_to_sign_in
from tests.support.processes import wait_until
from tests.support.raw_requests import OPEN, WHOLE

pytestmark = pytest.mark.timeout(600)
PATHS = ('/', '/login', '/appointments', '/static/clinic.css')
SECONDS, FLOOD, BROWSING = 20, 40, 30           # of a flood; sign-ins and pages a second
HANGS_UP_AFTER = 30                             # channel_timeout, looked at every cleanup_interval (commands/serve.py)
QUICK = 0.5
PAGES = 50_000
READERS = DATABASE['size'] - DATABASE['writers']        # connections that fill_pool() leaves to be opened by who reads


@pytest.fixture(scope='module')
def found():
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(4096, hard), hard))
    with clinic() as found, found.serve() as web:
        found.use(web)
        found.web, (found.slot, *_) = web, found.slots()
        found.fill_pool()
        yield found
        assert 'Traceback' not in web.errors()


def together(acts):
    threads = [threading.Thread(target=act) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def test_no_bytes_upset_the_server(found, capsys):
    memory, files = found.footprint()
    corpus = [(kind, raw.replace(b'PATH', path.encode()).replace(b'HOST', f'Host: 127.0.0.1:{found.port}'.encode()))
              for kind, all_of_them in (('whole', WHOLE), ('open', OPEN)) for raw in all_of_them for path in PATHS]
    answers = []
    together([lambda kind=kind, raw=raw: answers.append((kind, raw[:200], *converse(found.port, raw)))
              for kind, raw in corpus])
    statuses = collections.Counter(status for _, _, seen, _, _ in answers for status in seen)
    first = max(first for _, _, _, first, _ in answers if first)
    longest = max(end for *_, end in answers)
    wait_until(lambda: found.footprint()[1] <= files + READERS)
    memory_after, files_after = found.footprint()
    say(capsys, f'{len(answers)} raw requests: statuses {dict(sorted(statuses.items()))}; first byte after '
        f'{first:.1f} s at most, all connections over after {longest:.1f} s; '
        f'memory {memory:.0f} → {memory_after:.0f} MB, open files {files} → {files_after}')

    assert len(answers) == len(corpus) >= 400
    assert not [answer for answer in answers if set(answer[2]) & {500, 502, 503, 504}]
    assert not {raw for kind, raw, seen, _, seconds in answers if kind == 'whole' and not seen and seconds > 20}
    assert first < 20 and longest < HANGS_UP_AFTER + 5
    assert found.people[0].ask('GET', '/').status == 200 and 'Traceback' not in found.web.errors()


def converse(port, raw):
    """The statuses that came back, seconds until the first byte (None: none came) and until the connection ended."""
    began, first, data = time.monotonic(), None, b''
    with socket.create_connection(('127.0.0.1', port), timeout=HANGS_UP_AFTER + 20) as client:
        with contextlib.suppress(OSError):
            client.sendall(raw)
        with contextlib.suppress(ConnectionError):
            while more := client.recv(65536):
                first = first or time.monotonic() - began
                data += more
    return [int(found) for found in re.findall(rb'HTTP/1\.[01] (\d{3}) ', data)], first, time.monotonic() - began


def test_a_request_in_single_bytes_is_a_request(found):
    with socket.create_connection(('127.0.0.1', found.port)) as client:
        for number in f'GET /login HTTP/1.1\r\nHost: 127.0.0.1:{found.port}\r\nConnection: close\r\n\r\n'.encode():
            client.sendall(bytes([number]))
        with client.makefile('rb') as answer:
            assert answer.readline().split()[1] == b'200'


def at_rate(rate, seconds, act):
    """Begin act(number) so many times a second, whether the ones before are finished or not: status and seconds."""
    done, began, threads = [], time.monotonic(), []

    def run(number):
        started = time.monotonic()
        try:
            status = act(number)
        except OSError as error:
            status = type(error).__name__
        done.append((status, time.monotonic() - started))
    for number in range(int(rate * seconds)):
        time.sleep(max(0, began + number / rate - time.monotonic()))
        threads.append(threading.Thread(target=run, args=(number,)))
        threads[-1].start()
    for thread in threads:
        thread.join()
    return done


def browse(found, number):
    """One page of one of many visitors, over a connection of its own."""
    person = found.people[number % len(found.people)]
    paths = ('/', f'/book/{found.slot[0]}?service_id=1&day={found.slot[1]:%Y-%m-%d}', '/appointments', '/book')
    return Direct.ask(person, 'GET', paths[number % len(paths)]).status


def figures(done):
    taken = [seconds for _, seconds in done]
    return (f'p50 {percentile(taken, .5):.0f}, p95 {percentile(taken, .95):.0f}, slowest {max(taken) * 1000:.0f} ms, '
            f'statuses {dict(collections.Counter(status for status, _ in done))}')


def test_a_flood_of_sign_ins_leaves_the_pages_quick(found, capsys):
    others = at_rate(BROWSING + FLOOD, SECONDS / 2, lambda number: browse(found, number))
    stranger, signing_in, memory = Direct(found.port), [], found.footprint()[0]
    stranger.ask('GET', '/login')

    def sign_in(number):
        guesser = Direct(found.port, f'127.0.{1 + number % 100}.{1 + number % 250}' if number % 4 else '127.0.0.1')
        guesser.cookies, guesser.token = dict(stranger.cookies), stranger.token
        email = f'{100 + number % 60}@m.test'               # two in three have an account
        return guesser.ask('POST', '/login', {'email': email, 'password': f'wrong password {number}'}).status
    flood = threading.Thread(target=lambda: signing_in.extend(at_rate(FLOOD, SECONDS, sign_in)))
    flood.start()
    pages = at_rate(BROWSING, SECONDS, lambda number: browse(found, number))
    flood.join()
    say(capsys, f'{FLOOD} sign-ins a second for {SECONDS} s: {figures(signing_in)}\n  pages beside it, {BROWSING} a '
        f'second: {figures(pages)}\n  as many other pages before: {figures(others)}\n'
        f'  memory {memory:.0f} → {found.footprint()[0]:.0f} MB')

    assert len(signing_in) == FLOOD * SECONDS
    assert {status for status, _ in signing_in} <= {422, 429, 503} and {status for status, _ in pages} == {200}
    # a machine that cannot do as many pages either says nothing about sign-ins
    usual = percentile([seconds for _, seconds in others], .95)
    assert percentile([seconds for _, seconds in pages], .95) < max(QUICK * 1000, 2 * usual)


class Slow:
    """Sockets that send a byte of a header now and then, and some that read an answer as slowly. In `with`."""

    def __init__(self, port, drips, readers=0):
        self.port, self.over = port, threading.Event()
        self.drips = [self._begin(b'GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ') for _ in range(drips)]
        self.readers = [self._begin(b'GET /static/bootstrap.min.css HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n', 4096)
                        for _ in range(readers)]
        self.thread = threading.Thread(target=self._go_on)

    def _begin(self, raw, buffer=None):
        one = socket.socket()
        if buffer:
            one.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, buffer)
        one.settimeout(5)
        one.connect(('127.0.0.1', self.port))
        one.sendall(raw)
        return one

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.over.set()
        self.thread.join()
        for one in self.drips + self.readers:
            one.close()

    def _go_on(self):
        while not self.over.wait(5):
            for one in self.drips:
                with contextlib.suppress(OSError):
                    one.sendall(b'x')
            for one in self.readers:
                with contextlib.suppress(OSError):
                    one.recv(1)


def test_slow_clients_do_not_slow_the_others(found, capsys):
    memory, files = found.footprint()
    with Slow(found.port, 300, 50):
        pages = at_rate(BROWSING, SECONDS, lambda number: browse(found, number))
    say(capsys, f'300 sockets that drip and 50 that hardly read: pages {figures(pages)}')
    lines, broken_by = [], None
    for sockets in (600, 900, 1000, 1100):
        with Slow(found.port, sockets):
            answered = [browse_or_wait(found) for _ in range(5)]
        wait_until(lambda: found.footprint()[1] <= files + 2, 60)
        lines.append(f'{sockets}: {"answered" if all(answered) else "nobody else is answered"}')
        broken_by = broken_by or (None if all(answered) else sockets)
    say(capsys, f'sockets that drip: {", ".join(lines)}; memory {memory:.0f} → {found.footprint()[0]:.0f} MB')

    assert {status for status, _ in pages} == {200}
    assert percentile([seconds for _, seconds in pages], .95) < QUICK * 1000
    assert broken_by is None or broken_by > 900
    assert found.people[0].ask('GET', '/').status == 200          # as soon as they are gone


def browse_or_wait(found):
    """Whether a page comes within two seconds."""
    with socket.socket() as client:
        client.settimeout(2)
        try:
            client.connect(('127.0.0.1', found.port))
            client.sendall(b'GET /login HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n')
            return client.recv(12).endswith(b'200')
        except OSError:
            return False


@pytest.mark.timeout(3600)
def test_fifty_thousand_pages_leave_no_memory_behind(found, capsys):
    paths = ('/', f'/book/{found.slot[0]}?service_id=1&day={found.slot[1]:%Y-%m-%d}', '/appointments', '/book')
    cookies = [f'session={person.cookies["session"]}' for person in found.people]

    def look(pages):
        def run(number):
            client = Http(found.port)
            for turn in range(pages // 4):
                client.ask(paths[turn % len(paths)], cookies[(number + turn) % len(cookies)])
        together([lambda number=number: run(number) for number in range(4)])
        return found.footprint()[0]
    before = look(2_000)
    after = look(PAGES)
    say(capsys, f'{PAGES} pages: memory {before:.1f} → {after:.1f} MB')

    assert after < before + 5


def test_a_refused_sign_in_takes_as_long_whoever_was_asked_for(cast, monkeypatch, capsys):
    """Hashes are cheap here, so that nothing hides what else differs."""
    for name in ('PAIR', 'ACCOUNT', 'NETWORK'):
        monkeypatch.setattr(attempts, name, (10 ** 6, 5, 5))
    kinds = {'known': 'petra@mail.test', 'unknown': 'nobody@mail.test', 'closed': 'dina@mail.test'}
    taken, shown = collections.defaultdict(list), {}
    for _ in range(200):
        for kind, email in kinds.items():
            began = time.perf_counter()
            page = try_to_sign_in(email, 'wrong password')
            taken[kind].append(time.perf_counter() - began)
            shown[kind] = (page.status, re.sub('[A-Za-z0-9_-]{43}', '', page.text.replace(email, '')))
    medians = {kind: statistics.median(seconds) * 1000 for kind, seconds in taken.items()}
    say(capsys, 'a refused sign-in, medians of 200: ' +
        ', '.join(f'{kind} {value:.2f} ms' for kind, value in medians.items()))

    assert len(set(shown.values())) == 1
    assert max(medians.values()) - min(medians.values()) < 5
