"""The desk merges two records of one patient: found, side by side, chosen field by field. And likely doubles."""

import datetime as dt

import pytest

from app import database
from app.accounts import joining
from app.clinic import patients
from app.errors import Forbidden, NotFound
from tests.support import invariants
from tests.support.moments import kinds, together
from tests.support.people import ADA, DORA, PAUL, PETRA, WEBER
from tests.support.visits import book

CHOSEN = dict.fromkeys(('full_name', 'birth_date', 'phone', 'email', 'reference', 'account'), 'one')


@pytest.fixture
def olga_again(cast, shell):
    """A second record of Olga's, 50, which the desk added."""
    shell("INSERT INTO patients (patient_id, full_name, birth_date, phone, email, reference, created_utc) VALUES"
          " (50, 'Olga On-the-Phone', NULL, '030 7777777', 'olga@mail.test', 'old-5', '2026-05-01')")


@pytest.fixture
def merge(cast):
    """merge(DORA, 5, 50, full_name='other') → joining.merge_records() of what the page shows now."""
    def run(visitor, one, other, **chosen):
        return joining.merge_records(visitor, one, other, {
            **CHOSEN, 'seen': joining.compare(database, one, other).seen, **chosen})
    return run


def test_the_desk_finds_the_other_record_and_merges_both_field_by_field(olga_again, browser, shell, at):
    visit = book(DORA, at('10:00', 1), patient_id=50)
    dora = browser('dora')
    page = dora.get('/staff/patients/5')
    assert '/staff/patients/5/merge' in page.text
    page = dora.get('/staff/patients/5/merge?q=olga')
    assert '/staff/patients/5/merge?with=50' in page.text and 'with=5"' not in page.text
    page = dora.get('/staff/patients/5/merge?with=50')
    assert 'Olga Onthephone' in page.text and 'Olga On-the-Phone' in page.text and 'leave empty' in page.text
    page = dora.submit('/staff/patients/5/merge', full_name='one', phone='other', birth_date='one')

    assert page.path == '/staff/patients/5' and 'The two records are one now.' in page.text
    assert shell('SELECT full_name, birth_date, phone, email, reference FROM patients WHERE patient_id = 5') == [
        ('Olga Onthephone', dt.date(1950, 10, 10), '030 7777777', 'olga@mail.test', 'old-5')]
    assert shell('SELECT patient_id FROM appointments WHERE appointment_id = %s', visit) == [(5,)]
    assert not shell('SELECT 1 FROM patients WHERE patient_id = 50')


def test_the_fuller_detail_is_chosen_before_anybody_chooses(olga_again, browser):
    page = browser('dora').get('/staff/patients/5/merge?with=50')
    chosen = next(form for where, form in page.forms if where.endswith('/merge') and 'seen' in form)

    assert {name: chosen[name] for name in ('full_name', 'birth_date', 'email', 'reference')} == {
        'full_name': 'other', 'birth_date': 'one', 'email': 'other', 'reference': 'other'}


@pytest.mark.parametrize(('name', 'status'), [('weber', 404), ('lind', 404), ('dora', 200), ('ada', 200)])
def test_only_the_desk_and_admins_merge(olga_again, browser, shell, at, name, status):
    book(DORA, at('10:00', 1), patient_id=5)
    somebody = browser(name)
    assert [somebody.get(f'/staff/patients/5/merge{asked}').status for asked in ('', '?with=50')] == [status] * 2
    if status == 404:
        somebody.get('/staff/profile')
        assert somebody.post('/staff/patients/5/merge', {'with': 50}).status == 404
        assert somebody.post('/staff/patients/5/apart', {'with': 50}).status == 404
    assert len(shell('SELECT 1 FROM patients WHERE patient_id IN (5, 50)')) == 2


def test_a_member_of_staff_who_is_not_the_desk_cannot_merge_past_the_page(olga_again, merge):
    for act in (lambda: merge(WEBER, 5, 50), lambda: joining.tell_apart(WEBER, 5, 50)):
        with pytest.raises(NotFound):
            act()


def test_overlapping_visits_are_shown_with_links_and_without_a_button(olga_again, browser, shell, at):
    first = book(DORA, at('10:00', 1), patient_id=5)
    second = book(DORA, at('10:00', 1), patient_id=50, staff_id=2)
    dora = browser('dora')
    page = dora.get('/staff/patients/5/merge?with=50')

    assert 'Both have a visit at the same time' in page.text and 'Merge into one record' not in page.text
    assert f'href="/appointments/{first}"' in page.text and f'href="/appointments/{second}"' in page.text
    page = dora.submit('/staff/patients/5/merge')
    assert page.status == 409 and 'Please cancel or move one of them first.' in page.text
    assert len(shell('SELECT 1 FROM patients WHERE patient_id IN (5, 50)')) == 2


