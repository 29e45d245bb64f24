"""The forms about accounts: what was typed, as typed values, or Refused with a sentence for each field."""

from app import clock
from app.accounts import passwords
from app.forms import fields

REGISTRATION = ('full_name', 'email', 'password', 'phone', 'birth_date')       # as its page asks for them


def read_registration(form: dict, clinic_name: str) -> dict:
    """email, full_name, phone (or None), birth_date (or None), password. Raises Refused."""
    errors = {}
    values = _details(form, errors, with_birth_date=True)
    values['email'] = fields.email(form, 'email', errors)
    values['password'] = _new_password(form, errors, values['email'] or '', values['full_name'] or '', clinic_name)
    fields.check({name: errors[name] for name in REGISTRATION if name in errors})
    return values


def read_sign_in(form: dict) -> dict:
    """email (lower case, not checked further: a wrong one is simply nobody's) and password. Raises Refused."""
    errors = {}
    typed = {'email': form.get('email', '').lower()}        # which may make it longer: İ becomes two characters
    values = {'email': fields.text(typed, 'email', errors, longest=254), 'password': form.get('password', '')}
    if not values['password']:
        errors['password'] = fields.missing('password')
    fields.check(errors)
    return values


def read_admin(form: dict, clinic_name: str) -> dict:
    """email, full_name and password of an admin to be. Raises Refused."""
    errors = {}
    values = {'email': fields.email(form, 'email', errors),
              'full_name': fields.text(form, 'full_name', errors, longest=120)}
    values['password'] = _new_password(form, errors, values['email'] or '', values['full_name'] or '', clinic_name)
    fields.check(errors)
    return values


def read_invited_admin(form: dict) -> dict:
    """email and full_name of an admin who sets the password by a link. Raises Refused."""
    errors = {}
    values = {'email': fields.email(form, 'email', errors),
              'full_name': fields.text(form, 'full_name', errors, longest=120)}
    fields.check(errors)
    return values


def read_details(form: dict, role: str) -> dict:
    """full_name, phone, and for patients birth_date, of the profile page. Raises Refused."""
    errors = {}
    values = _details(form, errors, with_birth_date=role == 'patient')
    fields.check(errors)
    return values


def read_new_password(form: dict, account: dict, clinic_name: str) -> str:
    """The new password of an account (a dict with email and full_name). Raises Refused."""
    errors = {}
    password = _new_password(form, errors, account['email'], account['full_name'], clinic_name)
    fields.check(errors)
    return password


def read_password_change(form: dict, account: dict, clinic_name: str) -> dict:
    """current_password and password, the new one. Raises Refused."""
    errors = {}
    current = form.get('current_password', '')
    if not current:
        errors['current_password'] = fields.missing('current_password')
    password = _new_password(form, errors, account['email'], account['full_name'], clinic_name)
    fields.check(errors)
    return {'current_password': current, 'password': password}


def _details(form, errors, with_birth_date):
    values = {
        'full_name': fields.text(form, 'full_name', errors, longest=120),
        'phone': fields.phone(form, 'phone', errors),
    }
    if with_birth_date:
        values['birth_date'] = fields.day(form, 'birth_date', errors, required=False, latest=clock.today(),
                                          outside='Please check the year: a birthday is in the past.')
    return values


def _new_password(form, errors, email, full_name, clinic_name):
    password = form.get('password', '')
    complaint = passwords.complaint(password, email, full_name, clinic_name) if password else fields.missing('password')
    if complaint:
        errors['password'] = complaint
    return password
