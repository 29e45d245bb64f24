"""Services: adding and changing them, who offers them and where; visits keep what they were booked with."""

import pytest

from app import database
from tests.test_admin_rooms import admin, book, sign_in, statements  # noqa: F401

NEW = {'name': 'Eye test', 'minutes': '25', 'pause_minutes': '', 'how_to_prepare': 'Bring your glasses.\nBoth.',
       'staff_1': 'on', 'room_2': 'on'}


def noted(shell):
    return shell("SELECT action, subject_id, details FROM audit_log WHERE subject = 'services' ORDER BY audit_id")


def test_a_service_is_added_with_people_and_rooms_and_can_be_booked(admin, shell, at):  # noqa: F811
    admin.get('/admin/services/new')
    page = admin.submit('/admin/services', **NEW)
    service_id = shell("SELECT service_id FROM services WHERE name = 'Eye test'")[0][0]
    book(at('10:00', 1), service_id=service_id)

    assert page.path == f'/admin/services/{service_id}' and 'The service is added.' in page.text
    assert shell('SELECT minutes, pause_minutes, how_to_prepare, is_active FROM services WHERE service_id = %s',
                 service_id) == [(25, 0, 'Bring your glasses.\nBoth.', 1)]
    assert shell('SELECT room_id FROM appointments') == [(2,)]
    assert noted(shell) == [('service added', service_id,
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
def test_a_service_that_is_refused_keeps_what_was_typed(admin, shell, field, typed, status, sentence):  # noqa: F811
    for path, action in (('/admin/services/new', '/admin/services'), ('/admin/services/2', '/admin/services/2')):
        admin.get(path)
        fields = {**NEW, field: typed}
        page = admin.submit(action, **fields)
        shown = dict(page.forms)[action]

        assert page.status == status
        assert f'id="{field}-error">{sentence}' in page.text
        assert {name: shown[name] for name in fields} == fields
    assert noted(shell) == []
    assert shell('SELECT COUNT(*) FROM services') == [(3,)]


def test_changing_the_minutes_moves_no_visit(admin, shell, at):  # noqa: F811
    book(at('10:00', 1))
    page = admin.get('/admin/services/1')
    assert '1 upcoming visit keeps its length, pause, member of staff and room.' in page.text
    admin.submit('/admin/services/1', minutes='60', pause_minutes='15')

    assert shell('SELECT TIMESTAMPDIFF(MINUTE, starts_at, ends_at), pause_minutes FROM appointments') == [(30, 0)]
    assert shell('SELECT COUNT(*) FROM claims') == [(6,)]
    assert noted(shell) == [('service changed', 1, 'minutes: 30 → 60; pause minutes: 0 → 15')]


def test_who_offers_it_and_where_is_what_is_ticked(admin, shell):  # noqa: F811
    admin.get('/admin/services/1')
    fields = {**dict(admin.page.forms)['/admin/services/1'], 'staff_3': 'on'}
    for name in ('staff_2', 'room_3', 'is_active'):
        del fields[name]
    admin.post('/admin/services/1', fields)

    assert shell('SELECT staff_id FROM staff_services WHERE service_id = 1 ORDER BY 1') == [(1,), (3,)]
    assert shell('SELECT room_id FROM room_services WHERE service_id = 1 ORDER BY 1') == [(1,), (2,)]
    assert shell('SELECT is_active FROM services WHERE service_id = 1') == [(0,)]
    details = noted(shell)[0][2]
    assert 'is active: True → False' in details and 'Dr. Ben Okafor no longer offers it' in details
    assert 'Nurse Lind offers it' in details and 'Old room no longer suits it' in details


def test_saving_a_service_as_it_is_notes_nothing(admin, shell):  # noqa: F811
    admin.get('/admin/services/1')
    admin.submit('/admin/services/1')

    assert noted(shell) == []


def test_a_service_nobody_can_book_is_pointed_out(admin, shell):  # noqa: F811
    shell('DELETE FROM room_services WHERE service_id = 3')

    assert 'Nobody can book it: no room suits it' in admin.get('/admin/services').text
    assert 'Nobody can book this service yet' in admin.get('/admin/services/3').text


def test_services_that_are_not_there_are_not_found(admin):  # noqa: F811
    assert admin.get('/admin/services/99').status == 404
    admin.get('/admin/services/1')
    assert admin.post('/admin/services/99', NEW).status == 404


def test_services_are_for_admins(cast):
    for email in ('weber@clinic.test', 'petra@mail.test'):
        visitor = sign_in(email)
        for path in ('/admin/services', '/admin/services/new', '/admin/services/1'):
            assert visitor.get(path).status == 403
        assert visitor.post('/admin/services', NEW).status == 403


def test_two_admins_may_tick_the_same_box(cast, shell):
    for _ in range(2):
        database.change('room_services/insert', room_id=1, service_id=3)
        database.change('staff_services/offer', staff_id=1, service_id=3)

    assert shell('SELECT COUNT(*) FROM room_services WHERE service_id = 3') == [(2,)]
    assert shell('SELECT COUNT(*) FROM staff_services WHERE service_id = 3') == [(2,)]


def test_a_clinic_without_services_is_told_what_to_do(admin, shell):  # noqa: F811
    shell('DELETE FROM services')

    assert 'Add the first service' in admin.get('/admin/services').text


@pytest.mark.parametrize('path', ['/admin/services', '/admin/services/1', '/admin/services/new'])
def test_services_cost_a_fixed_number_of_statements(admin, shell, path):  # noqa: F811
    before = statements(lambda: admin.get(path))
    shell("INSERT INTO services (name, minutes) VALUES ('A', 5), ('B', 5), ('C', 5)")
    shell("INSERT INTO rooms (name) VALUES ('A'), ('B'), ('C')")

    assert statements(lambda: admin.get(path)) == before <= 4
