"""Links in mail: one purpose each, for a while, showing on GET and acting only on POST."""

from datetime import timedelta
from urllib.parse import urlsplit

import pytest

from app import clock, database
from app.mail import links
from app.visits import scheduling
from app.visits.wanted import Wanted
from tests.support.accounts import signed_in
from tests.support.browser import Browser
from tests.support.people import DORA, PETRA
from tests.support.visits import book


@pytest.fixture
def visit(cast, at, shell):
    """Petra's visit on Wednesday 10:00 as links see it; visit(patient_id=…) for somebody else's."""
    def visit(patient_id=1):
        by = PETRA if patient_id == 1 else DORA
        number = book(by, at('10:00', 2), patient_id=patient_id)
        return database.one('appointments/find_for_mail', appointment_id=number)
    return visit


def path(purpose, visit):
    return urlsplit(links.make(purpose, visit)).path


def status(shell):
    return shell('SELECT status, version, starts_at FROM appointments')[0]


def test_opening_every_link_in_a_mail_changes_nothing(visit, shell, at):
    one = visit()
    for purpose in links.PURPOSES:
        for method in ('GET', 'HEAD'):
            page = Browser().send(method, path(purpose, one))
            assert page.status == 200
            assert page.headers['referrer-policy'] == 'no-referrer' and 'noindex' in page.headers['x-robots-tag']

    assert status(shell) == ('booked', 0, at('10:00', 2))
    assert shell('SELECT COUNT(*) FROM appointment_history') == [(1,)]


def test_cancelling_by_link_is_a_form_of_its_own(visit, shell):
    browser, address = Browser(), path('cancel', visit())
    browser.get(address)
    page = browser.submit(address, reason='Feeling better')

    assert page.status == 200 and 'The visit is cancelled' in page.text and 'Cancelled' in page.text
    assert shell('SELECT status, cancel_reason FROM appointments') == [('cancelled', 'Feeling better')]
    assert shell('SELECT user_id FROM appointment_history ORDER BY history_id DESC LIMIT 1') == [(6,)]


def test_a_visit_moved_meanwhile_is_not_cancelled_by_an_old_page(visit, shell, at):
    browser, one = Browser(), visit()
    address = path('cancel', one)
    browser.get(address)
    scheduling.move(DORA, one['appointment_id'], Wanted(starts_at=at('11:00', 3)))
    page = browser.submit(address, reason='Wednesday does not suit me')

    assert page.status == 409 and 'has been changed' in page.text and 'Thursday 4 June' in page.text
    assert status(shell) == ('booked', 1, at('11:00', 3))


def test_moving_by_link_offers_free_times_and_takes_one(visit, shell, at):
    browser, address = Browser(), path('move', visit())
    page = browser.get(address)
    assert 'value="2026-06-03T11:00"' in page.text and 'value="2026-06-03T10:00"' not in page.text
    page = browser.submit(address, starts_at='2026-06-04T11:00')

    assert page.status == 200 and 'The visit is moved' in page.text and '11:00' in page.text
    assert status(shell) == ('booked', 1, at('11:00', 3))


def test_a_form_without_its_token_does_nothing(visit, shell):
    one = visit()
    for purpose in ('cancel', 'move'):
        assert Browser().post(path(purpose, one), {'starts_at': '2026-06-04T11:00', 'version': '0'}).status == 403

    assert status(shell)[:2] == ('booked', 0)


@pytest.mark.parametrize('purpose', links.PURPOSES)
@pytest.mark.parametrize('other', links.PURPOSES)
def test_a_signature_is_good_for_one_purpose(visit, purpose, other):
    address = path(purpose, visit()).replace(f'/mail/{purpose}/', f'/mail/{other}/')

    assert Browser().get(address).status == (200 if purpose == other else 404)


def test_a_signature_is_good_for_one_visit_one_end_one_address(visit, shell, at):
    one = visit()
    _, _, purpose, number, minute, signature = path('cancel', one).split('/')
    changed = signature[:5] + ('A' if signature[5] != 'A' else 'B') + signature[6:]
    assert purpose == 'cancel'
    for wrong in ((int(number) + 1, minute, signature), (number, int(minute) + 1, signature),
                  (number, minute, changed)):
        assert Browser().get('/mail/cancel/{}/{}/{}'.format(*wrong)).status == 404

    shell("UPDATE users SET email = 'new@mail.test' WHERE user_id = 6")
    assert Browser().get(path('cancel', one)).status == 404


def test_links_end_with_the_visit(visit, at):
    one = visit()
    addresses = {purpose: path(purpose, one) for purpose in links.PURPOSES}
    clock.freeze(clock.to_utc(at('10:00', 2)))
    assert {purpose: Browser().get(address).status for purpose, address in addresses.items()} == \
        {'see': 200, 'move': 404, 'cancel': 404}
    clock.freeze(clock.to_utc(at('10:30', 2)) + links.SEEN_FOR + timedelta(seconds=1))
    page = Browser().get(addresses['see'])

    assert page.status == 404 and 'no longer works' in page.text


@pytest.mark.parametrize('patient_id', [1, 5])
def test_the_deadline_holds_for_links_too(visit, shell, at, patient_id):
    if patient_id == 5:
        shell("UPDATE patients SET email = 'olga@mail.test' WHERE patient_id = 5")
    browser, one = Browser(), visit(patient_id)
    forms = {purpose: path(purpose, one) for purpose in ('cancel', 'move')}
    for purpose, address in forms.items():
        assert 'Cancel the visit' in browser.get(address).text or purpose == 'move'
    clock.freeze(clock.to_utc(at('10:01', 1)))

    assert browser.post(forms['cancel'], {'reason': ''}).status == 422
    browser.get(forms['cancel'])
    assert browser.post(forms['move'], {'starts_at': '2026-06-05T11:00', 'version': '0'}).status == 422
    assert 'too late' in browser.page.text
    assert status(shell) == ('booked', 0, at('10:00', 2))


