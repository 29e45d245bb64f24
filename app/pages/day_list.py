"""The day as a list, and the visits whose outcome nobody has marked: what /staff shows beside the board."""

from datetime import date
from urllib.parse import urlencode

from app import clock, database
from app.errors import Refused
from app.visits import attention, day_list, details, new_accounts, not_fitting, noting, rules
from app.web import paging
from app.web.app import page, query, visitor


def show(whose: dict, day: date, refused: Refused | None = None) -> str:
    """The list of a day. whose: staff_id (0: everybody), name, people, sees_all. refused: why a day will not do."""
    staff_id, now = whose['staff_id'], clock.now()
    rows = _rows(staff_id, day)
    frame = rules.frame_of_day(database, staff_id, day)
    unfitting = not_fitting.list_of_day(day) if rows and day >= now.date() else {}
    lines = [day_list.line(row, now, unfitting.get(row['appointment_id'])) for row in rows]
    if staff_id:
        lines += [day_list.between(row) for row in frame if row['kind'] in ('break', 'time_off')]
    return page(
        'staff/day/day.tpl', refused, **whose, day=day, today=now.date(), now=now, count=_counted(rows),
        lines=sorted(lines, key=lambda line: line['minute']),
        sections=day_list.sections(lines, now) if day == now.date() else [], **_frame_of(whose, frame),
        waiting=database.value('appointments/count_without_outcome', staff_id=staff_id, now=now),
        attention=attention.find(visitor())
        + (new_accounts.lines(new_accounts.count()) if whose['sees_all'] else []),
        **_marking(frame, day=day, **({'view': 'list', 'staff_id': staff_id} if whose['sees_all'] else {})))


def show_open(whose: dict) -> str:
    """Past visits that nobody has marked as finished or missed. whose: as of show()."""
    now = clock.now()
    wanted = {'staff_id': whose['staff_id'], 'now': now}
    at, rows = paging.of('/staff', query(),
                         lambda **part: database.rows('appointments/list_without_outcome', **wanted, **part),
                         lambda: database.value('appointments/count_without_outcome', **wanted))
    return page('staff/day/open.tpl', **whose, paging=at, lines=[day_list.line(row, now) for row in rows],
                **_marking([], open=1, **({'staff_id': wanted['staff_id']} if whose['sees_all'] else {})))


def _rows(staff_id, day):
    if staff_id:
        return database.rows('appointments/list_day_for_staff', staff_id=staff_id, day=day)
    return database.rows('appointments/list_day', day=day)


def _frame_of(whose, frame):
    """Above the list: the hours of one person, why the clinic is closed, and who of all is away."""
    staff_id, names = whose['staff_id'], {person['staff_id']: person['full_name'] for person in whose['people']}
    return {'hours': [row for row in frame if row['kind'] == 'hours'] if staff_id else [],
            'closed': next((row['reason'] for row in frame if row['kind'] == 'closed'), None),
            'away': [{**row, 'name': names.get(row['staff_id'])} for row in frame
                     if row['kind'] == 'time_off' and not staff_id and row['staff_id'] in names]}


def _counted(rows):
    kept = [row for row in rows if row['status'] != 'cancelled']
    return {'visits': len(kept), **{status: sum(row['status'] == status for row in rows)
                                    for status in ('arrived', 'completed', 'no_show', 'cancelled')}}


def _marking(frame, **address):
    """What the buttons of a line need: the legal moves, the time, what frames the day, and the page to come back to.

    A cancellation is undone on the visit's own page, which asks whether the patient is told.
    """
    transitions, now = database.rows('status_transitions/list_all'), clock.now()
    return {'moves': lambda visit: [] if visit['status'] == 'cancelled' else
            details.moves(transitions, visit, now, frame), 'late_by': noting.LATE_BY,
            'back': f'/staff?{urlencode(address)}'}
