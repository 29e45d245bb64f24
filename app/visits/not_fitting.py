"""Visits that no longer fit: hours, an absence, a closure or a withdrawn service came after they were booked.

Nobody changes them unseen. The view unfitting_visits finds them, and somebody of the clinic decides on each.
"""

from datetime import date, datetime

from app import clock, database
from app.visits import handover

MOST_SHOWN = 100
# What stands against a visit that was booked, by the columns of the view unfitting_visits.
AGAINST = {'is_closed': 'the clinic is closed', 'is_away': 'time off', 'is_outside_hours': 'outside working hours',
           'is_in_break': 'during a break', 'is_gone': 'can no longer be booked',
           'is_not_offered': 'service not offered', 'is_without_room': 'room retired'}
LATER = ('is_away', 'is_gone', 'is_not_offered', 'is_without_room')      # seldom overruled, often come later


def list_ahead(staff_id: int, now: datetime) -> list[dict]:
    """Visits booked from today on that no longer fit, earliest first, at most MOST_SHOWN of them.

    Those of today stay among them when they have begun, until they have an outcome.

    The rows of appointments/list_not_fitting, each with against: what stands against it, in words.
    """
    found = database.rows('appointments/list_not_fitting', staff_id=staff_id, today=now.date(), limit=MOST_SHOWN)
    return [{**visit, 'against': _in_the_way(visit)} for visit in found]


def list_of_day(day: date) -> dict[int, dict]:
    """The visits of a day that no longer fit, by appointment_id: staff_id, is_away, and against: what stands against
    them.

    What was booked knowingly outside hours, in a break or on a closed day is not among them.
    """
    found = database.rows('appointments/list_day_not_fitting', day=day)
    return {visit['appointment_id']: {'staff_id': visit['staff_id'], 'is_away': visit['is_away'],
                                      'against': _in_the_way(visit)} for visit in found
            if not visit['is_known'] or any(visit[name] for name in LATER)}


def _in_the_way(visit):
    return ', '.join(words for name, words in AGAINST.items() if visit[name])


def list_for_colleague(staff_id: int, to_staff_id: int | None = None) -> list[dict]:
    """What list_ahead() gives, with `refusal`: why that colleague can't take a visit, or None where they can."""
    ahead = {visit['appointment_id']: visit for visit in handover.find_visits(database, staff_id, to_staff_id)}
    over = {'against': 'cannot take it: its time has passed'}
    return [{**visit, 'refusal': ahead.get(visit['appointment_id'], over)['against']}
            for visit in list_ahead(staff_id, clock.now())]
