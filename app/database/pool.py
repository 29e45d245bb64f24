"""The pool: connections that are idle, and how many may be in use.

On any doubt a connection is thrown away and its place given back, so none is ever lost. (The driver's own pool loses a
connection whose reset fails, and does not wait for one to become free.) Nobody waits for long: a lock may hold up who
writes, so only some may write at once; and while the database keeps silent one asks it, and the others are told.
"""

import queue
import threading
import time
from contextlib import contextmanager, nullcontext

import mysql.connector
from mysql.connector import Error
from mysql.connector.constants import ClientFlag

from app import errors
from app.database.link import Link

WAIT_SECONDS = 1                     # a place is waited for while those who have one need no longer than this
WRITE_SECONDS = 0.5                  # and a place to write: a lock takes longer, and then nobody queues behind it

_idle: queue.LifoQueue = queue.LifoQueue()
_settings: dict = {}
_silent = threading.Event()          # the database was waited for in vain
_asking = threading.Lock()           # held by who asks it all the same


class Places:
    """So many may be inside at once. Whoever finds no place waits only while the others come and go."""

    def __init__(self, number: int):
        self.free, self.since = threading.BoundedSemaphore(number), {}

    @contextmanager
    def taken(self, seconds: float, counts: bool = True):
        """Hold a place in `with`. Raises Busy where none is free and somebody has had one for so many seconds.

        counts: whether this one's time is such a time. Who waits for a lock does not tell how soon others are done.
        """
        longest = time.monotonic() - min(list(self.since.values()), default=time.monotonic())
        if not self.free.acquire(timeout=max(0, seconds - longest)):
            raise errors.Busy('no place at the database became free')
        turn = object()
        if counts:
            self.since[turn] = time.monotonic()
        try:
            yield
        finally:
            self.since.pop(turn, None)
            self.free.release()


_places, _writers = Places(1), Places(1)


def open(config, size: int = 12, writers: int | None = None, patience: int = 20):
    """Make the pool ready for a database. Connections are opened when first needed.

    config: app.config.Config; its db_socket or db_host says where. size: connections at most. writers: how many may be
    in a transaction at once, where not all. patience: seconds until an answer of the database counts as lost.
    """
    global _places, _writers
    close()
    _places, _writers = Places(size), Places(writers or size)
    _settings.update(where(config), database=config.db_name, read_timeout=patience)


def close():
    """Close the idle connections, when nobody uses the pool any more."""
    drop_idle()
    _settings.clear()
    _silent.clear()


def where(config) -> dict:
    """Where the database server of `config` is, and as whom we come, as connect() takes it.

    With DB_TLS_CA nothing is said before the server has proved by a certificate of that authority that it is DB_HOST.
    """
    account = {'user': config.db_user, 'password': config.db_password}
    if config.db_socket:
        return {'unix_socket': str(config.db_socket), **account}
    proof = {'ssl_ca': str(config.db_tls_ca), 'ssl_verify_cert': True, 'ssl_verify_identity': True}
    return {'host': config.db_host, 'port': config.db_port, **account, **(proof if config.db_tls_ca else {})}


def connect(**settings):
    """A connection as the whole program wants it: utf8mb4, strict, READ COMMITTED, bounded waits (seconds).

    settings: where and as whom; read_timeout, where a statement may take longer than a page's.
    """
    connection = mysql.connector.connect(
        autocommit=True, charset='utf8mb4', collation='utf8mb4_unicode_ci',     # the driver's default is MySQL's own
        connection_timeout=5, write_timeout=20, client_flags=[-ClientFlag.MULTI_STATEMENTS],
        sql_mode='ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ENGINE_SUBSTITUTION,ERROR_FOR_DIVISION_BY_ZERO,NO_ZERO_DATE,'
                 'NO_ZERO_IN_DATE',
        time_zone='+00:00', **{'read_timeout': 20, **settings})
    connection.cmd_query('SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED')
    connection.cmd_query('SET SESSION innodb_lock_wait_timeout = 2')
    return connection


@contextmanager
def link(writes: bool = False):
    """A connection, in `with`. writes: it may be held up by a lock. Raises Busy where there is none to be had."""
    place = _places.taken(WAIT_SECONDS, counts=not writes)
    with (_writers.taken(WRITE_SECONDS) if writes else nullcontext()), place, _one_asks():
        taken = None
        try:
            taken = _take()
            yield taken
        except BaseException as error:
            if taken and not isinstance(error, Exception):       # stopped in the middle of who knows what
                taken.broken = True
            raise
        finally:
            if taken and taken.stalled:
                _silent.set()
            if taken:
                taken.close() if taken.broken else _idle.put(taken)


@contextmanager
def _one_asks():
    """While the database keeps silent one asks it, and the others need not wait as well."""
    if not _silent.is_set():
        yield
    elif _asking.acquire(blocking=False):
        try:
            yield
            _silent.clear()
        finally:
            _asking.release()
    else:
        raise errors.Busy('the database does not answer')


def _take() -> Link:
    if not _settings:
        raise errors.Busy('the database was not there yet')
    try:
        return _idle.get_nowait()
    except queue.Empty:
        pass
    began = time.monotonic()
    try:
        return Link(connect(**_settings))
    except Error as error:
        if time.monotonic() - began > WAIT_SECONDS:
            _silent.set()
        raise errors.Busy(f'the database does not answer: {error}') from error


def drop_idle():
    """After one connection was lost the others likely are too: the server has restarted."""
    while True:
        try:
            _idle.get_nowait().close()
        except queue.Empty:
            return
