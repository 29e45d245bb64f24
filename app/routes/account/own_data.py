"""The rest of the profile: where one is signed in, people one books for, another address, a copy of all, the end."""

import json

from bottle import response

from app import clock, database
from app.accounts import profile
from app.errors import Refused
from app.forms import profile as forms
from app.web import cookies
from app.web.app import again, app, form, needs, next_page, page, query, see_other, visitor


@app.get('/profile/sign-ins')
@needs('signed_in')
def show_sign_ins():
    """Where the own account is signed in."""
    found = [{**session, 'since': clock.to_local(session['created_utc']), 'seen': clock.to_local(session['seen_utc']),
              'name': profile.device(session['device'])} for session in profile.list_sessions(visitor())]
    return page('account/sign_ins.tpl', sessions=found, zone=clock.zone_label(clock.now()))


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


@app.get('/profile/people')
@needs('patient')
def show_people():
    """The people one books for, and the form to add one."""
    return _people(form={'relation': 'child', 'next': query().get('next', '')})


@app.post('/profile/people')
@needs('patient')
def add_person():
    """Add a child or relative, and go back to the booking that asked for it."""
    try:
        patient_id = profile.add_relative(visitor(), forms.read_relative(form()))
    except Refused as refused:
        return _people(refused, form=form())
    back = next_page(form())
    if back and back.startswith('/book/') and '?' in back:
        return see_other(f'{back}&patient_id={patient_id}', done='person_added')
    return see_other('/profile/people', done='person_added')


@app.get('/profile/people/<patient_id:id>')
@needs('patient')
def show_person(patient_id):
    """The form for what is known of a child or relative."""
    person = profile.find_relative(visitor(), patient_id)
    return page('account/relative.tpl', person=person, **_beside(), form={key: value or '' for key, value in
                                                                        person.items()})


@app.post('/profile/people/<patient_id:id>')
@needs('patient')
def change_person(patient_id):
    """Save what is known of a child or relative."""
    person = profile.find_relative(visitor(), patient_id)
    try:
        profile.change_relative(visitor(), patient_id, forms.read_relative(form()))
    except Refused as refused:
        return again('account/relative.tpl', refused, person=person, **_beside())
    return see_other('/profile/people', done='details_saved')


@app.get('/profile/email')
@needs('signed_in')
def show_email():
    """The form for another e-mail address."""
    return page('account/email.tpl')


@app.post('/profile/email')
@needs('signed_in')
def change_email():
    """Sign in with another address from now on."""
    try:
        profile.change_email(visitor(), **forms.read_email_change(form()))
    except Refused as refused:
        return again('account/email.tpl', refused)
    return see_other('/profile', done='email_changed')


@app.get('/profile/data')
@needs('signed_in')
def download():
    """A copy of all that is kept about the own account, as a file."""
    response.content_type = 'application/json; charset=utf-8'
    response.set_header('Content-Disposition', 'attachment; filename="my-data.json"')
    return json.dumps(profile.everything(visitor()), ensure_ascii=False, indent=2)


@app.get('/profile/close')
@needs('patient')
def show_closing():
    """What closing the own account means."""
    return page('account/close.tpl', coming=_coming())


@app.post('/profile/close')
@needs('patient')
def close_account():
    """Close the own account, cancel its coming visits, and forget what is personal."""
    try:
        profile.close_account(visitor(), **forms.read_closing(form()))
    except Refused as refused:
        return again('account/close.tpl', refused, coming=_coming())
    cookies.drop('session')
    return see_other('/', done='account_closed')


def _people(refused=None, **values):
    people = database.rows('patients/list_own', user_id=visitor().user_id)
    return page('account/relatives.tpl', refused.status if refused else 200, people=people,
                errors=refused.fields if refused else {}, **_beside(), **values)


def _beside():
    return {'today': clock.today(), 'relations': forms.RELATIONS}


def _coming():
    return database.rows('appointments/list_own_coming', user_id=visitor().user_id, now=clock.now(), limit=50,
                         offset=0)
