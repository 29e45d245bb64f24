"""Clients that ask as fast as they are answered, over connections that stay open."""

import socket
import threading
import time


def percentile(seconds: list[float], share: float) -> float:
    """The value below which this share of the measurements lies, in milliseconds."""
    return sorted(seconds)[min(len(seconds) - 1, int(len(seconds) * share))] * 1000


def load(clients: int, seconds: float, make_act) -> dict:
    """Let clients act for some seconds, a thread each.

    make_act(number) gives that client's act: a function without arguments, called again and again. A client whose act
    raises StopIteration has nothing left to do; the rate is that of the time until then.
    Gives rate (acts a second), p50 and p99 (milliseconds).
    """
    taken, barrier, stop = [[] for _ in range(clients)], threading.Barrier(clients + 1), threading.Event()
    problems = []

    def run(number):
        act = make_act(number)
        barrier.wait()
        try:
            while not stop.is_set():
                started = time.perf_counter()
                act()
                taken[number].append(time.perf_counter() - started)
        except StopIteration:
            pass
        except Exception as problem:
            problems.append(problem)
    threads = [threading.Thread(target=run, args=(number,)) for number in range(clients)]
    for thread in threads:
        thread.start()
    barrier.wait()
    started = time.perf_counter()
    for thread in threads:
        thread.join(max(0, started + seconds - time.perf_counter()))
    stop.set()
    for thread in threads:
        thread.join()
    passed = time.perf_counter() - started
    if problems:
        raise problems[0]
    every = [one for client in taken for one in client]
    return {'rate': len(every) / passed, 'p50': percentile(every, .5), 'p99': percentile(every, .99)}


class Http:
    """One kept connection to 127.0.0.1:port."""

    def __init__(self, port: int):
        self.socket = socket.create_connection(('127.0.0.1', port))
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.host = f'127.0.0.1:{port}'

    def ask(self, path: str, cookie: str = '', body: str = '', expect: int = 200) -> bytes:
        """GET, or POST where there is a body. Raises RuntimeError if the status is another than expected."""
        lines = [f'{"POST" if body else "GET"} {path} HTTP/1.1', f'Host: {self.host}', f'Cookie: {cookie}']
        if body:
            lines += ['Content-Type: application/x-www-form-urlencoded', f'Content-Length: {len(body)}']
        self.socket.sendall('\r\n'.join([*lines, '', body]).encode())
        head, rest = self._until(b'\r\n\r\n')
        status = int(head.split(b' ', 2)[1])
        length = next(int(line[15:]) for line in head.lower().split(b'\r\n') if line.startswith(b'content-length:'))
        while len(rest) < length:
            rest += self.socket.recv(65536)
        if status != expect:
            raise RuntimeError(f'{path}: {status}\n{rest.decode(errors="replace")[:3000]}')
        return rest

    def _until(self, mark):
        data = b''
        while mark not in data:
            more = self.socket.recv(65536)
            if not more:
                raise RuntimeError('the server closed the connection')
            data += more
        return data.split(mark, 1)
