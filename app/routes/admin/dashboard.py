"""What an admin sees first."""

from datetime import timedelta
from urllib.parse import urlencode

from app import clock, config, database
from app.clinic import first_run
from app.reports import attention, charts, reports, trends, troubles
from app.web.app import app, needs, page, visitor, written

COMING_SHOWN = 5
CHARTS = ('days', 'missed')              # both are drawn from one statement
WEEKS_BACK = timedelta(weeks=4)          # and the present week
A_DAY = timedelta(days=1)


@app.get('/admin')
@needs('admin')
def show_dashboard():
    """The clinic at a glance: what needs attention, the next visits, the week beside the last one, two charts."""
    steps = first_run.look()
    return page('admin/first_run.tpl', first_run=steps) if steps and not steps['is_open'] else _dashboard(steps)


def _dashboard(steps):
    now, today = clock.now(), clock.today()
    monday = today - timedelta(days=today.weekday())
    counts, figures = _counts(now, today), troubles.figures()
    first, sunday = monday - WEEKS_BACK, monday + 6 * A_DAY
    return page('admin/dashboard.tpl', first_run=steps, counts=counts, today=today,
                lines=attention.lines(visitor(), figures), numbers=trends.numbers(counts, now, written()),
                coming=database.rows('appointments/list_coming', now=now, limit=COMING_SHOWN),
                reports=reports.make(CHARTS, first, sunday, written(), plot=charts.LOW_PLOT),
                stretch=urlencode({'from_day': first, 'until_day': sunday}), last_backup=_last_backup(figures))


def _counts(now, today):
    return database.one('reports/find_dashboard_counts', now=now, today=today, next_day=today + A_DAY,
                        week_ago=today - 7 * A_DAY, day_after_week_ago=today - 6 * A_DAY)


def _last_backup(figures):
    """How old the last backup is; nothing in a trial that has none."""
    return troubles.backup_line(figures) if figures['backup_age'] is not None or config.current().production else None
