"""Values as SQL text: what takes the place of a %(name)s of a file in db/queries.

Only these few kinds of values are written, each in one way, and any other is refused. A connection of ours
(app/database/pool.py) speaks utf8mb4, has a sql_mode without NO_BACKSLASH_ESCAPES and takes one statement at a time, so
the two letters that are doubled here are all that could end a text early.
"""

from datetime import date, datetime


def literal(value) -> str:
    """A value as SQL writes it. Raises TypeError for a kind that is not here, as a moment with a zone is not."""
    if value is None:
        return 'NULL'
    if isinstance(value, int):
        return str(int(value))          # True is 1
    if isinstance(value, str):
        return "'" + value.replace('\\', '\\\\').replace("'", "''") + "'"
    if isinstance(value, bytes):
        return f"x'{value.hex()}'"
    if isinstance(value, datetime) and value.tzinfo is None:
        return f"TIMESTAMP'{value}'"
    if isinstance(value, date) and not isinstance(value, datetime):
        return f"DATE'{value}'"
    raise TypeError(f'no SQL is written for a {type(value).__name__}')
