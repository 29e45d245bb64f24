"""Proven addresses: what proves one, to which mail about visits goes, changing one, and that no mailbox is filled."""

import datetime as dt
import json
import re
import statistics
import time
from contextlib import suppress
from functools import partial

import pytest

from app import clock, database
from app.accounts import (
    address_links,
    addresses,
    attempts,
    enrolment,
    one_time_links,
    passwords,
    profile,
    recovery,
    registration,
)
from app.errors import NotFound, Refused
from app.mail import outbox, reminders, worker
from app.visitor import Visitor
from app.visits import scheduling
from app.visits.wanted import Wanted
from tests.support.accounts import PASSWORD, signed_in, try_to_sign_in
from tests.support.browser import Browser
from tests.support.factors import with_factor
from tests.support.mail_server import later, mail_server, part, send
from tests.support.moments import together
from tests.support.people import ADA, DORA, PETRA, STRANGER
from tests.support.statements import statements
from tests.support.visits import book

pytestmark = pytest.mark.usefixtures('cast')

NEW_PASSWORD = 'tall grey heron at noon'
NIA = {'full_name': 'Nia Okafor', 'email': 'nia@mail.test', 'phone': None, 'birth_date': None,
       'password': NEW_PASSWORD, 'privacy_version': None}
WHERE = {'ip': '10.0.0.9', 'device': 'A browser'}


@pytest.fixture(autouse=True)
def quickly(monkeypatch):
    monkeypatch.setattr(recovery, 'SECONDS', 0)


@pytest.fixture
def mail():
    """A mail server that takes everything."""
    with mail_server() as server:
        yield server


def register(email='nia@mail.test', browser=None, follow=True, **fields):
    browser = browser or Browser()
    browser.get('/register')
    browser.submit('/register', follow, **{'full_name': 'Nia Okafor', 'email': email, 'password': NEW_PASSWORD,
                                           **fields})
    return browser


def newest(shell):
    """The Visitor of the account that was opened last."""
    [(user_id, email)] = shell('SELECT user_id, email FROM users ORDER BY user_id DESC LIMIT 1')
    [(patient_id,)] = shell('SELECT patient_id FROM patients WHERE user_id = %s', user_id)
    return Visitor(user_id, 'patient', 'Nia Okafor', email, patient_id=patient_id, session_id=1, **WHERE)


def link_in(message):
    return re.search('/confirm-address/[A-Za-z0-9_-]{43}', part(message, 'plain'))[0]


def link_to(server, email):
    """The path of the link in the last mail to an address, of those that wait now."""
    send()
    return link_in([message for message in server.messages() if message['To'] == email][-1])


def link(user_id, purpose, email):
    """The path of a link that a test makes itself."""
    with database.transaction() as tx:
        return '/confirm-address/' + address_links.make(tx, user_id, purpose, email)[0]


def queued(shell):
    return shell('SELECT kind, recipient FROM notifications ORDER BY notification_id')


def confirm(path, **fields):
    browser = Browser()
    browser.get(path)
    return browser.submit(path, **fields)


# Registering, and proving the address

def test_registering_signs_in_at_once_and_mails_a_link_that_proves_the_address(mail, shell):
    browser = register()
    assert browser.page.status == 200 and 'Sign out' in browser.page.text
    assert shell('SELECT email_proven_utc FROM users WHERE user_id > 9') == [(None,)]
    path = link_to(mail, 'nia@mail.test')

    page = Browser().get(path)
    assert page.status == 200 and 'Nia Okafor' in page.text and 'nia@mail.test' in page.text
    assert page.headers['referrer-policy'] == 'no-referrer' and 'noindex' in page.headers['x-robots-tag']
    assert shell('SELECT email_proven_utc FROM users WHERE user_id > 9') == [(None,)]        # looking proves nothing
    page = confirm(path)
    assert 'Your e-mail address is confirmed' in page.text and 'Sign out' not in page.text
    assert shell('SELECT email_proven_utc, proven_email FROM users WHERE user_id > 9') == [
        (clock.now_utc(), 'nia@mail.test')]
    assert Browser().get(path).status == 404                                                 # it works once
    assert shell("SELECT user_id, action FROM audit_log WHERE action LIKE 'e-mail%%'") == [
        (newest(shell).user_id, 'e-mail address confirmed')]


def test_who_proves_an_address_is_shown_the_record_that_the_desk_made_with_it(mail, shell):
    shell("UPDATE patients SET email = 'nia@mail.test' WHERE patient_id = 5")
    browser = register()
    assert 'We found a record' not in browser.get('/appointments').text
    path = link_to(mail, 'nia@mail.test')

    browser.get(path)
    page = browser.submit(path)
    assert page.path.partition('?')[0] == '/profile/records' and 'Is this you?' in page.text
    assert 'Your e-mail address is confirmed' in page.text


def test_the_mail_names_nobody_and_nothing_that_was_typed(mail):
    register(full_name='Buy at shop.example')
    send()
    [message] = mail.messages()

    assert message['Subject'] == 'Please confirm your e-mail address' and 'shop' not in str(message)
    assert 'Test Clinic' in part(message, 'plain') and 'I did not register' in part(message, 'html')


def test_a_link_works_for_a_week(mail):
    register()
    path = link_to(mail, 'nia@mail.test')
    later(days=6, hours=23)
    assert Browser().get(path).status == 200
    later(hours=1)
    assert Browser().get(path).status == 404


