"""Accounts: registering, signing in and out, passwords, one-time links.

    app/accounts/passwords.py    hashing, and what makes a password too easy
    app/accounts/attempts.py     how guessing is slowed down
    app/accounts/sessions.py     what a cookie opens, and when it ends
    app/web/csrf.py              forms that only our own pages can send

Nobody ever knows another's password: an account that somebody else creates gets a one-time link to set the first one.
"""

from app import audit, clock, database, request_log, tokens
from app.accounts import attempts, passwords, sessions
from app.errors import Busy, NotFound, Refused
from app.mail import outbox
from app.visitor import Visitor

VALID_MINUTES = {'reset': 45, 'invite': 7 * 24 * 60}    # of a one-time link

# One text for an unknown address, a wrong password and a closed account: which it was is nobody else's business.
WRONG = 'This e-mail address and password do not belong together. Please check both.'
# Registering must say that it failed, for it completes at once and without mail; so it tells no more than that, and
# attempts.begin_form slows down whoever tries out addresses.
TAKEN = 'This address cannot be used to register. If it is yours, sign in or set a new password.'


def register(visitor: Visitor, details: dict) -> str:
    """Open a patient's account and sign it in; the session's token.

    details: of forms.sign_in.read_registration. Raises Refused: 422 where the email has an account already (unless
    the password is its own: the form sent twice, or somebody who forgot having registered), 429 after too many.
    """
    attempts.begin_form(visitor.ip)
    password_hash = passwords.hash_password(details['password'])
    try:
        return _open_account(visitor, details, password_hash)
    except Refused as refused:
        if 'email' not in refused.fields:
            raise
    try:
        return sign_in(visitor, details['email'], details['password'])[1]
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


def sign_in(visitor: Visitor, email: str, password: str) -> tuple[str, str]:
    """Begin a new session, ending the one the visitor had: the account's role, and the token for the cookie.

    Raises Refused: 422, or 429 if tried too often.
    """
    passwords.expect_turn()
    attempt_id = attempts.begin(email, visitor.ip)
    account = database.one('users/find_by_email', email=email)
    try:
        right = passwords.matches(password, account['password_hash'] if account else None)
        if not right:
            request_log.add('sign_in', f'wrong:{account["user_id"] if account else "-"}')
            raise Refused(WRONG)
        outdated = passwords.is_outdated(account['password_hash'])
        renewed_hash = passwords.hash_password(password) if outdated else None
    except Busy:
        attempts.take_back(attempt_id)
        raise
    attempts.sweep()
    sessions.sweep()
    token = _begin_session(visitor, account, renewed_hash, attempt_id)
    request_log.add('sign_in', f'right:{account["user_id"]}')
    return account['role'], token


@database.retried
def _begin_session(visitor, account, renewed_hash, attempt_id):
    with database.transaction() as tx:
        if not tx.one('users/lock_with_password', user_id=account['user_id'], password_hash=account['password_hash']):
            raise Refused(WRONG)
        if renewed_hash:
            tx.change('users/set_password', user_id=account['user_id'], password_hash=renewed_hash)
        tx.change('sign_in_attempts/succeed', attempt_id=attempt_id)
        tx.change('users/record_sign_in', user_id=account['user_id'], now_utc=clock.now_utc())
        if visitor.session_id:
            tx.change('sessions/delete_one', session_id=visitor.session_id)
        return sessions.start(tx, visitor.in_the_name_of(account['user_id'], account['role']))


def sign_out(visitor: Visitor):
    """End the visitor's session."""
    sessions.end(visitor.session_id)


def find_account(visitor: Visitor) -> dict:
    """The visitor's own account: the row of users/find. Raises NotFound if it was deleted a moment ago."""
    account = database.one('users/find', user_id=visitor.user_id)
    if not account:
        raise NotFound()
    return account


@database.retried
def change_details(visitor: Visitor, details: dict):
    """Save a visitor's own name and phone (and a patient's birth date). details: of forms.profile.read_details."""
    with database.transaction() as tx:
        tx.change('users/set_details', user_id=visitor.user_id, full_name=details['full_name'],
                  phone=details['phone'])
        if visitor.is_patient:
            tx.change('patients/set_own_details', user_id=visitor.user_id, **details)
        audit.record(tx, visitor, 'details changed', 'users', visitor.user_id)


