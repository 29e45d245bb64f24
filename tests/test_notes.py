"""What the clinic writes down and patients do not see: a note on a visit, an alert on a patient."""

import datetime as dt

import pytest

from app import database
from app.accounts import profile, users
from app.clinic import patients
from app.errors import NotFound, Refused
from app.visits import merging, noting, scheduling
from tests.support.accounts import signed_in
from tests.support.moments import clock_at, kinds, together
from tests.support.people import ADA, DORA, LIND, MALLORY, PETRA, WEBER
from tests.support.visits import book

ALERT = 'Allergic to latex'


def alert_of(shell, patient_id=1):
    return shell('SELECT alert FROM patients WHERE patient_id = %s', patient_id)[0][0]


def note_of(shell, number):
    return shell('SELECT note FROM appointments WHERE appointment_id = %s', number)[0][0]


# A note on a visit

@pytest.mark.parametrize('email', [WEBER.email, DORA.email, ADA.email])
def test_who_has_a_visit_and_the_desk_write_notes_on_it(booked, shell, email):
    number, browser = booked(), signed_in(email)
    browser.get(f'/appointments/{number}')
    page = browser.submit(f'/appointments/{number}/note', note='Ask about <the> knee\nand the diet')

    assert 'The note is saved.' in page.text and 'Ask about &lt;the&gt; knee\nand the diet' in page.text
    assert note_of(shell, number) == 'Ask about <the> knee\nand the diet'


def test_the_history_says_that_there_is_a_note_and_not_what_it_says(booked, shell):
    number = booked()
    for words in ('A secret', 'A secret', ''):
        noting.write_note(WEBER, number, words)

    assert shell("SELECT action, details, from_status, to_status FROM appointment_history WHERE action = 'changed'"
                 ' ORDER BY history_id') == [('changed', 'note changed', 'booked', 'booked'),
                                             ('changed', 'note deleted', 'booked', 'booked')]


def test_patients_neither_see_nor_write_notes_and_alerts(booked, shell):
    number, petra = booked(), signed_in(PETRA.email)
    noting.write_note(WEBER, number, 'Very secret note')
    patients.set_alert(WEBER, 1, 'Very secret alert')

    for path in (f'/appointments/{number}', '/appointments', '/', '/profile', '/profile/relatives',
                 '/book/1?service_id=1', f'/appointments/{number}/cancel',
                 '/book/1/confirm?service_id=1&starts_at=2026-06-03T10:00',
                 f'/appointments/{number}/calendar.ics', '/api/appointments'):
        page = petra.get(path)
        assert page.status == 200 and b'Very secret' not in page.body, path
    assert petra.post(f'/appointments/{number}/note', {'note': 'x'}).status == 403
    assert petra.post('/staff/patients/1/alert', {'alert': 'x'}).status == 403
    assert (note_of(shell, number), alert_of(shell)) == ('Very secret note', 'Very secret alert')


@pytest.mark.parametrize(('visitor', 'reads'), [(PETRA, False), (WEBER, True), (DORA, True), (ADA, True)])
def test_the_statement_alone_keeps_notes_and_alerts_from_patients(booked, visitor, reads):
    number = booked()
    noting.write_note(WEBER, number, 'A note')
    patients.set_alert(WEBER, 1, ALERT)

    visit = database.one('appointments/find', appointment_id=number, user_id=visitor.user_id, role=visitor.role)
    assert (visit['note'], visit['alert']) == (('A note', ALERT) if reads else ('', ''))


def test_a_note_too_long_comes_back_as_it_was_typed(booked, shell):
    number, weber = booked(), signed_in(WEBER.email)
    weber.get(f'/appointments/{number}')

    page = weber.submit(f'/appointments/{number}/note', note='x' * 2001)
    assert page.status == 422 and 'id="note-error"' in page.text and 'x' * 2001 in page.text
    assert weber.submit(f'/appointments/{number}/note', note='é' * 2000).status == 200
    assert note_of(shell, number) == 'é' * 2000


def test_a_note_that_somebody_else_has_written_meanwhile_is_not_lost(booked, shell):
    number, weber = booked(), signed_in(WEBER.email)
    weber.get(f'/appointments/{number}')
    noting.write_note(DORA, number, 'Fasting since 8')

    page = weber.submit(f'/appointments/{number}/note', note='Bring glasses')
    assert page.status == 409 and 'Fasting since 8' in page.text and 'Bring glasses' in page.text
    assert note_of(shell, number) == 'Fasting since 8'
    assert weber.submit(f'/appointments/{number}/note', note='Fasting since 8. Bring glasses').status == 200
    assert note_of(shell, number) == 'Fasting since 8. Bring glasses'


def test_of_two_notes_at_the_same_moment_one_is_kept_and_the_other_hears_so(booked, shell):
    number, seen = booked(), noting.mark('')

    def write(words):
        noting.write_note(DORA, number, words, seen)
        return 1
    results = together([lambda words=words: write(words) for words in ('one', 'two', 'three', 'four')])
    assert kinds(results) == {'won': 1, 409: 3}


def test_a_note_is_read_by_whoever_may_read_the_reason(booked, shell, at):
    """Who treats a patient sees that a visit was, and reads reason and note where the service shares them."""
    number = booked(at('10:00'), reason='A cough')
    noting.write_note(WEBER, number, 'Chest X-ray ordered')
    shell("UPDATE appointments SET status = 'completed'")
    book(DORA, at('14:00'), staff_id=2, overruled=('notice',))

    def read():
        rows = database.rows('appointments/list_of_patient', patient_id=1, user_id=3, today=at('00:00').date(),
                             limit=10, offset=0)
        return next((row['reason'], row['note']) for row in rows if row['appointment_id'] == number)
    assert read() == ('', '')
    shell('UPDATE services SET shares_reasons = TRUE')
    assert read() == ('A cough', 'Chest X-ray ordered')


