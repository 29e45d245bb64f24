"""When staff work: their week, from which day on, and when they are away. Each change is one transaction.

The days on which somebody's hours change divide their time into periods. Saving hours that hold from a day on ends
what held before and leaves what holds later; removing such a change lets the period before it go on. Visits already
booked stay as they are: app/visits/not_fitting.py names those that somebody has to decide on.

Whoever changes hours locks the member of staff first, as booking does, so no visit slips in between.
"""

from datetime import date, datetime, timedelta

from app import audit, clock, database
from app.clinic import weeks
from app.errors import NotFound, Refused
from app.visitor import Visitor

LONGEST = timedelta(days=731)       # that hours may begin, and extra hours be, ahead


def find_staff(visitor: Visitor, staff_id: int | None) -> dict:
    """The row of staff/find_for_hours. Raises NotFound unless it is the visitor, or the visitor is desk or admin."""
    found = staff_id and database.one('staff/find_for_hours', staff_id=staff_id, user_id=visitor.user_id)
    if not found:
        raise NotFound()
    return found


def list_periods(staff_id: int, today: date) -> list[dict]:
    """The periods that hold today or later, earliest first, without a gap between them.

    Each has starts_on (the first period's may lie in the past), ends_on (the first day after it, or None), last_day
    (the day before that), week: seven lists of blocks with starts_minute, ends_minute and breaks (a list of (start,
    end)), all minutes of the day; and weeks: the same as weeks.taking_turns() says it.
    """
    return overview(staff_id, today)['periods']


def overview(staff_id: int, today: date) -> dict:
    """periods: as list_periods() gives them. extra: the blocks of extra hours that are today or later, earliest first,
    each with the first_day and the last_day (a week or more apart, or the same) on which it still holds."""
    blocks = _blocks(database, staff_id, today)
    extra = [{**block, 'first_day': max(block['valid_from'], _next(block['weekday'], today)),
              'last_day': block['valid_until'] - timedelta(days=1)} for block in blocks if block['is_extra']]
    return {'periods': weeks.periods([block for block in blocks if not block['is_extra']], today),
            'extra': sorted((block for block in extra if block['first_day'] <= block['last_day']),
                            key=lambda block: (block['first_day'], block['starts_minute']))}


def _next(weekday, today):
    return today + timedelta(days=(weekday - today.weekday()) % 7)


def _blocks(source, staff_id, day):
    """The blocks that hold on a day or later, each with its breaks. source: the database, or a transaction."""
    blocks = source.rows('working_hours/list_by_staff', staff_id=staff_id, day=day)
    breaks = source.rows('breaks/list_by_staff', staff_id=staff_id, day=day)
    for block in blocks:
        block['breaks'] = [(each['starts_minute'], each['ends_minute']) for each in breaks
                           if each['working_hours_id'] == block['working_hours_id']]
    return blocks


def _usual(source, staff_id, day):
    return [block for block in _blocks(source, staff_id, day) if not block['is_extra']]


@database.retried
def save_week(visitor: Visitor, staff_id: int, week: dict):
    """Let a week (of forms.hours.read_week) hold from its valid_from on, until the next change that is planned.

    A week that holds then anyway is not written again. Raises Overlap where extra hours are in the way.
    """
    with database.transaction() as tx:
        lock(tx, staff_id)
        day = week['valid_from']
        usual = _usual(tx, staff_id, day)
        if weeks.is_same(weeks.holding(usual, day), week['blocks']):
            return
        end = next((later for later in weeks.days_of_change(usual) if later > day), None)
        _divide(tx, staff_id, day)
        if end:
            _divide(tx, staff_id, end)
        tx.change('working_hours/delete_between', staff_id=staff_id, day=day, end_day=end)
        for block in week['blocks']:
            insert(tx, staff_id, block, day, end)
        refuse_overlap(tx, staff_id)
        details = f'from {day}' + (f' until {end}' if end else '') + f': {_in_words(week["blocks"], day)}'
        audit.record(tx, visitor, 'hours changed', 'staff', staff_id, details)


class Overlap(Refused):
    """Extra hours and others would overlap. where: the row of working_hours/find_overlap."""

    def __init__(self, where: dict):
        self.where = where
        super().__init__(f'Extra hours overlap other hours on {where["day"]}.', 409)


def refuse_overlap(tx, staff_id: int):
    """Raises Overlap where extra hours of a member of staff overlap their others, today or later."""
    today = clock.today()
    found = tx.one('working_hours/find_overlap', staff_id=staff_id, first_day=today, end_day=today + LONGEST)
    if found:
        raise Overlap(found)


