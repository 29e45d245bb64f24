"""Two records of one patient: the desk finds the other one, looks at both side by side, and merges them."""

import functools

from app import clock, database
from app.accounts import joining, users
from app.clinic import patients
from app.errors import NotFound, Refused
from app.forms import merging as forms
from app.forms import patients as patient_forms
from app.visits import merging, record_views
from app.web import paging
from app.web.app import app, clinic, form, needs, next_page, page, query, see_other, visitor
from app.written import age


@app.get('/staff/patients/<patient_id:id>/merge')
@needs('staff', 'admin')
def show_merging(patient_id):
    """Find the other record of a patient; or, with one chosen, both side by side."""
    users.refuse_unless_desk(database, visitor())
    other_id = forms.read_other(query())
    return _both(patient_id, other_id) if other_id else _find(patient_id)


@app.post('/staff/patients/<patient_id:id>/merge')
@needs('staff', 'admin')
def merge(patient_id):
    """Merge two records into one."""
    users.refuse_unless_desk(database, visitor())
    other_id = forms.read_other(form())
    try:
        kept_id = joining.merge_records(visitor(), patient_id, other_id or 0, forms.read_choices(form()))
    except Refused as refused:
        return _both(patient_id, other_id, refused)
    return see_other(f'/staff/patients/{kept_id}', done='patients_merged')


@app.post('/staff/patients/<patient_id:id>/apart')
@needs('staff', 'admin')
def tell_apart(patient_id):
    """Remember that two records are two people."""
    users.refuse_unless_desk(database, visitor())
    joining.tell_apart(visitor(), patient_id, forms.read_other(form()) or 0)
    return see_other(next_page(form()) or f'/staff/patients/{patient_id}', done='patients_apart')


def _find(patient_id):
    """The likely doubles of a patient, and the search of the desk for any other record."""
    patient = database.one('patients/find_compared', patient_id=patient_id, now=clock.now())
    if not patient:
        raise NotFound()
    record_views.note(visitor(), patient_id)
    typed = query().get('q', '')
    search = patient_forms.read_search(typed, clinic().date_style, clock.today())
    at, found = paging.of(f'/staff/patients/{patient_id}/merge', query(),
                          functools.partial(patients.list_found, search), size=patients.PER_PAGE)
    return page('staff/merging/find.tpl', patient=patient, typed=typed, asked=bool(typed.strip()), paging=at,
                found=[row for row in found if row['patient_id'] != patient_id],
                likely=patients.list_likely(patient), today=clock.today(), age=age)


def _both(patient_id, other_id, refused=None):
    """Both records side by side. After a refusal they are shown as they now are, and what was chosen stays chosen."""
    pair = joining.compare(database, patient_id, other_id or 0)
    for each in (pair.one, pair.other):
        record_views.note(visitor(), each['patient_id'])
    proven_first = 'other' if pair.other['holder_is_proven'] and not pair.one['holder_is_proven'] else 'one'
    saved = {name: _fuller(pair, name) for name in merging.DETAILS} | {'account': proven_first}
    return page('staff/merging/both.tpl', refused, saved=saved, pair=pair, fate=pair.plan.fate,
                kept=pair.plan.kept, may=visitor().role == 'admin' or not pair.plan.needs_admin,
                overlaps=merging.list_overlaps(database, patient_id, other_id))


def _fuller(pair, name):
    """The side whose detail says more: of two, the longer one where these are words, else the kept record's."""
    first = pair.plan.kept or 'one'
    kept, gone = (pair.one, pair.other) if first == 'one' else (pair.other, pair.one)
    says_more = not kept[name] or (name in ('full_name', 'phone') and len(gone[name] or '') > len(kept[name]))
    return ('other' if first == 'one' else 'one') if gone[name] and says_more else first
