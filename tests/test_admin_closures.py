"""Closed days: from and to, one after another, and the visits in their way."""

import dataclasses
import datetime as dt
from functools import partial

import pytest

from app import clock, config, database
from app.clinic import closures
from app.errors import Refused
from app.visits import scheduling
from app.visits.wanted import Wanted
from tests.support.accounts import signed_in
from tests.support.moments import clock_at, during, together
from tests.support.people import ADA
from tests.support.statements import statements
from tests.support.visits import book

HOLIDAYS = {'first_day': '2026-06-08', 'last_day': '2026-06-10', 'reason': 'Holidays'}


def close(ada, **fields):
    ada.get('/admin/closures')
    return ada.submit('/admin/closures', **{**HOLIDAYS, **fields})


def closed(shell):
    return [f'{day:%m-%d} {reason}' for day, reason in shell('SELECT day, reason FROM closures ORDER BY day')]


def test_from_and_to_close_every_day_between(ada, shell, noted):
    page = close(ada)

    assert closed(shell) == ['06-08 Holidays', '06-09 Holidays', '06-10 Holidays']
    assert page.path == '/admin/closures/stretch' and 'Closed Mon 8 Jun – Wed 10 Jun 2026' in page.text
    assert 'No visits to rearrange.' in page.text
    assert noted('closures') == [('closure added', None, '2026-06-08 to 2026-06-10: Holidays')]


def test_two_who_close_the_same_day_at_once_come_one_after_the_other(cast, shell):
    first, second = dt.date(2026, 6, 8), dt.date(2026, 6, 9)

    with during('closures/find_first', lambda: closures.add(ADA, second, second, 'Course')) as errors:
        closures.add(ADA, first, second, 'Holidays')

    assert [type(error) for error in errors] == [closures.AlreadyClosed]
    assert closed(shell) == ['06-08 Holidays', '06-09 Holidays']


def test_a_single_day_needs_no_last_day(ada, shell, noted):
    page = close(ada, last_day='')

    assert closed(shell) == ['06-08 Holidays']
    assert 'Closed Monday 8 June 2026' in page.text
    assert noted('closures') == [('closure added', None, '2026-06-08: Holidays')]


def test_nobody_can_book_a_closed_day(ada, at):
    close(ada)

    with pytest.raises(Refused, match='closed on this day'):
        book(ADA, at('10:00', 7))


@pytest.mark.parametrize(('fields', 'field', 'sentence'), [
    ({'first_day': ''}, 'first_day', 'Please fill in: first day.'),
    ({'first_day': '2026-05-31'}, 'first_day', 'Please choose a day from today on'),
    ({'first_day': '2029-12-31'}, 'first_day', 'Please choose a day from today on'),
    ({'first_day': 'tomorrow'}, 'first_day', 'Please write the day as year-month-day'),
    ({'last_day': '2026-06-07'}, 'last_day', 'The last day comes before the first.'),
    ({'last_day': '2027-06-09'}, 'last_day', 'Please close at most 366 days at once.'),
    ({'last_day': 'x'}, 'last_day', 'Please write the day as year-month-day'),
    ({'reason': ' '}, 'reason', 'Please fill in: reason.'),
    ({'reason': 'x' * 201}, 'reason', 'Please use at most 200 characters'),
])
def test_a_closure_that_is_refused_keeps_what_was_typed(ada, shell, noted, fields, field, sentence):
    page = close(ada, **fields)

    assert page.status == 422
    assert f'id="{field}-error">{sentence}' in page.text
    shown = dict(page.forms)['/admin/closures']
    assert {name: shown[name] for name in HOLIDAYS} == {**HOLIDAYS, **fields}
    assert closed(shell) == [] and noted('closures') == []


def test_the_day_that_is_closed_already_is_named(ada, shell):
    close(ada, first_day='2026-06-10', last_day='', reason='Fair')
    page = close(ada)

    assert page.status == 409
    assert 'id="first_day-error">The clinic is already closed on Wednesday 10 June 2026: Fair.' in page.text
    assert closed(shell) == ['06-10 Fair']


def test_of_two_admins_who_close_the_same_day_one_is_told(cast, shell):
    days = dt.date(2026, 6, 8), dt.date(2026, 6, 19)

    results = together([partial(closures.add, ADA, *days, reason) for reason in ('One', 'Two')])

    assert [refused.status for refused in results if refused] == [409]
    assert len({line.split()[1] for line in closed(shell)}) == 1 and len(closed(shell)) == 12


