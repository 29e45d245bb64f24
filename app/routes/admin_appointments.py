"""The visits of the whole clinic: a list to narrow down. A single visit is app/routes/visits.py, for every role."""

from datetime import date, timedelta

from app import clock, database, paging
from app.errors import Refused
from app.forms import admin as forms
from app.web import app, needs, page, query

FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(2100, 1, 1)      # where no day is given


@app.get('/admin/appointments')
@needs('admin')
def list_appointments():
    """All visits, by days, person, room, status and patient."""
    asked = query() if any(name in query() for name in ('from_day', 'until_day', 'staff_id', 'room_id', 'status',
                                                        'patient')) else {'from_day': str(clock.today())}
    try:
        return _list(asked, *_find(asked, forms.read_visit_filters(asked)))
    except Refused as refused:
        return _list(asked, paging.of('/admin/appointments', asked, 0), [], refused)


def _find(asked, filters):
    """The page asked for and its visits."""
    shared = {'from_day': filters['from_day'] or FIRST_DAY,
              'until_day': filters['until_day'] + timedelta(days=1) if filters['until_day'] else LAST_DAY,
              'staff_id': filters['staff_id'], 'room_id': filters['room_id'],
              'status': filters['status'] if filters['status'] != 'without_outcome' else None,
              'open_at': clock.now() if filters['status'] == 'without_outcome' else None}
    limit = paging.count_limit(50)
    if filters['patient']:
        like = forms.patterns(filters['patient'])
        total = database.value('appointments/count_filtered_by_patient', limit=limit, **like, **shared)
        found = paging.of('/admin/appointments', asked, total)
        if found.more:          # they would all have to be sorted, to be paged through by nobody
            raise Refused({'patient': 'Too many visits fit. Please write more of the name, or choose days.'})
        return found, database.rows('appointments/list_filtered_by_patient', limit=found.size, offset=found.offset,
                                    **like, **shared)
    total = database.value('appointments/count_filtered', limit=limit, **shared)
    found = paging.of('/admin/appointments', asked, total)
    return found, database.rows('appointments/list_filtered', limit=found.size, offset=found.offset, **shared)


def _list(asked, found, visits, refused=None):
    return page('admin/appointments.tpl', refused.status if refused else 200, form=asked, visits=visits, paging=found,
                errors=refused.fields if refused else {}, today=clock.today(),
                people=database.rows('staff/list_choices'), rooms=database.rows('rooms/list_all'))
