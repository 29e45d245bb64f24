"""The form that says that somebody is away today, or from some day on."""

from datetime import date, datetime, time, timedelta

from app.forms import fields, times

WHOLE, UNTIL, FROM, DAYS = 'day', 'until', 'from', 'days'


def read_away(form: dict, today: date) -> dict:
    """starts_at, ends_at (local) and reason. Raises Refused.

    Fields: day; away: WHOLE, UNTIL (until_time: the morning), FROM (from_time: the afternoon) or DAYS (last_day);
    reason.
    It may have begun up to a year ago, as time off may.
    """
    read = fields.Reader(form)
    bounds = {'earliest': today - timedelta(days=366), 'latest': today + timedelta(days=1098),
              'outside': 'Please choose a day from a year ago until three years ahead.'}
    day = read.day('day', **bounds)
    away = read.choice('away', (WHOLE, UNTIL, FROM, DAYS))
    until = read.parsed('until_time', times.read_end) if away == UNTIL else times.DAY
    starts = read.parsed('from_time', times.read_time) if away == FROM else 0
    last = read.last_day('last_day', day, **bounds) if away == DAYS else day
    if last is None and away == DAYS and 'last_day' not in read.errors:
        read.refuse('last_day', fields.missing('last_day'))
    reason = read.text('reason', longest=200, required=False)
    read.checked()
    starts_at, ends_at = (datetime.combine(each, time()) + timedelta(minutes=minute)
                          for each, minute in ((day, starts), (last, until)))
    return {'starts_at': starts_at, 'ends_at': ends_at, 'reason': reason}
