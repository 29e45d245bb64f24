"""Whose visits somebody may see: their own, or everybody's at the desk. Being booked has nothing to do with it."""

import json

import pytest

from app.errors import NotFound
from app.visits import scheduling
from tests.support import people
from tests.support.accounts import signed_in

WEBER, OKAFOR, DORA = 'weber@clinic.test', 'okafor@clinic.test', 'dora@clinic.test'
ON_LEAVE = 'UPDATE staff SET is_bookable = FALSE WHERE staff_id = 1'
ALSO_DESK = 'UPDATE staff SET is_desk = TRUE WHERE staff_id = 1'
VIEW = 'SELECT user_id, staff_id, sees_all FROM whose_visits ORDER BY user_id, staff_id'
OF_OTHERS = ('/appointments/{visit}', '/appointments/{visit}/cancel', '/appointments/{visit}/reschedule',
             '/staff/patients/3', '/staff/hours?staff_id=2', '/staff/hours/week?staff_id=2',
             '/staff/hours/time-off?staff_id=2', '/staff/hours/visits?staff_id=2', '/staff?staff_id=2',
             '/staff?staff_id=0', '/staff/upcoming?staff_id=0', '/staff/upcoming?staff_id=2')


@pytest.fixture
def of_others(booked, at):
    """Paul's visit with Dr. Okafor this morning; Petra has one with Dr. Weber."""
    booked(at('10:00'))
    return booked(at('11:00'), staff_id=2, patient_id=3)


def test_the_view_gives_staff_their_own_and_desk_and_admins_everybodys(cast, shell):
    everybody = [1, 2, 3, 4]

    assert shell(VIEW) == [*((1, each, 1) for each in everybody), (2, 1, 0), (3, 2, 0), (4, 3, 0),
                           *((5, each, 1) for each in everybody)]


@pytest.mark.parametrize(('change', 'seen'), [
    ('UPDATE users SET is_active = FALSE WHERE user_id = 5', []),
    ('UPDATE staff SET is_desk = FALSE WHERE staff_id = 4', [(4, 0)]),
    ('UPDATE staff SET is_bookable = TRUE WHERE staff_id = 4', [(1, 1), (2, 1), (3, 1), (4, 1)]),
    ("UPDATE users SET role = 'patient' WHERE user_id = 5", []),
    ("UPDATE users SET role = 'admin' WHERE user_id = 5", [(1, 1), (2, 1), (3, 1), (4, 1)])])
def test_closed_accounts_and_patients_see_nobodys(cast, shell, change, seen):
    shell(change)

    assert [(staff_id, sees_all) for user_id, staff_id, sees_all in shell(VIEW) if user_id == 5] == seen


def test_admins_of_a_clinic_without_staff_see_its_patients(cast, browser, shell):
    shell('DELETE FROM staff')

    assert shell(VIEW) == [(1, None, 1), *((number, None, None) for number in (2, 3, 4, 5))]
    assert browser('ada').get('/staff/patients/3').status == 200
    assert signed_in(WEBER).get('/staff/patients/3').status == 404


@pytest.mark.parametrize('path', OF_OTHERS)
@pytest.mark.parametrize(('changes', 'status'), [
    ([], 404), ([ON_LEAVE], 404), ([ALSO_DESK], 200), ([ON_LEAVE, ALSO_DESK], 200)])
def test_leave_opens_nothing_and_the_desk_everything(of_others, shell, path, changes, status):
    for change in changes:
        shell(change)

    assert signed_in(WEBER).get(path.format(visit=of_others)).status == status


def test_somebody_on_leave_keeps_their_own_day_visits_and_hours(of_others, shell):
    shell(ON_LEAVE)
    weber = signed_in(WEBER)

    day, hours = weber.get('/staff').text, weber.get('/staff/hours')
    assert 'Petra Patient' in day and 'Paul Patient' not in day and 'Everybody' not in day
    assert 'Petra Patient' in weber.get('/staff/upcoming').text
    assert 'Dr. Anna Weber' in hours.text and 'Okafor' not in hours.text and 'All people' not in hours.text
    assert weber.get('/staff/patients/1').status == 200


