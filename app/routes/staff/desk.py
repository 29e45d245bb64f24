"""The desk books for patients: who, what, with whom, when, and what is knowingly overruled. And: why not?"""

import functools
from dataclasses import replace
from datetime import datetime, time, timedelta
from urllib.parse import urlencode

from app import clock, database, tokens
from app.clinic import patients
from app.errors import NotFound, Refused
from app.forms import desk as forms
from app.forms import overruling
from app.forms import patients as patient_forms
from app.forms.fields import Reader
from app.visits import desk, free_times, why_not
from app.web import paging
from app.web.app import app, clinic, form, needs, page, query, see_other, visitor, written
from app.written import age

SOONEST_SHOWN = 3


@app.get('/staff/book')
@needs('staff', 'admin')
def choose():
    """Book for a patient: find them first, then choose service, person, day and time."""
    choices = forms.read_choices(query(), clock.today())
    if not choices['patient_id']:
        return _find()
    return _choose(choices)


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
        alike = [] if Reader(form()).ticked('is_new') else patients.list_alike(values)
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
        return _choose(choices, refused)
    return _confirm(wanted, {'tell_patient': '' if wanted.is_walk_in else 'on', 'request_key': tokens.new(),
                             'room_id': query().get('room_id', '')})


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
    """What was chosen already and goes along while the patient is looked for."""
    names = ('service_id', 'staff_id', 'day', 'time')
    return {name: values[name] for name in names if values.get(name)}


def _find():
    """The first step: whose visit it is."""
    typed = query().get('q', '')
    search = patient_forms.read_search(typed, clinic().date_style, clock.today())
    at, found = paging.of('/staff/book', query(), functools.partial(patients.list_found, search),
                          size=patients.PER_PAGE)
    return page('staff/desk/find.tpl', typed=typed, found=found, paging=at, kept=_kept(query()), today=clock.today(),
                age=age, asked=bool(typed.strip()),
                digits_too=search.get('birth_date') if 'digits' in search else None)


def _choose(choices, refused=None):
    """The second step: what, with whom, when."""
    now, day = clock.now(), choices['day']
    services = database.rows('services/list_bookable', role='staff')
    if not choices['service_id'] and len(services) == 1:
        choices = {**choices, 'service_id': services[0]['service_id']}
    people = database.rows('staff/list_bookable', role='staff', service_id=choices['service_id'], specialization=None)
    chosen = {**choices, 'staff_id': choices['staff_id'] if choices['staff_id'] in _ids(people) else None}
    return page('staff/desk/choose.tpl', refused, form=query(), services=services, people=people, chosen=chosen,
                patient=patients.find(visitor(), choices['patient_id']), now=now, age=age,
                is_other=chosen['staff_id'] != choices['staff_id'], yesterday=day - timedelta(days=1),
                tomorrow=day + timedelta(days=1), kept=_kept(query()), **_times(chosen, services, people, now))


def _ids(people):
    return {person['staff_id'] for person in people}


def _times(chosen, services, people, now):
    """The free times of the chosen day by person; where it is today, or has none, also who is free soonest from it."""
    if not chosen['service_id']:
        return {'starts': [], 'soonest': []}
    starts = database.rows('availability/list_starts_for_desk', staff_id=chosen['staff_id'] or 0, now=now,
                           service_id=chosen['service_id'], day=chosen['day'])
    if chosen['day'] != now.date() and starts:
        return {'starts': starts, 'soonest': []}
    wanted = {chosen['staff_id']} if chosen['staff_id'] else _ids(people)
    since = max(now, datetime.combine(chosen['day'], time.min))
    soonest = free_times.soonest(chosen['service_id'], since, free_times.furthest(services), 'staff')
    return {'starts': starts, 'soonest': sorted((row for row in soonest.values() if row['staff_id'] in wanted),
                                                key=lambda row: row['starts_at'])[:SOONEST_SHOWN]}


def _confirm(wanted, values, refused=None):
    """The last step: everything once more, warnings to be ticked, and what else would be free."""
    now = clock.now()
    found = desk.consider(visitor(), written(), wanted, now)
    if refused and refused.status == 422:
        missing = {} if found['blocks'] else overruling.missing(wanted, found['warnings'])
        refused = Refused({**{field: sentence for field, sentence in refused.fields.items()
                              if field != 'starts_at' or not missing}, **missing})
    near = desk.near(wanted, now, bool(found['blocks'])) if found['blocks'] or found['warnings'] else []
    return page('staff/desk/confirm.tpl', refused, form=values, wanted=wanted, near=near, now=now, age=age,
                patient=patients.find(visitor(), wanted.patient_id),
                is_anyone=not (form() or query()).get('staff_id'), **found)


def _again(refused, now):
    """The last step after a refusal: the same form, with what was typed, and each warning asking for its tick."""
    read = Reader(form())
    wanted = desk.choose_staff(replace(forms.read_wanted(form(), now), room_id=read.identity('room_id'),
                                        **overruling.read(read)))
    return _confirm(wanted, {**form(), 'request_key': forms.read_key(form()) or tokens.new()}, refused)
