"""What the desk's hourly tasks cost in a real browser without JavaScript: clicks and Enter keys are counted."""

import pytest

from app import clock
from tests.support.clicks import clicks_of
from tests.support.people import DORA
from tests.support.visits import book

VISITS = 'SELECT patient_id, staff_id, service_id, starts_at, status FROM appointments ORDER BY appointment_id'
BOARD, GAP = '/staff?view=board&day=2026-06-02', '/staff/book?staff_id=1&day=2026-06-02&time=10:00'
THE_GAP = r'^Book with Dr\. Anna Weber, ?10:00'       # a link of the board, to GAP


@pytest.fixture
def desk(tab, site, cast):
    """desk() → Dora's Clicks, signed in."""
    def sit_down():
        return clicks_of(tab, site, 'dora')
    return sit_down


def test_a_phone_booking_from_a_gap_takes_five_actions(desk, shell, at):
    dora = desk()
    dora.tab.goto(BOARD)
    dora.click(THE_GAP)
    dora.enter('Find the patient', 'paul')
    dora.click('Book for Paul Patient')
    dora.click('^Consultation')
    dora.click('^Book the visit')

    assert shell(VISITS) == [(3, 1, 1, at('10:00', 1), 'booked')]
    assert dora.count == 5


def test_a_gap_with_one_service_that_fits_takes_four(desk, shell, at):
    book(DORA, at('10:30', 1))
    dora = desk()
    dora.tab.goto(BOARD)
    dora.click(THE_GAP)
    dora.enter('Find the patient', 'paul')
    dora.click('Book for Paul Patient')
    dora.click('^Book the visit')

    assert shell(VISITS)[1] == (3, 1, 1, at('10:00', 1), 'booked')
    assert dora.count == 4


def test_the_gap_stays_chosen_for_a_patient_who_is_new(desk, shell, at):
    dora = desk()
    dora.tab.goto(BOARD)
    dora.click(THE_GAP)
    dora.enter('Find the patient', 'Nina New')
    dora.click('^Add a new patient')
    dora.click('^Add and continue')
    dora.click('^Consultation')
    dora.click('^Book the visit')

    (patient_id,), = shell("SELECT patient_id FROM patients WHERE full_name = 'Nina New'")
    assert shell(VISITS) == [(patient_id, 1, 1, at('10:00', 1), 'booked')]
    assert dora.count == 6


def test_a_phone_booking_from_the_search_takes_five_actions(desk, shell, at):
    dora = desk()
    dora.tab.goto('/staff')
    dora.enter('Find a patient', 'paul')
    dora.click('Book for Paul Patient')
    dora.click('^Consultation')
    dora.click('^Book Monday 1 June 2026, 09:00 with Dr. Anna Weber')
    dora.click('^Book the visit')

    assert shell(VISITS) == [(3, 1, 1, at('09:00'), 'booked')]
    assert dora.count == 5


def test_a_time_may_be_chosen_before_the_patient(desk, shell, at):
    dora = desk()
    dora.tab.goto('/staff/book')
    dora.click('^Consultation')
    dora.click('^Book Monday 1 June 2026, 09:30 with Dr. Ben Okafor')
    dora.enter('Find the patient', 'paul')
    dora.click('Book for Paul Patient')
    dora.click('^Book the visit')

    assert shell(VISITS) == [(3, 2, 1, at('09:30'), 'booked')]
    assert dora.count == 5


def test_a_walk_in_takes_four_actions(desk, shell, at):
    clock.freeze(clock.to_utc(at('10:05')))
    dora = desk()
    dora.tab.goto('/staff')
    dora.enter('Find a patient', 'paul')
    dora.click('Walk-in of Paul Patient')
    dora.click('^Consultation')
    dora.click('^Start the visit now')

    assert shell(VISITS) == [(3, 1, 1, at('10:05'), 'arrived')]
    assert dora.count == 4


def test_a_walk_in_is_squeezed_in_before_the_break_ends(desk, shell, at):
    shell('DELETE FROM staff_services WHERE staff_id = 2')
    clock.freeze(clock.to_utc(at('12:10')))
    dora = desk()
    dora.tab.goto('/staff/book?patient_id=3&service_id=1&walk_in=yes')
    rows = dora.tab.locator('.desk-at-work tbody').inner_text()
    assert 'break until 13:00' in rows and 'Squeeze in now' in rows
    dora.click('^Book 13:00 with Dr. Anna Weber')
    dora.click('^Book the visit')

    assert shell(VISITS) == [(3, 1, 1, at('13:00'), 'booked')]


def test_a_record_is_one_click_from_the_search(desk, shell, at):
    book(DORA, at('09:30'))
    dora = desk()
    dora.tab.goto('/staff/patients?q=petra')
    row = dora.tab.locator('.found > li').first.inner_text()
    assert '29 Feb 1980 (46)' in row and '+49 30 555 01' in row and 'Today 09:30 Dr. Anna Weber, booked' in row
    dora.click('Record of Petra Patient')

    assert dora.tab.url.endswith('/staff/patients/1') and dora.count == 1


@pytest.mark.parametrize('width', [320, 1280])
def test_the_desks_pages_fit_a_phone(desk, shell, at, width):
    book(DORA, at('09:30'))
    clock.freeze(clock.to_utc(at('09:40')))
    dora = desk()
    dora.tab.set_viewport_size({'width': width, 'height': 900})

    for path in ('/staff/patients?q=p', GAP, GAP + '&q=p', '/staff/book?patient_id=1&service_id=1&day=2026-06-02',
                 '/staff/book?patient_id=1&service_id=1&staff_id=1', '/staff/patients/1',
                 '/staff/book/confirm?patient_id=3&service_id=1&staff_id=1&walk_in=yes'):
        dora.tab.goto(path)
        assert dora.tab.locator('html').evaluate('page => page.scrollWidth') <= width, path
