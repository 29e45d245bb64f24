"""The desk books for patients: who, what, with whom, when, and what is knowingly overruled. And: why not?"""

import functools
from dataclasses import replace
from datetime import datetime, time
from urllib.parse import urlencode

from app import clock, database, tokens
from app.clinic import patients
from app.errors import NotFound, Refused
from app.forms import desk as forms
from app.forms import overruling
from app.forms import patients as patient_forms
from app.forms.fields import Reader
from app.pages import finding
from app.visits import desk, free_times, why_not
from app.web.app import app, clinic, form, needs, page, query, see_other, visitor, written
from app.written import age


@app.get('/staff/book')
@needs('staff', 'admin')
def choose():
    """Book for a patient: on one page who, what and when, in any order; when all of it is known, the last look."""
    choices = forms.read_choices(query(), clock.today())
    offer = desk.offer(choices['staff_id'], choices['service_id'], choices['starts_at'])
    is_set = choices['starts_at'] or choices['is_walk_in']
    if choices['patient_id'] and offer['service_id'] and is_set and not offer['is_other']:
        asked = {**_kept(query()), **{name: choices[name] for name in ('patient_id', 'day')},
                 'service_id': offer['service_id']}
        return see_other('/staff/book/confirm?' + urlencode(asked), done=query().get('done'))
    return _choose(choices, offer)


@app.get('/staff/book/patient')
@needs('staff', 'admin')
def show_new_patient():
    """The form for a patient without an account."""
    search = patient_forms.read_search(query().get('q', ''), clinic().date_style, clock.today())
    born = search.get('birth_date', '')
    values = {'full_name': search.get('name', ''), 'email': search.get('email', ''), 'birth_date': born,
              'phone': query().get('q', '')[:30].strip() if 'digits' in search and not born else ''}
    return _new_patient(values)


@app.post('/staff/book/patient')
@needs('staff', 'admin')
def add_patient():
    """Add a patient without an account; who may be the same person is shown first."""
    alike = []
    try:
        values = patient_forms.read_new_patient(form())
        alike = [] if Reader(form()).ticked('is_new') else patients.beside(visitor(), patients.list_alike(values))
        if alike:
            raise Refused({'is_new': 'Please check whether it is one of these patients.'}, 409)
        patient_id = patients.add(visitor(), values)
    except Refused as refused:
        return _new_patient({}, alike, refused)
    return see_other(f'/staff/book?{urlencode({**_kept(form()), "patient_id": patient_id})}', done='patient_added')


@app.get('/staff/book/confirm')
@needs('staff', 'admin')
def confirm():
    """Look once more at what is to be booked, with what speaks against it."""
    try:
        wanted = desk.choose_staff(forms.read_wanted(query(), clock.now()))
    except Refused as refused:
        choices = forms.read_choices(query(), clock.today())
        if not choices['patient_id']:
            raise NotFound() from None
        offer = desk.offer(choices['staff_id'], choices['service_id'], None)
        return _choose({**choices, 'is_walk_in': False}, offer, refused)        # who walked in gets a time to book
    return _confirm(wanted, {'tell_patient': '' if wanted.is_walk_in else 'on', 'request_key': tokens.new(),
                             'room_id': query().get('room_id', ''), 'minutes': wanted.minutes})


@app.post('/staff/book')
@needs('staff', 'admin')
def book():
    """Book for a patient; what was knowingly overruled is written down with who and why."""
    now, wanted = clock.now(), None
    try:
        wanted = forms.read_desk_booking(form(), now)
        appointment_id = desk.book(visitor(), wanted)
    except Refused as refused:
        return _again(refused, now)
    if desk.may_open(visitor(), wanted.staff_id):
        return see_other(f'/appointments/{appointment_id}', done='visit_booked')
    return see_other('/staff/book', done='visit_booked')


@app.get('/staff/why-not')
@needs('staff', 'admin')
def ask():
    """Why is this time not offered? The first rule that refuses it, and what the day looks like."""
    asked = {'day': str(clock.today()), **{name: text for name, text in query().items() if text}}
    answered, refused = {'answer': None}, None
    if all(asked.get(name) for name in ('time', 'staff_id', 'service_id')):
        try:
            answered = _answer(forms.read_question(asked))
        except Refused as why:
            refused = why
    return page('staff/desk/why_not.tpl', refused, form=asked, **answered,
                services=database.rows('services/list_bookable', role='staff'),
                people=database.rows('staff/list_bookable', service_id=None, specialization=None, role='staff'))


