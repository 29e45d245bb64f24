"""When a visit of a file begins, and how long it takes: in one cell or several, as its program writes it."""

from datetime import date, datetime, time, timedelta

from app import clock
from app.forms import fields
from app.ops.imports import cells, dates

EARLIEST, LATEST = date(1990, 1, 1), date(2099, 12, 31)
LONGEST = 480
DAYS = ('day', 'time', 'ends')      # columns that may hold days


def full_year():
    """What two digits of a year mean, see dates.read()."""
    return dates.visit_year(clock.today())


def day_in(column: str, cell: str) -> str:
    """The part of a cell that is a day; '' where it has none."""
    return cells.day_and_time(cell)[0] if column == 'day' else split(cell)[0]


def reader(way: str | None):
    """A function: (a line's cells, errors) → (when the visit begins, its minutes; None for what is not said)."""
    year = full_year()

    def day(text):
        return dates.read(text, way, year)

    def read(line: dict, errors: dict) -> tuple[datetime | None, int | None]:
        starts_at = _starts_at(line, day, errors)
        return starts_at, _minutes(line, starts_at, day, errors)
    return read


def split(text: str) -> tuple[str, str, str]:
    """A cell of a time: (its day, its time, its offset from UTC); '' for what it has not."""
    try:
        cells.time_of_day(text)
        return '', text, ''
    except ValueError:
        return cells.day_and_time(text)


def _starts_at(line, day, errors) -> datetime | None:
    """When a visit begins: by a day and a time in two columns, or both in one of them."""
    on, at, offset = split(line.get('time', ''))
    other_on, other_at, other_offset = cells.day_and_time(line.get('day', ''))
    found = _read(day, on or other_on, 'time' if on else 'day', errors)
    starts = _read(cells.time_of_day, at or other_at, 'time', errors)
    if found is None or starts is None:
        return None
    if on and other_on and _read(day, other_on, 'day', errors) not in (None, found):
        errors['time'] = f'"{line["time"]}" is another day than "{line["day"]}".'
    if not EARLIEST <= found <= LATEST:
        errors['day'] = f'Please choose a day between {EARLIEST} and {LATEST}.'
    return cells.at_the_clinic(datetime.combine(found, starts), offset or other_offset)


def _read(read, typed, column, errors):
    if not typed:
        errors[column] = fields.missing(column)
        return None
    try:
        return read(typed)
    except ValueError as error:
        errors[column] = str(error)
        return None


def _minutes(line, starts_at, day, errors) -> int | None:
    """How long a visit takes, by its length or its end; None where the line does not say."""
    column = next((name for name in ('minutes', 'seconds', 'ends') if line.get(name)), None)
    if not column or not starts_at:
        return None
    try:
        if column == 'ends':
            found = int((_ends_at(line['ends'], starts_at, day) - starts_at).total_seconds()) // 60
        else:
            found = cells.minutes(line[column]) if column == 'minutes' else int(line[column]) // 60
    except ValueError as error:
        errors[column] = str(error) if column != 'seconds' else 'Please write how long in seconds, such as 1800.'
        return None
    if not 5 <= found <= LONGEST:
        errors[column] = f'A visit takes 5 to {LONGEST} minutes; this would be {found}.'
    return found


def _ends_at(typed, starts_at, day) -> datetime:
    on, at, offset = split('0:00' if typed == '24:00' else typed)
    ends = cells.at_the_clinic(datetime.combine(day(on) if on else starts_at.date(), cells.time_of_day(at)), offset)
    return ends + timedelta(days=1) if not on and ends.time() == time() else ends
