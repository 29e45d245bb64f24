"""The private database server: where no database is configured, the app runs its own under CLINIC_LOCAL_DIR.

It listens on a Unix socket in a folder that only its owner may enter, and nowhere else. Apps on one folder share it:
the first starts it, the last stops it. Three locks, which the system releases however a process ends, say who is there:

    starting.lock   held by whoever starts or stops the server, and by the programs that create its data
    apps.lock       held (shared) by every app that uses the server
    server.lock     held by the server itself: inherited, so it is held exactly as long as the process in `pid` lives

So an app that was killed leaves nothing behind but a running server, which the next one takes over.
"""

import contextlib
import dataclasses
import fcntl
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from pathlib import Path
from typing import IO

from app.ops import server_program
from app.ops.server_program import ServerError

SOCKET_LENGTH = 100  # bytes; the systems' limits are 103 and 107
SECONDS_TO_START = 120  # after a crash it reads its log first
SECONDS_TO_TAKE_OVER = 30
SECONDS_TO_STOP = 60
PAUSE = 0.02  # between looks at the socket or a lock


@dataclasses.dataclass
class _Used:
    """The server this process uses. program: what serves; child: set where this process started it."""

    home: Path
    apps: IO
    program: server_program.Program | None = None
    child: subprocess.Popen | None = None


_used: _Used | None = None


def start(config) -> Path:
    """Make sure the private server runs, and give its socket. Raises ServerError. Pair with stop()."""
    global _used
    program = server_program.find(config.server_binary)
    home = _home(config)
    try:
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
        home.chmod(0o700)
        with _only_one(home) as held:
            _used = _Used(home, _locked(home / 'apps.lock', fcntl.LOCK_SH), program)
            try:
                return _running(_used, held)
            except BaseException:
                _leave(_used)
                _used = None
                raise
    except OSError as error:
        raise ServerError(f'CLINIC_LOCAL_DIR is {config.local_dir}, which cannot be used: {error.strerror}.') from None


def stop():
    """Leave the server; the last app that does so stops it."""
    global _used
    if _used:
        with _only_one(_used.home):
            _leave(_used)
        _used = None


def revive() -> bool:
    """Start the server again where it has ended while this process uses it; whether it had. Raises ServerError."""
    if not _used or _lives(_used.home):
        return False
    with _only_one(_used.home) as held:
        if _used.child:
            _used.child.wait()
        _running(_used, held)
    return True


def has_data(config) -> bool:
    """Whether the private server has data. Raises ServerError."""
    return (_home(config) / 'data').exists()


def refuse_apps(config):
    """Raise ServerError while an app uses the private server."""
    with _without_apps(_home(config)):
        pass


def erase(config):
    """Delete the private server's data. Raises ServerError while an app uses it."""
    home = _home(config)
    if not home.exists():
        return
    with _without_apps(home) as apps:
        _end(_Used(home, apps))
        if (home / 'data').exists():
            shutil.rmtree((home / 'data').rename(home / 'new-erased'))  # never leave half a `data`


def _home(config) -> Path:
    """Where the data is kept: the two kinds of server cannot read one another's."""
    return config.local_dir / server_program.find(config.server_binary).kind


