"""Whose hours a page is about: their week, their time off, and the visits that no longer fit them."""

from app.clinic import hours
from app.errors import NotFound
from app.forms import fields
from app.web.app import visitor


def person_of(values: dict) -> dict:
    """Whose hours are meant: staff_id of the values of a form or query, or else the visitor's own. Raises NotFound,
    also where the desk or an admin names nobody."""
    asked = fields.Reader(values).identity('staff_id')
    if values.get('staff_id') and not asked:
        raise NotFound()
    person = hours.find_staff(visitor(), asked or visitor().staff_id)
    if not asked and person['sees_all']:
        raise NotFound()
    return person
