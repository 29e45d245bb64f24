"""What pages ask about visits before they show them: the one visit, its buttons, and who may still change it."""

from datetime import datetime

from app import clock, database, written
from app.errors import NotFound
from app.the_clinic import changes_until
from app.visitor import Visitor
from app.visits import record_views, rules, scheduling
from app.visits.wanted import Wanted, in_full


def find(visitor: Visitor, appointment_id: int) -> dict:
    """The row of appointments/find. Raises NotFound where there is no such visit for this visitor."""
    visit = database.one('appointments/find', appointment_id=appointment_id, user_id=visitor.user_id,
                         role=visitor.role)
    if not visit:
        raise NotFound()
    return visit


def may_change(visitor: Visitor, visit: dict, now: datetime) -> str:
    """Whether a visit may be cancelled or moved: 'yes', 'too_late' (the patient has to call), or 'no'.

    visit: with cancel_deadline_minutes. Staff may change what is booked at any time, patients until that deadline.
    """
    if visit['status'] != 'booked' or (visit['starts_at'] <= now and not visitor.is_clinic):
        return 'no'
    on_time = now <= changes_until(visit)
    return 'yes' if on_time or visitor.is_clinic else 'too_late'


def beside(visitor: Visitor, visit: dict) -> dict:
    """What every page about a visit gets: visit, is_clinic, and for the clinic contact: how to reach the patient, and
    is_treated, whether this visitor may read the patient's history.

    It shows a patient's record to the clinic, so it notes who looked.
    """
    values = {'visit': visit, 'is_clinic': visitor.is_clinic}
    if not values['is_clinic']:
        return {**values, 'contact': None}
    contact = database.one('patients/find_contact', patient_id=visit['patient_id'], user_id=visitor.user_id,
                           today=clock.today())
    record_views.note(visitor, visit['patient_id'])
    return {**values, 'contact': described(contact, visit['starts_at'])}


def described(patient: dict, on: datetime) -> dict:
    """The row of a patient with age (on that day; None if not known) and phone_link besides."""
    born = patient['birth_date']
    return {**patient, 'age': written.age(born, on.date()) if born else None,
            'phone_link': written.phone_link(patient['phone'])}


def moves(transitions: list[dict], visit: dict, now: datetime, frame: list[dict] = ()) -> list[dict]:
    """The buttons that make sense for a visit at this time, of the rows of status_transitions/list_all.

    None of them leads to rules.why_not_yet(), which takes visit and frame, nor to an arrival after the visit's day. A
    patient who was forgotten is not booked again. Cancelling is not among them: it has a page of its own.
    """
    is_late = visit['status'] == 'booked' and visit['starts_at'].date() < now.date()
    left_out = {'cancelled', 'arrived'} if is_late else {'cancelled'}
    if visit['status'] == 'cancelled' and visit.get('is_forgotten'):
        return []
    return [move for move in transitions if move['from_status'] == visit['status']
            and move['to_status'] not in left_out and not rules.why_not_yet(visit, move['to_status'], now, frame)]


def warnings(visit: dict, wanted: Wanted, now: datetime) -> tuple[list[dict], dict[str, str]]:
    """What speaks against moving a visit: dicts with rule and sentence of what staff may overrule, and {rule: sentence}
    of the rest.

    visit: the row of appointments/find. wanted: what scheduling.move() takes.
    """
    wanted = in_full(wanted, visit)
    fit = rules.check(database, wanted, now, visit['appointment_id'])
    beside = scheduling.beside_the_point(visit, wanted) | rules.OF_PATIENTS
    broken = [name for name in fit.broken if name not in beside]
    return ([{'rule': name, 'sentence': fit.sentences[name]} for name in broken if name in rules.OVERRULABLE],
            {name: fit.sentences[name] for name in broken if name not in rules.OVERRULABLE})
