"""The text of each kind of mail. Subjects are fixed: lock screens show them, so they name nobody and no service."""

from datetime import datetime, timedelta
from typing import NamedTuple
from urllib.parse import quote_plus

from app import clock, config
from app.mail import links
from app.the_clinic import Clinic, changes_until
from app.written import is_at_clinic, video_link

SUBJECTS = {
    ('booked', 'patient'): 'Your visit is booked',
    ('moved', 'patient'): 'Your visit was changed',
    ('cancelled', 'patient'): 'Your visit is cancelled',
    ('reminder', 'patient'): 'A reminder of your visit',
    ('booked', 'staff'): 'A visit was booked',
    ('moved', 'staff'): 'A visit was changed',
    ('cancelled', 'staff'): 'A visit was cancelled',
    ('moved', 'former'): 'A visit was given to a colleague',
    ('account_created', 'account'): 'Your account is ready',
    ('password_reset', 'account'): 'Set a new password',
    ('password_changed', 'account'): 'Your password was changed',
    ('address_proof', 'account'): 'Please confirm your e-mail address',
    ('registered_again', 'account'): 'You already have an account',
    ('address_change', 'account'): 'Please confirm your new e-mail address',
    ('address_changed', 'account'): 'Your e-mail address was changed',
    ('second_factor_on', 'account'): 'You now sign in with a code',
    ('second_factor_off', 'account'): 'You now sign in without a code',
    ('recovery_code_used', 'account'): 'A recovery code was used',
    ('test', 'account'): 'A test e-mail',
}
OPENINGS = {
    'booked': 'This visit is booked:',
    'booked_again': 'This visit was cancelled by mistake. It will take place after all:',
    'moved': 'This visit was changed. Please ignore earlier e-mails about it. These are the new details:',
    'reassigned': 'This visit was changed. The day and the time are the same. The member of staff, the room, the '
                  'service or the length is new. Please ignore earlier e-mails about it. These are the new details:',
    'reminder': 'This is a reminder of a visit:',
}
CANCELLED = {        # by audience, and whether the clinic cancelled the visit
    ('patient', True): 'We had to cancel this visit. It will not take place:',
    ('patient', False): 'You cancelled this visit. It will not take place:',
    ('staff', True): 'The clinic cancelled this visit. It will not take place:',
    ('staff', False): 'The patient cancelled this visit. It will not take place:',
}
PROVING = {         # mail with a link that proves an address: its lines, what the link is called, its ending
    'address_proof': (
        ['Somebody, probably you, registered at {clinic} with this e-mail address.',
         'Please open the link and confirm that the address is yours. Until then we send no e-mail about visits.'],
        'Confirm this address',
        'If it was not you, open the link and choose “I did not register”. We then delete what was registered.'),
    'registered_again': (
        ['Somebody, probably you, registered at {clinic} with this e-mail address. You already have an account with '
         'it, so there is a second one now.',
         'You can sign in to your account as before. What was booked just now is in the second account. Open the link '
         'to move it into your own.'],
        'See what to do',
        'If it was not you, open the link and choose “I did not register”. Your own account stays as it is.'),
    'address_change': (
        ['Somebody, probably you, wants to use this e-mail address for an account at {clinic}.',
         'Please open the link and confirm that the address is yours. Until then the account keeps its old address.'],
        'Confirm this address',
        'If it was not you, do nothing. We then do not use this address.'),
}
ABOUT_CODES = {
    'second_factor_on': 'Your account now asks for a code from an app besides your password. All your other devices '
                        'were signed out.',
    'second_factor_off': 'Your account no longer asks for a code from an app. Your password alone is enough. You '
                         'switched the code off, or the clinic removed it.',
    'recovery_code_used': 'Somebody, probably you, typed your password and one of your recovery codes. This recovery '
                          'code does not work any more.',
}
WHY = 'You get this e-mail because you chose it in your profile.'
ROOM = timedelta(hours=1)       # mail is not read the moment it is sent: a link has to be good for this long
HIDDEN_LINK = '(a one-time link, which only the receiver can see)'


