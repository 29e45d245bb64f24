"""What ends or hands over: links, sessions, deactivating, deleting, and giving somebody's visits to a colleague."""

from app import config, database
from app.accounts import users
from app.errors import NotFound, Refused
from app.forms import users as forms
from app.pages import user_page
from app.visits import handover
from app.web.app import app, form, needs, page, query, see_other, visitor

MOST_SHOWN = 200            # of the visits to give away; all of them are counted and given


@app.post('/admin/users/<user_id:id>/link')
@needs('admin')
def send_link(user_id):
    """Send somebody a one-time link to set a password, or show it where the clinic sends no mail."""
    purpose = 'reset' if user_page.find(user_id)['has_password'] else 'invite'
    try:
        token = users.send_link(visitor(), user_id)
    except Refused as refused:
        return user_page.show(user_id, refused)
    if token:
        return user_page.show_link(user_id, token, purpose)
    return see_other(f'/admin/users/{user_id}', done='link_sent')


@app.post('/admin/users/<user_id:id>/sign-out')
@needs('admin')
def end_sessions(user_id):
    """Sign somebody out everywhere."""
    users.end_sessions(visitor(), user_id)
    return see_other(f'/admin/users/{user_id}', done='sessions_ended')


@app.post('/admin/users/<user_id:id>/deactivate')
@needs('admin')
def deactivate(user_id):
    """Close an account: nobody can sign in to it until it is opened again."""
    return _act(users.close, user_id, 'account_deactivated')


@app.post('/admin/users/<user_id:id>/reactivate')
@needs('admin')
def reactivate(user_id):
    """Open a closed account again."""
    return _act(users.reopen, user_id, 'account_reactivated')


def _act(act, user_id, done):
    try:
        act(visitor(), user_id)
    except Refused as refused:
        return user_page.show(user_id, refused)
    return see_other(f'/admin/users/{user_id}', done=done)


@app.get('/admin/users/<user_id:id>/delete')
@needs('admin')
def ask_to_delete(user_id):
    """What would go with an account, before it is deleted."""
    return _ask_to_delete(user_id)


@app.post('/admin/users/<user_id:id>/delete')
@needs('admin')
def delete(user_id):
    """Delete an account; the name of staff stays with their past visits."""
    try:
        is_gone = users.delete(visitor(), user_id)
    except Refused as refused:
        return _ask_to_delete(user_id, refused)
    return see_other('/admin/users', done='account_deleted' if is_gone else 'account_removed')


def _ask_to_delete(user_id, refused=None):
    return page('admin/users/delete.tpl', refused, user=user_page.find_counted(user_id),
                is_self=user_id == visitor().user_id, removed=users.REMOVED)


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
    """Give every visit that fits to a colleague; those that do not fit stay and are listed."""
    user = _staff(user_id)
    try:
        chosen = _colleague(user, form(), required=True)
        _, left = handover.hand_over(visitor(), user, chosen, 'tell_patients' in form())
    except Refused as refused:
        return _ask_to_reassign(user, None, refused)
    if left:
        return see_other(f'/admin/users/{user_id}/reassign?staff_id={chosen["staff_id"]}', done='visits_partly_given')
    return see_other(f'/admin/users/{user_id}', done='visits_given')


def _ask_to_reassign(user, chosen, refused=None):
    visits = handover.find_visits(database, user['staff_id'], chosen and chosen['staff_id'])
    return page('admin/users/reassign.tpl', refused, saved=query(), user=user, chosen=chosen, visits=visits,
                colleagues=_colleagues(user), shown=MOST_SHOWN, mail_is_on=config.sends_mail())


def _colleagues(user):
    return database.rows('staff/list_colleagues', staff_id=user['staff_id'])


def _colleague(user, values, required=False):
    """Who is to take over: a row of staff/list_colleagues, or None for nobody yet. Raises Refused."""
    return handover.find_colleague(forms.read_colleague(values, required=required), _colleagues(user))


def _staff(user_id):
    user = user_page.find(user_id)
    if not user['staff_id']:
        raise NotFound()
    return user
