"""A forgotten password, and the page behind a one-time link, which sets one."""

from bottle import response

from app.accounts import one_time_links, recovery
from app.errors import NotFound, Refused
from app.forms import sign_in as forms
from app.web import cookies
from app.web.app import app, clinic, form, needs, page, see_other, visitor


@app.get('/forgot-password')
@needs('anyone')
def show_forgotten():
    """The form that asks for a link to set a new password."""
    return _form()


@app.post('/forgot-password')
@needs('anyone')
def forget():
    """Mail the link, if the address has an account; the answer is the same if it has none."""
    try:
        email = forms.read_email(form())
        recovery.ask(visitor(), email)
    except Refused as refused:
        return _form(refused)
    return page('account/forgot_sent.tpl', email=email, **_beside())


@app.get('/reset-password/<token:token>')
@needs('anyone')
def show_link(token):
    """The form behind a one-time link."""
    return _by_link(token)


@app.post('/reset-password/<token:token>')
@needs('anyone')
def set_password_by_link(token):
    """Set the password and use up the link. Signing in with it is the next step."""
    try:
        link = one_time_links.find(token)
        password = forms.read_new_password(form(), link, clinic().name)
        one_time_links.use(visitor(), token, password)
    except NotFound:
        return _by_link(token)
    except Refused as refused:
        return _by_link(token, refused)
    cookies.remember_browser(link['user_id'], link['email'])
    return see_other('/login', done='password_set')


def _form(refused=None):
    return page('account/forgot.tpl', refused, **_beside())


def _beside():
    return {'minutes': one_time_links.VALID_MINUTES['reset']}


def _by_link(token, refused=None):
    """The address of this page is a secret: it is told to nobody and kept by no search engine."""
    response.set_header('Referrer-Policy', 'no-referrer')
    response.set_header('X-Robots-Tag', 'noindex, nofollow')
    try:
        link = one_time_links.find(token)
    except NotFound:
        return page('account/link_is_void.tpl', status=404)
    return page('account/set_password.tpl', refused, link=link)
