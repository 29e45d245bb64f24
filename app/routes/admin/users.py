"""People: searching accounts, opening and changing them. What ends or hands over is admin_user_acts.py."""

from app import clock, database, names
from app.accounts import enrolment
from app.accounts.users import REMOVED
from app.errors import Refused
from app.forms import users as forms
from app.pages import user_page
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
    at, users = paging.of('/admin/users', query(),
                          lambda **part: database.rows('users/list_matching', **narrowed, **part),
                          lambda: database.value('users/count_matching', **narrowed))
    return page('admin/users/list.tpl', users=users, paging=at, form=query(), narrowed=any(asked.values()),
                removed=REMOVED, to_local=clock.to_local)


@app.get('/admin/users/new')
@needs('admin')
def show_new():
    """The form for a new account: staff, an admin, or a patient."""
    role = query().get('role')
    chosen = {**NEW, 'role': role if role in forms.ROLES else 'staff'}
    return page('admin/users/new.tpl', form=chosen, **user_page.choices())


@app.post('/admin/users')
@needs('admin')
def create():
    """Open an account; its owner sets the password by a one-time link."""
    try:
        values = forms.read_new_account(form())
        user_id, token = enrolment.create(visitor(), values)
    except Refused as refused:
        kept = {'role': 'staff', **form()}
        kept['role'] = kept['role'] if kept['role'] in forms.ROLES else 'staff'
        return page('admin/users/new.tpl', refused, form=kept, **user_page.choices())
    if token:
        return user_page.show_link(user_id, token, 'invite')
    return see_other(f'/admin/users/{user_id}', done='account_created')


@app.get('/admin/users/<user_id:id>')
@needs('admin')
def show(user_id):
    """One account: details, staff record, sessions, and what can be done with it."""
    return user_page.show(user_id)


@app.post('/admin/users/<user_id:id>')
@needs('admin')
def change(user_id):
    """Change name, e-mail, phone, role."""
    try:
        values = forms.read_account(form(), user_page.find(user_id)['role'])
        enrolment.change_account(visitor(), user_id, values)
    except Refused as refused:
        return user_page.show(user_id, refused)
    return see_other(f'/admin/users/{user_id}', done='account_changed')


@app.post('/admin/users/<user_id:id>/staff')
@needs('admin')
def change_record(user_id):
    """Change specialization, services, slot length, usual room, whether somebody can be booked or is the desk."""
    try:
        enrolment.change_record(visitor(), user_id, forms.read_staff_record(form()))
    except Refused as refused:
        return user_page.show(user_id, refused)
    return see_other(f'/admin/users/{user_id}', done='staff_record_changed')
