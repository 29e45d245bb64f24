"""Servers to be measured, and what is known of the clinic in them."""

import contextlib
import datetime as dt
import os
import resource
import socket
import subprocess
import sys
import time
from pathlib import Path

from app import clock, database
from app.accounts import sessions
from app.ops import loader
from app.visitor import Visitor

HERE = Path(__file__).parent
STAFF = range(1, 9)             # the ids that people.sql gives
FIRST_PATIENT_ACCOUNT = 9
# Who has an account of their own, 10,000 and their own number, and no visits ahead.
ALONE = [patient_id for patient_id in range(1, 2305) if (patient_id - 1) % 288 >= 144]


@contextlib.contextmanager
def running(*command: str, port: int, **environ: str):
    """A Python program that answers on a port of this machine."""
    process = subprocess.Popen([sys.executable, *command], env={**os.environ, **environ}, cwd=HERE.parent,
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        while not _answers(port):
            if process.poll() is not None:
                raise RuntimeError(f'{" ".join(command)} ended with {process.returncode}')
            time.sleep(.05)
        yield process
    finally:
        process.terminate()
        process.wait()


def _answers(port):
    try:
        with socket.create_connection(('127.0.0.1', port)):
            return True
    except OSError:
        return False


def free_port() -> int:
    """A port that nobody uses just now."""
    with socket.create_server(('127.0.0.1', 0)) as one:
        return one.getsockname()[1]


def resident(process) -> float:
    """The memory of a process in MB."""
    pages = int(Path(f'/proc/{process.pid}/statm').read_text().split()[1])
    return pages * resource.getpagesize() / 1e6


def link(settings) -> database.Link:
    """A connection of its own, past the pool; a statement may take half an hour."""
    where = {'user': settings.db_user, 'password': settings.db_password, 'database': settings.db_name}
    return database.Link(database.connect(unix_socket=settings.db_socket, read_timeout=1800, **where))


def script(settings, name: str, **variables):
    """Run one of the SQL files beside this module, with session variables."""
    own = link(settings)
    with own.connection.cursor() as cursor:
        for variable, value in variables.items():
            cursor.execute(f'SET @{variable} = %s', (value,))
        for statement in loader.statements((HERE / name).read_text()):
            cursor.execute(statement)
        cursor.execute('ANALYZE TABLE users, staff, staff_services, services, rooms, room_services, working_hours,'
                       ' spans, patients, appointments, claims, appointment_history, notifications, audit_log')
        cursor.fetchall()
    own.connection.close()


def settle(settings, seconds: int = 300):
    """Wait until the server has written to its files what it has only in memory: loading a million rows leaves it busy
    for a while. Raises RuntimeError if that takes longer than so many seconds."""
    own, deadline = link(settings), time.monotonic() + seconds
    with own.connection.cursor() as cursor:
        cursor.execute('SET @usual = @@GLOBAL.innodb_max_dirty_pages_pct')
        cursor.execute('SET GLOBAL innodb_max_dirty_pages_pct = 0')
        while True:
            cursor.execute("SHOW GLOBAL STATUS LIKE 'Innodb_buffer_pool_pages_dirty'")
            if int(cursor.fetchall()[0][1]) < 20:
                break
            if time.monotonic() > deadline:
                raise RuntimeError(f'the server is still writing after {seconds} seconds')
            time.sleep(.2)
        cursor.execute('SET GLOBAL innodb_max_dirty_pages_pct = @usual')
    own.connection.close()


def account_of(patient_id: int) -> int:
    """The account of one of ALONE."""
    return 10_000 + patient_id


def sign_in(user_id: int = FIRST_PATIENT_ACCOUNT) -> str:
    """A session's token of a patient's account."""
    with database.transaction() as tx:
        return sessions.start(tx, Visitor(user_id, 'patient'))


def working_day(ahead: int):
    """A working day some days from today."""
    day = clock.today() + dt.timedelta(days=ahead)
    return day - dt.timedelta(days=max(0, day.weekday() - 4))
