"""Working hours by the fields of a form, in weeks that take turns, and on extra days beside the week."""

import datetime as dt

import hypothesis
import pytest
from hypothesis import strategies as st

from app import clock, database
from app.clinic import extra_hours, hours, weeks
from app.errors import NotFound, Refused
from app.forms import hours as forms
from app.forms import times, week_fields
from app.visits import rules
from tests.conftest import MONDAY
from tests.support.accounts import PASSWORD
from tests.support.people import DORA, WEBER
from tests.support.statements import statements

WEEK = '/staff/hours/week'
MONDAYS = {'works_0': 'on', 'from_0_1': '08:00', 'until_0_1': '12:00'}


def read(**fields):
    """What a form of a week says from 15 June on, in the order of its days."""
    return forms.read_week({'valid_from': '2026-06-15', **fields}, MONDAY)['blocks']


def said(blocks):
    return [(block['weekday'], block['fortnight'], times.plain(block['starts_minute'], block['ends_minute']),
             [times.plain(*pause) for pause in block['breaks']]) for block in blocks]


def days_worked(staff_id, first, last):
    """The days on which somebody has hours, with their beginnings."""
    found, day = [], first
    while day <= last:
        frame = rules.frame_of_day(database, staff_id, day)
        found += [(day, row['starts_minute']) for row in frame if row['kind'] == 'hours']
        day += dt.timedelta(days=1)
    return found


@pytest.fixture
def save(cast):
    """save('2026-06-15', from_0_1='08:00', …) → Dr. Weber's week from that day on, by the fields of the form."""
    def week(valid_from='2026-06-15', **typed):
        hours.save_week(WEBER, 1, forms.read_week({'valid_from': valid_from, **typed}, clock.today()))
    return week


@pytest.fixture
def rows(shell):
    """rows() → all rows of Dr. Weber's hours."""
    return lambda: shell('SELECT * FROM working_hours WHERE staff_id = 1 ORDER BY working_hours_id')


# The fields of a day

def test_fields_and_text_say_the_same():
    by_fields = read(works_0='on', from_0_1='09:00', until_0_1='12:00', break_from_0_1='10:00',
                     break_until_0_1='10:15', from_0_2='13:00', until_0_2='17:00')

    assert by_fields == read(hours_0='9-12, 13-17', breaks_0='10:00-10:15')


def test_fields_take_times_as_people_write_them():
    assert said(read(works_0='on', from_0_1='9', until_0_1='5 pm')) == [(0, None, '9:00-17:00', [])]


def test_midnight_as_an_end_is_the_end_of_the_day():
    assert said(read(works_0='on', from_0_1='20:00', until_0_1='00:00')) == [(0, None, '20:00-24:00', [])]


def test_a_day_whose_tick_was_taken_out_is_a_day_off():
    assert read(was_0='on', from_0_1='09:00', until_0_1='17:00', works_1='on', from_1_1='9', until_1_1='10') == \
        read(hours_1='9-10')


def test_times_that_were_typed_into_a_day_off_make_it_a_day_of_work():
    assert said(read(was_0='', from_0_1='09:00', until_0_1='17:00')) == [(0, None, '9:00-17:00', [])]


@pytest.mark.parametrize(('fields', 'name', 'sentence'), [
    ({'works_2': 'on'}, 'hours_2', 'Wednesday: please fill in the times, or untick the day.'),
    ({'works_2': 'on', 'from_2_1': '9'}, 'hours_2', 'Wednesday: please fill in both times: 9 to ?.'),
    ({'works_2': 'on', 'from_2_1': '17:00', 'until_2_1': '9:00'}, 'hours_2', 'the end must be after the beginning'),
    ({'works_2': 'on', 'from_2_1': '9:03', 'until_2_1': '10:00'}, 'hours_2', 'steps of five minutes'),
    ({'works_2': 'on', 'from_2_1': '9', 'until_2_1': '12', 'from_2_2': '11', 'until_2_2': '13'}, 'hours_2',
     '9:00-12:00 and 11:00-13:00 overlap'),
    ({'works_2': 'on', 'from_2_1': '9', 'until_2_1': '12', 'break_from_2_1': '13', 'break_until_2_1': '14'},
     'breaks_2', 'is not within the working hours'),
    ({'alternates': 'on', 'works_1': '', 'other_works_2': 'on'}, 'other_hours_2', 'Wednesday: please fill in'),
    ({}, '', 'This form has no days in it'),
    ({'as_monday': 'yes'}, '', 'This form has no days in it'),
    ({'valid_from': '2028-06-03', 'hours_0': '9-10'}, 'valid_from', 'within the next two years'),
    ({'valid_from': '2199-06-03', 'hours_0': '9-10'}, 'valid_from', 'choose'),
])
def test_a_week_that_makes_no_sense_is_refused_beside_its_day(fields, name, sentence):
    with pytest.raises(Refused) as refused:
        read(**fields)

    assert list(refused.value.fields) == [name] and sentence in refused.value.fields[name]


