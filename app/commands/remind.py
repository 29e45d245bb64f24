"""`python clinic.py remind`"""

from app.commands.ready import ready
from app.mail import reminders


def run(settings, _given):
    """Queue the reminders that are due, for those who would rather have cron do it than a worker."""
    with ready(settings):
        queued = reminders.queue()
        print(f'{queued} {"reminder" if queued == 1 else "reminders"} queued.')
