"""`python clinic.py`, from outside: what it says, what it leaves behind, how it stops."""

import contextlib
import os
import pty
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import urllib.request
from pathlib import Path

import pytest

from app import VERSION, commands
from app.commands.ready import STOP_SIGNALS
from app.ops import loader
from tests.support.processes import ROOT, Clinic, command, environment, free_port, lives, wait_until

PASSWORD = 'walrus trombone kettle drum'
FILE = ['no-such-file.sql.gz']
NEEDED = {'backup': FILE, 'restore': FILE, 'import-patients': FILE, 'import-appointments': FILE,      # beside the name
          'remove-second-factor': ['--email', 'chief@example.com'], 'check-answer': ['13.1', *FILE],
          'sql': ['rooms/list_all'], 'explain': ['rooms/list_all']}


@pytest.fixture(scope='module')
def folder():
    """A local folder with a demo clinic in it. Each test leaves it stopped."""
    above = Path(tempfile.mkdtemp(prefix='clinic-test-'))
    assert command(above / 'local', 'load-schema').returncode == 0
    yield above / 'local'
    shutil.rmtree(above)


def server_pids(folder):
    return [int(path.read_text()) for path in folder.glob('*/pid')]


def answer(clinic, path):
    with urllib.request.urlopen(f'http://127.0.0.1:{clinic.port}{path}', timeout=10) as response:
        return response.status, response.read().decode()


def answers(clinic, path):
    """Whether a page comes, and neither "please try again" nor nothing."""
    with contextlib.suppress(OSError):
        return answer(clinic, path)[0] == 200
    return False


def test_without_a_command_all_are_listed_with_a_line_each(tmp_path):
    done = command(tmp_path)

    listed = re.findall(r'^    (\S+) +\S.{10,100}\.$', done.stdout, re.MULTILINE)
    assert done.returncode == 0
    assert listed == list(commands.COMMANDS)


def test_a_terminal_that_lacks_a_letter_gets_it_written_another_way(tmp_path):
    done = command(tmp_path, 'import-patients', '--help', PYTHONIOENCODING='ascii')

    assert (done.returncode, done.stderr) == (0, '')
    assert '\\u2026' in done.stdout


def test_an_unknown_command_is_told_and_all_are_listed(tmp_path):
    done = command(tmp_path, 'surve')

    assert (done.returncode, done.stdout) == (2, '')
    assert done.stderr.startswith('There is no command "surve".') and 'create-admin' in done.stderr


@pytest.mark.parametrize('name', commands.COMMANDS)
def test_every_command_tells_what_it_does_and_does_nothing(name, capsys):
    for option, words in (('--help', f'usage: python clinic.py {name} '), ('--version', commands.PROGRAM + '\n')):
        with pytest.raises(SystemExit) as ended:
            commands.main([name, option])

        assert ended.value.code == 0 and capsys.readouterr().out.startswith(words)


@pytest.mark.parametrize('name', commands.COMMANDS)
@pytest.mark.parametrize('option', ['--port', '--vers', '-x'])
def test_what_a_command_does_not_know_is_refused_in_one_sentence(name, option, capsys):
    with pytest.raises(SystemExit) as ended:
        commands.main([name, *NEEDED.get(name, ()), option, '9999'])
    said = capsys.readouterr()

    assert (ended.value.code, said.out, said.err.count('\n')) == (2, '', 1)
    assert said.err.endswith(f': "python clinic.py {name} --help" lists what may be given.\n')


def test_help_and_mistakes_leave_a_database_alone(tmp_path):
    precious = tmp_path / 'mariadb' / 'data' / 'precious'
    precious.parent.mkdir(parents=True)
    precious.touch()
    done = [command(tmp_path, 'reset', word) for word in ('--help', '--version', '--anything', 'word')]

    assert [each.returncode for each in done] == [0, 0, 2, 2]
    assert precious.exists()


def test_the_version_stands_in_one_place_and_goes_before_the_settings(tmp_path):
    done = command(tmp_path / 'local', '--version', CLINIC_PORT='http')
    released = re.search(r'^## (\d+\.\d+\.\d+) ', (ROOT / 'CHANGELOG.md').read_text(), re.MULTILINE)[1]

    assert (done.returncode, done.stdout) == (0, f'Clinic Appointment Manager {VERSION}\n')
    assert VERSION == released or (VERSION.endswith('-dev') and VERSION > released)


