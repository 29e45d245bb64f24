"""Reports that tell a part of a whole: how much of the working hours is booked, and how many of those due did not come.

The use of hours counts minutes with the pause after a visit, as they are taken too. A visit outside the hours counts as
well, so a share may pass 100 %. Due are the visits that have an outcome: completed or no-show.
"""

from app.reports import charts

EVERYBODY = 'Everybody'


def percent(number: int, out_of: int) -> float | None:
    """A part in percent, with one decimal; None where there is nothing to be a part of."""
    return round(100 * number / out_of, 1) if out_of else None


def shown(share: float | None) -> str:
    """12.5 %, or a dash for None."""
    return '–' if share is None else f'{share} %'


def in_hours(minutes: int) -> float:
    """Minutes as hours, with one decimal."""
    return round(int(minutes) / 60, 1)


def use(booked: list[dict], working: list[dict]) -> dict:
    """How much of the working hours is booked, of each member of staff and in all, the fullest first.

    booked: rows of reports/report_staff. working: rows of reports/report_working_minutes. Whoever is not there any more
    counts where they had visits.
    """
    taken = {row['staff_id']: row for row in booked}
    worked = {row['staff_id']: int(row['minutes']) for row in working if row['is_there'] or row['staff_id'] in taken}
    names = {row['staff_id']: row['name'] for row in [*working, *booked]}
    people = [(names[key], int(taken[key]['minutes']) if key in taken else 0, worked.get(key, 0))
              for key in worked.keys() | taken.keys()]
    people.sort(key=lambda row: (-(percent(row[1], row[2]) or 0), row[0]))
    total = (EVERYBODY, sum(row[1] for row in people), sum(row[2] for row in people))
    rows = [[name, in_hours(held), in_hours(hours), percent(held, hours)] for name, held, hours in [total, *people]]
    words = f'{rows[0][1]:,} of {rows[0][2]:,} hours are booked ({shown(rows[0][3])}).'
    return {'title': 'Use of working hours',
            'note': f'{words} Breaks, absences and closed days are taken out; pauses after visits count as booked.',
            'headings': ['Member of staff', 'Hours booked', 'Hours worked', 'Percent booked'],
            'rows': rows if people else [], 'chart': charts.rows(
                [(name, share or 0, f'{shown(share)} of {hours:,} h') for name, _, hours, share in rows], words, 100)}


def missed_by(what: str, name: str, title: str, counted: list[dict]) -> dict:
    """How many of those due did not come, by person or by service, the largest share first.

    what: the column of reports/report_outcomes (rows: counted) by which they are added up: staff or service. name: what
    such a thing is called.
    """
    sums = {}
    for row in counted:
        label, completed, missed = sums.get(row[f'{what}_id'], (row[f'{what}_name'], 0, 0))
        sums[row[f'{what}_id']] = (label, completed + int(row['completed']), missed + int(row['no_show']))
    rows = [[label, missed, completed + missed, percent(missed, completed + missed)]
            for label, completed, missed in sums.values()]
    rows.sort(key=lambda row: (-row[3], row[0]))
    missed, due = sum(row[1] for row in rows), sum(row[2] for row in rows)
    words = f'{missed:,} of {due:,} due visits were no-shows ({shown(percent(missed, due))}).'
    return {'title': title, 'note': f'{words} Due visits are completed or no-shows.',
            'headings': [name, 'No-show', 'Due', '% of due'], 'rows': rows,
            'chart': charts.rows([(label, share, f'{share} %, {number} of {of}') for label, number, of, share in rows],
                                 words, mark='chart-missed')}
