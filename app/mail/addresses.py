"""E-mail addresses: what is one, and where a mail goes. It is looked up at sending: addresses change meanwhile."""

import re
import unicodedata

# Mail that is of no use without its one-time link: what sets a password, and what proves an address.
SETS_PASSWORD = ('account_created', 'password_reset')
PROVES_ADDRESS = ('address_proof', 'registered_again', 'address_change')
WITH_LINK = SETS_PASSWORD + PROVES_ADDRESS

_LABEL = r'[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?'
_EMAIL = re.compile(rf"[a-z0-9!#$%&'*+/=?^_`{{|}}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{{|}}~-]+)*@(?:{_LABEL}\.)+{_LABEL}")


def read(typed: str) -> str:
    """An e-mail address in lower case: plain ASCII, at most 254 characters.

    A domain in other letters becomes what mail knows it by: müller.example → xn--mller-kva.example. Other letters
    before the @ are refused: every mail server on the way would have to speak SMTPUTF8 (RFC 6531).
    """
    found = _with_plain_domain(typed.lower())
    if '@' in found and not found.rpartition('@')[0].isascii():
        raise ValueError('Many mail servers do not take letters such as é or ü before the @. '
                         'Please write an address without them.')
    if len(found) > 254 or len(found.partition('@')[0]) > 64 or not _EMAIL.fullmatch(found):
        raise ValueError('Please write an e-mail address such as name@example.com.')
    return found


def _with_plain_domain(address):
    """An address with its domain in ASCII (RFC 5891), label by label; the same where that cannot be."""
    name, at, domain = address.rpartition('@')
    if domain.isascii():
        return address
    labels = unicodedata.normalize('NFKC', domain).lower().split('.')
    if not all(letter in '-' or unicodedata.category(letter)[0] in 'LMN' for label in labels for letter in label):
        return address
    return name + at + '.'.join(label if label.isascii() else f'xn--{label.encode("punycode").decode()}'
                                for label in labels)


def present(mail: dict, visit: dict | None) -> str | None:
    """The address that a mail is for now, or None where there is none any more.

    mail: the row of notifications/find. visit: the row of appointments/find_for_mail, for mail about visits, which goes
    to proven addresses only. A notice that an address was changed, and the link that proves a new one, go to the
    address they were queued for: it is not the account's.
    """
    if mail['audience'] == 'patient':
        return visit['patient_email']
    if mail['audience'] == 'staff':
        return visit['staff_email']
    if mail['audience'] == 'former':
        return mail['account_proven_email']
    if mail['kind'] in ('address_change', 'address_changed'):
        return mail['recipient']
    return mail['account_email']


def left(mail: dict, email: str | None) -> str | None:
    """Why a mail is not to be sent for the sake of its address, in a sentence, or None. email: from present().

    A one-time link was made for who had the address at the time; it is not sent after them to another.
    """
    if not email:
        return 'There is no e-mail address any more, or it is not confirmed.'
    if mail['kind'] in WITH_LINK and email != mail['recipient']:
        return 'The account now has another e-mail address. Open the account to send a new link.'
    return None
