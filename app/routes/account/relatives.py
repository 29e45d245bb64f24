"""The children and relatives whom an account books for."""

from app import database
from app.accounts import profile
from app.errors import Refused
from app.forms import profile as forms
from app.web.app import app, form, needs, next_page, page, query, see_other, visitor


@app.get('/profile/relatives')
@needs('patient')
def show_relatives():
    """The people one books for, and the form to add one."""
    return _relatives()


@app.post('/profile/relatives')
@needs('patient')
def add_relative():
    """Add a child or relative, and go back to the booking that asked for it."""
    try:
        patient_id = profile.add_relative(visitor(), forms.read_relative(form()))
    except Refused as refused:
        return _relatives(refused)
    back = next_page(form())
    if back and back.startswith('/book/') and '?' in back:
        return see_other(f'{back}&patient_id={patient_id}', done='person_added')
    return see_other('/profile/relatives', done='person_added')


@app.get('/profile/relatives/<patient_id:id>')
@needs('patient')
def show_relative(patient_id):
    """The form for what is known of a child or relative."""
    return _relative(profile.find_relative(visitor(), patient_id))


@app.post('/profile/relatives/<patient_id:id>')
@needs('patient')
def change_relative(patient_id):
    """Save what is known of a child or relative."""
    person = profile.find_relative(visitor(), patient_id)
    try:
        profile.change_relative(visitor(), patient_id, forms.read_relative(form()))
    except Refused as refused:
        return _relative(person, refused)
    return see_other('/profile/relatives', done='details_saved')


def _relatives(refused=None):
    people = database.rows('patients/list_own', user_id=visitor().user_id)
    return page('account/relatives.tpl', refused, people=people, **_beside(),
                saved={'relation': 'child', 'next': query().get('next', '')})


def _relative(person, refused=None):
    return page('account/relative.tpl', refused, person=person, **_beside(),
                saved={key: value or '' for key, value in person.items()})


def _beside():
    return {'relations': forms.RELATIONS}
