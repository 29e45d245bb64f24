"""The race lab: two connections in the place race, which one steps through by hand.

A lab belongs to one browser. Each side has a thread of its own, as a statement may have to wait for a lock: who asks
for a step waits at most 400 ms, and then sees that it waits. A lab that nobody uses for two minutes ends by itself.
"""

import secrets
import threading
from contextlib import suppress
from datetime import datetime, timedelta

from mysql.connector import Error

from app import errors
from app.database.link import bound
from app.database.sql_files import FOLDER
from app.learn import places
from app.learn.race_setups import ROLLBACK, Setup, Step
from app.learn.race_sides import PLACE, Outcome, Side

SIDES = ('left', 'right')
IDLE_SECONDS = 120
CLOSING_SECONDS = 5         # that a side may take to go when its lab ends
MOST = 4
DAY = datetime(2027, 1, 4)  # nobody comes on the labs' days

_labs: dict[str, 'Lab'] = {}
_closing: set[int] = set()  # numbers of labs that end just now: their rows and locks are not all gone yet
_lock = threading.RLock()


class Lab:
    """One scene in one browser. number: 1 to 4, which says whose time and day it fights for.

    last: the side that was used last, or None.
    """

    def __init__(self, name: str, number: int, setup: Setup):
        self.name, self.number, self.setup, self.last = name, number, setup, None
        self.lock = threading.Lock()
        self.timer: threading.Timer | None = None
        self.sides: dict[str, Side] = {}
        try:
            for side in SIDES:
                self.sides[side] = Side(setup.isolation)
        except Exception:
            for one in self.sides.values():
                one.close()
            raise

    def touch(self):
        """It is used: two minutes from now on."""
        if self.timer:
            self.timer.cancel()
        self.timer = threading.Timer(IDLE_SECONDS, end, [self.name])
        self.timer.daemon = True
        self.timer.start()

    def values(self, given: dict) -> dict:
        """A step's values, with this lab's own in place of words in brackets."""
        day = DAY + timedelta(days=self.number)
        own = {'staff_id': self.number, 'room_id': 1 if self.number % 2 else 2, 'lab': self.number, 'day': day.date(),
               'starts_at': day.replace(hour=10), 'ends_at': day.replace(hour=10, minute=20), 'now': places.NOW,
               'soon': places.NOW + timedelta(minutes=5), 'mail': 6000 + self.number,
               'first': 2 * self.number + 1, 'second': 2 * self.number + 2}
        return {key: own[value[1:-1]] if isinstance(value, str) and value.startswith('{') else value
                for key, value in given.items()}


def open_lab(name: str | None, setup: Setup) -> tuple[str, Lab]:
    """The lab of a browser, for a scene: (its name, the lab). Begun anew where it is another scene's, or gone.

    Raises errors.Refused (503) where all four are taken.
    """
    with _lock:
        lab = find(name)
        if lab and lab.setup == setup:
            lab.touch()
            return lab.name, lab
        if lab:
            end(lab.name)
        taken = _closing | {each.number for each in _labs.values()}
        free = next((number for number in range(1, MOST + 1) if number not in taken), None)
        if free is None:
            raise errors.Refused('All four labs are in use. One becomes free when nobody uses it for two minutes. '
                                 'Please try again then.', 503, retry_after=30)
        places.make(PLACE)
        lab = Lab(secrets.token_urlsafe(16), free, setup)
        _clear(lab)
        _labs[lab.name] = lab
        lab.touch()
        return lab.name, lab


def find(name: str | None) -> Lab | None:
    """The lab of a browser, if it has one."""
    return _labs.get(name or '')


def possible(lab: Lab, side: str) -> tuple[int, Step | None]:
    """The step that comes next on a side, and its number; no step while one is under way, or after the last."""
    one, steps = lab.sides[side], getattr(lab.setup, side)
    if one.pending:
        return 0, None
    number = 1 + sum(step.command != ROLLBACK for step, _, _ in one.done)
    is_over = bool(one.done) and not one.is_open
    return number, None if is_over or number > len(steps) else steps[number - 1]


def take(lab: Lab, side: str, number: int | None = None):
    """Take the next step on a side; nothing where there is none. The other side may then go on, too.

    number: which step is meant, from 1; another one is not taken, so that two clicks on one button are one step.
    """
    with lab.lock:
        next_number, step = possible(lab, side)
        if not step or number not in (None, next_number):
            return
        lab.last = side
        lab.touch()
        lab.sides[side].take(step, text_of(lab, step))
    other = lab.sides[SIDES[1 - SIDES.index(side)]]
    if other.pending:
        other.look()


def roll_back(lab: Lab, side: str):
    """Give up on a side: ROLLBACK. The other side may then go on."""
    one, other = lab.sides[side], lab.sides[SIDES[1 - SIDES.index(side)]]
    with lab.lock:
        if not one.is_open or one.pending:
            return
        lab.last = side
        lab.touch()
        one.take(Step('Give up', command=ROLLBACK), ROLLBACK)
    if other.pending:
        other.look()


def text_of(lab: Lab, step: Step) -> str:
    """The statement of a step, with its values in it."""
    if step.command:
        return step.command
    return bound(step.file, lab.values(step.values), _folder(step.file))


def statements(setup: Setup) -> dict[str, tuple[str, str]]:
    """The files of a scene in the order of its steps: what the step is called, and the file's text, by name."""
    return {step.file: (step.what, (_folder(step.file) / f'{step.file}.sql').read_text(encoding='utf-8').strip())
            for step in (*setup.left, *setup.right) if step.file}


def shown(lab: Lab) -> Outcome:
    """The rows that both sides fight for, as everybody else sees them."""
    name, values = lab.setup.shows
    return _ask(text_of(lab, Step('', name, values)))


def end(name: str):
    """End a lab: whatever is open is rolled back, its rows are deleted and its connections closed."""
    with _lock:
        lab = _labs.pop(name, None)
        if not lab:
            return
        _closing.add(lab.number)
    try:
        _close(lab)
    finally:
        _closing.discard(lab.number)


def end_all():
    """End every lab, as the program does when it stops."""
    for name in list(_labs):
        end(name)


def _close(lab):
    lab.timer.cancel()
    for side in lab.sides.values():
        if side.pending:
            with suppress(Exception):       # it has gone meanwhile
                _ask(f'KILL {side.number:d}')
        side.close()
    for side in lab.sides.values():
        side.thread.join(CLOSING_SECONDS)
    _clear(lab)


def _folder(file):
    return FOLDER / ('learn' if file.startswith('race/') else 'queries')


def _clear(lab):
    """Delete what a lab has written."""
    values = {name: f'{{{name}}}' for name in ('staff_id', 'day', 'lab', 'mail')}
    for file, names in (('delete_unprotected', ('staff_id',)), ('delete_visits', ('staff_id', 'day')),
                        ('bring_back_admins', ('lab',)), ('bring_back_mail', ('mail',))):
        with suppress(Error):                   # a lock that is still held: the next lab of this number tries again
            _ask(text_of(lab, Step('', f'race/{file}', {name: values[name] for name in names})))


def _ask(text) -> Outcome:
    """Run a statement on a connection of its own."""
    with places.connected(PLACE, 'lab') as link:
        answer = link.connection.cmd_query(text, buffered=True)
        if 'columns' not in answer:
            return Outcome(count=answer['affected_rows'])
        return Outcome([column[0] for column in answer['columns']], link.connection.get_rows()[0])
