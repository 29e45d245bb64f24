"""The forms of booking. What stands in a link is read with patience: nonsense is as if it were not there."""

import re
from datetime import date, datetime

from app.forms import fields
from app.visits.wanted import Wanted

VIEWS = ('day', 'week', 'month')
FIRST_YEAR, LAST_YEAR = 2020, 2099          # of the table calendar


def read_booking(form: dict) -> Wanted:
    """The visit that a patient wants; its request_key is None if it is none of ours. Raises Refused."""
    errors = {}
    values = {
        'staff_id': fields.identity(form, 'staff_id', errors),
        'service_id': fields.identity(form, 'service_id', errors),
        'starts_at': _starts_at(form, errors),
        'patient_id': fields.identity(form, 'patient_id', errors),
        'reason': fields.text(form, 'reason', errors, longest=500, required=False, lines=True),
    }
    fields.check(errors)
    return Wanted(**values, request_key=read_key(form))


def read_key(form: dict) -> str | None:
    """The form's request_key, or None where it has none that could be ours."""
    given = form.get('request_key', '')
    return given if re.fullmatch('[A-Za-z0-9_-]{43}', given) else None


def read_search(query: dict) -> dict:
    """What to look for among those who can be booked: service_id (0: any), specialization ('': any), patient_id (or
    None: whom the visit is for, if a link said so).
    """
    return {'service_id': fields.identity(query, 'service_id', {}) or 0,
            'specialization': fields.text(query, 'specialization', {}, longest=80, required=False) or '',
            'patient_id': fields.identity(query, 'patient_id', {})}


def read_times(query: dict, first_day: date, last_day: date) -> dict:
    """Which times to show: service_id, patient_id (or None), view (one of VIEWS), day (or None), week (a day of it).

    Days are brought between the bounds; is_too_far says that the one asked for lies behind them.
    """
    day, week = (fields.day(query, name, {}) for name in ('day', 'week'))
    within = [asked and min(max(asked, first_day), last_day) for asked in (day, week)]
    return {'service_id': fields.identity(query, 'service_id', {}),
            'patient_id': fields.identity(query, 'patient_id', {}),
            'view': fields.choice(query, 'view', {}, VIEWS) or 'day',
            'day': within[0], 'week': within[0] or within[1] or first_day,
            'is_too_far': any(asked and asked > last_day for asked in (day, week))}


def read_time(query: dict) -> dict:
    """The one time that is to be confirmed: service_id, starts_at, patient_id; each None where the link lacks it."""
    return {'service_id': fields.identity(query, 'service_id', {}), 'starts_at': _starts_at(query, {}),
            'patient_id': fields.identity(query, 'patient_id', {})}


def read_person(form: dict) -> int | None:
    """The staff_id of a form that was refused, if it has one."""
    return fields.identity(form, 'staff_id', {})


def _starts_at(form, errors) -> datetime | None:
    found = fields.moment(form, 'starts_at', errors)
    if found and not FIRST_YEAR <= found.year <= LAST_YEAR:
        errors['starts_at'] = 'Please choose a day and a time.'
        return None
    return found
