"""DB_TLS_CA: a database server is talked to only when it proves by its certificate that it is the one."""

import contextlib
import os
import subprocess

import mysql.connector
import pytest

from app.server import server_program
from tests.processes import command, free_port, wait_until

WORD = 'remote word'


@pytest.fixture(scope='module')
def folder(tmp_path_factory):
    """Two authorities, ours.pem and theirs.pem, and a certificate of ours for localhost."""
    folder = tmp_path_factory.mktemp('tls')
    for name in ('ours', 'theirs'):
        openssl(folder, f'req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN={name} -keyout {name}.key '
                        f'-out {name}.pem')
    openssl(folder, 'req -newkey rsa:2048 -nodes -subj /CN=localhost -keyout server.key -out server.csr')
    (folder / 'names').write_text('subjectAltName=DNS:localhost')
    openssl(folder, 'x509 -req -in server.csr -CA ours.pem -CAkey ours.key -CAcreateserial -days 2 -extfile names '
                    '-out server.pem')
    return folder


def openssl(folder, arguments):
    subprocess.run(['openssl', *arguments.split()], cwd=folder, check=True, capture_output=True)


@contextlib.contextmanager
def listening(folder, home, *options):
    """A server of its own that listens on TCP: its port."""
    program = server_program.find(os.environ.get('CLINIC_SERVER_BINARY'))
    if not (home / 'data').exists():
        with (home / 'log').open('a') as held:
            server_program.create_data(program, home, home / 'log', held.fileno())
    port, socket = free_port(), home / 'socket'
    serve = server_program.serve_command(program, home / 'data', socket)
    plain = [word for word in serve if word != '--skip-networking']
    with (home / 'log').open('ab') as output:
        process = subprocess.Popen([*plain, '--bind-address=127.0.0.1', f'--port={port}', *options], cwd=folder,
                                   stdout=output, stderr=output)
    try:
        wait_until(lambda: process.poll() is not None or reached(socket))
        with mysql.connector.connect(unix_socket=str(socket), user='root') as connection:
            with connection.cursor() as cursor:
                cursor.execute('DROP USER IF EXISTS clinic')
                cursor.execute(f"CREATE USER clinic IDENTIFIED BY '{WORD}'")
                cursor.execute('GRANT ALL ON *.* TO clinic')
        yield port
    finally:
        process.terminate()
        process.wait(60)


def reached(socket):
    with contextlib.suppress(mysql.connector.Error):
        mysql.connector.connect(unix_socket=str(socket), user='root').close()
        return True


def test_only_the_server_that_proves_its_name_is_talked_to(folder, tmp_path):
    tls = [f'--ssl-{part}={folder / file}' for part, file in (('ca', 'ours.pem'), ('cert', 'server.pem'),
                                                              ('key', 'server.key'))]
    with listening(folder, tmp_path, *tls) as port:
        environ = {'DB_HOST': 'localhost', 'DB_PORT': str(port), 'DB_NAME': 'clinic', 'DB_USER': 'clinic',
                   'DB_PASSWORD': WORD, 'DB_TLS_CA': str(folder / 'ours.pem')}
        loaded = command(tmp_path, 'load-schema', **environ)
        saved = command(tmp_path, 'backup', str(tmp_path / 'x.sql.gz'), **environ)
        checked = command(tmp_path, 'check', 'server', **environ)
        for wrong in ({'DB_TLS_CA': str(folder / 'theirs.pem')}, {'DB_HOST': '127.0.0.1'}):
            refused = command(tmp_path, 'load-schema', **{**environ, **wrong})
            assert refused.returncode == 2 and 'ertificate' in refused.stderr and refused.stderr.count('\n') == 1

    assert (loaded.returncode, loaded.stderr) == (0, '')
    assert (saved.returncode, saved.stderr) == (0, '')
    assert checked.returncode == 0, checked.stdout


def test_a_server_that_cannot_prove_itself_hears_no_password(folder, tmp_path):
    with listening(folder, tmp_path, '--skip-ssl' if 'MariaDB' in version() else '--tls-version=') as port:
        refused = command(tmp_path, 'load-schema', DB_HOST='localhost', DB_PORT=str(port), DB_NAME='clinic',
                          DB_USER='clinic', DB_PASSWORD=WORD, DB_TLS_CA=str(folder / 'ours.pem'))

    assert refused.returncode == 2 and 'SSL' in refused.stderr and refused.stderr.count('\n') == 1


def version():
    program = server_program.find(os.environ.get('CLINIC_SERVER_BINARY')).path
    return subprocess.run([program, '--version'], capture_output=True, text=True).stdout
