"""What an admin sees first: the numbers beside last week's, what needs attention, and that it fits a screen."""

import datetime as dt
import re

import pytest

from app import clock
from app.reports import trends
from app.written import Written
from tests.conftest import MONDAY
from tests.support import world
from tests.support.clicks import clicks_of
from tests.support.people import ADA
from tests.support.visits import book

WEDNESDAY_NOON = dt.datetime(2026, 6, 3, 12)
COUNTS = {'today': 0, 'today_last_week': 0}


@pytest.fixture
def visit(cast, shell):
    """visit('2026-06-01 10:00', status='booked') → a visit at this time, that nobody is recorded to have booked."""
    def put(starts_at, status='completed', patient_id=1):
        start = dt.datetime.fromisoformat(starts_at)
        shell("INSERT INTO appointments (patient_id, staff_id, room_id, service_id, starts_at, ends_at, status, "
              "created_utc) VALUES (%s, 1, 1, 1, %s, %s, %s, '2026-05-01')", patient_id, start,
              start + dt.timedelta(minutes=30), status)
    return put


def test_the_week_so_far_is_compared_with_last_week_until_the_same_weekday_and_time(visit):
    for last_week in ('2026-05-25 00:00', '2026-05-27 11:30', '2026-05-27 12:00', '2026-05-29 10:00'):
        visit(last_week)
    for this_week in ('2026-06-01 10:00', '2026-06-02 10:00', '2026-06-03 11:00', '2026-06-03 12:00'):
        visit(this_week)

    so_far = trends.numbers(COUNTS, WEDNESDAY_NOON, Written())[1]
    assert (so_far.count, so_far.before, so_far.percent) == (3, 2, 50)
    assert so_far.when == 'last week until Wed, 12:00'


def test_cancelled_visits_and_no_shows_are_a_number_of_their_own(visit):
    for hour, status in enumerate(('completed', 'no_show', 'cancelled', 'booked')):
        visit(f'2026-06-01 0{8 + hour}:00' if hour < 2 else f'2026-06-01 1{hour}:00', status)
    visit('2026-05-25 10:00', 'no_show')

    _, so_far, _, missed = trends.numbers(COUNTS, WEDNESDAY_NOON, Written())
    assert (so_far.count, missed.count, missed.before) == (3, 2, 1)


def test_bookings_are_counted_when_they_are_made_without_those_moved_in(visit, shell, at):
    book(ADA, at('10:00', 30))
    visit('2026-06-20 10:00')
    shell("INSERT INTO appointment_history (appointment_id, at_utc, action, to_status) "
          "SELECT MAX(appointment_id), '2026-06-01 08:00', 'booked', 'booked' FROM appointments")

    assert trends.numbers(COUNTS, WEDNESDAY_NOON, Written())[2].count == 1


@pytest.mark.parametrize(('count', 'before', 'percent'), [
    (77, 69, 12), (69, 77, -10), (5, 5, 0), (0, 4, -100), (3, 0, None), (0, 0, None)])
def test_a_trend_is_told_in_percent_where_there_was_something_before(count, before, percent):
    assert trends.Number('Visits', count, before, 'last week', '/staff').percent == percent


def numbers(page):
    return [int(number) for number in re.findall(r'class="trend-count" href="[^"]+">([\d,]+)', page.text)]


def test_the_dashboard_counts_and_says_the_trend_in_words(browser, visit, shell, at):
    book(ADA, at('10:00'))
    visit('2026-05-25 10:00')
    visit('2026-05-25 11:00', 'booked')
    clock.freeze(clock.to_utc(at('12:00')))
    shell("INSERT INTO notifications (dedupe_key, kind, recipient, state, next_try_utc, created_utc) "
          "VALUES ('k', 'test', 'x@x.test', 'failed', '2026-06-01', '2026-06-01')")

    page = browser('ada').get('/admin')
    assert numbers(page) == [1, 1, 1, 0]
    assert re.search(r'▼ </span>50 %<span class="visually-hidden"> fewer,</span></span>\s+'
                     r'<span class="trend-before">2 last Monday<', page.text)
    assert '2 visits to close: did the patient come?</a>' in page.text
    assert '1 e-mail could not be delivered' in page.text


def test_who_is_here_and_how_many_are_ahead_stands_with_the_next_five_visits(browser, cast, shell, at):
    for number in range(7):
        book(ADA, at('10:00', number % 4 + 1), patient_id=(1, 3)[number // 4], staff_id=1 + number // 4)
    page = browser('ada').get('/admin').text

    assert '0 in the clinic now</a>' in page and '7 upcoming</a>' in page
    assert len(re.findall(r'<li>\s+<a class="fw-semibold" href="/appointments/', page)) == 5


def test_every_table_of_a_chart_is_folded(browser, cast, shell):
    world.build(shell)
    for path in ('/admin', '/admin/reports?from_day=2026-05-20&until_day=2026-06-07'):
        page = browser('ada').get(path).text

        assert page.count('<table') == page.count('Show as table') == page.count('<details class="numbers') > 0


@pytest.mark.parametrize('theme', ['light', 'dark'])
def test_the_dashboard_fits_a_screen_of_1280_by_800(tab, site, cast, shell, theme):
    world.build(shell)
    for number in range(4):
        shell("INSERT INTO appointments (patient_id, staff_id, room_id, service_id, starts_at, ends_at, created_utc) "
              "VALUES (3, 2, 2, 1, %s, %s, '2026-05-01')", f'{MONDAY + dt.timedelta(days=number + 1)} 13:00',
              f'{MONDAY + dt.timedelta(days=number + 1)} 13:30')
    shell("UPDATE appointments SET status = 'no_show' WHERE starts_at < '2026-06-01'")
    clicks_of(tab, site, 'ada')
    tab.emulate_media(color_scheme=theme)
    tab.set_viewport_size({'width': 1280, 'height': 800})
    tab.goto('/admin')
    charts = [chart.bounding_box() for chart in tab.locator('main svg.chart').all()]

    assert len(charts) == 2 and charts[0]['y'] == pytest.approx(charts[1]['y'], abs=2)
    assert max(chart['y'] + chart['height'] for chart in charts) <= 800
    assert tab.locator('header .site-menu:visible').bounding_box()['height'] < 60
