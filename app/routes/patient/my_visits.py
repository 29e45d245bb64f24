"""A patient's own visits, coming and past. One visit has its page in app/routes/patient/visits.py."""

from app import clock, database
from app.web import paging
from app.web.app import app, needs, page, query, visitor

PER_PAGE = 10


@app.get('/appointments')
@needs('patient')
def show_visits():
    """The own visits, coming and past, each with whom it is for."""
    whose = {'user_id': visitor().user_id, 'now': clock.now()}
    coming_pages, coming = _part('coming', lambda **part: database.rows(
        'appointments/list_own_coming', **whose, **part))
    past_pages, past = _part('past', lambda **part: database.rows(
        'appointments/list_own_past', **whose, **part))
    return page('patient/visits/list.tpl', coming=coming, past=past, coming_pages=coming_pages, past_pages=past_pages)


def _part(name, read):
    """One of the two lists, in pages of its own."""
    return paging.of('/appointments', query(), read, size=PER_PAGE, name=name)
