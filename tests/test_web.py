"""The web frame: what is let in, how it is read, and what every answer looks like."""

import gzip
import io
import json
import logging
import re
from pathlib import Path

import bottle
import pytest

from app import database as db
from app import errors
from app.forms.decoding import Malformed, decode
from app.routes import home  # noqa: F401  all routes
from app.web import app as web
from app.web import assets, error_pages, guard, keys, menu
from app.web.app import app, needs
from tests.support.accounts import ONE_OF_EACH, signed_in
from tests.support.browser import Browser
from tests.support.statements import statements

pytestmark = pytest.mark.usefixtures('cast')


@pytest.fixture
def route():
    """Adds routes for one test: route('/x', handler, 'anyone')."""
    before = len(app.routes)

    def add(path, handler, *audience, method='GET'):
        app.route(path, method, needs(*audience)(handler) if audience else handler)
    yield add
    del app.routes[before:]         # the router still knows their paths, which no other test asks for


# Who may open a route

def test_a_route_without_audience_stops_the_start(route):
    web.check_routes()
    route('/for-nobody', lambda: 'secret')

    with pytest.raises(RuntimeError, match='GET /for-nobody'):
        web.check_routes()


def test_a_misspelt_audience_stops_the_start(route):
    route('/misspelt', lambda: 'secret', 'admins')

    with pytest.raises(RuntimeError, match='GET /misspelt'):
        web.check_routes()


def test_a_route_without_audience_answers_nobody(route):
    route('/for-nobody', lambda: 'secret')

    assert Browser().get('/for-nobody', follow=False).headers['location'].startswith('/login')
    assert 'secret' not in Browser().get('/for-nobody').text


def test_a_stranger_is_sent_to_sign_in_and_then_back():
    page = Browser().get('/profile?x=1', follow=False)

    assert page.status == 303
    assert page.headers['location'] == '/login?next=%2Fprofile%3Fx%3D1'


@pytest.mark.parametrize(('audience', 'those_who_may'), [
    (('anyone',), {None, 'patient', 'staff', 'admin'}), (('signed_in',), {'patient', 'staff', 'admin'}),
    (('patient',), {'patient'}), (('staff', 'admin'), {'staff', 'admin'}), (('admin',), {'admin'}),
])
def test_a_route_answers_its_audience_and_nobody_else(route, audience, those_who_may):
    route('/for-some', lambda: 'secret', *audience)
    browsers = {None: Browser(), **{role: signed_in(email) for role, email in ONE_OF_EACH.items()}}

    answers = {role: browser.get('/for-some', follow=False) for role, browser in browsers.items()}

    assert {role for role, answer in answers.items() if answer.body == b'secret'} == those_who_may
    assert all(answer.status == (200 if role in those_who_may else 403 if role else 303)
               for role, answer in answers.items())


def test_a_page_costs_one_statement_before_its_own(route):
    paths = ('/login', '/static/clinic.css', '/healthz')

    assert statements(lambda: [Browser().get(path) for path in paths]) == ['sessions/find_visitor']


# How a form is read

@pytest.mark.parametrize('raw', [
    b'a=%ff', b'a=%ed%a0%80', b'a=%c0%80', b'a=%f5%80%80%80', b'%ff=1',      # not UTF-8, surrogate, overlong, too high
    b'a=%00', b'a=x%00y', b'a=%1b', b'a=%7f', b'a=%c2%85', b'a=%e2%80%a8', b'a=%0d',    # controls
    b'a=1&a=2', b'a=1&%61=2', b'a&a',                                        # a field twice
    b'&'.join(b'f%d=1' % n for n in range(501)), b'a=' + b'x' * 20_001,
])
def test_what_is_not_a_clean_form_is_refused_whole(raw):
    with pytest.raises(Malformed):
        decode(raw)


@pytest.mark.parametrize(('raw', 'fields'), [
    (b'', {}), (b'&&', {}), (b'a', {'a': ''}), (b'a=b=c', {'a': 'b=c'}), (b'a+b=c+d', {'a b': 'c d'}),
    (b'a=1%0d%0a2%0a3%09', {'a': '1\n2\n3\t'}), (b'a=e%cc%81', {'a': '\u00e9'}),
    (b'a%5b%5d=1&a[b]=2', {'a[]': '1', 'a[b]': '2'}),
    (b'a=%zz%4', {'a': '%zz%4'}), ('a=\N{GRINNING FACE}'.encode(), {'a': '\N{GRINNING FACE}'}),
])
def test_a_clean_form_is_read_as_it_was_typed(raw, fields):
    assert decode(raw) == fields


