"""Booking a visit: whom, when, and the form that books it."""

from datetime import timedelta
from urllib.parse import urlencode

from app import agreements, clock, database, tokens
from app.errors import NotFound, Refused
from app.forms import booking
from app.pages import timetable
from app.the_clinic import changes_until
from app.visits import free_times, rules, scheduling
from app.visits.wanted import Wanted
from app.web import paging
from app.web.app import app, clinic, form, needs, page, query, see_other, visitor, written

PEOPLE_PER_PAGE = 20
# Refusals for which no other time is a cure.
NOT_ABOUT_THE_TIME = {None, 'visits_ahead', 'account_ahead', 'acts_a_day', 'not_offered', *rules.ONLY_BY_PHONE}
TOO_MANY_AHEAD = {'visits_ahead', 'account_ahead'}      # a visit that is not needed any more could make room


@app.get('/book')
@needs('anyone')
def show_people():
    """Who can be booked, soonest first; by specialization and by service."""
    wanted = booking.read_search(query())
    people = _matching(wanted)
    if len(people) == 1 and not wanted['specialization'] and 'page' not in query():
        asked = {name: wanted[name] for name in ('service_id', 'patient_id') if wanted[name]}
        return see_other(f'/book/{people[0]["staff_id"]}?{urlencode(asked)}'.removesuffix('?'))
    return _people(wanted, people)


@app.get('/book/<staff_id:id>')
@needs('anyone')
def show_times(staff_id):
    """One person's free times for a service: a day with its week, a week in columns, or the days of a month."""
    now, person = clock.now(), free_times.offer(staff_id)
    service = free_times.service_of(person, booking.read_time(query())['service_id'])
    days_ahead = service['horizon_days'] if service else clinic().horizon_days
    last_day = now.date() + timedelta(days=days_ahead)
    asked = booking.read_times(query(), now.date(), last_day)
    if not service:
        return page('patient/booking/services.tpl', person=person, asked=asked, for_whom=_for(asked),
                    must_call=_must_call(asked), desk_link=_desk_link(staff_id))
    shown = timetable.SHOWN[asked['view']](person, service, asked, now, written())
    what = f'service_id={service["service_id"]}{_for(asked)}'
    return page(f'patient/booking/{asked["view"]}.tpl', person=person, service=service, asked=asked, today=now.date(),
                must_call=_must_call(asked),
                last_day=last_day, address=f'/book/{staff_id}?{what}', for_whom=_for(asked), **shown,
                confirm=f'/book/{staff_id}/confirm?{what}&starts_at=', desk_link=_desk_link(staff_id))


@app.get('/book/<staff_id:id>/confirm')
@needs('signed_in')
def show_confirmation(staff_id):
    """What is about to be booked, with the form that books it."""
    if not visitor().is_patient:
        return see_other(_desk_link(staff_id) or f'/book/{staff_id}')
    asked = {'staff_id': staff_id, **booking.read_time(query())}
    person = free_times.offer(staff_id)
    service = free_times.service_of(person, asked['service_id'])
    if not service or not asked['starts_at']:
        return see_other(f'/book/{staff_id}')
    patients = _patients()
    fit = rules.check(database, Wanted(staff_id=staff_id, service_id=service['service_id'],
                                       starts_at=asked['starts_at'],
                                       patient_id=_chosen(patients, asked['patient_id'])), clock.now())
    if fit.person_taken and fit.person_taken == fit.patient_taken:
        return see_other(f'/appointments/{fit.person_taken}', done='booked_already')
    try:
        rules.refuse(fit, set_aside=rules.ONLY_BY_PHONE)        # the page says so kindly; booking is refused
    except Refused as refused:
        return _confirmation(person, service, asked, patients, refused)
    return _confirmation(person, service, asked, patients, must_call='must_call' in fit.broken)


@app.post('/appointments')
@needs('patient')
def book():
    """Book the visit. The same form sent twice leads to the same visit."""
    try:
        appointment_id = scheduling.book(visitor(), booking.read_booking(form()))
    except Refused as refused:
        return _refused(refused)
    return see_other(f'/appointments/{appointment_id}', done='booked')


def _matching(wanted):
    return database.rows('staff/list_bookable', service_id=wanted['service_id'],
                         specialization=wanted['specialization'], role='patient')


