"""Codes that an app on a phone and the clinic work out alike, from a shared key and the time (RFC 6238 and RFC 4226).

A key is 160 random bits, written in base32 as apps take it. A code is six digits and changes every 30 seconds; a step
is the number of such stretches since 1970. Nothing here asks the database.
"""

import base64
import hmac
import secrets
from datetime import datetime, timedelta
from urllib.parse import quote, urlencode

DIGITS = 6
STEP = timedelta(seconds=30)
TOLERATED = 1                   # steps before and after: clocks differ, and typing takes a while
_EPOCH = datetime(1970, 1, 1)


def new_key() -> str:
    """A random key: 32 characters of base32."""
    return base64.b32encode(secrets.token_bytes(20)).decode('ascii')


def in_groups(text: str, size: int = 4) -> str:
    """A key or a code as people read it: with a space after each `size` characters."""
    return ' '.join(text[start:start + size] for start in range(0, len(text), size))


def step_of(now_utc: datetime) -> int:
    """The step that a moment (naive UTC) is in."""
    return (now_utc - _EPOCH) // STEP


def code(key: str, step: int, digits: int = DIGITS) -> str:
    """The code of one step, zeros in front included. Apps know it as SHA-1, the form that all of them can."""
    mac = hmac.digest(base64.b32decode(key), step.to_bytes(8, 'big'), 'sha1')
    start = mac[-1] & 15
    number = int.from_bytes(mac[start:start + 4], 'big') & 0x7fffffff
    return f'{number % 10 ** digits:0{digits}}'


def matching_step(key: str, typed: str, now_utc: datetime) -> int | None:
    """The step whose code was typed, now or one step away; None where it is no such code."""
    now = step_of(now_utc)
    steps = range(now - TOLERATED, now + TOLERATED + 1)
    found = [step for step in steps if hmac.compare_digest(code(key, step).encode(), typed.encode())]
    return found[-1] if found else None


def link(key: str, issuer: str, account: str) -> str:
    """The otpauth: link that a phone opens in its app. issuer: the clinic's name. account: its e-mail address here."""
    name = ' '.join(issuer.replace(':', ' ').split())           # a colon divides the two parts of the label
    asked = urlencode({'secret': key, 'issuer': name, 'algorithm': 'SHA1', 'digits': DIGITS,
                       'period': int(STEP.total_seconds())}, quote_via=quote)
    return f'otpauth://totp/{quote(name, safe="")}:{quote(account, safe="@")}?{asked}'
