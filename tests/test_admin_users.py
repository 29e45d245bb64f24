"""People as an admin sees them: opening, changing, closing and deleting accounts, and handing visits over."""

import contextlib
import dataclasses
import functools
import re
import threading
from datetime import timedelta

import pytest

from app import clock, config, database
from app.accounts import enrolment, one_time_links, users
from app.clinic import closures, services
from app.errors import Forbidden
from app.visitor import Visitor
from app.visits import handover, scheduling
from app.visits.wanted import Wanted
from tests.support import visits
from tests.support.accounts import ONE_OF_EACH, signed_in, try_to_sign_in
from tests.support.browser import Browser
from tests.support.moments import during, together
from tests.support.people import ADA, PETRA
from tests.support.statements import statements

NEW_PASSWORD = 'violet otters ski uphill'


@pytest.fixture
def book(cast, at):
    """book(patient_id, staff_id, time, days) → the appointment_id of a consultation."""
    def act(patient_id=1, staff_id=1, time='10:00', days=1, visitor=ADA):
        return visits.book(visitor, at(time, days), patient_id=patient_id, staff_id=staff_id, reason='private')
    return act


def past(shell, staff_id=1, patient_id=1):
    """A visit of last week, completed."""
    shell("INSERT INTO appointments (patient_id, staff_id, room_id, service_id, starts_at, ends_at, status, reason, "
          "created_utc) VALUES (%s, %s, 1, 1, '2026-05-20 10:00', '2026-05-20 10:30', 'completed', 'private', "
          "'2026-05-01')", patient_id, staff_id)


def second_admin(shell):
    shell("INSERT INTO users (user_id, email, password_hash, role, full_name, created_utc) "
          "SELECT 20, 'abe@clinic.test', password_hash, 'admin', 'Abe Admin', '2026-01-01' FROM users "
          "WHERE user_id = 1")


def at_once(*works):
    """Run functions at the same moment, each in a thread: what became of each, as 'done' or the name of its error."""
    return [type(given).__name__ if isinstance(given, Exception) else 'done' for given in together(works)]


@contextlib.contextmanager
def meeting_after(*names):
    """Two threads wait for each other after these statements; where a lock keeps the second away, the first goes on."""
    ready = threading.Barrier(2)

    def wait(name, *_):
        if name in names:
            with contextlib.suppress(threading.BrokenBarrierError):
                ready.wait(timeout=0.5)
    database.on_statement.append(wait)
    try:
        yield
    finally:
        database.on_statement.remove(wait)


def acts(shell):
    return [row[0] for row in shell('SELECT action FROM audit_log ORDER BY audit_id')]


# Searching ------------------------------------------------------------------------------------------------------

@pytest.mark.parametrize('query, found', [
    ('text=petr', ['Petra Patient']), ('text=OKAFOR%40', ['Dr. Ben Okafor']), ('text=030+555+02', ['Paul Patient']),
    ('role=admin', ['Ada Admin']), ('state=closed', ['Dina Deactivated']), ('text=%25', []), ('text=_', []),
    ('role=staff&text=d', ['Dora Desk', 'Dr. Anna Weber', 'Dr. Ben Okafor', 'Nurse Lind']),
])
def test_people_are_found_by_name_email_phone_role_and_state(ada, query, found):
    page = ada.get(f'/admin/users?{query}')

    assert re.findall(r'<th scope="row"><a href="[^"]+">([^<]+)', page.text) == found


def test_a_long_list_of_people_comes_in_pages(ada, shell):
    shell("INSERT INTO users (email, role, full_name, created_utc) SELECT CONCAT('x', minute, '@x.test'), 'patient', "
          "CONCAT('Xaver ', minute), '2026-01-01' FROM spans WHERE length = 300")

    page = ada.get('/admin/users?text=xaver&page=2')
    assert '60' in page.text and 'Page 2 of 2' in page.text
    assert page.text.count('<th scope="row">') == 10
    assert '/admin/users?text=xaver&amp;page=1' in page.text


@pytest.mark.parametrize('query', ['page=0', 'page=-1', 'page=99999999999', 'page=x', 'role=king', 'state=x',
                                   'text=' + 'a' * 500])
def test_a_strange_query_is_still_a_list(ada, query):
    assert ada.get(f'/admin/users?{query}').status == 200


# Opening --------------------------------------------------------------------------------------------------------

