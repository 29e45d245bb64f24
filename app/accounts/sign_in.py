"""Signing in and out, and asking somebody who is signed in for the password once more.

    app/accounts/registration.py     opening an account
    app/accounts/one_time_links.py   links that set a password, and setting it
    app/accounts/passwords.py        hashing, and what makes a password too easy
    app/accounts/attempts.py         how guessing is slowed down
    app/accounts/second_factors.py   the code besides the password
    app/accounts/turns.py            who hashes first, where many want to
    app/accounts/browsers.py         browsers that have signed in before
    app/accounts/sessions.py         what a cookie opens, and when it ends
    app/web/csrf.py                  forms that only our own pages can send
"""

from contextlib import suppress

from app import clock, database, request_log
from app.accounts import attempts, browsers, passwords, sessions, turns
from app.errors import Busy, NotFound, Refused
from app.visitor import Visitor

# One text for an unknown address, a wrong password and a closed account: which it was is nobody else's business.
WRONG = 'This e-mail address and password do not belong together. Please check both.'


def sign_in(visitor: Visitor, email: str, password: str) -> tuple[str, str, bool]:
    """Begin a new session, ending the one the visitor had: the account's role, the token for the cookie, needs_code.

    needs_code: the account has a second factor. The session then waits for the code: second_factors.finish_sign_in().
    Raises Refused: 422, or 429 if tried too often.
    """
    account, attempt_id, who = _judge(visitor, email, password)
    renewed_hash = None
    if passwords.is_outdated(account['password_hash']):
        with suppress(Busy):            # the next sign-in does it
            renewed_hash = passwords.hash_password(password, who)
    sessions.sweep()
    token, needs_code = _begin_session(visitor, account, renewed_hash, attempt_id)
    request_log.add('sign_in', f'{"needs_code" if needs_code else "right"}:{account["user_id"]}')
    return account['role'], token, needs_code


def _judge(visitor, email, password):
    """The account that a password opens (a row of users/list_by_email), its attempt_id, and whose turn it took."""
    mark = browsers.find(visitor.marks, email)
    who = turns.known(mark.user_id) if mark else turns.stranger(visitor.ip)
    passwords.expect_turn(who)
    accounts = database.rows('users/list_by_email', email=email, known_user_id=mark.user_id if mark else None)
    mine = next((account for account in accounts if mark and account['user_id'] == mark.user_id), None)
    attempt = attempts.begin(email, visitor.ip, mark.browser if mine else None)
    meant = _candidates(accounts, mine, attempt.is_open)
    try:
        found = passwords.find_right(password, [one and one['password_hash'] for one in meant], who)
    except Busy:
        attempts.take_back(attempt.attempt_id)
        raise
    if found is None:
        request_log.add('sign_in', f'wrong:{next((one["user_id"] for one in meant if one), "-")}')
        raise Refused(WRONG)
    if mine and meant[found] is not mine:
        database.change('sign_in_attempts/drop_browser', attempt_id=attempt.attempt_id)
    return meant[found], attempt.attempt_id, who


def _candidates(accounts, mine, is_open):
    """The two whose passwords are compared one after the other, None for nobody: a wrong password costs two hashes,
    however many accounts have this address. mine: the one that this browser has signed in to before.

    A known browser's own counter holds for its own account. It may try the other as any stranger may, if at all: else
    whoever opens an account with somebody's address would have a way around what slows down guessing at theirs.
    """
    proven = next((account for account in accounts if account['is_proven']), None)
    typed = next((account for account in accounts if not account['is_proven']), None)
    if not mine:
        return [proven, typed]
    return [mine, (typed if mine is proven else proven) if is_open else None]


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
    mark = browsers.find(visitor.marks, visitor.email)
    is_known = mark is not None and mark.user_id == visitor.user_id
    attempt = attempts.begin(visitor.email, visitor.ip, mark.browser if is_known else None)
    account = find_account(visitor)
    try:
        right = passwords.matches(current_password, account['password_hash'], turns.known(visitor.user_id))
    except Busy:
        attempts.take_back(attempt.attempt_id)
        raise
    if not right:
        raise Refused({'current_password': 'This is not your current password.'})
    database.change('sign_in_attempts/succeed', attempt_id=attempt.attempt_id)
    return account
