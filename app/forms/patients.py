"""The forms about patients without an account: their details, and the one box in which the desk looks for a patient.

What may stand in the box: a name, when they were born, a phone number, an e-mail address.
"""

import re
from datetime import date, timedelta

from app import names
from app.forms import days, fields

MOST_WORDS = 3
_NUMBERS = re.compile(r'(\d{1,4})[./\s-]+(\d{1,2})[./\s-]+(\d{1,4})', re.ASCII)
_BARE = re.compile(r'(\d\d)(\d\d)(\d\d(?:\d\d)?)', re.ASCII)
_YEAR_FIRST = re.compile(r'(\d\d\d\d|\d\d)(\d\d)(\d\d)', re.ASCII)


def read_new_patient(form: dict) -> dict:
    """full_name, birth_date, phone and email (these or None) of a patient without an account. Raises Refused."""
    read = fields.Reader(form)
    return read.checked({'full_name': read.full_name(), 'birth_date': read.birth_date(), 'phone': read.phone('phone'),
                         'email': read.email('email', required=False)})


def read_alert(form: dict) -> dict:
    """alert: what staff must know of a patient before all else, '' for nothing; and seen: the alert that the form
    showed, or None. Raises Refused."""
    read = fields.Reader(form)
    return read.checked({'alert': read.text('alert', longest=200, required=False), 'seen': form.get('alert_seen')})


def read_search(typed: str, date_style: str, today: date) -> dict:
    """What was typed, as a dict; {} for nothing. It holds one of

        words (1 to 3, folded, the longest first) and name (as typed), perhaps with born_from and born_until (half-open)
        birth_date
        email, or its beginning
        digits (three at least) of a phone number

    Six or eight digits that are a date give birth_date and digits both. A date may be written 1980-02-29, 29.2.1980,
    29/2/80, 290280 (the month first where date_style says so) or 29 Feb 1980; a year of two digits is the latest one
    that is not ahead of today. With a name the year alone will do: ferreira 1990.
    """
    typed = ' '.join(typed.split())[:120]
    if '@' in typed:
        return {'email': typed.lower()}
    found = {}
    birth_date = _birth_date(typed, date_style, today)
    if birth_date:
        found['birth_date'] = birth_date
    digits = re.sub('[^0-9]', '', typed)
    if len(digits) >= 3 and re.fullmatch('[0-9]+' if birth_date else '[0-9+ ()./-]+', typed):
        found['digits'] = digits.lstrip('0')[-9:] or digits[-9:]
    return found or _named(typed, date_style, today)


def _named(typed, date_style, today):
    """A name, and when they were born if that stands before or after it."""
    tokens, born = typed.split(), {}
    for size in (3, 2, 1):
        for part, rest in ((tokens[-size:], tokens[:-size]), (tokens[:size], tokens[size:])):
            if rest and not born:
                born = _born(' '.join(part), date_style, today)
                tokens = rest if born else tokens
    name = ' '.join(tokens)
    words = names.words(name)[:MOST_WORDS]
    return {'words': words, 'name': name, **born} if words else {}


def _born(text, date_style, today):
    day = _birth_date(text, date_style, today)
    if day:
        return {'born_from': day, 'born_until': day + timedelta(days=1)}
    if re.fullmatch('[0-9]{4}', text) and fields.EARLIEST.year <= int(text) <= today.year:
        return {'born_from': date(int(text), 1, 1), 'born_until': date(int(text) + 1, 1, 1)}
    return {}


def _birth_date(text, date_style, today) -> date | None:
    for written, way in _readings(text, 'mdy' if date_style == 'month_first' else 'dmy', date_style == 'iso'):
        try:
            found = days.read(written, way, days.birth_year(today))
        except ValueError:
            continue
        if fields.EARLIEST <= found <= today:
            return found
    return None


def _readings(text, way, is_iso):
    """The ways to read a text as a day, see days.read(): (the text, its numbers divided by dots; way)."""
    if match := _NUMBERS.fullmatch(text):
        yield '.'.join(match.groups()), 'ymd' if int(match[1]) > 31 else way
    elif match := _BARE.fullmatch(text):
        if not is_iso:
            yield '.'.join(match.groups()), way
        yield '.'.join(_YEAR_FIRST.fullmatch(text).groups()), 'ymd'
    else:
        yield text, way
