"""The board of one person: their week, and their month as counts. The board of a day is /staff (day.py)."""

from app import clock
from app.errors import Refused
from app.forms import visits as forms
from app.pages import board
from app.web.app import app, needs, query


@app.get('/staff/week')
@needs('staff', 'admin')
def show_week():
    """One person's week, drawn to scale: visits, breaks, absences, and free gaps to book in."""
    return _of_day(board.show_week)


@app.get('/staff/month')
@needs('staff', 'admin')
def show_month():
    """One person's month: how many visits each day has, with links to its week."""
    return _of_day(board.show_month)


def _of_day(show):
    """A page for the day of the address, or for today where that cannot be read."""
    try:
        return show(forms.read_day(query(), clock.today()))
    except Refused as refused:
        return show(clock.today(), refused)
