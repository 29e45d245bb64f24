"""The form of a service."""

from app.forms import fields
from app.forms.rooms import read_ticked


def read_service(form: dict) -> dict:
    """name, minutes, pause_minutes, how_to_prepare, is_active, staff and rooms (the keys ticked). Raises Refused."""
    errors = {}
    values = {
        'name': fields.text(form, 'name', errors, longest=80),
        'minutes': _minutes(form, 'minutes', errors, 5, 480),
        'pause_minutes': _minutes(form, 'pause_minutes', errors, 0, 120),
        'how_to_prepare': fields.text(form, 'how_to_prepare', errors, longest=500, required=False, lines=True),
        'is_active': fields.ticked(form, 'is_active'),
        'staff': read_ticked(form, 'staff'),
        'rooms': read_ticked(form, 'room'),
    }
    fields.check(errors)
    return values


def _minutes(form, name, errors, least, most):
    number = fields.whole_number({name: form.get(name, '').strip() or ('0' if least == 0 else '')}, name, errors,
                                 least=least, most=most)
    if name in errors or number % 5:
        errors[name] = f'Please write {least} to {most} minutes, in steps of 5.'
    return number
