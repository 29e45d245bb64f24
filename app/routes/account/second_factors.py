"""The code from an app besides the password: typing it to sign in, setting it up, recovery codes, switching it off."""

from app import clock
from app.accounts import codes, second_factors, sessions, totp
from app.errors import NotFound, Refused
from app.forms import second_factors as forms
from app.pages import sign_in_page
from app.web import cookies, menu
from app.web.app import app, clinic, form, needs, next_page, page, query, see_other, visitor

HOME = '/profile/second-factor'
AGAIN = 'Please type your password again. The code came too late, or too many codes were wrong.'


@app.get('/login/code')
@needs('anyone')
def show_code():
    """The form for the code, once the password was right."""
    if visitor().is_signed_in:
        return _go_on(query())
    if not sessions.find_waiting(cookies.read('session')):
        return see_other(sign_in_page.beside(query())['login_link'])
    return _code(saved={'next': query().get('next', '')})


@app.post('/login/code')
@needs('anyone')
def finish_sign_in():
    """Sign in with the code, and go on to where the visitor was heading."""
    if visitor().is_signed_in:
        return _go_on(form())
    try:
        code = forms.read_code(form())
        role, token = second_factors.finish_sign_in(visitor(), cookies.read('session'), code)
    except NotFound:
        return page('account/sign_in.tpl', Refused(AGAIN), **sign_in_page.beside(form()))
    except Refused as refused:
        return _code(refused)
    return sign_in_page.go_on(role, token)


@app.get(HOME)
@needs('signed_in', before_second_factor=True)
def show_second_factor():
    """Whether the account has one, and what can be done with it."""
    return _show()


@app.post(HOME)
@needs('signed_in', before_second_factor=True)
def begin():
    """Make a key for the app, once the password was typed."""
    try:
        second_factors.begin(visitor(), **forms.read_password(form()))
    except Refused as refused:
        return _show(refused)
    return see_other(f'{HOME}/key')


@app.get(f'{HOME}/key')
@needs('signed_in', before_second_factor=True)
def show_key():
    """The key for the app, and the form for the app's first code."""
    return _key()


@app.post(f'{HOME}/key')
@needs('signed_in', before_second_factor=True)
def confirm():
    """Take the key into use, and show the recovery codes."""
    try:
        made = second_factors.confirm(visitor(), forms.read_app_code(form()))
    except NotFound:
        return see_other(HOME)
    except Refused as refused:
        return _key(refused)
    return _recovery_codes(made, menu.HOMES[visitor().role] if visitor().lacks_second_factor else HOME)


@app.get(f'{HOME}/recovery-codes')
@needs('signed_in')
def ask_for_recovery_codes():
    """The form that makes new recovery codes."""
    return _with_code('account/second_factors/new_codes.tpl')


@app.post(f'{HOME}/recovery-codes')
@needs('signed_in')
def replace_recovery_codes():
    """Void the recovery codes, and show new ones."""
    try:
        made = second_factors.replace_recovery_codes(visitor(), **forms.read_password_and_code(form()))
    except Refused as refused:
        return _with_code('account/second_factors/new_codes.tpl', refused)
    return _recovery_codes(made, HOME)


@app.get(f'{HOME}/off')
@needs('signed_in')
def ask_to_switch_off():
    """The form that switches the code off."""
    return _with_code('account/second_factors/off.tpl')


@app.post(f'{HOME}/off')
@needs('signed_in')
def switch_off():
    """Sign in with the password alone from now on."""
    try:
        second_factors.switch_off(visitor(), **forms.read_password_and_code(form()))
    except Refused as refused:
        return _with_code('account/second_factors/off.tpl', refused)
    return see_other(HOME, done='second_factor_off')


def _go_on(asked):
    return see_other(next_page(asked) or menu.HOMES[visitor().role])


def _code(refused=None, **shown):
    return page('account/second_factors/code.tpl', refused, minutes=sessions.CODE_MINUTES, **shown)


def _show(refused=None):
    factor = second_factors.find(visitor().user_id)
    since = factor and factor['confirmed_utc']
    return page('account/second_factors/show.tpl', refused, since=since and clock.to_local(since),
                left=factor and factor['recovery_codes_left'], all_codes=codes.RECOVERY_CODES)


def _key(refused=None):
    try:
        key = second_factors.find_new_key(visitor())
    except NotFound:
        return see_other(HOME)
    return page('account/second_factors/key.tpl', refused, key=totp.in_groups(key),
                link=totp.link(key, clinic().name, visitor().email))


def _recovery_codes(made, next_path):
    """Show recovery codes, once: they are in no address, and the page is kept nowhere."""
    return page('account/second_factors/codes.tpl', codes=[totp.in_groups(code, 5) for code in made],
                next_path=next_path, today=clock.today())


def _with_code(template, refused=None):
    """A form that asks for password and code, for who has one."""
    factor = second_factors.find(visitor().user_id)
    if not factor or not factor['confirmed_utc']:
        return see_other(HOME)
    return page(template, refused, left=factor['recovery_codes_left'])
