"""A forgotten password: the same answer in the same time for everybody, a link by mail, and the owner is told."""

import datetime as dt
import re
import statistics
import time

import pytest

from app import clock, database
from app.accounts import attempts, one_time_links, recovery
from app.mail import outbox
from tests.support.accounts import signed_in, try_to_sign_in
from tests.support.browser import Browser
from tests.support.mail_server import mail_server, part, send
from tests.support.people import STRANGER

NEW_PASSWORD = 'four words nobody knows'


@pytest.fixture(autouse=True)
def quickly(cast, monkeypatch):
    monkeypatch.setattr(recovery, 'SECONDS', 0.05)


def ask(email, address='127.0.0.1'):
    browser = Browser(address)
    browser.get('/forgot-password')
    return browser.submit('/forgot-password', email=email)


def link_of(server):
    return re.search('/reset-password/[A-Za-z0-9_-]{43}', part(server.messages()[-1], 'plain'))[0]


def without_tokens(page, email):
    return re.sub(r'value="[A-Za-z0-9_-]{43}"', '', page.text).replace(email, 'EMAIL')


def test_a_link_by_mail_leads_back_in(shell):
    elsewhere = signed_in('petra@mail.test')
    with mail_server() as server:
        assert 'we have sent a link to it' in ask('petra@mail.test').text
        send()
        browser = Browser()
        browser.get(link_of(server))
        page = browser.submit(link_of(server), password=NEW_PASSWORD)
        send()

    assert 'Your password is set' in page.text
    assert elsewhere.get('/profile').path == '/login'                   # every session has ended
    assert try_to_sign_in('petra@mail.test', NEW_PASSWORD).text.count('Sign out')
    assert [(message['To'], message['Subject']) for message in server.messages()] == \
        [('petra@mail.test', 'Set a new password'), ('petra@mail.test', 'Your password was changed')]
    assert browser.get(link_of_first(server)).status == 404             # it works once


def link_of_first(server):
    return re.search('/reset-password/[A-Za-z0-9_-]{43}', part(server.messages()[0], 'plain'))[0]


def test_the_link_works_for_45_minutes(shell):
    with mail_server() as server:
        ask('petra@mail.test')
        send()
    [(until,)] = shell('SELECT expires_utc FROM password_resets')
    assert (until - clock.now_utc()).total_seconds() == 45 * 60
    clock.freeze(until)

    assert Browser().get(link_of(server)).status == 404


def test_a_link_that_could_not_be_sent_in_time_is_not_sent_at_all(shell):
    ask('petra@mail.test')
    clock.freeze(shell('SELECT expires_utc FROM password_resets')[0][0])
    with mail_server() as server:
        send()

    assert not server.taken
    assert shell('SELECT state, payload FROM notifications') == [('expired', None)]


@pytest.mark.parametrize('email', ['nobody@mail.test', 'dina@mail.test', 'PETRA@mail.test ', 'ada@clinic.test'])
def test_the_answer_does_not_tell_who_has_an_account(shell, email):
    with mail_server():
        known, other = ask('petra@mail.test'), ask(email)

    assert known.status == other.status == 200
    assert without_tokens(known, 'petra@mail.test') == without_tokens(other, email.strip().lower())
    assert {name: value for name, value in known.headers.items() if name not in ('set-cookie', 'content-length')} == \
        {name: value for name, value in other.headers.items() if name not in ('set-cookie', 'content-length')}


def test_known_and_unknown_addresses_take_the_same_time(shell, monkeypatch):
    monkeypatch.setattr(recovery, 'SECONDS', 0.15)
    monkeypatch.setattr(attempts, 'begin_form', lambda address: None)
    monkeypatch.setattr(outbox, 'may_mail_link', lambda *_, **__: True)

    def took(email):
        started = time.perf_counter()
        recovery.ask(STRANGER, email)
        return time.perf_counter() - started
    times = {email: [] for email in ('petra@mail.test', 'nobody@mail.test')}
    for _ in range(10):
        for email, seen in times.items():
            seen.append(took(email))
    known, unknown = map(statistics.median, times.values())

    assert abs(known - unknown) < 0.01
    assert shell('SELECT COUNT(*) FROM notifications') == [(10,)]


