"""Moving in: every problem of a file with its line, then all of it or nothing."""

import datetime as dt
import time

import pytest

from app import errors, tokens
from app.commands import importing
from app.ops.imports import patients, visits
from tests.support.people import ADA
from tests.support.processes import command, running
from tests.support.visits import book

PATIENTS = 'reference,full_name,birth_date,phone,email\n'
VISITS = 'patient_reference,staff,service,day,time,minutes,room,status,reason\n'


@pytest.fixture
def people(take):
    """Two patients with references, A1 and A2."""
    take(patients, PATIENTS + 'A1,Anna Apple,1980-01-31,,\nA2,Ben Berry,,,\n')


def said(found):
    """The problems as texts: line:column."""
    return [f'{line}:{column}' for line, column, _ in found['problems']]


def sentences(found):
    return ' '.join(sentence for _, _, sentence in found['problems'])


def nothing_is_left(shell):
    return shell('SELECT (SELECT COUNT(*) FROM import_patients) + (SELECT COUNT(*) FROM import_visits)') == [(0,)]


# ---- patients


def test_patients_are_taken_in_with_all_that_the_file_says(take, shell):
    name = 'Łukasz "Luke" Ó\'Brien; \\ 王 🙂'
    quoted = name.replace('"', '""')
    found = take(patients, PATIENTS + f'K-7,"{quoted}",31.1.1980,+49 (30) 555-01,Luke@Mail.test\nK-8,Eve,,,\n')

    assert (found['problems'], found['new']) == ([], 2) and found['import_id']
    assert shell("SELECT reference, full_name, birth_date, phone, email, user_id, relation FROM patients "
                 "WHERE reference IS NOT NULL ORDER BY reference") == [
        ('K-7', name, dt.date(1980, 1, 31), '+49 (30) 555-01', 'luke@mail.test', None, 'self'),
        ('K-8', 'Eve', None, None, None, None, 'self')]
    assert shell('SELECT action, details FROM audit_log') == [('patients imported', 'file.csv')]
    assert nothing_is_left(shell)


def test_a_dry_run_takes_nothing_in(take, shell):
    found = take(patients, PATIENTS + 'K1,Eve,,,\n', commit=False)

    assert (found['problems'], found['new'], found['import_id']) == ([], 1, None)
    assert shell('SELECT COUNT(*) FROM patients WHERE reference IS NOT NULL') == [(0,)]
    assert nothing_is_left(shell)


def test_one_bad_line_keeps_all_out_and_every_problem_is_told(take, shell):
    found = take(patients, PATIENTS + 'K1,Eve,,,\n,Nobody,,,\nK3,,32.1.1980,12,no\nK1,Twice,,,\nK5,Short\n\n'
                                      'K6,Born tomorrow,2.6.2026,,\nK7,\x01,,,\n')

    assert said(found) == ['3:reference', '4:birth_date', '4:email', '4:full_name', '4:phone', '5:reference',
                           '8:birth_date', '9:']
    assert 'Line 2 is this patient too.' in sentences(found)
    assert shell('SELECT COUNT(*) FROM patients WHERE reference IS NOT NULL') == [(0,)]
    assert nothing_is_left(shell)


def test_a_file_that_was_imported_is_recognised(take, people):
    found = take(patients, PATIENTS + 'A3,New,,,\nA1,Anna Apple,1980-01-31,,\n')

    assert said(found) == ['3:reference']
    assert 'already: Anna Apple.' in sentences(found)


def test_namesakes_are_a_hint_and_no_problem(take, people, shell):
    found = take(patients, PATIENTS + 'B1,Anna Apple,1980-01-31,,\nB2,Cleo,1990-01-01,,\nB3,Cleo,1990-01-01,,\n'
                                      'B4,Cleo,1990-01-02,,\nB5,Ben Berry,,,\n')

    assert [line for line, _, _ in found['hints']] == [2, 4]
    assert found['import_id']


def test_references_differ_by_case(take, people):
    assert take(patients, PATIENTS + 'a1,Other,,,\n')['import_id']


def test_a_record_is_counted_from_its_first_line(take):
    found = take(patients, PATIENTS + 'K1,"Two\nlines",,,\n\nK2,,,,\n')

    assert said(found) == ['5:full_name']


# ---- visits


def test_visits_are_taken_in_with_their_claims_and_their_history(take, people, shell):
    found = take(visits, VISITS + 'A1,weber@clinic.test,Consultation,1.5.2026,9:00,,,,"Knee, left"\n'
                                  'A2,nurse lind,blood TEST,2026-06-08,08:30,20,room 2,,\n'
                                  'A2,Dr. Ben Okafor,Check-up,2026-05-04,10:00,,Old room,no show,\n')

    assert found['problems'] == []
    assert shell('SELECT reference, staff_id, service_id, room_id, starts_at, '
                 'TIMESTAMPDIFF(MINUTE, starts_at, ends_at), pause_minutes, status, appointments.reason '
                 'FROM appointments JOIN patients USING (patient_id) ORDER BY starts_at') == [
        ('A1', 1, 1, None, dt.datetime(2026, 5, 1, 9, 0), 30, 0, 'completed', 'Knee, left'),
        ('A2', 2, 2, 3, dt.datetime(2026, 5, 4, 10, 0), 60, 0, 'no_show', ''),
        ('A2', 3, 3, 2, dt.datetime(2026, 6, 8, 8, 30), 20, 5, 'booked', '')]
    assert shell('SELECT COUNT(*) FROM claims') == [(6 + 5,)]
    assert shell('SELECT COUNT(*), COUNT(user_id) FROM appointment_history') == [(3, 0)]
    assert shell('SELECT COUNT(*) FROM notifications') == [(0,)]
    assert nothing_is_left(shell)


