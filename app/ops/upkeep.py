"""What `check` looks at that changes from day to day.

As in app/ops/checks.py; and each leaves its numbers in seen.figures, for `check --json`.
"""

import socket
import ssl
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from app import clock
from app.config.rules import LOOPBACK
from app.ops.checks import Advice, Wrong, asked
from app.reports import troubles

SECONDS_TO_CONNECT = 5
ENDS_SOON = timedelta(days=14)      # certbot renews 30 days before


def data(seen) -> str:
    """Room on the disk that holds the database."""
    free = _figures(seen)['data_free_bytes']
    seen.figures['data_free_bytes'] = free
    _refuse(seen, 'data')
    return 'The data is on another machine, whose disk cannot be seen from here.' if free is None else \
        f'{free // 10**6} MB are free on the disk of the database.'


def backup(seen) -> str:
    """The last backup succeeded, and is not old."""
    found = _figures(seen)
    age = found['backup_age']
    seen.figures.update(backup_age_seconds=None if age is None else int(age.total_seconds()),
                        backup_failure=found['backup_failure'])
    _refuse(seen, 'backup')
    return troubles.backup_line(found)


def queue(seen) -> str:
    """Mail goes out."""
    found = _figures(seen)
    age = found['mail_queue_age'] or timedelta()
    seen.figures.update(mail_queue_seconds=int(age.total_seconds()), mail_failed=found['mail_failed'])
    _refuse(seen, 'mail')
    return f'The oldest mail that is due has waited for {troubles.length(age)}.' if age else 'No mail waits.'


def law(seen) -> str:
    """Patients are told what becomes of their details. (A clinic is set up before an admin can write it: an advice.)"""
    texts = [trouble.text for trouble in troubles.found(_figures(seen)) if trouble.name == 'privacy notice']
    if texts:
        raise Advice(f'{texts[0]}, under Settings, Texts.')
    return 'There is a privacy notice.' if _figures(seen)['has_privacy_notice'] else 'A trial needs no privacy notice.'


def encryption(seen) -> str:
    """What is said to a database on another machine is encrypted, and said to nobody else."""
    given = seen.settings
    if given.private_server or given.db_socket or given.db_host in LOOPBACK:
        return 'The database is on this machine.'
    if given.db_tls_ca:         # production does not start without it
        return f'Only a server that proves to be {given.db_host} is talked to.'
    return f'{given.db_host} does not have to prove who it is: see DB_TLS_CA in .env.example.'


def certificate(seen) -> str:
    """The certificate that visitors are shown holds, and will for a while."""
    where = urlsplit(seen.settings.url)
    if where.scheme != 'https':
        return 'The address is not https, so there is no certificate.'
    try:
        ends = _ends(where.hostname, where.port or 443)
    except ssl.SSLCertVerificationError as error:
        raise Wrong(f'The certificate of {where.hostname} does not hold: {error.verify_message}.') from None
    except OSError as error:
        return f'{seen.settings.url} cannot be reached from here: {error}.'
    seen.figures['certificate_ends_utc'] = f'{ends:%Y-%m-%dT%H:%M:%SZ}'
    if ends - clock.now_utc() < ENDS_SOON:
        raise Wrong(f'The certificate of {where.hostname} ends on {ends:%Y-%m-%d}: is it renewed?')
    return f'The certificate of {where.hostname} holds until {ends:%Y-%m-%d}.'


ALL = (('data', data), ('backup', backup), ('queue', queue), ('law', law), ('encryption', encryption),
       ('certificate', certificate))


def _figures(seen) -> dict:
    if not hasattr(seen, 'today'):
        seen.today = asked(seen, troubles.figures)
    return seen.today


def _refuse(seen, about):
    """Raise Wrong where there are troubles whose name begins with `about`."""
    texts = [trouble.text for trouble in troubles.found(_figures(seen)) if trouble.name.startswith(about)]
    if texts:
        raise Wrong('. '.join(texts) + '.')


def _ends(host, port) -> datetime:
    with socket.create_connection((host, port), SECONDS_TO_CONNECT) as plain:
        with ssl.create_default_context().wrap_socket(plain, server_hostname=host) as shown:
            seconds = ssl.cert_time_to_seconds(shown.getpeercert()['notAfter'])
    return datetime(1970, 1, 1) + timedelta(seconds=seconds)
