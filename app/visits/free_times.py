"""What patients can book, as the pages show it: whom, on which days, at which times.

The rules themselves are SQL: the views of section 8 in db/schema.sql, and the queries in db/queries/availability.
"""

import itertools
from datetime import date, datetime, timedelta

from app import database
from app.errors import NotFound
from app.visits.wanted import minutes_of

A_DAY, A_WEEK = timedelta(days=1), timedelta(days=7)
LONG_VISITS = timedelta(weeks=8)        # how far is looked for a time for a visit that is longer than its service


def offer(staff_id: int) -> dict:
    """Whom patients can book: staff_id, full_name, specialization, about, phone, has_video_link, services.

    services: those that patients book themselves, a list of dicts with service_id, service_name, minutes,
    how_to_prepare, place, notice_minutes, horizon_days, cancel_deadline_minutes. Raises NotFound.
    """
    rows = database.rows('staff/list_offer', staff_id=staff_id)
    if not rows:
        raise NotFound()
    return {**rows[0], 'services': rows}


def service_of(staff: dict, service_id: int | None) -> dict | None:
    """The service asked for, if this member of staff (of offer()) offers it; the only one where there is no choice."""
    if len(staff['services']) == 1 and not service_id:
        return staff['services'][0]
    return next((service for service in staff['services'] if service['service_id'] == service_id), None)


def soonest(service_id: int | None, now: datetime, horizon_days: int, role: str = 'patient') -> dict[int, dict]:
    """When each member of staff could next be booked: by staff_id a dict with service_id, starts_at and times.

    times: one to three, of the day that starts_at is on, which is the first of them. service_id None: for the shortest
    service of each. horizon_days: how far to look, see furthest(). role: of who asks; notice, and what is only booked
    at the desk, bind patients alone. Who is not in the result has no time as far as one may book.
    """
    rows = database.rows('availability/list_soonest', service_id=service_id or 0, first_day=now.date(), role=role,
                         end_day=now.date() + timedelta(days=horizon_days + 1), now=now)
    found = {}
    for row in rows:
        found.setdefault(row['staff_id'], {**row, 'times': []})['times'].append(row['starts_at'])
    return found


def services(now: datetime, days_ahead: int) -> list[dict]:
    """What patients can book, by name: the rows of services/list_bookable, each with starts_at: when next, with
    anybody; None where no time is free on these days, today among them.
    """
    end_day = now.date() + timedelta(days=days_ahead)
    next_times = {row['service_id']: row['starts_at'] for row in
                  database.rows('availability/list_soonest_of_services', now=now, end_day=end_day)}
    return [{**row, 'starts_at': next_times.get(row['service_id'])} for row in
            database.rows('services/list_bookable', role='patient')]


def furthest(services: list[dict]) -> int:
    """How many days ahead one of these services (rows of services/list_bookable) can be booked at most."""
    return max((service['horizon_days'] for service in services), default=0)


def week_of(day: date, today: date) -> date:
    """The first day of the seven that are shown with a day. Weeks are counted from today: none begins in the past."""
    return today + timedelta(days=(day - today).days // 7 * 7)


def month_of(day: date) -> tuple[date, date]:
    """The first day of a day's month, and of the next month."""
    first = day.replace(day=1)
    return first, (first + timedelta(days=31)).replace(day=1)


def days(staff_id: int, service_id: int, first_day: date, end_day: date, now: datetime) -> list[dict]:
    """Each day from first_day up to end_day: day, closed (the reason, or None), is_too_far, is_open."""
    return database.rows('availability/list_days', staff_id=staff_id, service_id=service_id, first_day=first_day,
                         end_day=end_day, now=now)


def times(staff_id: int, service_id: int, day: date, now: datetime, role: str = 'patient') -> list[datetime]:
    """The times of a day that can be booked, earliest first. role: of who asks, see soonest()."""
    return [row['starts_at'] for row in database.rows('availability/list_starts', staff_id=staff_id,
                                                      service_id=service_id, day=day, now=now, role=role)]


def week(staff_id: int, service_id: int, first_day: date, now: datetime) -> list[dict]:
    """Seven days, in one statement: day, closed, is_too_far and is_open as days() gives them, and times, a list."""
    found = {}
    for row in database.rows('availability/list_starts_of_days', staff_id=staff_id, service_id=service_id,
                             first_day=first_day, end_day=first_day + A_WEEK, now=now):
        times_of_day = found.setdefault(row['day'], {**row, 'times': []})['times']
        if row['starts_at']:
            times_of_day.append(row['starts_at'])
    return [{**each, 'is_open': bool(each['times'])} for each in found.values()]


def next_day(staff_id: int, service_id: int, day: date, now: datetime, role: str = 'patient',
             is_move: bool = False) -> date | None:
    """The first day, from a day on, with a time that can be booked. role: of who asks, see soonest(). is_move: for a
    visit that is booked already, which patients move even where only the desk books such visits."""
    return database.value('availability/find_next_day', staff_id=staff_id, service_id=service_id, day=day, now=now,
                          role=role, is_move=is_move)


def times_for_move(visit: dict, role: str, first_day: date, end_day: date, now: datetime) -> dict[date, list]:
    """The times of several days to which a visit can be moved: by day, only days with any; not its present time.

    visit: a dict with appointment_id. role: of whom it is moved by; notice binds patients only. Its own present time
    and the room it has then are not in its way; other visits of the patient are.
    """
    rows = database.rows('availability/list_starts_for_move', appointment_id=visit['appointment_id'], role=role,
                         first_day=first_day, end_day=end_day, now=now)
    starts = [row['starts_at'] for row in rows]
    return {day: list(times) for day, times in itertools.groupby(starts, datetime.date)}


def next_day_for_move(visit: dict, role: str, day: date, now: datetime) -> date | None:
    """The first day, from a day on, with a time to which a visit (the row of appointments/find) can be moved.

    A visit that is longer than its service is looked for in the next weeks only.
    """
    if minutes_of(visit) > visit['service_minutes']:
        return next(iter(times_for_move(visit, role, day, day + LONG_VISITS, now)), None)
    found = next_day(visit['staff_id'], visit['service_id'], day, now, role, is_move=True)
    own_day = visit['starts_at'].date()
    if day <= own_day and (not found or own_day < found) and times_for_move(visit, role, own_day, own_day + A_DAY, now):
        return own_day                                  # all that is free on it overlaps the visit itself
    return found


def nearest(staff_id: int, service_id: int, starts_at: datetime, now: datetime) -> tuple[list, list]:
    """Instead of a time that is gone: the free times of its day, or of the next day with some; and the three nearest.

    At most three statements.
    """
    free = times(staff_id, service_id, starts_at.date(), now)
    if not free:
        day = next_day(staff_id, service_id, max(starts_at.date(), now.date()), now)
        free = times(staff_id, service_id, day, now) if day else []
    return free, sorted(sorted(free, key=lambda time: abs(time - starts_at))[:3])
