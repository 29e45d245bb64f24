"""How a name is looked for: what was typed is folded as the column found_by of users and patients folds names.

The server's collation sees no difference between é and e, or between A and a. What is left is done here and in
db/schema.sql alike: the letters below, and the signs within names. A test holds the two together.
"""

import re

# Letters that are no other letter with a mark, and what people type for them who lack the key.
PLAIN = str.maketrans({'ł': 'l', 'ø': 'o', 'đ': 'd', 'ð': 'd', 'ħ': 'h', 'ı': 'i', 'þ': 'th', 'æ': 'ae', 'œ': 'oe',
                       'ß': 'ss'})
SIGNS = re.compile('[-.,()\'’‘ʼʻ`´′‐‑–]')
LONGEST_WORD = 60
_UNSPACED = re.compile('[\u0e00-\u0eff\u1780-\u17ff\u2e80-\u9fff\uac00-\ud7af]')     # scripts without spaces


def fold(text: str) -> str:
    """A name as found_by has it: lower case, plain letters, spaces for signs, one space between words."""
    return ' '.join(SIGNS.sub(' ', text.lower()).translate(PLAIN).split())


def words(text: str) -> list[str]:
    """The words of a name, folded, the longest first: the rarest is likely among the long ones."""
    return sorted((word[:LONGEST_WORD] for word in fold(text).split()), key=len, reverse=True)


def beginning(word: str) -> str:
    """A LIKE pattern for words that begin with this one. 王小明 has no spaces: there, any part of the name will do."""
    return f'%{literal(word)}%' if _UNSPACED.search(word) else f'{literal(word)}%'


def anywhere(text: str) -> str:
    """A LIKE pattern for found_by: the text anywhere in a name."""
    return f'%{literal(fold(text) or text)}%'


def patterns(text: str) -> dict[str, str | None]:
    """What LIKE looks for: name_like (anywhere in found_by), digits_like (its digits anywhere, if three or more)."""
    digits = ''.join(filter(lambda sign: sign in '0123456789', text))
    is_number = len(digits) > 2 and not any(map(str.isalpha, text))
    return {'name_like': anywhere(text), 'digits_like': f'%{digits.lstrip("0")}%' if is_number else None}


def literal(text: str) -> str:
    """Text that LIKE takes as it stands."""
    return re.sub(r'([\\%_])', r'\\\1', text)
