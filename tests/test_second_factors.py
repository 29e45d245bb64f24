"""The second factor: codes of RFC 6238 besides the password, recovery codes, who must have one, and losing it."""

import argparse
import contextlib
import dataclasses
import json
import logging
import re
from urllib.parse import parse_qs, unquote, urlencode, urlsplit

import pytest

from app import clock, config, database
from app.accounts import codes, one_time_links, second_factors, sessions, totp, users
from app.commands import remove_second_factor
from app.errors import Forbidden, NotFound, Refused
from app.web.app import app
from tests.support import world
from tests.support.accounts import PASSWORD, signed_in, try_to_sign_in
from tests.support.browser import Browser
from tests.support.factors import KEY, at_the_code, code, later, with_factor, wrong_code
from tests.support.moments import together
from tests.support.people import ADA, DORA, LIND, OKAFOR, PETRA, STRANGER, WEBER

pytestmark = pytest.mark.usefixtures('cast')
HOME = '/profile/second-factor'
NEW_PASSWORD = 'walrus trombone kettle drum'


def mailed(shell):
    return shell("SELECT kind, recipient FROM notifications WHERE kind LIKE '%code%' OR kind LIKE '%factor%' "
                 "ORDER BY notification_id")


def set_up(browser):
    """Set the code up on the pages; the app's key, and the recovery codes."""
    browser.get(HOME)
    browser.submit(HOME, current_password=PASSWORD)
    key = key_on(browser.page)
    page = browser.submit(f'{HOME}/key', code=totp.code(key, totp.step_of(clock.now_utc())))
    return key, recovery_codes_on(page)


def key_on(page):
    return re.search('font-monospace" aria-labelledby="key-label">([A-Z2-7 ]+)<', page.text)[1].replace(' ', '')


def recovery_codes_on(page):
    return [found.replace(' ', '') for found in re.findall('<li class="py-1">([0-9 ]+)</li>', page.text)]


# Codes

@pytest.mark.parametrize('seconds, expected', [       # RFC 6238, appendix B, SHA-1
    (59, '94287082'), (1111111109, '07081804'), (1111111111, '14050471'), (1234567890, '89005924'),
    (2000000000, '69279037'), (20000000000, '65353130')])
