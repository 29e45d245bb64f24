"""The forms of the desk: adding a patient, booking for them, asking why a time is not offered."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from app.errors import Refused
from app.forms import fields, times
from app.forms.booking import read_key
from app.visits import rules
from app.visits.wanted import Wanted

FIRST_DAY, LAST_DAY = date(2020, 1, 1), date(2099, 12, 30)         # of the table calendar
ANYONE = 0


def read_new_patient(form: dict, today: date) -> dict:
    """full_name, birth_date, phone and email (these or None) of a patient without an account. Raises Refused."""
    errors = {}
    values = {
        'full_name': fields.text(form, 'full_name', errors, longest=120),
        'birth_date': fields.day(form, 'birth_date', errors, required=False, latest=today,
                                 outside='Please check the year: a birthday is in the past.'),
        'phone': fields.phone(form, 'phone', errors),
        'email': fields.email(form, 'email', errors, required=False),
    }
    fields.check(errors)
    return values


def read_choices(query: dict, today: date) -> dict:
    """What the link to the desk's page names: patient_id, service_id (or None), staff_id (ANYONE), day (today).

    Nonsense is as if it were not there.
    """
    return {'patient_id': fields.identity(query, 'patient_id', {}, required=False),
            'service_id': fields.identity(query, 'service_id', {}, required=False),
            'staff_id': fields.identity(query, 'staff_id', {}, required=False) or ANYONE,
            'day': fields.day(query, 'day', {}, earliest=FIRST_DAY, latest=LAST_DAY) or today,
            'time': query.get('time', '')[:20]}


def read_wanted(query: dict, now: datetime) -> Wanted:
    """The visit that is asked for: patient, service, person (or ANYONE), whether a walk-in, time. Raises Refused.

    The time is starts_at, or day and time (any full five minutes). A walk-in starts at the present step of five.
    """
    errors = {}
    values = {'patient_id': fields.identity(query, 'patient_id', errors),
              'service_id': fields.identity(query, 'service_id', errors),
              'staff_id': fields.identity(query, 'staff_id', errors, required=False) or ANYONE,
              'is_walk_in': fields.ticked(query, 'walk_in')}
    if values['is_walk_in']:
        values['starts_at'] = rules.present_step(now)
    elif query.get('starts_at'):
        values['starts_at'] = _bounded(fields.moment(query, 'starts_at', errors), errors)
    else:
        values['starts_at'] = read_day_and_time(query, errors)
    fields.check(errors)
    return Wanted(**values)


def _bounded(moment, errors):
    if moment and not FIRST_DAY <= moment.date() <= LAST_DAY or moment and moment.minute % 5:
        errors['starts_at'] = 'Please choose a day and a time.'
    return moment


def read_day_and_time(query: dict, errors: dict) -> datetime | None:
    """A local moment from the fields day and time (9:30, 930, 9.30 am): any full five minutes."""
    day = fields.day(query, 'day', errors, earliest=FIRST_DAY, latest=LAST_DAY)
    minute = 0
    try:
        minute = times.read_time(fields.text(query, 'time', errors, longest=20) or '0')
    except times.Unreadable as wrong:
        errors['time'] = str(wrong)
    return day and datetime.combine(day, time()) + timedelta(minutes=minute)


def read_desk_booking(form: dict, now: datetime) -> Wanted:
    """What the desk books, in full. Raises Refused; the person must be named."""
    errors = {}
    wanted = replace(
        read_wanted(form, now),
        reason=fields.text(form, 'reason', errors, longest=500, required=False, lines=True),
        room_id=fields.identity(form, 'room_id', errors, required=False) or 0,
        why=fields.text(form, 'why', errors, longest=200, required=False),
        overruled=tuple(name for name in sorted(rules.OVERRULABLE) if fields.ticked(form, f'overrule_{name}')),
        tell_patient=fields.ticked(form, 'tell_patient'), request_key=read_key(form))
    if wanted.staff_id == ANYONE:
        errors['staff_id'] = 'Please choose one.'
    if wanted.overruled and not wanted.why:
        errors.setdefault('why', 'Please write a few words on why this time all the same.')
    fields.check(errors)
    return wanted


def read_question(query: dict) -> Wanted:
    """What is asked of the page why-not: person, service, time, patient (None: nobody). Raises Refused."""
    errors = {}
    values = {'staff_id': fields.identity(query, 'staff_id', errors),
              'service_id': fields.identity(query, 'service_id', errors),
              'patient_id': fields.identity(query, 'patient_id', errors, required=False),
              'starts_at': read_day_and_time(query, errors)}
    fields.check(errors)
    return Wanted(**values)


def untick(broken: list[dict], overruled: list[str]) -> Refused | None:
    """The Refused that asks for a tick at each reason that may be overruled and was not."""
    sentence = 'Please tick this to book all the same, or choose another time.'
    missing = {f'overrule_{reason["rule"]}': sentence for reason in broken
               if reason['can_be_overruled'] and reason['rule'] not in overruled}
    return Refused(missing) if missing else None
