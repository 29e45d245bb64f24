"""Registering, signing in and out, the own profile, setting a password by a one-time link."""

from bottle import response

from app import clock
from app.accounts import sign_in as auth
from app.errors import NotFound, Refused
from app.forms import profile
from app.forms import sign_in as forms
from app.pages import sign_in_page
from app.web import cookies, menu
from app.web.app import again, app, clinic, form, needs, next_page, page, query, see_other, visitor


@app.get('/register')
@needs('anyone')
def show_registration():
    """The form for a new patient's account."""
    if visitor().is_signed_in:
        return see_other(next_page(query()) or menu.HOMES[visitor().role])
    return page('account/register.tpl', form={'next': query().get('next', '')}, **sign_in_page.beside(query()))


@app.post('/register')
@needs('anyone')
def register():
    """Open the account, sign it in, and go on to booking."""
    try:
        details = forms.read_registration(form(), clinic().name)
        token = auth.register(visitor(), details)
    except Refused as refused:
        return again('account/register.tpl', refused, **sign_in_page.beside(form()))
    _keep(token)
    return see_other(next_page(form()) or '/book', done='registered')


@app.get('/login')
@needs('anyone')
def show_sign_in():
    """The sign-in form."""
    if visitor().is_signed_in:
        return see_other(next_page(query()) or menu.HOMES[visitor().role])
    return sign_in_page.show(next=query().get('next', ''))


@app.post('/login')
@needs('anyone')
def sign_in():
    """Begin a session, and go on to where the visitor was heading."""
    try:
        values = forms.read_sign_in(form())
        role, token = auth.sign_in(visitor(), **values)
    except Refused as refused:
        return again('account/login.tpl', refused, **sign_in_page.beside(form()))
    _keep(token)
    there = next_page(form()) or menu.HOMES[role]
    return sign_in_page.show_kept(token) or see_other(there)


@app.post('/logout')
@needs('signed_in')
def sign_out():
    """End the session."""
    auth.sign_out(visitor())
    cookies.drop('session')
    return see_other('/', done='signed_out')


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
        details = profile.read_details(form(), visitor().role)
        auth.change_details(visitor(), details)
    except Refused as refused:
        return _profile(refused)
    return see_other('/profile', done='details_saved')


@app.post('/profile/password')
@needs('signed_in')
def change_password():
    """Set a new password; every other session of the account ends."""
    try:
        values = forms.read_password_change(form(), visitor(), clinic().name)
        token = auth.change_password(visitor(), **values)
    except Refused as refused:
        return _profile(refused)
    _keep(token)
    return see_other('/profile', done='password_changed')


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
        password = forms.read_new_password(form(), auth.find_link(token), clinic().name)
        auth.use_link(visitor(), token, password)
    except (Refused, NotFound) as problem:
        return _by_link(token, problem)
    return see_other('/login', done='password_set')


def _keep(token):
    """Give the browser its session, and take back what it had as a stranger."""
    cookies.write('session', token)
    cookies.drop('visit')


def _profile(refused=None):
    account = auth.find_account(visitor())
    saved = {name: account[name] or '' for name in ('full_name', 'phone', 'birth_date')}
    if refused:
        return again('account/profile.tpl', refused, form={**saved, **form()}, today=clock.today())
    return page('account/profile.tpl', form=saved, today=clock.today())


def _by_link(token, problem=None):
    """The address of this page is a secret: it is told to nobody and kept by no search engine."""
    response.set_header('Referrer-Policy', 'no-referrer')
    response.set_header('X-Robots-Tag', 'noindex, nofollow')
    try:
        link = auth.find_link(token)
    except NotFound:
        return page('account/link_is_void.tpl', 404)
    if isinstance(problem, Refused):
        return again('account/set_password.tpl', problem, link=link)
    return page('account/set_password.tpl', link=link)
