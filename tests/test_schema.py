"""What the schema itself refuses, whoever writes: everything here is typed by a plain client, past all of our code."""

import contextlib
import re

import pytest
from mysql.connector import Error

from app import clock, database, errors
from app.ops import loader
from tests.conftest import connect

SCHEMA = (loader.FOLDER / 'schema.sql').read_text(encoding='utf-8')


@pytest.fixture
def visit(shell, at):
    """visit('10:00', 30, room_id=2, …) → the id of a visit of so many minutes on the tests' Monday."""
    def insert(time, minutes=30, **values):
        columns = {'patient_id': 1, 'staff_id': 1, 'room_id': 1, 'service_id': 1, 'pause_minutes': 0,
                   'status': 'booked', **values}
        shell(f"INSERT INTO appointments (starts_at, ends_at, created_utc, {', '.join(columns)}) "
              f"VALUES (%s, %s + INTERVAL %s MINUTE, '2026-05-01', {', '.join(['%s'] * len(columns))})",
              at(time), at(time), minutes, *columns.values())
        [[appointment_id]] = shell('SELECT LAST_INSERT_ID()')
        return appointment_id
    return insert


@pytest.fixture
def claimed(shell):
    """claimed(appointment_id) → ['10:00', …], the steps that a visit holds."""
    def times(appointment_id):
        return [f'{at:%H:%M}' for (at,) in
                shell('SELECT at FROM claims WHERE appointment_id = %s ORDER BY at', appointment_id)]
    return times


@contextlib.contextmanager
def refused(name):
    """A block whose statement the server refuses, naming this constraint."""
    with pytest.raises(Error) as error:
        yield
    assert errors.constraint(error.value) == name


# ---- claims: nobody gets a taken time

OVERLAPS = {                        # beside a visit from 10:00 to 10:30
    'the same time': ('10:00', 30),
    'the same start, shorter': ('10:00', 5),
    'the same start, longer': ('10:00', 60),
    'from before into it': ('09:45', 20),
    'from within it to after it': ('10:25', 20),
    'within it': ('10:10', 10),
    'around it': ('09:00', 120),
}
OTHERS = {'staff_id': 2, 'room_id': 2, 'patient_id': 3}        # whom and what the first visit does not need
KEYS = {'staff_id': 'staff_is_free', 'room_id': 'room_is_free', 'patient_id': 'patient_is_free'}


@pytest.mark.parametrize('time, minutes', OVERLAPS.values(), ids=OVERLAPS)
@pytest.mark.parametrize('shared, key', KEYS.items())
def test_an_overlap_is_refused_by_name(visit, shell, shared, key, time, minutes):
    visit('10:00', 30)

    with refused(key):
        visit(time, minutes, **{**OTHERS, shared: 1})
    assert shell('SELECT COUNT(*) FROM appointments') == [(1,)]
    assert shell('SELECT COUNT(*) FROM claims') == [(6,)]


@pytest.mark.parametrize('time, minutes', [('09:30', 30), ('10:30', 30), ('09:55', 5), ('10:30', 5)])
def test_visits_may_touch(visit, claimed, time, minutes):
    visit('10:00', 30)

    assert len(claimed(visit(time, minutes))) == minutes // 5


def test_visits_that_share_nothing_may_be_at_once(visit):
    visit('10:00')
    visit('10:00', **OTHERS)


def test_two_visits_without_a_room_do_not_take_it_from_each_other(visit):
    visit('10:00', room_id=None)
    visit('10:00', **{**OTHERS, 'room_id': None})


