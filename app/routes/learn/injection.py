"""The injection lab: a search done in two ways."""

from app.errors import Refused
from app.learn import injection
from app.web.app import app, form, needs, page


@app.get('/learn/injection')
@needs('anyone', learning=True)
def show():
    """What SQL injection is, and the form to try it."""
    return _lab()


@app.post('/learn/injection')
@needs('anyone', learning=True)
def search():
    """Search for what was typed, glued into the statement and as a parameter."""
    typed = form().get('typed', '')
    try:
        if len(typed) > injection.LONGEST:
            raise Refused({'typed': f'At most {injection.LONGEST} characters are searched for.'})
        return _lab(typed=typed, glued=injection.glued(typed), parameter=injection.parameter(typed))
    except Refused as refused:
        return _lab(refused, typed=typed)


def _lab(refused=None, typed='', **answers):
    return page('learn/injection.tpl', refused, saved={'typed': typed}, attacks=injection.ATTACKS, **answers)
