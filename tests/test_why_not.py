"""Why is a time not offered? Every answer names its rule, and there is one exactly where no time is offered."""

import datetime as dt
import itertools

import pytest

from app import clock, database
from app.visits import why_not
from app.visits.wanted import Wanted
from app.written import Written
from tests.conftest import MONDAY, PASSWORD
from tests.support import visits
from tests.support.browser import Browser
from tests.support.people import ADA, DORA, LIND, WEBER
from tests.support.statements import statements


@pytest.fixture
def ask(cast, at):
    """ask('10:00', day) → the reasons against Dr. Weber, a consultation, then."""
    def reasons(time, day=1, visitor=ADA, **changes):
        question = Wanted(**{'staff_id': 1, 'service_id': 1, 'starts_at': at(time, day), **changes})
        return why_not.explain(visitor, Written(), question, clock.now())['reasons']
    return reasons


@pytest.fixture
def book(cast, at):
    def visit(time, day=1, **changes):
        return visits.book(ADA, at(time, day), **{'patient_id': 3, **changes})
    return visit


def sentence(reasons):
    return reasons[0]['sentence']


def test_nothing_speaks_against_a_time_that_is_offered(ask):
    assert ask('10:00') == []


def test_outside_hours_names_the_hours(ask):
    assert sentence(ask('16:45')) == \
        '16:45–17:15 is outside Dr. Anna Weber\'s working hours on this day: 09:00–17:00.'
    assert sentence(ask('10:00', 5)) == 'Dr. Anna Weber does not work on this day, a Saturday.'


def test_off_the_grid_names_the_next_starts(ask):
    assert sentence(ask('10:05')) == \
        'Visits start every 30 minutes from 09:00: at 10:00 or 10:30, for example.'


def test_a_break_is_named_also_beside_the_grid(ask):
    assert sentence(ask('12:30')) == 'There is a break at 12:00–13:00.'
    assert [each['rule'] for each in ask('12:35')] == ['off_grid', 'break']


def test_time_off_and_closures_are_named_with_their_reason(ask, shell):
    shell("INSERT INTO time_off (staff_id, starts_at, ends_at, reason) VALUES "
          "(1, '2026-06-02 10:15', '2026-06-02 11:00', 'Course'), (1, '2026-06-03', '2026-06-05', '')")
    shell("INSERT INTO closures (day, reason) VALUES ('2026-06-05', 'Moving house')")

    assert sentence(ask('10:00')) == 'Dr. Anna Weber is away 10:15–11:00: Course.'
    assert sentence(ask('10:00', 3)) == 'Dr. Anna Weber is away all day.'
    assert sentence(ask('10:00', 4)) == 'The clinic is closed on this day: Moving house.'


def test_the_visit_in_the_way_is_named_and_linked(ask, book):
    appointment_id = book('10:00')

    reason = ask('09:45', service_id=2)[1]
    assert reason['sentence'] == 'Dr. Anna Weber has a visit with Paul Patient from 10:00 to 10:30.'
    assert reason['appointment_id'] == appointment_id
    assert not reason['can_be_overruled']


def test_whose_visit_it_is_only_those_learn_who_may_open_it(ask, book):
    book('10:00')

    for visitor, told in ((DORA, True), (WEBER, True), (LIND, False)):
        reason = ask('10:00', visitor=visitor)[0]
        assert ('Paul' in reason['sentence'], reason['appointment_id'] is not None) == (told, told)
    assert reason['sentence'] == 'Dr. Anna Weber has another visit from 10:00 to 10:30.'


@pytest.mark.parametrize(('who', 'may'), [('dora', True), ('lind', False)])
def test_the_picture_of_a_day_names_patients_only_to_who_may_open_their_visits(browser, book, who, may):
    book('14:00')

    page = browser(who).get(QUESTION + '9.30')
    assert page.status == 200 and '14:00' in page.text
    assert ('Paul Patient' in page.text) == may


def test_the_pause_that_is_needed_is_told(ask, book):
    book('08:15', staff_id=3, service_id=3)

    assert sentence(ask('08:00', staff_id=3, service_id=3)) == \
        ('Nurse Lind has a visit with Paul Patient from 08:15 to 08:30, then a pause until 08:35. '
         'This visit would need 08:00–08:20, with its pause.')


def test_no_room_is_told_from_no_person(ask, book, shell):
    shell('UPDATE rooms SET is_active = FALSE WHERE room_id = 2')
    shell('UPDATE services SET pause_minutes = 15 WHERE service_id = 1')
    book('10:00', staff_id=2)

    assert [(each['rule'], each['sentence']) for each in ask('10:00')] == \
        [('no_room', 'No room that suits Consultation is free for 45 min: Room 1 10:00–10:45 (Dr. Ben Okafor).')]
    shell('DELETE FROM room_services')
    assert sentence(ask('14:00')) == 'No room suits Consultation.'


def test_notice_and_horizon_name_their_numbers(ask, at):
    clock.freeze(clock.to_utc(at('08:30')))

    assert sentence(ask('09:00', 0)) == 'Visits must be booked at least 60 minutes ahead.'
    assert sentence(ask('10:00', 63)) == 'Visits can be booked at most 60 days ahead.'


def test_what_keeps_a_patient_from_a_time_is_named(ask, book, shell):
    appointment_id = book('10:00', staff_id=2)
    shell('UPDATE settings SET visits_ahead_limit = 1')

    assert [(each['rule'], each['appointment_id']) for each in ask('10:00', patient_id=3)] == \
        [('patient_taken', appointment_id), ('visits_ahead', None)]
    assert ask('10:00', patient_id=1) == []


