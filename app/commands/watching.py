"""The thread of `serve` and `worker` that logs what an admin or a technician should be told, and once a day deletes
what is kept no longer.
"""

import contextlib
import logging
import threading

from app.clinic import deleting
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
        try:
            deleting.if_due(stopping)
        except Busy:
            pass
        except Exception:
            deleting.log.exception('deleting what is kept no longer failed')
        if stopping.wait(EVERY):
            return
