"""The pages behind the links in mail: one visit, without signing in. They show on GET and act only on POST.

A link opens what its signature names and nothing else (app/mail/links.py). Its holder acts as the patient would: until
the clinic's deadline, by the same rules.
"""

from urllib.parse import urlsplit

from bottle import response

from app import clock, database
from app.errors import Refused
from app.forms import visits as forms
from app.mail import links
from app.pages import moving
from app.visitor import Visitor
from app.visits import details, scheduling
from app.web.app import app, form, needs, page, see_other

LINK = '<appointment_id:id>/<minute:id>/<signature:token>'


@app.get(f'/mail/see/{LINK}')
@needs('anyone')
def see(**link):
    """One visit, from a link in a mail."""
    return _behind('see', link, _visit_page)


@app.get(f'/mail/cancel/{LINK}')
@needs('anyone')
def ask_to_cancel(**link):
    """Whether to cancel a visit, from a link in a mail."""
    return _behind('cancel', link, _cancel_page)


@app.post(f'/mail/cancel/{LINK}')
@needs('anyone')
def cancel(**link):
    """Cancel the visit of a link."""
    return _behind('cancel', link, _cancel)


@app.get(f'/mail/move/{LINK}')
@needs('anyone')
def choose_time(**link):
    """Other times for a visit, from a link in a mail."""
    return _behind('move', link, _move_page)


@app.post(f'/mail/move/{LINK}')
@needs('anyone')
def move(**link):
    """Move the visit of a link to the time that was chosen."""
    return _behind('move', link, _move)


def _behind(purpose, link, show):
    """The page behind a link; its address is a secret: it is told to nobody and kept by no search engine."""
    response.set_header('Referrer-Policy', 'no-referrer')
    response.set_header('X-Robots-Tag', 'noindex, nofollow')
    visit = database.one('appointments/find_for_mail', appointment_id=link['appointment_id'])
    if not visit or not _opens(visit) or not links.is_right(purpose, visit, link['minute'], link['signature']):
        return page('patient/mail_links/void.tpl', status=404)
    return show(visit)


def _opens(visit):
    """Whether a link may open a visit at all: not where the patient is forgotten, or the account behind it closed."""
    return not visit['forgotten_utc'] and (visit['holder_id'] is None or visit['holder_is_active'])


def _visit_page(visit, refused=None):
    return page('patient/mail_links/show.tpl', refused, **_beside(visit))


def _cancel_page(visit, refused=None):
    template = 'patient/mail_links/cancel.tpl' if _may_change(visit) == 'yes' else 'patient/mail_links/show.tpl'
    return page(template, refused, **_beside(visit))


def _cancel(visit):
    try:
        values = forms.read_cancellation(form(), is_clinic=False)
        scheduling.cancel(Visitor.of_link(visit), visit['appointment_id'], **values)
    except Refused as refused:
        return _cancel_page(visit, refused)
    return _back_to(visit, 'visit_cancelled')


def _move_page(visit, refused=None, day=None):
    if _may_change(visit) != 'yes':
        return _visit_page(visit, refused)
    return moving.show(Visitor.of_link(visit), visit, _address('see', visit), refused, day)


def _move(visit):
    day = None
    try:
        wanted = forms.read_move(form(), is_clinic=False)
        day = wanted.starts_at.date()
        scheduling.move(Visitor.of_link(visit), visit['appointment_id'], wanted)
    except Refused as refused:
        return _move_page(visit, refused, day)
    return _back_to(visit, 'visit_moved')


def _back_to(visit, done):
    """Show the visit as it now is, by a link of its own."""
    visit = database.one('appointments/find_for_mail', appointment_id=visit['appointment_id'])
    return see_other(_address('see', visit), done=done)


def _may_change(visit):
    """Whether the patient may change the visit now: 'yes', 'too_late' or 'no'."""
    return details.may_change(Visitor.of_link(visit), visit, clock.now())


def _address(purpose, visit):
    return urlsplit(links.make(purpose, visit)).path


def _beside(visit):
    return {'visit': visit, 'links': {purpose: _address(purpose, visit) for purpose in links.PURPOSES},
            'may_change': _may_change(visit)}
