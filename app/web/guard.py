"""The checks before every handler: who has access, and which requests are refused.

This module is Bottle's one plugin: apply() wraps each route. In this order: the query string; for POST the body's type,
origin, size and decoding; then the visitor and the clinic's settings in one statement; sign-in, and the second factor
that the clinic requires; the form's token; the role. Whatever a handler raises becomes an answer here as well.
"""

import functools
import re
from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple
from urllib.parse import unquote, urlencode

from bottle import HTTPError, HTTPResponse, request

from app import config, errors
from app.accounts import sessions
from app.forms import decoding
from app.web import cookies, csrf, error_pages, keys, wsgi
from app.web.error_pages import Stop

ROLES = {'patient', 'staff', 'admin'}
AUDIENCES = ROLES | {'anyone', 'signed_in'}
_FORM = re.compile(r'application/x-www-form-urlencoded(\s*;\s*charset="?utf-8"?)?', re.IGNORECASE)
_CALLED = {keys.QUERY: 'query', keys.FORM: 'form'}


class Needs(NamedTuple):
    """What a handler declares: who may open it, and whether it loads visitor and settings from the database.

    before_second_factor: it also opens for who still has to set up a second factor, and so may open no other page.
    learning: it is a page of the course, and there is none where CLINIC_LEARN is off.
    """

    audience: frozenset = frozenset()
    database: bool = True
    before_second_factor: bool = False
    learning: bool = False


NEEDS: dict[Callable, Needs] = {}           # by handler; app.web.app.needs() writes it


def audience_of(route) -> frozenset:
    """Who may open a route; nobody where it does not say, or says a word that means nothing."""
    declared = NEEDS.get(route.callback, Needs()).audience
    return declared if declared <= AUDIENCES else frozenset()


def apply(callback, route):
    """Wrap a route's handler."""
    audience, needs = audience_of(route), NEEDS.get(callback, Needs())

    @functools.wraps(callback)
    def guarded(**path_values):
        try:
            _admit(audience, needs)
            return callback(**path_values)
        except HTTPResponse:
            raise
        except Exception as error:
            raise _answer_to(error) from None
    return guarded


def _answer_to(error):
    if isinstance(error, errors.NotFound):
        return Stop(404)
    if isinstance(error, errors.Forbidden):
        return Stop(403)
    if isinstance(error, errors.Refused):
        return Stop(error.status, str(error), error.retry_after, error.statements)
    request_id = request.environ[keys.REQUEST_ID]
    if isinstance(error, errors.Busy):
        wsgi.log.warning('request %s: busy: %s', request_id, error)
        return Stop(503, retry_after=error.retry_after)
    wsgi.log.error('request %s failed', request_id, exc_info=error)
    return Stop(500)


def _admit(audience, needs):
    """Let the request pass, or raise what answers it."""
    if needs.learning and not config.current().learn:
        raise Stop(404)
    _decode(request.environ.get('QUERY_STRING', '').encode('latin1'), keys.QUERY)
    posted = request.method == 'POST'
    if posted:
        _read_form()
    if needs.database:
        _load_visitor()
    visitor = request.environ[keys.VISITOR]
    if not visitor.is_signed_in and 'anyone' not in audience:
        raise _to_sign_in()
    if visitor.lacks_second_factor and not needs.before_second_factor:
        raise _to_setting_up()
    if posted and not csrf.is_right(request.environ[keys.GIVEN_TOKEN], request.environ.get(keys.SESSION)):
        raise Stop(403, 'This form is no longer valid. You may have signed in or out, or your browser does not keep '
                        'cookies. Please go back, reload the page and send the form again.')
    if not audience & {'anyone', 'signed_in'} and visitor.role not in audience:
        raise Stop(403)


def _read_form():
    """Check a POST's type, origin and size, and decode it."""
    environ = request.environ
    if not _FORM.fullmatch(environ.get('CONTENT_TYPE', '')):
        raise Stop(415)
    if not csrf.comes_from_us():
        raise Stop(403, 'This form was sent by another site.')
    length = environ.get('CONTENT_LENGTH') or '0'
    if not re.fullmatch('[0-9]{1,12}', length):
        raise Stop(400)
    if int(length) > decoding.LONGEST_BODY:
        raise Stop(413)
    raw = environ['wsgi.input'].read(int(length))
    if len(raw) != int(length):
        raise Stop(400)
    _decode(raw, keys.FORM)
    environ[keys.GIVEN_TOKEN] = environ[keys.FORM].pop('csrf_token', '')


def _decode(raw, key):
    try:
        request.environ[key] = decoding.decode(raw)
    except decoding.Malformed as malformed:
        raise Stop(400, f'This {_CALLED[key]} cannot be read. {malformed}') from None


def _load_visitor():
    token = cookies.read('session')
    stranger = replace(request.environ[keys.VISITOR], marks=cookies.marks())
    clinic, visitor = sessions.find(token, stranger)
    request.environ.update({keys.CLINIC: clinic, keys.VISITOR: visitor,
                            keys.SESSION: token if visitor.is_signed_in else None})


def _to_sign_in():
    """Send a stranger to the sign-in page, and back afterwards if what was asked for is a page.

    What was typed into a form stays with this answer (401), which is the sign-in page: app/pages/sign_in_page.py.
    """
    if error_pages.is_api() or request.environ.get(keys.FORM):
        return Stop(401)
    asked = request.environ['PATH_INFO']
    if request.method != 'POST' and request.query_string:
        asked += '?' + request.query_string
    location = '/login?' + urlencode({'next': asked}) if is_page(asked) else '/login'
    return HTTPResponse(status=303, headers={'Location': location})


def _to_setting_up():
    """Send who has to set up a second factor to the page for it."""
    if error_pages.is_api():
        return Stop(403, 'Your account must use a code from an app. Sign in on the website and set it up first.')
    return HTTPResponse(status=303, headers={'Location': '/profile/second-factor'})


def is_page(link: str) -> bool:
    """Whether a link (a path, perhaps with a query) leads to one of our pages: only such are ever redirected to."""
    path = link.partition('?')[0]
    if not path.startswith('/') or path.startswith('//') or '\\' in link or not link.isprintable():
        return False
    try:
        request.app.router.match({'REQUEST_METHOD': 'GET', 'PATH_INFO': unquote(path)})
        return True
    except HTTPError:
        return False
