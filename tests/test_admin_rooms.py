"""Rooms: adding, renaming, retiring; what they suit; which are free now; how much they are used."""

import datetime as dt

import pytest

from app import clock
from app.reports import room_use
from app.visits import scheduling
from app.written import Written
from tests.conftest import MONDAY
from tests.support.accounts import signed_in
from tests.support.people import ADA
from tests.support.statements import statements
from tests.support.visits import book


def test_a_room_is_added_with_the_services_it_suits(ada, shell, noted):
    ada.get('/admin/rooms/new')
    page = ada.post('/admin/rooms', {'name': ' Room 4 ', 'service_1': 'on', 'service_3': 'on'})
    room_id = shell("SELECT room_id FROM rooms WHERE name = 'Room 4' AND is_active")[0][0]

    assert page.path == f'/admin/rooms/{room_id}' and 'The room is added.' in page.text
    assert shell('SELECT service_id FROM room_services WHERE room_id = %s ORDER BY 1', room_id) == [(1,), (3,)]
    assert noted('rooms') == [('room added', room_id, 'Room 4; suits: Blood test, Consultation')]


@pytest.mark.parametrize(('name', 'status', 'sentence'), [
    ('', 422, 'Please fill in: name.'),
    ('x' * 61, 422, 'Please use at most 60 characters'),
    ('room 1', 409, 'There is already a room with this name.'),
    ('Old Room', 409, 'There is already a room with this name.'),
])
def test_a_room_that_is_refused_keeps_what_was_typed(ada, shell, noted, name, status, sentence):
    ada.get('/admin/rooms/new')
    page = ada.submit('/admin/rooms', name=name, service_2='on')

    assert page.status == status
    assert f'id="name-error">{sentence}' in page.text
    assert f'value="{name}"' in page.text
    assert dict(page.forms)['/admin/rooms']['service_2'] == 'on'
    assert shell('SELECT COUNT(*) FROM rooms') == [(3,)]
    assert noted('rooms') == []


def test_a_room_is_renamed_and_suits_other_services(ada, shell, noted):
    ada.get('/admin/rooms/1')
    fields = {**dict(ada.page.forms)['/admin/rooms/1'], 'name': 'Blue room', 'service_3': 'on'}
    del fields['service_2']
    page = ada.post('/admin/rooms/1', fields)

    assert 'The room is saved.' in page.text
    assert shell('SELECT service_id FROM room_services WHERE room_id = 1 ORDER BY 1') == [(1,), (3,)]
    assert noted('rooms') == [('room changed', 1, 'name: Room 1 → Blue room; suits: Blood test; no longer suits: '
                                                'Check-up')]


def test_saving_a_room_as_it_is_notes_nothing(ada, noted):
    ada.get('/admin/rooms/1')
    ada.submit('/admin/rooms/1')

    assert noted('rooms') == []


def test_a_service_that_is_not_there_suits_no_room(ada, shell):
    ada.get('/admin/rooms/1')
    page = ada.submit('/admin/rooms/1', service_999='on', service_x='on')

    assert page.status == 200
    assert shell('SELECT service_id FROM room_services WHERE room_id = 1 ORDER BY 1') == [(1,), (2,)]


def test_a_service_offered_no_longer_keeps_its_rooms_when_a_room_is_saved(ada, shell):
    shell('UPDATE services SET is_active = FALSE WHERE service_id = 2')
    ada.get('/admin/rooms/1')
    ada.submit('/admin/rooms/1', name='Blue room')

    assert shell('SELECT service_id FROM room_services WHERE room_id = 1 ORDER BY 1') == [(1,), (2,)]


def test_retiring_a_room_keeps_its_visits_and_lists_them(ada, shell, noted, at):
    appointment_id = book(ADA, at('10:00', 1))
    ada.get('/admin/rooms/1')
    assert 'The 1 visit already booked stays here until you decide.' in ada.page.text
    page = ada.submit('/admin/rooms/1/retire')

    assert 'This room is retired' in page.text and 'Petra Patient' in page.text and '+49 30 555 01' in page.text
    assert f'/appointments/{appointment_id}/reassign' in page.text
    assert shell('SELECT room_id, status FROM appointments') == [(1, 'booked')]
    assert 'to rearrange' in ada.get('/admin/rooms').text
    assert [row[0] for row in noted('rooms')] == ['room retired']


