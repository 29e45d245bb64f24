"""Upgrades: each migration once, in order, by one program at a time; what was cut short is resumed, nothing is lost.

There is a real first release in db/releases, and an invented next one here, so that the machinery is proved before the
first real migration is written.
"""

import dataclasses
import re
import subprocess
import sys

import pytest

from app import clock
from app.accounts import passwords
from app.ops import loader, migrations
from tests.support.moments import together
from tests.support.processes import ROOT, command, environment, running, wait_until
from tests.support.shape import columns_of, contents, differences, reach, shape

RELEASE = loader.FOLDER / 'releases' / '0.1.0.sql'
RELEASED_DEMO = loader.FOLDER / 'releases' / '0.1.0-demo.sql'

# The next release, invented: each kind of change once.
NEXT = {
    '2030-01-01_01_rooms_have_a_colour': """
        -- Rooms get a colour, for the sign on the door.
        ALTER TABLE rooms ADD COLUMN colour VARCHAR(20) NOT NULL DEFAULT 'white' COMMENT 'of the door' AFTER name;""",
    '2030-01-01_02_colours_of_rooms': """
        -- The first room's door is green already; say so; and the others' are blue.
        UPDATE rooms SET colour = 'blue';
        UPDATE rooms SET colour = 'green' WHERE room_id = 1;""",
    '2030-01-01_03_rooms_by_colour': 'CREATE INDEX rooms_by_colour ON rooms (colour, name);',
    '2030-01-02_01_reviews': """
        CREATE TABLE reviews (
            review_id INT NOT NULL AUTO_INCREMENT,
            room_id INT NOT NULL,
            stars TINYINT NOT NULL,
            PRIMARY KEY (review_id),
            KEY reviews_of_room (room_id),
            CONSTRAINT review_is_about_room FOREIGN KEY (room_id) REFERENCES rooms (room_id) ON DELETE CASCADE,
            CONSTRAINT review_has_stars CHECK (stars BETWEEN 1 AND 5)
        ) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;""",
    '2030-01-03_01_a_trigger_goes': 'DROP TRIGGER appointment_releases_its_time;',
    '2030-01-03_02_a_trigger_comes': """
        CREATE TRIGGER appointment_frees_its_time BEFORE UPDATE ON appointments FOR EACH ROW
        DELETE FROM claims WHERE appointment_id = OLD.appointment_id;""",
    '2030-01-04_01_a_check_goes': 'ALTER TABLE services DROP CONSTRAINT pause_takes_0_to_120_minutes;',
    '2030-01-04_02_a_check_comes': """
        ALTER TABLE services ADD CONSTRAINT pause_is_short CHECK (pause_minutes BETWEEN 0 AND 60);""",
    '2030-01-05_01_a_view': """
        CREATE SQL SECURITY INVOKER VIEW green_rooms AS
        SELECT rooms.room_id FROM rooms WHERE rooms.colour = 'green';""",
}


@pytest.fixture
def older(server):
    """The settings of a database of the release, its large tables of numbers left empty; it is dropped afterwards."""
    settings = dataclasses.replace(server, db_name='older', private_server=False)
    load(settings, RELEASE.read_text(encoding='utf-8'), whole=False)
    yield settings
    drop(settings)


@pytest.fixture
def newer(server):
    settings = dataclasses.replace(server, db_name='newer', private_server=False)
    yield settings
    drop(settings)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder of migrations of the test's own: folder(name=text, …) writes them there."""
    monkeypatch.setattr(migrations, 'FOLDER', tmp_path)

    def write(**files):
        for name, text in files.items():
            (tmp_path / f'{name}.sql').write_text(re.sub('^ +', '', text, flags=re.MULTILINE))
    return write


def drop(settings):
    with reach(settings) as connection, connection.cursor() as cursor:
        cursor.execute(f'DROP DATABASE IF EXISTS {settings.db_name}')


