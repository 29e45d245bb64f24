"""A record that the desk made is offered to the account that proves its address. The birth date says whose it is."""

import datetime as dt

import pytest

from app import clock
from app.accounts import joining, records, users
from app.errors import NotFound, Refused
from tests.support import invariants
from tests.support.moments import together
from tests.support.people import ADA, DORA, MALLORY, PETRA
from tests.support.visits import book

OLGA, BORN, WRONG = 5, dt.date(1950, 10, 10), dt.date(1950, 10, 11)


@pytest.fixture
def offered(cast, shell):
    """Olga's record has Petra's address."""
    shell("UPDATE patients SET email = 'petra@mail.test' WHERE patient_id = 5")


@pytest.fixture
def hers(offered, shell):
    """Olga's record is Petra's own: it has her name and birth date."""
    shell("UPDATE patients SET full_name = 'patient, Petra', birth_date = '1980-02-29' WHERE patient_id = 5")
    return dt.date(1980, 2, 29)


def people(shell):
    return shell('SELECT patient_id, relation, full_name FROM patients WHERE user_id = 6 ORDER BY patient_id')


def test_a_record_with_a_proven_address_is_offered_by_its_initials_alone(offered, petra):
    page = petra.get('/appointments')
    assert 'We found a record with your e-mail address.' in page.text
    page = petra.get('/profile/records')

    assert 'O. O.' in page.text and 'Is this you?' in page.text
    assert 'Olga' not in page.text and 'Onthephone' not in page.text and '1950' not in page.text


@pytest.mark.parametrize('change', [
    'UPDATE users SET email_proven_utc = NULL WHERE user_id = 6',
    "UPDATE patients SET forgotten_utc = '2026-06-01' WHERE patient_id = 5",
    'UPDATE patients SET user_id = 7 WHERE patient_id = 5',
    "UPDATE patients SET email = 'petra@mail.tes' WHERE patient_id = 5",
])
def test_no_other_record_is_offered_nor_can_it_be_claimed(offered, petra, shell, change):
    shell(change)

    assert 'with your e-mail address. <a' not in petra.get('/appointments').text
    assert petra.get('/profile/records/5').status == 404
    for act in (lambda: records.claim(PETRA, OLGA, BORN), lambda: records.decline(PETRA, OLGA)):
        with pytest.raises(NotFound):
            act()


def test_the_page_of_records_says_what_it_waits_for(offered, petra, shell):
    shell('UPDATE users SET email_proven_utc = NULL WHERE user_id = 6')
    assert 'once it is confirmed' in petra.get('/profile/records').text
    shell("UPDATE users SET email_proven_utc = '2026-05-01' WHERE user_id = 6")
    shell('UPDATE patients SET email = NULL WHERE patient_id = %s', OLGA)

    assert 'We have no other record with your e-mail address.' in petra.get('/profile/records').text


def test_the_right_birth_date_adds_another_persons_record_as_a_relative(offered, petra, shell, at, noted):
    visit = book(DORA, at('10:00', 1), patient_id=OLGA)
    petra.get('/profile/records')
    page = petra.submit('/profile/records/5', birth_date='1950-10-10')

    assert 'The record is added.' in page.text and f'/appointments/{visit}' in page.text
    assert people(shell)[2] == (OLGA, 'relative', 'Olga Onthephone')
    assert ('record claimed', OLGA, '') in noted('patients')
    assert shell('SELECT email FROM patients WHERE patient_id = 5') == [(None,)]


def test_the_holders_own_record_is_merged_into_theirs(hers, petra, shell, at):
    visit = book(DORA, at('10:00', 1), patient_id=OLGA)
    shell("UPDATE patients SET reference = 'old-5' WHERE patient_id = 5")
    petra.get('/profile/records')
    petra.submit('/profile/records/5', birth_date='1980-02-29')

    assert people(shell) == [(1, 'self', 'Petra Patient'), (2, 'child', 'Pia Patient')]
    assert shell('SELECT patient_id FROM appointments WHERE appointment_id = %s', visit) == [(1,)]
    assert shell('SELECT reference, phone FROM patients WHERE patient_id = 1') == [('old-5', '+49 30 555 01')]
    assert invariants.claims_of_nobody(shell) == []


def test_a_wrong_birth_date_says_so_and_keeps_what_was_typed(offered, petra, shell):
    petra.get('/profile/records')
    page = petra.submit('/profile/records/5', birth_date='1950-10-11')

    assert page.status == 422 and 'You can try 2 more times today.' in page.text
    assert 'value="1950"' in page.text and 'value="11"' in page.text and 'Olga' not in page.text
    assert len(people(shell)) == 2


@pytest.mark.parametrize('typed', ['', 'x', '2027-01-01'])
def test_what_is_no_birth_date_is_not_counted(offered, petra, noted, typed):
    petra.get('/profile/records')

    assert petra.submit('/profile/records/5', birth_date=typed).status == 422
    assert noted('patients') == []


