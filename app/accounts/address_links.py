"""One-time links about an e-mail address, and what makes an address proven.

An address counts as proven once somebody opened a link that was mailed there and confirmed it, or once the clinic said
that it knows it. Only one account can prove an address. Mail about visits goes to proven addresses only.

    prove      the present address: registering sends this link, or somebody asks for it again
    change     a new address, which the account gets once the link was confirmed
    take_back  the old address, for whoever did not ask for the change
"""

from datetime import datetime, timedelta

from app import clock, tokens
from app.mail import outbox

VALID = timedelta(days=7)


def make(tx, user_id: int, purpose: str, email: str) -> tuple[str, datetime]:
    """Make a link inside a transaction: the token after /confirm-address/, and when it ends (UTC).

    purpose: 'prove', 'change' or 'take_back'. A new address voids the links for those asked for before.
    """
    token, now_utc = tokens.new(), clock.now_utc()
    if purpose == 'change':
        void(tx, user_id, purpose)
    tx.insert('address_links/insert', token_hash=tokens.digest(token), user_id=user_id, purpose=purpose, email=email,
              now_utc=now_utc, expires_utc=now_utc + VALID)
    return token, now_utc + VALID


def mail(tx, kind: str, purpose: str, user_id: int, email: str):
    """Mail a link inside a transaction, unless the address was sent too many lately: then nothing happens.

    kind: 'address_proof', 'registered_again' or 'address_change'. purpose, email: as make() takes them.
    """
    if outbox.may_mail_link(tx, email):
        outbox.queue_account(tx, kind, user_id, email, *make(tx, user_id, purpose, email))


def mail_proof(tx, user_id: int, email: str):
    """Mail the link that proves an account's present address. Its words say so if another account has proven it."""
    has_account = tx.one('users/find_proven', email=email)
    mail(tx, 'registered_again' if has_account else 'address_proof', 'prove', user_id, email)


def void(tx, user_id: int, purpose: str | None = None):
    """Void an account's links inside a transaction: those for one purpose, or all."""
    tx.change('address_links/delete_of_user', user_id=user_id, purpose=purpose)


def prove(tx, user_id: int) -> bool:
    """Take an account's present address as proven, inside a transaction, and confirm its visits ahead by mail.

    False where it was proven already. Raises Refused (409, field email) where another account has proven it.
    """
    tx.rows('patients/lock_of_account', user_id=user_id)
    if not tx.change('users/prove_email', user_id=user_id, now_utc=clock.now_utc()):
        return False
    void(tx, user_id, 'prove')
    outbox.queue_confirmations(tx, user_id)
    return True
