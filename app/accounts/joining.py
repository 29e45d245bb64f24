"""Two accounts of one person become one, and so do two records of one patient, whoever's accounts they belong to."""

from app import audit, names
from app.accounts import users
from app.errors import NotFound
from app.visitor import Visitor
from app.visits import merging, writing


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
    _forget_account(tx, accounts[gone_user_id], accounts[kept_user_id])
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


def _forget_account(tx, gone, kept):
    """Delete an account. Sign-ins are remembered by address: those of a common one are the kept account's as well."""
    same = gone['email'] == kept['email']
    users.forget_account(tx, {**gone, 'email': ''} if same else gone)
