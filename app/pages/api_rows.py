"""Rows of the database as the API's JSON objects: clinic-local times become ISO 8601 with their offset."""

from app import clock


def staff(rows: list[dict]) -> list[dict]:
    """Each member of staff once, for all their rows of staff/list_offers."""
    found = {}
    for row in rows:
        member = found.setdefault(row['staff_id'], {
            **{name: row[name] for name in ('staff_id', 'full_name', 'specialization', 'about', 'phone')},
            'service_ids': []})
        member['service_ids'].append(row['service_id'])
    return list(found.values())


def service(row: dict) -> dict:
    """A row of services/list_bookable."""
    return {name: row[name] for name in ('service_id', 'name', 'minutes', 'how_to_prepare')}


def visit(row: dict) -> dict:
    """A row of appointments/list_own or list_between."""
    return {
        'appointment_id': row['appointment_id'],
        'status': row['status'],
        'starts_at': clock.iso(row['starts_at']),
        'ends_at': clock.iso(row['ends_at']),
        'patient': {'patient_id': row['patient_id'], 'full_name': row['patient_name']},
        'staff': {'staff_id': row['staff_id'], 'full_name': row['staff_name']},
        'service': {'service_id': row['service_id'], 'name': row['service_name']},
        'room': {'room_id': row['room_id'], 'name': row['room_name']} if row['room_id'] else None,
        'reason': row['reason'],
        'cancel_reason': row['cancel_reason'],
    }