def _answer(question):
    """What the page why-not says to a question (of forms.read_question)."""
    now, day, staff_id = clock.now(), question.starts_at.date(), question.staff_id
    answer = why_not.explain(visitor(), written(), question, now)
    patient = patients.find(visitor(), question.patient_id) if question.patient_id else None
    return {'answer': answer, 'patient': patient, 'day': day,
            'picture': why_not.picture(visitor(), staff_id, day, answer['frame']),
            'free': free_times.times(staff_id, question.service_id, day, now, 'staff')}


def _new_patient(saved, alike=(), refused=None):
    return page('staff/desk/patient.tpl', refused, saved=saved, kept=_kept(form() or query()), alike=alike,
                today=clock.today())


def _kept(values):
    """What was chosen already and goes along while the rest is looked for."""
    names = ('service_id', 'staff_id', 'day', 'time', 'minutes', 'walk_in')
    return {name: values[name] for name in names if values.get(name)}


def _choose(choices, offer, refused=None):
    """The page on which patient, service and time are chosen; with what was found of the one that is looked for."""
    now, kept = clock.now(), _kept({**query(), **({} if choices['is_walk_in'] else {'walk_in': ''})})
    chosen = {**choices, 'service_id': offer['service_id']}
    people = database.rows('staff/list_bookable', role='staff', service_id=chosen['service_id'], specialization=None)
    if chosen['staff_id'] not in _ids(people):
        chosen['staff_id'] = None
    patient = patients.find(visitor(), choices['patient_id']) if choices['patient_id'] else None
    search = {} if patient else finding.search('/staff/book')
    wish = {**kept, 'patient_id': choices['patient_id'], 'service_id': chosen['service_id']}
    times = {} if search.get('asked') or choices['is_walk_in'] else _times(chosen, offer['services'], people, now)
    return page('staff/desk/choose.tpl', refused, form=query(), people=people, chosen=chosen, patient=patient, now=now,
                age=age, today=now.date(), kept=kept, address=functools.partial(_address, wish), **offer, **search,
                **{'days': [], 'soonest': [], **times})


def _address(wish, **changes):
    """The address of the same page with something else chosen; None takes a choice back."""
    asked = {name: value for name, value in {**wish, **changes}.items() if value}
    return f'/staff/book?{urlencode(asked)}'


def _ids(people):
    return {person['staff_id'] for person in people}


def _times(chosen, services, people, now):
    """The seven days with the free times of all or of one; where it is today, or has none, who is free soonest."""
    if not chosen['service_id']:
        return {}
    day = chosen['day']
    days = desk.week(chosen['staff_id'], chosen['service_id'], day, now)
    if day != now.date() and any(each['starts'] for each in days if each['day'] == day):
        return {'days': days}
    wanted = {chosen['staff_id']} if chosen['staff_id'] else _ids(people)
    return {'days': days, 'soonest': desk.soonest(days, day, wanted, chosen['service_id'],
                                                  max(now, datetime.combine(day, time.min)),
                                                  free_times.furthest(services))}


def _confirm(wanted, values, refused=None):
    """The last step: everything once more, warnings to be ticked, and what else would be free."""
    now = clock.now()
    found = desk.consider(visitor(), written(), wanted, now)
    if refused and refused.status == 422:
        missing = {} if found['blocks'] else overruling.missing(wanted, found['warnings'])
        refused = Refused({**{field: sentence for field, sentence in refused.fields.items()
                              if field != 'starts_at' or not missing}, **missing})
    is_odd = bool(found['blocks'] or found['warnings'])
    is_anyone = not (form() or query()).get('staff_id')
    at_work = desk.at_work(wanted.service_id, wanted.starts_at) if wanted.is_walk_in and is_odd else []
    near = desk.near(wanted, now, bool(found['blocks'])) if is_odd and not at_work else []
    return page('staff/desk/confirm.tpl', refused, form=values, wanted=wanted, near=near, now=now, age=age,
                patient=patients.find(visitor(), wanted.patient_id), at_work=at_work,
                is_nobody_free=is_odd and wanted.is_walk_in and is_anyone, **found)


def _again(refused, now):
    """The last step after a refusal: the same form, with what was typed, and each warning asking for its tick."""
    read = Reader(form())
    values = {**form(), 'minutes': ''} if 'minutes' in refused.fields else form()
    wanted = desk.choose_staff(replace(forms.read_wanted(values, now), room_id=read.identity('room_id'),
                                        **overruling.read(read)))
    return _confirm(wanted, {**form(), 'request_key': forms.read_key(form()) or tokens.new()}, refused)
