"""A cancellation is taken back by the clinic, while the time of the visit is free."""

import contextlib

import pytest

from app import clock, database
from app.accounts import users
from app.clinic import closures
from app.errors import NotFound, Refused
from app.mail import letter
from app.visits import scheduling
from app.visits.wanted import Wanted
from tests.support.accounts import signed_in
from tests.support.moments import clock_at, during, kinds, together
from tests.support.people import ADA, DORA, LIND, OKAFOR, PETRA, WEBER
from tests.support.visits import book

STANDS = 'SELECT status, cancel_reason, version FROM appointments WHERE appointment_id = %s'


@pytest.fixture
def cancelled(cast, at):
    """The number of Petra's visit with Dr. Weber on Wednesday at 10:00, which the desk has cancelled."""
    number = book(DORA, at('10:00', 2))
    scheduling.cancel(DORA, number, 'The wrong Petra')
    return number


def undo(number, visitor=DORA, **more):
    scheduling.set_status(visitor, number, 'booked', from_status='cancelled', **more)


def mails(shell, number):
    return shell("SELECT kind, audience, version FROM notifications WHERE appointment_id = %s AND audience = 'patient'"
                 " ORDER BY notification_id", number)


def test_the_clinic_books_a_cancelled_visit_again(cancelled, shell):
    browser = signed_in(WEBER.email)
    page = browser.get(f'/appointments/{cancelled}')
    assert 'Undo cancellation' in page.text
    page = browser.submit(f'/appointments/{cancelled}/status', status='booked')

    assert page.status == 200 and page.path == f'/appointments/{cancelled}'
    assert shell(STANDS, cancelled) == [('booked', None, 2)]
    assert shell('SELECT COUNT(*) FROM claims WHERE appointment_id = %s', cancelled) == [(6,)]
    assert '<strong>Undo cancellation</strong>' in ' '.join(page.text.split()).replace('> ', '>').replace(' <', '<')


def test_patients_do_not_undo_their_own_cancellation(cancelled, shell):
    petra = signed_in(PETRA.email)
    assert 'Undo' not in petra.get(f'/appointments/{cancelled}').text
    fields = {'status': 'booked', 'from_status': 'cancelled'}
    assert petra.post(f'/appointments/{cancelled}/status', fields).status == 403

    with pytest.raises(Refused):
        undo(cancelled, PETRA)
    assert shell(STANDS, cancelled)[0][0] == 'cancelled'


def test_a_colleague_without_this_visit_cannot_undo(cancelled):
    for colleague in (OKAFOR, LIND):
        with pytest.raises(NotFound):
            undo(cancelled, colleague)


def test_the_patient_is_told_that_the_visit_takes_place_after_all(cancelled, shell):
    undo(cancelled)

    assert mails(shell, cancelled) == [('booked', 'patient', 0), ('cancelled', 'patient', 0), ('booked', 'patient', 2)]
    found = [database.one('notifications/find', notification_id=number) for (number,) in shell(
        "SELECT notification_id FROM notifications WHERE audience = 'patient' ORDER BY notification_id")]
    visit = letter.visit_of(found[0])
    assert [bool(letter.stale(mail, visit)) for mail in found] == [True, True, False]
    text = letter.text(letter.words_of(found[2], visit, letter.clinic(), None), letter.clinic())
    assert 'It will take place after all' in text and 'The wrong Petra' not in text


def test_who_was_told_on_the_phone_gets_no_mail_and_no_reminder(cancelled, shell):
    undo(cancelled, tell_patient=False)

    assert shell('SELECT kind, state FROM notifications WHERE version = 2') == [('reminder', 'cancelled')]


def test_the_page_asks_whether_to_tell_the_patient(cancelled, shell):
    browser = signed_in(DORA.email)
    browser.get(f'/appointments/{cancelled}')
    browser.submit(f'/appointments/{cancelled}/status', status='booked')

    assert mails(shell, cancelled)[-1] == ('booked', 'patient', 2)


