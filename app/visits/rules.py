"""The rules that a visit's time must keep, checked in SQL: whether one time will do, and if not, why not.

check() serves booking, moving and the page that answers "why is this time not offered?". The same rules for many
times at once are the views of section 8 in db/schema.sql, up to free_starts.
"""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from app.errors import Refused
from app.visits import account_limits
from app.visits.wanted import Wanted

# In the order in which people should hear of them.
SENTENCES = {
    'not_offered': 'This member of staff does not offer this service at present.',
    'not_online': 'This cannot be booked online. Please call us to book.',
    'must_call': 'Please call us to book. We will gladly find a time for you.',
    'past': 'This time has passed.',
    'closed': 'The clinic is closed on this day.',
    'clock_gap': 'The clocks go forward then, so this time does not exist.',
    'midnight': 'A visit must end on the day it begins.',
    'outside_hours': 'This is outside working hours.',
    'off_grid': 'Visits do not start at this time.',
    'break': 'There is a break at this time.',
    'time_off': 'This member of staff is away at this time.',
    'person_taken': 'This time is already taken.',
    'no_room': 'No room is free for the whole visit.',
    'patient_taken': 'This patient already has a visit at that time.',
    'notice': 'Visits must be booked earlier than this.',
    'horizon': 'Visits cannot be booked that far ahead yet.',
    'visits_ahead': 'This patient already has the most upcoming visits that the clinic allows.',
    'account_ahead': 'This account already has the most upcoming visits that the clinic allows.',
}
# All that Refused.rule may name: also what is asked of a visit that is there, or of who acts, not of the visit's time.
RULES = {*SENTENCES, 'version', 'status', 'deadline', 'not_yet', 'acts_a_day'}
# What staff may knowingly overrule. Taken staff, rooms and patients are not among them: their keys cannot be.
OVERRULABLE = {'closed', 'outside_hours', 'off_grid', 'break', 'time_off', 'horizon', 'visits_ahead'}
ONLY_BY_PHONE = {'not_online', 'must_call'}
OF_PATIENTS = {*ONLY_BY_PHONE, 'notice', 'account_ahead'}       # bind whoever books alone; hints for the desk
FOR_STAFF = {'not_online': 'Patients cannot book this online: only the desk does.',
             'must_call': 'This patient has no online booking: they call.'}
GIVEN_UP = {'no_show', 'cancelled'}             # statuses that hold no time; an undo has to find it free
# What speaks against a cancelled visit that is to stand again, by the columns of appointments/find_not_fitting.
UNFIT = {'is_not_offered': SENTENCES['not_offered'], 'is_outside_hours': SENTENCES['outside_hours'],
         'is_in_break': SENTENCES['break'], 'is_without_room': 'The room of this visit no longer suits.'}
CONFLICTS = {'person_taken', 'no_room', 'patient_taken'}       # with what others did: 409


@dataclass(frozen=True)
class Fit:
    """What speaks against a time, and what a visit gets if it begins then."""

    broken: list[str]                       # names of rules, in the order of SENTENCES; empty if the time will do
    sentences: dict[str, str]               # SENTENCES, where need be with the numbers of this clinic
    room_id: int | None = None              # a free room that suits; None where the service takes none
    ends_at: datetime | None = None         # local
    pause_minutes: int | None = None
    person_taken: int | None = None         # the visit in the way
    patient_taken: int | None = None
    overruled: str = ''                     # what staff knowingly set aside, and why
    takes_room: bool = True                 # False: by telephone, by video, at home
    for_staff: dict[str, str] = field(default_factory=dict)     # sentences that staff read in other words


def why_not_yet(visit: dict, to_status: str, now: datetime, frame: list[dict] = ()) -> str:
    """Why a visit cannot have this status now, as a sentence; '' where time is not in the way.

    visit: status, staff_id, starts_at and ends_at (local). frame: of frame_of_undo(). People arrive on the visit's day;
    before it begins nobody has missed it, and only who arrived can have had it. A visit that was missed or cancelled
    and whose time is not over is booked again only where the clinic is open then and the member of staff there. What
    was cancelled comes back until the end of its day.
    """
    if visit['status'] == 'booked' and to_status == 'arrived' and visit['starts_at'].date() > now.date():
        return 'This visit is on a later day: nobody can have arrived for it yet.'
    if visit['status'] == 'booked' and to_status in ('completed', 'no_show') and visit['starts_at'] > now:
        return 'This visit has not begun yet.'
    if (visit['status'], to_status) == ('cancelled', 'booked') and visit['starts_at'].date() < now.date():
        return 'The day of this visit has passed, so it stays cancelled.'
    if visit['status'] in GIVEN_UP and to_status == 'booked' and visit['ends_at'] > now:
        return _why_not_again(visit, frame)
    return ''


def _why_not_again(visit, frame):
    starts = visit['starts_at'].hour * 60 + visit['starts_at'].minute
    ends = starts + (visit['ends_at'] - visit['starts_at']) // timedelta(minutes=1)
    for each in frame:
        is_of_visit = each['kind'] in ('closed', 'time_off') and each['staff_id'] in (0, visit['staff_id'])
        if is_of_visit and each['starts_minute'] < ends and each['ends_minute'] > starts:
            return _not_again(SENTENCES[each['kind']])
    return ''


def _not_again(sentence):
    return sentence.replace('.', ', so this visit cannot be booked again.')


