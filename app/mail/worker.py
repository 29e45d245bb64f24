"""The loop that sends: claim a mail, look again, talk to the mail server, write down what came of it.

Any number of these may run at once, in `serve` and as `python clinic.py worker`: a mail belongs to whoever claims it,
for the length of a lease. No transaction is open and no row locked while the network is slow.
"""

import logging
import random
import secrets
import threading
import time
from datetime import timedelta

from app import clock, config, database
from app.errors import Busy
from app.mail import addresses, letter, outcomes, reminders
from app.mail.outcomes import Failed, Outcome
from app.mail.smtp import Conversation, Limits

log = logging.getLogger('clinic.mail')

LEASE = timedelta(minutes=20)       # longer than one mail can take (twice Limits.whole, anew on a second connection,
                                    # and Limits.answer)
OLD = timedelta(days=1)             # mail from before there was a mail server, of which admins are asked
LOOK_EVERY = 3                      # seconds between looks into the outbox
BATCH = 20                          # mails over one connection
PAUSE_AFTER_FAILURE = 10            # seconds, so that a database that is away is not called without end
TIDY_EVERY = 30                     # seconds between looking for reminders, lost leases and mail past its time


class Worker:
    """One worker in a thread of its own. Where no mail server is configured it only queues and tidies."""

    def __init__(self, limits: Limits = Limits()):  # noqa: B008  a tuple, which nobody can change
        self.stopping = threading.Event()
        self.conversation = Conversation(config.current(), limits)
        self.thread = threading.Thread(target=self._run, name='mail', daemon=True)

    def start(self):
        self.thread.start()
        return self

    def stop(self, seconds: float = 5):
        """Let it finish the mail it is at, for so many seconds; then hang up, and the mail is tried again later."""
        self.stopping.set()
        self.thread.join(seconds)
        if self.thread.is_alive():
            self.conversation.cut()
            self.thread.join(seconds)

    def _run(self):
        tidied, pause = float('-inf'), 0.0
        while not self.stopping.wait(pause):
            pause = LOOK_EVERY * random.uniform(0.8, 1.2)
            try:
                if tidied < 0:
                    note_server()
                if time.monotonic() - tidied > TIDY_EVERY:
                    tidy()
                    tidied = time.monotonic()
                if config.current().smtp_host:
                    send_due(self.conversation, self.stopping)
            except Busy as busy:
                log.warning('the database is not there: %s', busy)
                pause = PAUSE_AFTER_FAILURE
            except Exception:
                log.exception('sending mail failed')
                pause = PAUSE_AFTER_FAILURE


def note_server():
    """Note at the start whether there is a mail server. Where there was none before, mail that is older than a day is
    held: people do not want last month's confirmations all at once, so an admin decides (app/mail/notifications.py)."""
    now_utc = clock.now_utc()
    if not config.current().smtp_host:
        database.change('mail_queue/note_off', now_utc=now_utc)
    elif database.change('mail_queue/note_on', held_before_utc=now_utc - OLD):
        log.info('there is a mail server now: mail from before %s UTC waits for an admin\'s word', now_utc - OLD)


def tidy():
    """Queue the reminders that are due, put back what a dead worker had, give up what is of no use any more."""
    reminders.queue()
    now_utc = clock.now_utc()
    database.change('notifications/release_leases', now_utc=now_utc, most_tries=outcomes.MOST_TRIES)
    database.change('notifications/expire', now_utc=now_utc)
    database.change('links_mailed/delete_old', now_utc=now_utc)
    database.change('address_links/delete_old', now_utc=now_utc)


def wait(stopping: threading.Event, seconds: float):
    """Wait between two mails, where the provider wants no more than so many a minute."""
    stopping.wait(seconds)


def send_due(conversation: Conversation, stopping: threading.Event | None = None) -> int:
    """Send all mail that is due, until none is, the queue pauses, or stopping is set; how many were dealt with."""
    dealt, stopping = 0, stopping or threading.Event()
    while not stopping.is_set():
        due = database.rows('notifications/list_due', now_utc=clock.now_utc())
        if not due:
            break
        dealt += _send_batch(due, conversation, stopping)
    return dealt


