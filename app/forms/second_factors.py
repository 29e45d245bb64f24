"""The forms about the code from an app. All readers raise Refused."""

import re
import unicodedata

from app.accounts import codes, totp
from app.forms import fields

NO_APP_CODE = f'Please type the {totp.DIGITS} digits that your app shows.'
NO_CODE = f'Please type the {totp.DIGITS} digits that your app shows, or the {codes.RECOVERY_DIGITS} digits ' \
          'of a recovery code.'


def read_code(form: dict) -> str:
    """The digits of a code: six of an app, or twenty of a recovery code."""
    read = fields.Reader(form)
    return read.checked(read.parsed('code', code))


def read_app_code(form: dict) -> str:
    """The six digits of an app's code."""
    read = fields.Reader(form)
    return read.checked(read.parsed('code', app_code))


def read_password(form: dict) -> dict:
    """current_password."""
    read = fields.Reader(form)
    return read.checked({'current_password': read.secret('current_password')})


def read_password_and_code(form: dict) -> dict:
    """current_password and code."""
    read = fields.Reader(form)
    return read.checked({'current_password': read.secret('current_password'), 'code': read.parsed('code', code)})


def code(typed: str) -> str:
    """A code of an app, or a recovery code."""
    return _digits(typed, (totp.DIGITS, codes.RECOVERY_DIGITS), NO_CODE)


def app_code(typed: str) -> str:
    """A code of an app."""
    return _digits(typed, (totp.DIGITS,), NO_APP_CODE)


def _digits(typed, lengths, sentence):
    """The digits, of any script, without the spaces and dashes that people group them with."""
    plain = re.sub('[\\s\u2010-\u2015-]', '', typed)
    found = ''.join(str(unicodedata.decimal(sign, '')) for sign in plain)
    if len(found) != len(plain) or len(found) not in lengths:
        raise ValueError(sentence)
    return found
