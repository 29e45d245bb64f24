"""The form of a service."""

from app.forms import fields, lengths, settings, who_books
from app.the_clinic import Clinic

PLACES = {'room': 'In a room of the clinic', 'phone': 'By telephone', 'video': 'By video',
          'home': 'At the patient’s home'}


def read_service(form: dict, clinic: Clinic) -> dict:
    """name, minutes, pause_minutes, how_to_prepare, shares_reasons, place, is_active, is_online, notice_minutes,
    horizon_days and cancel_deadline_minutes (None: the clinic's), staff and rooms (the keys ticked).

    Raises Refused.
    """
    read = fields.Reader(form)
    values = {
        'name': read.text('name', longest=80),
        'minutes': _minutes(read, 'minutes', 5, 480),
        'pause_minutes': _minutes(read, 'pause_minutes', 0, 120, required=False) or 0,
        'how_to_prepare': read.text('how_to_prepare', longest=500, required=False, lines=True),
        'shares_reasons': read.ticked('shares_reasons'),
        'place': read.choice('place', PLACES, required=False) or 'room',
        **who_books.read(read, 'is_active'),
        **_rules(read),
        'staff': read.ticked_keys('staff'),
        'rooms': read.ticked_keys('room'),
    }
    _refuse_never(read, values, clinic)
    return read.checked(values)


def shown(service: dict | None = None) -> dict:
    """A row of services/find as the form's fields; without one, the rules of a new service."""
    service = service or {'notice_minutes': None, 'cancel_deadline_minutes': None}
    return {**service, **lengths.shown('notice', service['notice_minutes'], 'minutes'),
            **lengths.shown('cancel_deadline', service['cancel_deadline_minutes']),
            'is_active': who_books.shown(service if 'is_active' in service else None, 'is_active')}


def _rules(read):
    own = {f'{name}_minutes': lengths.read(read, name, *settings.LENGTHS[name], required=False)
           for name in ('notice', 'cancel_deadline')}
    return {**own, 'horizon_days': read.whole_number('horizon_days', least=1, most=366, required=False)}


def _refuse_never(read, values, clinic):
    """Refuse a notice that is longer than the days ahead: nothing could be booked."""
    notice, days = (getattr(clinic, name) if values[name] is None else values[name]
                    for name in ('notice_minutes', 'horizon_days'))
    if notice >= days * 1440:
        read.refuse('notice', 'Nothing could be booked: the notice must be shorter than the bookable days ahead.')


def _minutes(read, name, least, most, required=True):
    number = read.whole_number(name, least=least, most=most, required=required)
    if name in read.errors or number and number % 5:
        read.refuse(name, f'Please write {least} to {most} minutes, in steps of 5.')
    return number
