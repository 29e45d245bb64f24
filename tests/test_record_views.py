"""Who looked at a patient's record: noted once for each person, patient and day, wherever one record is shown."""

import logging

import pytest

from app import clock, database
from app.accounts import profile, users
from app.visits import record_views
from tests.support import world
from tests.support.access import EXPECTED, ROUTES
from tests.support.accounts import signed_in
from tests.support.moments import clock_at, together
from tests.support.people import ADA, DORA, LIND, PETRA, WEBER

VIEWS = 'SELECT patient_id, user_id, CAST(day AS CHAR) FROM record_views ORDER BY record_view_id'
TODAY = '2026-06-01'
# pages that show one patient to those who work here: whose record of the world of tests/support/world.py it is
RECORDS = {
    '/staff/patients/<patient_id:id>': [2], '/staff/patients/<patient_id:id>/edit': [5],
    '/admin/patients/<patient_id:id>': [2], '/admin/patients/<patient_id:id>/forget': [2],
    '/appointments/<appointment_id:id>': [1], '/appointments/<appointment_id:id>/calendar.ics': [1],
    '/appointments/<appointment_id:id>/cancel': [1], '/appointments/<appointment_id:id>/reschedule': [1],
    '/appointments/<appointment_id:id>/reassign': [1],
    '/appointments/<appointment_id:id>/change': [1],
    '/staff/book/confirm': [1],
    '/staff/patients/<patient_id:id>/merge': [2, 5],
    '/admin/users/<user_id:id>': [3], '/admin/users/<user_id:id>/delete': [3],      # the account of Paul, a patient
    '/admin/notifications/<notification_id:id>': [1],                             # a mail about a visit of Petra's
}
PAGES = [route.split(' ')[1] for route in ROUTES if route.startswith('GET ')]


@pytest.mark.parametrize('rule', PAGES)
def test_a_page_that_shows_one_patient_says_who_looked_and_no_other_does(cast, shell, rule):
    values = world.build(shell)
    asked = world.asked(rule)
    path = world.address(rule, values) + ('?' + '&'.join(f'{key}={value}' for key, value in asked.items()))
    letters = dict(zip(world.VISITORS, EXPECTED[f'GET {rule}'], strict=True))
    name = next((name for name in ('ada', 'dora') if letters[name] == '+'), None)
    if name:
        browser = world.visit_as(name)
        browser.get(path, follow=False)
        browser.get(path, follow=False)

    who = world.VISITORS[name].user_id if name else None
    assert shell(VIEWS) == [(patient_id, who, TODAY) for patient_id in RECORDS.get(rule, [])]


@pytest.mark.parametrize('path', ['/staff/book?patient_id=3', '/staff/why-not?patient_id=3&staff_id=1&service_id=1'
                                  '&day=2026-06-02&time=10:00'])
def test_the_desk_that_has_chosen_a_patient_looked_at_them(cast, shell, path):
    signed_in(DORA.email).get(path)

    assert shell(VIEWS) == [(3, 5, TODAY)]


def test_a_refused_form_shows_the_record_too(booked, shell):
    number, dora = booked(), signed_in(DORA.email)
    dora.get('/staff')

    assert dora.post(f'/appointments/{number}/cancel', {'reason': 'x' * 501}).status == 422
    assert shell(VIEWS) == [(1, 5, TODAY)]


def test_patients_and_strangers_leave_no_note(booked, shell):
    number, petra = booked(), signed_in(PETRA.email)

    for path in ('', '/cancel', '/reschedule', '/calendar.ics'):
        assert petra.get(f'/appointments/{number}{path}').status == 200
    assert signed_in('mallory@mail.test').get(f'/appointments/{number}').status == 404
    assert shell(VIEWS) == []


def test_who_may_not_open_a_record_did_not_look_at_it(booked, shell):
    number, lind = booked(), signed_in(LIND.email)

    assert [lind.get(path).status for path in ('/staff/patients/1', f'/appointments/{number}')] == [404, 404]
    assert shell(VIEWS) == []


