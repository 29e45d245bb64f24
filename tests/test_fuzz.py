"""Every form of every page, filled with what nobody should send: no answer is ever a failure, and no text becomes HTML.

The pages are found by following links from the menu, as each visitor; each distinct form gets, field by field, a few of
the payloads below in turn. What a form does is not looked at here: only that it answers, and how.
"""

import itertools
import re
from urllib.parse import quote, urlencode, urlsplit

import pytest

from app.routes import home  # noqa: F401  all routes
from app.web.app import app
from tests.support.accounts import ONE_OF_EACH, signed_in
from tests.support.browser import Browser

MARK = '<zq x="\'>'
PAYLOADS = [quote(text) for text in (
    '', ' ', MARK, '{{7*7}}', "' OR '1'='1", '\\', '\\\'"', 'delimiter //', '-- ', '%(user_id)s', '%s%n', '0', '-1',
    '1.5', '999999999', '99999999999999999999', '1e9', 'NaN', '٣', '0x10', '2026-02-30', '0000-00-00', '9999-12-31',
    '2026-03-29T02:30', '2026-06-01T25:00', '2026-06-01T09:30:00Z', '10000-01-01T00:00', '23:60', '24:00', '00:00',
    '/etc/passwd', '//evil.example', '=cmd|x', '\u202eabc', '\u200b', '\ufeff', '\U0001f600', 'é', 'x' * 9_999, 'on',
    'null', 'a\nb', '\t', 'admin', 'a@b.example', 'A' * 43,
)] + ['%00', '%ff', '%ed%a0%80', '%0d', '%c0%af', 'x' * 20_001, '1&FIELD=2', '%', '%zz', '+']
PER_FIELD, PER_ADDRESS = 5, 3         # of the payloads; all of them are used many times over
MOST_PAGES = 60


class Visitor:
    """A browser that signs in again, to a fresh cast where need be, after a form has shut it out."""

    def __init__(self, role, fresh_cast):
        self.role, self.fresh_cast = role, fresh_cast
        self.enter()

    def enter(self):
        if self.role:
            self.fresh_cast()
        self.browser = signed_in(ONE_OF_EACH[self.role]) if self.role else Browser()
        self.browser.get('/')
        self.token = self.browser.page.forms[0][1]['csrf_token']

    def send(self, action, body):
        page = self.browser.send('POST', action, body.replace('TOKEN', self.token).encode('latin1'), follow=False)
        if page.status == 303 and page.headers['location'].startswith('/login') and self.role:
            self.enter()
        return page


def found_pages(browser):
    """The pages that links lead to, a few of each route."""
    waiting, seen, routes = ['/'], set(), {}
    while waiting and len(seen) < MOST_PAGES:
        path = waiting.pop(0)
        shape = re.sub('[0-9]+', '0', urlsplit(path).path)
        if path in seen or routes.get(shape, 0) >= 2:
            continue
        seen.add(path)
        routes[shape] = routes.get(shape, 0) + 1
        page = browser.get(path)
        assert page.status < 500, path
        yield page
        waiting += [link.replace('&amp;', '&') for link in re.findall(r'<a [^>]*href="(/[^"#]*)"', page.text)
                    if not link.startswith('/static')]


def distinct_forms(browser):
    """(action, fields) of each form that differs from those before by more than numbers."""
    forms = {}
    for page in found_pages(browser):
        for action, fields in page.forms:
            action = urlsplit(action or page.path).path
            forms.setdefault((re.sub('[0-9]+', '0', action), tuple(fields)), (action, fields))
    return [(action, fields) for action, fields in forms.values() if action != '/logout']


def check(page, what):
    assert page.status < 500, what
    assert MARK not in page.text, what
    assert "script-src 'none'" in page.headers['content-security-policy'], what


@pytest.mark.parametrize('role', [None, 'patient', 'staff', 'admin'])
def test_no_form_fails_whatever_is_typed(role, cast, _cleared):
    visitor = Visitor(role, _cleared)
    payloads, statuses = itertools.cycle(PAYLOADS), set()
    for action, fields in distinct_forms(visitor.browser):
        if 'csrf_token' not in fields:      # a search, see below
            continue
        for name in [*fields, 'unheard_of']:
            for payload in itertools.islice(payloads, PER_FIELD):
                kept = urlencode({**fields, 'csrf_token': 'TOKEN'} | ({name: 'HERE'}))
                body = kept.replace('HERE', payload.replace('FIELD', name)) if name != 'csrf_token' else kept
                page = visitor.send(action, body)
                statuses.add(page.status)
                check(page, (action, name, payload[:80]))

    assert statuses >= {303, 400, 403, 422}     # the forms were really tried: carried out, garbled, forged, refused


@pytest.mark.parametrize('role', [None, 'patient', 'staff', 'admin'])
def test_no_address_fails_whatever_is_asked(role, cast, _cleared):
    browser = Visitor(role, _cleared).browser
    payloads = itertools.cycle(PAYLOADS)
    names = ('next', 'done', 'day', 'page', 'q', 'staff_id', 'service_id', 'patient_id', 'starts_at', 'status', 'role')
    for rule in sorted({route.rule for route in app.routes if route.method == 'GET'}):
        path = re.sub('<[a-z_]+:token>', 'A' * 43, re.sub('<[a-z_]+:id>', '1', rule))
        for payload in itertools.islice(payloads, PER_ADDRESS):
            filled = re.sub('<[^>]*>', 'x', path)
            query = '&'.join(f'{name}={payload.replace("FIELD", name)}' for name in names)
            check(browser.get(f'{filled}?{query}', follow=False), (filled, payload[:80]))
            for name in names[2:9]:
                address = f'{filled}?{name}={payload.replace("FIELD", name)}'
                check(browser.get(address, follow=False), address[:120])


@pytest.mark.parametrize('role', [None, 'patient', 'staff', 'admin'])
def test_no_search_fails_whatever_is_typed(role, cast, _cleared):
    browser = Visitor(role, _cleared).browser
    payloads, searches = itertools.cycle(PAYLOADS), 0
    for action, fields in distinct_forms(browser):
        if 'csrf_token' in fields:
            continue
        searches += 1
        for name in fields:
            for payload in ('%C3%A9', '%F0%9F%98%80', *itertools.islice(payloads, PER_FIELD)):
                query = urlencode({**fields, name: 'HERE'}).replace('HERE', payload.replace('FIELD', name))
                check(browser.get(f'{action}?{query}', follow=False), (action, name, payload[:80]))

    assert searches or role is None
