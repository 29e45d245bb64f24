"""Accounts: registering, signing in and out, sessions, passwords, one-time links."""

import contextlib
import datetime as dt
import hashlib
import random
import re
import time
from functools import partial

import bcrypt
import pytest

from app import clock, database, errors
from app.accounts import attempts, one_time_links, passwords, recovery, registration, sign_in, turns
from app.commands import create_admin
from app.commands.serve import THREADS
from app.forms import sign_in as sign_in_forms
from tests.support.accounts import ONE_OF_EACH, PASSWORD, signed_in, try_to_sign_in
from tests.support.browser import Browser
from tests.support.moments import during, together
from tests.support.people import STRANGER
from tests.support.statements import statements

pytestmark = pytest.mark.usefixtures('cast')

NEW_PASSWORD = 'tall grey heron at noon'
OTHER = 'four wet boots indoors'
NIA = {'full_name': 'Nia Okafor', 'email': 'Nia@Example.com', 'password': NEW_PASSWORD}


def register(browser=None, follow=True, **fields):
    browser = browser or Browser()
    browser.get('/register')
    return browser.submit('/register', follow, **{**NIA, **fields})


def later(**span):
    """Let time pass."""
    clock.freeze(clock.now_utc() + dt.timedelta(**span))


@pytest.fixture
def typed(shell):
    """typed('x@mail.test') → the user_id of an account that has only typed that address; its password is OTHER."""
    def opened(email):
        shell("INSERT INTO users (email, password_hash, role, full_name, created_utc) "
              "VALUES (%s, %s, 'patient', 'Tilda Typed', '2026-01-01')", email, passwords.hash_password(OTHER))
        [(user_id,)] = shell('SELECT MAX(user_id) FROM users')
        shell("INSERT INTO patients (user_id, relation, full_name, created_utc) "
              "VALUES (%s, 'self', 'Tilda Typed', '2026-01-01')", user_id)
        return user_id
    return opened


# Registering

def test_registering_opens_an_account_with_a_patient_and_signs_it_in(shell):
    browser = Browser()
    answer = register(browser, False, phone='+49 (0)30 12-34.56', birth_date='1990-12-31')

    assert answer.status == 303 and 'done=registered' in answer.headers['location']
    assert browser.get('/profile').status == 200 and 'nia@example.com' in browser.page.text
    assert shell('SELECT email, role, full_name, phone, is_active FROM users WHERE user_id > 9') == [
        ('nia@example.com', 'patient', 'Nia Okafor', '+49 (0)30 12-34.56', 1)]
    assert shell('SELECT relation, full_name, birth_date, email FROM patients WHERE user_id > 9') == [
        ('self', 'Nia Okafor', dt.date(1990, 12, 31), None)]


def test_registering_leads_to_where_the_visitor_was_heading():
    browser = Browser()
    browser.get('/profile?tab=1')
    browser.get(browser.page.forms and '/register?next=%2Fprofile%3Ftab%3D1')

    answer = browser.submit('/register', False, **NIA)

    assert answer.headers['location'] == '/profile?tab=1&done=registered'


def test_what_is_wrong_is_told_in_the_order_of_the_page(cast):
    page = register(full_name='', email='nia', password='short', phone='12')

    assert re.findall('alert-link" href="#([a-z_]+)"', page.text) == ['full_name', 'email', 'password', 'phone']


@pytest.mark.parametrize(('field', 'typed'), [
    ('full_name', ''), ('full_name', '   '), ('full_name', 'x' * 121),
    ('email', ''), ('email', 'nia'), ('email', 'nia@'), ('email', 'nia@localhost'), ('email', 'a@b@c.example'),
    ('email', 'nia okafor@example.com'), ('email', 'nía@example.com'),
    ('email', 'nia@example..com'), ('email', '.nia@example.com'), ('email', 'x' * 65 + '@example.com'),
    ('email', 'nia@' + 'x' * 250 + '.com'), ('email', 'nia@-example.com'), ('email', '<nia@example.com>'),
    ('email', 'nia@example.com,eve@example.com'), ('email', 'nia@example.com\nBcc: eve@example.com'),
    ('phone', '12'), ('phone', 'call me'), ('phone', '1' * 31), ('phone', '<b>12345</b>'),
    ('birth_date', '31.12.1990'), ('birth_date', '1990-02-30'), ('birth_date', '1890-01-01'),
    ('birth_date', '2026-06-02'), ('birth_date', '٢٠٠٠-٠١-٠١'), ('birth_date', '90-1-1'),
    ('password', ''), ('password', 'eleven char'), ('password', 'x' * 73), ('password', 'é' * 37),
    ('password', 'password1234'), ('password', 'Test Clinic 2026'), ('password', 'nia.okafor.99'),
])
def test_a_field_that_will_not_do_is_named_and_what_was_typed_is_kept(field, typed, shell):
    page = register(**{field: typed})

    assert page.status == 422
    assert f'id="{field}-error"' in page.text and f'href="#{field}"' in page.text and 'role="alert"' in page.text
    assert 'value="Nia Okafor"' in page.text or field == 'full_name'
    assert NEW_PASSWORD not in page.text
    assert shell('SELECT COUNT(*) FROM users WHERE user_id > 9') == [(0,)]


