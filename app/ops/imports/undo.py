"""Taking an import back as a whole, while nobody has changed what it brought.

What stands in the way is told by name first; then it goes by portions, as it came. Visits go with their claims and
their history. New patients go; those that the file brought up to date get back what they had.
"""

from collections.abc import Callable

from app import audit, clock, database, errors
from app.ops.imports.portions import patiently, turn

PORTION = 200


class UndoError(Exception):
    """The import cannot be taken back; the text is one sentence."""


def list_all() -> list[dict]:
    """All imports, by number: import_id, kind, file_name, state (begun, done, undone), added, changed, begun_utc."""
    return database.rows('imports/list_all')


def find(import_id: int) -> dict:
    """One import that can be taken back; in_the_way: sentences that name what must be put right before.

    Raises UndoError where there is no such import, or it was taken back already.
    """
    found = database.one('imports/find', import_id=import_id)
    if not found:
        raise UndoError(f'There is no import {import_id}.')
    if found['state'] == 'undone':
        raise UndoError(f'Import {import_id} was taken back already.')
    return {**found, 'in_the_way': _in_the_way(import_id)}


def take_back(import_id: int, progress: Callable[[str, int, int], None]) -> dict:
    """Take an import back: the row of find(), whose in_the_way is empty if it was done.

    progress: called with what is done, how far, of how much. Raises UndoError; Busy while another import is at work.
    """
    with turn():
        found = find(import_id)
        if not found['in_the_way']:
            left = _take_back(import_id, found['added'] + found['changed'], progress)
            if left:
                raise UndoError(f'{left} of import {import_id} were changed in these seconds, and are still there: '
                                'give the same command again to see which.')
        return found


def take_back_now(import_id: int):
    """Take back what has come in of an import that failed. Raises Busy, which names it, where that fails too."""
    try:
        left = _take_back(import_id, 1, lambda *_: None)
    except errors.Busy as error:
        raise errors.Busy(f'{error} {_cut_short(import_id)}') from error
    if left:
        raise errors.Busy(_cut_short(import_id))


def refuse_cut_short():
    """Raise UndoError where an import was cut short: it must be taken back before the next one begins."""
    begun = database.one('imports/find_begun')
    if begun:
        raise UndoError(_cut_short(begun['import_id'], begun['file_name']))


def _cut_short(import_id, file_name=''):
    name = f' ({file_name})' if file_name else ''
    return f'Import {import_id}{name} was cut short: take it back first, with "import-undo {import_id}".'


def _in_the_way(import_id) -> list[str]:
    why = {'changed': 'has been changed since', 'told': 'was told to the patient by mail'}
    visits = [f'The visit of {row["full_name"]} at {row["starts_at"]:%Y-%m-%d %H:%M} {why[row["why"]]}.'
              for row in database.rows('imports/list_visits_touched', import_id=import_id)]
    return visits + [_about_patient(row) for row in database.rows('imports/list_patients_touched',
                                                                  import_id=import_id)]


def _about_patient(row) -> str:
    name, visits = row['full_name'], row['visits_import_id']
    return {
        'later': f'{name} is in import {row["later_import_id"]} too: take that one back first.',
        'visit': f'{name} has visits' + (f': take import {visits} back first.' if visits else '.'),
        'account': f'{name} has an account by now.',
        'details': f"{name}'s details have been changed since.",
    }[row['why']]


def _take_back(import_id, total, progress) -> int:
    """Take an import back by portions; how much of it is left, because somebody changed it meanwhile."""
    patiently(_begin, import_id)
    done = 0
    for portion, step in ((_next_visits, _visits), (_next_patients, _patients)):
        after_id = 0
        while last_id := patiently(portion, import_id, after_id):
            patiently(step, import_id, after_id, last_id)
            after_id, done = last_id, done + PORTION
            progress('Taking back', min(done, total), max(total, 1))
    return patiently(_finish, import_id)


def _next_visits(import_id, after_id):
    return database.value('imports/find_last_visit_of_portion', import_id=import_id, after_id=after_id, limit=PORTION)


def _next_patients(import_id, after_id):
    return database.value('imports/find_last_patient_of_portion', import_id=import_id, after_id=after_id,
                          limit=PORTION)


@database.retried(has_request_key=True)         # what is gone is gone: twice is as good as once
def _begin(import_id):
    with database.transaction() as tx:
        tx.change('imports/set_state', import_id=import_id, state='begun', now_utc=None)
        tx.change('imports/delete_patients')    # what is left of an import that was cut short
        tx.change('imports/delete_visits')


@database.retried(has_request_key=True)
def _visits(import_id, after_id, last_id):
    with database.transaction() as tx:
        tx.change('imports/take_back_visits', import_id=import_id, after_id=after_id, last_id=last_id)


@database.retried(has_request_key=True)
def _patients(import_id, after_id, last_id):
    with database.transaction() as tx:
        portion = {'import_id': import_id, 'after_id': after_id, 'last_id': last_id}
        tx.change('imports/take_back_details', **portion)
        tx.change('imports/take_back_patients', **portion)


@database.retried(has_request_key=True)
def _finish(import_id) -> int:
    with database.transaction() as tx:
        left = tx.value('imports/count_left', import_id=import_id)
        if not left:
            tx.change('imports/delete_patient_marks', import_id=import_id)
            tx.change('imports/set_state', import_id=import_id, state='undone', now_utc=clock.now_utc())
            audit.record(tx, None, 'import taken back', 'imports', import_id)
        return left
