"""`python clinic.py serve`"""

import contextlib
import errno
import os
import resource
import select
import signal
import socket
import threading
import time
from functools import partial

import mysql.connector
import waitress
from waitress import wasyncore

from app import config
from app.commands import logs
from app.commands.patience import opened
from app.commands.ready import STOP_SIGNALS, StartError
from app.commands.watching import watching
from app.learn import race, recorder
from app.mail.worker import Worker
from app.ops import loader
from app.web import assets

THREADS = 8
CONNECTIONS = 1000
SECONDS_TO_FINISH = 20  # for requests that run when the app is stopped
SECONDS_TO_ASK = 2  # for who has just connected: the request may still be on its way
HANDED_OVER = 3  # the first socket that systemd passes on
LIMITS = {'threads': THREADS, 'connection_limit': CONNECTIONS, 'asyncore_use_poll': True, 'channel_timeout': 20,
          'cleanup_interval': 5, 'max_request_header_size': 16384, 'max_request_body_size': 131072, 'ident': None,
          'expose_tracebacks': False}
# One thread is left for who only asks whether we live, and half of them for reading while locks hold up who writes.
# With the longest wait for a lock before it, an answer that is lost ends in "please try again" within ten seconds.
DATABASE = {'size': THREADS - 1, 'writers': THREADS // 2, 'patience': 5}


def run(settings, _given):
    """Serve the clinic's pages, with a private database server where none is configured."""
    logs.start()
    from app import routes  # noqa: F401  the pages, which no other command needs
    from app.web import app

    app.check_routes()
    if settings.learn:
        recorder.start()
    assets.files()  # read and zipped now, not while the first visitors wait
    _allow_open_files(CONNECTIONS + 200)
    with _handed_over() or _listen(settings.host, settings.port) as listening:
        server = waitress.create_server(app.application, sockets=[listening], **LIMITS, **_proxy(settings))
        stopping = threading.Event()
        with opened(settings, partial(_stop, server, stopping), **DATABASE) as opening:
            _watch_for_stop(server, stopping)
            mailing = Worker().start()
            print(_welcome(config.current(), opening.has_demo), flush=True)
            try:
                with watching():
                    _run(server, stopping)
            finally:
                mailing.stop()
                race.end_all()


def _proxy(settings) -> dict:
    """Whose X-Forwarded-For says where a request comes from; waitress drops that header from anybody else."""
    if not settings.trusted_proxy:
        return {}
    return {'trusted_proxy': settings.trusted_proxy, 'trusted_proxy_count': 1,
            'trusted_proxy_headers': {'x-forwarded-for', 'x-forwarded-proto'}, 'clear_untrusted_proxy_headers': True}


def _handed_over() -> socket.socket | None:
    """The listening socket that systemd holds for us: who connects while we start anew waits there. None without."""
    if os.environ.get('LISTEN_PID') != str(os.getpid()) or os.environ.get('LISTEN_FDS') != '1':
        return None
    return socket.socket(fileno=HANDED_OVER)


def _listen(host: str, port: int) -> socket.socket:
    """Take the port before anything is started. Raises StartError."""
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server((host, port), family=family, backlog=1024)
    except OSError as error:
        if isinstance(error, socket.gaierror) or error.errno == errno.EADDRNOTAVAIL:
            raise StartError(f'CLINIC_HOST is {host}, which is not an address of this machine.') from None
        reason = os.strerror(error.errno)
        raise StartError(f'CLINIC_PORT is {port}, which cannot be used on {host}: {reason}. Stop the program that uses '
                         'it, or set CLINIC_PORT to another.') from None


def _allow_open_files(wanted: int):
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft < wanted:
        allowed = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        resource.setrlimit(resource.RLIMIT_NOFILE, (allowed, hard))


def _welcome(settings, has_demo: bool) -> str:
    lines = [f'{settings.name} is at {settings.url}   (Ctrl-C stops it)']
    if has_demo:
        lines += [f'demo accounts: {", ".join(loader.DEMO_ACCOUNTS)}', f'password: {loader.DEMO_PASSWORD}']
    driver = 'C extension' if mysql.connector.HAVE_CEXT else 'pure Python, which is slower'
    return '\n'.join([*lines, f'database: {settings.db_socket or settings.db_host}', f'driver: {driver}'])


def _watch_for_stop(server, stopping: threading.Event):
    for number in STOP_SIGNALS:
        signal.signal(number, lambda *_: _stop(server, stopping))


def _stop(server, stopping: threading.Event):
    stopping.set()
    server.pull_trigger()  # wakes the loop


def _run(server, stopping: threading.Event):
    """Serve until `stopping`, then take no new connection and finish the requests that run."""
    while not stopping.is_set():
        _turn(server, 30)
    _leave_port(server)
    deadline = time.monotonic() + SECONDS_TO_FINISH
    while any(map(_busy, server.active_channels.values())) and time.monotonic() < deadline:
        _turn(server, 0.05)
    server.task_dispatcher.shutdown(timeout=1)
    with contextlib.suppress(OSError):
        wasyncore.close_all(server._map)


def _leave_port(server):
    """Take in who has connected already, then let the port go."""
    server.del_channel()
    while select.select([server.socket], [], [], 0)[0]:
        server.handle_accept()
    server.socket.close()


def _turn(server, seconds: float):
    wasyncore.loop(timeout=seconds, use_poll=True, map=server._map, count=1)


def _busy(channel) -> bool:
    is_new = channel.last_activity == channel.creation_time > time.time() - SECONDS_TO_ASK
    return bool(channel.requests or channel.request or channel.total_outbufs_len or is_new)