def test_every_problem_of_a_visit_is_told(take, people):
    found = take(visits, VISITS + 'A9,weber@clinic.test,Consultation,1.5.2026,9:00,,,,\n'
                                  'A1,Dr. Who,Magic,31.2.2026,25:00,7,Attic,,\n'
                                  'A1,weber@clinic.test,Consultation,1.5.2026,9:03,12,,,\n'
                                  'A1,weber@clinic.test,Consultation,8.6.2026,9:00,,,,\n'
                                  'A1,weber@clinic.test,Consultation,8.6.2026,10:00,,Room 1,completed,\n'
                                  'A1,weber@clinic.test,Consultation,8.6.2026,23:45,,Room 1,,\n'
                                  'A1,weber@clinic.test,Consultation,29.3.2026,2:30,,,,\n'
                                  'A1,weber@clinic.test,Consultation,1.5.2026,11:00,,,perhaps,\n')

    assert said(found) == ['2:patient_reference', '3:day', '3:room', '3:service', '3:staff', '3:time', '4:minutes',
                           '4:time', '5:room', '6:status', '7:time', '8:time', '9:status']


def test_people_of_one_name_are_told_apart_by_their_address(take, people, shell):
    shell("UPDATE users SET full_name = 'Dr. Anna Weber' WHERE user_id = 3")
    wrong = take(visits, VISITS + 'A1,dr. anna weber,Consultation,1.5.2026,9:00,,,,\n')

    assert said(wrong) == ['2:staff'] and 'please write the e-mail address' in sentences(wrong)
    assert take(visits, VISITS + 'A1,okafor@clinic.test,Consultation,1.5.2026,9:00,,,,\n')['import_id']


def test_overlaps_in_the_file_are_named_by_line(take, people):
    found = take(visits, VISITS + 'A1,weber@clinic.test,Check-up,1.5.2026,9:00,,Room 1,,\n'
                                  'A2,okafor@clinic.test,Consultation,1.5.2026,9:30,,Room 1,,\n'
                                  'A2,weber@clinic.test,Consultation,1.5.2026,9:45,,,,\n'
                                  'A1,okafor@clinic.test,Consultation,1.5.2026,10:00,,Room 1,,\n'
                                  'A1,okafor@clinic.test,Consultation,1.5.2026,9:00,,Room 1,cancelled,\n')

    assert [(line, column, int(sentence.split('line ')[1].split(',')[0])) for line, column, sentence
            in found['problems']] == [(3, 'room', 2), (4, 'patient_reference', 3), (4, 'staff', 2)]


def test_overlaps_with_the_clinics_own_visits_are_named(take, people, shell, at):
    key = tokens.new()
    book(ADA, at('09:00', 7), request_key=key, room_id=1)
    found = take(visits, VISITS + 'A1,weber@clinic.test,Consultation,8.6.2026,9:15,,Room 2,,\n'
                                  'A2,okafor@clinic.test,Consultation,8.6.2026,9:25,,Room 1,,\n'
                                  'A2,okafor@clinic.test,Consultation,8.6.2026,8:00,,Room 1,,\n')

    assert said(found) == ['2:staff', '3:room']
    assert 'a visit that the clinic has, at 2026-06-08 09:00' in sentences(found)


def test_the_pause_after_a_visit_is_kept_for_person_and_room_but_not_for_the_patient(take, people):
    found = take(visits, VISITS + 'A1,lind@clinic.test,Blood test,8.6.2026,9:00,,Room 2,,\n'
                                  'A1,weber@clinic.test,Consultation,8.6.2026,9:15,,Room 1,,\n'
                                  'A2,lind@clinic.test,Blood test,8.6.2026,9:15,,Room 1,,\n')

    assert said(found) == ['4:room', '4:staff']


def test_the_same_visit_is_never_taken_in_twice(take, people, shell):
    text = VISITS + 'A1,weber@clinic.test,Consultation,1.5.2026,9:00,,,cancelled,\n'
    twice = take(visits, text + text.split('\n')[1] + '\n')
    take(visits, text)
    again = take(visits, text)

    assert [sentence for _, _, sentence in twice['problems']] == ['The same visit as line 2.']
    assert [sentence for _, _, sentence in again['problems']] == [
        'This visit was imported before. (--update passes over those.)']
    assert shell('SELECT COUNT(*) FROM appointments') == [(1,)]


