"""Our cookies. The parser accepts any header; all cookies are written here, with every protection.

session   opens the visitor's session
visit     before sign-in: what the forms of a stranger are bound to (app/web/csrf.py)
theme     the colours a stranger chose
learned   which exercises of the course were solved in this browser
race      which lab of the race lab is this browser's
click     where the drawer finds what the click before a page did (app/learn/recorder.py)
known-…   that this browser has signed in to an account: one for each (app/accounts/browsers.py)
"""

import re
from contextlib import suppress

from bottle import request, response

from app import config
from app.accounts import browsers, sessions
from app.errors import Busy
from app.web import keys

A_YEAR = 365 * 24 * 60 * 60
MOST_KNOWN = 20             # accounts that one browser names: a header of cookies must not grow past what is read
_VALUE = re.compile('[A-Za-z0-9_-]{1,64}')


def read(name: str) -> str | None:
    """The value of one of our cookies, or None: also where it has characters that we never write."""
    value = next((value for key, value in _sent() if key == _full_name(name)), None)
    return value if value and _VALUE.fullmatch(value) else None


def _sent():
    """The name and value of every cookie of the request, as they came."""
    for part in request.environ.get('HTTP_COOKIE', '').split(';'):
        key, _, value = part.strip(' \t').partition('=')
        yield key, value


def write(name: str, value: str, max_age: int | None = None):
    """Set a cookie on this response; without max_age (seconds) it ends with the browser."""
    lasting = {} if max_age is None else {'max_age': max_age}
    response.set_cookie(_full_name(name), value, path='/', **lasting, **_protections())


def drop(name: str):
    """Take a cookie back."""
    response.delete_cookie(_full_name(name), path='/', **_protections())


def _full_name(name):
    """__Host-: the browser then takes it only over TLS, for this host alone. Needs TLS, so not in development."""
    return f'__Host-{name}' if config.current().production else name


def _protections():
    return {'httponly': True, 'samesite': 'lax', 'secure': config.current().production}


def open_session(token: str):
    """Give the browser its session, and take back what it had as a stranger."""
    write('session', token)
    drop('visit')
    with suppress(Busy):                # signed in all the same: the next sign-in remembers it
        _, visitor = sessions.find(token, request.environ[keys.VISITOR])
        if visitor.is_signed_in:
            remember_browser(visitor.user_id, visitor.email)


def marks() -> tuple[tuple[str, str], ...]:
    """The names and values of the request's cookies that say where this browser has signed in, oldest first."""
    before = _full_name('')
    return tuple((key.removeprefix(before), value) for key, value in _sent()
                 if key.startswith(before + browsers.PREFIX) and _VALUE.fullmatch(value))


def remember_browser(user_id: int, email: str):
    """Note in the browser that somebody has just signed in to this account with it. The oldest of too many go."""
    known, name = marks(), browsers.name_of(email)
    write(name, browsers.make(known, user_id, email), A_YEAR)
    others = [other for other, _ in known if other != name]
    for other in others[:max(0, len(others) + 1 - MOST_KNOWN)]:
        drop(other)
