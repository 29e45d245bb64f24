"""The pages of one visit: who may see it, cancelling, moving, reassigning, its status, its history."""

import contextlib
import dataclasses
import re

import pytest
from icalendar import Calendar

from app import clock, config, database
from app.clinic import closures
from app.errors import Refused
from app.visits import scheduling
from app.visits.wanted import Wanted
from tests.support.accounts import signed_in
from tests.support.moments import clock_at, during, kinds, together
from tests.support.people import ADA, DORA, MALLORY, OKAFOR, PAUL, PETRA, WEBER
from tests.support.statements import statements
from tests.support.visits import book

KNOWING = {'overruled': ['notice', 'off_grid', 'break', 'outside_hours'], 'why': 'Test'}


@pytest.fixture
def booked(cast, at):
    """booked(starts_at, …) → a visit's number: Petra with Dr. Weber on Wednesday 10:00, if nothing else is said."""
    def booked(starts_at=None, **changes):
        return book(DORA, starts_at or at('10:00', 2), **{**KNOWING, **changes})
    return booked


@pytest.fixture
def row(shell):
    """row(number) → (starts_at, staff_id, room_id, status, version) as the table has it."""
    def read(number):
        return shell('SELECT starts_at, staff_id, room_id, status, version FROM appointments '
                     'WHERE appointment_id = %s', number)[0]
    return read


def told(shell, kind):
    return shell('SELECT COUNT(*) FROM notifications WHERE kind = %s', kind)[0][0]


# Who may see it

@pytest.mark.parametrize(('email', 'status'), [
    (PETRA.email, 200), (WEBER.email, 200), (DORA.email, 200), (ADA.email, 200), (PAUL.email, 404),
    (MALLORY.email, 404), (OKAFOR.email, 404)])
@pytest.mark.parametrize('page', ['', '/cancel', '/reschedule', '/calendar.ics', '/reassign'])
def test_a_visit_is_there_only_for_those_it_concerns(booked, email, status, page):
    number = booked()

    found = signed_in(email).get(f'/appointments/{number}{page}').status
    is_patient = email.endswith('@mail.test')
    assert found == (403 if is_patient and page == '/reassign' else status)


@pytest.mark.parametrize(('page', 'fields'), [
    ('cancel', {}), ('reschedule', {'starts_at': '2026-06-04T09:00', 'version': '0'}),
    ('reassign', {'staff_id': '2', 'room_id': '0', 'version': '0'}),
    ('status', {'status': 'arrived', 'from_status': 'booked'})])
def test_nobody_else_changes_a_visit(booked, row, page, fields):
    number = booked()
    before = row(number)

    for email in (PAUL.email, MALLORY.email, OKAFOR.email):
        browser = signed_in(email)
        browser.get('/profile')
        assert browser.post(f'/appointments/{number}/{page}', fields).status in (403, 404)
    assert row(number) == before


def test_a_missing_visit_is_not_found(cast):
    for email in (PETRA.email, WEBER.email, ADA.email):
        assert signed_in(email).get('/appointments/999999').status == 404


# What a patient sees

def test_a_patient_sees_who_where_when_and_how_to_prepare(booked, at):
    number = booked(service_id=2, patient_id=2, reason='Ears & <nose>')

    text = signed_in(PETRA.email).get(f'/appointments/{number}').text
    for words in ('Dr. Anna Weber', 'Room 1', 'Wednesday 3 June 2026', '10:00 to 11:00',
                  'list of medicines', 'Pia Patient', 'your child', 'Ears &amp; &lt;nose&gt;', 'Check-up',
                  f'/appointments/{number}/calendar.ics'):
        assert words in text
    assert 'What was done' not in text and 'All visits of' not in text


def test_the_clinic_sees_the_patient_and_the_history_besides(booked, at):
    number = booked()
    with clock_at(at('09:55', 2)):
        scheduling.set_status(DORA, number, 'arrived')
        scheduling.set_status(DORA, number, 'booked')

    text = signed_in(WEBER.email).get(f'/appointments/{number}').text
    for words in ('46 years', '+49 30 555 01', 'tel:+493055501', '/staff/patients/1', 'Dora Desk',
                  '<strong>Undo check-in</strong>', '<strong>Check in</strong>'):
        assert words in ' '.join(text.split()).replace('<strong> ', '<strong>').replace(' </strong>', '</strong>')