def test_calendars_take_the_visit_back(cancelled):
    before = signed_in(PETRA.email).get(f'/appointments/{cancelled}/calendar.ics').text
    undo(cancelled)
    after = signed_in(PETRA.email).get(f'/appointments/{cancelled}/calendar.ics').text

    assert 'SEQUENCE:1\r\n' in before and 'STATUS:CANCELLED' in before
    assert 'SEQUENCE:2\r\n' in after and 'STATUS:CONFIRMED' in after


@pytest.mark.parametrize(('taken', 'sentence'), [
    ({'patient_id': 3}, 'taken this time'),
    ({'staff_id': 2, 'patient_id': 1}, 'another visit at this time'),
    ({'staff_id': 2, 'patient_id': 3, 'room_id': 1}, 'The room of this visit is taken')])
def test_a_time_that_is_taken_stays_with_who_has_it(cancelled, shell, at, taken, sentence):
    book(DORA, at('10:00', 2), **taken)
    browser = signed_in(DORA.email)
    browser.get(f'/appointments/{cancelled}')

    page = browser.submit(f'/appointments/{cancelled}/status', status='booked')
    assert page.status == 409 and sentence in page.text
    assert '/staff/book?patient_id=1' in page.text
    assert shell(STANDS, cancelled) == [('cancelled', 'The wrong Petra', 0)]


@pytest.mark.parametrize(('since', 'sentence'), [
    ("INSERT INTO closures (day, reason) VALUES ('2026-06-03', 'Water')", 'The clinic is closed'),
    ("INSERT INTO time_off (staff_id, starts_at, ends_at) VALUES (1, '2026-06-03', '2026-06-04')", 'is away'),
    ('UPDATE users SET is_active = FALSE WHERE user_id = 2', 'does not offer this service'),
    ('UPDATE services SET is_active = FALSE WHERE service_id = 1', 'does not offer this service'),
    ('DELETE FROM staff_services WHERE staff_id = 1 AND service_id = 1', 'does not offer this service'),
    ('DELETE FROM working_hours WHERE staff_id = 1', 'outside working hours'),
    ('UPDATE breaks SET starts_minute = 600, ends_minute = 660', 'There is a break'),
    ('UPDATE rooms SET is_active = FALSE WHERE room_id = 1', 'The room of this visit no longer suits'),
    ('DELETE FROM room_services WHERE room_id = 1 AND service_id = 1', 'The room of this visit no longer suits')])
def test_what_no_longer_fits_is_not_booked_again(cancelled, shell, since, sentence):
    shell(since)

    with pytest.raises(Refused, match=f'{sentence}.*, so this visit cannot be booked again') as refused:
        undo(cancelled)
    assert refused.value.status == 422 and shell(STANDS, cancelled)[0][0] == 'cancelled'


def test_a_visit_without_a_room_comes_back_only_where_it_needs_none(cast, shell, at):
    shell("UPDATE services SET place = 'phone' WHERE service_id = 1")
    number = book(DORA, at('10:00', 2))
    scheduling.cancel(DORA, number)
    shell("UPDATE services SET place = 'room' WHERE service_id = 1")

    with pytest.raises(Refused, match='The room of this visit no longer suits, so this visit cannot be booked again'):
        undo(number)
    assert shell(STANDS, number)[0][0] == 'cancelled'
    shell("UPDATE services SET place = 'phone' WHERE service_id = 1")
    undo(number)
    assert shell(STANDS, number)[0][0] == 'booked'


def test_what_was_booked_knowingly_past_the_hours_comes_back(cast, shell, at):
    number = book(DORA, at('20:00', 2), overruled=['outside_hours', 'off_grid'], why='In pain')
    scheduling.cancel(DORA, number)
    undo(number)

    assert shell(STANDS, number) == [('booked', None, 2)]