def test_hours_may_begin_two_years_ahead():
    assert forms.read_week({'valid_from': '2028-06-01', 'hours_0': '9-10'}, MONDAY)['valid_from'].year == 2028


def test_a_form_without_days_leaves_the_week_as_it_was(browser, rows):
    before, weber = rows(), browser('weber')
    weber.get('/staff/hours')

    assert weber.post(WEEK, {'staff_id': '1', 'valid_from': '2026-06-15'}).status == 422
    assert rows() == before


@hypothesis.given(st.lists(st.tuples(st.integers(0, 6), st.sampled_from((0, 1)), st.integers(0, 20), st.booleans()),
                           max_size=12, unique_by=lambda each: each[:3]))
def test_the_form_of_a_week_says_what_the_week_is(chosen):
    two = [[{'weekday': day, 'fortnight': None, 'starts_minute': hour * 60, 'ends_minute': hour * 60 + 50,
             'breaks': [(hour * 60 + 10, hour * 60 + 20), (hour * 60 + 30, hour * 60 + 40)] if has_breaks else []}
            for day, number, hour, has_breaks in sorted(chosen) if number == wanted] for wanted in (0, 1)]
    blocks = weeks.together(*two)

    assert weeks.is_same(read(**week_fields.of_weeks(weeks.taking_turns(blocks, MONDAY))), blocks)


# Buttons that only fill the form

def press(visitor, wish, **typed):
    """The fields of the form after a press; the page before them."""
    page = visitor.submit(WEEK, fill=wish, **typed)
    return page, dict(page.forms)[WEEK]


def test_copying_monday_fills_the_days_and_saves_nothing(browser, rows):
    before, weber = rows(), browser('weber')
    weber.get(WEEK)
    page, form = press(weber, 'copy_monday', from_0_1='07:30', valid_from='2026-07-01')

    assert page.status == 200 and rows() == before
    assert [form[f'from_{day}_1'] for day in range(7)] == ['07:30'] * 5 + [''] * 2
    assert form['valid_from'] == '2026-07-01'
    assert len(statements(lambda: weber.submit(WEEK))) > 0 and rows() != before


@pytest.mark.parametrize(('wish', 'expected'), [
    ('nine_to_five', [(day, None, '9:00-17:00', []) for day in range(5)]),
    ('with_noon', [(day, None, each, []) for day in range(5) for each in ('8:00-12:00', '13:00-17:00')]),
])
def test_a_preset_fills_monday_to_friday(wish, expected):
    form = week_fields.filled({**MONDAYS, 'works_6': 'on', 'from_6_1': '10:00', 'until_6_1': '12:00'}, wish)

    assert said(read(**form)) == expected


def test_another_period_keeps_what_was_typed(browser):
    weber = browser('weber')
    weber.get(WEEK)
    _, form = press(weber, 'more_3', until_3_1='12:00', break_from_3_1='', break_until_3_1='')

    assert (form['until_3_1'], form['from_3_2']) == ('12:00', '')
    weber.submit(WEEK, from_3_2='14:00', until_3_2='18:00')
    assert days_worked(1, MONDAY + dt.timedelta(days=3), MONDAY + dt.timedelta(days=3)) == [
        (MONDAY + dt.timedelta(days=3), 540), (MONDAY + dt.timedelta(days=3), 840)]