def new_staff(browser, **changes):
    browser.get('/admin/users/new?role=staff')
    return browser.submit('/admin/users', **{
        'full_name': 'Dr. Nia New', 'email': 'Nia@clinic.test', 'phone': '+49 30 555 99',
        'specialization': 'Paediatrics', 'slot_minutes': '20', 'usual_room_id': '2',
        'service_1': 'on', 'service_3': 'on', **changes})


def link_on(page):
    return re.search(r'/reset-password/[A-Za-z0-9_-]{43}', page.text)[0]


def test_new_staff_set_their_own_password_by_a_link_that_is_shown_once(ada, shell):
    page = new_staff(ada)
    link = link_on(page)

    assert shell('SELECT email, role, password_hash FROM users WHERE full_name = %s', 'Dr. Nia New') == [
        ('nia@clinic.test', 'staff', None)]
    assert shell('SELECT specialization, slot_minutes, usual_room_id, is_bookable FROM staff '
                 'ORDER BY staff_id DESC LIMIT 1') == [('Paediatrics', 20, 2, 1)]
    assert shell('SELECT service_id FROM staff_services JOIN staff USING (staff_id) JOIN users USING (user_id) '
                 "WHERE email = 'nia@clinic.test' ORDER BY service_id") == [(1,), (3,)]
    assert 'reset-password' not in page.path
    nia = Browser()
    nia.get(link)
    nia.submit(link, password=NEW_PASSWORD)
    assert try_to_sign_in('nia@clinic.test', NEW_PASSWORD).path.startswith('/staff')
    assert Browser().get(link).status == 404
    assert acts(shell) == ['account created', 'password set by link']


def test_no_page_of_an_account_shows_its_link_again(ada, shell):
    new_staff(ada)
    user_id, = shell("SELECT user_id FROM users WHERE email = 'nia@clinic.test'")[0]

    assert 'reset-password' not in ada.get(f'/admin/users/{user_id}').text
    assert 'reset-password' not in ada.get('/admin/audit').text


def test_the_link_is_mailed_where_the_clinic_sends_mail(ada, cast, shell):
    config.use(dataclasses.replace(cast, smtp_host='localhost'))
    page = new_staff(ada)

    assert page.path.startswith('/admin/users/') and 'reset-password' not in page.text
    assert shell('SELECT kind, recipient FROM notifications') == [('account_created', 'nia@clinic.test')]


def test_an_admin_and_a_patient_can_be_added(ada, shell):
    ada.get('/admin/users/new?role=admin')
    ada.submit('/admin/users', full_name='Abe Admin', email='abe@clinic.test')
    ada.get('/admin/users/new?role=patient')
    ada.submit('/admin/users', full_name='Nils Neu', email='nils@mail.test', birth_date='1990-01-02')

    assert shell("SELECT role FROM users WHERE email = 'abe@clinic.test'") == [('admin',)]
    assert shell("SELECT patients.full_name, relation, CAST(birth_date AS CHAR) FROM patients "
                 "JOIN users USING (user_id) WHERE users.email = 'nils@mail.test'") == [
                     ('Nils Neu', 'self', '1990-01-02')]


def test_a_refused_account_keeps_what_was_typed(ada):
    page = new_staff(ada, full_name='', email='no address', slot_minutes='7')

    assert page.status == 422
    assert 'id="full_name-error"' in page.text and 'id="email-error"' in page.text
    assert 'id="slot_minutes-error"' in page.text
    form = dict(page.forms)['/admin/users']
    assert (form['email'], form['specialization'], form['usual_room_id']) == ('no address', 'Paediatrics', '2')
    assert 'service_1' in form and 'service_2' not in form


def test_an_address_has_one_account(ada):
    page = new_staff(ada, email='petra@mail.test')

    assert page.status == 409
    assert 'This e-mail address already has an account.' in page.text


# Changing -------------------------------------------------------------------------------------------------------

def test_details_are_changed_with_old_and_new_in_the_audit(ada, shell):
    ada.get('/admin/users/6')
    page = ada.submit('/admin/users/6', full_name='Petra Neumann', phone='', birth_date='1980-02-28')

    assert page.status == 200 and 'The details are saved.' in page.text
    assert shell('SELECT full_name, phone, CAST(birth_date AS CHAR) FROM patients WHERE patient_id = 1') == [
        ('Petra Neumann', None, '1980-02-28')]
    assert shell('SELECT user_id, subject, subject_id, details FROM audit_log') == [
        (1, 'users', 6, 'full name: Petra Patient → Petra Neumann; phone: +49 30 555 01 → –')]