def test_a_banner_says_what_to_do_until_the_address_is_proven(mail, shell):
    browser = register()
    for path in ('/', '/book', '/appointments', '/profile'):
        page = browser.get(path)
        assert 'We e-mailed a link to' in page.text and 'nia@mail.test' in page.text, path
    later(minutes=2)
    page = browser.submit('/profile/email/send-link')
    assert 'We have e-mailed the link' in page.text
    assert queued(shell) == [('address_proof', 'nia@mail.test')] * 2
    confirm(link_to(mail, 'nia@mail.test'))

    assert 'We e-mailed a link to' not in browser.get('/').text
    browser.post('/profile/email/send-link')
    assert len(queued(shell)) == 2                                  # there is nothing left to prove
    assert 'We e-mailed a link' not in signed_in('petra@mail.test').get('/').text


def test_without_a_mail_server_the_banner_leads_to_the_front_desk():
    page = register().get('/appointments')

    assert 'Please ask at the front desk' in page.text and 'Send the link again' not in page.text


@pytest.mark.parametrize('purpose', ['reset', 'invite'])
def test_a_link_that_sets_a_password_proves_the_address_too(mail, shell, purpose):
    register()
    who = newest(shell)
    with database.transaction() as tx:
        token = one_time_links.make(tx, who.user_id, purpose)
    one_time_links.use(STRANGER, token, 'four wet boots indoors')

    assert shell('SELECT proven_email FROM users WHERE user_id > 9') == [('nia@mail.test',)]


def test_a_link_that_an_admin_hands_over_proves_nothing(shell):
    register()
    who = newest(shell)
    with database.transaction() as tx:
        token = one_time_links.make(tx, who.user_id, 'reset')
    one_time_links.use(STRANGER, token, 'four wet boots indoors')

    assert shell('SELECT proven_email FROM users WHERE user_id > 9') == [(None,)]


def test_an_address_that_the_clinic_writes_is_proven(shell):
    enrolment.create(ADA, {'role': 'patient', 'email': 'new@mail.test', 'full_name': 'New', 'phone': None,
                           'birth_date': None})
    registration.create_admin('boss@clinic.test', 'Boss', None)
    register()
    enrolment.change_account(ADA, newest(shell).user_id, {'full_name': 'Nia', 'email': 'nia.new@mail.test',
                                                          'phone': None, 'birth_date': None})

    assert shell('SELECT proven_email FROM users WHERE user_id > 9 ORDER BY user_id') == [
        ('new@mail.test',), ('boss@clinic.test',), ('nia.new@mail.test',)]


def test_saving_other_details_of_an_account_does_not_prove_its_address(ada, shell):
    register()
    number = newest(shell).user_id
    ada.get(f'/admin/users/{number}')
    ada.submit(f'/admin/users/{number}', full_name='Nia Neu')

    assert shell('SELECT full_name, proven_email FROM users WHERE user_id > 9') == [('Nia Neu', None)]


# Mail about visits

def test_mail_about_visits_goes_to_no_address_that_is_not_proven(mail, shell, at):
    register()
    nia = newest(shell)
    number = book(nia, at('10:00', 2), patient_id=nia.patient_id)
    clock.freeze(clock.to_utc(at('11:00', 1)))
    reminders.queue()
    scheduling.cancel(DORA, number)
    book(DORA, at('14:00', 2), patient_id=nia.patient_id)

    assert [row for row in queued(shell) if row[0] not in ('address_proof',)] == []
    visit = database.one('appointments/find_for_mail', appointment_id=number)
    assert visit['patient_email'] is None


def test_the_confirmations_of_visits_ahead_are_sent_once_the_address_is_proven(mail, shell, at):
    shell('UPDATE staff SET wants_mail = TRUE')
    register()
    nia = newest(shell)
    number = book(nia, at('10:00', 2), patient_id=nia.patient_id)
    quiet = book(DORA, at('14:00', 2), patient_id=nia.patient_id, tell_patient=False)
    path = link_to(mail, 'nia@mail.test')
    confirm(path)

    assert shell("SELECT appointment_id, kind, recipient FROM notifications WHERE audience = 'patient' "
                 "AND state = 'pending'") == [(number, 'booked', 'nia@mail.test')]
    assert shell("SELECT COUNT(*) FROM notifications WHERE appointment_id = %s AND audience = 'patient'", quiet) == [
        (1,)]                                                       # the desk has told them: no reminder
    send()
    assert [message['Subject'] for message in mail.messages() if message['To'] == 'nia@mail.test'] == [
        'Please confirm your e-mail address', 'Your visit is booked']
    assert shell("SELECT COUNT(*) FROM notifications WHERE audience = 'staff'") == [(2,)]


def test_a_mail_that_waits_is_not_sent_to_an_address_that_is_not_proven_any_more(mail, shell, at):
    book(PETRA, at('10:00', 2))
    shell('UPDATE users SET email_proven_utc = NULL WHERE user_id = 6')
    send()

    assert mail.messages() == []
    assert 'not confirmed' in shell('SELECT last_answer FROM notifications')[0][0]


@pytest.mark.parametrize('is_proven', [True, False])
def test_staff_get_mail_at_a_proven_address_only(mail, shell, at, is_proven):
    shell('UPDATE staff SET wants_mail = TRUE')
    if not is_proven:
        shell("UPDATE users SET email_proven_utc = NULL WHERE role = 'staff'")
    number = book(PETRA, at('10:00', 2))
    with database.transaction() as tx:
        outbox.queue_visit(tx, 'moved', number, at('10:00', 2), former_staff_id=2)

    assert shell("SELECT audience FROM notifications WHERE audience <> 'patient' ORDER BY audience") == (
        [('former',), ('staff',), ('staff',)] if is_proven else [])


