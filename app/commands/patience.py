"""Waiting for a database that is away: `serve` and `worker` start without it, and ask for it again and again."""

import contextlib
import logging
import threading

from app import database
from app.commands.ready import load_and_open, reachable
from app.ops import private_server
from app.ops.loader import Away, LoadError

log = logging.getLogger('clinic.database')

FIRST_PAUSE, LONGEST_PAUSE = 0.5, 15  # seconds between looks; each pause is twice as long as the one before
SECONDS_TO_LOOK = 2  # after the private server


class Opening:
    """The database, opened as soon as it is there.

    has_demo: whether the demo clinic is in it; None while it is away. refusal: the LoadError, where it cannot be used.
    """

    def __init__(self, settings, **limits):
        self.settings, self.limits = settings, limits
        self.has_demo = self.refusal = None
        self.over = threading.Event()

    def look(self) -> bool:
        """Open it, if it is there. Raises LoadError where it is and cannot be used."""
        try:
            self.has_demo = load_and_open(self.settings, serves=True, **self.limits)
            return True
        except Away as away:
            log.warning('%s It is asked for again; until then every page says "please try again".', away)
            return False

    def go_on(self, give_up):
        """Look again until it is there. give_up(): called where it turns out that it cannot be used."""
        pause = FIRST_PAUSE
        try:
            while not self.over.wait(pause) and not self.look():
                pause = min(2 * pause, LONGEST_PAUSE)
            log.info('the database is there')
        except LoadError as refusal:
            self.refusal = refusal
            give_up()


@contextlib.contextmanager
def opened(settings, give_up, **limits):
    """The database opened now or later; gives the Opening. limits: as database.open() takes them.

    Raises ServerError, and LoadError where the database answers and cannot be used; where that turns out later,
    give_up() is called, and LoadError raised at the end.
    """
    with reachable(settings) as settings, _private_server_kept():
        opening = Opening(settings, **limits)
        asking = threading.Thread(target=opening.go_on, args=[give_up], name='opening', daemon=True)
        try:
            if not opening.look():
                asking.start()
            yield opening
        finally:
            opening.over.set()
            if asking.ident:
                asking.join()
            database.close()
    if opening.refusal:
        raise opening.refusal


@contextlib.contextmanager
def _private_server_kept():
    """Until the block ends, start the private server again where it ended: killed, or the machine was out of memory."""
    over = threading.Event()
    keeping = threading.Thread(target=_keep, args=[over], name='private server', daemon=True)
    keeping.start()
    try:
        yield
    finally:
        over.set()
        keeping.join()


def _keep(over):
    pause = SECONDS_TO_LOOK
    while not over.wait(pause):
        try:
            if private_server.revive():
                log.warning('The database server had ended and was started again.')
            pause = SECONDS_TO_LOOK
        except private_server.ServerError as error:
            log.error('The database server has ended. %s', error)
            pause = LONGEST_PAUSE
