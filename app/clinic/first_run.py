"""The first steps of a new clinic, until patients can book: derived from what is there, so nothing is kept about them.

They are over with the first visit that is booked.
"""

from datetime import timedelta
from typing import NamedTuple

from app import clock, config, database
from app.visitor import Visitor


class Step(NamedTuple):
    """One of the steps: said (what there is, or what is missing), and the page on which to go on, with its link."""

    title: str
    is_done: bool
    said: str
    link: str
    path: str
    can_wait: bool = False


def look() -> dict | None:
    """steps (the five), done (how many of the four that cannot wait), is_open (patients can book) and address (where);
    None once a visit was booked. E-mail can wait: a clinic may open without it."""
    today = clock.today()
    found = database.one('settings/find_first_steps', today=today, end_day=today + timedelta(days=366))
    if found['has_visits']:
        return None
    steps = [_clinic(found), _rooms(found), _services(found), _staff(found), _mail()]
    done = [step.is_done for step in steps if not step.can_wait]
    return {'steps': steps, 'done': sum(done), 'is_open': all(done), 'address': f'{config.current().url}/book'}


def leads(visitor: Visitor) -> bool:
    """Whether the first steps still lead this visitor: an admin, in a clinic that is not open yet."""
    if visitor.role != 'admin':
        return False
    found = look()
    return bool(found) and not found['is_open']


def _clinic(found):
    missing = [word for word, there in (('address', found['address']), ('phone number', found['phone'])) if not there]
    name = found['clinic_name'] or config.current().name
    said = f'{name}. Missing: {" and ".join(missing)}' if missing else name
    return Step('Your clinic', not missing, said, 'change' if not missing else 'fill in name, address and phone',
                '/admin/settings')


def _rooms(found):
    """Done without a room, too, where somebody offers what needs none: by telephone, by video, at home."""
    if found['room'] or not found['is_offering']:
        return Step('Rooms', bool(found['room']), found['room'] or 'None yet',
                    'add another' if found['room'] else 'add a room', '/admin/rooms/new')
    return Step('Rooms', True, 'None, and no service needs one', 'add a room', '/admin/rooms/new')


def _services(found):
    return Step('Services', bool(found['service']), found['service'] or 'None yet. Patients book a service',
                'add another' if found['service'] else 'add a service', '/admin/services/new')


def _staff(found):
    name, account = found['full_name'], f'/admin/users/{found["user_id"]}'
    if not name:
        return Step('Staff', False, 'Nobody can be booked yet', 'add staff', '/admin/users/new?role=staff')
    if not found['is_at_work']:
        return Step('Staff', False, f'{name} has no working hours yet', 'set working hours',
                    f'/staff/hours/week?staff_id={found["staff_id"]}')
    if not found['is_offering']:
        return Step('Staff', False, f'{name} offers no service that has a room', 'choose services', account)
    return Step('Staff', True, f'{name} can be booked', 'add another', '/admin/users/new?role=staff')


def _mail():
    is_on = config.sends_mail()
    return Step('E-mail', is_on, 'E-mail is sent' if is_on else
                'Not set up: patients get no confirmations and no reminders. You can open without it.',
                'see e-mail' if is_on else 'see what is missing', '/admin/notifications', can_wait=True)
