"""What a mail server's answer means: for the mail, and for the queue as a whole.

    no answer, 4xx              the mail waits and is tried again, less and less often, for a day
    5xx about the recipient     the mail is given up
    421, 454, the daily limit   the whole queue pauses; the mail loses no try, for nothing is wrong with it
    a refused password          the same, and an admin has to see to it
"""

import random
import re
from datetime import timedelta
from typing import NamedTuple

MINUTES = (1, 5, 15, 60, 180, 360, 720)         # after the first try, the second…; after the last the mail is given up
MOST_TRIES = len(MINUTES) + 1

BUSY = timedelta(minutes=5)
UNREACHABLE = timedelta(minutes=1)              # one mail a minute finds out whether the server is back
LIMIT = timedelta(hours=2)                      # Gmail counts the last 24 hours, so some room comes back by and by
REFUSED = timedelta(hours=1)                    # until somebody mends the settings and presses Resume

_ENHANCED = re.compile(r'\b[245]\.\d{1,3}\.\d{1,3}\b')


class Failed(Exception):
    """A mail that was not taken.

    stage: 'settings', 'connect', 'sign_in', 'sender', 'recipient' or 'content'. code: the SMTP reply's, or None
    without a reply. answer: the reply's text, or what happened instead, in words.
    """

    def __init__(self, stage: str, code: int | None, answer: str):
        self.stage, self.code, self.answer = stage, code, answer
        super().__init__(f'{stage}: {code or "no reply"} {answer}')


class Outcome(NamedTuple):
    """What came of a mail. state: sent, pending, failed or expired. counts: whether a try was used up."""

    state: str
    code: int | None = None
    answer: str | None = None
    counts: bool = True
    pause: timedelta | None = None              # of the whole queue
    reason: str = ''                            # of the pause, for admins


def judge(failed: Failed, tries: int) -> Outcome:
    """What follows from a failure; tries: how often this mail was tried, this time included."""
    pause, reason, counts = _pause(failed)
    if pause and not counts:
        return Outcome('pending', failed.code, failed.answer, False, pause, reason)
    permanent = failed.code is not None and failed.code >= 500
    state = 'failed' if permanent or tries >= MOST_TRIES else 'pending'
    return Outcome(state, failed.code, failed.answer, True, pause, reason)


def wait(tries: int) -> timedelta:
    """How long a mail waits after so many tries, give or take a fifth, so that mails do not come back all at once."""
    minutes = MINUTES[min(tries, len(MINUTES)) - 1]
    return timedelta(seconds=round(minutes * 60 * random.uniform(0.8, 1.2)))


def _pause(failed):
    """For how long the queue pauses, why, and whether the mail loses a try by it."""
    code, said = failed.code, f'{failed.code or ""} {failed.answer}'.strip()
    enhanced = _ENHANCED.search(failed.answer)
    if failed.stage == 'settings':
        return REFUSED, f'The mail settings do not fit the server: {said}', False
    if code is None:
        if failed.stage in ('connect', 'sign_in'):
            return UNREACHABLE, f'The mail server cannot be reached: {said}', True
        return None, '', True
    if code in (421, 454):
        return BUSY, f'The mail server asks us to come back later: {said}', False
    if code == 550 and enhanced and enhanced[0] == '5.4.5':
        return LIMIT, f'The daily limit of the mail account is reached: {said}', False
    if code in (530, 534, 535, 538) or (failed.stage == 'sign_in' and code >= 500):
        return REFUSED, f'The mail server refuses our user name or password: {said}', False
    if failed.stage in ('connect', 'sign_in'):
        return (BUSY if code < 500 else REFUSED), f'The mail server does not talk to us: {said}', False
    if failed.stage == 'sender' and code >= 500 and code != 552:
        return REFUSED, f'The mail server does not take mail from our address: {said}', False
    return None, '', True
