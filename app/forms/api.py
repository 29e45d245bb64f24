"""The query strings of the API, read strictly: programs are told what is wrong. All raise Refused."""

from app.forms import fields


def read_slots(query: dict) -> dict:
    """staff_id, service_id and day."""
    read = fields.Reader(query)
    return read.checked({'staff_id': _key(read, 'staff_id'), 'service_id': _key(read, 'service_id'),
                         'day': read.day('day')})


def read_staff(query: dict) -> dict:
    """service_id (None: any) and page."""
    read = fields.Reader(query)
    return read.checked({'service_id': _key(read, 'service_id', required=False), 'page': _page(read)})


def read_services(query: dict) -> dict:
    """page."""
    read = fields.Reader(query)
    return read.checked({'page': _page(read)})


def read_appointments(query: dict) -> dict:
    """day (or None) and page."""
    read = fields.Reader(query)
    return read.checked({'day': read.day('day', required=False), 'page': _page(read)})


def _key(read, name, required=True):
    found = read.identity(name, required=required)
    return read.refuse(name, f'{name} must be the key of a record, such as 3.') if name in read.errors else found


def _page(read):
    return read.whole_number('page', least=1, most=100_000, required=False) or 1