def test_the_calendar_file_is_the_visit(booked):
    number = booked()

    page = signed_in(PETRA.email).get(f'/appointments/{number}/calendar.ics')
    (event,) = Calendar.from_ical(page.body).walk('VEVENT')
    assert page.headers['content-type'] == 'text/calendar; charset=UTF-8'
    assert page.headers['content-disposition'] == 'attachment; filename="visit.ics"'
    assert event['SUMMARY'] == 'Visit at Test Clinic'
    assert 'Consultation' not in page.text


@pytest.mark.parametrize('statement', ['appointments/find', 'appointments/find_for_change'])
@pytest.mark.parametrize(('user_id', 'role', 'may'), [
    (6, 'patient', True), (8, 'patient', False), (2, 'staff', True), (3, 'staff', False), (5, 'staff', True),
    (None, 'patient', False), (1, 'admin', True)])
def test_each_statement_alone_knows_whose_visit_it_is(booked, statement, user_id, role, may):
    number = booked()

    assert bool(database.one(statement, appointment_id=number, user_id=user_id, role=role)) == may


# Cancelling

def test_a_patient_cancels_with_a_reason(booked, row, shell):
    number, browser = booked(), signed_in(PETRA.email)
    browser.get(f'/appointments/{number}/cancel')

    page = browser.submit(f'/appointments/{number}/cancel', reason='Better again')
    assert page.status == 200 and 'The visit is cancelled.' in page.text and 'Better again' in page.text
    assert row(number)[3] == 'cancelled'
    assert told(shell, 'cancelled') == 1


def test_an_old_page_does_not_cancel_a_visit_that_was_moved_meanwhile(booked, row, at):
    number, browser = booked(), signed_in(PETRA.email)
    browser.get(f'/appointments/{number}/cancel')
    scheduling.move(DORA, number, Wanted(starts_at=at('11:00', 3)))

    page = browser.submit(f'/appointments/{number}/cancel', reason='Wednesday does not suit me')
    assert page.status == 409 and 'has been changed' in page.text
    assert row(number)[::3] == (at('11:00', 3), 'booked')


def test_cancelling_twice_is_cancelling_once(booked, shell):
    number, browser = booked(), signed_in(PETRA.email)
    browser.get(f'/appointments/{number}/cancel')
    browser.post(f'/appointments/{number}/cancel', {'reason': ''})
    browser.get('/profile')

    assert browser.post(f'/appointments/{number}/cancel', {'reason': ''}).status == 200
    assert shell("SELECT COUNT(*) FROM appointment_history WHERE to_status = 'cancelled'") == [(1,)]


def test_until_when_a_visit_can_be_changed_is_said_as_a_day_and_a_time(booked):
    assert 'until Tue 2 Jun 2026, 10:00;' in signed_in(PETRA.email).get(f'/appointments/{booked()}').text


def test_where_mail_is_sent_the_page_says_so_right_after_booking(booked):
    page, petra = f'/appointments/{booked()}', signed_in(PETRA.email)
    assert 'unwanted mail' not in petra.get(f'{page}?done=booked').text
    config.use(dataclasses.replace(config.current(), smtp_host='mail.test'))

    booked = petra.get(f'{page}?done=booked').text
    assert 'We\'ve e-mailed <span class="text-break">petra@mail.test' in booked
    assert 'unwanted mail' not in petra.get(page).text


def test_after_the_deadline_the_page_says_whom_to_call(booked, row, at):
    number = booked(at('10:00', 1))
    clock.freeze(clock.to_utc(at('10:01')))
    browser = signed_in(PETRA.email)

    page = browser.get(f'/appointments/{number}')
    assert 'please call us' in page.text and 'tel:+49305550100' in page.text
    assert f'/appointments/{number}/cancel"' not in page.text
    assert 'less than 24 hours away' in page.text
    page = browser.post(f'/appointments/{number}/cancel', {})
    assert page.status == 422 and 'It is too late' in page.text and '+49 30 555 0100' in page.text
    assert row(number)[3] == 'booked'


