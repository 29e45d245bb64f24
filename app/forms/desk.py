"""The forms of the desk: booking for a patient, asking why a time is not offered."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from app.forms import days, fields, overruling, times
from app.forms.booking import read_key
from app.visits import rules
from app.visits.wanted import Wanted


def read_choices(query: dict, today: date) -> dict:
    """What the link to the desk's page names: patient_id, service_id, staff_id (None: anyone), day (today), starts_at
    (local, of day and time; or None), is_walk_in.

    Nonsense is as if it were not there.
    """
    read = fields.Reader(query)
    day, minute = read.page_day() or today, read.parsed('time', times.read_time)
    at = None if minute is None or minute % 5 else datetime.combine(day, time()) + timedelta(minutes=minute)
    return {'patient_id': read.identity('patient_id'), 'service_id': read.identity('service_id'),
            'staff_id': read.identity('staff_id'), 'day': day, 'starts_at': at, 'is_walk_in': read.ticked('walk_in')}


def read_wanted(query: dict, now: datetime) -> Wanted:
    """The visit that is asked for: patient, service, staff_id (None: anyone), whether a walk-in, time, and minutes
    (None: as long as the service says). Raises Refused.

    The time is starts_at, or day and time (any full five minutes). A walk-in starts at the present step of five.
    """
    read = fields.Reader(query)
    return read.checked(Wanted(
        patient_id=read.identity('patient_id'), service_id=read.identity('service_id'),
        staff_id=read.identity('staff_id', required=False), is_walk_in=read.ticked('walk_in'),
        minutes=read.parsed('minutes', times.read_minutes, required=False), starts_at=_starts_at(read, now)))


def _starts_at(read, now) -> datetime | None:
    if read.ticked('walk_in'):
        return rules.present_step(now)
    if not read.ticked('starts_at'):
        return _day_and_time(read)
    found = read.moment('starts_at')
    return read.refuse('starts_at', days.CHOOSE_TIME) if found and found.minute % 5 else found


def _day_and_time(read) -> datetime | None:
    """A local moment from the fields day and time (9:30, 930, 9.30 am): any full five minutes."""
    day, minute = read.page_day(required=True), read.parsed('time', times.read_time)
    return datetime.combine(day, time()) + timedelta(minutes=minute) if day and minute is not None else None


def read_desk_booking(form: dict, now: datetime) -> Wanted:
    """What the desk books, in full. Raises Refused; the member of staff must be named."""
    read = fields.Reader(form)
    wanted = replace(
        read_wanted(form, now), staff_id=read.identity('staff_id'),
        reason=read.text('reason', longest=500, required=False, lines=True),
        room_id=read.identity('room_id', required=False), request_key=read_key(form), **overruling.read(read))
    read.errors |= overruling.missing(wanted)
    return read.checked(wanted)


def read_question(query: dict) -> Wanted:
    """What is asked of the page why-not: staff, service, time, patient (None: nobody). Raises Refused."""
    read = fields.Reader(query)
    return read.checked(Wanted(
        staff_id=read.identity('staff_id'), service_id=read.identity('service_id'),
        patient_id=read.identity('patient_id', required=False), starts_at=_day_and_time(read)))
