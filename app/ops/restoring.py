"""Bringing a backup back, whole or not at all, whatever happens meanwhile.

From before the first table goes until the last thing is compared, a table of the name loader.MARK stands in the
database; what is being restored is written in its comment. No program uses a database with that table, so one that was
cut short (kill -9, a power cut) is never taken for the clinic, nor for an empty one: the way out is to restore again.
"""

import contextlib
import gzip
import json
import shutil
import subprocess
from pathlib import Path

from app.ops import backup, dump_programs, loader
from app.ops.dump_programs import SERVERS, BackupError

CLIENT = ('--batch', '--binary-mode', '--default-character-set=utf8mb4', '--max-allowed-packet=64M')


def restore(config, link, file: Path, replace: bool = False) -> Path | None:
    """Fill the database of `config`, whole or not at all, from a file that backup.save() wrote. Raises BackupError.

    link: a connection that holds the schema's locks. replace: what is there is saved to a file first, which is given
    back; without it a database that holds anything is refused, unless it is what a restore that was cut short left.
    """
    head = backup.inspect(file)
    kind = dump_programs.kind_of(link)
    if head['server'] != SERVERS[kind]:
        raise BackupError(f'{file} comes from {head["server"]}, and this server is {SERVERS[kind]}: a backup goes back '
                          'to the kind of server that it was made on.')
    program = dump_programs.find(config, kind, 'client')
    copy = _make_room(config, link, file, replace)
    loader.mark(link, json.dumps({'file': str(file.resolve()), 'kept': str(copy) if copy else None}))
    untouched = link.one('schema/count_parts')
    try:
        loader.empty(link)
        untouched = None
        _fill(config, program, file)
        _compare(link, head)
    except BaseException:
        if link.one('schema/count_parts') != untouched:
            loader.empty(link)
            if copy:
                _fill(config, program, copy)
        loader.unmark(link)
        raise
    loader.unmark(link)
    return copy


def _make_room(config, link, file, replace) -> Path | None:
    """The file with what was there before; None where there was nothing. Raises BackupError where it has to stay."""
    half = loader.half_restored(link)
    if half:
        _refuse_others(link)
        return Path(half['kept']) if half['kept'] else None
    if not link.value('schema/count_tables'):
        return None
    if not replace:
        raise BackupError(f'The database {config.db_name} is not empty: name an empty one, or give --replace.')
    if 'PROCESS' not in {row['may'] for row in link.rows('schema/list_rights')}:
        raise BackupError('DB_USER may not see who else uses the database, whose last changes would be lost: let the '
                          f'server\'s administrator GRANT PROCESS ON *.* TO {link.value("schema/find_account")}.')
    _refuse_others(link)
    copy = backup.new_file(file.resolve().parent, f'{config.db_name}-before-restore-')
    backup.save(config, link, copy)
    _refuse_others(link)        # who came meanwhile has perhaps written what is not in that file
    return copy


def _refuse_others(link):
    others = link.rows('schema/list_others')
    if others:
        who = ', '.join(f'{row["account"]} ({row["connections"]})' for row in others)
        raise BackupError(f'Other programs use the database: {who}. Stop the web processes and workers first.')


def _fill(config, program, file):
    try:
        with gzip.open(file) as packed, \
                dump_programs.talk(config, [program, *CLIENT], stdin=subprocess.PIPE) as process:
            with contextlib.suppress(BrokenPipeError):      # it gave up, and says why
                shutil.copyfileobj(packed, process.stdin, 2**20)
                process.stdin.close()
    except OSError as error:
        raise BackupError(f'{file} cannot be read: {error.strerror}.') from None


def _compare(link, head):
    found = link.one('schema/count_parts')
    wrong = [f'{found[name]} of {head[name]} {name}' for name in backup.COUNTED if found[name] != head[name]]
    if wrong or not link.value('schema/count_loaded', version='schema'):
        raise BackupError(f'The database is not whole after restoring it ({", ".join(wrong) or "no schema"}): it was '
                          'emptied again.')
