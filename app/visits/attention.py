"""What the desk must not forget: visits to decide on, patients to call, visits to close."""

from app import clock, database
from app.visitor import Visitor

HERE, CALLS, OPEN = '/staff/hours/visits', '/staff/calls', '/staff?open=1'


def find(visitor: Visitor, with_open: bool = False) -> list[tuple[int, str, str]]:
    """What waits for this visitor: how many, a sentence that goes on from the number, and the page that helps.

    The desk and admins are told of everybody's visits, staff of their own. One statement; [] where nothing waits.
    with_open: also of past visits without an outcome.
    """
    counted, people = _read(visitor)
    visits, found = sum(person['amount'] for person in people), []
    if visits:
        found.append((visits, 'visit cannot take place as booked: please sort it out' if visits == 1 else
                      'visits cannot take place as booked: please sort them out',
                      f'{HERE}?staff_id={people[0]["staff_id"]}' if len(people) == 1 else HERE))
    if counted['calls']:
        found.append((counted['calls'], 'patient to call' if counted['calls'] == 1 else 'patients to call', CALLS))
    if with_open and counted['open']:
        what = 'visit' if counted['open'] == 1 else 'visits'
        found.append((counted['open'], f'{what} to close: did the patient come?', OPEN))
    return found


def list_people(visitor: Visitor) -> list[dict]:
    """Whose visits somebody has to decide on, by name: staff_id, full_name, amount (of visits)."""
    return _read(visitor)[1]


def count_calls(visitor: Visitor) -> int:
    """How many patients this visitor still has to call."""
    return _read(visitor)[0]['calls']


def _read(visitor):
    now = clock.now()
    rows = database.rows('appointments/list_needing_attention', user_id=visitor.user_id, today=now.date(), now=now)
    return ({row['kind']: row['amount'] for row in rows if row['kind'] != 'visits'},
            [row for row in rows if row['kind'] == 'visits'])
