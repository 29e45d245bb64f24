"""The outbox: what was mailed, what waits and why, and what can be done about it."""

from app import clock, config, database, forms
from app.errors import Refused
from app.mail import desk
from app.pages import paging
from app.web import again, app, caller, needs, page, query, see_other, visitor

HOME = '/admin/notifications'
PER_PAGE = 25
STATES = {'pending': 'Waiting', 'sending': 'Being sent', 'sent': 'Sent', 'failed': 'Given up',
          'expired': 'No longer needed', 'cancelled': 'Cancelled'}
KINDS = {'booked': 'Visit booked', 'moved': 'Visit changed', 'cancelled': 'Visit cancelled', 'reminder': 'Reminder',
         'account_created': 'Account created', 'password_reset': 'New password', 'password_changed': 'Password changed',
         'address_changed': 'Address changed', 'test': 'Test'}


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
        desk.send_again(visitor(), notification_id, caller()['address'])
    except Refused as refused:
        return _mail(notification_id, refused)
    return see_other(f'{HOME}/{notification_id}', done='mail_queued')


@app.post('/admin/notifications/<notification_id:id>/cancel')
@needs('admin')
def cancel(notification_id):
    """Take back a mail that waits, or put aside one that was given up."""
    try:
        desk.cancel(visitor(), notification_id, caller()['address'])
    except Refused as refused:
        return _mail(notification_id, refused)
    return see_other(f'{HOME}/{notification_id}', done='mail_cancelled')


@app.post('/admin/notifications/resume')
@needs('admin')
def resume():
    """Let the queue run again."""
    desk.resume(visitor(), caller()['address'])
    return see_other(HOME, done='mail_resumed')


@app.post('/admin/notifications/test')
@needs('admin')
def send_test():
    """Queue a test mail to oneself."""
    notification_id = desk.send_test(visitor(), caller()['address'])
    return see_other(f'{HOME}/{notification_id}', done='mail_queued')


def _outbox():
    wanted = {'state': forms.choice(query(), 'state', {}, STATES, required=False),
              'kind': forms.choice(query(), 'kind', {}, KINDS, required=False)}
    total = database.value('notifications/count_filtered', **wanted, limit=paging.count_limit(PER_PAGE))
    pages = paging.of(HOME, query(), total, PER_PAGE)
    mails = database.rows('notifications/list_filtered', **wanted, limit=PER_PAGE, offset=pages.offset)
    return page('admin/notifications.tpl', mails=mails, paging=pages, form=query(), **_beside())


def _mail(notification_id, refused=None):
    values = {'mail': desk.find(notification_id), **_beside()}
    if refused:
        return again('admin/notification.tpl', refused, **values)
    return page('admin/notification.tpl', **values)


def _beside():
    """What both pages need: the words, whether there is a mail server, and the pause, if there is one."""
    settings, now_utc = config.current(), clock.now_utc()
    queue = database.one('mail_queue/find')
    paused = queue['paused_until_utc'] and queue['paused_until_utc'] > now_utc
    return {'states': STATES, 'kinds': KINDS, 'to_local': clock.to_local, 'now_utc': now_utc,
            'mail_is_off': not settings.smtp_host, 'smtp_host': settings.smtp_host, 'mail_from': settings.mail_from,
            'pause': queue if paused else None}