def test_a_day_of_many_periods_is_shown_whole_and_saved_again_whole(save, rows, browser):
    many = ', '.join(f'{hour}-{hour}:30' for hour in range(18))
    save(hours_0=many, valid_from='2026-06-01')
    before, weber = rows(), browser('weber')
    weber.get(WEEK)
    weber.submit(WEEK)

    assert rows() == before and len(before) >= 18


def test_enter_in_a_field_saves_what_was_typed_and_presses_no_preset(tab, shell):
    tab.goto('/login?next=/staff/hours/week')
    tab.get_by_label('E-mail address').fill('weber@clinic.test')
    tab.locator('#password').fill(PASSWORD)
    tab.get_by_role('button', name='Sign in').click()
    tab.locator('#hours_0').fill('07:00')
    tab.locator('#hours_0').press('Enter')

    assert tab.url.endswith('?staff_id=1&done=hours_saved')
    assert shell('SELECT starts_minute FROM working_hours WHERE staff_id = 1 AND valid_from = %s ORDER BY 1 LIMIT 1',
                 MONDAY) == [(420,)]


def test_an_unknown_wish_saves_as_if_there_were_none(browser, rows):
    before, weber = rows(), browser('weber')
    weber.get(WEEK)

    assert weber.submit(WEEK, fill='nonsense', from_0_1='08:00').path == '/staff/hours' and rows() != before


# Weeks that take turns

TURNS = {'alternates': 'on', **MONDAYS, 'other_works_0': 'on', 'other_from_0_1': '13:00', 'other_until_0_1': '17:00'}


def test_python_and_the_calendar_count_the_same_fortnights(cast, shell):
    calendar = shell('SELECT day, fortnight FROM calendar')

    assert len(calendar) > 29_000
    assert [day for day, fortnight in calendar if weeks.fortnight_of(day) != fortnight] == []


def test_weeks_take_turns_across_a_year_of_53_weeks_and_changes_of_the_clock(save):
    save(**TURNS, valid_from='2026-06-15')
    first = dt.date(2026, 6, 15)
    early = 480 if weeks.fortnight_of(first) == 0 else 780
    late = {480: 780, 780: 480}[early]

    expected = [(first + dt.timedelta(weeks=week), (early, late)[week % 2]) for week in range(50)]
    assert days_worked(1, first, first + dt.timedelta(weeks=49)) == expected
    assert dt.date(2026, 12, 28).isocalendar().week == 53 and expected[-1][0].year == 2027


def test_a_fortnight_is_one_row_for_each_block_and_what_both_weeks_have_is_one(save, shell):
    save(**TURNS, works_2='on', from_2_1='9', until_2_1='10', other_works_2='on', other_from_2_1='9',
         other_until_2_1='10')

    assert shell("SELECT weekday, fortnight, starts_minute FROM working_hours WHERE staff_id = 1 AND valid_from = "
                 "'2026-06-15' ORDER BY weekday, fortnight") == [(0, 0, 480), (0, 1, 780), (2, None, 540)]


@pytest.mark.parametrize('later', [0, 7, 14, 21])
def test_saving_the_same_again_changes_nothing_in_whichever_week(save, rows, noted, browser, later):
    save(**TURNS, valid_from='2026-06-01')
    before = rows(), noted('staff')
    clock.freeze(dt.datetime(2026, 6, 1, 6) + dt.timedelta(days=later))
    weber = browser('weber')
    weber.get(WEEK)

    assert weber.submit(WEEK).path == '/staff/hours'
    assert (rows(), noted('staff')) == before


def test_the_form_shows_the_next_four_dates_of_each_week(save, browser):
    save(**TURNS, valid_from='2026-06-01')
    text = browser('weber').get(WEEK).text

    assert 'Weeks from Mon 1 Jun, Mon 15 Jun, Mon 29 Jun, Mon 13 Jul' in text
    assert 'Weeks from Mon 8 Jun, Mon 22 Jun, Mon 6 Jul, Mon 20 Jul' in text
    assert text.index('Mon 1 Jun, ') < text.index('Mon 8 Jun, ')


