"""Who did what to which record."""

from datetime import date, datetime, time, timedelta

from app import clock, database, paging
from app.errors import Refused
from app.forms import admin as forms
from app.web import app, needs, page, query

SHOWN = 50
FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(2100, 1, 1)      # where no day is given
DAYS_AT_FIRST = 30


@app.get('/admin/audit')
@needs('admin')
def show_audit():
    """Who did what, latest first: by person, act, record and days."""
    asked = query() or {'from_day': str(clock.today() - timedelta(days=DAYS_AT_FIRST))}
    at = paging.of('/admin/audit', asked, SHOWN * paging.MOST_PAGES, SHOWN)
    refused, found = None, []
    try:
        found = _find(forms.read_audit_search(asked), at)
    except Refused as problem:
        refused = problem
    user_id = asked.get('user_id') if not refused else None
    return page('admin/audit.tpl', refused.status if refused else 200, form=asked, acts=found[:SHOWN], paging=at,
                older=len(found) > SHOWN, errors=refused.fields if refused else {}, subjects=forms.SUBJECTS,
                to_local=clock.to_local, author=_author(user_id))


def _find(wanted, at):
    """The acts of one page, and one more if there are older ones."""
    until_day = wanted['until_day'] + timedelta(days=1) if wanted['until_day'] else LAST_DAY
    return database.rows(
        'audit_log/list_latest', user_id=wanted['user_id'], subject=wanted['subject'], subject_id=wanted['subject_id'],
        person_like=wanted['person'] and forms.patterns(wanted['person'])['name_like'],
        action_like=wanted['action'] and forms.patterns(wanted['action'].replace('-', '_'))['name_like'],
        from_utc=_midnight_utc(wanted['from_day'] or FIRST_DAY), until_utc=_midnight_utc(until_day),
        reach=at.offset + SHOWN + 1, limit=SHOWN + 1, offset=at.offset)


def _midnight_utc(day):
    return clock.to_utc(datetime.combine(day, time.min))


def _author(user_id):
    """The account that a link asked for, for the sentence above the list."""
    return database.one('users/find', user_id=int(user_id)) if user_id else None
