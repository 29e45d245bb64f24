"""The one place where visits are written, each act with its history and its mail, in the transaction of its caller.

The caller has locked what the act touches and has checked the rules; app/visits/scheduling.py says in which order.
"""

from datetime import datetime

from app import clock
from app.errors import Refused
from app.mail import outbox
from app.visitor import Visitor
from app.visits import calls
from app.visits.rules import Fit
from app.visits.wanted import Wanted, minutes_of

GONE = 'This visit has been changed. Please look at it again.'
# What an undo hears that comes too late, by the key of claims that has the time.
TAKEN_BY_NOW = {'staff_is_free': 'Somebody else has taken this time by now. Please book another time.',
                'room_is_free': 'The room of this visit is taken by now. Please book a new visit.',
                'patient_is_free': 'The patient has another visit at this time by now.'}
NAMED = ('staff_id', 'service_id', 'room_id')       # what history tells by name


def insert(tx, visitor: Visitor, wanted: Wanted, fit: Fit) -> int:
    """Write a new visit: its appointment_id. fit: the room and the times that it gets.

    Raises Refused (409) where the claims of another visit hold the time.
    """
    status = 'arrived' if wanted.is_walk_in else 'booked'
    appointment_id = tx.insert(
        'appointments/insert', patient_id=wanted.patient_id, staff_id=wanted.staff_id, service_id=wanted.service_id,
        room_id=fit.room_id, starts_at=wanted.starts_at, ends_at=fit.ends_at, pause_minutes=fit.pause_minutes,
        status=status, reason=wanted.reason, booked_by=visitor.user_id, now_utc=clock.now_utc(),
        request_key=wanted.request_key)
    _record(tx, visitor, appointment_id, 'booked', None, status, overruled=fit.overruled)
    outbox.queue_visit(tx, 'booked', appointment_id, wanted.starts_at, wanted.tell_patient)
    return appointment_id


def move(tx, visitor: Visitor, before: dict, *, staff_id: int, service_id: int, room_id: int | None,
         starts_at: datetime, ends_at: datetime, pause_minutes: int, overruled: str = '', tell_patient: bool = True,
         must_call: bool = False):
    """Give a visit another time, staff, room, service or length.

    before: its row with appointment_id, status, starts_at, ends_at and NAMED. must_call: who gets no mail is to be
    called, also where none was to be sent.

    Raises Refused (409) where the claims of another visit hold the time.
    """
    appointment_id = before['appointment_id']
    tx.change('appointments/move', appointment_id=appointment_id, staff_id=staff_id, service_id=service_id,
              room_id=room_id, starts_at=starts_at, ends_at=ends_at, pause_minutes=pause_minutes)
    after = {'staff_id': staff_id, 'service_id': service_id, 'room_id': room_id, 'starts_at': starts_at,
             'ends_at': ends_at}
    _record(tx, visitor, appointment_id, _act(before, after), before['status'], before['status'], overruled=overruled,
            details=_what_changed(tx, before, after))
    outbox.queue_visit(tx, 'moved', appointment_id, starts_at, tell_patient,
                       before['staff_id'] if before['staff_id'] != staff_id else None, was_at=before['starts_at'])
    if (starts_at, staff_id) != (before['starts_at'], before['staff_id']):
        calls.note(tx, visitor, 'moved', before, tell_patient or must_call)


def set_reason(tx, visitor: Visitor, before: dict, reason: str):
    """Write down why the patient comes. before: the visit's row with appointment_id and status."""
    tx.change('appointments/set_reason', appointment_id=before['appointment_id'], reason=reason)
    _record(tx, visitor, before['appointment_id'], 'changed', before['status'], before['status'], details='reason')