def test_a_reason_too_long_comes_back_as_it_was_typed(booked):
    number, browser = booked(), signed_in(PETRA.email)
    browser.get(f'/appointments/{number}/cancel')

    page = browser.submit(f'/appointments/{number}/cancel', reason='x' * 501)
    assert page.status == 422 and 'x' * 501 in page.text and 'at most 500 characters' in page.text


def test_staff_say_whether_the_patient_is_told(booked, shell):
    config.use(dataclasses.replace(config.current(), smtp_host='mail.test'))
    first, second = booked(), booked(staff_id=2, patient_id=3)
    browser = signed_in(DORA.email)
    page = browser.get(f'/appointments/{first}/cancel')
    assert 'Send an e-mail to petra@mail.test' in page.text
    browser.submit(f'/appointments/{first}/cancel')
    assert told(shell, 'cancelled') == 1
    browser.get(f'/appointments/{second}/cancel')
    browser.post(f'/appointments/{second}/cancel', {'reason': 'Called'})

    assert told(shell, 'cancelled') == 1


def test_who_has_no_address_is_to_be_called(booked):
    number = booked(patient_id=5)

    text = signed_in(DORA.email).get(f'/appointments/{number}/cancel').text
    assert 'We have no e-mail address' in text and '+49 30 555 03' in text and 'Send an e-mail to' not in text
    assert 'Put Olga Onthephone on the list of patients to call' in text


@pytest.mark.parametrize('page', ['/appointments/{}/cancel', '/appointments/{}/reschedule', '/appointments/{}/reassign',
                                  '/staff/book/confirm?patient_id=3&service_id=1&staff_id=1&starts_at=2026-06-02T12:30',
                                  '/admin/users/2/reassign?staff_id=2'])
def test_where_no_mail_is_sent_nobody_is_asked_whether_to_send_it(booked, page):
    address, browser = page.format(booked()), signed_in(ADA.email)
    for host in (None, 'mail.test'):
        config.use(dataclasses.replace(config.current(), smtp_host=host))
        text = browser.get(address).text
        is_box_of_mail = 'type="checkbox" id="tell_patient' in text and 'on the list of patients to call' not in text
        assert is_box_of_mail == (host is not None)
        assert ('This clinic sends no e-mail' in text) == (host is None)


# Moving

def test_a_patient_moves_a_visit_to_a_free_time(booked, row, at, shell):
    number, browser = booked(), signed_in(PETRA.email)
    page = browser.get(f'/appointments/{number}/reschedule?day=2026-06-04')
    assert 'value="2026-06-04T09:30"' in page.text and 'name="other_at"' not in page.text

    page = browser.submit(f'/appointments/{number}/reschedule', starts_at='2026-06-04T09:30')
    assert page.status == 200 and 'The visit is moved.' in page.text
    assert row(number)[0] == at('09:30', 3)
    assert told(shell, 'moved') == 1


def test_the_present_time_is_named_and_not_offered(booked):
    number = booked()

    text = signed_in(PETRA.email).get(f'/appointments/{number}/reschedule').text
    assert re.search(r'10:00 <small>now</small>', text)
    assert 'value="2026-06-03T10:00"' not in text and 'value="2026-06-03T10:30"' in text


def test_a_time_taken_meanwhile_gives_the_list_again(booked, row, at):
    number, browser = booked(), signed_in(PETRA.email)
    browser.get(f'/appointments/{number}/reschedule?day=2026-06-04')
    booked(at('09:30', 3), patient_id=3)
    before = row(number)

    page = browser.submit(f'/appointments/{number}/reschedule', starts_at='2026-06-04T09:30')
    assert page.status == 409 and 'This time is already taken.' in page.text
    assert 'value="2026-06-04T10:00"' in page.text and 'value="2026-06-04T09:30"' not in page.text
    assert row(number) == before


def test_a_visit_moved_meanwhile_is_not_moved_by_an_old_form(booked, row, at):
    number, browser = booked(), signed_in(PETRA.email)
    browser.get(f'/appointments/{number}/reschedule')
    scheduling.move(DORA, number, Wanted(starts_at=at('14:00', 3)))

    page = browser.submit(f'/appointments/{number}/reschedule', starts_at='2026-06-04T09:30')
    assert page.status == 409 and 'has been changed' in page.text and '14:00' in page.text
    assert row(number)[0] == at('14:00', 3)


