"""Readers of single fields, shared by every form.

Each takes the decoded form, the field's name and a dict of errors; it gives the typed value, or None after putting a
sentence for people into errors[name]. A form's reader calls them in a row and ends with check(errors):

    def read_room(form):
        errors = {}
        values = {'name': text(form, 'name', errors, longest=60)}
        check(errors)
        return values
"""

import re
import unicodedata
from datetime import date, datetime

from app.errors import Refused

_INVISIBLE = re.compile('[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]')     # come along when numbers are pasted
# The same in text, but for the two joiners (U+200C, U+200D) that Persian, Hindi and emoji need. Among them are the
# signs that turn the direction of writing: in a name, they would turn what is printed after it (Unicode, UAX 9).
_UNSEEN = re.compile('[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]')
_BLANKS = '\u115f\u1160\u2800\u3164\uffa0'        # letters and signs by their category, and yet nothing to be seen
_LABEL = r'[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?'
_EMAIL = re.compile(rf"[a-z0-9!#$%&'*+/=?^_`{{|}}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{{|}}~-]+)*@(?:{_LABEL}\.)+{_LABEL}")
_PHONE = re.compile(r'(\+?[0-9 ()./-]*[0-9).])(?:[ ,;]*(?:ext|extension|x)\.? ?([0-9]{1,6}))?', re.IGNORECASE)


def check(errors: dict[str, str]):
    """Raise Refused if any field was found wrong."""
    if errors:
        raise Refused(errors)


def missing(name: str) -> str:
    """The sentence for a field that was left empty. It names the field, for it stands in the summary too."""
    said = {'email': 'e-mail address', 'birth_date': 'date of birth'}.get(name, name.replace('_', ' '))
    return f'Please fill in: {said}.'


def text(form, name, errors, *, longest: int, required=True, lines=False) -> str | None:
    """Text without spaces around it or invisible signs in it; lines=True keeps line breaks.

    An empty optional field gives ''. Text of which nothing can be seen is empty.
    """
    typed = _UNSEEN.sub('', form.get(name, ''))
    typed = typed.strip() if lines else re.sub('[\t\n]', ' ', typed).strip()
    if not any(map(_is_seen, typed)):
        typed = ''
    if required and not typed:
        errors[name] = missing(name)
    elif len(typed) > longest:
        errors[name] = f'Please use at most {longest} characters; this has {len(typed)}.'
    return None if name in errors else typed


def _is_seen(sign):
    """Whether a sign leaves ink: no blank, no control, no mark without a letter (Unicode, general category)."""
    return sign not in _BLANKS and unicodedata.category(sign)[0] in 'LNPS'


def email(form, name, errors, *, required=True) -> str | None:
    """An e-mail address in lower case: plain ASCII, at most 254 characters. An empty optional field gives None.

    A domain in other letters becomes what mail knows it by: müller.example → xn--mller-kva.example. Other letters
    before the @ are refused: every mail server on the way would have to speak SMTPUTF8 (RFC 6531).
    """
    typed = _with_plain_domain(_INVISIBLE.sub('', form.get(name, '')).strip().lower())
    if not typed:
        if required:
            errors[name] = missing(name)
        return None
    if '@' in typed and not typed.rpartition('@')[0].isascii():
        errors[name] = ('Many mail servers do not take letters such as é or ü before the @. '
                        'Please write an address without them.')
        return None
    if len(typed) > 254 or len(typed.partition('@')[0]) > 64 or not _EMAIL.fullmatch(typed):
        errors[name] = 'Please write an e-mail address such as name@example.com.'
        return None
    return typed


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


def phone(form, name, errors, *, required=False) -> str | None:
    """A phone number as people write it, with 5 to 15 digits, perhaps "ext 5". An empty optional field gives None."""
    typed = unicodedata.normalize('NFKC', _INVISIBLE.sub('', form.get(name, ''))).strip()
    typed = re.sub('[\u2010-\u2015]', '-', re.sub(r'\s+', ' ', typed))
    if not typed:
        if required:
            errors[name] = missing(name)
        return None
    found = _PHONE.fullmatch(typed)
    if len(typed) > 30 or not found or not 5 <= len(re.findall('[0-9]', found[1])) <= 15:
        errors[name] = 'Please write a phone number such as +49 30 123456: digits, spaces and ( ) / . -'
        return None
    return f'{found[1]} ext {found[2]}' if found[2] else typed


def whole_number(form, name, errors, *, least: int, most: int, required=True) -> int | None:
    """A whole number in ASCII digits. An empty optional field gives None."""
    typed = form.get(name, '').strip()
    if not typed:
        if required:
            errors[name] = missing(name)
        return None
    if not re.fullmatch('[0-9]{1,9}', typed) or not least <= int(typed) <= most:
        errors[name] = f'Please write a whole number from {least} to {most}.'
        return None
    return int(typed)


def identity(form, name, errors, *, required=True) -> int | None:
    """A record's key, as the pages print it. An empty optional field gives None."""
    typed = form.get(name, '')
    if not typed and not required:
        return None
    if not re.fullmatch('[1-9][0-9]{0,8}', typed):
        errors[name] = 'Please choose one.'
        return None
    return int(typed)


def choice(form, name, errors, options, *, required=True) -> str | None:
    """One of the options (a collection of texts). An empty optional field gives None."""
    typed = form.get(name, '')
    if not typed and not required:
        return None
    if typed not in options:
        errors[name] = 'Please choose one.'
        return None
    return typed


def ticked(form, name) -> bool:
    """Whether a check box was ticked."""
    return form.get(name, '') != ''


def day(form, name, errors, *, required=True, earliest: date = date(1900, 1, 1), latest: date = date(2099, 12, 31),
        outside='Please choose a day between {earliest.year} and {latest.year}.') -> date | None:
    """A day written YYYY-MM-DD, within the bounds. An empty optional field gives None."""
    typed = form.get(name, '').strip()
    if not typed:
        if required:
            errors[name] = missing(name)
        return None
    try:
        found = datetime.strptime(typed, '%Y-%m-%d').date() if len(typed) == 10 and typed.isascii() else None
    except ValueError:
        found = None
    if not found:
        errors[name] = 'Please write the day as year-month-day, such as 2026-05-31.'
    elif not earliest <= found <= latest:
        errors[name] = outside.format(earliest=earliest, latest=latest)
    return None if name in errors else found


def moment(form, name, errors, *, required=True) -> datetime | None:
    """A clinic-local time written YYYY-MM-DDTHH:MM (naive). An empty optional field gives None."""
    typed = form.get(name, '').strip()
    if not typed:
        if required:
            errors[name] = missing(name)
        return None
    try:
        if not re.fullmatch(r'[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:00)?', typed):
            raise ValueError
        return datetime.fromisoformat(typed)
    except ValueError:
        errors[name] = 'Please choose a day and a time.'
        return None
