"""The door to the database: no connection is lost, waits are bounded, what is safe is tried again."""

import dataclasses
import datetime as dt
import threading
import time
from functools import partial

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from mysql.connector import Error

from app import database, errors
from app.database import link, pool
from app.database.link import Link, OutcomeUnknown
from app.database.literals import literal
from tests.support.moments import together
from tests.support.statements import statements


@pytest.fixture
def small_pool(cast):
    """A pool of two connections."""
    database.open(cast, size=2)
    yield
    database.open(cast, size=60)


def patient():
    return database.one('patients/lock_with_staff', patient_id=1, staff_id=1, user_id=6, role='patient')


def kill_all(shell):
    """Cut every other connection to the server, as a restart would."""
    (own,), = shell('SELECT CONNECTION_ID()')
    for number, in shell('SELECT id FROM information_schema.processlist WHERE id <> %s AND db = DATABASE()', own):
        shell(f'KILL {number}')


def test_errors_of_every_kind_leave_the_pool_whole(small_pool, shell):
    for _ in range(10):
        with pytest.raises(errors.Refused):
            database.insert('users/insert', email='ada@clinic.test', email_is_proven=True, password_hash=None,
                            role='admin', full_name='x', phone=None, now_utc='2026-01-01')
        with pytest.raises(Error):
            database.insert('users/insert', email='x@y.zz', email_is_proven=True, password_hash=None, role='nobody',
                            full_name='x', phone=None, now_utc='2026-01-01')
        with pytest.raises(ZeroDivisionError), database.transaction() as tx:
            tx.one('settings/find')
            raise ZeroDivisionError
        with pytest.raises(KeyError):
            database.one('users/find')

    assert [patient()['patient_id'] for _ in range(5)] == [1] * 5
    assert pool._places.free._value == 2


def test_an_exception_rolls_back(cast, shell):
    with pytest.raises(errors.Forbidden), database.transaction() as tx:
        tx.change('users/set_theme', user_id=1, theme='dark')
        raise errors.Forbidden

    assert shell('SELECT theme FROM users WHERE user_id = 1') == [(None,)]


def test_a_transaction_sees_what_others_commit_after_it_began(cast, shell):
    with database.transaction() as tx:
        before = tx.one('settings/find')['phone']
        shell("UPDATE settings SET phone = '+49 30 555 0199'")

        assert tx.one('settings/find')['phone'] == '+49 30 555 0199' != before


def test_a_commit_that_failed_is_not_made_up_by_the_next_transaction(small_pool, shell, monkeypatch):
    command = Link.command

    def fail(link, text):
        if text == 'COMMIT':
            raise Error('Got error during COMMIT', errno=1180)
        command(link, text)
    with monkeypatch.context() as patched, pytest.raises(Error), database.transaction() as tx:
        patched.setattr(Link, 'command', fail)
        tx.change('users/set_theme', user_id=1, theme='dark')
    with database.transaction() as tx:
        tx.one('settings/find')

    assert shell('SELECT theme FROM users WHERE user_id = 1') == [(None,)]


def test_a_connection_whose_driver_failed_is_thrown_away(small_pool):
    def confused(*_, **__):
        raise IndexError('bytearray index out of range')
    with pytest.raises(IndexError), database.transaction() as tx:
        tx.connection.get_rows = confused
        tx.one('settings/find')

    assert tx.broken
    assert [patient()['patient_id'] for _ in range(3)] == [1] * 3


@pytest.mark.parametrize('errno', [1205, 1213, 1317, 3024, 1969, -1])
def test_a_connection_whose_rows_could_not_be_read_is_thrown_away(small_pool, errno):
    def fail(*_, **__):
        raise Error('in the middle of the rows', errno=errno)
    with pool.link() as one, pytest.raises((Error, errors.Busy)):
        one.connection.get_rows = fail
        one.one('settings/find')

    assert one.broken and patient()


def test_who_finds_no_connection_waits_and_then_hears_so(small_pool, monkeypatch):
    monkeypatch.setattr(pool, 'WAIT_SECONDS', .2)
    with database.transaction(), database.transaction():
        started = time.monotonic()
        with pytest.raises(errors.Busy):
            patient()

        assert .15 <= time.monotonic() - started < 2
    assert patient()


def test_who_reads_is_not_refused_because_others_wait_for_a_lock(cast, monkeypatch):
    """Two hold a place to write, for long; the third place comes and goes, and is worth waiting for."""
    database.open(cast, size=3, writers=2)
    waits, now = [], time.monotonic
    take = pool._places.free.acquire
    monkeypatch.setattr(pool._places.free, 'acquire', lambda timeout: waits.append(timeout) or take(timeout=timeout))
    with pool.link(writes=True), pool.link(writes=True):
        monkeypatch.setattr(pool.time, 'monotonic', lambda: now() + 10)
        with pool.link():
            pass
    database.open(cast, size=60)

    assert waits[-1] > 0.9


def test_a_connection_given_back_is_taken_by_who_waits(small_pool):
    found, holds = [], threading.Event()

    def wait():
        holds.wait()
        found.append(patient())
    thread = threading.Thread(target=wait)
    thread.start()
    with database.transaction(), database.transaction():
        holds.set()
    thread.join()

    assert found[0]['patient_id'] == 1


def test_reads_survive_a_server_that_cut_every_connection(small_pool, shell):
    with database.transaction() as tx, database.transaction() as other:
        assert tx.one('settings/find') and other.one('settings/find')
    kill_all(shell)

    assert [patient()['patient_id'] for _ in range(3)] == [1, 1, 1]