def test_the_same_move_sent_twice_moves_once(booked, row, shell):
    number, browser = booked(), signed_in(PETRA.email)
    browser.get(f'/appointments/{number}/reschedule')
    fields = {'starts_at': '2026-06-04T09:30', 'version': '0'}
    browser.post(f'/appointments/{number}/reschedule', fields, follow=False)
    browser.get(f'/appointments/{number}/reschedule')

    assert browser.post(f'/appointments/{number}/reschedule', fields).status == 200
    assert row(number)[4] == 1


@pytest.mark.parametrize('fields', [
    {}, {'starts_at': ''}, {'starts_at': 'tomorrow'}, {'starts_at': '9999-12-31T23:59'},
    {'starts_at': '0001-01-01T00:00'}, {'starts_at': '2026-06-04T09:30', 'version': 'x'},
    {'starts_at': '2026-06-04T09:31', 'version': '0'}, {'starts_at': '2026-06-04T12:30', 'version': '0'},
    {'starts_at': '2026-06-04T12:30', 'version': '0', 'overrule_break': 'yes', 'why': 'I want it'}])
def test_what_a_patient_cannot_have_is_refused_on_the_page(booked, row, fields):
    number, browser = booked(), signed_in(PETRA.email)
    browser.get(f'/appointments/{number}/reschedule')
    before = row(number)

    page = browser.post(f'/appointments/{number}/reschedule', fields)
    assert page.status == 422 and 'Move the visit' in page.text and 'alert-danger' in page.text
    assert row(number) == before


def test_a_week_without_times_leads_to_the_next_free_day(booked, shell):
    number = booked()
    shell("INSERT INTO time_off (staff_id, starts_at, ends_at) VALUES (1, '2026-06-08', '2026-06-15')")

    text = signed_in(PETRA.email).get(f'/appointments/{number}/reschedule?day=2026-06-09').text
    assert 'Next free day: Monday 15 June 2026' in text and '/reschedule?day=2026-06-15' in text


@pytest.mark.parametrize('day', ['x', '2026-13-01', '1999-01-01', '9999-12-31'])
def test_a_day_that_is_none_is_refused(booked, day):
    number = booked()

    page = signed_in(PETRA.email).get(f'/appointments/{number}/reschedule?day={day}')
    assert page.status == 422 and 'name="version"' in page.text


def test_staff_overrule_knowingly(booked, row, at, shell):
    number, browser = booked(), signed_in(WEBER.email)
    browser.get(f'/appointments/{number}/reschedule')
    page = browser.submit(f'/appointments/{number}/reschedule', other_at='2026-06-04T12:05')
    assert page.status == 422 and 'name="overrule_off_grid"' in page.text and 'value="2026-06-04T12:05"' in page.text
    assert row(number)[0] == at('10:00', 2)
    page = browser.submit(f'/appointments/{number}/reschedule', overrule_off_grid='yes', overrule_break='yes')
    assert page.status == 422 and 'Please give a reason' in page.text
    assert re.search(r'name="overrule_off_grid" value="yes"\s+checked', page.text)

    page = browser.submit(f'/appointments/{number}/reschedule', why='In pain')
    assert page.status == 200 and 'Overridden: off grid, break: In pain' in page.text
    assert row(number)[0] == at('12:05', 3)
    assert shell('SELECT COUNT(*) FROM claims WHERE appointment_id = %s', number) == [(6,)]


def test_staff_see_every_rule_at_once_and_must_tick_each(booked, row):
    number, browser = booked(), signed_in(DORA.email)
    browser.get(f'/appointments/{number}/reschedule')
    page = browser.submit(f'/appointments/{number}/reschedule', other_at='2026-09-05T20:00')

    assert 'name="overrule_outside_hours"' in page.text and 'name="overrule_horizon"' in page.text
    page = browser.submit(f'/appointments/{number}/reschedule', overrule_horizon='yes', why='Holidays')
    assert page.status == 422 and 'Please tick this warning' in page.text
    assert row(number)[4] == 0


