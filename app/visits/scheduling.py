"""Booking, moving and changing visits: each act is one transaction.

The order inside is always the same: lock the patient, the member of staff and the account with which a patient acts,
so that whoever comes second gets a kind answer, and hold the day and the service, so that nobody closes or withdraws
them unseen; check the rules again; lock the room; write, and let the claims decide; queue the mail; commit. Against a
double booking the locks are courtesy: what makes it impossible are the unique keys of the table claims.
"""

import base64
import hashlib
from dataclasses import replace

from app import agreements, clock, database, tokens
from app.errors import Busy, NotFound, Refused
from app.the_clinic import Clinic, changes_until
from app.visitor import Visitor
from app.visits import account_limits, rules, writing
from app.visits.wanted import Wanted, in_full, minutes_of

ROOM_TRIES = 5
ASKED_FOR = ('patient_id', 'staff_id', 'service_id', 'starts_at', 'minutes', 'room_id')
# What says nothing about a visit whose time stays, when it is given to another member of staff or room.
OF_THE_TIME = {'past', 'notice', 'horizon', 'visits_ahead', 'off_grid'}


def book(visitor: Visitor, wanted: Wanted) -> int:
    """Book a visit; its appointment_id. The same form again gives the visit that it booked the first time.

    wanted: with patient, staff, service and time. Patients overrule nothing.
    Raises NotFound where patient or staff is not there for this visitor; Refused: 409 where the time is taken, 422
    where a rule speaks against it; its rule names it.
    """
    details = {name: getattr(wanted, name) or 0 for name in ASKED_FOR} | {'reason': wanted.reason}
    given = wanted.request_key or tokens.new()
    for key in (given, _key_of(given, details)):
        try:
            return _try_rooms(_book, visitor, replace(wanted, request_key=key))
        except Refused as problem:
            refused = problem
            earlier = database.one('appointments/find_by_request_key', request_key=key, booked_by=visitor.user_id,
                                   **details)
        if not earlier:
            break
        if earlier['is_of_this_form']:
            return earlier['appointment_id']
    raise refused


def _try_rooms(act, *args):
    """Carry out an act that chooses a room, again where somebody else took that room at the same moment."""
    for _ in range(ROOM_TRIES):
        try:
            return act(*args)
        except Refused as refused:
            if refused.constraint != 'room_is_free':
                raise
    raise Refused({'starts_at': rules.SENTENCES['no_room']}, 409, rule='no_room')


def _key_of(key, details):
    """The key of a form that was filled in anew after it had booked (Back, and another time): the same for the same."""
    return base64.urlsafe_b64encode(hashlib.sha256(f'{key} {details}'.encode()).digest()).decode().rstrip('=')


@database.retried(has_request_key=True)
def _book(visitor, wanted):
    now = rules.present_step(clock.now()) if wanted.is_walk_in else clock.now()
    with database.transaction() as tx:
        _lock(tx, visitor, wanted.patient_id, wanted.staff_id)
        account_limits.refuse_many(tx, visitor, 'booked')
        appointment_id = writing.insert(tx, visitor, wanted, _fit(tx, visitor, wanted, now))
        agreements.keep(tx, visitor.user_id, wanted.privacy_version)
        return appointment_id


def _lock(tx, visitor, patient_id, staff_id, or_forgotten=False):
    """Lock patient and staff, and the account with which a patient acts: what it does for one of its people and what it
    does for another come one after the other. or_forgotten: also a patient who was forgotten, of whom only visits are
    left."""
    found = tx.one('patients/lock_with_staff', patient_id=patient_id, staff_id=staff_id, user_id=visitor.user_id,
                   role=visitor.role)
    if not found or (found['forgotten_utc'] and not or_forgotten):
        raise NotFound()
    if visitor.is_patient and visitor.user_id:
        tx.one('users/lock', user_id=visitor.user_id)


