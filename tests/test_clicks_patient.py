"""How much a patient has to do, counted in a real browser on a phone, with JavaScript switched off.

The clock is not frozen here. The days are Mondays some weeks ahead, on which nothing is booked yet.
"""

import datetime as dt
import re

import pytest

from app import clock
from tests.support.accounts import PASSWORD

pytestmark = pytest.mark.usefixtures('real_time')


@pytest.fixture
def phone(chromium, site):
    """A page of a phone's size, with taps: what was tapped, chosen or typed on it."""
    context = chromium.new_context(base_url=site, java_script_enabled=False, viewport={'width': 360, 'height': 740})
    page = context.new_page()
    page.taps = []
    yield page
    context.close()


def tap(phone, selector):
    phone.taps.append(selector)
    with phone.expect_navigation():
        phone.locator(selector).first.click()


def type_in(phone, selector, text):
    phone.taps.append(selector)
    phone.locator(selector).fill(text)


def sign_in(phone, email='petra@mail.test'):
    phone.goto('/login')
    phone.fill('#email', email)
    phone.fill('#password', PASSWORD)
    with phone.expect_navigation():
        phone.click('main form button.btn-primary')


def monday():
    """A Monday at least a week ahead."""
    ahead = clock.today() + dt.timedelta(days=7)
    return ahead + dt.timedelta(days=-ahead.weekday() % 7)


def book(phone, time, patient_id=1):
    phone.goto(f'/book/1/confirm?service_id=1&starts_at={monday()}T{time}&patient_id={patient_id}')
    with phone.expect_navigation():
        phone.click('main form button.btn-primary')
    assert re.search(r'/appointments/\d+', phone.url)


def visits(shell):
    return shell('SELECT patient_id, starts_at FROM appointments ORDER BY starts_at')


def at(time):
    return dt.datetime.combine(monday(), dt.time.fromisoformat(time))


def test_the_second_of_a_family_is_booked_with_two_taps(phone, shell):
    sign_in(phone)
    book(phone, '10:00')

    tap(phone, 'main a:has-text("Book for Pia at 10:30")')
    assert phone.locator('#patient_id').input_value() == '2'
    tap(phone, 'main form button.btn-primary')
    assert visits(shell) == [(1, at('10:00')), (2, at('10:30'))] and len(phone.taps) == 2
    assert not phone.locator('main a:has-text("Book for Pia")').count()


def test_a_new_patient_books_with_eight_taps_by_the_kind_of_visit(phone, shell):
    """Two less than by the person: the next times stand with everybody who offers what was chosen."""
    phone.goto('/')
    tap(phone, 'main a[href="/book?service_id=2"]')
    tap(phone, 'main .next-times a.slot')
    tap(phone, 'main a[href^="/register"]')
    for field, typed in (('full_name', 'Nora New'), ('email', 'nora@mail.test'), ('password', 'quite long enough 7')):
        type_in(phone, f'#{field}', typed)
    tap(phone, 'main form button.btn-primary')
    tap(phone, 'main form button.btn-primary')

    assert phone.locator('main h1').inner_text().startswith('Booked: ')
    assert len(visits(shell)) == 1 and len(phone.taps) == 8


def test_a_visit_is_moved_and_cancelled_from_the_first_page(phone, shell):
    sign_in(phone)
    book(phone, '10:00', patient_id=2)
    phone.goto('/')

    tap(phone, 'main a:text-is("Move")')
    phone.locator('label[for$="T11:00"]').click()
    phone.taps.append('11:00')
    tap(phone, 'main form button.btn-primary')
    assert visits(shell) == [(2, at('11:00'))] and len(phone.taps) == 3
    phone.goto('/')
    phone.taps.clear()
    tap(phone, 'main a:text-is("Cancel")')
    tap(phone, 'main button.btn-danger')
    assert shell('SELECT status FROM appointments') == [('cancelled',)] and len(phone.taps) == 2


@pytest.mark.parametrize('from_page', ['/appointments', 'the visit'])
def test_booking_again_for_a_child_takes_three_taps(phone, shell, from_page):
    shell("INSERT INTO appointments (appointment_id, patient_id, staff_id, room_id, service_id, starts_at, ends_at,"
          " status, created_utc) VALUES (70, 2, 1, 1, 1, '2026-01-05 10:00', '2026-01-05 10:30', 'completed',"
          " '2026-01-01')")
    sign_in(phone)
    phone.goto('/appointments/70' if from_page == 'the visit' else from_page)

    tap(phone, 'main a:has-text("Book again for Pia")')
    if not phone.locator('main a[href*="/confirm"]').count():
        phone.goto(f'/book/1?service_id=1&patient_id=2&day={monday()}')
    tap(phone, 'main a[href*="/confirm"]')
    tap(phone, 'main form button.btn-primary')
    assert [patient for patient, _ in visits(shell)] == [2, 2] and len(phone.taps) == 3