def test_keys_are_never_overruled(booked, row, at):
    number = booked()
    booked(at('12:00', 2), patient_id=3)
    browser = signed_in(DORA.email)
    browser.get(f'/appointments/{number}/reschedule')

    page = browser.post(f'/appointments/{number}/reschedule', {
        'other_at': '2026-06-03T12:00', 'version': '0', 'why': 'x',
        'overrule_break': 'yes', 'overrule_person_taken': 'yes'})
    assert page.status == 409 and 'This time is already taken.' in page.text
    assert 'id="other_at-error"' in page.text
    assert row(number)[0] == at('10:00', 2)


# Reassigning

def test_reassigning_shows_who_and_what_is_free(booked, at):
    number = booked()
    booked(staff_id=2, patient_id=3)

    text = ' '.join(signed_in(DORA.email).get(f'/appointments/{number}/reassign').text.split())
    assert re.search(r'Dr\. Anna Weber · <span class="[^"]*">now<', text)
    assert re.search(r'Dr\. Ben Okafor · <span class="[^"]*">has a visit then<', text)
    assert re.search(r'Room 2 · <span class="[^"]*">taken then<', text)
    assert 'Nurse Lind' not in text and 'Old room' not in text


def test_who_is_free_stands_above_who_is_not(booked, shell, at):
    number = booked(staff_id=2)
    shell('INSERT INTO staff_services (staff_id, service_id) VALUES (3, 1)')
    booked(patient_id=3)
    shell("UPDATE working_hours SET ends_minute = 1020 WHERE staff_id = 3")

    text = signed_in(DORA.email).get(f'/appointments/{number}/reassign').text
    assert text.index('Dr. Ben Okafor ·') < text.index('Nurse Lind ·') < text.index('Dr. Anna Weber ·')


def test_the_history_writes_times_as_the_clinic_does(booked, shell):
    number = booked()
    shell("UPDATE appointment_history SET details = '2026-12-08 10:00 → 2026-12-03 10:30'")

    assert 'Tue 8 Dec 2026, 10:00 → Thu 3 Dec 2026, 10:30' in signed_in(DORA.email).get(f'/appointments/{number}').text


def test_another_person_takes_over_in_another_room(booked, row, shell):
    number, browser = booked(), signed_in(DORA.email)
    browser.get(f'/appointments/{number}/reassign')

    page = browser.submit(f'/appointments/{number}/reassign', staff_id='2', room_id='2')
    assert page.status == 200 and 'The visit is changed.' in page.text
    assert row(number)[1:3] == (2, 2)
    assert shell('SELECT action, details FROM appointment_history ORDER BY history_id DESC LIMIT 1') == \
        [('reassigned', 'staff: Dr. Anna Weber → Dr. Ben Okafor; room: Room 1 → Room 2')]
    assert shell('SELECT DISTINCT staff_id, room_id FROM claims') == [(2, 2)]


def test_who_gives_a_visit_away_no_longer_sees_it(booked):
    number, browser = booked(), signed_in(WEBER.email)
    browser.get(f'/appointments/{number}/reassign')

    page = browser.submit(f'/appointments/{number}/reassign', staff_id='2', room_id='0')
    assert page.status == 200 and page.path == '/staff' and 'reassigned to your colleague' in page.text
    assert browser.get(f'/appointments/{number}').status == 404


def test_a_person_who_is_taken_does_not_take_over(booked, row):
    number = booked()
    booked(staff_id=2, patient_id=3)
    browser = signed_in(DORA.email)
    browser.get(f'/appointments/{number}/reassign')

    page = browser.submit(f'/appointments/{number}/reassign', staff_id='2', room_id='0')
    assert page.status == 409 and 'This time is already taken.' in page.text and 'checked' in page.text
    assert row(number)[1] == 1


def test_a_person_off_duty_takes_over_knowingly(booked, row, shell):
    number, browser = booked(), signed_in(DORA.email)
    shell("INSERT INTO time_off (staff_id, starts_at, ends_at) VALUES (2, '2026-06-03', '2026-06-04')")
    browser.get(f'/appointments/{number}/reassign')
    page = browser.submit(f'/appointments/{number}/reassign', staff_id='2', room_id='0')
    assert page.status == 422 and 'name="overrule_time_off"' in page.text and 'away then' in page.text

    browser.submit(f'/appointments/{number}/reassign', overrule_time_off='yes', why='Came in')
    assert row(number)[1] == 2


