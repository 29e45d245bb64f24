"""Reading single cells: days and times as spreadsheets and the clinic write them."""

import re
from datetime import date, time

ISO = re.compile(r'(\d{4})-(\d{1,2})-(\d{1,2})')
OTHER = re.compile(r'(\d{1,2})[./-](\d{1,2})[./-](\d{4})')
TIME = re.compile(r'(\d{1,2})[:.](\d{2})(?::00)?(?:\s*([ap])\.?m\.?)?', re.IGNORECASE)
STYLES = {'day_first': '31.12.2026 or 31/12/2026', 'month_first': '12/31/2026', 'iso': None}


def day(text: str, date_style: str) -> date:
    """A day: 2026-12-31 always, and as the clinic writes it (settings: date_style). Raises ValueError, a sentence."""
    found = ISO.fullmatch(text)
    numbers = found.groups() if found else None
    if not found and date_style != 'iso' and (found := OTHER.fullmatch(text)):
        first, second, year = found.groups()
        numbers = (year, second, first) if date_style == 'day_first' else (year, first, second)
    try:
        return date(*map(int, numbers or ()))
    except (TypeError, ValueError):
        also = f' or {STYLES[date_style]}' if STYLES[date_style] else ''
        raise ValueError(f'Please write a day such as 2026-12-31{also}, not "{text}".') from None


def time_of_day(text: str) -> time:
    """A time: 14:30, or 2:30 pm. Raises ValueError, a sentence."""
    found = TIME.fullmatch(text)
    try:
        hour, minute = int(found[1]), int(found[2])
        if found[3]:
            if not 1 <= hour <= 12:
                raise ValueError
            hour = hour % 12 + (12 if found[3].lower() == 'p' else 0)
        return time(hour, minute)
    except (TypeError, ValueError):
        raise ValueError(f'Please write a time such as 14:30, not "{text}".') from None
