"""The journey the product is for, in a real browser with JavaScript switched off, by keyboard alone.

The clock is not frozen here, so the day booked is whatever the page offers first.
"""

import re

import pytest

from tests.conftest import PASSWORD

pytestmark = pytest.mark.usefixtures('real_time')


def focus(tab, name, tries=80):
    """Press Tab until the focus is on a link, button or field of this name (a pattern)."""
    for _ in range(tries):
        tab.keyboard.press('Tab')
        focused = tab.locator(':focus')
        if focused.count() and re.search(name, spoken(tab, focused)):
            return focused
    raise AssertionError(f'no {name} can be reached by Tab on {tab.url}')


def spoken(tab, element):
    """The accessible name of an element: its label, or what it says."""
    label = element.get_attribute('aria-label')
    if label:
        return label
    identity = element.get_attribute('id')
    labels = tab.locator(f'label[for="{identity}"]') if identity else None
    return (labels.first.inner_text() if labels and labels.count() else element.inner_text()).strip()


def press(tab, name):
    """Go to a link or button with Tab and press Enter."""
    focus(tab, name)
    enter(tab)


def enter(tab):
    with tab.expect_navigation():
        tab.keyboard.press('Enter')


def type_in(tab, name, text):
    focus(tab, name)
    tab.keyboard.type(text)


def sign_in(tab, email):
    tab.goto('/login')
    type_in(tab, 'E-mail', email)
    type_in(tab, 'Password', PASSWORD)
    enter(tab)


def text(tab):
    return tab.locator('main').inner_text()


def book_by_keyboard(tab, name):
    """Register, choose Dr. Weber and her first free time, and book it."""
    tab.goto('/')
    press(tab, '^Register')
    type_in(tab, 'Full name', name)
    type_in(tab, 'E-mail', 'new@mail.test')
    type_in(tab, 'Password', 'quite long enough 7')
    press(tab, '^Register')
    assert tab.url.split('?')[0].endswith('/book')
    tab.goto('/book/1?service_id=1')
    if 'next free' in text(tab).lower():
        press(tab, 'ext free')
    press(tab, '^Book .*Weber')
    type_in(tab, 'eason', 'A "quoted" <b>reason</b>')
    press(tab, '^Book')
    assert re.search(r'/appointments/\d+', tab.url)


def test_a_patient_registers_books_and_cancels_by_keyboard(tab, shell):
    book_by_keyboard(tab, 'Zoë O\'Brien <b>')

    visit = re.search(r'/appointments/(\d+)', tab.url).group(1)
    assert 'Dr. Anna Weber' in text(tab) and 'Zoë O\'Brien <b>' in text(tab) and '"quoted" <b>reason</b>' in text(tab)
    assert shell('SELECT COUNT(*) FROM claims WHERE appointment_id = %s', visit) == [(6,)]
    tab.goto('/appointments')
    assert 'Dr. Anna Weber' in text(tab)
    shell('UPDATE settings SET cancel_deadline_minutes = 0')
    tab.goto(f'/appointments/{visit}')
    press(tab, '^Cancel')
    press(tab, '^Cancel')
    assert 'ancelled' in text(tab)
    assert shell('SELECT status FROM appointments WHERE appointment_id = %s', visit) == [('cancelled',)]
    assert shell('SELECT COUNT(*) FROM claims') == [(0,)]


def test_staff_and_admins_see_the_visit_that_was_booked(tab, chromium, site, shell):
    book_by_keyboard(tab, 'Zoë Patient')
    visit = re.search(r'/appointments/(\d+)', tab.url).group(1)
    (day,), = shell('SELECT day FROM appointments WHERE appointment_id = %s', visit)

    for email, pages in (('weber@clinic.test', (f'/staff?day={day}', '/staff/upcoming')),
                         ('ada@clinic.test', ('/admin/appointments',))):
        context = chromium.new_context(base_url=site, java_script_enabled=False)
        other = context.new_page()
        sign_in(other, email)
        for page in pages:
            other.goto(page)
            assert 'Zoë Patient' in text(other), page
        context.close()


def test_going_back_leads_to_the_visit_that_was_booked(tab, shell):
    book_by_keyboard(tab, 'Zoë Patient')
    visit = tab.url.split('?')[0]
    tab.go_back()

    assert tab.url.split('?')[0] == visit
    assert shell('SELECT COUNT(*) FROM appointments') == [(1,)]


NAMES = ["Zoë O'Brien", 'back\\slash', 'delimiter //', '🩺 Emoji', '<b>Bold</b>', 'Γιώργος', 'Иван Петров', 'محمد علي',
         'רחל כהן', 'अनीता शर्मा', '王小明', '山田太郎', '김민수', 'สมชาย']


def test_names_come_back_as_they_were_typed(tab):
    sign_in(tab, 'petra@mail.test')
    for name in NAMES:
        tab.goto('/profile')
        focus(tab, 'Full name')
        tab.keyboard.press('Control+A')
        tab.keyboard.insert_text(name)
        enter(tab)

        assert tab.locator('#full_name').input_value() == name
        assert name in tab.locator('header').inner_text()


def test_a_new_patient_books_with_ten_taps_on_a_phone(chromium, site, shell):
    """A tap on each link, button and field, with registering; one more where no time is free this week. What protects
    accounts makes the first booking no harder: a privacy notice, words before booking and the link that proves the
    address cost no tap."""
    for kind in ('privacy', 'booking', 'news'):
        shell("INSERT INTO clinic_texts (kind, version, body, saved_utc) VALUES (%s, 1, 'Words.', '2026-05-01')", kind)
    context = chromium.new_context(base_url=site, java_script_enabled=False, viewport={'width': 360, 'height': 740})
    phone, taps = context.new_page(), []

    def tap(selector, typed=None):
        taps.append(selector)
        if typed is not None:
            phone.locator(selector).fill(typed)
            return
        with phone.expect_navigation():
            phone.locator(selector).first.click()

    phone.goto('/')
    tap('main a[href="/book"]')
    tap('main a[href^="/book/1"]')
    tap('main a[href^="/book/1?service_id"]')
    is_full = not phone.locator('main a[href*="/confirm"]').count()
    if is_full:
        tap('main a:has-text("ext free")')
    tap('main a[href*="/confirm"]')
    tap('main a[href^="/register"]')
    for field, typed in (('full_name', 'Nora New'), ('email', 'nora@mail.test'), ('password', 'quite long enough 7')):
        tap(f'#{field}', typed)
    tap('main form button.btn-primary')
    tap('main form button.btn-primary')

    assert re.search(r'/appointments/\d+', phone.url) and len(taps) == 10 + is_full, taps
    context.close()