def test_a_patient_whom_the_desk_added_gets_mail_as_before(shell, at):
    shell("UPDATE patients SET email = 'olga@mail.test' WHERE patient_id = 5")
    book(DORA, at('10:00', 2), patient_id=5)

    assert queued(shell) == [('booked', 'olga@mail.test')]


def test_the_page_of_a_visit_promises_no_mail_to_an_address_that_is_not_proven(mail):
    browser = register()
    browser.get('/book/1/confirm?service_id=1&starts_at=2026-06-03T10:00')
    page = browser.submit('/appointments')

    assert 'Your visit is booked' in page.text and "We've e-mailed" not in page.text
    browser = signed_in('petra@mail.test')
    browser.get('/book/1/confirm?service_id=1&starts_at=2026-06-03T11:00')
    assert "We've e-mailed" in browser.submit('/appointments').text


def test_a_new_password_of_an_unproven_account_sends_no_mail(shell):
    browser = register()
    for number in range(5):
        browser.get('/profile')
        browser.submit('/profile/password', current_password=f'{NEW_PASSWORD} {number}' if number else NEW_PASSWORD,
                       password=f'{NEW_PASSWORD} {number + 1}')

    assert queued(shell) == [('address_proof', 'nia@mail.test')]


# The desk and admins know an address

def test_the_desk_marks_an_address_as_known(shell, browser, at):
    register()
    nia = newest(shell)
    book(nia, at('10:00', 2), patient_id=nia.patient_id)
    path = f'/staff/patients/{nia.patient_id}'
    weber, dora = browser('weber'), browser('dora')
    assert 'nia@mail.test' in weber.get(path).text and 'Mark the address' not in weber.page.text
    weber.get('/staff')
    assert weber.post(f'{path}/known-address').status == 404
    page = dora.get(path)
    assert 'Mark the address as known' in page.text and 'Mark it as known only if' in page.text
    page = dora.submit(f'{path}/known-address')

    assert 'marked as known' in page.text and 'not confirmed' not in page.text
    assert shell('SELECT proven_email FROM users WHERE user_id > 9') == [('nia@mail.test',)]
    assert shell("SELECT user_id, subject_id FROM audit_log WHERE action = 'e-mail address marked as known'") == [
        (5, nia.user_id)]
    assert queued(shell) == [('address_proof', 'nia@mail.test'), ('booked', 'nia@mail.test')]
    assert dora.post(f'{path}/known-address').status == 200         # the button pressed twice


def test_an_admin_marks_an_address_as_known(ada, shell):
    register()
    number = newest(shell).user_id
    assert 'nia@mail.test (not confirmed)' in ada.get('/admin/users?text=nia').text
    assert 'not confirmed' in ada.get(f'/admin/users/{number}').text
    page = ada.submit(f'/admin/users/{number}/known-address')

    assert 'marked as known' in page.text
    assert shell('SELECT proven_email FROM users WHERE user_id > 9') == [('nia@mail.test',)]


def test_an_address_that_another_account_has_proven_is_not_marked(ada, shell, browser):
    register('petra@mail.test')
    nia = newest(shell)
    ada.get(f'/admin/users/{nia.user_id}')
    page = ada.submit(f'/admin/users/{nia.user_id}/known-address')
    assert page.status == 409 and 'Another account uses this address' in page.text
    dora = browser('dora')
    dora.get(f'/staff/patients/{nia.patient_id}')
    page = dora.submit(f'/staff/patients/{nia.patient_id}/known-address')
    assert page.status == 409 and 'Another account uses this address' in page.text

    assert shell('SELECT proven_email FROM users WHERE user_id > 9') == [(None,)]


def test_a_patient_without_an_account_has_no_address_to_mark(browser):
    dora = browser('dora')
    dora.get('/staff/patients/5')

    assert dora.post('/staff/patients/5/known-address').status == 404


# It was somebody else

def test_who_did_not_register_closes_the_account_with_all_it_booked(mail, shell, at):
    shell('UPDATE staff SET wants_mail = TRUE')
    browser = register()
    nia = newest(shell)
    number = book(nia, at('10:00', 2), patient_id=nia.patient_id, reason='Nonsense')
    path = link_to(mail, 'nia@mail.test')
    page = confirm(path, not_me='yes')

    assert 'is deleted' in page.text
    assert shell('SELECT COUNT(*) FROM users WHERE user_id > 9') == [(0,)]
    assert shell('SELECT status, reason FROM appointments WHERE appointment_id = %s', number) == [('cancelled', '')]
    assert shell('SELECT COUNT(*) FROM claims') == [(0,)]
    assert browser.get('/appointments').path == '/login'
    assert shell("SELECT audience, kind FROM notifications WHERE state = 'pending'") == [('staff', 'cancelled')]
    assert shell("SELECT COUNT(*) FROM notifications WHERE recipient LIKE 'nia%%'") == [(0,)]
    assert shell("SELECT COUNT(*) FROM audit_log WHERE action = 'account closed by the owner of its address'") == [(1,)]
    assert Browser().get(path).status == 404


