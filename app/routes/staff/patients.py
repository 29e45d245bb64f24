"""Patients, for those who treat them and for the desk: finding them, the record of one, its alert and details."""

from app import clock, database
from app.accounts import addresses
from app.clinic import patients
from app.errors import NotFound, Refused
from app.forms import patients as forms
from app.mail import outcomes
from app.pages import finding
from app.visits import details, record_views
from app.web import paging
from app.web.app import app, form, needs, page, query, see_other, visitor
from app.written import age

AHEAD_SHOWN = 20
MAIL_SHOWN = 5


@app.get('/staff/patients')
@needs('staff', 'admin')
def find_patients():
    """Find patients by name, birth date, phone or e-mail: today's visit, the record, and booking are a click away."""
    return page('staff/patients/list.tpl', kept={}, today=clock.today(), age=age, **finding.search('/staff/patients'))


@app.get('/staff/patients/<patient_id:id>')
@needs('staff', 'admin')
def show_patient(patient_id):
    """All visits of a patient, for those who treat them."""
    return _patient(patient_id)


@app.post('/staff/patients/<patient_id:id>/known-address')
@needs('staff', 'admin')
def mark_address(patient_id):
    """Mark the e-mail address of a patient's account as known, at the desk: mail about visits is sent to it then."""
    try:
        addresses.mark_known(visitor(), patients.holder_at_desk(visitor(), patient_id))
    except Refused as refused:
        return _patient(patient_id, refused)
    return see_other(f'/staff/patients/{patient_id}', done='address_known')


@app.post('/staff/patients/<patient_id:id>/online')
@needs('staff', 'admin')
def set_online(patient_id):
    """Say, at the desk, that a patient must call to book, or may book online again."""
    is_online = bool(form().get('is_online'))
    patients.set_online(visitor(), patient_id, is_online)
    return see_other(f'/staff/patients/{patient_id}', done='online_allowed' if is_online else 'online_stopped')


@app.post('/staff/patients/<patient_id:id>/alert')
@needs('staff', 'admin')
def save_alert(patient_id):
    """Write what staff must know of a patient before all else, or take it away. Patients do not see it."""
    try:
        patients.set_alert(visitor(), patient_id, **forms.read_alert(form()))
    except Refused as refused:
        return _patient(patient_id, refused)
    return see_other(f'/staff/patients/{patient_id}', done='alert_saved')


def _patient(patient_id, refused=None):
    now, who = clock.now(), {'patient_id': patient_id, 'user_id': visitor().user_id}
    today = now.date()
    patient = database.one('patients/find_treated', **who, today=today)
    if not patient:
        raise NotFound()
    record_views.note(visitor(), patient_id)
    counts = database.one('appointments/find_counts_of_patient', patient_id=patient_id, today=today,
                          missed_since=patients.missed_since(today))
    at, visits = paging.of(f'/staff/patients/{patient_id}', query(),
                           lambda **part: database.rows('appointments/list_of_patient', **who, today=today, **part),
                           lambda: counts['past'])
    sees_all = patients.sees_all(visitor())
    return page(
        'staff/patients/show.tpl', refused, sees_all=sees_all, now=now, age=age, missed=counts['missed'],
        patient=details.described(patient, now), visits=visits, paging=at,
        ahead=database.rows('appointments/list_ahead_for_staff', **who, today=today, limit=AHEAD_SHOWN),
        in_words=outcomes.in_words,
        undelivered=database.rows('notifications/list_not_arrived', patient_id=patient_id, limit=MAIL_SHOWN),
        doubles=database.rows('patients/list_doubles_of_patient', patient_id=patient_id) if sees_all else [])


@app.get('/staff/patients/<patient_id:id>/edit')
@needs('staff', 'admin')
def show_details(patient_id):
    """The details of a patient without an account, to be corrected."""
    return _details(patient_id)


@app.post('/staff/patients/<patient_id:id>/edit')
@needs('staff', 'admin')
def change_details(patient_id):
    """Correct the name, birth date and contact of a patient without an account."""
    try:
        patients.change(visitor(), patient_id, forms.read_new_patient(form()))
    except Refused as refused:
        return _details(patient_id, refused)
    return see_other(f'/staff/patients/{patient_id}', done='patient_saved')


def _details(patient_id, refused=None):
    patient = patients.editable(database, visitor(), patient_id)
    record_views.note(visitor(), patient_id)
    return page('staff/patients/edit.tpl', refused, saved=patient, patient=patient, today=clock.today())
