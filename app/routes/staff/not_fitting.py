"""Visits that no longer fit somebody's hours, because they are ill or work at other times: who takes them over?

Staff see their own; the desk and admins anybody's (?staff_id=…), or first whose there are. For each visit one of the
colleagues who are free then is chosen, or that it is cancelled or left; another time is found on the visit's own page.
"""

from collections import Counter

from app import clock, config, database, written
from app.errors import NotFound, Refused
from app.forms import not_fitting as forms
from app.forms.fields import Reader
from app.pages import cancelling
from app.pages.whose_hours import person_of
from app.visits import attention, handover, not_fitting
from app.visits.not_fitting import CANCEL, GONE, LEAVE
from app.web.app import app, form, needs, page, query, visitor

HERE = attention.HERE


@app.get('/staff/hours/visits')
@needs('staff', 'admin')
def show_not_fitting():
    """Somebody's visits that no longer fit, and who could take each; for desk and admin the list of people first."""
    try:
        return _list(person_of(query()))
    except NotFound:
        if 'staff_id' in query():
            raise
        return page('staff/not_fitting/people.tpl', people=attention.list_people(visitor()))


@app.post('/staff/hours/visits/apply')
@needs('staff', 'admin')
def apply():
    """Ask whether to reassign and cancel as chosen; then do it, naming what could not be done, and why."""
    return _decide(LEAVE)


@app.post('/staff/hours/visits/give')
@needs('staff', 'admin')
def give_ticked():
    """Give the visits that are ticked to one colleague; those that do not fit stay and are listed."""
    return _decide(form().get('to_staff_id', ''), at_once=True)


@app.post('/staff/hours/visits/cancel')
@needs('staff', 'admin')
def cancel_ticked():
    """Ask whether to cancel the visits that are ticked; then cancel them, naming those that could not be, and why."""
    return _decide(CANCEL)


def _decide(usual, at_once=False):
    """usual: what becomes of a visit of which the form says nothing more. at_once: without asking first."""
    person = person_of(form())
    if 'back' in form():
        return _list(person)
    try:
        decided = _with_colleagues(person, forms.read_decisions(form(), usual))
    except Refused as refused:
        return _list(person, refused)
    listed = {visit['appointment_id']: visit for visit in not_fitting.list_ahead(person['staff_id'], clock.now())}
    is_any_left = any(each['appointment_id'] in listed for each in decided)
    is_sure = at_once or Reader(form()).ticked('confirmed') or not is_any_left
    try:
        words = forms.read_words(form())
    except Refused as refused:
        return _ask(person, listed, decided, refused)
    return _carry_out(person, listed, decided, **words) if is_sure else _ask(person, listed, decided)


def _with_colleagues(person, decided):
    """What is decided, each with the row of staff/list_colleagues in place of its key. Raises Refused."""
    colleagues = database.rows('staff/list_colleagues', staff_id=person['staff_id'])
    return [each if each['do'] == CANCEL else
            {**each, 'do': handover.find_colleague(each['do'], colleagues, f'do_{each["appointment_id"]}')}
            for each in decided]


def _ask(person, listed, decided, refused=None):
    visits = [{**each, **visit, 'version': each['version'], 'phone': visit['patient_phone'],
               'email': visit['patient_email'], 'to': None if each['do'] == CANCEL else each['do']['full_name']}
              for each in decided if (visit := listed.get(each['appointment_id']))]
    chosen = {name: value for name, value in form().items() if name.startswith('do_')}
    visits.sort(key=lambda visit: visit['starts_at'])
    return cancelling.ask(visits, None, {'staff_id': person['staff_id'], **chosen}, refused=refused)


def _carry_out(person, listed, decided, reason, tell_patients):
    meant = [each for each in decided if each['appointment_id'] in listed]
    failed = not_fitting.carry_out(visitor(), person, meant, reason, tell_patients and config.sends_mail())
    failed |= {each['appointment_id']: GONE for each in decided if each not in meant}
    if failed:
        return _list(person, cancelling.partly(len(decided) - len(failed), failed, 'changed'))
    left = not_fitting.list_ahead(person['staff_id'], clock.now())
    return cancelling.onwards(f'{HERE if left else "/staff/hours"}?staff_id={person["staff_id"]}', 'visits_decided')


def _list(person, refused=None):
    """The table. Chosen for each visit is what was sent, what the link proposes, or the best."""
    read = Reader(query())
    asked = read.identity('to_staff_id', required=False)
    otherwise = read.choice('otherwise', (LEAVE, CANCEL)) or LEAVE
    visits = not_fitting.list_to_decide(person['staff_id'], asked, otherwise)
    for visit in visits:
        visit['do'] = form().get(f'do_{visit["appointment_id"]}', str(visit['do']))
    takers = Counter((each['staff_id'], each['full_name']) for visit in visits for each in visit['colleagues'])
    return page('staff/not_fitting/list.tpl', refused, person=person, visits=visits, takers=takers.most_common(),
                asked=asked, otherwise=otherwise, most_shown=not_fitting.MOST_SHOWN, phone_link=written.phone_link,
                lost=cancelling.lost(refused, visits), calls=attention.count_calls(visitor()))
