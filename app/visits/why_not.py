"""Why a time is not offered, in words: the rules of app/visits/rules.py, each with what exactly it found.

The page /staff/why-not answers with the first reason; the desk reads all of them before it overrules any.
"""

from datetime import date, datetime, timedelta

from app import database
from app.errors import NotFound
from app.visitor import Visitor
from app.visits import rules
from app.visits.wanted import Wanted
from app.written import DAYS, Written


def explain(visitor: Visitor, written: Written, wanted: Wanted, now: datetime) -> dict:
    """What speaks against a visit at a time. Raises NotFound where staff or service does not exist.

    Gives a dict: names (the row of staff/find_with_service), fit (of rules.check), starts_at, ends_at, free_at (local),
    frame (rows of availability/list_frame), rooms (rows of rooms/list_suiting), and reasons: a list, in the order
    of rules.SENTENCES, of dicts with rule, sentence, appointment_id (of a visit in the way that this visitor may open,
    or None), can_be_overruled, and is_hint: it binds patients only. At most seven statements.
    """
    staff_id, service_id, starts_at = wanted.staff_id, wanted.service_id, wanted.starts_at
    names = database.one('staff/find_with_service', staff_id=staff_id, service_id=service_id)
    if not names:
        raise NotFound()
    fit = rules.check(database, wanted, now)
    ends_at = starts_at + timedelta(minutes=wanted.minutes or names['minutes'])
    free_at = ends_at + timedelta(minutes=names['pause_minutes'])
    found = {'names': names, 'fit': fit, 'starts_at': starts_at, 'ends_at': ends_at, 'free_at': free_at,
             'frame': rules.frame_of_day(database, staff_id, starts_at.date()),
             'rooms': database.rows('rooms/list_suiting', service_id=service_id, starts_at=starts_at,
                                    free_at=free_at),
             **{name: _in_the_way(visitor, getattr(fit, name)) for name in ('person_taken', 'patient_taken')}}
    return {**found, 'reasons': [_reason(rule, found, wanted.room_id, written) for rule in fit.broken]}


def _in_the_way(visitor, appointment_id):
    return appointment_id and database.one('appointments/find_in_the_way', appointment_id=appointment_id,
                                           user_id=visitor.user_id)


def _reason(rule, found, room_id, written):
    visit = found.get(rule)
    tell = _TELLERS.get(rule)
    sentence = tell and (tell(found, room_id, written) if rule == 'no_room' else tell(found, written))
    fit = found['fit']
    return {'rule': rule, 'sentence': sentence or fit.for_staff.get(rule) or fit.sentences[rule],
            'appointment_id': visit['appointment_id'] if visit and visit['may_open'] else None,
            'can_be_overruled': rule in rules.OVERRULABLE | rules.OF_PATIENTS, 'is_hint': rule in rules.OF_PATIENTS}


def _stretches(found, kind, written):
    """The stretches of a kind in the day's frame: '09:00–12:00 and 13:00–17:00'."""
    return ' and '.join(f'{written.minute(each["starts_minute"])}–{written.minute(each["ends_minute"])}'
                        for each in found['frame'] if each['kind'] == kind)


def _hit(found, kind):
    """The stretches of a kind that the visit would run into."""
    start = _minute(found['starts_at'])
    end = start + (found['ends_at'] - found['starts_at']) // timedelta(minutes=1)
    return [each for each in found['frame']
            if each['kind'] == kind and each['starts_minute'] < end and each['ends_minute'] > start]


def _minute(moment):
    return moment.hour * 60 + moment.minute


def _times(starts_at, ends_at, written):
    return f'{written.time(starts_at)}–{written.time(ends_at)}'


def _not_offered(found, written):
    names = found['names']
    return f'{names["staff_name"]} does not offer {names["service_name"]} at present, or cannot be booked.'


def _closed(found, written):
    reason = next((each['reason'] for each in found['frame'] if each['kind'] == 'closed'), '')
    return f'The clinic is closed on this day: {reason}.' if reason else None


def _outside_hours(found, written):
    day, who = found['starts_at'].date(), found['names']['staff_name']
    hours = _stretches(found, 'hours', written)
    if not hours:
        return f'{who} does not work on this day, a {DAYS[day.weekday()]}.'
    return (f'{_times(found["starts_at"], found["ends_at"], written)} is outside {who}\'s working hours on '
            f'this day: {hours}.')


