"""What the clinic consists of, as cards: from here an admin gets to every page that sets it up or looks after it."""

from datetime import timedelta

from app import clock, database
from app.reports import troubles
from app.web.app import app, needs, page

HOURS_WITHIN = timedelta(days=28)       # whoever has none in these days is mentioned


@app.get('/admin/clinic')
@needs('admin')
def show_clinic():
    """Lead to staff, services, rooms, hours, closures, settings and records, and say how many there are of each."""
    today = clock.today()
    return page('admin/clinic/show.tpl', counts=database.one(
        'reports/find_clinic_counts', today=today, end_day=today + HOURS_WITHIN,
        since_utc=clock.now_utc() - troubles.FAILED_SINCE))
