"""Somebody floods the sign-in page from many networks: its owner and everybody else get in all the same.

`python -m tests -q tests/faults/check_sign_in.py` (about seven minutes). The numbers need a machine with nothing else
to do: each run says how long a bare hash took, and what the same sign-ins took without the attack.
"""

import collections
import threading
import time

import bcrypt
import pytest

from app.accounts import passwords
from bench.clients import percentile
from tests.faults.check_faults import say
from tests.faults.check_strain import at_rate, figures
from tests.faults.faulty import Direct, clinic
from tests.support.accounts import PASSWORD

pytestmark = pytest.mark.timeout(900)
RATE, NETWORKS = 20, 10                 # of the attack: requests a second, and where they come from
TRIES, SECONDS = 50, 100                # of the victim, each way, in so many seconds
OTHERS = 50                             # who sign in meanwhile
PATIENCE, PAUSE = 10, 0.5               # the victim tries again until in, after a moment each time
QUICK, BEFORE = 1000, 16                # milliseconds of others' sign-ins, and how many come before the attack
VICTIM = 'petra@mail.test'
OWN = [f'{number}@m.test' for number in range(100, 100 + NETWORKS)]         # the attacker's accounts
PEOPLE = [f'{number}@m.test' for number in range(110, 135)]                 # whom else the clinic knows

ATTACKS = {
    "the victim's address": lambda number: (VICTIM, f'wrong password {number}'),
    'random addresses': lambda number: (f'{number}@nowhere.test', f'wrong password {number}'),
    'accounts of their own': lambda number: (OWN[number % NETWORKS], PASSWORD),
}


@pytest.fixture(scope='module')
def found():
    with clinic() as found, found.serve(CLINIC_TRUSTED_PROXY='127.0.0.1', DB_SOCKET=str(found.database.socket)) as web:
        found.use(web)
        found.database.shell('UPDATE users SET email_proven_utc = created_utc, password_hash = '
                             '(SELECT password_hash FROM (SELECT * FROM users) AS cast WHERE user_id = 6)')
        found.web = web
        yield found
        assert 'Traceback' not in web.errors()


class Person:
    """Somebody who signs in from a network (the trusted proxy is the one that says so), now and again."""

    def __init__(self, found, email, network):
        self.browser, self.email, self.network = Direct(found.port), email, network

    def try_to_sign_in(self):
        """One form: its status. The session goes, what lasts stays."""
        self.browser.cookies.pop('session', None)
        return self.browser.sign_in(self.email, PASSWORD, **{'X-Forwarded-For': self.network}).status

    def sign_in(self):
        """Seconds until they were in, trying again and again; None where that took too long."""
        began = time.monotonic()
        while time.monotonic() - began < PATIENCE:
            if self.try_to_sign_in() == 303:
                return time.monotonic() - began
            time.sleep(PAUSE)
        return None


def every(seconds, number, act):
    """Begin act(0), act(1), … evenly over so many seconds, each in a thread, and wait for all: what they gave."""
    given, threads, began = [], [], time.monotonic()
    for each in range(number):
        time.sleep(max(0, began + seconds * each / number - time.monotonic()))
        threads.append(threading.Thread(target=lambda each=each: given.append(act(each))))
        threads[-1].start()
    for thread in threads:
        thread.join()
    return given


def waits(taken):
    """Who got in, and how long that took, in words."""
    seconds = [each for each in taken if each is not None]
    times = (f', p50 {percentile(seconds, .5):.0f}, p95 {percentile(seconds, .95):.0f}, slowest '
             f'{max(seconds) * 1000:.0f} ms') if seconds else ''
    return f'{len(seconds)} of {len(taken)} within {PATIENCE} s{times}'


def bare_hash():
    """Seconds that one hash takes here and now, the middle of nine."""
    taken = []
    for _ in range(9):
        began = time.monotonic()
        bcrypt.hashpw(b'a bare hash', bcrypt.gensalt(passwords.BCRYPT_COST))
        taken.append(time.monotonic() - began)
    return sorted(taken)[4]


@pytest.mark.parametrize('attack', ATTACKS)
def test_everybody_gets_in_beside_an_attack_on(attack, found, capsys):
    found.database.shell('DELETE FROM sign_in_attempts')
    kind = list(ATTACKS).index(attack)
    owner = Person(found, VICTIM, '10.1.0.1')
    people = [Person(found, email, f'10.3.{number}.1') for number, email in enumerate(PEOPLE)]
    assert {person.try_to_sign_in() for person in (owner, *people)} == {303}     # known from now on
    stranger, usual = Direct(found.port), bare_hash()
    stranger.ask('GET', '/login')

    def flood(number):
        guesser = Direct(found.port)
        guesser.cookies, guesser.token = dict(stranger.cookies), stranger.token
        email, password = ATTACKS[attack](number)
        return guesser.ask('POST', '/login', {'email': email, 'password': password},
                           **{'X-Forwarded-For': f'10.66.{kind}.{number % NETWORKS}'}).status

    def other(number, network=4):
        known = number % 2 == 0
        person = people[number // 2] if known else Person(found, PEOPLE[number // 2], f'10.{network}.{kind}.{number}')
        began = time.monotonic()
        return known, person.try_to_sign_in(), time.monotonic() - began
    before = [(status, taken) for _, status, taken in every(BEFORE * 2, BEFORE, lambda number: other(number, 5))]
    results = {}
    acts = {
        'attack': lambda: at_rate(RATE, SECONDS, flood),
        'known': lambda: every(SECONDS, TRIES, lambda _: owner.sign_in()),
        'new': lambda: every(SECONDS, TRIES, lambda number: Person(found, VICTIM, f'10.2.{kind}.{number}').sign_in()),
        'others': lambda: every(SECONDS, OTHERS, other)}
    threads = [threading.Thread(target=lambda name=name, act=act: results.update({name: act()}))
               for name, act in acts.items()]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    others = {known: [(status, taken) for was_known, status, taken in results['others'] if was_known == known]
              for known in (True, False)}
    p95 = percentile([taken for _, _, taken in results['others']], .95)
    say(capsys, f'{RATE} sign-ins a second on {attack}, from {NETWORKS} networks, for {SECONDS} s '
        f'(a bare hash took {usual * 1000:.0f} ms before, {bare_hash() * 1000:.0f} ms after)\n'
        f'  the attack: {dict(collections.Counter(status for status, _ in results["attack"]))}\n'
        f'  the victim, browser known: {waits(results["known"])}\n'
        f'  the victim, new browser, new network: {waits(results["new"])}\n'
        f'  others, browser known: {figures(others[True])}\n'
        f'  others, new browser and network: {figures(others[False])}\n'
        f'  others together: p95 {p95:.0f} ms; before the attack: {figures(before)}')

    assert {name: sum(each is not None for each in results[name]) for name in ('known', 'new')} == {
        'known': TRIES, 'new': TRIES}
    assert {status for _, status, _ in results['others']} == {303}
    # a machine on which they take as long without the attack says nothing about it
    assert p95 < max(QUICK, 2 * percentile([taken for _, taken in before], .95))