def _fit(tx, visitor, wanted, now, appointment_id=0, before=None):
    """Hold day and service, check the rules, apply what staff overrule, lock the room.

    Gives what rules.check() gives, with overruled.
    """
    tx.one('calendar/lock_with_service', service_id=wanted.service_id, staff_id=wanted.staff_id,
           day=wanted.starts_at.date())
    fit = rules.check(tx, wanted, now, appointment_id)
    beside = beside_the_point(before, wanted) | (rules.OF_PATIENTS if visitor.is_clinic else set())
    fit = replace(fit, broken=[name for name in fit.broken if name not in beside])
    set_aside = set(wanted.overruled) & rules.OVERRULABLE if visitor.is_clinic else set()
    rules.refuse(fit, set_aside)
    if fit.takes_room and not tx.one('rooms/lock', room_id=fit.room_id, service_id=wanted.service_id):
        raise Refused({'starts_at': rules.SENTENCES['no_room']}, 409, rule='no_room')
    overruled = ', '.join(fit.broken).replace('_', ' ')
    return replace(fit, overruled=f'{overruled}: {wanted.why or ""}'[:300] if overruled else '')


def beside_the_point(before: dict | None, wanted: Wanted) -> set[str]:
    """The rules that say nothing about a change, as they speak of what stays: the time, or time and staff. What is
    booked, its patient moves until the deadline, whoever booked it: only new visits have to be booked by phone.

    before: the visit as it stands (starts_at, ends_at, staff_id, service_id), None for a new one. A visit that becomes
    shorter needs nothing that it did not need before.
    """
    if not before:
        return set()
    if wanted.starts_at != before['starts_at']:
        return rules.ONLY_BY_PHONE
    is_shorter = wanted.minutes is not None and wanted.minutes <= minutes_of(before)
    of_what_stays = rules.OVERRULABLE if _stays(before, wanted) and is_shorter else set()
    return rules.ONLY_BY_PHONE | OF_THE_TIME | of_what_stays


def _stays(before, wanted):
    """Whether time, staff and service are wanted as they are."""
    return all(getattr(wanted, name) == before[name] for name in ('starts_at', 'staff_id', 'service_id'))


def move(visitor: Visitor, appointment_id: int, wanted: Wanted):
    """Give a booked visit another time, member of staff, room, service or length, in one transaction.

    Nobody ends up with nothing. wanted: what changes. A visit keeps its length, unless another is wanted or its new
    service brings one. A visit of another version was moved meanwhile, and is refused with 409. Raises as book() does.
    Patients may move a visit until the clinic's deadline. A patient who has arrived may still be given to another
    member of staff or room. What already stands as wanted is left as it is.
    """
    _try_rooms(_move, visitor, appointment_id, wanted)


def change(visitor: Visitor, appointment_id: int, wanted: Wanted):
    """Give a visit another length, service or room, as move() does, and other words about why the patient comes
    (wanted.reason, always written)."""
    _try_rooms(_move, visitor, appointment_id, wanted, True)


@database.retried
def _move(visitor, appointment_id, wanted, with_reason=False):
    now = clock.now()
    with database.transaction() as tx:
        wanted, before = _lock_visit(tx, visitor, appointment_id, wanted)
        if with_reason and wanted.reason != before['reason']:
            _refuse_unless_movable(visitor, before, wanted)
            writing.set_reason(tx, visitor, before, wanted.reason)
        if _is_so_already(before, wanted):
            return                                      # the button pressed twice
        _refuse_unless_movable(visitor, before, wanted)
        _refuse_after_deadline(tx, visitor, before, now)
        account_limits.refuse_many(tx, visitor, 'moved')
        fit = _fit(tx, visitor, wanted, now, appointment_id, before)
        writing.move(tx, visitor, before, staff_id=wanted.staff_id, service_id=wanted.service_id,
                     room_id=fit.room_id, starts_at=wanted.starts_at, ends_at=fit.ends_at,
                     pause_minutes=fit.pause_minutes, overruled=fit.overruled, tell_patient=wanted.tell_patient)


def _is_so_already(before, wanted):
    return (before['status'] in ('booked', 'arrived') and _stays(before, wanted)
            and wanted.minutes == minutes_of(before) and wanted.room_id in (None, before['room_id']))


