"""The clinic in numbers: each report is a table and its chart, over a stretch of at most a year.

A visit counts where it begins. "Visits" are those booked, arrived or completed; cancelled ones and no-shows are counted
apart. Minutes include the pause after a visit. Reports that ask for the same rows share one statement.
"""

from datetime import date, timedelta
from functools import partial

from app import database
from app.reports import charts, room_use, shares
from app.reports.shares import in_hours, percent, shown
from app.written import DAYS, Written

ALL = ('days', 'weeks', 'statuses', 'missed', 'missed_staff', 'missed_services', 'staff', 'use', 'services', 'rooms',
       'hours')
STATUSES = {'booked': 'Booked', 'arrived': 'Arrived', 'completed': 'Completed', 'no_show': 'No-show',
            'cancelled': 'Cancelled'}
_LEGEND = [('chart-a', 'Visits'), ('chart-cancelled', 'Cancelled or no-show')]
_BY_DAY = ('days', 'weeks', 'statuses', 'missed')
_BY_OUTCOME = ('missed_staff', 'missed_services')
_OF_STAFF = ('staff', 'use')


def make(names: tuple[str, ...], first_day: date, last_day: date, written: Written,
         plot: int = charts.PLOT) -> list[dict]:
    """The reports of these names, one statement each at most (rooms: two).

    Each: name, title, note (what is counted), headings, rows (lists of text, numbers, days; None where there is
    nothing to say), chart (app/reports/charts.py; plot: how high its columns are).
    """
    stretch = {'from_day': first_day, 'end_day': last_day + timedelta(days=1)}
    days = database.rows('reports/report_days', **stretch) if set(names) & set(_BY_DAY) else []
    for day in days:
        day.update({status: int(day[status]) for status in STATUSES})
        day['visits'] = day['booked'] + day['arrived'] + day['completed']
    staff = database.rows('reports/report_staff', **stretch) if set(names) & set(_OF_STAFF) else []
    due = database.rows('reports/report_outcomes', **stretch) if set(names) & set(_BY_OUTCOME) else []
    makers = {
        'days': partial(_days, days, plot), 'weeks': partial(_weeks, days, plot), 'statuses': partial(_statuses, days),
        'missed': partial(_missed, days, plot), 'hours': partial(_hours, stretch), 'staff': partial(_staff, staff),
        'services': partial(_services, stretch), 'rooms': partial(_rooms, stretch),
        'use': partial(_use, stretch, staff),
        'missed_staff': lambda _: shares.missed_by('staff', 'Member of staff', 'No-shows by member of staff', due),
        'missed_services': lambda _: shares.missed_by('service', 'Service', 'No-shows by service', due)}
    return [{'name': name, **makers[name](written)} for name in names]


def _days(days, plot, written):
    items = [(_short(day['day'], written), [day['visits'], day['cancelled'] + day['no_show']],
              f'{written.short_day(day["day"])}: {_in_words(day)}') for day in days]
    return {'title': 'Visits by day', 'legend': _LEGEND,
            'note': 'Visits are booked, arrived or completed. Cancelled visits and no-shows stand above them.',
            'headings': ['Day', 'Visits', 'Cancelled', 'No-show'],
            'rows': [[day['day'], day['visits'], day['cancelled'], day['no_show']] for day in days],
            'chart': charts.columns(items, _most(items, sum(day['visits'] for day in days)), _marks(_LEGEND), plot)}


def _weeks(days, plot, written):
    weeks = _by_week(days)
    items = [(_short(monday, written), [week['visits'], week['cancelled'] + week['no_show']],
              f'Week of {written.short_day(monday)}: {_in_words(week)}') for monday, week in weeks.items()]
    return {'title': 'Visits by week', 'legend': _LEGEND,
            'note': 'Weeks begin on Monday. The first and the last week may be incomplete.',
            'headings': ['Week of', 'Visits', 'Cancelled', 'No-show'],
            'rows': [[monday, week['visits'], week['cancelled'], week['no_show']] for monday, week in weeks.items()],
            'chart': charts.columns(items, _most(items, sum(week['visits'] for week in weeks.values())),
                                    _marks(_LEGEND), plot)}


def _statuses(days, written):
    counts = {label: sum(day[status] for day in days) for status, label in STATUSES.items()}
    total = sum(counts.values())
    rows = [[label, number, percent(number, total)] for label, number in counts.items()]
    return {'title': 'Visits by status', 'note': 'The status that each visit has now.',
            'headings': ['Status', 'Visits', 'Percent'], 'rows': rows,
            'chart': charts.rows([(label, number, f'{number:,}') for label, number, _ in rows],
                                 f'{total:,} visits in all.')}


