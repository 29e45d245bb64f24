"""The desk's pages in a real browser: nothing is cut off, squeezed or wider than the window."""

import pytest

from app import clock
from app.visits import board, scheduling
from tests.support import visits
from tests.support.accounts import signed_in
from tests.support.clicks import clicks_of
from tests.support.people import DORA

BOARD, DAY = '/staff?view=board&day=2026-06-02', '2026-06-02'
IS_CUT = 'field => field.scrollWidth > field.clientWidth'
SPARE = """select => {
    const text = document.createElement('canvas').getContext('2d'), style = getComputedStyle(select)
    text.font = style.font
    const room = select.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight)
    return room - text.measureText(select.selectedOptions[0].text).width
}"""


@pytest.fixture
def look(tab, site, cast):
    """look(path, width) → the page in the desk's browser."""
    def open_page(path, width=1280):
        clicks_of(tab, site, 'dora')
        tab.set_viewport_size({'width': width, 'height': 900})
        tab.goto(path)
        return tab
    return open_page


def box(page, selector):
    """Where something stands: x, y, width and height in pixels."""
    return page.locator(selector).first.bounding_box()


@pytest.mark.parametrize('width', [320, 360])
def test_the_days_to_choose_from_make_booking_no_wider_than_a_phone(look, shell, at, width):
    shell('UPDATE staff SET slot_minutes = 5')
    clock.freeze(clock.to_utc(at('08:00', 1)))                  # so that the last of the seven days has free times
    page = look(f'/staff/book?patient_id=3&service_id=1&day={DAY}', width)

    assert page.locator('.day-word').last.text_content() == ' free'
    assert page.evaluate('document.documentElement.scrollWidth') == width


def test_the_footer_begins_and_ends_where_the_board_does(look):
    page = look(BOARD)
    header, footer = box(page, '.site-header .container'), box(page, '.site-footer .container')

    assert (header['x'], header['width']) == (footer['x'], footer['width'])


@pytest.mark.parametrize('width', [1024, 1280])
def test_the_box_to_find_a_patient_shows_its_whole_hint(look, width):
    page = look(BOARD, width)
    field = page.get_by_placeholder('Find a patient')

    assert field.evaluate("""field => {
        const text = document.createElement('canvas').getContext('2d'), style = getComputedStyle(field)
        text.font = style.font
        return field.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight)
               - text.measureText(field.placeholder).width
    }""") >= 20                                                # what the browser's own cross takes


@pytest.mark.parametrize('path', [f'{BOARD}&staff_id=1', f'/staff/week?staff_id=1&day={DAY}'])
def test_the_name_of_who_is_shown_is_not_cut_off(look, shell, path):
    shell("UPDATE users JOIN staff USING (user_id) SET full_name = 'Dr Jonas Lindqvist' WHERE staff_id = 1")
    page = look(path)

    assert page.locator('#staff_id').evaluate(SPARE) >= 0


def test_what_somebody_does_is_read_whole_in_the_head_of_a_column(look, shell):
    shell("UPDATE staff SET specialization = 'Otorhinolaryngology, obstetrics and gynaecology'")
    page = look(BOARD, 1024)

    assert not page.locator('.board-role').first.evaluate(IS_CUT)


def test_what_undoes_a_cancellation_has_its_question_in_a_line_of_its_own(look, at):
    number = visits.book(DORA, at('10:00', 1))
    scheduling.cancel(DORA, number)
    page = look(f'/appointments/{number}')
    question, button = box(page, '.step fieldset'), box(page, '.step .btn-outline-secondary')

    assert question['y'] + question['height'] <= button['y']
    assert question['width'] > 300


def test_whoever_undoes_a_cancellation_reads_that_the_visit_is_booked_again(cast, at):
    number = visits.book(DORA, at('10:00', 1))
    scheduling.cancel(DORA, number)
    browser = signed_in(DORA.email)
    history = browser.get(f'/appointments/{number}').text
    page = browser.submit(f'/appointments/{number}/status', status='booked')

    assert 'The visit is booked again.' in page.text
    assert '<strong>\nCancelled' in history.replace('  ', '') and 'Cancel by' not in history


def test_before_it_is_decided_no_visit_is_called_cancelled(cast, at, shell):
    given = visits.book(DORA, at('10:00', 1))
    cancelled = visits.book(DORA, at('11:00', 1), patient_id=3)
    shell("INSERT INTO time_off (staff_id, starts_at, ends_at, reason) VALUES (1, %s, %s, '')",
          at('09:00', 1), at('18:00', 1))
    browser = signed_in(DORA.email)
    browser.get('/staff/hours/visits?staff_id=1')
    page = browser.submit('/staff/hours/visits/apply', **{f'do_{given}': '2', f'do_{cancelled}': 'cancel'})

    assert 'Will be cancelled' in page.text


@pytest.mark.parametrize('path, back', [
    ('/staff/upcoming?staff_id=1', '/staff/week?staff_id=1'), ('/staff/calls', '/staff'),
])
def test_what_the_week_leads_to_leads_back(look, path, back):
    page = look(path)

    assert page.locator(f'main .back a[href="{back}"]').is_visible()


def test_no_gap_is_drawn_too_low_to_read_its_time(at):
    frame = [{'kind': 'hours', 'starts_minute': 595, 'ends_minute': 720, 'reason': ''}]
    blocks = board.column_of_staff(frame, [], at('08:00').date(), at('08:00'), 5)

    assert [(each['start'], each['end']) for each in blocks] == [(595, 660), (660, 720)]


def test_on_paper_the_names_of_short_visits_are_whole(look, at, shell):
    shell("UPDATE patients SET alert = 'Hears little'")
    for time, minutes, patient_id in (('10:00', 10, 1), ('11:00', 15, 3)):
        visits.book(DORA, at(time, 1), minutes=minutes, patient_id=patient_id)
    page = look(BOARD, 1100)
    page.emulate_media(media='print')
    below = page.evaluate("""() => [...document.querySelectorAll('.board-visit')].map(visit =>
        Math.max(...[...visit.querySelectorAll('b, .board-flag')].map(each => each.getBoundingClientRect().bottom))
        - visit.getBoundingClientRect().bottom)""")

    assert len(below) == 2 and max(below) <= 0.5


def test_what_is_told_above_the_board_of_a_closed_day_stands_apart(look, at, shell):
    visits.book(DORA, at('10:00', 1))
    shell("INSERT INTO closures (day, reason) VALUES (%s, 'New floors')", DAY)
    page = look(BOARD)
    closed, attention = box(page, 'main .alert:has-text("New floors")'), box(page, '.attention-now')

    assert attention['y'] - closed['y'] - closed['height'] >= 8
