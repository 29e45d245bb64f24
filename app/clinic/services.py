"""What admins do to services. Each act is one transaction that locks the service, which bookings hold in share mode:
it waits for those under way, and later ones see it.

A visit keeps the length and the pause it was booked with: changing a service moves no visit.
"""

from app import audit, database
from app.errors import NotFound
from app.visitor import Visitor

DETAILS = ('name', 'minutes', 'pause_minutes', 'how_to_prepare', 'shares_reasons', 'place', 'is_active', 'is_online',
           'notice_minutes', 'horizon_days', 'cancel_deadline_minutes')
# What a new service is where nobody says otherwise.
USUAL = {'place': 'room', 'is_online': True, 'notice_minutes': None, 'horizon_days': None,
         'cancel_deadline_minutes': None}
TICKED = ('shares_reasons', 'is_active', 'is_online')


@database.retried
def add(visitor: Visitor, values: dict) -> int:
    """Add a service: its service_id. values: the DETAILS (those of USUAL may be left out), staff and rooms (keys).

    Raises Refused (409, field name).
    """
    with database.transaction() as tx:
        service_id = tx.insert('services/insert', **_details({**USUAL, **values}))
        changes = [f'{values["name"]}, {values["minutes"]} min', *_offer(tx, service_id, values)]
        audit.record(tx, visitor, 'service added', 'services', service_id, '; '.join(filter(None, changes)))
        return service_id


@database.retried
def change(visitor: Visitor, service_id: int, values: dict):
    """Change a service, who offers it and where. values, and what is raised, as of add(); what is left out stays.

    Raises NotFound besides.
    """
    with database.transaction() as tx:
        _lock_newcomers(tx, service_id, values['staff'])
        before = tx.one('services/lock', service_id=service_id)
        if not before:
            raise NotFound()
        after = _details({**before, **values})
        tx.change('services/set_details', service_id=service_id, **after)
        changes = [audit.differences(_as_ticked(before), _as_ticked(after)), *_offer(tx, service_id, values)]
        if any(changes):
            audit.record(tx, visitor, 'service changed', 'services', service_id, '; '.join(filter(None, changes)))


def _lock_newcomers(tx, service_id, chosen):
    """Lock the staff who are about to offer it. Their new rows lock them too, and bookings lock staff first."""
    staff = tx.rows('staff/list_for_service', service_id=service_id)
    for member in sorted(_to_change(staff, 'staff_id', chosen), key=lambda each: each['staff_id']):
        if not member['is_chosen']:
            tx.one('staff/lock', staff_id=member['staff_id'])


def _as_ticked(details):
    return {**details, **{name: bool(details[name]) for name in TICKED}}


def _details(values):
    return {name: values[name] for name in DETAILS}


def _offer(tx, service_id, values):
    """Let these staff offer the service, in these rooms, and no others; what changed, in words."""
    staff = tx.rows('staff/list_for_service', service_id=service_id)
    rooms = tx.rows('rooms/list_for_service', service_id=service_id)
    changes = []
    for member in _to_change(staff, 'staff_id', values['staff']):
        pair = {'staff_id': member['staff_id'], 'service_id': service_id}
        if member['is_chosen']:
            tx.change('staff_services/withdraw', **pair)
        else:
            tx.change('staff_services/offer', **pair)
        changes.append(f'{member["name"]} {"no longer offers" if member["is_chosen"] else "offers"} it')
    for room in _to_change(rooms, 'room_id', values['rooms']):
        pair = {'room_id': room['room_id'], 'service_id': service_id}
        if room['is_chosen']:
            tx.change('room_services/delete', **pair)
        else:
            tx.change('room_services/insert', **pair)
        changes.append(f'{room["name"]} {"no longer suits" if room["is_chosen"] else "suits"} it')
    return changes


def _to_change(rows, key, chosen):
    return [row for row in rows if (row[key] in chosen) != bool(row['is_chosen'])]
