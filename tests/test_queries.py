"""The queries' compile-time check: what Python calls and what db/queries holds are the same thing, on a real server."""

import ast
import dataclasses
import datetime as dt
import re
from pathlib import Path

import pytest

from app import database
from app.database.link import QUERIES
from app.ops import loader
from bench import programs
from tests.conftest import connect
from tests.support.queries import FILES, sample, text

ROOT = Path(__file__).parent.parent
GIVES = {
    'rows': r'many rows, \S.*',
    'one': 'one row, or none',
    'value': 'one value',
    'insert': 'the new id',
    'change': 'a row count',
}
# What a file's name begins with, by what it gives. Everything else is the domain's own verb: cancel, move, use.
PREFIXES = {'rows': ('list_', 'report_', 'lock'), 'one': ('find', 'lock', 'check_', 'count_', 'report_'),
            'value': ('find', 'count_', 'lock', 'check_'), 'insert': ('insert',), 'change': ()}
CLOCK = r'\b(NOW|CURDATE|CURTIME|SYSDATE|UTC_TIMESTAMP|CURRENT_(DATE|TIME|TIMESTAMP))\b'


def calls():
    """(where, verb, name, keywords, whether ** passes more) of every call of a verb with a text as its first word."""
    for path in [ROOT / 'clinic.py', *sorted((ROOT / 'app').rglob('*.py'))]:
        for node in ast.walk(ast.parse(path.read_text())):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in GIVES):
                continue
            if node.args and isinstance(node.args[0], ast.Constant) and isinstance(node.args[0].value, str):
                yield (f'{path.relative_to(ROOT)}:{node.lineno}', node.func.attr, node.args[0].value,
                       {word.arg for word in node.keywords if word.arg}, any(not word.arg for word in node.keywords))


CALLS = list(calls())


def header(name):
    """The comment on top of a file: its lines without the dashes, and the statement below."""
    top, _, statement = text(name).partition('\n\n')
    return [line.removeprefix('--').strip() for line in top.splitlines()], statement


def part(name, label):
    """What a header says after Gives:, Takes: or Lesson:, its continued lines joined."""
    lines, _ = header(name)
    found = re.search(rf'^{label}:\s*(.*?)(?=^\w+:|\Z)', '\n'.join(lines), re.MULTILINE | re.DOTALL)
    return ' '.join(found.group(1).split()) if found else None


def placeholders(name):
    return set(re.findall(r'%\((\w+)\)s', text(name)))


def test_every_call_names_a_file():
    missing = [f'{where}: {name}' for where, _, name, _, _ in CALLS if name not in FILES]

    assert not missing


def test_every_file_is_called():
    called = {name for _, _, name, _, _ in CALLS}

    assert not [name for name in FILES if name not in called]


def test_what_measures_and_tests_calls_files_that_are_there():
    named = re.compile(r"\.(?:one|rows|value|insert|change)\('([a-z_]+/[a-z_]+)'")
    paths = [*(ROOT / 'bench').rglob('*.py'), *(ROOT / 'tests').rglob('*.py')]
    gone = [f'{path.relative_to(ROOT)}: {name}' for path in paths for name in named.findall(path.read_text())
            if name not in FILES]

    assert gone == []


def test_a_call_gives_what_the_file_takes():
    wrong = []
    for where, _, name, keywords, more in CALLS:
        wanted = placeholders(name) if name in FILES else keywords
        if keywords - wanted or (wanted - keywords and not more):
            wrong.append(f'{where}: {name} takes {sorted(wanted)}, is given {sorted(keywords)}')

    assert not wrong


def test_the_verb_of_a_call_is_what_the_file_gives():
    wrong = [f'{where}: {verb} {name}' for where, verb, name, _, _ in CALLS
             if name in FILES and not re.match(GIVES[verb], part(name, 'Gives') or '')]

    assert not wrong


