"""When a visit of a file begins, and how long it takes: in one cell or several, as its program writes it."""

from datetime import date, datetime, time, timedelta

from app import clock
from app.forms import days
from app.forms.fields import LAST_DAY, Reader, missing
from app.ops.imports import cells, dates

EARLIEST, LATEST = date(1990, 1, 1), LAST_DAY
LONGEST = 480
DAYS = ('day', 'time', 'ends')      # columns that may hold days


def full_year():
    """What two digits of a year mean, see days.read()."""
    return dates.visit_year(clock.today())


def day_in(column: str, cell: str) -> str:
    """The part of a cell that is a day; '' where it has none."""
    return cells.day_and_time(cell)[0] if column == 'day' else split(cell)[0]


def reader(way: str | None):
    """A function: (the Reader of a line) → (when the visit begins, its minutes; None for what is not said)."""
    year = full_year()

    def day(text):
        return days.read(text, way, year)

    def read(line: Reader) -> tuple[datetime | None, int | None]:
        starts_at = _starts_at(line, day)
        return starts_at, _minutes(line, starts_at, day)
    return read


def split(text: str) -> tuple[str, str, str]:
    """A cell of a time: (its day, its time, its offset from UTC); '' for what it has not."""
    try:
        cells.time_of_day(text)
        return '', text, ''
    except ValueError:
        return cells.day_and_time(text)


def _starts_at(line, day) -> datetime | None:
    """When a visit begins: by a day and a time in two columns, or both in one of them."""
    on, at, offset = split(line.form.get('time', ''))
    other_on, other_at, other_offset = cells.day_and_time(line.form.get('day', ''))
    found = _read(line, 'time' if on else 'day', day, on or other_on)
    starts = _read(line, 'time', cells.time_of_day, at or other_at)
    if found is None or starts is None:
        return None
    if on and other_on and _read(line, 'day', day, other_on) not in (None, found):
        line.refuse('time', f'"{line.form["time"]}" is another day than "{line.form["day"]}".')
    if not EARLIEST <= found <= LATEST:
        line.refuse('day', f'Please choose a day between {EARLIEST} and {LATEST}.')
    return cells.at_the_clinic(datetime.combine(found, starts), offset or other_offset)


def _read(line, column, parse, part):
    """What parse makes of a part of a cell."""
    try:
        return parse(part) if part else line.refuse(column, missing(column))
    except ValueError as error:
        return line.refuse(column, str(error))


def _minutes(line, starts_at, day) -> int | None:
    """How long a visit takes, by its length or its end; None where the line does not say."""
    column = next((name for name in ('minutes', 'seconds', 'ends') if line.form.get(name)), None)
    if not column or not starts_at:
        return None

    def parse(typed):
        if column == 'ends':
            return int((_ends_at(typed, starts_at, day) - starts_at).total_seconds()) // 60
        return cells.minutes(typed) if column == 'minutes' else cells.seconds(typed) // 60
    found = line.parsed(column, parse)
    if found is not None and not 5 <= found <= LONGEST:
        line.refuse(column, f'A visit takes 5 to {LONGEST} minutes; this would be {found}.')
    return found


def _ends_at(typed, starts_at, day) -> datetime:
    on, at, offset = split('0:00' if typed == '24:00' else typed)
    ends = cells.at_the_clinic(datetime.combine(day(on) if on else starts_at.date(), cells.time_of_day(at)), offset)
    return ends + timedelta(days=1) if not on and ends.time() == time() else ends
