"""Accounts as admins see them: finding, opening, changing, closing and deleting them. Visits go over in handover.py."""

from bottle import request

from app import clock, config, database, names
from app.accounts import addresses, enrolment, users
from app.clinic import first_run
from app.errors import NotFound, Refused
from app.forms import users as forms
from app.forms import who_books
from app.visits import record_views
from app.web import paging
from app.web.app import app, form, needs, page, query, see_other, visitor

NEW = {'role': 'staff', 'slot_minutes': '15', 'is_bookable': 'on'}


@app.get('/admin/users')
@needs('admin')
def list_users():
    """Everybody with an account, by name, e-mail, phone, role and state."""
    asked = forms.read_account_search(query())
    text = asked['text']
    narrowed = {'role': asked['role'], 'state': asked['state'], 'email': text and names.literal(text.lower()),
                **(names.parts(text) if text else {'name': None, 'digits': None})}
    at, found = paging.of('/admin/users', query(),
                          lambda **part: database.rows('users/list_matching', **narrowed, **part),
                          lambda: database.value('users/count_matching', **narrowed))
    return page('admin/users/list.tpl', users=found, paging=at, form=query(), narrowed=any(asked.values()),
                removed=users.REMOVED, to_local=clock.to_local)


@app.get('/admin/users/new')
@needs('admin')
def show_new():
    """The form for a new account: staff, an admin, or a patient."""
    role = query().get('role')
    chosen = {**NEW, 'role': role if role in forms.ROLES else 'staff'}
    return page('admin/users/new.tpl', form=chosen, **_choices())


@app.post('/admin/users')
@needs('admin')
def create():
    """Open an account; its owner sets the password by a one-time link."""
    is_first = first_run.leads(visitor())
    try:
        values = forms.read_new_account(form())
        user_id, token = enrolment.create(visitor(), values)
    except Refused as refused:
        kept = {'role': 'staff', **form()}
        kept['role'] = kept['role'] if kept['role'] in forms.ROLES else 'staff'
        return page('admin/users/new.tpl', refused, form=kept, **_choices())
    if token:
        return _show_link(user_id, token, 'invite', is_first)
    return see_other('/admin' if is_first else f'/admin/users/{user_id}', done='account_created')


@app.get('/admin/users/<user_id:id>')
@needs('admin')
def show(user_id):
    """One account: details, staff record, sessions, and what can be done with it."""
    return _show(user_id)


@app.post('/admin/users/<user_id:id>')
@needs('admin')
def change(user_id):
    """Change name, e-mail, phone, role."""
    try:
        values = forms.read_account(form(), _find(user_id)['role'])
        enrolment.change_account(visitor(), user_id, values)
    except Refused as refused:
        return _show(user_id, refused)
    return see_other(f'/admin/users/{user_id}', done='account_changed')


@app.post('/admin/users/<user_id:id>/staff')
@needs('admin')
def change_record(user_id):
    """Change specialization, services, slot length, usual room, whether somebody can be booked or is the desk."""
    try:
        enrolment.change_record(visitor(), user_id, forms.read_staff_record(form()))
    except Refused as refused:
        return _show(user_id, refused)
    return see_other(f'/admin/users/{user_id}', done='staff_record_changed')


@app.post('/admin/users/<user_id:id>/link')
@needs('admin')
def send_link(user_id):
    """Send somebody a one-time link to set a password, or show it where the clinic sends no mail."""
    purpose = 'reset' if _find(user_id)['has_password'] else 'invite'
    try:
        token = users.send_link(visitor(), user_id)
    except Refused as refused:
        return _show(user_id, refused)
    if token:
        return _show_link(user_id, token, purpose)
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


@app.post('/admin/users/<user_id:id>/known-address')
@needs('admin')
def mark_address(user_id):
    """Mark the account's e-mail address as known: mail about visits is sent to it then."""
    return _act(addresses.mark_known, user_id, 'address_known')


def _act(act, user_id, done):
    try:
        act(visitor(), user_id)
    except Refused as refused:
        return _show(user_id, refused)
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
    return page('admin/users/delete.tpl', refused, user=_find_counted(user_id),
                is_self=user_id == visitor().user_id, removed=users.REMOVED)


def _find(user_id: int) -> dict:
    """The row of users/find_for_admin. Raises NotFound."""
    user = database.one('users/find_for_admin', user_id=user_id)
    if not user:
        raise NotFound()
    return user


def _find_counted(user_id: int) -> dict:
    """The same with the counts of users/count_records, for a page that shows who it is. Raises NotFound."""
    user = _find(user_id)
    if user['patient_id']:
        record_views.note(visitor(), user['patient_id'])
    return {**user, **database.one('users/count_records', user_id=user_id, staff_id=user['staff_id'],
                                   now=clock.now(), now_utc=clock.now_utc())}


def _show(user_id: int, refused=None) -> str:
    """An account's page; after a refusal with its sentences and what was typed."""
    user = _find_counted(user_id)
    saved = {name: '' if value is None else str(value) for name, value in user.items()}
    saved |= {'is_bookable': who_books.shown(user, 'is_bookable'), 'is_desk': 'on' if user['is_desk'] else ''}
    typed = form() if refused else {}
    part = request.environ['PATH_INFO'].rpartition('/')[2] if refused else ''
    offered = _choices(user)
    if part == 'staff':
        saved |= {'is_bookable': '', 'is_desk': ''}
        for service in offered['services']:
            service['is_offered'] = f'service_{service["service_id"]}' in typed
    return page('admin/users/one.tpl', refused, user=user, form={**saved, **typed}, removed=users.REMOVED,
                to_local=clock.to_local, is_self=user_id == visitor().user_id, **offered)


def _show_link(user_id: int, token: str, purpose: str, is_first: bool = False) -> str:
    """Show a one-time link, once: it is in no address, and the page is kept nowhere."""
    return page('admin/users/link.tpl', user=_find(user_id), purpose=purpose,
                is_first=is_first, link=f'{config.current().url}/reset-password/{token}')


def _choices(user: dict | None = None) -> dict:
    """What the staff forms offer a user (of find()): services (is_offered) and rooms. Ticked as sent; in a new clinic
    the first member of staff offers all."""
    services = database.rows('services/list_for_staff', staff_id=user and user['staff_id'])
    if not user:
        is_first = first_run.leads(visitor())
        for service in services:
            service['is_offered'] = f'service_{service["service_id"]}' in form() if form() else is_first
    return {'services': services, 'rooms': database.rows('rooms/list_choices', room_id=user and user['usual_room_id'])}
