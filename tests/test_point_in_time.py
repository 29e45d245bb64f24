"""docs/backup.md, "To any moment": a backup and the binary log make the database of any moment since."""

import datetime as dt
import os
import re
import shutil
import subprocess

import pytest

from tests.support.processes import ROOT, command, server_without, wait_until

LOGGED = ('--log-bin=binlog', '--binlog-format=ROW', '--log-bin-trust-function-creators=1', '--sync-binlog=1',
          '--binlog-expire-logs-seconds=1209600', '--server-id=1')
RIGHTS = {'mariadb': 'RELOAD, BINLOG MONITOR', 'mysql': 'RELOAD, REPLICATION CLIENT'}
PROGRAMS = {'mariadb': ('mariadb-binlog', 'mariadb'), 'mysql': ('mysqlbinlog', 'mysql')}
ONLY_MYSQL = {'mariadb': [], 'mysql': ['--skip-gtids']}


@pytest.fixture
def logged(tmp_path):
    """A server that keeps a binary log as the page says, with the accounts of db/grants.sql: program, socket, data."""
    with server_without('--skip-log-bin', tmp_path, *LOGGED) as (program, socket):
        grants = (ROOT / 'db/grants.sql').read_text() + f"""
            CREATE USER saver@localhost IDENTIFIED BY 'saver-word';
            GRANT SELECT, SHOW VIEW, TRIGGER ON clinic.* TO saver@localhost;
            GRANT {RIGHTS[program.kind]} ON *.* TO saver@localhost;"""
        shell(program, socket, grants, database='mysql')
        yield program, socket, tmp_path / 'data'


def tool(program, number):
    """The path of one of the server's own programs: beside it, or on the PATH."""
    folders = os.pathsep.join([str(program.path.parent), os.environ['PATH']])
    found = shutil.which(PROGRAMS[program.kind][number], path=folders)
    assert found, f'{PROGRAMS[program.kind][number]} is missing: `make test` brings it'
    return found


def shell(program, socket, sql, database='clinic'):
    """What the server's own client prints, typed to as the administrator."""
    done = subprocess.run([tool(program, 1), '--no-defaults', '--default-character-set=utf8mb4', '--user=root',
                           f'--socket={socket}', '--skip-column-names', database],
                          input=sql, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_moment_before_a_mishap_comes_back(logged, tmp_path):
    program, socket, data = logged
    reach = {'DB_SOCKET': str(socket), 'DB_NAME': 'clinic', 'CLINIC_TIMEZONE': 'Europe/Berlin'}
    owner = {**reach, 'CLINIC_DEMO': '1', 'DB_USER': 'clinic_owner', 'DB_PASSWORD': 'OWNER_PASSWORD'}
    file = tmp_path / 'clinic.sql.gz'
    count = 'SELECT COUNT(*) FROM appointments; SELECT COUNT(*) FROM claims; SELECT full_name FROM patients LIMIT 1;'
    loaded = command(tmp_path, 'load-schema', **owner)         # with the demo clinic in it
    assert loaded.returncode == 0, loaded.stderr
    shell(program, socket, 'FLUSH BINARY LOGS')
    saved = command(tmp_path, 'backup', '--position', str(file), **reach, DB_USER='saver', DB_PASSWORD='saver-word')
    assert saved.returncode == 0, saved.stderr

    shell(program, socket, "UPDATE patients SET full_name = 'Zoë Ångström 😀';"
                           "UPDATE appointments SET status = 'cancelled' WHERE status = 'booked' LIMIT 3;"
                           'FLUSH BINARY LOGS;'
                           "DELETE FROM appointments WHERE status = 'cancelled' LIMIT 1;")
    wanted = shell(program, socket, count)
    until = next_second()
    shell(program, socket, 'DELETE FROM appointments;')

    restored = command(tmp_path, 'restore', '--replace', '--yes', str(file), **owner)
    assert restored.returncode == 0, restored.stderr
    assert shell(program, socket, count) != wanted
    line = subprocess.run(['zgrep', '-m', '1', 'CHANGE ', file], capture_output=True, text=True, check=True).stdout
    first, position = re.search(r"LOG_FILE='(.*?)', \w*LOG_POS=(\d+)", line).groups()
    files = sorted(path for path in data.glob('binlog.0*') if path.name >= first)
    replayed = subprocess.run([tool(program, 0), '--no-defaults', '--disable-log-bin', '--database=clinic',
                               f'--start-position={position}', f'--stop-datetime={until:%Y-%m-%d %H:%M:%S}',
                               *ONLY_MYSQL[program.kind], *files],
                              capture_output=True, check=True).stdout
    shell(program, socket, replayed.decode())

    assert len(files) > 1 and shell(program, socket, count) == wanted


def next_second():
    """The next full second of this machine's clock, once it has begun: what is logged from now on is not before it."""
    until = dt.datetime.now().replace(microsecond=0) + dt.timedelta(seconds=1)
    wait_until(lambda: dt.datetime.now() >= until)
    return until
