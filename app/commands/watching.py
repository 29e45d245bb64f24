"""The thread of `serve` and `worker` that logs what an admin or a technician should be told."""

import contextlib
import logging
import threading

from app.errors import Busy
from app.reports import troubles

EVERY = 600     # seconds


@contextlib.contextmanager
def watching():
    """Look at once and every ten minutes, until the block ends."""
    stopping = threading.Event()
    threading.Thread(target=_watch, args=(stopping,), name='watch', daemon=True).start()
    try:
        yield
    finally:
        stopping.set()


def _watch(stopping):
    noted: dict = {}
    while True:
        try:
            troubles.tell(noted)
        except Busy:
            pass                    # the worker beside it says so
        except Exception:
            logging.getLogger('clinic.troubles').exception('looking for troubles failed')
        if stopping.wait(EVERY):
            return