class Letter(NamedTuple):
    """A mail's words. lines come first; then facts (label, value), links (label, url) and the ending lines.

    map: the url of a map that shows where the visit is.
    """

    subject: str
    lines: list[str]
    facts: list[tuple[str, str]] = []
    links: list[tuple[str, str]] = []
    ending: list[str] = []
    map: str = ''


def about_visit(mail: dict, visit: dict, clinic: Clinic) -> Letter:
    """The words about a visit: mail as notifications/find, visit as appointments/find_for_mail gives it."""
    kind, audience = mail['kind'], mail['audience']
    subject = SUBJECTS[kind, audience]
    if audience == 'former':
        return Letter(subject, ['Hello,', 'This visit was given to a colleague. It is no longer yours:'],
                      _facts(visit, clinic, for_clinic=True), [], [WHY])
    if audience == 'staff':
        page = f'{config.current().url}/appointments/{visit["appointment_id"]}'
        return Letter(subject, ['Hello,', _opening(mail, visit)], _facts(visit, clinic, mail, True),
                      [('See the visit', page)], [WHY])
    facts = _facts(visit, clinic, mail)
    if kind == 'cancelled':
        if visit['is_cancelled_by_clinic'] and visit['cancel_reason']:
            facts.append(('Reason', visit['cancel_reason']))
        return Letter(subject, ['Hello,', _opening(mail, visit)], facts,
                      [('Book another visit', f'{config.current().url}/book')], [_call(clinic)])
    if visit['how_to_prepare']:
        facts.append(('How to prepare', visit['how_to_prepare']))
    made, ending = _what_to_do(visit, clinic)
    meeting = video_link(visit)
    made = [('Open the video at the time of the visit', meeting), *made] if meeting else made
    return Letter(subject, ['Hello,', _opening(mail, visit)], facts, made, ending,
                  _map(clinic) if is_at_clinic(visit) else '')


def about_account(mail: dict, clinic: Clinic, token: str | None) -> Letter:
    """The words about an account.

    mail: a row of notifications/find. token: of its one-time link; None shows that there is one, but not which.
    """
    kind, url = mail['kind'], config.current().url
    link = f'{url}/reset-password/{token}' if token else HIDDEN_LINK
    subject = SUBJECTS[kind, 'account']
    if kind == 'account_created':
        return Letter(subject, ['Hello,', f'{clinic.name} has opened an account for you. Choose a password to '
                                          'use it. Nobody else will know it.'],
                      [], [('Set your password', link)], [_once(mail, clinic), _call(clinic)])
    if kind == 'password_reset':
        return Letter(subject, ['Hello,', 'Somebody, probably you, asked for a new password for your account.'],
                      [], [('Set a new password', link)],
                      [_once(mail, clinic), 'If it was not you, do nothing. Your password stays the same.'])
    if kind == 'password_changed':
        return Letter(subject, ['Hello,', 'Your password was changed. All your devices were signed out.'], [],
                      [('It was not me: set a new password', f'{url}/forgot-password')],
                      ['If it was you, you do not need to do anything.', _call(clinic)])
    if kind in PROVING or kind == 'address_changed':
        return _about_address(mail, clinic, f'{url}/confirm-address/{token}' if token else HIDDEN_LINK)
    if kind in ABOUT_CODES:
        return Letter(subject, ['Hello,', ABOUT_CODES[kind]], [],
                      [('It was not me: set a new password', f'{url}/forgot-password')],
                      ['If it was you, you do not need to do anything. If not, please tell us at once.', _call(clinic)])
    return Letter(subject, ['Hello,', 'This is a test. If you can read it, e-mail from the clinic works.'], [], [], [])


