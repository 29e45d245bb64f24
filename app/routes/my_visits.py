"""A patient's own visits, coming and past. One visit has its page in app/routes/visits.py."""

from urllib.parse import urlencode

from app import clock, database
from app.forms import booking
from app.web import app, needs, page, query, visitor

PER_PAGE = 10


@app.get('/appointments')
@needs('patient')
def show_visits():
    """The own visits, coming and past, each with whom it is for."""
    pages, whose = booking.read_pages(query()), {'user_id': visitor()['user_id'], 'now': clock.now()}
    coming = database.rows('appointments/list_own_coming', **whose, **_bounds(pages['coming']))
    past = database.rows('appointments/list_own_past', **whose, **_bounds(pages['past']))
    return page('booking/visits.tpl', coming=coming[:PER_PAGE], past=past[:PER_PAGE],
                coming_pages=_links('coming', pages, coming), past_pages=_links('past', pages, past))


def _bounds(number):
    """One row more than is shown tells whether there is a next page."""
    return {'limit': PER_PAGE + 1, 'offset': (number - 1) * PER_PAGE}


def _links(name, pages, rows):
    """The addresses of the pages before and after, in one of the two lists."""
    steps = {'earlier': -1 if pages[name] > 1 else 0, 'later': 1 if len(rows) > PER_PAGE else 0}
    return {word: f'/appointments?{urlencode({**pages, name: pages[name] + step})}#{name}'
            for word, step in steps.items() if step}