def test_each_person_patient_and_day_is_a_row_of_its_own(cast, shell, at):
    record_views.note(DORA, 1)
    record_views.note(DORA, 1)
    record_views.note(WEBER, 1)
    record_views.note(DORA, 2)
    with clock_at(at('07:00', 1)):
        record_views.note(DORA, 1)

    assert shell(VIEWS) == [(1, 5, TODAY), (1, 2, TODAY), (2, 5, TODAY), (1, 5, '2026-06-02')]


def test_the_day_is_the_clinics_and_the_first_time_stays(cast, shell, at):
    with clock_at(at('00:30')):                     # still Sunday in UTC
        record_views.note(DORA, 1)
    record_views.note(DORA, 1)

    assert shell('SELECT CAST(day AS CHAR), CAST(first_utc AS CHAR) FROM record_views') == [
        (TODAY, '2026-05-31 22:30:00')]


def test_many_looks_at_the_same_moment_are_one_row(cast, shell):
    for _ in range(5):
        shell('DELETE FROM record_views')
        assert together([lambda: record_views.note(DORA, 1)] * 20) == [None] * 20
        assert shell(VIEWS) == [(1, 5, TODAY)]


def test_a_look_does_not_wait_for_whoever_books_for_the_patient(cast, shell):
    with database.transaction() as tx:
        tx.one('patients/lock', patient_id=1)
        record_views.note(DORA, 1)

        assert shell(VIEWS) == [(1, 5, TODAY)]


def test_nobody_looks_at_a_patient_who_is_not_there(cast, shell):
    record_views.note(DORA, 999)

    assert shell(VIEWS) == []


def test_the_second_look_of_a_day_writes_nothing_and_waits_for_nobody(cast, shell):
    record_views.note(DORA, 1)
    with database.transaction() as tx:
        tx.one('patients/lock', patient_id=1)
        tx.one('users/lock', user_id=5)
        began = clock.now_utc()
        record_views.note(DORA, 1)

        assert database.change('record_views/note', patient_id=1, user_id=5, day=clock.today(), now_utc=began) == 0


def test_the_record_is_shown_where_the_look_cannot_be_noted_and_the_log_says_so(booked, shell, caplog):
    number, dora = booked(), signed_in(DORA.email)
    shell('RENAME TABLE record_views TO elsewhere')
    try:
        assert dora.get(f'/appointments/{number}').status == 200
    finally:
        shell('RENAME TABLE elsewhere TO record_views')

    assert 'user 5 looked at the record of patient 1, which could not be noted' in caplog.text


def test_the_requests_line_names_the_record(booked, caplog):
    caplog.set_level(logging.INFO, 'clinic.requests')
    number = booked()
    signed_in(DORA.email).get(f'/appointments/{number}')
    signed_in(PETRA.email).get(f'/appointments/{number}')
    lines = [line for line in caplog.messages if ' /appointments/<appointment_id:id> ' in line]

    assert 'user=5' in lines[0] and lines[0].endswith(' record=patient:1')
    assert 'user=6' in lines[1] and 'record=' not in lines[1]


# The patient's page at /admin

def test_admins_see_who_looked_latest_first_with_role_and_day(cast, ada, at):
    for who, day in ((WEBER, -3), (DORA, -2), (WEBER, -1)):
        with clock_at(at('09:00', day)):
            record_views.note(who, 1)
    text = ' '.join(ada.get('/admin/patients/1').text.split())
    rows = [row.partition('</tr>')[0] for row in text.partition('id="views"')[2].split('<tr>')[2:]]

    assert len(rows) == 4
    for row, words in zip(rows, (('Ada Admin', 'Admin', '1 Jun 2026', '08:00'),
                                 ('Dr. Anna Weber', 'Staff', '31 May 2026', '09:00'),
                                 ('Dora Desk', 'Front desk', '30 May 2026'), ('Dr. Anna Weber', '29 May 2026')),
                          strict=True):
        assert [word for word in words if word not in row] == []


def test_the_list_of_who_looked_comes_in_pages(cast, ada, shell):
    for number in range(60):
        shell("INSERT INTO record_views (patient_id, user_id, day, first_utc)"
              " VALUES (1, 5, DATE '2026-05-30' - INTERVAL %s DAY, '2026-05-30')", number)

    assert 'Page 1 of 2' in ada.get('/admin/patients/1').text
    assert '1 Apr 2026' in ada.get('/admin/patients/1?page=2').text


