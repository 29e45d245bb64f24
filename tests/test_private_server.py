"""The private database server, from outside: each app here is a process of its own.

Which server program is tried is the suite's choice: CLINIC_SERVER_BINARY, else what is installed.
"""

import fcntl
import os
import pwd
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from app import database
from app.ops import server_program
from tests.support.processes import ROOT, App, lives, running, wait_until

as_root = pytest.mark.skipif(os.geteuid() != 0, reason='only root can mount a small disk or become another user')


def ask(socket, statement):
    connection = database.connect(unix_socket=socket, user='root')
    try:
        with connection.cursor() as cursor:
            cursor.execute(statement)
            return cursor.fetchall() if cursor.with_rows else None
    finally:
        connection.close()


def pid_of(app):
    return int((home_of(app) / 'pid').read_text())


def home_of(app):
    """The server's folder; only where the socket is in it."""
    return Path(app.socket).parent


def kill_server(pid):
    os.kill(pid, signal.SIGKILL)
    wait_until(lambda: not lives(pid))


@pytest.fixture(scope='module')
def folder():
    """A local folder with data in it. Each test leaves its server stopped."""
    path = Path(tempfile.mkdtemp(prefix='clinic-test-'))
    with running(path) as app:
        ask(app.socket, 'CREATE DATABASE kept')
        ask(app.socket, 'CREATE TABLE kept.words (word VARCHAR(20))')
        ask(app.socket, "INSERT INTO kept.words VALUES ('stays')")
    yield path
    shutil.rmtree(path)


def test_data_is_there_again_after_a_stop(folder):
    with running(folder) as app:
        assert ask(app.socket, 'SELECT word FROM kept.words') == [('stays',)]


def test_the_server_ends_with_the_app(folder):
    with running(folder) as app:
        pid = pid_of(app)

    assert not lives(pid)
    assert not Path(app.socket).exists()


def test_nobody_else_reaches_the_server(folder):
    with running(folder) as app:
        (networking,), = ask(app.socket, 'SELECT @@skip_networking')
        sockets = Path(f'/proc/{pid_of(app)}/net/unix').read_text()

        assert networking == 1
        assert stat.S_IMODE(home_of(app).stat().st_mode) == 0o700
        assert app.socket in sockets and 'mysqlx' not in sockets


def test_what_is_confirmed_survives_a_power_cut(folder):
    with running(folder) as app:
        assert ask(app.socket, 'SELECT @@innodb_flush_log_at_trx_commit, @@log_bin') == [(1, 0)]


def test_apps_share_the_server_and_the_last_one_stops_it(folder):
    first = App(folder).wait()
    pid = pid_of(first)
    with running(folder) as second:
        first.stop()

        assert pid_of(second) == pid
        assert ask(second.socket, 'SELECT word FROM kept.words') == [('stays',)]

    assert not lives(pid)


def test_two_apps_started_at_once_share_one_server(folder):
    apps = [App(folder), App(folder), App(folder)]
    pids = {pid_of(app.wait()) for app in apps}
    for app in apps:
        app.stop()

    assert len(pids) == 1


def test_the_next_app_takes_over_from_one_that_was_killed(folder):
    app = App(folder).wait()
    pid = pid_of(app)
    app.kill()
    assert lives(pid)

    with running(folder) as later:
        assert pid_of(later) == pid
    assert not lives(pid)


def test_data_survives_when_app_and_server_are_killed(folder):
    app = App(folder).wait()
    ask(app.socket, "INSERT INTO kept.words VALUES ('confirmed')")
    app.kill()
    kill_server(pid_of(app))

    with running(folder) as later:
        assert ask(later.socket, "SELECT COUNT(*) FROM kept.words WHERE word = 'confirmed'") == [(1,)]
        ask(later.socket, "DELETE FROM kept.words WHERE word = 'confirmed'")


def test_a_server_that_hangs_is_replaced(folder):
    app = App(folder).wait()
    pid = pid_of(app)
    app.kill()
    Path(app.socket).unlink()  # it lives, and nobody can reach it

    with running(folder, SECONDS_TO_TAKE_OVER='1') as later:
        assert pid_of(later) != pid and not lives(pid)


def test_a_left_pid_file_never_ends_a_stranger(folder):
    stranger = subprocess.Popen(['sleep', '60'])
    with running(folder) as app:
        home = home_of(app)
    (home / 'pid').write_text(f'{stranger.pid}\n')

    with running(folder):
        pass

    assert stranger.poll() is None
    stranger.kill()
    stranger.wait()


def test_an_app_killed_while_it_creates_the_data_blocks_nothing(tmp_path):
    app = App(tmp_path)
    wait_until(lambda: list(tmp_path.glob('*/new-*/*')))
    app.kill()
    home, = tmp_path.glob('m*')
    with (home / 'starting.lock').open('a') as lock, pytest.raises(BlockingIOError):
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)  # what the app had started is still at work in there

    with running(tmp_path) as later:
        assert ask(later.socket, 'SELECT 1') == [(1,)]
        assert not list(home.glob('new-*'))


