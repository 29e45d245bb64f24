"""Forms: strings in, typed values out, or Refused with a sentence beside each field.

decoding   bytes → {name: text}, strictly; app.web.app does this for every request
fields     readers of one field: text, email, phone, whole_number, identity, choice, ticked, day, moment
accounts   registration, sign-in, profile, passwords
hours      the week, slot length, time off, the profile of staff (times: reading times of day)
visits     cancelling, moving, reassigning, the status of a visit; imported by their routes as they are
"""

from app.forms.accounts import (
    read_admin,
    read_details,
    read_invited_admin,
    read_new_password,
    read_password_change,
    read_registration,
    read_sign_in,
)
from app.forms.fields import check, choice, day, email, identity, moment, phone, text, ticked, whole_number
from app.forms.hours import read_slot_length, read_staff_profile, read_time_off, read_week

__all__ = [
    'check', 'choice', 'day', 'email', 'identity', 'moment', 'phone', 'text', 'ticked', 'whole_number',
    'read_admin', 'read_details', 'read_invited_admin', 'read_new_password', 'read_password_change',
    'read_registration', 'read_sign_in', 'read_slot_length', 'read_staff_profile', 'read_time_off', 'read_week',
]
