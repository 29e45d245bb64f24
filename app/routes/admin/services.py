"""Services: how long each takes, how to prepare, who offers it and where."""

from datetime import timedelta

from app import clock, database
from app.clinic import first_run, services
from app.errors import NotFound, Refused
from app.forms import lengths
from app.forms import services as forms
from app.forms.fields import Reader
from app.web.app import app, clinic, form, needs, page, see_other, visitor

NEW = {'pause_minutes': '0', **forms.shown()}
A_YEAR = timedelta(days=366)
FEW = 3         # so many people, or rooms, are ticked for a new service


@app.get('/admin/services')
@needs('admin')
def list_services():
    """All services: how long, by whom, where, and what keeps one from being booked."""
    today = clock.today()
    return page('admin/services/list.tpl',
                services=database.rows('services/list_with_use', today=today, end_day=today + A_YEAR))


@app.get('/admin/services/new')
@needs('admin')
def show_new_service():
    """The form for a new service."""
    return _new()


@app.post('/admin/services')
@needs('admin')
def add_service():
    """Add a service."""
    is_first = first_run.leads(visitor())
    try:
        service_id = services.add(visitor(), forms.read_service(form(), clinic()))
    except Refused as refused:
        return _new(refused)
    return see_other('/admin' if is_first else f'/admin/services/{service_id}', done='service_added')


@app.get('/admin/services/<service_id:id>')
@needs('admin')
def show_service(service_id):
    """One service: its length, pause, preparation, people and rooms."""
    return _service(service_id)


@app.post('/admin/services/<service_id:id>')
@needs('admin')
def change_service(service_id):
    """Change a service; visits already booked keep their length."""
    try:
        services.change(visitor(), service_id, forms.read_service(form(), clinic()))
    except Refused as refused:
        return _service(service_id, refused)
    return see_other(f'/admin/services/{service_id}', done='service_saved')


def _new(refused=None):
    return page('admin/services/new.tpl', refused, saved=NEW, **_choices(0, refused))


def _service(service_id, refused=None):
    service = database.one('services/find', service_id=service_id, now=clock.now())
    if not service:
        raise NotFound()
    return page('admin/services/one.tpl', refused, saved=forms.shown(service), service=service,
                **_choices(service_id, refused))


def _choices(service_id, refused):
    """People and rooms, ticked as they stand, or as they were sent; for a new service all, where they are few."""
    people = database.rows('staff/list_for_service', service_id=service_id)
    rooms = database.rows('rooms/list_for_service', service_id=service_id)
    if refused:
        for rows, what, key in ((people, 'staff', 'staff_id'), (rooms, 'room', 'room_id')):
            ticked = Reader(form()).ticked_keys(what)
            for row in rows:
                row['is_chosen'] = row[key] in ticked
    elif not service_id:
        for rows in (people, rooms):
            for row in rows:
                row['is_chosen'] = len(rows) <= FEW
    return {'people': people, 'rooms': rooms, 'places': forms.PLACES, 'units': tuple(lengths.UNITS)}
