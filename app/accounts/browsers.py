"""Browsers that have signed in to an account: a cookie that lasts a year says so, also after signing out.

It opens nothing. It only gives the browser a counter of its own for wrong passwords (app/accounts/attempts.py), so that
nobody else can make its owner wait, and a better place in line (app/accounts/turns.py). Each account has its own
cookie, for several people may share a computer; its name is made from the address, which it does not show.
"""

import hmac
import re
import secrets
from typing import NamedTuple

from app import config

PREFIX = 'known-'
_VALUE = re.compile('([1-9][0-9]{0,9})-([0-9a-f]{16})-([0-9a-f]{32})')


class Mark(NamedTuple):
    """What the cookie says. browser: 16 random hexadecimal digits, the same at each sign-in to this account."""

    user_id: int
    browser: str


def name_of(email: str) -> str:
    """The name of the cookie for an account's e-mail address."""
    return PREFIX + _mac('name', email)[:16]


def find(marks: tuple, email: str) -> Mark | None:
    """What the visitor's cookies (Visitor.marks) say about an address; None where that is nothing, or not our word."""
    found = _VALUE.fullmatch(dict(marks).get(name_of(email), ''))
    if not found or not hmac.compare_digest(found[3], _of(found[1], found[2], email)):
        return None
    return Mark(int(found[1]), found[2])


def make(marks: tuple, user_id: int, email: str) -> str:
    """The cookie's value for who has just signed in; a browser that had one for this account stays the same."""
    known = find(marks, email)
    browser = known.browser if known and known.user_id == user_id else secrets.token_hex(8)
    return f'{user_id}-{browser}-{_of(user_id, browser, email)}'


def _of(user_id, browser, email):
    return _mac('value', user_id, browser, email)[:32]


def _mac(*words):
    text = ':'.join(['known browser', *map(str, words)])
    return hmac.digest(config.current().secret.encode(), text.encode(), 'sha256').hex()
