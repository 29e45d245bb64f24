"""Backups: whole or not at all, one moment of a database in use, and the same database again after restoring."""

import dataclasses
import gzip
import json
import os
import re
import signal
import stat
import subprocess
import threading
from pathlib import Path

import pytest

from app import database
from app.database import connect
from app.ops import backup, dump_programs, loader, restoring
from app.ops.dump_programs import BackupError
from tests.support.processes import command, free_port, running, wait_until
from tests.support.shape import contents, differences, reach, shape

NASTY = 'a"b\\c#d e\'f;$(x) %s ü'


@pytest.fixture(autouse=True)
def program(server):
    """The server's own dump program. There is no skipping: where it is missing, `make test` brings it."""
    with loader.linked(server) as link:
        try:
            dump_programs.find(server, dump_programs.kind_of(link), 'dump')
        except BackupError as error:
            pytest.fail(f'{error} `make test` brings it.', pytrace=False)


@pytest.fixture
def other(server):
    """The settings of a second, empty database on the same server."""
    settings = dataclasses.replace(server, db_name='second')
    yield settings
    with reach(server) as connection, connection.cursor() as cursor:
        cursor.execute('DROP DATABASE IF EXISTS second')


@pytest.fixture
def file(tmp_path):
    return tmp_path / 'clinic.sql.gz'


def save(settings, file):
    with loader.linked(settings) as link:
        backup.save(settings, link, file)


def restore(settings, file, replace=False):
    with loader.linked(settings, create=True) as link:
        return restoring.restore(settings, link, file, replace)


def fill(settings):
    """The demo clinic, with its names in every alphabet."""
    loader.load(dataclasses.replace(settings, private_server=True), demo=True)


def tables(settings):
    with reach(settings, settings.db_name) as connection, connection.cursor() as cursor:
        cursor.execute('SHOW TABLES')
        return cursor.fetchall()


def test_every_table_comes_back_as_it_was(server, other, file):
    clinic = dataclasses.replace(server, db_name='first')
    with reach(server) as connection, connection.cursor() as cursor:
        cursor.execute('DROP DATABASE IF EXISTS first')
    fill(clinic)
    with reach(clinic, 'first') as connection, connection.cursor() as cursor:
        cursor.execute("INSERT INTO sessions (token_hash, user_id, created_utc, seen_utc, expires_utc, device) VALUES "
                       "(UNHEX(REPEAT('0027005C', 8)), 1, '2026-01-01', '2026-01-01', '2026-01-01', %s)",
                       ("🙂 'quoted'; \\ \n-- x \t\r\0",))
    save(clinic, file)
    restore(other, file)

    assert contents(other) == contents(clinic)
    assert differences(shape(other), shape(clinic)) == []
    assert len(shape(other)['triggers']) == 9
    with reach(server) as connection, connection.cursor() as cursor:
        cursor.execute('DROP DATABASE first')


def test_a_backup_shows_one_moment_while_bookings_go_on(cast, other, file):
    stop, booked = threading.Event(), []

    def book():
        with reach(cast, cast.db_name) as connection, connection.cursor() as cursor:
            for number in range(20000):
                if stop.is_set():
                    return
                cursor.execute('START TRANSACTION')
                cursor.execute(
                    "INSERT INTO appointments (patient_id, staff_id, room_id, service_id, starts_at, ends_at, status, "
                    "created_utc) SELECT 1, 1, 1, 1, at, at + INTERVAL 5 MINUTE, 'booked', at FROM "
                    "(SELECT TIMESTAMP('2026-06-01') + INTERVAL %s MINUTE AS at) AS times", (5 * number,))
                cursor.execute("INSERT INTO appointment_history (appointment_id, at_utc, action, to_status) "
                               "VALUES (LAST_INSERT_ID(), '2026-06-01', 'booked', 'booked')")
                cursor.execute('COMMIT')
                booked.append(number)

    thread = threading.Thread(target=book)
    thread.start()
    try:
        while len(booked) < 50:
            assert thread.is_alive()
        save(cast, file)
        during = len(booked)
    finally:
        stop.set()
        thread.join()
    restore(other, file)

    with reach(other, other.db_name) as connection, connection.cursor() as cursor:
        cursor.execute('SELECT (SELECT COUNT(*) FROM appointments), (SELECT COUNT(*) FROM appointment_history), '
                       '(SELECT COUNT(*) FROM claims), (SELECT COUNT(*) FROM claims JOIN appointments '
                       'ON claims.appointment_id = appointments.appointment_id AND claims.at = starts_at)')
        [[visits, histories, claims, matching]] = cursor.fetchall()
    assert 50 <= visits <= during
    assert visits == histories == claims == matching


