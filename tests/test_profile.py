"""The own account: sign-ins, people one books for, another address, a copy of all data, and its end."""

import contextlib
import datetime as dt
import json
import re
import threading

import pytest

from app import clock, database
from app.accounts import profile
from app.errors import NotFound
from app.visitor import Visitor
from app.visits import scheduling
from app.visits.wanted import Wanted
from tests.support.accounts import PASSWORD, signed_in, try_to_sign_in
from tests.support.mail_server import mail_server, send
from tests.support.people import DORA, PETRA
from tests.support.statements import statements
from tests.support.visits import book

pytestmark = pytest.mark.usefixtures('cast')


@pytest.mark.parametrize('path', ['/profile', '/profile/relatives', '/profile/relatives/2', '/profile/sign-ins',
                                  '/profile/email', '/profile/close', '/profile/data'])
def test_every_page_of_the_own_account_opens_and_needs_signing_in(petra, path):
    from tests.support.browser import Browser

    assert petra.get(path).status == 200
    assert Browser().get(path).path == '/login'


@pytest.mark.parametrize('path', ['/profile/relatives', '/profile/close'])
def test_what_is_for_patients_is_not_for_staff(path):
    weber = signed_in('weber@clinic.test')

    assert weber.get(path).status == 403
    assert weber.get('/profile/sign-ins').status == weber.get('/profile/email').status == 200


# Sign-ins

def test_sign_ins_are_listed_with_device_and_time(petra, shell):
    shell("UPDATE sessions SET device = 'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko Firefox/128.0'")

    page = petra.get('/profile/sign-ins')
    assert 'Firefox on Linux' in page.text and 'Mon 1 Jun 2026, 08:00' in page.text and 'This device' in page.text


@pytest.mark.parametrize(('agent', 'name'), [
    ('Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Version/17.0 Safari/604.1', 'Safari on iPhone'),
    ('Mozilla/5.0 (Windows NT 10.0) Chrome/126.0 Safari/537.36 Edg/126.0', 'Edge on Windows'),
    ('Mozilla/5.0 (Linux; Android 14) Chrome/126.0 Mobile Safari/537.36', 'Chrome on Android'),
    ('curl/8', 'Unknown device'), ('', 'Unknown device')])
def test_devices_are_told_in_two_words(agent, name):
    assert profile.device(agent) == name


def test_one_sign_in_can_be_ended(petra, shell):
    other = signed_in('petra@mail.test')
    mine, theirs = (row[0] for row in shell('SELECT session_id FROM sessions ORDER BY session_id'))

    petra.get('/profile/sign-ins')
    assert 'That device is signed out.' in petra.submit(f'/profile/sign-ins/{theirs}/end').text
    assert other.get('/profile').path == '/login' and petra.get('/profile').path == '/profile'


def test_all_other_sign_ins_can_be_ended(petra, shell):
    signed_in('petra@mail.test'), signed_in('petra@mail.test'), signed_in('paul@mail.test')

    petra.get('/profile/sign-ins')
    assert petra.submit('/profile/sign-ins/end-others').status == 200
    assert shell('SELECT user_id FROM sessions ORDER BY user_id') == [(6,), (7,)]


def test_nobody_ends_anothers_sign_in(petra, shell):
    mallory = signed_in('mallory@mail.test')
    session_id = shell('SELECT session_id FROM sessions WHERE user_id = 6')[0][0]

    mallory.get('/profile')
    mallory.post(f'/profile/sign-ins/{session_id}/end')
    assert petra.get('/profile').path == '/profile'


# People

def test_a_child_is_added_and_can_be_booked_for(petra, shell):
    petra.get('/profile/relatives')
    page = petra.submit('/profile/relatives', full_name='Kim <Patient>', relation='child', birth_date='2020-02-03')

    assert page.status == 200 and 'Kim &lt;Patient&gt;' in page.text and 'born 3 Feb 2020' in page.text
    assert shell("SELECT user_id, relation, birth_date FROM patients WHERE full_name LIKE 'Kim%%'") == [
        (6, 'child', dt.date(2020, 2, 3))]
    assert shell("SELECT user_id, subject FROM audit_log WHERE action = 'person added'") == [(6, 'patients')]


