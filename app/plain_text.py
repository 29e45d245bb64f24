"""The plain text of the clinic's own words, taken apart for a page. views/parts/words.tpl prints it.

    # A heading                    a line that begins with a number sign
    - a point                      lines that begin with a hyphen, one after another, are one list
    Words, https://example.com     all else: paragraphs, with an empty line between them; an address is a link

There is nothing more, and no HTML: what somebody types is shown as it was typed.
"""

import re
from typing import NamedTuple

_LINK = re.compile(r'https://[^\s<>"]*[^\s<>".,;:!?\'()\[\]{}»«“”’]')


class Block(NamedTuple):
    """kind: heading, list or paragraph. lines: each a list of pieces (text, link); link is None for plain words."""

    kind: str
    lines: list[list[tuple[str, str | None]]]


def blocks(text: str) -> list[Block]:
    """The headings, lists and paragraphs of a text, in their order."""
    found: list[Block] = []
    for line in text.split('\n'):
        kind, words = _kind(line.strip())
        if kind is None:
            found.append(Block('gap', []))
        elif kind != 'heading' and found and found[-1].kind == kind:
            found[-1].lines.append(_pieces(words))
        else:
            found.append(Block(kind, [_pieces(words)]))
    return [block for block in found if block.kind != 'gap']


def _kind(line):
    if not line:
        return None, ''
    for sign, kind in (('# ', 'heading'), ('- ', 'list')):
        if line.startswith(sign):
            return kind, line.removeprefix(sign).strip()
    return 'paragraph', line


def _pieces(line):
    """A line as pieces: its words, and the addresses of the web in it."""
    pieces, at = [], 0
    for link in _LINK.finditer(line):
        pieces += [(line[at:link.start()], None), (link[0], link[0])]
        at = link.end()
    return [(text, link) for text, link in [*pieces, (line[at:], None)] if text]
