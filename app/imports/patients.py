"""Importing patients: what a line says, and what speaks against it."""

from datetime import date

from app import clock
from app.forms import fields
from app.imports import cells

REQUIRED = ('reference', 'full_name')
OPTIONAL = ('birth_date', 'phone', 'email')
WHAT = ('patient', 'patients')
TABLE = 'patients'
OLDEST = date(1900, 1, 1)


def reader(tx, date_style: str):
    """A function: a line's cells → (what it says, ready to be staged; its problems as {column: sentence})."""
    today = clock.today()

    def read(line: dict) -> tuple[dict, dict[str, str]]:
        errors = {}
        values = {
            'reference': fields.text(line, 'reference', errors, longest=60),
            'full_name': fields.text(line, 'full_name', errors, longest=120),
            'phone': fields.phone(line, 'phone', errors),
            'email': fields.email(line, 'email', errors, required=False),
            'birth_date': _birth_date(line.get('birth_date', '').strip(), date_style, today, errors),
        }
        return values, errors
    return read


def _birth_date(typed, date_style, today, errors):
    if not typed:
        return None
    try:
        found = cells.day(typed, date_style)
    except ValueError as error:
        errors['birth_date'] = str(error)
        return None
    if not OLDEST <= found <= today:
        errors['birth_date'] = f'A birth date lies between 1900 and today, which {typed} does not.'
    return found.isoformat()


def stage(tx, lines: str):
    tx.change('imports/stage_patients', lines=lines)


def problems(tx):
    """(line, column, sentence) of what only shows when all lines are seen together."""
    for row in tx.rows('imports/list_patients_twice'):
        yield row['line'], 'reference', f'Line {row["earlier_line"]} has this reference too.'
    for row in tx.rows('imports/list_patients_known'):
        yield row['line'], 'reference', f'The clinic has a patient with this reference already: {row["full_name"]}.'


def hints(tx):
    """(line, column, sentence) of what may be a mistake, and may be right."""
    for row in tx.rows('imports/list_patients_alike'):
        where = f'line {row["earlier_line"]}' if row['earlier_line'] else 'a patient whom the clinic has'
        yield row['line'], 'full_name', f'Same name and birth date as {where}: the same person?'


def take_in(tx, after_line: int, until_line: int) -> int:
    return tx.change('imports/add_patients', after_line=after_line, until_line=until_line, now_utc=clock.now_utc())


def clear(tx):
    tx.change('imports/delete_patients')
