"""What happens at one moment, made to happen: no sleeping and hoping."""

import contextlib
import threading

from app import database


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
