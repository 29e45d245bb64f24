"""When people work: their week, breaks, extra hours, the length of a slot, and when they are away.

Staff open their own; the desk and admins anybody's (?staff_id=…). Somebody else's is a 404.
"""

from datetime import timedelta

from app import clock, database
from app.clinic import extra_hours, first_run, hours
from app.errors import NotFound, Refused
from app.forms import fields, week_fields
from app.forms import hours as forms
from app.pages.whose_hours import person_of
from app.visits import not_fitting
from app.web.app import app, form, needs, page, query, see_other, visitor, written

HOME = '/staff/hours'


@app.get('/staff/hours')
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


@app.get('/staff/hours/week')
@needs('staff', 'admin')
def show_week():
    """The form for a week's hours and breaks, or two weeks that take turns, from a day on."""
    person = person_of(query())
    today = clock.today()
    asked = fields.Reader(query()).day('from', earliest=today, latest=today + hours.LONGEST)
    week = _period(person, asked or today)['weeks']
    return _week_form(person, {'valid_from': str(asked or today), **week_fields.of_weeks(week)})


@app.post('/staff/hours/week')
@needs('staff', 'admin')
def save_week():
    """Let these hours hold from a day on, or only fill the form (fill); what was booked stays, and is shown where it
    no longer fits."""
    person = person_of(form())
    filled = week_fields.filled(form(), form().get('fill', ''))
    if filled:
        return _week_form(person, filled)
    is_first = first_run.leads(visitor())
    try:
        week = forms.read_week(form(), clock.today())
        hours.save_week(visitor(), person['staff_id'], week)
    except hours.Overlap as overlap:
        return _week_form(person, form(), _overlap(overlap, f'hours_{overlap.where["day"].weekday()}'))
    except Refused as refused:
        return _week_form(person, form(), refused)
    return see_other('/admin', done='hours_saved') if is_first else _back(person, 'hours_saved')


@app.post('/staff/hours/week/remove')
@needs('staff', 'admin')
def remove_change():
    """Take back a change of hours that is still to come."""
    person = person_of(form())
    try:
        day = forms.read_first_day(form())
        hours.remove_change(visitor(), person['staff_id'], day)
    except hours.Overlap as overlap:
        return _overview(person, _overlap(overlap, ''))
    except Refused as refused:
        return _overview(person, refused)
    return _back(person, 'change_removed')


@app.get('/staff/hours/extra')
@needs('staff', 'admin')
def show_extra():
    """The form for hours beside the usual week: on one day, or each week until a day."""
    return _extra(person_of(query()))


@app.post('/staff/hours/extra')
@needs('staff', 'admin')
def add_extra():
    """Add hours beside the usual week; refused where they would overlap other hours."""
    person = person_of(form())
    try:
        extra_hours.add(visitor(), person['staff_id'], **forms.read_extra(form(), clock.today()))
    except hours.Overlap as overlap:
        return _extra(person, _overlap(overlap, 'from_time'))
    except Refused as refused:
        return _extra(person, refused)
    return _back(person, 'extra_hours_added')


@app.post('/staff/hours/extra/<working_hours_id:id>/remove')
@needs('staff', 'admin')
def remove_extra(working_hours_id):
    """Take back hours beside the usual week, from today on."""
    person = person_of(form())
    extra_hours.remove(visitor(), person['staff_id'], working_hours_id)
    return _back(person, 'extra_hours_removed')


@app.post('/staff/hours/slots')
@needs('staff', 'admin')
def save_slot_length():
    """Choose how many minutes lie between two starts of visits."""
    person = person_of(form())
    try:
        hours.set_slot_minutes(visitor(), person['staff_id'], forms.read_slot_length(form()))
    except Refused as refused:
        return _overview(person, refused)
    return _back(person, 'slot_length_saved')


@app.get('/staff/hours/time-off')
@needs('staff', 'admin')
def show_time_off():
    """The form for days or hours in which somebody is away."""
    return _time_off(person_of(query()))


@app.post('/staff/hours/time-off')
@needs('staff', 'admin')
def add_time_off():
    """Write down that somebody is away; visits booked in that time are shown and stay."""
    person = person_of(form())
    try:
        away = forms.read_time_off(form(), clock.today())
        hours.add_time_off(visitor(), person['staff_id'], **away)
    except Refused as refused:
        return _time_off(person, refused)
    return _back(person, 'time_off_added')


@app.post('/staff/hours/time-off/<time_off_id:id>/remove')
@needs('staff', 'admin')
def remove_time_off(time_off_id):
    """Take back that somebody is away."""
    person = person_of(form())
    hours.remove_time_off(visitor(), person['staff_id'], time_off_id)
    return _back(person, 'time_off_removed')


def _back(person, done):
    return see_other(f'{HOME}?staff_id={person["staff_id"]}', done=done)


def _overview(person, refused=None):
    now = clock.now()
    return page('staff/hours/overview.tpl', refused, form={'slot_minutes': str(person['slot_minutes']), **form()},
                person=person, today=now.date(), slots=forms.SLOTS, last_moment=hours.last_moment,
                **hours.overview(person['staff_id'], now.date()),
                time_off=database.rows('time_off/list_ahead', staff_id=person['staff_id'], now=now),
                not_fitting=not_fitting.list_ahead(person['staff_id'], now),
                tomorrow=now.date() + timedelta(days=1), most_shown=not_fitting.MOST_SHOWN)


def _week_form(person, typed, refused=None):
    today = clock.today()
    day = fields.Reader(typed).day('valid_from', earliest=today) or today
    return page('staff/hours/week.tpl', refused, form=typed, person=person, today=today, presets=week_fields.PRESETS,
                weeks=week_fields.shown(typed, day), field_value=week_fields.field_value)


def _overlap(overlap, field):
    """Why extra hours and others cannot both hold, as the clinic writes days and times."""
    how, where = written(), overlap.where
    extra, others = (f'{how.minute(where[start])}–{how.minute(where[end])}' for start, end in (
        ('extra_starts_minute', 'extra_ends_minute'), ('starts_minute', 'ends_minute')))
    return Refused({field: f'On {how.day(where["day"])}, the extra hours {extra} overlap the hours {others}. '
                           'Please change the times, or remove the extra hours first.'}, overlap.status)


def _extra(person, refused=None):
    return page('staff/hours/extra.tpl', refused, saved={'first_day': query().get('day', '')}, person=person,
                today=clock.today())


def _time_off(person, refused=None):
    return page('staff/hours/time_off.tpl', refused, saved={'first_day': clock.today()}, person=person,
                today=clock.today())


def _period(person, day):
    """The period that holds on a day."""
    periods = hours.list_periods(person['staff_id'], clock.today())
    return [each for each in periods if each['starts_on'] <= day][-1]
