"""Saving the whole database to one file, and bringing it back, with the server's own programs.

A backup is the text that mariadb-dump or mysqldump writes, compressed, under a first line of our own. It shows the
database at one moment, the beginning of the dump, while people go on booking. Who made a trigger or a view (DEFINER)
is left out, so that a file can be restored by an account of another name. Passwords go to the programs in an option
file that only its owner may read: a command line is everybody's to see.
"""

import contextlib
import gzip
import os
import re
import shutil
import subprocess
import tempfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from app import clock
from app.server import loader, server_program

HEADER = b'-- Clinic Appointment Manager: a backup of '
LAST_LINE = b'-- Dump completed'
SERVERS = {'mariadb': 'MariaDB', 'mysql': 'MySQL'}
PROGRAMS = {('mariadb', 'dump'): ('mariadb-dump', 'mysqldump'), ('mariadb', 'client'): ('mariadb', 'mysql'),
            ('mysql', 'dump'): ('mysqldump',), ('mysql', 'client'): ('mysql',)}
PACKAGES = {'mariadb': 'mariadb-client', 'mysql': 'mysql-client'}
DUMP = ('--single-transaction', '--quick', '--skip-lock-tables', '--skip-add-locks', '--triggers', '--hex-blob',
        '--order-by-primary', '--no-tablespaces', '--default-character-set=utf8mb4', '--max-allowed-packet=64M',
        '--loose-set-gtid-purged=OFF', '--loose-column-statistics=0')      # loose: where the program knows it
CLIENT = ('--batch', '--binary-mode', '--default-character-set=utf8mb4', '--max-allowed-packet=64M')
DEFINER = re.compile(rb'DEFINER=`[^`]*`@`[^`]*` ?')
COUNTED = {'tables': re.compile(rb'CREATE TABLE `'), 'views': re.compile(rb'/\*!50001 VIEW `'),
           'triggers': re.compile(rb'/\*!50003 CREATE\*/ .*TRIGGER ')}


class BackupError(Exception):
    """Nothing was saved or restored; the text says why, for the person who asked."""


def save(config, link, file: Path, with_position: bool = False):
    """Write the database of `config` to `file`, whole or not at all, readable by its owner alone. Raises BackupError.

    link: a connection to it. with_position: also note where the server's binary log stands, as a comment.
    """
    if file.exists():
        raise BackupError(f'{file} is there already: a backup never replaces another.')
    kind = _kind(link)
    program = _program(config, kind, 'dump')
    draft = file.with_name(f'{file.name}.{os.getpid()}.part')
    try:
        with os.fdopen(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), 'wb') as disk:
            with gzip.GzipFile(filename='', fileobj=disk, mode='wb', compresslevel=6) as packed, \
                    _talk(config, kind, [program, *DUMP, *(_position(kind) if with_position else ())]) as process:
                packed.write(HEADER + _about(config, kind))
                last = _copy(process.stdout, packed)
            disk.flush()
            os.fsync(disk.fileno())
        if not last.startswith(LAST_LINE):
            raise BackupError(f'{program} stopped in the middle: nothing was saved.')
        draft.rename(file)
    except OSError as error:
        raise BackupError(f'{file} cannot be written: {error.strerror}.') from None
    finally:
        draft.unlink(missing_ok=True)


def restore(config, link, file: Path, replace: bool = False) -> Path | None:
    """Fill the database of `config`, whole or not at all, from a file that save() wrote. Raises BackupError.

    link: a connection that holds the schema's locks. replace: what is there is saved to a file first, which is given
    back; without it a database that holds anything is refused.
    """
    told = inspect(file)
    kind = _kind(link)
    if told['server'] != SERVERS[kind]:
        raise BackupError(f'{file} comes from {told["server"]}, and this server is {SERVERS[kind]}: a backup goes back '
                          'to the kind of server that it was made on.')
    program = _program(config, kind, 'client')
    kept = None
    if link.value('schema/count_tables'):
        if not replace:
            raise BackupError(f'The database {config.db_name} is not empty: name an empty one, or give --replace.')
        kept = file.with_name(f'{config.db_name}-before-restore-{clock.now():%Y%m%d-%H%M%S}.sql.gz')
        save(config, link, kept)
        loader.empty(link, config)
    try:
        _fill(config, kind, program, file)
        _compare(link, told)
    except BaseException:
        loader.empty(link, config)
        if kept:
            _fill(config, kind, program, kept)
        raise
    return kept


