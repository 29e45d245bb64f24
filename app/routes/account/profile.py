"""The own account: details, password, a copy of all that is kept, and closing it."""

import json

from bottle import response

from app import clock, database
from app.accounts import one_time_links, profile, sign_in
from app.errors import Refused
from app.forms import profile as forms
from app.forms.sign_in import read_password_change
from app.web import cookies
from app.web.app import app, clinic, form, needs, page, see_other, visitor


@app.get('/profile')
@needs('signed_in')
def show_profile():
    """The own account: details, and the password."""
    return _profile()


@app.post('/profile')
@needs('signed_in')
def save_details():
    """Change name, phone and birth date."""
    try:
        details = forms.read_details(form(), visitor().role)
        profile.change_details(visitor(), details)
    except Refused as refused:
        return _profile(refused)
    return see_other('/profile', done='details_saved')


@app.post('/profile/password')
@needs('signed_in')
def change_password():
    """Set a new password; every other session of the account ends."""
    try:
        values = read_password_change(form(), visitor(), clinic().name)
        token = one_time_links.change_password(visitor(), **values)
    except Refused as refused:
        return _profile(refused)
    cookies.open_session(token)
    return see_other('/profile', done='password_changed')


@app.get('/profile/data')
@needs('signed_in')
def download():
    """A copy of all that is kept about the own account, as a file."""
    response.content_type = 'application/json; charset=utf-8'
    response.set_header('Content-Disposition', 'attachment; filename="my-data.json"')
    return json.dumps(profile.everything(visitor()), ensure_ascii=False, indent=2)


@app.get('/profile/close')
@needs('patient')
def show_closing():
    """What closing the own account means."""
    return _closing()


@app.post('/profile/close')
@needs('patient')
def close_account():
    """Close the own account, cancel its coming visits, and forget what is personal."""
    try:
        profile.close_account(visitor(), **forms.read_closing(form()))
    except Refused as refused:
        return _closing(refused)
    cookies.drop('session')
    return see_other('/', done='account_closed')


def _profile(refused=None):
    account = sign_in.find_account(visitor())
    saved = {name: account[name] or '' for name in ('full_name', 'phone', 'birth_date')}
    return page('account/profile.tpl', refused, form={**saved, **form()})


def _closing(refused=None):
    coming = database.rows('appointments/list_own_coming', user_id=visitor().user_id, now=clock.now(), limit=50,
                           offset=0)
    return page('account/close.tpl', refused, coming=coming)