def _send_batch(due, conversation, stopping):
    """Send those of some mails that nobody else takes, up to BATCH of them, over one connection."""
    about, dealt, per_minute = letter.clinic(), 0, config.current().smtp_per_minute
    random.shuffle(due)             # several workers read the same list; this way they rarely reach for the same mail
    due.sort(key=lambda row: row['can_wait'])
    try:
        for row in due:
            if stopping.is_set():
                break
            mail = _claim(row['notification_id'])
            if mail:
                paused = _write_down(mail, _deliver(mail, about, conversation), stopping)
                dealt += 1
                if paused or dealt == BATCH:
                    break
                if per_minute:
                    wait(stopping, 60 / per_minute)
    finally:
        conversation.close()
    return dealt


def _claim(notification_id):
    """Take a mail for the length of a lease: its row, or None where another worker was quicker."""
    now_utc = clock.now_utc()
    domain = config.current().mail_from.rpartition('@')[2]
    taken = database.change('notifications/claim', notification_id=notification_id, now_utc=now_utc,
                            lease_until_utc=now_utc + LEASE,
                            message_id=f'<o.{notification_id}.{secrets.token_hex(8)}@{domain}>')
    return database.one('notifications/find', notification_id=notification_id) if taken else None


def _deliver(mail, about, conversation) -> Outcome:
    """Look at the visit and the address once more, then send. mail['recipient'] becomes the address of today."""
    try:
        visit = letter.visit_of(mail)
        present = addresses.present(mail, visit)
        reason = addresses.left(mail, present)
        mail['recipient'] = present or mail['recipient']
        reason = reason or letter.stale(mail, visit)
        if reason:
            return Outcome('expired', None, reason)
        message = letter.message(mail, visit, about)
    except Busy:
        raise
    except Exception as error:
        log.exception('mail %s cannot be written', mail['notification_id'])
        return outcomes.unwritten(error, mail['tries'])
    try:
        return Outcome('sent', *conversation.send(mail['recipient'], message))
    except Failed as failed:
        return outcomes.judge(failed, mail['tries'], mail['unanswered'])


def _write_down(mail, outcome, stopping):
    """Write down what came of a mail. While the database is away it is tried again for as long as the lease lasts:
    what was sent and is not written down goes out a second time."""
    while True:
        try:
            return _write_down_once(mail, outcome)
        except Busy:
            if stopping.wait(LOOK_EVERY) or clock.now_utc() >= mail['lease_until_utc']:
                raise


def _write_down_once(mail, outcome):
    """Whether the queue pauses now."""
    now_utc = clock.now_utc()
    written = database.change(
        'notifications/finish', notification_id=mail['notification_id'], lease_until_utc=mail['lease_until_utc'],
        state=outcome.state, uncounted=int(not outcome.counts), last_code=outcome.code, last_answer=outcome.answer,
        next_try_utc=now_utc + (outcome.wait or timedelta()) if outcome.state == 'pending' else now_utc,
        sent_utc=now_utc if outcome.state == 'sent' else None, recipient=mail['recipient'],
        doubted=int(outcome.doubted), unanswered=int(outcome.unanswered))
    log.info('mail %s (%s): %s %s', mail['notification_id'], mail['kind'], outcome.state, outcome.code or '')
    if not written:
        log.warning('mail %s: its lease ran out while it was being sent', mail['notification_id'])
    if outcome.state == 'failed':
        database.change('calls/note_undelivered', notification_id=mail['notification_id'], now_utc=now_utc)
        log.warning('mail %s (%s) is given up, answer %s', mail['notification_id'], mail['kind'],
                    outcome.code or 'none')
    return _note(outcome, now_utc)


def _note(outcome, now_utc):
    """What an outcome means for the queue: that mail is taken, that it pauses, or nothing. Whether it pauses."""
    if outcome.state == 'sent':
        database.change('notifications/end_doubts')
        database.change('mail_queue/note_success')
        return False
    if outcome.pause:
        _pause(outcome.pause, outcome, now_utc)
    elif outcome.doubted and database.value('notifications/count_doubted') >= outcomes.IN_A_ROW:
        _pause(outcomes.EVERYBODY, outcome, now_utc)
        database.change('notifications/give_back', now_utc=now_utc, most_tries=outcomes.MOST_UNANSWERED)
    else:
        return False
    return True


def _pause(pause, outcome, now_utc):
    length = outcomes.length(pause, database.one('mail_queue/find')['pauses'])
    reason = outcomes.reason(pause, outcome)
    database.change('mail_queue/pause', now_utc=now_utc, paused_until_utc=now_utc + length, pause_reason=reason)
    log.warning('the mail queue pauses for %s: %s', length,     # an answer about a recipient may name them
                f'{pause.reason}, answer {outcome.code or "none"}' if outcome.doubted else reason)