def test_a_record_changed_meanwhile_is_shown_again(olga_again, browser, shell):
    dora = browser('dora')
    dora.get('/staff/patients/5/merge?with=50')
    shell("UPDATE patients SET phone = '030 8888888' WHERE patient_id = 5")
    page = dora.submit('/staff/patients/5/merge', full_name='one')

    assert page.status == 409 and 'has been changed' in page.text and '030 8888888' in page.text
    assert shell('SELECT 1 FROM patients WHERE patient_id = 50')
    page = dora.submit('/staff/patients/5/merge', full_name='one')
    assert page.status == 200 and not shell('SELECT 1 FROM patients WHERE patient_id = 50')


@pytest.mark.parametrize('path', ['/staff/patients/5/merge?with=5', '/staff/patients/5/merge?with=999',
                                  '/staff/patients/999/merge?with=5', '/staff/patients/999/merge'])
def test_a_record_that_is_not_there_is_404(cast, browser, path):
    assert browser('dora').get(path).status == 404


@pytest.mark.parametrize('fields', [{}, {'with': 'x'}, {'with': 5}, {'with': 50, 'seen': 'x', 'phone': 'both'},
                                    {'with': 50, 'seen': 'é' * 100}])
def test_a_form_that_was_tampered_with_merges_nothing(olga_again, browser, shell, fields):
    dora = browser('dora')
    dora.get('/staff/patients/5/merge?with=50')

    assert dora.post('/staff/patients/5/merge', fields).status in (404, 409, 422)
    assert len(shell('SELECT 1 FROM patients WHERE patient_id IN (5, 50)')) == 2


# Whose account it is afterwards

def test_the_account_gets_the_other_record_whichever_was_opened_first(cast, shell, merge):
    """The desk's record of Petra, and the one of her account: the account's stays, and mail goes to its address."""
    for number, pair in enumerate(((1, 60), (61, 1))):
        shell("INSERT INTO patients (patient_id, full_name, email, created_utc) VALUES"
              " (%s, 'P', 'p@x.test', '2026-05-01')", 60 + number)
        own, else_s = ('one', 'other') if pair[0] == 1 else ('other', 'one')
        assert merge(DORA, *pair, full_name=own, phone=own, birth_date=own, email=else_s) == 1

    assert shell('SELECT user_id, full_name, email FROM patients WHERE patient_id = 1') == [(6, 'Petra Patient', None)]
    assert not shell('SELECT 1 FROM patients WHERE patient_id >= 60')


def test_two_of_one_account_keep_the_holder(cast, shell, merge):
    assert merge(DORA, 2, 1, full_name='other', birth_date='other', phone='other') == 1
    assert shell('SELECT patient_id, relation FROM patients WHERE user_id = 6') == [(1, 'self')]


def test_two_accounts_are_joined_by_an_admin_alone(cast, browser, shell, merge):
    page = browser('dora').get('/staff/patients/1/merge?with=3')
    assert 'Only an admin can merge these records.' in page.text and 'Merge into one record' not in page.text
    with pytest.raises(Forbidden):
        merge(DORA, 1, 3)
    ada = browser('ada')
    ada.get('/staff/patients/1/merge?with=3')
    page = ada.submit('/staff/patients/1/merge', account='other', full_name='one')

    assert page.path.startswith('/staff/patients/3')
    assert shell('SELECT patient_id, user_id, relation FROM patients WHERE user_id IN (6, 7) ORDER BY 1') == [
        (2, 7, 'child'), (3, 7, 'self')]
    assert not shell('SELECT 1 FROM users WHERE user_id = 6')
    assert shell('SELECT full_name FROM users WHERE user_id = 7') == [('Petra Patient',)]


def test_a_grown_up_child_keeps_an_account_of_their_own(cast, shell, merge):
    """Pia is a child of Petra's account and Paul holds one: his stays, and Petra's goes on without her."""
    assert merge(ADA, 2, 3) == 3

    assert shell('SELECT patient_id, user_id, relation FROM patients WHERE user_id IN (6, 7) ORDER BY 1') == [
        (1, 6, 'self'), (3, 7, 'self')]


def test_a_child_of_two_accounts_stays_with_the_one_that_is_chosen(cast, shell, merge):
    shell("INSERT INTO patients (patient_id, user_id, relation, full_name, birth_date, created_utc) VALUES"
          " (70, 7, 'child', 'Pia Patient', '2018-05-05', '2026-05-01')")

    assert merge(ADA, 2, 70, account='other') == 70
    assert shell('SELECT patient_id FROM patients WHERE user_id IN (6, 7) ORDER BY 1') == [(1,), (3,), (70,)]
    assert len(shell('SELECT 1 FROM users WHERE user_id IN (6, 7)')) == 2


