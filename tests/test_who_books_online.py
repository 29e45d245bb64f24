"""Who books what online: services and people that only the desk books, patients who call, and rules of one service."""

import datetime as dt
import json
from urllib.parse import urlsplit

import pytest

from app import clock, database
from app.errors import Refused
from app.mail import links
from app.visits import merging, scheduling
from app.visits.wanted import Wanted
from tests.support.browser import Browser
from tests.support.people import DORA, PETRA
from tests.support.visits import book

DESK_ONLY = ['UPDATE services SET is_online = FALSE WHERE service_id = 1',
             'UPDATE staff SET is_online = FALSE WHERE staff_id = 1']
CALL = 'Please call us to book'


@pytest.fixture
def phoned(shell):
    shell("UPDATE settings SET phone = '+49 30 555 0100'")


# ---- services and people

@pytest.mark.parametrize('change', DESK_ONLY)
def test_patients_neither_see_nor_book_what_only_the_desk_books(shell, petra, at, phoned, change):
    shell(change)
    day = at('10:00', 1).date()

    assert 'service_id=1' not in petra.get('/staff/1').text
    assert petra.get(f'/api/slots?staff_id=1&service_id=1&day={day}').status == 404
    assert '/confirm?' not in petra.get(f'/book/1?service_id=1&day={day}').text
    page = petra.post('/appointments', {'staff_id': 1, 'service_id': 1, 'patient_id': 1, 'starts_at': f'{day}T10:00'})
    assert page.status == 422 and f'{CALL}: +49 30 555 0100.' in page.text
    assert shell('SELECT COUNT(*) FROM appointments') == [(0,)]


@pytest.mark.parametrize(('change', 'services', 'staff'), [
    (DESK_ONLY[0], ['Blood test', 'Check-up'], {1: [2], 2: [2], 3: [3]}),
    (DESK_ONLY[1], ['Blood test', 'Check-up', 'Consultation'], {2: [1, 2], 3: [3]}),
])
def test_the_api_tells_what_is_booked_online(cast, shell, change, services, staff):
    shell(change)
    browser = Browser()

    assert [each['name'] for each in json.loads(browser.get('/api/services').body)['services']] == services
    found = json.loads(browser.get('/api/staff').body)['staff']
    assert {each['staff_id']: each['service_ids'] for each in found} == staff


@pytest.mark.parametrize('change', DESK_ONLY)
def test_the_desk_books_what_patients_cannot_and_reads_so(shell, browser, at, change):
    shell(change)
    asked = f'patient_id=1&staff_id=1&service_id=1&starts_at={at("10:00", 1):%Y-%m-%dT%H:%M}'
    dora = browser('dora')

    page = dora.get(f'/staff/book/confirm?{asked}')
    assert 'Patients cannot book this online: only the desk does.' in page.text and 'Book the visit' in page.text
    assert dora.submit('/staff/book').path.startswith('/appointments/')
    assert '10:30' in dora.get(f'/staff/book?patient_id=1&service_id=1&staff_id=1&day={at("10:00", 1).date()}').text


@pytest.mark.parametrize('change', DESK_ONLY)
def test_what_the_desk_booked_its_patient_moves_and_cancels(shell, petra, at, change):
    number = book(PETRA, at('10:00', 4))
    shell(change)

    page = petra.get(f'/appointments/{number}/reschedule?day={at("10:00", 4).date()}')
    assert 'value="2026-06-05T11:00"' in page.text
    scheduling.move(PETRA, number, Wanted(starts_at=at('11:00', 4)))
    scheduling.cancel(PETRA, number)
    assert shell('SELECT starts_at, status FROM appointments') == [(at('11:00', 4), 'cancelled')]


@pytest.mark.parametrize(('choice', 'stored'), [('on', (1, 1)), ('desk', (1, 0)), ('', (0, 1))])
def test_who_books_is_one_choice_of_three(ada, shell, choice, stored):
    ada.get('/admin/services/1')
    ada.submit('/admin/services/1', is_active=choice)
    ada.get('/admin/users/2')
    ada.submit('/admin/users/2/staff', is_bookable=choice)

    assert shell('SELECT is_active, is_online FROM services WHERE service_id = 1') == [stored]
    assert shell('SELECT is_bookable, is_online FROM staff WHERE staff_id = 1') == [stored]
    assert dict(ada.get('/admin/services/1').forms)['/admin/services/1']['is_active'] == choice
    assert dict(ada.get('/admin/users/2').forms)['/admin/users/2/staff']['is_bookable'] == choice