def test_a_restored_database_still_refuses_double_bookings(cast, other, file):
    save(cast, file)
    restore(other, file)

    visit = ("INSERT INTO appointments (patient_id, staff_id, room_id, service_id, starts_at, ends_at, created_utc) "
             "VALUES (%s, 1, %s, 1, '2026-06-01 10:00', '2026-06-01 10:30', '2026-05-01')")
    with reach(other, other.db_name) as connection, connection.cursor() as cursor:
        cursor.execute(visit, (1, 1))
        with pytest.raises(Exception, match='staff_is_free'):
            cursor.execute(visit, (3, 2))


def test_who_made_the_triggers_is_not_in_the_file(cast, file):
    save(cast, file)

    assert b'DEFINER=' not in gzip.open(file).read()


def test_only_its_owner_may_read_a_backup(cast, file):
    os.umask(os.umask(0o000) and 0o022)
    save(cast, file)

    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_backup_never_replaces_a_file(cast, file):
    file.write_text('precious')

    with pytest.raises(BackupError, match='is there already'):
        save(cast, file)
    assert file.read_text() == 'precious'


def test_a_password_of_any_characters_is_never_on_a_command_line(cast, file, monkeypatch):
    seen = []
    popen = subprocess.Popen

    def watch(command, **options):
        if command[1] != '--version':
            seen.append((command, stat.S_IMODE(Path(command[1].partition('=')[2]).stat().st_mode)))
        return popen(command, **options)
    monkeypatch.setattr(subprocess, 'Popen', watch)
    with reach(cast) as connection, connection.cursor() as cursor:
        cursor.execute('DROP USER IF EXISTS saver@localhost')
        cursor.execute('CREATE USER saver@localhost IDENTIFIED BY %s', (NASTY,))
        cursor.execute(f'GRANT SELECT, SHOW VIEW, TRIGGER ON {cast.db_name}.* TO saver@localhost')
    saver = dataclasses.replace(cast, db_user='saver', db_password=NASTY)
    try:
        save(saver, file)
    finally:
        with reach(cast) as connection, connection.cursor() as cursor:
            cursor.execute('DROP USER saver@localhost')

    assert backup.inspect(file)['triggers'] == 9
    assert [mode for _, mode in seen] == [0o600]
    assert not any('a"b' in word for command, _ in seen for word in command)


def test_a_dump_that_fails_leaves_no_file(cast, file):
    nobody = dataclasses.replace(cast, db_user='nobody-of-that-name')
    with loader.linked(cast) as link, pytest.raises(BackupError, match='DB_USER and DB_PASSWORD are not'):
        backup.save(nobody, link, file)

    assert list(file.parent.iterdir()) == []


def test_a_missing_program_is_named_with_its_package(cast, file, monkeypatch, tmp_path):
    monkeypatch.setenv('PATH', str(tmp_path))
    monkeypatch.setattr(dump_programs.server_program, 'FOLDERS', ())
    settings = dataclasses.replace(cast, server_binary=str(tmp_path / 'mysqld'))

    sentence = r"^M\w+'s program \S*dump is missing here: install the package \S.*\.$"
    with pytest.raises(BackupError, match=sentence):
        save(settings, file)


def test_a_database_that_holds_something_is_not_touched(cast, file):
    save(cast, file)
    before = contents(cast)

    with pytest.raises(BackupError, match='^The database clinic is not empty'):
        restore(cast, file)
    assert contents(cast) == before


def test_replacing_keeps_what_was_there(cast, other, file):
    fill(other)
    before = contents(other)
    save(cast, file)
    kept = restore(other, file, replace=True)

    assert contents(other) == contents(cast)
    with reach(other) as connection, connection.cursor() as cursor:
        cursor.execute('DROP DATABASE second')
    restore(other, kept)
    assert contents(other) == before


def rewritten(file, change):
    """The same backup with other lines."""
    lines = gzip.open(file).read().splitlines(keepends=True)
    file.write_bytes(gzip.compress(b''.join(change(lines)), 1))


def test_a_restore_that_fails_leaves_an_empty_database(cast, other, file):
    save(cast, file)
    rewritten(file, lambda lines: [*lines[:-1], b'INSERT INTO nowhere VALUES (1);\n', lines[-1]])

    with pytest.raises(BackupError, match='nowhere'):
        restore(other, file)
    assert tables(other) == []


def test_a_restore_in_place_that_fails_brings_back_what_was_there(cast, other, file):
    fill(other)
    before = contents(other)
    save(cast, file)
    rewritten(file, lambda lines: [*lines[:-1], b'nonsense;\n', lines[-1]])

    with pytest.raises(BackupError):
        restore(other, file, replace=True)
    assert contents(other) == before


