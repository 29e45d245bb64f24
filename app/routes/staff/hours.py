"""When people work: their week, breaks, the length of a slot, and when they are away.

Staff open their own; the desk and admins anybody's (?staff_id=…). Somebody else's is a 404.
"""

from datetime import timedelta

from app import clock, database
from app.clinic import hours
from app.errors import NotFound, Refused
from app.forms import fields, times
from app.forms import hours as forms
from app.web.app import again, app, form, needs, page, query, see_other, visitor, written

HOME = '/staff/availability'


@app.get('/staff/availability')
@needs('staff', 'admin')
def show():
    """Hours, time off, and the visits that no longer fit them; for desk and admin the list of people first."""
    try:
        return _overview(person_of(query()))
    except NotFound:
        if 'staff_id' in query():
            raise
        return page('staff/hours/staff.tpl', last_moment=hours.last_moment,
                    people=database.rows('staff/list_hours_overview', now=clock.now()))


@app.get('/staff/availability/hours')
@needs('staff', 'admin')
def show_week():
    """The form for a week's hours and breaks, from a day on."""
    person = person_of(query())
    today = clock.today()
    asked = fields.Reader(query()).day('from', earliest=today)
    week = _period(person, asked or today)['week']
    return _week_form(person, {'valid_from': asked or today, **_typed(week)})


@app.post('/staff/availability/hours')
@needs('staff', 'admin')
def save_week():
    """Let these hours hold from a day on; what was booked stays, and is shown where it no longer fits."""
    person = person_of(form())
    try:
        week = forms.read_week(form(), clock.today())
        hours.save_week(visitor(), person['staff_id'], week)
    except Refused as refused:
        return _week_form(person, form(), refused)
    return _back(person, 'hours_saved')


@app.post('/staff/availability/hours/remove')
@needs('staff', 'admin')
def remove_change():
    """Take back a change of hours that is still to come."""
    person = person_of(form())
    try:
        day = forms.read_first_day(form())
        hours.remove_change(visitor(), person['staff_id'], day)
    except Refused as refused:
        return _overview(person, refused)
    return _back(person, 'change_removed')


@app.post('/staff/availability/slots')
@needs('staff', 'admin')
def save_slot_length():
    """Choose how many minutes lie between two starts of visits."""
    person = person_of(form())
    try:
        hours.set_slot_minutes(visitor(), person['staff_id'], forms.read_slot_length(form()))
    except Refused as refused:
        return _overview(person, refused)
    return _back(person, 'slot_length_saved')


@app.get('/staff/availability/time-off')
@needs('staff', 'admin')
def show_time_off():
    """The form for days or hours in which somebody is away."""
    return page('staff/hours/time_off.tpl', person=person_of(query()), form={'first_day': clock.today()},
                today=clock.today())


@app.post('/staff/availability/time-off')
@needs('staff', 'admin')
def add_time_off():
    """Write down that somebody is away; visits booked in that time are shown and stay."""
    person = person_of(form())
    try:
        away = forms.read_time_off(form(), clock.today())
        hours.add_time_off(visitor(), person['staff_id'], **away)
    except Refused as refused:
        return again('staff/hours/time_off.tpl', refused, person=person, today=clock.today())
    return _back(person, 'time_off_added')


@app.post('/staff/availability/time-off/<time_off_id:id>/remove')
@needs('staff', 'admin')
def remove_time_off(time_off_id):
    """Take back that somebody is away."""
    person = person_of(form())
    hours.remove_time_off(visitor(), person['staff_id'], time_off_id)
    return _back(person, 'time_off_removed')


def person_of(values: dict) -> dict:
    """Whose hours are meant: staff_id of a form or query, or else the visitor's own. Raises NotFound; also where the
    desk or an admin names nobody."""
    asked = fields.Reader(values).identity('staff_id')
    if values.get('staff_id') and not asked:
        raise NotFound()
    person = hours.find_staff(visitor(), asked or visitor().staff_id)
    if not asked and person['sees_all']:
        raise NotFound()
    return person


def _back(person, done):
    return see_other(f'{HOME}?staff_id={person["staff_id"]}', done=done)


def _overview(person, refused=None):
    now = clock.now()
    shown = {
        'person': person, 'today': now.date(), 'slots': forms.SLOTS, 'last_moment': hours.last_moment,
        'periods': hours.list_periods(person['staff_id'], now.date()),
        'time_off': database.rows('time_off/list_ahead', staff_id=person['staff_id'], now=now),
        'not_fitting': hours.list_not_fitting(person['staff_id'], now),
        'tomorrow': now.date() + timedelta(days=1), 'most_shown': hours.MOST_SHOWN,
    }
    values = {'slot_minutes': str(person['slot_minutes'])}
    if refused:
        return again('staff/hours/overview.tpl', refused, **{**shown, 'form': {**values, **form()}})
    return page('staff/hours/overview.tpl', form=values, **shown)


def _week_form(person, values, refused=None):
    shown = {'person': person, 'today': clock.today(), 'example': times.EXAMPLE, 'form': values}
    if refused:
        return again('staff/hours/week.tpl', refused, **shown)
    return page('staff/hours/week.tpl', **shown)


def _period(person, day):
    """The period that holds on a day."""
    periods = hours.list_periods(person['staff_id'], clock.today())
    return [each for each in periods if each['starts_on'] <= day][-1]


def _typed(week):
    """A week as it stands in the form's fields."""
    typed = {}
    for weekday, blocks in enumerate(week):
        typed[f'hours_{weekday}'] = _stretches((each['starts_minute'], each['ends_minute']) for each in blocks)
        typed[f'breaks_{weekday}'] = _stretches(sorted(each for block in blocks for each in block['breaks']))
    return typed


def _stretches(stretches):
    how = written()
    return ', '.join(f'{how.minute(start)}-{how.minute(end)}' for start, end in stretches)
