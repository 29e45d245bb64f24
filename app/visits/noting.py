"""What the clinic writes down about a visit without changing it: how late the patient will be, and a note."""

import hashlib

from app import database
from app.errors import NotFound, Refused
from app.visitor import Visitor
from app.visits import writing

LATE_BY = (5, 10, 15, 20, 30, 45, 60)       # minutes that a form offers; any from 5 to 240 may be said
OVERTAKEN = 'Somebody else has changed this note meanwhile. It says now: “{}” Save again to replace it with yours.'


@database.retried
def note_late(visitor: Visitor, appointment_id: int, late_minutes: int | None):
    """Write down how many minutes late a patient said they would be; None: not late any more.

    Raises NotFound where this visitor has no such visit, Refused (409) where the patient is not awaited any more.
    """
    with database.transaction() as tx:
        before = _hold(tx, visitor, appointment_id)
        if before['status'] != 'booked':
            raise Refused(writing.GONE, 409, rule='status')
        if before['late_minutes'] != late_minutes:
            writing.set_late(tx, visitor, before, late_minutes)


@database.retried
def write_note(visitor: Visitor, appointment_id: int, note: str, seen: str | None = None):
    """Write the clinic's note on a visit; '' deletes it. seen: mark() of the note that the form showed.

    Raises NotFound where this visitor has no such visit, Refused (409) where the note is another one by now.
    """
    with database.transaction() as tx:
        before = _hold(tx, visitor, appointment_id)
        if before['note'] == note:
            return                                      # the button pressed twice
        if seen and seen != mark(before['note']):
            raise Refused({'note': OVERTAKEN.format(before['note'])}, 409)
        writing.set_note(tx, visitor, before, note)


def mark(note: str) -> str:
    """A short sign by which a form knows again which note it showed."""
    return hashlib.sha256(note.encode()).hexdigest()[:16]


def _hold(tx, visitor, appointment_id):
    """Lock a visit of this visitor, and nothing else: no time, nobody's day and no room changes."""
    found = tx.one('appointments/find_for_change', appointment_id=appointment_id, user_id=visitor.user_id,
                   role=visitor.role)
    before = found and tx.one('appointments/lock', appointment_id=appointment_id)
    if not before:
        raise NotFound()
    return before
