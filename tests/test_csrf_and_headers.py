"""Every POST proves that it comes from our own page, and every answer carries the protections."""

import dataclasses
import itertools
import re

import pytest

from app import config
from app.accounts import browsers
from app.routes import home  # noqa: F401  all routes
from app.web.app import app
from tests.support.accounts import ONE_OF_EACH, PASSWORD, signed_in
from tests.support.browser import Browser

pytestmark = pytest.mark.usefixtures('cast')

POSTS = sorted({route.rule for route in app.routes if route.method == 'POST'})
GETS = sorted({route.rule for route in app.routes if route.method == 'GET'})
ROLES = ('patient', 'staff', 'admin')
OF_THE_COURSE = {'subject': 'rooms', 'table': 'rooms', 'slug': '01-a-day', 'side': 'left', 'step': '1',
                 'name': 'insert', 'race': 'keys-only'}


def token_of(browser):
    return browser.page.forms[0][1]['csrf_token']


def filled_in(rule):
    """A path that a route's rule matches."""
    rule = rule.replace('/race/<name', '/race/<race')
    rule = re.sub(r'<(\w+):re:[^>]*>', lambda found: OF_THE_COURSE[found[1]], rule)
    return re.sub('<[a-z_]*>', 'x', re.sub('<[a-z_]+:token>', 'A' * 43, re.sub('<[a-z_]+:id>', '1', rule)))


# Tokens

def test_no_stranger_posts_without_a_token(course):
    for rule in POSTS:
        answer = Browser().send('POST', filled_in(rule), follow=False)
        assert answer.status in (401, 403) or answer.headers['location'].startswith('/login'), rule


@pytest.mark.parametrize('role', ROLES)
def test_no_post_passes_without_the_visitors_own_token(course, role):
    mallory, browser = signed_in('mallory@mail.test'), signed_in(ONE_OF_EACH[role])
    stranger = Browser()
    stranger.get('/login')
    tokens = ('', 'x', 'é', 'A' * 43, token_of(mallory), token_of(stranger))
    for rule, token in itertools.product(POSTS, tokens):
        assert browser.post(filled_in(rule), {'csrf_token': token}, follow=False).status == 403, (rule, token)
    assert browser.get('/profile').status == 200        # still signed in: nothing was carried out


def test_a_token_ends_with_its_session():
    browser = signed_in('petra@mail.test')
    old = token_of(browser)
    browser.submit('/logout')
    browser.get('/login')
    again = signed_in('petra@mail.test')

    assert browser.post('/login', {'csrf_token': old}).status == 403
    assert again.post('/profile', {'csrf_token': old}).status == 403


def test_a_token_from_before_sign_in_is_worthless_afterwards():
    browser = Browser()
    browser.get('/login')
    before, cookie = token_of(browser), browser.cookies['visit']
    browser.submit('/login', email='petra@mail.test', password=PASSWORD)
    browser.cookies['visit'] = cookie

    assert browser.post('/profile', {'csrf_token': before}).status == 403


def test_one_token_serves_every_tab_and_the_back_button():
    browser = signed_in('petra@mail.test')
    tokens = {form['csrf_token'] for path in ('/', '/profile', '/profile') for _, form in browser.get(path).forms}

    assert len(tokens) == 1


def test_sign_in_needs_a_token_too():
    browser = Browser()
    browser.get('/login')
    token = token_of(browser)

    assert browser.post('/login', {'csrf_token': ''}).status == 403
    browser.cookies.clear()
    assert browser.post('/login', {'csrf_token': token}).status == 403


# Where a request comes from

@pytest.mark.parametrize(('headers', 'status'), [
    ({'HTTP_SEC_FETCH_SITE': 'cross-site'}, 403), ({'HTTP_SEC_FETCH_SITE': 'same-site'}, 403),
    ({'HTTP_SEC_FETCH_SITE': ''}, 403), ({'HTTP_SEC_FETCH_SITE': 'same-origin', 'HTTP_ORIGIN': 'null'}, 303),
    ({'HTTP_SEC_FETCH_SITE': 'none'}, 303), ({'HTTP_ORIGIN': 'http://evil.example'}, 403),
    ({'HTTP_ORIGIN': 'http://127.0.0.1:8080.evil.example'}, 403), ({'HTTP_ORIGIN': 'http://127.0.0.1:9999'}, 403),
    ({'HTTP_ORIGIN': ''}, 403), ({'HTTP_ORIGIN': 'http://127.0.0.1:8080'}, 303), ({}, 303),
    ({'HTTP_ORIGIN': 'http://[::1'}, 403), ({'HTTP_ORIGIN': 'http://a]b'}, 403), ({'HTTP_ORIGIN': '://'}, 403),
    ({'HTTP_SEC_FETCH_SITE': 'cross-site', 'HTTP_ORIGIN': 'http://127.0.0.1:8080'}, 403),
])
def test_another_site_cannot_send_our_forms(headers, status):
    browser = Browser()
    browser.get('/')

    assert browser.post('/theme', {'theme': 'dark'}, follow=False, **headers).status == status