def frame_of_undo(tx, visit: dict, now: datetime) -> list[dict]:
    """What why_not_yet() asks of the day of a visit that was missed or cancelled, while its time is not over: the rows
    of availability/list_frame.

    tx: a transaction, or the module app.database. visit: status, staff_id, starts_at, ends_at. [] for any other visit.
    """
    if visit['status'] not in GIVEN_UP or visit['ends_at'] <= now:
        return []
    return frame_of_day(tx, visit['staff_id'], visit['starts_at'].date())


def frame_of_day(tx, staff_id: int, day: date) -> list[dict]:
    """What frames a day of one member of staff, or (staff_id 0) of all: the rows of availability/list_frame."""
    return tx.rows('availability/list_frame', staff_id=staff_id, first_day=day, end_day=day + timedelta(days=1))


def refuse_early(tx, visit: dict, to_status: str, now: datetime):
    """Raise Refused (422) where why_not_yet() speaks against a status, or a cancelled visit fits no more. An undo holds
    its day: whoever closes it waits.

    tx: the transaction that has locked the visit, its patient and its member of staff.
    """
    day, is_cancellation_undone = visit['starts_at'].date(), (visit['status'], to_status) == ('cancelled', 'booked')
    if (visit['status'], to_status) == ('no_show', 'booked'):
        tx.rows('calendar/lock_days', first_day=day, last_day=day)
    if is_cancellation_undone:
        tx.one('calendar/lock_with_service', service_id=visit['service_id'], staff_id=visit['staff_id'], day=day)
    sentence = why_not_yet(visit, to_status, now, frame_of_undo(tx, visit, now))
    if is_cancellation_undone and visit['ends_at'] > now:
        sentence = sentence or _why_it_fits_no_more(tx, visit)
    if sentence:
        raise Refused(sentence, 422, rule='not_yet')


def _why_it_fits_no_more(tx, visit):
    """Why a visit that was cancelled cannot stand again, though its day is open and nobody away. It locks the room.

    Hours, breaks, services, rooms and people may have changed since it was booked. What the clinic had overruled then
    is no reason.
    """
    found = tx.one('appointments/find_not_fitting', appointment_id=visit['appointment_id'])
    broken = next((rule for rule in UNFIT if found and found.get(rule)), None)
    if not broken and visit['room_id'] and not tx.one('rooms/lock', room_id=visit['room_id'],
                                                      service_id=visit['service_id']):
        broken = 'is_without_room'
    return _not_again(UNFIT[broken]) if broken else ''


def check(tx, wanted: Wanted, now: datetime, appointment_id: int = 0) -> Fit:
    """What speaks against a time, and what a visit would need.

    tx: a transaction, or the module app.database. wanted: with staff, service and time; patient_id None: nobody in
    particular. now: local. appointment_id: the visit to be moved, or 0.
    """
    common = {'staff_id': wanted.staff_id, 'service_id': wanted.service_id, 'starts_at': wanted.starts_at, 'now': now}
    rule = tx.one('availability/check_rules', **common, minutes=wanted.minutes, pause_minutes=wanted.pause_minutes)
    if not rule:
        return Fit(['not_offered'], SENTENCES)
    free_at = rule['ends_at'] + timedelta(minutes=rule['pause_minutes'])
    taken = tx.one('availability/check_taken', **common, patient_id=wanted.patient_id or 0, room_id=wanted.room_id or 0,
                   appointment_id=appointment_id, ends_at=rule['ends_at'], free_at=free_at)
    is_broken = {**rule, **taken, 'no_room': rule['place'] == 'room' and taken['room_id'] is None,
                 # a visit that is moved was among those ahead already
                 'account_ahead': not appointment_id and account_limits.is_reached(taken)}
    numbers = _with_numbers(rule['notice_minutes'], rule['horizon_days'], taken['visits_ahead_limit'])
    return Fit([name for name in SENTENCES if is_broken[name]],
               SENTENCES | numbers | _by_phone(taken['clinic_phone'])
               | {'account_ahead': account_limits.sentence(taken)}, taken['room_id'],
               rule['ends_at'], rule['pause_minutes'], taken['person_taken'], taken['patient_taken'],
               takes_room=rule['place'] == 'room',
               for_staff=FOR_STAFF | {'account_ahead': account_limits.sentence_for_staff(taken)})


def _by_phone(phone):
    """The rules that ask for a call, with the number where the clinic has written one."""
    call = f'call us to book: {phone}.' if phone else 'call us to book.'
    return {'not_online': f'This cannot be booked online. Please {call}',
            'must_call': f'Please {call} We will gladly find a time for you.'}


def _with_numbers(notice_minutes, horizon_days, visits_ahead_limit):
    hours, rest = divmod(notice_minutes, 60)
    notice = _count(hours, 'hour') if hours > 1 and not rest else _count(notice_minutes, 'minute')
    return {'notice': f'Visits must be booked at least {notice} ahead.',
            'horizon': f'Visits can be booked at most {_count(horizon_days, "day")} ahead.',
            'visits_ahead': f'Each patient can have at most {_count(visits_ahead_limit, "upcoming visit")}, '
                            'and this patient already has that many.'}


def _count(number, unit):
    return f'{number} {unit}' if number == 1 else f'{number} {unit}s'


def present_step(now: datetime) -> datetime:
    """The beginning of the five minutes that are running: where a visit starts whose patient is already here."""
    return now - timedelta(minutes=now.minute % 5, seconds=now.second)


def refuse(fit: Fit, set_aside: set[str] = frozenset()):
    """Raise Refused for the first of the broken rules that is not set aside, if there is one."""
    for name in fit.broken:
        if name not in set_aside:
            raise Refused({'starts_at': fit.sentences[name]}, 409 if name in CONFLICTS else 422, rule=name)
