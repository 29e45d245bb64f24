"""The forms about the own account: details, the page of staff, relatives, another e-mail address, closing.

All readers raise Refused.
"""

from app.forms import fields

RELATIONS = {'child': 'My child', 'relative': 'A relative, or somebody I care for'}


def read_details(form: dict, role: str) -> dict:
    """full_name, phone (or None), and for patients birth_date (or None)."""
    read = fields.Reader(form)
    values = {'full_name': read.full_name(), 'phone': read.phone('phone')}
    return read.checked({**values, 'birth_date': read.birth_date()} if role == 'patient' else values)


def read_staff_profile(form: dict, room_ids: set[int]) -> dict:
    """full_name, specialization, phone ('' for none), about, wants_mail, usual_room_id and video_link (or None)."""
    read = fields.Reader(form)
    values = {
        'full_name': read.full_name(),
        'specialization': read.text('specialization', longest=80, required=False),
        'phone': read.phone('phone') or '',
        'about': read.text('about', longest=1000, required=False, lines=True),
        'wants_mail': read.ticked('wants_mail'),
        'usual_room_id': read.identity('usual_room_id', required=False),
        'video_link': read.web_link('video_link'),
    }
    if values['usual_room_id'] not in {None, *room_ids}:
        read.refuse('usual_room_id', fields.CHOOSE)
    return read.checked(values)


def read_relative(form: dict) -> dict:
    """relation, full_name, birth_date (or None), phone (or None) of a child or relative."""
    read = fields.Reader(form)
    return read.checked({
        'relation': read.choice('relation', RELATIONS),
        'full_name': read.full_name(),
        'birth_date': read.birth_date(),
        'phone': read.phone('phone'),
    })


def read_email_change(form: dict) -> dict:
    """email and current_password."""
    read = fields.Reader(form)
    return read.checked({'email': read.email('email'), 'current_password': read.secret('current_password')})


def read_closing(form: dict) -> dict:
    """current_password."""
    read = fields.Reader(form)
    return read.checked({'current_password': read.secret('current_password')})
