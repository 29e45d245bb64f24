"""What a mail server's answer means: for the mail, and for the queue as a whole.

    before a recipient was named    it is about the server or about us: the queue pauses, the mail loses no try
    4xx, or no answer, after that   the mail waits and is tried again, less and less often, for five days
    5xx about the recipient         the mail is given up
    5xx that may be about us        as 4xx: relaying, a limit, a policy may look otherwise tomorrow
    five recipients in a row        it is not about them: the queue pauses, and they get their tries back
    the whole mail, and no answer   it may have arrived: tried again after hours, and five times at most

Pauses grow while nothing is taken (mail_queue.pauses) and begin anew with the first mail that is.
"""

import random
import re
from datetime import timedelta
from typing import NamedTuple

# after the first try, the second…; RFC 5321, 4.5.4.1: give up after four to five days
MINUTES = (1, 5, 15, 60, 180, 360, 720, 1440, 1440, 1440, 1440)
MOST_TRIES = len(MINUTES) + 1
UNANSWERED_MINUTES = (15, 360, 1440, 2880)      # each further try may be a second copy
MOST_UNANSWERED = len(UNANSWERED_MINUTES) + 1
IN_A_ROW = 5                                    # recipients; fewer may all be wrong addresses


class Pause(NamedTuple):
    """For how long the queue pauses: the first time, and at most; each further time it is twice as long."""

    first: timedelta
    longest: timedelta
    reason: str


BUSY = Pause(timedelta(seconds=15), timedelta(minutes=15), 'The mail server asks us to come back later')
UNREACHABLE = Pause(timedelta(minutes=1), timedelta(minutes=15), 'The mail server cannot be reached')
EVERYBODY = Pause(timedelta(minutes=1), timedelta(minutes=15), 'The mail server refuses one mail after another')
# Gmail counts the last 24 hours, so some room comes back by and by
LIMIT = Pause(timedelta(hours=2), timedelta(hours=2), 'The daily limit of the mail account is reached')
# until somebody mends the settings and presses Resume
PASSWORD = Pause(timedelta(minutes=5), timedelta(hours=1), 'The mail server refuses our user name or password')
SENDER = Pause(timedelta(minutes=5), timedelta(hours=1), 'The mail server does not take mail from our address')
SILENT = Pause(timedelta(minutes=5), timedelta(hours=1), 'The mail server does not talk to us')
SETTINGS = Pause(timedelta(minutes=5), timedelta(hours=1), 'The mail settings do not fit the server')

_ENHANCED = re.compile(r'\b[245]\.\d{1,3}\.\d{1,3}\b')
_ABOUT_US = re.compile(r'relay|limit|quota|\brate\b|too many|exceed|prohibit|block|policy|authenticat|spam',
                       re.IGNORECASE)


class Failed(Exception):
    """A mail that was not taken.

    stage: 'settings', 'connect', 'sign_in', 'sender', 'recipient', 'content' or 'answer' (the whole mail was sent).
    code: the SMTP reply's, or None without a reply. answer: the reply's text, or what happened instead, in words.
    """

    def __init__(self, stage: str, code: int | None, answer: str):
        self.stage, self.code, self.answer = stage, code, answer
        super().__init__(f'{stage}: {code or "no reply"} {answer}')

    @property
    def names_nobody(self) -> bool:
        """Whether it happened before the recipient was named, so that it cannot be about them."""
        return self.stage in ('settings', 'connect', 'sign_in', 'sender')


class Outcome(NamedTuple):
    """What came of a mail. state: sent, pending, failed or expired."""

    state: str
    code: int | None = None
    answer: str | None = None
    counts: bool = True                         # whether a try was used up
    pause: Pause | None = None                  # of the whole queue
    wait: timedelta | None = None               # of this mail alone
    doubted: bool = False                       # whether it may be the server that takes nobody's mail
    unanswered: bool = False


