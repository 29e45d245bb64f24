"""Setting up, using and removing the second factor of an account: a code from an app besides the password.

Whoever sets it up has its key for half an hour, and proves with a code that the app has it too. From then on a right
password begins a session that waits for a code (app/accounts/codes.py judges it). Each act locks the account first.
What a wrong code leaves behind is kept, so a refusal is raised after the transaction.
"""

from collections.abc import Callable
from datetime import timedelta

from app import audit, clock, database, request_log, tokens
from app.accounts import codes, sessions, sign_in, totp, users
from app.errors import NotFound, Refused
from app.visitor import Visitor

SETTING_UP = timedelta(minutes=30)      # from the password to the first code
MOST_WRONG = 10                         # of one session that waits: then the password is asked for again

THERE_IS_ONE = 'Your account uses a code from an app already. Switch it off first.'


def find(user_id: int) -> dict | None:
    """What is known of an account's second factor, in use or not: the row of second_factors/find."""
    return database.one('second_factors/find', user_id=user_id)


def begin(visitor: Visitor, current_password: str):
    """Make a key for the visitor's app. It is not in use before confirm().

    Raises Refused: a wrong password (422), too many tries (429), or one that is in use (409).
    """
    _make_key(sign_in.check_password(visitor, current_password)['user_id'])


@database.retried
def _make_key(user_id):
    with database.transaction() as tx:
        _lock(tx, user_id)
        known = tx.one('second_factors/find', user_id=user_id)
        if known and known['confirmed_utc']:
            raise Refused(THERE_IS_ONE, 409)
        tx.change('second_factors/delete', user_id=user_id)
        tx.change('second_factors/insert', user_id=user_id, now_utc=clock.now_utc(),
                  **codes.sealed(user_id, totp.new_key()))


def find_new_key(visitor: Visitor) -> str:
    """The key that begin() made for the visitor's app. Raises NotFound where there is none, or its time is over."""
    return _new_key(visitor.user_id, find(visitor.user_id))


@database.retried
def confirm(visitor: Visitor, code: str) -> list[str]:
    """Take the new key into use, by a code that the app shows; the recovery codes, which nobody can see again.

    Every other session of the account ends. Raises Refused (422, field code), and NotFound as find_new_key() does.
    """
    user_id = visitor.user_id
    with database.transaction() as tx:
        account = _lock(tx, user_id)
        key = _new_key(user_id, tx.one('second_factors/find', user_id=user_id))
        step = totp.matching_step(key, code, clock.now_utc())
        if step is None or not tx.change('second_factors/confirm', user_id=user_id, step=step,
                                         now_utc=clock.now_utc()):
            raise Refused({'code': codes.WRONG})
        made = codes.make_recovery_codes(tx, user_id)
        sessions.end_all(tx, user_id, visitor.session_id)
        codes.tell(tx, 'second_factor_on', account)
        audit.record(tx, visitor, 'second factor set up', 'users', user_id)
        return made


def finish_sign_in(visitor: Visitor, token: str | None, code: str) -> tuple[str, str]:
    """End a session that waits for a code, and begin the real one: the account's role, and the token for the cookie.

    token: of the session that waits. Raises NotFound where the password has to be typed again: too late, or too many
    wrong codes. Raises Refused: a wrong code (422, field code), too early (429), a key that cannot be read (409).
    """
    waiting = sessions.find_waiting(token)
    if not waiting:
        raise NotFound()
    role, new_token, refused = _finish(visitor, waiting['user_id'], token, code)
    if refused:
        raise refused
    request_log.add('sign_in', f'right:{waiting["user_id"]}')
    return role, new_token


