"""The front desk books for patients, knowingly past some rules where need be."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from app import database
from app.errors import Refused
from app.visitor import Visitor
from app.visits import free_times, scheduling, why_not
from app.visits.board import SHORTEST
from app.visits.wanted import Wanted
from app.written import Written

# What the desk sets aside by itself: it fills the gaps between visits, and a walk-in stands in front of it.
OF_PATIENTS = {'off_grid'}
SOONEST_SHOWN = 3
FITS = {'fits': True, 'shortened': None}
NEVER_FITS = {'fits': False, 'shortened': None}


def offer(staff_id: int | None, service_id: int | None, starts_at: datetime | None) -> dict:
    """What may be booked with somebody (None: anyone), perhaps at a time (local): services, service_id, is_other, gap.

    services: rows with service_id, name, minutes, fits: whether the gap has room for it (those come first), and
    shortened: the minutes that are left where it has not, or None.
    service_id: the one asked for, or the only one that fits, or None. is_other: that one is not offered by this member
    of staff, so services are those of all. gap: the row of availability/find_gap; None where no gap was asked about,
    or they do not work then. At most three statements.
    """
    own = database.rows('staff/list_services', staff_id=staff_id, role='staff') if staff_id else []
    is_other = bool(staff_id and service_id) and service_id not in {each['service_id'] for each in own}
    is_own = bool(own) and not is_other
    services = own if is_own else database.rows('services/list_bookable', role='staff')
    is_gap = is_own and bool(starts_at)
    gap = database.one('availability/find_gap', staff_id=staff_id, starts_at=starts_at) if is_gap else None
    services = [{**each, **(_fit(each, starts_at, gap) if is_gap else FITS)} for each in services]
    fitting = [each for each in services if each['fits']]
    if not service_id and 1 in (len(services), len(fitting)):
        service_id = (fitting or services)[0]['service_id']
    return {'services': sorted(services, key=lambda each: not each['fits']), 'service_id': service_id,
            'is_other': is_other, 'gap': gap}


def _fit(service, starts_at, gap):
    """Whether a service fits, in full or shortened: it ends before a break or the end of the hours, and its pause
    before the next visit begins."""
    return _shortened(service, starts_at, gap['taken_from'], gap['works_until']) if gap else NEVER_FITS


def _shortened(service, starts_at, taken_from, works_until=datetime.max):
    """fits and shortened of a service (minutes, pause_minutes) that begins then and must be over by these."""
    ends_at = min(works_until, (taken_from or datetime.max) - timedelta(minutes=service['pause_minutes']))
    left = (ends_at - starts_at) // timedelta(minutes=1)
    fits = left >= service['minutes']
    return {'fits': fits, 'shortened': left - left % 5 if not fits and left >= SHORTEST else None}


def week(staff_id: int | None, service_id: int, day: date, now: datetime) -> list[dict]:
    """The seven days shown with a day: day, closed (the reason, or None) and starts: free times of everybody or of one.

    starts: rows of availability/list_starts_for_desk, earliest first within each person. Two statements.
    """
    first = free_times.week_of(day, now.date())
    stretch = {'first_day': first, 'end_day': first + free_times.A_WEEK}
    closed = {row['day']: row['reason'] for row in database.rows('closures/list_between', **stretch)}
    starts = database.rows('availability/list_starts_for_desk', staff_id=staff_id or 0, service_id=service_id, now=now,
                           **stretch)
    return [{'day': each, 'closed': closed.get(each), 'starts': [row for row in starts if row['day'] == each]}
            for each in (first + timedelta(days=number) for number in range(7))]


def soonest(week_shown: list[dict], day: date, staff_ids: set[int], service_id: int, since: datetime,
            horizon_days: int) -> list[dict]:
    """The first free time of each person from a day on, the soonest three: dicts with staff_id and starts_at.

    They are those of the week shown (of week()). Where it has none after the day, at most one statement looks further.
    since: local.
    """
    first = {}
    for row in sorted((row for each in week_shown if each['day'] >= day for row in each['starts']),
                      key=lambda row: row['starts_at']):
        first.setdefault(row['staff_id'], row)
    if not first:
        first = {key: row for key, row in free_times.soonest(service_id, since, horizon_days, 'staff').items()
                 if key in staff_ids}
    return sorted(first.values(), key=lambda row: row['starts_at'])[:SOONEST_SHOWN]


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
    may overrule them, and those that bind patients only. A walk-in has no hints: the patient is here.

    Raises NotFound.
    """
    found = why_not.explain(visitor, written, wanted, wanted.starts_at if wanted.is_walk_in else now)
    reasons = [{**each, 'is_hint': each['is_hint'] or each['rule'] in OF_PATIENTS} for each in found['reasons']]
    return {**found, 'hints': [each for each in reasons if each['is_hint'] and not wanted.is_walk_in],
            'warnings': [each for each in reasons if each['can_be_overruled'] and not each['is_hint']],
            'blocks': [each for each in reasons if not each['can_be_overruled']]}


def at_work(service_id: int, starts_at: datetime) -> list[dict]:
    """Who is at work when a patient walks in (local), with what each does then: rows of staff/list_at_work.

    Each has squeeze_at besides: the end of the present visit and its pause, or now in a break, where the walk-in fits
    before the next visit and begins before free_at, or None; and shortened: the minutes that it then has, where these
    are fewer than usual. One statement.
    """
    people = database.rows('staff/list_at_work', service_id=service_id, starts_at=starts_at)
    return [{**each, **_squeezed(each, each['pause_until'] or starts_at)} for each in people]


def _squeezed(person, begins_at):
    fit = _shortened(person, begins_at, person['next_visit_at'])
    is_sooner = begins_at < min(person['free_at'] or datetime.max, person['works_until'])
    is_possible = is_sooner and (fit['fits'] or fit['shortened'])
    return {'squeeze_at': begins_at if is_possible else None, 'shortened': fit['shortened']}


def near(wanted: Wanted, now: datetime, is_blocked: bool) -> list[dict]:
    """Free times near a wanted one on its day: first with the same member of staff, then with others.

    Four of each where the wanted time is blocked; otherwise two, and only such as need no warning themselves. Each is
    a row of availability/list_starts_for_desk. Earliest first within both.
    """
    day = wanted.starts_at.date()
    rows = database.rows('availability/list_starts_for_desk', staff_id=0, service_id=wanted.service_id, now=now,
                         first_day=day, end_day=day + free_times.A_DAY)
    most = 4 if is_blocked else 2
    rows = [row for row in rows if is_blocked or not row['is_warned']]

    def nearest(those):
        return sorted(sorted(those, key=lambda row: abs(row['starts_at'] - wanted.starts_at))[:most],
                      key=lambda row: row['starts_at'])
    return (nearest([row for row in rows if row['staff_id'] == wanted.staff_id])
            + nearest([row for row in rows if row['staff_id'] != wanted.staff_id]))


def book(visitor: Visitor, wanted: Wanted) -> int:
    """Book what forms.read_desk_booking gives; its appointment_id. Raises as scheduling.book() does."""
    why = wanted.why or ('walk-in' if wanted.is_walk_in else 'at the desk')
    return scheduling.book(visitor, replace(wanted, overruled=(*wanted.overruled, *OF_PATIENTS), why=why))


def may_open(visitor: Visitor, staff_id: int) -> bool:
    """Whether a visitor may open this member of staff's visits: their own, or anybody's for the desk and admins."""
    return bool(database.one('staff/find_for_hours', staff_id=staff_id, user_id=visitor.user_id))