def test_days_in_a_row_with_one_reason_are_one_stretch(cast, shell):
    shell("INSERT INTO closures (day, reason) VALUES ('2026-06-08', 'A'), ('2026-06-09', 'A'), ('2026-06-10', 'B'), "
          "('2026-06-11', 'A'), ('2026-06-12', 'A'), ('2026-06-13', 'A'), ('2026-05-31', 'A'), ('2026-06-01', 'A')")

    for _ in range(2):
        found = database.rows('closures/list_stretches', today=clock.today(), now=clock.now(), is_past=False, limit=9)
        assert [(f'{row["first_day"]:%m-%d}', row['days'], row['reason']) for row in found] == \
            [('05-31', 2, 'A'), ('06-08', 2, 'A'), ('06-10', 1, 'B'), ('06-11', 3, 'A')]
        assert closures.find(dt.date(2026, 6, 12))['first_day'] == dt.date(2026, 6, 11)
        assert closures.find(dt.date(2026, 6, 9)) == \
            {'first_day': dt.date(2026, 6, 8), 'last_day': dt.date(2026, 6, 9), 'reason': 'A'}


def test_past_closures_have_a_list_of_their_own(ada, shell):
    shell("INSERT INTO closures (day, reason) VALUES ('2026-05-25', 'Whitsun'), ('2026-06-08', 'Fair')")

    ahead, past = ada.get('/admin/closures').text, ada.get('/admin/closures?past=1').text
    assert 'Fair' in ahead and 'Whitsun' not in ahead
    assert 'Whitsun' in past and 'Fair' not in past
    assert 'Remove the closure' not in ada.get('/admin/closures/stretch?day=2026-05-25').text


def test_removing_opens_the_days_from_today_on(ada, shell, noted, at):
    shell("INSERT INTO closures (day, reason) VALUES ('2026-05-31', 'A'), ('2026-06-01', 'A'), ('2026-06-02', 'A'), "
          "('2026-06-03', 'B')")
    ada.get('/admin/closures/stretch?day=2026-06-02')
    page = ada.submit('/admin/closures/stretch/remove')

    assert page.path == '/admin/closures' and 'can be booked again' in page.text
    assert closed(shell) == ['05-31 A', '06-03 B']
    assert noted('closures') == [('closure removed', None, '2026-06-01 to 2026-06-02: A')]
    assert ada.post('/admin/closures/stretch/remove', {'day': '2026-06-02'}).status == 409


@pytest.mark.parametrize('asked', ['', '?day=', '?day=x', '?day=2026-06-08'])
def test_a_day_that_is_not_closed_has_no_page(ada, asked):
    assert ada.get('/admin/closures/stretch' + asked).status == 404


@pytest.fixture
def in_the_way(ada, at):
    """Ada before the page of closed days, and the keys of three visits on them: Petra's, Olga's, Paul's."""
    keys = [book(ADA, at('10:00', 7)), book(ADA, at('11:00', 7), patient_id=5),
            book(ADA, at('09:00', 9), patient_id=3, staff_id=2)]
    book(ADA, at('10:00', 10), patient_id=4)
    close(ada)
    return ada, keys


def test_visits_in_the_way_are_listed_with_phone_numbers(in_the_way):
    ada, keys = in_the_way
    text = ada.page.text

    assert '3 visits to rearrange' in text and '+49 30 555 03' in text and 'Mallory' not in text
    assert 'No address: please call' in text
    assert all(f'/appointments/{key}/reschedule' in text for key in keys)
    assert '3 visits to rearrange' in ' '.join(ada.get('/admin/closures').text.split())


def test_visits_that_are_ticked_are_cancelled_and_the_patients_told(in_the_way, shell):
    ada, (petra, olga, paul) = in_the_way
    config.use(dataclasses.replace(config.current(), smtp_host='mail.test'))
    page = ada.submit('/admin/closures/stretch/cancel-visits', **{f'visit_{petra}': '0', f'visit_{olga}': '0'})
    assert 'Cancel 2 visits?' in page.text and '1 patient gets an e-mail. Please call 1.' in page.text
    page = ada.submit('/admin/closures/stretch/cancel-visits')

    assert page.path == '/staff/calls' and page.text.count('<tr id="call-') == 1 and '+49 30 555 03' in page.text
    assert 'The ticked visits are cancelled.' in page.text
    assert '1 visit to rearrange' in ada.get('/admin/closures/stretch?day=2026-06-08').text
    assert shell('SELECT status, cancel_reason FROM appointments WHERE appointment_id IN (%s, %s)', petra, olga) == \
        [('cancelled', 'Holidays')] * 2
    assert shell('SELECT status FROM appointments WHERE appointment_id = %s', paul) == [('booked',)]
    assert shell("SELECT appointment_id FROM notifications WHERE kind = 'cancelled'") == [(petra,)]
    assert shell('SELECT COUNT(*) FROM appointment_history WHERE to_status = %s AND user_id = 1', 'cancelled') == [(2,)]


