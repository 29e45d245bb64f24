"""Which statements a request ran, for the drawer at the end of each page.

Nothing is recorded before start(), which the program calls where the course is on. A record holds the names of files
and the values that they got, never SQL; values that open something are masked. What the click before a page did is kept
for a minute, in the memory of this process, under a random name that only the browser that clicked has in a cookie.
"""

import re
import secrets
import threading
import time
from collections import OrderedDict
from contextlib import contextmanager
from typing import NamedTuple
from urllib.parse import urlencode

from app import database, errors
from app.learn import files, typed

BEGIN, ENDS = 'START TRANSACTION', ('COMMIT', 'ROLLBACK')
MASKED = re.compile('hash|token|payload|secret|sealed|code|csrf|password')
HIDDEN = '•••'
LONGEST = 80            # characters of a value
KEPT_SECONDS = 60
MOST_KEPT = 200         # clicks of all browsers together

_here = threading.local()
_clicks: OrderedDict[str, tuple[float, list]] = OrderedDict()
_lock = threading.Lock()


class Statement(NamedTuple):
    """One statement: the file's name and question, (name, value as text) of its parameters, and what came of it.

    link: where it can be run. outcome: '3 rows' or the server's refusal. seconds: how long it took.
    """

    name: str
    asks: str
    values: list[tuple[str, str]]
    link: str
    outcome: str
    seconds: float


class Transaction(NamedTuple):
    """Statements that happened all or not at all. end: 'COMMIT', 'ROLLBACK', or '' where it was cut off."""

    statements: list[Statement]
    end: str


def start():
    """Record from here on. A second time changes nothing."""
    if _listen not in database.on_statement:
        database.on_statement.append(_listen)


def stop():
    """Record no longer, and forget all clicks."""
    if _listen in database.on_statement:
        database.on_statement.remove(_listen)
    _clicks.clear()


def begin():
    """A request begins in this thread."""
    _here.told = []


@contextmanager
def aside():
    """What this thread runs in `with` is the course's own business: it is not told, or it would hide the page's."""
    told, _here.told = getattr(_here, 'told', None), None
    try:
        yield
    finally:
        _here.told = told


def so_far() -> list[Statement | Transaction]:
    """What the request of this thread has run up to now."""
    return _drawn(getattr(_here, 'told', None) or [])


def keep() -> str | None:
    """Keep what this request ran for the next page of its browser; the name to find it by, or None for nothing."""
    told = getattr(_here, 'told', None)
    if not told:
        return None
    name = secrets.token_urlsafe(16)
    with _lock:
        _clicks[name] = time.monotonic(), told
        while len(_clicks) > MOST_KEPT:
            _clicks.popitem(last=False)
    return name


def take(name: str | None) -> list[Statement | Transaction]:
    """What was kept under a name, once; nothing where it is not there or too old."""
    with _lock:
        kept, told = _clicks.pop(name, (0, []))
    return _drawn(told) if time.monotonic() - kept < KEPT_SECONDS else []


def count(drawn: list[Statement | Transaction]) -> int:
    """How many statements there are, those within transactions too."""
    return sum(len(one.statements) if isinstance(one, Transaction) else 1 for one in drawn)


def seconds(drawn: list[Statement | Transaction]) -> float:
    """How long they took together."""
    return sum(each.seconds for one in drawn for each in (one.statements if isinstance(one, Transaction) else [one]))


def _listen(name, _sql, params, took, outcome):
    told = getattr(_here, 'told', None)
    if told is not None:
        told.append((name, params, took, outcome))


def _drawn(told):
    """The statements that were told of, those of a transaction put together."""
    drawn, inside = [], None
    for name, params, took, outcome in told:
        if name == BEGIN:
            inside = []
        elif name in ENDS:
            if inside is not None:
                drawn.append(Transaction(inside, name))
            inside = None
        elif '/' in name:
            (drawn if inside is None else inside).append(_statement(name, params, took, outcome))
    return drawn + ([Transaction(inside, '')] if inside else [])


def _statement(name, params, took, outcome):
    query = files.find(name)
    shown = [(key, _shown(key, params[key])) for key in query.takes if key in params]
    open_values = {key: typed.shown(params[key]) for key, text in shown if text != HIDDEN and not text.endswith('…')}
    link = f'/learn/queries/{name}' + (f'?{urlencode(open_values)}' if open_values else '')
    return Statement(name, query.asks, shown, link, _came_of(query, outcome), took)


def _shown(name, value):
    """A value as text; what opens something is masked, a long text cut."""
    if isinstance(value, bytes) or (MASKED.search(name) and value is not None):
        return HIDDEN
    text = typed.written(value)
    return text if len(text) <= LONGEST else text[:LONGEST] + '…'


def _came_of(query, outcome):
    if isinstance(outcome, Exception):
        cause = outcome.__cause__ or outcome
        number, name = getattr(cause, 'errno', None), errors.constraint(cause)
        return f'refused: error {number or "?"}' + (f', {name}' if name else '')
    word = 'row' if outcome == 1 else 'rows'
    return f'{outcome} {word}' if query.reads or query.locks else f'{outcome} {word} changed'