def _refuse_unless_movable(visitor, before, wanted):
    """Refuse to move a visit that the form no longer knows, or that has had its outcome."""
    here_already = before['status'] == 'arrived' and visitor.is_clinic and wanted.starts_at == before['starts_at']
    if not (before['status'] == 'booked' or here_already) or wanted.version not in (None, before['version']):
        raise Refused(writing.GONE, 409, rule='version')


def _lock_visit(tx, visitor, appointment_id, wanted, or_forgotten=False):
    """Lock all that a visit touches, in the one order, and read it: what is wanted in full, and how it was before."""
    found = tx.one('appointments/find_for_change', appointment_id=appointment_id, user_id=visitor.user_id,
                   role=visitor.role)
    if not found:
        raise NotFound()
    _lock(tx, visitor, found['patient_id'], wanted.staff_id or found['staff_id'], or_forgotten)
    before = tx.one('appointments/lock', appointment_id=appointment_id)
    if not before:
        raise NotFound()
    return in_full(wanted, before), before


def cancel(visitor: Visitor, appointment_id: int, reason: str = '', tell_patient: bool = True,
           version: int | None = None):
    """Cancel a booked visit: its record stays, with the reason; its time is free. Raises as set_status() does."""
    set_status(visitor, appointment_id, 'cancelled', reason, tell_patient, version=version)


def cancel_each(visitor: Visitor, ticked: dict[int, int], reason: str, tell_patients: bool) -> dict[int, str]:
    """Cancel visits, each in a transaction of its own: why not, by appointment_id, for those that could not be.

    Whom no mail tells of it is on the list of calls then.

    ticked: {appointment_id: version} as the page showed them. One that was moved, or whose patient has arrived
    meanwhile, is left alone.
    """
    failed = {}
    for appointment_id, version in ticked.items():
        try:
            set_status(visitor, appointment_id, 'cancelled', reason, tell_patients, from_status='booked',
                       version=version, must_call=True)
        except NotFound:
            failed[appointment_id] = 'This visit no longer exists.'
        except Refused as refused:
            failed[appointment_id] = str(refused)
        except Busy:
            failed[appointment_id] = 'This visit could not be cancelled just now. Please try again.'
    return failed


@database.retried
def set_status(visitor: Visitor, appointment_id: int, to_status: str, reason: str = '', tell_patient: bool = True,
               from_status: str | None = None, version: int | None = None, must_call: bool = False):
    """Move a visit to another status, where status_transitions has that move and this visitor may make it.

    reason: why it is cancelled. tell_patient: by mail, of this or of its undoing. must_call: of writing.set_status().
    from_status, version: what the form showed; a visit that stands elsewhere by now, or was moved, is left as it is.
    Raises NotFound; Refused with 409 where the visit is no longer where the form thought, or an undo finds its time
    taken, 422 where a patient cancels after the deadline, or rules.why_not_yet() speaks against it.
    """
    with database.transaction() as tx:
        _, before = _lock_visit(tx, visitor, appointment_id, Wanted(), or_forgotten=True)   # it still wants its outcome
        if before['status'] == to_status:
            return                                      # the button pressed twice
        _refuse_after_deadline(tx, visitor, before, clock.now())
        if from_status not in (None, before['status']) or version not in (None, before['version']):
            raise Refused(writing.GONE, 409, rule='status')
        if (before['status'], to_status) == ('cancelled', 'booked'):
            _lock(tx, visitor, before['patient_id'], before['staff_id'])        # who was forgotten does not come back
        rules.refuse_early(tx, before, to_status, clock.now())
        writing.set_status(tx, visitor, before, to_status, reason, tell_patient, must_call)


def _refuse_after_deadline(tx, visitor, before, now):
    """Patients change their visits until the deadline of the service; afterwards they call."""
    if visitor.is_clinic or before['status'] != 'booked':
        return
    deadline = tx.value('services/find_deadline', service_id=before['service_id'])
    if now > changes_until({**before, 'cancel_deadline_minutes': deadline}):
        clinic = Clinic.of(tx.one('settings/find'))
        raise Refused('It is too late to change this visit here. Please call us'
                      + (f': {clinic.phone}.' if clinic.phone else '.'), 422, rule='deadline')
