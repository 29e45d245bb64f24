"""How many actions it takes to sort out the day of a doctor who is ill: clicks, and the page that is opened first."""

import pytest

from tests.support import visits
from tests.support.clicks import clicks_of
from tests.support.people import ADA

DAY = '2026-06-02'


@pytest.fixture
def desk(tab, site, cast, at, shell):
    """The desk's browser; Dr. Weber has three visits tomorrow, and Dr. Okafor is taken at one of their times."""
    for patient_id, staff_id, time in ((1, 1, '10:00'), (3, 1, '11:00'), (5, 1, '14:00'), (4, 2, '11:00')):
        visits.book(ADA, at(time, 1), patient_id=patient_id, staff_id=staff_id)
    return clicks_of(tab, site, 'dora')


def test_an_ill_doctors_day_is_sorted_out_in_six_actions_from_the_board(desk, shell):
    desk.tab.goto(f'/staff?day={DAY}')
    desk.click(r'^Mark as away *: Dr\. Anna Weber')
    desk.click('^Save and see the visits')
    desk.click('^Cancel 1 that nobody can take')
    desk.click('^Continue')
    desk.click('^Reassign 2 visits and cancel 1 visit')
    assert desk.tab.get_by_role('heading', name='Patients to call').is_visible()
    assert desk.tab.get_by_role('button', name='Done').count() == 3          # this clinic sends no mail
    assert desk.count <= 5                                                    # the sixth is opening the board
    desk.click('^Done')

    assert shell(f"SELECT staff_id, status FROM appointments WHERE day = '{DAY}' AND patient_id <> 4"
                 ' ORDER BY starts_at') == [(2, 'booked'), (1, 'cancelled'), (2, 'booked')]
    assert shell('SELECT COUNT(done_utc), COUNT(*) FROM calls') == [(1, 3)]


def test_where_all_can_be_taken_the_list_of_calls_is_four_actions_away(desk, shell):
    shell("UPDATE appointments SET status = 'cancelled' WHERE patient_id = 4")
    desk.tab.goto(f'/staff/away?staff_id=1&day={DAY}')
    desk.click('^Save and see the visits')
    desk.click('^Continue')
    desk.click('^Reassign 3 visits')

    assert desk.tab.get_by_role('heading', name='Patients to call').is_visible() and desk.count == 3
