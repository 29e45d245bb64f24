"""Lengths of time, typed as a number and a unit and stored in minutes: the fields <name> and <name>_unit."""

from app.forms import fields

UNITS = {'minutes': 1, 'hours': 60, 'days': 1440}


def read(reader: fields.Reader, name: str, most: int, sentence: str, *, required: bool = True) -> int | None:
    """The minutes of a length, at most so many; beyond them, sentence is said. An optional one may be empty: None."""
    number = reader.whole_number(name, least=0, most=most, required=required)
    if number is None:
        return None
    unit = reader.form.get(f'{name}_unit')
    if unit not in UNITS:
        return reader.refuse(name, 'Please choose minutes, hours or days.')
    return number * UNITS[unit] if number * UNITS[unit] <= most else reader.refuse(name, sentence)


def shown(name: str, minutes: int | None, unit: str = 'hours') -> dict[str, str]:
    """The two fields of a length, in the largest unit that divides it; with this unit where it is empty or 0."""
    if not minutes:
        return {name: '' if minutes is None else '0', f'{name}_unit': unit}
    unit = next(unit for unit in ('days', 'hours', 'minutes') if minutes % UNITS[unit] == 0)
    return {name: str(minutes // UNITS[unit]), f'{name}_unit': unit}
