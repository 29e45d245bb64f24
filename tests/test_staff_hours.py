"""When people work: reading what was typed, changing the week from a day on, time off, and the visits in the way."""

import datetime as dt
import threading

import hypothesis
import pytest
from hypothesis import strategies as st

from app import database, tokens
from app.clinic import hours
from app.errors import Refused
from app.forms import hours as forms
from app.forms import times
from app.visits import not_fitting
from app.written import Written
from tests.conftest import MONDAY
from tests.support.accounts import signed_in
from tests.support.people import ADA, DORA, WEBER
from tests.support.statements import statements
from tests.support.visits import book

A_WEEK = {f'hours_{weekday}': '' for weekday in range(7)} | {f'breaks_{weekday}': '' for weekday in range(7)}


@pytest.fixture
def save(cast):
    """save('2026-06-15', hours_0='9-12') → Dr. Weber's week from that day on."""
    def week(valid_from, **typed):
        read = forms.read_week({**A_WEEK, 'valid_from': valid_from, **typed}, MONDAY)
        hours.save_week(WEBER, 1, read)
    return week


def starts(staff_id, day, service_id=1):
    found = database.rows('availability/list_starts', role='patient', staff_id=staff_id, service_id=service_id, day=day,
                          now=dt.datetime(2026, 6, 1, 8))
    return [f'{row["starts_at"]:%H:%M}' for row in found]


@pytest.mark.parametrize(('typed', 'read'), [
    ('9:00-12:00, 13:00-17:00', [(540, 720), (780, 1020)]),
    ('13-17  9-12', [(540, 720), (780, 1020)]),
    ('9.30–12h30 and 14 to 18', [(570, 750), (840, 1080)]),
    ('0900-1200;1300-2400', [(540, 720), (780, 1440)]),
    ('9-5 pm', [(540, 1020)]),
    ('1-5pm', [(780, 1020)]),
    ('09:00 am-12:00 pm', [(540, 720)]),
    ('8 pm - 12 am', [(1200, 1440)]),
    ('20:00-0:00', [(1200, 1440)]),
    ('20-24', [(1200, 1440)]),
    ('8 pm to midnight', [(1200, 1440)]),
    ('8:00 pm–12:00 midnight', [(1200, 1440)]),
    ('midnight-6:00', [(0, 360)]),
    ('0-0', [(0, 1440)]),
    ('9-12, 12-13', [(540, 720), (720, 780)]),
    ('', []),
    ('closed', []),
])
def test_stretches_are_read_as_people_write_them(typed, read):
    assert times.read_stretches(typed) == read


@pytest.mark.parametrize(('typed', 'word'), [
    ('17-9', 'end must be after'),
    ('9-9', 'end must be after'),
    ('9-12, 11-13', 'overlap'),
    ('9-12x', '“x” could not be read'),
    ('9:03-10', 'steps of five minutes'),
    ('25-26', '0:00 to 24:00'),
    ('9-12-15', 'could not be read'),
    ('nine to five', 'could not be read'),
    ('9:75-10', '0:00 to 24:00'),
    ('٩-١٢', 'could not be read'),
])
def test_what_cannot_be_read_is_named(typed, word):
    with pytest.raises(times.Unreadable, match=word):
        times.read_stretches(typed)


@pytest.mark.parametrize('typed', ['0:00', '00:00', '24:00', '24', '2400', '12 am', '12:00 a.m.', 'midnight',
                                   '12 midnight', '12:00 midnight', '12:00 MIDNIGHT', ' 12:00 am midnight '])
def test_midnight_as_an_end_is_the_end_of_the_day_everywhere(typed):
    away = forms.read_time_off({'first_day': '2026-06-02', 'from_time': '20:00', 'until_time': typed}, MONDAY)
    week = forms.read_week({**A_WEEK, 'valid_from': '2026-06-01', 'hours_0': f'20:00-{typed}',
                            'breaks_0': f'23:00-{typed}'}, MONDAY)

    assert times.read_end(typed) == 1440
    assert away['ends_at'] == dt.datetime(2026, 6, 3)
    assert [(each['starts_minute'], each['ends_minute'], each['breaks']) for each in week['blocks']] == \
        [(1200, 1440, [(1380, 1440)])]


@pytest.mark.parametrize('typed', ['0:00', '12 am', 'midnight', '12:00 midnight'])
def test_midnight_as_a_beginning_is_the_beginning_of_the_day(typed):
    assert times.read_time(typed) == 0


@hypothesis.given(st.integers(0, 287), st.integers(1, 288), st.sampled_from(('24', '12')),
                  st.sampled_from(('-', '–', ' to ', ' – ')))
