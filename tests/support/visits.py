"""Visits of the cast."""

import datetime as dt

from app.visitor import Visitor
from app.visits import scheduling
from app.visits.wanted import Wanted


def book(visitor: Visitor, starts_at: dt.datetime, **changes) -> int:
    """The appointment_id of a visit that a visitor books: Petra's consultation with Dr. Weber, but for the changes."""
    wanted = {'patient_id': 1, 'staff_id': 1, 'service_id': 1, 'starts_at': starts_at, **changes}
    return scheduling.book(visitor, Wanted(**wanted))