@pytest.mark.parametrize('kind', ['multipart/form-data; boundary=x', 'application/json', 'text/plain', '',
                                  'application/x-www-form-urlencoded; charset=utf-16'])
def test_only_url_encoded_forms_are_taken(kind):
    browser = Browser()
    browser.get('/login')

    assert browser.post('/login', CONTENT_TYPE=kind).status == 415


@pytest.mark.parametrize(('headers', 'status'), [
    ({'CONTENT_LENGTH': '131073'}, 413), ({'CONTENT_LENGTH': '999999999999'}, 413), ({'CONTENT_LENGTH': '-1'}, 400),
    ({'CONTENT_LENGTH': '1e3'}, 400), ({'CONTENT_LENGTH': '٣'}, 400), ({'CONTENT_LENGTH': '5000'}, 400),
    ({'CONTENT_LENGTH': '9' * 5000}, 400),
])
def test_a_body_has_a_length_that_is_true_and_bearable(headers, status):
    browser = Browser()
    browser.get('/login')

    assert browser.post('/login', {'email': 'x@example.com'}, **headers).status == status


@pytest.mark.parametrize('query', ['a=%ff', 'a=1&a=2', 'done=%00', 'next=%ed%a0%80', '%ff', 'a=\xff'])
def test_a_query_is_read_as_strictly_as_a_form(query):
    assert Browser().get('/login?' + query).status == 400


@pytest.mark.parametrize('cookies', [
    'a,b=1', '(x)=1; session=y', 'x[y]=1', '{"a":1}', 'session="\\\\\\""', 'session=' + 'x' * 10_000, 'session=\xff',
    'session', ';;;=;', 'session=a; session=b', 'visit=\x00', 'theme=<b>', 'session=' + 'A' * 43,
])
def test_no_cookie_upsets_a_page(cookies):
    page = Browser().send('GET', '/', HTTP_COOKIE=cookies)

    assert page.status == 200
    assert '<b>' not in page.text


@pytest.mark.parametrize('path', ['/\xff', '/adm\xffin', '/log\xc3in', '/\x00', '/login\n', '/\xe2\x80\xa8'])
def test_a_path_is_clean_text_or_nothing(path):
    page = Browser().send('GET', '/', PATH_INFO=path)

    assert page.status in (400, 404)
    assert page.status == 400 or '\xe2\x80\xa8' in path


@pytest.mark.parametrize('host', ['evil.example', '127.0.0.1:8080, evil.example', '', 'localhost:99999999', 'a b',
                                  '[::1', '127.0.0.1:8080@evil.example', 'evil.example:8080', '127.0.0.1.evil.example'])
def test_a_foreign_host_name_is_refused(host):
    assert Browser().get('/', HTTP_HOST=host).status == 400


@pytest.mark.parametrize('host', ['127.0.0.1:8080', 'localhost:8080', 'LOCALHOST', '[::1]:8080'])
def test_our_own_host_names_are_taken(host):
    assert Browser().get('/', HTTP_HOST=host).status == 200


def test_ids_in_paths_are_what_we_print(route):
    route('/thing/<thing_id:id>', lambda thing_id: repr(thing_id), 'anyone')

    assert Browser().get('/thing/42').body == b'42'
    for wrong in ('0', '-5', '+5', '٣', '1' * 10, '1' * 5000, '1.0', '01', ''):
        assert Browser().get('/thing/' + wrong).status == 404, wrong


# What an answer looks like

@pytest.mark.parametrize('address', ['//evil.example', 'https://evil.example', 'evil', ''])
def test_a_redirect_stays_on_this_site(address):
    with pytest.raises(ValueError, match='not a path of ours'):
        web.see_other(address)


@pytest.mark.parametrize('target', ['//evil.example', '/\\evil.example', 'https://evil.example', '/nothing-here',
                                    '/\r\nX: y', '/logout', 'javascript:alert(1)', '/login\x00', '/%00'])