@pytest.mark.parametrize(('pair', 'said'), [
    ((5, 50), 'Merge into one record'), ((1, 5), 'sees all these visits'), ((1, 3), 'Which account is kept?'),
    ((2, 3), 'no longer books for the patient'), ((1, 2), 'Merge into one record')])
def test_what_becomes_of_accounts_is_said_in_words(olga_again, ada, pair, said):
    assert said in ada.get('/staff/patients/{}/merge?with={}'.format(*pair)).text


def test_two_who_merge_the_same_records_at_once_merge_them_once(olga_again, shell, merge):
    results = together([lambda: merge(DORA, 5, 50), lambda: merge(ADA, 50, 5)] * 3)

    assert sorted(map(type, results), key=str).count(int) == 1
    assert all(isinstance(each, int | NotFound) for each in results), results
    assert len(shell('SELECT 1 FROM patients WHERE patient_id IN (5, 50)')) == 1


def test_a_booking_for_the_other_record_of_two_accounts_is_not_lost(cast, fresh, shell, merge, at):
    """An admin joins two accounts while both book: what was booked is there, under a patient who is there."""
    for _ in range(8):
        fresh()
        results = together([lambda: book(PETRA, at('10:00', 2)), lambda: merge(ADA, 1, 3),
                            lambda: book(PAUL, at('11:00', 2), patient_id=3, staff_id=2)])
        booked = [each for each in (results[0], results[2]) if isinstance(each, int)]

        assert kinds(results).keys() <= {'won', 'NotFound', 409}
        assert shell('SELECT COUNT(*) FROM appointments JOIN patients USING (patient_id)') == [(len(booked),)]
        assert invariants.broken(shell) == {}


# Likely doubles

@pytest.mark.parametrize(('one', 'other', 'alike'), [
    (('Ann Berg', '1980-01-01', None, None), ('Anna-Lena BERG', '1980-01-01', None, None), True),
    (('Ann Berg', '1980-01-01', None, None), ('Ann Berg', '1980-01-02', None, None), False),
    (('Ann Berg', '1980-01-01', None, None), ('Mia Wolf', '1980-01-01', None, None), False),
    (('Ann B. Wolf', '1980-01-01', None, None), ('Max B. Kern', '1980-01-01', None, None), False),
    (('Ann Berg', None, '030 1234567', None), ('Ann Wolf', None, '(030) 123-4567', None), True),
    (('Ann Berg', None, '030 1234567', None), ('Tom Berg', None, '0301234567', None), False),
    (('Ann Berg', None, None, 'a@x.test'), ('ann wolf', None, None, 'a@x.test'), True),
    (('Ann Berg', None, None, 'a@x.test'), ('Tom Berg', None, None, 'a@x.test'), False),
    (('Ann Berg', None, None, None), ('Ann Berg', None, None, None), False),
])
def test_records_that_look_alike_are_listed(cast, shell, one, other, alike):
    for patient_id, row in ((80, one), (81, other)):
        shell("INSERT INTO patients (patient_id, full_name, birth_date, phone, email, created_utc) VALUES"
              " (%s, %s, %s, %s, %s, '2026-05-01')", patient_id, *row)

    assert [(row['patient_id'], row['other_id']) for row in patients.list_doubles(20)] == [(80, 81)] * alike


def test_a_record_with_the_address_of_an_account_and_its_holders_first_name_is_listed(cast, shell):
    shell("UPDATE patients SET email = 'petra@mail.test', full_name = 'Petra P.' WHERE patient_id = 5")

    assert [(row['patient_id'], row['other_id']) for row in patients.list_doubles(20)] == [(1, 5)]


def test_an_account_that_only_typed_the_address_is_no_likely_double(cast, shell, ada):
    """Who registers with a stranger's address is not offered their record, not even by the list of the clinic."""
    shell("UPDATE patients SET email = 'petra@mail.test', full_name = 'Petra P.' WHERE patient_id = 5")
    shell('UPDATE users SET email_proven_utc = NULL WHERE user_id = 6')

    assert patients.list_doubles(20) == []
    page = ada.get('/staff/patients/1/merge?with=5')
    assert 'petra@mail.test, not confirmed' in page.text
    assert 'Ask the patient whether the account is theirs.' in page.text and 'once it is confirmed.' in page.text