def check_password(visitor: Visitor, current_password: str) -> dict:
    """The visitor's account (the row of users/find), if the password is its own, before what only its owner may do.

    Raises Refused: 422 on the field current_password, 429 if that was tried too often.
    """
    attempt_id = attempts.begin(visitor.email, visitor.ip)
    account = find_account(visitor)
    try:
        if not passwords.matches(current_password, account['password_hash']):
            raise Refused({'current_password': 'This is not your current password.'})
    except Busy:
        attempts.take_back(attempt_id)
        raise
    database.change('sign_in_attempts/succeed', attempt_id=attempt_id)
    return account


def change_password(visitor: Visitor, current_password: str, password: str) -> str:
    """Set a new password, ending every session of the account and beginning a new one; its token.

    Raises Refused as check_password() does.
    """
    account = check_password(visitor, current_password)
    return _replace_password(visitor, account, passwords.hash_password(password))


@database.retried
def _replace_password(visitor, account, password_hash):
    with database.transaction() as tx:
        _set_password(tx, account['user_id'], password_hash)
        outbox.queue_account(tx, 'password_changed', account['user_id'], account['email'])
        audit.record(tx, visitor, 'password changed', 'users', account['user_id'])
        return sessions.start(tx, visitor)


def _set_password(tx, user_id, password_hash):
    """A new password ends every session and voids every link that could set another."""
    tx.change('users/set_password', user_id=user_id, password_hash=password_hash)
    tx.change('password_resets/delete_of_user', user_id=user_id)
    sessions.end_all(tx, user_id)


def create_account(tx, role: str, email: str, full_name: str, phone: str | None = None,
                   password_hash: str | None = None) -> int:
    """Open an account inside a transaction; its user_id. Raises Refused (409, field email) if email has one.

    Without a password hash nobody can sign in to it before the link of one_time_link(tx, user_id, 'invite') was used.
    Its own record (staff, patients) is the caller's to add, in the same transaction.
    """
    return tx.insert('users/insert', email=email, password_hash=password_hash, role=role, full_name=full_name,
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
        return None if password_hash else one_time_link(tx, user_id, 'invite')


def one_time_link(tx, user_id: int, purpose: str) -> str:
    """Make a link that sets an account's password once, inside a transaction; the token after /reset-password/.

    purpose: 'reset' (45 minutes) or 'invite' (a week). Earlier links of the account stop working.
    """
    token = tokens.new()
    tx.change('password_resets/delete_of_user', user_id=user_id)
    tx.insert('password_resets/insert', token_hash=tokens.digest(token), user_id=user_id, purpose=purpose,
              now_utc=clock.now_utc(), valid_minutes=VALID_MINUTES[purpose])
    return token


def find_link(token: str) -> dict:
    """Whose password a one-time link sets: user_id, email, full_name, purpose. Raises NotFound if it does not work."""
    found = database.one('password_resets/find', token_hash=tokens.digest(token), now_utc=clock.now_utc())
    if not found:
        raise NotFound()
    return found


def use_link(visitor: Visitor, token: str, password: str):
    """Set the password of a link's account and use the link up. Nobody is signed in by it. Raises NotFound."""
    link = find_link(token)
    _use_link(visitor, link, token, passwords.hash_password(password))


@database.retried
def _use_link(visitor, link, token, password_hash):
    with database.transaction() as tx:
        if not tx.change('password_resets/use', token_hash=tokens.digest(token), now_utc=clock.now_utc()):
            raise NotFound()
        _set_password(tx, link['user_id'], password_hash)
        if link['purpose'] == 'reset':          # by an invitation it is the first one: no news to its owner
            outbox.queue_account(tx, 'password_changed', link['user_id'], link['email'])
        owner = visitor.in_the_name_of(link['user_id'])
        audit.record(tx, owner, 'password set by link', 'users', link['user_id'], link['purpose'])