def test_a_new_address_ends_sessions_and_links(ada, shell):
    petra = signed_in('petra@mail.test')
    ada.get('/admin/users/6')
    ada.post('/admin/users/6/link')
    ada.get('/admin/users/6')
    ada.submit('/admin/users/6', email='petra@new.test')

    assert petra.get('/profile').path.startswith('/login')
    assert shell('SELECT COUNT(*) FROM password_resets') == [(0,)]
    assert shell("SELECT user_id FROM users WHERE email = 'petra@new.test'") == [(6,)]
    assert shell("SELECT recipient FROM notifications WHERE kind = 'address_changed' ORDER BY notification_id") == [
        ('petra@mail.test',), ('petra@new.test',)]


def test_refused_details_stand_beside_their_field(ada):
    ada.get('/admin/users/6')
    page = ada.submit('/admin/users/6', full_name='', email='paul@mail.test')

    assert page.status == 422 and 'id="full_name-error"' in page.text
    page = ada.submit('/admin/users/6', full_name='Petra', email='paul@mail.test')
    assert page.status == 409 and 'id="email-error"' in page.text
    assert dict(page.forms)['/admin/users/6']['email'] == 'paul@mail.test'


def test_staff_become_admins_and_a_patient_stays_one(ada, shell):
    lind = signed_in('lind@clinic.test')
    ada.get('/admin/users/4')
    ada.submit('/admin/users/4', role='admin')
    ada.get('/admin/users/6')
    ada.submit('/admin/users/6', role='admin')

    assert shell('SELECT role FROM users WHERE user_id IN (4, 6) ORDER BY user_id') == [('admin',), ('patient',)]
    assert lind.get('/staff').path.startswith('/login')


def test_the_last_admin_stays_one(ada, shell):
    ada.get('/admin/users/1')
    page = ada.submit('/admin/users/1', role='staff')

    assert page.status == 409 and 'id="role-error"' in page.text
    assert shell('SELECT role FROM users WHERE user_id = 1') == [('admin',)]


def test_nobody_changes_their_own_role(ada, shell):
    second_admin(shell)
    ada.get('/admin/users/1')

    assert ada.submit('/admin/users/1', role='staff').status == 422


def test_an_admin_made_staff_gets_a_record_nobody_can_book(ada, shell):
    second_admin(shell)
    ada.get('/admin/users/20')
    ada.submit('/admin/users/20', role='staff')

    assert shell('SELECT is_bookable, is_desk FROM staff WHERE user_id = 20') == [(0, 0)]


def test_the_work_of_staff_is_changed(ada, shell):
    ada.get('/admin/users/2')
    ada.post('/admin/users/2/staff', {'specialization': 'Surgery', 'slot_minutes': '45', 'service_3': 'on'})

    assert shell('SELECT specialization, slot_minutes, usual_room_id, is_bookable FROM staff WHERE staff_id = 1') == [
        ('Surgery', 45, None, 0)]
    assert shell('SELECT service_id FROM staff_services WHERE staff_id = 1') == [(3,)]
    assert shell('SELECT subject_id, details FROM audit_log') == [
        (2, 'specialization: General practice → Surgery; slot length: 30 min → 45 min; usual room: Room 1 → –; '
            'can be booked: yes → no; services: Check-up, Consultation → Blood test')]


def test_who_is_the_desk_is_chosen_shown_and_written_down(ada, shell):
    def ticks(user_id):
        form = dict(ada.get(f'/admin/users/{user_id}').forms)[f'/admin/users/{user_id}/staff']
        return {name for name in ('is_bookable', 'is_desk') if form.get(name)}

    assert (ticks(2), ticks(5)) == ({'is_bookable'}, {'is_desk'})
    ada.submit('/admin/users/5/staff', is_bookable='on')
    assert ticks(5) == {'is_bookable', 'is_desk'}
    ada.post('/admin/users/5/staff', {'slot_minutes': '15', 'specialization': 'Front desk', 'is_bookable': 'on'})

    assert ticks(5) == {'is_bookable'}
    assert shell('SELECT details FROM audit_log ORDER BY audit_id') == [
        ('can be booked: no → yes',), ('front desk: yes → no',)]


def test_new_staff_are_the_desk_only_where_it_is_ticked(ada, shell):
    new_staff(ada)
    new_staff(ada, email='noa@clinic.test', is_desk='on')

    assert shell('SELECT is_bookable, is_desk FROM staff ORDER BY staff_id DESC LIMIT 2') == [(1, 1), (1, 0)]


