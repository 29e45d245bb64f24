"""The app's own account: it may do what the program does, and write nothing that the database keeps."""

import dataclasses
import re
import shutil
import tempfile
from pathlib import Path

import pytest
from mysql.connector import Error

from app import clock, config, database
from app.accounts import users
from app.clinic import closures, rooms, services
from app.ops import loader, rights
from app.visitor import Visitor
from app.visits import scheduling
from app.visits.wanted import Wanted
from tests.support.moments import clock_at
from tests.support.production import production
from tests.support.queries import FILES, sample, text
from tests.support.visits import book

DENIED = {1044, 1142, 1143, 1227, 1370}
# load-schema, migrate, backup, restore
OF_THE_OWNER = {'schema/insert_loaded', 'schema/delete_loaded', 'schema/lock', 'last_backup/note_saved',
                'last_backup/note_failed'}
KEPT_BY_THE_DATABASE = ('claims', 'spans', 'statuses', 'status_transitions', 'schema_migrations')


@pytest.fixture(scope='module')
def clinic():
    folder = Path(tempfile.mkdtemp(prefix='clinic-test-'))
    with production(folder) as clinic:
        clinic.fill()
        yield clinic
    shutil.rmtree(folder)


@pytest.fixture
def as_app(clinic, server):
    """The pool leads to the clinic as the app's account."""
    config.use(dataclasses.replace(server, db_socket=clinic.socket))
    database.open(dataclasses.replace(server, db_socket=clinic.socket, db_name='clinic', db_user='clinic_app',
                                      db_password='app-word'), size=5)
    yield clinic
    config.use(server)
    database.open(server, size=60)


def is_denied(link, statement, values=()):
    """Whether the account may not do this at all; nothing of it is kept."""
    link.command('START TRANSACTION')
    try:
        with link.connection.cursor(prepared=True) as cursor:
            cursor.execute(statement, values)
            cursor.fetchall() if cursor.with_rows else None
    except Error as error:
        return error.errno in DENIED
    finally:
        link.command('ROLLBACK')
    return False


def test_every_statement_of_the_program_is_allowed(as_app):
    denied = []
    with database.transaction() as link:
        for name in FILES:
            sql, names = database.query(name)
            if name not in OF_THE_OWNER and is_denied(link, sql, tuple(sample(word) for word in names)):
                denied.append(name)

    assert denied == []


def needs(name):
    """The rights to write that one statement needs: (table, right)."""
    code = re.sub(r'--[^\n]*', '', text(name))
    target = re.search(r'\b(?:INSERT|INSERT IGNORE|REPLACE) INTO (\w+)|^UPDATE (\w+)|^DELETE (?:FROM )?(\w+)',
                       code, re.MULTILINE)
    if not target:
        return set()
    inserted, updated, deleted = target.groups()
    found = {(inserted or updated or deleted, 'INSERT' if inserted else 'UPDATE' if updated else 'DELETE')}
    if 'ON DUPLICATE KEY UPDATE' in code:
        found.add((inserted, 'UPDATE'))
    return found


def test_no_right_to_write_is_given_that_no_statement_needs():
    needed = set().union(*(needs(name) for name in FILES if name not in OF_THE_OWNER))
    given = {(table, right.split()[0]) for table, right in rights.wanted() if not right.startswith('SELECT')}

    assert given - needed == {('calendar', 'UPDATE')}           # its days are only locked
    assert needed <= given


def test_every_table_is_named(clinic):
    found = {name for name, in clinic.shell("SELECT table_name FROM information_schema.tables "
                                            "WHERE table_schema = 'clinic'")}

    assert {table for table, _ in rights.wanted()} == found


@pytest.mark.parametrize('table', KEPT_BY_THE_DATABASE)
def test_what_the_database_keeps_by_itself_is_not_written(as_app, table):
    (column,), *_ = as_app.shell('SELECT column_name FROM information_schema.columns WHERE table_name = %s AND '
                                 "table_schema = 'clinic' ORDER BY ordinal_position", table)
    with database.transaction() as link:
        for statement in (f'INSERT INTO {table} SELECT * FROM {table} LIMIT 1', f'DELETE FROM {table}',
                          f'UPDATE {table} SET {column} = {column}', f'REPLACE INTO {table} SELECT * FROM {table}',
                          f'TRUNCATE TABLE {table}', f'DROP TABLE {table}'):
            assert is_denied(link, statement), statement


@pytest.mark.parametrize('statement', [
    'DELETE FROM appointment_history', 'DELETE FROM settings', 'DELETE FROM clinic_texts',
    "UPDATE clinic_texts SET body = 'nothing'",
    "UPDATE audit_log SET action = 'nothing'", 'UPDATE audit_log SET user_id = NULL', 'UPDATE calendar SET day = day',
    'SELECT * FROM mysql.user', 'CREATE TABLE mine (n INT)',
    'CREATE VIEW mine AS SELECT 1 AS n',
])
def test_what_the_program_never_does_is_not_allowed(as_app, statement):
    with database.transaction() as link:
        assert is_denied(link, statement)


