"""Links in mail: signed, for one purpose each, and of no use after a while. And one-time links while they wait.

A signed link opens one visit without signing in, for whoever holds the mail. What it may do is in its signature, as is
the address the mail went to: when a patient's address changes, links sent to the old one stop working. Opening a link
changes nothing, so a scanner that follows every link in a mail cannot cancel a visit.
"""

import base64
import hmac
from datetime import datetime, timedelta

from app import clock, config

PURPOSES = ('see', 'move', 'cancel')
SEEN_FOR = timedelta(days=2)            # after the visit's end the page is of no more use
_EPOCH = datetime(2020, 1, 1)


def make(purpose: str, visit: dict) -> str:
    """The url (https://…) of a page that does one thing with one visit.

    purpose: 'see', 'move' or 'cancel'. visit: appointment_id, starts_at, ends_at (local), patient_email.
    """
    until = clock.to_utc(visit['ends_at']) + SEEN_FOR if purpose == 'see' else clock.to_utc(visit['starts_at'])
    minute = (until - _EPOCH) // timedelta(minutes=1)
    signed = _signature(purpose, visit, minute)
    return f'{config.current().url}/mail/{purpose}/{visit["appointment_id"]}/{minute}/{signed}'


def is_right(purpose: str, visit: dict, minute: int, signature: str) -> bool:
    """Whether a link's signature is ours, for this purpose and visit, and its time has not passed."""
    right = hmac.compare_digest(signature.encode(), _signature(purpose, visit, minute).encode())
    return right and clock.now_utc() < _EPOCH + timedelta(minutes=minute)


def seal(token: str, dedupe_key: str) -> str:
    """A one-time token as the outbox keeps it: who reads the table, or a backup of it, cannot use it.

    dedupe_key is unique, so each token meets a key stream of its own.
    """
    plain = token.encode('ascii')
    hidden = bytes(a ^ b for a, b in zip(plain, _stream(dedupe_key, len(plain)), strict=True))
    return _plain64(hidden + _mac('sealed:' + dedupe_key, plain)[:8])


def unseal(sealed: str, dedupe_key: str) -> str | None:
    """The token that seal() hid, or None where CLINIC_SECRET is another one since."""
    raw = base64.urlsafe_b64decode(sealed + '=' * (-len(sealed) % 4))
    hidden, check = raw[:-8], raw[-8:]
    plain = bytes(a ^ b for a, b in zip(hidden, _stream(dedupe_key, len(hidden)), strict=True))
    return plain.decode('ascii') if hmac.compare_digest(_mac('sealed:' + dedupe_key, plain)[:8], check) else None


def _signature(purpose, visit, minute):
    return _plain64(_mac(f'mail:{purpose}:{visit["appointment_id"]}:{minute}:{visit["patient_email"]}'))


def _stream(dedupe_key, length):
    blocks = (_mac(f'stream:{number}:{dedupe_key}') for number in range(-(-length // 32)))
    return b''.join(blocks)[:length]


def _mac(text, data=b''):
    return hmac.digest(config.current().secret.encode(), text.encode() + b'\0' + data, 'sha256')


def _plain64(data):
    return base64.urlsafe_b64encode(data).decode().rstrip('=')
