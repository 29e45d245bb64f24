"""Services: adding and changing them, who offers them and where; visits keep what they were booked with."""

import pytest

from app import database
from tests.support.accounts import signed_in
from tests.support.people import ADA
from tests.support.statements import statements
from tests.support.visits import book

NEW = {'name': 'Eye test', 'minutes': '25', 'pause_minutes': '', 'how_to_prepare': 'Bring your glasses.\nBoth.',
       'staff_1': 'on', 'room_2': 'on'}


def test_a_service_is_added_with_people_and_rooms_and_can_be_booked(ada, shell, noted, at):
    ada.get('/admin/services/new')
    page = ada.post('/admin/services', {'is_active': 'on', **NEW})
    service_id = shell("SELECT service_id FROM services WHERE name = 'Eye test'")[0][0]
    book(ADA, at('10:00', 1), service_id=service_id)

    assert page.path == f'/admin/services/{service_id}' and 'The service is added.' in page.text
    assert shell('SELECT minutes, pause_minutes, how_to_prepare, is_active FROM services WHERE service_id = %s',
                 service_id) == [(25, 0, 'Bring your glasses.\nBoth.', 1)]
    assert shell('SELECT room_id FROM appointments') == [(2,)]
    assert noted('services') == [('service added', service_id,
                             'Eye test, 25 min; Dr. Anna Weber offers it; Room 2 suits it')]


@pytest.mark.parametrize(('field', 'typed', 'status', 'sentence'), [
    ('name', '', 422, 'Please fill in: name.'),
    ('name', 'consultation', 409, 'There is already a service with this name.'),
    ('minutes', '', 422, 'Please write 5 to 480 minutes, in steps of 5.'),
    ('minutes', '22', 422, 'Please write 5 to 480 minutes, in steps of 5.'),
    ('minutes', '0', 422, 'Please write 5 to 480 minutes, in steps of 5.'),
    ('minutes', '485', 422, 'Please write 5 to 480 minutes, in steps of 5.'),
    ('minutes', 'half an hour', 422, 'Please write 5 to 480 minutes, in steps of 5.'),
    ('pause_minutes', '125', 422, 'Please write 0 to 120 minutes, in steps of 5.'),
    ('pause_minutes', '3', 422, 'Please write 0 to 120 minutes, in steps of 5.'),
    ('how_to_prepare', 'x' * 501, 422, 'Please use at most 500 characters'),
])
def test_a_service_that_is_refused_keeps_what_was_typed(ada, shell, noted, field, typed, status, sentence):
    for path, action in (('/admin/services/new', '/admin/services'), ('/admin/services/2', '/admin/services/2')):
        ada.get(path)
        fields = {**NEW, field: typed}
        page = ada.submit(action, **fields)
        shown = dict(page.forms)[action]

        assert page.status == status
        assert f'id="{field}-error">{sentence}' in page.text
        assert {name: shown[name] for name in fields} == fields
    assert noted('services') == []
    assert shell('SELECT COUNT(*) FROM services') == [(3,)]


def test_changing_the_minutes_moves_no_visit(ada, shell, noted, at):
    book(ADA, at('10:00', 1))
    page = ada.get('/admin/services/1')
    assert '1 upcoming visit keeps its length, pause, member of staff and room.' in page.text
    ada.submit('/admin/services/1', minutes='60', pause_minutes='15')

    assert shell('SELECT TIMESTAMPDIFF(MINUTE, starts_at, ends_at), pause_minutes FROM appointments') == [(30, 0)]
    assert shell('SELECT COUNT(*) FROM claims') == [(6,)]
    assert noted('services') == [('service changed', 1, 'minutes: 30 → 60; pause minutes: 0 → 15')]


def test_who_offers_it_and_where_is_what_is_ticked(ada, shell, noted):
    ada.get('/admin/services/1')
    fields = {**dict(ada.page.forms)['/admin/services/1'], 'staff_3': 'on'}
    for name in ('staff_2', 'room_3', 'is_active'):
        del fields[name]
    ada.post('/admin/services/1', fields)

    assert shell('SELECT staff_id FROM staff_services WHERE service_id = 1 ORDER BY 1') == [(1,), (3,)]
    assert shell('SELECT room_id FROM room_services WHERE service_id = 1 ORDER BY 1') == [(1,), (2,)]
    assert shell('SELECT is_active FROM services WHERE service_id = 1') == [(0,)]
    details = noted('services')[0][2]
    assert 'is active: True → False' in details and 'Dr. Ben Okafor no longer offers it' in details
    assert 'Nurse Lind offers it' in details and 'Old room no longer suits it' in details


def test_saving_a_service_as_it_is_notes_nothing(ada, noted):
    ada.get('/admin/services/1')
    ada.submit('/admin/services/1')

    assert noted('services') == []


def test_a_service_nobody_can_book_is_pointed_out(ada, shell):
    shell('DELETE FROM room_services WHERE service_id = 3')

    assert 'Nobody can book it: no room suits it' in ada.get('/admin/services').text
    assert 'Nobody can book this service yet' in ada.get('/admin/services/3').text


def test_services_that_are_not_there_are_not_found(ada):
    assert ada.get('/admin/services/99').status == 404
    ada.get('/admin/services/1')
    assert ada.post('/admin/services/99', NEW).status == 404


def test_services_are_for_admins(cast):
    for email in ('weber@clinic.test', 'petra@mail.test'):
        visitor = signed_in(email)
        for path in ('/admin/services', '/admin/services/new', '/admin/services/1'):
            assert visitor.get(path).status == 403
        assert visitor.post('/admin/services', NEW).status == 403


def test_two_admins_may_tick_the_same_box(cast, shell):
    for _ in range(2):
        database.change('room_services/insert', room_id=1, service_id=3)
        database.change('staff_services/offer', staff_id=1, service_id=3)

    assert shell('SELECT COUNT(*) FROM room_services WHERE service_id = 3') == [(2,)]
    assert shell('SELECT COUNT(*) FROM staff_services WHERE service_id = 3') == [(2,)]


def test_a_clinic_without_services_is_told_what_to_do(ada, shell):
    shell('DELETE FROM services')

    assert 'Add the first service' in ada.get('/admin/services').text


@pytest.mark.parametrize('path', ['/admin/services', '/admin/services/1', '/admin/services/new'])
def test_services_cost_a_fixed_number_of_statements(ada, shell, path):
    before = len(statements(lambda: ada.get(path)))
    shell("INSERT INTO services (name, minutes) VALUES ('A', 5), ('B', 5), ('C', 5)")
    shell("INSERT INTO rooms (name) VALUES ('A'), ('B'), ('C')")

    assert len(statements(lambda: ada.get(path))) == before <= 4
