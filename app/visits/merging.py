"""Two records of one patient become one: every visit moves, with its history and its mail, and one record is left.

Whose accounts the two belong to, and who may merge them, is app/accounts/joining.py's to decide.
"""

from app import audit
from app.errors import NotFound, Refused
from app.the_clinic import Clinic
from app.visitor import Visitor
from app.visits import record_views, writing

DETAILS = ('full_name', 'birth_date', 'phone', 'email', 'reference')
LONGEST_ALERT = 200
NAMED = 3                       # so many overlaps are told in a sentence; the page has more
IMPORTING = 'An import of patients or visits is not finished yet. Please try again when it is.'


def merge(tx, visitor: Visitor, kept_id: int, gone_id: int, values: dict):
    """Merge one patient's record into another's, inside a transaction, and delete the one that is then empty.

    values: what the kept record says from now on, by the names of DETAILS. The visits need no lock of their own: who
    writes one locks its patient first. The holder of an account is called as their own record is (users/set_details).
    Raises NotFound where one of the two is not there or was forgotten; Refused (409): the rule is patient_taken where
    both have a visit at one time, and the sentence says which; and where their
    alerts are too long for one.
    """
    found = {row['patient_id']: row for row in tx.rows('patients/lock_two', patient_id=kept_id, other_id=gone_id)}
    if found.keys() != {kept_id, gone_id} or kept_id == gone_id:
        raise NotFound()
    if tx.one('imports/find_begun'):
        raise Refused(IMPORTING, 409)
    refuse_overlaps(tx, visitor, kept_id, gone_id)
    _move_visits(tx, visitor, kept_id, gone_id)
    _move_traces(tx, kept_id, gone_id)
    tx.change('patients/delete', patient_id=gone_id)
    kept, gone = found[kept_id], found[gone_id]
    tx.change('patients/set_merged', patient_id=kept_id, **{name: values[name] for name in DETAILS},
              alert=_joined_alert(visitor, kept, gone), is_online=kept['is_online'] and gone['is_online'])
    if kept['user_id'] and kept['relation'] == 'self':
        tx.change('users/set_details', user_id=kept['user_id'], full_name=values['full_name'], phone=values['phone'])
    audit.record(tx, visitor, 'patients merged', 'patients', kept_id,
                 f'{gone_id} {gone["full_name"]} → {kept_id} {kept["full_name"]}')


def _joined_alert(visitor, kept, gone):
    """The alert of two records: both, where they say two things. Patients, who see none, hear of none."""
    joined = '; '.join(dict.fromkeys(filter(None, (kept['alert'], gone['alert']))))
    if len(joined) > LONGEST_ALERT:
        raise Refused('The alerts of the two records are too long for one. Please shorten one of them first.'
                      if visitor.is_clinic else 'Please ask at the front desk.', 409)
    return joined


def filled(kept: dict, gone: dict) -> dict:
    """The details of a record (kept, gone: rows of patients/lock_two), and what only the other one knows.

    A record that belongs to an account has no e-mail address of its own: mail goes to the account's.
    """
    values = {name: kept[name] or gone[name] for name in DETAILS}
    return {**values, 'email': None} if kept['user_id'] else values


def list_overlaps(tx, patient_id: int, other_id: int) -> list[dict]:
    """The visits of two records at one time: rows of appointments/list_overlaps. tx: or the module app.database."""
    return tx.rows('appointments/list_overlaps', patient_id=patient_id, other_id=other_id)


def refuse_overlaps(tx, visitor: Visitor, patient_id: int, other_id: int):
    """Raise Refused (409) that names the visits which two records have at one time, if there are any."""
    overlaps = list_overlaps(tx, patient_id, other_id)
    if overlaps:
        raise _refusal(tx, visitor, overlaps)


def _move_visits(tx, visitor, kept_id, gone_id):
    """Move the visits. The key decides: a visit written past the locks is refused like one that was there before."""
    try:
        writing.move_to_patient(tx, kept_id, gone_id)
    except Refused as refused:
        if refused.constraint != 'patient_is_free':
            raise
        raise _refusal(tx, visitor, list_overlaps(tx, kept_id, gone_id)) from refused


def _move_traces(tx, kept_id, gone_id):
    """Move all else that names a patient. tests/test_merging.py knows every such column of the schema."""
    tx.change('imports/move_patient_marks', patient_id=kept_id, from_patient_id=gone_id)
    tx.change('imports/keep_patient', patient_id=kept_id)
    record_views.move(tx, kept_id, gone_id)
    tx.change('patients/move_apart', patient_id=kept_id, from_patient_id=gone_id)
    tx.change('patients/move_declined', patient_id=kept_id, from_patient_id=gone_id)
    tx.change('audit_log/move_subject', subject='patients', subject_id=kept_id, from_subject_id=gone_id)


def _refusal(tx, visitor, overlaps):
    written = Clinic.of(tx.one('settings/find')).written
    pairs = [f'{written.moment(each["starts_at"])} with {each["staff_name"]}, and '
             f'{written.moment(each["other_starts_at"])} with {each["other_staff_name"]}' for each in overlaps[:NAMED]]
    more = f' There are more such visits than these {NAMED}.' if len(overlaps) > NAMED else ''
    advice = 'Please cancel or move one of them first.' if visitor.is_clinic else 'Please ask at the front desk.'
    told = f': {". ".join(pairs)}' if pairs else ''
    return Refused(f'The two records have visits at the same time{told}.{more} {advice}', 409, rule='patient_taken')
