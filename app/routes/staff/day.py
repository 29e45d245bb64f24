"""The day of those who work here, and what is coming.

Staff see their own days. The desk and admins choose anybody's, or look at everybody's at once (staff_id 0).
"""

from datetime import timedelta
from itertools import groupby
from urllib.parse import urlencode

from app import clock, database
from app.errors import NotFound, Refused
from app.forms import visits as forms
from app.pages import board
from app.visits import details, new_accounts, not_fitting
from app.web import paging
from app.web.app import app, needs, page, query, visitor

SPANS = {'7': 'next 7 days', '14': 'next 14 days', '30': 'next 30 days', '90': 'next 90 days', '366': 'next year'}
USUAL_SPAN = '14'


@app.get('/staff')
@needs('staff', 'admin')
def show_day():
    """The day: the board, or (view=list) who comes when, with one button for each step: this is what is printed."""
    if _wants_board():
        return _board()
    whose = _whose()
    if query().get('open'):
        return _without_outcome(whose)
    try:
        day = forms.read_day(query(), clock.today())
    except Refused as refused:
        return _day(whose, clock.today(), refused)
    return _day(whose, day)


@app.get('/staff/upcoming')
@needs('staff', 'admin')
def show_upcoming():
    """The visits to come, by day."""
    whose, asked = _whose(), query()
    days = asked.get('days') if asked.get('days') in SPANS else USUAL_SPAN
    now = clock.now()
    wanted = {'staff_id': whose['staff_id'], 'now': now, 'until_day': now.date() + timedelta(days=int(days))}
    at, rows = paging.of('/staff/upcoming', asked,
                         lambda **part: database.rows('appointments/list_upcoming', **wanted, **part),
                         lambda: database.value('appointments/count_upcoming', **wanted))
    by_day = groupby(map(_line, rows), key=lambda visit: visit['starts_at'].date())
    return page('staff/day/upcoming.tpl', **whose, paging=at, days=days, spans=SPANS,
                by_day=[(day, list(lines)) for day, lines in by_day])


def _wants_board():
    """Whether the day is drawn as a board: as the address says, and where it does not, for the desk and admins."""
    asked = query().get('view')
    of_the_desk = visitor().is_desk or visitor().role == 'admin'
    return not query().get('open') and (asked == 'board' or (asked != 'list' and of_the_desk))


def _board():
    try:
        return board.show_day(forms.read_day(query(), clock.today()))
    except Refused as refused:
        return board.show_day(clock.today(), refused)


def _whose():
    """Whose days are shown: people to choose from, staff_id (0: everybody; -1: nobody), name, sees_all."""
    people = database.rows('staff/list_with_days', user_id=visitor().user_id)
    sees_all = bool(people[0]['sees_all'] if people else
                    database.value('staff/find_sees_all', user_id=visitor().user_id))
    usual = '0' if sees_all else str(visitor().staff_id or -1)
    names = {str(person['staff_id']): person['full_name'] for person in people}
    asked = query().get('staff_id') or usual
    if asked not in {*names, usual}:
        raise NotFound()
    return {'people': people, 'sees_all': sees_all, 'staff_id': int(asked), 'name': names.get(asked)}


def _day(whose, day, refused=None):
    """A day's lines in the order of the clock, what frames them, and how many past visits wait for an outcome."""
    staff_id, now = whose['staff_id'], clock.now()
    if staff_id:
        rows = database.rows('appointments/list_day_for_staff', staff_id=staff_id, day=day)
    else:
        rows = database.rows('appointments/list_day', day=day)
    frame = database.rows('availability/list_day_frame', staff_id=staff_id, day=day)
    names = {person['staff_id']: person['full_name'] for person in whose['people']}
    unfitting = not_fitting.list_of_day(day) if rows and day >= now.date() else {}
    return page(
        'staff/day/day.tpl', refused, **whose, day=day, today=clock.today(), count=_counted(rows),
        lines=_in_order(rows, frame, whose, unfitting),
        hours=[row for row in frame if row['kind'] == 'hours'] if staff_id else [],
        closed=next((row['reason'] for row in frame if row['kind'] == 'closed'), None),
        away=[{**row, 'name': names.get(row['staff_id'])} for row in frame
              if row['kind'] == 'time_off' and not staff_id and row['staff_id'] in names],
        waiting=database.value('appointments/count_without_outcome', staff_id=staff_id, now=now),
        of_new_accounts=new_accounts.count() if whose['sees_all'] else 0, many_of_new=new_accounts.MANY,
        **_marking(frame, day=day, staff_id=staff_id if whose['sees_all'] else None))


def _in_order(rows, frame, whose, unfitting):
    """Visits, and for one person's day breaks and time off among them: kind, minute, and what the row has.

    A visit that no longer fits has unfitting: an entry of not_fitting.list_of_day.
    """
    lines = [{'kind': 'visit', 'minute': _minute(row['starts_at']), **_line(row),
              'unfitting': unfitting.get(row['appointment_id'])} for row in rows]
    if whose['staff_id']:
        lines += [{**row, 'minute': row['starts_minute']} for row in frame if row['kind'] in ('break', 'time_off')]
    return sorted(lines, key=lambda line: line['minute'])


def _counted(rows):
    kept = [row for row in rows if row['status'] != 'cancelled']
    return {'visits': len(kept), **{status: sum(row['status'] == status for row in rows)
                                    for status in ('arrived', 'completed', 'no_show', 'cancelled')}}


def _without_outcome(whose):
    """Past visits that nobody has marked as completed or missed."""
    wanted = {'staff_id': whose['staff_id'], 'now': clock.now()}
    at, rows = paging.of('/staff', query(),
                         lambda **part: database.rows('appointments/list_without_outcome', **wanted, **part),
                         lambda: database.value('appointments/count_without_outcome', **wanted))
    return page('staff/day/open.tpl', **whose, paging=at, lines=[{'kind': 'visit', **_line(row)} for row in rows],
                **_marking([], open=1, staff_id=wanted['staff_id'] if whose['sees_all'] else None))


def _marking(frame, **address):
    """What the buttons of a line need: the legal moves, the time, what frames the day, and the page to come back to."""
    kept = {name: value for name, value in address.items() if value is not None}
    transitions, now = database.rows('status_transitions/list_all'), clock.now()
    return {'moves': lambda visit: details.moves(transitions, visit, now, frame),
            'back': f'/staff?{urlencode(kept)}'}


def _line(row):
    return details.described(row, row['starts_at'])


def _minute(moment):
    return moment.hour * 60 + moment.minute