def test_somebody_on_leave_changes_nothing_of_others(of_others, shell):
    shell(ON_LEAVE)
    weber = signed_in(WEBER)
    weber.get('/staff/hours')
    at_noon = {'staff_id': '2', 'first_day': '2026-06-05', 'last_day': '2026-06-05', 'reason': 'x'}

    for path, fields in ((f'/appointments/{of_others}/status', {'status': 'arrived', 'from_status': 'booked'}),
                         (f'/appointments/{of_others}/cancel', {'reason': 'x'}),
                         ('/staff/hours/slots', {'staff_id': '2', 'slot_minutes': '10'}),
                         ('/staff/hours/time-off', at_noon)):
        assert weber.post(path, fields).status == 404, path
    assert shell('SELECT status FROM appointments WHERE appointment_id = %s', of_others) == [('booked',)]


def test_somebody_on_leave_reads_only_their_own_visits_by_the_api(of_others, shell):
    def staff_of(email):
        visits = json.loads(signed_in(email).get('/api/appointments').body)['appointments']
        return {visit['staff']['staff_id'] for visit in visits}

    shell(ON_LEAVE)
    assert staff_of(WEBER) == {1} and staff_of(DORA) == {1, 2}
    shell(ALSO_DESK)
    assert staff_of(WEBER) == {1, 2}


def test_somebody_on_leave_reads_no_name_at_a_taken_time_nor_opens_what_a_patient_has_ahead(booked, at, shell):
    number = booked(at('11:00', 1), staff_id=2, patient_id=3)
    shell(ON_LEAVE)
    why_not, ahead = '/staff/why-not?staff_id=2&service_id=1&day=2026-06-02&time=11:00', '/staff/book?patient_id=3'

    weber, dora = signed_in(WEBER), signed_in(DORA)
    assert 'Paul Patient' in dora.get(why_not).text and 'Paul Patient' not in weber.get(why_not).text
    assert f'/appointments/{number}' in dora.get(ahead).text and f'/appointments/{number}' not in weber.get(ahead).text


def test_whoever_treats_and_is_desk_can_be_booked_and_sees_all(of_others, shell):
    shell(ALSO_DESK)
    weber = signed_in(WEBER)

    assert 'Dr. Anna Weber' in weber.get('/book').text
    day = weber.get('/staff').text
    assert 'Petra Patient' in day and 'Paul Patient' in day and 'Everybody' in day
    people = weber.get('/staff/hours').text
    assert 'staff_id=1' in people and 'staff_id=2' in people
    assert 'staff_id=1' in weber.get('/staff/profile').text
    assert weber.get('/staff/hours?staff_id=1').status == 200


def test_who_leaves_the_desk_sees_less_from_the_next_click_on(of_others, browser):
    dora, ada = signed_in(DORA), browser('ada')
    assert dora.get(f'/appointments/{of_others}').status == 200
    ada.get('/admin/users/5')
    ada.post('/admin/users/5/staff', {'slot_minutes': '15', 'specialization': 'Front desk'})

    assert dora.get(f'/appointments/{of_others}').status == 404
    assert dora.get('/staff/patients/3').status == 404
    assert 'Paul Patient' not in dora.get('/staff').text


def test_a_profile_that_is_saved_during_leave_keeps_room_and_mail(cast, shell):
    shell('UPDATE staff SET is_bookable = FALSE, wants_mail = TRUE WHERE staff_id = 1')
    weber = signed_in(WEBER)
    weber.get('/staff/profile')
    weber.submit('/staff/profile', about='Back in May.')

    assert shell('SELECT about, usual_room_id, wants_mail FROM staff WHERE staff_id = 1') == [('Back in May.', 1, 1)]


def test_the_desks_visitor_acts_for_everybody_and_a_former_one_does_not(of_others, shell):
    shell('UPDATE staff SET is_desk = FALSE WHERE staff_id = 4')
    with pytest.raises(NotFound):
        scheduling.cancel(people.DORA, of_others, 'x')
    shell('UPDATE staff SET is_desk = TRUE WHERE staff_id = 4')
    scheduling.cancel(people.DORA, of_others, 'x')

    assert shell('SELECT status FROM appointments WHERE appointment_id = %s', of_others) == [('cancelled',)]