def test_nobody_who_reads_on_is_no_reason_for_a_traceback(tmp_path):
    read, written = os.pipe()
    os.close(read)
    for arguments in ([], ['check', '--help'], ['check', 'settings', 'zones']):
        done = subprocess.run([sys.executable, 'clinic.py', *arguments], cwd=ROOT, env=environment(tmp_path),
                              stdout=written, stderr=subprocess.PIPE, text=True)

        assert done.stderr == ''
    os.close(written)


@pytest.mark.parametrize('name', commands.COMMANDS)
def test_a_wrong_setting_stops_every_command_with_one_sentence(tmp_path, name):
    done = command(tmp_path / 'local', name, *NEEDED.get(name, ()), CLINIC_PORT='http')

    assert done.returncode == 2
    assert done.stderr == 'CLINIC_PORT must be a port number from 1 to 65535, not "http".\n'
    assert not (tmp_path / 'local').exists()


def test_a_taken_port_is_told_before_anything_is_started(tmp_path):
    with socket.create_server(('127.0.0.1', 0)) as taken:
        port = taken.getsockname()[1]
        done = command(tmp_path, 'serve', CLINIC_PORT=str(port))

    assert done.returncode == 2
    assert done.stderr == (f'CLINIC_PORT is {port}, which cannot be used on 127.0.0.1: Address already in use. '
                           'Stop the program that uses it, or set CLINIC_PORT to another.\n')
    assert [path.name for path in tmp_path.iterdir()] == ['secret']


@pytest.mark.parametrize('host', ['nowhere.invalid', '192.0.2.1'])
def test_a_host_that_is_not_ours_is_told(tmp_path, host):
    done = command(tmp_path, 'serve', CLINIC_HOST=host)

    assert done.stderr == f'CLINIC_HOST is {host}, which is not an address of this machine.\n'


def test_a_missing_server_program_is_told(tmp_path):
    done = command(tmp_path, 'serve', CLINIC_SERVER_BINARY='/no/such', CLINIC_PORT=str(free_port()))

    assert (done.returncode, done.stderr) == (2, 'CLINIC_SERVER_BINARY is /no/such, and there is no such program.\n')


def test_a_database_that_does_not_answer_is_told(tmp_path):
    done = command(tmp_path, 'load-schema', DB_HOST='127.0.0.1', DB_PORT=str(free_port()),
                   DB_NAME='clinic', DB_USER='app', DB_PASSWORD='secret word')

    assert done.returncode == 2
    assert done.stderr.startswith('The database server (127.0.0.1, port ') and done.stderr.count('\n') == 1
    assert 'secret word' not in done.stderr


def test_serve_says_where_it_is_and_who_may_sign_in(folder):
    with Clinic(folder) as clinic:
        said = '\n'.join(clinic.said)

        assert f'http://127.0.0.1:{clinic.port}' in said
        assert re.search('^driver: (C extension|pure Python)', said, re.MULTILINE)
        assert 'admin@example.com, staff@example.com, desk@example.com, patient@example.com' in said
        assert 'clinic demo password' in said
        assert answer(clinic, '/')[0] == 200


@pytest.mark.parametrize('how', STOP_SIGNALS)
def test_serve_stops_with_its_server(folder, how):
    with Clinic(folder) as clinic:
        pids = server_pids(folder)
        assert clinic.stop(how) == 0

    assert pids and not any(map(lives, pids))
    assert 'Traceback' not in Path(f'{folder}.log').read_text()


def test_serve_starts_again_after_it_was_killed(folder):
    with Clinic(folder) as clinic:
        clinic.process.kill()
        clinic.process.communicate()

    with Clinic(folder, CLINIC_PORT=clinic.port) as later:
        assert answer(later, '/')[0] == 200


@pytest.mark.parametrize('how', [signal.SIGKILL, signal.SIGTERM])
def test_a_served_clinic_starts_its_server_again_where_it_ended(folder, how):
    """Killed by somebody, or by the system for want of memory: pages come again by themselves."""
    with Clinic(folder) as clinic:
        pids = server_pids(folder)
        for pid in pids:
            os.kill(pid, how)
        wait_until(lambda: not any(map(lives, pids)))
        wait_until(lambda: answers(clinic, '/healthz/ready') and answers(clinic, '/login'))

        assert 'The database server had ended and was started again' in clinic.errors()
    assert not any(map(lives, server_pids(folder)))