def test_a_service_that_is_not_offered_is_named(ask):
    assert sentence(ask('10:00', service_id=3)) == \
        'Dr. Anna Weber does not offer Blood test at present, or cannot be booked.'


def test_the_first_reason_is_the_one_that_people_should_hear_first(ask, shell):
    shell("INSERT INTO closures (day, reason) VALUES ('2026-06-06', 'Course')")

    assert [each['rule'] for each in ask('10:00', 5)] == ['closed', 'outside_hours']


def test_nothing_is_named_exactly_where_a_time_is_offered(cast, book, shell, at):
    """Every 5 minutes of days with breaks, time off, a closure, visits, pauses, too few rooms, notice and horizon."""
    shell('UPDATE settings SET notice_minutes = 180, horizon_days = 6')
    shell("INSERT INTO time_off (staff_id, starts_at, ends_at) VALUES (1, '2026-06-02 14:10', '2026-06-02 14:50'), "
          "(2, '2026-06-01 15:00', '2026-06-02 10:00')")
    shell("INSERT INTO closures (day, reason) VALUES ('2026-06-03', 'Course')")
    shell('UPDATE rooms SET is_active = FALSE WHERE room_id = 1')
    shell('UPDATE staff SET slot_minutes = 20 WHERE staff_id = 2')
    shell('INSERT INTO breaks (working_hours_id, starts_minute, ends_minute) VALUES (32, 600, 615)')
    book('10:00', 1)
    book('08:30', 1, staff_id=3, service_id=3)
    book('13:00', 1, staff_id=2, service_id=2)
    book('15:30', 0, patient_id=5)

    asked = 0
    for day, (staff_id, service_id) in itertools.product((0, 1, 2, 5, 7), ((1, 1), (1, 2), (2, 1), (3, 3))):
        offered = {row['starts_at'] for row in database.rows(
            'availability/list_starts', role='patient', staff_id=staff_id, service_id=service_id, now=clock.now(),
            day=MONDAY + dt.timedelta(days=day))}
        for minute in range(7 * 60, 18 * 60, 5):
            moment = at('00:00', day) + dt.timedelta(minutes=minute)
            asked_for = Wanted(staff_id=staff_id, service_id=service_id, starts_at=moment)
            found = why_not.explain(ADA, Written(), asked_for, clock.now())
            assert bool(found['reasons']) != (moment in offered), (moment, staff_id, service_id, found['reasons'])
            assert all(reason['sentence'] for reason in found['reasons'])
            asked += moment in offered
    assert asked > 40


QUESTION = '/staff/why-not?staff_id=1&service_id=1&day=2026-06-02&time='


def test_the_page_answers_and_shows_the_day(browser, book):
    appointment_id = book('10:00')
    page = browser('dora').get(QUESTION + '10:15')

    assert page.status == 200
    assert 'Visit of Paul Patient' in page.text and f'href="/appointments/{appointment_id}"' in page.text
    assert 'Some of this cannot be overridden.' in page.text
    assert 'Nobody can override this.' in browser('dora').get(QUESTION + '10:00').text
    assert '<a href="/staff/patients" aria-current="page">' in page.text
    assert 'Break' in page.text and '09:30, 10:30, 11:00' in page.text
    form = next(form for where, form in page.forms if where == '/staff/why-not')
    assert (form['staff_id'], form['day'], form['time']) == ('1', '2026-06-02', '10:15')


def test_a_time_that_is_offered_can_be_booked_from_the_page(browser):
    page = browser('dora').get(QUESTION + '9.30')

    assert 'This time is offered.' in page.text
    assert '/staff/book?staff_id=1&amp;service_id=1&amp;day=2026-06-02&amp;time=9.30' in page.text


@pytest.mark.parametrize('day', ['', '&day='])
def test_without_a_day_today_is_meant(browser, day):
    page = browser('dora').get(f'/staff/why-not?staff_id=1&service_id=1&time=18:00{day}')

    assert page.status == 200 and 'Monday 1 June 2026' in page.text and 'working hours' in page.text



@pytest.mark.parametrize(('query', 'field'), [
    (QUESTION + '10:03', 'time'),
    (QUESTION + 'noon', 'time'),
    ('/staff/why-not?staff_id=x&service_id=1&day=2026-06-02&time=10', 'staff_id'),
    ('/staff/why-not?staff_id=1&service_id=1&day=2026-06-99&time=10', 'day'),
])
def test_a_question_that_cannot_be_read_is_refused_beside_the_field(browser, query, field):
    page = browser('dora').get(query)

    assert page.status == 422
    assert f'id="{field}-error"' in page.text


def test_only_staff_and_admins_ask(browser):
    assert browser('weber').get(QUESTION + '10').status == 200
    assert browser('ada').get(QUESTION + '10').status == 200
    assert browser('ada').get(QUESTION.replace('staff_id=1', 'staff_id=99') + '10').status == 404
    patient = Browser()
    patient.get('/login')
    patient.submit('/login', email='petra@mail.test', password=PASSWORD)
    assert patient.get(QUESTION + '10').status == 403


def test_for_a_patient_the_page_names_them(browser, book):
    book('10:00', staff_id=2)
    page = browser('dora').get(QUESTION + '10&patient_id=3')

    assert 'This patient has a visit with Dr. Ben Okafor then, 10:00–10:30.' in page.text
    assert 'for Paul Patient' in page.text


def test_an_answer_takes_a_fixed_number_of_statements(browser, book):
    dora = browser('dora')

    def count():
        return len(statements(lambda: dora.get(QUESTION + '10')))
    for time in ('10:00', '11:00'):
        book(time)
    before = count()
    for time in ('14:00', '15:00', '16:00'):
        book(time)
    assert count() == before <= 12
