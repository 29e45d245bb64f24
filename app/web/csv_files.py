"""Tables as CSV files in which a spreadsheet finds no formula to run.

A cell that begins with = + - @ (or a tab or a line end before them) would be a formula there, and a patient can choose
a name that is one. Such text gets an apostrophe in front (OWASP, "CSV Injection"); numbers are written as they are.
"""

import csv
import io
from collections.abc import Iterable
from datetime import date

CONTENT_TYPE = 'text/csv; charset=utf-8'
_FORMULA = ('=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠')       # spreadsheets take the wide ones too


def text(headings: Iterable[str], rows: Iterable[Iterable]) -> bytes:
    """The file: UTF-8 with a byte order mark (Excel takes it for another encoding without one), lines ending in CRLF.

    Cells may be text, numbers, days (written 2026-05-31) or None (empty).
    """
    file = io.StringIO()
    writer = csv.writer(file, lineterminator='\r\n')
    writer.writerow([_cell(heading) for heading in headings])
    writer.writerows([_cell(cell) for cell in row] for row in rows)
    return file.getvalue().encode('utf-8-sig')


def _cell(value):
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str) and value.startswith(_FORMULA):
        return "'" + value
    return '' if value is None else value
