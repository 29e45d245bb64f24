"""The outbox: what was mailed, what waits and why, and what can be done about it."""

from app import clock, config, database
from app.errors import Refused
from app.forms.fields import Reader
from app.mail import notifications
from app.visits import record_views
from app.web import paging
from app.web.app import app, form, needs, page, query, see_other, visitor

HOME = '/admin/notifications'
PER_PAGE = 25
STATES = {'pending': 'Waiting', 'sending': 'Being sent', 'sent': 'Sent', 'failed': 'Could not be sent',
          'expired': 'No longer needed', 'cancelled': 'Cancelled'}
KINDS = {'booked': 'Visit booked', 'moved': 'Visit changed', 'cancelled': 'Visit cancelled', 'reminder': 'Reminder',
         'account_created': 'Account created', 'password_reset': 'New password', 'password_changed': 'Password changed',
         'address_proof': 'Address to be confirmed', 'registered_again': 'Registered again',
         'address_change': 'New address to be confirmed', 'address_changed': 'E-mail address changed',
         'second_factor_on': 'Code from an app set up', 'second_factor_off': 'Code from an app removed',
         'recovery_code_used': 'Recovery code used', 'test': 'Test'}


@app.get('/admin/notifications')
@needs('admin')
def show_outbox():
    """All mail, newest first, by state and kind; why sending is paused."""
    return _outbox()


@app.get('/admin/notifications/<notification_id:id>')
@needs('admin')
def show_mail(notification_id):
    """One mail: its text, its tries, the server's last answer."""
    return _mail(notification_id)


@app.post('/admin/notifications/<notification_id:id>/send-again')
@needs('admin')
def send_again(notification_id):
    """Send a mail once more."""
    try:
        notifications.send_again(visitor(), notification_id)
    except Refused as refused:
        return _mail(notification_id, refused)
    return see_other(f'{HOME}/{notification_id}', done='mail_queued')


@app.post('/admin/notifications/<notification_id:id>/cancel')
@needs('admin')
def cancel(notification_id):
    """Take back a mail that waits, or put aside one that was given up."""
    try:
        notifications.cancel(visitor(), notification_id)
    except Refused as refused:
        return _mail(notification_id, refused)
    return see_other(f'{HOME}/{notification_id}', done='mail_cancelled')


@app.post('/admin/notifications/resume')
@needs('admin')
def resume():
    """Let the queue run again."""
    notifications.resume(visitor())
    return see_other(HOME, done='mail_resumed')


@app.post('/admin/notifications/send-all-again')
@needs('admin')
def send_all_again():
    """Send everything again that was given up and may still be of use."""
    notifications.send_all_again(visitor())
    return see_other(HOME, done='given_up_mail_queued')


@app.post('/admin/notifications/held')
@needs('admin')
def decide_on_held():
    """Send or drop the mail from before there was a mail server."""
    read = Reader(form())
    try:
        choice = read.checked(read.choice('held', ('send', 'drop')))
    except Refused as refused:
        return _outbox(refused)
    notifications.decide_on_held(visitor(), choice == 'send')
    return see_other(HOME, done='held_mail_sent' if choice == 'send' else 'held_mail_dropped')


@app.post('/admin/notifications/test')
@needs('admin')
def send_test():
    """Queue a test mail to oneself."""
    notification_id = notifications.send_test(visitor())
    return see_other(f'{HOME}/{notification_id}', done='mail_queued')


def _outbox(refused=None):
    read = Reader(query())
    wanted = {'state': read.choice('state', STATES), 'kind': read.choice('kind', KINDS)}
    limit = paging.count_limit(PER_PAGE)
    at, mails = paging.of(HOME, query(), lambda **part: database.rows('notifications/list_filtered', **wanted, **part),
                          lambda: database.value('notifications/count_filtered', **wanted, limit=limit), size=PER_PAGE)
    return page('admin/notifications/list.tpl', refused, mails=mails, paging=at, form=query(), **_beside())


def _mail(notification_id, refused=None):
    mail = notifications.find(notification_id)
    if mail['patient_id']:
        record_views.note(visitor(), mail['patient_id'])
    return page('admin/notifications/one.tpl', refused, mail=mail, **_beside())


def _beside():
    """What both pages need: the words, whether there is a mail server, what is paused, given up and held."""
    settings, now_utc = config.current(), clock.now_utc()
    queue = database.one('mail_queue/find')
    paused = queue['paused_until_utc'] and queue['paused_until_utc'] > now_utc
    held_before_utc = queue['held_before_utc']
    held = held_before_utc and database.value('notifications/count_held', held_before_utc=held_before_utc,
                                              now_utc=now_utc)
    return {'states': STATES, 'kinds': KINDS, 'to_local': clock.to_local, 'now_utc': now_utc,
            'smtp_host': settings.smtp_host, 'mail_from': settings.mail_from,
            'given_up': database.one('notifications/count_given_up', now_utc=now_utc),
            'held': held, 'held_before_utc': held_before_utc, 'pause': queue if paused else None}
