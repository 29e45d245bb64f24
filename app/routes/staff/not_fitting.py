"""Visits that no longer fit somebody's hours, because they are ill or work at other times: who takes them over?

Staff see their own; the desk and admins anybody's (?staff_id=…). Each visit is moved on its own page; here those that
are ticked are given to a colleague at once, or cancelled.
"""

from app import clock, config, database, written
from app.errors import Refused
from app.forms import users
from app.forms import visits as forms
from app.pages import cancelling
from app.pages.whose_hours import person_of
from app.visits import handover, not_fitting
from app.web.app import app, form, needs, page, query, see_other, visitor

HERE = '/staff/hours/visits'


@app.get('/staff/hours/visits')
@needs('staff', 'admin')
def show_not_fitting():
    """Somebody's visits that no longer fit their hours, and which of them a colleague could take."""
    person = person_of(query())
    try:
        return _list(person, _colleague(person, query()))
    except Refused as refused:
        return _list(person, None, refused)


@app.post('/staff/hours/visits/give')
@needs('staff', 'admin')
def give_ticked():
    """Give the visits that are ticked to a colleague; those that do not fit stay and are listed."""
    person, chosen = person_of(form()), None
    try:
        chosen = _colleague(person, form(), required=True)
        asked = forms.read_ticked(form())
        tell = asked['tell_patients'] and config.sends_mail()
        _, left = handover.hand_over(visitor(), person, chosen, tell, asked['ticked'])
    except Refused as refused:
        return _list(person, chosen, refused)
    return _back(person, 'visits_partly_given' if left else 'visits_given')


@app.post('/staff/hours/visits/cancel')
@needs('staff', 'admin')
def cancel_ticked():
    """Ask whether to cancel the visits that are ticked; then cancel them, naming those that could not be, and why."""
    person = person_of(form())
    ours = [{**visit, 'phone': visit['patient_phone'], 'email': visit['patient_email']}
            for visit in not_fitting.list_for_colleague(person['staff_id'])]
    return cancelling.cancel(ours, f'{HERE}?staff_id={person["staff_id"]}', {'staff_id': person['staff_id']},
                             lambda refused, began=None: _list(person, None, refused, began))


def _colleague(person, values, required=False):
    """Who is to take over: a row of staff/list_colleagues, or None for nobody yet. Raises Refused."""
    asked = users.read_colleague(values, 'to_staff_id', required)
    colleagues = database.rows('staff/list_colleagues', staff_id=person['staff_id'])
    return handover.find_colleague(asked, colleagues, 'to_staff_id')


def _back(person, done):
    """To what is left to decide, or to the hours where nothing is."""
    left = not_fitting.list_ahead(person['staff_id'], clock.now())
    return see_other(f'{HERE if left else "/staff/hours"}?staff_id={person["staff_id"]}', done=done)


def _list(person, chosen, refused=None, began=None):
    visits = not_fitting.list_for_colleague(person['staff_id'], chosen and chosen['staff_id'])
    typed = form() if refused else {}
    for visit in visits:
        name = f'visit_{visit["appointment_id"]}'
        fits = chosen and not visit['refusal'] and not visit['is_known']
        visit['is_ticked'] = name in typed if typed else bool(fits)
    return page('staff/not_fitting/list.tpl', refused, saved={'tell_patients': 'yes', **query()}, person=person,
                chosen=chosen, visits=visits, most_shown=not_fitting.MOST_SHOWN, phone_link=written.phone_link,
                to_call=cancelling.to_call(person['staff_id'], began),
                lost=cancelling.lost(refused, visits),
                colleagues=database.rows('staff/list_colleagues', staff_id=person['staff_id']))
