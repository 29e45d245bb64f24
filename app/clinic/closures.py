"""Days on which the whole clinic is closed, and the visits that are then in the way.

Closing a day cancels nothing: what was booked stays until somebody decides. A visit that is booked at the very moment
of closing is among those visits, for they are looked up whenever the page is shown.
"""

from datetime import date

from app import audit, clock, database
from app.errors import NotFound, Refused
from app.visitor import Visitor

MOST_SHOWN = 100


@database.retried
def add(visitor: Visitor, first_day: date, last_day: date, reason: str):
    """Close the clinic from the first to the last day. Raises Refused (409, field first_day) where one is closed."""
    with database.transaction() as tx:
        tx.rows('calendar/lock_days', first_day=first_day, last_day=last_day)
        taken = tx.one('closures/find_first', first_day=first_day, last_day=last_day)
        if taken:
            raise AlreadyClosed(taken)
        tx.change('closures/insert', first_day=first_day, last_day=last_day, reason=reason)
        _note(tx, visitor, 'closure added', first_day, last_day, reason)


class AlreadyClosed(Refused):
    """day and reason tell which day of a new closure is closed already."""

    def __init__(self, closure: dict):
        self.day, self.reason = closure['day'], closure['reason']
        super().__init__({'first_day': f'The clinic is already closed on {self.day}: {self.reason}.'}, 409)


def find(day: date) -> dict:
    """The stretch of closed days around a day: first_day, last_day, reason. Raises NotFound where it is not closed."""
    found = database.one('closures/find_stretch', day=day)
    if not found:
        raise NotFound()
    return found


@database.retried
def remove(visitor: Visitor, closure: dict):
    """Open the clinic again on the days of a stretch from today on; what is past stays as it was. Raises NotFound.

    closure: a row of closures/find_stretch.
    """
    days = {'first_day': max(closure['first_day'], clock.today()), 'last_day': closure['last_day']}
    with database.transaction() as tx:
        tx.rows('calendar/lock_days', **days)
        if not tx.change('closures/delete', **days, reason=closure['reason'], today=clock.today()):
            raise NotFound()
        _note(tx, visitor, 'closure removed', **days, reason=closure['reason'])


def list_visits(closure: dict, status: str) -> list[dict]:
    """The visits ahead on the days of a stretch, earliest first, at most MOST_SHOWN: rows of closures/list_visits.

    closure: a row of closures/find_stretch.
    """
    return database.rows('closures/list_visits', first_day=closure['first_day'], last_day=closure['last_day'],
                         now=clock.now(), status=status, limit=MOST_SHOWN)


def _note(tx, visitor, action, first_day, last_day, reason):
    days = str(first_day) if first_day == last_day else f'{first_day} to {last_day}'
    audit.record(tx, visitor, action, 'closures', None, f'{days}: {reason}')
