"""What production rests on besides the rules: the log, the proxy's word, sockets handed over, units and files."""

import configparser
import logging
import os
import re
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from app import request_log
from app.commands import serve
from app.commands.logs import OneLine
from tests.conftest import settings_for
from tests.support.accounts import signed_in, try_to_sign_in
from tests.support.browser import Browser
from tests.support.processes import ROOT, environment, free_port

DEPLOY = ROOT / 'deploy'


@pytest.fixture
def lines(cast, caplog):
    caplog.set_level(logging.INFO, 'clinic.requests')
    return lambda: [record.getMessage() for record in caplog.records if record.name == 'clinic.requests']


def test_a_line_says_who_did_what_with_which_outcome(lines):
    browser = signed_in('petra@mail.test')
    browser.get('/appointments')

    assert re.fullmatch(r'id=[0-9a-f]{8} GET /appointments 200 user=6 role=patient from=127\.0\.0\.1 [0-9.]+ms',
                        lines()[-1])


def test_sign_ins_are_told_good_and_bad(lines):
    signed_in('petra@mail.test')
    try_to_sign_in('petra@mail.test', 'a wrong password')
    try_to_sign_in('nobody@mail.test', 'a wrong password')
    posts = [line for line in lines() if ' POST /login ' in line]

    assert [line.split('sign_in=')[1].split()[0] for line in posts] == ['right:6', 'wrong:6', 'wrong:-']
    assert all('refused=form' in line for line in posts[1:])


def test_refusals_and_acts_of_admins_are_told(lines):
    admin = signed_in('ada@clinic.test')
    admin.get('/admin/rooms')
    admin.post('/admin/rooms', {'name': ''})
    admin.post('/admin/rooms', {'name': 'Room with a view'})
    signed_in('petra@mail.test').get('/admin/rooms')
    told = [line for line in lines() if '/admin/rooms ' in line]

    assert ' 422 user=1 role=admin ' in told[1] and 'refused=name' in told[1]
    assert ' 303 user=1 role=admin ' in told[2] and re.search(r'act=room_\w+:rooms:\d+', told[2])
    assert ' 403 user=6 role=patient ' in told[-1]
    assert not any('view' in line for line in told)


@pytest.mark.parametrize('nasty', ['\r\nid=0 GET /admin 200', '\x1b[2J', '\u2028x', '\u202e', 'a b=c', '"', '\0'])
def test_nobody_can_forge_a_line(lines, nasty):
    headers = {'HTTP_USER_AGENT': nasty, 'HTTP_REFERER': nasty, 'HTTP_X_FORWARDED_FOR': nasty, 'REMOTE_ADDR': nasty}
    browser = Browser()
    browser.send('GET', '/' + nasty, **headers)
    browser.send('GET', '/login', **headers)
    browser.submit('/login', email=f'x{nasty}@mail.test', password=nasty)
    browser.send('G' + nasty, '/login', **headers)

    assert len(lines()) == 4
    for line in lines():
        assert line.isprintable() and re.fullmatch(r'id=[0-9a-f]{8} (\w+|\?) \S+ \d{3} user=\S+ role=\S+ from=\S+ .*',
                                                   line)
        assert 'id=0' not in line.split()[1:]


def test_a_word_of_the_trail_is_one_plain_word():
    assert request_log.word('two words\r\n=x') == 'two_words___x'
    assert request_log.word(None) == '-' and len(request_log.word('x' * 100)) == 60


def test_an_errors_text_cannot_begin_a_line():
    try:
        raise ValueError('typed\n2026-01-01T00:00:00.000Z INFO clinic.requests: forged\x1b[31m\u2028')
    except ValueError:
        record = logging.LogRecord('clinic.requests', logging.ERROR, '', 0, 'failed', None, sys.exc_info())
    text = OneLine('%(asctime)sZ %(levelname)s %(name)s: %(message)s').format(record)

    assert '\x1b' not in text and '\u2028' not in text
    assert all(line.startswith('    | ') for line in text.split('\n')[1:])


# The proxy

@pytest.mark.parametrize('trusted, said', [('127.0.0.1', '203.0.113.7'), ('192.0.2.1', '127.0.0.1'),
                                           (None, '127.0.0.1')])
def test_only_the_trusted_proxys_word_on_the_address_is_taken(tmp_path, trusted, said):
    environ = {'CLINIC_TRUSTED_PROXY': trusted} if trusted else {}
    program = ('import sys, waitress\n'
               'from app import config\nfrom app.commands import serve\n'
               'config.use(config.load(env_file="/none"))\n'
               'def application(environ, start_response):\n'
               '    start_response("200 OK", [])\n'
               '    return [f"{environ[\'REMOTE_ADDR\']} {environ[\'HTTP_HOST\']}".encode()]\n'
               'server = waitress.create_server(application, sockets=[serve._listen("127.0.0.1", int(sys.argv[1]))],\n'
               '                                **serve.LIMITS, **serve._proxy(config.current()))\n'
               'print("ready", flush=True)\nserver.run()\n')
    port = free_port()
    app = subprocess.Popen([sys.executable, '-c', program, str(port)], cwd=ROOT, stdout=subprocess.PIPE, text=True,
                           env=environment(tmp_path, **environ))
    assert app.stdout.readline() == 'ready\n'
    with socket.create_connection(('127.0.0.1', port)) as client:
        client.sendall(b'GET / HTTP/1.0\r\nHost: ours\r\nX-Forwarded-For: 10.9.9.9, 203.0.113.7\r\n'
                       b'X-Forwarded-Host: evil\r\nForwarded: for=10.1.1.1\r\n\r\n')
        answer = b''.join(iter(lambda: client.recv(4096), b''))
    app.kill()
    app.communicate()

    assert answer.endswith(f'{said} ours'.encode())