def inspect(file: Path) -> dict:
    """What a backup says it holds: server (its kind), tables, views, triggers. Raises BackupError for a damaged one."""
    counts = dict.fromkeys(COUNTED, 0)
    line = b''
    try:
        with gzip.open(file) as lines:
            header = lines.readline(500)
            if not header.startswith(HEADER):
                raise BackupError(f'{file} is not a backup that "python clinic.py backup" made.')
            for line in lines:
                for name, pattern in COUNTED.items():
                    counts[name] += bool(pattern.match(line))
    except gzip.BadGzipFile:
        raise BackupError(f'{file} is not a backup that "python clinic.py backup" made, or it is damaged.') from None
    except (EOFError, zlib.error):
        raise BackupError(f'{file} is damaged: it ends too early, or was changed on the way.') from None
    except OSError as error:
        raise BackupError(f'{file} cannot be read: {error.strerror}.') from None
    if not line.startswith(LAST_LINE):
        raise BackupError(f'{file} is cut short.')
    return {'server': 'MariaDB' if b', MariaDB ' in header else 'MySQL', **counts}


def _about(config, kind) -> bytes:
    return f'{config.db_name}, {SERVERS[kind]} server, {clock.now_utc():%Y-%m-%d %H:%M:%S} UTC\n'.encode()


def _copy(lines, packed) -> bytes:
    """Copy a dump without who made its triggers and views; its last line."""
    line = b''
    for line in lines:
        packed.write(DEFINER.sub(b'', line) if line.startswith(b'/*!500') else line)
    return line


def _fill(config, kind, program, file):
    with _talk(config, kind, [program, *CLIENT], stdin=subprocess.PIPE) as process, gzip.open(file) as packed:
        with contextlib.suppress(BrokenPipeError):      # it gave up, and says why
            shutil.copyfileobj(packed, process.stdin, 2**20)
            process.stdin.close()


def _compare(link, told):
    found = link.one('schema/count_parts')
    wrong = [f'{found[name]} of {told[name]} {name}' for name in COUNTED if found[name] != told[name]]
    if wrong or not link.value('schema/count_loaded', version='schema'):
        raise BackupError(f'The database is not whole after restoring it ({", ".join(wrong) or "no schema"}): it was '
                          'emptied again.')


@contextlib.contextmanager
def _talk(config, kind, command, stdin=subprocess.DEVNULL) -> Iterator[subprocess.Popen]:
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
    pairs = [*where, ('user', config.db_user), ('password', config.db_password)]
    quoted = [(name, re.sub(r'(["\\])', r'\\\1', str(value))) for name, value in pairs]
    return '[client]\n' + ''.join(f'{name}="{value}"\n' for name, value in quoted)


def _why(program, said) -> str:
    errors = [line for line in said.splitlines() if 'rror' in line] or said.splitlines()
    number = re.search(r'\b(?:ERROR|error:?) (\d{4})\b', errors[-1]) if errors else None
    return (loader.REFUSALS.get(int(number[1])) if number else None) or \
        f'{Path(program).name} failed: {errors[-1] if errors else "it does not say why"}.'.replace('..', '.')


def _position(kind) -> list[str]:
    return ['--master-data=2' if kind == 'mariadb' else '--source-data=2']


def _kind(link) -> str:
    return 'mariadb' if 'MariaDB' in link.connection.server_info else 'mysql'


def _program(config, kind, purpose) -> str:
    """The path of the server's own program: the other kind's does not know how generated columns are to be saved."""
    beside = [str(Path(config.server_binary).parent)] if config.server_binary else []
    folders = os.pathsep.join([*beside, os.environ.get('PATH', os.defpath), *server_program.FOLDERS])
    names = PROGRAMS[kind, purpose]
    for program in filter(None, (shutil.which(name, path=folders) for name in names)):
        version = subprocess.run([program, '--version'], capture_output=True, text=True).stdout
        if ('MariaDB' in version) == (kind == 'mariadb'):
            return program
    raise BackupError(f'{SERVERS[kind]}\'s program {names[0]} is missing here: install the package {PACKAGES[kind]}.')