@pytest.mark.parametrize('name', [
    "O'Brien \\ \"quoted\"", 'delimiter //', '<b>Bold</b> & co', 'José Åström', 'Владимир Иванов', '王小明', 'محمد علي',
    'Ελένη', 'देवी शर्मा', 'שרה כהן', '김민준', '\N{GRINNING FACE} Emoji', '{{7*7}} % include("x")',
    "Robert'); DROP TABLE users;--",
])
def test_names_come_back_as_they_were_typed(name, shell):
    browser = Browser()
    register(browser, full_name=name, email='x@example.com')

    assert shell('SELECT full_name FROM users WHERE user_id > 9') == [(name,)]
    details = next(form for action, form in browser.get('/profile').forms if action == '/profile')
    assert details['full_name'] == name
    assert '<b>Bold' not in browser.page.text


def test_an_address_that_has_an_account_opens_another_that_is_not_proven(shell):
    for taken in ('petra@mail.test', 'PETRA@mail.test', 'ada@clinic.test', 'dina@mail.test'):
        assert register(email=taken, password=f'{NEW_PASSWORD} {taken}', follow=False).status == 303
    assert shell('SELECT email, proven_email FROM users WHERE user_id > 9 ORDER BY user_id') == [
        ('petra@mail.test', None), ('petra@mail.test', None), ('ada@clinic.test', None), ('dina@mail.test', None)]


def test_the_form_sent_twice_gives_one_account_and_no_error(shell):
    assert register().status in (200, 404)
    assert register(follow=False).status == 303
    assert shell('SELECT COUNT(*) FROM users WHERE user_id > 9') == [(1,)]


def test_many_who_register_one_address_at_once_get_an_account_each(shell):
    browsers = [Browser(f'10.0.0.{number}') for number in range(3)]
    for browser in browsers:
        browser.get('/register')

    pages = together([partial(browser.submit, '/register', False, **{**NIA, 'password': f'{NEW_PASSWORD} {number}'})
                      for number, browser in enumerate(browsers)])

    assert [page.status for page in pages] == [303] * 3
    assert shell('SELECT COUNT(*), COUNT(proven_email) FROM users WHERE user_id > 9') == [(3, 0)]


def test_a_form_sent_twice_at_once_gives_one_account(shell):
    browser = Browser()
    browser.get('/register')
    fields = dict(next(form for action, form in browser.page.forms if action == '/register'), **NIA)
    browsers = [Browser() for _ in range(2)]
    for each in browsers:
        each.cookies = dict(browser.cookies)

    pages = together([partial(each.post, '/register', fields, False) for each in browsers])

    assert [page.status for page in pages] == [303] * 2
    assert shell('SELECT COUNT(*) FROM users WHERE user_id > 9') == [(1,)]
    assert shell('SELECT COUNT(*) FROM notifications') == [(1,)]


def test_many_registrations_from_one_address_must_wait():
    attempts_left = attempts.FORMS[0]
    for _ in range(attempts_left):
        attempts.begin_form('10.0.0.1')
    page = register(Browser('10.0.0.1'))

    assert page.status == 429 and int(page.headers['retry-after']) > 0 and 'value="Nia Okafor"' in page.text
    assert register(Browser('10.0.0.2'), False).status == 303
    later(hours=1, seconds=1)
    assert register(Browser('10.0.0.1'), False, email='other@example.com').status == 303


# Signing in and out

@pytest.mark.parametrize('email', ['petra@mail.test', 'PETRA@MAIL.TEST', '  petra@mail.test '])
def test_the_right_password_signs_in(email):
    assert 'Petra Patient' in try_to_sign_in(email).text


@pytest.mark.parametrize(('email', 'password'), [
    ('petra@mail.test', 'wrong'), ('nobody@mail.test', PASSWORD), ('dina@mail.test', PASSWORD),
    ('dina@mail.test', 'wrong'), ('petra@mail.test', PASSWORD + ' '), ('petra@mail.test', PASSWORD.upper()),
    ('petra@mail.test', PASSWORD + 'x' * 100),
    ('pétra@mail.test', PASSWORD), ("petra@mail.test' OR '1'='1", PASSWORD), ('not an address', 'x'),
    ('\N{GRINNING FACE}', '\N{GRINNING FACE}' * 30), ('İ' * 127, PASSWORD),
])
def test_a_refusal_looks_the_same_whoever_was_asked_for(email, password):
    page = try_to_sign_in(email, password)

    assert page.status == 422
    assert sign_in.WRONG in page.text
    assert not any(cookie.startswith('session') for cookie in page.cookies)


@pytest.fixture
def hashed(monkeypatch):
    """What a password was compared with, in turn: the first letters of each hash."""
    found, check = [], bcrypt.checkpw
    monkeypatch.setattr(bcrypt, 'checkpw', lambda given, stored: found.append(stored[:7]) or check(given, stored))
    return found