def test_a_trigger_that_is_missing_afterwards_is_noticed(cast, other, file):
    save(cast, file)
    rewritten(file, lambda lines: [*lines[:-1], b'DROP TRIGGER appointment_takes_its_time;\n', lines[-1]])

    with pytest.raises(BackupError, match='8 of 9 triggers'):
        restore(other, file)
    assert tables(other) == []


@pytest.mark.parametrize('damage, sentence', [
    (lambda data: data[:len(data) // 2], 'is damaged: it ends too early'),
    (lambda data: data[:2000] + bytes(100) + data[2100:], 'is damaged'),
    (lambda data: b'PK' + data, 'is not a backup'),
    (lambda data: b'', 'is not a backup'),
    (lambda data: gzip.compress(b'CREATE TABLE x (y INT);\n'), 'is not a backup'),
    (lambda data: gzip.compress(gzip.decompress(data)[:-60]), 'is cut short'),
])
def test_a_damaged_file_is_named_before_anything_is_touched(cast, other, file, damage, sentence):
    save(cast, file)
    file.write_bytes(damage(file.read_bytes()))

    with pytest.raises(BackupError, match=sentence):
        restore(other, file)


def test_a_backup_goes_back_to_the_kind_of_server_it_was_made_on(cast, other, file):
    save(cast, file)
    other_kind = {b'MariaDB server': b'MySQL server', b'MySQL server': b'MariaDB server'}
    rewritten(file, lambda lines: [re.sub(rb'\w+ server', lambda kind: other_kind[kind[0]], lines[0]), *lines[1:]])

    with pytest.raises(BackupError, match='goes back to the kind of server'):
        restore(other, file)
    assert tables(other) == []


# ---- a restore that is cut short

CUTS = int(os.environ.get('CUTS', 8))       # at how many moments of it; 30 where there is time


def steps(monkeypatch, act):
    """Call act() before each statement of a restore's own, and before every tenth line that it copies."""
    run_file = loader.run_file

    def stepping(link, name):
        act()
        run_file(link, name)

    def copying(lines, target, size):
        for number, line in enumerate(lines):
            if number % 10 == 0:
                act()
            target.write(line)
            target.flush()
        act()
    monkeypatch.setattr(loader, 'run_file', stepping)
    monkeypatch.setattr(restoring.shutil, 'copyfileobj', copying)


def killed(settings, file, number, monkeypatch):
    """Restore, in a process that is killed (-9) at its step of that number."""
    left = [number]

    def act():
        left[0] -= 1
        if left[0] == 0:
            os.kill(os.getpid(), signal.SIGKILL)
    process = os.fork()
    if not process:
        try:
            steps(monkeypatch, act)
            restore(settings, file, replace=True)
        finally:
            os._exit(0)
    os.waitpid(process, 0)
    with loader.linked(settings) as link:       # what it had told the server's client is carried out
        wait_until(lambda: not link.rows('schema/list_others'))


def test_a_restore_killed_at_any_moment_is_never_taken_for_the_clinic(cast, other, file, monkeypatch):
    fill(other)
    before, private = contents(other), dataclasses.replace(other, private_server=True)
    save(cast, file)
    count = []
    with monkeypatch.context() as counted:
        steps(counted, lambda: count.append(1))
        restore(dataclasses.replace(other, db_name='third'), file)
    with reach(other) as connection, connection.cursor() as cursor:
        cursor.execute('DROP DATABASE third')
    for at in [1, 2, *(len(count) * number // CUTS for number in range(1, CUTS))]:
        killed(other, file, at, monkeypatch)
        if at == 1:
            assert contents(other) == before
            continue
        with pytest.raises(loader.LoadError, match=rf'^Restoring {file} was cut short.*in \S+-before-restore'):
            loader.load(private, demo=True)
        with pytest.raises(loader.LoadError, match='was cut short'), loader.linked(other) as link:
            backup.save(other, link, file.with_name('half.sql.gz'))
    kept = restore(other, file)

    assert contents(other) == contents(cast)
    loader.load(private, demo=False)
    with reach(other) as connection, connection.cursor() as cursor:
        cursor.execute('DROP DATABASE second')
    restore(other, kept)
    assert contents(other) == before


def test_a_half_restored_database_is_refused_by_every_command(tmp_path):
    file = tmp_path / 'gone.sql.gz'
    with running(tmp_path / 'here') as app:
        assert command(tmp_path / 'here', 'load-schema').returncode == 0
        with connect(unix_socket=app.socket, user='root', database='clinic') as connection:
            loader.mark(database.Link(connection), json.dumps({'file': str(file), 'kept': None}))
        done = {name: command(tmp_path / 'here', *name.split(), CLINIC_PORT=str(free_port()))
                for name in ('serve', 'worker', 'remind', 'migrate', 'create-admin', f'backup {tmp_path}/x.sql.gz')}
        checked = command(tmp_path / 'here', 'check', 'schema')

    said = (f'Restoring {file} was cut short, so this database is not whole: run "python clinic.py restore {file}" '
            'again.\n')
    assert {name: (each.returncode, each.stderr) for name, each in done.items()} == dict.fromkeys(done, (2, said))
    assert checked.returncode == 1 and said in checked.stdout


def test_nothing_is_replaced_while_others_use_it(cast, other, file):
    fill(other)
    before = contents(other)
    save(cast, file)
    with reach(other, 'second') as web:
        with pytest.raises(BackupError, match=r'^Other programs use the database: root \(1\)\. Stop the web'):
            restore(other, file, replace=True)
        web.ping()

    assert contents(other) == before and list(file.parent.iterdir()) == [file]


def test_where_nothing_can_be_dropped_all_stays_as_it_was(cast, other, file, monkeypatch):
    fill(other)
    before = contents(other)
    save(cast, file)

    def refuse(link):
        link.command('DROP TABLE no_such_table')
    monkeypatch.setattr(loader, 'empty', refuse)
    with pytest.raises(loader.LoadError):
        restore(other, file, replace=True)

    assert contents(other) == before
    loader.load(dataclasses.replace(other, private_server=True), demo=True)


def test_who_cannot_see_others_replaces_nothing(cast, other, file):
    save(cast, file)
    with reach(cast) as connection, connection.cursor() as cursor:
        cursor.execute('DROP USER IF EXISTS owner@localhost')
        cursor.execute("CREATE USER owner@localhost IDENTIFIED BY 'owner word'")
        cursor.execute('GRANT ALL ON second.* TO owner@localhost')
    owner = dataclasses.replace(other, db_user='owner', db_password='owner word')
    fill(owner)
    try:
        with pytest.raises(BackupError, match=r'administrator GRANT PROCESS ON \*\.\* TO owner@localhost\.$'):
            restore(owner, file, replace=True)
        with reach(cast) as connection, connection.cursor() as cursor:
            cursor.execute('GRANT PROCESS ON *.* TO owner@localhost')
        restore(owner, file, replace=True)
    finally:
        with reach(cast) as connection, connection.cursor() as cursor:
            cursor.execute('DROP USER owner@localhost')

    assert contents(other) == contents(cast)


def test_saving_waits_for_an_upgrade_and_starting_an_app_does_not(cast, file):
    with loader.linked(cast) as one, loader.linked(cast) as two:
        loader.lock(one, 'copy')
        with reach(cast) as connection, connection.cursor() as cursor:
            cursor.execute(f"SELECT IS_FREE_LOCK('{cast.db_name}.copy'), IS_FREE_LOCK('{cast.db_name}.schema')")
            free = cursor.fetchall()
        loader.lock(two)

    assert free == [(0, 1)]


def test_the_commands_save_and_restore_the_private_database(tmp_path):
    here, there, file = tmp_path / 'here', tmp_path / 'there', tmp_path / 'my.sql.gz'
    with running(here):
        assert command(here, 'backup', str(file)).stderr.startswith('There is no database of the name in DB_NAME yet')
        assert command(here, 'load-schema').returncode == 0
        saved = command(here, 'backup', str(file))
        again = command(here, 'backup', str(file))
    with running(there):
        restored = command(there, 'restore', str(file))
        refused = command(there, 'restore', str(file))
        unasked = command(there, 'restore', str(file), '--replace')
        replaced = command(there, 'restore', str(file), '--replace', '--yes')

    assert (saved.returncode, saved.stderr, saved.stdout[:8]) == (0, '', 'Saved to')
    assert (again.returncode, again.stderr.count('\n')) == (2, 1)
    assert (restored.returncode, restored.stderr) == (0, '')
    assert (refused.returncode, refused.stdout, refused.stderr.count('\n')) == (2, '', 1)
    assert unasked.returncode == 2 and unasked.stderr.endswith('Nobody is there to be asked: give --yes.\n')
    assert (replaced.returncode, 'What was there before is in' in replaced.stdout) == (0, True)
    assert len(list(tmp_path.glob('*.sql.gz'))) == 2 and not list(tmp_path.glob('*.part'))


@pytest.mark.parametrize('arguments, sentence', [
    (['backup', 'clinic.sql'], 'let clinic.sql end with .sql.gz'),
    (['restore', '/nowhere/at-all.sql.gz'], 'cannot be read: No such file or directory.'),
    (['restore', 'README.md'], 'is not a backup'),
])
def test_a_bad_argument_is_one_sentence(tmp_path, arguments, sentence):
    done = command(tmp_path, *arguments)

    assert (done.returncode, done.stderr.count('\n')) == (2, 1)
    assert sentence in done.stderr
