"""The page of one account, which several handlers show: after a look, a refusal, or with a one-time link."""

from bottle import request

from app import clock, config, database
from app.accounts.users import REMOVED
from app.errors import NotFound
from app.web.app import form, page, visitor


def find(user_id: int) -> dict:
    """The row of users/find_for_admin, with visits_of_staff and ahead_of_staff. Raises NotFound."""
    now = clock.now()
    user = database.one('users/find_for_admin', user_id=user_id, now=now, now_utc=clock.now_utc())
    if not user:
        raise NotFound()
    counted = database.one('staff/count_visits', staff_id=user['staff_id'], now=now) if user['staff_id'] else {}
    return {**user, 'visits_of_staff': counted.get('visits', 0), 'ahead_of_staff': counted.get('ahead', 0)}


def show(user_id: int, refused=None) -> str:
    """An account's page; with what was refused, and what was typed in the form that was sent."""
    user = find(user_id)
    saved = {name: '' if value is None else str(value) for name, value in user.items()}
    saved |= {name: 'on' if user[name] else '' for name in ('is_bookable', 'is_desk')}
    typed = form() if refused else {}
    part = request.environ['PATH_INFO'].rpartition('/')[2] if refused else ''
    offered = choices(user)
    if part == 'staff':
        saved |= {'is_bookable': '', 'is_desk': ''}
        for service in offered['services']:
            service['is_offered'] = f'service_{service["service_id"]}' in typed
    return page('admin/users/one.tpl', refused.status if refused else 200, user=user, form={**saved, **typed},
                errors=refused.fields if refused else {}, removed=REMOVED, to_local=clock.to_local,
                is_self=user_id == visitor()['user_id'], **offered)


def show_link(user_id: int, token: str, purpose: str) -> str:
    """Show a one-time link, once: it is in no address, and the page is kept nowhere."""
    return page('admin/users/link.tpl', user=find(user_id), purpose=purpose,
                link=f'{config.current().url}/reset-password/{token}')


def choices(user: dict | None = None) -> dict:
    """What the staff forms offer: services (is_offered) and rooms. Ticked as sent, where something was sent."""
    services = database.rows('services/list_for_staff', staff_id=user and user['staff_id'])
    if not user:
        for service in services:
            service['is_offered'] = f'service_{service["service_id"]}' in request.environ.get('clinic.form', {})
    return {'services': services, 'today': clock.today(),
            'rooms': database.rows('rooms/list_choices', room_id=user and user['usual_room_id'])}
