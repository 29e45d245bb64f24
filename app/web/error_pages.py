"""What a visitor reads when a request is refused. Nothing here asks the database: it may be what is missing."""

import html
import json

from bottle import HTTPError, request, response

# status → (title, what to do)
PAGES = {
    400: ('Not understood', 'This request could not be read. Please go back and try again.'),
    401: ('Please sign in', 'You must sign in to see this page.'),
    403: ('Not allowed', 'Your account does not have access to this page.'),
    404: ('Not found', 'There is no page at this address, or you do not have access to it.'),
    405: ('Not possible', 'You cannot do this at this address.'),
    409: ('Not possible any more', 'Somebody else has changed this. Please go back and look again.'),
    413: ('Too large', 'What you sent is too large for a form.'),
    415: ('Not understood', 'Only plain web forms can be sent here.'),
    422: ('Please check', 'Something in what you sent is not right.'),
    429: ('Too many tries', 'Please wait a little, then try again.'),
    500: ('Our mistake', 'Something went wrong. It is not your fault. We have recorded the error.'),
    503: ('One moment, please', 'This does not work just now. Please try again in a few seconds.'),
}


class Stop(HTTPError):
    """An error answer: `raise Stop(404)`. sentence replaces the usual one; it must be safe to show.

    statements: SQL that would help, for who looks after the server.
    """

    def __init__(self, status: int, sentence: str | None = None, retry_after: int | None = None,
                 statements: tuple[str, ...] = ()):
        super().__init__(status)
        self.sentence = sentence
        self.statements = statements
        if retry_after:
            self.set_header('Retry-After', str(retry_after))


def describe(status: int, sentence: str | None = None) -> tuple[str, str]:
    """The title and the sentence for a status."""
    title, usual = PAGES.get(status, PAGES[500] if status >= 500 else PAGES[400])
    return title, sentence or usual


def is_api() -> bool:
    """Whether this request is a program's, which wants its errors as JSON."""
    return request.environ['PATH_INFO'].startswith('/api/')


def as_json(status: int, code: str, message: str, field: str | None = None) -> str:
    """The body of an error for programs."""
    response.status = status
    response.content_type = 'application/json; charset=utf-8'
    return json.dumps({'error': {'code': code, 'message': message, 'field': field}}, ensure_ascii=False)


def bare(status: int, sentence: str | None = None, request_id: str = '') -> bytes:
    """A page without template or application: for requests refused before either, and the last resort.

    It can be read without its styles, should they not be served either.
    """
    title, sentence = describe(status, sentence)
    note = f'<p><small>If you report this, please give us the number {html.escape(request_id)}.</small></p>'
    return ('<!doctype html><html lang="en"><head><meta charset="utf-8">'
            '<meta name="viewport" content="width=device-width, initial-scale=1">'
            '<link rel="stylesheet" href="/static/bootstrap.css"><link rel="stylesheet" href="/static/clinic.css">'
            f'<title>{title}</title></head><body><main class="container py-5">'
            f'<h1>{title}</h1><p>{html.escape(sentence)}</p>'
            f'{note if status >= 500 and request_id else ""}'
            '<p><a class="btn btn-primary" href="/">Go to the home page</a></p></main></body></html>').encode()
