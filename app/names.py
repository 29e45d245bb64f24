"""How a name is looked for: what was typed is folded as the column found_by of users and patients folds names.

The server's collation sees no difference between é and e, or between A and a. What is left is done here and in
db/schema.sql alike: the letters below, and the signs within names. A test holds the two together. And what stands for a
name on pages: initials, the name that a greeting says.
"""

import re

# Letters that are no other letter with a mark, and what people type for them who lack the key.
PLAIN = str.maketrans({'ł': 'l', 'ø': 'o', 'đ': 'd', 'ð': 'd', 'ħ': 'h', 'ı': 'i', 'þ': 'th', 'æ': 'ae', 'œ': 'oe',
                       'ß': 'ss'})
SIGNS = re.compile('[-.,()\'’‘ʼʻ`´′‐‑–]')
LONGEST_WORD = 60
TITLES = {'dr', 'prof', 'mr', 'mrs', 'ms', 'mx', 'miss', 'nurse', 'sister', 'herr', 'frau'}
_UNSPACED = re.compile('[\u0e00-\u0eff\u1780-\u17ff\u2e80-\u9fff\uac00-\ud7af]')     # scripts without spaces


def fold(text: str) -> str:
    """A name as found_by has it: lower case, plain letters, spaces for signs, one space between words."""
    return ' '.join(SIGNS.sub(' ', text.lower()).translate(PLAIN).split())


def words(text: str) -> list[str]:
    """The words of a name, folded, the longest first: the rarest is likely among the long ones."""
    return sorted((word[:LONGEST_WORD] for word in fold(text).split()), key=len, reverse=True)


def beginning(word: str) -> str:
    """How a word begins, for LIKE. 王小明 has no spaces: there, what was typed may stand anywhere in the name."""
    return '%' + literal(word) if _UNSPACED.search(word) else literal(word)


def part(text: str) -> str:
    """A part of a name as found_by has it, for LIKE."""
    return literal(fold(text) or text)


def parts(text: str) -> dict[str, str | None]:
    """The text as LIKE looks for it: name, a part of found_by; digits, of a phone number, if three or more; or None."""
    digits = ''.join(filter(lambda sign: sign in '0123456789', text))
    is_number = len(digits) > 2 and not any(map(str.isalpha, text))
    return {'name': part(text), 'digits': digits.lstrip('0') if is_number else None}


def literal(text: str) -> str:
    """Text that LIKE takes as it stands; the statement adds the % before or behind it."""
    return re.sub(r'([\\%_])', r'\\\1', text)


def spoken(full_name: str) -> list[str]:
    """The words of a name without titles before it: Dr. Ana Lúcia Ferreira → Ana, Lúcia, Ferreira."""
    found = full_name.split()
    while len(found) > 1 and found[0].rstrip('.').lower() in TITLES:
        found = found[1:]
    return found


def initials(full_name: str) -> str:
    """Two letters that stand for somebody in a picture: Dr. Amara Okafor → AO."""
    first, *others = spoken(full_name)
    return (first[0] + (others[-1][0] if others else '')).upper()
