"""Patients as the clinic knows them: finding them, and adding and correcting those who have no account."""

import json
import re
from datetime import date, timedelta

from app import audit, clock, database, names
from app.errors import NotFound, Refused
from app.visitor import Visitor
from app.visits import record_views

PER_PAGE = 20
VISITS_SHOWN = 5
MISSED_WITHIN = timedelta(days=365)
OVERTAKEN = 'Somebody else has changed this alert meanwhile. It says now: “{}” Save again to replace it with yours.'


def list_found(search: dict, limit: int, offset: int) -> list[dict]:
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


def beside(visitor: Visitor, found: list[dict]) -> list[dict]:
    """Patients who were found (dicts with patient_id), each with what the desk sees beside the name: alert (None for
    those who may not open the record), and today, a list of rows of patients/list_beside: the visits of today that this
    visitor may open. One statement.
    """
    if not found:
        return []
    rows = database.rows('patients/list_beside', user_id=visitor.user_id, today=clock.today(),
                         patient_ids=json.dumps([each['patient_id'] for each in found]))
    alerts = {row['patient_id']: row['alert'] for row in rows}
    today = [row for row in rows if row['appointment_id']]
    return [{**each, 'alert': alerts.get(each['patient_id']),
             'today': [row for row in today if row['patient_id'] == each['patient_id']]} for each in found]


def find(visitor: Visitor, patient_id: int | None) -> dict:
    """The row of patients/find_for_booking, with ahead: those of their next visits that the visitor may open.

    It notes that the visitor looked at this record. Raises NotFound.
    """
    patient = patient_id and database.one('patients/find_for_booking', patient_id=patient_id,
                                          user_id=visitor.user_id, today=clock.today(),
                                          missed_since=missed_since(clock.today()))
    if not patient:
        raise NotFound()
    record_views.note(visitor, patient_id)
    return {**patient, 'ahead': database.rows(
        'appointments/list_coming_for_desk', patient_id=patient_id, user_id=visitor.user_id,
        now=clock.now(), limit=VISITS_SHOWN)}


def missed_since(today: date) -> date:
    """From which day on missed visits are counted: 12 months."""
    return today - MISSED_WITHIN


def list_alike(values: dict) -> list[dict]:
    """Patients who may be the one with these values: the same name, or the same birth date and a name in common."""
    words = names.fold(values['full_name']).split()
    return database.rows('patients/list_alike', birth_date=values['birth_date'], first_word=words[0],
                         last_word=words[-1]) if words else []


def list_likely(patient: dict) -> list[dict]:
    """Other records that may be this patient's (a row of patients/find_compared): rows as of list_found()."""
    digits = re.sub('[^0-9]', '', patient['phone'] or '').lstrip('0')[-9:]
    email = patient['holder_email'] or patient['email']
    found = list_alike(patient)
    for search in ({'digits': digits} if len(digits) > 4 else {}, {'email': email} if email else {}):
        found += list_found(search, limit=PER_PAGE, offset=0)
    return list({row['patient_id']: row for row in found if row['patient_id'] != patient['patient_id']}.values())


def list_doubles(limit: int) -> list[dict]:
    """Pairs of records that are likely one patient's: rows of patients/list_doubles."""
    return database.rows('patients/list_doubles', limit=limit)


@database.retried
def add(visitor: Visitor, values: dict) -> int:
    """Add a patient without an account (values of forms.patients.read_new_patient); the patient_id."""
    with database.transaction() as tx:
        patient_id = tx.insert('patients/insert', user_id=None, relation='self', now_utc=clock.now_utc(), **values)
        audit.record(tx, visitor, 'patient added', 'patients', patient_id)
        return patient_id


@database.retried
def change(visitor: Visitor, patient_id: int, values: dict):
    """Correct what is known of a patient without an account (values of forms.patients.read_new_patient).

    Raises NotFound where this visitor does not see the patient, or somebody's account keeps the details.
    """
    with database.transaction() as tx:
        editable(tx, visitor, patient_id)
        tx.change('patients/set_details', patient_id=patient_id, **values)
        audit.record(tx, visitor, 'patient changed', 'patients', patient_id)


@database.retried
def set_online(visitor: Visitor, patient_id: int, is_online: bool):
    """Say whether a patient, with an account or without one, may be booked online. Raises NotFound, also for those who
    are neither the desk nor admins."""
    with database.transaction() as tx:
        patient = tx.one('patients/lock', patient_id=patient_id)
        if not patient or not sees_all(visitor):
            raise NotFound()
        tx.change('patients/set_online', patient_id=patient_id, is_online=is_online)
        audit.record(tx, visitor, 'online booking allowed' if is_online else 'online booking stopped', 'patients',
                     patient_id)


@database.retried
def set_alert(visitor: Visitor, patient_id: int, alert: str, seen: str | None = None):
    """Write what staff must know of a patient before all else; '' takes it away. The audit does not have the words.

    seen: the alert that the form showed. Raises NotFound where this visitor does not treat the patient, or the patient
    was forgotten; Refused (409) where the alert is another one by now.
    """
    with database.transaction() as tx:
        held = tx.one('patients/lock', patient_id=patient_id)
        patient = held and tx.one('patients/find_treated', patient_id=patient_id, user_id=visitor.user_id,
                                  today=clock.today())
        if not patient or patient['forgotten_utc']:
            raise NotFound()
        if patient['alert'] != alert:
            if seen not in (None, patient['alert']):
                raise Refused({'alert': OVERTAKEN.format(patient['alert'] or '–')}, 409)
            tx.change('patients/set_alert', patient_id=patient_id, alert=alert)
            audit.record(tx, visitor, 'alert saved' if alert else 'alert removed', 'patients', patient_id)


def editable(tx, visitor: Visitor, patient_id: int) -> dict:
    """The row of patients/find_treated, if its details are the clinic's to keep: no account does. Raises NotFound.

    tx: a transaction, or the module app.database.
    """
    patient = tx.one('patients/find_treated', patient_id=patient_id, user_id=visitor.user_id, today=clock.today())
    if not patient or patient['user_id'] or patient['forgotten_utc']:
        raise NotFound()
    return patient


def sees_all(visitor: Visitor) -> bool:
    """Whether a visitor sees everybody's visits: the desk and admins."""
    return bool(database.value('staff/find_sees_all', user_id=visitor.user_id))


def holder_at_desk(visitor: Visitor, patient_id: int) -> int:
    """The user_id of the account that books for a patient, for the desk and admins. Raises NotFound for others, and
    where there is no such account."""
    patient = database.one('patients/find_known', patient_id=patient_id) if sees_all(visitor) else None
    if not patient or not patient['user_id']:
        raise NotFound()
    return patient['user_id']
