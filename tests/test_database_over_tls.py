"""DB_TLS_CA: a database server is talked to only when it proves by its certificate that it is the one."""

import contextlib
import datetime as dt
import os
import socket
import ssl
import subprocess
import threading
from types import SimpleNamespace

import mysql.connector
import pytest

from app.ops import checks, server_program, upkeep
from tests.support.processes import command, free_port, server_without

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
def listening(home, *options):
    """A server of its own that listens on TCP: its port."""
    port = free_port()
    with server_without('--skip-networking', home, '--bind-address=127.0.0.1', f'--port={port}', *options) as server:
        with mysql.connector.connect(unix_socket=str(server[1]), user='root') as connection:
            with connection.cursor() as cursor:
                cursor.execute('DROP USER IF EXISTS clinic')
                cursor.execute(f"CREATE USER clinic IDENTIFIED BY '{WORD}'")
                cursor.execute('GRANT ALL ON *.* TO clinic')
        yield port


def test_only_the_server_that_proves_its_name_is_talked_to(folder, tmp_path):
    tls = [f'--ssl-{part}={folder / file}' for part, file in (('ca', 'ours.pem'), ('cert', 'server.pem'),
                                                              ('key', 'server.key'))]
    with listening(tmp_path, *tls) as port:
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


@contextlib.contextmanager
def shown(folder):
    """A port on which our certificate is shown."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / 'server.pem', folder / 'server.key')
    with socket.create_server(('127.0.0.1', 0)) as listening:
        def show():
            with contextlib.suppress(OSError), context.wrap_socket(listening.accept()[0], server_side=True):
                pass
        threading.Thread(target=show, daemon=True).start()
        yield listening.getsockname()[1]


@pytest.mark.parametrize('trusted, host, said', [
    (True, 'localhost', 'The certificate of localhost ends on 20[-0-9]{8}: is it renewed?'),
    (True, '127.0.0.1', 'The certificate of 127.0.0.1 does not hold: IP address mismatch'),
    (False, 'localhost', 'The certificate of localhost does not hold: '),
])
def test_a_certificate_that_ends_or_does_not_hold_is_told(folder, monkeypatch, trusted, host, said):
    if trusted:
        monkeypatch.setenv('SSL_CERT_FILE', str(folder / 'ours.pem'))
    with shown(folder) as port:
        seen = SimpleNamespace(settings=SimpleNamespace(url=f'https://{host}:{port}'), figures={})
        with pytest.raises(checks.Wrong, match=said):
            upkeep.certificate(seen)
        monkeypatch.setattr(upkeep, 'ENDS_SOON', dt.timedelta(days=1))
    if trusted and host == 'localhost':
        with shown(folder) as port:
            seen.settings.url = f'https://localhost:{port}'
            assert 'holds until 20' in upkeep.certificate(seen) and seen.figures['certificate_ends_utc'][-1] == 'Z'
    assert 'cannot be reached from here' in upkeep.certificate(
        SimpleNamespace(settings=SimpleNamespace(url=f'https://localhost:{free_port()}'), figures={}))


def test_a_server_that_cannot_prove_itself_hears_no_password(folder, tmp_path):
    with listening(tmp_path, '--skip-ssl' if 'MariaDB' in version() else '--tls-version=') as port:
        refused = command(tmp_path, 'load-schema', DB_HOST='localhost', DB_PORT=str(port), DB_NAME='clinic',
                          DB_USER='clinic', DB_PASSWORD=WORD, DB_TLS_CA=str(folder / 'ours.pem'))

    assert refused.returncode == 2 and 'SSL' in refused.stderr and refused.stderr.count('\n') == 1


def version():
    program = server_program.find(os.environ.get('CLINIC_SERVER_BINARY')).path
    return subprocess.run([program, '--version'], capture_output=True, text=True).stdout
