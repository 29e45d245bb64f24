"""What a doctor needs without a click, in a real browser with JavaScript switched off."""

import pytest

from app.visits import noting
from tests.support.clicks import clicks_of
from tests.support.people import DORA

REASONS = ('Flu jab, allergic to eggs', 'Cough for three weeks', 'Result of the blood test', 'Back pain after a fall',
           'Sick note', 'A mole that has changed')
TIMES = ('09:00', '09:30', '10:00', '10:30', '11:00', '11:30')


@pytest.fixture
def doctor(tab, site, booked, at):
    """The browser of Dr. Weber, who has six visits today, each for a reason; one patient will be late."""
    numbers = [booked(at(time), patient_id=(1, 3, 5)[number % 3], reason=reason)
               for number, (time, reason) in enumerate(zip(TIMES, REASONS, strict=True))]
    noting.note_late(DORA, numbers[2], 20)
    clicks_of(tab, site, 'weber')
    return tab


@pytest.mark.parametrize('size', [(1280, 900), (1024, 768)])
def test_a_doctor_reads_six_reasons_without_a_click(doctor, size):
    doctor.set_viewport_size({'width': size[0], 'height': size[1]})
    doctor.goto('/staff')                                # where signing in leads

    for reason in REASONS:
        words = doctor.get_by_text(f'“{reason}”')
        assert words.is_visible() and words.bounding_box()['y'] + words.bounding_box()['height'] <= size[1], reason
    assert doctor.get_by_text('said 20 min late').is_visible()


def test_a_doctor_reads_six_reasons_on_a_phone_without_a_click(doctor):
    doctor.set_viewport_size({'width': 360, 'height': 740})
    doctor.goto('/staff')

    assert all(doctor.get_by_text(f'“{reason}”').is_visible() for reason in REASONS)
    assert doctor.evaluate('document.documentElement.scrollWidth') <= 360


def test_a_patient_is_checked_in_and_seen_with_one_click_each(doctor):
    doctor.goto('/staff')
    for verb, state in (('Check in', 'In the waiting room'), ('Finish', 'Done')):
        row = doctor.locator('.visit', has_text='“Sick note”')
        with doctor.expect_navigation():
            row.get_by_role('button', name=verb).first.click()

        assert state in doctor.locator('.visit', has_text='“Sick note”').inner_text()


def test_who_called_to_be_late_is_written_down_in_three_clicks(doctor):
    """More, how late, Save."""
    doctor.goto('/staff')
    row = doctor.locator('.visit', has_text='“Sick note”')
    row.get_by_text('More').click()
    row.get_by_label('Late by').select_option('30')
    with doctor.expect_navigation():
        row.get_by_role('button', name='Save').click()

    assert 'said 30 min late' in doctor.locator('.visit', has_text='“Sick note”').inner_text()
