"""Dates and times the way the clinic writes them (settings: date_style, clock_style), and where visits are.

Templates get one of these as `written`: {{written.moment(visit['starts_at'])}} → Tue 2 June 2026, 10:30.
"""

import re
from datetime import date, datetime

DAYS = ('Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday')
MONTHS = ('January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November',
          'December')
NEAR = ('Today', 'Tomorrow')
NOTED = re.compile(r'\b[0-9]{4}-[0-9]{2}-[0-9]{2}( [0-9]{2}:[0-9]{2})?\b')


_WITHOUT_A_ROOM = {'phone': 'By telephone', 'video': 'By video', 'home': 'At home'}
_TO_THE_PATIENT = {'phone': 'By telephone: we call you', 'video': 'By video', 'home': 'We come to you'}


class Written:
    """How one clinic writes: date_style is day_first, month_first or iso; clock_style is 24 or 12."""

    def __init__(self, date_style: str = 'day_first', clock_style: str = '24'):
        self.date_style, self.clock_style = date_style, clock_style

    def day(self, day: date) -> str:
        """Tuesday 2 June 2026"""
        return f'{DAYS[day.weekday()]} {self._date(day, MONTHS[day.month - 1])}'

    def short_day(self, day: date) -> str:
        """Tue 2 Jun"""
        if self.date_style == 'iso':
            return f'{self.weekday(day)} {day:%m-%d}'
        month = MONTHS[day.month - 1][:3]
        return f'{self.weekday(day)} ' + (f'{month} {day.day}' if self.date_style == 'month_first'
                                                else f'{day.day} {month}')

    def weekday(self, day: date) -> str:
        """Tue"""
        return DAYS[day.weekday()][:3]

    def date(self, day: date) -> str:
        """2 Jun 2026, for lists and birth dates"""
        return self._date(day, MONTHS[day.month - 1][:3])

    def month(self, day: date) -> str:
        """June 2026"""
        return f'{MONTHS[day.month - 1]} {day.year}'

    def time(self, moment: datetime) -> str:
        """10:30, or 10:30 am"""
        return self.minute(moment.hour * 60 + moment.minute)

    def minute(self, minute: int) -> str:
        """Minutes since midnight as a time of day: 630 → 10:30; 1440 → 24:00, or 12:00 midnight"""
        hour, rest = divmod(minute, 60)
        if self.clock_style == '24':
            return f'{hour:02}:{rest:02}'
        if minute == 1440:
            return '12:00 midnight'
        return f'{(hour + 11) % 12 + 1}:{rest:02} {"am" if hour < 12 else "pm"}'

    def moment(self, moment: datetime) -> str:
        """Tue 2 Jun 2026, 10:30"""
        return f'{self.weekday(moment)} {self.date(moment)}, {self.time(moment)}'

    def days(self, first: date, last: date) -> str:
        """Tue 1 Dec – Wed 2 Dec 2026, or Tue 2 Jun 2026 for one day; a year that differs stands with both"""
        until = f'{self.weekday(last)} {self.date(last)}'
        if first == last:
            return until
        since = self.short_day(first) if first.year == last.year else f'{self.weekday(first)} {self.date(first)}'
        return f'{since} – {until}'

    def noted(self, text: str) -> str:
        """A text of the history or the audit log, whose days are kept as 2026-06-02 and times as 2026-06-02 10:30"""
        return NOTED.sub(self._noted, text)

    def _noted(self, found):
        try:
            moment = datetime.fromisoformat(found[0])
        except ValueError:
            return found[0]
        return self.moment(moment) if found[1] else f'{self.weekday(moment)} {self.date(moment)}'

    def length(self, minutes: int) -> str:
        """30 min, 1 h, 1 h 15 min"""
        hours, rest = divmod(minutes, 60)
        return ' '.join(filter(None, (f'{hours} h' if hours else '', f'{rest} min' if rest or not hours else '')))

    def soon(self, moment: datetime) -> str:
        """Tue 2 Jun, 10:30, for what is at most some months ahead"""
        return f'{self.short_day(moment)}, {self.time(moment)}'

    def near(self, moment: datetime, today: date) -> str:
        """Today 12:40, Tomorrow 09:00, or else as soon() writes it"""
        day = self.near_day(moment.date(), today)
        return f'{day}{" " if day in NEAR else ", "}{self.time(moment)}'

    def near_day(self, day: date, today: date) -> str:
        """Today, Tomorrow, or else as short_day() writes it"""
        ahead = (day - today).days
        return NEAR[ahead] if ahead in (0, 1) else self.short_day(day)

    def span(self, minutes: int) -> str:
        """24 hours, 1 hour, 90 minutes, for sentences"""
        number, unit = (minutes // 60, 'hour') if minutes and minutes % 60 == 0 else (minutes, 'minute')
        return f'{number} {unit}' + ('' if number == 1 else 's')

    def place(self, visit: dict, none: str = '–') -> str:
        """Where a visit is, in a word or two: Room 2, By telephone; none where its room is not known.

        visit: a row with room_name (or None) and place (of its service). A visit that has a room is in it.
        """
        return visit['room_name'] or _WITHOUT_A_ROOM.get(visit.get('place'), none)

    def where_for_clinic(self, visit: dict, none: str = 'No room') -> str:
        """Where a visit is, as the clinic reads it: Room 2; By telephone: 020 7946 0321; At home.

        visit: as of where().
        """
        number = None if is_at_clinic(visit) or visit['place'] != 'phone' else visit.get('patient_phone')
        return self.place(visit, none) + (f': {number}' if number else '')

    def where(self, visit: dict, none: str = 'Please ask at the front desk') -> str:
        """Where a visit is, as its patient reads it: Room 2; By telephone: we call you at 020 7946 0321.

        visit: as of place(), with patient_phone (or None) where it is known.
        """
        if is_at_clinic(visit):
            return visit['room_name'] or none
        number = visit.get('patient_phone') if visit['place'] == 'phone' else None
        return _TO_THE_PATIENT[visit['place']] + (f' at {number}' if number else '')

    def _date(self, day, month):
        if self.date_style == 'iso':
            return f'{day:%Y-%m-%d}'
        if self.date_style == 'month_first':
            return f'{month} {day.day}, {day.year}'
        return f'{day.day} {month} {day.year}'


def is_at_clinic(visit: dict) -> bool:
    """Whether the patient comes to the clinic for a visit (a row as of Written.place())."""
    return bool(visit['room_name']) or visit.get('place', 'room') == 'room'


def video_link(visit: dict) -> str:
    """The link with which a patient meets the member of staff by video; '' where a visit has none, or is over.

    visit: as of Written.place(), with status and video_link.
    """
    is_on = visit.get('place') == 'video' and not visit['room_name'] and visit['status'] in ('booked', 'arrived')
    return (visit['video_link'] or '') if is_on else ''


def age(birth_date: date, on: date) -> int:
    """Full years of age on a day; somebody born on 29 February turns a year older on 1 March."""
    return on.year - birth_date.year - ((on.month, on.day) < (birth_date.month, birth_date.day))


def phone_link(phone: str | None) -> str:
    """The link that a phone calls when a number is touched (RFC 3966, with ;ext=5); '' without a number."""
    number, _, extension = (phone or '').partition(' ext ')
    digits = re.sub('[^+0-9]', '', number)
    return f'tel:{digits}{f";ext={extension}" if extension else ""}' if digits else ''
