"""Opening accounts: a patient registers, an admin opens one for somebody, the command line opens the first.

Nobody ever knows another's password: an account that somebody else creates gets a one-time link to set the first one.
"""

from app import audit, clock, database
from app.accounts import attempts, one_time_links, passwords, sessions, sign_in, turns
from app.errors import Refused
from app.visitor import Visitor

# Registering must say that it failed, for it completes at once and without mail; so it tells no more than that, and
# attempts.begin_form slows down whoever tries out addresses.
TAKEN = 'This address cannot be used to register. If it is yours, sign in or set a new password.'


def register(visitor: Visitor, details: dict) -> str:
    """Open a patient's account and sign it in; the session's token.

    details: of forms.sign_in.read_registration. Raises Refused: 422 where the email has an account already (unless
    the password is its own: the form sent twice, or somebody who forgot having registered), 429 after too many.
    """
    attempts.begin_form(visitor.ip)
    password_hash = passwords.hash_password(details['password'], turns.stranger(visitor.ip))
    try:
        return _open_account(visitor, details, password_hash)
    except Refused as refused:
        if 'email' not in refused.fields:
            raise
    try:
        return sign_in.sign_in(visitor, details['email'], details['password'])[1]
    except Refused as refused:
        raise refused if refused.status == 429 else Refused({'email': TAKEN}) from None


@database.retried
def _open_account(visitor, details, password_hash):
    with database.transaction() as tx:
        user_id = create_account(tx, 'patient', details['email'], details['full_name'], phone=details['phone'],
                                 password_hash=password_hash)
        tx.insert('patients/insert', user_id=user_id, relation='self', full_name=details['full_name'],
                  birth_date=details['birth_date'], phone=details['phone'], email=None, now_utc=clock.now_utc())
        tx.change('users/record_sign_in', user_id=user_id, now_utc=clock.now_utc())
        owner = visitor.in_the_name_of(user_id, 'patient')
        audit.record(tx, owner, 'registered', 'users', user_id)
        return sessions.start(tx, owner)


def create_account(tx, role: str, email: str, full_name: str, phone: str | None = None,
                   password_hash: str | None = None) -> int:
    """Open an account inside a transaction; its user_id. Raises Refused (409, field email) if email has one.

    Without a password hash nobody can sign in to it before the link of one_time_links.make(tx, user_id, 'invite') was
    used. Its own record (staff, patients) is the caller's to add, in the same transaction.
    """
    return tx.insert('users/insert', email=email, email_is_proven=True, password_hash=password_hash, role=role, full_name=full_name,
                     phone=phone, now_utc=clock.now_utc())


@database.retried
def create_admin(email: str, full_name: str, password_hash: str | None) -> str | None:
    """Open an admin's account, as the command line does. Without a password, the token of the link that sets one.

    Raises Refused (409, field email) where the address has an account.
    """
    with database.transaction() as tx:
        user_id = create_account(tx, 'admin', email, full_name, password_hash=password_hash)
        how = 'admin, at the command line' + ('' if password_hash else ', by link')
        audit.record(tx, None, 'account created', 'users', user_id, how)
        return None if password_hash else one_time_links.make(tx, user_id, 'invite')
