"""The front desk books for patients, knowingly past some rules where need be."""

from dataclasses import replace
from datetime import datetime

from app import database
from app.errors import Refused
from app.visitor import Visitor
from app.visits import scheduling, why_not
from app.visits.wanted import Wanted
from app.written import Written

# What a walk-in sets aside by itself: the patient stands at the desk.
OF_A_WALK_IN = {'off_grid'}


def choose_staff(wanted: Wanted) -> Wanted:
    """wanted (of forms.read_wanted) with a staff_id: where anyone will do, of those at work whom the time suits best.

    Raises Refused where nobody who offers the service is at work then: such a time takes somebody by name.
    """
    if wanted.staff_id:
        return wanted
    could = database.rows('staff/list_who_could', service_id=wanted.service_id, starts_at=wanted.starts_at)
    if not could:
        raise Refused({'staff_id': 'No staff who offer this service are at work then. Please choose another time.'})
    return replace(wanted, staff_id=could[0]['staff_id'])


def consider(visitor: Visitor, written: Written, wanted: Wanted, now: datetime) -> dict:
    """What why_not.explain() finds about a wanted visit, with blocks, warnings and hints: its reasons, by whether staff
    may overrule them, and those that bind patients only. What every walk-in sets aside is not among them.

    Raises NotFound.
    """
    found = why_not.explain(visitor, written, wanted, wanted.starts_at if wanted.is_walk_in else now)
    reasons = [each for each in found['reasons'] if not wanted.is_walk_in or each['rule'] not in OF_A_WALK_IN]
    return {**found, 'hints': [each for each in reasons if each['is_hint']],
            'warnings': [each for each in reasons if each['can_be_overruled'] and not each['is_hint']],
            'blocks': [each for each in reasons if not each['can_be_overruled']]}


def near(wanted: Wanted, now: datetime, is_blocked: bool) -> list[dict]:
    """Free times near a wanted one on its day: first with the same member of staff, then with others.

    Four of each where the wanted time is blocked; otherwise two, and only such as need no warning themselves. Each is
    a row of availability/list_starts_for_desk. Earliest first within both.
    """
    rows = database.rows('availability/list_starts_for_desk', staff_id=0, service_id=wanted.service_id,
                         day=wanted.starts_at.date(), now=now)
    most = 4 if is_blocked else 2
    rows = [row for row in rows if is_blocked or not row['is_warned']]

    def nearest(those):
        return sorted(sorted(those, key=lambda row: abs(row['starts_at'] - wanted.starts_at))[:most],
                      key=lambda row: row['starts_at'])
    return (nearest([row for row in rows if row['staff_id'] == wanted.staff_id])
            + nearest([row for row in rows if row['staff_id'] != wanted.staff_id]))


def book(visitor: Visitor, wanted: Wanted) -> int:
    """Book what forms.read_desk_booking gives; its appointment_id. Raises as scheduling.book() does."""
    if wanted.is_walk_in:
        wanted = replace(wanted, overruled=(*wanted.overruled, *OF_A_WALK_IN), why=wanted.why or 'walk-in')
    return scheduling.book(visitor, wanted)


def may_open(visitor: Visitor, staff_id: int) -> bool:
    """Whether a visitor may open this member of staff's visits: their own, or anybody's for the desk and admins."""
    return bool(database.one('staff/find_for_hours', staff_id=staff_id, user_id=visitor.user_id))
