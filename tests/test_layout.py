"""The lists of staff and admins in a real browser: on paper, on a phone, with names of every kind and length."""

import re

import pytest

from tests.conftest import MONDAY
from tests.support import visits
from tests.support.clicks import clicks_of
from tests.support.people import ADA

LONG = 'Wolkensteinberger' * 7


@pytest.fixture
def visit_of(cast, shell, at):
    """visit_of(name) → Olga is called so, and has a visit with Dr. Weber tomorrow at 10:00."""
    def book(name):
        shell('UPDATE patients SET full_name = %s WHERE patient_id = 5', name)
        return visits.book(ADA, at('10:00', 1), patient_id=5)
    return book


@pytest.fixture
def look(tab, site):
    """look(visitor, path, width) → the page in the browser, as that visitor sees it."""
    def open_page(name, path, width=1280):
        clicks_of(tab, site, name)
        tab.set_viewport_size({'width': width, 'height': 900})
        tab.goto(path)
        return tab
    return open_page


def test_a_list_stays_a_table_on_paper(look, visit_of):
    visit_of('Olga Onthephone')
    page = look('ada', '/admin/appointments', 700)
    page.emulate_media(media='print')
    when = page.locator('.stack tbody th').first.bounding_box()
    tops = {cell.bounding_box()['y'] for cell in page.locator('.stack tbody tr').first.locator('td').all()}

    assert tops == {when['y']}
    assert not page.locator('form').first.is_visible()


@pytest.mark.parametrize('path', ['/admin/audit', '/admin/notifications'])
def test_on_a_phone_no_line_of_a_list_ends_with_a_dot_or_a_dash(look, visit_of, shell, path):
    visit_of('Olga Onthephone')
    shell("INSERT INTO notifications (kind, audience, recipient, dedupe_key, created_utc, next_try_utc) "
          "VALUES ('test', 'account', 'ada@clinic.test', 'a test', '2026-06-01', '2026-06-01')")
    page = look('ada', path, 360)
    ends = page.evaluate("""() => [...document.querySelectorAll('.stack-inline tbody tr')].map(row => {
        const cell = [...row.cells].filter(cell => cell.offsetParent).at(-1)
        return [cell.innerText.trim().at(-1), getComputedStyle(cell, '::after').content]
    })""")

    assert ends
    for last, after in ends:
        assert last != '–' and after == 'none'


def test_the_day_sheet_fits_one_page_of_paper(look, visit_of):
    visit_of('Olga Onthephone')
    page = look('dora', f'/staff?day={MONDAY.replace(day=2)}')
    sheet = page.pdf(format='A4')

    assert re.findall(rb'/Count (\d+)', sheet) == [b'1']
    page.emulate_media(media='print')
    assert page.locator('main .btn:visible, main form:visible').count() == 0


def test_the_age_stands_behind_a_name_from_the_right(look, visit_of):
    visit = visit_of('נועה לוי')
    page = look('dora', f'/appointments/{visit}')
    line = page.locator('section[aria-labelledby=patient] p').first
    name = line.locator('bdi').bounding_box()

    assert name['x'] == pytest.approx(line.bounding_box()['x'], abs=2)


@pytest.mark.parametrize('width', [360, 1280])
def test_a_long_name_and_address_of_a_new_account_fit_the_window(look, cast, shell, width):
    shell("UPDATE users SET created_utc = '2026-06-01', full_name = %s, email = %s WHERE user_id = 6", LONG,
          'x' * 60 + '@' + 'y' * 60 + '.test')
    shell("INSERT INTO appointments"
          " (patient_id, staff_id, room_id, service_id, starts_at, ends_at, created_utc, booked_by)"
          " VALUES (1, 1, 1, 1, '2026-06-04 10:00', '2026-06-04 10:30', '2026-06-01', 6)")
    page = look('ada', '/staff/new-accounts', width)

    assert page.locator('input[type=checkbox]').count() == 1
    assert page.locator('html').bounding_box()['width'] <= width
    for element in page.locator('main .card').all():
        box = element.bounding_box()
        assert box['x'] + box['width'] <= width


@pytest.mark.parametrize('width', [360, 800, 1280])
@pytest.mark.parametrize('path', [
    '/admin', '/admin/appointments', '/admin/audit', '/admin/rooms/1', '/admin/rooms/usage?day=2026-06-02',
    '/staff?day=2026-06-02', '/staff?day=2026-06-02&by=rooms', '/staff/week?staff_id=1&day=2026-06-02',
    '/staff?view=list&day=2026-06-02', '/staff/upcoming', '/staff/book?patient_id=5', '/admin/patients/5',
    '/admin/patients/doubles', '/staff/patients/5/merge', '/staff/patients/5/merge?with=1'])
def test_a_long_name_makes_no_page_wider_than_the_window(look, visit_of, shell, path, width):
    visit_of(LONG)
    shell("INSERT INTO patients (full_name, birth_date, created_utc) VALUES (%s, '1950-10-10', '2026-05-01')", LONG)
    page = look('ada', path, width)
    everything = page.locator('html').bounding_box()['width']
    table = page.locator('main').bounding_box()

    assert everything <= width and table['width'] <= width
    for element in page.locator('main table:visible, main ol:visible, main .card:visible').all():
        box = element.bounding_box()
        assert box['x'] + box['width'] <= width, element.inner_text()[:80]


@pytest.mark.parametrize('path', ['/privacy', '/', '/book', '/book/1?service_id=1', '/admin/settings/texts?kind=news'])
def test_a_long_word_in_the_clinics_own_texts_makes_no_page_wider_than_the_window(look, shell, path):
    for kind in ('privacy', 'booking', 'news'):
        shell('INSERT INTO clinic_texts (kind, version, body, saved_utc) VALUES (%s, 1, %s, %s)', kind,
              f'# {"x" * 90}\n- {"y" * 90}\nhttps://example.com/{"z" * 90}', '2026-05-01')
    page = look('ada', path, 360)

    assert page.locator('html').bounding_box()['width'] <= 360
    assert page.evaluate('document.documentElement.scrollWidth') <= 360


def test_where_an_alert_is_added_is_large_enough_to_press_and_opened_by_the_link_of_the_visit(look, visit_of):
    number = visit_of('Olga Neu')

    page = look('dora', f'/appointments/{number}', 360)
    page.get_by_role('link', name='Add an alert').click()
    assert page.locator('#alert > summary').bounding_box()['height'] >= 40
    assert page.locator('#alert-text').is_visible()


def test_how_late_somebody_is_takes_one_line_on_a_phone(look, visit_of):
    page = look('dora', f'/appointments/{visit_of("Olga Neu")}', 360)

    choice, button = (page.locator(f'.step-late > {part}').bounding_box() for part in ('select', 'button'))
    assert choice['y'] < button['y'] + button['height'] / 2 < choice['y'] + choice['height']
