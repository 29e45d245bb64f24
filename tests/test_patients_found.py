"""Patients as the desk finds them, and a patient's record: what stands there, and who may read it."""

import pytest

from app import clock
from app.clinic import patients
from app.mail import outcomes
from app.visits import desk
from tests.support.accounts import signed_in
from tests.support.people import ADA, DORA, LIND, OKAFOR, WEBER
from tests.support.statements import statements

RECORD = '/staff/patients/1'


def set_alert(shell):
    shell("UPDATE patients SET alert = 'Latex allergy' WHERE patient_id = 1")


@pytest.mark.parametrize(('email', 'sees'), [(DORA.email, True), (ADA.email, True), (WEBER.email, True),
                                             (OKAFOR.email, False), (LIND.email, False)])
def test_who_treats_a_patient_finds_the_alert_and_the_record_and_others_the_name_alone(booked, shell, email, sees):
    set_alert(shell)
    number = booked()
    text = signed_in(email).get('/staff/patients?q=petra').text

    assert 'Book for Petra Patient' in text
    for what in ('Latex allergy', 'Record of Petra Patient', f'href="/appointments/{number}"'):
        assert (what in text) == sees, what


@pytest.mark.parametrize(('email', 'sees'), [(DORA.email, True), (WEBER.email, True), (OKAFOR.email, False)])
def test_the_alert_stands_where_a_visit_is_booked_for_those_who_treat_the_patient(booked, shell, at, email, sees):
    set_alert(shell)
    booked(at('10:00', 1))
    browser = signed_in(email)

    for path in ('/staff/book?patient_id=1',
                 '/staff/book/confirm?patient_id=1&service_id=1&staff_id=2&starts_at=2026-06-03T10:00'):
        assert ('Latex allergy' in browser.get(path).text) == sees, path


def test_a_visit_of_another_day_or_one_that_is_cancelled_is_not_todays(booked, shell, at):
    booked(at('10:00', 1))
    booked(at('11:00'))
    shell("UPDATE appointments SET status = 'cancelled' WHERE starts_at = %s", at('11:00'))

    assert 'Today' not in main(signed_in(DORA.email).get('/staff/patients?q=petra'))


def main(page):
    return page.text.partition('<main')[2].partition('</main>')[0]


def test_who_has_arrived_is_in_the_waiting_room(booked, shell):
    booked()
    shell("UPDATE appointments SET status = 'arrived'")
    dora = signed_in(DORA.email)

    assert 'in the waiting room' in main(dora.get('/staff/patients?q=petra'))
    assert 'in the waiting room' in main(dora.get(RECORD))


def test_one_patient_found_is_a_row_like_any_other(cast):
    page = signed_in(DORA.email).get('/staff/patients?q=olga')

    assert page.status == 200 and page.path == '/staff/patients' and 'Record of Olga Onthephone' in page.text
    assert 'patient_id=5&amp;walk_in=yes' in page.text


def test_without_a_search_the_page_says_how_to_and_leads_to_a_new_patient(cast):
    text = main(signed_in(DORA.email).get('/staff/patients'))

    assert 'Name, date of birth, phone or e-mail' in text and '/staff/book/patient' in text
    assert 'Record' not in text and 'No patient found' not in text


def test_a_record_that_was_merged_away_while_one_searched_is_no_failure(cast):
    assert patients.beside(DORA, [{'patient_id': 999}]) == [{'patient_id': 999, 'alert': None, 'today': []}]


def test_a_search_costs_the_same_for_one_patient_and_for_twenty(cast, shell):
    dora = signed_in(DORA.email)
    dora.get('/staff/patients')
    one = statements(lambda: dora.get('/staff/patients?q=olga'))
    for number in range(25):
        shell("INSERT INTO patients (full_name, created_utc) VALUES (%s, '2026-01-01')", f'Olga Number{number}')

    assert statements(lambda: dora.get('/staff/patients?q=olga')) == one
    assert one == ['sessions/find_visitor', 'patients/list_by_name', 'patients/list_beside']


def test_the_record_says_what_is_ahead_and_what_can_be_done_about_it(booked, at):
    number = booked(at('10:00', 1), reason='A cough')
    text = main(signed_in(DORA.email).get(RECORD))
    ahead, _, past = text.partition('id="past"')

    assert 'A cough' in ahead and 'A cough' not in past and 'No visits yet' in past
    for page in ('reschedule', 'change', 'cancel'):
        assert f'href="/appointments/{number}/{page}"' in ahead


def test_todays_visit_is_ahead_until_it_is_over_and_cancelled_ones_are_history(booked, shell, at):
    booked(at('09:00'))
    clock.freeze(clock.to_utc(at('15:00')))
    dora = signed_in(DORA.email)
    ahead, _, past = main(dora.get(RECORD)).partition('id="past"')
    assert '09:00' in ahead and 'No visits yet' in past
    shell("UPDATE appointments SET status = 'cancelled'")
    ahead, _, past = main(dora.get(RECORD)).partition('id="past"')

    assert 'No upcoming visit' in ahead and 'Cancelled' in past


