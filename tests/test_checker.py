"""The checker of exercises: what is right however it is written, what is wrong, and which sentence says so."""

import re
from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest

from app import errors
from app.learn import checker, comparing, exercises, free, outcomes, places
from app.learn.exercises import Choice, Exercise, Wrong

COMING = """SELECT
    appointments.starts_at,
    patients.full_name
FROM appointments
JOIN patients USING (patient_id)
WHERE appointments.day = '2026-11-30'
  AND appointments.status <> 'cancelled'
ORDER BY appointments.starts_at"""


def exercise(answer, *wrongs, **changes):
    """An exercise on the course's clinic. wrongs: (sentence, statement) pairs."""
    nothing = dict.fromkeys(('order', 'writes', 'hints', 'choices'), ())
    return Exercise(**{**nothing, 'number': '1.1', 'task': '', 'on': 'learn', 'reads': None, 'why': '',
                       'answer': answer, 'wrongs': tuple(Wrong(*each) for each in wrongs), **changes})


CANCELLED_TOO = COMING.replace("  AND appointments.status <> 'cancelled'\n", '')
ORDERED = exercise(COMING, ('You show cancelled visits, too.', CANCELLED_TOO), order=(('starts_at', False),))


@pytest.mark.parametrize('one, other', [
    (1, '1'), (1, 1.0), (1, Decimal('1.000')), (0, '0'), (0, -0.0), (1000, Decimal('1E+3')), (None, None),
    (date(2026, 11, 30), '2026-11-30'), (date(2026, 11, 30), datetime(2026, 11, 30)),
    ('2026-11-30 00:00:00', date(2026, 11, 30)), (datetime(2026, 11, 30, 9, 30), '2026-11-30 09:30:00'),
    (timedelta(hours=9), '09:00:00'), (timedelta(hours=-26, minutes=-30), '-26:30:00'), (b'booked', 'booked'),
])
def test_ways_to_write_a_value_do_not_count(one, other):
    assert comparing.plain(one) == comparing.plain(other)


@pytest.mark.parametrize('one, other', [
    (None, ''), (None, 0), (None, 'NULL'), ('', 0), ('007', 7), ('Room', 'room'), (' 1', 1), (b'\xff', '\xff'),
    (date(2026, 11, 30), datetime(2026, 11, 30, 0, 1)), ('1e3', 1000), ('+44', 44),
])
def test_values_that_differ_are_told_apart(one, other):
    assert comparing.plain(one) != comparing.plain(other)


@pytest.mark.parametrize('answer', [
    COMING,
    COMING + ';\n',
    COMING.lower(),
    COMING.replace('\n', ' -- a note\n'),
    COMING.replace('appointments.starts_at,', "appointments.starts_at AS 'begin',"),
    COMING.replace("= '2026-11-30'", "BETWEEN '2026-11-30' AND '2026-11-30'"),
    COMING.replace('WHERE appointments.day', 'WHERE (((appointments.day').replace("-30'\n", "-30')))\n"),
    COMING + ', patients.full_name DESC',
    COMING + ', patients.patient_id',
    """SELECT DATE_FORMAT(visits.starts_at, '%Y-%m-%d %H:%i:%s'), people.full_name FROM patients AS people
       LEFT JOIN appointments AS visits ON visits.patient_id = people.patient_id
       WHERE visits.day = 20261130 AND NOT visits.status = 'cancelled' ORDER BY 1""",
    """WITH visits AS (SELECT * FROM appointments WHERE status IN ('booked', 'arrived', 'completed', 'no_show'))
       SELECT starts_at, (SELECT full_name FROM patients WHERE patients.patient_id = visits.patient_id) FROM visits
       WHERE starts_at >= '2026-11-30' AND starts_at < '2026-12-01' ORDER BY starts_at""",
])
def test_a_right_answer_is_right_however_it_is_written(course, answer):
    verdict = checker.check(ORDERED, answer)

    assert verdict == checker.Verdict('right', 'That is right.')


