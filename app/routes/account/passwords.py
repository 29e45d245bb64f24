"""Asking for a link to set a new password. The page behind the link is in accounts.py."""

from app import config
from app.accounts import recovery, sign_in
from app.errors import Refused
from app.forms import sign_in as forms
from app.web.app import app, form, needs, page, visitor


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


def _form(refused=None):
    return page('account/forgot.tpl', refused, **_beside())


def _beside():
    return {'minutes': sign_in.VALID_MINUTES['reset'], 'mail_is_off': not config.current().smtp_host}