def test_a_note_is_read_by_whom_a_reason_is_read_by(booked, shell, at):
    shell("UPDATE services SET shares_reasons = FALSE WHERE service_id = 1")
    booked(reason='For Weber')
    booked(at('15:00'), staff_id=2, reason='For Okafor')
    shell("UPDATE appointments SET status = 'completed', note = CONCAT('Noted by ', staff_id)")
    weber, dora = (main(signed_in(email).get(RECORD)) for email in (WEBER.email, DORA.email))

    for one, other in (('Noted by 1', 'Noted by 2'), ('For Weber', 'For Okafor')):
        assert (one in weber, other in weber, one in dora, other in dora) == (True, False, True, True)


def test_a_reason_and_a_note_ahead_are_read_as_those_that_are_past(booked, shell, at):
    shell("UPDATE services SET shares_reasons = FALSE WHERE service_id = 1")
    booked(at('10:00', 1), reason='For Weber')
    number = booked(at('15:00', 1), staff_id=2, reason='For Okafor')
    shell("UPDATE appointments SET note = CONCAT('Note of ', staff_id)")
    text = main(signed_in(WEBER.email).get(RECORD))

    assert 'For Weber' in text and 'For Okafor' not in text and 'Dr. Ben Okafor' in text
    assert 'Note of 1' in text and 'Note of 2' not in text
    assert f'/appointments/{number}' not in text


def test_missed_visits_and_the_alert_stand_in_the_head(booked, shell, at):
    set_alert(shell)
    booked()
    booked(at('15:00'))
    text = main(signed_in(DORA.email).get(RECORD))
    assert 'Latex allergy' in text and 'Missed' not in text
    shell("UPDATE appointments SET status = 'no_show'")
    shell("INSERT INTO appointments (patient_id, staff_id, service_id, starts_at, ends_at, status, created_utc)"
          " VALUES (1, 1, 1, '2025-05-01 10:00', '2025-05-01 10:30', 'no_show', '2025-01-01')")

    assert '2 visits in the last 12 months' in main(signed_in(DORA.email).get(RECORD)).partition('Missed')[2]


def test_mail_that_did_not_arrive_is_told_with_the_reason_in_words(booked, shell):
    number = booked()
    shell('DELETE FROM notifications')
    for audience, state in (('patient', 'failed'), ('staff', 'failed'), ('patient', 'sent')):
        shell("INSERT INTO notifications (kind, last_code, last_answer, created_utc, next_try_utc, audience, state,"
              " recipient, dedupe_key, appointment_id) VALUES ('booked', 550, '5.1.1 No such user', '2026-06-01',"
              " '2026-06-01', %s, %s, %s, %s, %s)",
              audience, state, f'{audience}-{state}@mail.test', f'{audience} {state}', number)
    text = main(signed_in(DORA.email).get(RECORD))

    assert 'There is no such mailbox.' in text and 'No such user' in text and 'patient-failed@mail.test' in text
    assert 'staff-failed@' not in text and 'patient-sent@' not in text


@pytest.mark.parametrize(('code', 'answer', 'sentence'), [
    (550, '5.1.1 No such user', 'There is no such mailbox.'),
    (550, 'unknown', 'There is no such mailbox.'),
    (552, 'quota', 'The mailbox is full.'),
    (550, '5.2.2 over quota', 'The mailbox is full.'),
    (554, '5.7.1 blocked', 'The mail server refused the e-mail.'),
    (451, 'later', 'The mail server did not take it, however often we tried.'),
    (None, None, 'The mail server gave no answer.'),
])
def test_the_answer_of_a_mail_server_is_said_in_words(code, answer, sentence):
    assert outcomes.in_words(code, answer) == sentence


def test_likely_doubles_lead_to_both_records_side_by_side(cast, shell):
    shell("INSERT INTO patients (patient_id, full_name, birth_date, created_utc) VALUES"
          " (71, 'Olga Miller', '1950-10-10', '2026-01-01'), (72, 'Olga Fon', NULL, '2026-01-01')")
    shell("UPDATE patients SET phone = '+49 (30) 555-03' WHERE patient_id = 72")
    dora = signed_in(DORA.email)
    text = main(dora.get('/staff/patients/5'))
    assert 'href="/staff/patients/5/merge?with=71"' in text and 'href="/staff/patients/5/merge?with=72"' in text
    shell('INSERT INTO patients_apart (patient_id, other_id) VALUES (5, 71)')

    assert 'with=71' not in dora.get('/staff/patients/5').text
    assert 'Perhaps the same patient' not in dora.get('/staff/patients/3').text


def test_the_record_costs_the_same_however_much_it_shows(booked, shell, at):
    dora = signed_in(DORA.email)
    dora.get(RECORD)
    few = statements(lambda: dora.get(RECORD))
    for hour in ('09:00', '10:00', '11:00', '14:00'):
        booked(at(hour, 1))
        booked(at(hour))
    shell("UPDATE appointments SET status = 'completed' WHERE starts_at < %s", at('00:00', 1))

    assert statements(lambda: dora.get(RECORD)) == few
    assert len(few) == 9