# Who writes visits and their history. The lines of an import become visits in statements of their own, a portion at a
# time; the check of a server books and moves in a trial that leaves no trace; who forgets a patient takes words away.
WRITERS = {
    'app/visits/writing.py': {'appointments/insert', 'appointments/move', 'appointments/set_status',
                              'appointments/move_to_patient', 'appointments/set_booker', 'appointments/set_late',
                              'appointments/set_note', 'appointments/set_reason',
                              'appointment_history/insert', 'appointment_history/set_author'},
    'app/accounts/users.py': {'appointments/forget_words', 'appointment_history/forget_words'},
    'app/ops/imports/visits.py': {'imports/add_visits', 'imports/add_histories'},
    'app/ops/imports/undo.py': {'imports/take_back_visits'},
    'app/ops/checks.py': {'appointments/insert', 'appointments/move'},
}
WRITES_VISITS = r'(INSERT INTO|UPDATE|DELETE|DELETE FROM)\s+appointment(s|_history)\b'


def test_one_module_writes_visits_and_queues_their_mail():
    found = {}
    for where, _, name, _, _ in CALLS:
        if re.search(WRITES_VISITS, header(name)[1]):
            found.setdefault(where.split(':')[0], set()).add(name)
    queueing = [path.name for path in (ROOT / 'app').rglob('*.py') if 'outbox.queue_visit(' in path.read_text()]

    assert found == WRITERS and queueing == ['writing.py']


@pytest.mark.parametrize('name', FILES)
def test_a_file_is_a_headed_statement(name):
    lines, statement = header(name)

    assert re.fullmatch(r'[A-Z].*[.?]', ' '.join(lines[:lines.index('')])), 'it begins with a sentence'
    gives = [verb for verb, pattern in GIVES.items() if re.match(pattern + r'(\s|;|\(|$)', part(name, 'Gives') or '')]
    assert gives, 'Gives: is missing or in other words than those of DESIGN section 4'
    takes = part(name, 'Takes')
    assert takes is not None, 'Takes: is missing'
    assert ({*re.findall(r'\w+', takes)} - {'nothing'}) == placeholders(name)
    assert statement.rstrip().endswith(';'), 'it ends with a semicolon'
    assert statement.count(';') == 1, 'one statement to a file'
    prefixes = PREFIXES[gives[0]]
    assert not prefixes or name.split('/')[-1].startswith(prefixes), f'{gives[0]} is called by another name'


@pytest.mark.parametrize('name', FILES)
def test_what_is_called_a_lock_locks_and_nothing_else_does(name):
    _, statement = header(name)
    is_lock = name.split('/')[-1].startswith('lock') and name != 'schema/lock'      # that one locks a name

    assert statement.endswith(('\nFOR UPDATE;\n', '\nLOCK IN SHARE MODE;\n')) == is_lock
    assert bool(re.search('FOR UPDATE|FOR SHARE|LOCK IN', statement)) == is_lock


@pytest.mark.parametrize('name', FILES)
def test_a_file_is_written_as_we_write(name):
    _, statement = header(name)
    code = re.sub(r"--[^\n]*|'[^']*'", "''", statement)

    assert not re.search(CLOCK, code), 'SQL never asks the clock'
    assert not re.search(r'SELECT\s+(\w+\.)?\*', code), 'SELECT * hides what is read'
    assert not re.search(r'\b(select|from|where|join|order by|group by|insert|update|values|set)\b', code), \
        "the server's words are upper case"
    assert '\t' not in statement
    assert max(map(len, text(name).splitlines())) <= 120


@pytest.mark.parametrize('name', FILES)
def test_values_stand_alone(name):
    """Never inside quotes or a comment: what is written there for a value would be read as something else."""
    rest = re.sub(r"'[^'\n]*'|^ *--.*$", '', text(name), flags=re.MULTILINE)

    found, everywhere = (re.findall(r'%\(\w+\)s', one) for one in (rest, header(name)[1]))
    assert found == everywhere and '--' not in rest and '/*' not in rest


