"""Importing patients: what a line says, and what speaks against it."""

import hashlib
import json
from datetime import date

from app import clock
from app.forms import days
from app.forms.fields import EARLIEST, Reader
from app.ops.imports import dates

KIND = 'patients'
WHAT = ('patient', 'patients')
PORTION = 1000                      # lines that are taken in together
DETAILS = ('full_name', 'birth_date', 'phone', 'email')
DAYS = ('birth_date',)              # columns that hold days


def full_year():
    """What two digits of a year mean, see days.read()."""
    return days.birth_year(clock.today())


def day_in(_column: str, cell: str) -> str:
    """The part of a cell that is a day; '' where it has none."""
    return '' if cell in dates.EMPTY else cell


def missing(columns: dict) -> str | None:
    """The sentence about columns that a file must have, or None."""
    if 'full_name' not in columns and not {'first_name', 'last_name'} & columns.keys():
        return 'no column full_name, and none of first_name and last_name'
    if 'full_name' in columns and ('first_name' in columns) != ('last_name' in columns):
        return ('full_name beside only one of first_name and last_name: say which heading means what, such as '
                '--map last_name=Name')
    return None


def reader(tx, way: str | None, options):
    """A function: a line's cells → (what it says, ready to be staged; its problems as {column: sentence})."""
    year, today = full_year(), clock.today()

    def birth_date(typed):
        return None if typed in dates.EMPTY else _birth_date(typed, days.read(typed, way, year), today)

    def read(line: dict) -> tuple[dict, dict[str, str]]:
        cells = Reader({**line, 'full_name': _name(line)})
        values = {
            'full_name': cells.text('full_name', longest=120),
            'birth_date': cells.parsed('birth_date', birth_date, required=False),
            'phone': cells.phone('phone'),
            'email': cells.email('email', required=False),
        }
        if 'reference' in line:
            values['reference'] = cells.text('reference', longest=60)
        elif not cells.errors:
            values['reference'] = _made_reference(values)
        return values, cells.errors
    return read


def spoken(_cells: dict, values: dict) -> str:
    """What a line says, for people. values: of reader(); _cells: the line as it was typed."""
    born = values['birth_date'] and 'born ' + dates.spoken(date.fromisoformat(values['birth_date']))
    return ', '.join(filter(None, (values['full_name'], born, values['phone'], values['email'])))


def _name(line) -> str:
    parts = [line[part] for part in ('first_name', 'middle_name', 'last_name') if line.get(part)]
    return ' '.join((line.get('full_name') or ' '.join(parts)).split())


def _made_reference(values) -> str:
    """A reference for patients whom their old system has not numbered: the same line gives the same one."""
    details = json.dumps([values[name] for name in DETAILS], ensure_ascii=False)
    return 'made:' + hashlib.sha256(details.casefold().encode()).hexdigest()[:24]


def _birth_date(typed, found, today) -> str:
    if not EARLIEST <= found <= today:
        raise ValueError(f'A birth date lies between 1900 and today, which {typed} does not.')
    return found.isoformat()


def stage(tx, lines: list[dict], options) -> dict:
    """Put lines where they can be compared; what they do: problems, changes and kept (lists of (line, column,
    sentence)), and counts: changed, unchanged, and noted (the file says other things of the patient than the last)."""
    references = json.dumps([{'reference': line['reference']} for line in lines], ensure_ascii=False)
    known = {row['reference']: row for row in tx.rows('imports/list_patients_known', lines=references)}
    found = {'problems': [], 'changes': [], 'kept': [], 'changed': 0, 'unchanged': 0, 'noted': 0}
    for line in lines:
        patient = known.get(line['reference'])
        line.update({f'takes_{name}': 0 for name in DETAILS}, patient_id=patient and patient['patient_id'])
        if patient and not options.update:
            found['problems'].append((line['line'], 'reference', f'The clinic has this patient already: '
                                      f'{patient["full_name"]}. (--update brings those up to date.)'))
        elif patient:
            found['noted'] += _says_more(line, patient)
            _compare(line, patient, found)
    tx.change('imports/stage_patients', lines=json.dumps(lines, ensure_ascii=False, default=str))
    return found


def _says_more(line, patient) -> bool:
    """Whether a line says of a patient what no earlier file has said."""
    return not patient['was_imported'] or any(
        line[name] and str(line[name]) != str(patient[f'said_{name}'] or '') for name in DETAILS)


def _compare(line, patient, found):
    """Decide what a line changes of a patient: never what the clinic has changed since the last file.

    An empty cell says nothing, so that it clears nothing, and what an earlier file said goes on to be known.
    """
    changed = []
    for name in DETAILS:
        now, before, new = (str(value or '') for value in (patient[name], patient[f'said_{name}'], line[name]))
        line[name] = line[name] or patient[f'said_{name}']
        if new in ('', now, before):
            continue
        if now != before:
            found['kept'].append((line['line'], name, f'{patient["full_name"]} keeps "{now}", which the clinic has '
                                  f'written since; the file says "{new}".'))
            continue
        line[f'takes_{name}'] = 1
        changed.append(f'{name.replace("_", " ")} {now or "–"} → {new}')
    line['full_name'] = line['full_name'] or patient['full_name']
    found['changed' if changed else 'unchanged'] += 1
    if changed:
        found['changes'].append((line['line'], '', f'{patient["full_name"]}: {"; ".join(changed)}'))


def problems(tx, options):
    """(line, column, sentence) of what only shows when all lines are seen together."""
    for row in tx.rows('imports/list_patients_twice'):
        yield row['line'], 'reference', f'Line {row["earlier_line"]} is this patient too.'


def hints(tx):
    """(line, column, sentence) of what may be a mistake, and may be right."""
    for row in tx.rows('imports/list_patients_alike'):
        where = f'in line {row["earlier_line"]}' if row['earlier_line'] else 'of a patient whom the clinic has'
        yield row['line'], 'full_name', f'The same name and details as {where}: the same person?'


def take_in(tx, import_id: int, after_line: int, until_line: int) -> dict:
    """Take one portion of the lines in; how many patients it added and changed."""
    lines = {'after_line': after_line, 'until_line': until_line}
    added = tx.change('imports/add_patients', now_utc=clock.now_utc(), **lines)
    tx.change('imports/add_patient_marks', import_id=import_id, **lines)
    changed = tx.change('imports/change_patients', **lines)
    tx.change('imports/delete_patients_taken', **lines)
    return {'added': added, 'changed': changed}


def clear(tx):
    tx.change('imports/delete_patients')
