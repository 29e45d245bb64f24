"""The page of one account. Several handlers show it: for a look, after a refusal, or with a one-time link."""

from bottle import request

from app import clock, config, database
from app.accounts.users import REMOVED
from app.errors import NotFound
from app.web.app import form, page, visitor


def find(user_id: int) -> dict:
    """The row of users/find_for_admin. Raises NotFound."""
    user = database.one('users/find_for_admin', user_id=user_id)
    if not user:
        raise NotFound()
    return user


def find_counted(user_id: int) -> dict:
    """The same with the counts of users/count_records. Raises NotFound."""
    user = find(user_id)
    return {**user, **database.one('users/count_records', user_id=user_id, staff_id=user['staff_id'],
                                   now=clock.now(), now_utc=clock.now_utc())}


def show(user_id: int, refused=None) -> str:
    """An account's page; after a refusal with its sentences and what was typed."""
    user = find_counted(user_id)
    saved = {name: '' if value is None else str(value) for name, value in user.items()}
    saved |= {name: 'on' if user[name] else '' for name in ('is_bookable', 'is_desk')}
    typed = form() if refused else {}
    part = request.environ['PATH_INFO'].rpartition('/')[2] if refused else ''
    offered = choices(user)
    if part == 'staff':
        saved |= {'is_bookable': '', 'is_desk': ''}
        for service in offered['services']:
            service['is_offered'] = f'service_{service["service_id"]}' in typed
    return page('admin/users/one.tpl', refused, user=user, form={**saved, **typed}, removed=REMOVED,
                to_local=clock.to_local, is_self=user_id == visitor().user_id, **offered)


def show_link(user_id: int, token: str, purpose: str) -> str:
    """Show a one-time link, once: it is in no address, and the page is kept nowhere."""
    return page('admin/users/link.tpl', user=find(user_id), purpose=purpose,
                link=f'{config.current().url}/reset-password/{token}')


def choices(user: dict | None = None) -> dict:
    """What the staff forms offer a user (of find()): services (is_offered) and rooms. Ticked as sent."""
    services = database.rows('services/list_for_staff', staff_id=user and user['staff_id'])
    if not user:
        for service in services:
            service['is_offered'] = f'service_{service["service_id"]}' in form()
    return {'services': services, 'today': clock.today(),
            'rooms': database.rows('rooms/list_choices', room_id=user and user['usual_room_id'])}