def test_lists_have_an_order():
    unordered = [name for name in FILES if name.split('/')[-1].startswith('list_') and 'ORDER BY' not in text(name)]

    assert not unordered


EDITS_HOURS = {'working_hours/copy_from', 'working_hours/end_at', 'working_hours/end_extra', 'working_hours/extend',
               'working_hours/find_extra', 'working_hours/insert', 'working_hours/list_by_staff', 'breaks/copy_from',
               'breaks/list_by_staff'}


def test_which_hours_hold_on_a_day_is_said_by_one_view():
    """All others ask hours_of_days; only where the hours themselves are edited, their first and last days are meant."""
    schema = (QUERIES.parent / 'schema.sql').read_text(encoding='utf-8')
    views = dict(re.findall(r'^CREATE SQL SECURITY INVOKER VIEW (\w+) AS(.*?);$', schema, re.MULTILINE | re.DOTALL))

    assert {name for name in FILES if 'valid_until' in text(name)} == EDITS_HOURS
    assert [name for name, said in views.items() if 'valid_until' in said] == ['hours_of_days']


@pytest.mark.parametrize('name', FILES)
def test_the_server_accepts_the_file(server, name):
    assert explain(server, name) is not None


def explain(settings, name, **given):
    """The rows of EXPLAIN for a file with likely values, or those given, as dicts."""
    sql, names = database.query(name)
    with connect(settings) as connection, connection.cursor(prepared=True, dictionary=True) as cursor:
        cursor.execute('EXPLAIN FORMAT=TRADITIONAL ' + sql, tuple(given.get(word, sample(word)) for word in names))
        return cursor.fetchall()


@pytest.fixture(scope='module')
def large(server):
    """A database of its own with ten thousand visits, their history and mail, and two thousand patients."""
    settings = dataclasses.replace(server, db_name='large_of_tests')
    loader.load(settings, demo=False)
    programs.script(settings, 'people.sql')
    programs.script(settings, 'visits.sql', today=dt.date(2026, 6, 2), first_day=dt.date(2026, 2, 1),
                    end_day=dt.date(2026, 9, 10))
    programs.script(settings, 'traces.sql')
    yield settings
    with connect(settings) as connection, connection.cursor() as cursor:
        cursor.execute('DROP DATABASE large_of_tests')


# What may read a table as a whole: a number inside phone numbers is looked for in all patients, of whom there are some
# thousands; and the visits ahead are half of this database, where in an old clinic they are few.
# Once a day, and on one page of the admins, all patients are looked at: when was each last heard of? And where all mail
# or all of the audit is older than is asked about, all of it is counted.
WHOLE = {'patients/list_by_phone', 'appointments/list_for_handover', 'appointments/list_needing_attention',
         'rooms/list_with_use', 'retention/find_patients', 'retention/find_mail', 'retention/find_audit'}
READS = [name for name in FILES if re.match(r'(list|find|count|report|check)_', name.split('/')[1])]
READS += ['notifications/insert_reminders']


@pytest.mark.parametrize('name', READS)
def test_no_query_reads_a_big_table_as_a_whole(large, name):
    """An index on which the server stops early (ORDER BY … LIMIT) is no whole table: its rows are few. A subquery
    of the statement is none either: it is read as a whole, but what it reads has lines of its own in the plan."""
    scanned = {row['table']: int(row['rows']) for row in explain(large, name)
               if row['type'] in ('ALL', 'index') and int(row['rows'] or 0) > 1500
               and not row['table'].startswith('<derived')}

    assert not scanned or name in WHOLE, scanned


@pytest.mark.parametrize(('staff_id', 'key'), [(0, {'appointments_by_time', 'appointments_counted'}),
                                               (1, {'appointments_of_staff'})])
def test_the_visits_of_a_board_are_found_by_person_or_by_time(large, staff_id, key):
    rows = explain(large, 'appointments/list_for_board', staff_id=staff_id, first_day='2026-06-01',
                   end_day='2026-06-08', room_id=0)
    found = {row['key'] for row in rows if row['table'] == 'appointments' and row['type'] in ('range', 'ref')}

    assert len(found) == 1 and found <= key, rows


