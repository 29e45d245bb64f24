"""`python clinic.py worker`"""

import signal
import threading

from app.commands import logs
from app.commands.patience import opened
from app.commands.ready import STOP_SIGNALS
from app.commands.watching import watching
from app.mail.worker import Worker


def run(settings, _given):
    """Send mail beside the web server; any number may run, on any machine. `serve` has one of its own."""
    logs.start()
    stopping = threading.Event()
    with opened(settings, stopping.set):
        for number in STOP_SIGNALS:
            signal.signal(number, lambda *_: stopping.set())
        running = Worker().start()
        print(f'Sending mail through {settings.smtp_host}.' if settings.smtp_host else
              'No mail server is set up: reminders are queued, and nothing is sent. See docs/mail.md.', flush=True)
        with watching():
            stopping.wait()
        running.stop()
