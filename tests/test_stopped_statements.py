"""A statement that the server stops while its rows are on their way: the pool is as whole afterwards as before.

Each is a lock over a stretch of the calendar that meets a locked day in its middle: the server has begun its answer by
then, and the error comes where a row was expected. With both drivers.
"""

import pytest
from mysql.connector import HAVE_CEXT, Error

from app import database, errors
from app.database import pool
from tests.conftest import MONDAY, connect
from tests.support.moments import in_thread
from tests.support.processes import wait_until

STRETCH = {'first_day': MONDAY, 'last_day': MONDAY.replace(month=9)}
LOCKED = "SELECT day FROM calendar WHERE day = '2026-07-01' FOR UPDATE"
WAITS = "SELECT id FROM information_schema.processlist WHERE info LIKE %s AND id <> CONNECTION_ID()"


@pytest.fixture(params=[False, True], ids=['extension', 'pure'])
def driver(request, cast, monkeypatch):
    """A pool of two connections, with the driver's C extension where there is one, or in pure Python."""
    if not (request.param or HAVE_CEXT):
        pytest.skip('the extension is not there')
    database.open(cast, size=2)
    monkeypatch.setitem(pool._settings, 'use_pure', request.param)
    yield
    database.open(cast, size=60)


@pytest.fixture
def holder(cast):
    """Somebody else's transaction that has locked a day."""
    connection = connect(cast)
    with connection.cursor() as cursor:
        cursor.execute('START TRANSACTION')
        cursor.execute(LOCKED)
        cursor.fetchall()
        yield cursor
    connection.close()


def lock(*first):
    """Lock the stretch, after some statements; how it ended."""
    try:
        with database.transaction() as tx:
            for statement in first:
                tx.command(statement)
            tx.rows('calendar/lock_days', **STRETCH)
    except (Error, errors.Busy) as error:
        return error


def assert_whole(browser):
    visitor = browser('weber')
    for _ in range(66):
        assert [visitor.get(path, follow=False).status for path in ('/', '/login', '/staff')] == [200, 303, 200]
    assert pool._places.free._value == 2


def test_a_lock_waited_for_in_vain_leaves_the_pool_whole(driver, holder, browser):
    assert lock('SET SESSION innodb_lock_wait_timeout = 1').errno == 1205
    holder.execute('ROLLBACK')
    assert_whole(browser)


def test_a_deadlock_leaves_the_pool_whole(driver, holder, browser, shell):
    holder.execute("UPDATE users SET theme = 'dark' WHERE user_id < 9")
    thread, found = in_thread(lambda: lock("UPDATE calendar SET weekday = weekday WHERE day = '2026-08-01'"))
    wait_until(lambda: shell(WAITS, '%FROM calendar%FOR UPDATE'), 5)
    holder.execute("SELECT day FROM calendar WHERE day = '2026-08-01' FOR UPDATE")
    holder.fetchall()
    thread.join()
    assert found[0].errno == 1213
    holder.execute('ROLLBACK')
    assert_whole(browser)


def test_a_statement_that_is_killed_leaves_the_pool_whole(driver, holder, browser, shell):
    thread, found = in_thread(lock)
    wait_until(lambda: shell(WAITS, '%FROM calendar%FOR UPDATE'), 5)
    shell(f"KILL QUERY {shell(WAITS, '%FROM calendar%FOR UPDATE')[0][0]}")
    thread.join()
    assert isinstance(found[0], errors.Busy)
    holder.execute('ROLLBACK')
    assert_whole(browser)


def test_a_statement_that_may_take_no_longer_leaves_the_pool_whole(driver, holder, browser, shell):
    is_mariadb = 'MariaDB' in shell('SELECT VERSION()')[0][0]
    limit = 'max_statement_time = 0.3' if is_mariadb else 'max_execution_time = 300'
    assert isinstance(lock(f'SET SESSION {limit}'), errors.Busy)
    holder.execute('ROLLBACK')
    assert_whole(browser)
