"""A spreadsheet's file as a table: its separator, its headings, its lines, and where each line begins."""

import csv
import io
import itertools
import re
from collections.abc import Iterator
from pathlib import Path

from app.ops.imports import headings, text
from app.ops.imports.text import FileError

SEPARATORS = {',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'bars'}
TITLES = 10                         # lines above the headings, at most
TOLD = re.compile(r'\s*"?sep=(.)"?[\s,;]*')         # what some spreadsheets write, and read, on the first line
CONTROLS = re.compile('[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]')
NOTHING = {'null', '\\n'}           # as database tools write a cell that is empty
OTHERS = ' ::: '                    # how Google Contacts puts several values into one cell

csv.field_size_limit(1_000_000)


class Table:
    """A file as a table of one kind, 'patients' or 'visits'.

    columns: headings.Columns. encoding, separator: for people. titles: the lines above the headings. heading_line:
    where these stand. length: lines in all. Raises FileError where no line of headings is found.
    """

    def __init__(self, kind: str, file: Path, options: headings.Options):
        self.file = file
        self._text, self.encoding = text.read(file, options.encoding)
        self.length = self._text.count('\n') + 1
        self.separator, self.heading_line, names, self.titles = self._find_headings(kind, options)
        self.columns = headings.resolve(kind, [' '.join(name.split()) for name in names], options)

    def _find_headings(self, kind, options):
        """(separator, line, names, titles): the line, and its separator, in which the most headings are known."""
        declared = TOLD.fullmatch(self._text.split('\n', 1)[0])
        best = (0,)
        for separator in (declared[1],) if declared else SEPARATORS:
            lines = list(itertools.islice(self._records(separator, strict=False), TITLES + 1))
            for number, (line, cells) in enumerate(lines):
                count = headings.known(kind, cells, options)
                if count > best[0]:
                    best = count, separator, line, cells, [first for first, _ in lines[declared is not None:number]]
        if not best[0]:
            raise FileError(f'{self.file} has no line of headings: its first line must name its columns, such as '
                            f'{", ".join(EXAMPLES[kind])}.')
        return best[1:]

    def _records(self, separator, strict=True) -> Iterator[tuple[int, list[str]]]:
        """(number of the line it begins on, its cells) of each line that is not blank."""
        reader = csv.reader(io.StringIO(self._text, newline=''), delimiter=separator, strict=strict)
        began = 1
        try:
            for cells in reader:
                number, began = began, reader.line_num + 1
                if any(map(str.strip, cells)):
                    yield number, cells
        except csv.Error as error:
            raise FileError(f'{self.file}, line {began}: the quotation marks do not match ({error}).') from None

    def __iter__(self) -> Iterator[tuple[int, dict | str]]:
        """(number of the line it begins on, its cells by our columns or what is wrong) of each line that is not blank.

        Raises FileError where a quotation is never closed.
        """
        for line, cells in self._records(self.separator):
            if line > self.heading_line:
                yield line, self._cells(cells)

    def _cells(self, cells) -> dict | str:
        width = len(self.columns.names)
        if any(map(str.strip, cells[width:])):
            return (f'This line has {len(cells)} cells, and the headings are {width}: does one of them hold a '
                    f'"{self.separator}" without quotation marks around it?')
        if any(map(CONTROLS.search, cells)):
            return 'This line holds characters that cannot be printed.'
        cells = cells[:width] + [''] * (width - len(cells))        # spreadsheets drop the empty cells at the end
        return {ours: next(_values(cells, numbers), '') for ours, numbers in self.columns.used.items()}

    def filled(self, numbers: list[int]) -> dict[int, int]:
        """How many lines have something in each of these columns."""
        counts = dict.fromkeys(numbers, 0)
        for line, cells in self._records(self.separator):
            for number in numbers:
                counts[number] += line > self.heading_line and any(_values(cells, [number]))
        return counts

    def seconds(self) -> dict[str, list[int]]:
        """Our columns of which some lines have another value beside the one that counts; the numbers of those lines."""
        found = {}
        for line, cells in self._records(self.separator):
            for ours, numbers in self.columns.used.items():
                if line > self.heading_line and len({*_values(cells, numbers)}) > 1:
                    found.setdefault(ours, []).append(line)
        return found


EXAMPLES = {'patients': ('reference', 'full_name', 'birth_date', 'phone', 'email'),
            'visits': ('patient_reference', 'staff', 'service', 'day', 'time')}


def _values(cells: list[str], numbers: list[int]) -> Iterator[str]:
    """What a line has in these columns, without what is empty: the first is the one that counts."""
    for number in numbers:
        cell = cells[number].strip() if number < len(cells) else ''
        if cell.lower() not in NOTHING:
            yield from filter(None, map(str.strip, cell.split(OTHERS)))
