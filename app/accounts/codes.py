"""Judging a code: one from the app of an account, or a recovery code on paper. Each works once.

Wrong codes are slowed down by a counter of the account's own. Only who has the password gets so far, so no stranger can
lock anybody out. All of it runs in a transaction that has locked the account.
"""

import logging
import secrets
from datetime import timedelta

from app import audit, clock, request_log, tokens
from app.accounts import attempts, totp
from app.errors import Refused
from app.mail import links, outbox
from app.visitor import Visitor

log = logging.getLogger('clinic.accounts')

TRIES = (5, 5, 300)                     # wrong ones: limits of attempts.wait()
COUNTED = timedelta(days=1)             # after so long without a wrong code the count begins anew
RECOVERY_CODES = 10
RECOVERY_DIGITS = 20                    # 66 bits, on the same keyboard as the codes of an app

WRONG = 'This code is not right, or it was used before. Please type the code that your app shows now.'
NONE = 'This account does not use a code from an app.'
UNREADABLE = ('The clinic cannot check codes from your app any more, because its secret key was changed. Please use a '
              'recovery code, or ask an admin to remove the code from your account.')


def judge(tx, owner: Visitor, account: dict, code: str) -> Refused | None:
    """Use up a code of an account (the row of users/lock, which is locked). None, or why it is refused.

    A wrong code is 422 and counted, one that comes too early 429. It is 409 where no code can be judged. The caller
    raises it after the transaction, or the count would be undone.
    """
    user_id, now_utc = account['user_id'], clock.now_utc()
    factor = tx.one('second_factors/find', user_id=user_id)
    if not factor or not factor['confirmed_utc']:
        return Refused(NONE, 409)
    if seconds := attempts.wait(factor['failures'], factor['failed_utc'], TRIES, now_utc):
        return Refused(f'Too many wrong codes. Please wait {seconds} seconds, then try again.', 429,
                       retry_after=seconds)
    if len(code) == RECOVERY_DIGITS:
        right = _use_recovery_code(tx, owner, account, code)
    else:
        key = key_of(user_id, factor)
        if not key:
            return Refused(UNREADABLE, 409)
        step = totp.matching_step(key, code, now_utc)
        right = step is not None and tx.change('second_factors/use', user_id=user_id, step=step)
    request_log.add('code', f'{"right" if right else "wrong"}:{user_id}')
    if right:
        tx.change('second_factors/note_right', user_id=user_id)
        return None
    tx.change('second_factors/note_wrong', user_id=user_id, now_utc=now_utc, since_utc=now_utc - COUNTED)
    return Refused({'code': WRONG})


def _use_recovery_code(tx, owner, account, code):
    used = tx.change('recovery_codes/use', user_id=account['user_id'], code_hash=tokens.digest(code),
                     now_utc=clock.now_utc())
    if used:
        tell(tx, 'recovery_code_used', account)
        audit.record(tx, owner, 'recovery code used', 'users', account['user_id'])
    return used


def tell(tx, kind: str, account: dict):
    """Mail the owner of an account (the row of users/lock) about its second factor, if the address is proven to be
    theirs: nobody causes mail to an address that is perhaps somebody else's."""
    if account['email_is_proven']:
        outbox.queue_account(tx, kind, account['user_id'], account['email'])


def make_recovery_codes(tx, user_id: int) -> list[str]:
    """Make recovery codes for a second factor: 20 digits each. Only what they hash to is kept."""
    made = [f'{secrets.randbelow(10 ** RECOVERY_DIGITS):0{RECOVERY_DIGITS}}' for _ in range(RECOVERY_CODES)]
    for code in made:
        tx.change('recovery_codes/insert', user_id=user_id, code_hash=tokens.digest(code))
    return made


def key_of(user_id: int, factor: dict) -> str | None:
    """The key of an account's factor (the row of second_factors/find).

    None where CLINIC_SECRET is another one since, as after restoring a backup elsewhere: the log says so.
    """
    key = links.unseal(factor['sealed_key'], _sealing(user_id, factor['sealed_for']))
    if not key:
        log.warning('the second factor of account %s cannot be read: CLINIC_SECRET is not the one that it was set up '
                    'with; an admin, or clinic.py remove-second-factor, can remove it', user_id)
    return key


def sealed(user_id: int, key: str) -> dict:
    """A key as the table keeps it: sealed_key, sealed_for."""
    sealed_for = tokens.new()
    return {'sealed_key': links.seal(key, _sealing(user_id, sealed_for)), 'sealed_for': sealed_for}


def _sealing(user_id, sealed_for):
    return f'second_factor:{user_id}:{sealed_for}'