def test_an_account_with_which_somebody_has_been_here_is_not_closed_by_a_link(mail, shell, at):
    register()
    nia = newest(shell)
    book(nia, at('10:00', 2), patient_id=nia.patient_id)
    path = link_to(mail, 'nia@mail.test')
    shell("UPDATE appointments SET status = 'completed'")
    page = confirm(path, not_me='yes')

    assert page.status == 422 and 'has been to the clinic' in page.text
    assert shell('SELECT COUNT(*) FROM users WHERE user_id > 9') == [(1,)]


@pytest.mark.parametrize('user_id', [1, 2])
def test_the_account_of_somebody_who_works_here_is_not_closed_by_a_link(shell, user_id):
    shell('UPDATE users SET email_proven_utc = NULL WHERE user_id = %s', user_id)
    [(email,)] = shell('SELECT email FROM users WHERE user_id = %s', user_id)

    assert confirm(link(user_id, 'prove', email), not_me='yes').status == 422
    assert shell('SELECT is_active FROM users WHERE user_id = %s', user_id) == [(1,)]


# Two accounts with one address

def test_who_has_an_account_already_is_told_by_mail_and_nowhere_else(mail, shell):
    browser = register('petra@mail.test')
    assert queued(shell) == [('registered_again', 'petra@mail.test')]
    path = link_to(mail, 'petra@mail.test')

    assert mail.messages()[-1]['Subject'] == 'You already have an account'
    page = Browser().get(path)
    assert 'You already have an account' in page.text and 'Move it into my account' in page.text
    assert 'we delete the second account' in page.text and 'Your own account stays as it is.' in page.text
    assert 'already' not in browser.get('/').text


def test_an_account_that_only_typed_the_address_is_told_to_nobody(mail, shell):
    register()
    later(minutes=1)
    register(password='four wet boots indoors')

    assert queued(shell) == [('address_proof', 'nia@mail.test')] * 2
    first, second = (link_in(message) for message in (send(), mail.messages())[1])
    confirm(first)
    assert 'Move it into my account' in Browser().get(second).text       # once one of them has proven it


def test_what_was_booked_is_moved_into_the_account_that_was_there_before(mail, shell, at):
    register('petra@mail.test')
    nia = newest(shell)
    number = book(nia, at('10:00', 2), patient_id=nia.patient_id)
    page = confirm(link_to(mail, 'petra@mail.test'))

    assert page.path == '/login' and 'Everything is in your own account now' in page.text
    assert shell('SELECT COUNT(*) FROM users WHERE user_id > 9') == [(0,)]
    assert shell('SELECT patients.user_id FROM appointments JOIN patients USING (patient_id) '
                 'WHERE appointment_id = %s', number) == [(6,)]
    assert shell("SELECT kind, recipient FROM notifications WHERE appointment_id = %s AND audience = 'patient'",
                 number) == [('booked', 'petra@mail.test')]


def test_nothing_is_joined_to_an_account_of_staff_or_a_closed_one(mail, shell):
    for email in ('weber@clinic.test', 'dina@mail.test'):
        register(email)
        path = link_to(mail, email)
        page = Browser().get(path)
        assert 'Another account uses this address' in page.text and 'I did not register' in page.text
        assert confirm(path, not_me='').status == 409
        assert confirm(path, not_me='yes').status == 200
    assert shell('SELECT COUNT(*) FROM users WHERE user_id > 9') == [(0,)]
    assert shell('SELECT COUNT(*) FROM users WHERE proven_email IS NOT NULL') == [(9,)]


def test_of_two_accounts_that_prove_one_address_at_once_one_does(shell):
    register()
    register(password='four wet boots indoors')
    one, two = (number for (number,) in shell('SELECT user_id FROM users WHERE user_id > 9'))
    paths = [link(number, 'prove', 'nia@mail.test') for number in (one, two)]
    links = [{**addresses.find(path.rpartition('/')[2]), 'token': path.rpartition('/')[2]} for path in paths]

    results = together([partial(addresses._prove, STRANGER.in_the_name_of(each['user_id']), each['token'], each)
                        for each in links])

    assert sorted(type(result).__name__ for result in results) == ['NoneType', 'Refused']
    assert shell("SELECT COUNT(*) FROM users WHERE proven_email = 'nia@mail.test'") == [(1,)]


def test_one_link_confirmed_twice_at_once_is_used_once(shell):
    path = link(6, 'change', 'petra.new@mail.test')
    token = path.rpartition('/')[2]
    found = addresses.find(token)
    results = together([partial(addresses._change, STRANGER.in_the_name_of(6), token, found) for _ in range(3)])

    assert sorted(type(result).__name__ for result in results) == ['NoneType', 'NotFound', 'NotFound']
    assert queued(shell) == [('address_changed', 'petra@mail.test')]


# Another address

def ask_for(browser, email, **fields):
    browser.get('/profile/email')
    return browser.submit('/profile/email', **{'email': email, 'current_password': PASSWORD, **fields})


def test_another_address_is_proven_before_the_account_gets_it(mail, petra, shell):
    other = signed_in('petra@mail.test')
    page = ask_for(petra, 'Petra.New@mail.test')
    assert 'We have e-mailed a link to the new address' in page.text
    assert shell('SELECT email FROM users WHERE user_id = 6') == [('petra@mail.test',)]
    assert queued(shell) == [('address_change', 'petra.new@mail.test')]
    path = link_to(mail, 'petra.new@mail.test')
    assert 'petra.new@mail.test' in petra.get(path).text
    page = petra.submit(path)

    assert 'Your e-mail address is changed' in page.text
    assert shell('SELECT email, proven_email FROM users WHERE user_id = 6') == [('petra.new@mail.test',) * 2]
    assert petra.get('/profile').path == '/profile' and other.get('/profile').path == '/login'
    assert queued(shell)[1:] == [('address_changed', 'petra@mail.test')]
    assert try_to_sign_in('petra.new@mail.test').path != '/login'