@pytest.mark.parametrize(('email', 'password'), [
    ('petra@mail.test', 'wrong'), ('nobody@mail.test', 'wrong'), ('petra@mail.test', 'x' * 99),
    ('dina@mail.test', PASSWORD), ('only@typed.test', 'wrong'), ('paul@mail.test', 'wrong'), ('paul@mail.test', OTHER),
    ('only@typed.test', OTHER),
])
def test_whoever_has_an_address_a_password_that_is_not_the_proven_account_s_costs_two_hashes(
        email, password, hashed, typed):
    typed('only@typed.test'), typed('paul@mail.test')

    try_to_sign_in(email, password)

    assert hashed == [b'$2b$04$'] * 2


def test_the_right_password_of_who_has_proven_the_address_costs_one_hash(hashed, typed):
    typed('petra@mail.test')
    signed_in('petra@mail.test')

    assert hashed == [b'$2b$04$']


def test_asking_who_is_signed_in_for_the_password_costs_one_hash(hashed):
    browser = signed_in('petra@mail.test')
    browser.get('/profile/close')
    hashed.clear()
    assert browser.submit('/profile/close', current_password='wrong').status == 422

    assert hashed == [b'$2b$04$']


def test_two_accounts_with_one_address_are_told_apart_by_the_password(typed, shell):
    typed('petra@mail.test')
    newest = typed('petra@mail.test')
    for password, user_id in ((PASSWORD, 6), (OTHER, newest)):
        signed_in('petra@mail.test', password)
        assert shell('SELECT user_id FROM sessions ORDER BY session_id DESC LIMIT 1') == [(user_id,)]


def test_an_account_without_a_password_cannot_be_signed_in_to(shell):
    shell('UPDATE users SET password_hash = NULL WHERE user_id = 6')

    for password in ('', ' ', 'None', PASSWORD):
        assert try_to_sign_in('petra@mail.test', password).status == 422


def test_a_damaged_hash_refuses_and_does_not_fail(shell):
    shell("UPDATE users SET password_hash = '$2b$xx$damaged' WHERE user_id = 6")

    assert try_to_sign_in('petra@mail.test').status == 422


def test_a_hash_of_another_cost_is_renewed_at_sign_in(shell, monkeypatch):
    monkeypatch.setattr(passwords, 'BCRYPT_COST', 5)

    signed_in('petra@mail.test')

    assert shell('SELECT LEFT(password_hash, 7) FROM users WHERE user_id = 6') == [('$2b$05$',)]
    signed_in('petra@mail.test')


def test_renewing_a_hash_does_not_undo_a_password_changed_meanwhile(shell, monkeypatch):
    make = passwords.hash_password
    monkeypatch.setattr(passwords, 'BCRYPT_COST', 5)

    def slow(*asked):
        shell("UPDATE users SET password_hash = 'has been changed' WHERE user_id = 6")
        return make(*asked)
    monkeypatch.setattr(passwords, 'hash_password', slow)

    assert try_to_sign_in('petra@mail.test').status == 422
    assert shell('SELECT password_hash FROM users WHERE user_id = 6') == [('has been changed',)]


def test_a_session_is_new_at_sign_in_and_the_old_one_ends(shell):
    browser = Browser()
    browser.cookies['session'] = planted = 'A' * 43
    try_to_sign_in('petra@mail.test', browser=browser)
    first = browser.cookies['session']
    browser.get('/profile')
    browser.post('/login', {'email': 'petra@mail.test', 'password': PASSWORD})

    assert len({planted, first, browser.cookies['session']}) == 3
    assert shell('SELECT COUNT(*) FROM sessions') == [(1,)]


def test_the_table_keeps_no_cookie(shell):
    browser = signed_in('petra@mail.test')
    [(token_hash, address, device)] = shell('SELECT token_hash, address, device FROM sessions')

    assert bytes(token_hash) == hashlib.sha256(browser.cookies['session'].encode()).digest()
    assert address == '127.0.0.1'


def test_what_the_browser_calls_itself_is_kept_short_and_clean(shell):
    browser = Browser()
    browser.get('/login')
    browser.post('/login', {'email': 'petra@mail.test', 'password': PASSWORD},
                 HTTP_USER_AGENT='Moz\x1b\x00illa ' + 'x' * 999)

    assert shell('SELECT device FROM sessions') == [(('Mozilla ' + 'x' * 999)[:200],)]


def test_what_grows_too_long_in_lower_case_is_refused_beside_its_field():
    page = try_to_sign_in('İ' * 200)

    assert page.status == 422 and 'at most 254 characters' in page.text


def test_an_address_that_a_proxy_made_up_is_cut_short(shell):
    page = register(Browser('a' * 60))

    assert page.status == 200
    assert shell('SELECT LENGTH(address) FROM audit_log') == [(45,)]


def test_signing_out_ends_the_session_on_the_server():
    browser = signed_in('petra@mail.test')
    cookie = browser.cookies['session']
    page = browser.submit('/logout')

    assert 'You are signed out.' in page.text and 'session' not in browser.cookies
    browser.cookies['session'] = cookie
    assert browser.get('/profile').path == '/login'


def test_who_is_signed_in_needs_no_sign_in_page():
    browser = signed_in('petra@mail.test')

    assert browser.get('/login?next=%2Fprofile', follow=False).headers['location'] == '/profile'
    assert browser.get('/register', follow=False).headers['location'] == '/'