# An alert on a patient

def test_who_treats_a_patient_writes_the_alert_on_the_record(booked, shell, noted):
    number, weber = booked(), signed_in(WEBER.email)
    weber.get('/staff/patients/1')
    page = weber.submit('/staff/patients/1/alert', alert=f'  {ALERT}\n')

    assert 'The alert is saved.' in page.text and ALERT in page.text
    assert alert_of(shell) == ALERT
    for path in (f'/appointments/{number}', '/staff', '/staff/patients/1'):
        assert f'Alert: </span>{ALERT}' in weber.get(path).text
    weber.get('/staff/patients/1')
    weber.submit('/staff/patients/1/alert', alert='')
    assert alert_of(shell) == ''
    assert noted('patients') == [('alert saved', 1, ''), ('alert removed', 1, '')]


def test_who_does_not_treat_a_patient_writes_no_alert(booked, shell):
    booked()

    for path in ('/staff/patients/1/alert', '/staff/patients/999/alert'):
        lind = signed_in(LIND.email)
        lind.get('/staff')
        assert lind.post(path, {'alert': ALERT}).status == 404
    assert alert_of(shell) == ''


def test_an_alert_too_long_comes_back_as_it_was_typed(booked, shell):
    dora = signed_in(DORA.email)
    dora.get('/staff/patients/1')

    page = dora.submit('/staff/patients/1/alert', alert='x' * 201)
    assert page.status == 422 and 'id="alert-error"' in page.text and 'value="' + 'x' * 201 in page.text
    assert alert_of(shell) == ''


def test_an_alert_that_somebody_else_has_written_meanwhile_is_not_lost(booked, shell):
    booked()
    dora = signed_in(DORA.email)
    dora.get('/staff/patients/1')
    patients.set_alert(WEBER, 1, 'Allergic to penicillin')

    page = dora.submit('/staff/patients/1/alert', alert='Hard of hearing')
    assert page.status == 409 and 'Allergic to penicillin' in page.text and 'value="Hard of hearing"' in page.text
    assert alert_of(shell) == 'Allergic to penicillin'
    assert dora.submit('/staff/patients/1/alert', alert='Allergic to penicillin. Hard of hearing').status == 200
    assert alert_of(shell) == 'Allergic to penicillin. Hard of hearing'


# The law: their own data

def test_the_copy_of_ones_data_has_notes_and_alerts(booked):
    number = booked()
    noting.write_note(WEBER, number, 'Chest X-ray ordered')
    patients.set_alert(WEBER, 1, ALERT)
    noting.note_late(WEBER, number, 15)
    scheduling.set_status(WEBER, number, 'arrived')

    copy = profile.everything(PETRA)
    assert copy['people'][0]['alert'] == ALERT
    assert [(visit['late_minutes'], visit['arrived_at']) for visit in copy['visits']] == [
        (15, '2026-06-01T08:00:00+02:00')]
    assert [visit['note'] for visit in copy['visits']] == ['Chest X-ray ordered']
    assert 'note' not in str(profile.everything(MALLORY)['visits'])


def test_who_is_forgotten_leaves_no_note_and_no_alert(cast, shell, at):
    number = book(DORA, at('10:00', 1), patient_id=5)
    noting.write_note(DORA, number, 'Chest X-ray ordered')
    patients.set_alert(DORA, 5, ALERT)
    with clock_at(at('12:00', 1)):
        users.forget(ADA, 5)

        with pytest.raises(NotFound):
            patients.set_alert(DORA, 5, ALERT)
    assert (note_of(shell, number), alert_of(shell, 5)) == ('', '')


# Two records of one patient

@pytest.fixture
def merge(cast):
    """merge(visitor) → Olga's record is merged into Petra's."""
    values = {'full_name': 'Petra Patient', 'birth_date': dt.date(1980, 2, 29), 'phone': None, 'email': None,
              'reference': None}

    @database.retried
    def run(visitor=DORA):
        with database.transaction() as tx:
            merging.merge(tx, visitor, 1, 5, values)
    return run


@pytest.mark.parametrize(('one', 'other', 'joined'), [
    ('', '', ''), (ALERT, '', ALERT), ('', ALERT, ALERT), (ALERT, ALERT, ALERT), (ALERT, 'Deaf', f'{ALERT}; Deaf'),
    ('x' * 100, 'y' * 98, 'x' * 100 + '; ' + 'y' * 98)])
def test_two_records_that_become_one_keep_both_alerts(merge, shell, one, other, joined):
    shell('UPDATE patients SET alert = %s WHERE patient_id = 1', one)
    shell('UPDATE patients SET alert = %s WHERE patient_id = 5', other)
    merge()

    assert alert_of(shell) == joined


def test_two_alerts_too_long_for_one_are_shortened_first(merge, shell):
    shell("UPDATE patients SET alert = CONCAT(patient_id, REPEAT('x', 120)) WHERE patient_id IN (1, 5)")

    with pytest.raises(Refused, match='The alerts of the two records are too long for one'):
        merge()
    with pytest.raises(Refused, match='^Please ask at the front desk.$'):      # patients hear of no alert
        merge(PETRA)
    assert shell('SELECT COUNT(*) FROM patients WHERE patient_id IN (1, 5)') == [(2,)]


def test_who_must_call_to_book_stays_so_when_two_records_become_one(merge, shell):
    shell('UPDATE patients SET is_online = FALSE WHERE patient_id = 5')
    merge()

    assert shell('SELECT is_online FROM patients WHERE patient_id = 1') == [(0,)]
