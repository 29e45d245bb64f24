"""What admins do to rooms. Each act is one transaction, and locks the room first, as booking does."""

from app import audit, database
from app.errors import NotFound
from app.visitor import Visitor


@database.retried
def add(visitor: Visitor, values: dict) -> int:
    """Add a room: its room_id. values: name, services (keys). Raises Refused (409, field name) where it is taken."""
    with database.transaction() as tx:
        room_id = tx.insert('rooms/insert', name=values['name'])
        changes = _suit(tx, room_id, values['services'])
        audit.record(tx, visitor, 'room added', 'rooms', room_id, '; '.join([values['name'], *changes]))
        return room_id


@database.retried
def change(visitor: Visitor, room_id: int, values: dict):
    """Rename a room and say which services it suits. values, and what is raised, as of add(); NotFound besides."""
    with database.transaction() as tx:
        before = _lock(tx, room_id)
        tx.change('rooms/rename', room_id=room_id, name=values['name'])
        changes = [audit.differences(before, {'name': values['name']}), *_suit(tx, room_id, values['services'])]
        if any(changes):
            audit.record(tx, visitor, 'room changed', 'rooms', room_id, '; '.join(filter(None, changes)))


@database.retried
def set_active(visitor: Visitor, room_id: int, is_active: bool):
    """Retire a room, or bring it back. Visits booked in it stay until somebody decides. Raises NotFound."""
    with database.transaction() as tx:
        before = _lock(tx, room_id)
        if bool(before['is_active']) == is_active:
            return                                      # the button pressed twice
        tx.change('rooms/set_active', room_id=room_id, is_active=is_active)
        action = 'room brought back' if is_active else 'room retired'
        audit.record(tx, visitor, action, 'rooms', room_id, before['name'])


def _lock(tx, room_id):
    found = tx.one('rooms/lock_any', room_id=room_id)
    if not found:
        raise NotFound()
    return found


def _suit(tx, room_id, chosen):
    """Let the room suit these services and no others; what changed, in words."""
    added, removed = [], []
    for service in tx.rows('services/list_for_room', room_id=room_id):
        if (service['service_id'] in chosen) == bool(service['is_chosen']):
            continue
        pair = {'room_id': room_id, 'service_id': service['service_id']}
        if service['is_chosen']:
            tx.change('room_services/delete', **pair)
            removed.append(service['name'])
        else:
            tx.change('room_services/insert', **pair)
            added.append(service['name'])
    return [f'{word}: {", ".join(names)}' for word, names in (('suits', added), ('no longer suits', removed)) if names]