def set_status(tx, visitor: Visitor, before: dict, to_status: str, reason: str = '', tell_patient: bool = True,
               must_call: bool = False):
    """Give a visit another status. before: its row with appointment_id, staff_id, status, starts_at.

    reason: why it is cancelled. tell_patient: by mail, that it is cancelled, or that it stands again. must_call: who
    gets no mail of a cancellation is to be called, also where none was to be sent.

    Raises Refused (409) where status_transitions has no such move for this visitor, or the time of a visit that was
    missed or cancelled is taken by now.
    """
    appointment_id = before['appointment_id']
    if not _change_status(tx, visitor, appointment_id, to_status, reason):
        raise Refused(GONE, 409, rule='status')
    _record(tx, visitor, appointment_id, 'status', before['status'], to_status, details=reason)
    if to_status == 'cancelled':
        outbox.queue_visit(tx, 'cancelled', appointment_id, before['starts_at'], tell_patient)
        calls.note(tx, visitor, 'cancelled', before, tell_patient or must_call)
    if before['status'] == 'cancelled':
        outbox.queue_visit(tx, 'booked', appointment_id, before['starts_at'], tell_patient)
        calls.note(tx, visitor, 'booked', before, tell_patient or must_call)


def _change_status(tx, visitor, appointment_id, to_status, reason):
    """The number of visits that got the status: 1, or 0 where there is no such move. The claims decide on an undo."""
    try:
        return tx.change('appointments/set_status', appointment_id=appointment_id, to_status=to_status,
                         cancel_reason=reason if to_status == 'cancelled' else None, now_utc=clock.now_utc(),
                         role=visitor.role)
    except Refused as refused:
        raise Refused(TAKEN_BY_NOW.get(refused.constraint, str(refused)), refused.status,
                      constraint=refused.constraint) from refused


def set_late(tx, visitor: Visitor, before: dict, late_minutes: int | None):
    """Write down how late a patient said they would be; None: not late any more. before: its appointment_id, status."""
    tx.change('appointments/set_late', appointment_id=before['appointment_id'], late_minutes=late_minutes)
    _record(tx, visitor, before['appointment_id'], 'changed', before['status'], before['status'],
            details=f'{late_minutes} minutes late' if late_minutes else 'not late any more')


def set_note(tx, visitor: Visitor, before: dict, note: str):
    """Write the clinic's note on a visit. Its history says that there is one, not what it says. before: appointment_id,
    status."""
    tx.change('appointments/set_note', appointment_id=before['appointment_id'], note=note)
    _record(tx, visitor, before['appointment_id'], 'changed', before['status'], before['status'],
            details='note changed' if note else 'note deleted')


def move_to_patient(tx, patient_id: int, from_patient_id: int):
    """Give all visits of one record to another record of the same patient; their times and their mail stay.

    Raises Refused (409) where the claims of a visit of theirs hold the time.
    """
    tx.change('appointments/move_to_patient', patient_id=patient_id, from_patient_id=from_patient_id)


def set_author(tx, user_id: int, from_user_id: int):
    """Say that what one account booked and did to visits was done by another account of the same person."""
    tx.change('appointments/set_booker', user_id=user_id, from_user_id=from_user_id)
    tx.change('appointment_history/set_author', user_id=user_id, from_user_id=from_user_id)


def _record(tx, visitor, appointment_id, action, from_status, to_status, details='', overruled=''):
    tx.insert('appointment_history/insert', appointment_id=appointment_id, now_utc=clock.now_utc(),
              user_id=visitor.user_id, by_link=visitor.by_link, action=action, from_status=from_status,
              to_status=to_status, details=details, overruled=overruled)


def _act(before, after):
    """What history calls a change: moved in time, changed in what takes place, or reassigned."""
    if before['starts_at'] != after['starts_at']:
        return 'moved'
    is_other = before['service_id'] != after['service_id'] or minutes_of(before) != minutes_of(after)
    return 'changed' if is_other else 'reassigned'


def _what_changed(tx, before, after):
    """Where a visit was and is, in words, for its history: local times, and names as they are today."""
    parts = []
    if before['starts_at'] != after['starts_at']:
        parts.append(f'{before["starts_at"]:%Y-%m-%d %H:%M} → {after["starts_at"]:%Y-%m-%d %H:%M}')
    if minutes_of(before) != minutes_of(after):
        parts.append(f'length: {minutes_of(before)} min → {minutes_of(after)} min')
    if any(before[name] != after[name] for name in NAMED):
        old, new = (tx.one('appointments/find_names', **{name: visit[name] for name in NAMED})
                    for visit in (before, after))
        parts += [f'{what}: {old[what] or "none"} → {new[what] or "none"}' for what in old if old[what] != new[what]]
    return '; '.join(parts)
