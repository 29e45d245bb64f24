"""A typed statement in pieces, as both servers take it apart: quoted texts, comments, names, numbers, signs.

The servers are set as app/database/pool.py sets them: "…" is a text and no name, and a backslash escapes. Where it
could be in doubt what a piece is, nothing is guessed: the statement is refused (app/learn/words.py).
"""

import re
import unicodedata
from typing import NamedTuple

PIECES = re.compile(
    r"""(?P<text>'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")"""
    r"""|(?P<quoted>`[^`]*`)"""
    r"""|(?P<comment>--(?=[ \t\n]|\Z)[^\n]*|\#[^\n]*|/\*.*?\*/)"""
    r"""|(?P<open>['"`]|/\*)"""
    r"""|(?P<space>[ \t\n]+)"""
    r"""|(?P<number>0[xX][0-9a-fA-F]+|(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)"""
    r"""|(?P<variable>@@?(?:\w|\.|(?<=@)`[^`]*`)*)"""
    r"""|(?P<word>[^\W\d]\w*)"""
    r"""|(?P<sign>:=|\|\||<=>|<=|>=|<>|!=|&&|<<|>>|->>|->|.)""", re.DOTALL)


class Token(NamedTuple):
    """A piece. kind: text, quoted, comment, open, space, number, variable, word or sign. text: as it was typed.

    word: a word, or a name in backticks, in capitals and without them, as it can be compared; else ''.
    """

    kind: str
    text: str
    word: str


def tokens(text: str) -> list[Token]:
    """All pieces of a statement, in their order; put together they are the text again."""
    return [Token(found.lastgroup, found[0], _word(found)) for found in PIECES.finditer(text)]


def plain(text: str) -> str:
    """A text as it is read: each line ends in one sign, and spaces at both ends are gone."""
    return text.replace('\r\n', '\n').replace('\r', '\n').strip(' \t\n')


def sent(text: str) -> str:
    """What goes to the server: the statement without its comments and its semicolon; lines keep their numbers."""
    kept = ''.join(' ' + '\n' * token.text.count('\n') if token.kind == 'comment' else token.text
                   for token in tokens(plain(text)))
    return kept.rstrip(' \t\n;')


def strange(found: list[Token]) -> str | None:
    """The name of the first character that SQL does not know where it stands, such as a curly quote; None: all are.

    In quoted texts and comments any may stand but control characters.
    """
    for token in found:
        for letter in token.text:
            if unicodedata.category(letter) in ('Cc', 'Cs', 'Co', 'Cn', 'Zl', 'Zp') and letter not in '\t\n':
                return unicodedata.name(letter, f'character {ord(letter)}').lower()
            if token.kind in ('space', 'sign', 'variable') and not letter.isascii():
                return unicodedata.name(letter, f'character {ord(letter)}').lower()
    return None


def _word(found):
    if found.lastgroup == 'word':
        return found[0].upper()
    return found[0][1:-1].upper() if found.lastgroup == 'quoted' else ''