def test_our_forms_read_what_our_pages_print(start, end, clock_style, between):
    hypothesis.assume(start < end)
    start, end, how = start * 5, end * 5, Written(clock_style=clock_style)

    assert (times.read_time(how.minute(start)), times.read_end(how.minute(end))) == (start, end)
    assert times.read_end(how.time(dt.datetime(2026, 6, 1) + dt.timedelta(minutes=end))) == end
    assert times.read_stretches(how.minute(start) + between + how.minute(end)) == [(start, end)]
    assert times.read_stretches(times.plain(start, end)) == [(start, end)]


def test_stretches_that_touch_are_saved_as_one_so_that_a_long_visit_fits(save, shell):
    save('2026-06-15', hours_0='9:00-9:30, 9:30-10:00, 10-11, 12-13', breaks_0='9:30-9:40, 12:50-13')

    assert shell('SELECT starts_minute, ends_minute FROM working_hours '
                 "WHERE staff_id = 1 AND valid_from = '2026-06-15' ORDER BY 1") == [(540, 660), (720, 780)]
    assert shell("SELECT breaks.starts_minute FROM breaks JOIN working_hours USING (working_hours_id) "
                 "WHERE staff_id = 1 AND valid_from = '2026-06-15' ORDER BY 1") == [(570,), (770,)]


def test_stretches_saved_before_that_touch_are_pointed_out(cast, shell):
    shell('INSERT INTO working_hours (staff_id, weekday, starts_minute, ends_minute) VALUES (1, 0, 1020, 1080)')
    weber = signed_in('weber@clinic.test')

    assert 'Save the hours again to join them' in weber.get('/staff/hours').text


def test_a_break_lies_within_one_stretch_of_work():
    with pytest.raises(Refused) as refused:
        forms.read_week({**A_WEEK, 'valid_from': '2026-06-01', 'hours_0': '9-12, 13-17', 'breaks_0': '11:45-12:15'},
                        MONDAY)

    assert 'not within the working hours' in refused.value.fields['breaks_0']


def test_breaks_of_one_day_may_not_overlap():
    with pytest.raises(Refused) as refused:
        forms.read_week({**A_WEEK, 'valid_from': '2026-06-01', 'hours_3': '9-17', 'breaks_3': '12-13, 12:30-14'},
                        MONDAY)

    assert 'overlap' in refused.value.fields['breaks_3']


def test_hours_cannot_change_in_the_past():
    with pytest.raises(Refused) as refused:
        forms.read_week({**A_WEEK, 'valid_from': '2026-05-31'}, MONDAY)

    assert refused.value.fields['valid_from'] == 'Please choose today or a later day.'


def test_new_hours_end_the_old_ones_and_the_past_keeps_its_own(save, shell):
    save('2026-06-15', hours_0='8-10, 11-12', breaks_0='8:30-9')

    assert starts(1, '2026-06-08') == ['09:00', '09:30', '10:00', '10:30', '11:00', '11:30', '13:00', '13:30', '14:00',
                                       '14:30', '15:00', '15:30', '16:00', '16:30']
    assert starts(1, '2026-06-15') == ['08:00', '09:00', '09:30', '11:00', '11:30']
    assert starts(1, '2026-06-16') == []
    assert shell("SELECT DISTINCT valid_until FROM working_hours WHERE staff_id = 1 AND valid_from < '2026-06-15'") == \
        [(dt.date(2026, 6, 15),)]
    assert shell('SELECT COUNT(*) FROM breaks JOIN working_hours USING (working_hours_id) WHERE staff_id = 1') == [(6,)]


def test_hours_saved_again_from_the_same_day_replace_each_other(save, shell):
    save('2026-06-15', hours_0='8-10')
    save('2026-06-15', hours_0='14-15')

    assert starts(1, '2026-06-15') == ['14:00', '14:30']
    assert [each['starts_on'] for each in hours.list_periods(1, MONDAY)] == \
        [dt.date(2020, 1, 1), dt.date(2026, 6, 15)]


def test_hours_before_a_planned_change_hold_until_it(save):
    save('2026-06-29', hours_0='8-9')
    save('2026-06-15', hours_0='14-15')

    assert starts(1, '2026-06-22') == ['14:00', '14:30']
    assert starts(1, '2026-06-29') == ['08:00', '08:30']
    assert starts(1, '2026-06-08')[0] == '09:00'


