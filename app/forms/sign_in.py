"""The forms with which somebody gets in: registering, signing in, setting a password. All readers raise Refused."""

from app.accounts import passwords
from app.forms import fields
from app.visitor import Visitor


def read_registration(form: dict, clinic_name: str) -> dict:
    """email, full_name, phone (or None), birth_date (or None), password; privacy_version: of the privacy notice that
    the page showed, or None."""
    read = fields.Reader(form)
    values = _owner(read)
    return read.checked({**values, 'password': _new_password(read, values['email'], values['full_name'], clinic_name),
                         'phone': read.phone('phone'), 'birth_date': read.birth_date(),
                         'privacy_version': fields.Reader(form).identity('privacy_version')})


def read_sign_in(form: dict) -> dict:
    """email (lower case, not checked further: a wrong one is simply nobody's) and password."""
    # in lower case it may be longer: İ becomes two characters
    read = fields.Reader({**form, 'email': form.get('email', '').lower()})
    return read.checked({'email': read.text('email', longest=254), 'password': read.secret('password')})


def read_email(form: dict) -> str:
    """The e-mail address to which a link is asked for."""
    read = fields.Reader(form)
    return read.checked(read.email('email'))


def read_admin(form: dict, clinic_name: str) -> dict:
    """email, full_name and password of an admin to be; password is None in a form without one: a link sets it."""
    read = fields.Reader(form)
    values = {**_owner(read), 'password': None}
    if 'password' in form:
        values['password'] = _new_password(read, values['email'], values['full_name'], clinic_name)
    return read.checked(values)


def read_new_password(form: dict, account: dict, clinic_name: str) -> str:
    """The new password of an account (a dict with email and full_name)."""
    read = fields.Reader(form)
    return read.checked(_new_password(read, account['email'], account['full_name'], clinic_name))


def read_password_change(form: dict, visitor: Visitor, clinic_name: str) -> dict:
    """current_password and password, the new one."""
    read = fields.Reader(form)
    return read.checked({'current_password': read.secret('current_password'),
                         'password': _new_password(read, visitor.email, visitor.full_name, clinic_name)})


def _owner(read):
    return {'full_name': read.full_name(), 'email': read.email('email')}


def _new_password(read, email, full_name, clinic_name):
    password = read.secret('password')
    complaint = password and passwords.complaint(password, email or '', full_name or '', clinic_name)
    return read.refuse('password', complaint) if complaint else password
