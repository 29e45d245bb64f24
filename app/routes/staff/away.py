"""Somebody is away today: one form, and straight on to the visits that others take over.

Staff say it of themselves, the desk and admins of anybody (?staff_id=…&day=…). Time off that is planned has a form of
its own, beside the hours.
"""

from datetime import time

from app import clock
from app.clinic import hours
from app.errors import Refused
from app.forms import away as forms
from app.forms.fields import Reader
from app.pages.whose_hours import person_of
from app.visits import attention, not_fitting, rules
from app.web.app import app, form, needs, page, query, see_other, visitor, written


@app.get('/staff/away')
@needs('staff', 'admin')
def ask_away():
    """How long somebody is away: the whole day, part of it, or some days."""
    return _form(person_of(query()))


@app.post('/staff/away')
@needs('staff', 'admin')
def save_away():
    """Write down that somebody is away, and show the visits that are then to be rearranged; none: their day."""
    person = person_of(form())
    try:
        away = forms.read_away(form(), clock.today())
        hours.add_time_off(visitor(), person['staff_id'], **away)
    except Refused as refused:
        return _form(person, refused)
    if not_fitting.list_ahead(person['staff_id'], clock.now()):
        return see_other(f'{attention.HERE}?staff_id={person["staff_id"]}', done='time_off_added')
    return see_other(f'/staff?day={away["starts_at"].date()}', done='time_off_added')


def _form(person, refused=None):
    now = clock.now()
    day = Reader(query()).page_day() or now.date()
    begins = rules.present_step(now).time() if day == now.date() else time(12)
    saved = {'day': day, 'away': forms.WHOLE, 'until_time': written().time(time(12)),
             'from_time': written().time(begins), 'reason': 'Ill'}
    return page('staff/away/away.tpl', refused, saved=saved, person=person, day=day, today=now.date(), parts=forms)
