"""Saving the whole database to one file, with the server's own program. app/ops/restoring.py brings it back.

A backup is the text that mariadb-dump or mysqldump writes, compressed, under a first line of our own. It shows the
database at one moment, the beginning of the dump, while people go on booking. Who made a trigger or a view (DEFINER)
is left out, so that a file can be restored by an account of another name.
"""

import gzip
import itertools
import os
import re
import zlib
from pathlib import Path

from app import VERSION, clock
from app.ops import dump_programs, loader
from app.ops.dump_programs import SERVERS, BackupError

HEADER = b'-- Clinic Appointment Manager: a backup of '
LAST_LINE = b'-- Dump completed'
WITH_DEMO = ', with the demo clinic'
DUMP = ('--single-transaction', '--quick', '--skip-lock-tables', '--skip-add-locks', '--triggers', '--hex-blob',
        '--order-by-primary', '--no-tablespaces', '--default-character-set=utf8mb4', '--max-allowed-packet=64M',
        '--loose-set-gtid-purged=OFF', '--loose-column-statistics=0')      # loose: where the program knows it
POSITION = {'mariadb': ['--master-data=2'], 'mysql': ['--source-data=2']}
DEFINER = re.compile(rb'DEFINER=`[^`]*`@`[^`]*` ?')
COUNTED = {'tables': re.compile(rb'CREATE TABLE `'), 'views': re.compile(rb'/\*!50001 VIEW `'),
           'triggers': re.compile(rb'/\*!50003 CREATE\*/ .*TRIGGER ')}


def save(config, link, file: Path, with_position: bool = False):
    """Write the database of `config` to `file`, whole or not at all, readable by its owner alone. Raises BackupError.

    link: a connection to it. with_position: also note where the server's binary log stands, as a comment.
    """
    if file.exists():
        raise BackupError(f'{file} is there already: a backup never replaces another.')
    loader.refuse_half_restored(link)
    kind = dump_programs.kind_of(link)
    command = [dump_programs.find(config, kind, 'dump'), *DUMP, *(POSITION[kind] if with_position else ())]
    draft = file.with_name(f'{file.name}.{os.getpid()}.part')
    try:
        with os.fdopen(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), 'wb') as disk:
            with gzip.GzipFile(filename='', fileobj=disk, mode='wb', compresslevel=6) as packed, \
                    dump_programs.talk(config, command) as process:
                packed.write(HEADER + _about(config, kind, link))
                last = _copy(process.stdout, packed)
            disk.flush()
            os.fsync(disk.fileno())
        if not last.startswith(LAST_LINE):
            raise BackupError(f'{command[0]} stopped in the middle: nothing was saved.')
        draft.rename(file)
    except OSError as error:
        raise BackupError(f'{file} cannot be written: {error.strerror}.') from None
    finally:
        draft.unlink(missing_ok=True)


def new_file(folder: Path, beginning: str = '') -> Path:
    """The path of a file that is not there yet, named after the present second in UTC."""
    name = f'{beginning}{clock.now_utc():%Y-%m-%dT%H%M%SZ}'
    numbers = itertools.chain([''], (f'-{number}' for number in itertools.count(2)))
    return next(path for path in (folder / f'{name}{number}.sql.gz' for number in numbers) if not path.exists())


def inspect(file: Path) -> dict:
    """What a backup says it holds: server (its kind), has_demo, tables, views, triggers.

    Raises BackupError for a damaged one.
    """
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
    return {'server': 'MariaDB' if b', MariaDB ' in header else 'MySQL', 'has_demo': WITH_DEMO.encode() in header,
            **counts}


def _about(config, kind, link) -> bytes:
    has_demo = link.value('schema/find_completed') and link.value('schema/count_loaded', version='demo')
    return (f'{config.db_name}, {SERVERS[kind]} server, {clock.now_utc():%Y-%m-%d %H:%M:%S} UTC, '
            f'release {VERSION}{WITH_DEMO if has_demo else ""}\n').encode()


def _copy(lines, packed) -> bytes:
    """Copy a dump without who made its triggers and views; its last line."""
    line = b''
    for line in lines:
        packed.write(DEFINER.sub(b'', line) if line.startswith(b'/*!500') else line)
    return line
