"""Importing visits: what a line says, and what speaks against it."""

import base64
import hashlib
import json
from datetime import datetime, timedelta

from app import clock
from app.forms.fields import Reader
from app.ops.imports import cells, dates, visit_times

KIND = 'visits'
WHAT = ('visit', 'visits')
PORTION = 200                       # lines that are taken in together: whoever books waits for no more
DAYS = visit_times.DAYS
STATUSES = ('booked', 'completed', 'no_show', 'cancelled')
HOLDING = ('booked', 'completed')
full_year, day_in = visit_times.full_year, visit_times.day_in


def missing(columns: dict) -> str | None:
    """The sentence about columns that a file must have, or None."""
    lacking = [name for name in ('patient_reference', 'staff', 'service') if name not in columns]
    lacking += [] if 'time' in columns or 'day' in columns else ['day']
    return f'no column {" and no column ".join(lacking)}' if lacking else None


def reader(tx, way: str | None, options):
    """A function: a line's cells → (what it says, ready to be staged; its problems as {column: sentence}).

    It gives (None, {}) for a line that is no visit.
    """
    now = clock.now()
    staff = _by_name(tx.rows('imports/list_staff'), 'email', 'full_name')
    services = _by_name(tx.rows('imports/list_services'), 'name')
    rooms = _by_name(tx.rows('rooms/list_all'), 'name')
    times = visit_times.reader(way)

    def read(line: dict) -> tuple[dict | None, dict[str, str]]:
        if cells.is_yes(line.get('no_visit', '')):
            return None, {}
        typed = Reader(line)
        reference = typed.text('patient_reference', longest=60)
        reason = typed.text('reason', longest=500, required=False, lines=True)
        member = typed.parsed('staff', staff)
        service = typed.parsed('service', services)
        room = typed.parsed('room', rooms, required=False)
        starts_at, minutes = times(typed)
        if typed.errors:
            return {}, typed.errors
        is_past = starts_at <= now
        status = _status(typed, is_past)
        minutes = minutes or service['minutes']
        pause = 0 if is_past else service['pause_minutes']
        _refuse_odd_times(starts_at, minutes, pause, typed)
        if not is_past and not room and status == 'booked' and service['place'] == 'room':
            typed.refuse('room', 'A visit ahead needs its room: please name one.')
        values = {'patient_reference': reference, 'staff_id': member['staff_id'], 'service_id': service['service_id'],
                  'room_id': room and room['room_id'], 'starts_at': starts_at.isoformat(' '), 'minutes': minutes,
                  'pause_minutes': pause, 'holds': int(status in HOLDING), 'status': status,
                  'reason': (reason or '').replace('\r\n', '\n')}
        return {**values, 'request_key': _request_key(values)}, typed.errors
    return read


def spoken(cells: dict, values: dict) -> str:
    """What a line says, for people. values: of reader(); cells: the line as it was typed."""
    starts_at = datetime.fromisoformat(values['starts_at'])
    return (f'patient {values["patient_reference"]}, {dates.spoken(starts_at)} at {starts_at:%H:%M}, '
            f'{values["minutes"]} minutes, {cells["service"]} with {cells["staff"]}, '
            f'{values["status"].replace("_", "-")}')


def _by_name(rows, *columns):
    """A function: one of these names → its row. It raises ValueError, a sentence, for a name of none, or of several."""
    known = {}
    for row in rows:
        for name in {row[column].casefold() for column in columns}:
            known.setdefault(name, []).append(row)

    def find(typed):
        found = known.get(typed.casefold(), [])
        if len(found) > 1:
            raise ValueError(f'{len(found)} are called "{typed}": please write the e-mail address.')
        if not found:
            raise ValueError(f'The clinic knows nothing called "{typed}".')
        return found[0]
    return find


def _status(typed, is_past) -> str | None:
    for column in ('cancelled', 'no_show'):
        if cells.is_yes(typed.form.get(column, '')):
            return column
    word = typed.form.get('status', '')
    if not word:
        return 'completed' if is_past else 'booked'
    status = cells.status(word)
    if not status:
        typed.refuse('status', f'A visit is {", ".join(STATUSES[:-1])} or {STATUSES[-1]}, not "{word}".')
    elif not is_past and status in ('completed', 'no_show'):
        typed.refuse('status', 'A visit ahead is booked or cancelled.')
    return status


def _refuse_odd_times(starts_at, minutes, pause, typed):
    ends_at = starts_at + timedelta(minutes=minutes + pause)
    if starts_at.minute % 5:
        typed.refuse('time', 'Visits start at full five minutes, such as 9:05.')
    if minutes % 5:
        typed.refuse('minutes', 'Visits take full five minutes, such as 25.')
    if ends_at > datetime.combine(starts_at.date(), datetime.min.time()) + timedelta(days=1):
        typed.refuse('time', 'A visit has to end on the day it begins.')
    if not clock.exists(starts_at):
        typed.refuse('time', 'The clock is put forward then: this time does not exist.')


def _request_key(values) -> str:
    """43 characters made from what makes a visit itself, so that the same line never gives a second one."""
    parts = [values[name] for name in ('patient_reference', 'staff_id', 'service_id', 'starts_at', 'status')]
    return base64.urlsafe_b64encode(hashlib.sha256(repr(parts).encode()).digest()).decode().rstrip('=')


def stage(tx, lines: list[dict], options) -> dict:
    """Put lines where they can be compared; what is worth telling of them: open, a count of past ones still booked."""
    tx.change('imports/stage_visits', lines=json.dumps(lines, ensure_ascii=False))
    now = clock.now().isoformat(' ')
    return {'open': sum(line['status'] == 'booked' and line['starts_at'] <= now for line in lines)}


def problems(tx, options):
    """(line, column, sentence) of what only shows when all lines are seen together."""
    for row in tx.rows('imports/list_visits_of_nobody'):
        yield row['line'], 'patient_reference', f'No patient has the reference "{row["patient_reference"]}".'
    twice = {row['line']: row['earlier_line'] for row in tx.rows('imports/list_visits_twice')}
    for line, earlier in twice.items():
        yield line, '', (f'The same visit as line {earlier}.' if earlier else
                         'This visit was imported before. (--update passes over those.)')
    for row in tx.rows('imports/list_overlaps_in_file') + tx.rows('imports/list_overlaps_in_clinic'):
        if row['line'] not in twice:
            other = f'line {row["earlier_line"]}' if 'earlier_line' in row else 'a visit that the clinic has'
            yield row['line'], row['in_column'], f'Taken at that time by {other}, at {row["starts_at"]:%Y-%m-%d %H:%M}.'


def pass_over_known(tx) -> int:
    """Leave out the lines that an earlier file has brought already; how many there were."""
    return tx.change('imports/delete_visits_known')


def hints(tx):
    """Nothing about visits is doubtful."""
    return ()


def take_in(tx, import_id: int, after_line: int, until_line: int) -> dict:
    """Take one portion of the lines in; how many visits it added."""
    lines = {'after_line': after_line, 'until_line': until_line}
    tx.rows('imports/lock_patients', **lines)
    tx.rows('imports/lock_staff', **lines)
    tx.rows('imports/lock_rooms', **lines)
    added = tx.change('imports/add_visits', now_utc=clock.now_utc(), **lines)
    tx.change('imports/add_histories', now_utc=clock.now_utc(), **lines)
    tx.change('imports/add_visit_marks', import_id=import_id, **lines)
    tx.change('imports/delete_visits_taken', **lines)
    return {'added': added, 'changed': 0}


def clear(tx):
    tx.change('imports/delete_visits')