@pytest.mark.parametrize('minutes, pause', [(5, 0), (15, 5), (60, 15), (480, 120)])
def test_a_visit_holds_its_time_and_its_pause_in_5_minute_steps(visit, claimed, shell, minutes, pause):
    appointment_id = visit('08:00', minutes, pause_minutes=pause)

    assert len(claimed(appointment_id)) == (minutes + pause) // 5
    assert shell('SELECT COUNT(patient_id), COUNT(staff_id), COUNT(room_id) FROM claims') == [
        (minutes // 5, (minutes + pause) // 5, (minutes + pause) // 5)]


@pytest.mark.parametrize('shared, key', [('staff_id', 'staff_is_free'), ('room_id', 'room_is_free')])
def test_the_pause_holds_person_and_room(visit, shared, key):
    visit('10:00', 30, pause_minutes=15)

    with refused(key):
        visit('10:40', 30, **{**OTHERS, shared: 1})
    visit('10:45', 30, **{**OTHERS, shared: 1})


def test_the_pause_does_not_hold_the_patient(visit):
    visit('10:00', 30, pause_minutes=15)
    visit('10:30', 30, **{**OTHERS, 'patient_id': 1})


@pytest.mark.parametrize('status, holds', [('booked', True), ('arrived', True), ('completed', True),
                                           ('no_show', False), ('cancelled', False)])
def test_a_status_holds_its_time_or_gives_it_back(visit, shell, claimed, status, holds):
    inserted = visit('10:00', status=status)
    updated = visit('14:00', pause_minutes=10)
    shell('UPDATE appointments SET status = %s WHERE appointment_id = %s', status, updated)

    assert [len(claimed(inserted)), len(claimed(updated))] == ([6, 8] if holds else [0, 0])
    assert shell('SELECT COUNT(holds_until) FROM appointments') == [(2 if holds else 0,)]


def test_every_status_is_tried_above(shell):
    assert {status for (status,) in shell('SELECT status FROM statuses')} == {
        'booked', 'arrived', 'completed', 'no_show', 'cancelled'}


def test_a_cancelled_time_can_be_booked_again(visit, shell):
    first = visit('10:00')
    shell("UPDATE appointments SET status = 'cancelled' WHERE appointment_id = %s", first)

    visit('10:00')


def test_a_move_gives_the_old_time_back_and_takes_the_new_one(visit, shell, claimed, at):
    moved = visit('10:00', 20)
    shell('UPDATE appointments SET starts_at = %s, ends_at = %s WHERE appointment_id = %s',
          at('10:10'), at('10:30'), moved)

    assert claimed(moved) == ['10:10', '10:15', '10:20', '10:25']
    visit('10:00', 10)
    with refused('staff_is_free'):
        visit('10:25', 10, **{**OTHERS, 'staff_id': 1})


@pytest.mark.parametrize('column, value', [('staff_id', 2), ('room_id', 2), ('patient_id', 3)])
def test_a_change_of_person_room_or_patient_moves_the_claims(visit, shell, column, value):
    changed = visit('10:00')
    shell(f'UPDATE appointments SET {column} = %s WHERE appointment_id = %s', value, changed)

    assert shell(f'SELECT DISTINCT {column} FROM claims') == [(value,)]
    assert shell('SELECT COUNT(*) FROM claims') == [(6,)]


def test_a_longer_pause_is_claimed_too(visit, shell, claimed):
    changed = visit('10:00', 10)
    shell('UPDATE appointments SET pause_minutes = 5 WHERE appointment_id = %s', changed)

    assert claimed(changed) == ['10:00', '10:05', '10:10']


@pytest.mark.parametrize('shared, key', KEYS.items())
def test_a_move_into_a_taken_time_is_refused_and_the_old_claim_stays(visit, shell, claimed, at, shared, key):
    visit('10:00', 60)
    other = visit('11:00', 30, **{**OTHERS, shared: 1})

    with refused(key):
        shell('UPDATE appointments SET starts_at = %s, ends_at = %s WHERE appointment_id = %s',
              at('10:45'), at('11:15'), other)
    assert claimed(other) == [f'11:{minute:02}' for minute in range(0, 30, 5)]
    assert shell('SELECT starts_at FROM appointments WHERE appointment_id = %s', other) == [(at('11:00'),)]


@pytest.mark.parametrize('status', ['no_show', 'cancelled'])
def test_bringing_a_visit_back_into_a_time_taken_meanwhile_is_refused(visit, shell, claimed, status):
    missed = visit('10:00', status=status)
    visit('10:15')

    with refused('staff_is_free'):
        shell("UPDATE appointments SET status = 'booked' WHERE appointment_id = %s", missed)
    assert claimed(missed) == []
    assert shell('SELECT status FROM appointments WHERE appointment_id = %s', missed) == [(status,)]


def test_bringing_a_visit_back_into_a_free_time_takes_it_again(visit, shell, claimed):
    missed = visit('10:00', status='no_show')
    shell("UPDATE appointments SET status = 'booked' WHERE appointment_id = %s", missed)

    assert len(claimed(missed)) == 6


def test_a_deleted_visit_gives_its_time_back(visit, shell):
    shell('DELETE FROM appointments WHERE appointment_id = %s', visit('10:00'))

    assert shell('SELECT COUNT(*) FROM claims') == [(0,)]
    visit('10:00')


def test_a_change_of_words_keeps_the_claims(visit, shell, claimed):
    changed = visit('10:00')
    shell("UPDATE appointments SET reason = 'Cough' WHERE appointment_id = %s", changed)

    assert len(claimed(changed)) == 6


def test_one_statement_that_books_twice_books_nothing(shell, at):
    with refused('staff_is_free'):
        shell('INSERT INTO appointments (patient_id, staff_id, room_id, service_id, starts_at, ends_at, created_utc) '
              "VALUES (1, 1, 1, 1, %s, %s, '2026-05-01'), (3, 1, 2, 1, %s, %s, '2026-05-01')",
              at('10:00'), at('10:30'), at('10:15'), at('10:45'))
    assert shell('SELECT COUNT(*) FROM appointments') == [(0,)]
    assert shell('SELECT COUNT(*) FROM claims') == [(0,)]


@pytest.mark.parametrize('level', ['READ UNCOMMITTED', 'READ COMMITTED', 'REPEATABLE READ', 'SERIALIZABLE'])
def test_at_any_isolation_level_who_saw_the_time_free_is_still_refused(cast, visit, shell, at, level):
    with contextlib.closing(connect(cast)) as late:
        cursor = late.cursor()
        cursor.execute(f'SET SESSION TRANSACTION ISOLATION LEVEL {level}')
        cursor.execute('START TRANSACTION')
        cursor.execute('SELECT label FROM statuses')            # here a snapshot begins, where the level has one
        cursor.fetchall()
        visit('10:00')

        with pytest.raises(Error) as error:
            cursor.execute('INSERT INTO appointments (patient_id, staff_id, room_id, service_id, starts_at, ends_at, '
                           "created_utc) VALUES (3, 1, 2, 1, %s, %s, '2026-05-01')", (at('10:15'), at('10:45')))
    # newer MariaDBs say 1020 where a snapshot is older than the row in the way
    assert errors.constraint(error.value) == 'staff_is_free' or error.value.errno == 1020
    assert shell('SELECT COUNT(*) FROM appointments') == [(1,)]


# ---- CHECK constraints

SETTING = 'UPDATE settings SET {}'
VISIT = ("INSERT INTO appointments (patient_id, staff_id, room_id, service_id, starts_at, ends_at, pause_minutes, "
         "created_utc) VALUES (1, 1, 1, 1, {}, '2026-05-01')")
MAIL = ("INSERT INTO notifications (dedupe_key, recipient, next_try_utc, created_utc, kind, audience, state) "
        "VALUES ('k', 'r@mail.test', '2026-05-01', '2026-05-01', {})")
HOURS = ('INSERT INTO working_hours (staff_id, weekday, starts_minute, ends_minute, valid_from, valid_until) '
         'VALUES (1, {})')
BREAK = 'INSERT INTO breaks (working_hours_id, starts_minute, ends_minute) VALUES (11, {})'
SERVICE = 'INSERT INTO services (name, minutes, pause_minutes) VALUES (\'New\', {})'
KIND = "INSERT INTO services SET name = 'New', minutes = 30, {}"
GAP = "INSERT INTO clock_gaps (day, starts_minute, ends_minute) VALUES ('2020-07-07', {})"

# constraint: the statement, values that it takes, values that it refuses
CHECKS = {
    'import_kind_is_known': ("INSERT INTO imports (kind, file_name, begun_utc) VALUES ({}, 'a.csv', '2026-01-01')",
                             ["'patients'", "'visits'"], ["'rooms'", "'Visits'"]),
    'import_state_is_known': ("INSERT INTO imports (kind, file_name, begun_utc, state) "
                              "VALUES ('visits', 'a.csv', '2026-01-01', {})", ["'begun'", "'undone'"], ["'lost'"]),
    'settings_is_one_row': ('INSERT INTO settings (settings_id) VALUES ({})', [], ['2', '0']),
    'notice_is_at_most_90_days': (SETTING, ['notice_minutes = 0', 'notice_minutes = 129600'],
                                  ['notice_minutes = -1', 'notice_minutes = 129601']),
    'horizon_is_1_to_366_days': (SETTING, ['horizon_days = 1', 'horizon_days = 366'],
                                 ['horizon_days = 0', 'horizon_days = 367']),
    'deadline_is_at_most_90_days': (SETTING, ['cancel_deadline_minutes = 0', 'cancel_deadline_minutes = 129600'],
                                    ['cancel_deadline_minutes = -1', 'cancel_deadline_minutes = 129601']),
    'reminder_is_at_most_30_days': (SETTING, ['reminder_lead_minutes = 0', 'reminder_lead_minutes = 43200'],
                                    ['reminder_lead_minutes = -1', 'reminder_lead_minutes = 43201']),
    'visits_ahead_limit_is_1_to_99': (SETTING, ['visits_ahead_limit = 1', 'visits_ahead_limit = 99'],
                                      ['visits_ahead_limit = 0', 'visits_ahead_limit = 100']),
    'account_visits_limit_is_1_to_99': (SETTING, ['account_visits_limit = 1', 'account_visits_limit = 99'],
                                        ['account_visits_limit = 0', 'account_visits_limit = 100']),
    'second_factor_for_is_known': (SETTING, ["second_factor_for = 'clinic'"], ["second_factor_for = 'Clinic'"]),
    'keep_mail_is_7_days_or_more': (SETTING, ['keep_mail_days = 7'], ['keep_mail_days = 6']),
    'keep_audit_is_30_days_or_more': (SETTING, ['keep_audit_days = 30'], ['keep_audit_days = 29']),
    'keep_sign_ins_is_2_days_or_more': (SETTING, ['keep_sign_ins_days = 2'], ['keep_sign_ins_days = 1']),
    'keep_patients_is_1_year_or_more': (SETTING, ['keep_patients_years = 1'], ['keep_patients_years = 0']),
    'keep_unproven_is_7_days_or_more': (SETTING, ['keep_unproven_days = 7'], ['keep_unproven_days = 6']),
    'date_style_is_known': (SETTING, ["date_style = 'iso'", "date_style = 'month_first'"],
                            ["date_style = 'year_last'"]),
    'clock_style_is_known': (SETTING, ["clock_style = '12'"], ["clock_style = '13'"]),
    'clock_gap_ends_after_it_starts': (GAP, ['120, 180', '0, 1440'], ['120, 120', '-5, 60', '1400, 1445']),
    'role_is_known': ("INSERT INTO users (email, full_name, created_utc, role) VALUES ('n', 'N', '2026-05-01', {})",
                      ["'patient'", "'staff'", "'admin'"], ["'doctor'", "''"]),
    'theme_is_known': ('UPDATE users SET theme = {} WHERE user_id = 1', ["'light'", "'dark'"], ["'grey'"]),
    'reset_purpose_is_known': ("INSERT INTO password_resets (token_hash, user_id, created_utc, expires_utc, purpose) "
                               "VALUES (REPEAT('x', 32), 1, '2026-05-01', '2026-05-02', {})",
                               ["'reset'", "'invite'"], ["'theft'"]),
    'address_link_purpose_is_known': ("INSERT INTO address_links (token_hash, user_id, email, created_utc, "
                                      "expires_utc, purpose) "
                                      "VALUES (REPEAT('x', 32), 1, 'a', '2026-05-01', '2026-05-02', {})",
                                      ["'prove'", "'change'", "'take_back'"], ["'theft'"]),
    'service_takes_5_to_480_minutes': (SERVICE, ['5, 0', '480, 0'], ['0, 0', '485, 0', '12, 0', '-15, 0']),
    'pause_takes_0_to_120_minutes': (SERVICE, ['30, 0', '30, 120'], ['30, -5', '30, 125', '30, 7']),
    'service_place_is_known': (KIND, ["place = 'room'", "place = 'phone'", "place = 'video'", "place = 'home'"],
                               ["place = 'Room'", "place = 'car'"]),
    'service_notice_is_at_most_90_days': (KIND, ['notice_minutes = NULL', 'notice_minutes = 0',
                                                 'notice_minutes = 129600'],
                                          ['notice_minutes = -1', 'notice_minutes = 129601']),
    'service_horizon_is_1_to_366_days': (KIND, ['horizon_days = NULL', 'horizon_days = 1', 'horizon_days = 366'],
                                         ['horizon_days = 0', 'horizon_days = 367']),
    'service_deadline_is_at_most_90_days': (KIND, ['cancel_deadline_minutes = NULL',
                                                   'cancel_deadline_minutes = 129600'],
                                            ['cancel_deadline_minutes = -1', 'cancel_deadline_minutes = 129601']),
    'video_link_is_encrypted': ('UPDATE staff SET video_link = {}', ["'https://meet.clinic.test/ada'"],
                                ["'http://meet.clinic.test/ada'", "'meet.clinic.test'", "''"]),
    'appointment_is_5_to_240_late': ('UPDATE appointments SET late_minutes = {}', ['5', '240'],
                                     ['0', '241', '-5']),
    'slot_takes_5_to_60_minutes': ('UPDATE staff SET slot_minutes = {}', ['5', '60'], ['0', '65', '12', '-15']),
    'working_weekday_is_0_to_6': (HOURS, ["6, 540, 600, '2026-01-01', NULL"],
                                  ["-1, 540, 600, '2026-01-01', NULL", "7, 540, 600, '2026-01-01', NULL"]),
    'working_hours_end_after_start': (HOURS, ["0, 0, 1440, '2026-01-01', NULL"], [
        "0, 600, 600, '2026-01-01', NULL", "0, 600, 540, '2026-01-01', NULL", "0, -5, 600, '2026-01-01', NULL",
        "0, 540, 1445, '2026-01-01', NULL"]),
    'working_hours_keep_5_min_steps': (HOURS, ["0, 545, 600, '2026-01-01', NULL"], [
        "0, 541, 600, '2026-01-01', NULL", "0, 540, 603, '2026-01-01', NULL"]),
    'working_hours_last_a_day': (HOURS, ["0, 540, 600, '2026-01-01', '2026-01-02'"], [
        "0, 540, 600, '2026-01-01', '2026-01-01'", "0, 540, 600, '2026-01-02', '2026-01-01'"]),
    'working_fortnight_is_0_or_1': ('UPDATE working_hours SET fortnight = {}', ['0', '1'], ['-1', '2']),
    'extra_hours_come_to_an_end': ('UPDATE working_hours SET is_extra = TRUE, valid_until = {}', ["'2026-07-01'"],
                                   ['NULL']),
    'break_ends_after_it_starts': (BREAK, ['600, 605'], ['600, 600', '660, 600', '-5, 600', '1400, 1445']),
    'break_keeps_5_min_steps': (BREAK, ['605, 610'], ['601, 610', '600, 612']),
    'time_off_ends_after_it_starts': ('INSERT INTO time_off (staff_id, starts_at, ends_at) VALUES (1, {})',
                                      ["'2026-06-01 10:00', '2026-06-01 10:01'"],
                                      ["'2026-06-01 10:00', '2026-06-01 10:00'", "'2026-06-02', '2026-06-01'"]),
    'relation_is_known': ('UPDATE patients SET relation = {}', ["'self'", "'child'", "'relative'"], ["'friend'"]),
    'transition_moves': ("INSERT INTO status_transitions (from_status, to_status, action, meaning) VALUES ({}, '', '')",
                         [], ["'booked', 'booked'"]),
    'appointment_ends_after_it_starts': (VISIT, ["'2026-06-01 10:00', '2026-06-01 10:05', 0"], [
        "'2026-06-01 10:00', '2026-06-01 10:00', 0", "'2026-06-01 10:00', '2026-06-01 09:00', 0"]),
    'appointment_has_a_day': (VISIT, ["'1900-01-01 00:00', '1900-01-01 00:05', 0"], [
        "'1899-12-31 10:00', '1899-12-31 10:30', 0"]),
    'appointment_keeps_5_min_steps': (VISIT, ["'2026-06-01 10:05', '2026-06-01 10:15', 0"], [
        "'2026-06-01 10:02', '2026-06-01 10:30', 0", "'2026-06-01 10:00', '2026-06-01 10:31', 0",
        "'2026-06-01 10:00:10', '2026-06-01 10:30', 0", "'2026-06-01 10:00', '2026-06-01 10:30:01', 0"]),
    'appointment_ends_within_8_hours': (VISIT, ["'2026-06-01 10:00', '2026-06-01 18:00', 0"],
                                        ["'2026-06-01 10:00', '2026-06-01 18:05', 0"]),
    'appointment_ends_on_its_day': (VISIT, ["'2026-06-01 23:00', '2026-06-02 00:00', 0"], [
        "'2026-06-01 23:00', '2026-06-02 00:05', 0", "'2026-06-01 23:00', '2026-06-01 23:55', 10"]),
    'appointment_pause_is_0_to_120': (VISIT, ["'2026-06-01 10:00', '2026-06-01 10:05', 120"], [
        "'2026-06-01 10:00', '2026-06-01 10:05', 125", "'2026-06-01 10:00', '2026-06-01 10:05', 4",
        "'2026-06-01 10:00', '2026-06-01 10:30', -5"]),
    'history_action_is_known': ("INSERT INTO appointment_history (appointment_id, at_utc, to_status, action) "
                                "SELECT appointment_id, created_utc, status, {} FROM appointments",
                                ["'booked'", "'status'", "'moved'", "'reassigned'", "'changed'"], ["'deleted'"]),
    'mail_kind_is_known': (MAIL, ["'reminder', 'patient', 'sent'", "'test', 'account', 'sent'"],
                           ["'spam', 'patient', 'sent'"]),
    'mail_audience_is_known': (MAIL, ["'test', 'staff', 'sent'"], ["'test', 'all', 'sent'"]),
    'mail_with_a_link_runs_out': (
        MAIL.replace('state)', 'state, expires_utc)'),
        ["'password_reset', 'account', 'sent', '2026-05-02'", "'test', 'account', 'sent', NULL"],
        [f"'{kind}', 'account', 'sent', NULL" for kind in (
            'password_reset', 'account_created', 'address_proof', 'registered_again', 'address_change')]),
    'mail_state_is_known': (MAIL, [f"'test', 'account', '{state}'" for state in
                                   ('pending', 'sending', 'sent', 'failed', 'expired', 'cancelled')],
                            ["'test', 'account', 'lost'"]),
    'last_backup_is_one_row': ('INSERT INTO last_backup (last_backup_id) VALUES ({})', [], ['2']),
    'last_retention_is_one_row': ('INSERT INTO last_retention (last_retention_id) VALUES ({})', [], ['2']),
    'text_kind_is_known': ("INSERT INTO clinic_texts (version, body, saved_utc, kind) VALUES (1, '', '2026-05-01', {})",
                           ["'privacy'", "'news'"], ["'terms'"]),
    'mail_queue_is_one_row': ('INSERT INTO mail_queue (mail_queue_id) VALUES ({})', [], ['2']),
}

@pytest.fixture
def undone(cast, visit):
    """A client whose statements are undone after the test: the settings are not part of the cast's clearing."""
    visit('08:00', staff_id=2, room_id=2, patient_id=3)
    connection = connect(cast)
    cursor = connection.cursor()
    cursor.execute('START TRANSACTION')
    yield cursor
    connection.close()


@pytest.mark.parametrize('name', CHECKS)
def test_a_check_takes_what_is_just_right_and_refuses_the_rest_by_its_name(undone, name):
    statement, good, bad = CHECKS[name]
    undone.execute('SAVEPOINT untouched')

    for values in bad:
        with refused(name):
            undone.execute(statement.format(values))
    for values in good:
        undone.execute(statement.format(values))
        assert undone.rowcount >= 1, values
        undone.execute('ROLLBACK TO untouched')


def test_every_check_is_tried(shell):
    found = shell('SELECT constraint_name FROM information_schema.check_constraints '
                  'WHERE constraint_schema = DATABASE()')

    assert {name for (name,) in found} == set(CHECKS)
    assert all(bad for _, _, bad in CHECKS.values())


# ---- names that reach people

def names(shell):
    """Every constraint and key of the schema."""
    return {name for (name,) in shell(
        'SELECT constraint_name FROM information_schema.table_constraints WHERE table_schema = DATABASE() '
        'UNION SELECT index_name FROM information_schema.statistics WHERE table_schema = DATABASE()')}


def test_every_message_belongs_to_a_constraint_of_the_schema(shell):
    assert set(errors.MESSAGES) <= names(shell)


@pytest.mark.parametrize('name, statement', [
    ('email_is_used_once', "UPDATE users SET email = 'ada@clinic.test' WHERE user_id = 2"),
    ('account_has_one_staff_record', 'UPDATE staff SET user_id = 2'),
    ('room_name_is_unique', "INSERT INTO rooms (name) VALUES ('room 1')"),
    ('service_name_is_unique', "INSERT INTO services (name, minutes) VALUES ('Consultation', 15)"),
    ('request_is_carried_out_once', "INSERT INTO appointments (patient_id, staff_id, service_id, starts_at, ends_at, "
     "created_utc, request_key) SELECT 1, steps.n, 1, '2026-06-01 12:00', '2026-06-01 12:30', '2026-05-01', "
     "REPEAT('k', 43) FROM (SELECT 2 AS n UNION ALL SELECT 3) AS steps"),
    ('appointment_has_patient', 'UPDATE appointments SET patient_id = 99'),
    ('appointment_has_staff', 'UPDATE appointments SET staff_id = 99'),
    ('appointment_has_room', 'UPDATE appointments SET room_id = 99'),
    ('appointment_has_service', 'UPDATE appointments SET service_id = 99'),
    ('appointment_has_status', "UPDATE appointments SET status = 'lost'"),
    ('appointment_has_patient', 'DELETE FROM patients WHERE patient_id = 3'),
    ('appointment_has_staff', 'DELETE FROM staff WHERE staff_id = 2'),
    ('appointment_has_room', 'DELETE FROM rooms WHERE room_id = 2'),
    ('appointment_has_service', 'DELETE FROM services WHERE service_id = 1'),
    ('staff_has_account', 'DELETE FROM users WHERE user_id = 2'),
])
def test_the_name_is_found_in_what_the_server_says(undone, name, statement):
    with refused(name):
        undone.execute(statement)


def test_no_name_is_read_out_of_other_errors(undone):
    for statement in ('SELECT nothing FROM users', 'INSERT INTO users (user_id) VALUES (1)',
                      "SELECT 'CONSTRAINT `staff_is_free`' FROM"):
        with pytest.raises(Error) as error:
            undone.execute(statement)
        assert errors.constraint(error.value) is None


# ---- the shape

TABLES = """
    users staff patients rooms appointments notifications
    services staff_services working_hours breaks time_off closures claims status_transitions appointment_history
    sessions sign_in_attempts password_resets address_links links_mailed audit_log settings schema_migrations
    clinic_texts agreements last_retention
    calendar clock_gaps spans room_services statuses mail_queue import_patients import_visits
    patient_words last_backup imports imported_patients imported_visits record_views patients_apart records_declined
    second_factors recovery_codes calls
""".split()
VIEWS = ['whose_visits', 'needed_calls', 'who_treats', 'hours_of_days', 'starts_in_hours', 'offered_starts',
         'starts_for_moves', 'free_starts', 'rules_of_services', 'unfitting_visits', 'last_heard_of',
         'idle_registrations']

# What happens to a row when its parent is deleted.
DELETES = {
    # goes with it
    'session_belongs_to_user': 'CASCADE', 'reset_belongs_to_user': 'CASCADE', 'address_link_belongs_to_user': 'CASCADE',
    'mail_is_about_an_account': 'CASCADE', 'second_factor_belongs_to_user': 'CASCADE',
    'recovery_code_belongs_to_factor': 'CASCADE',
    'word_belongs_to_patient': 'CASCADE', 'pair_has_a_patient': 'CASCADE', 'pair_has_another_patient': 'CASCADE',
    'declined_by_an_account': 'CASCADE', 'declined_is_a_patient': 'CASCADE',
    'claim_belongs_to_appointment': 'CASCADE', 'history_belongs_to_appointment': 'CASCADE',
    'mail_is_about_an_appointment': 'CASCADE', 'room_suits_service': 'CASCADE', 'service_suits_room': 'CASCADE',
    'staff_offers_service': 'CASCADE', 'service_offered_by_staff': 'CASCADE',
    'working_hours_belong_to_staff': 'CASCADE',
    'break_belongs_to_a_block': 'CASCADE', 'time_off_belongs_to_staff': 'CASCADE',
    'imported_patient_has_import': 'CASCADE', 'imported_patient_has_patient': 'CASCADE',
    'imported_visit_has_import': 'CASCADE', 'imported_visit_has_visit': 'CASCADE',
    'agreement_is_of_an_account': 'CASCADE', 'call_is_about_a_visit': 'CASCADE',
    # stays, and forgets it
    'patient_belongs_to_account': 'SET NULL', 'staff_has_usual_room': 'SET NULL', 'appointment_has_booker': 'SET NULL',
    'history_names_its_author': 'SET NULL', 'audit_names_its_author': 'SET NULL',
    'record_view_names_its_reader': 'SET NULL',
    'text_names_its_author': 'SET NULL', 'call_names_its_author': 'SET NULL',
    # keeps it from being deleted
    'staff_has_account': 'RESTRICT', 'appointment_has_patient': 'RESTRICT', 'appointment_has_staff': 'RESTRICT',
    'appointment_has_room': 'RESTRICT', 'appointment_has_service': 'RESTRICT', 'appointment_has_status': 'RESTRICT',
    'agreement_is_to_a_text': 'RESTRICT',
    'transition_leaves_a_status': 'RESTRICT', 'transition_reaches_a_status': 'RESTRICT',
}


def test_every_table_is_there_and_no_other(shell):
    found = shell("SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE() "
                  "AND table_type = 'BASE TABLE'")

    assert {name for (name,) in found} == set(TABLES)


def test_every_table_can_hold_every_text_and_be_rolled_back(shell):
    assert shell("SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE() AND table_type = "
                 "'BASE TABLE' AND (engine <> 'InnoDB' OR table_collation <> 'utf8mb4_unicode_ci')") == []


def test_every_foreign_key_says_what_a_deletion_does(shell):
    found = shell('SELECT constraint_name, delete_rule FROM information_schema.referential_constraints '
                  'WHERE constraint_schema = DATABASE()')

    assert {name: rule.replace('NO ACTION', 'RESTRICT') for name, rule in found} == DELETES


def test_every_foreign_key_has_an_index_of_its_own_choosing(shell):
    """One that the server adds by itself would be named after the constraint."""
    assert not {name for (name,) in shell('SELECT index_name FROM information_schema.statistics '
                                          'WHERE table_schema = DATABASE()')} & set(DELETES)


def test_the_contents_on_top_of_the_schema_name_its_tables_in_their_order():
    top = SCHEMA[:SCHEMA.index('-- Conventions.')]
    contents = re.findall(r'^--\s+(\d+)  (.+?)  +(.+)$', re.sub(r'\n-- {30,}', ' ', top), re.MULTILINE)
    sections = re.findall(r'^-- (\d+)  (.+?) -+$', SCHEMA, re.MULTILINE)
    made = re.findall(r'^CREATE (?:TABLE|SQL SECURITY INVOKER VIEW) (\w+)', SCHEMA, re.MULTILINE)

    assert [(number, title.lower()) for number, title in sections] == [(number, title) for number, title, _ in contents]
    assert [word for _, _, what in contents for word in re.findall(r'\w+', what) if word in made] == made
    assert sorted(made) == sorted([*TABLES, *VIEWS])


def test_every_constraint_in_the_schema_has_a_name(shell):
    """A name that the server makes up means nothing to a reader."""
    assert not re.search(r'(?<!\) )\bCHECK\b', re.sub(r'CONSTRAINT \w+ +CHECK|--.*', '', SCHEMA))
    assert {name for name in names(shell) if re.search(r'_ibfk_|_chk_|^CONSTRAINT_', name)} == set()


# ---- the status machine

MOVES = {('booked', 'arrived'), ('arrived', 'completed'), ('booked', 'completed'), ('booked', 'no_show'),
         ('booked', 'cancelled'), ('arrived', 'booked'), ('completed', 'arrived'), ('no_show', 'booked'),
         ('cancelled', 'booked')}
UNDO = {('arrived', 'booked'), ('completed', 'arrived'), ('no_show', 'booked'), ('cancelled', 'booked')}


def test_the_legal_moves_are_these(shell):
    assert set(shell('SELECT from_status, to_status FROM status_transitions')) == MOVES
    assert set(shell('SELECT from_status, to_status FROM status_transitions WHERE is_undo')) == UNDO
    assert shell('SELECT from_status, to_status FROM status_transitions WHERE by_patient') == [('booked', 'cancelled')]


@pytest.mark.parametrize('role, allowed', [('staff', MOVES), ('admin', MOVES), ('patient', {('booked', 'cancelled')})])
def test_a_visit_makes_the_legal_moves_and_no_other(visit, shell, role, allowed):
    moving = visit('10:00')
    statuses = [status for (status,) in shell('SELECT status FROM statuses')]
    made = set()
    for before in statuses:
        for after in statuses:
            shell('UPDATE appointments SET status = %s WHERE appointment_id = %s', before, moving)
            if database.change('appointments/set_status', appointment_id=moving, to_status=after, cancel_reason=None,
                               now_utc=clock.now_utc(), role=role):
                made.add((before, after))
            assert shell('SELECT status FROM appointments') == [(after if (before, after) in allowed else before,)]

    assert made == allowed


# ---- the numbers

def test_the_calendar_has_every_day_from_2020_to_2099_with_its_weekday(shell):
    assert shell('SELECT COUNT(*), MIN(day) = DATE \'2020-01-01\', MAX(day) = DATE \'2099-12-31\' FROM calendar') == [
        (29220, 1, 1)]
    assert shell('SELECT COUNT(*) FROM calendar WHERE weekday <> WEEKDAY(day)') == [(0,)]


def test_a_span_of_every_length_up_to_a_day_has_its_steps(shell):
    assert shell('SELECT COUNT(*), COUNT(DISTINCT length), MAX(length) FROM spans') == [(288 * 289 // 2, 288, 1440)]
    assert shell('SELECT minute FROM spans WHERE length = 15 ORDER BY minute') == [(0,), (5,), (10,)]
    assert shell('SELECT COUNT(*) FROM spans WHERE minute >= length OR minute % 5 <> 0 OR length % 5 <> 0') == [(0,)]


# ---- codes

CODES = """
    clinic_texts.kind agreements.kind
    settings.date_style settings.clock_style settings.timezone users.role users.theme password_resets.purpose
    address_links.purpose
    imports.kind imports.state imported_visits.status
    services.place patients.relation statuses.status appointments.status
    status_transitions.from_status status_transitions.to_status
    appointment_history.action appointment_history.from_status appointment_history.to_status notifications.kind
    notifications.audience notifications.state import_visits.status audit_log.action audit_log.subject
""".split()
NAMED_LIKE_A_CODE = r'(status|role|kind|state|action|purpose|audience|relation|style|theme|timezone|subject)$'


def test_a_code_is_itself_sign_by_sign(shell):
    """utf8mb4_unicode_ci would take 'BÖOKED' for 'booked'."""
    found = dict(shell("SELECT CONCAT(table_name, '.', column_name), collation_name FROM information_schema.columns "
                       "JOIN information_schema.tables USING (table_schema, table_name) WHERE table_schema = "
                       "DATABASE() AND table_type = 'BASE TABLE' AND collation_name IS NOT NULL"))

    assert {name: found[name] for name in CODES} == dict.fromkeys(CODES, 'ascii_bin')
    assert [name for name in found if re.search(NAMED_LIKE_A_CODE, name) and name not in CODES
            and name != 'status_transitions.action'] == []          # that one is for people


@pytest.mark.parametrize('statement', [
    "UPDATE appointments SET status = 'BÖOKED'", "UPDATE appointments SET status = 'Booked'",
    "UPDATE users SET role = 'PATIENT' WHERE user_id = 6", "UPDATE users SET theme = 'Light' WHERE user_id = 6",
    "UPDATE patients SET relation = 'sélf'", "UPDATE settings SET date_style = 'ISO'",
    "UPDATE appointment_history SET action = 'MOVED'", "UPDATE notifications SET kind = 'Bookéd'",
    "UPDATE notifications SET state = 'SENT'", "UPDATE notifications SET audience = 'Staff'",
    "INSERT INTO password_resets (token_hash, user_id, created_utc, expires_utc, purpose) "
    "VALUES (REPEAT('x', 32), 1, '2026-05-01', '2026-05-02', 'Reset')",
])
def test_nothing_but_the_code_is_taken_for_it(undone, statement):
    undone.execute("INSERT INTO appointment_history (appointment_id, at_utc, to_status, action) SELECT appointment_id, "
                   "created_utc, status, 'booked' FROM appointments")
    undone.execute("INSERT INTO notifications (dedupe_key, recipient, next_try_utc, created_utc, kind, audience, "
                   "state) VALUES ('x', 'x', '2026-05-01', '2026-05-01', 'test', 'account', 'sent')")
    with pytest.raises(Error):
        undone.execute(statement)
