"""The form of a room, and the day whose rooms are looked at."""

from datetime import date

from app.forms import fields


def read_room(form: dict) -> dict:
    """name, services (the keys ticked). Raises Refused."""
    read = fields.Reader(form)
    return read.checked({'name': read.text('name', longest=60), 'services': read.ticked_keys('service')})


def read_day(query: dict, today: date) -> date:
    """The day asked for; today where none is, or where it is no day."""
    return fields.Reader(query).page_day() or today
