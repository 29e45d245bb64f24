"""How much the rooms are used: a day or a week, who and when, as part of the clinic's opening hours."""

from datetime import timedelta

from app import clock
from app.forms import rooms as forms
from app.reports import room_use
from app.web.app import app, needs, page, query, written


@app.get('/admin/rooms/usage')
@needs('admin')
def show_usage():
    """Who is in which room and when, by day or week, and how much of the opening hours that is."""
    today = clock.today()
    day = forms.read_day(query(), today)
    is_week = query().get('view') == 'week'
    first = day - timedelta(days=day.weekday()) if is_week else day
    days = [first + timedelta(days=number) for number in range(7 if is_week else 1)]
    return page('admin/room_use/week.tpl' if is_week else 'admin/room_use/day.tpl', day=day, today=today, days=days,
                step=timedelta(days=len(days)), use=room_use.of_days(days, written()))
