"""Browsers that have signed in to an account: the cookie that says so, and that it gives a counter and nothing more."""

import dataclasses
import re

import pytest

from app import config, database
from app.accounts import attempts, browsers, one_time_links, passwords
from app.visitor import Visitor
from app.web import cookies
from tests.support.accounts import PASSWORD, signed_in, try_to_sign_in
from tests.support.browser import Browser

pytestmark = pytest.mark.usefixtures('cast')
PETRA, PAUL, OTHER = 'petra@mail.test', 'paul@mail.test', 'four wet boots indoors'


def mark(browser, email=PETRA):
    return browser.cookies.get(browsers.name_of(email))


def seen(shell):
    """The browser of the latest attempt, as the table keeps it."""
    return shell('SELECT browser FROM sign_in_attempts ORDER BY attempt_id DESC LIMIT 1')[0][0]


def guess(browser, times, email=PETRA, password='wrong'):
    browser.cookies.pop('session', None)
    return [try_to_sign_in(email, password, browser=browser).status for _ in range(times)]


@pytest.fixture
def known():
    """A browser that has signed in to Petra's account, and out again."""
    browser = signed_in(PETRA)
    browser.submit('/logout')
    return browser


# The cookie

def test_signing_in_leaves_a_cookie_for_a_year_that_no_script_and_no_other_site_gets():
    browser = Browser()
    browser.get('/login')
    page = browser.submit('/login', follow=False, email=PETRA, password=PASSWORD)
    [line] = [line for line in page.cookies if line.startswith('known-')]

    assert re.match(r'known-[0-9a-f]{16}=6-[0-9a-f]{16}-[0-9a-f]{32};', line)
    assert {part.strip().lower() for part in line.split(';')[1:]} == {
        'httponly', 'max-age=31536000', 'path=/', 'samesite=lax'}
    assert 'petra' not in line


def test_signing_out_keeps_it_and_signing_in_again_keeps_the_browser(known, shell):
    before = mark(known)
    signed_in_again = try_to_sign_in(PETRA, browser=known)

    assert before and signed_in_again.status == 200 and mark(known) == before
    assert seen(shell) == browsers.find(((browsers.name_of(PETRA), before),), PETRA).browser


def test_registering_and_setting_a_password_by_link_leave_it_too():
    browser = Browser()
    browser.get('/register')
    browser.submit('/register', full_name='Nia Okafor', email='nia@example.com', password=OTHER)
    with database.transaction() as tx:
        address = '/reset-password/' + one_time_links.make(tx, 6, 'reset')
    other = Browser()
    other.get(address)
    other.submit(address, password=OTHER)

    assert mark(browser, 'nia@example.com')
    assert mark(other) and 'session' not in other.cookies


def test_several_people_share_a_computer(known):
    try_to_sign_in(PAUL, browser=known)

    assert mark(known).startswith('6-') and mark(known, PAUL).startswith('7-')


def test_a_browser_names_no_more_accounts_than_a_header_can_carry(known, monkeypatch):
    monkeypatch.setattr(cookies, 'MOST_KNOWN', 3)
    for email in (PAUL, 'mallory@mail.test', 'dora@clinic.test'):
        known.cookies.pop('session', None)
        try_to_sign_in(email, browser=known)

    assert not mark(known) and mark(known, PAUL) and mark(known, 'dora@clinic.test')
    assert cookies.MOST_KNOWN * 110 < 16384 / 2


# What it is not

def test_it_opens_nothing(known):
    assert known.get('/profile').path == '/login'
    assert try_to_sign_in(PETRA, 'wrong', browser=known).status == 422


@pytest.mark.parametrize('bend', [
    lambda value: value[:-1] + ('0' if value[-1] != '0' else '1'), lambda value: '7' + value[1:],
    lambda value: value[:2] + '0' * 16 + value[18:], lambda value: 'garbage', lambda value: '6-' + '0' * 16,
    lambda value: value + 'x', lambda value: value.upper(), lambda value: '٦' + value[1:],
])
def test_a_forged_cookie_is_no_cookie(bend, known, shell):
    known.cookies[browsers.name_of(PETRA)] = bend(mark(known))
    known.cookies = {name: value.encode().decode('latin1') for name, value in known.cookies.items()}
    guess(known, 1)

    assert seen(shell) is None


def test_another_accounts_cookie_is_no_cookie(shell):
    browser = signed_in(PAUL)
    browser.cookies[browsers.name_of(PETRA)] = mark(browser, PAUL)
    guess(browser, 1)

    assert seen(shell) is None


def test_the_cookie_of_an_account_that_has_another_address_now_is_no_cookie(known, shell):
    shell("UPDATE users SET email = 'new@mail.test' WHERE user_id = 6")
    guess(known, 1)

    assert seen(shell) is None


def test_a_cookie_made_with_another_secret_is_no_cookie(known, shell):
    value = mark(known)
    config.use(dataclasses.replace(config.current(), secret='another secret of thirty-two characters'))

    assert browsers.find(((browsers.name_of(PETRA), value),), PETRA) is None


