"""What admins do to accounts: closing, reopening, deleting them, and what it takes to forget somebody. (Opening and
changing accounts is app/accounts/enrolment.py, handing visits over to a colleague app/visits/handover.py.)

Every act first locks all it touches, in one order: patients, staff, the admins, the account. So two admins who close
each other's account at the same moment come one after the other, and one active admin remains. Nobody ever chooses
another's password: a new or lost one is set by its owner, through a one-time link. Each act is one transaction with
its audit.
"""

from datetime import timedelta

from app import audit, clock, config, database
from app.accounts import address_links, one_time_links, sessions
from app.errors import Forbidden, NotFound, Refused
from app.mail import outbox
from app.visitor import Visitor
from app.visits import writing

REMOVED = '@removed.invalid'        # ends the address of an account that was deleted but whose name had to stay
LAST_ADMIN = 'This is the last admin who can sign in. Make somebody else an admin first.'
SELF = 'This is your own account. Another admin has to do this.'


@database.retried
def close(visitor: Visitor, user_id: int):
    """Deactivate an account: its sessions end at once, its links stop working. Visits stay as they are."""
    with database.transaction() as tx:
        account = hold(tx, visitor, user_id)
        refuse_unless_an_admin_stays(account)
        refuse_self(visitor, user_id)
        tx.change('users/set_active', user_id=user_id, is_active=False)
        tx.change('password_resets/delete_of_user', user_id=user_id)
        address_links.void(tx, user_id)
        sessions.end_all(tx, user_id)
        audit.record(tx, visitor, 'account deactivated', 'users', user_id)


@database.retried
def reopen(visitor: Visitor, user_id: int):
    """Activate an account again. Raises Refused for one whose e-mail address was removed."""
    with database.transaction() as tx:
        account = hold(tx, visitor, user_id)
        if account['email'].endswith(REMOVED):
            raise Refused({'email': 'This account was deleted. Give it an e-mail address first.'})
        tx.change('users/set_active', user_id=user_id, is_active=True)
        audit.record(tx, visitor, 'account reactivated', 'users', user_id)


@database.retried
def send_link(visitor: Visitor, user_id: int) -> str | None:
    """Send somebody a one-time link to set a password; the link's token where it has to be shown instead."""
    with database.transaction() as tx:
        account = hold(tx, visitor, user_id)
        if not account['is_active']:
            raise Refused('This account is deactivated. Reactivate it first.')
        kind, purpose = ('password_reset', 'reset') if account['has_password'] else ('account_created', 'invite')
        audit.record(tx, visitor, 'password link made', 'users', user_id)
        return hand_over_link(tx, kind, user_id, account['email'], purpose)


@database.retried
def end_sessions(visitor: Visitor, user_id: int):
    """Sign somebody out everywhere; oneself everywhere else."""
    with database.transaction() as tx:
        hold(tx, visitor, user_id)
        sessions.end_all(tx, user_id, visitor.session_id)
        audit.record(tx, visitor, 'sessions ended', 'users', user_id)


@database.retried
def delete(visitor: Visitor, user_id: int) -> bool:
    """Delete an account with all that the page before it announces; False where the name stays with past visits.

    Its patients are forgotten, their coming visits cancelled. Raises NotFound, Forbidden, and Refused for oneself, the
    last admin, and staff with visits ahead.
    """
    with database.transaction() as tx:
        account = hold(tx, visitor, user_id)
        refuse_unless_an_admin_stays(account)
        refuse_self(visitor, user_id)
        name_stays = bool(account['staff_id']) and _let_go(tx, account['staff_id'])
        for patient_id in account['patients']:
            cancel_ahead(tx, visitor, patient_id)
            forget_patient(tx, patient_id)
        forget_account(tx, user_id, name_stays)
        audit.record(tx, visitor, 'account deleted', 'users', user_id,
                     account['role'] if account['role'] == 'patient' else f'{account["role"]}: {account["full_name"]}')
        return not name_stays


@database.retried
def forget(visitor: Visitor, patient_id: int):
    """Forget a patient without an account, and cancel their coming visits.

    Raises NotFound, Forbidden; Refused (409) where an account books for them, or while they are in the clinic.
    """
    with database.transaction() as tx:
        patient = tx.one('patients/lock', patient_id=patient_id)
        if not patient:
            raise NotFound()
        refuse_unless_admin(visitor, tx.rows('users/lock_admins'))
        if patient['user_id']:
            raise Refused('This patient belongs to an account. Delete the account.', 409)
        cancel_ahead(tx, visitor, patient_id, 'Patient forgotten')
        forget_patient(tx, patient_id)
        audit.record(tx, visitor, 'patient forgotten', 'patients', patient_id)


def _let_go(tx, staff_id):
    """Take a staff record away, or out of what can be booked where past visits need it; whether it stays."""
    counted = tx.one('staff/count_visits', staff_id=staff_id, now=clock.now())
    if counted['ahead']:
        raise Refused('This member of staff has upcoming visits. Please reassign them first.', 409)
    if counted['visits']:
        tx.change('staff/retire', staff_id=staff_id)
        return True
    tx.change('staff/delete', staff_id=staff_id)
    return False