# How long a session lasts

@pytest.mark.parametrize(('role', 'span', 'lasts'), [
    ('patient', {'days': 6}, True), ('patient', {'days': 7, 'seconds': 1}, False),
    ('staff', {'minutes': 59}, True), ('staff', {'minutes': 60, 'seconds': 1}, False),
    ('admin', {'minutes': 59}, True), ('admin', {'minutes': 60, 'seconds': 1}, False),
])
def test_an_idle_session_ends(role, span, lasts):
    browser = signed_in(ONE_OF_EACH[role])
    later(**span)

    assert (browser.get('/profile').path == '/profile') == lasts


@pytest.mark.parametrize(('role', 'step', 'steps'), [('patient', {'days': 6}, 5), ('staff', {'minutes': 50}, 14)])
def test_a_session_in_use_ends_too_in_the_end(role, step, steps):
    browser = signed_in(ONE_OF_EACH[role])
    for _ in range(steps - 1):
        later(**step)
        assert browser.get('/profile').path == '/profile'
    later(**step)
    later(minutes=20)

    assert browser.get('/profile').path == '/login'


def test_a_page_view_writes_only_every_few_minutes(shell):
    browser = signed_in('petra@mail.test')

    def look_in():
        later(minutes=4)
        browser.get('/healthz/ready')

    assert statements(lambda: [look_in() for _ in range(3)]).count('sessions/refresh') == 1


def test_a_session_ends_when_the_account_is_closed(shell):
    browser = signed_in('petra@mail.test')
    shell('UPDATE users SET is_active = FALSE WHERE user_id = 6')

    assert browser.get('/profile').path == '/login'


def test_a_new_role_holds_from_the_next_click(shell):
    browser = signed_in('petra@mail.test')
    shell("UPDATE users SET role = 'staff' WHERE user_id = 6")

    assert 'Date of birth' not in browser.get('/profile').text


def test_a_signed_out_visitor_who_sends_a_form_is_asked_to_sign_in():
    browser = signed_in('petra@mail.test')
    browser.get('/profile')
    later(days=8)

    page = browser.submit('/profile', False, full_name='New')
    assert page.status == 401 and any(where == '/login' for where, _ in page.forms)


# Guessing

def test_guessing_at_an_account_gets_slower_and_ends_with_the_right_password():
    for _ in range(attempts.PAIR[0]):
        assert try_to_sign_in('petra@mail.test', 'wrong').status == 422
    page = try_to_sign_in('petra@mail.test')

    assert page.status == 429
    assert page.headers['retry-after'] == str(attempts.PAIR[1])
    assert 'value="petra@mail.test"' in page.text and 'Please wait 5 seconds' in page.text
    later(seconds=attempts.PAIR[1])
    assert try_to_sign_in('petra@mail.test', 'wrong').status == 422
    later(seconds=attempts.PAIR[1])
    assert try_to_sign_in('petra@mail.test').status == 429      # the wait has doubled
    later(seconds=attempts.PAIR[1])
    assert try_to_sign_in('petra@mail.test').status == 200
    assert try_to_sign_in('petra@mail.test', 'wrong').status == 422     # and is forgotten


def test_an_unknown_address_is_slowed_down_just_the_same():
    statuses = {email: [try_to_sign_in(email, 'wrong', address).status for _ in range(7)]
                for email, address in (('petra@mail.test', '10.0.0.1'), ('nobody@mail.test', '10.0.0.2'))}

    assert statuses['petra@mail.test'] == statuses['nobody@mail.test'] == [422] * 5 + [429] * 2


def test_trying_too_early_does_not_lengthen_the_wait():
    for _ in range(attempts.PAIR[0] + 20):
        try_to_sign_in('petra@mail.test', 'wrong')
    later(seconds=attempts.PAIR[1])

    assert try_to_sign_in('petra@mail.test').status == 200


def test_strangers_cannot_lock_somebody_out(monkeypatch):
    monkeypatch.setattr(attempts, 'ACCOUNT', (8, 5, 60))
    owner, elsewhere = signed_in('petra@mail.test', address='10.0.0.1'), '10.2.0.1'
    assert try_to_sign_in('petra@mail.test', 'wrong', elsewhere).status == 422
    for number in range(20):
        try_to_sign_in('petra@mail.test', 'wrong', f'10.1.0.{number}')

    assert try_to_sign_in('petra@mail.test', address=elsewhere).status == 429           # who has been wrong waits
    assert try_to_sign_in('petra@mail.test', address='10.2.0.2').status == 200          # who comes for the first time
    owner.submit('/logout')
    assert try_to_sign_in('petra@mail.test', browser=owner).status == 200               # and the owner's browser do not
    later(seconds=attempts.ACCOUNT[2])
    assert try_to_sign_in('petra@mail.test', address=elsewhere).status == 200           # nor does anybody for long