def test_the_old_address_takes_the_change_back_within_a_week(mail, petra, shell):
    ask_for(petra, 'thief@mail.test')
    petra.get(link_to(mail, 'thief@mail.test'))
    petra.submit(petra.page.path)
    back = link_to(mail, 'petra@mail.test')
    ask_for(petra, 'thief.two@mail.test')                   # going on does not help the thief
    petra.get(link_to(mail, 'thief.two@mail.test'))
    petra.submit(petra.page.path)
    thiefs = link_to(mail, 'thief@mail.test')
    later(days=6)

    owner = Browser()
    assert 'Take your old e-mail address back' in owner.get(back).text
    page = owner.submit(back)
    assert page.path.startswith('/reset-password/') and 'Your old e-mail address is back' in page.text
    assert shell('SELECT email, proven_email, password_hash FROM users WHERE user_id = 6') == [
        ('petra@mail.test', 'petra@mail.test', None)]
    assert petra.get('/profile').path == '/login'
    assert try_to_sign_in('petra@mail.test').status == 422          # the thief knows this password
    owner.submit(page.path, password=NEW_PASSWORD)
    assert try_to_sign_in('petra@mail.test', NEW_PASSWORD).status == 200
    assert Browser().get(thiefs).status == Browser().get(back).status == 404
    assert [action for (action,) in shell("SELECT action FROM audit_log WHERE action LIKE 'e-mail address%%'")] == [
        'e-mail address changed', 'e-mail address changed', 'e-mail address taken back']


@pytest.mark.parametrize('is_thiefs', [True, False])
def test_taking_an_address_back_removes_a_code_from_an_app_that_was_set_up_since(mail, petra, shell, is_thiefs):
    if not is_thiefs:
        with_factor(6)
        later(minutes=1)
    ask_for(petra, 'thief@mail.test')
    petra.get(link_to(mail, 'thief@mail.test'))
    petra.submit(petra.page.path)
    if is_thiefs:
        later(minutes=1)
        with_factor(6)
    confirm(link_to(mail, 'petra@mail.test'))

    assert shell('SELECT COUNT(*) FROM second_factors') == [(0 if is_thiefs else 1,)]


def test_after_a_week_nothing_is_taken_back(mail, petra):
    ask_for(petra, 'petra.new@mail.test')
    confirm(link_to(mail, 'petra.new@mail.test'))
    back = link_to(mail, 'petra@mail.test')
    later(days=7)

    assert Browser().get(back).status == 404


def test_an_address_of_another_account_is_refused_to_who_opens_its_link(mail, petra, shell):
    ask_for(petra, 'paul@mail.test')
    path = link_to(mail, 'paul@mail.test')
    page = Browser().get(path)
    assert 'Another account uses this address' in page.text and 'Confirm' not in page.text

    assert confirm(path).status == 409
    assert shell('SELECT email FROM users WHERE user_id = 6') == [('petra@mail.test',)]


def test_who_does_not_want_the_address_used_stops_it(mail, petra, shell):
    ask_for(petra, 'stranger@mail.test')
    path = link_to(mail, 'stranger@mail.test')
    page = confirm(path, not_me='yes')

    assert 'We do not use this address' in page.text and Browser().get(path).status == 404
    assert shell('SELECT email, is_active FROM users WHERE user_id = 6') == [('petra@mail.test', 1)]


def test_a_later_wish_voids_the_link_of_the_one_before(mail, petra):
    ask_for(petra, 'one@mail.test')
    first = link_to(mail, 'one@mail.test')
    ask_for(petra, 'two@mail.test')

    assert Browser().get(first).status == 404
    assert Browser().get(link_to(mail, 'two@mail.test')).status == 200


def test_an_unproven_account_changes_its_address_and_the_old_one_is_not_told(mail, shell):
    browser = register()
    old = link_to(mail, 'nia@mail.test')
    ask_for(browser, 'nia.new@mail.test', current_password=NEW_PASSWORD)
    confirm(link_to(mail, 'nia.new@mail.test'))

    assert shell('SELECT email, proven_email FROM users WHERE user_id > 9') == [('nia.new@mail.test',) * 2]
    assert queued(shell) == [('address_proof', 'nia@mail.test'), ('address_change', 'nia.new@mail.test')]
    assert Browser().get(old).status == 404


def test_without_a_mail_server_the_address_changes_at_once_and_is_not_proven(petra, shell):
    other = signed_in('petra@mail.test')
    page = ask_for(petra, 'petra.new@mail.test')

    assert 'Your e-mail address is changed' in page.text and '(not confirmed yet)' in page.text
    assert shell('SELECT email, proven_email FROM users WHERE user_id = 6') == [('petra.new@mail.test', None)]
    assert other.get('/profile').path == '/login'
    assert try_to_sign_in('petra.new@mail.test').path != '/login'