@pytest.mark.parametrize('role', ROLES)
def test_looking_changes_nothing(course, role, shell):
    tables = ('users', 'sessions', 'patients', 'appointments', 'notifications', 'audit_log', 'password_resets')
    browser = signed_in(ONE_OF_EACH[role])
    before = [shell(f'SELECT * FROM {table}') for table in tables]

    for rule, method in itertools.product(GETS, ('GET', 'HEAD')):
        browser.send(method, filled_in(rule), follow=False)
        assert [shell(f'SELECT * FROM {table}') for table in tables] == before, rule


# Headers

ALWAYS = {
    'x-content-type-options': 'nosniff', 'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
}


def answers():
    """One answer of every kind."""
    browser = Browser()
    yield 200, browser.get('/')
    yield 200, browser.get('/static/clinic.css')
    yield 200, browser.get('/healthz')
    yield 200, browser.send('HEAD', '/login')
    yield 303, browser.get('/profile', follow=False)
    yield 400, browser.get('/?a=%ff')
    yield 400, browser.get('/', HTTP_HOST='evil.example')
    yield 400, browser.send('GET', '/', PATH_INFO='/\xff')
    yield 403, browser.send('POST', '/login')
    yield 404, browser.get('/nothing')
    yield 404, browser.get('/api/nothing')
    yield 405, browser.send('DELETE', '/login')
    yield 413, browser.send('POST', '/login', CONTENT_LENGTH='999999')
    yield 415, browser.send('POST', '/login', CONTENT_TYPE='application/json')
    browser.get('/login')
    yield 422, browser.submit('/login', email='', password='')


def test_every_answer_carries_the_protections():
    for status, answer in answers():
        assert answer.status == status
        headers = answer.headers
        policy = dict(part.strip().partition(' ')[::2] for part in headers['content-security-policy'].split(';'))
        assert policy['script-src'] == policy['default-src'] == policy['object-src'] == "'none'"
        assert policy['base-uri'] == policy['frame-ancestors'] == "'none'" and policy['form-action'] == "'self'"
        assert 'unsafe' not in headers['content-security-policy']
        assert headers.items() >= ALWAYS.items()
        assert headers['referrer-policy'] in ('same-origin', 'no-referrer')
        assert 'camera=()' in headers['permissions-policy']
        assert 'strict-transport-security' not in headers
        assert 'charset=utf-8' in headers.get('content-type', 'charset=utf-8').lower()
        assert headers['cache-control'] == ('no-cache' if '/static/' in answer.path else 'no-store')
        assert not any(name in headers for name in ('server', 'x-powered-by'))


def test_the_page_of_a_one_time_link_tells_nobody_its_address():
    answer = Browser().get('/reset-password/' + 'A' * 43)

    assert answer.status == 404
    assert answer.headers['referrer-policy'] == 'no-referrer'
    assert 'noindex' in answer.headers['x-robots-tag']


def test_in_production_tls_is_asked_for_and_cookies_are_bound_to_the_host():
    config.use(dataclasses.replace(config.current(), env='production', url='https://clinic.example.org'))
    browser = Browser()

    page = browser.get('/login', HTTP_HOST='clinic.example.org')
    cookies = page.cookies
    page = browser.post('/login', {'email': 'petra@mail.test', 'password': PASSWORD}, follow=False,
                        HTTP_HOST='clinic.example.org', HTTP_ORIGIN='https://clinic.example.org')

    assert page.status == 303
    assert page.headers['strict-transport-security'] == 'max-age=31536000'
    cookies = cookies + page.cookies
    assert sorted(line.partition('=')[0] for line in cookies) == [
        f'__Host-{browsers.name_of("petra@mail.test")}', '__Host-session', '__Host-visit', '__Host-visit']
    for line in cookies:
        parts = {part.strip().lower() for part in line.split(';')}
        assert {'secure', 'httponly', 'samesite=lax', 'path=/'} <= parts
        assert not any(part.startswith('domain') for part in parts)


def test_in_development_cookies_are_closed_to_scripts_and_other_sites():
    browser = Browser()
    browser.get('/login')
    page = browser.submit('/login', False, email='petra@mail.test', password=PASSWORD)
    line = next(line for line in page.cookies if line.startswith('session='))

    assert {part.strip().lower() for part in line.split(';')[1:]} == {'httponly', 'samesite=lax', 'path=/'}
    assert re.fullmatch('[A-Za-z0-9_-]{43}', browser.cookies['session'])
    assert 'visit' not in browser.cookies
