"""No double booking, whatever a client writes: statements typed past all of our code, on the bare tables.

Each either is refused or leaves two visits that do not meet, and each visit holds exactly its own time afterwards.
"""

import pytest
from mysql.connector import Error

from tests.conftest import connect
from tests.support import invariants

COLUMNS = 'patient_id, staff_id, room_id, service_id, starts_at, ends_at, created_utc, request_key'
NEW = f'INTO appointments ({COLUMNS}) VALUES'
TAKEN = {                       # 1: Petra with Weber in room 1, 10:00 to 10:30; 2: Paul with Okafor in room 2, the same
    'person': "(3, 1, NULL, 1, '2026-06-01 10:00', '2026-06-01 10:30', '2026-05-01', NULL)",
    'room': "(5, 3, 1, 1, '2026-06-01 10:00', '2026-06-01 10:30', '2026-05-01', NULL)",
    'patient': "(1, 3, NULL, 1, '2026-06-01 10:00', '2026-06-01 10:30', '2026-05-01', NULL)",
    'by 5 minutes': "(4, 1, NULL, 1, '2026-06-01 10:25', '2026-06-01 10:55', '2026-05-01', NULL)",
}
FREE = "(4, 3, NULL, 1, '2026-06-01 10:00', '2026-06-01 10:30', '2026-05-01', NULL)"
KEY = 'k' * 43
MOVES = {
    'its end onto its start': 'SET ends_at = starts_at WHERE appointment_id = 1',
    'a room that is not there': 'SET room_id = 9999 WHERE appointment_id = 1',
    'a person who is not there': 'SET staff_id = 9999 WHERE appointment_id = 1',
    'a patient who is not there': 'SET patient_id = 9999 WHERE appointment_id = 1',
    'a status that is not there': "SET status = 'lost' WHERE appointment_id = 1",
    'a request key in use': f"SET request_key = '{KEY}', staff_id = 3 WHERE appointment_id = 1",
    'a key in use': 'SET appointment_id = 2, staff_id = 3 WHERE appointment_id = 1',
    'another key': 'SET appointment_id = 77 WHERE appointment_id = 1',
    'another key and person': 'SET appointment_id = 77, staff_id = 3 WHERE appointment_id = 1',
    'beside the grid': "SET starts_at = '2026-06-01 10:02' WHERE appointment_id = 1",
    'half a second later': "SET starts_at = '2026-06-01 10:00:00.4' WHERE appointment_id = 1",
    'past midnight': "SET ends_at = '2026-06-02 00:30' WHERE appointment_id = 1",
    'a pause of -5': 'SET pause_minutes = -5 WHERE appointment_id = 1',
    'nothing for a time': 'SET starts_at = NULL WHERE appointment_id = 1',
    'a time that is none': "SET starts_at = 'soon' WHERE appointment_id = 1",
    'the person of another': 'SET staff_id = 2 WHERE appointment_id = 1',
    'the room of another': 'SET room_id = 2 WHERE appointment_id = 1',
    'the patient of another': 'SET patient_id = 3 WHERE appointment_id = 1',
    'all onto one person': 'SET staff_id = 3',
    'a swap of two': 'SET staff_id = 3 - staff_id WHERE appointment_id IN (1, 2)',
    'cancelled ones back': "SET status = 'booked'",
    'all of it an hour later': 'SET starts_at = starts_at + INTERVAL 1 HOUR, ends_at = ends_at + INTERVAL 1 HOUR',
    'all of it 15 minutes later': 'SET starts_at = starts_at + INTERVAL 15 MINUTE, ends_at = ends_at + INTERVAL 15 '
                                  'MINUTE, staff_id = 1, room_id = NULL',
}
WRITINGS = {
    **{f'{verb} {what}': f'{verb} {NEW} {values}' for verb in ('INSERT', 'INSERT IGNORE', 'REPLACE')
       for what, values in TAKEN.items()},
    **{f'{verb}, one good, one not': f"{verb} {NEW} {FREE}, {TAKEN['person']}"
       for verb in ('INSERT', 'INSERT IGNORE', 'REPLACE')},
    **{f'INSERT … ON DUPLICATE KEY UPDATE {what}': f'INSERT {NEW} {values} ON DUPLICATE KEY UPDATE reason = 1'
       for what, values in TAKEN.items()},
    **{f'{verb} {what}': f'{verb} appointments {change}' for verb in ('UPDATE', 'UPDATE IGNORE')
       for what, change in MOVES.items()},
    'REPLACE by its request key': f"REPLACE {NEW} (5, 3, NULL, 1, '2026-06-01 15:00', '2026-06-01 15:30', '2026-05-01',"
                                  f" '{KEY}')",
    'REPLACE by its key': f"REPLACE INTO appointments (appointment_id, {COLUMNS}) VALUES (2, 5, 3, NULL, 1,"
                          " '2026-06-01 15:00', '2026-06-01 15:30', '2026-05-01', NULL)",
    'REPLACE onto another': f"REPLACE INTO appointments (appointment_id, {COLUMNS}) VALUES (2, 5, 1, NULL, 1,"
                            " '2026-06-01 10:15', '2026-06-01 10:45', '2026-05-01', NULL)",
    'ON DUPLICATE KEY, onto another': f"INSERT {NEW} (5, 3, NULL, 1, '2026-06-01 15:00', '2026-06-01 15:30',"
                                      f" '2026-05-01', '{KEY}') ON DUPLICATE KEY UPDATE staff_id = 1",
    'the same visit copied': f'INSERT INTO appointments ({COLUMNS}) SELECT patient_id, staff_id, room_id, service_id,'
                             ' starts_at, ends_at, created_utc, NULL FROM appointments',
    'IGNORE, adjusted': f"INSERT IGNORE {NEW} (4, 1, NULL, 1, '2026-06-01 10:00:00.3', '2026-06-01 10:30:00.2',"
                        " '2026-05-01', NULL)",
    'two tables at once': 'UPDATE appointments JOIN patients USING (patient_id) SET appointments.staff_id = 2,'
                          " patients.full_name = 'X' WHERE patients.patient_id = 1",
    'two tables at once, IGNORE': 'UPDATE IGNORE appointments JOIN patients USING (patient_id) SET'
                                  ' appointments.staff_id = 2, patients.full_name = 1 WHERE patients.patient_id = 1',
    'DELETE IGNORE': 'DELETE IGNORE FROM appointments WHERE appointment_id = 1',
    'DELETE of what it is about, IGNORE': 'DELETE IGNORE FROM patients WHERE patient_id = 1',
}
SESSIONS = {'as it is': [], 'nothing strict': ["SET sql_mode = ''"],
            'nothing checked': ['SET foreign_key_checks = 0', 'SET unique_checks = 0'],
            'in a transaction': ['SET TRANSACTION ISOLATION LEVEL READ UNCOMMITTED', 'START TRANSACTION']}


