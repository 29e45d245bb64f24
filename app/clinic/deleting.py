"""Deleting what is kept no longer, once a day. Every `serve` and `worker` looks whether it is due; one of them does it.

It goes by small portions, each a transaction of its own, with a pause between them: so nobody who books waits for it.
What is cut short is taken up again, for what was deleted needs no second look. Visits and their history are never
deleted: a patient who is forgotten leaves visits without a name, which still count.
"""

import logging
import threading
from collections.abc import Callable
from datetime import datetime, timedelta

from app import audit, clock, database
from app.accounts import users
from app.clinic import retention

log = logging.getLogger('clinic.retention')

PORTION = 500           # rows that one statement deletes
PEOPLE = 50             # patients or accounts that are listed at a time; each is a transaction
PAUSE = 0.1             # seconds between two portions
EVERY, CUT_SHORT = timedelta(days=1), timedelta(hours=1)


def if_due(stopping: threading.Event | None = None) -> dict[str, int] | None:
    """Delete what is too old if it is time to, and nobody else does; how much of each kind, or None."""
    now_utc = clock.now_utc()
    if not database.change('retention/take_turn', now_utc=now_utc, day_ago_utc=now_utc - EVERY,
                           hour_ago_utc=now_utc - CUT_SHORT):
        return None
    stopping, kept, done = stopping or threading.Event(), retention.find(), {}
    for kind in retention.KINDS:
        before_utc = retention.before(kind, kept)
        done[kind.name] = sum(delete(before_utc, stopping) for delete in DELETE[kind.name]) if before_utc else 0
    if stopping.is_set():
        return done             # another takes it up
    database.change('retention/finish_turn', now_utc=clock.now_utc(), **done)
    deleted = ', '.join(f'{name} {amount}' for name, amount in done.items() if amount)
    if deleted:
        log.info('kept no longer, and deleted: %s', deleted)
    return done


def _mail(before_utc, stopping):
    return _portions(lambda: database.change('retention/delete_mail', before_utc=before_utc, now=clock.now(),
                                             limit=PORTION), stopping)


def _audit(before_utc, stopping):
    return _portions(lambda: database.change('retention/delete_audit', before_utc=before_utc, limit=PORTION), stopping)


def _looks(before_utc, stopping):
    return _portions(lambda: database.change('retention/delete_looks', before_utc=before_utc, limit=PORTION), stopping)


def _sign_ins(before_utc, stopping):
    return _portions(lambda: database.change('retention/delete_sign_ins', before_utc=before_utc, limit=PORTION),
                     stopping)


def _portions(delete, stopping):
    """Delete portion by portion until one is not full, or the program stops; how many rows."""
    total, portion = 0, PORTION
    while portion == PORTION and not stopping.is_set():
        portion = delete()
        total += portion
        if portion == PORTION:
            stopping.wait(PAUSE)
    return total


def _patients(before_utc, stopping):
    """Forget the patients of whom nothing was heard since; how many."""
    total, after_id = 0, 0
    while not stopping.is_set():
        portion = database.rows('retention/list_patients', before_utc=before_utc, after_id=after_id, limit=PEOPLE)
        for row in portion:
            total += _forget(before_utc, row['patient_id'], row['user_id'])
        if len(portion) < PEOPLE:
            break
        after_id = portion[-1]['patient_id']
        stopping.wait(PAUSE)
    return total


@database.retried
def _forget(before_utc: datetime, patient_id: int, user_id: int | None) -> int:
    """Forget a patient, with an account all that belongs to it; how many patients. 0 where somebody came in between."""
    with database.transaction() as tx:
        if user_id:
            patients = [row['patient_id'] for row in tx.rows('patients/lock_of_account', user_id=user_id)]
            account = tx.one('users/lock', user_id=user_id)
        else:
            patients = [patient_id] if tx.one('patients/lock', patient_id=patient_id) else []
            account = None
        heard_at = tx.value('retention/find_last_heard', patient_id=patient_id)
        if patient_id not in patients or heard_at is None or heard_at >= before_utc:
            return 0
        for each in patients:
            users.forget_patient(tx, each)
            audit.record(tx, None, 'patient forgotten', 'patients', each, 'not heard of for as long as data is kept')
        if account:
            users.forget_account(tx, user_id)
            audit.record(tx, None, 'account deleted', 'users', user_id, 'not heard of for as long as data is kept')
        return len(patients)


def _unproven(before_utc, stopping):
    """Delete registrations that nobody proved; how many."""
    total, after_id = 0, 0
    while not stopping.is_set():
        portion = database.rows('retention/list_unproven', before_utc=before_utc, after_id=after_id, limit=PEOPLE)
        for row in portion:
            total += _delete_unproven(before_utc, row['user_id'])
        if len(portion) < PEOPLE:
            break
        after_id = portion[-1]['user_id']
        stopping.wait(PAUSE)
    return total


@database.retried
def _delete_unproven(before_utc: datetime, user_id: int) -> int:
    with database.transaction() as tx:
        patients = tx.rows('patients/lock_of_account', user_id=user_id)
        account = tx.one('users/lock', user_id=user_id)
        if not account or not tx.one('retention/find_unproven', before_utc=before_utc, user_id=user_id)['amount']:
            return 0
        for patient in patients:
            users.forget_patient(tx, patient['patient_id'])
        users.forget_account(tx, user_id)
        audit.record(tx, None, 'account deleted', 'users', user_id, 'the address was never confirmed')
        return 1


# Who deletes what: for each kind of app/clinic/retention.py a tuple, as several tables may be kept equally long.
DELETE: dict[str, tuple[Callable[[datetime, threading.Event], int], ...]] = {
    'mail': (_mail,), 'audit': (_audit, _looks), 'sign_ins': (_sign_ins,), 'patients': (_patients,),
    'unproven': (_unproven,),
}
