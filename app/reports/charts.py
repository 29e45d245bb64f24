"""Where everything in a chart is. The templates views/admin/reports/ draw it as SVG, with colours from CSS.

A chart is a dict: kind (which template), width, height (in units of its viewBox), summary (a sentence that says what
the chart shows) and the shapes. A table beside each chart has the same numbers.
"""

from datetime import date, timedelta

from app.written import DAYS, Written

WIDTH = 480
LEFT, TOP, PLOT = 44, 12, 170           # of columns: room for the scale's numbers, above, and the height of the plot
LOW_PLOT = 105                          # where several charts share a screen
LANE = 48                               # of the timeline: a name and a bar below it
WIDE = 720


def scale(most: float) -> list[int]:
    """The numbers of a scale from 0 to at least the most: three to six, in steps of 1, 2 or 5 with zeros."""
    step = 1
    while most > step * 5:
        step = step * 5 // 2 if str(step)[0] == '2' else step * 2
    return list(range(0, step * max(2, -(-int(most) // step)) + 1, step))


def columns(items: list[tuple], summary: str, marks: tuple[str, ...] = ('chart-a',), plot: int = PLOT) -> dict:
    """Upright bars, one above another for each series. items: (label, [number of each series], words) from left.

    marks: the CSS class of each series. They differ in filling as well as in colour. plot: the height of the plot.
    """
    numbers = scale(max((sum(values) for _, values, _ in items), default=0))
    unit, pitch = plot / numbers[-1], (WIDTH - LEFT) / max(len(items), 1)
    bars = []
    for place, (_, values, words) in enumerate(items):
        base = TOP + plot
        for mark, value in zip(marks, values, strict=True):
            base -= value * unit
            if value:
                bars.append((round(LEFT + place * pitch + pitch * .1, 1), round(base, 1), round(pitch * .8, 1),
                             round(value * unit, 1), mark, words))
    every = -(-len(items) // 6)
    labels = [(round(LEFT + (place + .5) * pitch, 1), label) for place, (label, _, _) in enumerate(items)
              if place % every == 0 and place + every / 2 < len(items) + .5]
    return {'kind': 'columns', 'width': WIDTH, 'height': TOP + plot + 28, 'summary': summary, 'bars': bars,
            'labels': labels, 'baseline': TOP + plot,
            'lines': [(round(TOP + plot - number * unit, 1), number) for number in numbers]}


def rows(items: list[tuple], summary: str, full: float = 0, mark: str = 'chart-a') -> dict:
    """Horizontal bars, each with its name above. items: (name, number, words). full: what a whole bar stands for at the
    least, 100 where the numbers are parts of a whole. mark: the CSS class of the bars.
    """
    most = max((number for _, number, _ in items), default=0)
    bars = [(place * 42 + 18, name, words, place * 42 + 24, round(WIDTH * number / (max(most, full) or 1), 1))
            for place, (name, number, words) in enumerate(items)]
    return {'kind': 'rows', 'width': WIDTH, 'height': max(42 * len(items), 1), 'summary': summary, 'bars': bars,
            'mark': mark}


def grid(counts: dict[tuple[int, int], int], written: Written, summary: str) -> dict:
    """A cell for each hour of each weekday; darker means more. counts: {(weekday, hour): number}."""
    hours = range(min((hour for _, hour in counts), default=8), max((hour for _, hour in counts), default=17) + 1)
    days = range(7 if any(weekday > 4 for weekday, _ in counts) else 5)
    most, width = max(counts.values(), default=1), (WIDTH - LEFT) / len(hours)
    cells = [(round(LEFT + place * width + 1, 1), 26 + 28 * weekday, round(width - 2, 1),
              counts.get((weekday, hour), 0)) for weekday in days for place, hour in enumerate(hours)]
    every = 1 if len(hours) <= 14 and written.clock_style == '24' else 2 if len(hours) <= 14 else 3
    return {'kind': 'grid', 'width': WIDTH, 'height': 28 * len(days) + 28, 'summary': summary,
            'cells': [(*cell, round(.06 + .34 * cell[3] / most, 2) if cell[3] else 0) for cell in cells],
            'numbered': len(hours) <= 14, 'days': [(45 + 28 * weekday, DAYS[weekday][:3]) for weekday in days],
            'hours': [(round(LEFT + (place + .5) * width, 1), _hour(hour, written))
                      for place, hour in enumerate(hours) if place % every == 0]}


def _hour(hour, written):
    return str(hour) if written.clock_style == '24' else written.minute(hour * 60).replace(':00', '')


def timeline(rooms: list[dict], days: list[date], opening: dict, written: Written) -> dict:
    """A lane for each room, with its visits from left to right; several days stand beside each other.

    rooms: as room_use.of_days() gives them. opening: {day: [(first, last) minute of the day…]}.
    """
    first, last = _hours_shown(rooms, opening)
    wide = WIDE / len(days)
    unit = wide / (last - first)
    lefts = {day: wide * place - first * unit for place, day in enumerate(days)}        # where midnight would be
    lanes = []
    for place, room in enumerate(rooms):
        bars = []
        for visit in room['visits']:
            start, midnight = visit['starts_at'], visit['starts_at'].replace(hour=0, minute=0)
            left = lefts[start.date()] + (start - midnight) / timedelta(minutes=1) * unit
            with_patient = (visit['ends_at'] - start) / timedelta(minutes=1) * unit
            words = f'{written.time(start)}–{written.time(visit["ends_at"])}, {visit["staff_name"]}'
            bars.append((round(left, 1), round(with_patient, 1), round(visit['minutes'] * unit, 1), words))
        lanes.append((20 + place * LANE, room['name'], bars))
    return {'kind': 'timeline', 'width': WIDE, 'height': LANE * len(rooms) + 34, 'lanes': lanes,
            'open': [(round(lefts[day] + start * unit, 1), round((end - start) * unit, 1))
                     for day in days for start, end in opening.get(day, ())],
            'ticks': _ticks(days, first, last, wide, unit, written)}


def _hours_shown(rooms, opening):
    """From which to which minute of the day the timeline goes: full hours around all that is in it."""
    starts = [start for stretches in opening.values() for start, _ in stretches]
    ends = [end for stretches in opening.values() for _, end in stretches]
    for visit in (visit for room in rooms for visit in room['visits']):
        minute = visit['starts_at'].hour * 60 + visit['starts_at'].minute
        starts.append(minute)
        ends.append(minute + visit['minutes'])
    return min(starts, default=480) // 60 * 60, -(-max(ends, default=1080) // 60) * 60


def _ticks(days, first, last, wide, unit, written):
    """(x, text, whether the text stands right of it) for the hours of one day, or for each of several days."""
    if len(days) > 1:
        return [(round(wide * place, 1), f'{DAYS[day.weekday()][:3]} {day.day}', True)
                for place, day in enumerate(days)]
    step = 60 if last - first <= 300 else 120 if last - first <= 780 else 240
    return [(round((minute - first) * unit, 1), written.minute(minute), minute < last - step / 3)
            for minute in range(first, last, step)]