def test_a_visit_at_a_knowingly_chosen_time_only_changes_its_room(booked, row, at):
    number, browser = booked(at('12:05', 2)), signed_in(DORA.email)
    browser.get(f'/appointments/{number}/reassign')

    assert browser.submit(f'/appointments/{number}/reassign', room_id='2').status == 200
    assert row(number)[:3] == (at('12:05', 2), 1, 2)


def test_the_patients_notice_does_not_hide_times_from_the_desk(booked, row, at):
    number = booked(at('10:00', 1))
    clock.freeze(clock.to_utc(at('08:30')))
    page = f'/appointments/{number}/reschedule?day=2026-06-01'
    assert 'id="at-2026-06-01T09:00"' in signed_in(DORA.email).get(page).text
    assert 'id="at-2026-06-01T09:00"' not in signed_in(PETRA.email).get(page).text
    browser = signed_in(DORA.email)
    browser.get(f'/appointments/{number}/reschedule?day=2026-06-01')

    page = browser.submit(f'/appointments/{number}/reschedule', starts_at='2026-06-01T09:00', version='0')
    assert page.status == 200
    assert row(number)[0] == at('09:00')


def test_a_patient_who_is_here_can_be_given_to_a_colleague(booked, row, at):
    number = booked(at('10:00'))
    clock.freeze(clock.to_utc(at('10:10')))
    scheduling.set_status(DORA, number, 'arrived')
    browser = signed_in(DORA.email)
    browser.get(f'/appointments/{number}/reassign')

    assert browser.submit(f'/appointments/{number}/reassign', staff_id='2', room_id='0').status == 200
    assert row(number)[1] == 2 and row(number)[3] == 'arrived'


@pytest.mark.parametrize('fields', [{}, {'staff_id': 'x', 'room_id': '1', 'version': '0'},
                                    {'staff_id': '2', 'room_id': '-1', 'version': '0'},
                                    {'staff_id': '3', 'room_id': '0', 'version': '0'}])
def test_a_reassignment_that_makes_no_sense_is_refused_on_the_page(booked, row, fields):
    number, browser = booked(), signed_in(DORA.email)
    browser.get(f'/appointments/{number}/reassign')

    page = browser.post(f'/appointments/{number}/reassign', fields)
    assert page.status == 422 and 'Reassign the visit' in page.text and 'invalid-feedback' in page.text
    assert row(number)[4] == 0


def test_a_person_who_does_not_exist_takes_nothing_over(booked, row):
    number, browser = booked(), signed_in(DORA.email)
    browser.get(f'/appointments/{number}/reassign')

    page = browser.post(f'/appointments/{number}/reassign', {'staff_id': '999', 'room_id': '0', 'version': '0'})
    assert page.status == 404
    assert row(number)[1] == 1


@pytest.mark.parametrize('day', range(1, 5))
def test_reassigning_races_with_bookings_and_nobody_loses_a_time(booked, shell, at, day):
    start = at('10:00', day)
    first, second = booked(start), booked(at('11:00', day), patient_id=3)

    results = together([
        lambda: scheduling.move(DORA, first, Wanted(staff_id=2, room_id=1)) or first,
        lambda: scheduling.move(DORA, second, Wanted(staff_id=2, starts_at=start)) or second,
        lambda: booked(start, staff_id=2, patient_id=5)])
    assert kinds(results) == {'won': 1, 409: 2}
    visits = 3 if isinstance(results[2], int) else 2
    assert shell('SELECT COUNT(*), COUNT(DISTINCT staff_id, at), COUNT(DISTINCT room_id, at) FROM claims') == \
        [(visits * 6,) * 3]


# Its status

def test_every_legal_step_has_a_button_with_its_meaning(booked, at, row):
    number = booked(at('10:00'))
    clock.freeze(clock.to_utc(at('10:05')))
    browser = signed_in(WEBER.email)
    page = browser.get(f'/appointments/{number}')
    assert 'The patient did not come. The time is free again.' in page.text

    for status in ('arrived', 'completed'):
        page = browser.submit(f'/appointments/{number}/status', status=status)
        assert page.status == 200 and row(number)[3] == status


