"""Free times as the booking pages show them: one day with its week, seven days in columns, or a month.

Each of day(), week() and month() gives the values of its template, views/patient/booking/<view>.tpl. A day and a week
cost one statement, or two where nothing is free; a month costs two. staff and service: as free_times.offer() and
service_of() give them; asked: as app.forms.booking.read_times() gives it. All times are local.
"""

from datetime import datetime, timedelta

from app.visits import free_times
from app.visits.free_times import A_DAY
from app.written import Written

PARTS_OF_THE_DAY = (('Morning', 0, 12), ('Afternoon', 12, 17), ('Evening', 17, 24))


def day(staff: dict, service: dict, asked: dict, now: datetime, written: Written) -> dict:
    """The times of the day asked for, or of the first open day of its week; and that week, to choose another."""
    who = staff['staff_id'], service['service_id']
    days = _week(who, asked, now)
    open_days = [row['day'] for row in days if row['is_open']]
    first = next(iter(open_days), asked['week'])
    shown = next(row for row in days if row['day'] == (asked['day'] or first))
    next_day = None if shown['is_open'] else next((later for later in open_days if later > shown['day']), None)
    if not shown['is_open'] and not next_day:
        next_day = free_times.next_day(*who, days[-1]['day'] + A_DAY, now)
    return {'days': days, 'day': shown['day'], 'next_day': next_day, 'closed': shown['closed'],
            'parts': _by_part_of_day(slots(shown['times'], staff['full_name'], written))}


def week(staff: dict, service: dict, asked: dict, now: datetime, written: Written) -> dict:
    """Seven days, each with all its times."""
    who = staff['staff_id'], service['service_id']
    days, next_day = _week(who, asked, now), None
    if not any(row['is_open'] for row in days):
        next_day = free_times.next_day(*who, days[-1]['day'] + A_DAY, now)
    columns = [{**row, 'slots': slots(row['times'], staff['full_name'], written)} for row in days]
    return {'days': columns, 'day': asked['week'], 'next_day': next_day}


def month(staff: dict, service: dict, asked: dict, now: datetime, written: Written) -> dict:
    """The weeks of a month, Monday to Sunday, with what is known of each day from today on; and the times of the day
    asked for, or of the first open one."""
    who = staff['staff_id'], service['service_id']
    first, end = free_times.month_of(asked['week'])
    known = {row['day']: row for row in free_times.days(*who, max(first, now.date()), end, now)}
    open_days, next_day = [row['day'] for row in known.values() if row['is_open']], None
    if not open_days:
        next_day = free_times.next_day(*who, end, now)
    shown = asked['day'] if asked['day'] in open_days else next(iter(open_days), None)
    found = free_times.times(*who, shown, now) if shown else []
    monday = first - timedelta(days=first.weekday())
    weeks = [[monday + timedelta(days=7 * number + weekday) for weekday in range(7)] for number in range(6)]
    return {'weeks': [days for days in weeks if days[0] < end], 'known': known, 'first': first, 'end': end,
            'day': asked['week'], 'next_day': next_day, 'shown': shown,
            'parts': _by_part_of_day(slots(found, staff['full_name'], written))}


SHOWN = {'day': day, 'week': week, 'month': month}


def slots(times: list[datetime], full_name: str, written: Written) -> list[dict]:
    """Times for links and buttons: at (for links and forms), time, spoken (all that a screen reader should say)."""
    spoken = {}
    for moment in times:
        spoken.setdefault(moment.date(), written.day(moment))
    found = []
    for moment in times:
        time = written.time(moment)
        found.append({'at': moment.isoformat(timespec='minutes'), 'hour': moment.hour, 'time': time,
                      'spoken': f'Book {spoken[moment.date()]}, {time} with {full_name}'})
    return found


def _by_part_of_day(found: list[dict]) -> list[tuple[str, list[dict]]]:
    parts = [(name, [slot for slot in found if first <= slot['hour'] < end]) for name, first, end in PARTS_OF_THE_DAY]
    return [(name, part) for name, part in parts if part]


def _week(who: tuple[int, int], asked: dict, now: datetime) -> list[dict]:
    return free_times.week(*who, free_times.week_of(asked['week'], now.date()), now)
