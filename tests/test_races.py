"""Many clients at the same moment, on real connections: exactly one wins, the others hear so, nothing is left behind.

Threads start together at a barrier. Each kind of race is run with the code as it is, with its row locks taken out, and
by bare INSERTs: the locks make the answers kind, the keys make them true.
"""

import re
from collections import Counter

import mysql.connector
import pytest

from app import database, tokens
from app.accounts import sessions
from app.database import link
from app.errors import Busy, constraint
from app.visitor import Visitor
from app.visits import rules, scheduling
from app.visits.wanted import Wanted
from app.web import csrf
from tests.conftest import connect
from tests.support.browser import Browser
from tests.support.moments import kinds, together
from tests.support.visits import book

CLIENTS, ROUNDS = 50, 20


@pytest.fixture
def crowd(cast, shell):
    """Fifty patients with an account each: their visitors."""
    for number in range(100, 100 + CLIENTS):
        shell("INSERT INTO users (user_id, email, email_proven_utc, role, full_name, created_utc)"
              " VALUES (%s, %s, '2026-01-01', 'patient', 'One of many', '2026-01-01')", number, f'{number}@mail.test')
        shell("INSERT INTO patients (patient_id, user_id, full_name, created_utc)"
              " VALUES (%s, %s, 'One of many', '2026-01-01')", number, number)
    return [Visitor(number, 'patient') for number in range(100, 100 + CLIENTS)]


def asked_again(act):
    """The act, again while "please try again" answers it: on a loaded machine fifty may wait too long for one lock."""
    def run():
        while True:
            try:
                result = act()
            except Busy:
                continue
            if getattr(result, 'status', None) != 503:
                return result
    return run


@pytest.fixture
def no_locks(monkeypatch):
    """Take every lock out of the statements."""
    whole = link.query
    monkeypatch.setattr(link, 'query', lambda name: (
        re.sub('FOR UPDATE|LOCK IN SHARE MODE', '', whole(name)[0]), whole(name)[1]))


@pytest.fixture
def no_checks(monkeypatch):
    """Take out the check of the rules as well, but for the choice of a room: only the keys are left."""
    monkeypatch.setattr(rules, 'refuse', lambda broken, sentences=None: None)


def same_slot(at, number):
    return {'staff_id': 1, 'service_id': 1, 'starts_at': at('10:00', 1)}


def overlapping_lengths(at, number):
    """A consultation at 10:00 and check-ups of an hour at 9:30 and 10:00: all need Dr. Weber at 10:00."""
    return ({'staff_id': 1, 'service_id': 1, 'starts_at': at('10:00', 1)},
            {'staff_id': 1, 'service_id': 2, 'starts_at': at('09:30', 1)},
            {'staff_id': 1, 'service_id': 2, 'starts_at': at('10:00', 1)})[number % 3]


def same_room(at, number):
    """Two doctors, one room (see the test)."""
    return {'staff_id': 1 + number % 2, 'service_id': 1, 'starts_at': at('10:00', 1)}


def same_patient(at, number):
    """One patient, wanted by two doctors who have a room each."""
    return {'staff_id': 1 + number % 2, 'service_id': 1, 'starts_at': at('10:00', 1)}


RACES = {'same slot': same_slot, 'overlapping lengths': overlapping_lengths, 'same room': same_room,
         'same patient': same_patient}


@pytest.fixture(params=RACES)
def race(request, crowd, shell, at):
    """race() → the acts of fifty clients who book what only one can have."""
    shell('UPDATE rooms SET is_active = room_id = 1') if request.param == 'same room' else None

    def acts():
        for number, visitor in enumerate(crowd):
            if request.param == 'same patient':
                visitor = crowd[0]
            wanted = Wanted(patient_id=visitor.user_id, **RACES[request.param](at, number))
            yield lambda visitor=visitor, wanted=wanted: scheduling.book(visitor, wanted)
    return lambda: list(acts())


def clear(shell):
    shell('DELETE FROM appointments')


