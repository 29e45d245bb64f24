"""The visits of the whole clinic: a list to narrow down. One is in app/routes/patient/visits.py, of all roles."""

import functools
from urllib.parse import urlencode

from bottle import response

from app import clock, database, names
from app.errors import Refused
from app.forms import visits as forms
from app.forms.fields import A_DAY, EARLIEST, LAST_DAY
from app.web import csv_files, paging
from app.web.app import app, needs, page, query, written

MOST_IN_FILE = 5000
FILTERS = ('from_day', 'until_day', 'staff_id', 'room_id', 'status', 'patient')


@app.get('/admin/appointments')
@needs('admin')
def list_appointments():
    """All visits, by days, person, room, status and patient."""
    asked, refused = _asked(), None
    at, visits = paging.Paging('/admin/appointments', asked), []
    try:
        filters = forms.read_filters(asked)
        at, visits = paging.of('/admin/appointments', asked, functools.partial(_rows, filters),
                               functools.partial(_count, filters))
    except Refused as why:
        refused = why
    return page('admin/visits.tpl', refused, form=asked, visits=visits, paging=at, today=clock.today(),
                narrowed=urlencode({name: asked[name] for name in FILTERS if asked.get(name)}),
                people=database.rows('staff/list_choices'), rooms=database.rows('rooms/list_all'))


@app.get('/admin/appointments.csv')
@needs('admin')
def download_appointments():
    """The visits of such a list as a CSV file, with formulas defused."""
    filters = forms.read_filters(_asked())
    visits = _rows(filters, limit=MOST_IN_FILE + 1, offset=0)
    if len(visits) > MOST_IN_FILE:
        raise Refused('Too many visits for one file. Please choose fewer days.')
    response.content_type = csv_files.CONTENT_TYPE
    response.set_header('Content-Disposition', 'attachment; filename="appointments.csv"')
    return csv_files.text(
        ['Day', 'From', 'Until', 'Patient', 'With', 'Service', 'Room', 'Status'],
        ([visit['starts_at'].date(), f'{visit["starts_at"]:%H:%M}', f'{visit["ends_at"]:%H:%M}', visit['patient_name'],
          visit['staff_name'], visit['service_name'], written().place(visit, ''), visit['status_label']]
         for visit in visits))


def _asked():
    """What the list is narrowed by: at first, the visits from today on."""
    return query() if any(name in query() for name in FILTERS) else {**query(), 'from_day': str(clock.today())}


def _shared(filters):
    """What both lists take, with and without a patient."""
    return {'from_day': filters['from_day'] or EARLIEST,
            'until_day': (filters['until_day'] or LAST_DAY) + A_DAY,
            'staff_id': filters['staff_id'], 'room_id': filters['room_id'],
            'status': filters['status'] if filters['status'] != 'without_outcome' else None,
            'open_at': clock.now() if filters['status'] == 'without_outcome' else None}


def _rows(filters, limit, offset):
    if filters['patient']:
        return database.rows('appointments/list_filtered_by_patient', limit=limit, offset=offset,
                             **names.parts(filters['patient']), **_shared(filters))
    return database.rows('appointments/list_filtered', limit=limit, offset=offset, **_shared(filters))


def _count(filters):
    """How many visits there are. Raises Refused for too many by name: all would be sorted, and nobody pages so far."""
    limit = paging.count_limit()
    if not filters['patient']:
        return database.value('appointments/count_filtered', limit=limit, **_shared(filters))
    total = database.value('appointments/count_filtered_by_patient', limit=limit, **names.parts(filters['patient']),
                           **_shared(filters))
    if total >= limit:
        raise Refused({'patient': 'Too many visits found. Please type more of the name, or choose fewer days.'})
    return total