@pytest.mark.parametrize(('typed', 'field'), [
    ({'email': 'new@mail.test', 'current_password': 'wrong horse battery'}, 'current_password'),
    ({'email': 'new@mail.test', 'current_password': ''}, 'current_password'),
    ({'email': 'not an address', 'current_password': PASSWORD}, 'email'),
    ({'email': 'petra@mail.test', 'current_password': PASSWORD}, 'email')])
def test_no_link_is_sent_without_the_password_or_to_what_is_no_other_address(mail, petra, shell, typed, field):
    petra.get('/profile/email')
    page = petra.submit('/profile/email', **typed)

    assert page.status == 422 and f'id="{field}-error"' in page.text and PASSWORD not in page.text
    assert f'value="{typed["email"]}"' in page.text and queued(shell) == []


def test_guessing_the_password_here_is_slowed_down_as_well(petra):
    petra.get('/profile/email')
    seen = [petra.submit('/profile/email', email='new@mail.test', current_password='wrong horse').status
            for _ in range(8)]

    assert 429 in seen


def test_an_admin_who_changes_an_address_voids_all_links_about_it(ada, petra, mail, shell):
    ask_for(petra, 'thief@mail.test')
    thiefs = link_to(mail, 'thief@mail.test')
    ada.get('/admin/users/6')
    ada.submit('/admin/users/6', email='petra.new@mail.test')

    assert Browser().get(thiefs).status == 404
    assert shell('SELECT email, proven_email FROM users WHERE user_id = 6') == [('petra.new@mail.test',) * 2]


def test_links_of_a_deactivated_account_open_nothing(ada):
    path = link(6, 'take_back', 'old@mail.test')
    ada.get('/admin/users/6')
    ada.submit('/admin/users/6/deactivate')

    assert Browser().get(path).status == 404


@pytest.mark.parametrize('purpose', ['change', 'take_back'])
def test_links_in_mail_say_what_they_are_for_as_long_as_they_work(mail, shell, purpose):
    kind, to = {'change': ('address_change', 'petra.new@mail.test'),
                'take_back': ('address_changed', 'old@mail.test')}[purpose]
    with database.transaction() as tx:
        outbox.queue_account(tx, kind, 6, to, *address_links.make(tx, 6, purpose, to))
    path = link_to(mail, to)

    assert Browser().get(path).status == 200
    assert shell('SELECT payload, state FROM notifications') == [(None, 'sent')]


@pytest.mark.parametrize('kind', ['address_proof', 'registered_again', 'address_change'])
def test_a_mail_without_a_link_that_works_is_not_sent(mail, shell, kind):
    with database.transaction() as tx:
        made = address_links.make(tx, 6, 'change', 'petra@mail.test')
        outbox.queue_account(tx, kind, 6, 'petra@mail.test', *made)
        address_links.void(tx, 6)
    send()

    assert mail.messages() == [] and shell('SELECT state FROM notifications') == [('expired',)]


@pytest.mark.parametrize('token', ['x', 'A' * 42, 'A' * 44, 'A' * 43, 'é' * 43])
def test_what_is_no_token_is_no_page(token):
    assert Browser().get('/confirm-address/' + token).status == 404


# Whoever asks learns nothing

def told(page, email):
    """What a stranger sees of an answer, but for tokens and what they typed themselves."""
    text = re.sub(r'value="[A-Za-z0-9_-]{43}"', '', page.text).replace(email, 'EMAIL')
    hidden = ('set-cookie', 'content-length', 'x-request-id')
    return page.status, text, {name: value for name, value in page.headers.items() if name not in hidden}


KNOWN = ['petra@mail.test', 'ada@clinic.test', 'dina@mail.test']


@pytest.mark.parametrize('known', KNOWN)
def test_registering_says_the_same_whether_or_not_the_address_has_an_account(mail, known):
    answers = []
    for email in ('nobody@mail.test', known):
        browser = register(email, follow=False)
        answers.append([told(browser.page, email), *(told(browser.get(path), email) for path in ('/book', '/profile'))])

    assert answers[0] == answers[1]


@pytest.mark.parametrize('known', KNOWN)
def test_asking_for_another_address_says_the_same_whether_or_not_it_has_an_account(mail, petra, known):
    if known == 'petra@mail.test':
        known = 'paul@mail.test'
    answers = [[told(ask_for(petra, email), email), told(petra.get('/profile/email'), email)]
               for email in ('nobody@mail.test', known)]

    assert answers[0] == answers[1]


@pytest.mark.parametrize('known', KNOWN)
def test_signing_in_with_a_wrong_password_says_the_same(known):
    answers = [told(try_to_sign_in(email, 'wrong'), email) for email in ('nobody@mail.test', known)]

    assert answers[0] == answers[1]


def test_a_forgotten_password_says_the_same_for_an_account_that_is_not_proven(mail):
    register()
    answers = []
    for email in ('nobody@mail.test', 'nia@mail.test'):
        browser = Browser()
        browser.get('/forgot-password')
        answers.append(told(browser.submit('/forgot-password', email=email), email))

    assert answers[0] == answers[1]


def test_registering_and_asking_take_the_same_statements_whether_or_not_the_address_has_an_account(mail):
    registering = [statements(partial(registration.register, Visitor(ip=f'10.1.0.{number}', device='x'),
                                      {**NIA, 'email': email}))
                   for number, email in enumerate(('nobody@mail.test', *KNOWN))]
    asking = [statements(partial(addresses._ask_for, PETRA, email)) for email in ('none@mail.test', *KNOWN[1:])]

    assert all(each == registering[0] for each in registering) and len(registering[0]) > 8
    assert all(each == asking[0] for each in asking)


