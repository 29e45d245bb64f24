"""Who treats a patient may read the history: who had a visit with them, or has one that somebody else booked.

To book a stranger with oneself opens that visit and no more, until the day after it took place. Why a patient came is
read by who has the visit.
"""

import pytest

from app import clock, database
from app.visits import scheduling
from tests.support.accounts import signed_in
from tests.support.moments import clock_at
from tests.support.people import ADA, DORA, OKAFOR, PETRA, WEBER
from tests.support.visits import book

HISTORY = '/staff/patients/1'
SEES_THE_VIEW = ("SELECT DISTINCT patient_id FROM who_treats WHERE user_id = %s AND from_day <= '2026-06-01'"
                 ' ORDER BY patient_id')


def status(visitor, path=HISTORY):
    return signed_in(visitor.email).get(path).status


@pytest.mark.parametrize(('booked_by', 'day', 'state', 'treats'), [
    (WEBER, '2026-05-29', 'arrived', False), (WEBER, '2026-05-29', 'no_show', False),
    (WEBER, '2026-05-29', 'cancelled', False), (WEBER, '2026-06-01', 'booked', False),
    (WEBER, '2026-06-01', 'completed', False), (WEBER, '2026-05-31', 'completed', True),
    (DORA, '2026-06-01', 'booked', True), (PETRA, '2026-06-01', 'booked', True),
    (OKAFOR, '2026-06-01', 'booked', True), (ADA, '2026-06-01', 'no_show', True),
    (None, '2026-06-01', 'booked', True), (None, '2026-06-01', 'completed', True)])
def test_a_visit_makes_a_treating_one_by_having_taken_place_or_by_who_booked_it(cast, shell, booked_by, day, state,
                                                                               treats):
    shell("INSERT INTO appointments (patient_id, staff_id, room_id, service_id, starts_at, ends_at, status, booked_by,"
          " created_utc) VALUES (1, 1, 1, 1, %s, %s, %s, %s, '2026-05-01')",
          f'{day} 10:00', f'{day} 10:30', state, booked_by and booked_by.user_id)

    assert shell(SEES_THE_VIEW, WEBER.user_id) == [(1,)] * treats
    assert bool(database.one('patients/find_treated', patient_id=1, user_id=WEBER.user_id,
                             today=clock.today())) == treats
    assert status(WEBER) == (200 if treats else 404)
    assert shell(SEES_THE_VIEW, OKAFOR.user_id) == []


def test_the_desk_and_admins_read_all_histories_and_patients_none(cast, shell):
    for visitor, count in ((DORA, 6), (ADA, 6), (PETRA, 0), (WEBER, 0)):
        assert len(shell(SEES_THE_VIEW, visitor.user_id)) == count
    shell('UPDATE users SET is_active = FALSE WHERE user_id = 5')

    assert shell(SEES_THE_VIEW, DORA.user_id) == []


def test_to_book_a_stranger_with_oneself_opens_the_visit_and_not_their_history(booked, shell, at):
    of_okafor = booked(at('15:00'), staff_id=2, reason='A secret')
    weber = signed_in(WEBER.email)
    weber.get('/staff/book/confirm?patient_id=1&staff_id=1&service_id=1&day=2026-06-02&time=10:00'
              '&starts_at=2026-06-02T10:00')
    page = weber.submit('/staff/book')

    own = page.path
    assert page.status == 200 and own.startswith('/appointments/') and own != f'/appointments/{of_okafor}'
    assert '+49 30 555 01' in page.text and HISTORY not in page.text
    assert 'You booked this visit yourself.' in page.text
    assert weber.get(HISTORY).status == 404
    assert [weber.get(f'{own}/{act}').status for act in ('cancel', 'reschedule', 'reassign')] == [200] * 3


def test_a_history_opens_on_the_day_after_the_own_visit_took_place(cast, at):
    """Not at once: else a visit with a stranger, made up and marked as completed, would open it in a minute."""
    number = book(WEBER, at('10:00'))
    with clock_at(at('10:05')):
        scheduling.set_status(WEBER, number, 'arrived')
        scheduling.set_status(WEBER, number, 'completed')
        page = signed_in(WEBER.email).get(f'/appointments/{number}')

        assert 'open on the day after it has taken place' in page.text and f'href="{HISTORY}"' not in page.text
        assert status(WEBER) == 404
    with clock_at(at('00:00', 1)):
        assert status(WEBER) == 200
        assert f'href="{HISTORY}"' in signed_in(WEBER.email).get(f'/appointments/{number}').text


