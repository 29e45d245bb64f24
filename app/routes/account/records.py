"""Records that the front desk made before there was an account: is one of them the visitor's?"""

from app.accounts import records
from app.errors import Refused
from app.forms import merging as forms
from app.web.app import app, form, needs, page, see_other, visitor


@app.get('/profile/records')
@needs('patient')
def show_records():
    """The records that have the account's proven address; the only one at once with its question."""
    offered = records.list_offered(visitor())
    if len(offered) == 1:
        return _record(offered[0])
    return page('account/records.tpl', offered=offered)


@app.get('/profile/records/<patient_id:id>')
@needs('patient')
def show_record(patient_id):
    """The question whose record it is, which the birth date answers."""
    return _record(records.find_offered(visitor(), patient_id))


@app.post('/profile/records/<patient_id:id>')
@needs('patient')
def claim(patient_id):
    """Take the record over, if the birth date is right."""
    offered = records.find_offered(visitor(), patient_id)
    try:
        records.claim(visitor(), patient_id, forms.read_claim(form()))
    except Refused as refused:
        return _record(offered, refused)
    return see_other('/appointments', done='record_claimed')


@app.post('/profile/records/<patient_id:id>/not-me')
@needs('patient')
def decline(patient_id):
    """Take a record that is somebody else's off the list."""
    records.decline(visitor(), patient_id)
    return see_other('/appointments', done='record_declined')


def _record(offered, refused=None):
    return page('account/record.tpl', refused, offered=offered)
