"""Where the own account is signed in, and signing out elsewhere."""

from app import clock
from app.accounts import profile
from app.web.app import app, needs, page, see_other, visitor


@app.get('/profile/sign-ins')
@needs('signed_in')
def show_sign_ins():
    """Where the own account is signed in."""
    found = [{**session, 'since': clock.to_local(session['created_utc']), 'seen': clock.to_local(session['seen_utc']),
              'name': profile.device(session['device'])} for session in profile.list_sessions(visitor())]
    return page('account/sign_ins.tpl', sessions=found)


@app.post('/profile/sign-ins/<session_id:id>/end')
@needs('signed_in')
def end_sign_in(session_id):
    """Sign out one device."""
    profile.end_session(visitor(), session_id)
    return see_other('/profile/sign-ins', done='session_ended')


@app.post('/profile/sign-ins/end-others')
@needs('signed_in')
def end_other_sign_ins():
    """Sign out every other device."""
    profile.end_other_sessions(visitor())
    return see_other('/profile/sign-ins', done='others_signed_out')