def test_registering_takes_the_same_time_whether_or_not_the_address_has_an_account(monkeypatch):
    monkeypatch.setattr(attempts, 'begin_form', lambda ip: None)
    monkeypatch.setattr(outbox, 'may_mail_link', lambda *_, **__: True)
    times = {'petra@mail.test': [], 'nobody@mail.test': []}
    for number in range(15):
        for email, seen in times.items():
            started = time.perf_counter()
            registration.register(Visitor(ip=f'10.2.0.{number}', device='x'), {**NIA, 'email': email})
            seen.append(time.perf_counter() - started)
    known, unknown = map(statistics.median, times.values())

    assert abs(known - unknown) < 0.01


def test_a_password_is_compared_with_no_account_but_one_that_this_browser_has_just_opened(monkeypatch, shell):
    compared = []
    check = passwords.matches
    monkeypatch.setattr(passwords, 'matches', lambda *given: compared.append(1) or check(*given))
    for ip, device in (('10.0.0.1', 'x'), ('10.0.0.1', 'y'), ('10.0.0.2', 'x')):
        registration.register(Visitor(ip=ip, device=device), NIA)
    assert not compared
    registration.register(Visitor(ip='10.0.0.2', device='x'), NIA)
    assert len(compared) == 1 and shell('SELECT COUNT(*) FROM users WHERE user_id > 9') == [(3,)]
    registration.register(Visitor(ip='10.0.0.2', device='x'), {**NIA, 'password': 'four wet boots indoors'})
    assert shell('SELECT COUNT(*) FROM users WHERE user_id > 9') == [(4,)]
    later(minutes=11)
    registration.register(Visitor(ip='10.0.0.2', device='x'), NIA)

    assert shell('SELECT COUNT(*) FROM users WHERE user_id > 9') == [(5,)]


# Nobody's mailbox is filled

def test_300_bookings_moves_and_cancellations_of_a_stranger_cause_no_mail_about_visits(mail, shell, at):
    register('victim@mail.test')
    nia = newest(shell)
    for _ in range(100):
        with suppress(Refused):         # what one account may do in a day ends long before
            number = book(nia, at('10:00', 2), patient_id=nia.patient_id)
            scheduling.move(nia, number, Wanted(starts_at=at('11:00', 2)))
            scheduling.cancel(nia, number)

    assert shell('SELECT COUNT(*) > 2 FROM appointments') == [(1,)]
    assert queued(shell) == [('address_proof', 'victim@mail.test')]


def sent_within(shell, email, **span):
    """The most mails that were queued to an address within any such span of time."""
    moments = [moment for (moment,) in shell(
        'SELECT created_utc FROM notifications WHERE recipient = %s ORDER BY created_utc', email)]
    return max((sum(start <= each < start + dt.timedelta(**span) for each in moments) for start in moments), default=0)


def test_600_registrations_with_a_strangers_address_mail_it_twice_a_minute_and_four_times_an_hour(shell):
    """As it was tried before: 600 requests within 15 seconds, from many networks. Then 600 more over two hours."""
    for number in range(600):
        registration.register(Visitor(ip=f'10.{number % 250}.0.{number // 250}', device='x'),
                              {**NIA, 'email': 'victim@mail.test', 'password': f'{NEW_PASSWORD} {number}'})
        if number % 40 == 39:
            later(seconds=1)
    assert shell("SELECT COUNT(*) FROM notifications WHERE recipient = 'victim@mail.test'") == [(2,)]
    for _ in range(600):
        later(seconds=12)
        recovery._queue(STRANGER, 'victim@mail.test')

    assert sent_within(shell, 'victim@mail.test', minutes=1) == 2
    assert sent_within(shell, 'victim@mail.test', hours=1) == 4
    assert shell("SELECT COUNT(*) FROM users WHERE email = 'victim@mail.test'") == [(600,)]


def test_600_forgotten_passwords_mail_their_account_twice_a_minute_and_four_times_an_hour(shell):
    for number in range(600):
        recovery.ask(Visitor(ip=f'10.{number % 250}.0.{number // 250}'), 'petra@mail.test')
        later(seconds=1)

    assert sent_within(shell, 'petra@mail.test', minutes=1) == 2
    assert shell("SELECT COUNT(*) FROM notifications WHERE recipient = 'petra@mail.test'") == [(4,)]


def test_closing_the_account_that_caused_the_mail_does_not_make_room_for_more(shell):
    sent = 0
    for number in range(12):
        registration.register(Visitor(ip=f'10.0.1.{number}', device='x'), {**NIA, 'email': 'victim@mail.test'})
        sent += shell("SELECT COUNT(*) FROM notifications WHERE recipient = 'victim@mail.test'")[0][0]
        profile._close_account(newest(shell))
        later(minutes=1)

    assert sent == 3


def test_all_kinds_of_links_to_one_address_are_counted_together(mail, petra, shell):
    register('victim@mail.test')
    ask_for(petra, 'victim@mail.test')
    page = ask_for(petra, 'victim@mail.test')
    assert 'We have e-mailed a link to the new address' in page.text        # the answer is the same
    recovery.ask(STRANGER, 'victim@mail.test')

    assert queued(shell) == [('address_proof', 'victim@mail.test'), ('address_change', 'victim@mail.test')]