def test_a_change_that_is_removed_lets_the_hours_before_go_on(save, shell):
    save('2026-06-29', hours_0='8-9')
    save('2026-06-15', hours_0='14-15')
    hours.remove_change(WEBER, 1, dt.date(2026, 6, 15))

    assert len(starts(1, '2026-06-22')) == 14
    assert starts(1, '2026-06-29') == ['08:00', '08:30']
    hours.remove_change(WEBER, 1, dt.date(2026, 6, 29))
    assert len(starts(1, '2026-06-29')) == 14
    assert shell('SELECT DISTINCT valid_until FROM working_hours WHERE staff_id = 1') == [(None,)]


def test_a_week_without_any_hours_is_a_change_too_and_can_be_removed(save):
    save('2026-06-15')

    assert [any(each['week']) for each in hours.list_periods(1, MONDAY)] == [True, False]
    assert starts(1, '2026-06-15') == []
    hours.remove_change(WEBER, 1, dt.date(2026, 6, 15))
    assert len(starts(1, '2026-06-15')) == 14


def test_the_past_cannot_be_removed(save):
    with pytest.raises(Refused) as refused:
        hours.remove_change(WEBER, 1, dt.date(2020, 1, 1))

    assert refused.value.status == 409


def test_days_with_ends_of_their_own_are_divided_where_the_week_changes(save, shell):
    shell("UPDATE working_hours SET valid_until = '2026-07-01' WHERE working_hours_id = 12")
    save('2026-06-15', hours_0='14-15', hours_1='14-15')

    assert starts(1, '2026-06-22') == ['14:00', '14:30']
    assert starts(1, '2026-06-30') == ['14:00', '14:30']
    assert len(starts(1, '2026-07-06')) == 14
    assert starts(1, '2026-07-07') == []


def test_the_slot_length_moves_the_starts(cast, shell):
    hours.set_slot_minutes(WEBER, 1, 60)

    assert starts(1, '2026-06-02')[:3] == ['09:00', '10:00', '11:00']


def test_time_off_takes_its_times_and_gives_them_back(cast, shell, at):
    hours.add_time_off(WEBER, 1, at('13:00', 1), at('15:30', 1), 'Course')

    assert starts(1, '2026-06-02')[-4:] == ['11:30', '15:30', '16:00', '16:30']
    hours.remove_time_off(WEBER, 1, shell('SELECT time_off_id FROM time_off')[0][0])
    assert len(starts(1, '2026-06-02')) == 14


@pytest.mark.parametrize(('typed', 'starts_at', 'ends_at'), [
    ({}, '2026-06-02 00:00', '2026-06-03 00:00'),
    ({'last_day': '2026-06-05'}, '2026-06-02 00:00', '2026-06-06 00:00'),
    ({'from_time': '13', 'until_time': '15:30'}, '2026-06-02 13:00', '2026-06-02 15:30'),
    ({'until_time': '24:00'}, '2026-06-02 00:00', '2026-06-03 00:00'),
])
def test_time_off_takes_days_or_hours(typed, starts_at, ends_at):
    read = forms.read_time_off({'first_day': '2026-06-02', **typed}, MONDAY)

    assert (f'{read["starts_at"]:%Y-%m-%d %H:%M}', f'{read["ends_at"]:%Y-%m-%d %H:%M}') == (starts_at, ends_at)


@pytest.mark.parametrize(('typed', 'field'), [
    ({'first_day': ''}, 'first_day'),
    ({'first_day': '2025-05-30', 'last_day': '2026-06-02'}, 'first_day'),
    ({'last_day': '2029-06-05'}, 'last_day'),
    ({'last_day': '2026-06-01'}, 'last_day'),
    ({'from_time': '15', 'until_time': '15'}, 'until_time'),
    ({'from_time': 'noon'}, 'from_time'),
])
def test_time_off_that_makes_no_sense_is_refused(typed, field):
    with pytest.raises(Refused) as refused:
        forms.read_time_off({'first_day': '2026-06-02', **typed}, MONDAY)

    assert list(refused.value.fields) == [field]
    assert '202' not in refused.value.fields[field]         # no day in a way in which the clinic does not write it


def test_visits_that_no_longer_fit_are_listed_and_stay(save, shell, at):
    kept, outside, in_break, away = (
        book(ADA, moment)
        for moment in (at('09:00', 14), at('14:00', 14), at('10:00', 14), at('09:00', 1)))
    save('2026-06-15', hours_0='9-12', breaks_0='10:15-10:30')
    hours.add_time_off(WEBER, 1, at('00:00', 1), at('00:00', 2), '')
    hours.add_time_off(WEBER, 1, at('08:00', 1), at('10:00', 1), '')

    found = not_fitting.list_ahead(1, at('08:00'))
    assert [(visit['appointment_id'], visit['against']) for visit in found] == \
        [(away, 'time off'), (in_break, 'during a break'), (outside, 'outside working hours')]
    assert shell("SELECT COUNT(*) FROM appointments WHERE status = 'booked'") == [(4,)]
    assert not_fitting.list_ahead(2, at('08:00')) == []


