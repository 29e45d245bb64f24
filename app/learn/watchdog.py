"""Somebody else's eye on a statement: after some seconds a second connection of the same account stops it.

The server's own limit of time (app/learn/free.py) comes earlier and is usually enough. But it is looked at between
rows, MySQL's holds for SELECT alone, and MariaDB's can be switched off within a statement.
"""

import threading
from contextlib import contextmanager, suppress

from app.learn import places

SECONDS = 3         # from the beginning of a statement
AGAIN = 1           # and as long as it still runs


class Watch:
    """One statement that is watched. link: the connection it runs on, of that account, to a place."""

    def __init__(self, link, place: str, account: str = 'learner'):
        self.number, self.place, self.account = link.connection.connection_id, place, account
        self.is_over = threading.Event()

    def wait(self):
        """Stop the statement when its time is up, and again until it has ended."""
        patience = SECONDS
        while not self.is_over.wait(patience):
            patience = AGAIN
            with suppress(Exception):           # no connection to be had: the next try comes soon
                self.stop()

    def stop(self):
        """Stop the statement now; whoever waits for it hears error 1317, or gets fewer rows."""
        with places.connected(self.place, self.account) as second:
            second.connection.cmd_query(f'KILL QUERY {self.number:d}')


@contextmanager
def watching(link, place: str, account: str = 'learner'):
    """Watch what runs on a connection within `with`: gives its Watch."""
    watch = Watch(link, place, account)
    thread = threading.Thread(target=watch.wait, daemon=True)
    thread.start()
    try:
        yield watch
    finally:
        watch.is_over.set()
        thread.join(SECONDS)        # one that is about to stop it must not meet what runs next