@database.retried
def _finish(visitor, user_id, token, code):
    with database.transaction() as tx:
        account = _lock(tx, user_id)
        waiting = tx.one('sessions/find_waiting', token_hash=tokens.digest(token), now_utc=clock.now_utc())
        if not waiting:
            raise NotFound()
        owner = visitor.in_the_name_of(user_id, waiting['role'])
        refused = codes.judge(tx, owner, account, code)
        if refused:
            return None, None, _count_for_session(tx, waiting, refused)
        tx.change('sessions/delete_one', session_id=waiting['session_id'])
        tx.change('users/record_sign_in', user_id=user_id, now_utc=clock.now_utc())
        return waiting['role'], sessions.start(tx, owner), None


def _count_for_session(tx, waiting, refused):
    """Count a wrong code for the session that waits; the last one ends it. What is to be raised afterwards."""
    if refused.status != 422:
        return refused
    if waiting['wrong_codes'] + 1 >= MOST_WRONG:
        tx.change('sessions/delete_one', session_id=waiting['session_id'])
        return NotFound()
    tx.change('sessions/count_wrong_code', session_id=waiting['session_id'])
    return refused


def replace_recovery_codes(visitor: Visitor, current_password: str, code: str) -> list[str]:
    """Void the visitor's recovery codes; the new ones. Raises Refused for a wrong password or code, or too many."""
    def replace(tx, account):
        tx.change('recovery_codes/delete_all', user_id=account['user_id'])
        audit.record(tx, visitor, 'recovery codes made', 'users', account['user_id'])
        return codes.make_recovery_codes(tx, account['user_id'])
    return _by_code(visitor, current_password, code, replace)


def switch_off(visitor: Visitor, current_password: str, code: str):
    """Sign in with the password alone from now on. Raises Refused for a wrong password or code, or too many."""
    def switch(tx, account):
        tx.change('second_factors/delete', user_id=account['user_id'])
        codes.tell(tx, 'second_factor_off', account)
        audit.record(tx, visitor, 'second factor switched off', 'users', account['user_id'])
    _by_code(visitor, current_password, code, switch)


@database.retried
def remove(visitor: Visitor, user_id: int):
    """Remove the second factor of somebody who lost it, as an admin. They are signed out everywhere, and told by mail.

    Raises NotFound, Forbidden, and Refused (for oneself, or where there is none).
    """
    with database.transaction() as tx:
        account = users.hold(tx, visitor, user_id)
        users.refuse_self(visitor, user_id)
        _remove(tx, visitor, account)


@database.retried
def remove_at_command_line(email: str):
    """The same as the program, for the account that signs in with this address. Raises NotFound, Refused."""
    found = database.one('users/find_proven', email=email)
    with database.transaction() as tx:
        _remove(tx, None, _lock(tx, found and found['user_id']))


def _remove(tx, visitor, account):
    user_id = account['user_id']
    if not tx.change('second_factors/delete', user_id=user_id):
        raise Refused(codes.NONE, 409)
    sessions.end_all(tx, user_id)
    codes.tell(tx, 'second_factor_off', account)
    audit.record(tx, visitor, 'second factor removed', 'users', user_id, '' if visitor else 'at the command line')


def _by_code(visitor, current_password, code, act: Callable):
    """Carry out act(tx, account) for who gives both password and code; what it gives."""
    sign_in.check_password(visitor, current_password)
    given, refused = _act_by_code(visitor, code, act)
    if refused:
        raise refused
    return given


@database.retried
def _act_by_code(visitor, code, act):
    with database.transaction() as tx:
        account = _lock(tx, visitor.user_id)
        refused = codes.judge(tx, visitor, account, code)
        return (None, refused) if refused else (act(tx, account), None)


def _lock(tx, user_id) -> dict:
    """The account (the row of users/lock), which all acts lock first. Raises NotFound."""
    account = tx.one('users/lock', user_id=user_id)
    if not account:
        raise NotFound()
    return account


def _new_key(user_id, factor):
    over = not factor or factor['confirmed_utc'] or factor['created_utc'] + SETTING_UP <= clock.now_utc()
    key = None if over else codes.key_of(user_id, factor)
    if not key:
        raise NotFound()
    return key
