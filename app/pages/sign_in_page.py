"""The sign-in page: asked for, or in place of a form whose session has ended, which it keeps.

A kept form travels through the sign-in page, and the one that asks for a code, as hidden fields: kept_path is where it
was sent, kept_field_… what it said. After sign-in its own page is shown, filled in, with a new token. Nothing of it is
ever carried out: its handler runs while the database refuses to write, and shows what it shows after a refusal.
"""

from urllib.parse import urlencode

from bottle import HTTPError, request

from app import database
from app.accounts import sessions
from app.errors import Forbidden, NotFound, Refused
from app.web import cookies, error_pages, guard, keys, menu
from app.web.app import app, form, next_page, page, see_other, show_error, visitor

FIELD = 'kept_field_'
AGAIN = 'You were signed out, so nothing has been done yet. Here is what you typed. Please check it and send it.'


def show(status: int = 200, **form: str) -> str:
    """The page. form: next (where to go afterwards), and what it keeps of another form."""
    return page('account/sign_in.tpl', status=status, form=form, **beside(form))


def beside(asked: dict[str, str]) -> dict:
    """What the forms for strangers need besides: links to each other, which keep the next page asked for."""
    next_one = next_page(asked)
    kept = '?' + urlencode({'next': next_one}) if next_one else ''
    return {'login_link': '/login' + kept, 'register_link': '/register' + kept}


@app.error(401)
def keep(error) -> str:
    """A stranger's form: the page, which keeps it but for passwords, codes, its key, and that it was confirmed."""
    if error_pages.is_api():
        return show_error(error)
    kept = {FIELD + name: value for name, value in form().items()
            if 'password' not in name and name not in ('request_key', 'confirmed', 'code')}
    return show(401, kept_path=request.environ['PATH_INFO'], **kept)


def ask_for_code(token: str) -> str:
    """The password was right, and the session of this token waits for a code: on to the page that asks for it."""
    cookies.write('session', token)
    if form().get('kept_path'):             # what is kept fits into no address
        return page('account/second_factors/code.tpl', form=form(), minutes=sessions.CODE_MINUTES)
    next_one = next_page(form())
    return see_other('/login/code' + ('?' + urlencode({'next': next_one}) if next_one else ''))


def go_on(role: str, token: str) -> str:
    """Somebody has signed in: on to the form that was kept, to where they were heading, or to their first page."""
    cookies.open_session(token)
    there = next_page(form()) or menu.HOMES[role]
    return show_kept(token) or see_other(there)


def show_kept(token: str) -> str | None:
    """The page of the kept form, for who has just signed in with this token. None: there is none, or none for them."""
    path = form().get('kept_path')
    kept = {name.removeprefix(FIELD): value for name, value in form().items() if name.startswith(FIELD)}
    try:
        route, values = app.match({'REQUEST_METHOD': 'POST', 'PATH_INFO': path or '-'})
    except HTTPError:
        return None
    request.environ.update({keys.SESSION: token, keys.VISITOR: sessions.find(token, visitor())[1]})
    if visitor().lacks_second_factor or not guard.audience_of(route) & {'signed_in', visitor().role}:
        return None
    request.environ.update({keys.FORM: kept, keys.QUERY: {}, 'PATH_INFO': path})
    try:
        with database.refusing_writes(Refused(AGAIN, 200)):
            return route.callback(**values)
    except (Forbidden, NotFound, Refused):
        return None
