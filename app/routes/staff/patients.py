"""A patient, for those who treat them and for the desk: all visits, and the details of who has no account."""

from app import clock, database
from app.accounts import addresses
from app.clinic import patients
from app.errors import NotFound, Refused
from app.forms import patients as forms
from app.visits import details, record_views
from app.web import paging
from app.web.app import app, form, needs, page, query, see_other, visitor


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


@app.post('/staff/patients/<patient_id:id>/alert')
@needs('staff', 'admin')
def save_alert(patient_id):
    """Write what staff must know of a patient before all else, or take it away. Patients do not see it."""
    try:
        patients.set_alert(visitor(), patient_id, forms.read_alert(form()))
    except Refused as refused:
        return _patient(patient_id, refused)
    return see_other(f'/staff/patients/{patient_id}', done='alert_saved')


def _patient(patient_id, refused=None):
    who = {'patient_id': patient_id, 'user_id': visitor().user_id}
    patient = database.one('patients/find_treated', **who, today=clock.today())
    if not patient:
        raise NotFound()
    record_views.note(visitor(), patient_id)
    at, visits = paging.of(f'/staff/patients/{patient_id}', query(),
                           lambda **part: database.rows('appointments/list_of_patient', **who, **part),
                           lambda: database.value('appointments/count_of_patient', patient_id=patient_id))
    return page('staff/patients/show.tpl', refused, sees_all=patients.sees_all(visitor()),
                patient=details.described(patient, clock.now()), visits=visits, paging=at, now=clock.now())


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
