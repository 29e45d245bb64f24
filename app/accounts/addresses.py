"""E-mail addresses of accounts: proving one, changing it, taking a change back, and marking one as known.

A page behind a link is open to whoever holds the link: it shows what it is for, and acts only when it is confirmed.
Nothing here tells a stranger whether an address has an account. Only who reads the mail sent there learns of it.
"""

from app import audit, clock, config, database, tokens
from app.accounts import address_links, attempts, joining, one_time_links, sessions, sign_in, users
from app.errors import NotFound, Refused
from app.mail import outbox
from app.visitor import Visitor

TAKEN = 'Another account uses this address. Please sign in to that account, or ask us.'
DAYS = address_links.VALID.days         # for which a link works
HAS_VISITS = 'Somebody with this account has been to the clinic. Please tell us, and we look into it.'


def find(token: str) -> dict:
    """What a link is for: the row of address_links/find with leads_to, what confirming it would do. Raises NotFound.

    leads_to: 'prove', 'join' (another account has proven the address, and takes over what was booked), 'change',
    'take_back', or 'taken' (another account has it: nothing can be confirmed).
    """
    link = database.one('address_links/find', token_hash=tokens.digest(token), now_utc=clock.now_utc())
    if not link:
        raise NotFound()
    return {**link, 'leads_to': _leads_to(link)}


def _leads_to(link):
    if not link['other_user_id']:
        return link['purpose']
    both_are_patients = link['role'] == link['other_role'] == 'patient'
    return 'join' if link['purpose'] == 'prove' and both_are_patients and link['other_is_active'] else 'taken'


def confirm(visitor: Visitor, token: str) -> str | None:
    """Do what a link is for, and use it up. For 'take_back' the token of a link that sets a new password.

    Raises NotFound; Refused where another account has the address (409).
    """
    link = find(token)
    if link['leads_to'] == 'taken':
        raise Refused({'email': TAKEN}, 409)
    return _CONFIRMED[link['leads_to']](visitor.in_the_name_of(link['user_id'], link['role']), token, link)


@database.retried
def _prove(owner, token, link):
    with database.transaction() as tx:
        _use(tx, token, link)
        address_links.prove(tx, link['user_id'])
        audit.record(tx, owner, 'e-mail address confirmed', 'users', link['user_id'])


@database.retried
def _join(owner, token, link):
    """Move all that the second account has into the one that has proven the address."""
    kept_user_id, gone_user_id = link['other_user_id'], link['user_id']
    with database.transaction() as tx:
        for user_id in sorted((kept_user_id, gone_user_id)):
            tx.rows('patients/lock_of_account', user_id=user_id)
        _use(tx, token, link)
        has_it = tx.one('users/find_proven', email=link['email'])
        if not has_it or has_it['user_id'] != kept_user_id:
            raise NotFound()
        joining.join_accounts(tx, owner.in_the_name_of(kept_user_id, 'patient'), kept_user_id, gone_user_id)
        outbox.queue_confirmations(tx, kept_user_id)


@database.retried
def _change(owner, token, link):
    with database.transaction() as tx:
        account = _use(tx, token, link)
        _set(tx, owner, account, link['email'], is_proven=True)


@database.retried
def _take_back(owner, token, link):
    """Whoever changed the address may know the password too: nobody signs in before a new one is set. A code from an
    app that was set up since is theirs, and goes as well."""
    with database.transaction() as tx:
        _use(tx, token, link)
        user_id = link['user_id']
        tx.change('users/set_email', user_id=user_id, email=link['email'], email_is_proven=True,
                  now_utc=clock.now_utc())
        one_time_links.set_password(tx, user_id, None)
        _remove_later_factor(tx, owner, link['expires_utc'] - address_links.VALID)
        address_links.void(tx, user_id)
        outbox.queue_confirmations(tx, user_id)
        audit.record(tx, owner, 'e-mail address taken back', 'users', user_id)
        return one_time_links.make(tx, user_id, 'reset')


def _remove_later_factor(tx, owner, changed_utc):
    factor = tx.one('second_factors/find', user_id=owner.user_id)
    if factor and factor['confirmed_utc'] and factor['confirmed_utc'] >= changed_utc:
        tx.change('second_factors/delete', user_id=owner.user_id)
        audit.record(tx, owner, 'second factor removed', 'users', owner.user_id, 'set up after the address was changed')


