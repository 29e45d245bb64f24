"""The forms about the own account: people one books for, another address, closing."""

from app import clock
from app.forms import fields

RELATIONS = {'child': 'My child', 'relative': 'A relative, or somebody I care for'}


def read_person(form: dict) -> dict:
    """relation, full_name, birth_date (or None), phone (or None) of a child or relative. Raises Refused."""
    errors = {}
    values = {
        'relation': fields.choice(form, 'relation', errors, RELATIONS),
        'full_name': fields.text(form, 'full_name', errors, longest=120),
        'birth_date': fields.day(form, 'birth_date', errors, required=False, latest=clock.today(),
                                 outside='Please check the year: a birthday is in the past.'),
        'phone': fields.phone(form, 'phone', errors),
    }
    fields.check(errors)
    return values


def read_email_change(form: dict) -> dict:
    """email and current_password. Raises Refused."""
    errors = {}
    values = {'email': fields.email(form, 'email', errors), **_password(form, errors)}
    fields.check(errors)
    return values


def read_closing(form: dict) -> dict:
    """current_password. Raises Refused."""
    errors = {}
    values = _password(form, errors)
    fields.check(errors)
    return values


def _password(form, errors):
    typed = form.get('current_password', '')
    if not typed:
        errors['current_password'] = fields.missing('current_password')
    return {'current_password': typed}