def test_refused_work_keeps_the_ticks(ada, shell):
    ada.get('/admin/users/2')
    page = ada.post('/admin/users/2/staff', {'specialization': 'x' * 81, 'slot_minutes': '30', 'service_3': 'on'})

    form = dict(page.forms)['/admin/users/2/staff']
    assert page.status == 422 and 'id="specialization-error"' in page.text
    assert 'service_3' in form and 'service_1' not in form and not form['is_bookable']
    page = ada.post('/admin/users/5/staff', {'specialization': 'x' * 81, 'slot_minutes': '30', 'is_bookable': 'on'})
    form = dict(page.forms)['/admin/users/5/staff']
    assert form['is_bookable'] == 'on' and 'is_desk' not in form


@pytest.mark.parametrize('field, value', [('service_99', 'on'), ('usual_room_id', '99')])
def test_a_service_or_room_that_is_gone_is_no_failure_of_ours(ada, field, value):
    ada.get('/admin/users/2')

    assert ada.post('/admin/users/2/staff', {'slot_minutes': '30', field: value}).status in (409, 422)


# Links, sessions, closing ----------------------------------------------------------------------------------------

def test_a_lost_password_is_set_by_its_owner(ada, shell):
    ada.get('/admin/users/6')
    link = link_on(ada.post('/admin/users/6/link'))
    petra = Browser()
    petra.get(link)
    petra.submit(link, password=NEW_PASSWORD)

    assert try_to_sign_in('petra@mail.test', NEW_PASSWORD).status == 200
    assert acts(shell) == ['password link made', 'password set by link']


def test_a_closed_account_gets_no_link(ada):
    ada.get('/admin/users/9')

    assert ada.post('/admin/users/9/link').status == 422


def test_deactivating_ends_sessions_at_once_and_can_be_taken_back(ada, shell):
    petra = signed_in('petra@mail.test')
    ada.get('/admin/users/6')
    ada.submit('/admin/users/6/deactivate')

    assert petra.get('/profile').path.startswith('/login')
    assert try_to_sign_in('petra@mail.test').status == 422
    ada.get('/admin/users/6')
    ada.submit('/admin/users/6/reactivate')
    assert try_to_sign_in('petra@mail.test').status == 200
    assert acts(shell) == ['account deactivated', 'account reactivated']


def test_sessions_of_an_account_end(ada, shell):
    petra = signed_in('petra@mail.test')
    ada.get('/admin/users/6')
    ada.submit('/admin/users/6/sign-out')

    assert petra.get('/profile').path.startswith('/login')
    assert ada.get('/admin').status == 200


def test_what_a_closed_account_had_open_does_not_come_back_with_it(cast, shell):
    petra = signed_in('petra@mail.test')
    with database.transaction() as tx:
        token = one_time_links.make(tx, 6, 'reset')
    users.close(ADA, 6)
    users.reopen(ADA, 6)

    assert 'Petra Patient' not in petra.get('/').text
    assert petra.get(f'/reset-password/{token}').status == 404


def test_who_is_no_admin_any_more_opens_no_account(cast, shell):
    values = {'role': 'admin', 'full_name': 'Eve', 'email': 'eve@clinic.test', 'phone': None}

    with pytest.raises(Forbidden):
        enrolment.create(Visitor(2, 'admin'), values)
    assert shell("SELECT 1 FROM users WHERE email = 'eve@clinic.test'") == []


def test_nobody_deactivates_or_deletes_themselves(ada, shell):
    second_admin(shell)
    ada.get('/admin/users/1')

    assert ada.post('/admin/users/1/deactivate').status == 422
    assert ada.post('/admin/users/1/delete').status == 422
    assert shell('SELECT is_active FROM users WHERE user_id = 1') == [(1,)]


@pytest.mark.parametrize('act', [users.close, users.delete])
def test_two_admins_who_close_each_other_at_once_leave_one(cast, shell, act):
    second_admin(shell)
    abe = Visitor(20, 'admin')
    with meeting_after('users/lock_admins'):
        outcomes = at_once(lambda: act(ADA, 20), lambda: act(abe, 1))

    assert sorted(outcomes) == ['Forbidden', 'done']
    assert len(shell("SELECT 1 FROM users WHERE role = 'admin' AND is_active")) == 1


# Deleting -------------------------------------------------------------------------------------------------------

def test_the_page_before_deleting_says_what_goes(ada, book, shell):
    past(shell)
    book(patient_id=2, time='11:00')
    signed_in('petra@mail.test')

    page = ada.get('/admin/users/6/delete')
    assert '1 upcoming visit is' in page.text and '2 patients of this account, with 2 visits' in page.text
    assert '1 device is' in page.text