def test_visits_are_cancelled_without_a_mail_where_it_is_not_ticked(in_the_way, shell):
    ada, (petra, *_) = in_the_way
    ada.post('/admin/closures/stretch/cancel-visits', {'day': '2026-06-08', 'confirmed': 'yes',
                                                             f'visit_{petra}': '0'})

    assert shell('SELECT status, cancel_reason FROM appointments WHERE appointment_id = %s', petra) == \
        [('cancelled', '')]
    assert shell("SELECT COUNT(*) FROM notifications WHERE kind = 'cancelled'") == [(0,)]


def test_a_visit_that_was_changed_meanwhile_is_left_alone_and_named(in_the_way, shell, at):
    ada, (petra, olga, paul) = in_the_way
    scheduling.move(ADA, petra, Wanted(starts_at=at('13:00', 3)))
    with clock_at(at('08:45', 9)):
        scheduling.set_status(ADA, paul, 'arrived')
    page = ada.submit('/admin/closures/stretch/cancel-visits',
                        **{f'visit_{key}': '0' for key in (petra, olga, paul, 999_999)})
    assert 'Cancel 1 visit?' in page.text
    page = ada.submit('/admin/closures/stretch/cancel-visits')

    assert page.status == 409 and '1 visit cancelled, 3 not.' in page.text
    assert shell('SELECT status FROM appointments WHERE appointment_id IN (%s, %s, %s) ORDER BY 1',
                 petra, olga, paul) == [('arrived',), ('booked',), ('cancelled',)]
    assert all(f'id="visit_{key}"' in page.text for key in (petra, paul, 999_999))
    assert page.text.count('This visit was changed and is no longer in the list.') == 6        # in the summary too


def test_a_visit_moved_within_the_closed_days_is_ticked_again_with_its_sentence(in_the_way, at):
    ada, (petra, *_) = in_the_way
    scheduling.move(ADA, petra, Wanted(starts_at=at('14:00', 7), overruled=['closed'], why='x'))
    ada.submit('/admin/closures/stretch/cancel-visits', **{f'visit_{petra}': '0'})
    page = ada.submit('/admin/closures/stretch/cancel-visits')

    assert page.status == 409
    assert f'id="visit_{petra}-error">This visit has been changed.' in page.text
    assert dict(page.forms)['/admin/closures/stretch/cancel-visits'][f'visit_{petra}'] == '1'


def test_ticking_nothing_is_refused(in_the_way):
    ada, _ = in_the_way
    page = ada.submit('/admin/closures/stretch/cancel-visits')

    assert page.status == 422 and 'Please tick at least one visit.' in page.text


def test_cancelling_races_with_moving_and_one_of_them_wins(in_the_way, shell, at):
    _, (petra, *_) = in_the_way

    failed, moving = together([partial(scheduling.cancel_each, ADA, {petra: 0}, '', False),
                               partial(scheduling.move, ADA, petra, Wanted(starts_at=at('13:00', 3)))])

    (status, moved), = shell("SELECT status, starts_at = '2026-06-04 13:00' FROM appointments "
                             "WHERE appointment_id = %s", petra)
    assert type(failed) is dict and bool(failed) != isinstance(moving, Refused)
    assert (status, moved) == (('booked', 1) if failed else ('cancelled', 0))


@pytest.mark.parametrize('email', ['dora@clinic.test', 'petra@mail.test'])
def test_closures_are_for_admins(cast, email):
    visitor = signed_in(email)

    assert visitor.get('/admin/closures').status == 403
    assert visitor.get('/admin/closures/stretch?day=2026-06-08').status == 403
    for path in ('/admin/closures', '/admin/closures/stretch/remove', '/admin/closures/stretch/cancel-visits'):
        assert visitor.post(path, {'day': '2026-06-08'}).status == 403


def test_closures_cost_a_fixed_number_of_statements(ada, shell, at):
    shell("INSERT INTO closures (day, reason) VALUES ('2026-06-08', 'A')")
    paths = ('/admin/closures', '/admin/closures/stretch?day=2026-06-08')
    before = [len(statements(lambda path=path: ada.get(path))) for path in paths]
    shell('DELETE FROM closures')
    for hour in range(9, 12):
        book(ADA, at(f'{hour:02}:00', 7), patient_id=hour - 8)
    shell("INSERT INTO closures (day, reason) VALUES ('2026-06-08', 'A'), ('2026-06-10', 'B'), ('2026-06-12', 'C')")

    assert [len(statements(lambda path=path: ada.get(path))) for path in paths] == before
    assert max(before) <= 5
