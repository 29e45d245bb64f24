"""The form of a service."""

from app.forms import fields


def read_service(form: dict) -> dict:
    """name, minutes, pause_minutes, how_to_prepare, shares_reasons, is_active, staff and rooms (the keys ticked).

    Raises Refused.
    """
    read = fields.Reader(form)
    return read.checked({
        'name': read.text('name', longest=80),
        'minutes': _minutes(read, 'minutes', 5, 480),
        'pause_minutes': _minutes(read, 'pause_minutes', 0, 120, required=False) or 0,
        'how_to_prepare': read.text('how_to_prepare', longest=500, required=False, lines=True),
        'shares_reasons': read.ticked('shares_reasons'),
        'is_active': read.ticked('is_active'),
        'staff': read.ticked_keys('staff'),
        'rooms': read.ticked_keys('room'),
    })


def _minutes(read, name, least, most, required=True):
    number = read.whole_number(name, least=least, most=most, required=required)
    if name in read.errors or number and number % 5:
        read.refuse(name, f'Please write {least} to {most} minutes, in steps of 5.')
    return number