TWO_VISITS = (f"INSERT INTO appointments (appointment_id, {COLUMNS}, status) VALUES"
              " (1, 1, 1, 1, 1, '2026-06-01 10:00', '2026-06-01 10:30', '2026-05-01', NULL, 'booked'),"
              f" (2, 3, 2, 2, 1, '2026-06-01 10:00', '2026-06-01 10:30', '2026-05-01', '{KEY}', 'booked'),"
              " (3, 5, 1, 1, 1, '2026-06-01 10:00', '2026-06-01 10:30', '2026-05-01', NULL, 'cancelled')")


@pytest.fixture
def two_visits(cast, shell):
    """Two visits at the same time that share nothing, and a cancelled one with the first's person and room."""
    shell(TWO_VISITS)


@pytest.mark.parametrize('session', SESSIONS)
def test_no_statement_makes_two_visits_meet(two_visits, cast, shell, session):
    """A connection for each of them; every visit that stays holds exactly its own time."""
    before = shell('SELECT * FROM appointments'), shell('SELECT * FROM claims')
    wrong = {}
    for name, statement in WRITINGS.items():
        with connect(cast) as connection, connection.cursor() as cursor:
            for setting in SESSIONS[session]:
                cursor.execute(setting)
            try:
                cursor.execute(statement)
            except Error:
                connection.rollback()
            else:
                connection.commit()
        found = invariants.broken(shell)
        found.pop('half booked', None)              # a bare statement writes no history
        if found or invariants.claims_of_nobody(shell):
            wrong[name] = found or 'claims of no visit'
        if (shell('SELECT * FROM appointments'), shell('SELECT * FROM claims')) != before:
            put_back(shell)

    assert not wrong, "\n".join(f"{name}: {what}" for name, what in wrong.items())


def put_back(shell):
    for statement in ('DELETE FROM appointments', 'DELETE FROM claims', TWO_VISITS):
        shell(statement)


def test_a_file_of_rows_is_refused_where_a_time_is_taken(two_visits, cast, shell, tmp_path):
    """LOAD DATA LOCAL implies IGNORE: a row with a known key is skipped, one with a taken time is not written."""
    (allowed,), = shell('SELECT @@global.local_infile')
    shell('SET GLOBAL local_infile = 1')
    file = tmp_path / 'visits.txt'
    file.write_text('3\t1\t1\t1\t2026-06-01 10:15\t2026-06-01 10:45\t2026-05-01\t\\N\n')
    try:
        with connect(cast, allow_local_infile=True) as connection, connection.cursor() as cursor:
            with pytest.raises(Error, match='Duplicate entry'):
                cursor.execute(f"LOAD DATA LOCAL INFILE '{file}' INTO TABLE appointments ({COLUMNS})")
    finally:
        shell('SET GLOBAL local_infile = %s', allowed)

    assert shell('SELECT COUNT(*) FROM appointments') == [(3,)]
    assert invariants.broken(shell).keys() <= {'half booked'} and invariants.claims_of_nobody(shell) == []
