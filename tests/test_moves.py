"""To which times can a visit be moved? A visit is not in its own way, on every page that moves one."""

import datetime as dt
import itertools
from urllib.parse import urlsplit

import pytest

from app import clock, database
from app.mail import links
from app.visits import free_times, rules, scheduling
from app.visits.wanted import Wanted, in_full
from tests.conftest import MONDAY
from tests.support.accounts import signed_in
from tests.support.browser import Browser
from tests.support.people import DORA, PETRA

A_DAY = dt.timedelta(days=1)


@pytest.fixture
def quarters(shell):
    """Dr. Weber's visits may start every 15 minutes."""
    shell('UPDATE staff SET slot_minutes = 15 WHERE staff_id = 1')


@pytest.fixture
def offered(cast):
    """offered(visit, …) → the times that a page lists for a day: by site for patients or the desk, or by mail link."""
    def times(appointment_id, day=1, who=PETRA.email):
        day = MONDAY + dt.timedelta(days=day)
        if who:
            page = signed_in(who).get(f'/appointments/{appointment_id}/reschedule?day={day}')
        else:
            visit = database.one('appointments/find_for_mail', appointment_id=appointment_id)
            page = Browser().get(urlsplit(links.make('move', visit)).path + f'?day={day}')
        assert page.status == 200
        return [f'{minute // 60:02}:{minute % 60:02}' for minute in range(0, 1440, 5)
                if f'id="at-{day}T{minute // 60:02}:{minute % 60:02}"' in page.text]
    return times


@pytest.mark.parametrize('who', [PETRA.email, DORA.email, None])
def test_times_that_overlap_the_present_one_are_offered_and_taken(quarters, booked, offered, at, shell, who):
    number = booked(at('10:00', 2))
    booked(at('10:30', 2), patient_id=3)

    assert offered(number, 2, who)[:6] == ['09:00', '09:15', '09:30', '09:45', '11:00', '11:15']
    browser = signed_in(who or PETRA.email)
    browser.get(f'/appointments/{number}/reschedule?day=2026-06-03')
    browser.post(f'/appointments/{number}/reschedule', {'starts_at': '2026-06-03T09:45', 'version': '0'})
    assert shell('SELECT starts_at FROM appointments WHERE appointment_id = %s', number) == [(at('09:45', 2),)]


def test_what_is_offered_is_what_the_rules_allow(booked, shell, at):
    """Every 5 minutes of days with breaks, time off, a closure, other visits of all, pauses, too few rooms, notice."""
    shell('UPDATE settings SET notice_minutes = 1500, horizon_days = 6')
    shell('UPDATE services SET minutes = 45, pause_minutes = 10 WHERE service_id = 1')
    shell('UPDATE staff SET slot_minutes = 15')
    shell("INSERT INTO time_off (staff_id, starts_at, ends_at) VALUES (1, '2026-06-02 15:10', '2026-06-02 15:50')")
    shell("INSERT INTO closures (day, reason) VALUES ('2026-06-04', 'Course')")
    numbers = [booked(at('10:00', 1)), booked(at('12:00', 1), patient_id=2, staff_id=2, overruled=['break']),
               booked(at('09:15', 2))]
    booked(at('11:00', 1), patient_id=3)
    booked(at('09:00', 1), patient_id=4, staff_id=2)
    booked(at('10:00', 2), patient_id=1, staff_id=2)
    shell('UPDATE rooms SET is_active = FALSE WHERE room_id = 2')

    compared = 0
    for number, day in itertools.product(numbers, (0, 1, 2, 3, 7)):
        visit = database.one('appointments/find', appointment_id=number, user_id=DORA.user_id, role=DORA.role)
        offered = [free_times.times_for_move(visit, role, MONDAY, MONDAY + 8 * A_DAY, clock.now())
                   .get(MONDAY + day * A_DAY, []) for role in ('patient', 'staff')]
        for minute in range(8 * 60 + 45, 17 * 60, 5 if day in (1, 2) else 45):
            moment = at('00:00', day) + dt.timedelta(minutes=minute)
            wanted = in_full(Wanted(starts_at=moment), visit)
            against = set(rules.check(database, wanted, clock.now(), number).broken)
            fits = [not broken and moment != visit['starts_at'] for broken in (against, against - rules.OF_PATIENTS)]
            assert fits == [moment in times for times in offered], (number, moment, against)
            compared += sum(fits)
    assert compared > 40