def load(settings, *texts, whole=True):
    """An empty database, filled as the program of a release filled it."""
    drop(settings)
    with loader.linked(settings, create=True) as link:
        loader.put(link, today=clock.today(), demo_password_hash=passwords.hash_password(loader.DEMO_PASSWORD))
        for statement in (statement for text in texts for statement in loader.statements(text)):
            if whole or not statement.startswith(('INSERT INTO spans', 'INSERT INTO calendar')):
                link.connection.cmd_query(statement)
        link.change('schema/insert_loaded', version='schema', now_utc=clock.now_utc())


def upgrade(settings):
    """The names of the migrations that were carried out."""
    with loader.linked(settings) as link:
        loader.lock(link)
        return [name for name, _ in migrations.carry_out(link, migrations.pending(link))]


def run(settings, *statements):
    """Run statements; the rows of the last."""
    with reach(settings, settings.db_name) as connection, connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
        return cursor.fetchall() if cursor.with_rows else []


def versions(settings):
    return {name for name, in run(settings, 'SELECT version FROM schema_migrations')}


# ---- the first release and all migrations together


def test_the_schema_is_the_first_release_and_all_migrations(older, newer):
    upgrade(older)
    loader.load(newer, demo=False)

    assert differences(shape(older), shape(newer)) == []


def test_the_first_release_with_data_in_it_upgrades_without_loss(older):
    load(older, RELEASE.read_text(encoding='utf-8'), RELEASED_DEMO.read_text(encoding='utf-8'))
    columns, before = columns_of(older), contents(older)
    upgrade(older)
    kept = {table: [name for name in names if name in columns_of(older)[table]] for table, names in columns.items()
            if table not in ('schema_migrations', 'statuses', 'status_transitions')}

    assert contents(older, kept) == {table: before[table] for table in kept}
    assert before['appointments'][0] > 500


def test_the_words_and_the_legal_moves_of_visits_are_those_of_todays_schema(older, newer):
    upgrade(older)
    loader.load(newer, demo=False)

    for words in ('SELECT * FROM statuses ORDER BY status',
                  'SELECT * FROM status_transitions ORDER BY from_status, to_status'):
        assert run(older, words) == run(newer, words)


def test_who_was_at_the_desk_stays_there_and_nobody_else_comes(older):
    """Until then whoever could not be booked was the desk; who left, or is an admin, was or is no part of it."""
    accounts = {1: ('staff', True, False), 2: ('staff', True, True), 3: ('staff', False, False),
                4: ('admin', True, False)}
    for number, (role, is_active, is_bookable) in accounts.items():
        run(older, f"INSERT INTO users (user_id, email, role, full_name, is_active, created_utc) VALUES "
                   f"({number}, '{number}@clinic.test', '{role}', 'N', {is_active}, '2026-01-01')",
            f'INSERT INTO staff (staff_id, user_id, is_bookable) VALUES ({number}, {number}, {is_bookable})')
    upgrade(older)

    assert run(older, 'SELECT staff_id, is_bookable, is_desk FROM staff ORDER BY staff_id') == [
        (1, 0, 1), (2, 1, 0), (3, 0, 0), (4, 0, 0)]


def test_a_new_database_has_all_migrations_already(newer, folder):
    folder(**{'2030-01-01_01_what_the_schema_has': 'ALTER TABLE rooms ADD COLUMN name INT;'})
    loader.load(newer, demo=False)

    assert upgrade(newer) == []
    assert loader.load(newer, demo=False) is False


# ---- the invented next release


def next_schema():
    """Today's schema as the invented release would have written it."""
    changes = {
        "    name      VARCHAR(60) NOT NULL,\n":
            "    name      VARCHAR(60) NOT NULL,\n"
            "    colour VARCHAR(20) NOT NULL DEFAULT 'white' COMMENT 'of the door',\n",
        '    UNIQUE KEY room_name_is_unique (name)\n':
            '    UNIQUE KEY room_name_is_unique (name),\n    KEY rooms_by_colour (colour, name)\n',
        'CREATE TRIGGER appointment_releases_its_time': 'CREATE TRIGGER appointment_frees_its_time',
        'CONSTRAINT pause_takes_0_to_120_minutes   CHECK (pause_minutes BETWEEN 0 AND 120 AND pause_minutes % 5 = 0)':
            'CONSTRAINT pause_is_short CHECK (pause_minutes BETWEEN 0 AND 60)',
    }
    text = RELEASE.read_text(encoding='utf-8')
    for old, new in changes.items():
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text + NEXT['2030-01-02_01_reviews'] + NEXT['2030-01-05_01_a_view']