NEVER_THE_SAME = {'schema/find_server', 'schema/lock', 'imports/find_turn'}     # they tell the time, or take a lock
# MariaDB 10.11 gives too few or too many rows when it is kept; the program keeps none (app/database/link.py).
WRONG_WHERE_KEPT = {'availability/list_soonest', 'availability/list_soonest_of_services'}


@pytest.fixture(scope='module')
def kept(large):
    """A connection whose prepared statements stay open, as some clients keep them, and one for statements used once."""
    with connect(large) as one, connect(large) as other:
        yield one, other


@pytest.mark.parametrize('name', [name for name in READS if name not in NEVER_THE_SAME | WRONG_WHERE_KEPT])
def test_a_kept_statement_gives_what_a_fresh_one_gives(kept, name):
    """MariaDB has given wrong rows at the second use of a statement over a view with NOT EXISTS (MDEV-30073)."""
    sql, names = database.query(name)
    if name.startswith('notifications/insert'):
        return
    with kept[0].cursor(prepared=True) as cursor:
        for number in (0, 1, 0):
            values = tuple(another(word, number) for word in names)
            cursor.execute(sql, values)
            found = cursor.fetchall()
            with kept[1].cursor(prepared=True) as fresh:
                fresh.execute(sql, values)
                assert sorted(map(repr, found)) == sorted(map(repr, fresh.fetchall()))


def another(name, number):
    """A likely value, or the next one: another person, a day later."""
    value = sample(name)
    if isinstance(value, dt.date):
        return value + dt.timedelta(days=number)
    return value + number if isinstance(value, int) else value


OF_WHOSE_VISITS = {name for name in FILES if re.search(r'(FROM|JOIN) whose_visits', text(name))}
# What shows or sets the column. Whom it opens what is the view's alone.
MAY_NAME_THE_DESK = {'staff/insert', 'staff/set_record', 'staff/retire', 'staff/find_own', 'staff/find_described',
                     'users/find_for_admin', 'record_views/list_of_patient', 'record_views/list_own',
                     'sessions/find_visitor'}


def test_the_desk_is_asked_of_one_view_only():
    assert {name for name in FILES if 'is_desk' in text(name)} == MAY_NAME_THE_DESK
    assert not [name for name in MAY_NAME_THE_DESK if re.search(r'\b(WHERE|AND|OR|ON|NOT) [\w.]*is_desk', text(name))]
    views = re.findall(r'VIEW (\w+) AS([^;]+);', (loader.FOLDER / 'schema.sql').read_text(encoding='utf-8'))
    assert [name for name, sql in views if 'is_desk' in sql] == ['whose_visits']
    assert not [name for name in FILES if "%(role)s = 'admin'" in text(name)], "whom an admin sees is the view's too"


def test_whose_visits_is_found_by_key_beside_a_visit(large):
    """The view is merged into the statement: no list of all pairs is made first."""
    with connect(large) as connection, connection.cursor() as cursor:
        cursor.execute('SELECT staff_id, user_id FROM staff LIMIT 1')
        ((staff_id, user_id),) = cursor.fetchall()
        cursor.execute('SELECT appointment_id, patient_id FROM appointments WHERE staff_id = %s LIMIT 1', (staff_id,))
        ((appointment_id, patient_id),) = cursor.fetchall()
    given = {'user_id': user_id, 'staff_id': staff_id, 'appointment_id': appointment_id, 'patient_id': patient_id,
             'role': 'staff'}
    plans = {name: explain(large, name, **given) for name in OF_WHOSE_VISITS}

    assert len(plans) == 14
    assert {name for name, rows in plans.items() if any(row['select_type'] == 'DERIVED' for row in rows)} == {
        'appointments/list_of_patient', 'appointments/list_needing_attention'}      # its one page; what was found
    # not beside one visit, or beside the two people of a call
    of_many = {'staff/list_with_days', 'staff/find_sees_all', 'patients/list_beside',
               'appointments/list_needing_attention', 'calls/list_needed', 'calls/find'}
    for name in OF_WHOSE_VISITS - of_many:
        of_view = [row for row in plans[name] if row['table'] in ('users', 'own', 'staff')]
        assert {row['type'] for row in of_view} <= {'const', 'eq_ref'}, (name, of_view)