# The counter of its own

def test_a_known_browser_is_bound_by_no_other_counter(known, monkeypatch):
    for name in ('PAIR', 'ACCOUNT', 'NEWCOMERS', 'NETWORK', 'NETWORK_TRIES'):
        monkeypatch.setattr(attempts, name, (0, 300, 300))
    monkeypatch.setattr(attempts, 'wait', late(attempts.wait))

    assert try_to_sign_in(PETRA, 'wrong').status == 429
    assert guess(known, 1, password=PASSWORD) == [200]


def late(wait):
    """Wait as usual, also where nothing has failed yet."""
    return lambda failures, last_utc, limits, now_utc: wait(failures, last_utc or now_utc, limits, now_utc)


def test_a_known_browser_is_slowed_down_by_its_own_mistakes_and_a_right_password_forgives_them(known):
    assert guess(known, 7) == [422] * attempts.BROWSER[0] + [429] * 2
    assert try_to_sign_in(PETRA, address='10.0.0.1').status == 200      # nobody else waits for it

    other = signed_in(PAUL)
    other.submit('/logout')
    assert guess(other, 4, PAUL) == [422] * 4
    assert guess(other, 1, PAUL, PASSWORD) == [200]
    assert guess(other, 4, PAUL) == [422] * 4


def test_who_is_signed_in_is_not_kept_from_their_own_settings_by_strangers(known, monkeypatch):
    try_to_sign_in(PETRA, browser=known)
    for name in ('PAIR', 'ACCOUNT', 'NEWCOMERS', 'NETWORK'):
        monkeypatch.setattr(attempts, name, (0, 300, 300))
    monkeypatch.setattr(attempts, 'wait', late(attempts.wait))
    known.get('/profile/email')

    page = known.submit('/profile/email', current_password='wrong', email='new@mail.test')
    assert page.status == 422 and 'not your current password' in page.text


# Two accounts with one address

@pytest.fixture
def typed(shell):
    """Mallory's account with Petra's address, which she has only typed: a browser that has signed in to it and out."""
    shell('UPDATE users SET email = %s, email_proven_utc = NULL, password_hash = '
          '(SELECT password_hash FROM (SELECT * FROM users) AS others WHERE user_id = 6) WHERE user_id = 8', PETRA)
    shell("UPDATE users SET password_hash = NULL WHERE user_id = 6")
    browser = signed_in(PETRA)
    browser.submit('/logout')
    assert mark(browser).startswith('8-')
    return browser


@pytest.fixture
def compared(monkeypatch):
    """The stored hashes that a password was compared with."""
    found, check = [], passwords._is_right
    monkeypatch.setattr(passwords, '_is_right', lambda given, stored: found.append(stored) or check(given, stored))
    return found


def test_an_account_with_anothers_address_is_no_way_around_the_limits_of_theirs(typed, shell, compared, monkeypatch):
    """Neither success forgives, nor does the cookie let anybody past what strangers have to wait."""
    shell("UPDATE users SET password_hash = %s WHERE user_id = 6", '$2b$04$' + 'petrasown' + '.' * 44)
    limit = attempts.PAIR[0]
    for _ in range(limit + 3):
        guess(typed, 1, password=PASSWORD)              # its own: right
        guess(typed, 1)                                 # a guess at Petra's
    tried = sum(stored is not None and 'petrasown' in stored for stored in compared)

    assert tried <= limit
    assert guess(typed, 1) == [422]                     # and nobody can tell


def test_a_known_browser_of_an_unproven_account_signs_in_whatever_strangers_do(typed, monkeypatch):
    for name in ('PAIR', 'ACCOUNT', 'NEWCOMERS', 'NETWORK'):
        monkeypatch.setattr(attempts, name, (0, 300, 300))
    monkeypatch.setattr(attempts, 'wait', late(attempts.wait))

    assert guess(typed, 1, password=PASSWORD) == [200]


def test_the_right_password_of_the_proven_account_works_in_the_unproven_ones_browser(typed, shell):
    shell("UPDATE users SET password_hash = %s WHERE user_id = 6", passwords.hash_password(OTHER))

    assert guess(typed, 1, password=OTHER) == [200]
    assert mark(typed).startswith('6-') and seen(shell) is None


def test_who_has_only_typed_an_address_neither_sees_nor_empties_its_counters(typed, shell):
    try_to_sign_in(PETRA, 'wrong', '10.0.0.7')
    try_to_sign_in(PETRA, browser=typed)
    assert '10.0.0.7' not in typed.get('/profile/data').body.decode()
    typed.get('/profile/close')
    typed.submit('/profile/close', current_password=PASSWORD)

    assert shell('SELECT COUNT(*) FROM users WHERE user_id = 8') == [(0,)]
    assert shell("SELECT COUNT(*) FROM sign_in_attempts WHERE address = '10.0.0.7'") == [(1,)]


def test_a_visitor_has_no_marks_unless_a_browser_brings_them():
    assert Visitor().marks == () and browsers.find((), PETRA) is None