def test_a_transaction_cut_before_commit_is_run_again(small_pool, shell):
    tries = []

    @database.retried
    def act():
        with database.transaction() as tx:
            tx.change('users/set_theme', user_id=1, theme='dark')
            tries.append(1)
            if len(tries) == 1:
                kill_all(shell)
            tx.one('settings/find')
    act()

    assert len(tries) == 2
    assert shell('SELECT theme FROM users WHERE user_id = 1') == [('dark',)]


@pytest.mark.parametrize(('has_request_key', 'tries'), [(False, 1), (True, 2)])
def test_a_lost_commit_is_repeated_only_with_a_request_key(small_pool, shell, has_request_key, tries):
    done = []

    @database.retried(has_request_key=has_request_key)
    def act():
        with database.transaction() as tx:
            tx.change('users/set_theme', user_id=1, theme='dark')
            done.append(1)
            if len(done) == 1:
                kill_all(shell)
    if has_request_key:
        act()
    else:
        with pytest.raises(OutcomeUnknown):
            act()

    assert len(done) == tries


def test_a_single_write_that_was_cut_is_not_repeated(small_pool, shell):
    patient()
    kill_all(shell)

    def write():
        with pytest.raises(OutcomeUnknown):
            database.change('users/set_theme', user_id=1, theme='dark')
    assert statements(write).count('users/set_theme') == 1


def test_two_who_lock_each_other_are_told_apart_and_both_finish(cast, shell):
    barrier = threading.Barrier(2)
    first_time = [True, True]

    @database.retried
    def act(number):
        one, other = (1, 2) if number else (2, 1)
        with database.transaction() as tx:
            tx.change('users/set_theme', user_id=one, theme='dark')
            if first_time[number]:
                first_time[number] = False
                barrier.wait()
            tx.change('users/set_theme', user_id=other, theme='dark')

    assert together([partial(act, 0), partial(act, 1)]) == [None, None]
    assert shell("SELECT COUNT(*) FROM users WHERE theme = 'dark'") == [(2,)]


def test_a_server_that_is_away_is_busy_and_not_an_error_of_ours(cast, tmp_path):
    database.open(dataclasses.replace(cast, db_socket=str(tmp_path / 'nothing.sock')), size=2)
    try:
        with pytest.raises(errors.Busy):
            patient()
        assert pool._places.free._value == 2
    finally:
        database.open(cast, size=60)


def test_each_statement_can_be_listened_to(cast):
    seen = []

    def listen(*what):
        seen.append(what)
    database.on_statement.append(listen)
    try:
        with database.transaction() as tx:
            tx.change('users/set_theme', user_id=1, theme='dark')
    finally:
        database.on_statement.remove(listen)

    assert [name for name, *_ in seen] == ['START TRANSACTION', 'users/set_theme', 'COMMIT']
    _, sql, params, seconds, rows = seen[1]
    assert 'UPDATE users' in sql and params == {'user_id': 1, 'theme': 'dark'} and 0 < seconds < 5


AWKWARD = ["it's", 'back\\slash \\', 'delimiter ;;', "DELIMITER // it's", '%s %(name)s ?', '<b>bold</b> &amp;',
           '🩺 👩\u200d⚕️', 'Ärztin', 'Ιατρός', 'Врач', 'طبيب', 'רופאה', 'डॉक्टर', '医生', 'お医者さん', '의사',
           'แพทย์', 'ሐኪም', '"quoted"', '`tick`', '-- comment', '/* */', '\\0 \\n', 'NULL', '0', ' ']


@pytest.mark.parametrize('text', AWKWARD)
def test_text_comes_back_as_it_went_in(cast, shell, text):
    database.change('users/set_details', user_id=6, full_name=text, phone=None)

    assert database.one('users/find', user_id=6)['full_name'] == text
    assert shell('SELECT full_name FROM users WHERE user_id = 6') == [(text,)]


@given(text=st.text(st.characters(exclude_categories=['Cs'])), raw=st.binary(),
       number=st.integers(-2 ** 63, 2 ** 63 - 1),
       moment=st.datetimes(dt.datetime(1000, 1, 1)))
@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
def test_what_is_written_as_sql_is_read_as_the_same(server, monkeypatch, text, raw, number, moment):
    values = {'text': text, 'raw': raw.hex(), 'number': number, 'moment': moment, 'day': moment.date(), 'none': None}
    with monkeypatch.context() as patched:
        patched.setattr(link, '_pieces', lambda *_: (
            'SELECT ', 'text', ' AS text, LOWER(HEX(', 'bytes', ')) AS raw, ', 'number', ' AS number, ',
            'moment', ' AS moment, ', 'day', ' AS day, ', 'none', ' AS none'))
        found = database.one('any', bytes=raw, **{name: value for name, value in values.items() if name != 'raw'})

    moment = found.pop('moment')
    assert found == {name: value for name, value in values.items() if name != 'moment'}
    assert moment == values['moment']


@pytest.mark.parametrize('value', [1.5, ['x'], {'x': 1}, dt.timedelta(1), dt.datetime.now(dt.timezone.utc), object()])
def test_no_other_kind_of_value_becomes_sql(value):
    with pytest.raises(TypeError):
        literal(value)


def test_a_text_cannot_carry_a_second_statement(cast):
    with pool.link() as one, pytest.raises(Error):
        one.command('SELECT 1; SELECT 2')
