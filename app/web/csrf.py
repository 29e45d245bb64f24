"""Forms that only our own pages can send.

Two layers. The browser's word on where a request comes from (Sec-Fetch-Site, else Origin) refuses other sites. And each
form carries a token made from the visitor's session, or before sign-in from a random cookie, which no other site can
know. SameSite=Lax on the cookies is a third.
"""

import base64
import hmac

from bottle import request

from app import config, tokens
from app.web import cookies, keys


def token(session_token: str | None) -> str:
    """The token for this visitor's forms: the same in every tab, until they sign in or out.

    session_token: from the cookie of a session that was found, or None for a stranger, who gets a cookie for it.
    """
    return _bound(session_token or _stranger())


def is_right(given: str, session_token: str | None) -> bool:
    """Whether a form's token is this visitor's."""
    bound_to = session_token or cookies.read('visit')
    return bool(bound_to) and hmac.compare_digest(given.encode(), _bound(bound_to).encode())


def comes_from_us() -> bool:
    """What the browser says about where this request comes from; True where it says nothing.

    The pages of one-time links send no referrer, which makes some browsers say "Origin: null". That is no word either.
    """
    site = request.environ.get('HTTP_SEC_FETCH_SITE')
    if site is not None:
        return site in ('same-origin', 'none')
    origin = request.environ.get('HTTP_ORIGIN', 'null')
    if origin == 'null':
        return True
    return origin == config.current().url or origin.partition('://')[2] == request.environ.get('HTTP_HOST')


def _bound(secret_of_visitor):
    key = config.current().secret.encode()
    mac = hmac.digest(key, b'form:' + secret_of_visitor.encode(), 'sha256')
    return base64.urlsafe_b64encode(mac).decode().rstrip('=')


def _stranger():
    known = cookies.read('visit') or request.environ.get(keys.NEW_VISIT)
    if not known:
        known = request.environ[keys.NEW_VISIT] = tokens.new()
        cookies.write('visit', known)
    return known
