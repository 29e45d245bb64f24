"""The first steps of a new clinic: which is next, and when it is open."""

import pytest

from app.clinic import first_run
from tests.support.people import ADA
from tests.support.visits import book


def next_step():
    return next(step for step in first_run.look()['steps'] if not step.is_done)




def test_a_clinic_that_has_everything_is_open_and_shows_its_address_until_the_first_visit(ada, at):
    assert first_run.look()['is_open']
    assert 'You are open' in ada.get('/admin').text and 'href="/book"' in ada.page.text
    book(ADA, at('10:00', 1))

    assert first_run.look() is None
    assert 'You are open' not in ada.get('/admin').text


@pytest.mark.parametrize(('statement', 'title', 'path'), [
    ("UPDATE settings SET address = ''", 'Your clinic', '/admin/settings'),
    ("UPDATE settings SET phone = ''", 'Your clinic', '/admin/settings'),
    ('UPDATE rooms SET is_active = FALSE', 'Rooms', '/admin/rooms/new'),
    ('UPDATE services SET is_active = FALSE', 'Services', '/admin/services/new'),
    ('UPDATE staff SET is_bookable = FALSE', 'Staff', '/admin/users/new?role=staff'),
    ('DELETE FROM working_hours', 'Staff', '/staff/hours/week?staff_id=1'),
    ("UPDATE working_hours SET valid_until = '2026-05-01'", 'Staff', '/staff/hours/week?staff_id=1'),
    ('DELETE FROM staff_services', 'Staff', '/admin/users/2'),
    ('DELETE FROM room_services', 'Staff', '/admin/users/2'),
])
def test_what_is_missing_is_the_next_step(ada, shell, statement, title, path):
    shell(statement)
    step, text = next_step(), ada.get('/admin').text

    assert (step.title, step.path) == (title, path)
    assert 'Four steps until patients can book' in text and f'href="{path}"' in text
    assert 'Visits today' not in text


def test_a_clinic_that_has_had_a_visit_is_never_led_through_the_first_steps_again(ada, shell, at):
    book(ADA, at('10:00', 1))
    shell("UPDATE settings SET address = ''")

    assert 'Visits today' in ada.get('/admin').text


def test_a_person_who_has_hours_and_offers_something_is_looked_at_first(ada, shell):
    shell('DELETE FROM working_hours WHERE staff_id = 1')

    assert next_step().title == 'E-mail' and 'Dr. Ben Okafor' in first_run.look()['steps'][3].said


def test_a_clinic_whose_services_need_no_room_opens_without_one(ada, shell):
    shell('UPDATE rooms SET is_active = FALSE')
    shell("UPDATE services SET place = 'phone'")

    assert first_run.look()['is_open']


def test_what_an_admin_adds_leads_back_to_the_steps(ada, shell):
    shell('DELETE FROM working_hours')
    ada.get('/admin/rooms/new')

    assert ada.submit('/admin/rooms', name='Room A').path == '/admin'
    assert 'The room is added.' in ada.page.text and 'Next: set working hours' in ada.page.text


def test_what_a_doctor_saves_leads_to_their_own_page(browser, shell):
    shell("UPDATE settings SET address = ''")
    weber = browser('weber')
    weber.get('/staff/hours/week')

    assert weber.submit('/staff/hours/week', from_0_1='08:00').path == '/staff/hours'


def test_a_service_whose_people_have_no_hours_cannot_be_booked(ada, shell):
    shell('DELETE FROM working_hours WHERE staff_id = 3')
    text = ' '.join(ada.get('/admin/services').text.split())

    assert text.count('Nobody can book it: nobody who offers it has working hours') == 1
    assert text.count('Can be booked') == 2


@pytest.mark.parametrize(('page', 'what', 'few'), [
    ('/admin/services/new', 'staff', "UPDATE staff SET is_bookable = TRUE WHERE staff_id = 4"),
    ('/admin/services/new', 'room', "INSERT INTO rooms (name) VALUES ('Room 4'), ('Room 5')"),
    ('/admin/rooms/new', 'service', "INSERT INTO services (name, minutes) VALUES ('Eye test', 15)"),
])
def test_a_new_service_or_room_has_all_ticked_where_they_are_three_or_fewer(ada, shell, page, what, few):
    def ticked():
        return [name for name in dict(ada.get(page).forms)[page.removesuffix('/new')] if name.startswith(f'{what}_')]
    assert len(ticked()) in (2, 3)
    shell(few)

    assert ticked() == []
