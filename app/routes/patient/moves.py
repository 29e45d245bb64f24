"""One visit at another time, with another person or room, or changed in what takes place.

/appointments/<id>/reschedule, /reassign and /change.

Where a rule speaks against what staff want, the page comes again with every such rule beside a box to tick: what they
overrule, they overrule knowingly, and the visit's history keeps it.
"""

from app import clock, database
from app.errors import NotFound, Refused
from app.forms import overruling
from app.forms import visits as forms
from app.pages import moving
from app.visits import details, scheduling
from app.visits.wanted import minutes_of
from app.web.app import app, form, needs, page, see_other, visitor


@app.get('/appointments/<appointment_id:id>/reschedule')
@needs('signed_in')
def choose_time(appointment_id):
    """The free times of the same person, week by week, to move a visit to; staff may type any other."""
    visit = details.find(visitor(), appointment_id)
    if details.may_change(visitor(), visit, clock.now()) != 'yes':
        return see_other(f'/appointments/{appointment_id}')
    return moving.show(visitor(), visit, f'/appointments/{appointment_id}')


@app.post('/appointments/<appointment_id:id>/reschedule')
@needs('signed_in')
def reschedule(appointment_id):
    """Move a visit to the time that was chosen."""
    wanted = None
    try:
        wanted = forms.read_move(form(), visitor().is_clinic)
        overruling.check(wanted)
        scheduling.move(visitor(), appointment_id, wanted)
    except Refused as refused:
        return _times_again(details.find(visitor(), appointment_id), refused, wanted)
    return see_other(f'/appointments/{appointment_id}', done='visit_moved')


@app.get('/appointments/<appointment_id:id>/reassign')
@needs('staff', 'admin')
def choose_person(appointment_id):
    """Who else could see this patient then, and where."""
    visit = details.find(visitor(), appointment_id)
    if visit['status'] not in ('booked', 'arrived'):
        return see_other(f'/appointments/{appointment_id}')
    return _people(visit)


@app.post('/appointments/<appointment_id:id>/reassign')
@needs('staff', 'admin')
def reassign(appointment_id):
    """Give a visit to another person or room, at the same time."""
    visit, wanted = details.find(visitor(), appointment_id), None
    try:
        wanted = forms.read_reassignment(form())
        overruling.check(wanted)
        scheduling.move(visitor(), appointment_id, wanted)
    except Refused as refused:
        return _people(details.find(visitor(), appointment_id), refused, wanted)
    try:
        details.find(visitor(), appointment_id)
    except NotFound:                                    # given away: it is a colleague's visit now
        return see_other(f'/staff?day={visit["starts_at"].date()}', done='visit_given_away')
    return see_other(f'/appointments/{appointment_id}', done='visit_reassigned')


@app.get('/appointments/<appointment_id:id>/change')
@needs('staff', 'admin')
def show_change(appointment_id):
    """The form for what takes place: the service, how long it takes, the room, and why the patient comes."""
    visit = details.find(visitor(), appointment_id)
    if visit['status'] not in ('booked', 'arrived'):
        return see_other(f'/appointments/{appointment_id}')
    return _changing(visit)


@app.post('/appointments/<appointment_id:id>/change')
@needs('staff', 'admin')
def change(appointment_id):
    """Change the service, the length, the room or the reason of a visit, at the same time and with the same person."""
    visit, wanted = details.find(visitor(), appointment_id), None
    try:
        wanted = forms.read_change(form(), visit)
        overruling.check(wanted)
        scheduling.change(visitor(), appointment_id, wanted)
    except Refused as refused:
        return _changing(details.find(visitor(), appointment_id), refused, wanted)
    return see_other(f'/appointments/{appointment_id}', done='visit_changed')


def _times_again(visit, refused, wanted):
    """The times once more, as they are by now. Staff find their wish in the field for any other time."""
    back, day = f'/appointments/{visit["appointment_id"]}', wanted and wanted.starts_at.date()
    if not wanted or not visitor().is_clinic:
        return moving.show(visitor(), visit, back, refused, day)
    warnings, refused = _overruling(visit, refused, wanted, {}, 'other_at')
    typed = {**form(), 'other_at': wanted.starts_at.strftime('%Y-%m-%dT%H:%M'), 'starts_at': ''}
    return moving.show(visitor(), visit, back, refused, day, warnings=warnings, form=typed)


def _people(visit, refused=None, wanted=None):
    """Who offers the service and which rooms suit it, each with what is against them at that time."""
    asked, warnings = {'appointment_id': visit['appointment_id']}, []
    if wanted:
        warnings, refused = _overruling(visit, refused, wanted, {'no_room': 'room_id', 'patient_taken': ''}, 'staff_id')
    chosen = {'staff_id': str(visit['staff_id']), 'room_id': str(visit['room_id'] or 0), 'tell_patient': 'yes'}
    return page('patient/visits/reassign.tpl', refused, saved=chosen, warnings=warnings,
                **details.beside(visitor(), visit),
                people=database.rows('appointments/list_who_could_take_over', **asked),
                rooms=database.rows('appointments/list_rooms_that_suit', **asked))


def _changing(visit, refused=None, wanted=None):
    """What takes place, with all that speaks against a change."""
    warnings = []
    if wanted:
        warnings, refused = _overruling(visit, refused, wanted, {'not_offered': 'service_id', 'no_room': 'room_id'},
                                        'minutes')
    saved = {'service_id': str(visit['service_id']), 'minutes': str(minutes_of(visit)), 'reason': visit['reason'],
             'room_id': str(visit['room_id'] or 0), 'tell_patient': 'yes'}
    return page('patient/visits/change.tpl', refused, saved=saved, warnings=warnings,
                **details.beside(visitor(), visit),
                services=database.rows('staff/list_services', staff_id=visit['staff_id'], role='staff'),
                rooms=database.rows('appointments/list_rooms_that_suit', appointment_id=visit['appointment_id']))


def _overruling(visit, refused, wanted, fields, usual_field):
    """All that speaks against a wish at once: its warnings, and the Refused that has a sentence at each field.

    fields: {rule: form field} where a rule does not belong beside the usual field.
    """
    if refused.rule == 'version':
        return [], Refused(str(refused), refused.status)
    warnings, final = details.warnings(visit, wanted, clock.now())
    errors = {fields.get(rule, usual_field): sentence for rule, sentence in final.items()}
    errors |= overruling.missing(wanted, warnings)
    moved = {usual_field if name == 'starts_at' else name: said for name, said in refused.fields.items()}
    return warnings, Refused(errors or moved, refused.status)
