"""The stretch of days that a report is about."""

from datetime import date

from app.forms import fields

LONGEST = 366               # days


def read_stretch(query: dict, usual: tuple[date, date]) -> tuple[date, date]:
    """The first and the last day of a report: from_day and until_day, or the usual ones. Raises Refused."""
    read, length = fields.Reader(query), usual[1] - usual[0]
    bounds = {'earliest': fields.FIRST_DAY, 'latest': fields.LAST_DAY - fields.A_DAY}
    first = read.day('from_day', required=False, **bounds)
    last = read.last_day('until_day', first, **bounds)
    if first and not last:
        last = max(usual[1], first) if (usual[1] - first).days < LONGEST else first + length
    first, last = first or (max(last - length, fields.FIRST_DAY) if last else usual[0]), last or usual[1]
    if (last - first).days >= LONGEST:
        read.refuse('until_day', f'Please choose at most {LONGEST} days: a year.')
    return read.checked((first, last))
