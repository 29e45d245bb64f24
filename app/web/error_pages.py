"""What a visitor reads when a request is refused. None of this asks the database, which may be what is missing."""

import html
import json

from bottle import HTTPError, request, response

# status → (title, what to do)
PAGES = {
    400: ('Not understood', 'Something in this request was garbled on its way. Please go back and try again.'),
    401: ('Please sign in', 'This is only for those who are signed in.'),
    403: ('Not allowed', 'Your account may not open this.'),
    404: ('Not found', 'There is nothing at this address, or nothing that you may see.'),
    405: ('Not possible', 'This address does not do that.'),
    409: ('Not possible any more', 'Somebody else has changed this meanwhile. Please go back and look again.'),
    413: ('Too large', 'What you sent is larger than any form here can be.'),
    415: ('Not understood', 'This clinic only takes plain web forms.'),
    422: ('Please check', 'What you sent cannot be carried out as it is.'),
    429: ('Too many tries', 'Please wait a little, then try again.'),
    500: ('Our mistake', 'Something went wrong here, and it is not your fault. It has been written down for repair.'),
    503: ('One moment, please', 'This cannot be answered just now. Please try again in a few seconds.'),
}


class Stop(HTTPError):
    """An error answer: `raise Stop(404)`. sentence replaces the usual one; it must be safe to show."""

    def __init__(self, status: int, sentence: str | None = None, retry_after: int | None = None):
        super().__init__(status)
        self.sentence = sentence
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
    note = f'<p><small>If you tell us about it, please give the number {html.escape(request_id)}.</small></p>'
    return ('<!doctype html><html lang="en"><head><meta charset="utf-8">'
            '<meta name="viewport" content="width=device-width, initial-scale=1">'
            '<link rel="stylesheet" href="/static/bootstrap.css"><link rel="stylesheet" href="/static/clinic.css">'
            f'<title>{title}</title></head><body><main class="container py-5">'
            f'<h1>{title}</h1><p>{html.escape(sentence)}</p>'
            f'{note if status >= 500 and request_id else ""}'
            '<p><a class="btn btn-primary" href="/">To the first page</a></p></main></body></html>').encode()