@pytest.mark.parametrize('patient_id', [1, 5])
def test_a_link_changes_no_visit_that_has_begun(visit, shell, at, patient_id):
    shell("UPDATE patients SET email = 'olga@mail.test' WHERE patient_id = 5")
    shell('UPDATE settings SET cancel_deadline_minutes = 0')
    browser, one = Browser(), visit(patient_id)
    forms = {purpose: path(purpose, one) for purpose in ('cancel', 'move')}
    scheduling.move(DORA, one['appointment_id'], Wanted(starts_at=at('10:00', 1)))     # the links end a day later
    browser.get(forms['cancel'])
    clock.freeze(clock.to_utc(at('10:05', 1)))

    assert browser.post(forms['cancel'], {'reason': ''}).status == 422
    browser.get('/')
    assert browser.post(forms['move'], {'starts_at': '2026-06-05T11:00', 'version': '1'}).status == 422
    assert status(shell) == ('booked', 1, at('10:00', 1))


def test_a_patient_without_an_account_changes_the_visit_by_link(visit, shell, at, browser):
    shell("UPDATE patients SET email = 'olga@mail.test' WHERE patient_id = 5")
    patient, one = Browser(), visit(5)
    patient.get(path('move', one))
    patient.submit(path('move', one), starts_at='2026-06-04T11:00')
    assert status(shell) == ('booked', 1, at('11:00', 3))
    patient.get(path('cancel', one))
    patient.submit(path('cancel', one))

    assert status(shell)[0] == 'cancelled'
    assert shell('SELECT DISTINCT user_id FROM appointment_history WHERE action <> "booked"') == [(None,)]
    for page in (browser('dora').get(f'/appointments/{one["appointment_id"]}'), browser('ada').get('/admin/audit')):
        assert 'the program' not in page.text and page.text.lower().count('with the link in the e-mail') == 2
        assert 'the patient' in page.text


def test_who_has_an_account_is_named_with_the_link(visit, browser):
    patient, one = Browser(), visit()
    patient.get(path('cancel', one))
    patient.submit(path('cancel', one))

    page = browser('dora').get(f'/appointments/{one["appointment_id"]}')
    assert 'by Petra Patient, with the link in the e-mail' in page.text


def test_a_taken_time_is_refused_with_the_page_again(visit, shell):
    one = visit()
    book(DORA, clock.now().replace(day=4, hour=11), patient_id=3)
    browser = Browser()
    browser.get(path('move', one))
    page = browser.submit(path('move', one), starts_at='2026-06-04T11:00')

    assert page.status == 409 and 'taken' in page.text
    assert browser.submit(path('move', one), starts_at='').status == 422
    assert status(shell)[1] == 0


@pytest.mark.parametrize('state', ['booked', 'arrived', 'completed', 'no_show', 'cancelled'])
def test_no_link_of_a_closed_account_opens_or_acts(visit, shell, at, state):
    one = visit()
    browser, pages = Browser(), {purpose: path(purpose, one) for purpose in links.PURPOSES}
    browser.get(pages['cancel'])
    wanted = {'csrf_token': browser.page.forms[0][1]['csrf_token'], 'version': '0', 'starts_at': '2026-06-04T11:00'}
    shell('UPDATE appointments SET status = %s', state)
    shell('UPDATE users SET is_active = FALSE WHERE user_id = 6')
    answers = [browser.get(address) for address in pages.values()]
    answers += [browser.post(pages[purpose], wanted) for purpose in ('cancel', 'move')]

    assert {page.status for page in answers} == {404}
    assert all('the account is closed' in page.text for page in answers)
    assert status(shell) == (state, 0, at('10:00', 2))


def test_a_link_of_a_patient_without_an_account_still_acts(visit, shell):
    shell("UPDATE patients SET email = 'pia@mail.test' WHERE patient_id = 5")
    one = visit(patient_id=5)

    assert Browser().get(path('cancel', one)).status == 200


def test_weeks_begin_today_on_every_page_that_offers_times(visit):
    one, first = visit(), 'Mon 1 Jun to Sun 7 Jun'
    clock.freeze(clock.now_utc() + timedelta(days=1))           # Tuesday
    petra = signed_in('petra@mail.test')
    pages = [Browser().get(path('move', one)), petra.get(f'/appointments/{one["appointment_id"]}/reschedule'),
             petra.get('/book/1?service_id=1&view=week')]

    assert all('Tue 2 Jun to Mon 8 Jun' in page.text and first not in page.text for page in pages)
    assert not any('Previous week' in page.text for page in pages)


def test_a_link_opened_again_after_cancelling_shows_the_visit(visit):
    browser, address = Browser(), path('cancel', visit())
    browser.get(address)
    browser.submit(address)
    page = browser.get(address)

    assert page.status == 200 and 'Cancelled' in page.text and not [a for a, _ in page.forms if a == address]


def test_a_sealed_token_opens_only_with_its_own_key(cast):
    sealed = links.seal('A' * 43, 'account:1:password_reset:ab')

    assert links.unseal(sealed, 'account:1:password_reset:ab') == 'A' * 43
    assert links.unseal(sealed, 'account:2:password_reset:ab') is None
    assert links.seal('A' * 43, 'x') != links.seal('A' * 43, 'y') and len(sealed) < 80
