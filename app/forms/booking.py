"""The forms of booking. What stands in a link is read with patience: nonsense is as if it were not there."""

import re
from datetime import date

from app.forms import fields
from app.visits.wanted import Wanted

VIEWS = ('day', 'week', 'month')


def read_booking(form: dict) -> Wanted:
    """The visit that a patient wants; its request_key is None if it is none of ours. Raises Refused."""
    read = fields.Reader(form)
    return read.checked(Wanted(
        staff_id=read.identity('staff_id'), service_id=read.identity('service_id'), starts_at=read.moment('starts_at'),
        patient_id=read.identity('patient_id'), request_key=read_key(form),
        reason=read.text('reason', longest=500, required=False, lines=True),
        privacy_version=fields.Reader(form).identity('privacy_version')))


def read_key(form: dict) -> str | None:
    """The form's request_key, or None where it has none that could be ours."""
    given = form.get('request_key', '')
    return given if re.fullmatch('[A-Za-z0-9_-]{43}', given) else None


def read_search(query: dict) -> dict:
    """What to look for among those who can be booked: service_id, specialization (both None: any), patient_id (or
    None: whom the visit is for, if a link said so).
    """
    read = fields.Reader(query)
    return {'service_id': read.identity('service_id'),
            'specialization': read.text('specialization', longest=80),
            'patient_id': read.identity('patient_id')}


def read_times(query: dict, first_day: date, last_day: date) -> dict:
    """Which times to show: service_id, patient_id (or None), view (one of VIEWS), day (or None), week (a day of it).

    Days are brought between the bounds; is_too_far says that the one asked for lies behind them.
    """
    read = fields.Reader(query)
    asked = read.day('day'), read.day('week')
    day, week = (each and min(max(each, first_day), last_day) for each in asked)
    return {'service_id': read.identity('service_id'), 'patient_id': read.identity('patient_id'),
            'view': read.choice('view', VIEWS) or 'day', 'day': day, 'week': day or week or first_day,
            'is_too_far': any(each and each > last_day for each in asked)}


def read_time(query: dict) -> dict:
    """The one time that is to be confirmed: service_id, starts_at, patient_id; each None where the link lacks it."""
    read = fields.Reader(query)
    return {'service_id': read.identity('service_id'), 'starts_at': read.moment('starts_at'),
            'patient_id': read.identity('patient_id')}


def read_staff_id(form: dict) -> int | None:
    """The staff_id of a form that was refused, if it has one."""
    return fields.Reader(form).identity('staff_id')