def test_a_crowd_of_addresses_cannot_guess_at_will_and_who_comes_new_waits_for_seconds(monkeypatch):
    monkeypatch.setattr(attempts, 'NEWCOMERS', (8, 5, 8))
    statuses = [try_to_sign_in('petra@mail.test', 'wrong', f'10.1.0.{number}').status for number in range(10)]

    assert statuses == [422] * 8 + [429] * 2
    assert try_to_sign_in('petra@mail.test', address='10.2.0.1').headers['retry-after'] == '5'
    later(seconds=5)
    assert try_to_sign_in('petra@mail.test', address='10.2.0.1').status == 200


def test_one_address_cannot_try_its_way_through_many_accounts(monkeypatch):
    monkeypatch.setattr(attempts, 'NETWORK', (8, 5, 300))
    known = signed_in('paul@mail.test', address='10.0.0.1')
    known.submit('/logout')
    statuses = [try_to_sign_in(f'p{number}@mail.test', 'wrong', '10.0.0.1').status for number in range(10)]

    assert statuses == [422] * 8 + [429] * 2
    assert try_to_sign_in('paul@mail.test', browser=known).status == 200            # known, so not slowed down
    assert try_to_sign_in('petra@mail.test', address='10.0.0.1').status == 429
    assert try_to_sign_in('petra@mail.test', address='10.0.0.2').status == 200
    later(hours=1, seconds=1)
    assert try_to_sign_in('petra@mail.test', address='10.0.0.1').status == 200


def test_who_signs_in_again_and_again_waits_too_for_each_costs_a_hash(monkeypatch):
    monkeypatch.setattr(attempts, 'NETWORK_TRIES', (8, 5, 300))
    monkeypatch.setattr(attempts, 'BROWSER_TRIES', (4, 5, 300))
    browser = signed_in('petra@mail.test', address='10.0.0.1')

    def again():
        leave(browser)
        return try_to_sign_in('petra@mail.test', browser=browser).status
    known = [again() for _ in range(6)]
    strangers = [try_to_sign_in('paul@mail.test', address='10.0.0.1').status for _ in range(9)]

    assert known == [200] * 4 + [429] * 2
    assert strangers == [200] * 7 + [429] * 2       # the known browser's own tries are outside the network's count
    assert try_to_sign_in('paul@mail.test', address='10.0.0.2').status == 200
    later(hours=1, seconds=1)
    assert try_to_sign_in('paul@mail.test', address='10.0.0.1').status == 200


def leave(browser):
    """The browser is closed: only what lasts stays."""
    browser.cookies.pop('session', None)


def test_everybody_of_a_clinic_can_sign_in_at_eight_from_one_address():
    assert attempts.NETWORK_TRIES[0] >= 200


@pytest.mark.parametrize('back', [{'minutes': 30}, {'days': 3}, {'days': 400}])
def test_a_clock_that_goes_back_makes_nobody_wait_longer(back):
    for _ in range(attempts.PAIR[0] + 2):
        try_to_sign_in('petra@mail.test', 'wrong')
        attempts.begin_form('10.0.0.9')
        later(seconds=60)
    clock.freeze(clock.now_utc() - dt.timedelta(**back))

    assert try_to_sign_in('petra@mail.test').status == 200


def test_a_hundred_guesses_at_the_same_moment_are_not_a_hundred_tries(shell):
    browsers = [Browser() for _ in range(20)]
    for browser in browsers:
        browser.get('/login')

    pages = together([partial(browser.submit, '/login', email='petra@mail.test', password='wrong')
                      for browser in browsers])

    statuses = [page.status for page in pages]
    assert statuses.count(422) <= attempts.PAIR[0]
    assert set(statuses) <= {422, 429, 503}         # 503: no turn came up, nothing was tried


@pytest.mark.parametrize(('address', 'counted'), [
    ('10.0.0.1', '10.0.0.1'), ('2001:db8:1:2:3:4:5:6', '2001:db8:1:2::'), ('::ffff:10.0.0.1', '10.0.0.1'),
    ('', ''), ('unix', 'unix'), ('x' * 99, 'x' * 45),
])
def test_an_ipv4_address_or_an_ipv6_network_counts_as_one_address(address, counted):
    assert attempts.network(address) == counted


def test_old_sessions_are_swept(shell):
    try_to_sign_in('petra@mail.test', 'wrong')
    signed_in('petra@mail.test')
    later(days=31)

    signed_in('paul@mail.test')

    assert shell('SELECT COUNT(*) FROM sessions') == [(1,)]


def test_who_finds_no_place_in_line_is_asked_to_come_back_and_has_not_tried(shell):
    with taken(3):
        started = time.monotonic()
        page = try_to_sign_in('petra@mail.test', address='10.9.0.1')
        written = shell('SELECT COUNT(*) FROM sign_in_attempts')

    assert page.status == 503 and page.headers['retry-after'] == '3' and time.monotonic() - started < 1
    assert written == [(0,)]
    assert try_to_sign_in('petra@mail.test').status == 200


def test_who_gets_no_turn_in_time_has_not_tried(monkeypatch, shell):
    monkeypatch.setattr(passwords, 'WAIT_SECONDS', 0.05)
    with taken(1):
        assert try_to_sign_in('petra@mail.test').status == 503

    assert shell('SELECT COUNT(*) FROM sign_in_attempts') == [(0,)]