def test_admins_see_details_account_and_what_was_done_to_the_record(cast, ada, shell):
    dora = signed_in(DORA.email)
    dora.get('/staff/patients/5/edit')
    dora.submit('/staff/patients/5/edit', full_name='Olga On-the-Phone')

    text = ' '.join(ada.get('/admin/patients/5').text.split())
    assert 'Patient changed' in text and 'by Dora Desk' in text and '+49 30 555 03' in text
    assert '/admin/patients/5/forget' in text and '/staff/patients/5/edit' in text
    text = ' '.join(ada.get('/admin/patients/2').text.split())
    assert 'href="/admin/users/6"' in text and '(for a child)' in text and '/edit' not in text
    assert ada.get('/admin/patients/999').status == 404


def test_the_patients_page_is_reached_from_their_visits_and_from_the_audit(cast, ada, shell):
    assert '/admin/patients/1"' in ada.get('/staff/patients/1').text
    assert '/admin/patients/1' not in signed_in(DORA.email).get('/staff/patients/1').text
    ada.get('/staff/book/patient')
    ada.submit('/staff/book/patient', full_name='Nova Neu', phone='+49 30 1')
    (added,), = shell('SELECT MAX(patient_id) FROM patients')
    assert f'/admin/patients/{added}"' in ada.get('/admin/audit').text


# The copy of all data, forgetting, deleting, two records of one person

def test_the_copy_of_all_data_has_the_days_and_the_roles_but_no_names(cast, at):
    for who in (DORA, ADA, WEBER):
        record_views.note(who, 2)
    record_views.note(WEBER, 3)                 # who is of another account

    copy = profile.everything(PETRA)
    assert copy['looked_at'] == [{'patient_id': 2, 'day': TODAY, 'looked_as': role}
                                 for role in ('front desk', 'admin', 'staff')]


def test_the_copy_of_staff_says_at_whose_records_they_looked(cast):
    record_views.note(WEBER, 2)
    record_views.note(DORA, 3)

    copy = profile.everything(WEBER)
    assert copy['looks'] == [{'patient_id': 2, 'day': TODAY, 'first_at': '2026-06-01T08:00:00+02:00'}]
    assert copy['looked_at'] == [] == profile.everything(PETRA)['looks']


def test_who_looked_stays_when_the_patient_is_forgotten(cast, ada, shell):
    record_views.note(DORA, 5)
    users.forget(ADA, 5)

    assert shell(VIEWS) == [(5, 5, TODAY)]
    page = ada.get('/admin/patients/5')
    assert page.status == 200 and 'Dora Desk' in page.text and 'was forgotten' in page.text
    assert 'Forget this patient' not in page.text


def test_a_deleted_account_leaves_the_days_and_no_name(cast, ada, shell):
    shell('DELETE FROM staff_services WHERE staff_id = 3')
    record_views.note(LIND, 1)
    users.delete(ADA, LIND.user_id)

    assert shell(VIEWS) == [(1, None, TODAY)]
    assert 'a deleted account' in ada.get('/admin/patients/1').text
    assert profile.everything(PETRA)['looked_at'][0]['looked_as'] == 'former staff'


def test_two_records_of_one_person_are_looked_at_as_one(cast, shell, at):
    for who in (DORA, WEBER):
        record_views.note(who, 1)
    record_views.note(DORA, 5)
    with clock_at(at('09:00', 1)):
        record_views.note(DORA, 5)
    shell("INSERT INTO record_views (patient_id, day, first_utc) VALUES (1, %s, %s), (5, %s, %s)",
          TODAY, TODAY, TODAY, TODAY)
    with database.transaction() as tx:
        record_views.move(tx, kept_id=1, gone_id=5)

    kept = [(user_id, day) for patient_id, user_id, day in shell(VIEWS) if patient_id == 1]
    assert sorted(kept, key=str) == sorted([(5, TODAY), (2, TODAY), (5, '2026-06-02'), (None, TODAY), (None, TODAY)],
                                           key=str)
    assert [row for row in shell(VIEWS) if row[0] == 5] == [(5, 5, TODAY)]
