"""What was taken in: brought up to date without losing what the clinic wrote, and taken back as a whole."""

import datetime as dt
import threading
import time

import pytest

from app import clock, errors
from app.accounts import users
from app.database import link
from app.ops.imports import patients, run, undo, visits
from app.ops.imports.headings import Options
from app.visits import scheduling
from app.visits.wanted import Wanted
from tests.support.moments import clock_at
from tests.support.people import ADA
from tests.support.processes import command, running, wait_until

PATIENTS = 'reference,full_name,birth_date,phone,email\n'
VISITS = 'patient_reference,staff,service,day,time,room\n'
TWO = PATIENTS + 'A1,Anna Apple,1980-01-31,030 11111,\nA2,Ben Berry,,,ben@mail.test\n'
LATER = (VISITS + 'A1,weber@clinic.test,Consultation,2026-06-08,9:00,Room 1\n'
         'A2,okafor@clinic.test,Check-up,2026-05-04,9:00,\n')


@pytest.fixture
def details(shell):
    """details() → reference, name, birth date, telephone and address of all patients that files have made."""
    return lambda: shell('SELECT reference, full_name, birth_date, phone, email FROM patients '
                         'WHERE reference IS NOT NULL ORDER BY reference')


@pytest.fixture
def moved_in(take):
    """Two patients (import 1) and two visits of theirs (import 2): the numbers of both imports."""
    return take(patients, TWO)['import_id'], take(visits, LATER, name='visits.csv')['import_id']


def undone(import_id):
    return undo.take_back(import_id, lambda *_: None)['in_the_way']


# ---- brought up to date


def test_an_update_changes_what_the_file_changes_and_adds_what_is_new(take, details):
    take(patients, TWO)
    text = PATIENTS + 'A2,Ben Berry-Blue,1990-05-05,,ben@post.test\nA3,Cleo,,,\nA1,Anna Apple,1980-01-31,,\n'
    seen = take(patients, text, update=True, commit=False)
    before = details()
    found = take(patients, text, update=True)

    assert (seen['new'], seen['changed'], seen['unchanged']) == (1, 1, 1)
    assert seen['changes'] == [(2, '', 'Ben Berry: full name Ben Berry → Ben Berry-Blue; birth date – → 1990-05-05; '
                                'email ben@mail.test → ben@post.test')]
    assert len(before) == 2 and found['import_id']
    assert details() == [
        ('A1', 'Anna Apple', dt.date(1980, 1, 31), '030 11111', None),
        ('A2', 'Ben Berry-Blue', dt.date(1990, 5, 5), None, 'ben@post.test'), ('A3', 'Cleo', None, None, None)]


def test_what_the_clinic_has_changed_since_is_kept_and_told(take, shell, details):
    take(patients, TWO)
    shell("UPDATE patients SET phone = '030 22222', full_name = 'Anna Äpple' WHERE reference = 'A1'")
    shell("UPDATE patients SET email = NULL WHERE reference = 'A2'")
    text = PATIENTS + 'A1,Anna Apple,1980-01-31,030 33333,anna@mail.test\nA2,Ben Berry,,,ben@post.test\n'
    found = take(patients, text, update=True)

    assert [(line, column) for line, column, _ in found['kept']] == [(2, 'phone'), (3, 'email')]
    assert 'Anna Äpple keeps "030 22222"' in found['kept'][0][2]
    assert details() == [('A1', 'Anna Äpple', dt.date(1980, 1, 31), '030 22222', 'anna@mail.test'),
                         ('A2', 'Ben Berry', None, None, None)]
    assert take(patients, text, update=True)['kept'] == []      # told once: the file says nothing new


def test_of_a_patient_whom_no_file_made_only_gaps_are_filled(take, shell):
    shell("UPDATE patients SET reference = 'O1' WHERE patient_id = 5")
    found = take(patients, PATIENTS + 'O1,Olga O,1950-10-10,,olga@mail.test\n', update=True)

    assert [(line, column) for line, column, _ in found['kept']] == [(2, 'full_name')]
    assert shell('SELECT full_name, email FROM patients WHERE patient_id = 5') == [
        ('Olga Onthephone', 'olga@mail.test')]


def test_without_update_those_who_are_there_are_a_problem(take):
    take(patients, TWO)

    assert '--update' in take(patients, TWO)['problems'][0][2]


