"""Removing the second factor of somebody who lost the phone and the recovery codes."""

from app import clock, database
from app.accounts import second_factors
from app.errors import NotFound, Refused
from app.web.app import app, needs, page, see_other, visitor


@app.get('/admin/users/<user_id:id>/second-factor/remove')
@needs('admin')
def ask_to_remove(user_id):
    """What it means to remove somebody's code from an app."""
    return _ask(user_id)


@app.post('/admin/users/<user_id:id>/second-factor/remove')
@needs('admin')
def remove(user_id):
    """Let an account sign in with its password alone."""
    try:
        second_factors.remove(visitor(), user_id)
    except Refused as refused:
        return _ask(user_id, refused)
    return see_other(f'/admin/users/{user_id}', done='second_factor_removed')


def _ask(user_id, refused=None):
    user = database.one('users/find_for_admin', user_id=user_id)
    if not user:
        raise NotFound()
    since = user['second_factor_utc']
    return page('admin/second_factors/remove.tpl', refused, user=user, since=since and clock.to_local(since),
                is_self=user_id == visitor().user_id)
