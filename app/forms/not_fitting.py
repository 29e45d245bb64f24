"""The form that decides on visits that no longer fit."""

from app.errors import Refused
from app.forms import fields
from app.visits.not_fitting import CANCEL, LEAVE


def read_decisions(form: dict, usual: str = LEAVE) -> list[dict]:
    """What is decided: [{appointment_id, version, do}…], do is CANCEL or a staff_id. Raises Refused.

    Fields: for each visit visit_<appointment_id> (the version that the page showed) and do_<appointment_id>; without
    the latter usual counts. What is to be left is not among them.
    """
    read = fields.Reader(form)
    keys = sorted(read.ticked_keys('visit'))
    decided = [{'appointment_id': key, 'do': _do(read, key, usual),
                'version': read.whole_number(f'visit_{key}', least=0, most=999_999_999)} for key in keys]
    if read.errors or len(keys) < sum(name.startswith('visit_') for name in form):
        raise Refused('This list of visits cannot be read. Please try again.')
    decided = [each for each in decided if each['do'] != LEAVE]
    if not decided:
        raise Refused({'visits': 'Please choose what becomes of at least one visit.'})
    return decided


def read_words(form: dict) -> dict:
    """reason ('' if none was given) and tell_patients, of the page that asks. Raises Refused."""
    read = fields.Reader(form)
    return read.checked({'reason': read.text('cancel_reason', longest=500, required=False, lines=True),
                         'tell_patients': read.ticked('tell_patients')})


def _do(read, key, usual):
    """What is to be done with a visit; nonsense gives None and is refused."""
    name = f'do_{key}'
    said = read.form.get(name) or usual
    if said in (LEAVE, CANCEL):
        return said
    return fields.Reader({name: said}).identity(name) or read.refuse(name, fields.CHOOSE)
