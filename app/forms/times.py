"""Times of day as people write them: 9:00-12:00, 13-17, 9 am to 12:30 pm. Given as minutes since midnight.

Midnight is minute 0 where something begins, and 1440 where something ends: 0:00, 24:00, 12 am, 12:00 midnight. What
app.written prints is read here.
"""

import re

_TIME = r'(?:(\d{1,2})[:.h](\d{2})|(\d{1,2})(\d{2})|(\d{1,2}))\s*(?:h\b)?\s*(?:([ap])\.?\s?m\b\.?)?'
_ONE = re.compile(_TIME, re.IGNORECASE | re.ASCII)
_STRETCH = re.compile(rf'(?<![\d:.]){_TIME}\s*(?:[-\u2010-\u2015~]+|to|until|till)\s*{_TIME}(?![\d:])',
                      re.IGNORECASE | re.ASCII)
_BETWEEN = re.compile(r'(?:[\s,;+&/]|\band\b)*', re.IGNORECASE)
_MIDNIGHT = re.compile(r'\b(?:12(?:[:.h]?00)?\s*(?:a\.?m\b\.?\s*)?)?midnight\b', re.IGNORECASE | re.ASCII)
DAY = 1440
_NOTHING = {'', '-', '–', '—', 'none', 'no', 'off', 'closed', 'free'}
EXAMPLE = '9:00-12:00, 13:00-17:00'


class Unreadable(ValueError):
    """What was typed is no time of day. The message is a sentence for people."""


def read_time(typed: str) -> int:
    """When something begins: 9:30, 0930, 9.30 or 9:30 am, as a minute of the day from 0 to 1435. Raises Unreadable."""
    minute = _one(typed)
    if minute == DAY:
        raise Unreadable('Please write the time like 9:30.')
    return minute


def read_end(typed: str) -> int:
    """When something ends, as a minute of the day from 5 to 1440: midnight is the end of the day. Raises Unreadable."""
    return _one(typed) or DAY


def minute_of(typed: str) -> int | None:
    """The minute of the day that was typed, from 0 to 1440; None where it is no time of day."""
    found = _ONE.fullmatch(_spelled(typed))
    return found and _minute(found.groups(), found.group(6))


def is_shaped(typed: str) -> bool:
    """Whether a text has the shape of a time of day, even if no day has such a time: 25:00."""
    return bool(_ONE.fullmatch(_spelled(typed)))


def _one(typed):
    minute = minute_of(typed)
    if minute is None:
        raise Unreadable('Please write the time like 9:30.')
    if minute % 5:
        raise Unreadable('Please use steps of five minutes, such as 9:30 or 9:35.')
    return minute


def _spelled(typed):
    """What was typed, with the word midnight as a time."""
    return _MIDNIGHT.sub('12:00 am', typed.strip())


def read_stretches(typed: str) -> list[tuple[int, int]]:
    """Any number of stretches of a day, earliest first: '9-12, 13-17' → [(540, 720), (780, 1020)]. Raises Unreadable.

    Empty, or a word such as 'closed', gives []. Stretches that overlap are refused.
    """
    if typed.strip().lower() in _NOTHING:
        return []
    typed = _spelled(typed)
    found, end = [], 0
    for match in _STRETCH.finditer(typed):
        _check_between(typed[end:match.start()])
        found.append(_stretch(match))
        end = match.end()
    _check_between(typed[end:])
    return _in_order(found)


def paired(typed: list[tuple[str, str]]) -> list[tuple[int, int]]:
    """The same from pairs of times that were typed into two fields each. Raises Unreadable.

    A pair of which nothing was typed is none.
    """
    found = []
    for start, end in typed:
        if not start.strip() and not end.strip():
            continue
        if not start.strip() or not end.strip():
            raise Unreadable(f'please fill in both times: {start.strip() or "?"} to {end.strip() or "?"}.')
        pair = read_time(start), read_end(end)
        if pair[0] >= pair[1]:
            raise Unreadable(f'{plain(*pair)}: the end must be after the beginning.')
        found.append(pair)
    return _in_order(found)


def _in_order(stretches):
    """The stretches, earliest first. Raises Unreadable where two overlap."""
    stretches.sort()
    for early, late in zip(stretches, stretches[1:], strict=False):
        if late[0] < early[1]:
            raise Unreadable(f'{plain(*early)} and {plain(*late)} overlap.')
    return stretches


def joined(stretches: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The same stretches, earliest first, those that touch made one: 9:00-9:30, 9:30-10:00 → 9:00-10:00."""
    found = []
    for start, end in stretches:
        if found and found[-1][1] == start:
            start = found.pop()[0]
        found.append((start, end))
    return found


def plain(starts_minute: int, ends_minute: int) -> str:
    """A stretch as it can be typed: 9:00-12:30"""
    return f'{starts_minute // 60}:{starts_minute % 60:02}-{ends_minute // 60}:{ends_minute % 60:02}'


def _check_between(text):
    if not _BETWEEN.fullmatch(text):
        raise Unreadable(f'“{text.strip()[:30]}” could not be read. Please write times like {EXAMPLE}.')


def _stretch(match):
    groups = match.groups()
    first_half, second_half = groups[5], groups[11]
    ends = _minute(groups[6:], second_half)
    ends = DAY if ends == 0 else ends
    starts = _minute(groups[:6], first_half or second_half)
    if not first_half and starts is None:
        starts = _minute(groups[:6], None)                     # 20:00 to 12 am
    if not first_half and second_half and starts is not None and ends is not None and starts >= ends:
        starts = _minute(groups[:6], 'a')                      # 9-5 pm begins in the morning
    typed = match.group().strip()
    if starts is None or ends is None:
        raise Unreadable(f'{typed}: a day has the hours 0:00 to 24:00.')
    if starts % 5 or ends % 5:
        raise Unreadable(f'{typed}: please use steps of five minutes, such as 9:30 or 9:35.')
    if starts >= ends:
        raise Unreadable(f'{typed}: the end must be after the beginning. Five in the afternoon is 17:00.')
    return starts, ends


def _minute(groups, half) -> int | None:
    """The minute of the day that the six groups of _TIME mean; half is 'a' or 'p' where noon divides the day."""
    hour = int(groups[0] or groups[2] or groups[4])
    minute = int(groups[1] or groups[3] or 0)
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half.lower() == 'p' else 0)
    return hour * 60 + minute if minute < 60 and hour * 60 + minute <= DAY else None


def read_minutes(typed: str) -> int:
    """How long a visit takes: 5 to 480 minutes, in steps of 5, as the claims of its time are (db/schema.sql).

    Raises ValueError with a sentence.
    """
    if not re.fullmatch('[0-9]{1,3}', typed) or not 5 <= int(typed) <= 480 or int(typed) % 5:
        raise ValueError('Please write 5 to 480 minutes, in steps of 5.')
    return int(typed)