def test_other_links_leave_room_for_one_about_a_forgotten_password(shell):
    allowed = []
    for is_reset in (False, False, False, False, True, True):
        with database.transaction() as tx:
            allowed.append(outbox.may_mail_link(tx, 'victim@mail.test', is_reset))
        later(minutes=1)

    assert allowed == [True, True, True, False, True, False]


def test_a_link_that_is_not_sent_does_not_void_the_one_that_was(mail, petra):
    ask_for(petra, 'petra.new@mail.test')
    ask_for(petra, 'petra.new@mail.test')
    path = link_to(mail, 'petra.new@mail.test')
    ask_for(petra, 'petra.new@mail.test')

    assert Browser().get(path).status == 200


def test_many_who_ask_at_the_same_moment_cause_two_mails(shell):
    @database.retried
    def ask():
        with database.transaction() as tx:
            return outbox.may_mail_link(tx, 'victim@mail.test')
    results = together([ask] * 12)

    assert sorted(results) == [False] * 10 + [True] * 2


def test_what_was_mailed_to_whom_is_forgotten_after_an_hour(shell):
    register()
    worker.tidy()
    assert shell('SELECT COUNT(*) FROM links_mailed') == [(1,)]
    later(hours=1)
    worker.tidy()
    assert shell('SELECT COUNT(*) FROM links_mailed') == [(0,)]
    later(days=8)
    worker.tidy()
    assert shell('SELECT COUNT(*) FROM address_links') == [(0,)]


# What is kept

def test_the_copy_of_all_data_has_the_links(mail, petra):
    ask_for(petra, 'petra.new@mail.test')
    text = petra.get('/profile/data').body.decode()

    assert '"links_about_addresses"' in text and 'petra.new@mail.test' in text and '"email_proven_at"' in text


def test_forgetting_an_account_forgets_its_links(ada, shell):
    link(6, 'change', 'petra.new@mail.test')
    link(2, 'change', 'weber.new@clinic.test')
    shell("INSERT INTO appointments (patient_id, staff_id, room_id, service_id, starts_at, ends_at, status, "
          "created_utc) VALUES (3, 1, 1, 1, '2026-05-28 10:00', '2026-05-28 10:30', 'completed', '2026-05-01')")
    for number in (6, 2):
        ada.get(f'/admin/users/{number}/delete')
        ada.submit(f'/admin/users/{number}/delete')

    assert shell('SELECT COUNT(*) FROM address_links') == [(0,)]
    assert shell('SELECT email, proven_email FROM users WHERE user_id = 2') == [('account-2@removed.invalid', None)]
    with pytest.raises(Refused):
        addresses.mark_known(ADA, 2)
    with pytest.raises(NotFound):
        addresses.mark_known(ADA, 999)


# What a second account with somebody's address must not reach

def test_closing_an_account_does_not_forget_the_guesses_at_another_with_its_address(shell):
    browser = register('petra@mail.test')
    for _ in range(3):
        try_to_sign_in('petra@mail.test', 'wrong')
    browser.get('/profile/close')
    browser.submit('/profile/close', current_password=NEW_PASSWORD)

    assert shell('SELECT COUNT(*) FROM users WHERE user_id > 9') == [(0,)]
    assert shell("SELECT COUNT(*) FROM sign_in_attempts WHERE email = 'petra@mail.test' AND NOT succeeded") == [(3,)]


def test_the_copy_of_all_data_of_an_unproven_account_tells_nothing_of_its_addresss_owner(shell):
    signed_in('petra@mail.test', address='203.0.113.7')
    browser = register('petra@mail.test')

    assert '203.0.113.7' not in browser.get('/profile/data').body.decode()


@pytest.mark.parametrize('asks_signed_in', [True, False])
def test_the_copy_of_all_data_does_not_tell_whether_an_address_has_an_account(mail, asks_signed_in):
    copies = []
    for email in ('petra@mail.test', 'nobody@mail.test'):
        if not asks_signed_in:
            for _ in range(2):
                recovery.ask(STRANGER, email)
        browser = register(email)
        if asks_signed_in:
            browser.get('/forgot-password')
            browser.submit('/forgot-password', email=email)
        copy = json.loads(browser.get('/profile/data').body)
        copies.append(([row['kind'] for row in copy['mail']], len(copy['links_about_addresses']),
                       [(act['action'], act['subject_id'] == copy['acts'][-1]['subject_id']) for act in copy['acts']]))

    assert copies[0] == copies[1]


def test_a_stranger_does_not_keep_the_owner_of_an_address_out_with_a_code_from_an_app(mail, shell):
    register()
    with_factor(newest(shell).user_id)
    recovery.ask(STRANGER, 'nia@mail.test')
    send()
    texts = ' '.join(part(message, 'plain') for message in mail.messages())
    path = re.search('/reset-password/[A-Za-z0-9_-]{43}', texts)[0]
    browser = Browser()
    browser.get(path)
    browser.submit(path, password='a quiet green pond')

    assert 'Sign out' in try_to_sign_in('nia@mail.test', 'a quiet green pond', browser=browser).text
    assert shell("SELECT COUNT(*) FROM audit_log WHERE action = 'second factor removed'") == [(1,)]


def test_a_link_that_sets_a_password_leaves_the_code_of_a_proven_address(mail, petra, shell):
    with_factor(6)
    with database.transaction() as tx:
        token = one_time_links.make(tx, 6, 'reset')
    one_time_links.use(STRANGER, token, 'a quiet green pond')

    assert shell('SELECT COUNT(*) FROM second_factors') == [(1,)]