_CONFIRMED = {'prove': _prove, 'join': _join, 'change': _change, 'take_back': _take_back}


def _use(tx, token, link):
    """Lock a link's account and use the link up: the row of users/lock. Raises NotFound where it was used meanwhile."""
    account = users.hold_own(tx, link['user_id'])
    if not tx.change('address_links/use', token_hash=tokens.digest(token), now_utc=clock.now_utc()):
        raise NotFound()
    return account


def disown(visitor: Visitor, token: str) -> str:
    """Say that it was not oneself: 'account_disowned' or 'change_stopped', whichever it was about.

    An account with which nobody has been to the clinic is closed, and its visits are cancelled. Raises NotFound;
    Refused for any other.
    """
    link = find(token)
    if link['purpose'] == 'prove' and (link['role'] != 'patient' or link['has_been_here']):
        raise Refused(HAS_VISITS)
    _disown(visitor.in_the_name_of(link['user_id'], link['role']), token, link)
    return 'account_disowned' if link['purpose'] == 'prove' else 'change_stopped'


@database.retried
def _disown(owner, token, link):
    with database.transaction() as tx:
        account = _use(tx, token, link)
        if link['purpose'] == 'prove':
            users.forget_all(tx, owner, account)
            audit.record(tx, None, 'account closed by the owner of its address', 'users', link['user_id'])
        else:
            audit.record(tx, owner, 'link about an address stopped', 'users', link['user_id'])


@database.retried
def send_proof(visitor: Visitor):
    """Mail the link that proves the visitor's own address once more, unless it is proven or was sent too often."""
    with database.transaction() as tx:
        account = users.hold_own(tx, visitor.user_id)
        if not account['email_is_proven']:
            address_links.mail_proof(tx, visitor.user_id, account['email'])


def change(visitor: Visitor, current_password: str, email: str) -> bool:
    """Ask for another e-mail address: True where a link was mailed there, which has to be confirmed first.

    False where the clinic sends no mail: the account has the new address at once, and it is not proven. The answer is
    the same whether or not the address has an account. Raises Refused: a wrong password, the same address (422), too
    many tries (429).
    """
    attempts.begin_form(visitor.ip)
    account = sign_in.check_password(visitor, current_password)
    if email == account['email']:
        raise Refused({'email': 'You sign in with this address already.'})
    _ask_for(visitor, email)
    return config.sends_mail()


@database.retried
def _ask_for(visitor, email):
    with database.transaction() as tx:
        account = users.hold_own(tx, visitor.user_id)
        if config.sends_mail():
            address_links.mail(tx, 'address_change', 'change', visitor.user_id, email)
            audit.record(tx, visitor, 'another e-mail address asked for', 'users', visitor.user_id)
        else:
            _set(tx, visitor, account, email, is_proven=False)


def _set(tx, owner, account, email, is_proven):
    """Give an account another address. The old one is told, and can take it back, if it was proven."""
    user_id = account['user_id']
    tx.change('users/set_email', user_id=user_id, email=email, email_is_proven=is_proven, now_utc=clock.now_utc())
    tx.change('password_resets/delete_of_user', user_id=user_id)
    for purpose in ('prove', 'change'):
        address_links.void(tx, user_id, purpose)
    sessions.end_all(tx, user_id, owner.session_id)
    if account['email_is_proven']:
        outbox.queue_account(tx, 'address_changed', user_id, account['email'],
                             *address_links.make(tx, user_id, 'take_back', account['email']))
    if is_proven:
        outbox.queue_confirmations(tx, user_id)
    audit.record(tx, owner, 'e-mail address changed', 'users', user_id)


@database.retried
def mark_known(visitor: Visitor, user_id: int):
    """Take an account's address as proven, on the word of the desk or an admin. The button pressed twice does nothing.

    Raises NotFound; Refused (409) where another account has proven the address, or the account was deleted.
    """
    with database.transaction() as tx:
        account = users.hold_own(tx, user_id)
        if account['email_is_proven']:
            return
        if account['email'].endswith(users.REMOVED) or tx.one('users/find_proven', email=account['email']):
            raise Refused('Another account uses this address already, or this account was deleted.', 409)
        address_links.prove(tx, user_id)
        audit.record(tx, visitor, 'e-mail address marked as known', 'users', user_id)
