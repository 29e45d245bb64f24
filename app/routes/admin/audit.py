"""Who did what to which record."""

from datetime import datetime, time

from app import clock, database, names
from app.errors import Refused
from app.forms import audit as forms
from app.forms.fields import A_DAY, FIRST_DAY, LAST_DAY
from app.web import paging
from app.web.app import app, needs, page, query

DAYS_AT_FIRST = 30
_KEYED = {'user_id', 'subject_id'}                            # what is looked up by a key is shown from the beginning


@app.get('/admin/audit')
@needs('admin')
def show_audit():
    """Who did what, latest first: by person, act, record and days."""
    asked = query() if _KEYED & query().keys() else {
        'from_day': str(clock.today() - DAYS_AT_FIRST * A_DAY), **query()}
    refused, read = None, _nothing
    try:
        read = _reader(forms.read_audit_search(asked))
    except Refused as problem:
        refused = problem
    at, found = paging.of('/admin/audit', asked, read)
    user_id = asked.get('user_id') if not refused else None
    return page('admin/audit.tpl', refused, form=asked, acts=found, paging=at, subjects=forms.SUBJECTS,
                to_local=clock.to_local, author=_author(user_id))


def _reader(wanted):
    """What reads a part of the acts that are wanted: a function of limit and offset."""
    user_id, person = wanted['user_id'], None
    if wanted['action'] and not wanted['action'].isascii():
        return _nothing         # the names of acts are ASCII, and their column compares with nothing else
    if wanted['person']:        # a name that only one person has is looked up by their key
        person = names.part(wanted['person'])
        called_so = database.rows('users/list_called', name=person, limit=2)
        if not called_so:
            return _nothing
        if len(called_so) == 1 and not user_id:
            user_id, person = called_so[0]['user_id'], None
    until_day = (wanted['until_day'] or LAST_DAY) + A_DAY
    asked = {'user_id': user_id, 'subject': wanted['subject'], 'subject_id': wanted['subject_id'],
             'person': person, 'action': wanted['action'] and names.literal(wanted['action'].lower().replace('-', '_')),
             'from_utc': _midnight_utc(wanted['from_day'] or FIRST_DAY), 'until_utc': _midnight_utc(until_day)}
    return lambda limit, offset: database.rows('audit_log/list_latest', limit=limit, offset=offset,
                                               reach=limit + offset, **asked)


def _nothing(limit, offset):
    return []


def _midnight_utc(day):
    return clock.to_utc(datetime.combine(day, time.min))


def _author(user_id):
    """The account that a link asked for, for the sentence above the list."""
    return database.one('users/find', user_id=int(user_id)) if user_id else None
