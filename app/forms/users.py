"""The forms about accounts as admins see them: opening and changing them, their list, who takes over."""

from app.forms import fields, who_books

ROLES = ('patient', 'staff', 'admin')
STATES = ('active', 'invited', 'closed')


def read_new_account(form: dict) -> dict:
    """role, full_name, email, phone; staff: what read_staff_record gives; patients: birth_date. Raises Refused."""
    read = fields.Reader(form)
    values = {'role': read.choice('role', ROLES), **_account(read)}
    if values['role'] == 'staff':
        values |= _staff_record(read)
    elif values['role'] == 'patient':
        values['birth_date'] = read.birth_date()
    return read.checked(values)


def read_account(form: dict, role: str) -> dict:
    """full_name, email, phone; role for admins and staff, birth_date for patients. Raises Refused."""
    read = fields.Reader(form)
    own = {'birth_date': read.birth_date()} if role == 'patient' else {'role': read.choice('role', ('admin', 'staff'))}
    return read.checked({**_account(read), **own})


def read_staff_record(form: dict) -> dict:
    """specialization, slot_minutes, usual_room_id (or None), is_bookable, is_online, is_desk, services (keys), and
    video_link (or None) where the form has that field. Raises Refused."""
    read = fields.Reader(form)
    return read.checked(_staff_record(read))


def _account(read):
    return {'full_name': read.full_name(), 'email': read.email('email'), 'phone': read.phone('phone')}


def _staff_record(read):
    values = {
        'specialization': read.text('specialization', longest=80, required=False),
        'slot_minutes': read.whole_number('slot_minutes', least=5, most=60),
        'usual_room_id': read.identity('usual_room_id', required=False),
        **who_books.read(read, 'is_bookable'),
        'is_desk': read.ticked('is_desk'),
        'services': sorted(read.ticked_keys('service')),
    }
    if 'video_link' in read.form:
        values['video_link'] = read.web_link('video_link')
    if values['slot_minutes'] and values['slot_minutes'] % 5:
        read.refuse('slot_minutes', 'Please choose 5 to 60 minutes, in steps of 5.')
    return values


def read_account_search(query: dict) -> dict:
    """text, role, state of the list of people; None where not narrowed. What is no choice narrows nothing."""
    read = fields.Reader(query)
    return {'text': query.get('text', '').strip()[:100] or None, 'role': read.choice('role', ROLES),
            'state': read.choice('state', STATES)}


def read_colleague(form: dict, name: str = 'staff_id', required: bool = False) -> int | None:
    """staff_id of the colleague to take over, or None. Raises Refused."""
    read = fields.Reader(form)
    return read.checked(read.identity(name, required=required))