@pytest.mark.parametrize('value', ['*', 'proxy', '10.0.0.0/8', '127.0.0.1, 10.0.0.1'])
def test_a_trusted_proxy_is_one_address(tmp_path, value):
    with pytest.raises(Exception, match='CLINIC_TRUSTED_PROXY must be the one IP address that the proxy has'):
        settings_for(tmp_path, CLINIC_TRUSTED_PROXY=value)


# Starting and stopping

def test_a_socket_of_systemd_is_taken_over_only_by_the_process_it_names(monkeypatch):
    monkeypatch.setenv('LISTEN_FDS', '1')
    monkeypatch.setenv('LISTEN_PID', '1')

    assert serve._handed_over() is None


QUIET = '''
import sys
import threading
import waitress
from app.commands.serve import _listen, _run, _watch_for_stop

def application(environ, start_response):
    start_response('200 OK', [('Content-Length', '2')])
    return [b'ok']

server = waitress.create_server(application, sockets=[_listen('127.0.0.1', int(sys.argv[1]))], threads=2,
                                asyncore_use_poll=True)
stopping = threading.Event()
_watch_for_stop(server, stopping)
print('ready', flush=True)
_run(server, stopping)
'''


def test_who_connected_before_the_stop_and_asks_after_it_is_answered(tmp_path):
    port = free_port()
    app = subprocess.Popen([sys.executable, '-c', QUIET, str(port)], cwd=ROOT, env=environment(tmp_path), text=True,
                           stdout=subprocess.PIPE)
    assert app.stdout.readline() == 'ready\n'
    os.kill(app.pid, signal.SIGSTOP)            # so that the connection still waits to be taken in
    client = socket.create_connection(('127.0.0.1', port))
    app.send_signal(signal.SIGTERM)
    os.kill(app.pid, signal.SIGCONT)
    with client:
        while True:                             # until nobody listens any more
            try:
                socket.create_connection(('127.0.0.1', port)).close()
            except OSError:
                break
        client.sendall(b'GET / HTTP/1.0\r\n\r\n')
        answer = b''.join(iter(lambda: client.recv(4096), b''))

    assert answer.startswith(b'HTTP/1.0 200 OK') and app.wait(10) == 0


@pytest.mark.parametrize('command', ['serve', 'backup', 'check', 'help'])
def test_without_its_packages_each_command_says_in_one_sentence_what_to_do(command):
    ended = subprocess.run([sys.executable, '-S', 'clinic.py', command], cwd=ROOT, capture_output=True, text=True)

    assert ended.returncode == 2 and ended.stdout == ''
    assert re.fullmatch(r'The virtual environment has no \w+ for this Python \([\d.]+\): .*\n', ended.stderr)
    assert 'venv --clear .venv' in ended.stderr


# The files of deploy/

def unit(name):
    parsed = configparser.RawConfigParser(strict=False, interpolation=None)
    parsed.optionxform = str
    parsed.read_string((DEPLOY / name).read_text())
    return parsed


@pytest.mark.parametrize('name', ['clinic-web@.service', 'clinic-worker.service'])
def test_systemd_waits_longer_than_the_app_takes_to_stop(name):
    service = unit(name)['Service']

    assert int(service['TimeoutStopSec']) > serve.SECONDS_TO_FINISH + 1 + 10       # the mail worker's two waits
    assert service['Restart'] == 'always' and service['NoNewPrivileges'] == 'yes' and service['User'] == 'clinic'


@pytest.mark.parametrize('name', ['clinic-backup.service', 'clinic-check.service'])
def test_a_backup_or_a_look_that_fails_is_said(name):
    assert unit(name)['Unit']['OnFailure'] == 'clinic-alert@%N.service'
    assert unit('clinic-alert@.service')['Service']['ExecStart'].endswith('/clinic-alert %i')


def test_nginx_writes_over_what_visitors_say_of_themselves():
    site = (DEPLOY / 'nginx.conf').read_text()

    assert 'X-Forwarded-For $remote_addr;' in site and 'proxy_add_x_forwarded_for' not in site
    assert re.search(r'client_header_timeout \d+s;', site) and 'client_max_body_size 128k;' in site


def test_the_apps_account_gets_its_rights_from_the_owner_alone():
    text = (ROOT / 'db' / 'grants.sql').read_text()

    assert "GRANT ALL ON clinic.* TO 'clinic_owner'@'localhost' WITH GRANT OPTION;" in text
    assert not re.search(r"^GRANT .* TO 'clinic_app'", text, re.MULTILINE)


@pytest.mark.parametrize('name', ['db/grants.sql', 'db/rights.sql', 'deploy/clinic', 'deploy/clinic.target',
                                  'deploy/nginx.conf',
                                  'deploy/clinic-web@.service', 'deploy/clinic-web@.socket',
                                  'deploy/clinic-worker.service', 'deploy/clinic-backup.service',
                                  'deploy/clinic-backup.timer', 'deploy/clinic-check.service',
                                  'deploy/clinic-check.timer', 'deploy/clinic-alert', 'deploy/clinic-alert@.service'])
def test_the_guide_uses_every_file(name):
    guide = (ROOT / 'docs' / 'production.md').read_text()

    assert name.rpartition('/')[2] in guide and Path(ROOT / name).exists()