def test_next_leads_only_to_our_own_pages(target):
    browser = Browser()
    page = browser.get('/')
    page = browser.submit('/theme', follow=False, theme='dark', next=target)

    assert page.status in (303, 400)
    assert page.status == 400 or page.headers['location'] == '/'


def test_a_redirect_says_only_one_thing_that_was_done():
    web.see_other('/login?next=%2Fbook&done=old', done='signed_out')

    assert bottle.response.get_header('Location') == '/login?next=%2Fbook&done=signed_out'


def test_a_notice_comes_from_our_own_table_only():
    browser = Browser()

    assert 'You are signed out.' in browser.get('/?done=signed_out').text
    assert 'role="status"' not in browser.get('/?done=You+have+won').text
    assert 'You have won' not in browser.page.text


def test_a_missing_page_and_a_wrong_method_have_pages_of_their_own():
    browser = Browser()

    assert 'Not found' in browser.get('/no/such/page').text
    assert browser.page.status == 404
    assert browser.send('PUT', '/login').status == 405
    assert 'POST' in browser.page.headers['allow']
    assert browser.get('/logout').status == 405


def test_head_answers_like_get_without_a_body():
    browser = Browser()
    length = len(browser.get('/login').body)

    head = browser.send('HEAD', '/login')

    assert (head.status, head.body, head.headers['content-length']) == (200, b'', str(length))
    assert browser.send('HEAD', '/nothing').body == b''
    assert browser.send('HEAD', '/', HTTP_HOST='evil').body == b''


@pytest.mark.parametrize(('error', 'status'), [
    (errors.NotFound(), 404), (errors.Forbidden(), 403), (errors.Busy(), 503), (errors.Refused('No.', 409), 409),
    (errors.Refused({'': 'No.'}), 422), (ZeroDivisionError('private'), 500), (KeyError('private'), 500),
])
def test_what_a_handler_raises_becomes_a_page(route, error, status):
    def handler():
        raise error
    route('/raises', handler, 'anyone')

    page = Browser().get('/raises')

    assert page.status == status
    assert error_pages.PAGES[status][0] in page.text
    assert 'private' not in page.text and 'Traceback' not in page.text
    assert ('retry-after' in page.headers) == (status == 503)


def test_a_database_that_is_away_gives_a_page_that_asks_to_come_back(monkeypatch):
    def away(*_, **__):
        raise errors.Busy('away')
    monkeypatch.setattr(db, 'one', away)

    for path in ('/', '/login', '/healthz/ready'):
        page = Browser().get(path)
        assert (page.status, page.headers['retry-after']) == (503, '3')
    assert Browser().get('/healthz').status == 200


def test_a_failing_error_page_still_gives_an_answer(monkeypatch, caplog):
    monkeypatch.setattr(web, '_surroundings', lambda: 1 / 0)

    page = Browser().get('/')

    assert page.status == 500
    assert 'Our mistake' in page.text and 'ZeroDivisionError' not in page.text
    assert "default-src 'none'" in page.headers['content-security-policy']
    number = page.text.partition('the number ')[2][:8]
    assert number in caplog.text and 'ZeroDivisionError' in caplog.text


def test_errors_for_programs_are_json():
    page = Browser().get('/api/nothing')

    assert page.status == 404
    assert page.headers['content-type'].startswith('application/json')
    assert json.loads(page.body) == {'error': {
        'code': 'not_found', 'message': error_pages.PAGES[404][1], 'field': None}}


def test_the_log_has_a_line_for_each_request_and_nothing_that_was_typed(caplog):
    caplog.set_level(logging.INFO, 'clinic.requests')
    browser = Browser()

    browser.get('/reset-password/' + 'S' * 43 + '?q=Secret')
    browser.get('/Secret\u202e')
    browser.send('SECRET\n', '/login')

    lines = [record.getMessage() for record in caplog.records]
    assert len(lines) == 3
    assert re.match('id=[0-9a-f]{8} GET /reset-password/<token:token> 404 user=- role=- from=127.0.0.1 ', lines[0])
    assert not any('S' * 4 in line or 'Secret' in line or 'SECRET\n' in line or '\u202e' in line for line in lines)


