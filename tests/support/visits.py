"""Visits of the cast, and accounts that the clinic knows."""

import datetime as dt

from app.visitor import Visitor
from app.visits import scheduling
from app.visits.wanted import Wanted


def book(visitor: Visitor, starts_at: dt.datetime, **changes) -> int:
    """The appointment_id of a visit that a visitor books: Petra's consultation with Dr. Weber, but for the changes."""
    wanted = {'patient_id': 1, 'staff_id': 1, 'service_id': 1, 'starts_at': starts_at, **changes}
    return scheduling.book(visitor, Wanted(**wanted))


def known(shell, *user_ids: int):
    """Somebody of each of these accounts was here a year ago, so they may have as many visits ahead as the setting
    says."""
    for user_id in user_ids:
        shell("INSERT INTO appointments"
              " (patient_id, staff_id, room_id, service_id, starts_at, ends_at, status, created_utc)"
              " SELECT MIN(patient_id), 1, 1, 1, '2025-01-06 10:00' + INTERVAL %s DAY,"
              " '2025-01-06 10:30' + INTERVAL %s DAY, 'completed', '2025-01-01'"
              " FROM patients WHERE user_id = %s", user_id, user_id, user_id)


def any_number_a_day(shell):
    """What is done to visits counts as if it were done two days ago: a load books more in a minute than somebody may in
    a day."""
    shell('CREATE TRIGGER history_is_old BEFORE INSERT ON appointment_history FOR EACH ROW'
          ' SET NEW.at_utc = NEW.at_utc - INTERVAL 2 DAY')
