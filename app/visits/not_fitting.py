"""Visits that no longer fit: hours, an absence, a closure or a withdrawn service came after they were booked.

Nobody changes them unseen. The view unfitting_visits finds them, and somebody of the clinic decides on each: a
colleague takes it at its time, it is moved, it is cancelled, or it stays.
"""

from collections import Counter
from datetime import date, datetime

from app import clock, database
from app.errors import Busy, NotFound, Refused
from app.visitor import Visitor
from app.visits import handover, scheduling

MOST_SHOWN = 100
# What stands against a visit that was booked, by the columns of the view unfitting_visits.
AGAINST = {'is_closed': 'the clinic is closed', 'is_away': 'time off', 'is_outside_hours': 'outside working hours',
           'is_in_break': 'during a break', 'is_gone': 'can no longer be booked',
           'is_not_offered': 'service not offered', 'is_without_room': 'without a room'}
LATER = ('is_away', 'is_gone', 'is_not_offered', 'is_without_room')      # seldom overruled, often come later
LEAVE, CANCEL = 'leave', 'cancel'
GONE = 'This visit was changed and is no longer in the list.'


def list_ahead(staff_id: int, now: datetime) -> list[dict]:
    """Visits from today on that no longer fit, earliest first, at most MOST_SHOWN of them.

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
                                      'against': _in_the_way(visit)} for visit in found if not _is_as_booked(visit)}


def _in_the_way(visit):
    return ', '.join(words for name, words in AGAINST.items() if visit[name])


def _is_as_booked(visit):
    return visit['is_known'] and not any(visit[name] for name in LATER)


def list_to_decide(staff_id: int, to_staff_id: int | None = None, otherwise: str = LEAVE) -> list[dict]:
    """What list_ahead() gives, with who could take each visit, and what is best done with it.

    colleagues: rows of appointments/list_who_could_take_each. do: the staff_id of the one who has the fewest visits on
    that day, those proposed here included; or LEAVE. to_staff_id: of that colleague alone. otherwise: CANCEL, or LEAVE,
    where nobody could take a visit. Two visits of one person never overlap, so no two of them are in each other's way
    at a colleague's either.
    """
    now = clock.now()
    visits, given = list_ahead(staff_id, now), Counter()
    rows = database.rows('appointments/list_who_could_take_each', staff_id=staff_id, today=now.date(), now=now,
                         limit=MOST_SHOWN)
    for visit in visits:
        visit['colleagues'] = [row for row in rows if row['appointment_id'] == visit['appointment_id']]
        visit['do'] = _best(visit, to_staff_id, otherwise, given)
        given[visit['do'], visit['starts_at'].date()] += 1
    return visits


def _best(visit, to_staff_id, otherwise, given):
    free = [each for each in visit['colleagues'] if to_staff_id in (None, each['staff_id'])]
    if _is_as_booked(visit):
        return LEAVE
    if not free:
        return otherwise if visit['status'] == 'booked' else LEAVE
    day = visit['starts_at'].date()
    return min(free, key=lambda each: each['visits_that_day'] + given[each['staff_id'], day])['staff_id']


def carry_out(visitor: Visitor, person: dict, decided: list[dict], reason: str,
              tell_patients: bool) -> dict[int, str]:
    """Reassign and cancel visits as decided: why not, by appointment_id, for those that could not be.

    person: user_id, staff_id, full_name of whose visits they are. decided: dicts with appointment_id, version (as the
    page showed it) and do: CANCEL, or the colleague (staff_id, full_name). What goes to one colleague is one
    transaction, and each visit that is cancelled is one. A visit that was changed meanwhile is left alone. reason: why
    they are cancelled.
    """
    failed = {}
    for colleague in {each['do']['staff_id']: each['do'] for each in decided if each['do'] != CANCEL}.values():
        ticked = {each['appointment_id']: each['version'] for each in decided if each['do'] == colleague}
        failed |= _hand_over(visitor, person, colleague, tell_patients, ticked)
    to_cancel = {each['appointment_id']: each['version'] for each in decided if each['do'] == CANCEL}
    return failed | scheduling.cancel_each(visitor, to_cancel, reason, tell_patients)


def _hand_over(visitor, person, colleague, tell_patients, ticked):
    try:
        return handover.hand_over(visitor, person, colleague, tell_patients, ticked)[1]
    except NotFound:
        return dict.fromkeys(ticked, f'{colleague["full_name"]} can no longer be booked.')
    except Refused as refused:
        return dict.fromkeys(ticked, str(refused))
    except Busy:
        return dict.fromkeys(ticked, 'This visit could not be reassigned just now. Please try again.')
