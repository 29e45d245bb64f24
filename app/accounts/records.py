"""Records that the front desk made, offered to the account that proves the e-mail address they carry.

Whoever holds a mailbox need not be the patient: a son may read his mother's mail. So no more than initials are shown
before the birth date was given, and a wrong one can be given three times a day.
"""

from datetime import date, timedelta

from app import audit, clock, database
from app.accounts import joining, profile
from app.errors import NotFound, Refused
from app.visitor import Visitor

TRIES = 3                       # wrong birth dates, by one account or for one record
COUNTED = timedelta(days=1)
ASK_AT_THE_DESK = 'Please ask at the front desk.'
WRONG = 'This is not the date of birth in the record.'


def list_offered(visitor: Visitor) -> list[dict]:
    """The records that may be the visitor's: patient_id, initials, can_be_claimed (False: it has no birth date)."""
    return [{'patient_id': row['patient_id'], 'initials': first_letters(row['full_name']),
             'can_be_claimed': row['can_be_claimed']}
            for row in database.rows('patients/list_offered', user_id=visitor.user_id)]


def find_offered(visitor: Visitor, patient_id: int) -> dict:
    """One of the rows of list_offered(). Raises NotFound."""
    found = next((row for row in list_offered(visitor) if row['patient_id'] == patient_id), None)
    if not found:
        raise NotFound()
    return found


def first_letters(full_name: str) -> str:
    """The first letter of each name: O. O."""
    return ' '.join(f'{word[0].upper()}.' for word in full_name.split())


def claim(visitor: Visitor, patient_id: int, birth_date: date):
    """Take a record over that was offered: into the visitor's own record, or as a relative's (joining.take_in).

    Raises NotFound where it is not offered; Refused: 422 for a wrong birth date or a record without one, 429 after too
    many wrong ones, 409 where two visits are at the same time.
    """
    wrong = _claim(visitor, patient_id, birth_date)
    if wrong is not None:           # counted in a transaction that stays
        left = TRIES - wrong
        more = f'You can try {left} more {"time" if left == 1 else "times"} today.' if left > 0 else ASK_AT_THE_DESK
        raise Refused({'birth_date': f'{WRONG} {more}'})


@database.retried
def _claim(visitor, patient_id, birth_date):
    """None once the record is theirs; else how many wrong birth dates there were in a day, with this one."""
    with database.transaction() as tx:
        record, wrong = _lock_offered(tx, visitor, patient_id)
        if wrong >= TRIES:
            raise Refused(f'The date of birth was wrong {TRIES} times today. {ASK_AT_THE_DESK}', 429)
        if not record['birth_date']:
            raise Refused(f'This record has no date of birth. {ASK_AT_THE_DESK}')
        if record['birth_date'] != birth_date:
            audit.record(tx, visitor, 'record not recognised', 'patients', patient_id)
            return wrong + 1
        people = tx.rows('patients/list_of_account', user_id=visitor.user_id)
        if len(people) >= profile.MOST_PATIENTS and not any(joining.agree(each, record) for each in people):
            raise Refused(f'One account can book for at most {profile.MOST_PATIENTS} people. {ASK_AT_THE_DESK}')
        kept_id = joining.take_in(tx, visitor, visitor.user_id, people, record)
        audit.record(tx, visitor, 'record claimed', 'patients', kept_id)


@database.retried
def decline(visitor: Visitor, patient_id: int):
    """Take a record off the list: the visitor says that it is not theirs. Raises NotFound where it is not offered."""
    with database.transaction() as tx:
        _lock_offered(tx, visitor, patient_id)
        tx.change('patients/decline', user_id=visitor.user_id, patient_id=patient_id)
        audit.record(tx, visitor, 'record declined', 'patients', patient_id)


def _lock_offered(tx, visitor, patient_id):
    """Lock the patients of the account, an offered record and the account, so that tries are counted one by one.

    Gives the row of patients/find_offered, and how many wrong birth dates were given in a day.
    """
    tx.rows('patients/lock_of_account', user_id=visitor.user_id)
    tx.one('patients/lock', patient_id=patient_id)
    tx.one('users/lock', user_id=visitor.user_id)
    record = tx.one('patients/find_offered', patient_id=patient_id, user_id=visitor.user_id)
    if not record:
        raise NotFound()
    return record, tx.value('audit_log/count_wrong_claims', user_id=visitor.user_id, patient_id=patient_id,
                            since_utc=clock.now_utc() - COUNTED)
