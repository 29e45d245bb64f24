"""The only door to the database: five verbs over the files in db/queries, and transaction().

    rows('appointments/list_day_for_staff', staff_id=3, day=day)   → list of dicts
    one('patients/find_own', …)                                     → dict or None
    value('appointments/count_ahead', …)                            → one value or None
    insert('appointments/insert', …)                                → the new id
    change('appointments/cancel', …)                                → how many rows changed

    with transaction() as tx:      READ COMMITTED; inside it only tx.rows, tx.one, tx.value, tx.insert, tx.change

Every statement is prepared on the server and kept open per connection: values never enter the SQL text. A broken rule
comes back as errors.Refused, a server that can't answer as errors.Busy.
"""

import functools
import queue
import random
import re
import threading
import time
from contextlib import contextmanager
from pathlib import Path

import mysql.connector
from mysql.connector.errors import ConnectionTimeoutError, Error, ReadTimeoutError, WriteTimeoutError

from app import errors

QUERIES = Path(__file__).parent.parent / 'db' / 'queries'
WAIT_SECONDS = 3                     # for a free connection, before the visitor is asked to come back
CONFLICTS = {1213: 5, 1020: 5, 1205: 2}     # deadlock, MariaDB's snapshot conflict, lock wait: how often to try anew
LOST = {2002, 2003, 2006, 2013, 2055, 4031, 1053, 1927, 1047}
TIMEOUTS = (ReadTimeoutError, WriteTimeoutError, ConnectionTimeoutError)
UNABLE = {1040, 1203, 1114, 1021, 1290, 1836, 1226}     # too many connections, disk full, read only

on_statement = []                    # called after each statement with (name, sql, params, seconds)


class Lost(errors.Busy):
    """The connection broke before COMMIT was sent: nothing happened."""


class OutcomeUnknown(errors.Busy):
    """The connection broke while COMMIT was under way: it may have happened. Only a request key makes a retry safe."""


class Link:
    """One connection with its prepared statements, and the five verbs."""

    def __init__(self, connection):
        self.connection = connection
        self.cursors = {}
        self.broken = False

    def rows(self, name, /, **params) -> list[dict]:
        return self._run(name, params)[0]

    def one(self, name, /, **params) -> dict | None:
        found = self.rows(name, **params)
        return found[0] if found else None

    def value(self, name, /, **params):
        found = self.one(name, **params)
        return next(iter(found.values())) if found else None

    def insert(self, name, /, **params) -> int:
        return self._run(name, params)[1].lastrowid

    def change(self, name, /, **params) -> int:
        return self._run(name, params)[1].rowcount

    def _run(self, name, params):
        """The rows (all of them: an unread one would spoil the connection) and the cursor of one file's statement."""
        sql, names = query(name)
        values = tuple(params[key] for key in names)
        with self._told(name, sql, params):
            cursor = self.cursors.get(name)
            if cursor is None:      # a new cursor pings the server and prepares the statement: keep it
                cursor = self.connection.cursor(prepared=True, dictionary=True)
                self.cursors[name] = cursor
            cursor.execute(sql, values)
            return (cursor.fetchall() if cursor.with_rows else []), cursor

    def command(self, text):
        """START TRANSACTION, COMMIT and the like, which have no file."""
        with self._told(text, text, {}):
            self.connection.cmd_query(text)

    @contextmanager
    def _told(self, name, sql, params):
        """Time a statement for those who listen, and turn the driver's errors into ours."""
        started = time.perf_counter()
        try:
            yield
        except Error as error:
            if error.errno in LOST or isinstance(error, TIMEOUTS) or self.connection.is_closed():
                self.broken = True
                raise Lost(f'connection lost: {error}') from error
            if error.errno in UNABLE:
                raise errors.Busy(str(error)) from error
            raise (errors.explain(error) or error) from error
        finally:
            for listener in on_statement:
                listener(name, sql, params, time.perf_counter() - started)


@functools.cache
def query(name: str) -> tuple[str, tuple[str, ...]]:
    """The statement of db/queries/<name>.sql with ? for its placeholders, and their names in order."""
    text = (QUERIES / f'{name}.sql').read_text(encoding='utf-8').rstrip().rstrip(';')
    return re.sub(r'%\((\w+)\)s', '?', text), tuple(re.findall(r'%\((\w+)\)s', text))


# The pool: connections that are idle, and a count of those that may yet be opened. On any doubt a connection is thrown
# away and its place given back, so none is ever lost. (The driver's own pool loses one whose reset fails.)

_idle: queue.LifoQueue = queue.LifoQueue()
_places = threading.BoundedSemaphore(1)
_settings: dict = {}


