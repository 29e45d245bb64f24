"""Giving the upcoming visits of a member of staff to a colleague: all, for who leaves, or some, for who is ill.

Times and patients stay, and rooms that are still in use; what needs a room and has none gets one. So a visit fits where
the colleague offers its service, is at work and is free. Both are locked, as in every booking; with them their times
stand still until the end.
"""

from app import audit, clock, database
from app.errors import NotFound, Refused
from app.visitor import Visitor
from app.visits import writing

# In the order in which they are said; the name is a column of appointments/list_for_handover and its good value.
REASONS = (('is_offered', True, 'does not offer this service'),
           ('is_closed', False, 'cannot take it: the clinic is closed then'), ('is_away', False, 'is away then'),
           ('is_taken', False, 'has another visit then'), ('is_at_work', True, 'is not at work then'),
           ('is_in_break', False, 'has a break then'))

STAYS = ('service_id', 'starts_at', 'ends_at', 'pause_minutes')
NO_ROOM = 'No other room is free then.'


def find_visits(tx, staff_id: int, to_staff_id: int | None) -> list[dict]:
    """The visits of a member of staff that are not over yet: rows of appointments/list_for_handover, with `against`:
    why the other can't take this one, or None where they can.

    tx: a transaction, or the module app.database. to_staff_id None: nobody in particular.
    """
    now = clock.now()
    visits = tx.rows('appointments/list_for_handover', staff_id=staff_id, to_staff_id=to_staff_id or 0,
                     today=now.date(), now=now)
    return [{**visit, 'against': next((why for name, good, why in REASONS if bool(visit[name]) != good), None)}
            for visit in visits]


@database.retried
def hand_over(visitor: Visitor, account: dict, colleague: dict, tell_patients: bool,
              ticked: dict[int, int] | None = None) -> tuple[int, dict[int, str]]:
    """Give every visit that fits to a colleague, in one transaction: how many went over, and by appointment_id why
    the others did not. Whom no mail tells of it is on the list of calls then.

    account: user_id, staff_id, full_name of who gives; colleague: staff_id, full_name. ticked: {appointment_id:
    version} of the only visits meant, as the page showed them. Raises NotFound, and Refused (409) if a visit was
    written past the locks meanwhile.
    """
    with database.transaction() as tx:
        if len(tx.rows('staff/lock_two', staff_id=account['staff_id'], to_staff_id=colleague['staff_id'])) != 2:
            raise NotFound()
        meant = [visit for visit in find_visits(tx, account['staff_id'], colleague['staff_id'])
                 if ticked is None or ticked.get(visit['appointment_id']) == visit['version']]
        left = dict.fromkeys([visit['appointment_id'] for visit in meant] if ticked is None else ticked, writing.GONE)
        for visit in _hold(tx, meant, account['staff_id'], colleague['staff_id']):
            left[visit['appointment_id']] = _give(tx, visitor, visit, account['staff_id'], colleague, tell_patients)
        left, given = {key: why for key, why in left.items() if why}, list(left.values()).count('')
        audit.record(tx, visitor, 'visits handed over', 'users', account['user_id'],
                     details=f'{given} to {colleague["full_name"]}; {len(left)} did not fit')
        return given, left


def _give(tx, visitor, visit, staff_id, colleague, tell_patients):
    """Give a visit that is locked to a colleague. Why not, in a sentence; '' where it is given."""
    if visit['against']:
        return f'{colleague["full_name"]} {visit["against"]}.'
    room_id = visit['room_id'] if visit['keeps_room'] else _other_room(tx, visit)
    if room_id is None and not visit['keeps_room']:
        return NO_ROOM
    writing.move(tx, visitor, {**visit, 'staff_id': staff_id}, staff_id=colleague['staff_id'], room_id=room_id,
                 **{name: visit[name] for name in STAYS}, tell_patient=tell_patients, must_call=True)
    return ''


def _other_room(tx, visit):
    """The first room in use that suits a visit and is free then, locked; None where there is none."""
    for room in tx.rows('appointments/list_rooms_that_suit', appointment_id=visit['appointment_id']):
        if not room['is_taken'] and tx.one('rooms/lock', room_id=room['room_id'], service_id=visit['service_id']):
            return room['room_id']
    return None


def _hold(tx, meant, staff_id, to_staff_id):
    """Lock the visits, their days and services: those that still stand as they were read, read anew."""
    for visit in meant:
        tx.one('appointments/lock', appointment_id=visit['appointment_id'])
    for service_id, day in sorted({(visit['service_id'], visit['starts_at'].date()) for visit in meant}):
        tx.one('calendar/lock_with_service', service_id=service_id, staff_id=to_staff_id, day=day)
    versions = {visit['appointment_id']: visit['version'] for visit in meant}
    return [visit for visit in find_visits(tx, staff_id, to_staff_id)
            if versions.get(visit['appointment_id']) == visit['version']]


def find_colleague(to_staff_id: int | None, colleagues: list[dict], field: str = 'staff_id') -> dict | None:
    """The colleague that was chosen, of the rows of staff/list_colleagues; None for nobody.

    Raises Refused, beside the field, for somebody who is not among them.
    """
    if not to_staff_id:
        return None
    found = [each for each in colleagues if each['staff_id'] == to_staff_id]
    if not found:
        raise Refused({field: 'Please choose one of these colleagues.'})
    return found[0]