def test_the_time_is_the_same_because_it_is_waited_for(shell, monkeypatch):
    monkeypatch.setattr(recovery, '_queue', lambda visitor, email: time.sleep(0.02 if 'petra' in email else 0))
    for email in ('petra@mail.test', 'nobody@mail.test'):
        started = time.perf_counter()
        recovery.ask(STRANGER, email)
        assert 0.05 <= time.perf_counter() - started < 0.09


def test_a_flood_of_questions_is_turned_away(shell):
    for _ in range(recovery.AT_ONCE):
        recovery._places.acquire()
    try:
        page = ask('petra@mail.test')
    finally:
        recovery._places.release(recovery.AT_ONCE)

    assert page.status == 503 and page.headers['retry-after'] == '3'
    assert shell('SELECT COUNT(*) FROM notifications') == [(0,)]
    assert ask('petra@mail.test').status == 200


def test_unknown_and_closed_accounts_get_no_mail(shell):
    for email in ('nobody@mail.test', 'dina@mail.test'):
        ask(email)

    assert shell('SELECT COUNT(*) FROM notifications') == [(0,)]
    assert shell('SELECT COUNT(*) FROM password_resets') == [(0,)]


def test_nobodys_mailbox_can_be_filled(shell):
    counts = []
    for n in range(6):
        assert ask('petra@mail.test', f'10.0.0.{n}').status == 200
        counts += shell('SELECT COUNT(*) FROM notifications')[0]
        if n % 3 == 2:
            clock.freeze(clock.now_utc() + dt.timedelta(minutes=1))

    assert counts == [1, 2, 2, 3, 4, 4]


def test_a_stranger_who_asks_for_links_voids_neither_an_invitation_nor_an_earlier_link(shell):
    with database.transaction() as tx:
        waiting = [one_time_links.make(tx, 6, purpose) for purpose in ('invite', 'reset')]
    for n in range(6):
        ask('petra@mail.test', f'10.0.0.{n}')

    assert [Browser().get(f'/reset-password/{token}').status for token in waiting] == [200, 200]
    assert shell('SELECT COUNT(*) FROM password_resets') == [(4,)]      # two a minute


def test_a_link_goes_to_the_account_that_has_proven_the_address_else_to_the_newest(shell):
    def opened(user_id, email, proven):
        shell("INSERT INTO users (user_id, email, email_proven_utc, role, full_name, created_utc) "
              "VALUES (%s, %s, IF(%s, '2026-01-01', NULL), 'patient', 'One', '2026-01-01')", user_id, email, proven)
    opened(200, 'petra@mail.test', False)
    opened(201, 'both@mail.test', False)
    opened(202, 'both@mail.test', False)
    for email in ('petra@mail.test', 'both@mail.test'):
        ask(email)

    assert shell("SELECT user_id FROM notifications WHERE kind = 'password_reset' ORDER BY user_id") == [(6,), (202,)]


def test_too_many_from_one_address_wait(shell):
    for _ in range(attempts.FORMS[0]):
        database.insert('sign_in_attempts/insert', email=None, address='127.0.0.1', browser=None,
                        now_utc=clock.now_utc())
    page = ask('petra@mail.test')

    assert page.status == 429 and 'retry-after' in page.headers
    assert shell('SELECT COUNT(*) FROM notifications') == [(0,)]


@pytest.mark.parametrize('email', ['', 'petra', 'a@b', 'petra@mail.test, paul@mail.test'])
def test_what_is_no_address_is_shown_again(email):
    page = ask(email)

    assert page.status == 422 and 'id="email-error"' in page.text
    assert not email or f'value="{email}"' in page.text


def test_without_a_mail_server_the_page_says_so():
    page = Browser().get('/forgot-password')

    assert 'sends no e-mail at present' in page.text and '+49 30 555 0100' in page.text
    page = ask('petra@mail.test')
    assert 'sends no e-mail at present' in page.text and 'we have sent a link' not in page.text


def test_changing_the_password_at_the_profile_tells_the_owner_too(shell):
    browser = signed_in('petra@mail.test')
    browser.get('/profile')
    browser.submit('/profile/password', current_password='correct horse battery', password=NEW_PASSWORD)

    assert shell('SELECT kind, recipient FROM notifications') == [('password_changed', 'petra@mail.test')]