def test_an_old_button_does_not_undo_what_was_done_since(booked, row, at):
    number = booked(at('10:00'))
    clock.freeze(clock.to_utc(at('10:00')))
    browser = signed_in(WEBER.email)
    browser.get(f'/appointments/{number}')
    scheduling.set_status(DORA, number, 'completed')

    page = browser.submit(f'/appointments/{number}/status', status='arrived')
    assert page.status == 409 and 'has been changed' in page.text
    assert row(number)[3] == 'completed'


@pytest.mark.parametrize('path', ['/staff?view=list', '/staff?view=list&staff_id=1',
                                  '/staff?open=1', '/appointments/{}'])
def test_an_old_button_does_not_mark_a_visit_that_was_moved_meanwhile(booked, row, at, path):
    number = booked(at('10:00'))
    clock.freeze(clock.to_utc(at('11:00')))
    browser = signed_in(DORA.email)
    browser.get(path.format(number))
    scheduling.move(DORA, number, Wanted(starts_at=at('14:00')))

    page = browser.submit(f'/appointments/{number}/status', status='arrived')
    assert page.status == 409 and 'has been changed' in page.text and '14:00' in page.text
    assert row(number)[::3] == (at('14:00'), 'booked')


def test_an_undo_that_finds_its_time_taken_is_refused(booked, row, at):
    number = booked(at('10:00'))
    clock.freeze(clock.to_utc(at('10:05')))
    scheduling.set_status(DORA, number, 'no_show')
    clock.freeze(clock.to_utc(at('08:00')))
    booked(at('10:00'), patient_id=3)
    browser = signed_in(WEBER.email)
    browser.get(f'/appointments/{number}')

    page = browser.submit(f'/appointments/{number}/status', status='booked')
    assert page.status == 409 and 'taken this time' in page.text
    assert row(number)[3] == 'no_show'


@pytest.mark.parametrize(('day', 'time', 'status', 'may'), [
    (1, '23:55', 'arrived', False), (2, '00:00', 'arrived', True),
    (2, '09:55', 'completed', False), (2, '10:00', 'completed', True),
    (2, '09:55', 'no_show', False), (2, '10:00', 'no_show', True)])
def test_a_visit_has_no_outcome_before_it_begins(booked, row, at, day, time, status, may):
    number = booked(at('10:00', 2))
    clock.freeze(clock.to_utc(at(time, day)))
    browser = signed_in(WEBER.email)
    page = browser.get(f'/appointments/{number}')
    assert (f'name="status" value="{status}"' in page.text) == may

    page = browser.post(f'/appointments/{number}/status', {'status': status, 'from_status': 'booked'})
    assert page.status == (200 if may else 422) and ('yet.' in page.text) == (not may)
    assert row(number)[3] == (status if may else 'booked')


def test_who_was_seen_early_is_completed_early(booked, row, at):
    number, browser = booked(at('10:00')), signed_in(WEBER.email)
    browser.get(f'/appointments/{number}')
    browser.submit(f'/appointments/{number}/status', status='arrived')

    assert browser.submit(f'/appointments/{number}/status', status='completed').status == 200
    assert row(number)[3] == 'completed'


AWAY = 'INSERT INTO time_off (staff_id, starts_at, ends_at) VALUES (%s, %s, %s)'
CLOSED = "INSERT INTO closures (day, reason) VALUES ('2026-06-01', 'Burst pipe')"


@pytest.fixture
def missed(booked, at):
    """The number of a visit with Dr. Weber today 10:00 to 10:30, marked as missed; it is 10:05."""
    number = booked(at('10:00'))
    clock.freeze(clock.to_utc(at('10:05')))
    scheduling.set_status(DORA, number, 'no_show')
    return number


@pytest.mark.parametrize(('since', 'sentence'), [
    ((CLOSED,), 'The clinic is closed on this day'),
    ((AWAY, 1, '2026-06-01 10:25', '2026-06-03'), 'This member of staff is away at this time'),
    ((AWAY, 1, '2026-05-31', '2026-06-01 10:05'), 'This member of staff is away at this time')])