@pytest.mark.parametrize('answer, code, sentence', [
    (COMING.replace('WHERE', 'WHER'), 'failed', 'The server cannot read on at “WHER'),
    ('SELECT', 'failed', 'The statement ends too early'),
    ('', 'refused', 'Type a statement first'),
    ('DELETE FROM appointments', 'refused', 'only reads'),
    (COMING + '; ' + COMING, 'refused', 'One statement at a time'),
    ('SELECT full_name FROM users', 'columns', 'has 2 columns (starts_at, full_name); yours has 1'),
    (COMING.replace('    patients', '    1, patients'), 'columns', 'yours has 3'),
    ('SELECT full_name, starts_at' + COMING[COMING.index('\nFROM'):], 'columns', 'in another order of columns'),
    (CANCELLED_TOO.lower(), 'wrong-1', 'You show cancelled visits, too.'),
    (COMING.replace("<> 'cancelled'", "= 'booked'"), 'missing', 'are missing'),
    (COMING.replace("= '2026-11-30'", "<= '2026-11-30'"), 'too many', 'rows are too many'),
    (COMING.replace('patients.full_name', 'patients.phone'), 'missing', 'are too many'),
    (COMING.replace('USING (patient_id)', 'USING (patient_id) JOIN (SELECT 1 AS n UNION SELECT 2) AS twice'),
     'doubles', 'come more than once'),
    (COMING + ' DESC', 'order', 'order them by starts_at'),
    (COMING.replace('ORDER BY appointments.starts_at', 'ORDER BY patients.full_name'), 'order', 'a wrong order'),
    ('SELECT a.minute, b.minute FROM spans AS a JOIN spans AS b ON a.length = 5', 'refused', 'more than 1,000 rows'),
])
def test_the_first_thing_that_is_wrong_is_said(course, answer, code, sentence):
    verdict = checker.check(ORDERED, answer)

    assert verdict.code == code
    assert sentence in verdict.sentence
    assert not verdict.is_right


def test_rows_show_what_is_wrong(course):
    verdict = checker.check(ORDERED, COMING.replace("<> 'cancelled'", "= 'completed'"))

    assert len(verdict.rows) == checker.SHOWN and verdict.columns == ['starts_at', 'full_name']
    assert 'full_name' in checker.told(verdict) and verdict.sentence in checker.told(verdict)


def test_the_servers_own_words_stand_beside_ours(course):
    verdict = checker.check(ORDERED, 'SELECT nam, 1 FROM rooms')

    assert verdict.said.startswith("ERROR 1054: Unknown column 'nam'") and 'Did you mean name?' in verdict.sentence
    assert verdict.said in checker.told(verdict)


def test_where_no_order_is_asked_any_will_do(course):
    free_order = exercise('SELECT name FROM rooms')

    for answer in ('SELECT name FROM rooms ORDER BY name', 'SELECT name FROM rooms ORDER BY name DESC'):
        assert checker.check(free_order, answer).is_right


def test_names_that_the_database_sorts_alike_may_stand_either_way(course):
    """Jiri and Jiří are one to the server's sorting, so nobody can say which comes first."""
    twice = exercise("SELECT full_name FROM patients WHERE full_name LIKE 'Jiri Dvorak' ORDER BY full_name, patient_id",
                     order=(('full_name', False),))

    assert len({row[0] for row in outcomes.reference(twice, 'learn').rows}) == 2
    assert checker.check(twice, twice.answer.replace('patient_id', 'patient_id DESC')).is_right


DISTINCT = 'SELECT DISTINCT full_name COLLATE utf8mb4_bin FROM patients'


def test_what_is_right_here_and_wrong_elsewhere_is_said_with_the_world(course):
    verdict = checker.check(exercise('SELECT full_name FROM patients'), DISTINCT)

    assert verdict.code == 'world' and len(verdict.rows)
    assert 'wrong in a clinic where two patients have the same name' in verdict.sentence


def test_a_known_mistake_that_shows_only_elsewhere_has_its_own_sentence(course):
    names = exercise('SELECT full_name FROM patients', ('Two people!', DISTINCT))

    assert checker.check(names, DISTINCT.lower()) == checker.Verdict('wrong-1', 'Two people!')


def test_what_reads_too_much_is_right_and_said_with_both_numbers(course):
    cheap = exercise("SELECT COUNT(*) FROM appointments WHERE staff_id = 2 AND day = '2026-11-30'", reads=3)
    verdict = checker.check(cheap, "SELECT COUNT(*) FROM appointments WHERE staff_id + 0 = 2 AND day = '2026-11-30'")

    assert verdict.code == 'reads' and not verdict.is_right
    assert re.search(r'read \d{2,3} rows for them, where \d{1,2} are enough', verdict.sentence)
    assert checker.check(cheap, cheap.answer).is_right


# Statements that write

OFFERS = exercise('INSERT INTO staff_services (staff_id, service_id) VALUES (3, 1)',
                  ('You forgot who.', 'INSERT INTO staff_services (staff_id, service_id) VALUES (4, 1)'),
                  writes=('staff_services',))
BOOKS = exercise("""INSERT INTO appointments
    (patient_id, staff_id, room_id, service_id, starts_at, ends_at, pause_minutes, created_utc) VALUES
    (31, 1, 1, 1, '2027-03-01 09:00', '2027-03-01 09:20', 10, NOW())""",
                 writes=('appointments', 'claims'))


