"""What staff say about themselves, and the page of a person that everybody may read."""

import pytest

from app import database
from tests.conftest import PASSWORD
from tests.support.browser import Browser


@pytest.fixture
def weber(cast):
    visitor = Browser()
    visitor.get('/login')
    visitor.submit('/login', email='weber@clinic.test', password=PASSWORD)
    visitor.get('/staff/profile')
    return visitor


def test_staff_edit_their_own_page(weber, shell):
    page = weber.submit('/staff/profile', full_name='Dr. Anna Weber-Klein', specialization='Heart', about='Hello.\nI',
                        phone='+49 30 555 77', wants_mail='on', usual_room_id='2')

    assert 'Your profile is saved.' in page.text
    assert shell('SELECT specialization, about, phone, wants_mail, usual_room_id FROM staff WHERE staff_id = 1') == \
        [('Heart', 'Hello.\nI', '+49 30 555 77', 1, 2)]
    assert shell('SELECT full_name FROM users WHERE user_id = 2') == [('Dr. Anna Weber-Klein',)]
    assert shell('SELECT user_id, action, subject_id FROM audit_log') == [(2, 'profile changed', 1)]
    public = Browser().get('/staff/1').text
    assert all(word in public for word in ('Weber-Klein', 'Heart', 'Hello.', '555 77'))


def test_what_is_not_ticked_or_chosen_is_taken_away(weber, shell):
    form = dict(weber.page.forms)['/staff/profile']
    assert form['usual_room_id'] == '1' and 'wants_mail' not in form
    weber.submit('/staff/profile', usual_room_id='', specialization='', phone='')

    assert shell('SELECT specialization, phone, wants_mail, usual_room_id FROM staff WHERE staff_id = 1') == \
        [('', '', 0, None)]


def test_a_usual_room_that_is_retired_stays_chosen_until_another_is(weber, shell):
    shell('UPDATE rooms SET is_active = FALSE WHERE room_id = 1')
    weber.get('/staff/profile')
    weber.submit('/staff/profile', about='Hello.')

    assert shell('SELECT about, usual_room_id FROM staff WHERE staff_id = 1') == [('Hello.', 1)]


def test_the_private_phone_of_the_account_stays(weber, shell):
    shell("UPDATE users SET phone = '+49 30 999 99' WHERE user_id = 2")
    weber.submit('/staff/profile', phone='+49 30 555 77')

    assert shell('SELECT phone FROM users WHERE user_id = 2') == [('+49 30 999 99',)]
    assert '999 99' not in Browser().get('/staff/1').text


def test_a_private_phone_that_is_changed_meanwhile_is_not_undone(weber, shell):
    changed = []

    def change_it(name, *_):
        if name == 'staff/find_own':                # after each time that the program has read the record
            changed.append(f'+49 30 111 {len(changed)}')
            shell('UPDATE users SET phone = %s WHERE user_id = 2', changed[-1])
    weber.get('/staff/profile')
    database.on_statement.append(change_it)
    try:
        weber.submit('/staff/profile', follow=False, about='Hello.')
    finally:
        database.on_statement.clear()

    assert shell('SELECT phone FROM users WHERE user_id = 2') == [(changed[-1],)]


@pytest.mark.parametrize(('field', 'typed'), [
    ('full_name', ''), ('phone', 'call me'), ('about', 'x' * 1001), ('usual_room_id', '3'), ('usual_room_id', 'x'),
])
def test_a_refused_profile_keeps_what_was_typed(weber, field, typed):
    page = weber.submit('/staff/profile', **{'specialization': 'Something new', field: typed})

    assert page.status == 422
    assert f'id="{field}-error"' in page.text
    assert dict(page.forms)['/staff/profile']['specialization'] == 'Something new'


def test_everybody_sees_what_a_person_offers_and_how_to_book(cast):
    page = Browser().get('/staff/1')

    assert page.status == 200
    assert 'href="/book/1?service_id=2"' in page.text
    assert 'Monday' in page.text and 'Saturday' not in page.text


def test_who_cannot_be_booked_has_no_page(cast, shell):
    shell('UPDATE users SET is_active = FALSE WHERE user_id = 3')

    assert [Browser().get(f'/staff/{staff_id}').status for staff_id in (2, 4, 99)] == [404, 404, 404]


@pytest.mark.parametrize(('email', 'status'), [
    ('ada@clinic.test', 404), ('petra@mail.test', 403), ('dora@clinic.test', 200),
])
def test_only_staff_have_a_staff_profile(cast, email, status):
    visitor = Browser()
    visitor.get('/login')
    visitor.submit('/login', email=email, password=PASSWORD)

    assert visitor.get('/staff/profile').status == status


def test_an_admin_who_sees_patients_has_the_page_and_is_led_to_it(browser, shell):
    pages = ('/admin/clinic', '/profile')
    assert not any('href="/staff/profile"' in browser('ada').get(page).text for page in pages)
    shell("INSERT INTO staff (staff_id, user_id, specialization) VALUES (9, 1, 'Surgery')")
    ada = browser('ada')
    assert all('href="/staff/profile"' in ada.get(page).text for page in pages)
    ada.get('/staff/profile')
    page = ada.submit('/staff/profile', about='I also see patients.')

    assert page.status == 200 and 'Your profile is saved.' in page.text
    assert shell('SELECT about FROM staff WHERE staff_id = 9') == [('I also see patients.',)]
