"""Which blocks of working hours hold in a week. Nothing here asks the database.

A block is a row of working_hours/list_by_staff with its breaks. One with a fortnight (0 or 1) holds in every other
week only: the two take turns each Monday, whatever number a calendar gives to a week.
"""

from datetime import date, timedelta

FIRST_MONDAY = date(2019, 12, 30)       # of the column calendar.fortnight
A_WEEK = timedelta(days=7)
DATES_SHOWN = 4


def fortnight_of(day: date) -> int:
    """Which of two weeks that take turns a day is in, as the calendar says: 0 or 1."""
    return (day - FIRST_MONDAY).days // 7 % 2


def mondays(fortnight: int, day: date) -> list[date]:
    """The next four Mondays of one of two weeks that take turns; the first may be that of the day's own week."""
    monday = day - timedelta(days=day.weekday())
    first = monday if fortnight_of(monday) == fortnight else monday + A_WEEK
    return [first + 2 * A_WEEK * number for number in range(DATES_SHOWN)]


def days_of_change(blocks: list[dict]) -> list[date]:
    """The days on which blocks begin to hold, or hold no longer."""
    return sorted({day for block in blocks for day in (block['valid_from'], block['valid_until']) if day})


def holding(blocks: list[dict], day: date) -> list[dict]:
    """The blocks that hold on a day and the days after it, until the next change."""
    return [block for block in blocks
            if block['valid_from'] <= day and (block['valid_until'] is None or day < block['valid_until'])]


def periods(blocks: list[dict], today: date) -> list[dict]:
    """What clinic.hours.list_periods() gives, from all blocks of one member of staff."""
    days = days_of_change(blocks)
    now = max((day for day in days if day <= today), default=today)
    starts = [now] + [day for day in days if day > today]
    return [{'starts_on': start, 'ends_on': end, 'last_day': end and end - timedelta(days=1),
             'week': by_weekday(holding(blocks, max(start, today))),
             'weeks': taking_turns(holding(blocks, max(start, today)), max(start, today))}
            for start, end in zip(starts, [*starts[1:], None], strict=True)]


def taking_turns(blocks: list[dict], day: date) -> list[dict]:
    """One week, or the two that take turns, the earlier first: fortnight (None for one week), the next Mondays from
    a day on (none for one week), and week: seven lists of blocks."""
    if all(block['fortnight'] is None for block in blocks):
        return [{'fortnight': None, 'mondays': [], 'week': by_weekday(blocks)}]
    found = [{'fortnight': number, 'mondays': mondays(number, day),
              'week': by_weekday(block for block in blocks if block['fortnight'] in (None, number))}
             for number in (0, 1)]
    return sorted(found, key=lambda each: each['mondays'][0])


def by_weekday(blocks) -> list[list[dict]]:
    """Seven lists of blocks, Monday's first."""
    blocks = list(blocks)
    return [[block for block in blocks if block['weekday'] == weekday] for weekday in range(7)]


def together(first: list[dict], second: list[dict]) -> list[dict]:
    """The blocks of two weeks that take turns, from each week's own: what both have is one block of every week."""
    both = [block for block in first if block in second]
    return [*({**block, 'fortnight': None} for block in both),
            *({**block, 'fortnight': 0} for block in first if block not in both),
            *({**block, 'fortnight': 1} for block in second if block not in both)]


def is_same(some: list[dict], others: list[dict]) -> bool:
    """Whether two lists of blocks say the same hours and breaks."""
    return _said(some) == _said(others)


def _said(blocks):
    return sorted((block['weekday'], -1 if block['fortnight'] is None else block['fortnight'], block['starts_minute'],
                   block['ends_minute'], sorted(block['breaks'])) for block in blocks)