OF_WHO_TREATS = {name for name in FILES if re.search(r'(FROM|JOIN) who_treats', text(name))}


def test_who_treats_looks_at_one_patients_visits_alone(large):
    """This view too is merged: it reads the visits of the one patient, along their key."""
    with connect(large) as connection, connection.cursor() as cursor:
        cursor.execute("SELECT staff.user_id, appointments.patient_id FROM appointments JOIN staff USING (staff_id)"
                       " WHERE appointments.status = 'completed' LIMIT 1")
        ((user_id, patient_id),) = cursor.fetchall()
    plans = {name: explain(large, name, user_id=user_id, patient_id=patient_id, today='2030-01-01')
             for name in OF_WHO_TREATS}

    assert len(plans) == 4
    for name, plan in plans.items():
        assert not [row for row in plan if row['select_type'] in ('DERIVED', 'MATERIALIZED')], name
        (visits,) = [row for row in plan if row['table'] == 'appointments']
        assert visits['key'] == 'appointments_of_patient' and visits['type'] == 'ref', (name, visits)


def test_the_list_of_all_visits_is_walked_along_its_key_and_not_sorted(large):
    unfiltered = dict.fromkeys(('staff_id', 'room_id', 'status', 'open_at'))
    plan = explain(large, 'appointments/list_filtered', **unfiltered)

    inner, = [row for row in plan if row['key'] == 'appointments_by_time']
    assert 'filesort' not in (inner['Extra'] or '')


# What a server may believe of its tables' rows, as long as it has not counted them lately.
BELIEFS = {'no hours': {'working_hours': 0}, 'many hours': {'working_hours': 50_000, 'staff': 50_000},
           'no spans': {'spans': 0},
           'one of each': dict.fromkeys(('working_hours', 'staff', 'services', 'calendar'), 1)}
OF_FREE_STARTS = {name for name in READS if 'JOIN free_starts' in text(name) or 'FROM free_starts' in text(name)}
OF_FREE_STARTS -= {'availability/count_view'}       # which asks for nothing
OF_FREE_STARTS |= {'availability/list_starts_for_move'}             # over the view below it, as one visit is left out


@pytest.fixture
def believe(large):
    """believe(table=rows, …) tells the server how many rows it has; afterwards it counts them itself."""
    told = set()
    with connect(large) as connection, connection.cursor() as cursor:
        def run(beliefs):
            for table, count in beliefs.items():
                told.add(table)
                where = (large.db_name, table)
                cursor.execute('UPDATE mysql.innodb_table_stats SET n_rows = %s'
                               ' WHERE database_name = %s AND table_name = %s', (count, *where))
                cursor.execute("UPDATE mysql.innodb_index_stats SET stat_value = %s"
                               " WHERE database_name = %s AND table_name = %s AND stat_name LIKE 'n_diff%'",
                               (max(count, 1), *where))
                cursor.execute(f'FLUSH TABLES {table}')
        yield run
        for table in told:
            cursor.execute(f'ANALYZE TABLE {table}')
            cursor.fetchall()


@pytest.mark.parametrize('belief', BELIEFS)
def test_steps_are_read_by_their_key_whatever_the_server_believes(large, believe, belief):
    believe(BELIEFS[belief])

    reads = [(name, row['type']) for name in OF_FREE_STARTS for row in explain(large, name) if row['table'] == 'steps']

    assert {name for name, _ in reads} == OF_FREE_STARTS
    assert {how for _, how in reads} == {'ref'}, reads