def test_an_update_passes_over_visits_that_are_there(take, moved_in, shell):
    found = take(visits, LATER + 'A2,okafor@clinic.test,Check-up,2026-05-05,9:00,\n', update=True)

    assert (found['problems'], found['new'], found['unchanged']) == ([], 1, 2)
    assert shell('SELECT COUNT(*) FROM appointments') == [(3,)]


def test_a_file_that_says_nothing_new_is_no_import(take, moved_in, shell):
    again = [take(patients, TWO, update=True), take(visits, LATER, update=True)]

    assert [(found['new'], found['unchanged'], found['import_id']) for found in again] == [(0, 2, None)] * 2
    assert shell('SELECT (SELECT COUNT(*) FROM imports), (SELECT COUNT(*) FROM import_patients), '
                 '(SELECT COUNT(*) FROM import_visits)') == [(2, 0, 0)]


def test_what_the_clinic_has_written_as_the_file_does_now_is_noted(take, shell, details):
    take(patients, TWO)
    shell("UPDATE patients SET phone = '030 22222' WHERE reference = 'A1'")
    noted = take(patients, PATIENTS + 'A1,Anna Apple,,030 22222,\n', update=True)
    later = take(patients, PATIENTS + 'A1,Anna Apple,,030 33333,\n', update=True)

    assert (noted['unchanged'], bool(noted['import_id'])) == (1, True)
    assert (later['kept'], later['changed']) == ([], 1)


# ---- taken back


def test_visits_and_then_patients_are_taken_back_without_a_trace(moved_in, shell, details, take):
    first, second = moved_in

    assert undone(first) == [f'Anna Apple has visits: take import {second} back first.',
                             f'Ben Berry has visits: take import {second} back first.']
    assert undone(second) == []
    assert shell('SELECT (SELECT COUNT(*) FROM appointments) + (SELECT COUNT(*) FROM claims) + '
                 '(SELECT COUNT(*) FROM appointment_history) + (SELECT COUNT(*) FROM imported_visits)') == [(0,)]
    assert undone(first) == [] and details() == []
    assert [(row['kind'], row['state'], row['added']) for row in undo.list_all()] == [
        ('patients', 'undone', 2), ('visits', 'undone', 2)]
    assert shell("SELECT action, subject_id FROM audit_log WHERE action = 'import taken back'") == [
        ('import taken back', second), ('import taken back', first)]
    assert take(patients, TWO)['import_id'] and take(visits, LATER)['import_id']        # and the files come in again


def mark_by_mistake(visit):
    with clock_at(dt.datetime(2026, 6, 8, 8, 55)):
        scheduling.set_status(ADA, visit, 'arrived')
        scheduling.set_status(ADA, visit, 'booked')


@pytest.mark.parametrize('act', [
    lambda visit: scheduling.move(ADA, visit, Wanted(starts_at=dt.datetime(2026, 6, 9, 10, 0))),
    lambda visit: scheduling.cancel(ADA, visit, 'ill'),
    mark_by_mistake,
])
def test_an_import_one_of_whose_visits_has_changed_stays_and_says_which(moved_in, shell, act):
    visit, = shell('SELECT appointment_id FROM appointments WHERE starts_at > %s', clock.now())[0]
    act(visit)
    count = shell('SELECT COUNT(*) FROM appointments')
    told = undone(moved_in[1])

    assert len(told) == 1 and told[0].startswith('The visit of Anna Apple at 2026-06-0')
    assert told[0].endswith('has been changed since.')
    assert shell('SELECT COUNT(*) FROM appointments') == count


def test_a_visit_that_the_patient_was_told_of_is_not_taken_back(moved_in, shell):
    shell("INSERT INTO notifications (dedupe_key, kind, appointment_id, recipient, state, next_try_utc, created_utc) "
          "SELECT 'x', 'reminder', MAX(appointment_id), 'ben@mail.test', 'sent', '2026-06-01', '2026-06-01' "
          "FROM appointments")

    assert undone(moved_in[1]) == ['The visit of Ben Berry at 2026-05-04 09:00 was told to the patient by mail.']