@pytest.mark.parametrize(('day', 'time', 'may'), [(2, '10:20', True), (2, '23:50', True), (3, '00:00', False)])
def test_a_cancelled_visit_comes_back_until_the_end_of_its_day(cancelled, shell, at, day, time, may):
    with clock_at(at(time, day)):
        assert ('value="booked"' in signed_in(DORA.email).get(f'/appointments/{cancelled}').text) == may
        if may:
            undo(cancelled)
        else:
            with pytest.raises(Refused, match='The day of this visit has passed'):
                undo(cancelled)

    assert shell(STANDS, cancelled)[0][0] == ('booked' if may else 'cancelled')


def test_a_visit_of_a_forgotten_patient_stays_cancelled(cast, shell, at):
    number = book(DORA, at('10:00', 2), patient_id=5)
    scheduling.cancel(DORA, number)
    users.forget(ADA, 5)
    assert 'value="booked"' not in signed_in(DORA.email).get(f'/appointments/{number}').text

    with pytest.raises(NotFound):
        undo(number)
    assert shell(STANDS, number)[0][0] == 'cancelled'


def test_two_who_undo_at_once_book_it_again_once(cancelled, shell):
    results = together([lambda: undo(cancelled)] * 6)

    assert all(each is None for each in results)
    assert shell(STANDS, cancelled) == [('booked', None, 2)]
    assert shell("SELECT COUNT(*) FROM appointment_history WHERE from_status = 'cancelled'") == [(1,)]


def test_a_cancelled_and_undone_visit_can_be_moved_and_cancelled_again(cancelled, shell, at):
    undo(cancelled)
    scheduling.move(DORA, cancelled, Wanted(starts_at=at('14:00', 2)))
    scheduling.cancel(PETRA, cancelled)

    assert shell(STANDS, cancelled) == [('cancelled', '', 3)]
    assert mails(shell, cancelled)[-1] == ('cancelled', 'patient', 3)


@pytest.mark.parametrize('clash', [{'patient_id': 3}, {'staff_id': 2, 'patient_id': 1},
                                   {'staff_id': 2, 'patient_id': 3, 'room_id': 1}])
def test_an_undo_against_a_booking_of_the_same_time_has_one_winner(cancelled, shell, at, clash):
    for _ in range(10):
        def take_back():
            undo(cancelled)
            return 1
        result = together([take_back, lambda: book(DORA, at('10:00', 2), **clash)] * 3)
        held = shell("SELECT appointment_id, patient_id, room_id, staff_id FROM appointments WHERE holds_until IS NOT"
                     " NULL AND starts_at = '2026-06-03 10:00'")

        assert len(held) == 1 and kinds(result)[409] + kinds(result)['won'] == 6
        assert shell('SELECT COUNT(*) FROM claims') == [(6,)]
        scheduling.cancel(DORA, held[0][0])
        if held[0][0] != cancelled:
            shell("UPDATE appointments SET status = 'cancelled' WHERE appointment_id = %s", cancelled)


@pytest.mark.parametrize(('since', 'status'), [('appointments/find_for_change', 'cancelled'),
                                               ('availability/list_frame', 'booked')])
def test_an_undo_and_a_closure_at_the_same_moment_see_each_other(cancelled, shell, at, since, status):
    """Closed before the undo has looked, it is refused; closed afterwards, whoever closes sees the visit booked."""
    day, seen = at('00:00', 2).date(), []

    def close():
        closures.add(DORA, day, day, 'Burst pipe')
        seen.append(shell(STANDS, cancelled)[0][0])
    with during(since, close) as errors, contextlib.suppress(Refused):
        undo(cancelled)

    assert not errors and [shell(STANDS, cancelled)[0][0], *seen] == [status, status]


def test_the_clock_of_a_past_visit_does_not_matter_to_its_record(cancelled, shell, at):
    """Its time is over, so neither hours nor an absence are in the way: the patient was there, the desk had slipped."""
    shell('DELETE FROM working_hours WHERE staff_id = 1')
    clock.freeze(clock.to_utc(at('10:30', 2)))
    undo(cancelled)

    assert shell(STANDS, cancelled)[0][0] == 'booked'
