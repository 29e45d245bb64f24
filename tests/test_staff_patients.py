"""A patient, as those who treat them and the desk see them: history, and the details of who has no account."""

import pytest

from app import clock
from tests.support.accounts import signed_in
from tests.support.people import ADA, DORA, LIND, OKAFOR, WEBER

OLGA = '/staff/patients/5'                 # who phones, and has no account
DETAILS = "SELECT full_name, birth_date, phone, email FROM patients WHERE patient_id = 5"


@pytest.mark.parametrize(('email', 'status'), [
    (WEBER.email, 200), (OKAFOR.email, 200), (LIND.email, 404), (DORA.email, 200), (ADA.email, 200)])
def test_the_history_is_for_those_who_treat_the_patient(booked, email, status):
    booked()
    booked(staff_id=2, starts_at=clock.now().replace(hour=15))

    assert signed_in(email).get('/staff/patients/1').status == status


def test_the_history_shows_all_visits_and_opens_the_own(booked, at):
    first, second = booked(reason='Cough & cold'), booked(at('15:00'), staff_id=2)

    text = signed_in(WEBER.email).get('/staff/patients/1').text
    assert 'Cough &amp; cold' in text and 'Dr. Ben Okafor' in text and '29 Feb 1980, 46 years' in text
    assert f'/appointments/{first}"' in text and f'/appointments/{second}"' not in text
    text = signed_in(DORA.email).get('/staff/patients/1').text
    assert f'/appointments/{second}"' in text and 'href="/staff/book?patient_id=1"' in text


def test_a_patient_who_never_came_has_an_empty_history(cast):
    page = signed_in(DORA.email).get('/staff/patients/4')

    assert page.status == 200 and 'No visits yet' in page.text
    assert signed_in(DORA.email).get('/staff/patients/999').status == 404


def test_the_desk_corrects_who_has_no_account(cast, shell):
    dora = signed_in(DORA.email)
    assert f'{OLGA}/edit' in dora.get(OLGA).text
    dora.get(f'{OLGA}/edit')

    page = dora.submit(f'{OLGA}/edit', full_name='Olga On-the-Phone', phone='+49 30 555 77', birth_date='')
    assert page.status == 200 and page.path == OLGA
    assert 'The details are saved.' in page.text and '+49 30 555 77' in page.text
    assert shell(DETAILS) == [('Olga On-the-Phone', None, '+49 30 555 77', None)]
    assert shell("SELECT user_id, subject_id FROM audit_log WHERE action = 'patient changed'") == [(5, 5)]


def test_what_was_typed_stays_with_the_reason_beside_it(cast, shell):
    before, dora = shell(DETAILS), signed_in(DORA.email)
    dora.get(f'{OLGA}/edit')

    page = dora.submit(f'{OLGA}/edit', full_name=' ', phone='no number', email='no address')
    assert page.status == 422
    for name in ('full_name', 'phone', 'email'):
        assert f'id="{name}-error"' in page.text
    assert 'value="no number"' in page.text and shell(DETAILS) == before


@pytest.mark.parametrize(('email', 'status'), [
    (WEBER.email, 200), (OKAFOR.email, 404), (DORA.email, 200), (ADA.email, 200)])
def test_only_who_sees_a_patient_corrects_them(booked, email, status):
    booked(patient_id=5)
    browser = signed_in(email)

    assert browser.get(f'{OLGA}/edit').status == status
    assert browser.post(f'{OLGA}/edit', {'full_name': 'Olga'}).status == status


def test_who_has_an_account_or_is_forgotten_is_not_corrected_here(cast, shell):
    dora = signed_in(DORA.email)
    assert '/edit' not in dora.get('/staff/patients/1').text

    for patient_id in (1, 2, 999):
        assert dora.post(f'/staff/patients/{patient_id}/edit', {'full_name': 'X'}).status == 404
    shell("UPDATE patients SET forgotten_utc = '2026-05-01' WHERE patient_id = 5")
    assert 'Book a visit' not in dora.get(OLGA).text and dora.get('/staff/book?patient_id=5').status == 404
    assert dora.get(f'{OLGA}/edit').status == dora.post(f'{OLGA}/edit', {'full_name': 'X'}).status == 404
    assert shell(DETAILS)[0][0] == 'Olga Onthephone'
