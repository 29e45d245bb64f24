"""The query strings of the API, read strictly: programs are told what is wrong. All raise Refused."""

from app.forms import fields


def read_slots(query: dict) -> dict:
    """staff_id, service_id and day."""
    errors = {}
    values = {'staff_id': fields.identity(query, 'staff_id', errors),
              'service_id': fields.identity(query, 'service_id', errors),
              'day': fields.day(query, 'day', errors)}
    for name in ('staff_id', 'service_id'):
        if name in errors:
            errors[name] = f'{name} must be the key of a record, such as 3.'
    fields.check(errors)
    return values


def read_staff(query: dict) -> dict:
    """service_id (0: any) and page."""
    errors = {}
    values = {'service_id': fields.identity(query, 'service_id', errors, required=False) or 0,
              'page': _page(query, errors)}
    if 'service_id' in errors:
        errors['service_id'] = 'service_id must be the key of a record, such as 3.'
    fields.check(errors)
    return values


def read_services(query: dict) -> dict:
    """page."""
    errors = {}
    values = {'page': _page(query, errors)}
    fields.check(errors)
    return values


def read_appointments(query: dict) -> dict:
    """day (or None) and page."""
    errors = {}
    values = {'day': fields.day(query, 'day', errors, required=False), 'page': _page(query, errors)}
    fields.check(errors)
    return values


def _page(query, errors):
    return fields.whole_number(query, 'page', errors, least=1, most=100_000, required=False) or 1
