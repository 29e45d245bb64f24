"""Two accounts of one person become one: what both hold is kept, once, and nobody else's."""

import datetime as dt

import pytest

from app import database
from app.accounts import joining, one_time_links, sessions
from app.errors import NotFound, Refused
from tests.support import invariants
from tests.support.people import ADA, DORA, MALLORY, PAUL, PETRA
from tests.support.visits import book

KEPT, GONE = PETRA.user_id, 20


@pytest.fixture
def second(shell):
    """A second account of Petra's, 20, with a record of her own, 30."""
    shell("INSERT INTO users (user_id, email, role, full_name, created_utc) VALUES"
          " (20, 'petra@mail.test', 'patient', 'petra  patient', '2026-05-01')")
    shell("INSERT INTO patients (patient_id, user_id, relation, full_name, phone, created_utc) VALUES"
          " (30, 20, 'self', 'petra  patient', '030 7777777', '2026-05-01')")


@pytest.fixture
def join(cast):
    """join() → the second account is joined to the first."""
    @database.retried
    def run(kept=KEPT, gone=GONE):
        with database.transaction() as tx:
            joining.join_accounts(tx, PETRA, kept, gone)
    return run


def people(shell, user_id=KEPT):
    return shell('SELECT patient_id, relation, full_name FROM patients WHERE user_id = %s ORDER BY patient_id', user_id)


def test_the_own_records_are_merged_where_they_agree(shell, second, join, at):
    visit = book(DORA, at('10:00', 1), patient_id=30)
    join()

    assert people(shell) == [(1, 'self', 'Petra Patient'), (2, 'child', 'Pia Patient')]
    assert shell('SELECT patient_id FROM appointments WHERE appointment_id = %s', visit) == [(1,)]
    assert not shell('SELECT 1 FROM users WHERE user_id = 20')
    assert invariants.broken(shell).keys() <= {'half booked'}       # its address was not proven: no mail was written


@pytest.mark.parametrize(('name', 'born'), [('Peter Patient', '1980-02-29'), ('Petra Patient', '1981-02-28')])
def test_an_own_record_of_somebody_else_becomes_a_relative(shell, second, join, name, born):
    shell('UPDATE patients SET full_name = %s, birth_date = %s WHERE patient_id = 30', name, born)
    join()

    assert people(shell)[2] == (30, 'relative', name)


def test_a_child_that_is_there_twice_is_there_once_and_another_one_moves(shell, second, join):
    shell("INSERT INTO patients (patient_id, user_id, relation, full_name, birth_date, created_utc) VALUES"
          " (31, 20, 'child', 'PIA PATIENT', '2018-05-05', '2026-05-01'),"
          " (32, 20, 'child', 'Pia Patient', '2020-05-05', '2026-05-01'),"
          " (33, 20, 'child', 'Pia Patient', NULL, '2026-05-01')")
    join()

    assert people(shell)[1:] == [(number, 'child', 'Pia Patient') for number in (2, 32, 33)]


def test_what_only_the_other_record_knows_is_kept(shell, second, join):
    shell('UPDATE patients SET birth_date = NULL, phone = NULL WHERE patient_id = 1')
    shell("UPDATE patients SET birth_date = '1980-02-29' WHERE patient_id = 30")
    join()

    assert shell('SELECT full_name, birth_date, phone FROM patients WHERE patient_id = 1') == [
        ('Petra Patient', dt.date(1980, 2, 29), '030 7777777')]
    assert shell('SELECT full_name, phone FROM users WHERE user_id = 6') == [('Petra Patient', '030 7777777')]


def test_sessions_and_links_of_the_other_account_end_with_it(shell, second, join):
    with database.transaction() as tx:
        sessions.start(tx, PETRA.in_the_name_of(GONE, 'patient'))
        one_time_links.make(tx, GONE, 'reset')
    join()

    assert not shell('SELECT 1 FROM sessions WHERE user_id = 20') and not shell('SELECT 1 FROM password_resets')


def test_sign_ins_to_a_common_address_are_remembered(shell, second, join):
    shell("INSERT INTO sign_in_attempts (email, address, tried_utc, succeeded) VALUES"
          " ('petra@mail.test', '192.0.2.1', '2026-06-01', TRUE)")
    join()

    assert shell('SELECT COUNT(*) FROM sign_in_attempts') == [(1,)]


def test_who_booked_stays_known(shell, second, join, at):
    visit = book(PETRA.in_the_name_of(GONE, 'patient'), at('10:00', 1), patient_id=30)
    join()

    assert shell('SELECT booked_by FROM appointments WHERE appointment_id = %s', visit) == [(KEPT,)]
    assert shell('SELECT user_id FROM appointment_history WHERE appointment_id = %s', visit) == [(KEPT,)]


def test_two_visits_at_one_time_leave_both_accounts_as_they_are(shell, second, join, at):
    book(PETRA, at('10:00', 1))
    book(DORA, at('10:00', 1), patient_id=30, staff_id=2)
    with pytest.raises(Refused) as refused:
        join()

    assert refused.value.status == 409 and 'front desk' in str(refused.value)
    assert people(shell, GONE) == [(30, 'self', 'petra  patient')]


def test_a_joined_account_is_written_down(noted, second, join):
    join()

    assert noted('users') == [('accounts joined', KEPT, 'petra@mail.test joined')]


@pytest.mark.parametrize(('kept', 'gone'), [(KEPT, KEPT), (KEPT, 999), (999, KEPT), (KEPT, DORA.user_id),
                                            (ADA.user_id, PAUL.user_id)])
def test_only_two_accounts_of_patients_are_joined(join, kept, gone):
    with pytest.raises(NotFound):
        join(kept, gone)


def test_two_strangers_accounts_keep_both_people_apart(shell, join):
    join(PAUL.user_id, MALLORY.user_id)

    assert people(shell, PAUL.user_id) == [(3, 'self', 'Paul Patient'), (4, 'relative', 'Mallory Mallet')]