def cancel_ahead(tx, visitor: Visitor, patient_id: int, reason: str = 'Account closed'):
    """Cancel a patient's coming visits, inside a transaction that has locked the patient. Raises Refused (409) while
    the patient is in the clinic. The staff are told; the patient is not: the email is about to be forgotten."""
    now = clock.now()
    for visit in tx.rows('appointments/list_ahead_of_patient', patient_id=patient_id, today=now.date(), now=now):
        if visit['status'] == 'arrived':
            raise Refused('A patient of this account is in the clinic now. Please finish that visit first.', 409)
        writing.set_status(tx, visitor, visit, 'cancelled', reason, tell_patient=False)


def forget_patient(tx, patient_id: int):
    """Forget who a patient was, inside a transaction: name, birth date, contact, words, mail. Visits still count.

    Lock the patient and decide on the coming visits (cancel_ahead) first.
    """
    tx.change('notifications/delete_of_patient', patient_id=patient_id)
    tx.change('appointment_history/forget_words', patient_id=patient_id)
    tx.change('appointments/forget_words', patient_id=patient_id)
    tx.change('audit_log/forget_details', subject='patients', subject_id=patient_id)
    tx.change('imports/forget_patient', patient_id=patient_id)
    tx.change('patients/forget_apart', patient_id=patient_id)
    tx.change('patients/forget_declined', patient_id=patient_id)
    tx.change('patients/forget', patient_id=patient_id, now_utc=clock.now_utc())


def forget_account(tx, user_id: int, name_stays: bool = False):
    """Delete an account with all that belongs to it, inside a transaction: sessions, second factor, links, mail, and
    the sign-ins that were tried at its address, if that is proven.

    name_stays: keep its row and name for past visits, without e-mail address, phone and password.
    """
    tx.change('sign_in_attempts/delete_of_account', user_id=user_id)
    tx.change('audit_log/forget_details', subject='users', subject_id=user_id)
    tx.change('audit_log/forget_address', user_id=user_id)
    tx.change('notifications/delete_of_account', user_id=user_id)
    if name_stays:
        tx.change('users/remove', user_id=user_id)
        tx.change('password_resets/delete_of_user', user_id=user_id)
        tx.change('agreements/delete_of_user', user_id=user_id)
        address_links.void(tx, user_id)
        tx.change('second_factors/delete', user_id=user_id)
        sessions.end_all(tx, user_id)
    else:
        tx.change('users/delete', user_id=user_id)


def hold_own(tx, user_id: int) -> dict:
    """Lock an account and its patients, in the one order, for its owner or for the desk: the row of users/lock with
    patients (keys). Raises NotFound."""
    patients = tx.rows('patients/lock_of_account', user_id=user_id)
    account = tx.one('users/lock', user_id=user_id)
    if not account:
        raise NotFound()
    return {**account, 'patients': [row['patient_id'] for row in patients]}


def forget_all(tx, owner: Visitor, account: dict):
    """Cancel the coming visits of a patient's account (of hold_own), and forget its patients and the account.

    Raises Refused (409) while one of them is in the clinic.
    """
    for patient_id in account['patients']:
        cancel_ahead(tx, owner, patient_id)
        forget_patient(tx, patient_id)
    forget_account(tx, account['user_id'])


def hold(tx, visitor: Visitor, user_id: int) -> dict:
    """Lock all that belongs to an account, in the one order; the row of users/lock with staff_id, patients (keys) and
    other_admins (how many could still sign in). Raises NotFound, and Forbidden for who is no admin any more."""
    patients = tx.rows('patients/lock_of_account', user_id=user_id)
    record = tx.one('staff/lock_of_account', user_id=user_id)
    admins = tx.rows('users/lock_admins')
    account = tx.one('users/lock', user_id=user_id)
    if not account:
        raise NotFound()
    refuse_unless_admin(visitor, admins)
    return {**account, 'staff_id': record and record['staff_id'], 'patients': [row['patient_id'] for row in patients],
            'other_admins': sum(1 for row in admins if row['can_sign_in'] and row['user_id'] != user_id)}


def refuse_unless_admin(visitor: Visitor, admins: list[dict]):
    """Raise Forbidden unless the visitor is among the locked admins: another may have closed the account just now."""
    if not any(row['user_id'] == visitor.user_id and row['can_sign_in'] for row in admins):
        raise Forbidden()


def refuse_unless_desk(tx, visitor: Visitor):
    """Raise NotFound for who does not see everybody's visits, as the desk and admins do: to them there is nothing here.

    tx: a transaction, or the module app.database.
    """
    if not tx.value('staff/find_sees_all', user_id=visitor.user_id):
        raise NotFound()


def refuse_self(visitor: Visitor, user_id: int, field: str = ''):
    """Raise Refused where somebody would do this to their own account."""
    if visitor.user_id == user_id:
        raise Refused({field: SELF})


def refuse_unless_an_admin_stays(account: dict, field: str = ''):
    """Raise Refused (409) where nobody could administer the clinic any more. account: from hold()."""
    if account['role'] == 'admin' and not account['other_admins']:
        raise Refused({field: LAST_ADMIN}, 409)


def hand_over_link(tx, kind: str, user_id: int, email: str, purpose: str) -> str | None:
    """Mail a one-time link, or give its token to be shown once where the clinic sends no mail."""
    token = one_time_links.make(tx, user_id, purpose)
    if not config.sends_mail():
        return token
    ends_utc = clock.now_utc() + timedelta(minutes=one_time_links.VALID_MINUTES[purpose])
    outbox.queue_account(tx, kind, user_id, email, token, ends_utc)
    return None
