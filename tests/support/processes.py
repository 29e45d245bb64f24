"""Processes that the tests start: apps that use a private server, and `python clinic.py` itself."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import mysql.connector

from app.ops import server_program

ROOT = Path(__file__).parent.parent.parent

# An app that only starts the server, says where it is, and leaves it when it is told to.
APP = '''
import os, sys
from app import config
from app.ops import private_server
from app.ops import server_program
server_program.ROOM_TO_CREATE = int(os.environ.get('ROOM_TO_CREATE', server_program.ROOM_TO_CREATE))
private_server.SECONDS_TO_TAKE_OVER = int(os.environ.get('SECONDS_TO_TAKE_OVER', private_server.SECONDS_TO_TAKE_OVER))
if 'BECOME' in os.environ:
    os.setgroups([])
    os.setgid(int(os.environ['BECOME']))
    os.setuid(int(os.environ['BECOME']))
try:
    print(private_server.start(config.load(env_file='/none')), flush=True)
except private_server.ServerError as error:
    sys.exit(f'refused: {error}')
sys.stdin.readline()
private_server.stop()
'''

class App:
    """A process that uses the private server. After start(), `socket` says where the server listens."""

    def __init__(self, folder, **environ):
        self.process = subprocess.Popen([sys.executable, '-c', APP], cwd=ROOT, text=True, stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                        env=environment(folder, **environ))

    def wait(self):
        self.socket = self.process.stdout.readline().strip()
        assert self.socket, self.process.stderr.read()
        return self

    def refused(self):
        """What it said instead of starting."""
        _, said = self.process.communicate(timeout=60)
        assert self.process.returncode == 1
        return said.strip().removeprefix('refused: ')

    def kill(self):
        self.process.kill()
        self.process.communicate()

    def stop(self):
        _, said = self.process.communicate('\n', timeout=60)
        assert (self.process.returncode, said) == (0, '')


@contextlib.contextmanager
def running(folder, **environ):
    app = App(folder, **environ)
    try:
        yield app.wait()
    finally:
        if app.process.poll() is None:
            app.stop()


def wait_until(true, seconds=30):
    deadline = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.005)


@contextlib.contextmanager
def server_without(word, folder, *options):
    """A database server in a folder as ours, but without one word of its command and with other options: its program
    and socket. Afterwards it is stopped; its data stays."""
    program = server_program.find(os.environ.get('CLINIC_SERVER_BINARY'))
    data, socket, log = folder / 'data', folder / 'socket', folder / 'server.log'
    if not data.exists():
        with log.open('a') as held:
            server_program.create_data(program, folder, log, held.fileno())
    ours = server_program.serve_command(program, data, socket)
    with log.open('ab') as output:
        process = subprocess.Popen([*(one for one in ours if one != word), *options], cwd=folder, stdout=output,
                                   stderr=output)
    try:
        wait_until(lambda: process.poll() is not None or answers(socket))
        yield program, socket
    finally:
        process.terminate()
        process.wait(60)


def answers(socket):
    """Whether a database server answers at this socket."""
    with contextlib.suppress(mysql.connector.Error):
        mysql.connector.connect(unix_socket=str(socket), user='root').close()
        return True


def lives(pid):
    """Whether the process runs; one that ended and waits for its parent's notice does not."""
    with contextlib.suppress(FileNotFoundError):
        return 'State:\tZ' not in Path(f'/proc/{pid}/status').read_text()
    return False


def environment(folder, **environ):
    """What a process of ours gets: nothing of the tester's own settings but the server program."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(('CLINIC_', 'DB_', 'SMTP_'))}
    binary = os.environ.get('CLINIC_SERVER_BINARY', '')
    return {**kept, 'CLINIC_LOCAL_DIR': str(folder), 'CLINIC_SERVER_BINARY': binary, **environ}


def command(folder, *arguments, typed='', **environ):
    """Run `python clinic.py ARGUMENTS` to its end; the finished process with stdout and stderr."""
    return subprocess.run([sys.executable, 'clinic.py', *arguments], cwd=ROOT, input=typed, capture_output=True,
                          text=True, timeout=120, env=environment(folder, **environ))


class Clinic:
    """A running `python clinic.py serve` on a port of its own, in `with`. said: the lines it greets with."""

    def __init__(self, folder, **environ):
        self.folder = folder
        self.port = environ.pop('CLINIC_PORT', None) or free_port()
        self.environ = environ

    def __enter__(self):
        self.log = Path(f'{self.folder}.log').open('w+')
        self.process = subprocess.Popen(
            [sys.executable, 'clinic.py', 'serve'], cwd=ROOT, stdout=subprocess.PIPE, stderr=self.log, text=True,
            env=environment(self.folder, CLINIC_PORT=str(self.port), **self.environ))
        self.said = []
        while not any(line.startswith('driver: ') for line in self.said):
            line = self.process.stdout.readline().strip()
            assert line, self.errors()
            self.said.append(line)
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.stop()
        self.log.close()

    def stop(self, how=signal.SIGTERM):
        """Ask it to stop; its exit code."""
        self.process.send_signal(how)
        self.process.communicate(timeout=60)
        return self.process.returncode

    def errors(self):
        self.log.seek(0)
        return self.log.read()


def free_port():
    with socket.create_server(('127.0.0.1', 0)) as taken:
        return taken.getsockname()[1]
