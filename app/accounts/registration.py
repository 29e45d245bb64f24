"""Opening accounts: a patient registers, an admin opens one for somebody, the command line opens the first.

Nobody ever knows another's password: an account that somebody else creates gets a one-time link to set the first one.

Registering tells no stranger whether an address has an account: it opens one in any case, and its address is proven by
the link that is mailed there. Where another account has proven that address, the mail says so, and its link leads to a
page that moves what was booked into that account.
"""

from datetime import timedelta

from app import agreements, audit, clock, database
from app.accounts import address_links, attempts, one_time_links, passwords, sessions, turns
from app.mail import outbox
from app.visitor import Visitor

A_MOMENT = timedelta(minutes=10)        # so long the same form from the same browser is the same registration


def register(visitor: Visitor, details: dict) -> str:
    """Open a patient's account, mail the link that proves its address, and sign it in; the session's token.

    The same form sent twice signs in to the account that it opened the first time. details: of
    forms.sign_in.read_registration. Raises Refused: 429 after too many.
    """
    attempts.begin_form(visitor.ip)
    who = turns.stranger(visitor.ip)
    password_hash = passwords.hash_password(details['password'], who)
    others = set()                      # accounts of this browser and address that have another password
    while True:
        token, first = _open_account(visitor, details, password_hash, others)
        if first and passwords.matches(details['password'], first['password_hash'], who):
            token = _sign_in_again(visitor, first)
        if token:
            return token
        others.add(first['user_id'])


@database.retried
def _open_account(visitor, details, password_hash, others):
    """The session's token; or None, and the account that the same form may have opened before."""
    now_utc, email = clock.now_utc(), details['email']
    with database.transaction() as tx:
        outbox.hold_address(tx, email)          # the same form twice at the same moment: the second finds the first
        first = tx.one('users/find_just_registered', email=email, since_utc=now_utc - A_MOMENT, address=visitor.ip,
                       device=visitor.device, user_id=visitor.user_id)
        if first and first['user_id'] not in others:
            return None, first
        user_id = create_account(tx, 'patient', email, details['full_name'], email_is_proven=False,
                                 phone=details['phone'], password_hash=password_hash)
        tx.insert('patients/insert', user_id=user_id, relation='self', full_name=details['full_name'],
                  birth_date=details['birth_date'], phone=details['phone'], email=None, now_utc=now_utc)
        agreements.keep(tx, user_id, details['privacy_version'])
        tx.change('users/record_sign_in', user_id=user_id, now_utc=now_utc)
        owner = visitor.in_the_name_of(user_id, 'patient')
        audit.record(tx, owner, 'registered', 'users', user_id)
        address_links.mail_proof(tx, user_id, email)
        return sessions.start(tx, owner), None


@database.retried
def _sign_in_again(visitor, first):
    """The token of a session; None where the account was closed, or got another password or a code, meanwhile."""
    with database.transaction() as tx:
        held = tx.one('users/lock_with_password', **first)
        if not held or held['needs_code'] and first['user_id'] != visitor.user_id:
            return None
        tx.change('users/record_sign_in', user_id=first['user_id'], now_utc=clock.now_utc())
        return sessions.start(tx, visitor.in_the_name_of(first['user_id'], 'patient'))


def create_account(tx, role: str, email: str, full_name: str, *, email_is_proven: bool, phone: str | None = None,
                   password_hash: str | None = None) -> int:
    """Open an account inside a transaction; its user_id.

    email_is_proven: whether the clinic itself wrote the address. Then this raises Refused (409, field email) if another
    account has proven it. Without a password hash nobody can sign in to it before the link of
    one_time_links.make(tx, user_id, 'invite') was used. Its own record (staff, patients) is the caller's to add, in the
    same transaction.
    """
    return tx.insert('users/insert', email=email, email_is_proven=email_is_proven, password_hash=password_hash,
                     role=role, full_name=full_name, phone=phone, now_utc=clock.now_utc())


@database.retried
def create_admin(email: str, full_name: str, password_hash: str | None) -> str | None:
    """Open an admin's account, as the command line does. Without a password, the token of the link that sets one.

    Raises Refused (409, field email) where the address has an account.
    """
    with database.transaction() as tx:
        user_id = create_account(tx, 'admin', email, full_name, email_is_proven=True, password_hash=password_hash)
        how = 'admin, at the command line' + ('' if password_hash else ', by link')
        audit.record(tx, None, 'account created', 'users', user_id, how)
        return None if password_hash else one_time_links.make(tx, user_id, 'invite')