def test_the_apps_account_may_do_all_that_a_day_of_the_clinic_asks(as_app):
    """Booked, moved, arrived, cancelled; closed, withdrawn, deactivated, forgotten: the triggers write as the owner."""
    shell = as_app.shell
    (admin,), *_ = shell("SELECT user_id FROM users WHERE role = 'admin'")
    visitor = Visitor(admin, 'admin')
    (staff_id, service_id, starts_at), *_ = shell(
        'SELECT staff_id, service_id, starts_at FROM free_starts WHERE day > CURDATE() + INTERVAL 2 DAY '
        'AND day < CURDATE() + INTERVAL 20 DAY ORDER BY starts_at LIMIT 1')
    patient_id = database.insert('patients/insert', user_id=None, relation='self', full_name='Nova', birth_date=None,
                                 phone=None, email=None, now_utc=clock.now_utc())
    visit = book(visitor, starts_at, patient_id=patient_id, staff_id=staff_id, service_id=service_id,
                 overruled=['visits_ahead', 'notice', 'horizon'], why='test')
    assert shell('SELECT COUNT(*) > 0 FROM claims WHERE appointment_id = %s', visit) == [(1,)]
    (later,), *_ = shell('SELECT starts_at FROM free_starts WHERE staff_id = %s AND service_id = %s AND starts_at > %s '
                         'AND day < CURDATE() + INTERVAL 25 DAY ORDER BY starts_at LIMIT 1',
                         staff_id, service_id, starts_at)
    scheduling.move(visitor, visit, Wanted(starts_at=later, overruled=['horizon'], why='test'))
    assert shell('SELECT MIN(at) FROM claims WHERE appointment_id = %s', visit) == [(later,)]
    with clock_at(later):
        scheduling.set_status(visitor, visit, 'arrived')
        scheduling.set_status(visitor, visit, 'booked')
    scheduling.cancel(visitor, visit, 'test')
    assert shell('SELECT COUNT(*) FROM claims WHERE appointment_id = %s', visit) == [(0,)]
    closures.add(visitor, later.date(), later.date(), 'test')
    closures.remove(visitor, closures.find(later.date()))
    room_id = rooms.add(visitor, {'name': 'New room', 'services': {service_id}})
    rooms.set_active(visitor, room_id, False)
    services.add(visitor, {'name': 'New', 'minutes': 30, 'pause_minutes': 0, 'how_to_prepare': '', 'is_active': True,
                           'shares_reasons': False, 'staff': {staff_id}, 'rooms': {room_id}})
    users.forget(visitor, patient_id)

    assert shell('SELECT full_name = %s, forgotten_utc IS NULL FROM patients WHERE patient_id = %s', 'Nova',
                 patient_id) == [(0, 0)]


def test_an_account_of_an_older_release_loses_what_it_had_on_all_tables(clinic):
    clinic.shell("GRANT SELECT, INSERT, UPDATE, DELETE ON clinic.* TO 'clinic_app'@'localhost'")
    before = clinic.run('check', 'rights')
    renewed = clinic.run('load-schema', DB_USER='clinic_owner', DB_PASSWORD='owner-word',
                         DB_APP_ACCOUNT='clinic_app@localhost')
    after = clinic.run('check', 'rights')

    assert 'may do more than it should (DELETE, INSERT, SELECT, UPDATE on all tables)' in before.stdout
    assert renewed.returncode == 0 and after.returncode == 0, renewed.stderr + after.stdout
    assert 'may do what db/rights.sql says, and nothing else.' in after.stdout


@pytest.mark.parametrize('statement, undo, said', [
    ("GRANT INSERT ON clinic.claims TO 'clinic_app'@'localhost'",
     "REVOKE INSERT ON clinic.claims FROM 'clinic_app'@'localhost'", 'more than it should (INSERT on claims)'),
    ("REVOKE INSERT ON clinic.appointments FROM 'clinic_app'@'localhost'",
     "GRANT INSERT ON clinic.appointments TO 'clinic_app'@'localhost'", 'may not INSERT on appointments:'),
    ("GRANT UPDATE (action) ON clinic.audit_log TO 'clinic_app'@'localhost'",
     "REVOKE UPDATE (action) ON clinic.audit_log FROM 'clinic_app'@'localhost'",
     'more than it should (UPDATE (action) on audit_log)'),
])
def test_check_names_what_is_too_much_and_what_is_missing(clinic, statement, undo, said):
    clinic.shell(statement)
    done = clinic.run('check', 'rights')
    clinic.shell(undo)

    assert done.returncode == 1 and said in done.stdout, done.stdout


def test_an_owner_who_may_not_give_rights_is_told_in_a_sentence(clinic):
    clinic.shell("REVOKE GRANT OPTION ON clinic.* FROM 'clinic_owner'@'localhost'")
    done = clinic.run('load-schema', DB_USER='clinic_owner', DB_PASSWORD='owner-word',
                      DB_APP_ACCOUNT='clinic_app@localhost')
    clinic.shell("GRANT ALL ON clinic.* TO 'clinic_owner'@'localhost' WITH GRANT OPTION")

    assert done.returncode == 2 and done.stderr.count('\n') == 1
    assert 'may not give DB_APP_ACCOUNT its rights: run db/grants.sql again' in done.stderr


def test_check_names_a_visit_that_lost_its_time(clinic):
    (visit,), *_ = clinic.shell('SELECT appointment_id FROM appointments WHERE starts_at > NOW() + INTERVAL 2 DAY '
                                "AND status = 'booked' LIMIT 1")
    before = clinic.run('check', 'claims')
    clinic.shell('DELETE FROM claims WHERE appointment_id = %s ORDER BY at LIMIT 1', visit)
    done = clinic.run('check', 'claims')

    assert before.returncode == 0 and done.returncode == 1, before.stdout
    assert f'could be given it: {visit}. Book them anew.' in done.stdout


def test_the_file_of_rights_grants_one_table_a_line():
    assert all(rights.GRANT.fullmatch(statement) for statement in
               loader.statements(rights.FILE.read_text(encoding='utf-8')))
