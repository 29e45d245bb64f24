"""The only door to the database: five verbs over the files in db/queries, and transaction().

    rows('appointments/list_day_for_staff', staff_id=3, day=day)   → list of dicts
    one('patients/find_own', …)                                     → dict or None
    value('appointments/count_upcoming', …)                         → one value or None
    insert('appointments/insert', …)                                → the new id
    change('appointments/set_status', …)                            → how many rows changed

    with transaction() as tx:      READ COMMITTED; inside it only tx.rows, tx.one, tx.value, tx.insert, tx.change

A broken rule comes back as errors.Refused, a server that can't answer as errors.Busy. app/database/link.py is one
connection, app/database/pool.py keeps them.
"""

import contextvars
import functools
import itertools
import random
import time
from contextlib import contextmanager

from mysql.connector import Error

from app import errors
from app.database import pool
from app.database.link import Link, Lost, OutcomeUnknown, on_statement, query
from app.database.pool import close, connect, open

__all__ = ['Link', 'change', 'close', 'connect', 'insert', 'on_statement', 'one', 'open', 'query', 'refusing_writes',
           'retried', 'rows', 'transaction', 'value']
# How often to try anew: deadlock, MariaDB's snapshot conflict and its deadlock over the next row number, lock wait.
CONFLICTS = {1213: 5, 1020: 5, 1467: 5, 1205: 0}
_refusal = contextvars.ContextVar('refusal', default=None)
SECONDS_TO_RETRY = 3                        # since the first try; who has waited so long is told, and may come again


def retried(work=None, *, has_request_key: bool = False):
    """Run the function again where the database asks for it: after a deadlock, or a connection lost.

    What was lost before COMMIT did not happen and is always safe to repeat. After a COMMIT without an answer only a
    function whose request key lets it recognise its own work may be run again.
    """
    if work is None:
        return functools.partial(retried, has_request_key=has_request_key)

    @functools.wraps(work)
    def run(*args, **kwargs):
        began = time.monotonic()
        for attempt in itertools.count(1):
            try:
                return work(*args, **kwargs)
            except (Error, errors.Busy) as error:
                if attempt > _worth(error, has_request_key) or time.monotonic() - began > SECONDS_TO_RETRY:
                    if getattr(error, 'errno', 0) in CONFLICTS:
                        raise errors.Busy(str(error)) from error
                    raise
            time.sleep(random.uniform(0.01, 0.02) * 2 ** attempt)
    return run


def _worth(error, has_request_key) -> int:
    """How many more tries an error is worth."""
    if isinstance(error, (Lost, OutcomeUnknown)):
        pool.drop_idle()            # after one connection the others are likely lost too: the server has restarted
        return 2 if has_request_key or isinstance(error, Lost) else 0
    return CONFLICTS.get(getattr(error, 'errno', 0), 0)


@contextmanager
def transaction():
    """One transaction at READ COMMITTED on one connection: COMMIT at the end, ROLLBACK on any exception."""
    with _writer() as link:
        link.command('START TRANSACTION')
        try:
            yield link
        except BaseException:
            _roll_back(link)
            raise
        try:
            link.command('COMMIT')
        except BaseException as error:
            link.broken = True      # a transaction that may still be open is not for the next one to end
            if isinstance(error, Lost):
                raise OutcomeUnknown(str(error)) from error
            raise


@contextmanager
def refusing_writes(refused: errors.Refused | None):
    """Raise this instead of each transaction or single write in the block, in this thread: nothing can be changed.

    None: let them through, inside such a block, for what is written whatever becomes of a form.
    """
    before = _refusal.set(refused)
    try:
        yield
    finally:
        _refusal.reset(before)


def _writer():
    """The connection for a write."""
    if _refusal.get():
        raise _refusal.get()
    return pool.link(writes=True)


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
    with pool.link() as link:
        return link.rows(name, **params)


@retried
def one(name, /, **params) -> dict | None:
    """The one row of a query, or None."""
    with pool.link() as link:
        return link.one(name, **params)


@retried
def value(name, /, **params):
    """The first column of the one row, or None."""
    with pool.link() as link:
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
    with _writer() as link:
        try:
            return verb(link, name, **params)
        except Lost as error:
            raise OutcomeUnknown(str(error)) from error