def test_a_visit_that_no_longer_fits_comes_once_whatever_it_falls_into(save, shell, at):
    number = book(ADA, at('10:00', 14))
    save('2026-06-15', hours_0='9-12', breaks_0='10:05-10:10, 10:20-10:25')
    for begin, end in (('08:00', '10:15'), ('10:15', '11:00'), ('00:00', '23:00')):
        hours.add_time_off(WEBER, 1, at(begin, 14), at(end, 14), '')
    for _ in range(2):
        shell("INSERT INTO appointment_history (appointment_id, at_utc, action, from_status, to_status, overruled)"
              " VALUES (%s, '2026-06-01', 'booked', 'booked', 'booked', 'break')", number)

    assert shell('SELECT appointment_id, is_away, is_in_break FROM unfitting_visits') == [(number, 1, 1)]
    for found in (database.rows('appointments/list_not_fitting', staff_id=1, today=MONDAY, limit=10),
                  database.rows('appointments/list_day_not_fitting', day=at('00:00', 14).date())):
        assert [(visit['appointment_id'], visit['is_known']) for visit in found] == [(number, 1)]


def test_each_change_is_in_the_audit_log(save, shell, at):
    save('2026-06-15', hours_0='9-12')
    hours.set_slot_minutes(DORA, 1, 10)
    hours.add_time_off(DORA, 1, at('08:00'), at('09:00'), 'private')

    assert shell('SELECT user_id, action, subject_id FROM audit_log ORDER BY audit_id') == \
        [(2, 'hours changed', 1), (5, 'slot length changed', 1), (5, 'time off added', 1)]
    assert 'private' not in str(shell('SELECT details FROM audit_log'))


def test_a_doctor_changes_their_week_from_a_day_on(browser):
    weber = browser('weber')
    weber.get('/staff/hours/week?staff_id=1')
    page = weber.submit('/staff/hours/week', valid_from='2026-06-15', hours_0='8-12', breaks_0='10-10:15',
                        as_monday='yes', hours_5='9-10')

    assert page.status == 200 and 'The working hours are saved.' in page.text
    assert 'From 15 Jun 2026' in page.text
    assert starts(1, '2026-06-16') == ['08:00', '08:30', '09:00', '09:30', '10:30', '11:00', '11:30']
    assert starts(1, '2026-06-20') == ['09:00', '09:30']


def test_the_week_is_shown_as_it_can_be_typed_again(browser, shell):
    weber = browser('weber')
    weber.get('/staff/hours/week?staff_id=1')
    shown = dict(weber.page.forms)['/staff/hours/week']
    assert [shown[f'{part}_0_1'] for part in ('from', 'until', 'break_from', 'break_until')] == \
        ['09:00', '17:00', '12:00', '13:00']
    shell("UPDATE settings SET clock_style = '12'")
    shell('UPDATE working_hours SET ends_minute = 1440')
    weber.get('/staff/hours/week?staff_id=1')
    weber.submit('/staff/hours/week', until_4_1='00:00', break_from_4_1='', break_until_4_1='')

    assert shell('SELECT DISTINCT starts_minute, ends_minute FROM working_hours WHERE staff_id = 1') == [(540, 1440)]
    assert shell('SELECT DISTINCT breaks.starts_minute, breaks.ends_minute FROM breaks JOIN working_hours '
                 'USING (working_hours_id) WHERE working_hours.staff_id = 1') == [(720, 780)]


def test_a_refused_week_keeps_what_was_typed(browser):
    weber = browser('weber')
    weber.get('/staff/hours/week?staff_id=1')
    page = weber.submit('/staff/hours/week', hours_0='17-9', hours_1='whenever')

    assert page.status == 422
    typed = dict(page.forms)['/staff/hours/week']
    assert (typed['hours_0'], typed['hours_1']) == ('17-9', 'whenever')
    assert 'id="hours_0-error"' in page.text and 'id="hours_1-error"' in page.text


def test_time_off_is_added_and_removed_on_the_page(browser, shell):
    weber = browser('weber')
    weber.get('/staff/hours/time-off?staff_id=1')
    assert weber.submit('/staff/hours/time-off', first_day='').status == 422
    page = weber.submit('/staff/hours/time-off', first_day='2026-06-02', reason='Course')
    assert 'Tuesday 2 June 2026' in page.text and 'Course' in page.text
    found = shell('SELECT time_off_id FROM time_off')[0][0]

    assert weber.submit(f'/staff/hours/time-off/{found}/remove').status == 200
    assert shell('SELECT COUNT(*) FROM time_off') == [(0,)]


