"""What staff say about themselves, and the page of a person that everybody may read."""

from app import clock, database
from app.clinic import hours, profile
from app.errors import NotFound, Refused
from app.forms import profile as forms
from app.web.app import app, form, needs, page, see_other, visitor

FIELDS = ('full_name', 'specialization', 'phone', 'about', 'video_link')


@app.get('/staff/profile')
@needs('staff', 'admin')
def show_own():
    """The own public page, to be edited; also of an admin who sees patients."""
    return _own()


@app.post('/staff/profile')
@needs('staff', 'admin')
def save():
    """Change name, specialization, public phone, a few words, usual room, and whether mail is wanted."""
    rooms = _rooms(profile.find_own(visitor()))
    try:
        values = forms.read_staff_profile(form(), {room['room_id'] for room in rooms})
        profile.save_profile(visitor(), values)
    except Refused as refused:
        return _own(refused)
    return see_other('/staff/profile', done='profile_saved')


@app.get('/staff/<staff_id:id>')
@needs('anyone')
def show(staff_id):
    """A member of staff: what they do, what they offer, when they work, and how to book."""
    person = database.one('staff/find_public', staff_id=staff_id)
    if not person:
        raise NotFound()
    return page('staff/public_profile.tpl', person=person,
                services=database.rows('staff/list_services', staff_id=staff_id, role='patient'),
                week=hours.list_periods(staff_id, clock.today())[0]['week'])


def _own(refused=None):
    person = profile.find_own(visitor())
    values = {name: person[name] or '' for name in FIELDS}
    values |= {'wants_mail': 'on' if person['wants_mail'] else '', 'usual_room_id': str(person['usual_room_id'] or '')}
    return page('staff/profile.tpl', refused, saved=values, person=person, rooms=_rooms(person))


def _rooms(person):
    """The rooms to choose from: those in use, and the one that was chosen before it was retired."""
    return database.rows('rooms/list_choices', room_id=person['usual_room_id'])
