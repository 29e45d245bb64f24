"""The pool: connections that are idle, and a count of those that may yet be opened.

On any doubt a connection is thrown away and its place given back, so none is ever lost. (The driver's own pool loses a
connection whose reset fails, and does not wait for one to become free.)
"""

import queue
import threading
from contextlib import contextmanager

import mysql.connector
from mysql.connector import Error

from app import errors
from app.server.link import Link

WAIT_SECONDS = 3                     # for a free connection, before the visitor is asked to come back

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
    _settings.update(where(config), database=config.db_name)


def close():
    """Close the idle connections, when nobody uses the pool any more."""
    while True:
        try:
            _idle.get_nowait().close()
        except queue.Empty:
            break
    _settings.clear()


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
        connection_timeout=5, write_timeout=20,
        sql_mode='ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ENGINE_SUBSTITUTION,ERROR_FOR_DIVISION_BY_ZERO,NO_ZERO_DATE,'
                 'NO_ZERO_IN_DATE',
        time_zone='+00:00', **{'read_timeout': 20, **settings})
    connection.cmd_query('SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED')
    connection.cmd_query('SET SESSION innodb_lock_wait_timeout = 5')
    # The driver resets a prepared statement before each use, which is a journey to the server of its own. There is
    # nothing to reset: every row is read at once, and no value is sent in pieces (COM_STMT_RESET in MySQL's manual).
    connection.cmd_stmt_reset = lambda *_, **__: None
    return connection


@contextmanager
def link():
    places = _places
    if not places.acquire(timeout=WAIT_SECONDS):
        raise errors.Busy('no database connection became free')
    taken = None
    try:
        taken = _take()
        yield taken
    except BaseException as error:
        if taken and not isinstance(error, Exception):       # stopped in the middle of who knows what
            taken.broken = True
        raise
    finally:
        if taken:
            taken.close() if taken.broken else _idle.put(taken)
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


def drop_idle():
    """After one connection was lost the others likely are too: the server has restarted."""
    while not _idle.empty():
        try:
            _idle.get_nowait().close()
        except queue.Empty:
            return
