"""Our cookies. The parser accepts any header; all cookies are written here, with every protection.

session   opens the visitor's session
visit     before sign-in: what the forms of a stranger are bound to (app/web/csrf.py)
theme     the colours a stranger chose
"""

import re

from bottle import request, response

from app import config

_VALUE = re.compile('[A-Za-z0-9_-]{1,64}')


def read(name: str) -> str | None:
    """The value of one of our cookies, or None: also where it has characters that we never write."""
    name = _full_name(name)
    for part in request.environ.get('HTTP_COOKIE', '').split(';'):
        key, _, value = part.strip(' \t').partition('=')
        if key == name:
            return value if _VALUE.fullmatch(value) else None
    return None


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
