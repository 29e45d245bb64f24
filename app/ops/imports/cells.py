"""Reading single cells that are no days: times, days with a time, lengths, statuses, yes and no."""

import re
from datetime import datetime, time, timedelta, timezone

from app import clock
from app.forms import times

_SECONDS = re.compile(r'(?<=[:.h][0-9]{2}):00(?:\.0+)?')
_DAY_AND_TIME = re.compile(r'(.*[0-9])(?:T|,?\s+(?:at\s+)?)([0-9]{1,2}(?:[:.h][0-9]{2}(?::[0-9]{2})?(?:\.[0-9]+)?)?'
                           r'(?:\s*[ap]\.?\s?m\.?)?)\s*(Z|[+-][0-9]{2}:?[0-9]{2})?', re.IGNORECASE)
_LENGTH = re.compile(r'(?:([0-9]{1,2})\s*(?:h|hrs?|hours?|:)\s*)?(?:([0-9]{1,3})\s*(?:m|mins?|minutes?)?)?(?::00)?',
                     re.IGNORECASE)
_STATUSES = {
    'booked': 'booked confirmed scheduled pending reserved planned open new active approved - * + ^',
    'completed': 'completed complete attended arrived done fulfilled seen finished checkedout present kept visited @ ~ '
                 '< > $',
    'no_show': 'noshow missed dna didnotattend didnotarrive absent notattended failedtoattend ? !',
    'cancelled': 'cancelled canceled cancelledbypatient cancelledbyclinic latecancellation latecancel declined deleted '
                 'rejected x % &',
}
STATUSES = {word: status for status, words in _STATUSES.items() for word in words.split()}


def time_of_day(text: str) -> time:
    """A time: 14:30, 14.30, 2:30 pm, 9am. Raises ValueError, a sentence."""
    minute = None if text.strip().isdigit() else times.minute_of(_SECONDS.sub('', text, count=1))
    if minute is None or minute == times.DAY:
        raise ValueError(f'Please write a time such as 14:30, not "{text}".')
    return time(*divmod(minute, 60))


def day_and_time(text: str) -> tuple[str, str, str]:
    """A cell taken apart: (its day, its time, its offset from UTC); '' for what it has not."""
    found = _DAY_AND_TIME.fullmatch(text.strip())
    if found and len(found[1]) > 4 and not found[2].isdigit():
        return found[1], found[2], (found[3] or '').upper()
    if re.search('[:hm]', text, re.IGNORECASE) and times.is_shaped(_SECONDS.sub('', text, count=1)):
        return '', text, ''
    return text, '', ''


def at_the_clinic(moment: datetime, offset: str) -> datetime:
    """A naive time that a file gives with an offset ('Z', '+01:00'), on the clinic's wall clock."""
    if not offset:
        return moment
    away = timedelta() if offset == 'Z' else timedelta(hours=int(offset[1:3]), minutes=int(offset[-2:]))
    utc = moment.replace(tzinfo=timezone.utc) - (away if offset[0] != '-' else -away)
    return clock.to_local(utc.replace(tzinfo=None))


def minutes(text: str) -> int:
    """A length in minutes: 30, 30 min, 1:30, 1 h 30, 00:30:00. Raises ValueError, a sentence."""
    found = _LENGTH.fullmatch(text.strip())
    if not found or not (found[1] or found[2]):
        raise ValueError(f'Please write how long in minutes, such as 30, not "{text}".')
    return int(found[1] or 0) * 60 + int(found[2] or 0)


def seconds(text: str) -> int:
    """A length in seconds: 1800. Raises ValueError, a sentence."""
    if not re.fullmatch('[0-9]{1,6}', text):
        raise ValueError('Please write how long in seconds, such as 1800.')
    return int(text)


def status(text: str) -> str | None:
    """One of our statuses for a common word or sign; None for another."""
    word = re.sub(r'[\W_]+', '', text.lower())
    return STATUSES.get(word) or STATUSES.get(text.split()[0].lower() if text.split() else '')


def is_yes(text: str) -> bool:
    """Whether a cell says yes: filled, and no form of no. A day in "cancelled at" is a yes."""
    return text.strip().lower() not in ('', '0', 'no', 'n', 'false', 'f', '-')