def _missed(days, plot, written):
    rows = [[monday, week['cancelled'], percent(week['cancelled'], _all(week)), week['no_show'],
             percent(week['no_show'], week['no_show'] + week['completed'])] for monday, week in _by_week(days).items()]
    items = [(_short(row[0], written), [row[3], row[1]],
              f'Week of {written.short_day(row[0])}: {row[1]} cancelled, {row[3]} no-show') for row in rows]
    cancelled, missed = sum(row[1] for row in rows), sum(row[3] for row in rows)
    booked, due = sum(map(_all, days)), missed + sum(day['completed'] for day in days)
    words = (f'{cancelled:,} of {booked:,} visits were cancelled ({shown(percent(cancelled, booked))}). '
             f'{missed:,} of {due:,} due visits were no-shows ({shown(percent(missed, due))}).')
    legend = [('chart-missed', 'No-show'), ('chart-cancelled', 'Cancelled')]
    return {'title': 'Cancellations and no-shows', 'legend': legend,
            'note': f'{words} Due visits are completed or no-shows.',
            'headings': ['Week of', 'Cancelled', '% of all', 'No-show', '% of due'], 'rows': rows,
            'chart': charts.columns(items, words, _marks(legend), plot)}


def _staff(found, written):
    return _ranked('Most booked staff', 'Member of staff', found)


def _use(stretch, booked, written):
    return shares.use(booked, database.rows('reports/report_working_minutes', **stretch))


def _services(stretch, written):
    return _ranked('Services', 'Service', database.rows('reports/report_services', **stretch))


def _hours(stretch, written):
    counts = {(row['weekday'], row['hour']): row['visits'] for row in database.rows('reports/report_hours', **stretch)}
    busiest = max(counts, key=counts.get, default=None)
    words = (f'Busiest: {DAYS[busiest[0]]} at {written.minute(busiest[1] * 60)}, {counts[busiest]:,} visits.'
             if busiest else 'No visits.')
    return {'title': 'Busiest hours', 'note': f'By the hour in which a visit begins. {words}',
            'headings': ['Weekday', 'Hour from', 'Visits'],
            'rows': [[DAYS[weekday], written.minute(hour * 60), number] for (weekday, hour), number in counts.items()],
            'chart': charts.grid(counts, written, words)}


def _rooms(stretch, written):
    open_minutes = room_use.open_minutes(room_use.opening_hours(**stretch))
    rows = [[row['name'], row['visits'], in_hours(row['minutes']), percent(int(row['minutes']), open_minutes)]
            for row in database.rows('reports/report_rooms', **stretch)]
    items = [(name, hours, f'{hours:,} h' if share is None else f'{share} %') for name, _, hours, share in rows]
    return {'title': 'Room use', 'note': f'The clinic is open {in_hours(open_minutes):,} hours in this period, when '
            'staff are working.', 'headings': ['Room', 'Visits', 'Hours', 'Percent of opening hours'],
            'rows': rows, 'chart': charts.rows(items, f'{len(rows)} rooms.')}


def _ranked(title, what, found):
    rows = [[row['name'], row['visits'], in_hours(row['minutes'])] for row in found]
    first = f'First: {rows[0][0]}, {rows[0][1]:,} visits.' if rows else 'No visits.'
    return {'title': title, 'note': 'Visits booked, arrived or completed. Hours include the pauses.',
            'headings': [what, 'Visits', 'Hours'], 'rows': rows,
            'chart': charts.rows([(name, visits, f'{visits:,}') for name, visits, _ in rows], first)}


def _by_week(days):
    """{Monday: the counts of its week}."""
    weeks = {}
    for day in days:
        monday = day['day'] - timedelta(days=day['day'].weekday())
        week = weeks.setdefault(monday, dict.fromkeys([*STATUSES, 'visits'], 0))
        for name in week:
            week[name] += day[name]
    return weeks


def _marks(legend):
    return tuple(mark for mark, _ in legend)


def _in_words(counts):
    return f'{counts["visits"]} visits, {counts["cancelled"]} cancelled, {counts["no_show"]} no-show'


def _all(counts):
    return counts['visits'] + counts['cancelled'] + counts['no_show']


def _most(items, total):
    words = max(items, key=lambda item: item[1][0])[2] if total else ''
    return f'{total:,} visits in all.' + (f' Most on {words}.' if words else '')


def _short(day, written):
    """A day as short as the clinic's way of writing allows: 2 Jun"""
    return written.short_day(day).partition(' ')[2]