@pytest.fixture(scope='module')
def next_shape(server):
    settings = dataclasses.replace(server, db_name='newer')
    load(settings, next_schema(), whole=False)
    yield shape(settings)
    drop(settings)


def test_an_older_release_becomes_the_next_one(older, next_shape, folder):
    folder(**NEXT)

    assert upgrade(older) == sorted(NEXT)
    assert differences(shape(older), next_shape) == []
    assert versions(older) == {'schema', *NEXT}
    assert upgrade(older) == []


@pytest.mark.parametrize('left_out', ['2030-01-01_03_rooms_by_colour', '2030-01-03_02_a_trigger_comes',
                                      '2030-01-04_02_a_check_comes'])
def test_a_forgotten_migration_shows_as_a_difference(older, next_shape, folder, left_out):
    folder(**{name: text for name, text in NEXT.items() if name != left_out})
    upgrade(older)

    assert len(differences(shape(older), next_shape)) in (1, 2)


def test_rows_are_kept_and_changed_as_the_migration_says(older, folder):
    folder(**NEXT)
    run(older, "INSERT INTO rooms (name) VALUES ('One'), ('Two; too')")
    upgrade(older)

    assert run(older, 'SELECT name, colour FROM rooms ORDER BY room_id') == [('One', 'green'), ('Two; too', 'blue')]
    assert run(older, 'SELECT room_id FROM green_rooms') == [(1,)]


# ---- cut short


def test_what_died_between_a_statement_and_its_note_is_resumed(older, next_shape, folder):
    folder(**NEXT)
    with loader.linked(older) as link:
        for name in sorted(NEXT):
            if 'UPDATE rooms' not in NEXT[name]:        # rows are changed in one transaction with their note
                migrations._note(link, name + migrations.BEGUN)
                link.connection.cmd_query(next(loader.statements(NEXT[name])))
            assert [done for done, _ in migrations.carry_out(link, [name])] == [name]

    assert differences(shape(older), next_shape) == []
    assert versions(older) == {'schema', *NEXT}


def test_what_died_before_its_statement_is_resumed(older, folder):
    folder(**NEXT)
    with loader.linked(older) as link:
        migrations._note(link, sorted(NEXT)[0] + migrations.BEGUN)

    assert upgrade(older) == sorted(NEXT)


def test_rows_are_changed_all_or_none(older, folder):
    folder(**{'2030-01-01_01_half': "INSERT INTO rooms (name) VALUES ('A');\nINSERT INTO rooms (name) VALUES ('A');"})

    with pytest.raises(loader.LoadError, match='^2030-01-01_01_half was not carried out: Duplicate'):
        upgrade(older)
    assert run(older, 'SELECT name FROM rooms') == []
    assert versions(older) == {'schema'}


def test_a_statement_that_fails_is_told_and_can_be_mended(older, folder):
    name = '2030-01-01_01_wrong'
    folder(**{name: 'ALTER TABLE rooms ADD COLUMN name VARCHAR(60);'})
    for _ in range(2):
        with pytest.raises(loader.LoadError, match='^2030-01-01_01_wrong was not carried out: Duplicate column'):
            upgrade(older)
        assert versions(older) == {'schema'}
    folder(**{name: 'ALTER TABLE rooms ADD COLUMN colour VARCHAR(60);'})

    assert upgrade(older) == [name]


