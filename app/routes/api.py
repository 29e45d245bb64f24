"""The clinic for programs: JSON over GET. static/openapi.json describes it, and a test holds the two together."""

import functools
import json
from datetime import date, timedelta
from urllib.parse import urlencode

from bottle import response

from app import clock, config, database
from app.errors import NotFound, Refused
from app.forms import api as forms
from app.visits import free_times
from app.web import assets, paging
from app.web.app import app, needs, query, visitor
from app.web.error_pages import as_json

EVER = (date(1000, 1, 1), date(9999, 12, 31))


def answers_json(handler):
    """Send what a handler gives as JSON; what it refuses as an error object that names the field."""
    @functools.wraps(handler)
    def answered(**path_values):
        try:
            found = handler(**path_values)
        except Refused as refused:
            field, sentence = next(iter(refused.fields.items()))
            return as_json(refused.status, 'invalid', sentence, field or None)
        except NotFound as missing:
            return as_json(404, 'not_found', 'There is no such record.', str(missing) or None)
        response.content_type = 'application/json; charset=utf-8'
        return json.dumps(found, ensure_ascii=False)
    return answered


@app.get('/api/openapi.json')
@needs('anyone', database=False)
def describe():
    """The description of this API, as OpenAPI 3.1."""
    response.content_type = 'application/json; charset=utf-8'
    return (assets.STATIC / 'openapi.json').read_bytes()


@app.get('/api/staff')
@needs('anyone', database=False)
@answers_json
def list_staff():
    """Whom patients can book, with the keys of their services."""
    asked = forms.read_staff(query())
    people = _staff(database.rows('staff/list_offers', service_id=asked['service_id']))
    return _page('staff', asked['page'], paging.slices(people))


@app.get('/api/services')
@needs('anyone', database=False)
@answers_json
def list_services():
    """What can be booked, and how long it takes."""
    services = [_service(row) for row in database.rows('services/list_bookable', role='patient')]
    return _page('services', forms.read_services(query())['page'], paging.slices(services))


@app.get('/api/slots')
@needs('anyone', database=False)
@answers_json
def list_slots():
    """The free times of a person on a day, for a service: what the booking page shows."""
    asked = forms.read_slots(query())
    rows = database.rows('availability/list_starts', now=clock.now(), role='patient', **asked)
    if not rows:
        _check_offer(asked)
    return {**asked, 'day': asked['day'].isoformat(), 'timezone': config.current().timezone.key,
            'slots': [{'starts_at': clock.iso(row['starts_at']), 'ends_at': clock.iso(row['ends_at'])}
                      for row in rows]}


@app.get('/api/appointments')
@needs('signed_in')
@answers_json
def list_appointments():
    """Visits: patients see their account's, staff their own of a day (the desk everybody's), admins all."""
    who, asked = visitor(), forms.read_appointments(query())
    day = asked['day'] or (clock.today() if who.role == 'staff' else None)
    first_day, end_day = (day, day + timedelta(days=1)) if day else EVER

    def read(**part):
        bounds = {'first_day': first_day, 'end_day': end_day, **part}
        rows = database.rows('appointments/list_own', user_id=who.user_id, **bounds) if who.is_patient else \
            database.rows('appointments/list_between', staff_id=_whose(who), **bounds)
        return [_visit(row) for row in rows]
    return _page('appointments', asked['page'], read, day=asked['day'] and asked['day'].isoformat())


def _check_offer(asked):
    """Raise NotFound naming what the empty list is due to, where it is not a day without free times."""
    try:
        person = free_times.offer(asked['staff_id'])
    except NotFound:
        raise NotFound('staff_id') from None
    if not free_times.service_of(person, asked['service_id']):
        raise NotFound('service_id')


def _whose(who):
    """The staff_id whose visits somebody of the clinic sees: their own; 0, everybody's, for the desk and admins."""
    if database.value('staff/find_sees_all', user_id=who.user_id):
        return 0
    if not who.staff_id:
        raise NotFound()
    return who.staff_id


def _page(name, page, read, **kept):
    """One page of a list, with the address of the next one or null."""
    items, has_more = paging.part(read, page)
    following = {**{key: value for key, value in kept.items() if value}, 'page': page + 1}
    return {name: items, 'next': f'/api/{name}?{urlencode(following)}' if has_more else None}


# Rows as JSON objects: clinic-local times become ISO 8601 with their offset.

def _staff(rows: list[dict]) -> list[dict]:
    """Each member of staff once, for all their rows of staff/list_offers."""
    found = {}
    for row in rows:
        member = found.setdefault(row['staff_id'], {
            **{name: row[name] for name in ('staff_id', 'full_name', 'specialization', 'about', 'phone')},
            'service_ids': []})
        member['service_ids'].append(row['service_id'])
    return list(found.values())


def _service(row: dict) -> dict:
    """A row of services/list_bookable."""
    return {name: row[name] for name in ('service_id', 'name', 'minutes', 'how_to_prepare', 'place')}


def _visit(row: dict) -> dict:
    """A row of appointments/list_own or list_between."""
    return {
        'appointment_id': row['appointment_id'],
        'status': row['status'],
        'starts_at': clock.iso(row['starts_at']),
        'ends_at': clock.iso(row['ends_at']),
        'patient': {'patient_id': row['patient_id'], 'full_name': row['patient_name']},
        'staff': {'staff_id': row['staff_id'], 'full_name': row['staff_name']},
        'service': {'service_id': row['service_id'], 'name': row['service_name']},
        'place': row['place'],
        'room': {'room_id': row['room_id'], 'name': row['room_name']} if row['room_id'] else None,
        'reason': row['reason'],
        'cancel_reason': row['cancel_reason'],
    }
