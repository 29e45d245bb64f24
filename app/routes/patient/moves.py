"""One visit at another time, or with another person or room: /appointments/<id>/reschedule and /reassign.

Where a rule speaks against what staff want, the page comes again with every such rule beside a box to tick: what they
overrule, they overrule knowingly, and the visit's history keeps it.
"""

from datetime import timedelta

from app import clock, database
from app.errors import NotFound, Refused
from app.forms import visits as forms
from app.visits import details, free_times, scheduling
from app.web.app import app, clinic, form, needs, page, query, see_other, visitor

A_WEEK = timedelta(days=7)
OVERRULE = 'There are warnings. Please tick each one, and give a reason for overriding.'


@app.get('/appointments/<appointment_id:id>/reschedule')
@needs('signed_in')
def choose_time(appointment_id):
    """The free times of the same person, week by week, to move a visit to; staff may type any other."""
    visit = details.find(visitor(), appointment_id)
    if not _may_move(visit):
        return see_other(f'/appointments/{appointment_id}')
    try:
        day = forms.read_day(query(), None)
    except Refused as refused:
        return page('patient/visits/reschedule.tpl', refused, **_times(visit, None))
    return page('patient/visits/reschedule.tpl', saved={'tell_patient': 'yes'}, **_times(visit, day))


@app.post('/appointments/<appointment_id:id>/reschedule')
@needs('signed_in')
def reschedule(appointment_id):
    """Move a visit to the time that was chosen."""
    visit, wanted = details.find(visitor(), appointment_id), None
    try:
        wanted = forms.read_move(form(), visitor().is_clinic)
        forms.check_why(wanted)
        scheduling.move(visitor(), appointment_id, wanted)
    except Refused as refused:
        return _times_again(visit, refused, wanted)
    return see_other(f'/appointments/{appointment_id}', done='visit_moved')


@app.get('/appointments/<appointment_id:id>/reassign')
@needs('staff', 'admin')
def choose_person(appointment_id):
    """Who else could see this patient then, and where."""
    visit = details.find(visitor(), appointment_id)
    if visit['status'] not in ('booked', 'arrived'):
        return see_other(f'/appointments/{appointment_id}')
    chosen = {'staff_id': str(visit['staff_id']), 'room_id': str(visit['room_id'] or 0), 'tell_patient': 'yes'}
    return page('patient/visits/reassign.tpl', form=chosen, **_people(visit))


@app.post('/appointments/<appointment_id:id>/reassign')
@needs('staff', 'admin')
def reassign(appointment_id):
    """Give a visit to another person or room, at the same time."""
    visit, wanted = details.find(visitor(), appointment_id), None
    try:
        wanted = forms.read_reassignment(form())
        forms.check_why(wanted)
        scheduling.move(visitor(), appointment_id, wanted)
    except Refused as refused:
        return _people_again(visit, refused, wanted)
    try:
        details.find(visitor(), appointment_id)
    except NotFound:                                    # given away: it is a colleague's visit now
        return see_other(f'/staff?day={visit["starts_at"].date()}', done='visit_given_away')
    return see_other(f'/appointments/{appointment_id}', done='visit_reassigned')


def _may_move(visit):
    return details.may_change(visitor(), visit, clock.now(), clinic()) == 'yes'


def _times(visit, day):
    """A day's free times, the week it is in, and the next free day if it has none. day None: the best to begin with."""
    now, present, role = clock.now(), visit['starts_at'], visitor().role
    shown = day or max(present.date(), now.date())
    first = free_times.week_of(shown, now.date())
    free = free_times.times_for_move(visit, role, first, first + A_WEEK, now)
    if not day:
        shown = next((each for each in free if each >= shown), shown)
    starts = free.get(shown, [])
    days = [{**row, 'is_open': row['day'] in free} for row in
            free_times.days(visit['staff_id'], visit['service_id'], first, first + A_WEEK, now)]
    last = now.date() + timedelta(days=clinic().horizon_days)
    next_day = None if starts else next((each for each in free if each > shown), None) or \
        free_times.next_day_for_move(visit, role, max(first + A_WEEK, now.date()), now, clinic().notice_minutes)
    return {
        **details.beside(visitor(), visit), 'day': shown, 'days': days, 'is_free': bool(starts),
        'starts': sorted({*starts, present}) if present.date() == shown else starts,
        'closed': next((row['closed'] for row in days if row['day'] == shown), None),
        'earlier': first - A_WEEK if first > now.date() else None,
        'later': first + A_WEEK if first + A_WEEK <= last else None, 'next_day': next_day,
    }


def _times_again(visit, refused, wanted):
    """The times once more, as they are by now. Staff find their wish in the field for any other time."""
    day = wanted.starts_at.date() if wanted else None
    values, errors, typed = {}, refused.fields, form()
    if wanted and visitor().is_clinic:
        typed = {**typed, 'other_at': wanted.starts_at.strftime('%Y-%m-%dT%H:%M'), 'starts_at': ''}
        values, errors = _overruling(visit, refused, wanted, {}, 'other_at')
    return page('patient/visits/reschedule.tpl', Refused(errors, refused.status), **_times(_afresh(visit), day),
                 **values, form=typed)


def _people(visit):
    """Who offers the service and which rooms suit it, each with what is against them at that time."""
    asked = {'appointment_id': visit['appointment_id']}
    return {**details.beside(visitor(), visit),
            'people': database.rows('appointments/list_who_could_take_over', **asked),
            'rooms': database.rows('appointments/list_rooms_that_suit', **asked)}


def _people_again(visit, refused, wanted):
    values, errors = {}, refused.fields
    if wanted:
        values, errors = _overruling(visit, refused, wanted, {'no_room': 'room_id', 'patient_taken': ''}, 'staff_id')
    return page('patient/visits/reassign.tpl', Refused(errors, refused.status), **_people(_afresh(visit)), **values)


def _overruling(visit, refused, wanted, fields, usual_field):
    """All that speaks against a wish at once: ({'warnings': …}, errors by field).

    fields: {rule: form field} where a rule does not belong beside the usual field.
    """
    if refused.rule == 'version':
        return {}, {'': str(refused)}
    warnings, final = details.warnings(visit, wanted, clock.now())
    errors = {fields.get(rule, usual_field): sentence for rule, sentence in final.items()}
    if 'why' in refused.fields:
        errors['why'] = refused.fields['why']
    elif any(rule not in wanted.overruled for rule, _ in warnings):
        errors['overrule'] = OVERRULE
    moved = {usual_field if name == 'starts_at' else name: said for name, said in refused.fields.items()}
    return {'warnings': warnings}, errors or moved


def _afresh(visit):
    """The visit as it now stands: somebody may have changed it, and the form has to know the version."""
    return details.find(visitor(), visit['appointment_id'])