@pytest.mark.parametrize('change, told', [
    ("UPDATE patients SET phone = '1 23456' WHERE reference = 'A1'", "Anna Apple's details have been changed since."),
    ("UPDATE patients SET full_name = 'Änna Apple' WHERE reference = 'A1'",
     "Änna Apple's details have been changed since."),
    ("UPDATE patients SET user_id = 6 WHERE reference = 'A1'", 'Anna Apple has an account by now.'),
    ("INSERT INTO appointments (patient_id, staff_id, service_id, starts_at, ends_at, created_utc) SELECT patient_id, "
     "1, 1, '2026-06-02 09:00', '2026-06-02 09:30', '2026-06-01' FROM patients WHERE reference = 'A1'",
     'Anna Apple has visits.'),
])
def test_a_patient_who_has_more_by_now_is_named_and_stays(take, shell, details, change, told):
    import_id = take(patients, TWO)['import_id']
    shell(change)

    assert undone(import_id) == [told]
    assert len(details()) == 2


def test_an_update_that_is_taken_back_puts_back_what_was_there(take, details):
    first = take(patients, TWO)['import_id']
    before = details()
    text = PATIENTS + 'A1,Anna Pear,1981-01-31,,anna@mail.test\nA3,Cleo,,,\n'
    second = take(patients, text, update=True)['import_id']

    assert undone(first) == [f'Anna Pear is in import {second} too: take that one back first.']
    assert undone(second) == [] and details() == before
    assert undone(first) == [] and details() == []


def test_what_the_clinic_wrote_after_an_update_stands_in_the_way(take, shell):
    take(patients, TWO)
    second = take(patients, PATIENTS + 'A1,Anna Pear,,,\n', update=True)['import_id']
    shell("UPDATE patients SET phone = '030 44444' WHERE reference = 'A1'")         # another column: not in the way
    shell("UPDATE patients SET full_name = 'Anna Plum' WHERE reference = 'A1'")

    assert undone(second) == ["Anna Plum's details have been changed since."]


def test_what_files_said_of_somebody_is_forgotten_with_them(take, shell):
    import_id = take(patients, TWO)['import_id']
    patient_id, = shell("SELECT patient_id FROM patients WHERE reference = 'A1'")[0]
    users.forget(ADA, patient_id)

    assert shell('SELECT full_name FROM imported_patients') == [('Ben Berry',)]
    assert undone(import_id) == []


@pytest.mark.parametrize('number, sentence', [(9999, 'There is no import 9999'), (None, 'was taken back already')])
def test_an_import_that_cannot_be_taken_back_is_one_sentence(take, number, sentence):
    import_id = number or take(patients, TWO)['import_id']
    if not number:
        undone(import_id)

    with pytest.raises(undo.UndoError, match=sentence):
        undone(import_id)


# ---- by portions


@pytest.fixture
def small_portions(monkeypatch):
    monkeypatch.setattr(visits, 'PORTION', 1)
    monkeypatch.setattr(patients, 'PORTION', 1)
    monkeypatch.setattr(undo, 'PORTION', 1)


def test_people_book_while_an_import_is_at_work(take, tmp_path, small_portions, booked, at, shell):
    take(patients, TWO)
    made = []

    def progress(what, done, total):
        if what == 'Writing' and 0 < done < total:
            made.append(booked(at('10:00', 1) + dt.timedelta(minutes=30 * len(made))))
    (tmp_path / 'visits.csv').write_text(LATER)
    found = run.run(visits, tmp_path / 'visits.csv', Options(commit=True), progress)

    assert found['import_id'] and len(made) == 3
    assert shell('SELECT COUNT(*) FROM appointments') == [(5,)]


def somebody_waits(shell):
    time.sleep(0.15)        # the server renews this table only when nobody has read it for a tenth of a second
    return shell("SELECT COUNT(*) FROM information_schema.innodb_trx WHERE trx_state = 'LOCK WAIT'") == [(1,)]


def test_an_import_that_waits_for_a_patient_keeps_nobody_from_booking(take, shell, booked, at, monkeypatch):
    """While an INSERT … SELECT runs, nobody else gets the next number: it must not begin before it can end."""
    take(patients, TWO)
    seen = []
    shell('START TRANSACTION')
    shell("SELECT patient_id FROM patients WHERE reference = 'A1' FOR UPDATE")
    importing = threading.Thread(target=take, args=(visits, LATER))
    importing.start()
    try:
        wait_until(lambda: somebody_waits(shell))
        with monkeypatch.context() as listening:
            listening.setattr(link, 'on_statement', [lambda name, *_: seen.append(name)])
            booked(at('10:00', 1), patient_id=3, staff_id=2)
        assert 'imports/add_visits' not in seen         # had it begun, the booking would have waited until it gave up
    finally:
        shell('ROLLBACK')
        importing.join()

    assert shell('SELECT COUNT(*) FROM appointments') == [(3,)]


