"""Rooms: which there are, what they suit, which are free now. How much they are used is room_use.py."""

from app import clock, database, written
from app.clinic import first_run, rooms
from app.errors import NotFound, Refused
from app.forms import rooms as forms
from app.forms.fields import Reader
from app.web.app import app, form, needs, page, see_other, visitor

MOST_SHOWN = 100
FEW = 3         # so many services are ticked for a new room


@app.get('/admin/rooms')
@needs('admin')
def list_rooms():
    """All rooms: which are free now and until when, what each suits, how many visits are ahead."""
    found = database.rows('rooms/list_with_use', now=clock.now())
    return page('admin/rooms/list.tpl', rooms=[room for room in found if room['is_active']],
                retired=[room for room in found if not room['is_active']], now=clock.now())


@app.get('/admin/rooms/new')
@needs('admin')
def show_new_room():
    """The form for a new room."""
    return _new()


@app.post('/admin/rooms')
@needs('admin')
def add_room():
    """Add a room."""
    is_first = first_run.leads(visitor())
    try:
        room_id = rooms.add(visitor(), forms.read_room(form()))
    except Refused as refused:
        return _new(refused)
    return see_other('/admin' if is_first else f'/admin/rooms/{room_id}', done='room_added')


@app.get('/admin/rooms/<room_id:id>')
@needs('admin')
def show_room(room_id):
    """One room: its name, the services it suits, the visits ahead in it."""
    return _room(room_id)


@app.post('/admin/rooms/<room_id:id>')
@needs('admin')
def change_room(room_id):
    """Rename a room, and say which services it suits."""
    try:
        rooms.change(visitor(), room_id, forms.read_room(form()))
    except Refused as refused:
        return _room(room_id, refused)
    return see_other(f'/admin/rooms/{room_id}', done='room_saved')


@app.post('/admin/rooms/<room_id:id>/retire')
@needs('admin')
def retire_room(room_id):
    """Offer a room no longer; visits booked in it stay until somebody decides."""
    rooms.set_active(visitor(), room_id, False)
    return see_other(f'/admin/rooms/{room_id}', done='room_retired')


@app.post('/admin/rooms/<room_id:id>/bring-back')
@needs('admin')
def bring_room_back(room_id):
    """Offer a retired room again."""
    rooms.set_active(visitor(), room_id, True)
    return see_other(f'/admin/rooms/{room_id}', done='room_brought_back')


def _new(refused=None):
    return page('admin/rooms/new.tpl', refused, services=_choices(0, refused))


def _room(room_id, refused=None):
    room = database.one('rooms/find', room_id=room_id)
    if not room:
        raise NotFound()
    visits = database.rows('rooms/list_visits_ahead', room_id=room_id, now=clock.now(), limit=MOST_SHOWN)
    return page('admin/rooms/one.tpl', refused, saved=room, room=room, services=_choices(room_id, refused),
                visits=visits, most_shown=MOST_SHOWN, phone_link=written.phone_link)


def _choices(room_id, refused):
    """The services, ticked as they stand, or as they were sent; for a new room all, where they are few."""
    services = database.rows('services/list_for_room', room_id=room_id)
    ticked = Reader(form()).ticked_keys('service') if refused else None
    is_new_and_few = not room_id and len(services) <= FEW
    return [{**service, 'is_chosen': service['service_id'] in ticked if refused else
             is_new_and_few or service['is_chosen']} for service in services]