def test_a_known_browser_finds_a_place_where_strangers_have_taken_theirs():
    browser = signed_in('petra@mail.test')
    leave(browser)
    with taken(3):
        assert try_to_sign_in('petra@mail.test', browser=browser).status == 200


@contextlib.contextmanager
def taken(number):
    """So many strangers of networks that nobody has seen before have places in line, and keep them."""
    with contextlib.ExitStack() as held:
        places = [passwords._line._enter(turns.stranger(f'10.8.0.{each}')) for each in range(number)]
        held.callback(lambda: [passwords._line._leave(place) for place in places])
        places[0].is_at_work = True
        yield


def test_those_who_wait_leave_threads_for_the_pages():
    assert passwords._line.inside + recovery.AT_ONCE <= THREADS - 2


# Profile

def test_the_profile_is_saved_for_the_account_and_its_patient(shell):
    browser = signed_in('petra@mail.test')
    browser.get('/profile')
    page = browser.submit('/profile', full_name='Petra Novak', phone='030 555', birth_date='1981-01-02')

    assert 'Your details are saved.' in page.text and 'value="Petra Novak"' in page.text
    assert shell('SELECT full_name, phone FROM users WHERE user_id = 6') == [('Petra Novak', '030 555')]
    assert shell('SELECT full_name, birth_date FROM patients WHERE user_id = 6 ORDER BY patient_id') == [
        ('Petra Novak', dt.date(1981, 1, 2)), ('Pia Patient', dt.date(2018, 5, 5))]


def test_a_refused_profile_keeps_what_was_typed(shell):
    browser = signed_in('petra@mail.test')
    browser.get('/profile')
    page = browser.submit('/profile', full_name='Petra Novak', phone='none')

    assert page.status == 422 and 'value="Petra Novak"' in page.text and 'id="phone-error"' in page.text
    assert shell('SELECT full_name FROM users WHERE user_id = 6') == [('Petra Patient',)]


def test_more_fields_than_the_form_has_change_nothing_more(shell):
    browser = signed_in('petra@mail.test')
    browser.get('/profile')
    browser.submit('/profile', role='admin', is_active='0', user_id='1', email='x@example.com', relation='child')

    assert shell('SELECT role, is_active, email FROM users WHERE user_id = 6') == [('patient', 1, 'petra@mail.test')]


@pytest.mark.parametrize('role', ['patient', 'staff', 'admin'])
def test_a_new_password_ends_all_other_sessions(role):
    email = ONE_OF_EACH[role]
    elsewhere, browser = signed_in(email), signed_in(email)
    browser.get('/profile')
    page = browser.submit('/profile/password', current_password=PASSWORD, password=NEW_PASSWORD)

    assert page.status == 200 and 'Your password is changed.' in page.text
    assert elsewhere.get('/profile').path == '/login'
    assert try_to_sign_in(email).status == 422
    assert try_to_sign_in(email, NEW_PASSWORD).status == 200


@pytest.mark.parametrize(('current', 'new', 'field'), [
    ('wrong', NEW_PASSWORD, 'current_password'), ('', NEW_PASSWORD, 'current_password'),
    (PASSWORD, 'short', 'password'), (PASSWORD, '', 'password'), (PASSWORD, 'petra patient 1', 'password'),
])
def test_a_password_change_needs_the_current_one_and_a_good_new_one(current, new, field):
    browser = signed_in('petra@mail.test')
    browser.get('/profile')
    page = browser.submit('/profile/password', current_password=current, password=new)

    assert page.status == 422 and f'id="{field}-error"' in page.text and 'value="Petra Patient"' in page.text
    assert try_to_sign_in('petra@mail.test').status == 200


def test_the_current_password_cannot_be_guessed_at_will():
    browser = signed_in('petra@mail.test')
    browser.get('/profile')
    statuses = [browser.submit('/profile/password', current_password='wrong', password=NEW_PASSWORD).status
                for _ in range(6)]

    assert statuses == [422] * 5 + [429]


def test_a_password_changed_while_another_signs_in_leaves_no_session(monkeypatch, shell):
    check = passwords.find_right

    def slow(*asked):
        right = check(*asked)
        shell("UPDATE users SET password_hash = 'has been changed' WHERE user_id = 6")
        return right
    monkeypatch.setattr(passwords, 'find_right', slow)

    assert try_to_sign_in('petra@mail.test').status == 422
    assert shell('SELECT COUNT(*) FROM sessions') == [(0,)]


def test_a_password_set_between_the_check_and_the_session_leaves_no_session(shell):
    token = link().rpartition('/')[2]

    with during('users/lock_with_password', lambda: one_time_links.use(STRANGER, token, NEW_PASSWORD)) as errors:
        sign_in.sign_in(STRANGER, 'petra@mail.test', PASSWORD)

    assert not errors
    assert shell('SELECT COUNT(*) FROM sessions') == [(0,)]


# One-time links

def link(user_id=6, purpose='reset'):
    with database.transaction() as tx:
        return '/reset-password/' + one_time_links.make(tx, user_id, purpose)


