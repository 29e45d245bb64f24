"""What nobody is told otherwise: a backup that failed or is old, a full disk under the data, mail that does not go out,
a clinic without a privacy notice.

figures() looks; found() says what of it is wrong. /admin, `check` and the log all say what these find.
"""

import logging
import shutil
from datetime import timedelta
from typing import NamedTuple

from app import clock, config, database
from app.config.rules import LOOPBACK

OLD_BACKUP = timedelta(hours=36)        # a night without one is noticed before the next
LATE_MAIL = timedelta(hours=1)
FAILED_SINCE = timedelta(days=30)
TELL_AGAIN = timedelta(days=1)
LEAST_ROOM = 1000                       # MB
log = logging.getLogger('clinic.troubles')


class Trouble(NamedTuple):
    """name: what it is about. text: what is wrong, without a full stop. page: where an admin sees more, or None."""

    name: str
    text: str
    page: str | None = None


def figures() -> dict:
    """What found() judges: ages as timedelta, bytes, texts; None where there is none or it cannot be seen from here."""
    now_utc = clock.now_utc()
    row = database.one('reports/find_upkeep', now_utc=now_utc, since_utc=now_utc - FAILED_SINCE)
    paused = row['paused_until_utc'] and row['paused_until_utc'] > now_utc
    return {'backup_age': row['saved_utc'] and now_utc - row['saved_utc'],
            'backup_failure': row['failure'] if row['failed_utc'] else None,
            'clinic_age': now_utc - row['begun_utc'],
            'mail_queue_age': row['mail_waits_since_utc'] and now_utc - row['mail_waits_since_utc'],
            'mail_pause': (row['pause_reason'] or 'until later') if paused else None,
            'mail_failed': row['mail_failed'],
            'has_privacy_notice': bool(row['has_privacy_notice']),
            'data_folder': row['data_folder'],
            'data_free_bytes': _free(row['data_folder'])}


def found(seen: dict) -> list[Trouble]:
    """What is wrong. seen: as figures() gives it."""
    return [*_mail(seen), *_backup(seen), *_data(seen), *_law(seen)]


def tell(noted: dict):
    """Log what is wrong: each trouble when it comes, and once a day while it lasts. noted: when each was."""
    now_utc, present = clock.now_utc(), found(figures())
    for text in noted.keys() - {trouble.name for trouble in present}:
        del noted[text]
    for trouble in present:
        if trouble.name not in noted or now_utc - noted[trouble.name] >= TELL_AGAIN:
            log.warning('%s: %s.', trouble.name, trouble.text)
            noted[trouble.name] = now_utc


def backup_line(seen: dict) -> str:
    """How old the last good backup is, as a sentence. seen: as figures() gives it."""
    return f'The last good backup is {length(seen["backup_age"])} old.' if seen['backup_age'] is not None else \
        'No backup was made yet.'


def length(time: timedelta) -> str:
    """How long a time is, in one unit: 3 days, 30 hours, 1 hour, 40 minutes."""
    minutes = max(0, int(time.total_seconds() // 60))
    size, unit = next((each for each in ((1440, 'day'), (60, 'hour')) if minutes >= 2 * each[0]), (1, 'minute'))
    return f'{minutes // size} {unit}{"" if minutes // size == 1 else "s"}'


def _mail(seen):
    if seen['mail_pause']:
        why = seen['mail_pause'].rstrip('.')
        yield Trouble('mail paused', f'Sending e-mail is paused: {why}', '/admin/notifications')
    elif config.current().smtp_host and (seen['mail_queue_age'] or timedelta()) > LATE_MAIL:
        yield Trouble('mail waits', f'E-mail has been waiting to be sent for {length(seen["mail_queue_age"])}',
                      '/admin/notifications?state=pending')
    if seen['mail_failed']:
        mails = '1 e-mail' if seen['mail_failed'] == 1 else f'{seen["mail_failed"]} e-mails'
        yield Trouble('mail failed', f'{mails} could not be delivered in the last {FAILED_SINCE.days} days',
                      '/admin/notifications?state=failed')


def _backup(seen):
    age = seen['backup_age'] if seen['backup_age'] is not None else seen['clinic_age']
    state = backup_line(seen).rstrip('.')
    if seen['backup_failure']:
        yield Trouble('backup', f'The last backup failed: {seen["backup_failure"].rstrip(".")}. {state}')
    elif config.current().production and age > OLD_BACKUP:
        yield Trouble('backup', f'{state}: see docs/backup.md')


def _data(seen):
    free = seen['data_free_bytes']
    if free is not None and free < LEAST_ROOM * 10**6:
        yield Trouble('data', f'Only {free // 10**6} MB are free on the disk of the database ({seen["data_folder"]}): '
                      'without room nobody can book')


def _law(seen):
    if config.current().production and not seen['has_privacy_notice']:
        yield Trouble('privacy notice', 'Patients find no privacy notice: write one before they register',
                      '/admin/settings/texts?kind=privacy')


def _free(folder: str) -> int | None:
    given = config.current()
    if not (given.db_socket or given.db_host in LOOPBACK):
        return None             # on another machine
    try:
        return shutil.disk_usage(folder).free
    except OSError:             # a socket that leads into a container
        return None
