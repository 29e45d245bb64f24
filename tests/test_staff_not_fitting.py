"""Visits that no longer fit somebody's hours: given to a colleague at once, or cancelled, those that are ticked."""

import dataclasses
import re

import pytest

from app import config
from tests.support import visits
from tests.support.people import ADA

GIVE, CANCEL = '/staff/hours/visits/give', '/staff/hours/visits/cancel'


@pytest.fixture
def ill(cast, shell, at):
    """Dr. Weber is ill tomorrow, with three visits; Dr. Okafor is taken at 11:00. The three appointment_ids."""
    def book(patient_id, staff_id, time, days=1):
        return visits.book(ADA, at(time, days), patient_id=patient_id, staff_id=staff_id)
    ids = book(1, 1, '10:00'), book(3, 1, '11:00'), book(5, 1, '14:00')
    book(4, 2, '11:00')
    book(1, 1, '10:00', 2)
    shell("INSERT INTO time_off (staff_id, starts_at, ends_at) VALUES (1, '2026-06-02', '2026-06-03')")
    return ids


def stands(shell):
    return dict(shell('SELECT appointment_id, CONCAT(staff_id, status) FROM appointments'))


def test_the_desk_hands_a_day_over_in_one_step(browser, ill, shell):
    config.use(dataclasses.replace(config.current(), smtp_host='mail.test'))
    dora = browser('dora')
    page = dora.get('/staff/hours?staff_id=1')
    assert 'href="/staff/hours/visits?staff_id=1"' in page.text

    page = dora.get('/staff/hours/visits?staff_id=1&to_staff_id=2')
    assert 'Dr. Ben Okafor can take 2 of 3' in page.text and 'has another visit then' in page.text
    page = dora.submit(GIVE)

    assert page.path == '/staff/hours/visits' and 'The visits are reassigned.' in page.text
    assert [stands(shell)[number] for number in ill] == ['2booked', '1booked', '2booked']
    assert shell("SELECT COUNT(*) FROM notifications WHERE kind = 'moved' AND audience = 'patient'") == [(1,)]
    assert shell("SELECT user_id FROM audit_log WHERE action = 'visits handed over'") == [(5,)]


def test_only_what_is_ticked_goes_over(browser, ill, shell):
    dora = browser('dora')
    dora.get('/staff/hours/visits?staff_id=1&to_staff_id=2')
    fields = dict(dora.page.forms[-2][1])
    del fields[f'visit_{ill[0]}']
    dora.post(GIVE, fields)

    assert [stands(shell)[number] for number in ill] == ['1booked', '1booked', '2booked']


def test_what_does_not_fit_stays_and_is_said(browser, ill, shell):
    dora = browser('dora')
    dora.get('/staff/hours/visits?staff_id=1&to_staff_id=2')
    page = dora.submit(GIVE, **{f'visit_{ill[1]}': '0'})

    assert 'The visits below did not fit' in page.text and stands(shell)[ill[1]] == '1booked'


def test_where_nothing_fits_nothing_can_be_given(browser, ill):
    page = browser('dora').get('/staff/hours/visits?staff_id=1&to_staff_id=3')

    assert 'Nurse Lind can take 0 of 3' in page.text and 'Choose another colleague' in page.text
    assert 'Give the ticked' not in page.text


def test_on_a_closed_day_nothing_is_given(browser, ill, shell):
    shell("INSERT INTO closures (day, reason) VALUES ('2026-06-02', 'Water')")
    page = browser('dora').get('/staff/hours/visits?staff_id=1&to_staff_id=2')

    assert 'Dr. Ben Okafor can take 0 of 3' in page.text
    assert page.text.count('Dr. Ben Okafor cannot take it: the clinic is closed then') == 3


def test_a_visit_changed_meanwhile_is_not_given(browser, ill, shell):
    dora = browser('dora')
    dora.get('/staff/hours/visits?staff_id=1&to_staff_id=2')
    shell('UPDATE appointments SET version = version + 1 WHERE appointment_id = %s', ill[0])
    page = dora.submit(GIVE)

    assert 'did not fit' in page.text and stands(shell)[ill[0]] == '1booked'


def test_the_ticked_visits_are_cancelled_with_their_reason(browser, ill, shell):
    dora = browser('dora')
    dora.get('/staff/hours/visits?staff_id=1')
    dora.submit(CANCEL, **{f'visit_{number}': '0' for number in ill})
    page = dora.submit(CANCEL, cancel_reason='Dr. Weber is ill')

    assert page.path == '/staff/hours/visits' and 'The ticked visits are cancelled.' in page.text
    assert [stands(shell)[number] for number in ill] == ['1cancelled'] * 3
    assert shell('SELECT DISTINCT cancel_reason FROM appointments WHERE status = %s', 'cancelled') == [
        ('Dr. Weber is ill',)]


