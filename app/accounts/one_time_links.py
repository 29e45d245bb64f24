"""One-time links that set a password, and setting it: by the link, or by who is signed in and knows the present one."""

from app import audit, clock, config, database, tokens
from app.accounts import address_links, passwords, sessions, sign_in, turns
from app.errors import NotFound
from app.mail import outbox
from app.visitor import Visitor

VALID_MINUTES = {'reset': 45, 'invite': 7 * 24 * 60}    # of a link


def make(tx, user_id: int, purpose: str) -> str:
    """Make a link that sets an account's password once, inside a transaction; the token after /reset-password/.

    purpose: 'reset' (45 minutes) or 'invite' (a week). Earlier links go on working until one of them is used: a
    stranger may ask for a link, and must not void an invitation by it.
    """
    token, now_utc = tokens.new(), clock.now_utc()
    tx.change('password_resets/delete_expired', user_id=user_id, now_utc=now_utc)
    tx.insert('password_resets/insert', token_hash=tokens.digest(token), user_id=user_id, purpose=purpose,
              now_utc=now_utc, valid_minutes=VALID_MINUTES[purpose])
    return token


def find(token: str) -> dict:
    """Whose password a one-time link sets: user_id, email, full_name, purpose. Raises NotFound if it does not work."""
    found = database.one('password_resets/find', token_hash=tokens.digest(token), now_utc=clock.now_utc())
    if not found:
        raise NotFound()
    return found


def use(visitor: Visitor, token: str, password: str):
    """Set the password of a link's account and use the link up. Nobody is signed in by it. Raises NotFound."""
    link = find(token)
    _use(visitor, link, token, passwords.hash_password(password, turns.stranger(visitor.ip)))


@database.retried
def _use(visitor, link, token, password_hash):
    with database.transaction() as tx:
        tx.rows('patients/lock_of_account', user_id=link['user_id'])        # before the link, in the one order of locks
        account = tx.one('users/lock', user_id=link['user_id'])
        if not tx.change('password_resets/use', token_hash=tokens.digest(token), now_utc=clock.now_utc()):
            raise NotFound()
        owner = visitor.in_the_name_of(link['user_id'])
        if config.sends_mail() and not tx.one('users/find_proven', email=link['email']):
            _take_over(tx, owner, account)
        set_password(tx, link['user_id'], password_hash)
        if link['purpose'] == 'reset':          # by an invitation it is the first one: no news to its owner
            outbox.queue_account(tx, 'password_changed', link['user_id'], link['email'])
        audit.record(tx, owner, 'password set by link', 'users', link['user_id'], link['purpose'])


def _take_over(tx, owner, account):
    """Who opened the link reads the mail sent to an address that was only typed. A patient's code from an app goes: it
    may be that of a stranger, who registered with this address to keep its owner out."""
    address_links.prove(tx, owner.user_id)
    if account['role'] == 'patient' and tx.change('second_factors/delete', user_id=owner.user_id):
        audit.record(tx, owner, 'second factor removed', 'users', owner.user_id, 'by the owner of the address')


def change_password(visitor: Visitor, current_password: str, password: str) -> str:
    """Set a new password, ending every session of the account and beginning a new one; its token.

    Raises Refused as sign_in.check_password() does.
    """
    account = sign_in.check_password(visitor, current_password)
    return _replace_password(visitor, account, passwords.hash_password(password, turns.known(visitor.user_id)))


@database.retried
def _replace_password(visitor, account, password_hash):
    with database.transaction() as tx:
        set_password(tx, account['user_id'], password_hash)
        if account['email_proven_utc']:         # nobody causes mail to an address that is perhaps somebody else's
            outbox.queue_account(tx, 'password_changed', account['user_id'], account['email'])
        audit.record(tx, visitor, 'password changed', 'users', account['user_id'])
        return sessions.start(tx, visitor)


def set_password(tx, user_id: int, password_hash: str | None):
    """A new password ends every session and voids every link that could set another. None: nobody can sign in before a
    link was used."""
    tx.change('users/set_password', user_id=user_id, password_hash=password_hash)
    tx.change('password_resets/delete_of_user', user_id=user_id)
    sessions.end_all(tx, user_id)
