"""The database is killed, cut off and out of room while patients book: nothing acknowledged is lost, nothing is half.

`make check-faults` runs this and check_strain.py. (Not part of `make test`: it takes minutes.) Every fault is counted,
and so is what was asked of it: a run in which nothing was broken proves nothing.
"""

import contextlib
import os
import random
import subprocess
import tempfile
import time
from pathlib import Path

import pytest

from tests.faults.faulty import FOLDERS, clinic
from tests.support.load import Load
from tests.support.processes import wait_until
from tests.support.proxy import Proxy, wait_for

pytestmark = pytest.mark.timeout(600)
KILLS = 15
CUTS, CUTS_AT_COMMIT, STALLS = 300, 90, 30
FORGET = 'DELETE FROM appointments WHERE request_key IS NOT NULL'        # the others are why people are known
FILLS, ROOM = 3, '480m'


def test_the_database_killed_again_and_again(capsys):
    with clinic() as found, found.serve() as web:
        found.use(web)
        assert_durable(found)
        memory, files = warm(found)
        seed, firsts, kills = random.randrange(10 ** 6), [], 0
        with Load(found, seed=seed) as load:
            for _ in range(KILLS):
                begun = time.monotonic()
                wait_until(lambda begun=begun: load.count('ok', begun) >= 25)
                found.database.kill()
                killed, kills = time.monotonic(), kills + 1
                wait_until(lambda killed=killed: load.count('unknown', killed) >= 3)
                found.database.start()
                restarted = time.monotonic()
                wait_until(lambda since=restarted: load.first_success(since) is not None)
                firsts.append(load.first_success(restarted))
        judged, there = load.judge(found.database.shell)
        memory_after, files_after = warm(found)
        say(capsys, f'kill -9 of the database, {kills} times (seed {seed}): {load.figures()}; judged {dict(judged)}, '
            f'of the unknown {there} there; first success {max(firsts):.2f} s after the server answers at most; '
            f'memory {memory:.0f} → {memory_after:.0f} MB, open files {files} → {files_after}')

    assert kills == KILLS == len(firsts) and judged['unknown'] > 0 and judged['fail'] > 0
    assert max(firsts) < 5
    assert memory_after < memory + 20 and files_after <= files + 2


def test_the_conversation_cut_and_stalled_anywhere(capsys):
    seed = random.randrange(10 ** 6)
    with clinic() as found, Proxy(found.database.port, seed) as proxy, \
            found.serve(DB_HOST='127.0.0.1', DB_PORT=str(proxy.port), DB_USER='clinic') as web:
        found.use(web)
        memory, files = warm(found)
        with Load(found, seed=seed) as load:
            proxy.chance = 0.005
            wait_for(proxy, CUTS, CUTS_AT_COMMIT, STALLS, 240)
            proxy.chance, healed = 0, time.monotonic()
            wait_until(lambda: load.count('ok', healed) >= 25, 60)
        judged, there = load.judge(found.database.shell)
        memory_after, files_after = warm(found)
        say(capsys, f'the conversation broken (seed {seed}): {dict(proxy.counts)}, in {load.seconds:.0f} s; '
            f'{load.figures()}; judged {dict(judged)}, of the unknown {there} there; '
            f'memory {memory:.0f} → {memory_after:.0f} MB, open files {files} → {files_after}')

    assert judged['unknown'] > 0 and judged['fail'] > 0
    assert load.slowest() < 10          # a lost answer is waited for 5 s, the locks it leaves behind for 2
    assert memory_after < memory + 20 and files_after <= files + 2


def test_the_disk_full(capsys):
    assert os.geteuid() == 0, 'a small disk has to be mounted: run this as root'
    fills = 0
    with small_disk() as disk, clinic(disk) as found, found.serve() as web:
        found.use(web)
        memory, files = warm(found)
        loads = []
        for _ in range(FILLS):
            with Load(found) as load:
                begun = time.monotonic()
                wait_until(lambda load=load, since=begun: load.count('ok', since) >= 20)
                fill(disk)
                full, fills = time.monotonic(), fills + 1
                wait_until(lambda load=load, since=full: load.count('unknown', since) >= 5, 120)
                for path in ('/', '/appointments', '/book', '/healthz/ready'):
                    wait_until(lambda path=path: found.people[0].ask('GET', path).status == 200)    # or 503, at first
                (disk / 'filler').unlink()
                freed = time.monotonic()
                wait_until(lambda load=load, since=freed: load.first_success(since) is not None)
            judged, there = load.judge(found.database.shell)
            loads.append(f'{load.figures()}; judged {dict(judged)}, of the unknown {there} there; full after '
                         f'{full - begun:.1f} s, again after {load.first_success(freed):.2f} s')
            found.database.shell(FORGET)
        memory_after, files_after = warm(found)
        say(capsys, '\n'.join([f'the disk full, {fills} times:', *loads]) +
            f'\nmemory {memory:.0f} → {memory_after:.0f} MB, open files {files} → {files_after}')

    assert fills == FILLS
    assert memory_after < memory + 20 and files_after <= files + 2


def warm(found):
    """The web process after some work, with a connection for each of its threads: memory in MB, open files."""
    with Load(found) as load:
        wait_until(lambda: len(load.pages) >= 40)
    found.database.shell(FORGET)
    found.fill_pool()
    return found.footprint()


@contextlib.contextmanager
def small_disk():
    with tempfile.TemporaryDirectory(prefix='clinic-faults-', dir=FOLDERS) as folder:
        subprocess.run(['mount', '-t', 'tmpfs', '-o', f'size={ROOM},mode=700', 'tmpfs', folder], check=True)
        try:
            yield Path(folder)
        finally:
            subprocess.run(['umount', folder], check=True)


def fill(disk):
    """Not a byte is left."""
    with (disk / 'filler').open('wb', buffering=0) as filler, contextlib.suppress(OSError):
        while True:
            filler.write(b'\0' * 4096)


def assert_durable(found):
    """The test is worth nothing on a disk that is memory, or where COMMIT does not sync."""
    kind = subprocess.run(['stat', '-f', '-c', '%T', FOLDERS], capture_output=True, text=True, check=True).stdout
    assert kind.strip() not in ('tmpfs', 'ramfs')
    assert found.database.shell('SELECT @@innodb_flush_log_at_trx_commit') == [(1,)]


def say(capsys, text):
    with capsys.disabled():
        print(f'\n{text}')
