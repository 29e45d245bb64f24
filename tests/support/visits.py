"""Visits of the cast, and accounts that the clinic knows."""

import datetime as dt

from app.visitor import Visitor
from app.visits import scheduling
from app.visits.wanted import Wanted

# what a test books knowingly, whatever speaks against it
KNOWING = {'overruled': ('notice', 'off_grid', 'break', 'outside_hours', 'time_off', 'visits_ahead'), 'why': 'Test'}


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


def fill_tuesday(shell, people: int = 15, visits: int = 300):
    """So many people at work on Tuesday 2 June 2026, from 8:00 to 18:00, with so many visits in all."""
    for number in range(people - 3):
        shell("INSERT INTO users (user_id, email, email_proven_utc, role, full_name, created_utc) VALUES"
              " (%s, %s, '2026-01-01', 'staff', %s, '2026-01-01')",
              500 + number, f's{number}@clinic.test', f'Dr Bartholomew Longname {number}')
        shell("INSERT INTO staff (staff_id, user_id, specialization, slot_minutes)"
              " VALUES (%s, %s, 'General practice', 15)", 500 + number, 500 + number)
        shell('INSERT INTO working_hours (staff_id, weekday, starts_minute, ends_minute) VALUES (%s, 1, 480, 1080)',
              500 + number)
    staff = [1, 2, 3, *range(500, 500 + people - 3)]
    for number in range(visits):
        shell("INSERT INTO patients (patient_id, full_name, created_utc) VALUES (%s, %s, '2026-01-01')",
              1000 + number, f'Bartholomew Featherstonehaugh {number}')
        start = dt.datetime(2026, 6, 2, 8) + dt.timedelta(minutes=30 * (number // people))
        shell("INSERT INTO appointments (patient_id, staff_id, room_id, service_id, starts_at, ends_at, created_utc)"
              " VALUES (%s, %s, NULL, 1, %s, %s, '2026-05-01')", 1000 + number, staff[number % people], start,
              start + dt.timedelta(minutes=25))
