"""Registering, signing in and out."""

from app.accounts import registration
from app.accounts import sign_in as rules
from app.errors import Refused
from app.forms import sign_in as forms
from app.pages import sign_in_page
from app.web import cookies, menu
from app.web.app import app, clinic, form, needs, next_page, page, query, see_other, visitor


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
        token = registration.register(visitor(), details)
    except Refused as refused:
        return page('account/register.tpl', refused, **sign_in_page.beside(form()))
    cookies.open_session(token)
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
    """Begin a session, and go on to where the visitor was heading; by way of the code, where the account has one."""
    try:
        values = forms.read_sign_in(form())
        role, token, needs_code = rules.sign_in(visitor(), **values)
    except Refused as refused:
        return page('account/sign_in.tpl', refused, **sign_in_page.beside(form()))
    if needs_code:
        return sign_in_page.ask_for_code(token)
    return sign_in_page.go_on(role, token)


@app.post('/logout')
@needs('signed_in', before_second_factor=True)
def sign_out():
    """End the session."""
    rules.sign_out(visitor())
    cookies.drop('session')
    page_after = see_other('/', done='signed_out')
    cookies.drop('click')       # whoever comes next is not shown what this account did last
    return page_after
