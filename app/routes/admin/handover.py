"""Giving all upcoming visits of a member of staff to a colleague."""

from app import database
from app.errors import NotFound, Refused
from app.forms import users as forms
from app.pages import cancelling
from app.visits import handover
from app.web.app import app, form, needs, page, query, see_other, visitor

MOST_SHOWN = 200            # of the visits to give away; all of them are counted and given


@app.get('/admin/users/<user_id:id>/reassign')
@needs('admin')
def ask_to_reassign(user_id):
    """Somebody's visits ahead, and which of them a colleague could take."""
    user = _staff(user_id)
    try:
        return _ask_to_reassign(user, _colleague(user, query()))
    except Refused as refused:
        return _ask_to_reassign(user, None, refused)


@app.post('/admin/users/<user_id:id>/reassign')
@needs('admin')
def reassign(user_id):
    """Give every visit that fits to a colleague; those that do not fit stay and are listed. Then: whom to call."""
    user = _staff(user_id)
    try:
        chosen = _colleague(user, form(), required=True)
        _, left = handover.hand_over(visitor(), user, chosen, 'tell_patients' in form())
    except Refused as refused:
        return _ask_to_reassign(user, None, refused)
    if left:
        return see_other(f'/admin/users/{user_id}/reassign?staff_id={chosen["staff_id"]}', done='visits_partly_given')
    return cancelling.onwards(f'/admin/users/{user_id}', 'visits_given')


def _ask_to_reassign(user, chosen, refused=None):
    visits = handover.find_visits(database, user['staff_id'], chosen and chosen['staff_id'])
    return page('admin/handover.tpl', refused, saved=query(), user=user, chosen=chosen, visits=visits,
                colleagues=_colleagues(user), shown=MOST_SHOWN)


def _colleagues(user):
    return database.rows('staff/list_colleagues', staff_id=user['staff_id'])


def _colleague(user, values, required=False):
    """Who is to take over: a row of staff/list_colleagues, or None for nobody yet. Raises Refused."""
    return handover.find_colleague(forms.read_colleague(values, required=required), _colleagues(user))


def _staff(user_id):
    user = database.one('users/find_for_admin', user_id=user_id)
    if not user or not user['staff_id']:
        raise NotFound()
    return user
