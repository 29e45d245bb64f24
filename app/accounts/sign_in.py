"""Signing in and out, and asking somebody who is signed in for the password once more.

    app/accounts/registration.py     opening an account
    app/accounts/one_time_links.py   links that set a password, and setting it
    app/accounts/passwords.py        hashing, and what makes a password too easy
    app/accounts/attempts.py         how guessing is slowed down
    app/accounts/second_factors.py   the code besides the password
    app/accounts/sessions.py         what a cookie opens, and when it ends
    app/web/csrf.py                  forms that only our own pages can send
"""

from app import clock, database, request_log
from app.accounts import attempts, passwords, sessions
from app.errors import Busy, NotFound, Refused
from app.visitor import Visitor

# One text for an unknown address, a wrong password and a closed account: which it was is nobody else's business.
WRONG = 'This e-mail address and password do not belong together. Please check both.'


def sign_in(visitor: Visitor, email: str, password: str) -> tuple[str, str, bool]:
    """Begin a new session, ending the one the visitor had: the account's role, the token for the cookie, needs_code.

    needs_code: the account has a second factor. The session then waits for the code: second_factors.finish_sign_in().
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
    sessions.sweep()
    token, needs_code = _begin_session(visitor, account, renewed_hash, attempt_id)
    request_log.add('sign_in', f'{"needs_code" if needs_code else "right"}:{account["user_id"]}')
    return account['role'], token, needs_code


@database.retried
def _begin_session(visitor, account, renewed_hash, attempt_id):
    with database.transaction() as tx:
        held = tx.one('users/lock_with_password', user_id=account['user_id'], password_hash=account['password_hash'])
        if not held:
            raise Refused(WRONG)
        if renewed_hash:
            tx.change('users/set_password', user_id=account['user_id'], password_hash=renewed_hash)
        tx.change('sign_in_attempts/succeed', attempt_id=attempt_id)
        needs_code = bool(held['needs_code'])
        if not needs_code:
            tx.change('users/record_sign_in', user_id=account['user_id'], now_utc=clock.now_utc())
        if visitor.session_id:
            tx.change('sessions/delete_one', session_id=visitor.session_id)
        return sessions.start(tx, visitor.in_the_name_of(account['user_id'], account['role']), needs_code), needs_code


def sign_out(visitor: Visitor):
    """End the visitor's session."""
    sessions.end(visitor.session_id)


def find_account(visitor: Visitor) -> dict:
    """The visitor's own account: the row of users/find. Raises NotFound if it was deleted a moment ago."""
    account = database.one('users/find', user_id=visitor.user_id)
    if not account:
        raise NotFound()
    return account


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