def _about_address(mail, clinic, link):
    kind, subject = mail['kind'], SUBJECTS[mail['kind'], 'account']
    if kind in PROVING:
        lines, label, ending = PROVING[kind]
        return Letter(subject, ['Hello,', *(line.format(clinic=clinic.name) for line in lines)], [], [(label, link)],
                      [_once(mail, clinic), ending, _call(clinic)])
    if not mail['payload']:         # an admin changed it
        return Letter(subject, ['Hello,', 'Your account now has another e-mail address. You sign in with it, and we '
                                          'write to it. This e-mail goes to the old address and to the new one.'], [],
                      [], ['If it was not you, please tell us at once.', _call(clinic)])
    return Letter(subject, ['Hello,', 'Your account now has another e-mail address. You sign in with it, and we write '
                                      'to it. This e-mail goes to the old address.'],
                  [], [('It was not me: take it back', link)],
                  ['If it was you, you do not need to do anything.', _once(mail, clinic), _call(clinic)])


def _opening(mail, visit):
    if mail['kind'] == 'cancelled':
        return CANCELLED[mail['audience'], bool(visit['is_cancelled_by_clinic'])]
    if mail['kind'] == 'booked' and visit['is_booked_again']:
        return OPENINGS['booked_again']
    return OPENINGS['reassigned' if mail['was_at'] == visit['starts_at'] else mail['kind']]


def _map(clinic):
    street = ' '.join(clinic.address.split())
    return f'https://www.openstreetmap.org/search?query={quote_plus(street)}' if street else ''


def _facts(visit, clinic, mail=None, for_clinic=False):
    """What a visit is. mail: one about a move tells the time before it as well."""
    written = clinic.written
    starts_at, ends_at = visit['starts_at'], visit['ends_at']
    before = mail['was_at'] if mail and mail['was_at'] != starts_at else None
    return [
        ('When', f'{written.day(starts_at)}, {written.time(starts_at)} to {written.time(ends_at)}'),
        *([('Before', f'{written.day(before)}, {written.time(before)} (no longer)')] if before else []),
        ('For', visit['patient_name']),
        ('What', visit['service_name']),
        ('With', visit['staff_name']),
        ('Where', _where(visit, clinic, for_clinic)),
    ]


def _where(visit, clinic, for_clinic):
    if not is_at_clinic(visit):
        return clinic.written.where_for_clinic(visit) if for_clinic else clinic.written.where(visit)
    return ', '.join(filter(None, (visit['room_name'], clinic.name, ' '.join(clinic.address.split()))))


def _moment(local: datetime, clinic):
    return clinic.written.moment(local)


def _what_to_do(visit, clinic):
    """The links that a patient gets, and the sentences under them. Nothing is offered that is, or is soon, too late."""
    if visit['holder_id'] and not visit['holder_is_active']:        # the links of a closed account open nothing
        return [], [_cannot_come(clinic)]
    until = changes_until(visit)
    see, *change = [(label, links.make(purpose, visit)) for label, purpose in
                    (('See this visit', 'see'), ('Choose another time', 'move'), ('Cancel this visit', 'cancel'))]
    if clock.now() + ROOM > until:
        return [see], [_cannot_come(clinic)]
    return [see, *change], [f'You can change or cancel it online until {_moment(until, clinic)}. After that, please '
                            'call us.', _call(clinic)]


def _once(mail, clinic):
    until = clock.to_local(mail['expires_utc'])
    return f'The link works once, until {_moment(until, clinic)}.'


def _call(clinic):
    reach = _reach(clinic)
    return f'Questions? Contact us at {reach}.' if reach else 'Questions? Please ask us.'


def _cannot_come(clinic):
    """For what has to be settled soon: the phone, and only without one the e-mail address."""
    reach = clinic.phone or _reach(clinic)
    return 'If you cannot come, or need another time, please ' + (f'call us: {reach}.' if clinic.phone else
                                                                   f'write to {reach}.' if reach else 'tell us.')


def _reach(clinic):
    return ' or '.join(part for part in (clinic.phone, clinic.email) if part)
