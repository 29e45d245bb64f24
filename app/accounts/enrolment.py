"""Accounts that an admin opens for others, and changes: one transaction each (see app/accounts/users.py)."""

from app import audit, clock, database
from app.accounts import address_links, registration, sessions, users
from app.errors import NotFound
from app.mail import outbox
from app.visitor import Visitor


@database.retried
def create(visitor: Visitor, values: dict) -> tuple[int, str | None]:
    """Open an account for somebody else: its user_id, and the link to show (None where it was mailed).

    values: as forms.users.read_new_account gives them. Raises Refused (409, field email) if email has an account.
    """
    with database.transaction() as tx:
        users.refuse_unless_admin(visitor, tx.rows('users/lock_admins'))
        user_id = registration.create_account(tx, values['role'], values['email'], values['full_name'],
                                              email_is_proven=True, phone=values['phone'])
        if values['role'] == 'staff':
            staff_id = tx.insert('staff/insert', user_id=user_id, **{'video_link': None, **_record_of(values)})
            _offer(tx, staff_id, values['services'])
        elif values['role'] == 'patient':
            tx.insert('patients/insert', user_id=user_id, relation='self', full_name=values['full_name'],
                      birth_date=values['birth_date'], phone=values['phone'], email=None, now_utc=clock.now_utc())
        audit.record(tx, visitor, 'account created', 'users', user_id, values['role'])
        return user_id, users.hand_over_link(tx, 'account_created', user_id, values['email'], 'invite')


@database.retried
def change_account(visitor: Visitor, user_id: int, values: dict):
    """Change full_name, email, phone, role ('admin' or 'staff'; a patient stays one) and a patient's birth_date.

    values: as forms.users.read_account gives them.

    A new role or e-mail address ends the account's sessions and voids its links. Raises NotFound, Forbidden, Refused.
    """
    with database.transaction() as tx:
        account = users.hold(tx, visitor, user_id)
        role = account['role'] if account['role'] == 'patient' else values['role']
        if role != account['role']:
            users.refuse_unless_an_admin_stays(account, 'role')
            users.refuse_self(visitor, user_id, 'role')
            if role == 'staff' and not account['staff_id']:
                tx.insert('staff/insert', user_id=user_id, specialization='', slot_minutes=15, usual_room_id=None,
                          is_bookable=False, is_online=True, is_desk=False, video_link=None)
        new = {name: values[name] for name in ('full_name', 'email', 'phone')} | {'role': role}
        tx.change('users/set_account', user_id=user_id, now_utc=clock.now_utc(), **new)
        if account['role'] == 'patient':
            tx.change('patients/set_own_details', user_id=user_id, full_name=values['full_name'],
                      phone=values['phone'], birth_date=values['birth_date'])
        if (role, values['email']) != (account['role'], account['email']):
            tx.change('password_resets/delete_of_user', user_id=user_id)
            sessions.end_all(tx, user_id, visitor.session_id)
        if values['email'] != account['email']:
            address_links.void(tx, user_id)
            outbox.queue_confirmations(tx, user_id)
            _tell_both(tx, account, values['email'])
        audit.record(tx, visitor, 'account changed', 'users', user_id, audit.differences(account, new))


@database.retried
def change_record(visitor: Visitor, user_id: int, values: dict):
    """Change how a member of staff works. values: as forms.users.read_staff_record gives them."""
    with database.transaction() as tx:
        account = users.hold(tx, visitor, user_id)
        if not account['staff_id']:
            raise NotFound()
        staff_id = account['staff_id']
        before = tx.one('staff/find_described', staff_id=staff_id)
        tx.change('staff/set_record', staff_id=staff_id, **{'video_link': before['video_link'], **_record_of(values)})
        tx.change('staff_services/delete_of_staff', staff_id=staff_id)
        _offer(tx, staff_id, values['services'])
        changes = audit.differences(before, tx.one('staff/find_described', staff_id=staff_id))
        audit.record(tx, visitor, 'work changed', 'users', user_id, changes)


def _tell_both(tx, account, new):
    """Mail to the old e-mail address, if it was proven, and to the new one: whoever did not ask for the change should
    hear of it."""
    for recipient in ([account['email']] if account['email_is_proven'] else []) + [new]:
        outbox.queue_account(tx, 'address_changed', account['user_id'], recipient)


def _record_of(values):
    """The columns of a staff record among the values. A form that leaves the video link out does not touch it."""
    return {name: values[name] for name in ('specialization', 'slot_minutes', 'usual_room_id', 'is_bookable',
                                            'is_online', 'is_desk', 'video_link') if name in values}


def _offer(tx, staff_id, services):
    for service_id in services:
        tx.change('staff_services/insert', staff_id=staff_id, service_id=service_id)
