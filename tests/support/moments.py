"""What happens at one moment, made to happen: no sleeping and hoping."""

import contextlib
import datetime as dt
import threading
from unittest import mock

from app import clock, database


def clock_at(local: dt.datetime):
    """with clock_at(…): the clinic's clock stands at this local time; afterwards it goes on from where it was."""
    return mock.patch.object(clock, '_frozen_utc', clock.to_utc(local))


@contextlib.contextmanager
def during(statement, work):
    """Let somebody else do some work right after a statement was run here. Where a lock keeps them away, whoever runs
    the statement goes on after half a second, and the work ends when the lock is given back. The errors it raised."""
    here, errors = threading.current_thread(), []

    def act():
        try:
            work()
        except Exception as error:
            errors.append(error)
    other = threading.Thread(target=act)

    def after(name, *_):
        if name == statement and threading.current_thread() is here and other.ident is None:
            other.start()
            other.join(0.5)
    database.on_statement.append(after)
    try:
        yield errors
    finally:
        database.on_statement.remove(after)
        other.join()