def test_a_no_show_is_not_undone_into_a_closed_day_or_time_off(missed, shell, row, at, since, sentence):
    browser = signed_in(WEBER.email)
    browser.get(f'/appointments/{missed}')
    shell(*since)
    page = browser.submit(f'/appointments/{missed}/status', status='booked')
    assert page.status == 422 and f'{sentence}, so this visit cannot be booked again.' in page.text
    assert 'name="status"' not in page.text and row(missed)[3] == 'no_show'

    page = browser.get(f'/appointments/{missed}')
    assert 'name="status"' not in page.text and sentence in page.text           # who looks for the button reads why
    for email in (WEBER.email, DORA.email):
        assert 'name="status"' not in signed_in(email).get('/staff?view=list').text

    clock.freeze(clock.to_utc(at('10:30')))                                     # its time is over: only a record
    assert 'name="status"' in signed_in(DORA.email).get('/staff?view=list').text
    browser.get(f'/appointments/{missed}')
    assert browser.submit(f'/appointments/{missed}/status', status='booked').status == 200
    assert row(missed)[3] == 'booked'


def test_a_no_show_is_undone_beside_what_is_not_in_its_way(missed, shell, row):
    for who, starts, ends in ((1, '2026-06-01 09:00', '2026-06-01 10:00'), (1, '2026-06-01 10:30', '2026-06-01 11:00'),
                              (2, '2026-06-01', '2026-06-02')):
        shell(AWAY, who, starts, ends)
    shell("INSERT INTO closures (day, reason) VALUES ('2026-06-02', 'Burst pipe')")
    browser = signed_in(DORA.email)
    browser.get('/staff?view=list')

    assert browser.submit(f'/appointments/{missed}/status', follow=False, status='booked').status == 303
    assert row(missed)[3] == 'booked'


@pytest.mark.parametrize(('since', 'status'), [('appointments/find_for_change', 'no_show'),
                                               ('availability/list_frame', 'booked')])
def test_an_undo_and_a_closure_at_the_same_moment_see_each_other(missed, row, at, since, status):
    """Closed before the undo has looked, it is refused; closed afterwards, whoever closes sees the visit booked."""
    day, seen = at('00:00').date(), []

    def close():
        closures.add(DORA, day, day, 'Burst pipe')
        seen.append(row(missed)[3])
    with during(since, close) as errors, contextlib.suppress(Refused):
        scheduling.set_status(DORA, missed, 'booked')
    assert not errors and [row(missed)[3], *seen] == [status, status]


@pytest.mark.parametrize('fields', [{}, {'status': 'cancelled', 'from_status': 'booked'},
                                    {'status': 'x', 'from_status': 'booked'}, {'status': 'arrived'}])
def test_an_unknown_status_is_refused(booked, row, fields):
    number, browser = booked(), signed_in(WEBER.email)
    browser.get(f'/appointments/{number}')

    assert browser.post(f'/appointments/{number}/status', fields).status == 422
    assert row(number)[3] == 'booked'


def test_patients_set_no_status(booked):
    number, browser = booked(), signed_in(PETRA.email)
    browser.get('/profile')

    assert browser.post(f'/appointments/{number}/status', {'status': 'arrived', 'from_status': 'booked'}).status == 403


# What the pages cost

@pytest.mark.parametrize(('email', 'page', 'most'), [
    (PETRA.email, '', 2), (WEBER.email, '', 7), (PETRA.email, '/cancel', 2), (WEBER.email, '/cancel', 4),
    (PETRA.email, '/reschedule', 4), (WEBER.email, '/reschedule', 6), (DORA.email, '/reassign', 6)])
def test_a_page_costs_a_fixed_number_of_statements(booked, at, email, page, most):
    number, browser = booked(), signed_in(email)
    with clock_at(at('09:55', 2)):
        for _ in range(5):
            scheduling.set_status(DORA, number, 'arrived')
            scheduling.set_status(DORA, number, 'booked')
    seen = statements(lambda: browser.get(f'/appointments/{number}{page}'))

    assert len(seen) <= most, seen
