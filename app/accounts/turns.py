"""Places for work that keeps a thread of the web server waiting: whoever finds none is asked to come back.

All of them together must leave threads for those who only want to see a page (tests/test_accounts.py counts).
"""

from contextlib import contextmanager

from app.errors import Busy


@contextmanager
def turn(places, seconds: float = 0):
    """Hold one of some places (a semaphore) in `with`. Raises Busy where none becomes free in so many seconds."""
    if not places.acquire(timeout=seconds):
        raise Busy('too many of the same at the same moment')
    try:
        yield
    finally:
        places.release()
