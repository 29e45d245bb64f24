"""Patients as admins see them: records that are likely doubles, and forgetting a patient without an account, who asked
for it. (Who has an account closes it, or an admin deletes it.)
"""

from app import database
from app.accounts import users
from app.clinic import patients
from app.errors import NotFound, Refused
from app.web.app import app, needs, page, see_other, visitor

DOUBLES_SHOWN = 20


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
    return page('admin/patients/forget.tpl', refused, patient=patient)
