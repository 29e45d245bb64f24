"""A proxy between the program and its database that breaks what passes: at random bytes, and at COMMIT.

    with Proxy(database.port, seed) as proxy:
        proxy.chance = 0.02                     # of each piece of a conversation to be its last
        proxy.counts                            # 'cut', 'cut before COMMIT', 'cut after COMMIT', 'stall': how many
"""

import collections
import contextlib
import random
import socket
import threading
import time

COMMIT = b'\x07\x00\x00\x00\x03COMMIT'        # the whole packet
CHANCE_AT_COMMIT = 50                           # times the usual one: about a third of the cuts
STALL_SECONDS = (0.2, 1.0)
LONG_STALL, LONG_ONES = 30, 12                  # every so many stalls are longer than the program waits: 20 s


class Proxy:
    """In `with`. port: where the program connects."""

    def __init__(self, target: int, seed: int):
        self.target, self.random, self.chance, self.stall_share = target, random.Random(seed), 0.0, 0.1
        self.counts, self.lock, self.over = collections.Counter(), threading.Lock(), threading.Event()
        self.listener = socket.create_server(('127.0.0.1', 0), backlog=128)
        self.port = self.listener.getsockname()[1]

    def __enter__(self):
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.over.set()
        self.listener.shutdown(socket.SHUT_RDWR)
        self.listener.close()

    def _accept(self):
        with contextlib.suppress(OSError):      # closed: over
            while True:
                client, _ = self.listener.accept()
                try:
                    server = socket.create_connection(('127.0.0.1', self.target))
                except OSError:
                    client.close()
                    continue
                for one in (client, server):
                    one.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                for pair, asks in (((client, server), True), ((server, client), False)):
                    threading.Thread(target=self._pass_on, args=(*pair, asks), daemon=True).start()

    def _pass_on(self, source, to, asks):
        """Everything from one side to the other, until one of them ends or the dice say so."""
        with contextlib.suppress(OSError):
            while data := source.recv(65536):
                fault = self._dice(asks and data == COMMIT)
                if fault == 'cut':
                    to.sendall(data[:self.random.randrange(len(data))])
                    break
                if fault == 'cut before COMMIT':
                    break
                if fault == 'stall' and self.over.wait(self._stall()):
                    break
                if fault == 'cut after COMMIT':             # it arrives, and the answer does not
                    self._end(source)
                    to.sendall(data)
                    self.over.wait(0.05)
                    break
                to.sendall(data)
        self._end(source, to)

    def _dice(self, is_commit):
        with self.lock:
            chance = self.chance * (CHANCE_AT_COMMIT if is_commit else 1)
            if self.random.random() >= chance:
                return None
            if self.random.random() < self.stall_share:
                fault = 'stall'
            elif is_commit:
                fault = self.random.choice(('cut before COMMIT', 'cut after COMMIT'))
            else:
                fault = 'cut'
            self.counts[fault] += 1
            return fault

    def _stall(self):
        return LONG_STALL if self.counts['stall'] % LONG_ONES == 0 else self.random.uniform(*STALL_SECONDS)

    def _end(self, *sockets):
        for one in sockets:
            with contextlib.suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
            one.close()

    def cuts(self, at_commit=False):
        return sum(number for name, number in self.counts.items() if 'cut' in name and (not at_commit or name != 'cut'))


def wait_for(proxy, cuts, at_commit, stalls, seconds):
    """Until so much was broken; AssertionError where that takes longer than `seconds`."""
    deadline = time.monotonic() + seconds
    while proxy.cuts() < cuts or proxy.cuts(True) < at_commit or proxy.counts['stall'] < stalls:
        assert time.monotonic() < deadline, proxy.counts
        time.sleep(0.05)
