"""The forms about visits: cancelling, moving, reassigning, changing, marking; the day to look at, the list of all."""

from dataclasses import replace
from datetime import date

from app.errors import Refused
from app.forms import fields, overruling, times
from app.visits.wanted import Wanted, minutes_of

MARKS = ('booked', 'arrived', 'completed', 'no_show')           # cancelling has a form of its own
STATUSES = (*MARKS, 'cancelled', 'without_outcome')             # that the list can be narrowed to


def read_filters(query: dict) -> dict:
    """from_day, until_day, staff_id, room_id, status, patient of the list of visits; None where not narrowed.

    Raises Refused.
    """
    read = fields.Reader(query)
    from_day = read.day('from_day', required=False)
    return read.checked({'from_day': from_day, 'until_day': read.last_day('until_day', from_day),
                         'staff_id': read.identity('staff_id', required=False),
                         'room_id': read.identity('room_id', required=False),
                         'status': read.choice('status', STATUSES, required=False),
                         'patient': read.text('patient', longest=100, required=False) or None})


def read_cancellation(form: dict, is_clinic: bool) -> dict:
    """reason ('' if none was given), version (None without one), tell_patient, which only staff are asked.

    Raises Refused.
    """
    read = fields.Reader(form)
    return read.checked({'reason': read.text('reason', longest=500, required=False, lines=True),
                         'version': _version(read, required=False),
                         'tell_patient': not is_clinic or read.ticked('tell_patient')})


def read_ticked(form: dict) -> dict:
    """Visits to cancel or to give away: ticked ({appointment_id: version}), reason, tell_patients. Raises Refused."""
    read = fields.Reader(form)
    ticked = {key: _version(read, f'visit_{key}') for key in read.ticked_keys('visit')}
    if read.errors or len(ticked) < sum(name.startswith('visit_') for name in form):
        raise Refused('This list of visits cannot be read. Please try again.')
    reason = read.text('cancel_reason', longest=500, required=False, lines=True)
    if not ticked:
        read.refuse('visits', 'Please tick at least one visit.')
    return read.checked({'ticked': ticked, 'reason': reason, 'tell_patients': read.ticked('tell_patients')})


def read_move(form: dict, is_clinic: bool) -> Wanted:
    """What is wanted where a visit gets another time: starts_at, version; of staff also overruled, why, tell_patient.

    Staff may type a time (other_at), which then counts instead of the one chosen. Raises Refused.
    """
    read = fields.Reader(form)
    name = 'other_at' if is_clinic and form.get('other_at', '').strip() else 'starts_at'
    wanted = Wanted(starts_at=read.moment(name, outside='Please check the year.'), version=_version(read))
    if 'starts_at' in read.errors:
        read.refuse('starts_at', 'Please choose a time.')
    return read.checked(replace(wanted, **overruling.read(read)) if is_clinic else wanted)


def read_reassignment(form: dict) -> Wanted:
    """What is wanted where a visit gets other staff or another room: staff_id, room_id, version, and as read_move()."""
    read = fields.Reader(form)
    return read.checked(Wanted(
        staff_id=read.identity('staff_id'), room_id=read.whole_number('room_id', least=0, most=999_999_999) or None,
        version=_version(read), **overruling.read(read)))


def read_change(form: dict, visit: dict) -> Wanted:
    """What is wanted where a visit gets another service, length, room or reason: these, version, and as read_move().

    visit: the row of appointments/find. Another service brings its own length, unless the form's length was changed
    too. Raises Refused.
    """
    read = fields.Reader(form)
    wanted = Wanted(
        service_id=read.identity('service_id'), minutes=read.parsed('minutes', times.read_minutes, required=False),
        room_id=read.whole_number('room_id', least=0, most=999_999_999) or None,
        reason=read.text('reason', longest=500, required=False, lines=True), version=_version(read),
        **overruling.read(read))
    is_as_before = wanted.minutes == minutes_of(visit) and wanted.service_id != visit['service_id']
    return read.checked(replace(wanted, minutes=None) if is_as_before else wanted)


def read_status(form: dict) -> dict:
    """to_status; from_status and version (or None), which the page showed; tell_patient, where an undo tells them.

    Raises Refused.
    """
    read = fields.Reader(form)
    values = {'to_status': read.choice('status', MARKS),
              'from_status': read.choice('from_status', (*MARKS, 'cancelled')),
              'version': _version(read, required=False), 'tell_patient': read.ticked('tell_patient')}
    if read.errors:
        raise Refused('This action is not known. Please try again.')
    return values


def read_late(form: dict) -> dict:
    """late_minutes: how late the patient will be, or None for not late. Raises Refused."""
    read = fields.Reader(form)
    return read.checked({'late_minutes': read.whole_number('late_minutes', least=5, most=240, required=False)})


def read_note(form: dict) -> dict:
    """note (it may have lines; '' for none), and seen: the visits.noting.mark of the note that was shown, or None.

    Raises Refused.
    """
    read = fields.Reader(form)
    return read.checked({'note': read.text('note', longest=2000, required=False, lines=True),
                         'seen': form.get('note_seen') or None})


def read_day(query: dict, usual: date | None) -> date | None:
    """The day to look at, the usual one if none is named. Raises Refused."""
    read = fields.Reader(query)
    return read.checked(read.page_day()) or usual


def _version(read, name='version', required=True):
    return read.whole_number(name, least=0, most=999_999_999, required=required)
