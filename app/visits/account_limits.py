"""How many visits one account may have ahead, and how much it may do in a day. This binds patients, not the clinic.

Anybody can open an account in a minute. So an account that nobody knows can take little from others: one visit while
its address is not proven, and a few until somebody of it was here.
"""

from datetime import timedelta

from app import clock, config
from app.errors import Refused
from app.the_clinic import Clinic
from app.visitor import Visitor

UNPROVEN_LIMIT = 1              # the first booking takes no step more than it must
NEW_LIMIT = 3                   # a check-up and what it leads to; a clinic that allows fewer has its own limit
MOST_ACTS = 20                  # of each kind in A_DAY: more than a family needs, less than fills somebody's week
A_DAY = timedelta(hours=24)
DONE = {'booked': ('booked', 'book'), 'moved': ('moved', 'move')}      # action of the history → words for it


def is_reached(taken: dict) -> bool:
    """Whether an account has as many visits ahead as it may. taken: the row of availability/check_taken."""
    return taken['account_visits_ahead'] >= _limit(taken)


def sentence(taken: dict) -> str:
    """What an account hears that has as many visits ahead as it may. taken: the row of availability/check_taken."""
    if not taken['account_is_proven']:
        first = ('Please first open the link that we e-mailed to you.' if config.sends_mail() else
                 'The front desk must confirm your e-mail address first.')
        return f'{first} Until then you can have one upcoming visit.'
    limit = _limit(taken)
    if limit < taken['account_visits_limit']:
        return f'You can have {_visits(limit)} until your first visit has taken place.'
    return f'One account can have at most {_visits(limit)}.'


def sentence_for_staff(taken: dict) -> str:
    """The same for the desk, which reads it as a hint. taken: the row of availability/check_taken."""
    if not taken['account_is_proven']:
        return 'This patient\'s account has a visit ahead, and its e-mail address is not confirmed yet.'
    limit = _limit(taken)
    until = ' until its first visit has taken place' if limit < taken['account_visits_limit'] else ''
    return f'This patient\'s account can have {_visits(limit)}{until}, and it has that many.'


def _limit(taken):
    if not taken['account_is_proven']:
        return UNPROVEN_LIMIT
    most = taken['account_visits_limit']
    return most if taken['account_is_known'] else min(NEW_LIMIT, most)


def _visits(number):
    return f'{number} upcoming visit{"" if number == 1 else "s"}'


def refuse_many(tx, visitor: Visitor, action: str):
    """Raise Refused (429) where a patient's account has done this MOST_ACTS times within A_DAY: when it can go on.

    tx: the transaction that has locked the account. action: 'booked' or 'moved', of the visits' history.
    """
    if not visitor.is_patient or not visitor.user_id:
        return
    earlier_utc = tx.value('appointment_history/find_earlier_act', user_id=visitor.user_id, action=action,
                           acts_since=MOST_ACTS - 1)
    now_utc = clock.now_utc()
    if not earlier_utc or earlier_utc + A_DAY <= now_utc:
        return
    clinic, again_utc = Clinic.of(tx.one('settings/find')), earlier_utc + A_DAY
    done, do = DONE[action]
    again = clinic.written.moment(clock.to_local(again_utc + timedelta(minutes=1)))
    raise Refused(f'You have {done} {MOST_ACTS} visits within 24 hours. You can {do} visits again from {again}. '
                  f'If you need one sooner, please call us{": " + clinic.phone if clinic.phone else ""}.', 429,
                  rule='acts_a_day', retry_after=int((again_utc - now_utc).total_seconds()) + 1)