def test_the_form_of_a_child_sent_twice_adds_one(petra, shell):
    petra.get('/profile/relatives')
    for name in ('Kim Patient', 'Kim Patient', 'kim  patient'):
        page = petra.submit('/profile/relatives', full_name=name, relation='child', birth_date='2020-02-03')
        assert page.status == 200
    assert shell("SELECT COUNT(*) FROM patients WHERE full_name LIKE 'Kim%%'") == [(1,)]

    page = petra.submit('/profile/relatives', full_name='Kim Patient', relation='child', birth_date='2020-02-03',
                        phone='+49 30 1234567')
    assert page.status == 422 and 'already in your list' in page.text and '1234567' in page.text
    assert petra.submit('/profile/relatives', full_name='Kim Patient', relation='child', birth_date='2021-02-03',
                        phone='').status == 200
    assert shell("SELECT COUNT(*) FROM patients WHERE full_name LIKE 'Kim%%'") == [(2,)]


def test_adding_somebody_while_booking_leads_back_with_them_chosen(petra):
    petra.get('/book/1/confirm?service_id=1&starts_at=2026-06-02T10:00')
    petra.get(re.search('href="(/profile/relatives.next=[^"]+)"', petra.page.text)[1].replace('&amp;', '&'))

    page = petra.submit('/profile/relatives', full_name='Kim Patient', relation='child')
    assert 'Confirm your visit' in page.text
    assert re.search('<option value="[0-9]+" selected>Kim Patient', page.text)


def test_a_relative_is_changed(petra, shell):
    petra.get('/profile/relatives/2')
    page = petra.submit('/profile/relatives/2', full_name='Pia Neu', relation='relative', phone='+49 30 99999',
                        birth_date='')

    assert page.status == 200
    assert shell('SELECT full_name, relation, phone, birth_date FROM patients WHERE patient_id = 2') == [
        ('Pia Neu', 'relative', '+49 30 99999', None)]


@pytest.mark.parametrize(('field', 'typed'), [
    ('full_name', ''), ('full_name', 'x' * 121), ('birth_date', '2030-01-01'), ('birth_date', 'x'), ('phone', '12'),
    ('relation', 'self'), ('relation', '')])
def test_a_person_typed_wrong_is_refused_beside_the_field(petra, shell, field, typed):
    for path in ('/profile/relatives', '/profile/relatives/2'):
        petra.get(path)
        page = petra.submit(path, **{'full_name': 'Kim', 'relation': 'child', field: typed})

        assert page.status == 422 and f'id="{field}-error"' in page.text
    assert shell('SELECT COUNT(*) FROM patients WHERE user_id = 6') == [(2,)]


@pytest.mark.parametrize('patient_id', [1, 3, 4, 5, 999])
def test_only_relatives_of_the_own_account_have_a_page(petra, patient_id):
    assert petra.get(f'/profile/relatives/{patient_id}').status == 404
    petra.get('/profile')
    assert petra.post(f'/profile/relatives/{patient_id}', {'full_name': 'X', 'relation': 'child'}).status == 404


def test_one_account_books_for_twenty_people_at_most(petra, shell):
    for number in range(18):
        shell("INSERT INTO patients (user_id, relation, full_name, created_utc) VALUES (6, 'child', %s, '2026-01-01')",
              f'Child {number}')

    petra.get('/profile/relatives')
    page = petra.submit('/profile/relatives', full_name='One more', relation='child')
    assert page.status == 422 and 'at most 20 people' in page.text and 'One more' in page.text


def test_the_statement_itself_changes_nobody_elses_relative(shell):
    mine = {'relation': 'child', 'full_name': 'Mine now', 'birth_date': None, 'phone': None}

    assert not database.change('patients/set_relative', patient_id=2, user_id=8, **mine)
    assert shell('SELECT full_name FROM patients WHERE patient_id = 2') == [('Pia Patient',)]


# A copy of all data