def test_a_booking_made_meanwhile_wins_and_nothing_is_taken_in(take, people, shell, monkeypatch):
    shell("INSERT INTO appointments (patient_id, staff_id, service_id, starts_at, ends_at, status, created_utc) "
          "VALUES (1, 1, 1, '2026-05-01 09:00', '2026-05-01 09:30', 'completed', '2026-05-01')")
    monkeypatch.setattr(visits, 'problems', lambda tx, options: [])

    with pytest.raises(errors.Refused, match='taken this time'):
        take(visits, VISITS + 'A2,okafor@clinic.test,Consultation,1.5.2026,9:00,,,,\n'
                              'A1,weber@clinic.test,Consultation,1.5.2026,9:15,,,,\n')
    assert shell('SELECT COUNT(*) FROM appointments') == [(1,)]
    assert nothing_is_left(shell)


def test_a_second_import_at_the_same_time_is_told_to_wait(take, shell, monkeypatch):
    inner = []

    def progress_of_another(tx, options):
        with pytest.raises(errors.Busy, match='^Another import is at work'):
            take(patients, PATIENTS + 'K1,Eve,,,\n')
        inner.append(True)
        return []
    original = patients.problems
    monkeypatch.setattr(patients, 'problems', lambda *given: original(*given) if inner else progress_of_another(*given))

    assert take(patients, PATIENTS + 'K1,Eve,,,\n')['import_id']
    assert inner and shell("SELECT COUNT(*) FROM patients WHERE reference = 'K1'") == [(1,)]


def test_ten_thousand_lines_are_not_compared_in_pairs(take, shell):
    """That would take hours. They take some ten seconds; the bound leaves a loaded machine its time."""
    count = 10000
    started = time.monotonic()
    take(patients, 'reference,full_name\n' + ''.join(f'N{number},Name {number % 500}\n' for number in range(count)))
    day = dt.date(2026, 5, 29)
    lines = (f'N{number},{("weber", "okafor")[number % 2]}@clinic.test,Consultation,'
             f'{day - dt.timedelta(days=number // 40)},{8 + number % 40 // 4}:{number % 40 // 2 % 2 * 30:02}\n'
             for number in range(count))
    found = take(visits, 'patient_reference,staff,service,day,time\n' + ''.join(lines))
    seconds = time.monotonic() - started

    assert found['import_id'], found['problems'][:3]
    assert shell('SELECT COUNT(*), COUNT(DISTINCT patient_id) FROM appointments') == [(count, count)]
    assert shell('SELECT COUNT(*) FROM claims') == [(6 * count,)]
    assert seconds < 120


def test_a_bar_shows_how_far_it_is(capsys):
    importing._bar('Reading', 500, 1000)
    importing._bar('Writing', 1000, 1000)

    assert capsys.readouterr().err == ('\rReading     [###############               ]  50 %'
                                       '\rWriting     [##############################] 100 %')


# ---- the commands


def test_the_commands_check_first_and_take_in_when_told(tmp_path):
    file, bad, here = tmp_path / 'p.csv', tmp_path / 'bad.csv', tmp_path / 'local'
    file.write_text('reference,full_name,shoes\nK1,Eve,40\n')
    bad.write_text('reference,full_name\nK1,\nK2,Zoë\n')
    with running(here):
        checked = command(here, 'import-patients', str(file), '--ignore', 'shoes')
        refused = command(here, 'import-patients', str(bad), '--commit')
        taken = command(here, 'import-patients', str(file), '--commit', '--ignore-others')
        missing = command(here, 'import-appointments', str(file), '--commit')
        file.write_text('reference,full_name\nK2,王小明\n')
        written = command(here, 'import-patients', str(file), PYTHONIOENCODING='iso-8859-1')
        again = command(here, 'import-patients', str(file), '--commit')
        known = command(here, 'import-patients', str(file), '--update')
        nothing = command(here, 'import-patients', str(file), '--update', '--commit')

    assert (checked.returncode, checked.stderr) == (0, '')
    assert checked.stdout == (
        'p.csv: UTF-8, cells between commas, headings in line 1.\n\n'
        '  reference  is read from  reference\n'
        '  full_name  is read from  full_name\n'
        '  left out: shoes (in 1 line)\n'
        '  Line 2 is: Eve.\n\n'
        '1 patient to take in, and nothing speaks against it. Nothing was taken in yet: add --commit to do so.\n')
    assert refused.returncode == 1
    assert refused.stdout.endswith('\nline 2, full_name: Please fill in: full name.\n')
    assert refused.stderr == '1 line has problems: nothing was taken in.\n'
    assert taken.stdout.endswith('1 patient taken in, as import 1. "import-undo 1" takes all of it back.\n')
    assert (missing.returncode, missing.stdout, missing.stderr.count('\n')) == (2, '', 1)
    assert (written.returncode, written.stderr) == (0, '') and '\\u738b\\u5c0f\\u660e' in written.stdout
    assert again.stdout.endswith('1 patient taken in, as import 2. "import-undo 2" takes all of it back.\n')
    for done in (known, nothing):
        assert (done.returncode, done.stderr) == (0, '')
        assert done.stdout.endswith('\nNothing in this file is new (1 unchanged): there is nothing to take in.\n')
