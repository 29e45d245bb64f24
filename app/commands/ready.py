"""What every command that needs the database shares: having it ready, and letting go of it however things end."""

import contextlib
import dataclasses
import signal

from app import config, database
from app.ops import loader, private_server

STOP_SIGNALS = [signal.SIGINT, signal.SIGTERM]
if signal.getsignal(signal.SIGHUP) != signal.SIG_IGN:  # as nohup sets it
    STOP_SIGNALS.append(signal.SIGHUP)
POOL = 12  # connections at most


class StartError(Exception):
    """The command cannot do its work; the text is one sentence for the person who started it."""


@contextlib.contextmanager
def ready(settings):
    """The database, running, filled and opened; gives whether the demo clinic is in it.

    A new database gets the demo clinic where settings.demo says so. Raises ServerError or LoadError.
    """
    with reachable(settings) as settings:
        try:
            yield load_and_open(settings)
        finally:
            database.close()


def load_and_open(settings, serves: bool = False, **limits) -> bool:
    """Fill the database where it is new, and open the pool; whether the demo clinic is in it.

    serves: as loader.load() takes it. limits: as database.open() takes them. Raises LoadError.
    """
    has_demo = loader.load(settings, demo=settings.demo, serves=serves)
    database.open(settings, **{'size': POOL, **limits})
    return has_demo


@contextlib.contextmanager
def reachable(settings):
    """The database server alone, whatever is in it; gives the settings that lead there. Raises ServerError."""
    try:
        if settings.private_server:
            settings = dataclasses.replace(settings, db_socket=str(private_server.start(settings)))
            config.use(settings)
        yield settings
    finally:
        for number in STOP_SIGNALS:  # a second Ctrl-C must not leave the server behind
            signal.signal(number, signal.SIG_IGN)
        private_server.stop()


def stop_on_signals():
    """End by an exception, so that what was started is stopped again."""
    for number in STOP_SIGNALS:
        signal.signal(number, _stop)


def _stop(number, _frame):
    raise KeyboardInterrupt
