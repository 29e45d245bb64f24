"""A forgotten password: a one-time link by mail, without telling anybody which e-mail addresses have an account.

Known and unknown addresses get the same answer, after the same time: no mail is sent before the answer, and what the
few more statements for a known one take is hidden by waiting until a fixed time has passed.
"""

import threading
import time
from datetime import timedelta

from app import audit, clock, database
from app.accounts import attempts, one_time_links
from app.accounts.turns import turn
from app.mail import outbox
from app.visitor import Visitor

SECONDS = 0.4                       # until the answer, far more than all the statements take
AT_ONCE = 1                         # who waits so long keeps a thread of the web server from the pages

_places = threading.BoundedSemaphore(AT_ONCE)


def ask(visitor: Visitor, email: str):
    """Mail a link to set a new password, if the e-mail address has an open account.

    Raises Refused (429) after too many, Busy where too many ask at the same moment.
    """
    attempts.begin_form(visitor.ip)
    with turn(_places):
        started = time.monotonic()
        try:
            _queue(visitor, email)
        finally:
            time.sleep(max(0.0, SECONDS - (time.monotonic() - started)))


@database.retried
def _queue(visitor, email):
    now_utc = clock.now_utc()
    with database.transaction() as tx:
        account = tx.one('users/find_for_reset', email=email)
        user_id = account['user_id'] if account else None
        audit.record(tx, visitor, 'password link asked for', 'users', user_id)
        may_mail = outbox.may_mail_link(tx, email, is_reset=True)       # unknown ones are counted just the same
        if account and may_mail:
            token = one_time_links.make(tx, user_id, 'reset')
            outbox.queue_account(tx, 'password_reset', user_id, email, token,
                                 now_utc + timedelta(minutes=one_time_links.VALID_MINUTES['reset']))
