"""What an admin sees first."""

from datetime import timedelta

from app import clock, database
from app.web import app, needs, page

COMING_SHOWN = 10


@app.get('/admin')
@needs('admin')
def show_dashboard():
    """The clinic at a glance: counts, what needs attention, the next visits."""
    now, today = clock.now(), clock.today()
    monday = today - timedelta(days=today.weekday())
    counts = database.one('reports/find_dashboard_counts', now=now, today=today, next_day=today + timedelta(days=1),
                          week_from=monday, week_until=monday + timedelta(days=7))
    paused = counts['mail_paused_until_utc']
    return page('admin/dashboard.tpl', counts=counts, today=today, monday=monday, sunday=monday + timedelta(days=6),
                coming=database.rows('appointments/list_coming', now=now, limit=COMING_SHOWN),
                mail_is_paused=bool(paused and paused > clock.now_utc()))