def test_of_two_accounts_the_one_with_the_confirmed_address_is_kept_unless_somebody_chooses(cast, shell, ada):
    shell("UPDATE users SET email_proven_utc = NULL WHERE user_id = 6")        # Petra's; her record is 1
    [(other_id,)] = shell("SELECT patient_id FROM patients WHERE user_id = 7 AND relation = 'self'")
    page = ada.get(f'/staff/patients/1/merge?with={other_id}')
    chosen = next(form for where, form in page.forms if where.endswith('/merge') and 'seen' in form)

    assert chosen['account'] == 'other'
    assert 'petra@mail.test, not confirmed</label>' in page.text


def test_accounts_that_nobody_knows_do_not_fill_the_list_of_likely_doubles(cast, shell, ada):
    for number in (90, 91, 92):
        shell("INSERT INTO users (user_id, email, password_hash, role, full_name, created_utc) VALUES"
              " (%s, %s, 'x', 'patient', 'Olga Onthephone', '2026-05-01')", number, f'olga.{number}@mail.test')
        shell("INSERT INTO patients (patient_id, user_id, full_name, birth_date, phone, created_utc) VALUES"
              " (%s, %s, 'Olga Onthephone', '1950-10-11', '030 7654321', '2026-05-01')", number, number)
    assert patients.list_doubles(20) == []
    shell('UPDATE users SET email_proven_utc = created_utc WHERE user_id = 92')

    assert [(row['patient_id'], row['other_id']) for row in patients.list_doubles(20)] == [(90, 92), (91, 92)]
    page = ada.get('/admin/patients/doubles')
    assert 'olga.90@mail.test, not confirmed' in page.text and 'olga.92@mail.test, not' not in page.text
    assert 'olga.90@mail.test (not confirmed)' in ada.get('/admin/patients/90').text


def test_two_of_one_account_are_not_asked_about(cast, shell):
    """Twins share a birthday, and who added both knows that they are two."""
    shell("INSERT INTO patients (user_id, relation, full_name, birth_date, created_utc) VALUES"
          " (6, 'child', 'Pim Patient', '2018-05-05', '2026-05-01')")

    assert patients.list_doubles(20) == []


def test_a_changed_birth_date_makes_and_unmakes_a_double(cast, shell):
    shell("INSERT INTO patients (patient_id, full_name, birth_date, created_utc) VALUES"
          " (80, 'Olga Other', NULL, '2026-05-01')")
    assert patients.list_doubles(20) == []
    shell("UPDATE patients SET birth_date = '1950-10-10' WHERE patient_id = 80")
    assert len(patients.list_doubles(20)) == 1
    shell("UPDATE patients SET full_name = 'Onthephone' WHERE patient_id = 80")
    assert len(patients.list_doubles(20)) == 1
    shell("UPDATE patients SET birth_date = '1950-10-11' WHERE patient_id = 80")
    assert patients.list_doubles(20) == []


def test_the_dashboard_names_doubles_until_somebody_has_told_them_apart(olga_again, ada, shell, noted):
    shell("UPDATE patients SET birth_date = '1950-10-10' WHERE patient_id = 50")
    assert '1 pair of records may be the same patient' in ada.get('/admin').text
    page = ada.get('/admin/patients/doubles')
    assert '/staff/patients/5/merge?with=50' in page.text
    page = ada.submit('/staff/patients/5/apart')

    assert page.path.startswith('/admin/patients/doubles') and 'No records look alike.' in page.text
    assert 'may be the same patient' not in ada.get('/admin').text
    assert noted('patients') == [('patients told apart', 5, '5 and 50')]
    assert shell('SELECT * FROM patients_apart') == [(5, 50)]


def test_records_that_are_told_apart_while_they_are_merged_are_one_or_the_other(olga_again, merge):
    results = together([lambda: merge(DORA, 5, 50), lambda: joining.tell_apart(ADA, 5, 50)] * 3)

    assert kinds(results).keys() <= {'won', 'NoneType', 'NotFound'}


def test_telling_apart_twice_or_the_other_way_round_is_one_pair(olga_again, shell):
    for pair in ((5, 50), (50, 5), (5, 50)):
        joining.tell_apart(ADA, *pair)

    assert shell('SELECT * FROM patients_apart') == [(5, 50)]


def test_many_doubles_are_counted_to_twenty(cast, ada, shell):
    for _ in range(8):
        shell("INSERT INTO patients (full_name, birth_date, created_utc) VALUES"
              " ('Ann Berg', '1980-01-01', '2026-05-01')")
    assert 'more than 20 pairs of records' in ada.get('/admin').text
    page = ada.get('/admin/patients/doubles')

    assert page.text.count('These are two people<') == 20 and 'There are more.' in page.text