def _off_grid(found, written):
    slot, minute = found['names']['slot_minutes'], _minute(found['starts_at'])
    block = next((each for each in found['frame'] if each['kind'] == 'hours'
                  and each['starts_minute'] <= minute < each['ends_minute']), None)
    if not block:
        return None
    before = minute - (minute - block['starts_minute']) % slot
    return (f'Visits start every {slot} minutes from {written.minute(block["starts_minute"])}: '
            f'at {written.minute(before)} or {written.minute(before + slot)}, for example.')


def _break(found, written):
    hit = _hit(found, 'break')
    if not hit:
        return None
    return f'There is a break at {" and ".join(_of_day(each, written) for each in hit)}.'


def _of_day(stretch, written):
    return f'{written.minute(stretch["starts_minute"])}–{written.minute(stretch["ends_minute"])}'


def _time_off(found, written):
    hit = _hit(found, 'time_off')
    if not hit:
        return None
    away = hit[0]
    when = 'all day' if (away['starts_minute'], away['ends_minute']) == (0, 1440) else _of_day(away, written)
    reason = f': {away["reason"]}' if away['reason'] else ''
    return f'{found["names"]["staff_name"]} is away {when}{reason}.'


def _person_taken(found, written):
    visit = found['person_taken']
    if not visit:
        return None
    what = f'a visit with {visit["patient_name"]}' if visit['may_open'] else 'another visit'
    has_pause = visit['holds_until'] > visit['ends_at']
    pause = f', then a pause until {written.time(visit["holds_until"])}' if has_pause else ''
    needs = '' if found['free_at'] == found['ends_at'] else (
        f' This visit would need {_times(found["starts_at"], found["free_at"], written)}, with its pause.')
    return (f'{visit["staff_name"]} has {what} from {written.time(visit["starts_at"])} to '
            f'{written.time(visit["ends_at"])}{pause}.{needs}')


def _patient_taken(found, written):
    visit = found['patient_taken']
    if not visit:
        return None
    what = f'a visit with {visit["staff_name"]}' if visit['may_open'] else 'another visit'
    return f'This patient has {what} then, {_times(visit["starts_at"], visit["ends_at"], written)}.'


def _no_room(found, room_id, written):
    rooms = [room for room in found['rooms'] if not room_id or room_id == room['room_id']]
    service, length = found['names']['service_name'], (found['free_at'] - found['starts_at']) // timedelta(minutes=1)
    if not rooms:
        return f'No room suits {service}.' if not found['rooms'] else f'This room does not suit {service}.'
    taken = '; '.join(f'{room["name"]} {_times(room["taken_from"], room["taken_until"], written)} '
                      f'({room["taken_by"]})' for room in rooms if room['taken_from'])
    return f'No room that suits {service} is free for {written.length(length)}: {taken}.' if taken else None


_TELLERS = {'not_offered': _not_offered, 'closed': _closed, 'outside_hours': _outside_hours, 'off_grid': _off_grid,
            'break': _break, 'time_off': _time_off, 'person_taken': _person_taken, 'patient_taken': _patient_taken,
            'no_room': _no_room}


def picture(visitor: Visitor, staff_id: int, day: date, frame: list[dict]) -> list[dict]:
    """A working day as one list, earliest first: dicts with kind, starts_minute, ends_minute, reason and visit.

    kind: closed, hours, break, time_off, visit or pause. visit: the row of appointments/list_taken_by_day, or None.
    """
    visits = database.rows('appointments/list_taken_by_day', staff_id=staff_id, day=day, user_id=visitor.user_id)
    order = {kind: place for place, kind in enumerate(('closed', 'hours', 'time_off', 'break', 'visit'))}
    stretches = [{**each, 'visit': None} for each in frame] + [
        {'kind': 'visit', 'starts_minute': _minute(visit['starts_at']), 'reason': '', 'visit': visit,
         'ends_minute': (visit['holds_until'] - datetime.combine(day, datetime.min.time())) // timedelta(minutes=1)}
        for visit in visits]
    return sorted(stretches, key=lambda each: (each['starts_minute'], order[each['kind']], each['ends_minute']))
