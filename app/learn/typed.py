"""Values as somebody types them, and as `Try:` in a file's header proposes them.

A value is a number (12), a day (2026-11-30), a moment (2026-11-30 09:00), NULL, a text in single quotes ('' inside is
one quote), or bytes (x'00ff').
"""

import re
from datetime import date, datetime

from app.errors import Refused

# in this order: each is tried where those before it do not fit
VALUE = re.compile(r"(?P<moment>\d{4}-\d\d-\d\d[ T]\d\d:\d\d(?::\d\d)?)|(?P<day>\d{4}-\d\d-\d\d)|(?P<number>-?\d+)"
                   r"|(?P<null>NULL\b)|x'(?P<bytes>(?:[0-9a-fA-F]{2})*)'|'(?P<text>(?:[^']|'')*)'")
PAIR = re.compile(rf"\s*(?P<name>\w+)\s*=\s*(?P<value>{VALUE.pattern})\s*(?:,|$)")
KINDS = {int: 'number', str: 'text', bytes: 'bytes', datetime: 'moment', date: 'day', type(None): 'null'}
WANTED = {'number': 'a whole number, such as 12', 'day': 'a day, such as 2026-11-30',
          'moment': 'a moment, such as 2026-11-30 09:00', 'bytes': "bytes, such as x'00ff'"}


def pairs(text: str) -> dict:
    """The values of `Try:`, by name: 'staff_id = 1, day = 2026-11-30'. 'nothing' is none. Raises ValueError."""
    found, place = {}, 0
    while text != 'nothing' and place < len(text):
        pair = PAIR.match(text, place)
        if not pair:
            raise ValueError(f'this is no "name = value": {text[place:]}')
        found[pair['name']] = _value(pair)
        place = pair.end()
    return found


def value(text: str):
    """A value with its quotes, as in `Try:`. Raises ValueError."""
    found = VALUE.fullmatch(text.strip())
    if not found:
        raise ValueError('this is no number, day, moment, NULL or text in quotes')
    return _value(found)


def written(given) -> str:
    """A value as `Try:` writes it: the other way round."""
    if given is None:
        return 'NULL'
    if isinstance(given, str):
        return "'" + given.replace("'", "''") + "'"
    if isinstance(given, bytes):
        return f"x'{given.hex()}'"
    if isinstance(given, datetime):
        return given.strftime('%Y-%m-%d %H:%M' + (':%S' if given.second else ''))
    return str(int(given) if isinstance(given, bool) else given)


def shown(given) -> str:
    """A value as a field of a form shows it: a text goes without its quotes."""
    return given if isinstance(given, str) else written(given)


def read(text: str, like):
    """What was typed into a field whose proposed value is `like`: NULL always fits, else a value of that kind.

    Where nothing is proposed (like is None) the kind follows from what was typed. Raises ValueError: what fits.
    """
    kind = KINDS[type(like)]
    if text.strip() == 'NULL':
        return None
    if kind == 'text':
        return text
    if not text.strip():
        return None
    found = VALUE.fullmatch(f"x'{text}'" if kind == 'bytes' and not text.startswith('x') else text.strip())
    if kind == 'null':
        return _value(found) if found else text
    if not found or found.lastgroup != kind:
        raise ValueError(f'Type {WANTED[kind]}, or NULL.')
    return _value(found)


def _value(found):
    kind = found.lastgroup
    if kind == 'value':         # the whole of a pair's value: the kind stands inside
        kind = next(name for name in ('moment', 'day', 'number', 'null', 'bytes', 'text') if found[name] is not None)
    text = found[kind]
    if kind == 'null':
        return None
    if kind == 'number':
        return int(text)
    if kind == 'bytes':
        return bytes.fromhex(text)
    if kind == 'text':
        return text.replace("''", "'")
    return (date if kind == 'day' else datetime).fromisoformat(text)


def values(query, given: dict) -> dict:
    """The values of a statement's parameters: what was typed, else what its file proposes. Raises errors.Refused.

    query: a files.Query. given: texts by the parameter's name.
    """
    found, wrong = {}, {}
    for name in query.takes:
        proposed = query.tries.get(name)
        try:
            found[name] = read(given[name], proposed) if name in given else proposed
        except ValueError as error:
            wrong[name] = str(error)
    if wrong:
        raise Refused(wrong)
    return found
