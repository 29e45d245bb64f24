"""What the desk must not forget: visits that somebody has to decide on, and patients to call."""

from app import clock, database
from app.visitor import Visitor

HERE, CALLS = '/staff/hours/visits', '/staff/calls'


def find(visitor: Visitor) -> list[tuple[int, str, str]]:
    """What waits for this visitor: how many, a sentence that goes on from the number, and the page that helps.

    The desk and admins are told of everybody's visits, staff of their own. One statement; [] where nothing waits.
    """
    calls, people = _read(visitor)
    visits, found = sum(person['amount'] for person in people), []
    if visits:
        found.append((visits, 'visit cannot take place as booked: please sort it out' if visits == 1 else
                      'visits cannot take place as booked: please sort them out',
                      f'{HERE}?staff_id={people[0]["staff_id"]}' if len(people) == 1 else HERE))
    if calls:
        found.append((calls, f'{"patient" if calls == 1 else "patients"} to call', CALLS))
    return found


def list_people(visitor: Visitor) -> list[dict]:
    """Whose visits somebody has to decide on, by name: staff_id, full_name, amount (of visits)."""
    return _read(visitor)[1]


def count_calls(visitor: Visitor) -> int:
    """How many patients this visitor still has to call."""
    return _read(visitor)[0]


def _read(visitor):
    rows = database.rows('appointments/list_needing_attention', user_id=visitor.user_id, today=clock.today())
    return (next(row['amount'] for row in rows if row['staff_id'] is None),
            [row for row in rows if row['staff_id'] is not None])
