"""A visit can be changed in what takes place: its service, its length, its room, why the patient comes."""

import pytest

from app.errors import Refused
from app.visits import scheduling
from app.visits.wanted import Wanted
from tests.support.accounts import signed_in
from tests.support.browser import Browser
from tests.support.moments import kinds, together
from tests.support.people import DORA, OKAFOR, PETRA, WEBER
from tests.support.visits import book


@pytest.fixture
def visit(cast, at):
    """Petra with Dr. Weber on Wednesday from 10:00 to 10:30."""
    return book(DORA, at('10:00', 2), reason='A cough')


@pytest.fixture
def row(shell):
    def read(number):
        """(service_id, from, until, pause, room_id, reason, version)"""
        service, starts, ends, *rest = shell(
            'SELECT service_id, starts_at, ends_at, pause_minutes, room_id, reason, version FROM appointments '
            'WHERE appointment_id = %s', number)[0]
        return (service, f'{starts:%H:%M}', f'{ends:%H:%M}', *rest)
    return read


def send(number, who=DORA.email, **fields):
    browser = signed_in(who)
    browser.get(f'/appointments/{number}/change')
    return browser.submit(f'/appointments/{number}/change', **fields)


def test_a_visit_can_be_made_longer(visit, row, shell):
    page = send(visit, minutes='45')

    assert page.status == 200 and 'The visit is changed.' in page.text
    assert row(visit) == (1, '10:00', '10:45', 0, 1, 'A cough', 1)
    [[last]] = shell('SELECT MAX(at) FROM claims WHERE appointment_id = %s', visit)
    assert f'{last:%H:%M}' == '10:40'
    assert shell('SELECT action, details FROM appointment_history ORDER BY history_id DESC LIMIT 1') == [
        ('changed', 'length: 30 min → 45 min')]
    assert 'length: 30 min → 45 min' in page.text and 'Changed' in page.text


def test_the_patient_hears_of_a_new_length_and_not_of_a_new_reason_alone(visit, shell):
    send(visit, reason='A cough, and a letter')
    assert shell("SELECT COUNT(*) FROM notifications WHERE kind = 'moved'") == [(0,)]
    assert shell('SELECT reason, version FROM appointments') == [('A cough, and a letter', 0)]
    assert shell('SELECT action, details FROM appointment_history ORDER BY history_id DESC LIMIT 1') == [
        ('changed', 'reason')]

    send(visit, minutes='45', tell_patient='yes')
    assert shell("SELECT COUNT(*) FROM notifications WHERE kind = 'moved' AND audience = 'patient'") == [(1,)]


def test_another_service_brings_its_own_length(visit, row):
    send(visit, service_id='2', minutes='30')

    assert row(visit)[:4] == (2, '10:00', '11:00', 0)


def test_another_service_may_take_as_long_as_is_wanted(visit, row):
    send(visit, service_id='2', minutes='50')

    assert row(visit)[:4] == (2, '10:00', '10:50', 0)


def test_a_longer_visit_does_not_run_into_the_next_one(visit, row, at):
    book(DORA, at('10:30', 2), patient_id=3)

    page = send(visit, minutes='45', reason='Written with care')
    assert page.status == 409 and 'This time is already taken.' in page.text
    assert 'Written with care' in page.text and 'value="45"' in page.text
    assert row(visit) == (1, '10:00', '10:30', 0, 1, 'A cough', 0)


def test_a_longer_visit_may_knowingly_run_into_a_break(cast, at, row):
    number = book(DORA, at('11:30', 2))

    page = send(number, minutes='60')
    assert page.status == 422 and 'Book anyway' not in page.text and 'Reason for overriding' in page.text
    ticked = {name: 'yes' for _, form in page.forms for name in form if name.startswith('overrule_')}
    again = send(number, minutes='60', why='The patient is in pain',
                 **(ticked or {'overrule_outside_hours': 'yes', 'overrule_break': 'yes'}))
    assert again.status == 200, again.text
    assert row(number)[1:3] == ('11:30', '12:30')


