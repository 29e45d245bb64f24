"""What surrounds every request, in plain WSGI: the first checks, the headers of every answer, the log line.

It stands outside Bottle so that it holds for pages that Bottle makes itself (404, 405) and for our own failures too.
"""

import logging
import re
import secrets
import time
from urllib.parse import urlsplit

from app import config, request_log
from app.learn import recorder
from app.visitor import Visitor
from app.web import error_pages, keys, old_addresses

log = logging.getLogger('clinic.requests')      # the command that serves decides where it goes

_HOST = re.compile(r'([a-z0-9.-]+|\[[a-f0-9:.]+\])(?::([0-9]{1,5}))?')
_LOOPBACK = ('localhost', '127.0.0.1', '[::1]')     # health checks ask there, in production too

HEADERS = {
    'Content-Security-Policy': "default-src 'none'; script-src 'none'; style-src 'self'; img-src 'self' data:; "
                               "font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
                               "object-src 'none'",
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'same-origin',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    'Cache-Control': 'no-store',
}
TLS_ONLY = ('Strict-Transport-Security', 'max-age=31536000')    # not for sub-domains: they may not be the clinic's


def wrap(app):
    """The WSGI application for servers and tests, around Bottle's."""
    def application(environ, start_response):
        started = time.perf_counter()
        environ[keys.REQUEST_ID] = secrets.token_hex(4)
        environ[keys.VISITOR] = _stranger(environ)
        request_log.begin()
        if config.current().learn:
            recorder.begin()
        answer = {}

        def remember(status, headers, exc_info=None):
            answer.update(status=status, headers=headers)

        body = _answer(app, environ, remember)
        start_response(answer['status'], _completed(answer['headers']))
        _write_line(environ, answer['status'], time.perf_counter() - started)
        return body
    return application


def _stranger(environ):
    """Who asks, before any session is looked for."""
    device = ''.join(filter(str.isprintable, environ.get('HTTP_USER_AGENT', '')))
    return Visitor(ip=(environ.get('REMOTE_ADDR') or '')[:45], device=device[:200])


def _answer(app, environ, remember):
    """The application's answer, or ours where the request is unfit for it or it fails."""
    complaint = _complaint(environ)
    if complaint:
        return _bare(environ, remember, 400, '400 Bad Request', complaint)
    moved_to = old_addresses.new_address(environ)
    if moved_to:                        # 308: a form is sent there again, as a form (RFC 9110, 15.4.9)
        remember('308 Permanent Redirect', [('Location', moved_to), ('Content-Length', '0')])
        return []
    try:
        return app(environ, remember)
    except Exception:
        log.exception('request %s failed', environ[keys.REQUEST_ID])
        return _bare(environ, remember, 500, '500 Internal Server Error', None)


def _bare(environ, remember, status, line, sentence):
    body = error_pages.bare(status, sentence, environ[keys.REQUEST_ID])
    remember(line, [('Content-Type', 'text/html; charset=UTF-8'), ('Content-Length', str(len(body)))])
    return [] if environ['REQUEST_METHOD'] == 'HEAD' else [body]


def _complaint(environ):
    """Why a request goes no further, or None. (Bottle drops what is not UTF-8 in a path, and believes any Host.)"""
    try:
        path = environ['PATH_INFO'].encode('latin1').decode('utf-8')
    except UnicodeError:
        return 'The address has text that is not UTF-8.'
    if not path.isprintable():
        return 'The address has control characters.'
    if not _is_our_host(environ.get('HTTP_HOST', '')):
        return 'This server does not have the name that was asked for.'
    return None


def _is_our_host(host):
    found = _HOST.fullmatch(host.lower())
    if not found:
        return False
    settings = config.current()
    ours = (urlsplit(settings.url).netloc.lower(), f'{settings.host}:{settings.port}')
    return found[0] in ours or found[1] in _LOOPBACK


def _completed(headers):
    """The answer's own headers, and ours where it has none of that name."""
    given = {name.lower() for name, _ in headers}
    completed = headers + [(name, value) for name, value in HEADERS.items() if name.lower() not in given]
    if config.current().production:
        completed.append(TLS_ONLY)
    return completed


def _write_line(environ, status, seconds):
    """One line a request, with nothing in it that a client wrote: the route's pattern stands for the path."""
    route = environ.get('bottle.route')
    visitor = environ[keys.VISITOR]
    method = environ['REQUEST_METHOD']
    log.info(' '.join([
        f'id={environ[keys.REQUEST_ID]}', method if method.isalpha() and len(method) < 10 else '?',
        route.rule if route else '-', status[:3], f'user={visitor.user_id or "-"}',
        f'role={visitor.role or "-"}', f'from={request_log.word(visitor.ip)}', f'{seconds * 1000:.1f}ms',
        *request_log.end()]))