def test_a_form_goes_from_one_week_to_two_and_back(browser):
    weber = browser('weber')
    weber.get(WEEK)
    _, form = press(weber, 'alternate', from_0_1='07:00')
    assert form['other_from_0_1'] == form['from_0_1'] == '07:00' and form['alternates'] == 'on'
    _, form = press(weber, 'other_copy_monday', other_from_0_1='06:00')
    assert (form['other_from_4_1'], form['from_4_1']) == ('06:00', '09:00')
    _, form = press(weber, 'alike')

    assert 'alternates' not in form and 'other_from_0_1' not in form


def test_hours_of_two_weeks_are_divided_with_their_breaks(save, shell):
    save(**{**TURNS, 'other_from_0_1': '08:00'}, break_from_0_1='09:00', break_until_0_1='09:30',
         valid_from='2026-06-01')
    with database.transaction() as tx:
        hours._divide(tx, 1, dt.date(2026, 6, 15))

    assert shell("SELECT fortnight, COUNT(breaks.break_id) FROM working_hours LEFT JOIN breaks USING (working_hours_id)"
                 " WHERE staff_id = 1 AND valid_from = '2026-06-15' GROUP BY fortnight ORDER BY fortnight") == \
        [(0, 1), (1, 0)]


def test_a_period_that_ends_says_its_last_day(save, browser):
    save(**MONDAYS, valid_from='2026-06-15')

    assert 'Now, until Sun 14 Jun 2026' in ' '.join(browser('weber').get('/staff/hours').text.split())


# Extra days

SATURDAY = dt.date(2026, 6, 6)
EXTRA = {'first_day': '2026-06-06', 'from_time': '09:00', 'until_time': '13:00'}


@pytest.fixture
def add(cast):
    """add(last_day='…') → extra hours of Dr. Weber on Saturday 6 June, if nothing else is said."""
    def add(**typed):
        extra_hours.add(WEBER, 1, **forms.read_extra({**EXTRA, **typed}, clock.today()))
    return add


def test_an_extra_day_is_one_row_and_only_that_day(add, rows):
    before = len(rows())
    add(break_from='10:00', break_until='10:15')

    assert len(rows()) == before + 1
    assert days_worked(1, SATURDAY, SATURDAY + dt.timedelta(days=8))[0] == (SATURDAY, 540)
    assert days_worked(1, SATURDAY + dt.timedelta(days=7), SATURDAY + dt.timedelta(days=7)) == []


def test_extra_hours_each_week_end_with_their_last_day(add):
    add(last_day='2026-06-26')

    assert [day.isoformat() for day, _ in days_worked(1, SATURDAY, SATURDAY + dt.timedelta(days=40))
            if day.weekday() == 5] == ['2026-06-06', '2026-06-13', '2026-06-20']
    assert hours.overview(1, MONDAY)['extra'][0]['last_day'] == dt.date(2026, 6, 20)


def test_a_new_week_leaves_an_extra_day_once(add, save):
    add()
    save(**MONDAYS, valid_from='2026-06-03')
    save(**MONDAYS, works_1='on', from_1_1='9', until_1_1='10', valid_from='2026-06-06')
    hours.remove_change(WEBER, 1, dt.date(2026, 6, 6))

    assert days_worked(1, SATURDAY, SATURDAY) == [(SATURDAY, 540)]
    assert len(hours.overview(1, MONDAY)['extra']) == 1 and len(hours.list_periods(1, MONDAY)) == 2


def test_changes_of_the_week_leave_extra_hours_that_go_on_across_them(add, save, rows):
    save(**MONDAYS, valid_from='2026-06-28')
    add(last_day='2026-07-11')
    add(last_day='2026-06-13', from_time='14:00', until_time='15:00')
    saturdays = days_worked(1, SATURDAY, dt.date(2026, 7, 18))
    extra = [row for row in rows() if row[-1]]
    save(**MONDAYS, from_2_1='9', until_2_1='10', valid_from='2026-06-14')
    hours.remove_change(WEBER, 1, dt.date(2026, 6, 14))

    assert [row for row in rows() if row[-1]] == extra
    assert [each for each in days_worked(1, SATURDAY, dt.date(2026, 7, 18)) if each[0].weekday() == 5] == \
        [each for each in saturdays if each[0].weekday() == 5]


