"""Reports: charts with their numbers, and each as a CSV file."""

from datetime import timedelta
from urllib.parse import urlencode

from bottle import response

from app import clock
from app.errors import NotFound, Refused
from app.forms import reports as forms
from app.reports import reports
from app.web import csv_files
from app.web.app import app, needs, page, query, written

USUAL_DAYS = 30
CHOICES = ((7, 'Last 7 days'), (30, 'Last 30 days'), (90, 'Last 90 days'), (365, 'Last year'))


@app.get('/admin/reports')
@needs('admin')
def show_reports():
    """Visits by day, week and status, no-shows, use of hours, staff, services and rooms, over a stretch of days."""
    try:
        first, last = forms.read_stretch(query(), _latest(USUAL_DAYS))
    except Refused as refused:
        return _reports(*_latest(USUAL_DAYS), refused)
    return _reports(first, last)


@app.get('/admin/reports/<name>.csv')
@needs('admin')
def download_report(name):
    """One report as a CSV file, with formulas defused."""
    if name not in reports.ALL:
        raise NotFound()
    first, last = forms.read_stretch(query(), _latest(USUAL_DAYS))
    found = reports.make((name,), first, last, written())[0]
    response.content_type = csv_files.CONTENT_TYPE
    response.set_header('Content-Disposition', f'attachment; filename="{name}_{first}_{last}.csv"')
    return csv_files.text(found['headings'], found['rows'])


def _latest(days):
    today = clock.today()
    return today - timedelta(days=days - 1), today


def _reports(first, last, refused=None):
    choices = [(label, urlencode(dict(zip(('from_day', 'until_day'), _latest(days), strict=True))),
                _latest(days) == (first, last)) for days, label in CHOICES]
    return page('admin/reports/page.tpl', refused, saved={'from_day': first, 'until_day': last}, first=first, last=last,
                choices=choices, stretch=urlencode({'from_day': first, 'until_day': last}),
                reports=[] if refused else reports.make(reports.ALL, first, last, written()))
