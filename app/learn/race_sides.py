"""One side of the race lab: a connection of its own, and the thread that waits for it."""

import queue
import threading
from typing import NamedTuple

from mysql.connector import Error

from app import database, errors
from app.learn import errors_in_words, places
from app.learn.race_setups import BEGIN, COMMIT, ROLLBACK

PLACE = 'race'
PATIENCE = 0.4              # seconds that a step is waited for
LOCK_SECONDS = 20           # until a wait for a lock is given up (1205)
ROLLED_BACK = {1020, 1213, 1927, 2006, 2013, 2055, 4031}    # after these errors no transaction is open any more


class Outcome(NamedTuple):
    """What a step gave. columns, rows; count: rows changed. error: the server's number, and name and words for it."""

    columns: list[str] = []
    rows: list[tuple] = []
    count: int | None = None
    error: int = 0
    constraint: str = ''
    words: str = ''


class Side:
    """One connection. done: (step, outcome, whether it had to wait) so far; pending: the step under way, or None."""

    def __init__(self, isolation: str):
        self.link = database.Link(database.connect(**places.where('lab'), database=places.name_of(PLACE),
                                                   read_timeout=LOCK_SECONDS + 10))
        for setting in (f'SET SESSION innodb_lock_wait_timeout = {LOCK_SECONDS}',
                        f'SET SESSION TRANSACTION ISOLATION LEVEL {isolation}'):
            self.link.connection.cmd_query(setting)
        self.number = self.link.connection.connection_id
        self.done, self.pending, self.waited, self.is_open = [], None, False, False
        self.work: queue.Queue = queue.Queue()
        self.finished = threading.Event()
        self.finished.set()
        self.thread = threading.Thread(target=self._serve, daemon=True)
        self.thread.start()

    def take(self, step, text: str):
        """Begin a step, and wait a moment for it. text: its statement."""
        self.pending, self.waited = step, False
        self.finished.clear()
        self.work.put((step, text))
        self.look()

    def look(self):
        """Wait a moment for the step under way."""
        if not self.finished.wait(PATIENCE):
            self.waited = True

    def close(self):
        """Close the connection as soon as the step under way is over; what is open is rolled back."""
        self.work.put(None)

    def _serve(self):
        while (job := self.work.get()) is not None:
            step, text = job
            outcome = self._run(text)
            self.done.append((step, outcome, self.waited))
            self.pending = None
            self.finished.set()
        self.link.close()

    def _run(self, text) -> Outcome:
        try:
            answer = self.link.connection.cmd_query(text, buffered=True)
            columns = [column[0] for column in answer.get('columns', ())]
            rows = self.link.connection.get_rows()[0] if columns else []
        except Error as error:
            self.is_open = self.is_open and error.errno not in ROLLED_BACK
            name = errors.constraint(error) or ''
            _, words = errors.MESSAGES.get(name, ('', errors_in_words.sentence(error.errno, error.msg or '')))
            return Outcome(error=error.errno, constraint=name, words=words)
        self.is_open = text == BEGIN or (self.is_open and text not in (COMMIT, ROLLBACK))
        return Outcome(columns, rows, None if columns else answer['affected_rows'])
