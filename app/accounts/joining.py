"""Two accounts of one person become one, and so do two records of one patient, whoever's accounts they belong to."""

import hashlib
from typing import NamedTuple

from app import audit, clock, database, names
from app.accounts import users
from app.errors import NotFound, Refused
from app.visitor import Visitor
from app.visits import merging, writing

SIDES = ('one', 'other')        # of two records that are laid side by side
SHOWN = (*merging.DETAILS, 'user_id', 'relation', 'holder_email', 'holder_is_proven')
CHANGED = 'One of the two records has been changed. Please look at both again.'


class Plan(NamedTuple):
    """What becomes of two records and of their accounts.

    kept: the side whose record stays, None where the form says (its field account). fate: of the accounts, one of
    none (there is none), gets (the one account there is gets the other record), same (both belong to one),
    leaves (two accounts: the one whose record goes no longer books for the patient), joins (two accounts of the
    patient's own become one). The last two are an admin's to decide.
    """

    kept: str | None
    fate: str

    @property
    def needs_admin(self) -> bool:
        return self.fate in ('leaves', 'joins')


class Compared(NamedTuple):
    """Two records side by side: rows of patients/find_compared, what becomes of them, and a sign of what they say."""

    one: dict
    other: dict
    plan: Plan
    seen: str


def compare(tx, patient_id: int, other_id: int) -> Compared:
    """Lay two records side by side. tx: a transaction, or the module app.database. Raises NotFound."""
    now = clock.now()
    pair = [tx.one('patients/find_compared', patient_id=each, now=now) for each in (patient_id, other_id)]
    if patient_id == other_id or None in pair:
        raise NotFound()
    said = [[str(row[name]) for name in SHOWN] for row in pair]
    return Compared(*pair, _plan(*pair), hashlib.sha256(repr(said).encode()).hexdigest()[:32])


def _plan(one, other):
    owners = [row['user_id'] for row in (one, other)]
    own = [row['user_id'] is not None and row['relation'] == 'self' for row in (one, other)]
    if None in owners:
        kept = SIDES[owners[0] is None] if any(owners) else SIDES[other['patient_id'] < one['patient_id']]
        return Plan(kept, 'gets' if any(owners) else 'none')
    if owners[0] == owners[1]:
        return Plan(SIDES[own[1]], 'same')
    if all(own) or not any(own):
        return Plan(None, 'joins' if all(own) else 'leaves')
    return Plan(SIDES[own[1]], 'leaves')


@database.retried
def merge_records(visitor: Visitor, patient_id: int, other_id: int, chosen: dict) -> int:
    """Merge two records as the desk has chosen (of forms.merging.read_choices); the patient_id of the one that stays.

    Raises NotFound where one is not there, or the visitor does not see everybody; Forbidden where only admins may;
    Refused (409) where a record is no longer what the page showed, or where two visits are at the same time.
    """
    with database.transaction() as tx:
        pair = compare(tx, patient_id, other_id)        # to know what is to be locked; it is read again below
        owners = sorted({row['user_id'] for row in pair[:2] if row['user_id']})
        for user_id in owners:
            tx.rows('patients/lock_of_account', user_id=user_id)
        tx.rows('patients/lock_two', patient_id=patient_id, other_id=other_id)
        pair = compare(tx, patient_id, other_id)
        users.refuse_unless_desk(tx, visitor)
        if pair.seen != chosen['seen']:
            raise Refused(CHANGED, 409)
        if pair.plan.needs_admin:
            users.refuse_unless_admin(visitor, tx.rows('users/lock_admins'))
        return _merge(tx, visitor, pair, chosen)


def _merge(tx, visitor, pair, chosen):
    side = pair.plan.kept or chosen['account']
    kept, gone = (pair.one, pair.other) if side == 'one' else (pair.other, pair.one)
    values = {name: (pair.one if chosen[name] == 'one' else pair.other)[name] for name in merging.DETAILS}
    if kept['user_id']:
        values['email'] = None                          # mail goes to the account's address
    merging.merge(tx, visitor, kept['patient_id'], gone['patient_id'], values)
    if pair.plan.fate == 'joins':
        join_accounts(tx, visitor, kept['user_id'], gone['user_id'])
    return kept['patient_id']


@database.retried
def tell_apart(visitor: Visitor, patient_id: int, other_id: int):
    """Remember that two records are two people: they are no longer likely doubles. Raises NotFound."""
    with database.transaction() as tx:
        tx.rows('patients/lock_two', patient_id=patient_id, other_id=other_id)      # neither is merged meanwhile
        compare(tx, patient_id, other_id)
        users.refuse_unless_desk(tx, visitor)
        tx.change('patients/set_apart', patient_id=patient_id, other_id=other_id)
        audit.record(tx, visitor, 'patients told apart', 'patients', patient_id, f'{patient_id} and {other_id}')


def join_accounts(tx, visitor: Visitor, kept_user_id: int, gone_user_id: int):
    """Join a patient's account into another one of the same person, inside a transaction, and delete it.

    The holders' own records are merged where they agree(); else the one becomes a relative of the other account's
    holder. The other patients move too, each merged with a record of the same name and birth date where one is there.
    Locks the patients of both accounts, then both accounts. Raises NotFound where one of them is not there, or is no
    patient's; Refused (409) where two visits that would belong to one patient are at one time.
    """
    pair = sorted((kept_user_id, gone_user_id))
    for user_id in pair:
        tx.rows('patients/lock_of_account', user_id=user_id)
    accounts = {user_id: tx.one('users/lock', user_id=user_id) for user_id in pair}
    if len(accounts) < 2 or any(not each or each['role'] != 'patient' for each in accounts.values()):
        raise NotFound()
    people = tx.rows('patients/list_of_account', user_id=kept_user_id)
    for patient in tx.rows('patients/list_of_account', user_id=gone_user_id):
        take_in(tx, visitor, kept_user_id, people, patient)
    writing.set_author(tx, kept_user_id, gone_user_id)
    users.forget_account(tx, gone_user_id)
    audit.record(tx, visitor, 'accounts joined', 'users', kept_user_id, f'{accounts[gone_user_id]["email"]} joined')


def take_in(tx, visitor: Visitor, user_id: int, people: list[dict], patient: dict) -> int:
    """Let an account book for a patient: merged with the record that agrees with theirs, or as a relative; the
    patient_id.

    people: the account's own patients (rows of patients/list_of_account), which are kept in step. patient: such a row.
    """
    same = next((each for each in people if agree(each, patient)), None)
    if same:
        values = merging.filled(same, patient)
        merging.merge(tx, visitor, same['patient_id'], patient['patient_id'], values)
        same.update(values)
        return same['patient_id']
    relation = 'relative' if patient['relation'] == 'self' else patient['relation']
    tx.change('patients/set_account', patient_id=patient['patient_id'], user_id=user_id, relation=relation)
    people.append({**patient, 'user_id': user_id, 'relation': relation, 'email': None})
    return patient['patient_id']


def agree(one: dict, other: dict) -> bool:
    """Whether two records (one, other: with relation, full_name, birth_date) are one person's: the name is the same, in
    whatever order, and the birth dates do not disagree.

    Of two who hold an account or came alone, one may lack the birth date. Children and relatives need both: the same or
    both unknown.
    """
    if sorted(names.fold(one['full_name']).split()) != sorted(names.fold(other['full_name']).split()):
        return False
    if one['relation'] == other['relation'] == 'self' and None in (one['birth_date'], other['birth_date']):
        return True
    return one['birth_date'] == other['birth_date']