# Static files

def test_static_files_are_zipped_and_kept_for_good():
    browser = Browser()
    for name in ('bootstrap.css', 'clinic.css', 'device_dark.css', 'favicon.svg'):
        plain = browser.get(assets.url(name))
        zipped = browser.get(assets.url(name), HTTP_ACCEPT_ENCODING='gzip, br')
        assert 'immutable' in plain.headers['cache-control']
        assert zipped.headers['content-encoding'] == 'gzip' and gzip.decompress(zipped.body) == plain.body
    assert browser.get('/static/clinic.css?v=old').headers['cache-control'] == 'no-cache'


def test_a_header_that_is_no_text_upsets_no_static_file():
    page = Browser().get('/static/clinic.css', HTTP_ACCEPT_ENCODING='\xff, gzip')

    assert page.status == 200 and page.headers['content-encoding'] == 'gzip'



@pytest.mark.parametrize('name', ['../clinic.py', '..%2fclinic.py', 'clinic.css/', '.env', 'bootstrap.js', 'x' * 3000])
def test_nothing_else_is_a_static_file(name):
    assert Browser().get('/static/' + name).status == 404


def test_the_device_may_choose_the_dark_theme():
    css = assets.files()['device_dark.css']['body'].decode()

    assert 'data-bs-theme=dark' not in css
    assert ':root{color-scheme:dark' in css and '--clinic-accent' in css and css.count('{') == css.count('}')


@pytest.mark.parametrize('name', ['clinic.css', 'board.css'])
def test_a_style_sheet_closes_each_block_that_it_opens(name):
    css = assets.files()[name]['body'].decode()

    assert css.count('{') == css.count('}')


def test_a_chosen_theme_stays():
    browser = Browser()
    assert 'data-bs-theme="device"' in browser.get('/login').text

    page = browser.submit('/theme', theme='dark', next='/login?next=%2Fprofile')

    assert page.path == '/login' and 'data-bs-theme="dark"' in page.text and 'device_dark' not in page.text
    assert 'data-bs-theme="device"' in browser.submit('/theme', theme='device').text


@pytest.mark.parametrize('role', menu.MENUS)
def test_menus_and_sign_in_lead_to_pages_that_the_role_may_open(role):
    paths = [path for _, path in menu.MENUS[role]] + ([menu.HOMES[role]] if role else [])
    routes = [app.router.match({'REQUEST_METHOD': 'GET', 'PATH_INFO': path})[0] for path in paths]

    assert [path for path, route in zip(paths, routes, strict=True)
            if not guard.audience_of(route) & {'anyone', 'signed_in', role}] == []


# What our libraries do may change

def test_bottle_is_the_version_whose_habits_we_know():
    assert bottle.__version__.startswith('0.13.'), 'forms, cookies and hooks changed: read again what web.py relies on'


def test_no_library_reads_forms_behind_our_back():
    """0.13 would give mojibake here, and 0.14 surrogates; our own decoding does not depend on it."""
    environ = {'QUERY_STRING': '', 'wsgi.input': io.BytesIO()}
    bottle.request.bind(environ)
    guard._decode(b'a=%c3%a9', keys.FORM)

    assert environ[keys.FORM] == {'a': 'é'}


# Templates

# What is printed as it is: the page inside its frame, the course's pictures of the schema, and what lessons say
# (app/learn/markdown.py escapes it).
UNESCAPED = {'base.tpl': 1, 'learn/tables.tpl': 2, 'learn/lesson.tpl': 2, 'learn/exercise.tpl': 5,
             'learn/servers.tpl': 1}


def test_templates_escape_everything_they_print_and_hold_no_script():
    views = Path(__file__).parent.parent / 'views'
    for template in views.rglob('*.tpl'):
        text = template.read_text()
        assert text.count('{{!') == UNESCAPED.get(str(template.relative_to(views)), 0), f'unescaped in {template}'
        assert not re.search(r'\s[a-z-]+=\{\{', text), f'an attribute without quotes in {template}'
        assert not re.search(r'<script|<style|<[a-z][^>]*\s(on[a-z]+|style)\s*=|javascript:', text), template
        assert 'csrf_token' in text or not re.search(r'<form[^>]*method="post"', text), f'no token in {template}'