@database.retried
def remove_change(visitor: Visitor, staff_id: int, day: date):
    """Take back that other hours begin on a day in the future: what held before goes on instead.

    Raises Refused (409) where no hours begin or end on that day, or it is not in the future.
    """
    with database.transaction() as tx:
        lock(tx, staff_id)
        days = weeks.days_of_change(_usual(tx, staff_id, clock.today()))
        if day not in days or day <= clock.today():
            raise Refused('This change of working hours no longer exists.', 409)
        end = next((later for later in days if later > day), None)
        for edge in filter(None, (day, end)):
            _divide(tx, staff_id, edge)
        tx.change('working_hours/delete_between', staff_id=staff_id, day=day, end_day=end)
        tx.change('working_hours/extend', staff_id=staff_id, old_end=day, new_end=end)
        refuse_overlap(tx, staff_id)
        audit.record(tx, visitor, 'change of hours removed', 'staff', staff_id, f'from {day}')


def _divide(tx, staff_id, day):
    """Make a day an edge: no row of hours holds both before and on it."""
    tx.change('working_hours/copy_from', staff_id=staff_id, day=day)
    tx.change('breaks/copy_from', staff_id=staff_id, day=day)
    tx.change('working_hours/end_at', staff_id=staff_id, day=day)


def insert(tx, staff_id: int, block: dict, day: date, end: date | None, is_extra: bool = False):
    """Add a block with its breaks that holds from a day on; end: the first day on which it no longer does."""
    hours_id = tx.insert('working_hours/insert', staff_id=staff_id, weekday=block['weekday'], valid_from=day,
                         starts_minute=block['starts_minute'], ends_minute=block['ends_minute'], valid_until=end,
                         fortnight=block['fortnight'], is_extra=is_extra)
    for starts, ends in block['breaks']:
        tx.insert('breaks/insert', working_hours_id=hours_id, starts_minute=starts, ends_minute=ends)


def _in_words(blocks, day):
    """A week for the audit log: Mo 9:00-17:00, Tu 9:00-12:00 every other week from 2026-06-08."""
    names = ('Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su')
    said = []
    for block in blocks:
        turns = '' if block['fortnight'] is None else \
            f' every other week from {weeks.mondays(block["fortnight"], day)[0]}'
        said.append(f'{names[block["weekday"]]} {in_words(block)}{turns}')
    return ', '.join(said) or 'no hours'


def in_words(block: dict) -> str:
    """A block for the audit log: 9:00-17:00"""
    return f'{_clock(block["starts_minute"])}-{_clock(block["ends_minute"])}'


def _clock(minute):
    return f'{minute // 60}:{minute % 60:02}'


@database.retried
def set_slot_minutes(visitor: Visitor, staff_id: int, slot_minutes: int):
    """Change how many minutes lie between two starts of visits."""
    with database.transaction() as tx:
        lock(tx, staff_id)
        tx.change('staff/set_slot_minutes', staff_id=staff_id, slot_minutes=slot_minutes)
        audit.record(tx, visitor, 'slot length changed', 'staff', staff_id, f'{slot_minutes} minutes')


@database.retried
def add_time_off(visitor: Visitor, staff_id: int, starts_at: datetime, ends_at: datetime, reason: str):
    """Write down that a member of staff is away; local times."""
    with database.transaction() as tx:
        lock(tx, staff_id)
        tx.insert('time_off/insert', staff_id=staff_id, starts_at=starts_at, ends_at=ends_at, reason=reason)
        audit.record(tx, visitor, 'time off added', 'staff', staff_id,
                     details=f'{starts_at:%Y-%m-%d %H:%M} to {ends_at:%Y-%m-%d %H:%M}')


@database.retried
def remove_time_off(visitor: Visitor, staff_id: int, time_off_id: int):
    """Take back that a member of staff is away. Raises NotFound where it is not theirs, or gone."""
    with database.transaction() as tx:
        lock(tx, staff_id)
        away = tx.one('time_off/find', staff_id=staff_id, time_off_id=time_off_id)
        if not away:
            raise NotFound()
        tx.change('time_off/delete', staff_id=staff_id, time_off_id=time_off_id)
        audit.record(tx, visitor, 'time off removed', 'staff', staff_id,
                     details=f'{away["starts_at"]:%Y-%m-%d %H:%M} to {away["ends_at"]:%Y-%m-%d %H:%M}')


def lock(tx, staff_id: int):
    """Lock a member of staff, as booking does. Raises NotFound."""
    if not tx.one('staff/lock', staff_id=staff_id):
        raise NotFound()


def last_moment(ends_at: datetime) -> datetime:
    """The end of time off as people say it: midnight belongs to the day before."""
    return ends_at - timedelta(days=1) if ends_at.time() == datetime.min.time() else ends_at