def test_no_visit_is_booked_into_a_retired_room(ada, shell, at):
    ada.get('/admin/rooms/1')
    ada.submit('/admin/rooms/1/retire')
    book(ADA, at('10:00', 1))

    assert shell('SELECT room_id FROM appointments') == [(2,)]


def test_a_room_is_retired_and_brought_back_once_however_often_the_button_is_pressed(ada, shell, noted):
    for act in ('retire', 'bring-back'):
        ada.get('/admin/rooms/2')
        ada.post(f'/admin/rooms/2/{act}')
        ada.post(f'/admin/rooms/2/{act}')

    assert shell('SELECT is_active FROM rooms WHERE room_id = 2') == [(1,)]
    assert [row[0] for row in noted('rooms')] == ['room retired', 'room brought back']


@pytest.mark.parametrize('path', ['/admin/rooms/99', '/admin/rooms/99/retire', '/admin/rooms/99/bring-back'])
def test_a_room_that_is_not_there_is_not_found(ada, path):
    ada.get('/admin/rooms/1')

    assert ada.post(path, {'name': 'x'}).status == 404


@pytest.mark.parametrize('email', ['weber@clinic.test', 'dora@clinic.test', 'petra@mail.test'])
def test_rooms_are_for_admins(cast, email):
    visitor = signed_in(email)

    for path in ('/admin/rooms', '/admin/rooms/new', '/admin/rooms/1', '/admin/rooms/usage'):
        assert visitor.get(path).status == 403, path
    assert visitor.post('/admin/rooms/1/retire').status == 403


def test_free_rooms_are_listed_with_until_when(cast, at):
    book(ADA, at('09:00'))
    book(ADA, at('11:00'), patient_id=3, staff_id=2)

    clock.freeze(clock.to_utc(at('09:10')))
    ada = signed_in(ADA.email)
    text = ' '.join(ada.get('/admin/rooms').text.split())
    assert '<strong>Room 2</strong> until 11:00' in text and '<strong>Room 1</strong>' not in text
    assert 'Dr. Anna Weber until 09:30' in text
    clock.freeze(clock.to_utc(at('09:30')))
    assert '<strong>Room 1</strong> for the rest of the day' in ' '.join(ada.get('/admin/rooms').text.split())


def test_when_no_room_is_free_the_first_to_be_is_named(cast, at):
    book(ADA, at('09:00'))
    book(ADA, at('09:00'), patient_id=3, staff_id=2, service_id=2)
    clock.freeze(clock.to_utc(at('09:10')))
    ada = signed_in(ADA.email)

    assert 'No room is free now. Room 1 is the next free room, at 09:30.' in ada.get('/admin/rooms').text


def test_opening_hours_are_the_union_of_everybodys_hours(cast, shell):
    found = room_use.opening_hours(MONDAY, MONDAY + dt.timedelta(days=7))

    assert found[MONDAY] == [(480, 1020)]
    assert sorted(found) == [MONDAY + dt.timedelta(days=number) for number in range(5)]
    shell("UPDATE working_hours SET ends_minute = 600 WHERE weekday = 1 AND staff_id = 3")
    shell("UPDATE working_hours SET starts_minute = 660 WHERE weekday = 1 AND staff_id <> 3")
    shell("INSERT INTO closures (day, reason) VALUES ('2026-06-03', 'x')")
    shell("UPDATE working_hours SET valid_until = '2026-06-04' WHERE weekday = 3")
    shell('UPDATE staff SET is_bookable = FALSE WHERE staff_id = 3')
    found = room_use.opening_hours(MONDAY, MONDAY + dt.timedelta(days=7))
    assert found == {MONDAY: [(540, 1020)], dt.date(2026, 6, 2): [(660, 1020)], dt.date(2026, 6, 5): [(540, 1020)]}
    shell('UPDATE staff SET is_bookable = TRUE WHERE staff_id = 3')
    found = room_use.opening_hours(MONDAY, MONDAY + dt.timedelta(days=2))
    assert found[dt.date(2026, 6, 2)] == [(480, 600), (660, 1020)]