# ---- rules of one service

def test_a_service_has_its_own_notice_or_the_clinics(ada, shell, at):
    ada.get('/admin/services/1')
    page = ada.submit('/admin/services/1', notice='2', notice_unit='days', horizon_days='10', cancel_deadline='3',
                      cancel_deadline_unit='hours')

    assert 'The service is saved.' in page.text
    assert shell('SELECT notice_minutes, horizon_days, cancel_deadline_minutes FROM services ORDER BY service_id') == [
        (2880, 10, 180), (None, None, None), (None, None, None)]
    assert dict(page.forms)['/admin/services/1']['notice_unit'] == 'days'
    with pytest.raises(Refused, match='at least 48 hours ahead'):
        book(PETRA, at('10:00', 1))
    with pytest.raises(Refused, match='at most 10 days ahead'):
        book(PETRA, at('10:00', 11))
    book(PETRA, at('10:00', 11), service_id=2)


@pytest.mark.parametrize(('fields', 'field'), [
    ({'notice': '2000', 'notice_unit': 'hours'}, 'notice'), ({'notice': '2'}, 'notice'),
    ({'notice': '3', 'notice_unit': 'days', 'horizon_days': '3'}, 'notice'), ({'horizon_days': '0'}, 'horizon_days'),
    ({'cancel_deadline': '91', 'cancel_deadline_unit': 'days'}, 'cancel_deadline'), ({'place': 'moon'}, 'place')])
def test_rules_that_will_not_do_are_refused_beside_their_field(ada, shell, fields, field):
    page = ada.post('/admin/services/1', {'name': 'Consultation', 'minutes': '30', 'is_active': 'on', **fields})

    assert page.status == 422 and f'id="{field}-error"' in page.text
    assert shell('SELECT notice_minutes, horizon_days, place FROM services WHERE service_id = 1') == [
        (None, None, 'room')]


def test_a_services_deadline_holds_on_its_page_its_link_and_in_its_mail(shell, petra, at):
    number = book(PETRA, at('10:00', 3))
    shell('UPDATE services SET cancel_deadline_minutes = 10080 WHERE service_id = 1')
    visit = {'appointment_id': number, 'starts_at': at('10:00', 3), 'ends_at': at('10:30', 3),
             'patient_email': 'petra@mail.test'}

    assert "It's less than 168 hours away." in petra.get(f'/appointments/{number}').text
    behind = Browser().get(urlsplit(links.make('cancel', visit)).path)
    assert 'It is too late to change this visit online' in behind.text
    with pytest.raises(Refused) as refused:
        scheduling.cancel(PETRA, number)
    assert refused.value.rule == 'deadline'
    assert shell("SELECT status FROM appointments") == [('booked',)]


def test_the_soonest_time_keeps_each_services_own_notice_and_horizon(shell, petra, at):
    shell('UPDATE services SET notice_minutes = 4320 WHERE service_id = 1')
    shell('UPDATE services SET horizon_days = 366 WHERE service_id = 3')
    shell('DELETE FROM working_hours WHERE staff_id = 3')
    shell("INSERT INTO working_hours (staff_id, weekday, starts_minute, ends_minute, valid_from) "
          "VALUES (3, 0, 540, 600, '2026-12-01')")

    page = petra.get('/book').text
    assert 'Thu 4 Jun' in page and '2 Jun' not in page
    assert 'Mon 7 Dec' in page
    assert 'day=2026-12-07' in petra.get('/book/3?service_id=3&day=2026-11-30').text


# ---- patients who call

def test_a_patient_who_must_call_reads_kind_words_and_books_nothing(shell, petra, at, phoned):
    shell('UPDATE patients SET is_online = FALSE WHERE patient_id = 1')
    form = {'staff_id': 1, 'service_id': 1, 'patient_id': 1, 'starts_at': f'{at("10:00", 1):%Y-%m-%dT%H:%M}'}

    for path in ('/book', '/book/1', '/book/1?service_id=1'):
        page = petra.get(path).text
        assert CALL in page and 'We will gladly find a time for you.' in page, path
    page = petra.get(f'/book/1/confirm?service_id=1&starts_at={form["starts_at"]}')
    assert page.status == 200 and CALL in page.text and 'alert-danger' not in page.text
    assert CALL not in petra.get('/book/1?service_id=1&patient_id=2').text       # her child's record is not marked
    page = petra.post('/appointments', form)
    assert page.status == 422 and f'{CALL}: +49 30 555 0100. We will gladly find a time for you.' in page.text
    assert petra.post('/appointments', {**form, 'patient_id': 2}).path.startswith('/appointments/')