def test_a_code_is_that_of_the_standard(seconds, expected):
    assert totp.code(KEY, seconds // 30, digits=8) == expected
    assert totp.code(KEY, seconds // 30) == expected[2:]


def test_the_counter_is_that_of_the_older_standard_too():
    """RFC 4226, appendix D."""
    assert [totp.code(KEY, count) for count in range(10)] == [
        '755224', '287082', '359152', '969429', '338314', '254676', '287922', '162583', '399871', '520489']


def test_the_step_of_a_moment_is_counted_in_utc_since_1970():
    assert totp.step_of(clock.now_utc()) == 1780293600 // 30       # 2026-06-01 06:00 UTC


@pytest.mark.parametrize('steps, taken', [(-2, False), (-1, True), (0, True), (1, True), (2, False)])
def test_a_code_is_taken_one_step_early_or_late(steps, taken):
    with_factor(PETRA.user_id)
    page = at_the_code(PETRA.email).submit('/login/code', code=code(steps))

    assert ('Sign out' in page.text) == taken and page.status == (200 if taken else 422)


def test_a_key_has_160_random_bits():
    keys = {totp.new_key() for _ in range(50)}

    assert len(keys) == 50 and all(re.fullmatch('[A-Z2-7]{32}', key) for key in keys)
    assert totp.in_groups(KEY).split(' ') == ['GEZD', 'GNBV', 'GY3T', 'QOJQ'] * 2


@pytest.mark.parametrize('clinic', ['Test Clinic', 'Dr. Ä: & Söhne 100%/?#', 'Praxis+Co'])
def test_the_link_for_the_app_says_whose_key_it_is(clinic):
    link = totp.link(KEY, clinic, "o'neil+x&y@clinic.test")
    scheme, kind, label, query, fragment = urlsplit(link)
    issuer = ' '.join(clinic.replace(':', ' ').split())

    assert (scheme, kind, fragment) == ('otpauth', 'totp', '')
    assert [unquote(part) for part in label[1:].split(':')] == [issuer, "o'neil+x&y@clinic.test"]
    assert parse_qs(query) == {'secret': [KEY], 'issuer': [issuer], 'algorithm': ['SHA1'], 'digits': ['6'],
                               'period': ['30']}
    assert '+' not in link and ' ' not in link


# Signing in

def test_the_right_password_alone_opens_no_page(shell):
    with_factor(WEBER.user_id)
    browser = at_the_code(WEBER.email)

    assert browser.get('/staff').path.startswith('/login') and browser.get('/profile').path.startswith('/login')
    assert 'Sign out' not in browser.get('/').text and WEBER.full_name not in browser.page.text.split('<main')[0]
    assert browser.get('/api/appointments').status == 401
    assert shell('SELECT signed_in_utc FROM users WHERE user_id = 2') == [(None,)]
    assert shell('SELECT needs_code FROM sessions') == [(1,)]


def test_the_right_code_begins_another_session(shell):
    with_factor(WEBER.user_id)
    browser = at_the_code(WEBER.email)
    waiting = browser.cookies['session']
    page = browser.submit('/login/code', code=code())

    assert page.path == '/staff' and 'Sign out' in page.text
    assert browser.cookies['session'] != waiting
    assert shell('SELECT needs_code, user_id FROM sessions') == [(0, 2)]
    assert shell('SELECT signed_in_utc FROM users WHERE user_id = 2') == [(clock.now_utc(),)]
    browser.cookies['session'] = waiting
    assert browser.get('/staff').path == '/login' and browser.get('/login/code').path == '/login'


def test_whoever_has_no_second_factor_signs_in_as_before():
    with_factor(WEBER.user_id)

    assert try_to_sign_in(OKAFOR.email).path == '/staff'


def test_a_second_factor_that_was_only_begun_is_not_asked_for():
    browser = signed_in(WEBER.email)
    browser.get(HOME)
    browser.submit(HOME, current_password=PASSWORD)

    assert try_to_sign_in(WEBER.email).path == '/staff'


def test_the_page_asked_for_comes_after_the_code():
    with_factor(WEBER.user_id)
    browser = at_the_code(WEBER.email, path='/staff/upcoming?x=1')
    browser.submit('/login/code', code=wrong_code())

    page = browser.submit('/login/code', code=code(), follow=False)
    assert page.headers['location'] == '/staff/upcoming?x=1'


def test_a_next_page_elsewhere_is_not_gone_to():
    with_factor(WEBER.user_id)
    browser = at_the_code(WEBER.email)

    assert browser.submit('/login/code', code=code(), next='//evil.test/', follow=False).headers['location'] == '/staff'


def test_a_form_whose_session_has_ended_comes_back_after_the_code(shell):
    browser = signed_in(PETRA.email)
    with_factor(PETRA.user_id)
    browser.get('/profile/relatives')
    shell('DELETE FROM sessions')
    browser.submit('/profile/relatives', full_name='Pia <b> Younger', relation='child', birth_date='2020-02-02')
    page = browser.submit('/login', email=PETRA.email, password=PASSWORD)
    assert 'Type your code' in page.text and 'Pia &lt;b&gt; Younger' in page.text and PASSWORD not in page.text
    assert browser.submit('/login/code', code=wrong_code()).status == 422

    page = browser.submit('/login/code', code=code())
    form = next(form for where, form in page.forms if where == '/profile/relatives')
    assert 'nothing has been done yet' in page.text and form['full_name'] == 'Pia <b> Younger'
    assert shell('SELECT COUNT(*) FROM patients WHERE user_id = 6') == [(2,)]
    assert 'The person is added.' in browser.submit('/profile/relatives').text


def test_a_code_is_not_kept_with_a_form_whose_session_has_ended(shell):
    given = with_factor(PETRA.user_id)
    browser = at_the_code(PETRA.email)
    browser.submit('/login/code', code=code())
    browser.get(f'{HOME}/off')
    shell('DELETE FROM sessions')
    page = browser.submit(f'{HOME}/off', current_password=PASSWORD, code=given[0])

    assert page.status == 401 and given[0] not in page.text and PASSWORD not in page.text


@pytest.mark.parametrize('form', ['{} {}', '{}-{}', ' {}\u00a0{} ', '\u200b{}{}'])
def test_spaces_and_dashes_in_a_code_are_taken(form):
    with_factor(PETRA.user_id)
    now = code()

    assert 'Sign out' in at_the_code(PETRA.email).submit('/login/code', code=form.format(now[:3], now[3:])).text


@pytest.mark.parametrize('zero', ['\uff10', '\u0660', '\u06f0', '\u0966'])
def test_digits_of_any_script_are_taken(zero):
    with_factor(PETRA.user_id)
    typed = ''.join(chr(ord(zero) + int(digit)) for digit in code())

    assert 'Sign out' in at_the_code(PETRA.email).submit('/login/code', code=typed).text


@pytest.mark.parametrize('typed', ['', '12345', '1234567', 'abcdef', '1' * 19, '²²²²²²', '12 34 5x', '-' * 6])
def test_what_is_no_code_is_told_and_not_counted(shell, typed):
    with_factor(PETRA.user_id)
    page = at_the_code(PETRA.email).submit('/login/code', code=typed)

    assert page.status == 422 and 'id="code-error"' in page.text
    assert f'value="{typed}"' in page.text
    assert shell('SELECT failures FROM second_factors') == [(0,)]


def test_the_session_that_waits_is_no_place_where_somebody_is_signed_in(petra, ada):
    with_factor(PETRA.user_id)
    at_the_code(PETRA.email)

    assert petra.get('/profile/sign-ins').text.count('Last used') == 1
    assert 'Signed in now on 1 device.' in ada.get('/admin/users/6').text


def test_whoever_is_signed_in_has_no_code_to_type(petra):
    assert petra.get('/login/code?next=/appointments').path == '/appointments'
    assert petra.post('/login/code', {'code': '123456'}).path == '/'


def test_a_stranger_has_no_code_to_type():
    browser = Browser()
    assert browser.get('/login/code?next=/book', follow=False).headers['location'] == '/login?next=%2Fbook'
    page = browser.get('/login') and browser.post('/login/code', {'code': '123456', 'next': '/book'})

    assert page.status == 422 and 'Please type your password again.' in page.text
    assert next(form for where, form in page.forms if where == '/login')['next'] == '/book'


# Once

def test_a_code_works_once():
    with_factor(PETRA.user_id)
    used = code()
    at_the_code(PETRA.email).submit('/login/code', code=used)
    browser = at_the_code(PETRA.email)

    assert 'it was used before' in browser.submit('/login/code', code=used).text
    assert browser.submit('/login/code', code=code(-1)).status == 422       # an earlier one neither
    later(30)
    assert 'Sign out' in browser.submit('/login/code', code=code()).text


def waiting_sessions(number):
    """The tokens of so many sessions of Petra's account that wait for a code."""
    made = []
    for _ in range(number):
        with database.transaction() as tx:
            made.append(sessions.start(tx, PETRA, needs_code=True))
    return made


def outcome(result):
    return result.status if isinstance(result, Refused) else type(result).__name__


def test_of_many_who_type_the_same_code_at_once_one_gets_in(shell):
    for _ in range(5):
        shell('DELETE FROM second_factors')
        shell('DELETE FROM sessions')
        with_factor(PETRA.user_id)
        used = code()
        results = together([lambda token=token, used=used: second_factors.finish_sign_in(STRANGER, token, used)
                            for token in waiting_sessions(5)])

        assert sorted(map(str, map(outcome, results))) == ['422'] * 4 + ['tuple']
        assert shell('SELECT COUNT(*) FROM sessions WHERE NOT needs_code') == [(1,)]


def test_of_many_who_type_the_same_recovery_code_at_once_one_gets_in(shell):
    given = with_factor(PETRA.user_id)
    results = together([lambda token=token: second_factors.finish_sign_in(STRANGER, token, given[3])
                        for token in waiting_sessions(5)])

    assert sorted(map(str, map(outcome, results))) == ['422'] * 4 + ['tuple']
    assert shell('SELECT COUNT(*) FROM recovery_codes WHERE used_utc IS NULL') == [(9,)]


def test_without_the_lock_of_the_account_a_code_still_works_once(shell):
    """The statement itself decides, whoever calls it."""
    with_factor(PETRA.user_id)
    step = totp.step_of(clock.now_utc())
    results = together([lambda: database.change('second_factors/use', user_id=6, step=step) for _ in range(20)])

    assert sorted(results) == [0] * 19 + [1]


def test_one_session_that_waits_becomes_one_session(shell):
    """Two codes that are both right, typed at once for the same session."""
    with_factor(PETRA.user_id)
    [token] = waiting_sessions(1)
    results = together([lambda steps=steps: second_factors.finish_sign_in(STRANGER, token, code(steps))
                        for steps in (0, 1)])

    assert sorted(map(outcome, results)) == ['NotFound', 'tuple']
    assert shell('SELECT COUNT(*) FROM sessions') == [(1,)]


# Recovery codes

def test_a_recovery_code_signs_in_once_and_its_owner_is_told(shell, noted):
    given = with_factor(WEBER.user_id)
    page = at_the_code(WEBER.email).submit('/login/code', code=totp.in_groups(given[0], 5))
    browser = at_the_code(WEBER.email)
    later(1)

    assert page.path == '/staff'
    assert browser.submit('/login/code', code=given[0]).status == 422
    assert browser.submit('/login/code', code=given[1]).path == '/staff'
    assert mailed(shell) == [('recovery_code_used', WEBER.email)] * 2
    assert noted('users') == [('recovery code used', 2, '')] * 2
    assert '8 of 10 recovery codes are left.' in browser.get(HOME).text


def test_somebody_elses_recovery_code_is_a_wrong_one():
    with_factor(PETRA.user_id)
    others = with_factor(WEBER.user_id)

    assert at_the_code(PETRA.email).submit('/login/code', code=others[0]).status == 422


def test_recovery_codes_have_more_than_50_bits_and_are_kept_hashed(shell):
    given = with_factor(PETRA.user_id)
    kept = b''.join(bytes(code_hash) for (code_hash,) in shell('SELECT code_hash FROM recovery_codes'))

    assert len(set(given)) == 10 and all(re.fullmatch('[0-9]{20}', each) for each in given)
    assert 10 ** codes.RECOVERY_DIGITS > 2 ** 50
    assert not any(each.encode() in kept for each in given) and len(kept) == 320


# Guessing

def test_after_five_wrong_codes_the_next_waits_longer_and_longer():
    with_factor(PETRA.user_id)
    browser, waits = at_the_code(PETRA.email), []
    for _ in range(5):
        assert browser.submit('/login/code', code=wrong_code()).status == 422
    for _ in range(4):
        page = browser.submit('/login/code', code=wrong_code())
        assert page.status == 429 and 'Too many wrong codes.' in page.text
        waits.append(int(page.headers['retry-after']))
        later(waits[-1])
        assert browser.submit('/login/code', code=wrong_code()).status == 422

    assert waits == [5, 10, 20, 40]


def fail(number, email=PETRA.email):
    """So many wrong codes, each as early as it may come."""
    browser = at_the_code(email)
    for _ in range(number):
        page = browser.submit('/login/code', code=wrong_code())
        if page.status == 429:
            later(int(page.headers['retry-after']))
            page = browser.submit('/login/code', code=wrong_code())
        if page.path == '/login/code' and 'type your password again' in page.text:
            browser = at_the_code(email)
    return browser


def test_no_wait_is_longer_than_five_minutes(shell):
    with_factor(PETRA.user_id)
    shell("UPDATE second_factors SET failures = 999, failed_utc = %s", clock.now_utc())
    page = at_the_code(PETRA.email).submit('/login/code', code=code())

    assert page.headers['retry-after'] == '300'


def test_while_it_waits_a_right_code_is_neither_taken_nor_used_up():
    with_factor(PETRA.user_id)
    browser = fail(5)
    assert browser.submit('/login/code', code=code()).status == 429

    later(5)
    assert 'Sign out' in browser.submit('/login/code', code=code()).text


def test_a_right_code_ends_the_count(shell):
    with_factor(PETRA.user_id)
    browser = fail(4)
    browser.submit('/login/code', code=code())

    assert shell('SELECT failures, failed_utc FROM second_factors') == [(0, None)]


def test_wrong_codes_are_counted_by_account_whatever_session_they_come_from():
    with_factor(PETRA.user_id)
    with_factor(WEBER.user_id)
    for _ in range(5):
        fail(1)

    assert at_the_code(PETRA.email).submit('/login/code', code=code()).status == 429
    assert at_the_code(WEBER.email).submit('/login/code', code=code()).path == '/staff'


def test_a_day_later_the_count_begins_anew(shell):
    with_factor(PETRA.user_id)
    fail(7)
    later(25 * 3600)
    fail(1)

    assert shell('SELECT failures FROM second_factors') == [(1,)]


@pytest.mark.parametrize('back', [1, 3600, 400 * 24 * 3600])
def test_a_clock_that_goes_back_does_not_lengthen_the_wait(back):
    with_factor(PETRA.user_id)
    fail(5)
    later(-back)
    page = at_the_code(PETRA.email).submit('/login/code', code=wrong_code())

    assert page.status == 422
    later(10)
    assert 'Sign out' in at_the_code(PETRA.email).submit('/login/code', code=code()).text


def test_a_stranger_without_the_password_cannot_make_the_owner_wait(shell):
    with_factor(PETRA.user_id)
    for _ in range(20):
        browser = Browser('192.0.2.9')
        browser.get('/login')
        browser.submit('/login', email=PETRA.email, password='wrong horse battery')
        browser.get('/login')
        browser.post('/login/code', {'code': wrong_code()})

    assert shell('SELECT failures FROM second_factors') == [(0,)]
    assert 'Sign out' in at_the_code(PETRA.email).submit('/login/code', code=code()).text


def test_after_ten_wrong_codes_the_password_is_asked_for_again(shell):
    with_factor(PETRA.user_id)
    browser = at_the_code(PETRA.email, path='/appointments')
    for _ in range(10):
        shell('UPDATE second_factors SET failures = 0')
        assert 'Type your code' in browser.page.text
        page = browser.submit('/login/code', code=wrong_code())

    assert page.status == 422 and 'Please type your password again.' in page.text
    assert shell('SELECT COUNT(*) FROM sessions') == [(0,)]
    page = browser.submit('/login', email=PETRA.email, password=PASSWORD, follow=False)
    assert page.headers['location'] == '/login/code?next=%2Fappointments'


def test_ten_minutes_later_the_password_is_asked_for_again():
    with_factor(PETRA.user_id)
    early, late = at_the_code(PETRA.email), at_the_code(PETRA.email)
    later(599)
    assert 'Sign out' in early.submit('/login/code', code=code()).text
    later(1)

    assert 'Please type your password again.' in late.submit('/login/code', code=code(1)).text


def test_what_ends_all_sessions_ends_those_that_wait():
    with_factor(PETRA.user_id)
    acts = [lambda: one_time_links.use(STRANGER, link(), NEW_PASSWORD), lambda: users.end_sessions(ADA, 6),
            lambda: users.close(ADA, 6)]
    for act, password in zip(acts, (PASSWORD, NEW_PASSWORD, NEW_PASSWORD), strict=True):
        browser = at_the_code(PETRA.email, password)
        act()
        assert 'Please type your password again.' in browser.submit('/login/code', code=code()).text


def link():
    with database.transaction() as tx:
        return one_time_links.make(tx, PETRA.user_id, 'reset')


def test_a_password_set_by_a_link_still_needs_the_code():
    with_factor(PETRA.user_id)
    browser = Browser()
    address = f'/reset-password/{link()}'
    browser.get(address)
    browser.submit(address, password=NEW_PASSWORD)
    page = browser.submit('/login', email=PETRA.email, password=NEW_PASSWORD)

    assert page.path == '/login/code' and browser.get('/appointments').path == '/login'


def test_a_new_password_keeps_the_second_factor(petra, shell):
    with_factor(PETRA.user_id)
    petra.get('/profile')
    petra.submit('/profile/password', current_password=PASSWORD, password=NEW_PASSWORD)

    assert petra.get('/profile').status == 200
    at_the_code(PETRA.email, NEW_PASSWORD)


def test_registering_again_does_not_go_around_the_code(shell):
    with_factor(PETRA.user_id)
    browser = Browser()
    browser.get('/register')
    browser.submit('/register', email=PETRA.email, full_name='Petra Patient', password=PASSWORD)

    assert browser.get('/profile').path == '/profile'           # of another account, which only typed that address
    assert shell('SELECT COUNT(*), MIN(user_id) > 9 FROM sessions') == [(1, 1)]


def test_the_same_registration_sent_twice_does_not_go_around_the_code(shell):
    """The second finds the account that the first opened, unless it has a code meanwhile."""
    def register():
        browser = Browser()
        browser.get('/register')
        browser.submit('/register', email='nia@mail.test', full_name='Nia New', password=NEW_PASSWORD)
    register()
    (user_id,), = shell("SELECT user_id FROM users WHERE email = 'nia@mail.test'")
    with_factor(user_id)
    register()

    assert shell('SELECT user_id = %s, COUNT(*) FROM sessions GROUP BY user_id ORDER BY user_id', user_id) == [
        (1, 1), (0, 1)]


def test_nobody_causes_mail_to_an_address_that_is_not_proven(shell):
    shell('UPDATE users SET email_proven_utc = NULL WHERE user_id = 6')
    for _ in range(3):
        given = with_factor(PETRA.user_id)
        browser = at_the_code(PETRA.email)
        browser.submit('/login/code', code=given[0])
        browser.get(f'{HOME}/off')
        browser.submit(f'{HOME}/off', current_password=PASSWORD, code=given[1])
        set_up(browser)
        users.end_sessions(ADA, PETRA.user_id)
        second_factors.remove(ADA, PETRA.user_id)

    assert shell('SELECT COUNT(*) FROM notifications') == [(0,)]


# Setting it up

def test_setting_it_up_shows_a_key_then_asks_for_a_code_then_gives_recovery_codes(petra, shell, noted):
    elsewhere = signed_in(PETRA.email)
    petra.get('/profile')
    assert 'href="/profile/second-factor"' in petra.page.text
    key, given = set_up(petra)

    assert len(key) == 32 and len(given) == 10
    assert mailed(shell) == [('second_factor_on', PETRA.email)]
    assert noted('users') == [('second factor set up', 6, '')]
    assert petra.get('/appointments').status == 200 and elsewhere.get('/appointments').path == '/login'
    assert 'In use since' in petra.get(HOME).text
    browser = at_the_code(PETRA.email)
    assert browser.submit('/login/code', code=totp.code(key, totp.step_of(clock.now_utc()))).status == 422  # used
    assert 'Sign out' in browser.submit('/login/code', code=given[9]).text


def test_the_key_page_names_the_clinic_and_the_account(petra):
    petra.get(HOME)
    page = petra.submit(HOME, current_password=PASSWORD)

    assert page.path == f'{HOME}/key' and f'secret={key_on(page)}&amp;issuer=Test%20Clinic' in page.text
    assert 'href="otpauth://totp/Test%20Clinic:petra@mail.test?' in page.text
    assert page.headers['cache-control'] == 'no-store'


def test_setting_it_up_needs_the_password(petra, shell):
    petra.get(HOME)

    assert 'This is not your current password.' in petra.submit(HOME, current_password='wrong horse battery').text
    assert petra.submit(HOME, current_password='').status == 422
    assert shell('SELECT COUNT(*) FROM second_factors') == [(0,)] and petra.get(f'{HOME}/key').path == HOME


def test_a_recovery_code_is_no_first_code(petra):
    petra.get(HOME)
    petra.submit(HOME, current_password=PASSWORD)
    page = petra.submit(f'{HOME}/key', code='1' * 20)

    assert page.status == 422 and 'Please type the 6 digits that your app shows.' in page.text


def test_a_wrong_first_code_is_told_and_the_key_stays(petra):
    petra.get(HOME)
    key = key_on(petra.submit(HOME, current_password=PASSWORD))
    wrong = next(f'{number:06}' for number in range(9)
                 if not totp.matching_step(key, f'{number:06}', clock.now_utc()))
    page = petra.submit(f'{HOME}/key', code=wrong)

    assert page.status == 422 and key_on(page) == key and 'This code is not right' in page.text
    assert petra.submit(f'{HOME}/key', code='12').status == 422 and key_on(petra.page) == key


def test_the_new_key_is_shown_for_half_an_hour(petra):
    petra.get(HOME)
    key = key_on(petra.submit(HOME, current_password=PASSWORD))
    later(1799)
    assert key_on(petra.get(f'{HOME}/key')) == key
    later(1)

    assert petra.get(f'{HOME}/key').path == HOME
    assert petra.post(f'{HOME}/key', {'code': totp.code(key, totp.step_of(clock.now_utc()))}).path == HOME
    assert 'Set up the code' in petra.page.text


def test_beginning_again_makes_another_key(petra):
    petra.get(HOME)
    first = key_on(petra.submit(HOME, current_password=PASSWORD))
    petra.get(HOME)

    assert key_on(petra.submit(HOME, current_password=PASSWORD)) != first


def test_one_that_is_in_use_is_not_replaced_by_a_new_key(petra, shell):
    petra.get(HOME)
    with_factor(PETRA.user_id)
    page = petra.submit(HOME, current_password=PASSWORD)

    assert page.status == 409 and 'Switch it off first.' in page.text
    assert petra.get(f'{HOME}/key').path == HOME and 'In use since' in petra.page.text


def test_the_key_and_the_codes_stand_nowhere_in_the_open(petra, shell, caplog):
    caplog.set_level(logging.DEBUG)
    seen = []
    database.on_statement.append(lambda *told: seen.append(repr(told)))
    try:
        key, given = set_up(petra)
        at_the_code(PETRA.email).submit('/login/code', code=given[0])
    finally:
        database.on_statement.pop()
    rows = ''.join(repr(shell(f'SELECT * FROM {table}')) for table in
                   ('second_factors', 'recovery_codes', 'audit_log', 'notifications', 'sign_in_attempts', 'sessions'))
    mail = ''.join(seen) + rows + caplog.text

    assert 'second_factors/insert' in mail and 'recovery_codes/use' in mail
    assert not [secret for secret in (key, *given) if secret in mail]


def test_two_keys_are_never_sealed_alike():
    first, second = codes.sealed(6, KEY), codes.sealed(6, KEY)

    assert first['sealed_key'][:30] != second['sealed_key'][:30]
    assert codes.key_of(6, first) == codes.key_of(6, second) == KEY
    assert codes.key_of(7, first) is None           # nor opens one account's key another's


# New recovery codes, and switching it off

def test_new_recovery_codes_need_password_and_code_and_void_the_old(shell, noted):
    old = with_factor(PETRA.user_id)
    browser = at_the_code(PETRA.email)
    browser.submit('/login/code', code=code())
    where = f'{HOME}/recovery-codes'
    browser.get(where)
    later(30)
    assert browser.submit(where, current_password='wrong horse battery', code=code()).status == 422
    assert browser.submit(where, current_password=PASSWORD, code=wrong_code()).status == 422
    assert shell('SELECT failures FROM second_factors') == [(1,)]
    new = recovery_codes_on(browser.submit(where, current_password=PASSWORD, code=code()))

    assert len(new) == 10 and not set(new) & set(old)
    assert noted('users') == [('recovery codes made', 6, '')]
    asked = at_the_code(PETRA.email)
    assert asked.submit('/login/code', code=old[0]).status == 422
    assert 'Sign out' in asked.submit('/login/code', code=new[0]).text


def test_switching_it_off_needs_password_and_code(petra, shell, noted):
    given = with_factor(PETRA.user_id)
    where = f'{HOME}/off'
    petra.get(where)
    assert petra.submit(where, current_password='wrong horse battery', code=given[0]).status == 422
    assert petra.submit(where, current_password=PASSWORD, code=wrong_code()).status == 422
    assert petra.submit(where, current_password='', code='').text.count('invalid-feedback') == 2
    assert shell('SELECT COUNT(*) FROM second_factors') == [(1,)]
    page = petra.submit(where, current_password=PASSWORD, code=given[0])

    assert page.path.startswith(HOME) and 'You now sign in with your password alone.' in page.text
    assert shell('SELECT COUNT(*) FROM second_factors') == shell('SELECT COUNT(*) FROM recovery_codes') == [(0,)]
    assert ('second_factor_off', PETRA.email) in mailed(shell)
    assert ('second factor switched off', 6, '') in noted('users')
    assert 'Sign out' in try_to_sign_in(PETRA.email).text


@pytest.mark.parametrize('part', ['off', 'recovery-codes', 'key'])
def test_without_one_its_pages_lead_to_the_first(petra, part):
    assert petra.get(f'{HOME}/{part}').path == HOME
    assert petra.post(f'{HOME}/{part}', {'current_password': PASSWORD, 'code': '123456'}).status < 500


# Who must have one

MUST = {'nobody': set(), 'admins': {'ada'}, 'clinic': {'ada', 'weber', 'okafor', 'dora'}}


@pytest.mark.parametrize('setting', MUST)
def test_who_must_have_one_is_a_setting(shell, setting):
    shell('UPDATE settings SET second_factor_for = %s', setting)
    led = {name for name in world.SIGNED_IN if world.visit_as(name).get('/profile').path == HOME}

    assert led == MUST[setting]


def test_whoever_must_have_one_reaches_no_other_page(shell):
    shell("UPDATE settings SET second_factor_for = 'clinic'")
    values = world.build(shell)
    browser = world.visit_as('ada')
    second_factors.begin(ADA, PASSWORD)
    opened = set()
    for route in app.routes:
        if not route.rule.startswith(('/api/', '/learn')) and route.rule != '/logout':      # the course is off here
            form = urlencode({'csrf_token': browser.token}).encode()
            page = browser.send(route.method, world.address(route.rule, values), form, follow=False)
            if page.headers.get('location') != HOME:
                opened.add(route.rule)

    assert opened == {HOME, f'{HOME}/key', '/theme', '/privacy', '/imprint', '/static/<name>', '/healthz'}


def test_whoever_must_have_one_can_sign_out_and_choose_colours(shell):
    shell("UPDATE settings SET second_factor_for = 'clinic'")
    page = try_to_sign_in(WEBER.email)
    assert page.path == HOME and 'The clinic asks you to sign in with a code' in page.text
    assert 'href="/staff/book"' not in page.text            # no menu whose entries all lead back
    browser = Browser()
    try_to_sign_in(WEBER.email, browser=browser)

    assert browser.submit('/theme', theme='dark', next='/static/clinic.css').status == 200
    browser.get(HOME)
    assert 'You are signed out.' in browser.submit('/logout').text


def test_whoever_must_have_one_gets_json_from_the_api(shell):
    shell("UPDATE settings SET second_factor_for = 'clinic'")
    browser = world.visit_as('weber')
    page = browser.get('/api/appointments')

    assert page.status == 403 and json.loads(page.body)['error']['code'] == 'forbidden'
    assert 'code from an app' in json.loads(page.body)['error']['message']


def test_once_it_is_set_up_every_page_opens(shell):
    shell("UPDATE settings SET second_factor_for = 'clinic'")
    browser = Browser()
    try_to_sign_in(WEBER.email, browser=browser)
    set_up(browser)

    assert 'href="/staff"' in browser.page.text
    assert browser.get('/staff').path == '/staff' and browser.get('/staff/upcoming').status == 200


def test_whoever_must_have_one_may_switch_it_off_to_set_up_a_new_phone(shell):
    shell("UPDATE settings SET second_factor_for = 'clinic'")
    given = with_factor(WEBER.user_id)
    browser = at_the_code(WEBER.email)
    browser.submit('/login/code', code=code())
    assert 'so you set up a new one next' in browser.get(f'{HOME}/off').text
    browser.submit(f'{HOME}/off', current_password=PASSWORD, code=given[0])

    assert browser.get('/staff').path == HOME


def test_a_form_that_was_kept_waits_for_the_second_factor(shell):
    browser = signed_in(WEBER.email)
    browser.get('/profile')
    shell('DELETE FROM sessions')
    shell("UPDATE settings SET second_factor_for = 'clinic'")
    browser.submit('/profile', full_name='Dr. Anna Weber-Lang')
    page = browser.submit('/login', email=WEBER.email, password=PASSWORD)

    assert page.path == HOME and 'Weber-Lang' not in page.text


def test_it_costs_no_page_a_statement(shell):
    from tests.support.statements import statements
    with_factor(PETRA.user_id)
    browser = world.visit_as('petra')

    assert statements(lambda: browser.get('/register', follow=False)) == ['sessions/find_visitor']


# Losing it

def test_an_admin_removes_it_and_its_owner_is_told(ada, shell, noted):
    with_factor(WEBER.user_id)
    weber = world.visit_as('weber')
    page = ada.get('/admin/users/2')
    assert 'Signs in with a code from an app.' in page.text
    assert 'First make sure who asks.' in ada.get('/admin/users/2/second-factor/remove').text
    page = ada.submit('/admin/users/2/second-factor/remove')

    assert page.path == '/admin/users/2' and 'signs in with its password alone' in page.text
    assert mailed(shell) == [('second_factor_off', WEBER.email)]
    assert noted('users') == [('second factor removed', 2, '')]
    assert shell('SELECT user_id FROM audit_log') == [(1,)]
    assert weber.get('/staff').path == '/login' and try_to_sign_in(WEBER.email).path == '/staff'
    assert shell('SELECT COUNT(*) FROM recovery_codes') == [(0,)]


def test_an_admin_removes_no_code_of_their_own_this_way(ada, shell):
    with_factor(ADA.user_id)
    page = ada.get('/admin/users/1/second-factor/remove')

    assert 'This is your own account.' in page.text and 'second-factor/remove"' not in ada.get('/admin/users/1').text
    assert ada.post('/admin/users/1/second-factor/remove').status == 422
    assert shell('SELECT COUNT(*) FROM second_factors') == [(1,)]


def test_an_account_without_one_is_told(ada):
    assert 'does not use a code' in ada.get('/admin/users/2/second-factor/remove').text
    assert ada.post('/admin/users/2/second-factor/remove').status == 409


@pytest.mark.parametrize('visitor', [WEBER, DORA, LIND, PETRA])
def test_only_an_admin_removes_it(visitor, shell):
    with_factor(OKAFOR.user_id)

    with pytest.raises(Forbidden):
        second_factors.remove(visitor, OKAFOR.user_id)
    assert shell('SELECT COUNT(*) FROM second_factors') == [(1,)]


def test_the_program_removes_that_of_the_last_admin(cast, shell, noted, monkeypatch, capsys):
    with_factor(ADA.user_id)
    monkeypatch.setattr(remove_second_factor, 'ready', lambda settings: contextlib.nullcontext())
    remove_second_factor.run(cast, argparse.Namespace(email=' Ada@Clinic.test'))

    assert capsys.readouterr().out.startswith('ada@clinic.test now signs in with the password alone')
    assert try_to_sign_in(ADA.email).path == '/admin'
    assert noted('users') == [('second factor removed', 1, 'at the command line')]
    assert shell('SELECT user_id FROM audit_log') == [(None,)]
    assert mailed(shell) == [('second_factor_off', ADA.email)]
    with pytest.raises(Refused):
        second_factors.remove_at_command_line(ADA.email)
    with pytest.raises(NotFound):
        second_factors.remove_at_command_line('nobody@clinic.test')


def test_a_key_sealed_with_another_secret_is_told_kindly(cast, caplog):
    given = with_factor(PETRA.user_id)
    config.use(dataclasses.replace(cast, secret='another secret, as after a move to another machine'))
    browser = at_the_code(PETRA.email)
    page = browser.submit('/login/code', code=code())

    assert page.status == 409 and 'ask an admin to remove the code' in page.text
    assert 'the second factor of account 6 cannot be read: CLINIC_SECRET' in caplog.text
    assert 'Sign out' in browser.submit('/login/code', code=given[0]).text       # a recovery code still does


def test_a_new_key_sealed_with_another_secret_is_begun_again(petra, cast, shell):
    second_factors.begin(PETRA, PASSWORD)
    config.use(dataclasses.replace(cast, secret='another secret, as after a move to another machine'))

    with pytest.raises(NotFound):
        second_factors.find_new_key(PETRA)


# Forgetting, and the copy of all data

def test_it_goes_with_the_account(shell):
    with_factor(PETRA.user_id)
    with_factor(WEBER.user_id)
    shell("INSERT INTO appointments (patient_id, staff_id, room_id, service_id, starts_at, ends_at, status, "
          "created_utc) VALUES (3, 1, 1, 1, '2026-05-21 10:00', '2026-05-21 10:30', 'completed', '2026-05-01')")
    assert users.delete(ADA, PETRA.user_id) and not users.delete(ADA, WEBER.user_id)    # whose name stays

    assert shell('SELECT COUNT(*) FROM second_factors') == shell('SELECT COUNT(*) FROM recovery_codes') == [(0,)]


def test_the_copy_of_all_data_says_since_when_there_is_one(petra):
    assert json.loads(petra.get('/profile/data').body)['account']['second_factor_at'] is None
    given = with_factor(PETRA.user_id)
    text = petra.get('/profile/data').body.decode()

    assert json.loads(text)['account']['second_factor_at'] == '2026-06-01T08:00:00+02:00'
    assert KEY not in text and given[0] not in text and 'sealed' not in text
