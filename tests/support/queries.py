"""The files of db/queries: their names, their text, and likely values for what they take."""

import datetime as dt
import re

from app.database.link import QUERIES

FILES = sorted(path.relative_to(QUERIES).as_posix()[:-4] for path in QUERIES.rglob('*.sql'))


def text(name) -> str:
    """What stands in a file."""
    return (QUERIES / f'{name}.sql').read_text(encoding='utf-8')


def sample(name):
    """A likely value for a parameter of this name."""
    if name in ('limit', 'offset'):
        return 10
    if name == 'lines':                     # of an import, as JSON
        return '[]'
    if name == 'patient_ids':               # of a list, as JSON
        return '[1, 2, 3]'
    if re.search(r'_utc$|^now$|_at$|^(starts|ends|free)', name):
        return dt.datetime(2026, 6, 2, 10, 0)
    if name in ('end_day', 'until_day'):    # so that there is a day between
        return dt.date(2026, 6, 9)
    if re.search(r'day|_on$|date|_from$|missed_since$|_until$|_end$', name):
        return dt.date(2026, 6, 2)
    if re.search(r'hash$', name):
        return b'x' * 32
    if re.search(r'^is_|_id$|_line$|minutes?$|^minute|acts_since|limit|version|count|tries|code|^step$', name):
        return 1
    return 'x'
