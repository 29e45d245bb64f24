"""The front desk: finding or adding a patient, and booking for them, knowingly past some rules where need be."""

from dataclasses import replace
from datetime import datetime

from app import audit, clock, database, names
from app.errors import NotFound, Refused
from app.visitor import Visitor
from app.visits import scheduling, why_not
from app.visits.wanted import Wanted
from app.written import Written

PER_PAGE = 20
VISITS_SHOWN = 5
# What a walk-in sets aside by itself: the patient stands at the desk.
OF_A_WALK_IN = {'off_grid'}


def find_patients(search: dict, limit: int, offset: int) -> list[dict]:
    """The patients that a search (of forms.patients.read_search) finds, or a part of them.

    Digits that may be a date of birth as well as a number are a number where nobody was born then.
    Each is a dict with patient_id, full_name, birth_date, phone, holder_name (whose account books for them, or None).
    """
    part = {'limit': limit, 'offset': offset}
    found = []
    if 'words' in search:
        first, second, third, *_ = [names.beginning(word) for word in search['words']] + [None, None]
        found = database.rows('patients/list_by_name', first_word=first, second_word=second, third_word=third,
                              born_from=search.get('born_from'), born_until=search.get('born_until'), **part)
    elif 'email' in search:
        found = database.rows('patients/list_by_email', email=names.literal(search['email']), **part)
    elif 'birth_date' in search:
        found = database.rows('patients/list_by_birth_date', birth_date=search['birth_date'], **part)
    if 'digits' in search and not found:
        found = database.rows('patients/list_by_phone', digits=search['digits'], **part)
    return found


def find_patient(visitor: Visitor, patient_id: int | None) -> dict:
    """The row of patients/find_known, with ahead: their next visits, and may_open. Raises NotFound."""
    patient = patient_id and database.one('patients/find_known', patient_id=patient_id)
    if not patient:
        raise NotFound()
    return {**patient, 'ahead': database.rows(
        'appointments/list_coming_for_desk', patient_id=patient_id, user_id=visitor.user_id,
        now=clock.now(), limit=VISITS_SHOWN)}


def list_alike(values: dict) -> list[dict]:
    """Patients who may be the one with these values: the same name, or the same birth date and a name in common."""
    words = names.fold(values['full_name']).split()
    return database.rows('patients/list_alike', birth_date=values['birth_date'], first_word=words[0],
                         last_word=words[-1]) if words else []


@database.retried
def add_patient(visitor: Visitor, values: dict) -> int:
    """Add a patient without an account (values of forms.patients.read_new_patient); the patient_id."""
    with database.transaction() as tx:
        patient_id = tx.insert('patients/insert', user_id=None, relation='self', now_utc=clock.now_utc(), **values)
        audit.record(tx, visitor, 'patient added', 'patients', patient_id)
        return patient_id


@database.retried
def change_patient(visitor: Visitor, patient_id: int, values: dict):
    """Correct what is known of a patient without an account (values of forms.patients.read_new_patient).

    Raises NotFound where this visitor does not see the patient, or somebody's account keeps the details.
    """
    with database.transaction() as tx:
        editable(tx, visitor, patient_id)
        tx.change('patients/set_details', patient_id=patient_id, **values)
        audit.record(tx, visitor, 'patient changed', 'patients', patient_id)


def editable(tx, visitor: Visitor, patient_id: int) -> dict:
    """The row of patients/find_treated, if its details are the clinic's to keep: no account does. Raises NotFound.

    tx: a transaction, or the module app.database.
    """
    patient = tx.one('patients/find_treated', patient_id=patient_id, user_id=visitor.user_id)
    if not patient or patient['user_id'] or patient['forgotten_utc']:
        raise NotFound()
    return patient


def choose_staff(wanted: Wanted) -> Wanted:
    """wanted (of forms.read_wanted) with a staff_id: where anyone will do, of those at work whom the time suits best.

    Raises Refused where nobody who offers the service is at work then: such a time takes somebody by name.
    """
    if wanted.staff_id:
        return wanted
    could = database.rows('staff/list_who_could', service_id=wanted.service_id, starts_at=wanted.starts_at)
    if not could:
        raise Refused({'staff_id': 'No staff who offer this service are at work then. Please choose another time.'})
    return replace(wanted, staff_id=could[0]['staff_id'])


def consider(visitor: Visitor, written: Written, wanted: Wanted, now: datetime) -> dict:
    """What why_not.explain() finds about a wanted visit, with blocks, warnings and hints: its reasons, by whether staff
    may overrule them, and those that bind patients only. What every walk-in sets aside is not among them.

    Raises NotFound.
    """
    found = why_not.explain(visitor, written, wanted, wanted.starts_at if wanted.is_walk_in else now)
    reasons = [each for each in found['reasons'] if not wanted.is_walk_in or each['rule'] not in OF_A_WALK_IN]
    return {**found, 'hints': [each for each in reasons if each['is_hint']],
            'warnings': [each for each in reasons if each['can_be_overruled'] and not each['is_hint']],
            'blocks': [each for each in reasons if not each['can_be_overruled']]}


def near(wanted: Wanted, now: datetime, is_blocked: bool) -> list[dict]:
    """Free times near a wanted one on its day: first with the same member of staff, then with others.

    Four of each where the wanted time is blocked; otherwise two, and only such as need no warning themselves. Each is
    a row of availability/list_starts_for_desk. Earliest first within both.
    """
    rows = database.rows('availability/list_starts_for_desk', staff_id=0, service_id=wanted.service_id,
                         day=wanted.starts_at.date(), now=now)
    most = 4 if is_blocked else 2
    rows = [row for row in rows if is_blocked or not row['is_warned']]

    def nearest(those):
        return sorted(sorted(those, key=lambda row: abs(row['starts_at'] - wanted.starts_at))[:most],
                      key=lambda row: row['starts_at'])
    return (nearest([row for row in rows if row['staff_id'] == wanted.staff_id])
            + nearest([row for row in rows if row['staff_id'] != wanted.staff_id]))


def book(visitor: Visitor, wanted: Wanted) -> int:
    """Book what forms.read_desk_booking gives; its appointment_id. Raises as scheduling.book() does."""
    if wanted.is_walk_in:
        wanted = replace(wanted, overruled=(*wanted.overruled, *OF_A_WALK_IN), why=wanted.why or 'walk-in')
    return scheduling.book(visitor, wanted)


def may_open(visitor: Visitor, staff_id: int) -> bool:
    """Whether a visitor may open this member of staff's visits: their own, or anybody's for the desk and admins."""
    return bool(database.one('staff/find_for_hours', staff_id=staff_id, user_id=visitor.user_id))