def test_a_shorter_visit_needs_no_override_again(cast, at, row):
    number = book(DORA, at('20:00', 2), overruled=('outside_hours',), why='asked for')

    assert send(number, minutes='15').status == 200
    assert row(number)[1:3] == ('20:00', '20:15')


@pytest.mark.parametrize('minutes', ['7', '0', '485', 'half an hour', '-5', '³0', '9' * 40])
def test_a_length_that_will_not_do_is_refused_beside_its_field(visit, row, minutes):
    page = send(visit, minutes=minutes)

    assert page.status == 422 and 'Please write 5 to 480 minutes, in steps of 5.' in page.text
    assert row(visit)[1:3] == ('10:00', '10:30')


def test_a_visit_that_was_moved_meanwhile_is_left_alone(visit, row, at):
    browser = signed_in(DORA.email)
    browser.get(f'/appointments/{visit}/change')
    scheduling.move(DORA, visit, Wanted(starts_at=at('11:00', 2)))

    page = browser.submit(f'/appointments/{visit}/change', minutes='45', reason='late')
    assert page.status == 409 and 'This visit has been changed.' in page.text
    assert row(visit) == (1, '11:00', '11:30', 0, 1, 'A cough', 1)


def test_what_is_over_is_not_changed(visit, row):
    scheduling.cancel(DORA, visit)

    assert '/change' not in signed_in(DORA.email).get(f'/appointments/{visit}/change').path
    with pytest.raises(Refused):
        scheduling.change(DORA, visit, Wanted(minutes=45, reason='x'))
    assert row(visit)[2] == '10:30'


def test_only_those_who_have_the_visit_change_it(visit):
    assert signed_in(PETRA.email).get(f'/appointments/{visit}/change').status == 403
    assert signed_in(OKAFOR.email).get(f'/appointments/{visit}/change').status == 404
    assert signed_in(WEBER.email).get(f'/appointments/{visit}/change').status == 200
    assert Browser().get(f'/appointments/{visit}/change', follow=False).status == 303


def test_a_longer_visit_and_the_next_one_at_once_do_not_both_get_the_time(visit, at, shell):
    outcomes = together([
        lambda: scheduling.change(DORA, visit, Wanted(minutes=60, reason='')),
        lambda: book(DORA, at('10:30', 2), patient_id=3)])

    assert kinds(outcomes)[409] == 1, outcomes
    assert shell('SELECT COUNT(*) FROM (SELECT 1 FROM claims GROUP BY staff_id, at HAVING COUNT(*) > 1) AS twice') == [
        (0,)]


def test_the_desk_books_a_visit_of_another_length(cast, row, shell):
    browser = signed_in(DORA.email)
    page = browser.get('/staff/book/confirm?patient_id=1&service_id=1&staff_id=1&day=2026-06-03&time=10:00')
    assert 'name="minutes"' in page.text
    browser.submit('/staff/book', minutes='45')

    [[number]] = shell('SELECT appointment_id FROM appointments')
    assert row(number)[1:3] == ('10:00', '10:45')


def test_a_length_that_does_not_fit_is_seen_before_it_is_booked(cast, at):
    book(DORA, at('10:30', 2), patient_id=3)
    browser = signed_in(DORA.email)
    browser.get('/staff/book/confirm?patient_id=1&service_id=1&staff_id=1&day=2026-06-03&time=10:00')
    page = browser.submit('/staff/book', minutes='45')

    assert page.status == 409 and '10:45' in page.text


def test_the_same_form_with_another_length_is_another_visit(cast, shell):
    browser = signed_in(DORA.email)
    path = '/staff/book/confirm?patient_id=1&service_id=1&staff_id=1&day=2026-06-03&time=10:00'
    browser.get(path)
    form = next(form for where, form in browser.page.forms if where == '/staff/book' and 'minutes' in form)
    browser.post('/staff/book', {**form, 'minutes': '20'})
    again = browser.post('/staff/book', {**form, 'minutes': '45'})

    assert again.status == 409
    assert browser.post('/staff/book', {**form, 'minutes': '20'}).status == 200
    assert shell('SELECT COUNT(*) FROM appointments') == [(1,)]
