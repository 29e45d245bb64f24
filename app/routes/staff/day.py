"""The day of those who work here, and what is coming.

Staff see their own days. The desk and admins choose anybody's, or look at everybody's at once (staff_id 0).
"""

from datetime import timedelta
from itertools import groupby

from app import clock, database
from app.errors import NotFound, Refused
from app.forms import visits as forms
from app.pages import board, day_list
from app.visits import day_list as lines
from app.web import paging
from app.web.app import app, needs, page, query, visitor

SPANS = {'7': 'next 7 days', '14': 'next 14 days', '30': 'next 30 days', '90': 'next 90 days', '366': 'next year'}
USUAL_SPAN = '7'


@app.get('/staff')
@needs('staff', 'admin')
def show_day():
    """The day: the board, or (view=list) who comes when, with one button for each step: this is what is printed."""
    if _wants_board():
        return _board()
    whose = _whose()
    if query().get('open'):
        return day_list.show_open(whose)
    try:
        day = forms.read_day(query(), clock.today())
    except Refused as refused:
        return day_list.show(whose, clock.today(), refused)
    return day_list.show(whose, day)


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
    by_day = groupby((lines.line(row, now) for row in rows), key=lambda visit: visit['starts_at'].date())
    return page('staff/day/upcoming.tpl', **whose, paging=at, days=days, spans=SPANS,
                by_day=[(day, list(part)) for day, part in by_day])


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
    people = board.people()
    sees_all = bool(people[0]['sees_all'] if people else
                    database.value('staff/find_sees_all', user_id=visitor().user_id))
    people = [person for person in people if person['is_bookable'] or not sees_all]
    usual = '0' if sees_all else str(visitor().staff_id or -1)
    names = {str(person['staff_id']): person['full_name'] for person in people}
    asked = query().get('staff_id') or usual
    if asked not in {*names, usual}:
        raise NotFound()
    return {'people': people, 'sees_all': sees_all, 'staff_id': int(asked), 'name': names.get(asked)}