def test_a_patient_who_must_call_moves_and_cancels_what_was_booked(shell, at):
    number = book(PETRA, at('10:00', 4))
    shell('UPDATE patients SET is_online = FALSE WHERE patient_id = 1')
    scheduling.move(PETRA, number, Wanted(starts_at=at('11:00', 4)))
    scheduling.cancel(PETRA, number)

    assert shell('SELECT starts_at, status FROM appointments') == [(at('11:00', 4), 'cancelled')]


def test_the_desk_stops_and_allows_online_booking_and_it_is_written_down(browser, shell, noted):
    dora = browser('dora')
    dora.get('/staff/patients/1')
    page = dora.submit('/staff/patients/1/online')

    assert 'must call: no online booking' in page.text and 'Allow online booking' in page.text
    assert shell('SELECT is_online FROM patients WHERE patient_id = 1') == [(0,)]
    assert 'Stop online booking' in dora.submit('/staff/patients/1/online').text
    assert noted('patients') == [('online booking stopped', 1, ''), ('online booking allowed', 1, '')]


def test_only_the_desk_and_admins_stop_online_booking(browser, shell, at):
    book(DORA, at('10:00', 1))

    assert browser('weber').post('/staff/patients/1/online', {}).status == 404
    assert 'Stop online booking' not in browser('weber').get('/staff/patients/1').text
    assert shell('SELECT is_online FROM patients WHERE patient_id = 1') == [(1,)]


@pytest.mark.parametrize('marked', [1, 5])
def test_who_must_call_must_still_call_when_two_records_become_one(cast, shell, marked):
    shell('UPDATE patients SET is_online = FALSE WHERE patient_id = %s', marked)
    with database.transaction() as tx:
        merging.merge(tx, DORA, 1, 5, {'full_name': 'Petra Patient', 'birth_date': None, 'phone': None, 'email': None,
                                       'reference': None})

    assert shell('SELECT is_online FROM patients WHERE patient_id = 1') == [(0,)]


def test_the_desk_books_for_a_patient_who_must_call_and_reads_so(browser, shell, at):
    shell('UPDATE patients SET is_online = FALSE WHERE patient_id = 1')
    asked = f'patient_id=1&staff_id=1&service_id=1&starts_at={at("10:00", 1):%Y-%m-%dT%H:%M}'
    dora = browser('dora')

    assert 'This patient has no online booking: they call.' in dora.get(f'/staff/book/confirm?{asked}').text
    assert dora.submit('/staff/book').path.startswith('/appointments/')


@pytest.mark.parametrize(('missed', 'words'), [(0, None), (1, ('1 missed visit<', '>1 visit in the last 12 months')),
                                              (2, ('2 missed visits<', '>2 visits in the last 12 months'))])
def test_missed_visits_of_the_last_12_months_are_told_where_one_books(browser, shell, at, missed, words):
    for number in range(3):
        day = clock.today() - dt.timedelta(days=(30, 200, 400)[number])
        status = 'no_show' if number < missed or number == 2 else 'completed'
        shell('INSERT INTO appointments (patient_id, staff_id, room_id, service_id, starts_at, ends_at, status,'
              " created_utc) VALUES (1, 1, 1, 1, %s, %s, %s, '2025-01-01')", dt.datetime.combine(day, dt.time(10)),
              dt.datetime.combine(day, dt.time(10, 30)), status)
    dora = browser('dora')

    asked = f'patient_id=1&staff_id=1&service_id=1&starts_at={at("10:00", 1):%Y-%m-%dT%H:%M}'
    for number, path in enumerate(('/staff/book?patient_id=1', f'/staff/book/confirm?{asked}', '/staff/patients/1')):
        page = dora.get(path).text
        assert words[number == 2] in page if words else 'in the last 12 months' not in page, path


# ---- who treats may be the desk too

def test_who_treats_and_is_the_desk_sees_everybodys_visits_and_is_booked(browser, shell, at):
    shell('UPDATE staff SET is_desk = TRUE WHERE staff_id = 1')
    book(DORA, at('10:00', 1), staff_id=2)
    weber = browser('weber')

    page = weber.get(f'/staff?day={at("10:00", 1).date()}').text
    assert 'Petra Patient' in page and 'Dr. Ben Okafor' in page
    assert weber.get('/staff/patients/5').status == 200
    book(PETRA, at('11:00', 1), service_id=1)
    assert shell('SELECT staff_id FROM appointments ORDER BY starts_at') == [(2,), (1,)]