def test_a_booking_made_between_portions_takes_the_whole_import_back(take, tmp_path, small_portions, booked, shell):
    take(patients, TWO)
    text = VISITS + 'A2,okafor@clinic.test,Check-up,2026-05-04,9:00,\n' \
                    'A1,weber@clinic.test,Consultation,2026-06-08,9:00,Room 1\n'
    (tmp_path / 'visits.csv').write_text(text)

    def progress(what, done, total):
        if what == 'Writing' and done == 2:
            booked(dt.datetime(2026, 6, 8, 9, 0), patient_id=3)
    with pytest.raises(errors.Refused, match='taken this time'):
        run.run(visits, tmp_path / 'visits.csv', Options(commit=True), progress)

    assert shell('SELECT patient_id FROM appointments') == [(3,)]
    assert shell('SELECT (SELECT COUNT(*) FROM import_visits) + (SELECT COUNT(*) FROM imported_visits)') == [(0,)]
    assert [row['state'] for row in undo.list_all()] == ['done', 'undone']


def test_an_import_that_was_cut_short_is_taken_back_before_the_next(take, tmp_path, small_portions, monkeypatch, shell,
                                                                    details):
    (tmp_path / 'people.csv').write_text(TWO)

    def progress(what, done, total):
        if what == 'Writing' and done == 2:
            raise KeyboardInterrupt
    with monkeypatch.context() as dying, pytest.raises(KeyboardInterrupt):
        dying.setattr(undo, 'take_back_now', lambda _: None)        # killed: nobody tidies up
        run.run(patients, tmp_path / 'people.csv', Options(commit=True), progress)
    import_id = undo.list_all()[-1]['import_id']

    assert [row[0] for row in details()] == ['A1'] and shell('SELECT COUNT(*) FROM import_patients') == [(1,)]
    with pytest.raises(undo.UndoError, match=rf'\(people.csv\) was cut short: .*"import-undo {import_id}"'):
        take(patients, TWO)
    assert undone(import_id) == [] and details() == []
    assert shell('SELECT COUNT(*) FROM import_patients') == [(0,)]
    assert take(patients, TWO)['import_id']


def test_ctrl_c_takes_back_what_has_come_in(take, tmp_path, small_portions, details):
    (tmp_path / 'people.csv').write_text(TWO)

    def progress(what, done, total):
        if what == 'Writing' and done == 2:
            raise KeyboardInterrupt
    with pytest.raises(KeyboardInterrupt):
        run.run(patients, tmp_path / 'people.csv', Options(commit=True), progress)

    assert details() == [] and undo.list_all()[-1]['state'] == 'undone'


# ---- the command


def test_the_command_lists_imports_and_takes_one_back_when_told(tmp_path):
    file, here = tmp_path / 'p.csv', tmp_path / 'local'
    file.write_text('Patient No.;Name;E-Mail;born;shoes\nK1;Eve;eve@mail.test;31.12.80;40\n')
    with running(here):
        taken = command(here, 'import-patients', str(file), '--commit', '--ignore', 'Shoes', '--map', 'birth_date=Born')
        listed = command(here, 'import-undo')
        asked = command(here, 'import-undo', '1')
        undone = command(here, 'import-undo', '1', '--yes')
        again = command(here, 'import-undo', '1', '--yes')

    assert (taken.returncode, taken.stderr) == (0, '')
    assert 'Days are read day first, as in line 2, birth_date: "31.12.80" is 31 December 1980.' in taken.stdout
    assert taken.stdout.endswith('\n1 patient taken in, as import 1. "import-undo 1" takes all of it back.\n')
    assert listed.stdout.endswith('taken in    1 patient, p.csv\n')
    assert (asked.returncode, asked.stdout) == (2, '') and 'give --yes' in asked.stderr
    assert (undone.returncode, undone.stdout) == (0, 'Import 1 was taken back: 1 patient.\n')
    assert (again.returncode, again.stderr) == (2, 'Import 1 was taken back already.\n')
