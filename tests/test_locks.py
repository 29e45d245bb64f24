"""Whoever reads a row with FOR UPDATE, or in share mode, keeps those who would change it waiting until the end.

The keys of claims would refuse a second visit without these locks, so a race alone does not show that one is gone.
"""

import mysql.connector
import pytest

from app import database
from tests.conftest import connect
from tests.support.queries import FILES, text

IS_HELD = {1205, 3572}          # what MariaDB and MySQL answer to NOWAIT
PETRA_AND_WEBER = {'patient_id': 1, 'staff_id': 1, 'user_id': 1, 'role': 'admin'}
# The file, what it takes, and the rows that nobody else may have meanwhile.
LOCKS = {
    'appointments/lock': ({}, 'appointments WHERE staff_id = 1'),
    'calendar/lock_days': ({'first_day': '2026-06-02', 'last_day': '2026-06-02'}, "calendar WHERE day = '2026-06-02'"),
    'calendar/lock_with_service': (
        {'day': '2026-06-02', 'service_id': 1, 'staff_id': 1}, "calendar WHERE day = '2026-06-02'",
        'services WHERE service_id = 1', 'staff_services WHERE service_id = 1 AND staff_id = 1'),
    'patients/lock': ({'patient_id': 1}, 'patients WHERE patient_id = 1'),
    'patients/lock_of_account': ({'user_id': 6}, 'patients WHERE patient_id = 1'),
    'patients/lock_two': ({'patient_id': 3, 'other_id': 1}, 'patients WHERE patient_id = 1',
                          'patients WHERE patient_id = 3'),
    'patients/lock_with_staff': (PETRA_AND_WEBER, 'patients WHERE patient_id = 1', 'staff WHERE staff_id = 1'),
    'rooms/lock': ({'room_id': 1, 'service_id': 1}, 'rooms WHERE room_id = 1',
                   'room_services WHERE service_id = 1 AND room_id = 1'),
    'rooms/lock_any': ({'room_id': 1}, 'rooms WHERE room_id = 1'),
    'services/lock': ({'service_id': 1}, 'services WHERE service_id = 1'),
    'settings/lock': ({}, 'settings WHERE settings_id = 1'),
    'staff/lock': ({'staff_id': 1}, 'staff WHERE staff_id = 1'),
    'staff/lock_of_account': ({'user_id': 2}, 'staff WHERE staff_id = 1'),
    'staff/lock_two': ({'staff_id': 1, 'to_staff_id': 2}, 'staff WHERE staff_id = 1', 'staff WHERE staff_id = 2'),
    'users/lock': ({'user_id': 1}, 'users WHERE user_id = 1'),
    'users/lock_admins': ({}, 'users WHERE user_id = 1'),
    'users/lock_with_password': ({'user_id': 1}, 'users WHERE user_id = 1'),
}

# They lock what the lines of a file name: tests/test_import_undo.py books beside an import that waits.
ELSEWHERE = {'imports/lock_patients', 'imports/lock_staff', 'imports/lock_rooms'}


def test_every_lock_is_looked_at():
    found = {name for name in FILES if text(name).rstrip().endswith(('FOR UPDATE;', 'SHARE MODE;'))}

    assert found == LOCKS.keys() | ELSEWHERE


@pytest.mark.parametrize('name', LOCKS)
def test_a_locked_row_is_kept_from_others(cast, shell, booked, name):
    params, *rows = LOCKS[name]
    if name == 'appointments/lock':
        params = {'appointment_id': booked()}
    elif name == 'users/lock_with_password':
        params = {**params, 'password_hash': shell('SELECT password_hash FROM users WHERE user_id = 1')[0][0]}
    other = connect(cast)
    with database.transaction() as tx, other.cursor() as cursor:
        tx.rows(name, **params)
        for row in rows:
            with pytest.raises(mysql.connector.Error) as refused:
                cursor.execute(f'SELECT 1 FROM {row} FOR UPDATE NOWAIT')
                cursor.fetchall()
            assert refused.value.errno in IS_HELD, row
    other.close()