def test_use_is_held_minutes_as_percent_of_the_opening_hours(cast, shell, at):
    book(ADA, at('10:00'))
    book(ADA, at('13:00'), patient_id=3, staff_id=2, service_id=2)
    gone = book(ADA, at('15:00'), patient_id=4)
    book(ADA, at('08:00', 1), patient_id=5, staff_id=3, service_id=3)
    scheduling.cancel(ADA, gone)
    days = [MONDAY, MONDAY + dt.timedelta(days=1)]
    use = room_use.of_days(days, Written())
    rooms = {room['name']: room for room in use['rooms']}

    assert use['open_minutes'] == 2 * 540 and list(rooms) == ['Room 1', 'Room 2']
    assert rooms['Room 1']['minutes'] == 30 and rooms['Room 1']['by_day'][MONDAY] == (1, 30, 6)
    assert rooms['Room 2']['by_day'] == {MONDAY: (1, 60, 11), days[1]: (1, 20, 4)}
    assert rooms['Room 2']['people'] == [('Dr. Ben Okafor', 1, 60), ('Nurse Lind', 1, 20)]
    assert rooms['Room 2']['share'] == 7


def test_a_retired_room_is_in_the_use_of_days_on_which_it_was_used(cast, shell, at):
    book(ADA, at('10:00'))
    shell('UPDATE rooms SET is_active = FALSE WHERE room_id = 1')

    assert [room['name'] for room in room_use.of_days([MONDAY], Written())['rooms']] == ['Room 1', 'Room 2']
    later = [MONDAY + dt.timedelta(days=1)]
    assert [room['name'] for room in room_use.of_days(later, Written())['rooms']] == ['Room 2']


def test_the_use_of_a_day_tells_who_and_when(ada, at):
    book(ADA, at('10:00'))
    page = ada.get('/admin/rooms/usage?day=2026-06-01')

    assert page.status == 200
    assert '10:00–10:30' in page.text and 'Petra Patient' in page.text and '6 %' in page.text
    assert '<svg class="chart chart-wide"' in page.text and 'role="img"' in page.text
    assert 'day=2026-05-31' in page.text and 'day=2026-06-02' in page.text


def test_the_use_of_a_week_begins_on_monday(ada, at):
    book(ADA, at('10:00', 2))
    page = ada.get('/admin/rooms/usage?day=2026-06-04&view=week')

    assert 'Room timetable, Mon 1 Jun – Sun 7 Jun 2026' in page.text
    assert 'day=2026-05-28&amp;view=week' in page.text and 'day=2026-06-11&amp;view=week' in page.text
    assert '/admin/rooms/usage?day=2026-06-03"' in page.text


def test_a_closed_day_has_no_percent(ada, shell):
    shell("INSERT INTO closures (day, reason) VALUES ('2026-06-01', 'x')")

    assert 'The clinic is not open on this day' in ada.get('/admin/rooms/usage?day=2026-06-01').text


@pytest.mark.parametrize('asked', ['?day=x', '?day=1999-01-01', '?day=2099-12-31', '?view=x',
                                   '?day=2099-12-20&view=week'])
def test_a_day_that_is_none_shows_today(ada, asked):
    assert ada.get('/admin/rooms/usage' + asked).status == 200


def test_a_clinic_without_rooms_is_told_what_to_do(ada, shell):
    shell('DELETE FROM room_services')
    shell('DELETE FROM rooms')

    assert 'Add the first room' in ada.get('/admin/rooms').text
    for view in ('', '?view=week'):
        assert 'There are no rooms yet' in ada.get('/admin/rooms/usage' + view).text


@pytest.mark.parametrize('path', ['/admin/rooms', '/admin/rooms/1', '/admin/rooms/usage',
                                  '/admin/rooms/usage?view=week'])
def test_rooms_cost_a_fixed_number_of_statements(ada, shell, at, path):
    before = len(statements(lambda: ada.get(path)))
    for number in range(10):
        book(ADA, at('10:00' if number < 5 else '15:00', number % 5), patient_id=(1, 3)[number % 2])
    shell("INSERT INTO rooms (name) VALUES ('A'), ('B'), ('C'), ('D')")

    assert len(statements(lambda: ada.get(path))) == before <= 5