@contextlib.contextmanager
def _without_apps(home: Path):
    """Let nobody use the server meanwhile; the file of that lock. Raises ServerError while an app does."""
    with _only_one(home), (home / 'apps.lock').open('a') as apps:
        try:
            fcntl.flock(apps, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise ServerError(f'An app still uses the database in {home}: stop it first.') from None
        yield apps


def _running(used: _Used, held: IO) -> Path:
    """The socket of a server that answers: the one that is there, or a new one."""
    program = used.program
    place = _socket_path(used.home)
    if _lives(used.home):
        if _answers(used.home, place, SECONDS_TO_TAKE_OVER):
            return place
        _end(used)
    log = used.home / 'server.log'
    if not (used.home / 'data').exists():
        server_program.create_data(program, used.home, log, held.fileno())
    used.child = _spawn(used.home, server_program.serve_command(program, used.home / 'data', place), place, log)
    if not _answers(used.home, place, SECONDS_TO_START):
        raise ServerError(f'The database server {program.path} did not start: {server_program.why(log)}')
    return place


def _spawn(home: Path, command: list[str], place: Path, log: Path) -> subprocess.Popen:
    for leftover in (home / 'pid', place, Path(f'{place}.lock')):
        leftover.unlink(missing_ok=True)
    # The shell writes its process id and becomes the server. A session of its own, for Ctrl-C is meant for the app.
    with _locked(home / 'server.lock', fcntl.LOCK_EX) as lock, log.open('wb') as output:
        return subprocess.Popen(['/bin/sh', '-c', 'echo $$ >"$0" && exec "$@"', str(home / 'pid'), *command],
                                stdin=subprocess.DEVNULL, stdout=output, stderr=output, cwd=home,
                                pass_fds=[lock.fileno()], start_new_session=True)


def _leave(used: _Used):
    """Let go of the server, and end it where no other app uses it. Only under starting.lock."""
    with used.apps:
        try:
            fcntl.flock(used.apps, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return
        _end(used)
        _forget_socket(used.home)


def _end(used: _Used):
    for patience, how in ((SECONDS_TO_STOP, signal.SIGTERM), (5, signal.SIGKILL)):
        deadline = time.monotonic() + patience
        if _lives(used.home):
            os.kill(int((used.home / 'pid').read_text()), how)
        while _lives(used.home) and time.monotonic() < deadline:
            time.sleep(PAUSE)
    if used.child:
        used.child.wait()


# ---- looking


def _answers(home: Path, place: Path, patience: float) -> bool:
    """Wait until the server greets (true), ends, or `patience` seconds are over (false)."""
    deadline = time.monotonic() + patience
    while _lives(home) and time.monotonic() < deadline:
        with socket.socket(socket.AF_UNIX) as client, contextlib.suppress(OSError):
            client.settimeout(1)
            client.connect(str(place))
            if client.recv(1):
                return True
        time.sleep(PAUSE)
    return False


def _lives(home: Path) -> bool:
    """Is there a server process of ours? It alone holds server.lock."""
    try:
        _locked(home / 'server.lock', fcntl.LOCK_EX | fcntl.LOCK_NB).close()
    except BlockingIOError:
        return True
    return False


# ---- locks and the socket's place


def _locked(path: Path, how: int) -> IO:
    file = path.open('a')
    try:
        fcntl.flock(file, how)
    except BaseException:
        file.close()
        raise
    return file


@contextlib.contextmanager
def _only_one(home: Path):
    """Hold starting.lock; give its file."""
    deadline = time.monotonic() + SECONDS_TO_START
    while True:
        try:
            held = _locked(home / 'starting.lock', fcntl.LOCK_EX | fcntl.LOCK_NB)
            break
        except BlockingIOError:
            if time.monotonic() > deadline:
                raise ServerError(f'Another start of this application has been busy in {home} for '
                                  f'{SECONDS_TO_START} seconds: stop it first.') from None
            time.sleep(PAUSE)
    with held:
        yield held


def _socket_path(home: Path) -> Path:
    """`home`/socket, or where that is too long for a socket's name, one in a private folder that `home` remembers."""
    near = home / 'socket'
    if len(os.fsencode(near)) <= SOCKET_LENGTH:
        return near
    note = home / 'socket-folder'
    folder = Path(note.read_text()) if note.exists() else None
    if folder is None or not _is_private(folder):
        folder = Path(tempfile.mkdtemp(prefix='clinic-'))
        note.write_text(str(folder))
    return folder / 'socket'


def _is_private(folder: Path) -> bool:
    """Still the folder we made, which nobody else may enter?"""
    with contextlib.suppress(OSError):
        found = folder.lstat()
        return found.st_mode & 0o170777 == 0o040700 and found.st_uid == os.geteuid()
    return False


def _forget_socket(home: Path):
    note = home / 'socket-folder'
    if note.exists():
        shutil.rmtree(note.read_text(), ignore_errors=True)
        note.unlink()