@pytest.mark.parametrize(('host', 'to_call'), [('mail.test', ['Olga']), (None, ['Petra', 'Paul', 'Olga'])])
def test_before_and_after_cancelling_it_is_said_who_must_be_called(browser, ill, shell, host, to_call):
    config.use(dataclasses.replace(config.current(), smtp_host=host))
    dora = browser('dora')
    page = dora.get('/staff/hours/visits?staff_id=1')
    assert len(re.findall('badge [^>]*>No e-mail: please call', page.text)) == len(to_call)

    page = dora.submit(CANCEL, **{f'visit_{number}': '0' for number in ill})
    assert page.status == 200 and 'Cancel 3 visits?' in page.text and stands(shell)[ill[0]] == '1booked'
    assert page.text.count('>Call</span>') == len(to_call)
    assert ('This clinic sends no e-mail. Please call all 3 patients.' in page.text) == (host is None)
    assert ('2 patients get an e-mail. Please call 1.' in page.text) == (host is not None)
    assert ('name="tell_patients"' in page.text) == (host is not None)
    page = dora.submit(CANCEL, cancel_reason='x' * 501, follow=False)
    assert page.status == 422 and 'Cancel 3 visits?' in page.text and stands(shell)[ill[0]] == '1booked'
    page = dora.submit(CANCEL, cancel_reason='Ill')

    listed = page.text.partition('id="to-call"')[2].partition('</section>')[0]
    assert re.findall('<bdi>([A-Za-z]+)', listed) == to_call and '+49 30 555 03' in listed
    assert 'was Tue 2 Jun 2026, 14:00, Consultation with Dr. Anna Weber' in listed
    assert 'href="/staff/book?patient_id=5&amp;service_id=1"' in listed
    assert shell("SELECT COUNT(*) FROM notifications WHERE kind = 'cancelled'") == [(3 - len(to_call),)]
    assert 'to-call' not in browser('weber').get('/staff/hours/visits?staff_id=1&since=2026-06-01T06:00').text


def test_nobody_calls_a_patient_who_was_forgotten(browser, ill, shell):
    dora = browser('dora')
    dora.get('/staff/hours/visits?staff_id=1')
    dora.submit(CANCEL, **{f'visit_{number}': '0' for number in ill})
    page = dora.submit(CANCEL, cancel_reason='Ill')
    assert 'patient_id=5' in page.text
    shell("UPDATE patients SET full_name = 'Forgotten patient', forgotten_utc = '2026-06-01' WHERE patient_id = 5")

    page = dora.get('/staff/hours/visits?staff_id=1&since=2026-06-01T00:00')
    assert 'patient_id=5' not in page.text and 'Forgotten' not in page.text


def test_visits_that_fit_are_not_cancelled_from_here(browser, ill, shell):
    fitting, = shell("SELECT appointment_id FROM appointments WHERE staff_id = 1 AND day = '2026-06-03'")[0]
    dora = browser('dora')
    dora.get('/staff/hours/visits?staff_id=1')
    page = dora.submit(CANCEL, **{f'visit_{fitting}': '0'})

    assert page.status == 409 and stands(shell)[fitting] == '1booked'
    assert '0 visits cancelled, 1 not.' in page.text
    assert f'Visit {fitting}</a>: This visit was changed and is no longer in the list.' in page.text


@pytest.mark.parametrize(('action', 'fields', 'field'), [
    (GIVE, {'to_staff_id': '2'}, 'visits'),
    (GIVE, {'to_staff_id': ''}, 'to_staff_id'),
    (GIVE, {'to_staff_id': '1'}, 'to_staff_id'),
    (CANCEL, {}, 'visits'),
])
def test_nothing_is_done_without_a_tick_or_a_colleague(browser, ill, shell, action, fields, field):
    dora = browser('dora')
    dora.get('/staff/hours/visits?staff_id=1')
    page = dora.post(action, {'staff_id': '1', **fields})

    assert page.status == 422 and f'id="{field}-error"' in page.text
    assert [stands(shell)[number] for number in ill] == ['1booked'] * 3


def test_a_doctor_decides_on_their_own_visits_only(browser, ill):
    assert browser('weber').get('/staff/hours/visits?staff_id=1').status == 200
    assert browser('okafor').get('/staff/hours/visits?staff_id=1').status == 404
    assert browser('weber').get('/staff/hours/visits').text.count('href="/appointments/') >= 3
    assert browser('dora').get('/staff/hours/visits').status == 404


def test_when_nothing_is_left_the_page_says_so(browser, cast):
    page = browser('dora').get('/staff/hours/visits?staff_id=1')

    assert 'All upcoming visits fit' in page.text
