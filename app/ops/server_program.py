"""The programs behind the private database server: finding mariadbd or mysqld, its options, its first data."""

import contextlib
import dataclasses
import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

NAMES = ('mariadbd', 'mysqld')
# where servers are kept although an ordinary user's PATH leaves them out
FOLDERS = ('/usr/sbin', '/usr/local/sbin', '/usr/local/bin', '/usr/libexec', '/opt/homebrew/bin')
OLDEST = {'mariadb': (10, 6, 0), 'mysql': (8, 0, 16)}
ROOM_TO_CREATE = 300  # MB that a new data directory takes, with a little to spare
SECONDS_TO_CREATE = 300
DISK_FULL = re.compile(r'no space left|disk is full|err(?:or|no|code)\b\D{0,20}\b28\b', re.IGNORECASE)


class ServerError(Exception):
    """The private database server cannot be had; the text is one sentence for the person who started the app."""


@dataclasses.dataclass(frozen=True)
class Program:
    """A server program. kind: 'mariadb' or 'mysql'."""

    path: Path
    kind: str

    def options(self, data: Path) -> list[str]:
        """The command that every use of the program begins with.

        Temporary files lie beside the data: a server that starts removes what it finds in the place for them, and in
        the system's common one that would be another server's.
        """
        temporary = data.parent / 'tmp'
        temporary.mkdir(mode=0o700, exist_ok=True)
        as_root = ['--user=root'] if os.geteuid() == 0 else []
        return [str(self.path), '--no-defaults', f'--datadir={data}', f'--tmpdir={temporary}', *as_root]


def find(wanted: str | None) -> Program:
    """The server program: `wanted` (CLINIC_SERVER_BINARY), else mariadbd or mysqld. Raises ServerError."""
    path = _which(wanted)
    if path is None and wanted:
        raise ServerError(f'CLINIC_SERVER_BINARY is {wanted}, and there is no such program.')
    if path is None:
        raise ServerError('No database server was found: install MariaDB (mariadbd) or MySQL (mysqld), '
                          'or set DB_HOST, DB_NAME, DB_USER and DB_PASSWORD to use a server of your own.')
    try:
        answer = subprocess.run([path, '--version'], capture_output=True, text=True, timeout=30).stdout
    except (OSError, subprocess.SubprocessError) as error:
        raise ServerError(f'{path} cannot be run: {error}.') from None
    kind = 'mariadb' if 'MariaDB' in answer else 'mysql'
    version = re.search(r'Ver (\d+)\.(\d+)\.(\d+)', answer)
    if not version:
        raise ServerError(f'{path} is neither MariaDB nor MySQL: it does not tell its version.')
    if tuple(map(int, version.groups())) < OLDEST[kind]:
        oldest = '.'.join(map(str, OLDEST[kind]))
        raise ServerError(f'{path} is version {".".join(version.groups())}; this program needs {oldest} or newer.')
    return Program(Path(path), kind)


def _which(wanted: str | None) -> str | None:
    folders = os.pathsep.join([os.environ.get('PATH', os.defpath), *FOLDERS])
    return next(filter(None, (shutil.which(name, path=folders) for name in ((wanted,) if wanted else NAMES))), None)


def serve_command(program: Program, data: Path, socket: Path) -> list[str]:
    """The command of a small server that listens on `socket` and nowhere else, and keeps what it has confirmed."""
    only_mysql = ['--mysqlx=OFF', '--secure-file-priv=NULL', '--event-scheduler=OFF']
    return [
        *program.options(data), f'--socket={socket}', '--skip-networking', '--skip-name-resolve', '--skip-log-bin',
        '--local-infile=OFF', '--character-set-server=utf8mb4', '--collation-server=utf8mb4_unicode_ci',
        '--innodb-flush-log-at-trx-commit=1', '--innodb-buffer-pool-size=128M', '--performance-schema=OFF',
        '--max-connections=200', *(only_mysql if program.kind == 'mysql' else []),
    ]


def create_data(program: Program, home: Path, log: Path, held: int):
    """Create `home`/data, whole or not at all. Raises ServerError.

    held: a file descriptor the created processes keep open, so that its lock outlives an app killed meanwhile.
    """
    for leftover in home.glob('new-*'):  # of an app killed while it was here
        shutil.rmtree(leftover, ignore_errors=True)
    room = shutil.disk_usage(home).free // 2**20
    if room < ROOM_TO_CREATE:
        raise ServerError(f'The disk is full: {home} has {room} MB free, a new database takes {ROOM_TO_CREATE} MB.')
    new = Path(tempfile.mkdtemp(prefix='new-', dir=home))
    try:
        command, text = _create_command(program, new)
        with log.open('wb') as output:
            done = subprocess.run(command, input=text, stdout=output, stderr=subprocess.STDOUT, pass_fds=[held],
                                  timeout=SECONDS_TO_CREATE)
        if done.returncode:
            raise ServerError(f'The database could not be created: {why(log)}')
        new.rename(home / 'data')
    except subprocess.TimeoutExpired:
        raise ServerError(f'The database could not be created in {SECONDS_TO_CREATE} s: {why(log)}') from None
    finally:
        shutil.rmtree(new, ignore_errors=True)


def _create_command(program: Program, new: Path) -> tuple[list[str], bytes]:
    """The command that creates system tables in `new`, and what it reads. mysqld knows how; mariadbd must be told."""
    if program.kind == 'mysql':
        return [*program.options(new), '--initialize-insecure', '--skip-log-bin'], b''
    usage = subprocess.run([program.path, '--no-defaults', '--verbose', '--help'], capture_output=True, text=True)
    scripts = Path(re.search(r'^character-sets-dir\s+(.+)$', usage.stdout, re.MULTILINE)[1]).parent
    text = b'CREATE DATABASE mysql;\nUSE mysql;\nSET @auth_root_socket = NULL;\n'  # root needs no password
    for name in ('_system_tables.sql', '_performance_tables.sql', '_system_tables_data.sql'):
        found = sorted(scripts.glob(f'*{name}'))  # mysql_… in older releases, mariadb_… in newer ones
        if not found:
            raise ServerError(f'{scripts} lacks the file mysql{name}, which belongs to {program.path}.')
        text += found[0].read_bytes()
    return [*program.options(new), '--bootstrap', '--skip-log-bin', '--max-allowed-packet=8M'], text


def why(log: Path) -> str:
    """What the server's log says went wrong, as the end of a sentence."""
    text = ''
    with contextlib.suppress(OSError):
        text = log.read_text(errors='replace')[-65536:]
    if DISK_FULL.search(text):
        return f'the disk is full ({log.parent}).'
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    telling = [line for line in lines if 'ERROR' in line] or lines[-1:] or ['it gave no reason']
    reason = re.sub(r'^[-\dT:. Z]+(\d+ )?(\[[-\w]+\] ?)*', '', telling[0])[:300]
    return f'{reason.rstrip(".")} (the whole log: {log}).'
