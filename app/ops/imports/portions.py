"""What imports and their undoing share: one of them at a time, and portions that wait for whoever books."""

import contextlib
import time
from collections.abc import Iterator

from app import errors
from app.database import pool

TRIES = 20
PAUSE = 0.2                         # seconds


@contextlib.contextmanager
def turn() -> Iterator[None]:
    """One import at a time is at work. Raises Busy while another is."""
    with pool.link() as link:
        if not link.value('imports/find_turn'):
            raise errors.Busy('Another import is at work: nothing was done; try again when it has ended.')
        try:
            yield
        finally:
            link.broken = True      # the server lets go of the turn when the connection ends


def patiently(act, *args):
    """Carry out a portion, again where those who book are in its way. It must be one that may be carried out twice."""
    for tries in range(1, TRIES + 1):
        try:
            return act(*args)
        except errors.Busy:
            if tries == TRIES:
                raise
            time.sleep(PAUSE)
