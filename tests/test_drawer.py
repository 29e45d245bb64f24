"""The drawer at the end of each page: what the click did and what the page asked, and nothing that opens an account."""

import re
import threading

import pytest

from app import database
from app.learn import recorder
from tests.support.accounts import PASSWORD, signed_in
from tests.support.browser import Browser
from tests.support.people import PETRA
from tests.support.statements import statements


def drawer(page) -> str:
    """The text of a page's drawer; '' where it has none."""
    found = re.search(r'<aside class="learn-drawer.*?</aside>', page.text, re.DOTALL)
    return found[0] if found else ''


def names(text) -> list[str]:
    return re.findall(r'href="/learn/queries/([a-z_]+/[a-z_]+)', text)


def test_a_page_shows_what_it_asked_in_order(course):
    browser = signed_in(PETRA.email)
    pages = []
    ran = statements(lambda: pages.append(browser.get('/appointments')))

    assert names(drawer(pages[0])) == [name for name in ran if '/' in name]
    assert f'{len(ran)} statements' in drawer(pages[0])


def test_a_click_shows_its_transaction_once(course, at):
    browser = signed_in(PETRA.email)
    browser.get('/book/1/confirm?service_id=1&starts_at=2026-06-01T10:00')
    page = browser.submit('/appointments', staff_id='1', service_id='1', starts_at='2026-06-01T10:00', patient_id='1')
    click = drawer(page).partition('What this page asked')[0]

    order = ['patients/lock_with_staff', 'availability/check_rules', 'appointments/insert',
             'notifications/insert_for_visit']
    assert [name for name in names(click) if name in order] == order
    assert 'COMMIT: it happened' in click and 'One transaction' in click
    assert 'What your click did' not in drawer(browser.get('/appointments'))


def test_a_refused_form_shows_what_the_click_did(course):
    browser = Browser()
    browser.get('/login')
    page = browser.submit('/login', email=PETRA.email, password='not the right one')

    assert page.status == 422 and 'What your click did' in drawer(page)
    assert 'sign_in_attempts/insert' in names(drawer(page))


def test_another_browser_does_not_see_the_click(course):
    browser, other = signed_in(PETRA.email), Browser()
    answer = browser.submit('/theme', follow=False, theme='dark', next='/')

    assert answer.status == 303
    assert 'What your click did' not in drawer(other.get('/'))
    assert 'users/set_theme' in names(drawer(browser.get('/')))


def test_whoever_comes_after_a_sign_out_is_not_shown_what_it_did(course):
    browser = signed_in(PETRA.email)
    browser.get('/')
    browser.get('/profile')

    assert 'What your click did' not in drawer(browser.submit('/logout'))


def test_a_click_is_forgotten_after_a_minute(course, monkeypatch):
    browser = signed_in(PETRA.email)
    browser.submit('/theme', follow=False, theme='dark', next='/')
    monkeypatch.setattr(recorder, 'KEPT_SECONDS', 0)

    assert 'What your click did' not in drawer(browser.get('/'))


def test_what_opens_an_account_is_masked(course, shell):
    browser = Browser()
    browser.get('/login')
    page = browser.submit('/login', email=PETRA.email, password=PASSWORD)
    ((token_hash,),) = shell('SELECT HEX(token_hash) FROM sessions ORDER BY session_id DESC LIMIT 1')
    ((password_hash,),) = shell('SELECT password_hash FROM users WHERE email = %s', PETRA.email)
    shown = drawer(page)

    assert 'sessions/insert' in names(shown) and recorder.HIDDEN in shown
    for secret in (PASSWORD, token_hash.lower(), token_hash, password_hash, browser.cookies['session']):
        assert secret not in shown


@pytest.mark.parametrize('name', ['token_hash', 'password_hash', 'payload', 'sealed_key', 'code_hash', 'secret'])
def test_a_value_is_masked_by_its_name(name):
    assert recorder._shown(name, 'x') == recorder.HIDDEN
    assert recorder._shown('anything', b'bytes') == recorder.HIDDEN
    assert len(recorder._shown('reason', 'x' * 500)) <= recorder.LONGEST + 1


def test_two_requests_at_once_do_not_mix(course):
    recorder.begin()
    database.value('schema/count_accounts')
    thread = threading.Thread(target=lambda: database.value('schema/count_tables'))
    thread.start()
    thread.join()

    assert [one.name for one in recorder.so_far()] == ['schema/count_accounts']


@pytest.mark.parametrize('path', ['/api/staff', '/static/clinic.css', '/nothing'])
def test_what_is_no_page_has_no_drawer(course, path):
    assert drawer(Browser().get(path)) == ''


def test_where_the_course_is_off_nobody_listens_and_no_page_has_a_drawer(cast):
    assert database.on_statement == []
    page = Browser().get('/')
    assert 'learn' not in page.text and 'click' not in page.headers.get('set-cookie', '')
