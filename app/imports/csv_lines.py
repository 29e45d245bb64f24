"""Reading a spreadsheet's file: its encoding, its separator, its columns, and where each line begins."""

import csv
import io
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

SEPARATORS = ',;\t'
UTF_16 = (b'\xff\xfe', b'\xfe\xff')
CONTROLS = re.compile('[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]')


class FileError(Exception):
    """The file cannot be read as a table; the text is one sentence that says where."""


class Table:
    """A file as a table. columns: those that it has of those asked for; unused: its others; length: lines in all."""

    def __init__(self, file: Path, required: tuple[str, ...], optional: tuple[str, ...]):
        self.file = file
        text = _text(file)
        self.length = text.count('\n') + 1
        known = {*required, *optional}
        first = next(filter(None, map(str.strip, text.split('\n'))), '')
        headings = {mark: _headings(first, mark) for mark in SEPARATORS}
        separator = max(SEPARATORS, key=lambda mark: len(known.intersection(headings[mark])))
        self._reader = csv.reader(io.StringIO(text, newline=''), delimiter=separator, strict=True)
        self._names = headings[separator]
        self._check(required, known)
        self.columns = [name for name in self._names if name in known]
        self.unused = [name for name in self._names if name not in known]

    def __iter__(self) -> Iterator[tuple[int, dict | str]]:
        """(number of the line it begins on, its cells by column or what is wrong); blank lines are left out.

        Raises FileError where a quotation is never closed.
        """
        began = 1
        header_seen = False
        try:
            for cells in self._reader:
                number, began = began, self._reader.line_num + 1
                if not any(map(str.strip, cells)):
                    continue
                if header_seen:
                    yield number, self._cells(cells)
                header_seen = True
        except csv.Error as error:
            raise FileError(f'{self.file}, line {began}: the quotation marks do not match ({error}).') from None

    def _cells(self, cells) -> dict | str:
        if len(cells) != len(self._names):
            return f'This line has {len(cells)} cells, and the first line of the file {len(self._names)}.'
        if any(map(CONTROLS.search, cells)):
            return 'This line holds characters that cannot be printed.'
        return dict(zip(self._names, cells, strict=True))

    def _check(self, required, known):
        missing = [name for name in required if name not in self._names]
        twice = sorted({name for name in self._names if name in known and self._names.count(name) > 1})
        if missing:
            raise FileError(f'{self.file} has no column {" and no column ".join(missing)}: its first line must name '
                            'its columns.')
        if twice:
            raise FileError(f'{self.file} has the column {twice[0]} twice.')


def _headings(line: str, separator: str) -> list[str]:
    """The names of the columns: in lower case, with _ for spaces and hyphens."""
    try:
        cells = next(csv.reader([line], delimiter=separator), [])
    except csv.Error:
        return []
    return [re.sub('[ _-]+', '_', cell.strip().lower()) for cell in cells]


def _text(file: Path) -> str:
    try:
        data = file.read_bytes()
    except OSError as error:
        raise FileError(f'{file} cannot be read: {error.strerror}.') from None
    if data.startswith(UTF_16) or b'\x00' in data[:1000]:
        raise FileError(f'{file} is not text in UTF-8: save it as "CSV UTF-8" and try again.')
    try:
        text = data.decode('utf-8-sig')
    except UnicodeDecodeError as error:
        line = data.count(b'\n', 0, error.start) + 1
        raise FileError(f'{file}, line {line}, is not UTF-8: save the file as "CSV UTF-8" and try again.') from None
    if not text.strip():
        raise FileError(f'{file} is empty.')
    return unicodedata.normalize('NFC', text)
