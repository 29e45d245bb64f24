"""Importing visits: what a line says, and what speaks against it."""

import base64
import hashlib
from datetime import date, datetime, timedelta

from app import clock
from app.forms import fields
from app.imports import cells

REQUIRED = ('patient_reference', 'staff', 'service', 'day', 'time')
OPTIONAL = ('minutes', 'room', 'status', 'reason')
WHAT = ('visit', 'visits')
TABLE = 'appointments'
STATUSES = ('booked', 'completed', 'no_show', 'cancelled')
HOLDING = ('booked', 'completed')
EARLIEST, LATEST = date(1990, 1, 1), date(2099, 12, 31)


def reader(tx, date_style: str):
    """A function: a line's cells → (what it says, ready to be staged; its problems as {column: sentence})."""
    now = clock.now()
    staff = _by_name(tx.rows('imports/list_staff'), 'email', 'full_name')
    services = _by_name(tx.rows('imports/list_services'), 'name')
    rooms = _by_name(tx.rows('rooms/list_all'), 'name')

    def read(line: dict) -> tuple[dict, dict[str, str]]:
        errors = {}
        reference = fields.text(line, 'patient_reference', errors, longest=60)
        reason = fields.text(line, 'reason', errors, longest=500, required=False, lines=True)
        person = _named(line, 'staff', staff, errors)
        service = _named(line, 'service', services, errors)
        room = _named(line, 'room', rooms, errors, required=False)
        starts_at = _starts_at(line, date_style, errors)
        minutes = fields.whole_number(line, 'minutes', errors, least=5, most=480, required=False)
        if errors:
            return {}, errors
        is_past = starts_at <= now
        status = _status(line, is_past, errors)
        minutes = minutes or service['minutes']
        pause = 0 if is_past else service['pause_minutes']
        _keep_rules(starts_at, minutes, pause, errors)
        if not is_past and not room and status == 'booked':
            errors['room'] = 'A visit ahead needs its room: please name one.'
        values = {'patient_reference': reference, 'staff_id': person['staff_id'], 'service_id': service['service_id'],
                  'room_id': room and room['room_id'], 'starts_at': starts_at.isoformat(' '), 'minutes': minutes,
                  'pause_minutes': pause, 'holds': int(status in HOLDING), 'status': status,
                  'reason': (reason or '').replace('\r\n', '\n')}
        return {**values, 'request_key': _request_key(values)}, errors
    return read


def _by_name(rows, *columns) -> dict[str, list[dict]]:
    found = {}
    for row in rows:
        for name in {row[column].casefold() for column in columns}:
            found.setdefault(name, []).append(row)
    return found


def _named(line, column, known, errors, required=True):
    typed = line.get(column, '').strip()
    found = known.get(typed.casefold(), [])
    if len(found) == 1:
        return found[0]
    if not typed:
        if required:
            errors[column] = fields.missing(column)
    elif found:
        errors[column] = f'{len(found)} are called "{typed}": please write the e-mail address.'
    else:
        errors[column] = f'The clinic knows nothing called "{typed}".'
    return None


def _starts_at(line, date_style, errors):
    parts = []
    for column, read in (('day', lambda typed: cells.day(typed, date_style)), ('time', cells.time_of_day)):
        typed = line[column].strip()
        try:
            parts.append(read(typed) if typed else None)
            if not typed:
                errors[column] = fields.missing(column)
        except ValueError as error:
            errors[column] = str(error)
    if 'day' in errors or 'time' in errors:
        return None
    if not EARLIEST <= parts[0] <= LATEST:
        errors['day'] = f'Please choose a day between {EARLIEST} and {LATEST}.'
    return datetime.combine(*parts)


def _status(line, is_past, errors) -> str:
    status = line.get('status', '').strip().lower().replace(' ', '_').replace('-', '_').replace('canceled', 'cancelled')
    if not status:
        return 'completed' if is_past else 'booked'
    if status not in STATUSES:
        errors['status'] = f'A visit is {", ".join(STATUSES[:-1])} or {STATUSES[-1]}, not "{line["status"].strip()}".'
    elif not is_past and status in ('completed', 'no_show'):
        errors['status'] = 'A visit ahead is booked or cancelled.'
    return status


def _keep_rules(starts_at, minutes, pause, errors):
    ends_at = starts_at + timedelta(minutes=minutes + pause)
    if starts_at.minute % 5:
        errors['time'] = 'Visits start at full five minutes, such as 9:05.'
    if minutes % 5:
        errors['minutes'] = 'Visits take full five minutes, such as 25.'
    if ends_at > datetime.combine(starts_at.date(), datetime.min.time()) + timedelta(days=1):
        errors['time'] = 'A visit has to end on the day it begins.'
    if not clock.exists(starts_at):
        errors['time'] = 'The clock is put forward then: this time does not exist.'


def _request_key(values) -> str:
    """43 characters made from what makes a visit itself, so that the same line never gives a second one."""
    said = [values[name] for name in ('patient_reference', 'staff_id', 'service_id', 'starts_at', 'status')]
    return base64.urlsafe_b64encode(hashlib.sha256(repr(said).encode()).digest()).decode().rstrip('=')


def stage(tx, lines: str):
    tx.change('imports/stage_visits', lines=lines)


def problems(tx):
    """(line, column, sentence) of what only shows when all lines are seen together."""
    tx.change('imports/name_patients')
    for row in tx.rows('imports/list_visits_of_nobody'):
        yield row['line'], 'patient_reference', f'No patient has the reference "{row["patient_reference"]}".'
    twice = {row['line']: row['earlier_line'] for row in tx.rows('imports/list_visits_twice')}
    for line, earlier in twice.items():
        yield line, '', f'The same visit as line {earlier}.' if earlier else 'This visit was imported before.'
    overlaps = {'staff': tx.rows('imports/list_staff_overlaps'), 'room': tx.rows('imports/list_room_overlaps'),
                'patient_reference': tx.rows('imports/list_patient_overlaps')}
    for column, rows in overlaps.items():
        for row in rows:
            if row['line'] not in twice:
                other = f'line {row["earlier_line"]}' if row['earlier_line'] else 'a visit that the clinic has'
                yield row['line'], column, f'Taken at that time by {other}, at {row["starts_at"]:%Y-%m-%d %H:%M}.'


def hints(tx):
    """Nothing about visits is doubtful."""
    return ()


def take_in(tx, after_line: int, until_line: int) -> int:
    lines = {'after_line': after_line, 'until_line': until_line, 'now_utc': clock.now_utc()}
    count = tx.change('imports/add_visits', **lines)
    tx.change('imports/add_histories', **lines)
    return count


def clear(tx):
    tx.change('imports/delete_visits')
