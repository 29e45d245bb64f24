"""From the bytes of a form or a query string to a dict of clean text, or not at all.

Bottle's own reading turns bad UTF-8 into "field not sent", merges repeated fields and reads other body types as forms.
Here a byte that is wrong refuses the request, so what a handler sees is what was sent.
"""

import re
import unicodedata
from urllib.parse import unquote_to_bytes

LONGEST_BODY = 131_072      # bytes, as much as waitress takes
MOST_FIELDS = 500
LONGEST_VALUE = 20_000      # characters; each field has a limit of its own besides

# Controls (all but tab and line feed) and the two Unicode line ends have no place in any field. Surrogates and
# overlong forms never get this far: strict UTF-8 refuses them.
_FORBIDDEN = re.compile('[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]')


class Malformed(ValueError):
    """What was sent is not a form. The message is for people, and safe to show."""


def decode(raw: bytes) -> dict[str, str]:
    """An url-encoded form as {name: text}: strict UTF-8, NFC, line ends as LF, each name once. Raises Malformed."""
    pairs = [pair for pair in raw.split(b'&') if pair]
    if len(pairs) > MOST_FIELDS:
        raise Malformed('It has too many fields.')
    fields = {}
    for pair in pairs:
        name, _, value = pair.partition(b'=')
        name, value = _text(name), _text(value)
        if name in fields:
            raise Malformed('It has the same field twice.')
        fields[name] = value
    return fields


def _text(quoted: bytes) -> str:
    try:
        text = unquote_to_bytes(quoted.replace(b'+', b' ')).decode('utf-8')
    except UnicodeDecodeError:
        raise Malformed('It has text that is not UTF-8.') from None
    text = unicodedata.normalize('NFC', text.replace('\r\n', '\n'))
    if len(text) > LONGEST_VALUE:
        raise Malformed(f'It has a field of more than {LONGEST_VALUE:,} characters.')
    if _FORBIDDEN.search(text):
        raise Malformed('It has control characters.')
    return text
