"""Giving a person's visits ahead to a colleague: all of them because they leave, or some because they are ill.

Times, rooms and patients stay; only the person changes. So a visit fits where the colleague offers its service, is at
work and is free. Both people are locked, as in every booking; with them their times stand still until the end.
"""

from app import audit, clock, database
from app.clinic import hours
from app.errors import NotFound, Refused
from app.mail import outbox

# In the order in which they are said; the name is a column of appointments/list_for_handover and its good value.
REASONS = (('is_offered', True, 'does not offer this service'), ('is_away', False, 'is away then'),
           ('is_taken', False, 'has another visit then'), ('is_at_work', True, 'is not at work then'),
           ('has_break', False, 'has a break then'))


def find_visits(tx, staff_id: int, to_staff_id: int) -> list[dict]:
    """The visits of one person that are not over yet: rows of appointments/list_for_handover, with `against`: why the
    other person can't take this one, or None where they can.

    tx: a transaction, or the module app.database. to_staff_id 0: nobody in particular.
    """
    now = clock.now()
    visits = tx.rows('appointments/list_for_handover', staff_id=staff_id, to_staff_id=to_staff_id, today=now.date(),
                     now=now)
    return [{**visit, 'against': next((why for name, good, why in REASONS if bool(visit[name]) != good), None)}
            for visit in visits]


def find_not_fitting(staff_id: int, to_staff_id: int) -> list[dict]:
    """The rows of working_hours.list_not_fitting, with `refusal`: why the other person can't take one."""
    ahead = {visit['appointment_id']: visit for visit in find_visits(database, staff_id, to_staff_id)}
    over = {'against': 'cannot take it: its time is over'}
    return [{**visit, 'refusal': ahead.get(visit['appointment_id'], over)['against']}
            for visit in hours.list_not_fitting(staff_id, clock.now())]


@database.retried
def hand_over(visitor: dict, account: dict, colleague: dict, tell_patients: bool, address: str,
              ticked: dict[int, int] | None = None) -> tuple[int, int]:
    """Give every visit that fits to a colleague, in one transaction: how many went over, and how many did not.

    account: user_id, staff_id, full_name of who gives; colleague: staff_id, full_name. ticked: {appointment_id:
    version} of the only visits meant, as the page showed them. Raises NotFound, and Refused (409) if a visit was
    written past the locks meanwhile.
    """
    with database.transaction() as tx:
        if len(tx.rows('staff/lock_two', staff_id=account['staff_id'], to_staff_id=colleague['staff_id'])) != 2:
            raise NotFound()
        visits = find_visits(tx, account['staff_id'], colleague['staff_id'])
        meant = visits if ticked is None else [
            visit for visit in visits if ticked.get(visit['appointment_id']) == visit['version']]
        moved = [_give(tx, visitor, visit, account, colleague, tell_patients)
                 for visit in meant if not visit['against']]
        left = len(visits if ticked is None else ticked) - sum(moved)
        audit.record(tx, 'visits handed over', 'users', account['user_id'], user_id=visitor['user_id'],
                     details=f'{sum(moved)} to {colleague["full_name"]}; {left} did not fit', address=address)
        return sum(moved), left


def _give(tx, visitor, visit, account, colleague, tell_patients):
    """Change one visit's person; False where the visit, or what the colleague offers, was changed just before."""
    now_stands = tx.one('appointments/lock', appointment_id=visit['appointment_id'])
    if not now_stands or any(now_stands[name] != visit[name] for name in ('version', 'status')):
        return False
    if not tx.one('calendar/lock_with_service', service_id=visit['service_id'], staff_id=colleague['staff_id'],
                  day=visit['starts_at'].date()):
        return False
    tx.change('appointments/move', staff_id=colleague['staff_id'],
              **{name: visit[name] for name in ('appointment_id', 'service_id', 'room_id', 'starts_at', 'ends_at',
                                                'pause_minutes')})
    tx.insert('appointment_history/insert', appointment_id=visit['appointment_id'], now_utc=clock.now_utc(),
              user_id=visitor['user_id'], by_link=False, action='reassigned', from_status=visit['status'],
              to_status=visit['status'], overruled='',
              details=f'staff: {account["full_name"]} → {colleague["full_name"]}')
    outbox.queue_visit(tx, 'moved', visit['appointment_id'], visit['starts_at'], tell_patients,
                       account['staff_id'], was_at=visit['starts_at'])
    return True


def find_colleague(to_staff_id: int | None, colleagues: list[dict], field: str = 'staff_id') -> dict | None:
    """The colleague that was chosen, of the rows of staff/list_colleagues; None for nobody.

    Raises Refused, beside the field, for somebody who is not among them.
    """
    if not to_staff_id:
        return None
    found = [person for person in colleagues if person['staff_id'] == to_staff_id]
    if not found:
        raise Refused({field: 'Please choose one of these people.'})
    return found[0]