def test_a_deleted_patient_is_forgotten_and_their_visits_still_count(ada, book, shell):
    past(shell)
    appointment_id = book()
    ada.get('/admin/users/6/delete')
    page = ada.submit('/admin/users/6/delete')

    assert 'The account is deleted.' in page.text
    assert shell('SELECT COUNT(*) FROM users WHERE user_id = 6') == [(0,)]
    assert shell('SELECT user_id, full_name, birth_date, phone, forgotten_utc IS NOT NULL FROM patients '
                 'WHERE patient_id IN (1, 2)') == [(None, 'Forgotten patient', None, None, 1)] * 2
    assert shell('SELECT status, reason FROM appointments ORDER BY starts_at') == [('completed', ''), ('cancelled', '')]
    assert shell('SELECT COUNT(*) FROM claims WHERE appointment_id = %s', appointment_id) == [(0,)]
    assert shell('SELECT COUNT(*) FROM notifications') == [(0,)]


def test_nothing_in_any_table_remembers_a_forgotten_patient(ada, book, shell):
    past(shell)
    scheduling.cancel(PETRA, book(days=3), 'Petra feels better')
    try_to_sign_in('petra@mail.test')
    ada.get('/admin/users/6')
    ada.submit('/admin/users/6', full_name='Petra Neumann')
    ada.get('/admin/users/6/delete')
    ada.submit('/admin/users/6/delete')

    columns = shell("SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = DATABASE() "
                    "AND data_type IN ('varchar', 'char') AND table_name <> 'free_starts'")
    for table, column in columns:
        found = shell(f"SELECT {column} FROM {table} WHERE {column} LIKE '%petra%' OR {column} LIKE '%private%'")
        assert not found, (table, column, found)


def test_a_patient_in_the_clinic_is_not_deleted(ada, book, shell):
    appointment_id = book(time='09:00', days=0)
    shell("UPDATE appointments SET status = 'arrived' WHERE appointment_id = %s", appointment_id)
    ada.get('/admin/users/6/delete')

    assert ada.submit('/admin/users/6/delete').status == 409
    assert shell('SELECT full_name FROM patients WHERE patient_id = 1') == [('Petra Patient',)]


def test_staff_with_visits_ahead_are_not_deleted(ada, book, shell):
    book()

    page = ada.get('/admin/users/2/delete')
    assert 'href="/admin/users/2/reassign"' in page.text
    assert ada.post('/admin/users/2/delete').status == 409
    assert shell('SELECT COUNT(*) FROM staff WHERE staff_id = 1') == [(1,)]


def test_staff_with_past_visits_keep_their_name_only(ada, shell):
    past(shell)
    shell('UPDATE staff SET is_desk = TRUE WHERE staff_id = 1')
    shell("INSERT INTO sessions (token_hash, user_id, created_utc, seen_utc, expires_utc) "
          "VALUES (REPEAT('x', 32), 2, '2026-06-01', '2026-06-01', '2026-06-02')")
    assert 'The name stays with 1 past visit,' in ada.get('/admin/users/2/delete').text
    ada.submit('/admin/users/2/delete')

    assert shell('SELECT full_name, email, password_hash, phone, is_active FROM users WHERE user_id = 2') == [
        ('Dr. Anna Weber', 'account-2@removed.invalid', None, None, 0)]
    assert shell('SELECT is_bookable, is_desk FROM staff WHERE staff_id = 1') == [(0, 0)]
    assert shell('SELECT COUNT(*) FROM sessions WHERE user_id = 2') == [(0,)]
    assert 'removed.invalid' not in ada.get('/admin/users').text
    assert ada.get('/admin/users/2').status == 200


def test_staff_without_visits_go_altogether(ada, shell):
    ada.get('/admin/users/4/delete')
    ada.submit('/admin/users/4/delete')

    assert shell('SELECT COUNT(*) FROM staff WHERE staff_id = 3') == [(0,)]
    assert shell('SELECT COUNT(*) FROM users WHERE user_id = 4') == [(0,)]


def test_a_booking_and_a_deletion_at_once_leave_no_visit_without_its_person(cast, shell, book):
    past(shell)
    with meeting_after('staff/count_visits', 'appointments/insert'):
        at_once(lambda: users.delete(ADA, 2), lambda: book(visitor=PETRA))

    is_active, = shell('SELECT is_active FROM users WHERE user_id = 2')[0]
    assert is_active == len(shell("SELECT 1 FROM appointments WHERE staff_id = 1 AND status = 'booked'"))


