"""Somebody is away today: one form, and straight on to the visits that others take over."""

import pytest

from tests.support import visits
from tests.support.moments import clock_at
from tests.support.people import ADA

HERE = '/staff/away'


@pytest.fixture
def away(shell):
    """away() → (staff_id, from when, until when, reason) of all time off, as text."""
    return lambda: [tuple(map(str, row)) for row in
                    shell('SELECT staff_id, starts_at, ends_at, reason FROM time_off ORDER BY time_off_id')]


def test_the_whole_day_is_proposed_and_leads_to_the_visits(browser, away, at):
    visits.book(ADA, at('10:00', 1))
    dora = browser('dora')
    page = dora.get(f'{HERE}?staff_id=1&day=2026-06-02')
    assert 'Dr. Anna Weber is away' in page.text
    page = dora.submit(HERE)

    assert page.path == '/staff/hours/visits' and 'Petra Patient' in page.text
    assert away() == [('1', '2026-06-02 00:00:00', '2026-06-03 00:00:00', 'Ill')]


def test_without_visits_it_leads_to_the_day(browser, cast, away):
    dora = browser('dora')
    dora.get(f'{HERE}?staff_id=1&day=2026-06-02')
    page = dora.submit(HERE, follow=False)

    assert page.headers['location'] == '/staff?day=2026-06-02&done=time_off_added'


@pytest.mark.parametrize(('fields', 'starts', 'ends'), [
    ({'away': 'until', 'until_time': '12:30'}, '06-02 00:00:00', '06-02 12:30:00'),
    ({'away': 'from', 'from_time': '1pm'}, '06-02 13:00:00', '06-03 00:00:00'),
    ({'away': 'days', 'last_day': '2026-06-04'}, '06-02 00:00:00', '06-05 00:00:00'),
    ({'away': 'day', 'until_time': 'x', 'from_time': 'y', 'last_day': 'z'}, '06-02 00:00:00', '06-03 00:00:00'),
])
def test_part_of_a_day_and_several_days(browser, cast, away, fields, starts, ends):
    dora = browser('dora')
    dora.get(f'{HERE}?staff_id=1&day=2026-06-02')
    dora.submit(HERE, reason='', **fields)

    assert away() == [('1', f'2026-{starts}', f'2026-{ends}', '')]


def test_today_the_rest_of_the_day_begins_now(browser, cast, at):
    with clock_at(at('10:47')):
        page = browser('dora').get(f'{HERE}?staff_id=1')

    assert 'is away today' in page.text and 'The rest of the day, from' in page.text and 'value="10:45"' in page.text


@pytest.mark.parametrize(('fields', 'field'), [
    ({'day': ''}, 'day'), ({'day': '2020-01-01'}, 'day'), ({'away': 'x'}, 'away'),
    ({'away': 'until', 'until_time': 'noon-ish'}, 'until_time'), ({'away': 'from', 'from_time': ''}, 'from_time'),
    ({'away': 'days'}, 'last_day'), ({'away': 'days', 'last_day': '2026-06-01'}, 'last_day'),
    ({'reason': 'x' * 201}, 'reason'),
])
def test_what_cannot_be_read_is_said_beside_its_field_and_kept(browser, cast, away, fields, field):
    dora = browser('dora')
    dora.get(f'{HERE}?staff_id=1&day=2026-06-02')
    page = dora.submit(HERE, **{'reason': 'A cold', **fields})

    assert page.status == 422 and f'id="{field}-error"' in page.text and away() == []
    assert field == 'reason' or 'value="A cold"' in page.text


def test_staff_say_it_of_themselves_alone(browser, cast, away):
    weber = browser('weber')
    assert weber.get(f'{HERE}?staff_id=2').status == 404
    weber.get(HERE)
    weber.submit(HERE)

    assert [row[0] for row in away()] == ['1']