def test_all_own_data_can_be_downloaded(petra, shell, at):
    book(PETRA, at('10:00', 2), patient_id=2, reason='Sore <throat>')
    shell("UPDATE patients SET reference = 'OLD-17' WHERE patient_id = 2")
    shell("INSERT INTO appointments (patient_id, staff_id, room_id, service_id, starts_at, ends_at, created_utc) "
          "VALUES (3, 2, 1, 1, %s, %s, '2026-01-01')", at('12:00', 3), at('12:30', 3))

    page = petra.get('/profile/data')
    assert page.headers['content-disposition'] == 'attachment; filename="my-data.json"'
    found = json.loads(page.body)
    assert found['account']['email'] == 'petra@mail.test' and found['account']['birth_date'] == '1980-02-29'
    assert found['account']['created_at'] and found['account']['signed_in_at'] and 'theme' in found['account']
    assert [(person['full_name'], person['reference']) for person in found['people']] == [
        ('Petra Patient', None), ('Pia Patient', 'OLD-17')]
    assert [(visit['starts_at'], visit['reason']) for visit in found['visits']] == [
        ('2026-06-03T10:00:00+02:00', 'Sore <throat>')]
    assert found['mail'] and found['signed_in'] and found['history_of_visits'] and found['sign_in_attempts']
    assert 'password' not in page.body.decode() and 'Paul' not in page.body.decode()


# The end

def test_closing_the_account_forgets_what_is_personal_and_keeps_the_counts(petra, shell, at):
    coming = book(PETRA, at('10:00', 2), patient_id=2, reason='My secret')
    past = book(PETRA, at('14:00', 3), reason='Old secret')
    shell("UPDATE appointments SET starts_at = '2026-05-04 14:00', ends_at = '2026-05-04 14:30', "
          "status = 'completed' WHERE appointment_id = %s", past)
    petra.get('/profile/close')
    assert 'Wed 3 Jun 2026, 10:00' in petra.page.text

    page = petra.submit('/profile/close', current_password=PASSWORD)
    assert page.path == '/' and 'Your account is closed' in page.text and 'Sign in' in page.text
    assert shell('SELECT appointment_id, status, reason FROM appointments ORDER BY appointment_id') == [
        (coming, 'cancelled', ''), (past, 'completed', '')]
    assert shell('SELECT user_id, birth_date, phone, email, forgotten_utc IS NOT NULL FROM patients '
                 'WHERE patient_id IN (1, 2)') == [(None, None, None, None, 1)] * 2
    assert shell('SELECT COUNT(*) FROM claims WHERE appointment_id = %s', coming) == [(0,)]
    assert shell('SELECT COUNT(*) FROM sessions') == shell('SELECT COUNT(*) FROM users WHERE user_id = 6') == [(0,)]
    assert try_to_sign_in('petra@mail.test').status == 422


def test_a_past_visit_of_a_forgotten_patient_still_gets_its_outcome(petra, shell, at):
    past = book(PETRA, at('14:00', 3), reason='Knee')
    shell("UPDATE appointments SET starts_at = '2026-05-04 14:00', ends_at = '2026-05-04 14:30'")
    petra.get('/profile/close')
    petra.submit('/profile/close', current_password=PASSWORD)

    scheduling.set_status(DORA, past, 'completed')
    assert shell('SELECT status FROM appointments') == [('completed',)]


def test_for_a_forgotten_patient_nothing_is_booked_or_moved(petra, shell, at):
    past = book(PETRA, at('14:00', 3), reason='Knee')
    shell("UPDATE appointments SET starts_at = '2026-05-04 14:00', ends_at = '2026-05-04 14:30'")
    petra.get('/profile/close')
    petra.submit('/profile/close', current_password=PASSWORD)

    dora = DORA
    with pytest.raises(NotFound):
        scheduling.move(dora, past, Wanted(starts_at=at('10:00', 1)))
    with pytest.raises(NotFound):
        book(dora, at('10:00', 1))


def test_nothing_personal_is_left_anywhere(petra, shell, at):
    book(PETRA, at('10:00', 2), patient_id=2, reason='My secret')
    petra.get('/profile/close')
    petra.submit('/profile/close', current_password=PASSWORD)

    columns = shell("SELECT table_name, column_name FROM information_schema.columns JOIN information_schema.tables "
                    "USING (table_schema, table_name) WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE' "
                    "AND data_type IN ('varchar', 'char', 'text')")
    for word in ('Petra', 'Pia Pat', 'petra@', 'My secret', '555 01'):
        left = [f'{table}.{column}' for table, column in columns if table != 'settings' and
                shell(f'SELECT 1 FROM `{table}` WHERE `{column}` LIKE %s LIMIT 1', f'%{word}%')]
        assert (word, left) == (word, [])