def test_a_patient_without_an_account_is_forgotten_on_request(ada, book, shell):
    book(patient_id=5, visitor=ADA)
    past(shell, patient_id=5)
    page = ada.get('/staff/patients/5')
    page = ada.get(re.search('/admin/patients/5/forget', page.text).group())
    assert 'Upcoming visits are cancelled' in page.text

    page = ada.submit('/admin/patients/5/forget')
    assert page.status == 200 and 'The patient is forgotten' in page.text
    assert shell('SELECT full_name, birth_date, phone, email, forgotten_utc IS NOT NULL FROM patients '
                 'WHERE patient_id = 5') == [('Forgotten patient', None, None, None, 1)]
    assert sorted(shell('SELECT status, reason FROM appointments')) == [('cancelled', ''), ('completed', '')]
    assert shell("SELECT user_id, subject_id FROM audit_log WHERE action = 'patient forgotten'") == [(1, 5)]
    assert ada.get('/admin/patients/5/forget').status == ada.post('/admin/patients/5/forget').status == 404
    assert '/forget' not in ada.get('/staff/patients/5').text


def test_a_patient_of_an_account_is_forgotten_with_the_account(ada, shell):
    page = ada.get('/admin/patients/1/forget')
    assert 'href="/admin/users/6"' in page.text and 'Forget for good' not in page.text

    assert ada.post('/admin/patients/1/forget').status == 409
    assert shell('SELECT full_name FROM patients WHERE patient_id = 1') == [('Petra Patient',)]


def test_no_admin_forgets_a_patient_who_is_in_the_clinic(ada, book, shell, at):
    book(patient_id=5, time='09:30', days=0)
    shell("UPDATE appointments SET status = 'arrived'")
    ada.get('/admin/patients/5/forget')

    assert ada.submit('/admin/patients/5/forget').status == 409
    assert shell('SELECT full_name FROM patients WHERE patient_id = 5') == [('Olga Onthephone',)]


# Handing visits over ---------------------------------------------------------------------------------------------

def test_the_page_shows_which_visits_fit(ada, book, shell, at):
    book(time='10:00')
    book(patient_id=3, time='11:00')
    book(patient_id=4, staff_id=2, time='11:00')
    shell('INSERT INTO time_off (staff_id, starts_at, ends_at) VALUES (2, %s, %s)', at('00:00', 2), at('00:00', 3))
    book(time='10:00', days=2)

    page = ada.get('/admin/users/2/reassign?staff_id=2')
    assert 'Dr. Ben Okafor can take 1 of 3' in page.text
    assert 'has another visit then' in page.text and 'is away then' in page.text


@pytest.mark.parametrize('change, why', [
    ("DELETE FROM staff_services WHERE staff_id = 2 AND service_id = 1", 'does not offer this service'),
    ("UPDATE working_hours SET starts_minute = 660 WHERE staff_id = 2", 'is not at work then'),
    ("UPDATE breaks SET starts_minute = 600 WHERE working_hours_id = 22", 'has a break then'),
    ("UPDATE working_hours SET valid_until = '2026-06-02' WHERE staff_id = 2", 'is not at work then'),
    ("INSERT INTO closures (day, reason) VALUES ('2026-06-02', 'Water')", 'cannot take it: the clinic is closed then'),
    ('UPDATE services SET is_active = FALSE WHERE service_id = 1', 'does not offer this service'),
])
def test_a_visit_does_not_fit_who_cannot_take_it(book, shell, change, why):
    book()
    assert [visit['against'] for visit in handover.find_visits(database, 1, 2)] == [None]
    shell(change)

    assert [visit['against'] for visit in handover.find_visits(database, 1, 2)] == [why]


def test_a_visit_is_asked_about_once_and_a_closed_day_is_told(book, shell, at):
    book(time='10:00')
    book(patient_id=3, time='10:00', days=2)
    day = at('00:00', 2).date()
    shell("INSERT INTO closures (day, reason) VALUES (%s, 'x')", day)
    shell('INSERT INTO time_off (staff_id, starts_at, ends_at) VALUES (2, %s, %s), (2, %s, %s)',
          at('09:00', 2), at('10:15', 2), at('10:15', 2), at('18:00', 2))

    rows = database.rows('appointments/list_for_handover', staff_id=1, to_staff_id=2, today=at('00:00').date(),
                         now=at('08:00'))
    assert [(row['starts_at'].date() == day, row['is_closed'], row['is_away']) for row in rows] == [
        (False, 0, 0), (True, 1, 1)]


