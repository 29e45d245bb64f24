"""The files of db/ that hold many statements: reading and splitting them."""

import re
from collections.abc import Iterator
from pathlib import Path

FOLDER = Path(__file__).parent.parent.parent / 'db'

# A quoted text, a comment, a semicolon, or anything else: what a statement is made of.
PIECES = re.compile(
    r"""'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`[^`]*`|--(?=\s)[^\n]*|\#[^\n]*|/\*.*?\*/|;|[^'"`;#/-]+|.""", re.DOTALL)


def statements(sql: str) -> Iterator[str]:
    """The statements of a file, without their semicolons and without comments between them."""
    statement = ''
    for piece in (*PIECES.findall(sql), ';'):
        if piece == ';':
            if statement:
                yield statement.rstrip()
            statement = ''
        elif statement or not (piece.isspace() or piece.startswith(('--', '#', '/*'))):
            statement += piece if statement else piece.lstrip()
