"""The page that chooses another time for a visit: for patients and staff who signed in, and by the link in a mail."""

from datetime import date, timedelta

from app import clock
from app.errors import Refused
from app.forms import visits as forms
from app.visitor import Visitor
from app.visits import details, free_times
from app.visits.free_times import A_WEEK
from app.web.app import page, query


def show(who: Visitor, visit: dict, back: str, refused: Refused | None = None, day: date | None = None,
         **values) -> str:
    """The page with a day's free times: day, or the one that its address asks for, or the best to begin with.

    who: for whom it is shown, the holder of a link too. visit: the row of appointments/find or find_for_mail. back: the
    address of the visit.
    """
    try:
        day = day or forms.read_day(query(), None)
    except Refused as no_day:
        refused = no_day
    return page('patient/visits/reschedule.tpl', refused, saved={'tell_patient': 'yes'}, back=back,
                **{**details.beside(who, visit), **_times(who.role, visit, day), **values})


def _times(role, visit, day):
    """A day's free times, the week it is in, and the next free day if it has none."""
    now, present = clock.now(), visit['starts_at']
    shown = day or max(present.date(), now.date())
    first = free_times.week_of(shown, now.date())
    free = free_times.times_for_move(visit, role, first, first + A_WEEK, now)
    if not day:
        shown = next((each for each in free if each >= shown), shown)
    starts = free.get(shown, [])
    days = [{**row, 'is_open': row['day'] in free} for row in
            free_times.days(visit['staff_id'], visit['service_id'], first, first + A_WEEK, now)]
    last = now.date() + timedelta(days=visit['horizon_days'])
    next_day = None if starts else next((each for each in free if each > shown), None) or \
        free_times.next_day_for_move(visit, role, max(first + A_WEEK, now.date()), now)
    return {'day': shown, 'days': days, 'is_free': bool(starts), 'next_day': next_day,
            'starts': sorted({*starts, present}) if present.date() == shown else starts,
            'closed': next((row['closed'] for row in days if row['day'] == shown), None),
            'earlier': first - A_WEEK if first > now.date() else None,
            'later': first + A_WEEK if first + A_WEEK <= last else None}