def test_what_fits_goes_over_and_the_rest_is_listed(ada, book, shell):
    first, second = book(time='10:00'), book(patient_id=3, time='11:00')
    book(patient_id=4, staff_id=2, time='11:00')
    ada.get('/admin/users/2/reassign?staff_id=2')
    offered = ada.page.forms[-2][1]
    page = ada.post('/admin/users/2/reassign', offered)

    assert offered['tell_patients'] == 'on'
    assert page.path == '/admin/users/2/reassign' and 'can take 0 of 1' in page.text
    assert dict(shell('SELECT appointment_id, staff_id FROM appointments')) == {first: 2, second: 1, second + 1: 2}
    assert shell('SELECT DISTINCT staff_id FROM claims WHERE appointment_id = %s', first) == [(2,)]
    assert shell('SELECT action, details FROM appointment_history WHERE appointment_id = %s ORDER BY history_id DESC '
                 'LIMIT 1', first) == [('reassigned', 'staff: Dr. Anna Weber → Dr. Ben Okafor')]
    assert shell("SELECT kind FROM notifications WHERE appointment_id = %s AND audience = 'patient' "
                 'ORDER BY notification_id DESC LIMIT 1', first) == [('moved',)]
    assert 'visits handed over' in acts(shell)


def test_patients_are_not_told_by_mail_where_the_box_is_not_ticked_and_are_to_be_called(ada, book, shell):
    book()
    ada.get('/admin/users/2/reassign?staff_id=2')
    page = ada.post('/admin/users/2/reassign', {'staff_id': '2'})

    assert page.path == '/staff/calls' and page.text.count('<tr id="call-') == 1
    assert shell("SELECT COUNT(*) FROM notifications WHERE kind = 'moved'") == [(0,)]


@pytest.mark.parametrize('staff_id', ['', 'x', '1', '4', '99'])
def test_visits_go_only_to_a_colleague_who_can_be_booked(ada, book, staff_id):
    book()
    ada.get('/admin/users/2/reassign')
    page = ada.post('/admin/users/2/reassign', {'staff_id': staff_id})

    assert page.status == 422 and 'id="staff_id-error"' in page.text


@pytest.mark.parametrize('change', ['UPDATE staff SET is_bookable = FALSE WHERE staff_id = 2',
                                    'UPDATE users SET is_active = FALSE WHERE user_id = 3'])
def test_nothing_fits_who_can_no_longer_be_booked(cast, shell, book, change):
    book()
    assert [visit['against'] for visit in handover.find_visits(database, 1, 2)] == [None]
    shell(change)

    assert [visit['against'] for visit in handover.find_visits(database, 1, 2)] == ['does not offer this service']


def test_handing_over_and_booking_at_once_never_double_book(cast, shell, at, book):
    times = ['09:00', '09:30', '10:00', '10:30', '11:00']
    for number, time in enumerate(times):
        book(patient_id=(1, 3, 4, 5, 1)[number], time=time)
    given = []

    def give():
        given.append(handover.hand_over(ADA, {'user_id': 2, 'staff_id': 1, 'full_name': 'A'},
                                        {'staff_id': 2, 'full_name': 'B'}, False))
    with meeting_after('appointments/list_for_handover', 'appointments/insert'):
        outcomes = at_once(give, *(functools.partial(book, 2, 2, time) for time in times))

    assert outcomes[0] == 'done' and 'failed' not in outcomes
    visits = shell('SELECT staff_id, starts_at FROM appointments')
    assert len(visits) == len(set(visits)) and given[0][0] + len(given[0][1]) == 5
    assert shell('SELECT COUNT(*) FROM claims') == [(len(visits) * 6,)]


def test_a_visit_given_to_a_third_person_while_all_are_handed_over_stays_with_them(cast, shell, book):
    shell('INSERT INTO staff_services (staff_id, service_id) VALUES (3, 1)')
    number = book()

    with during('appointments/lock', lambda: scheduling.move(ADA, number, Wanted(staff_id=3))) as errors:
        handover.hand_over(ADA, {'user_id': 2, 'staff_id': 1, 'full_name': 'A'}, {'staff_id': 2, 'full_name': 'B'},
                           False)

    assert not errors
    assert shell('SELECT staff_id, version FROM appointments') == [(3, 2)]
    assert shell('SELECT DISTINCT staff_id FROM claims') == [(3,)]


