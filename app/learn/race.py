"""The race lab: two connections in the place race, which one steps through by hand.

A lab belongs to one browser. Each side has a thread of its own, as a statement may have to wait for a lock: who asks
for a step waits at most 400 ms, and then sees that it waits. A lab that nobody uses for two minutes ends by itself.
"""

import queue
import secrets
import threading
import time
from contextlib import suppress
from datetime import datetime, timedelta
from typing import NamedTuple

from mysql.connector import Error

from app import database, errors
from app.database.link import bound
from app.database.sql_files import FOLDER
from app.learn import errors_in_words, places
from app.learn.race_setups import BEGIN, COMMIT, ROLLBACK, Setup, Step

PLACE, SIDES = 'race', ('left', 'right')
PATIENCE = 0.4              # seconds that a step is waited for
IDLE_SECONDS = 120
LOCK_SECONDS = 20           # until a wait for a lock is given up (1205)
MOST = 4
DAY = datetime(2027, 1, 4)  # nobody comes on the labs' days

_labs: dict[str, 'Lab'] = {}
_lock = threading.RLock()


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

    def __init__(self):
        self.link = database.Link(database.connect(**places.where('lab'), database=places.name_of(PLACE),
                                                   read_timeout=LOCK_SECONDS + 10))
        self.link.connection.cmd_query(f'SET SESSION innodb_lock_wait_timeout = {LOCK_SECONDS}')
        self.number = self.link.connection.connection_id
        self.done, self.pending, self.waited, self.is_open = [], None, False, False
        self.work: queue.Queue = queue.Queue()
        self.finished = threading.Event()
        self.finished.set()
        self.thread = threading.Thread(target=self._serve, daemon=True)
        self.thread.start()

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
            if error.errno == 1213:             # the server has rolled back by itself
                self.is_open = False
            return Outcome(error=error.errno, constraint=errors.constraint(error) or '',
                           words=errors_in_words.sentence(error.errno, error.msg or ''))
        self.is_open = text == BEGIN or (self.is_open and text not in (COMMIT, ROLLBACK))
        return Outcome(columns, rows, None if columns else answer['affected_rows'])

    def take(self, step, text):
        """Begin a step, and wait a moment for it."""
        self.pending, self.waited = step, False
        self.finished.clear()
        self.work.put((step, text))
        self.look()

    def look(self):
        """Wait a moment for the step under way."""
        if not self.finished.wait(PATIENCE):
            self.waited = True


class Lab:
    """One scene in one browser. number: 1 to 4, which says whose time and day it fights for."""

    def __init__(self, number: int, setup: Setup):
        self.number, self.setup = number, setup
        self.sides = {name: Side() for name in SIDES}
        self.used = time.monotonic()
        self.timer: threading.Timer | None = None

    def values(self, given: dict) -> dict:
        """A step's values, with this lab's own in place of words in brackets."""
        day = DAY + timedelta(days=self.number)
        own = {'staff_id': self.number, 'room_id': 1 if self.number % 2 else 2, 'lab': self.number, 'day': day.date(),
               'starts_at': day.replace(hour=10), 'ends_at': day.replace(hour=10, minute=20), 'now': places.NOW,
               'first': 2 * self.number + 1, 'second': 2 * self.number + 2}
        return {key: own[value[1:-1]] if isinstance(value, str) and value.startswith('{') else value
                for key, value in given.items()}


def open_lab(name: str | None, setup: Setup) -> tuple[str, Lab]:
    """The lab of a browser, for a scene: (its name, the lab). Begun anew where it is another scene's, or gone.

    Raises errors.Refused (503) where all four are taken.
    """
    with _lock:
        lab = _labs.get(name or '')
        if lab and lab.setup == setup:
            _touch(name, lab)
            return name, lab
        if lab:
            end(name)
        taken = {each.number for each in _labs.values()}
        free = next((number for number in range(1, MOST + 1) if number not in taken), None)
        if free is None:
            raise errors.Refused('All four labs are in use. One becomes free when nobody uses it for two minutes. '
                                 'Please try again then.', 503, retry_after=30)
        places.make(PLACE)
        name, lab = name or secrets.token_urlsafe(16), Lab(free, setup)
        _clear(lab)
        for side in lab.sides.values():
            side.link.connection.cmd_query(f'SET SESSION TRANSACTION ISOLATION LEVEL {setup.isolation}')
        _labs[name] = lab
        _touch(name, lab)
        return name, lab


def find(name: str | None) -> Lab | None:
    """The lab of a browser, if it has one."""
    return _labs.get(name or '')


def possible(lab: Lab, side: str) -> Step | None:
    """The step that comes next on a side; None while one is under way, or after the last."""
    one = lab.sides[side]
    steps = getattr(lab.setup, side)
    taken = [step for step, _, _ in one.done if step.command != ROLLBACK]
    is_over = bool(one.done) and not one.is_open
    return None if one.pending or is_over or len(taken) >= len(steps) else steps[len(taken)]


def take(lab: Lab, side: str):
    """Take the next step on a side; nothing where there is none. The other side may then go on, too."""
    step = possible(lab, side)
    if step:
        lab.sides[side].take(step, text_of(lab, step))
        other = lab.sides[SIDES[1 - SIDES.index(side)]]
        if other.pending:
            other.look()


def roll_back(lab: Lab, side: str):
    """Give up on a side: ROLLBACK."""
    one = lab.sides[side]
    if one.is_open and not one.pending:
        one.take(Step('Give up', command=ROLLBACK), ROLLBACK)


def text_of(lab: Lab, step: Step) -> str:
    """The statement of a step, with its values in it."""
    if step.command:
        return step.command
    folder = FOLDER / 'learn' if step.file.startswith('race/') else FOLDER / 'queries'
    return bound(step.file, lab.values(step.values), folder)


def shown(lab: Lab) -> Outcome:
    """The rows that both sides fight for, as everybody else sees them."""
    name, values = lab.setup.shows
    return _ask(text_of(lab, Step('', name, values)))


def end(name: str):
    """End a lab: whatever is open is rolled back, its rows are deleted and its connections closed."""
    with _lock:
        lab = _labs.pop(name, None)
    if lab:
        lab.timer.cancel()
        for side in lab.sides.values():
            if side.pending:
                with suppress(Exception):       # it has gone meanwhile
                    _ask(f'KILL {side.number:d}')
            side.work.put(None)
        _clear(lab)


def end_all():
    """End every lab, as the program does when it stops."""
    for name in list(_labs):
        end(name)


def _touch(name, lab):
    if lab.timer:
        lab.timer.cancel()
    lab.timer = threading.Timer(IDLE_SECONDS, end, [name])
    lab.timer.daemon = True
    lab.timer.start()


def _clear(lab):
    """Delete what a lab has written."""
    values = {'staff_id': '{staff_id}', 'day': '{day}', 'lab': '{lab}'}
    for file, names in (('delete_unprotected', ('staff_id',)), ('delete_visits', ('staff_id', 'day')),
                        ('bring_back_admins', ('lab',))):
        with suppress(Error):                   # a lock that is still held: the next lab of this number tries again
            _ask(text_of(lab, Step('', f'race/{file}', {name: values[name] for name in names})))


def _ask(text) -> Outcome:
    """Run a statement on a connection of its own."""
    with places.connected(PLACE, 'lab') as link:
        answer = link.connection.cmd_query(text, buffered=True)
        if 'columns' not in answer:
            return Outcome(count=answer['affected_rows'])
        return Outcome([column[0] for column in answer['columns']], link.connection.get_rows()[0])