def test_a_link_sets_the_password_once_and_signs_nobody_in(shell):
    address, elsewhere, browser = link(), signed_in('petra@mail.test'), Browser()
    assert 'petra@mail.test' in browser.get(address).text

    page = browser.submit(address, password=NEW_PASSWORD)

    assert page.path == '/login' and 'Your password is set.' in page.text and 'session' not in browser.cookies
    assert elsewhere.get('/profile').path == '/login'
    assert try_to_sign_in('petra@mail.test', NEW_PASSWORD).status == 200
    assert browser.get(address).status == 404
    assert shell('SELECT COUNT(*) FROM password_resets') == [(0,)]


def test_a_refused_password_does_not_use_the_link_up():
    address, browser = link(), Browser()
    browser.get(address)

    assert browser.submit(address, password='short').status == 422
    assert browser.page.headers['referrer-policy'] == 'no-referrer'
    assert browser.submit(address, False, password=NEW_PASSWORD).status == 303


@pytest.mark.parametrize(('purpose', 'span', 'works'), [
    ('reset', {'minutes': 44}, True), ('reset', {'minutes': 46}, False),
    ('invite', {'days': 6}, True), ('invite', {'days': 7, 'minutes': 1}, False),
])
def test_a_link_works_only_for_a_while(purpose, span, works):
    address = link(purpose=purpose)
    later(**span)

    assert Browser().get(address).status == (200 if works else 404)


def test_asking_for_a_link_voids_no_other():
    invitation, first, second = link(purpose='invite'), link(), link()

    assert [Browser().get(address).status for address in (invitation, first, second)] == [200] * 3


def test_a_password_set_by_one_link_voids_the_others():
    links, browser = [link(purpose='invite'), link(), link()], Browser()
    browser.get(links[1])
    browser.submit(links[1], password=NEW_PASSWORD)

    assert [Browser().get(address).status for address in links] == [404] * 3


def test_a_new_password_voids_every_link():
    links, browser = [link(purpose='invite'), link()], signed_in('petra@mail.test')
    browser.get('/profile')
    browser.submit('/profile/password', current_password=PASSWORD, password=NEW_PASSWORD)

    assert [Browser().get(address).status for address in links] == [404] * 2


def test_links_that_have_run_out_are_deleted_when_the_next_is_made(shell):
    link()
    later(minutes=46)
    link()

    assert shell('SELECT COUNT(*) FROM password_resets') == [(1,)]


def test_no_link_works_for_a_closed_account():
    address, browser = link(user_id=9), Browser()

    assert browser.get(address).status == 404
    browser.get('/login')
    assert browser.post(address, {'password': NEW_PASSWORD}).status == 404


def test_a_link_that_runs_out_while_the_password_is_hashed_sets_nothing(monkeypatch, shell):
    token, make = link().rpartition('/')[2], passwords.hash_password

    def slow(*asked):
        later(minutes=46)
        return make(*asked)
    monkeypatch.setattr(passwords, 'hash_password', slow)

    with pytest.raises(errors.NotFound):
        one_time_links.use(STRANGER, token, NEW_PASSWORD)



@pytest.mark.parametrize('token', ['x', 'A' * 42, 'A' * 44, 'A' * 42 + '+', "' OR 1=1", 'é' * 43])
def test_what_is_no_token_is_no_page(token):
    assert Browser().get('/reset-password/' + token).status == 404


def test_two_who_use_one_link_at_once_set_one_password():
    address, browsers = link(), [Browser(), Browser()]
    for browser in browsers:
        browser.get(address)

    pages = together([partial(browser.submit, address, False, password=f'{NEW_PASSWORD} {number}')
                      for number, browser in enumerate(browsers)])

    assert sorted(page.status for page in pages) == [303, 404]


def test_a_link_and_who_closes_the_account_meet_at_the_patient_first():
    """In the other order the link would be held while it waits for the account, whose admin waits for the link."""
    token = link().rpartition('/')[2]
    ran = statements(lambda: one_time_links.use(STRANGER, token, NEW_PASSWORD))

    assert ran.index('patients/lock_of_account') < ran.index('users/lock') < ran.index('password_resets/use')


def test_an_invited_account_has_no_password_until_its_owner_sets_one(shell):
    with database.transaction() as tx:
        user_id = registration.create_account(tx, 'staff', 'new@clinic.test', 'New Nurse', email_is_proven=True)
        address = '/reset-password/' + one_time_links.make(tx, user_id, 'invite')
    browser = Browser()

    assert 'Welcome, New Nurse' in browser.get(address).text
    browser.submit(address, password=NEW_PASSWORD)
    assert try_to_sign_in('new@clinic.test', NEW_PASSWORD).status in (200, 404)


# Admins

def test_an_admin_is_made_with_a_good_password_and_a_free_address(shell):
    def create(email, full_name, password):
        create_admin._create(sign_in_forms.read_admin(
            {'email': email, 'full_name': full_name, 'password': password}, 'Test Clinic'))
    create('Boss@Clinic.test', 'The Boss', NEW_PASSWORD)

    assert shell("SELECT role FROM users WHERE email = 'boss@clinic.test'") == [('admin',)]
    assert try_to_sign_in('boss@clinic.test', NEW_PASSWORD).status == 200
    for email, name, password, field in (
            ('boss', 'The Boss', NEW_PASSWORD, 'email'), ('b@clinic.test', '', NEW_PASSWORD, 'full_name'),
            ('b@clinic.test', 'B', 'short', 'password'), ('boss@clinic.test', 'B', NEW_PASSWORD, 'email')):
        with pytest.raises(errors.Refused) as refused:
            create(email, name, password)
        assert list(refused.value.fields) == [field]


