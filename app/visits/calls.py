"""Whom the clinic must call: it changed their visit, and no mail tells them so. Each stays listed until called.

A call is noted in the transaction that changes the visit (app/visits/writing.py). What it is about is not written down:
it is the difference between what the patient knows (was_at, was_staff_id) and how the visit now stands.
"""

from datetime import datetime, time

from app import clock, config, database
from app.errors import NotFound, Refused
from app.visitor import Visitor

MOST_SHOWN = 200


def note(tx, visitor: Visitor, kind: str, before: dict, must_tell: bool):
    """Put the patient of a visit on the list, where the clinic has changed it and no mail of this kind tells them.

    tx: the transaction of the change, its mail queued already. kind: 'cancelled', 'moved', or 'booked' where a
    cancellation is taken back. before: the visit's row as it was, with appointment_id, staff_id, starts_at, status.
    must_tell: whether the patient does not know of it yet. A patient who changes the visit knows, so a call that is
    still open is over.
    """
    if visitor.is_patient:
        _finish(tx, visitor, before['appointment_id'])
    elif visitor.is_clinic and must_tell:
        was_at = None if before['status'] == 'cancelled' else before['starts_at']
        tx.change('calls/note', appointment_id=before['appointment_id'], kind=kind, was_at=was_at,
                  was_staff_id=before['staff_id'], is_mail_on=config.sends_mail(), now_utc=clock.now_utc())


def list_open(visitor: Visitor) -> list[dict]:
    """Whom to call, at most MOST_SHOWN: rows of calls/list_needed. The desk and admins see all, staff their own."""
    return _list(visitor, None)


def list_done_today(visitor: Visitor) -> list[dict]:
    """Who was called today, at most MOST_SHOWN: rows of calls/list_needed."""
    return _list(visitor, clock.to_utc(datetime.combine(clock.today(), time())))


def _list(visitor, done_since_utc):
    return database.rows('calls/list_needed', user_id=visitor.user_id, done_since_utc=done_since_utc, limit=MOST_SHOWN)


@database.retried
def finish(visitor: Visitor, appointment_id: int, created_utc: datetime | None):
    """Note that the patient of a visit was called. created_utc: of the call, as the page showed it.

    Raises NotFound; Refused (409) where the visit was changed again since, so that what was said no longer holds.
    """
    with database.transaction() as tx:
        call = _find(tx, visitor, appointment_id)
        if call['done_utc'] is None and created_utc not in (None, call['created_utc']):
            raise Refused('This visit was changed again. Please look at what to tell the patient now.', 409)
        _finish(tx, visitor, appointment_id, created_utc)


@database.retried
def reopen(visitor: Visitor, appointment_id: int):
    """Put a call back on the list: it was ticked by mistake. Raises NotFound."""
    with database.transaction() as tx:
        _find(tx, visitor, appointment_id)
        tx.change('calls/reopen', appointment_id=appointment_id)


def _find(tx, visitor, appointment_id):
    call = tx.one('calls/find', appointment_id=appointment_id, user_id=visitor.user_id)
    if not call:
        raise NotFound()
    return call


def _finish(tx, visitor, appointment_id, created_utc=None):
    tx.change('calls/finish', appointment_id=appointment_id, created_utc=created_utc,
              done_utc=clock.now_utc(), done_by=visitor.user_id)
