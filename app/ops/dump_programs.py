"""The server's own programs that write and read a dump: finding them, talking to them, saying why they failed.

Passwords go to them in an option file that only its owner may read: a command line is everybody's to see.
"""

import contextlib
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from app.ops import loader, server_program

SERVERS = {'mariadb': 'MariaDB', 'mysql': 'MySQL'}
PROGRAMS = {('mariadb', 'dump'): ('mariadb-dump', 'mysqldump'), ('mariadb', 'client'): ('mariadb', 'mysql'),
            ('mysql', 'dump'): ('mysqldump',), ('mysql', 'client'): ('mysql',)}
# Debian's packages of the name mysql-client are MariaDB's programs; MySQL's own repository has those of MySQL.
PACKAGES = {'mariadb': 'the package mariadb-client',
            'mysql': 'the package mysql-client of Ubuntu, or mysql-community-client of repo.mysql.com'}


class BackupError(Exception):
    """Nothing was saved or restored; the text says why, for the person who asked."""


@contextlib.contextmanager
def talk(config, command, stdin=subprocess.DEVNULL) -> Iterator[subprocess.Popen]:
    """One of the server's programs at work on our database; BackupError where it fails."""
    with tempfile.TemporaryDirectory(prefix='clinic-') as folder, tempfile.TemporaryFile() as said:
        options = Path(folder, 'options')
        with os.fdopen(os.open(options, os.O_CREAT | os.O_WRONLY, 0o600), 'w') as written:
            written.write(_options(config))
        program, *rest = command
        process = subprocess.Popen([program, f'--defaults-file={options}', *rest, config.db_name], stdin=stdin,
                                   stdout=subprocess.PIPE, stderr=said)
        try:
            yield process
            process.wait()
        finally:
            if process.poll() is None:
                process.kill()
            process.stdout.close()
            with contextlib.suppress(BrokenPipeError):
                process.stdin and process.stdin.close()
            process.wait()
        if process.returncode:
            said.seek(0)
            raise BackupError(_why(program, said.read().decode(errors='replace')))


def _options(config) -> str:
    """An option file of the server's programs; a backslash before what they would take for their own."""
    where = ([('socket', config.db_socket)] if config.db_socket
             else [('host', config.db_host), ('port', config.db_port), ('protocol', 'tcp')])
    if config.db_tls_ca:        # MariaDB's word for "only who proves to be DB_HOST", and MySQL's
        where += [('ssl-ca', config.db_tls_ca), ('loose-ssl-verify-server-cert', 1),
                  ('loose-ssl-mode', 'VERIFY_IDENTITY')]
    pairs = [*where, ('user', config.db_user), ('password', config.db_password)]
    quoted = [(name, re.sub(r'(["\\])', r'\\\1', str(value))) for name, value in pairs]
    return '[client]\n' + ''.join(f'{name}="{value}"\n' for name, value in quoted)


def _why(program, output) -> str:
    errors = [line for line in output.splitlines() if 'rror' in line] or output.splitlines()
    number = re.search(r'\b(?:ERROR|error:?) (\d{4})\b', errors[-1]) if errors else None
    return (loader.REFUSALS.get(int(number[1])) if number else None) or \
        f'{Path(program).name} failed: {errors[-1] if errors else "it does not say why"}.'.replace('..', '.')


def kind_of(link) -> str:
    return 'mariadb' if 'MariaDB' in link.connection.server_info else 'mysql'


def find(config, kind, purpose) -> str:
    """The path of the server's own program: the other kind's does not know how generated columns are to be saved."""
    beside = [str(Path(config.server_binary).parent)] if config.server_binary else []
    folders = os.pathsep.join([*beside, os.environ.get('PATH', os.defpath), *server_program.FOLDERS])
    names = PROGRAMS[kind, purpose]
    for program in filter(None, (shutil.which(name, path=folders) for name in names)):
        version = subprocess.run([program, '--version'], capture_output=True, text=True).stdout
        if ('MariaDB' in version) == (kind == 'mariadb'):
            return program
    raise BackupError(f'{SERVERS[kind]}\'s program {names[0]} is missing here: install {PACKAGES[kind]}.')
