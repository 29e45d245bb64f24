"""The commands that run a file of db/queries in the course's clinic: what they print, and what they refuse."""

import contextlib
import dataclasses
import re

import pytest

from app import commands, config
from app.commands import course as course_commands
from app.learn import files, places
from tests.conftest import connect

DAY, BOOKING = 'appointments/list_day', 'appointments/insert'


@pytest.fixture
def shell(course, monkeypatch, capsys):
    """shell('sql', 'appointments/list_day') → the exit code, what was printed, and what was said beside it."""
    monkeypatch.setattr(course_commands, 'ready', contextlib.nullcontext)
    monkeypatch.setattr(config, 'load', config.current)
    monkeypatch.setattr(commands, 'stop_on_signals', lambda: None)

    def run(*arguments):
        code = commands.main([*arguments])
        said = capsys.readouterr()
        return code, said.out, said.err
    return run


def test_a_file_prints_its_question_its_rows_and_what_they_cost(shell):
    code, said, beside = shell('sql', 'rooms/list_choices')
    lines = said.splitlines()

    assert (code, beside, lines[0]) == (0, '', files.find('rooms/list_choices').asks)
    assert lines[2].split() == ['room_id', 'name'] and set(lines[3]) == {'-', ' '}
    assert "Children's room" in said
    assert re.fullmatch(r'6 rows\. The server read \d+ rows for it\.', lines[-1])


@pytest.mark.parametrize('path', [DAY, f'db/queries/{DAY}.sql', f'./db/queries/{DAY}.sql', f'{DAY}.sql'])
def test_a_file_may_be_named_as_a_shell_completes_it(path, shell):
    assert '\n28 rows.' in shell('sql', path)[1]


def test_values_are_given_as_the_header_writes_them(shell):
    assert 'No rows.' in shell('sql', DAY, 'day=1999-01-01')[1]
    assert shell('sql', DAY, 'day=NULL')[0] == 0


@pytest.mark.parametrize('arguments, said', [
    (('sql', 'appointments/list_nothing'), 'There is no file db/queries/appointments/list_nothing.sql.'),
    (('sql', '../../etc/passwd'), 'There is no file db/queries/../../etc/passwd.sql.'),
    (('sql', DAY, 'night=2026-11-30'), 'appointments/list_day takes no night: it takes day.'),
    (('sql', DAY, 'day=tomorrow'), 'day: Type a day, such as 2026-11-30, or NULL.'),
    (('explain', DAY, 'day=30.11.2026'), 'day: Type a day, such as 2026-11-30, or NULL.'),
    (('explain', BOOKING), 'appointments/insert writes or locks: only a statement that reads has a plan here.'),
    (('sql', BOOKING, '--on', 'bare'),
     'appointments/insert writes or locks: it is only tried in the demo clinic, without --on.'),
    (('sql', 'patients/list_doubles', '--on', 'bare'),
     'The statement names a key (FORCE INDEX), and the table has no key of that name here.'),
])
def test_what_cannot_be_run_is_refused_in_one_sentence(arguments, said, shell):
    assert shell(*arguments) == (2, '', said + '\n')


def test_a_file_that_writes_is_tried_and_taken_back(shell, course):
    places.make('learn')

    def count():
        with connect(dataclasses.replace(course, db_name=places.name_of('learn'))) as link, link.cursor() as cursor:
            cursor.execute('SELECT (SELECT COUNT(*) FROM appointments), (SELECT COUNT(*) FROM claims)')
            return cursor.fetchone()
    before = count()
    code, said, _ = shell('sql', BOOKING)

    assert code == 0 and 'appointments, after:' in said and 'claims, after:' in said
    assert said.endswith('\n1 row changed, and then everything was taken back.\n')
    assert count() == before


def test_a_file_that_locks_shows_its_rows(shell):
    code, said, _ = shell('sql', 'patients/lock_with_staff')

    assert code == 0 and re.search(r'\n\d+ rows? locked, and then everything was taken back\.\n$', said)


@pytest.mark.parametrize('name', ["name='Room 1'", 'name=Room 1'])
def test_a_refusal_is_the_servers_and_ours(name, shell):
    code, said, beside = shell('sql', 'rooms/insert', name)

    assert (code, said) == (2, '')
    assert beside.startswith('ERROR 1062: Duplicate entry') and 'the key named in the message allows only one' in beside


def test_a_plan_is_told_step_by_step(shell):
    code, said, _ = shell('explain', DAY)

    assert code == 0 and 'appointments (range, about ' in said
    assert '   appointments is read along a stretch of a key, from one value to another.' in said
    assert re.search(r'\nThe server read \d+ rows\.\n$', said)
    without = shell('explain', DAY, '--on', 'bare')[1]
    assert 'appointments (ALL' in without


def test_the_large_clinic_is_announced_before_it_is_made(shell, monkeypatch):
    made = []
    monkeypatch.setattr(places, 'is_made', lambda place: bool(made))
    monkeypatch.setattr(places, 'make', made.append)
    told = 'The clinic with 100,000 visits is made now. It takes about ten seconds, once.\n'

    assert shell('learn-big') == (0, 'The clinic with 100,000 visits is ready.\n', told)
    assert shell('learn-big') == (0, 'The clinic with 100,000 visits is ready.\n', '')
    assert made == ['big', 'big']


@pytest.mark.parametrize('arguments', [('sql', DAY), ('explain', DAY), ('learn-big',)])
def test_without_the_course_nothing_is_run(arguments, shell, course):
    config.use(dataclasses.replace(course, learn=False))

    assert shell(*arguments) == (2, '', 'The course is off: CLINIC_LEARN is 0, or CLINIC_ENV is production.\n')