def test_what_was_done_to_accounts_is_written_down(shell):
    register()
    browser = signed_in('nia@example.com', NEW_PASSWORD)
    browser.get('/profile')
    browser.submit('/profile', full_name='Nia O.')
    browser.submit('/profile/password', current_password=NEW_PASSWORD, password='four wet boots indoors')
    one_time_links.use(STRANGER, link().rpartition('/')[2], NEW_PASSWORD)

    assert [action for (action,) in shell('SELECT action FROM audit_log ORDER BY audit_id')] == [
        'registered', 'details changed', 'password changed', 'password set by link']
    assert shell("SELECT COUNT(*) FROM audit_log WHERE details LIKE '%%heron%%'") == [(0,)]


# Passwords

@pytest.mark.parametrize('password', [
    'tall grey heron at noon', 'ein Löffel voll Zucker', '我喜欢喝绿茶和咖啡在早上', '9f8h2kd0s8dh',
    '\N{GRINNING FACE}\N{CAT FACE}\N{DOG FACE}\N{PIG FACE} and friends', 'sunshine monkey dragon football',
    ' leading and trailing ',
])
def test_a_password_that_only_its_owner_would_choose_is_fine(password):
    assert passwords.complaint(password, 'nia@example.com', 'Nia Okafor', 'Riverside Clinic') is None


@pytest.mark.parametrize('password', [
    'passwordpassword', 'P4ssw0rd!2024', 'qwertyuiop12', 'qwertz123456', '123456789012', '1q2w3e4r5t6y', 'aaaaaaaaaaaa',
    'abcabcabcabc', 'clinic demo password', 'iloveyou1234!', 'nia.okafor.1990', 'NiaRiverside!', 'Riverside2024!',
    'riverside clinic', 'correct horse battery staple', 'Summer2024!!', 'zxcvbnm,./123', '............', '111111111111',
    'p@ssw0rd!!!!', '$unshine2024!', 'P@$$word!123', 'Adm!n!str@tor', '!QAZ@WSX#EDC', '1234567890qwertyuiop',
    'n1@0kafor2024', 'aaaa1111bbbb', '1234abcd1234',
])
def test_a_password_that_is_tried_first_is_refused(password):
    assert passwords.complaint(password, 'nia@example.com', 'Nia Okafor', 'Riverside Clinic')


def test_every_common_word_is_refused_however_it_is_dressed_up():
    """In digits and signs, with a year, a row or a sign at its end, in capitals, twice: as lists of passwords do."""
    dresses = (lambda word: word.translate(str.maketrans('aeiost', '@310$7')),
               lambda word: word.replace('s', '5').title(), lambda word: word.replace('a', '4').replace('i', '!'),
               str.upper)
    endings = ('', '!', '2024', '!2025!', '1234', '@123', '123456', '!!!!', '99')
    words = [word for word in passwords._common() if word.isalpha()]
    tried = [dress(word) + ending for word in words for dress in dresses for ending in endings]
    tried += [dress(word) * 2 for word in words for dress in dresses] + [f'{word}.{word}!1' for word in words]
    long_enough = [password for password in tried if passwords.LEAST_CHARACTERS <= len(password) <= 72]

    assert len(long_enough) > 5000
    assert [password for password in long_enough if not passwords.complaint(password)] == []


def test_four_words_that_have_nothing_to_do_with_each_other_are_fine():
    words = [word for word in passwords._common() if word.isalpha() and 5 <= len(word) <= 8] + [
        'walrus', 'trombone', 'kettle', 'drum', 'heron', 'noon', 'ladder', 'violin', 'gravel', 'pickle', 'lantern',
        'otter']
    chosen = random.Random(10)
    phrases = [chosen.sample(words, 4) for _ in range(300)]

    # of words that contain one another, such as love and lover, the list sees one
    apart = [phrase for phrase in phrases
             if not any(one in other for one in phrase for other in phrase if one != other)]
    assert [phrase for phrase in apart if passwords.complaint(' '.join(phrase))] == []


def test_no_password_takes_long_to_look_at():
    started = time.perf_counter()
    for password in ('a' * 71 + 'b', '@' * 72, '1!|' * 24, 'ab1!' * 18, '(c' * 36, 'p@ss' * 17 + 'word'):
        passwords.complaint(password, 'nia@example.com', 'Nia Okafor')

    assert time.perf_counter() - started < 1


def test_a_password_is_taken_exactly_as_it_is():
    for password in ('  spaces around it  ', 'é' * 36, 'x' * 72):
        stored = passwords.hash_password(password)
        assert passwords.matches(password, stored)
        assert not passwords.matches(password.strip() + '!', stored)
        assert not passwords.matches(password + 'x', stored)
