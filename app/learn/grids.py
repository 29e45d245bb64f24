"""Rows as a table of plain text, as the course prints them in lessons and in the shell."""

from decimal import Decimal

MOST = 12           # rows that are printed
WIDEST = 60         # characters of one value


def grid(columns: list[str], rows: list[tuple], total: int | None = None, most: int = MOST) -> str:
    """A header, a line of dashes, and the rows. Where there are more rows than are printed, the last line counts them.

    total: how many rows there were, where not all are in `rows`.
    """
    total = len(rows) if total is None else total
    if not total:
        return '(no rows)'
    shown = [[word(value) for value in row] for row in rows[:most]]
    right = [all(value is None or is_number(value) for value in column) for column in zip(*rows[:most], strict=True)]
    widths = [max(map(len, cells)) for cells in zip(columns, *shown, strict=True)]
    lines = [_line(columns, widths, right), '  '.join('-' * width for width in widths),
             *(_line(cells, widths, right) for cells in shown)]
    return '\n'.join(lines + ([f'… {total} rows in all'] if total > len(shown) else []))


def word(value) -> str:
    """A value as one line of text: NULL, bytes as hexadecimal, long texts cut."""
    if value is None:
        return 'NULL'
    if isinstance(value, (bytes, bytearray)):
        value = f"x'{value.hex()}'"
    text = ' '.join(str(value).split()) if isinstance(value, str) else str(value)
    return text if len(text) <= WIDEST else text[:WIDEST - 1] + '…'


def is_number(value) -> bool:
    """Whether a value is written to the right of its column."""
    return isinstance(value, (int, float, Decimal)) and not isinstance(value, bool)


def _line(cells, widths, right):
    return '  '.join(cell.rjust(width) if to_right else cell.ljust(width)
                     for cell, width, to_right in zip(cells, widths, right, strict=True)).rstrip()