def test_exactly_one_of_fifty_wins(race, shell):
    for _ in range(ROUNDS):
        clear(shell)
        results = together([asked_again(act) for act in race()])

        assert kinds(results) == {'won': 1, 409: CLIENTS - 1}
        assert shell('SELECT COUNT(*) FROM appointments') == [(1,)]
        assert shell('SELECT COUNT(*) FROM appointment_history') == [(1,)]
        assert shell('SELECT COUNT(*) FROM notifications') == [(1,)]
        (minutes,), = shell('SELECT TIMESTAMPDIFF(MINUTE, starts_at, ends_at) FROM appointments')
        assert shell('SELECT COUNT(*) FROM claims') == [(minutes // 5,)]


def test_exactly_one_of_fifty_forms_wins(crowd, shell, at):
    """The same over HTTP: one is led to its visit, the others see the day's list with 409, nobody a 500."""
    browsers = []
    for visitor in crowd:
        with database.transaction() as tx:
            token = sessions.start(tx, visitor)
        browser = Browser()
        browser.cookies['session'] = token
        browsers.append((browser, csrf.token(token), visitor.user_id))
    for _ in range(5):
        clear(shell)
        pages = together([
            asked_again(lambda browser=browser, token=token, patient_id=patient_id: browser.post('/appointments', {
                'csrf_token': token, 'staff_id': 1, 'service_id': 1, 'starts_at': '2026-06-02T10:00', 'reason': '',
                'patient_id': patient_id, 'request_key': tokens.new()}, follow=False))
            for browser, token, patient_id in browsers])

        assert Counter(page.status for page in pages) == {303: 1, 409: CLIENTS - 1}
        assert shell('SELECT COUNT(*) FROM appointments') == [(1,)]
        refused = next(page for page in pages if page.status == 409)
        assert '10:30' in refused.text and 'taken' in refused.text


def test_without_the_locks_at_most_one_wins(race, shell, no_locks):
    for _ in range(5):
        clear(shell)
        results = kinds(together(race()))

        assert results['won'] == 1 and set(results) <= {'won', 409, 'Busy'}
        assert shell('SELECT COUNT(*) FROM appointments') == [(1,)]


def test_without_locks_and_checks_the_keys_hold(race, shell, no_locks, no_checks):
    for _ in range(5):
        clear(shell)
        results = kinds(together(race()))

        assert results['won'] == 1 and set(results) <= {'won', 409, 'Busy'}
        assert shell('SELECT COUNT(*) FROM appointments') == [(1,)]


@pytest.mark.parametrize(('key', 'changes'), [
    ('staff_is_free', {'room_id': 2}),
    ('room_is_free', {'staff_id': 2}),
    ('patient_is_free', {'staff_id': 2, 'room_id': 2}),
])
def test_a_plain_client_is_refused_by_name(cast, shell, at, key, changes):
    """Inserts all at once, at REPEATABLE READ, by a client that knows nothing of our code: one row, the rest named."""
    patients = {'patient_id': 1} if key == 'patient_is_free' else {}
    insert = ('INSERT INTO appointments (patient_id, staff_id, room_id, service_id, starts_at, ends_at, created_utc)'
              " VALUES (%(patient_id)s, %(staff_id)s, %(room_id)s, 1, %(starts_at)s, %(ends_at)s, '2026-01-01')")

    def act(number):
        connection = connect(cast)
        other = changes if number % 2 else {}
        try:
            connection.cursor().execute(insert, {
                'patient_id': 1 + number % 4, 'staff_id': 1, 'room_id': 1, 'ends_at': at('10:45', 1),
                'starts_at': at(f'10:{number % 4 * 5:02}', 1), **other, **patients})
            return 1
        finally:
            connection.close()
    results = together([lambda number=number: act(number) for number in range(16)])

    names = Counter('won' if result == 1 else constraint(result) or f'errno {result.errno}' for result in results)
    assert names['won'] == 1
    assert set(names) <= {'won', 'staff_is_free', 'room_is_free', 'patient_is_free', 'errno 1213'}
    assert names[key] > 0


def test_the_same_form_sent_ten_times_at_once_books_once(crowd, shell, at):
    wanted = Wanted(patient_id=100, request_key=tokens.new(), **same_slot(at, 0))

    results = together([lambda: scheduling.book(crowd[0], wanted)] * 10)
    assert len(set(results)) == 1 and isinstance(results[0], int)
    assert shell('SELECT COUNT(*) FROM appointments') == [(1,)]


def test_moves_and_bookings_race_without_loss(crowd, shell, at):
    """Ten visits want to move to one time that others book: every visit keeps a time, and no time has two."""
    shell('UPDATE settings SET cancel_deadline_minutes = 0')
    target = at('10:00', 1)
    for _ in range(5):
        clear(shell)
        movers = []
        for number in range(10):
            starts_at = at(('09:00', '09:30', '10:30', '11:00', '13:00')[number % 5], 2 + number // 5)
            wanted = Wanted(patient_id=100 + number, staff_id=1, service_id=1, starts_at=starts_at)
            movers.append((crowd[number], scheduling.book(crowd[number], wanted)))
        acts = [lambda visitor=visitor, visit=visit: scheduling.move(visitor, visit, Wanted(starts_at=target)) or visit
                for visitor, visit in movers]
        acts += [lambda visitor=visitor: book(visitor, target, patient_id=visitor.user_id) for visitor in crowd[10:30]]
        results = together([asked_again(act) for act in acts])

        assert kinds(results) == {'won': 1, 409: len(acts) - 1}
        won_by_move = any(isinstance(result, int) for result in results[:10])
        assert shell('SELECT COUNT(*) FROM appointments') == [(10 if won_by_move else 11,)]
        assert shell('SELECT COUNT(*), COUNT(DISTINCT staff_id, at) FROM claims') == \
            [(60 if won_by_move else 66,) * 2]


def test_two_rooms_asked_for_at_once_are_both_given(crowd, shell, at):
    """Two doctors share a usual room: whoever comes second gets the other room, not a refusal."""
    shell('UPDATE staff SET usual_room_id = 1')
    for _ in range(ROUNDS):
        clear(shell)
        results = together([
            lambda number=number: book(crowd[number], at('10:00', 1), patient_id=100 + number, staff_id=1 + number)
            for number in range(2)])

        assert kinds(results) == {'won': 2}
        assert sorted(shell('SELECT room_id FROM appointments')) == [(1,), (2,)]


def test_a_crowd_larger_than_the_pool_waits_or_is_told_to_come_back(crowd, cast, at):
    database.open(cast, size=2)
    try:
        results = together([
            lambda number=number: scheduling.book(crowd[number], Wanted(**{
                'patient_id': 100 + number, **same_slot(at, 0)}))
            for number in range(CLIENTS)])
    finally:
        database.open(cast, size=60)

    assert set(kinds(results)) <= {'won', 409, 'Busy'} and kinds(results)['won'] == 1
    assert all(result.retry_after > 0 for result in results if isinstance(result, Busy))
    assert not [result for result in results if isinstance(result, mysql.connector.Error)]