def _people(wanted, people, refused=None):
    """The page of all who can be booked. Where the clinic has one kind of visit, that one is chosen."""
    services = database.rows('services/list_bookable', role='patient')
    service = services[0] if len(services) == 1 else next(
        (each for each in services if each['service_id'] == wanted['service_id']), None)
    now, days_ahead = clock.now(), free_times.furthest([service] if service else services)
    found = free_times.soonest(wanted['service_id'], now, days_ahead)
    people = sorted(({**person, 'next': found.get(person['staff_id'])} for person in people), key=_soonest_first)
    at, shown = paging.of('/book', query(), paging.slices(people), lambda: len(people), size=PEOPLE_PER_PAGE)
    return page('patient/booking/staff.tpl', refused, wanted=wanted, for_whom=_for(wanted), today=now.date(),
                must_call=_must_call(wanted), days_ahead=days_ahead,
                people=shown, soonest=people[0] if people else None, services=services, service=service, paging=at,
                desk_link=_desk_link(),
                specializations=[row['specialization'] for row in database.rows('staff/list_specializations')])


def _for(asked):
    """What keeps in a link whom the visit is for, where somebody was named ("book again" for a child)."""
    return f'&patient_id={asked["patient_id"]}' if asked['patient_id'] else ''


def _must_call(asked):
    """Whether the patient whom a page is for, or else the account's holder, has to call to book."""
    who = visitor()
    return who.is_patient and bool(database.value('patients/find_must_call', user_id=who.user_id,
                                                  patient_id=asked['patient_id'] or 0))


def _soonest_first(person):
    return (0, person['next']['starts_at']) if person['next'] else (1, person['full_name'])


def _refused(refused):
    """The form again; where it does not even say what was to be booked, the page it all begins with."""
    asked = booking.read_time(form())
    asked['staff_id'] = booking.read_staff_id(form())
    try:
        person = free_times.offer(asked['staff_id'] or 0)
        service = free_times.service_of(person, asked['service_id'])
    except NotFound:
        service = None
    if not service or not asked['starts_at']:
        wanted = booking.read_search({'patient_id': form().get('patient_id', '')})
        return _people(wanted, _matching(wanted), _nothing_to_book(asked, refused))
    return _confirmation(person, service, asked, _patients(), refused)


def _nothing_to_book(asked, refused):
    """Why a form leads back to the beginning: what it names is booked by phone, or not offered any more, or it names
    nothing."""
    if refused.rule in rules.ONLY_BY_PHONE:
        return Refused(str(refused))
    if all(asked[name] for name in ('staff_id', 'service_id', 'starts_at')):
        return Refused('This member of staff no longer offers this service. Please choose another below.', 409)
    return Refused('This form did not say what to book. Please choose a member of staff and a time.')


def _confirmation(person, service, asked, patients, refused=None, must_call=False):
    """The page before a visit is booked. Where the time will not do, it offers others, for what was typed already."""
    starts_at, instead, now = asked['starts_at'], None, clock.now()
    until = changes_until({**service, 'starts_at': starts_at})
    if refused and (refused.constraint or refused.rule not in NOT_ABOUT_THE_TIME):
        free, nearest = free_times.nearest(person['staff_id'], service['service_id'], starts_at, now)
        instead = {name: timetable.slots(times, person['full_name'], written())
                   for name, times in (('day', free), ('nearest', nearest))}
        instead['date'] = free[0].date() if free else None
    return page('patient/booking/confirm.tpl', refused, form=form(), person=person, service=service,
                starts_at=starts_at, ends_at=starts_at + timedelta(minutes=service['minutes']), patients=patients,
                instead=instead, to_agree=_to_agree(),
                now=now, until=until, chosen=_chosen(patients, asked['patient_id']),
                add_person='/profile/relatives?' + urlencode({'next': _address(person, service, starts_at)}),
                too_many_ahead=bool(refused and refused.rule in TOO_MANY_AHEAD), for_whom=_for(asked),
                must_call=must_call or bool(refused and refused.rule in rules.ONLY_BY_PHONE),
                request_key=booking.read_key(form()) or tokens.new())


def _to_agree():
    """Whether booking agrees to the privacy notice: 'anew' where it has changed, 'first' where the account never has,
    None where it has agreed to what holds now, or there is none."""
    present = clinic().texts.privacy_version
    agreed = database.value('agreements/find_latest', user_id=visitor().user_id, kind=agreements.KIND) if present else 0
    if not present or agreed == present:
        return None
    return 'anew' if agreed else 'first'


def _address(person, service, starts_at):
    return (f'/book/{person["staff_id"]}/confirm?service_id={service["service_id"]}'
            f'&starts_at={starts_at:%Y-%m-%dT%H:%M}')


def _patients():
    return database.rows('patients/list_own', user_id=visitor().user_id)


def _chosen(patients, patient_id):
    """Whom the form is for: who was named, else the account's holder, who comes first."""
    own = [patient['patient_id'] for patient in patients]
    return patient_id if patient_id in own else next(iter(own), None)


def _desk_link(staff_id=None):
    """Where staff book for patients; None for others."""
    if not visitor().is_clinic:
        return None
    return f'/staff/book?staff_id={staff_id}' if staff_id else '/staff/book'