def judge(failed: Failed, tries: int, unanswered: int = 0) -> Outcome:
    """What follows from a failure.

    tries: how often this mail was tried, this time included. unanswered: how often it was sent without an answer
    before.
    """
    code, answer, pause = failed.code, failed.answer, _pause(failed)
    if failed.stage == 'answer' and code is None:
        return _without_an_answer(failed, unanswered + 1)
    if pause:       # what came after the recipient was named puts the mail behind the others, in case it is about them
        counts = code == 454 and not failed.names_nobody
        return Outcome('pending', code, answer, counts, pause, wait(tries) if counts else None,
                       doubted=not failed.names_nobody)
    final = tries >= MOST_TRIES or (code is not None and code >= 500 and not may_be_about_us(code, answer))
    return Outcome('failed' if final else 'pending', code, answer, wait=wait(tries),
                   doubted=code is None or code >= 500 or code == 421)


def unwritten(error: Exception, tries: int) -> Outcome:
    """What follows where a mail could not even be written: it is tried again, for the program may be mended by then."""
    state = 'failed' if tries >= MOST_TRIES else 'pending'
    return Outcome(state, None, f'It could not be written: {error}'[:400], wait=wait(tries))


def wait(tries: int, minutes: tuple = MINUTES) -> timedelta:
    """How long a mail waits after so many tries, give or take a fifth, so that mails do not come back all at once."""
    return timedelta(seconds=round(minutes[min(tries, len(minutes)) - 1] * 60 * random.uniform(0.8, 1.2)))


def length(pause: Pause, pauses: int) -> timedelta:
    """How long a pause lasts that comes after so many others in a row."""
    return min(pause.first * 2 ** min(pauses, 20), pause.longest)


def reason(pause: Pause, outcome: Outcome) -> str:
    """Why the queue pauses, for admins: with what the server said."""
    answer = f'{outcome.code or ""} {outcome.answer}'.strip()
    return f'{pause.reason}: {answer}'


def _without_an_answer(failed, unanswered):
    sentence = f'The server took the whole mail and did not answer, so it may have arrived. {failed.answer}'
    state = 'failed' if unanswered >= MOST_UNANSWERED else 'pending'
    return Outcome(state, None, sentence, wait=wait(unanswered, UNANSWERED_MINUTES), doubted=True, unanswered=True)


def _pause(failed):
    """The pause that a failure calls for by itself, or None."""
    code, enhanced = failed.code, _ENHANCED.search(failed.answer)
    if failed.stage == 'settings':
        return SETTINGS
    if code is None:
        return UNREACHABLE if failed.names_nobody else None
    if code == 550 and enhanced and enhanced[0] == '5.4.5':
        return LIMIT
    if code in (530, 534, 535, 538) or (failed.stage == 'sign_in' and code >= 500):
        return PASSWORD
    if code == 454 or (failed.names_nobody and code < 500):
        return BUSY
    if failed.names_nobody:
        return SENDER if failed.stage == 'sender' else SILENT
    return None


def may_be_about_us(code, answer):
    """Whether a refusal may be about us and not about the recipient or this mail: what the classes of RFC 3463 say,
    or, without them, the words."""
    enhanced = _ENHANCED.search(answer)
    if enhanced and (enhanced[0][2:4] in ('1.', '2.', '6.') or enhanced[0] == '5.3.4'):
        return False
    of_the_system = enhanced and enhanced[0][2:4] in ('3.', '4.', '5.', '7.')
    return bool(of_the_system or code == 554 or _ABOUT_US.search(answer))


def in_words(code: int | None, answer: str | None) -> str:
    """Why a mail was given up, as a sentence for the desk. code, answer: of the mail server, kept with the mail."""
    enhanced = _ENHANCED.search(answer or '')
    kind = enhanced[0][2:] if enhanced else ''
    if code is None:
        return 'The mail server gave no answer.'
    if code < 500:
        return 'The mail server did not take it, however often we tried.'
    if code == 552 or kind == '2.2':
        return 'The mailbox is full.'
    if kind.startswith(('1.', '2.')) or (not kind and code in (550, 551, 553)):
        return 'There is no such mailbox.'
    return 'The mail server refused the e-mail.'