def test_at_work_names_who_is_there_what_keeps_them_and_when_they_are_free(booked, shell, at):
    booked(at('10:00'))
    booked(at('11:00'), patient_id=3)
    shell("DELETE FROM working_hours WHERE staff_id = 2")
    found, = desk.at_work(1, at('10:05'))

    assert (found['staff_id'], found['busy_until'], found['free_at']) == (1, at('10:30'), at('10:30'))
    assert found['squeeze_at'] is None


def test_a_walk_in_is_squeezed_in_where_it_fits_before_the_next_visit(booked, shell, at):
    booked(at('11:15'), overruled=('off_grid',))
    found = {each['staff_id']: each for each in desk.at_work(1, at('11:20'))}
    assert (found[1]['busy_until'], found[1]['free_at'], found[1]['squeeze_at']) == \
        (at('11:45'), at('13:00'), at('11:45'))
    booked(at('12:10'), patient_id=3, overruled=('off_grid', 'break'))

    found = {each['staff_id']: each for each in desk.at_work(1, at('11:20'))}
    assert (found[1]['squeeze_at'], found[1]['shortened'], found[2]['free_at']) == (at('11:45'), 25, at('11:30'))
    booked(at('11:50'), patient_id=5, minutes=20, overruled=('off_grid', 'break'))
    found = {each['staff_id']: each for each in desk.at_work(1, at('11:20'))}

    assert found[1]['squeeze_at'] is None


def test_a_walk_in_with_nobody_at_work_gets_the_next_times(cast, shell, at):
    clock.freeze(clock.to_utc(at('10:05', 6)))
    page = signed_in(DORA.email).get('/staff/book?patient_id=3&service_id=1&walk_in=yes')

    assert page.status == 422 and 'id="staff_id-error"' in page.text
    assert 'Mon 8 Jun, 09:00 Dr. Anna Weber' in page.text and 'walk_in=yes&amp;service_id' not in page.text


def test_nobody_who_is_away_or_on_another_day_is_at_work(cast, shell, at):
    shell("INSERT INTO time_off (staff_id, starts_at, ends_at) VALUES (1, %s, %s)", at('08:00'), at('12:00'))

    assert [each['staff_id'] for each in desk.at_work(1, at('10:05'))] == [2]
    assert desk.at_work(1, at('10:05', 6)) == []


@pytest.mark.parametrize(('starts_at', 'fits'), [
    ('09:00', [True, True]), ('11:00', [True, True]), ('11:30', [True, False]), ('12:10', [False, False]),
    ('13:30', [True, False]), ('16:30', [True, False]), ('18:00', [False, False])])
def test_the_services_that_fit_a_gap_are_told(booked, at, starts_at, fits):
    booked(at('14:00'))
    offer = desk.offer(1, None, at(starts_at))

    assert [next(each['fits'] for each in offer['services'] if each['service_id'] == key) for key in (1, 2)] == fits
    assert offer['service_id'] == (1 if fits == [True, False] else None)


@pytest.mark.parametrize(('starts_at', 'shortened'), [('11:40', 20), ('11:50', 10), ('11:55', None), ('09:00', None)])
def test_a_service_that_does_not_fit_is_offered_shortened(cast, at, starts_at, shortened):
    offer = desk.offer(1, None, at(starts_at))

    assert next(each['shortened'] for each in offer['services'] if each['service_id'] == 1) == shortened


def test_a_shortened_service_is_looked_at_once_more_with_its_length(cast):
    dora = signed_in(DORA.email)
    text = dora.get('/staff/book?patient_id=3&staff_id=1&day=2026-06-02&time=11:40').text
    assert 'Consultation, 30 min (shortened to 20)' in text and 'minutes=20' in text
    page = dora.get('/staff/book?patient_id=3&staff_id=1&day=2026-06-02&time=11:40&service_id=1&minutes=20')

    assert page.path == '/staff/book/confirm' and '11:40–12:00' in page.text
    assert dict(page.forms)['/staff/book']['minutes'] == '20' and 'overrule_' not in page.text


@pytest.mark.parametrize('minutes', ['x', '7', '0', '999'])
def test_a_length_that_is_none_is_refused_beside_its_field(cast, minutes):
    dora = signed_in(DORA.email)
    dora.get('/staff/book/confirm?patient_id=3&staff_id=1&service_id=1&day=2026-06-02&time=10:00')
    page = dora.submit('/staff/book', minutes=minutes, reason='Knee')

    assert page.status == 422 and 'id="minutes-error"' in page.text and 'Knee' in page.text
    asked = '/staff/book/confirm?patient_id=3&staff_id=1&service_id=1&day=2026-06-02&time=10:00&minutes='
    assert dora.get(asked + minutes).status == 422


def test_a_pause_after_a_service_has_to_fit_before_the_next_visit(booked, shell, at):
    shell('UPDATE services SET pause_minutes = 15 WHERE service_id = 1')
    booked(at('10:00'))

    assert not next(each['fits'] for each in desk.offer(1, None, at('09:30'))['services'] if each['service_id'] == 1)
    assert next(each['fits'] for each in desk.offer(1, None, at('11:30'))['services'] if each['service_id'] == 1)