def test_a_killed_upgrade_is_taken_up_by_the_next_one(tmp_path):
    script = ('import sys, pathlib\nfrom app.ops import migrations\nfrom app.commands import main\n'
              f'migrations.FOLDER = pathlib.Path({str(tmp_path)!r})\nsys.exit(main(sys.argv[1:]))')
    here = tmp_path / 'local'
    options = {'cwd': ROOT, 'env': environment(here), 'text': True, 'stdout': subprocess.PIPE,
               'stderr': subprocess.PIPE}
    with running(here) as app:
        assert subprocess.run([sys.executable, '-c', script, 'load-schema'], **options).returncode == 0
        for number in range(1, 9):
            (tmp_path / f'2030-01-01_0{number}_step.sql').write_text(
                f'-- Step {number}.\n'
                f'ALTER TABLE calendar ADD COLUMN n{number} INT, ADD KEY k{number} (n{number}), FORCE;')
        settings = dataclasses.replace(loader_settings(app.socket), db_name='clinic')
        migrate = [sys.executable, '-c', script, 'migrate']
        first = subprocess.Popen(migrate, **options)
        wait_until(lambda: len(versions(settings)) > 2)
        first.kill()
        first.communicate()
        done = subprocess.run(migrate, **options)
        plan = subprocess.run([*migrate, '--plan'], **options)

    assert (done.returncode, done.stderr) == (0, '')
    assert 'needs' in done.stdout and 'Step 8.' in done.stdout
    assert plan.stdout == 'The database clinic is up to date.\n'


def loader_settings(socket):
    from app import config
    return dataclasses.replace(config.load({}, '/none'), db_socket=socket)


# ---- one at a time, and who must wait


def test_two_programs_carry_out_each_migration_once(older, folder):
    folder(**NEXT)

    done = together([lambda: list(upgrade(older))] * 3)

    assert sorted(sum(done, [])) == sorted(NEXT)


def test_an_app_refuses_a_database_that_must_be_upgraded_first(older, folder):
    folder(**NEXT)

    with pytest.raises(loader.LoadError, match='^The database older was made by an older release: back it up, then run '
                                               '"python clinic.py migrate".$'):
        loader.load(older, demo=False)
    assert versions(older) == {'schema'}


def test_the_apps_own_database_is_upgraded_at_its_start(older, folder):
    folder(**NEXT)
    loader.load(dataclasses.replace(older, private_server=True), demo=True)

    assert versions(older) == {'schema', *NEXT}


def test_a_database_of_a_later_release_is_refused(older, folder):
    run(older, "INSERT INTO schema_migrations VALUES ('2031-01-01_01_the_future', '2031-01-01')")

    with pytest.raises(loader.LoadError, match='^The database is newer than this program, which does not know 2031'):
        loader.load(older, demo=False)


def test_a_table_in_use_is_told(older, folder, monkeypatch):
    monkeypatch.setattr(migrations, 'SECONDS_TO_WAIT', 1)
    folder(**NEXT)
    with reach(older, older.db_name) as connection, connection.cursor() as cursor:
        cursor.execute('START TRANSACTION')
        cursor.execute('SELECT COUNT(*) FROM rooms')
        cursor.fetchall()
        with pytest.raises(loader.LoadError, match='a table is in use: stop the clinic'):
            upgrade(older)

    assert upgrade(older) == sorted(NEXT)


# ---- what a migration may be


@pytest.mark.parametrize('text', ['ALTER TABLE rooms ADD COLUMN a INT;\nALTER TABLE rooms ADD COLUMN b INT;',
                                  "UPDATE rooms SET name = 'x';\nALTER TABLE rooms ADD COLUMN b INT;", '-- nothing\n'])
def test_a_migration_that_could_be_half_done_is_refused(older, folder, text):
    folder(**{'2030-01-01_01_two': text})

    with pytest.raises(loader.LoadError, match='must hold one statement that defines something'):
        upgrade(older)
    assert versions(older) == {'schema'}


def test_a_name_that_has_no_place_in_the_order_is_refused(folder):
    folder(rooms_have_a_colour='SELECT 1;')

    with pytest.raises(migrations.MigrationError, match='is not named like'):
        migrations.names()


def test_our_own_migrations_can_be_carried_out():
    for name in migrations.names():
        statements = list(loader.statements(migrations._text(name)))
        assert len(statements) == 1 or all(map(migrations.CHANGES_ROWS.match, statements)), name
        assert migrations.purpose(name), name


def test_an_empty_database_has_nothing_to_upgrade(tmp_path):
    done = command(tmp_path, 'migrate')

    assert (done.returncode, done.stderr.count('\n')) == (2, 1)
    assert 'load-schema' in done.stderr
