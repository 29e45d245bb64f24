"""Closed days: adding and removing them, and deciding on the visits that are in the way."""

from app import clock, database
from app.clinic import closures
from app.clinic.closures import AlreadyClosed
from app.errors import NotFound, Refused
from app.forms import closures as forms
from app.forms import fields
from app.pages import cancelling
from app.visits import attention
from app.web.app import app, form, needs, page, query, see_other, visitor, written
from app.written import phone_link

HOME, MOST_STRETCHES = '/admin/closures', 200


@app.get('/admin/closures')
@needs('admin')
def list_closures():
    """The closed days ahead, or with ?past=1 those behind, and the form to add some."""
    return _closures()


@app.post('/admin/closures')
@needs('admin')
def add_closure():
    """Close the clinic on some days; what is booked then is shown and stays."""
    try:
        closure = forms.read_closure(form(), clock.today())
        closures.add(visitor(), **closure)
    except AlreadyClosed as refused:
        return _closures(Refused({'first_day': f'The clinic is already closed on {written().day(refused.day)}: '
                                               f'{refused.reason}.'}, refused.status))
    except Refused as refused:
        return _closures(refused)
    return see_other(_at(closure), done='closure_added')


@app.get('/admin/closures/stretch')
@needs('admin')
def show_closure():
    """One stretch of closed days (around ?day=), with the visits in its way."""
    return _closure(_find(query()))


@app.post('/admin/closures/stretch/cancel-visits')
@needs('admin')
def cancel_visits_in_the_way():
    """Ask whether to cancel the visits that are ticked; then cancel them, naming those that could not be, and why."""
    closure = _find(form())
    return cancelling.cancel(closures.list_visits(closure, 'booked'), _at(closure), {'day': closure['first_day']},
                             lambda refused: _closure(closure, refused), closure['reason'])


@app.post('/admin/closures/stretch/remove')
@needs('admin')
def remove_closure():
    """Open the clinic again on the days of a stretch that are not past."""
    try:
        closures.remove(visitor(), _find(form()))
    except NotFound:
        return _closures(Refused('This closure no longer exists.', 409))
    return see_other(HOME, done='closure_removed')


def _at(closure):
    return f'{HOME}/stretch?day={closure["first_day"]}'


def _find(values):
    """The stretch around the field day. Raises NotFound."""
    day = fields.Reader(values).day('day')
    if not day:
        raise NotFound()
    return closures.find(day)


def _closures(refused=None):
    is_past = query().get('past') == '1'
    found = database.rows('closures/list_stretches', today=clock.today(), now=clock.now(), is_past=is_past,
                          limit=MOST_STRETCHES)
    return page('admin/closures/list.tpl', refused, stretches=found, is_past=is_past, today=clock.today())


def _closure(closure, refused=None):
    visits = closures.list_visits(closure, 'booked')
    return page('admin/closures/one.tpl', refused, closure=closure, today=clock.today(), phone_link=phone_link,
                calls=attention.count_calls(visitor()),
                most_shown=closures.MOST_SHOWN, cancelled=closures.list_visits(closure, 'cancelled'),
                visits=[{**visit, 'is_ticked': f'visit_{visit["appointment_id"]}' in form()} for visit in visits],
                lost=cancelling.lost(refused, visits))
