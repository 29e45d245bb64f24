"""Turns a row of notifications into the bytes to send, and decides whether it still needs to be sent.

Header lines hold nothing that somebody typed but the clinic's own name, which goes through Address() after controls
and the beginnings of encoded words were taken out: old patch levels of Python write header lines from such.
"""

import re
import unicodedata
from email import policy
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime

import bottle

from app import VIEWS, clock, config, database, tokens
from app.mail import addresses, calendar_file, links, words
from app.the_clinic import Clinic

_UNFIT = re.compile('[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]')
_SEVEN_BIT = policy.SMTP.clone(cte_type='7bit')     # eight bits may only go to a server that was asked (RFC 6152)
STANDS = {'booked': ('booked', 'arrived'), 'moved': ('booked', 'arrived'), 'reminder': ('booked',),
          'cancelled': ('cancelled',)}


def clinic() -> Clinic:
    """The clinic as it is called and reached now."""
    return Clinic.of(database.one('settings/find'))


def visit_of(mail: dict) -> dict | None:
    """The visit that a mail is about, as it stands now."""
    if not mail['appointment_id']:
        return None
    return database.one('appointments/find_for_mail', appointment_id=mail['appointment_id'])


def stale(mail: dict, visit: dict | None) -> str | None:
    """Why a mail is of no use any more, in a sentence, or None. Looked at just before it is sent.

    mail: a row of notifications/find. visit: the row of appointments/find_for_mail, for mail about visits.
    """
    if mail['expires_utc'] and mail['expires_utc'] <= clock.now_utc():
        return 'Its time has passed.'
    if mail['appointment_id']:
        return _visit_is_stale(mail, visit)
    if mail['kind'] in addresses.WITH_LINK:
        return _link_is_stale(mail)
    return None


def _visit_is_stale(mail, visit):
    audience = mail['audience']
    if audience == 'former':        # whatever became of the visit since: no other mail tells them that it is not theirs
        return 'The visit is with this member of staff again.' if visit['staff_email'] == mail['recipient'] else None
    if audience == 'staff' and not visit['staff_is_active']:
        return 'The account is closed.'
    if audience == 'patient' and visit['forgotten_utc']:
        return 'The patient asked to be forgotten.'
    if visit['version'] != mail['version']:
        return 'The visit was changed. There is a newer e-mail about it.'
    if visit['status'] not in STANDS[mail['kind']]:
        return f'The visit is now marked as {visit["status"].replace("_", "-")}.'
    return None


def _link_is_stale(mail):
    if not mail['account_is_active']:
        return 'The account is closed.'
    token = token_of(mail)
    asked = {'token_hash': token and tokens.digest(token), 'now_utc': clock.now_utc()}
    found = token and (database.one('password_resets/find', **asked) if mail['kind'] in addresses.SETS_PASSWORD
                       else database.one('address_links/find', **asked))
    return None if found else 'Its link was used, or there is a newer link.'


def token_of(mail: dict) -> str | None:
    """The one-time token that a mail carries, if it still does."""
    return links.unseal(mail['payload'], mail['dedupe_key']) if mail['payload'] else None


def words_of(mail: dict, visit: dict | None, about: Clinic, token: str | None) -> words.Letter:
    """What a mail says. mail and visit: as of stale(). about: clinic()."""
    if visit:
        return words.about_visit(mail, visit, about)
    return words.about_account(mail, about, token)


def text(letter: words.Letter, about: Clinic) -> str:
    """A letter as plain text."""
    parts = ['\n'.join(letter.lines), '\n'.join(f'{label}: {value}' for label, value in letter.facts),
             f'Map:\n{letter.map}' if letter.map else '',
             '\n\n'.join(f'{label}:\n{url}' for label, url in letter.links), '\n'.join(letter.ending),
             '\n'.join(part for part in ('-- ', about.name, about.address, about.phone) if part)]
    return _without_controls('\n\n'.join(part for part in parts if part) + '\n')


def html(letter: words.Letter, about: Clinic) -> str:
    """The same letter as a page."""
    return _without_controls(bottle.template('mail/letter.tpl', template_lookup=VIEWS, letter=letter, clinic=about))


def message(mail: dict, visit: dict | None, about: Clinic) -> bytes:
    """The message as it goes over the wire. mail, visit: as of stale(). ValueError: the recipient is none."""
    letter = words_of(mail, visit, about, token_of(mail))
    made = EmailMessage(policy=_SEVEN_BIT)
    made['Subject'] = letter.subject
    made['From'] = Address(display_name=header_name(about.name), addr_spec=config.current().mail_from)
    made['To'] = Address(addr_spec=address(mail['recipient']))
    if about.email and is_address(about.email):
        made['Reply-To'] = Address(addr_spec=about.email)
    made['Date'] = format_datetime(clock.now_utc())
    made['Message-ID'] = mail['message_id']
    made['Auto-Submitted'] = 'auto-generated'           # so that nobody's holiday reply comes back
    made.set_content(text(letter, about))
    made.add_alternative(html(letter, about), subtype='html')
    if visit:
        _attach_calendar(made, _gone(visit) if mail['audience'] == 'former' else visit, about, mail)
    return made.as_bytes()


def _gone(visit):
    """A visit as it is for who gave it away: over. Giving it away was a move, so its number is higher already, and
    whoever gets it back gets a higher one."""
    return {**visit, 'status': 'cancelled', 'version': visit['version'] - 1}


def _attach_calendar(made, visit, about, mail):
    """Put the calendar file in twice: as another form of the letter, where Outlook and Gmail look for an invitation,
    and as a file for all that only open files."""
    method = 'CANCEL' if visit['status'] == 'cancelled' else 'REQUEST'
    file = calendar_file.text(visit, about, method, mail['recipient'], mail['audience'] != 'patient').encode()
    made.add_alternative(file, maintype='text', subtype='calendar', params={'charset': 'UTF-8', 'method': method})
    made.add_attachment(file, maintype='application', subtype='ics', filename='visit.ics')


def is_address(value: str) -> bool:
    """Whether mail may be addressed to it: plain ASCII, one @, the same alphabet that our forms take."""
    try:
        return addresses.read(value) == value
    except ValueError:
        return False


def address(value: str) -> str:
    """The same address. Raises ValueError where it is none."""
    if not is_address(value):
        raise ValueError('this is not an address that e-mail can be sent to')
    return value


def header_name(name: str) -> str:
    """A name fit for a header: no controls, no invisible signs, no encoded words, at most 60 characters."""
    seen = ''.join(letter if unicodedata.category(letter)[0] != 'C' else ' ' for letter in name)
    return ' '.join(seen.replace('=?', ' ').replace('?=', ' ').split())[:60]


def _without_controls(value):
    """Line ends stay, other controls go, and marks that turn the direction of what follows them."""
    return _UNFIT.sub('', value)
