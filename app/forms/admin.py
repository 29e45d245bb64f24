"""The forms of the admin pages: accounts, filters and settings."""

from app import clock, names
from app.forms import fields

ROLES = ('patient', 'staff', 'admin')
STATES = ('active', 'invited', 'closed')
SUBJECTS = {'appointments': 'Visit', 'users': 'Account', 'patients': 'Patient', 'staff': 'Staff', 'rooms': 'Room',
            'services': 'Service', 'closures': 'Closure', 'settings': 'Settings', 'notifications': 'Mail',
            'mail_queue': 'Mail queue'}
STATUSES = ('booked', 'arrived', 'completed', 'no_show', 'cancelled')


def read_new_account(form: dict) -> dict:
    """role, full_name, email, phone; staff: what read_staff_record gives; patients: birth_date. Raises Refused."""
    errors = {}
    values = {'role': fields.choice(form, 'role', errors, ROLES), **_account(form, errors)}
    if values['role'] == 'staff':
        values.update(_staff_record(form, errors))
    elif values['role'] == 'patient':
        values['birth_date'] = _birth_date(form, errors)
    fields.check(errors)
    return values


def read_account(form: dict, role: str) -> dict:
    """full_name, email, phone; role for admins and staff, birth_date for patients. Raises Refused."""
    errors = {}
    values = _account(form, errors)
    if role == 'patient':
        values['birth_date'] = _birth_date(form, errors)
    else:
        values['role'] = fields.choice(form, 'role', errors, ('admin', 'staff'))
    fields.check(errors)
    return values


def read_staff_record(form: dict) -> dict:
    """specialization, slot_minutes, usual_room_id (or None), is_bookable, is_desk, services (a list of keys).

    Raises Refused.
    """
    errors = {}
    values = _staff_record(form, errors)
    fields.check(errors)
    return values


def _account(form, errors):
    return {'full_name': fields.text(form, 'full_name', errors, longest=120),
            'email': fields.email(form, 'email', errors), 'phone': fields.phone(form, 'phone', errors)}


def _birth_date(form, errors):
    return fields.day(form, 'birth_date', errors, required=False, latest=clock.today(),
                      outside='Please check the year: a birthday is in the past.')


def _staff_record(form, errors):
    values = {
        'specialization': fields.text(form, 'specialization', errors, longest=80, required=False),
        'slot_minutes': fields.whole_number(form, 'slot_minutes', errors, least=5, most=60),
        'usual_room_id': fields.identity(form, 'usual_room_id', errors, required=False),
        'is_bookable': fields.ticked(form, 'is_bookable'),
        'is_desk': fields.ticked(form, 'is_desk'),
        # a box for each service: service_3. Each field may come once, so they can't share a name.
        'services': sorted(int(name[8:]) for name in form if name.startswith('service_') and name[8:].isascii()
                           and name[8:].isdigit() and len(name) < 18),
    }
    if values['slot_minutes'] and values['slot_minutes'] % 5:
        errors['slot_minutes'] = 'Please choose 5 to 60 minutes, in steps of 5.'
    return values


def read_account_search(query: dict) -> dict:
    """text, role, state of the list of people; None where not narrowed. What is no choice narrows nothing."""
    return {'text': query.get('text', '').strip()[:100] or None,
            'role': query.get('role') if query.get('role') in ROLES else None,
            'state': query.get('state') if query.get('state') in STATES else None}


def read_visit_filters(query: dict) -> dict:
    """from_day, until_day, staff_id, room_id, status, patient of the list of visits; None where not narrowed.

    Without a query at all the list begins today. Raises Refused.
    """
    errors = {}
    values = {'from_day': fields.day(query, 'from_day', errors, required=False),
              'until_day': fields.day(query, 'until_day', errors, required=False),
              'staff_id': fields.identity(query, 'staff_id', errors, required=False),
              'room_id': fields.identity(query, 'room_id', errors, required=False),
              'status': fields.choice(query, 'status', errors, (*STATUSES, 'without_outcome'), required=False),
              'patient': fields.text(query, 'patient', errors, longest=100, required=False) or None}
    if values['from_day'] and values['until_day'] and values['until_day'] < values['from_day']:
        errors['until_day'] = 'The last day comes before the first.'
    fields.check(errors)
    return values


def patterns(text: str) -> dict[str, str | None]:
    """What LIKE looks for: name_like (anywhere in found_by), digits_like (its digits anywhere, if three or more)."""
    digits = ''.join(filter(lambda sign: sign in '0123456789', text))
    is_number = len(digits) > 2 and not any(map(str.isalpha, text))
    return {'name_like': names.anywhere(text), 'digits_like': f'%{digits.lstrip("0")}%' if is_number else None}


def read_colleague(form: dict, required: bool = False) -> int | None:
    """staff_id of the colleague to take over, or None. Raises Refused."""
    errors = {}
    staff_id = fields.identity(form, 'staff_id', errors, required=required)
    fields.check(errors)
    return staff_id


def read_audit_search(query: dict) -> dict:
    """user_id, person, action, subject, subject_id, from_day, until_day of the audit; None where not narrowed.

    Raises Refused.
    """
    errors = {}
    values = {'user_id': fields.identity(query, 'user_id', errors, required=False),
              'person': fields.text(query, 'person', errors, longest=100, required=False) or None,
              'action': fields.text(query, 'action', errors, longest=60, required=False) or None,
              'subject': fields.choice(query, 'subject', errors, SUBJECTS, required=False),
              'subject_id': fields.identity(query, 'subject_id', errors, required=False),
              'from_day': fields.day(query, 'from_day', errors, required=False),
              'until_day': fields.day(query, 'until_day', errors, required=False)}
    if values['from_day'] and values['until_day'] and values['until_day'] < values['from_day']:
        errors['until_day'] = 'The last day comes before the first.'
    fields.check(errors)
    return values