def test_an_idle_clinic_takes_less_than_80_megabytes(folder):
    with Clinic(folder) as clinic:
        for _ in range(20):
            answer(clinic, '/')
        used = re.search(r'VmRSS:\s+(\d+) kB', Path(f'/proc/{clinic.process.pid}/status').read_text())

        assert int(used[1]) < 80 * 1024, used[1]


# The real serve() around an application whose one page waits until it is told to go on.
SLOW = '''
import sys
import threading
import waitress
from app.commands.serve import _listen, _run, _watch_for_stop

def application(environ, start_response):
    print('in', flush=True)
    sys.stdin.readline()
    start_response('200 OK', [('Content-Length', '20000000')])
    return [b'x' * 20_000_000]

listening = _listen('127.0.0.1', int(sys.argv[1]))
server = waitress.create_server(application, sockets=[listening], threads=2, asyncore_use_poll=True)
stopping = threading.Event()
_watch_for_stop(server, stopping)
print('ready', flush=True)
_run(server, stopping)
'''


def test_a_request_that_runs_is_finished_before_the_app_stops(tmp_path):
    port = free_port()
    app = subprocess.Popen([sys.executable, '-c', SLOW, str(port)], cwd=ROOT, env=environment(tmp_path), text=True,
                           stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert app.stdout.readline() == 'ready\n'
    with socket.create_connection(('127.0.0.1', port)) as client:
        client.sendall(b'GET / HTTP/1.0\r\n\r\n')
        assert app.stdout.readline() == 'in\n'
        app.send_signal(signal.SIGTERM)
        with pytest.raises(OSError):
            while True:  # until nobody listens any more
                socket.create_connection(('127.0.0.1', port)).close()
        app.stdin.write('go on\n')
        app.stdin.flush()
        received = b''.join(iter(lambda: client.recv(65536), b''))

    assert received.startswith(b'HTTP/1.0 200 OK') and received.endswith(b'x' * 20_000_000)
    assert app.wait(timeout=10) == 0


def test_an_admin_can_be_made_while_the_clinic_is_served(folder):
    with Clinic(folder) as clinic:
        made = command(folder, 'create-admin', '--email', 'Chief@Example.com', '--name', 'Ada Chief', typed=PASSWORD)
        again = command(folder, 'create-admin', '--email', 'chief@example.com', '--name', 'Ada Chief', typed=PASSWORD)

        assert made.returncode == 0 and made.stderr.startswith('Beside it there is the demo clinic with its published')
        assert (again.returncode, again.stderr) == (2, 'email: This e-mail address already has an account.\n')
        assert answer(clinic, '/')[0] == 200


def test_an_admin_can_be_invited_by_a_link(folder):
    with Clinic(folder) as clinic:
        made = command(folder, 'create-admin', '--email', 'new@example.com', '--name', 'New Chief', '--link',
                       CLINIC_URL=f'http://127.0.0.1:{clinic.port}')
        url = made.stdout.strip()

        assert url.startswith(f'http://127.0.0.1:{clinic.port}/reset-password/')
        assert answer(clinic, url.removeprefix(f'http://127.0.0.1:{clinic.port}'))[0] == 200


@pytest.mark.parametrize('email, name, password, said', [
    ('nonsense', 'Ada', PASSWORD, 'email: '),
    ('a@example.com', ' ', PASSWORD, 'full_name: '),
    ('a@example.com', 'Ada', 'short', 'password: '),
])
def test_an_admin_that_will_not_do_is_told(folder, email, name, password, said):
    done = command(folder, 'create-admin', '--email', email, '--name', name, typed=password)

    assert done.returncode == 2 and done.stderr.startswith(said) and done.stderr.count('\n') == 1


@pytest.mark.parametrize('email, said', [
    ('admin@example.com', 'This account does not use a code from an app.\n'),
    ('nobody@example.com', 'No account signs in with nobody@example.com.\n'),
])
def test_a_second_factor_that_is_not_there_is_told(folder, email, said):
    done = command(folder, 'remove-second-factor', '--email', email)

    assert (done.returncode, done.stdout, done.stderr) == (2, '', said)


def test_nobody_to_ask_is_told(folder):
    done = command(folder, 'create-admin')

    assert done.stderr == 'Nobody is there to be asked: give --email, --name and --link.\n'


def test_reset_keeps_a_copy_of_what_it_throws_away(tmp_path):
    command(tmp_path, 'load-schema')
    done = command(tmp_path, 'reset', '--yes')
    [copy] = tmp_path.glob('before-reset-*Z.sql.gz')
    back = command(tmp_path, 'restore', str(copy))

    assert (done.returncode, done.stderr) == (0, '') and str(copy) in done.stdout
    assert (back.returncode, back.stderr) == (0, '')
    assert command(tmp_path, 'reset', '--yes', '--without-copy').returncode == 0
    assert not list(tmp_path.glob('*/data')) and list(tmp_path.glob('*.sql.gz')) == [copy]


def test_serve_logs_that_a_backup_failed(folder):
    failed = command(folder, 'backup', '/nowhere/x.sql.gz')
    with Clinic(folder) as clinic:
        wait_until(lambda: 'WARNING clinic.troubles: backup: The last backup failed: /nowhere/x.sql' in clinic.errors())

    assert (failed.returncode, failed.stderr.count('\n')) == (2, 1)


def test_another_zone_is_taken_only_on_purpose(folder):
    with Clinic(folder):
        refused = command(folder, 'remind', CLINIC_TIMEZONE='Asia/Tokyo')
        used = command(folder, 'change-zone', '--yes', CLINIC_TIMEZONE='Asia/Tokyo')
    unasked = command(folder, 'change-zone', CLINIC_TIMEZONE='Asia/Tokyo')
    changed = command(folder, 'change-zone', '--yes', CLINIC_TIMEZONE='Asia/Tokyo')
    after = command(folder, 'remind', CLINIC_TIMEZONE='Asia/Tokyo')
    back = command(folder, 'change-zone', '--yes')

    assert (refused.returncode, refused.stderr) == (
        2, loader.OTHER_ZONE.format(ours='Asia/Tokyo', its='UTC') + '\n')
    assert used.stderr == 'Other programs use the database clinic: stop the web processes and workers first.\n'
    assert unasked.returncode == 2 and unasked.stderr.endswith('Nobody is there to be asked: give --yes.\n')
    assert [each.returncode for each in (changed, after, back)] == [0, 0, 0]


def test_where_there_is_nothing_reset_does_nothing(tmp_path):
    assert command(tmp_path, 'reset').stdout == f'There is no database in {tmp_path}.\n'


def with_data(folder):
    """Folders as a private server of either kind leaves them."""
    for kind in ('mariadb', 'mysql'):
        (folder / kind / 'data').mkdir(parents=True)
        (folder / kind / 'data' / 'precious').touch()
    return folder


def test_nothing_is_deleted_or_replaced_without_a_yes(tmp_path):
    done = command(with_data(tmp_path), 'reset')

    assert done.returncode == 2 and done.stderr.endswith('Nobody is there to be asked: give --yes.\n')
    assert len(list(tmp_path.glob('*/data/precious'))) == 2


@pytest.mark.parametrize('answer', ['no\n', '\n', 'y\n', '\x04'])
def test_any_answer_but_yes_changes_nothing(tmp_path, answer):
    ours, theirs = pty.openpty()
    process = subprocess.Popen([sys.executable, 'clinic.py', 'reset'], cwd=ROOT, env=environment(with_data(tmp_path)),
                               stdin=theirs, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    os.write(ours, answer.encode())
    said, complained = process.communicate(timeout=60)
    os.close(ours)
    os.close(theirs)

    assert process.returncode == 2 and 'Type "yes" to go on: ' in said
    assert complained in ('Nothing was changed.\n', 'Nobody is there to be asked: give --yes.\n')
    assert len(list(tmp_path.glob('*/data/precious'))) == 2


def test_what_cannot_be_saved_is_not_deleted(tmp_path):
    done = command(with_data(tmp_path), 'reset', '--yes')       # no server starts on such data

    assert done.returncode == 2 and 'nothing was deleted (--without-copy does it' in done.stderr
    assert len(list(tmp_path.glob('*/data/precious'))) == 2


def test_reset_touches_no_other_database(tmp_path):
    done = command(tmp_path, 'reset', DB_HOST='127.0.0.1', DB_NAME='clinic', DB_USER='app')

    assert done.returncode == 2
    assert done.stderr == 'DB_HOST or DB_SOCKET names a database: reset touches only the private one.\n'
