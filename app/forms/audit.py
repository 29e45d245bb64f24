"""The form of the audit: whose acts, on what, on which days."""

from app.forms import fields

SUBJECTS = {'appointments': 'Visit', 'users': 'Account', 'patients': 'Patient', 'staff': 'Staff', 'rooms': 'Room',
            'services': 'Service', 'closures': 'Closure', 'settings': 'Settings', 'notifications': 'E-mail',
            'mail_queue': 'E-mail queue'}


def read_audit_search(query: dict) -> dict:
    """user_id, person, action, subject, subject_id, from_day, until_day; None where not narrowed. Raises Refused."""
    read = fields.Reader(query)
    from_day = read.day('from_day', required=False)
    return read.checked({'user_id': read.identity('user_id', required=False),
                         'person': read.text('person', longest=100, required=False) or None,
                         'action': read.text('action', longest=60, required=False) or None,
                         'subject': read.choice('subject', SUBJECTS, required=False),
                         'subject_id': read.identity('subject_id', required=False),
                         'from_day': from_day, 'until_day': read.last_day('until_day', from_day)})
