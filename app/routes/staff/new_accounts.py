"""The upcoming visits that new accounts have booked, for the desk and admins: are they real, or to be cancelled?"""

from itertools import groupby

from app import clock, database, written
from app.accounts import users
from app.forms.fields import Reader
from app.pages import cancelling
from app.visits import attention, new_accounts
from app.web.app import app, form, needs, page, query, visitor

HERE = '/staff/new-accounts'


@app.get('/staff/new-accounts')
@needs('staff', 'admin')
def show_new_accounts():
    """The visits by account, all ticked; ?user_id= shows one account."""
    users.refuse_unless_desk(database, visitor())
    return _list(_account(query()))


@app.post('/staff/new-accounts/cancel')
@needs('staff', 'admin')
def cancel_ticked():
    """Ask whether to cancel the visits that are ticked; then cancel them, naming those that could not be, and why."""
    users.refuse_unless_desk(database, visitor())
    user_id = _account(form())
    return cancelling.cancel(new_accounts.list_visits(user_id), f'{HERE}?user_id={user_id or ""}',
                             {'user_id': user_id or ''},
                             lambda refused: _list(user_id, refused))


def _account(values):
    """The account that is asked for; None for all. Nonsense is as if it were not there."""
    return Reader(values).identity('user_id', required=False)


def _list(user_id, refused=None):
    typed = form() if refused else None
    visits = [{**visit, 'is_ticked': typed is None or f'visit_{visit["appointment_id"]}' in typed,
               'opened_at': clock.to_local(visit['created_utc'])} for visit in new_accounts.list_visits(user_id)]
    by_account = [list(rows) for _, rows in groupby(visits, key=lambda visit: visit['user_id'])]
    return page('staff/new_accounts/list.tpl', refused, by_account=by_account, user_id=user_id, count=len(visits),
                most_shown=new_accounts.MOST_SHOWN, phone_link=written.phone_link,
                calls=attention.count_calls(visitor()), lost=cancelling.lost(refused, visits))