@pytest.mark.parametrize('task, answer, code, sentence', [
    (OFFERS, OFFERS.answer, 'right', 'That is right.'),
    (OFFERS, 'insert into staff_services select 3, service_id from services where service_id = 1', 'right', ''),
    (OFFERS, OFFERS.answer.replace('(3, 1)', '(4, 1)'), 'wrong-1', 'You forgot who.'),
    (OFFERS, OFFERS.answer + ', (3, 2)', 'too many', 'After your statement, 1 row is too many in staff_services.'),
    (OFFERS, 'DELETE FROM staff_services WHERE staff_id = 0', 'missing', '1 row is missing in staff_services.'),
    (OFFERS, OFFERS.answer.replace('(3, 1)', '(1, 1)'), 'failed', 'There is already a row with this value'),
    (OFFERS, 'SELECT 1', 'refused', 'Begin with INSERT'),
    (OFFERS, 'DROP TABLE staff_services', 'refused', 'Begin with INSERT'),
    (OFFERS, OFFERS.answer + '; COMMIT', 'refused', 'One statement at a time'),
    (OFFERS, 'DELETE FROM claims', 'failed', ''),
    (BOOKS, BOOKS.answer, 'right', 'That is right.'),
    (BOOKS, BOOKS.answer.replace('09:20', '09:25'), 'missing', 'missing in appointments'),
])
def test_an_answer_that_writes_is_judged_by_what_it_leaves(course, task, answer, code, sentence):
    verdict = checker.check(task, answer)

    assert verdict.code == code and sentence in verdict.sentence


def test_nothing_that_was_written_stays(course):
    def counts(place):
        with places.connected(place, 'lab') as link:
            return [link.connection.cmd_query(f'SELECT COUNT(*) FROM {table}', buffered=True) and
                    link.connection.get_rows()[0] for table in ('staff_services', 'appointments', 'claims', 'rooms')]
    before = {place: counts(place) for place in ('learn', *checker.WORLDS)}

    for task in (OFFERS, BOOKS):
        checker.check(task, task.answer)
    assert {place: counts(place) for place in before} == before


def test_an_answer_that_writes_cannot_name_the_clinic_itself(course):
    verdict = checker.check(OFFERS, f'INSERT INTO {course.db_name}.staff_services VALUES (3, 1)')

    assert verdict.code == 'refused' and 'is another database' in verdict.sentence


def test_an_answer_that_writes_and_takes_too_long_is_stopped(course):
    slow = checker.check(OFFERS, 'UPDATE staff_services SET staff_id = 1 WHERE SLEEP(1) = 2')

    assert slow.code == 'failed' and 'so it was stopped' in slow.sentence


# Questions with answers to choose

def test_a_choice_has_a_sentence_of_its_own(course):
    which = exercise('', choices=(Choice('a key', True, 'Yes.'), Choice('luck', False, 'No, a key.')))

    assert checker.check(which, 'a key') == checker.Verdict('right', 'Yes.')
    assert checker.check(which, 'luck') == checker.Verdict('wrong', 'No, a key.')
    assert checker.check(which, '').code == 'refused'


# Limits

def test_of_three_at_once_the_third_is_told_to_come_back(course):
    with free.seat(), free.seat(), pytest.raises(errors.Refused) as refused:
        checker.check(ORDERED, COMING)

    assert refused.value.status == 503


# Files

def test_a_file_says_what_is_asked_and_how_it_is_compared(tmp_path):
    folder = tmp_path / '03-null'
    folder.mkdir()
    (folder / 'ex1.sql').write_text('-- Task:    Who has no phone?\n--          Give the name.\n-- Order:   full_name, '
                                    'patient_id DESC\n-- Reads:   3\n-- Hint 1:  IS NULL\n-- Hint 2:  Not =.\n'
                                    '-- Why:     NULL equals nothing.\n\n-- a note\nSELECT 1;\n')
    (folder / 'ex1.wrong-1.sql').write_text("-- NULL is\n-- no value.\n\nSELECT 2;\n")
    (folder / 'ex2.choice.md').write_text('Task: Which\nkey?\n\n- [ ] none :: It\n  reads all.\n'
                                          '- [x] `by_day` :: Yes.\n')
    first, second = exercises.of_lesson(folder)

    assert first == exercise('-- a note\nSELECT 1;', ('NULL is no value.', 'SELECT 2;'), number='3.1', reads=3,
                             task='Who has no phone? Give the name.', hints=('IS NULL', 'Not =.'),
                             order=(('full_name', False), ('patient_id', True)), why='NULL equals nothing.')
    assert second.task == 'Which key?' and second.is_choice
    assert second.choices == (Choice('none', False, 'It reads all.'), Choice('`by_day`', True, 'Yes.'))


@pytest.mark.parametrize('number', ['1', '1.', '0.1', '99.1', '1.99', '../1.1', '١.١', 'x'])
def test_there_is_no_such_exercise(number):
    with pytest.raises(errors.NotFound):
        exercises.find(number)
