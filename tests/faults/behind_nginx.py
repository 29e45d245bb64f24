"""The clinic as it stands on a server: nginx with deploy/nginx.conf, web processes on sockets held open, a worker."""

import contextlib
import http.client
import os
import shutil
import socket
import ssl
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlencode

from tests.support.browser import Page
from tests.support.processes import ROOT, free_port, wait_until

# systemd's part, in a shell: the process is told that the socket handed over is its own
HAND_OVER = 'export LISTEN_PID=$$ LISTEN_FDS=1; exec "$0" clinic.py serve'
FIRST_HANDED = 3


class Web:
    """One web process on a port that stays open whether it runs or not, as systemd's socket units do it."""

    def __init__(self, clinic, environ):
        self.clinic, self.environ = clinic, environ
        self.socket = socket.create_server(('127.0.0.1', 0), backlog=1024)
        self.port = self.socket.getsockname()[1]
        self.log = Path(f'{clinic.folder}/web-{self.port}.log')

    def start(self):
        handed = self.socket.fileno()
        self.process = subprocess.Popen(
            ['sh', '-c', HAND_OVER, sys.executable], cwd=ROOT, stdout=subprocess.DEVNULL, stderr=self.log.open('a'),
            env=self.clinic.environment(**self.environ, CLINIC_PORT=str(self.port)), pass_fds=(FIRST_HANDED,),
            preexec_fn=lambda: os.dup2(handed, FIRST_HANDED))
        return self

    def wait(self):
        """Until it serves: its port takes the question at once, the answer comes from the process."""
        connection = http.client.HTTPConnection('127.0.0.1', self.port, timeout=60)
        with contextlib.closing(connection):
            connection.request('GET', '/healthz')
            assert connection.getresponse().status == 200
        return self

    def stop(self):
        """SIGTERM, and its exit code."""
        self.process.terminate()
        return self.process.wait(60)

    def kill(self):
        self.process.kill()
        self.process.wait()


@contextlib.contextmanager
def nginx(folder: Path, ports):
    """nginx with the file that the guide installs, its ports and folders exchanged; the port of its HTTPS."""
    program = os.environ.get('NGINX_PROGRAM') or shutil.which('nginx', path=os.environ['PATH'] + ':/usr/sbin')
    assert program, 'no nginx found: run `make check-processes`, which brings it'
    https, key, cert = free_port(), folder / 'key.pem', folder / 'cert.pem'
    subprocess.run(['openssl', 'req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', key, '-out', cert, '-days',
                    '2', '-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'],
                   check=True, capture_output=True)
    site = (ROOT / 'deploy' / 'nginx.conf').read_text()
    changes = {'CLINIC_NAME_HERE': 'localhost', 'listen [::]:80;': '', 'listen [::]:443 ssl http2;': '',
               'listen 80;': f'listen 127.0.0.1:{free_port()};', 'listen 443 ssl': f'listen 127.0.0.1:{https} ssl',
               '/etc/clinic/tls/cert.pem': str(cert), '/etc/clinic/tls/key.pem': str(key),
               '/var/lib/nginx/clinic': str(folder / 'cache'), '/var/log/nginx/': f'{folder}/',
               '    server 127.0.0.1:8081 fail_timeout=2s;\n':
                   ''.join(f'    server 127.0.0.1:{port} fail_timeout=2s;\n' for port in ports),
               '    server 127.0.0.1:8082 fail_timeout=2s;\n': ''}
    for old, new in changes.items():
        assert old in site, old
        site = site.replace(old, new)
    temp = ''.join(f'{kind}_temp_path {folder}/temp-{kind};' for kind in ('client_body', 'proxy', 'fastcgi', 'uwsgi',
                                                                          'scgi'))
    (folder / 'nginx.conf').write_text(
        f'daemon off; worker_processes 1; pid {folder}/nginx.pid; error_log {folder}/nginx.log;\n'
        f'{"user root;" if os.geteuid() == 0 else ""}\nevents {{ }}\n'
        f'http {{ access_log {folder}/access.log; {temp}\n{site}\n}}\n')
    process = subprocess.Popen([program, '-p', folder, '-c', folder / 'nginx.conf', '-e', folder / 'nginx.log'])
    try:
        wait_until(lambda: _answers(https))
        yield https
    finally:
        process.terminate()
        process.wait()


def _answers(port):
    with socket.socket() as client:
        return client.connect_ex(('127.0.0.1', port)) == 0


class Visitor:
    """A browser at an address of its own (127.0.0.x), over HTTPS through nginx."""

    def __init__(self, port, address='127.0.0.1'):
        self.port, self.address, self.cookies, self.page = port, address, {}, None
        self.context = ssl._create_unverified_context()

    def connect(self):
        return http.client.HTTPSConnection('127.0.0.1', self.port, timeout=60, context=self.context,
                                           source_address=(self.address, 0))

    def ask(self, method, path, fields=None, **headers) -> Page:
        """One request, with the token of the page last seen in its fields; redirects are not followed."""
        body = None
        if fields is not None:
            body = urlencode({'csrf_token': self.token, **fields})
            headers['Content-Type'] = 'application/x-www-form-urlencoded'
        headers['Cookie'] = '; '.join(f'{name}={value}' for name, value in self.cookies.items())
        with contextlib.closing(self.connect()) as connection:
            connection.request(method, path, body, {'Host': f'localhost:{self.port}', **headers})
            answer = connection.getresponse()
            page = Page(path, str(answer.status), answer.getheaders(), answer.read())
        for line in page.cookies:
            name, _, value = line.partition(';')[0].partition('=')
            self.cookies[name] = value
        tokens = [form['csrf_token'] for _, form in page.forms if 'csrf_token' in form]
        self.token = tokens[0] if tokens else getattr(self, 'token', '')
        return page

    def sign_in(self, email, password, **headers) -> Page:
        self.ask('GET', '/login')
        return self.ask('POST', '/login', {'email': email, 'password': password}, **headers)
