"""What happens at one moment, made to happen: no sleeping and hoping."""

import contextlib
import datetime as dt
import threading
from collections import Counter
from unittest import mock

from app import clock, database
from app.errors import Refused


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


def in_thread(act):
    """Carry out an act beside this one: its thread, and a list into which what it gives will come."""
    found = []
    thread = threading.Thread(target=lambda: found.append(act()))
    thread.start()
    return thread, found


def together(acts):
    """Run all acts at the same moment, a thread each: what each gave or raised, in their order."""
    barrier, results = threading.Barrier(len(acts)), [None] * len(acts)

    def run(number, act):
        barrier.wait()
        try:
            results[number] = act()
        except Exception as error:
            results[number] = error
    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


def kinds(results):
    """Count the results: 'won', a refusal by status, or the name of any other exception."""
    return Counter('won' if isinstance(result, int) else result.status if isinstance(result, Refused)
                   else type(result).__name__ for result in results)