def test_who_takes_a_visit_over_treats_and_who_gave_it_does_not(cast, at):
    number = book(WEBER, at('10:00'))
    weber = signed_in(WEBER.email)
    weber.get(f'/appointments/{number}/reassign')
    weber.submit(f'/appointments/{number}/reassign', staff_id='2')

    assert status(OKAFOR) == 200 and status(WEBER) == 404


def test_the_details_of_a_stranger_are_not_changed_by_booking_them(cast, at):
    book(WEBER, at('10:00'), patient_id=5)
    weber = signed_in(WEBER.email)
    weber.get('/staff')

    assert weber.get('/staff/patients/5/edit').status == 404
    assert weber.post('/staff/patients/5/edit', {'full_name': 'Olga'}).status == 404


def test_only_the_desk_learns_what_else_a_patient_has_ahead(booked, at):
    own, of_okafor = booked(at('10:00', 1)), booked(at('15:00', 1), staff_id=2)

    text = signed_in(WEBER.email).get('/staff/book?patient_id=1').text
    assert f'/appointments/{own}"' in text and f'/appointments/{of_okafor}"' not in text and '15:00' not in text
    text = signed_in(DORA.email).get('/staff/book?patient_id=1').text
    assert f'/appointments/{own}"' in text and f'/appointments/{of_okafor}"' in text


def test_a_patient_who_is_taken_is_said_to_be_so_without_with_whom(booked, at):
    booked(at('15:00', 1), staff_id=2)
    asked = '/staff/why-not?patient_id=1&staff_id=1&service_id=1&day=2026-06-02&time=15:00'

    assert 'This patient has another visit then, 15:00–15:30.' in signed_in(WEBER.email).get(asked).text
    assert 'This patient has a visit with Dr. Ben Okafor then, 15:00–15:30.' in signed_in(DORA.email).get(asked).text


# Why they came

@pytest.fixture
def reasons(booked, at):
    """Petra told Dr. Weber of a cough and Dr. Okafor of her sleep; both treat her."""
    return booked(at('10:00'), reason='A cough'), booked(at('15:00'), staff_id=2, reason='Bad sleep')


@pytest.mark.parametrize(('visitor', 'reads'), [
    (WEBER, {'A cough'}), (OKAFOR, {'Bad sleep'}), (DORA, {'A cough', 'Bad sleep'}), (ADA, {'A cough', 'Bad sleep'})])
def test_colleagues_see_that_a_patient_came_and_not_why(reasons, visitor, reads):
    text = signed_in(visitor.email).get(HISTORY).text

    assert {words for words in ('A cough', 'Bad sleep') if words in text} == reads
    assert text.count('Consultation') == 2 and 'Dr. Ben Okafor' in text and 'Dr. Anna Weber' in text


def test_a_service_may_share_its_reasons_among_those_who_treat(reasons, ada, shell):
    ada.get('/admin/services/1')
    assert 'Share reasons among colleagues' in ada.page.text
    ada.submit('/admin/services/1', shares_reasons='on')

    assert shell('SELECT service_id FROM services WHERE shares_reasons') == [(1,)]
    (said,), = shell("SELECT details FROM audit_log WHERE action = 'service changed'")
    assert 'shares reasons: False → True' in said
    text = signed_in(WEBER.email).get(HISTORY).text
    assert 'A cough' in text and 'Bad sleep' in text
    assert signed_in('lind@clinic.test').get(HISTORY).status == 404
    assert signed_in(WEBER.email).get(f'/appointments/{reasons[1]}').status == 404


def test_who_takes_a_visit_over_reads_why(reasons, at):
    weber = signed_in(WEBER.email)
    weber.get(f'/appointments/{reasons[0]}/reassign')
    weber.submit(f'/appointments/{reasons[0]}/reassign', staff_id='2')

    assert 'A cough' in signed_in(OKAFOR.email).get(f'/appointments/{reasons[0]}').text
    assert 'A cough' not in signed_in(WEBER.email).get('/staff').text


@pytest.mark.parametrize('path', ['/staff', '/staff/upcoming', '/api/appointments', '/staff/hours/visits'])
def test_lists_of_staff_have_the_reasons_of_their_own_visits_only(reasons, path):
    text = signed_in(WEBER.email).get(path).body.decode()

    assert 'Bad sleep' not in text and ('A cough' in text or path == '/staff/hours/visits')