def test_a_planned_change_is_removed_on_the_page(browser, save):
    save('2026-06-15', hours_0='9-12')
    weber = browser('weber')
    weber.get('/staff/hours')
    page = weber.submit('/staff/hours/week/remove')

    assert 'The change of working hours is removed.' in page.text
    assert weber.post('/staff/hours/week/remove', {'staff_id': '1', 'valid_from': '2026-06-15'}).status == 409


def test_saving_shows_the_visits_in_the_way(browser, at):
    appointment_id = book(ADA, at('09:00', 1))
    weber = browser('weber')
    weber.get('/staff/hours/time-off')
    page = weber.submit('/staff/hours/time-off', first_day='2026-06-02')

    assert '1 visit no longer fits' in page.text
    assert f'href="/appointments/{appointment_id}"' in page.text


@pytest.mark.parametrize(('name', 'own', 'others'), [
    ('weber', 200, 404), ('lind', 404, 404), ('dora', 200, 200), ('ada', 200, 200),
])
def test_staff_open_their_own_hours_the_desk_and_admins_anybodys(browser, name, own, others):
    visitor = browser(name)

    for path in ('/staff/hours', '/staff/hours/week', '/staff/hours/time-off'):
        assert visitor.get(f'{path}?staff_id=1').status == own
        assert visitor.get(f'{path}?staff_id=2').status == others
        assert visitor.get(f'{path}?staff_id=99').status == 404
        assert visitor.get(f'{path}?staff_id=x').status == 404


def test_staff_change_nobody_elses_hours(browser, shell):
    lind = browser('lind')
    lind.get('/staff/hours')
    shell("INSERT INTO time_off (time_off_id, staff_id, starts_at, ends_at) VALUES (7, 1, '2026-06-02', '2026-06-03')")

    for path, fields in (('week', {'valid_from': '2026-06-15'}), ('week/remove', {'valid_from': '2026-06-15'}),
                         ('slots', {'slot_minutes': '5'}), ('time-off', {'first_day': '2026-06-15'}),
                         ('time-off/7/remove', {})):
        assert lind.post(f'/staff/hours/{path}', {'staff_id': '1', **fields}).status == 404
    assert lind.post('/staff/hours/time-off/7/remove', {'staff_id': '3'}).status == 404
    assert shell('SELECT COUNT(*) FROM audit_log WHERE subject = %s', 'staff') == [(0,)]


def test_the_desk_starts_from_the_list_of_people(browser):
    page = browser('dora').get('/staff/hours')

    assert page.status == 200
    assert 'href="/staff/hours?staff_id=3"' in page.text and 'Dora Desk</a></h2>' not in page.text


def test_an_overview_takes_seven_statements_however_much_it_shows(browser, shell, save):
    weber = browser('weber')

    def count():
        return len(statements(lambda: weber.get('/staff/hours')))
    before = count()
    for day in ('2026-06-15', '2026-06-22'):
        save(day, hours_0='9-12, 13-14, 15-16', hours_1='9-12')
    assert count() == before <= 7


def test_hours_wait_for_a_booking_under_way_and_then_show_it(cast, shell, at):
    found = []
    shell('UPDATE working_hours SET valid_from = %s WHERE staff_id = 1', MONDAY)    # so that saving only deletes

    def no_more_work():
        hours.save_week(WEBER, 1, {'valid_from': MONDAY, 'blocks': []})
        found.extend(not_fitting.list_ahead(1, at('08:00')))
    changing = threading.Thread(target=no_more_work)
    with database.transaction() as tx:
        tx.one('patients/lock_with_staff', patient_id=1, staff_id=1, user_id=1, role='admin')
        changing.start()
        while changing.is_alive() and not shell("SELECT 1 FROM information_schema.innodb_trx "
                                                "WHERE trx_state = 'LOCK WAIT'"):
            changing.join(.2)           # the server renews that table only where nobody has read it for 0.1 s
        appointment_id = tx.insert(
            'appointments/insert', patient_id=1, staff_id=1, room_id=1, service_id=1, starts_at=at('10:00'),
            ends_at=at('10:30'), pause_minutes=0, status='booked', reason='', booked_by=1,
            now_utc=dt.datetime(2026, 6, 1, 6), request_key=tokens.new())
    changing.join()

    assert [visit['appointment_id'] for visit in found] == [appointment_id]
