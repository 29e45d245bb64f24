"""What an admin sees first."""

from datetime import timedelta
from urllib.parse import urlencode

from app import clock, config, database
from app.clinic import first_run, patients
from app.reports import reports, troubles
from app.visits import new_accounts
from app.web.app import app, needs, page, written

COMING_SHOWN = 10
DOUBLES_COUNTED = 20
CHARTS = ('days', 'weeks', 'missed', 'staff', 'hours')
WEEKS_BACK = timedelta(weeks=4)          # and the present week


@app.get('/admin')
@needs('admin')
def show_dashboard():
    """The clinic at a glance: counts, what needs attention, the next visits, the last weeks as charts."""
    steps = first_run.look()
    if steps and not steps['is_open']:
        return page('admin/first_run.tpl', first_run=steps)
    now, today = clock.now(), clock.today()
    monday = today - timedelta(days=today.weekday())
    counts = database.one('reports/find_dashboard_counts', now=now, today=today, next_day=today + timedelta(days=1),
                          week_from=monday, week_until=monday + timedelta(days=7))
    figures, of_new_accounts = troubles.figures(), new_accounts.count()
    first, sunday = monday - WEEKS_BACK, monday + timedelta(days=6)
    return page('admin/dashboard.tpl', first_run=steps, counts=counts, today=today, monday=monday, sunday=sunday,
                coming=database.rows('appointments/list_coming', now=now, limit=COMING_SHOWN),
                reports=reports.make(CHARTS, first, sunday, written()),
                stretch=urlencode({'from_day': first, 'until_day': sunday}),
                doubles=_count(len(patients.list_doubles(DOUBLES_COUNTED + 1)), DOUBLES_COUNTED),
                troubles=troubles.found(figures), last_backup=_last_backup(figures),
                of_new_accounts=of_new_accounts if of_new_accounts > new_accounts.MANY else 0)


def _count(number, most):
    """A count that goes no further than most: 3, or more than 20."""
    return f'more than {most}' if number > most else number


def _last_backup(figures):
    """How old the last backup is; nothing in a trial that has none."""
    return troubles.backup_line(figures) if figures['backup_age'] is not None or config.current().production else None
