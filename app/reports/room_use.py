"""Who is in which room, and how much of the opening hours that is.

Opening hours are the union of the working hours of everybody who can be booked; a closed day has none. A visit holds
its room until the end of its pause. Visits outside the opening hours count too, so a share may pass 100 %.
"""

from datetime import date, timedelta
from itertools import groupby

from app import database
from app.reports import charts
from app.written import Written


def of_days(days: list[date], written: Written) -> dict:
    """The use of all rooms on some days in a row.

    opening: {day: [(first, last) minute of the day…]}; open_minutes in all; rooms: [{room_id, name, is_active, visits
    (rows of rooms/list_visits_of_days), minutes, share (percent, None where nothing is open), by_day: {day: (visits,
    minutes, share)}, people: [(name, visits, minutes)…]}…]; chart: charts.timeline().
    """
    end_day = days[-1] + timedelta(days=1)
    opening = opening_hours(days[0], end_day)
    rows = database.rows('rooms/list_visits_of_days', from_day=days[0], end_day=end_day)
    rooms = [_room(list(group), days, opening) for _, group in groupby(rows, key=lambda row: row['room_id'])]
    return {'opening': opening, 'open_minutes': open_minutes(opening), 'rooms': rooms,
            'chart': charts.timeline(rooms, days, opening, written)}


def opening_hours(from_day: date, end_day: date) -> dict[date, list[tuple[int, int]]]:
    """When the clinic is open, as minutes of each day; days on which it is not are left out."""
    found = database.rows('calendar/list_opening_hours', from_day=from_day, end_day=end_day)
    return {day: [(row['starts_minute'], row['ends_minute']) for row in group]
            for day, group in groupby(found, key=lambda row: row['day'])}


def open_minutes(opening: dict) -> int:
    """How many minutes the clinic is open in all. opening: a row of calendar/list_opening_hours by its day."""
    return sum(end - start for stretches in opening.values() for start, end in stretches)


def share(minutes: int, out_of: int) -> int | None:
    """Percent, rounded; None where there is nothing to be a part of."""
    return round(100 * minutes / out_of) if out_of else None


def _room(rows, days, opening):
    visits = [{**row, 'minutes': int((row['holds_until'] - row['starts_at']).total_seconds()) // 60}
              for row in rows if row['appointment_id']]
    minutes = sum(visit['minutes'] for visit in visits)
    return {**{name: rows[0][name] for name in ('room_id', 'name', 'is_active')}, 'visits': visits,
            'minutes': minutes, 'share': share(minutes, open_minutes(opening)),
            'by_day': {day: _day(visits, day, opening.get(day, ())) for day in days}, 'people': _staff(visits)}


def _day(visits, day, stretches):
    of_day = [visit['minutes'] for visit in visits if visit['starts_at'].date() == day]
    return len(of_day), sum(of_day), share(sum(of_day), sum(end - start for start, end in stretches))


def _staff(visits):
    """(name, visits, minutes) of all staff who were in the room, longest first."""
    by_name = {}
    for visit in visits:
        number, minutes = by_name.get(visit['staff_name'], (0, 0))
        by_name[visit['staff_name']] = (number + 1, minutes + visit['minutes'])
    return sorted(((name, *held) for name, held in by_name.items()), key=lambda row: (-row[2], row[0]))