def test_other_visits_of_the_patient_are_in_the_way(booked, offered, at):
    number = booked(at('10:00', 1))
    booked(at('11:00', 1), staff_id=2)

    for who in (PETRA.email, DORA.email, None):
        assert offered(number, 1, who)[:4] == ['09:00', '09:30', '10:30', '11:30'], who


def test_a_day_that_has_only_times_beside_the_visit_itself_is_a_free_day(quarters, booked, offered, shell, at):
    number = booked(at('10:00', 9))
    shell("INSERT INTO time_off (staff_id, starts_at, ends_at) VALUES (1, '2026-06-02', '2026-06-10 09:45'),"
          " (1, '2026-06-10 10:45', '2026-06-20')")
    browser = signed_in(PETRA.email)

    page = browser.get(f'/appointments/{number}/reschedule')
    assert 'Free times on Wednesday 10 June 2026' in page.text
    assert offered(number, 9) == offered(number, 9, None) == ['09:45', '10:15']
    assert 'reschedule?day=2026-06-10" aria-current="date"' in page.text
    address = f'/appointments/{number}/reschedule?day='
    assert address + '2026-06-10">Next free day' in browser.get(address + '2026-06-03').text
    assert address + '2026-06-22">Next free day' in browser.get(address + '2026-06-11').text


def test_a_visit_keeps_its_length_where_its_service_has_become_longer(quarters, booked, offered, shell, at):
    number = booked(at('10:00', 1))
    booked(at('11:00', 1), patient_id=3)
    shell('UPDATE services SET minutes = 60, pause_minutes = 10 WHERE service_id = 1')

    assert offered(number)[:6] == ['09:00', '09:15', '09:30', '09:45', '10:15', '10:30']
    scheduling.move(DORA, number, Wanted(starts_at=at('10:30', 1)))
    assert shell('SELECT ends_at, pause_minutes FROM appointments WHERE appointment_id = %s', number) == [
        (at('11:00', 1), 0)]


def test_a_longer_visit_is_offered_no_time_that_is_too_short_for_it(quarters, booked, offered, shell, at):
    number = booked(at('09:00', 1), minutes=90)
    booked(at('16:30', 1), patient_id=3)
    shell('INSERT INTO time_off (staff_id, starts_at, ends_at) VALUES (1, %s, %s)', at('15:00', 1), at('15:15', 1))

    assert offered(number) == ['09:15', '09:30', '09:45', '10:00', '10:15', '10:30', '13:00', '13:15', '13:30']
    visit = database.one('appointments/find', appointment_id=number, user_id=5, role='staff')
    assert free_times.next_day_for_move(visit, 'staff', MONDAY + 2 * A_DAY, clock.now()) == MONDAY + 2 * A_DAY


@pytest.mark.parametrize('role', ['patient', 'staff'])
def test_the_next_day_is_the_next_on_which_times_are_offered(booked, shell, at, role):
    shell('UPDATE settings SET notice_minutes = 2880, horizon_days = 10')      # to Thursday 11 June
    number, now = booked(at('10:00', 2)), clock.now()
    visit = database.one('appointments/find', appointment_id=number, user_id=DORA.user_id, role='staff')
    offered = free_times.times_for_move(visit, role, MONDAY, MONDAY + 14 * A_DAY, now)

    assert max(offered) == MONDAY + 10 * A_DAY
    for day in (MONDAY + number * A_DAY for number in range(14)):
        following = min((each for each in offered if each >= day), default=None)
        assert free_times.next_day_for_move(visit, role, day, now) == following