def open(config, size: int = 12):
    """Make the pool ready for a database. Connections are opened when first needed.

    config: app.config.Config; its db_socket or db_host says where. size: connections at most.
    """
    global _places
    close()
    _places = threading.BoundedSemaphore(size)
    where = {'unix_socket': str(config.db_socket)} if config.db_socket else {'host': config.db_host, 'port': config.db_port}
    _settings.update(where, user=config.db_user, password=config.db_password, database=config.db_name)


def close():
    """Close the idle connections, when nobody uses the pool any more."""
    while True:
        try:
            _discard(_idle.get_nowait())
        except queue.Empty:
            break
    _settings.clear()


def connect(**settings):
    """A connection as the whole program wants it: utf8mb4, strict, READ COMMITTED, bounded waits (seconds)."""
    connection = mysql.connector.connect(
        autocommit=True, charset='utf8mb4', collation='utf8mb4_unicode_ci',     # the driver's default is MySQL's own
        connection_timeout=5, read_timeout=20, write_timeout=20,
        sql_mode='STRICT_TRANS_TABLES,NO_ENGINE_SUBSTITUTION,ERROR_FOR_DIVISION_BY_ZERO,NO_ZERO_DATE,NO_ZERO_IN_DATE',
        time_zone='+00:00', **settings)
    connection.cmd_query('SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED')
    connection.cmd_query('SET SESSION innodb_lock_wait_timeout = 5')
    return connection


@contextmanager
def _link():
    places = _places
    if not places.acquire(timeout=WAIT_SECONDS):
        raise errors.Busy('no database connection became free')
    link = None
    try:
        link = _take()
        yield link
    except BaseException as error:
        if link and not isinstance(error, Exception):       # stopped in the middle of who knows what
            link.broken = True
        raise
    finally:
        if link:
            _discard(link) if link.broken else _idle.put(link)
        places.release()


def _take() -> Link:
    try:
        return _idle.get_nowait()
    except queue.Empty:
        pass
    try:
        return Link(connect(**_settings))
    except Error as error:
        raise errors.Busy(f'the database does not answer: {error}') from error


def _discard(link: Link):
    try:
        link.connection.disconnect()
    except Exception:               # whatever it says, it is gone
        pass


def _drop_idle():
    """After one connection was lost the others likely are too: the server has restarted."""
    while not _idle.empty():
        try:
            _discard(_idle.get_nowait())
        except queue.Empty:
            return


def retried(work=None, *, has_request_key: bool = False):
    """Run the function again where the database asks for it: after a deadlock, a lock wait, a connection lost.

    What was lost before COMMIT did not happen and is always safe to repeat. After a COMMIT without an answer only a
    function whose request key lets it recognise its own work may be run again.
    """
    if work is None:
        return functools.partial(retried, has_request_key=has_request_key)

    @functools.wraps(work)
    def run(*args, **kwargs):
        for attempt in range(1, 7):
            try:
                return work(*args, **kwargs)
            except Lost:
                _drop_idle()
                if attempt > 2:
                    raise
            except OutcomeUnknown:
                _drop_idle()
                if not has_request_key or attempt > 2:
                    raise
            except Error as error:
                if error.errno not in CONFLICTS:
                    raise
                if attempt > CONFLICTS[error.errno]:
                    raise errors.Busy(str(error)) from error
            time.sleep(random.uniform(0.01, 0.02) * 2 ** attempt)
    return run


@contextmanager
def transaction():
    """One transaction at READ COMMITTED on one connection: COMMIT at the end, ROLLBACK on any exception."""
    with _link() as link:
        link.command('START TRANSACTION')
        try:
            yield link
        except BaseException:
            _roll_back(link)
            raise
        try:
            link.command('COMMIT')
        except Lost as error:
            raise OutcomeUnknown(str(error)) from error


def _roll_back(link: Link):
    if link.broken:
        return
    try:
        link.command('ROLLBACK')
    except (Error, errors.Busy):
        link.broken = True


@retried
def rows(name, /, **params) -> list[dict]:
    """All rows of a query."""
    with _link() as link:
        return link.rows(name, **params)


@retried
def one(name, /, **params) -> dict | None:
    """The one row of a query, or None."""
    with _link() as link:
        return link.one(name, **params)


@retried
def value(name, /, **params):
    """The first column of the one row, or None."""
    with _link() as link:
        return link.value(name, **params)


@retried
def insert(name, /, **params) -> int:
    """Run an INSERT as a transaction of its own; the new row's id."""
    return _alone(Link.insert, name, params)


@retried
def change(name, /, **params) -> int:
    """Run an UPDATE, DELETE or INSERT as a transaction of its own; how many rows it changed."""
    return _alone(Link.change, name, params)


def _alone(verb, name, params):
    """A single write commits itself, so losing the connection meanwhile leaves its outcome unknown."""
    with _link() as link:
        try:
            return verb(link, name, **params)
        except Lost as error:
            raise OutcomeUnknown(str(error)) from error