def test_an_extra_day_that_overlaps_the_week_is_refused_with_the_reason(browser, rows):
    before, weber = rows(), browser('weber')
    weber.get('/staff/hours/extra')
    page = weber.submit('/staff/hours/extra', **{**EXTRA, 'first_day': '2026-06-08'})

    assert page.status == 409 and rows() == before
    assert 'On Monday 8 June 2026, the extra hours 09:00–13:00 overlap the hours 09:00–17:00.' in page.text
    assert 'value="2026-06-08"' in page.text and 'id="from_time-error"' in page.text


def test_a_week_that_overlaps_an_extra_day_is_refused_beside_the_day(add, rows, browser):
    add(last_day='2026-06-20')
    before, weber = rows(), browser('weber')
    weber.get(WEEK)
    page = weber.submit(WEEK, valid_from='2026-06-15', works_5='on', from_5_1='12:00', until_5_1='15:00')

    assert page.status == 409 and rows() == before and 'id="hours_5-error"' in page.text
    assert 'On Saturday 20 June 2026' in page.text


def test_an_extra_day_fits_beside_the_other_of_two_weeks(save, add):
    free = weeks.mondays(0, MONDAY)[0]
    save(alternates='on', was_0='', other_works_0='on', other_from_0_1='9', other_until_0_1='17',
         valid_from='2026-06-01')
    add(first_day=str(free))

    with pytest.raises(hours.Overlap):
        add(first_day=str(free + dt.timedelta(days=7)))


def test_removing_a_change_that_an_extra_day_needs_is_refused(save, add, browser):
    save(**MONDAYS, valid_from='2026-06-15')
    add(first_day='2026-06-16')
    weber = browser('weber')
    weber.get('/staff/hours')
    page = weber.submit('/staff/hours/week/remove')

    assert page.status == 409 and 'On Tuesday 16 June 2026' in page.text


@pytest.mark.parametrize(('typed', 'field'), [
    ({'first_day': ''}, 'first_day'), ({'first_day': '2026-05-30'}, 'first_day'),
    ({'first_day': '2029-05-30'}, 'first_day'), ({'last_day': '2026-06-01'}, 'last_day'),
    ({'last_day': '2030-06-01'}, 'last_day'), ({'from_time': 'x'}, 'from_time'), ({'until_time': ''}, 'until_time'),
    ({'until_time': '09:00'}, 'until_time'), ({'break_from': '10:00'}, 'break_until'),
    ({'break_from': '08:00', 'break_until': '09:30'}, 'break_from'),
])
def test_extra_hours_that_make_no_sense_are_refused(typed, field):
    with pytest.raises(Refused) as refused:
        forms.read_extra({**EXTRA, **typed}, MONDAY)

    assert list(refused.value.fields) == [field]


def test_extra_hours_are_shown_and_removed_on_the_page(browser, rows, noted):
    before, dora = rows(), browser('dora')
    dora.get('/staff/hours/extra?staff_id=1')
    page = dora.submit('/staff/hours/extra', **EXTRA)
    assert 'Saturday 6 June 2026, 09:00–13:00' in page.text
    dora.submit(f'/staff/hours/extra/{rows()[-1][0]}/remove')

    assert rows() == before
    assert [action for action, *_ in noted('staff')] == ['extra hours added', 'extra hours removed']


def test_removed_extra_hours_stay_in_the_past(add, shell):
    add(last_day='2026-06-20')
    clock.freeze(dt.datetime(2026, 6, 10, 6))
    extra_hours.remove(DORA, 1, shell('SELECT working_hours_id FROM working_hours WHERE is_extra')[0][0])

    assert [day for day, _ in days_worked(1, SATURDAY, dt.date(2026, 6, 20)) if day.weekday() == 5] == [SATURDAY]


def test_only_extra_hours_of_this_person_are_removed(add, shell, rows):
    add()
    before = rows()
    extra = before[-1][0]

    for staff_id, number in ((1, 11), (2, extra), (1, 9999)):
        with pytest.raises(NotFound):
            extra_hours.remove(DORA, staff_id, number)
    assert rows() == before