def test_after_three_wrong_ones_not_even_the_right_one_will_do_until_tomorrow(offered, shell):
    for left in ('2 more times', '1 more time', 'front desk'):
        with pytest.raises(Refused, match=left):
            records.claim(PETRA, OLGA, WRONG)
    with pytest.raises(Refused) as refused:
        records.claim(PETRA, OLGA, BORN)
    assert refused.value.status == 429 and len(people(shell)) == 2

    clock.freeze(dt.datetime(2026, 6, 2, 6, 1))
    records.claim(PETRA, OLGA, BORN)
    assert len(people(shell)) == 3


def test_the_tries_are_counted_for_all_records_of_an_account(offered, shell):
    shell("INSERT INTO patients (patient_id, full_name, birth_date, email, created_utc) VALUES"
          " (50, 'Otto Other', '1951-01-01', 'petra@mail.test', '2026-01-01')")
    for patient_id in (OLGA, OLGA, 50):
        with pytest.raises(Refused):
            records.claim(PETRA, patient_id, WRONG)

    with pytest.raises(Refused, match='3 times today'):
        records.claim(PETRA, 50, dt.date(1951, 1, 1))


def test_a_new_account_with_the_address_has_no_tries_of_its_own(offered, shell):
    """Who closes the account and opens another one could else guess for ever."""
    for _ in range(3):
        with pytest.raises(Refused):
            records.claim(PETRA, OLGA, WRONG)
    shell("UPDATE users SET email = 'old@mail.test' WHERE user_id = 6")
    shell("UPDATE users SET email = 'petra@mail.test' WHERE user_id = 8")

    with pytest.raises(Refused, match='3 times today'):
        records.claim(MALLORY, OLGA, BORN)


def test_tries_at_the_same_moment_are_counted_one_by_one(offered, shell):
    results = together([lambda day=day: records.claim(PETRA, OLGA, dt.date(1950, 10, day)) for day in range(11, 23)])

    assert sorted(each.status for each in results) == [422] * 3 + [429] * 9
    assert shell("SELECT COUNT(*) FROM audit_log WHERE action = 'record not recognised'") == [(3,)]


def test_a_record_without_a_birth_date_is_for_the_desk(offered, petra, shell):
    shell('UPDATE patients SET birth_date = NULL WHERE patient_id = 5')
    page = petra.get('/profile/records')
    assert 'Please ask at the front desk.' in page.text and 'name="birth_date' not in page.text

    with pytest.raises(Refused, match='front desk'):
        records.claim(PETRA, OLGA, BORN)


def test_this_is_not_me_takes_a_record_off_the_list_for_good(offered, petra, noted):
    petra.get('/profile/records')
    page = petra.submit('/profile/records/5/not-me')

    assert 'We will not ask about this record again.' in page.text and 'Is this you?' not in page.text
    assert 'no other record' in petra.get('/profile/records').text
    assert noted('patients') == [('record declined', OLGA, '')]
    assert petra.get('/profile/records/5').status == 404


def test_a_forgotten_patient_is_in_no_list_of_what_was_said_of_records(offered, shell):
    records.decline(PETRA, OLGA)
    joining.tell_apart(DORA, 1, OLGA)
    users.forget(ADA, OLGA)

    assert shell('SELECT 1 FROM records_declined UNION ALL SELECT 1 FROM patients_apart') == []


def test_several_records_are_a_list(offered, petra, shell):
    shell("INSERT INTO patients (full_name, email, created_utc) VALUES ('Otto', 'petra@mail.test', '2026-01-01')")
    page = petra.get('/profile/records')

    assert 'Record of O. O.' in page.text and 'Record of O.<' in page.text


def test_two_visits_at_one_time_are_named_and_nothing_is_changed(hers, petra, shell, at):
    book(PETRA, at('10:00', 1))
    book(DORA, at('10:00', 1), patient_id=OLGA, staff_id=2)
    petra.get('/profile/records')
    page = petra.submit('/profile/records/5', birth_date='1980-02-29')

    assert page.status == 409 and 'Tue 2 Jun 2026, 10:00 with Dr. Anna Weber' in page.text
    assert 'Please ask at the front desk.' in page.text
    assert shell('SELECT user_id FROM patients WHERE patient_id = 5') == [(None,)]


def test_an_account_that_books_for_twenty_people_takes_no_more(offered, shell):
    for number in range(18):
        shell("INSERT INTO patients (user_id, relation, full_name, created_utc) VALUES (6, 'child', %s, '2026-01-01')",
              f'Child {number}')

    with pytest.raises(Refused, match='at most 20'):
        records.claim(PETRA, OLGA, BORN)


def test_a_claimed_record_twice_is_claimed_once(hers, shell):
    results = together([lambda: records.claim(PETRA, OLGA, hers)] * 4)

    assert [type(each).__name__ for each in results].count('NoneType') == 1
    assert len(people(shell)) == 2
