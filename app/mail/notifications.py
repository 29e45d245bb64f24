"""What admins do with mail at /admin/notifications. Each act is one transaction with its audit."""

from app import audit, clock, database
from app.errors import NotFound, Refused
from app.mail import letter, outbox
from app.visitor import Visitor

USELESS = 'This e-mail is no longer useful, or it is being sent now. Open the account to send a new link.'


def find(notification_id: int) -> dict:
    """One mail, the row of notifications/find with letter (words.Letter) and text: what it says, as of now.

    A one-time link is not shown: whoever can read it could take the account over. Raises NotFound.
    """
    mail = database.one('notifications/find', notification_id=notification_id)
    if not mail:
        raise NotFound()
    about = letter.clinic()
    words = letter.words_of(mail, letter.visit_of(mail), about, token=None)
    return {**mail, 'letter': words, 'text': letter.text(words, about)}


@database.retried
def send_again(visitor: Visitor, notification_id: int):
    """Send a mail once more, from its first try on. Raises Refused (409) where that would be of no use, NotFound."""
    with database.transaction() as tx:
        if not tx.change('notifications/send_again', notification_id=notification_id, now_utc=clock.now_utc()):
            _refuse(tx, notification_id, USELESS)
        audit.record(tx, visitor, 'mail sent again', 'notifications', notification_id)


@database.retried
def send_all_again(visitor: Visitor):
    """Send all mail once more that was given up and may still be of use; the worker looks at each of it anew."""
    with database.transaction() as tx:
        number = tx.change('notifications/send_failed_again', now_utc=clock.now_utc())
        audit.record(tx, visitor, 'given-up mail sent again', 'mail_queue', 1, f'{number} mails')


@database.retried
def decide_on_held(visitor: Visitor, send: bool):
    """Send, or drop, the mail that is held since there is a mail server. What is of no use any more is sent neither
    way."""
    with database.transaction() as tx:
        held_before_utc = tx.one('mail_queue/find')['held_before_utc']
        if held_before_utc and not send:
            tx.change('notifications/drop_held', held_before_utc=held_before_utc)
        tx.change('mail_queue/release')
        audit.record(tx, visitor, 'held mail sent' if send else 'held mail dropped', 'mail_queue', 1)


@database.retried
def cancel(visitor: Visitor, notification_id: int):
    """Take back a mail that waits, or put aside one that was given up. Raises Refused (409), NotFound."""
    with database.transaction() as tx:
        if not tx.change('notifications/cancel', notification_id=notification_id):
            _refuse(tx, notification_id, 'This e-mail is no longer waiting.')
        audit.record(tx, visitor, 'mail cancelled', 'notifications', notification_id)


@database.retried
def resume(visitor: Visitor):
    """Let mail go out again, after whatever had paused the queue was mended."""
    with database.transaction() as tx:
        tx.change('mail_queue/resume')
        audit.record(tx, visitor, 'mail resumed', 'mail_queue', 1)


@database.retried
def send_test(visitor: Visitor) -> int:
    """Queue a test mail to the admin who asks for it; its notification_id."""
    with database.transaction() as tx:
        audit.record(tx, visitor, 'test mail sent', 'users', visitor.user_id)
        return outbox.queue_account(tx, 'test', visitor.user_id, visitor.email)


def _refuse(tx, notification_id, sentence):
    if not tx.one('notifications/find', notification_id=notification_id):
        raise NotFound()
    raise Refused(sentence, 409)
