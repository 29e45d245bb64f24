"""The form of a room, and the day whose rooms are looked at."""

from datetime import date

from app.forms import fields


def read_room(form: dict) -> dict:
    """name, services (the keys ticked). Raises Refused."""
    errors = {}
    values = {'name': fields.text(form, 'name', errors, longest=60), 'services': read_ticked(form, 'service')}
    fields.check(errors)
    return values


def read_ticked(form: dict, what: str) -> set[int]:
    """The keys of a list of check boxes: service_3 and service_7 → {3, 7}. A name may come once in a form."""
    errors = {}
    keys = {fields.identity({'key': name.removeprefix(what + '_')}, 'key', errors)
            for name in form if name.startswith(what + '_')}
    return keys - {None}


def read_day(query: dict, today: date) -> date:
    """The day asked for; today where none is, or where it is no day. Within the calendar of the database."""
    return fields.day(query, 'day', {}, required=False, earliest=date(2020, 1, 8), latest=date(2099, 12, 20)) or today
