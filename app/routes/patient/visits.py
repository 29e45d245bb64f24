"""Visits: a patient's own; and one visit, for all roles, to look at, to cancel, to mark, as a calendar file.

Moving a visit to another time, member of staff or room is in moves.py.
"""

from bottle import response

from app import clock, database
from app.accounts import records
from app.errors import Refused
from app.forms import visits as forms
from app.mail import calendar_file
from app.the_clinic import changes_until
from app.visits import booked, day_list, details, noting, record_views, rules, scheduling
from app.web import paging
from app.web.app import app, clinic, form, needs, next_page, page, query, see_other, visitor

PER_PAGE = 10


@app.get('/appointments')
@needs('patient')
def show_visits():
    """The own visits, coming and past, each with whom it is for."""
    whose = {'user_id': visitor().user_id, 'now': clock.now()}
    coming_pages, coming = _part('coming', lambda **part: database.rows(
        'appointments/list_own_coming', **whose, **part))
    for visit in coming:
        visit['may_change'] = _may_change(visit)
    past_pages, past = _part('past', lambda **part: database.rows(
        'appointments/list_own_past', **whose, **part))
    return page('patient/visits/list.tpl', coming=coming, past=past, coming_pages=coming_pages, past_pages=past_pages,
                offered=records.list_offered(visitor()))


@app.get('/appointments/<appointment_id:id>')
@needs('signed_in')
def show(appointment_id):
    """One visit: who, where, when, how to prepare; for the clinic also its history and the next steps."""
    return _show(appointment_id)


@app.post('/appointments/<appointment_id:id>/status')
@needs('staff', 'admin')
def mark(appointment_id):
    """Mark a visit as arrived, completed or missed, or take that back."""
    try:
        move = forms.read_status(form())
        scheduling.set_status(visitor(), appointment_id, **move)
    except Refused as refused:
        return _show(appointment_id, refused)
    return _back_to(appointment_id, 'visit_booked_again' if move['from_status'] == 'cancelled' else None)


@app.post('/appointments/<appointment_id:id>/late')
@needs('staff', 'admin')
def note_late(appointment_id):
    """Write down how late a patient said they would be, or that they are not late any more."""
    try:
        noting.note_late(visitor(), appointment_id, **forms.read_late(form()))
    except Refused as refused:
        return _show(appointment_id, refused, 'late_minutes')
    return _back_to(appointment_id)


@app.post('/appointments/<appointment_id:id>/note')
@needs('staff', 'admin')
def write_note(appointment_id):
    """Write the clinic's note on a visit. Patients do not see it."""
    try:
        noting.write_note(visitor(), appointment_id, **forms.read_note(form()))
    except Refused as refused:
        return _show(appointment_id, refused, 'note')
    return see_other(f'/appointments/{appointment_id}', done='note_saved')


@app.get('/appointments/<appointment_id:id>/cancel')
@needs('signed_in')
def ask_to_cancel(appointment_id):
    """Whether to cancel a visit, what that means, and why (optional)."""
    visit = details.find(visitor(), appointment_id)
    if _may_change(visit) != 'yes':
        return see_other(f'/appointments/{appointment_id}')
    return _cancelling(visit)


@app.post('/appointments/<appointment_id:id>/cancel')
@needs('signed_in')
def cancel(appointment_id):
    """Cancel a visit: its record stays, its time is free."""
    visit = details.find(visitor(), appointment_id)
    try:
        values = forms.read_cancellation(form(), visitor().is_clinic)
        scheduling.cancel(visitor(), appointment_id, **values)
    except Refused as refused:
        if not refused.rule:                      # it is the form that wants another look, not the visit
            return _cancelling(visit, refused)
        return _show(appointment_id, refused)
    return see_other(f'/appointments/{appointment_id}', done='visit_cancelled')


@app.get('/appointments/<appointment_id:id>/calendar.ics')
@needs('signed_in')
def download(appointment_id):
    """The visit as a calendar file."""
    visit = details.find(visitor(), appointment_id)
    record_views.note(visitor(), visit['patient_id'])
    response.content_type = calendar_file.CONTENT_TYPE
    response.set_header('Content-Disposition', 'attachment; filename="visit.ics"')
    return calendar_file.text(visit, clinic(), for_clinic=visitor().is_clinic)


def _back_to(appointment_id, done=None):
    """Go back to the list that a button stood in, at the visit's line; without one, to the visit, which tells what is
    done."""
    back = next_page(form())
    if back:
        return see_other(f'{back}#visit-{appointment_id}')
    return see_other(f'/appointments/{appointment_id}', done=done)


def _show(appointment_id, refused=None, field=''):
    """The visit as it now stands. What was refused is one sentence, or stands beside its field: buttons have none."""
    visit = details.find(visitor(), appointment_id)
    values = {**_beside(visit), 'may_change': _may_change(visit), 'last_change': changes_until(visit)}
    if visitor().is_patient and visit['status'] == 'booked' and query().get('done') == 'booked':
        values |= {'is_new': True, 'notice': None, **booked.beside(visitor(), visit, clock.now(), clinic())}
    if visitor().is_clinic:
        values |= _for_the_clinic(visit)
    if refused and field not in refused.fields:
        refused = Refused(str(refused), refused.status)
    return page('patient/visits/show.tpl', refused, saved={'tell_patient': 'yes'}, **values)


def _for_the_clinic(visit):
    """What the page shows the clinic besides: next steps, how late or how long here, history, mail, and the note."""
    number, now = visit['appointment_id'], clock.now()
    frame = rules.frame_of_undo(database, visit, now)
    transitions = database.rows('status_transitions/list_all')
    return {'history': database.rows('appointment_history/list_for_appointment', appointment_id=number),
            'mails': database.rows('notifications/list_of_visit', appointment_id=number), 'to_local': clock.to_local,
            'moves': details.moves(transitions, visit, now, frame),
            'why_no_undo': rules.why_not_yet(visit, 'booked', now, frame),
            'line': {**visit, **day_list.timing(visit, now)}, 'note_seen': noting.mark(visit['note']),
            'late_by': noting.LATE_BY}


def _cancelling(visit, refused=None):
    return page('patient/visits/cancel.tpl', refused, saved={'tell_patient': 'yes'}, **_beside(visit))


def _may_change(visit):
    return details.may_change(visitor(), visit, clock.now())


def _beside(visit):
    return details.beside(visitor(), visit)


def _part(name, read):
    """One of the two lists, in pages of its own."""
    return paging.of('/appointments', query(), read, size=PER_PAGE, name=name)
