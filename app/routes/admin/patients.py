"""Patients as admins see them: records that are likely doubles; one record with who looked at it; forgetting who asked
for it.

Only who has no account is forgotten here. Who has one closes it, or an admin deletes it.
"""

from app import clock, database
from app.accounts import users
from app.clinic import patients
from app.errors import NotFound, Refused
from app.visits import record_views
from app.web import paging
from app.web.app import app, needs, page, query, see_other, visitor

ACTS_SHOWN = 10
DOUBLES_SHOWN = 20


@app.get('/admin/patients/<patient_id:id>')
@needs('admin')
def show_patient(patient_id):
    """What is known of a patient, who of the clinic looked at it, and what was done to it."""
    patient = database.one('patients/find_for_admin', patient_id=patient_id)
    if not patient:
        raise NotFound()
    record_views.note(visitor(), patient_id)
    at, views = paging.of(f'/admin/patients/{patient_id}', query(),
                          lambda **part: database.rows('record_views/list_of_patient', patient_id=patient_id, **part),
                          lambda: database.value('record_views/count_of_patient', patient_id=patient_id))
    acts = database.rows('audit_log/list_about', subject='patients', subject_id=patient_id, limit=ACTS_SHOWN + 1)
    return page('admin/patients/show.tpl', patient=patient, views=views, paging=at, acts=acts[:ACTS_SHOWN],
                has_more_acts=len(acts) > ACTS_SHOWN, to_local=clock.to_local)


@app.get('/admin/patients/doubles')
@needs('admin')
def show_doubles():
    """Pairs of records that are likely one patient's, until somebody has decided on each."""
    pairs = patients.list_doubles(DOUBLES_SHOWN + 1)
    return page('admin/patients/doubles.tpl', pairs=pairs[:DOUBLES_SHOWN], more=len(pairs) > DOUBLES_SHOWN)


@app.get('/admin/patients/<patient_id:id>/forget')
@needs('admin')
def ask_to_forget(patient_id):
    """What forgetting a patient without an account means, before it is done."""
    return _ask(patient_id)


@app.post('/admin/patients/<patient_id:id>/forget')
@needs('admin')
def forget(patient_id):
    """Forget who a patient was: coming visits are cancelled, past ones still count."""
    try:
        users.forget(visitor(), patient_id)
    except Refused as refused:
        return _ask(patient_id, refused)
    return see_other('/staff/book', done='patient_forgotten')


def _ask(patient_id, refused=None):
    patient = database.one('patients/find_known', patient_id=patient_id)
    if not patient:
        raise NotFound()
    record_views.note(visitor(), patient_id)
    return page('admin/patients/forget.tpl', refused, patient=patient)