def test_a_deep_folder_has_its_socket_in_a_private_one(folder):
    deep = folder / ('deep' * 30)
    with running(deep) as app:
        place = Path(app.socket).parent
        with running(deep) as second:
            assert second.socket == app.socket

        assert stat.S_IMODE(place.stat().st_mode) == 0o700
        assert ask(app.socket, 'SELECT 1') == [(1,)]
    assert not place.exists()


def test_a_missing_program_is_told(tmp_path):
    said = App(tmp_path, CLINIC_SERVER_BINARY='/no/such/mysqld').refused()

    assert said == 'CLINIC_SERVER_BINARY is /no/such/mysqld, and there is no such program.'
    assert not list(tmp_path.glob('m*'))


def test_without_any_program_it_says_what_to_install(monkeypatch, tmp_path):
    monkeypatch.setenv('PATH', str(tmp_path))
    monkeypatch.setattr(server_program, 'FOLDERS', ())

    with pytest.raises(server_program.ServerError, match=r'^No database server was found: install MariaDB .*DB_HOST'):
        server_program.find(None)


@pytest.mark.parametrize('answer, said', [
    ('echo hello', 'is neither MariaDB nor MySQL'),
    ('echo "mysqld  Ver 5.7.40 for Linux"', 'is version 5.7.40; this program needs 8.0.16 or newer.'),
    ('echo "mariadbd  Ver 10.5.9-MariaDB"', 'is version 10.5.9; this program needs 10.6.0 or newer.'),
])
def test_a_program_that_will_not_do_is_told(tmp_path, answer, said):
    program = tmp_path / 'program'
    program.write_text(f'#!/bin/sh\n{answer}\n')
    program.chmod(0o755)

    with pytest.raises(server_program.ServerError, match=said):
        server_program.find(str(program))


def test_a_server_that_does_not_start_is_told_with_its_reason(folder):
    with running(folder) as app:
        home = home_of(app)
    damaged = shutil.copytree(home, home.parent / 'damaged' / home.name)
    for file in damaged.glob('data/ib*'):
        file.is_file() and file.write_bytes(b'not a database' * 1000)

    said = App(damaged.parent).refused()
    shutil.rmtree(damaged.parent)

    assert 'did not start: ' in said and f'(the whole log: {damaged}/server.log).' in said
    assert '\n' not in said


@pytest.fixture
def small_disk(tmp_path):
    subprocess.run(['mount', '-t', 'tmpfs', '-o', 'size=64m', 'tmpfs', tmp_path], check=True)
    yield tmp_path
    subprocess.run(['umount', tmp_path], check=True)


@as_root
def test_a_disk_without_room_is_told_before_anything_is_written(small_disk):
    said = App(small_disk / 'local').refused()

    assert said.startswith('The disk is full: ') and said.endswith('MB free, a new database takes 300 MB.')


@as_root
def test_a_disk_that_fills_up_meanwhile_is_told(small_disk):
    said = App(small_disk / 'local', ROOM_TO_CREATE='0').refused()

    assert said.startswith('The database could not be created: the disk is full (')
    assert not list(small_disk.glob('local/*/new-*')) and not list(small_disk.glob('local/*/data'))


@as_root
def test_an_ordinary_user_has_a_server_too():
    nobody = pwd.getpwnam('nobody').pw_uid
    place = Path(tempfile.mkdtemp(prefix='clinic-test-'))
    os.chown(place, nobody, -1)
    with running(place, BECOME=str(nobody), CLINIC_SERVER_BINARY=program_for_everybody()) as app:
        assert Path(f'/proc/{pid_of(app)}').stat().st_uid == nobody
        answer = subprocess.run([sys.executable, '-c', 'import os,sys; os.setuid(1); open(sys.argv[1])', app.socket],
                                capture_output=True, text=True)
        assert 'Permission denied' in answer.stderr

    shutil.rmtree(place)


def program_for_everybody():
    """The suite's server program, or the installed one where only root may run the suite's."""
    binary = os.environ.get('CLINIC_SERVER_BINARY', '')
    return binary if all(part.stat().st_mode & 0o001 for part in Path(binary).parents) else ''


def test_erasing_waits_for_nobody_and_harms_nobody(folder):
    with running(folder) as app:
        refused = erase(folder)

        assert f'An app still uses the database in {home_of(app)}: stop it first.' in refused
        assert ask(app.socket, 'SELECT 1') == [(1,)]


def test_erasing_ends_what_a_killed_app_left(tmp_path):
    app = App(tmp_path).wait()
    pid = pid_of(app)
    app.kill()

    assert erase(tmp_path) == ''
    assert not lives(pid) and not (home_of(app) / 'data').exists()


def erase(folder):
    program = ('from app import config; from app.ops import private_server; '
               'private_server.erase(config.load(env_file="/none"))')
    environ = {'PATH': os.environ['PATH'], 'CLINIC_LOCAL_DIR': str(folder),
               'CLINIC_SERVER_BINARY': os.environ.get('CLINIC_SERVER_BINARY', '')}
    return subprocess.run([sys.executable, '-c', program], cwd=ROOT, env=environ, capture_output=True, text=True).stderr
