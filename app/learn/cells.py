"""Values that a statement found, as a table of a page writes them."""

from datetime import timedelta
from decimal import Decimal


def shown(value) -> str:
    """A value as text: NULL, bytes as x'00ff', a length of time as 26:30:00."""
    if value is None:
        return 'NULL'
    if isinstance(value, (bytes, bytearray)):
        return f"x'{value.hex()}'"
    if isinstance(value, timedelta):
        minutes, seconds = divmod(abs(int(value.total_seconds())), 60)
        return f'{"-" if value < timedelta(0) else ""}{minutes // 60:02}:{minutes % 60:02}:{seconds:02}'
    return str(value)


def are_numbers(values: list) -> bool:
    """Whether a column of values is written to the right: all are numbers, or NULL."""
    return any(isinstance(value, (int, float, Decimal)) for value in values) and all(
        value is None or isinstance(value, (int, float, Decimal)) for value in values)


def counted(found) -> str:
    """How many rows a statement gave and how many of them are shown, as a sentence. found: a reading.Found."""
    shown_rows = f'The first {len(found.rows)} are shown' if len(found.rows) > 1 else 'The first one is shown'
    if found.read is None:
        return f'{shown_rows}; there are many more.'
    if found.is_cut:
        return f'More than {found.total - 1:,} rows. {shown_rows}.'
    if found.total > len(found.rows):
        return f'{found.total:,} rows. {shown_rows}.'
    return {0: 'No rows.', 1: '1 row.'}.get(found.total, f'{found.total:,} rows.')