def test_the_visits_person_is_told_of_the_cancellation(petra, shell, at):
    shell('UPDATE staff SET wants_mail = TRUE')
    book(PETRA, at('10:00', 2), reason='Knee')
    petra.get('/profile/close')
    petra.submit('/profile/close', current_password=PASSWORD)

    with mail_server() as server:
        send()
    assert [(message['To'], message['Subject']) for message in server.messages()] == [
        ('weber@clinic.test', 'A visit was cancelled')]
    assert shell("SELECT COUNT(*) FROM notifications WHERE recipient LIKE 'petra%%'") == [(0,)]


def test_the_wrong_password_closes_nothing(petra, shell, at):
    book(PETRA, at('10:00', 2), reason='Knee')
    petra.get('/profile/close')
    page = petra.submit('/profile/close', current_password='wrong horse')

    assert page.status == 422 and 'not your current password' in page.text
    assert shell("SELECT COUNT(*) FROM appointments WHERE status = 'booked'") == [(1,)]


def test_an_account_is_not_closed_while_its_patient_is_in_the_clinic(petra, shell, at):
    appointment_id = book(PETRA, at('09:00', 0), reason='Knee')
    clock.freeze(clock.to_utc(at('09:05')))
    shell("UPDATE appointments SET status = 'arrived' WHERE appointment_id = %s", appointment_id)
    petra.get('/profile/close')
    page = petra.submit('/profile/close', current_password=PASSWORD)

    assert page.status == 409 and 'in the clinic now' in page.text
    assert shell('SELECT full_name FROM patients WHERE patient_id = 1') == [('Petra Patient',)]


def test_after_closing_nobody_can_be_booked_by_a_form_that_was_still_open(petra, shell):
    other = signed_in('petra@mail.test')
    other.get('/book/1/confirm?service_id=1&starts_at=2026-06-02T10:00')
    petra.get('/profile/close')
    petra.submit('/profile/close', current_password=PASSWORD)

    assert other.submit('/appointments', follow=False).status == 401
    assert shell('SELECT COUNT(*) FROM appointments') == [(0,)]


def test_the_pages_cost_a_fixed_number_of_statements(petra, shell):
    def count(path):
        return len(statements(lambda: petra.get(path)))
    before = [count(path) for path in ('/profile/relatives', '/profile/sign-ins', '/profile/data', '/profile/close')]
    for number in range(15):
        shell("INSERT INTO patients (user_id, relation, full_name, created_utc) VALUES (6, 'child', %s, '2026-01-01')",
              f'Child {number}')

    assert before == [2, 2, 14, 2]
    assert before == [count(path) for path in ('/profile/relatives', '/profile/sign-ins', '/profile/data',
                                               '/profile/close')]


def test_closing_while_a_form_is_being_sent_leaves_no_visit_of_nobody(shell, at):
    for turn in range(10):
        user_id = 100 + turn
        shell("INSERT INTO users (user_id, email, role, full_name, created_utc) "
              "VALUES (%s, %s, 'patient', 'Rae', '2026-01-01')", user_id, f'rae{turn}@mail.test')
        shell("INSERT INTO patients (patient_id, user_id, full_name, created_utc) VALUES (%s, %s, 'Rae', '2026-01-01')",
              user_id, user_id)
        rae, together = Visitor(user_id, 'patient'), threading.Barrier(2)

        def close(rae=rae, together=together):
            together.wait()
            profile._close_account(rae)

        closing = threading.Thread(target=close)
        closing.start()
        together.wait()
        with contextlib.suppress(NotFound):
            book(rae, at('10:00', 1), patient_id=user_id, reason='Knee')
        closing.join()

    assert shell("SELECT COUNT(*) FROM patients WHERE full_name = 'Rae'") == [(0,)]
    assert shell("SELECT COUNT(*) FROM appointments WHERE status <> 'cancelled' OR reason <> ''") == [(0,)]
    assert shell('SELECT COUNT(*) FROM claims') == [(0,)]
