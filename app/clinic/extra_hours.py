"""Hours beside the usual week: an extra Saturday, or one each week until a day. A new week leaves them as they are.

Each change is one transaction that locks the member of staff first, as booking does.
"""

from datetime import date, timedelta

from app import audit, clock, database
from app.clinic import hours
from app.errors import NotFound
from app.visitor import Visitor


@database.retried
def add(visitor: Visitor, staff_id: int, block: dict, first_day: date, last_day: date):
    """Let a block (of forms.hours.read_extra) hold on the first day, and each week until the last.

    Raises hours.Overlap where other hours are in the way.
    """
    with database.transaction() as tx:
        hours.lock(tx, staff_id)
        hours.insert(tx, staff_id, block, first_day, last_day + timedelta(days=1), is_extra=True)
        hours.refuse_overlap(tx, staff_id)
        _note(tx, visitor, 'extra hours added', staff_id, block, first_day, last_day)


@database.retried
def remove(visitor: Visitor, staff_id: int, working_hours_id: int):
    """Take extra hours back, from today on; the days before keep theirs. Raises NotFound where there are none."""
    with database.transaction() as tx:
        hours.lock(tx, staff_id)
        block = tx.one('working_hours/find_extra', staff_id=staff_id, working_hours_id=working_hours_id)
        today = clock.today()
        if not block or block['valid_until'] <= today:
            raise NotFound()
        if block['valid_from'] < today:
            tx.change('working_hours/end_extra', staff_id=staff_id, working_hours_id=working_hours_id, day=today)
        else:
            tx.change('working_hours/delete_extra', staff_id=staff_id, working_hours_id=working_hours_id)
        _note(tx, visitor, 'extra hours removed', staff_id, block, block['valid_from'],
              block['valid_until'] - timedelta(days=1))


def _note(tx, visitor, action, staff_id, block, first_day, last_day):
    days = f'{first_day}' + (f' until {last_day}, each week' if last_day > first_day else '')
    audit.record(tx, visitor, action, 'staff', staff_id, f'{days}: {hours.in_words(block)}')