def test_a_visit_given_to_a_third_person_just_before_it_would_be_handed_over_stays_with_them(cast, shell, book):
    shell('INSERT INTO staff_services (staff_id, service_id) VALUES (3, 1)')
    number = book()

    with during('appointments/list_for_handover', lambda: scheduling.move(ADA, number, Wanted(staff_id=3))) as errors:
        told = handover.hand_over(ADA, {'user_id': 2, 'staff_id': 1, 'full_name': 'A'},
                                  {'staff_id': 2, 'full_name': 'B'}, False)

    assert not errors and (told[0], len(told[1])) == (0, 1)
    assert shell('SELECT staff_id, version FROM appointments') == [(3, 1)]


@pytest.mark.parametrize('change', [
    lambda: closures.add(ADA, clock.today() + timedelta(days=1), clock.today() + timedelta(days=1), 'Burst pipe'),
    lambda: services.change(ADA, 1, {'name': 'Consultation', 'minutes': 30, 'pause_minutes': 0, 'how_to_prepare': '',
                                     'shares_reasons': False, 'is_active': False, 'staff': {1, 2}, 'rooms': {1, 2}}),
], ids=['closed', 'withdrawn'])
def test_a_visit_whose_day_or_service_is_withdrawn_while_it_is_handed_over_stays(cast, shell, book, change):
    book()

    with during('appointments/list_for_handover', change) as errors:
        told = handover.hand_over(ADA, {'user_id': 2, 'staff_id': 1, 'full_name': 'A'},
                                  {'staff_id': 2, 'full_name': 'B'}, False)

    assert not errors and (told[0], len(told[1])) == (0, 1)
    assert shell('SELECT staff_id, version FROM appointments') == [(1, 0)]


# Who may, and what it costs ---------------------------------------------------------------------------------------

PAGES = ['/admin', '/admin/users', '/admin/users/new', '/admin/users/2', '/admin/users/2/delete',
         '/admin/users/2/reassign', '/admin/appointments', '/admin/audit', '/admin/settings']
POSTS = ['/admin/users', '/admin/users/2', '/admin/users/2/staff', '/admin/users/2/link', '/admin/users/2/sign-out',
         '/admin/users/2/deactivate', '/admin/users/2/reactivate', '/admin/users/2/delete', '/admin/users/2/reassign',
         '/admin/settings']


@pytest.mark.parametrize('role', ['patient', 'staff'])
def test_accounts_are_for_admins(cast, role):
    browser = signed_in(ONE_OF_EACH[role])

    assert {path: browser.get(path).status for path in PAGES} == dict.fromkeys(PAGES, 403)
    browser.get('/profile')
    token = browser.page.forms[-1][1]['csrf_token']
    assert {path: browser.post(path, {'csrf_token': token}).status for path in POSTS} == dict.fromkeys(POSTS, 403)


def test_strangers_are_sent_to_sign_in(cast):
    assert {path: Browser().get(path).path for path in PAGES} == dict.fromkeys(PAGES, '/login')


def test_a_missing_account_is_404(ada):
    ada.get('/admin/users/2')

    for part in ('', '/delete', '/reassign'):
        assert ada.get('/admin/users/99' + part).status == 404
    ada.get('/admin/users/2')
    token = ada.page.forms[-1][1]['csrf_token']
    for part in ('', '/staff', '/link', '/sign-out', '/deactivate', '/reactivate', '/delete', '/reassign'):
        fields = {'csrf_token': token, 'full_name': 'x', 'email': 'x@x.test', 'role': 'staff', 'slot_minutes': '15'}
        assert ada.post('/admin/users/99' + part, fields).status == 404, part
    assert ada.get('/admin/users/6/reassign').status == 404


@pytest.mark.parametrize('path', [*PAGES, '/admin/users/2/reassign?staff_id=2', '/admin/appointments?patient=petra'])
def test_a_page_costs_the_same_with_more_rows(ada, book, shell, path):
    ada.get(path)
    before = len(statements(lambda: ada.get(path)))
    past(shell)
    for number in range(8):
        book(patient_id=(1, 3, 4, 5)[number % 4], staff_id=1 + number % 2, time='10:00' if number % 2 else '14:00',
             days=1 + number // 2 % 4)
    shell("INSERT INTO users (email, role, full_name, created_utc) SELECT CONCAT('x', minute, '@x.test'), 'patient', "
          "CONCAT('Xaver ', minute), '2026-01-01' FROM spans WHERE length = 100")

    assert ada.page.status == 200
    assert len(statements(lambda: ada.get(path))) == before <= (11 if path == '/admin' else 8)


def test_a_clinic_without_visits_says_what_to_do(ada):
    assert 'No visits are booked' in ada.get('/admin').text
    assert clock.today().isoformat() == '2026-06-01'
