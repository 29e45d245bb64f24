"""A form sent after its session ended: after sign-in it stands there filled in, and nothing of it was carried out."""

import datetime as dt

import pytest

from tests.support import world
from tests.support.access import EXPECTED
from tests.support.accounts import PASSWORD, signed_in
from tests.support.browser import Browser
from tests.support.people import ADA, DORA, PETRA, WEBER

TYPED = 'Sore <throat>\nsince "Monday"'
POSTS = [route.removeprefix('POST ') for route, letters in EXPECTED.items()
         if route.startswith('POST ') and letters[0] == 'L']
# Enough of every form that its handler would write.
FIELDS = {
    'patient_id': 1, 'staff_id': 2, 'service_id': 1, 'starts_at': '2026-06-03T11:00', 'reason': TYPED, 'version': 0,
    'status': 'booked', 'from_status': 'arrived', 'room_id': 0, 'tell_patient': 'on', 'full_name': 'Sore Throat',
    'email': 'sore@mail.test', 'birth_date': '2000-01-01', 'birth_date_day': '1',
    'birth_date_month': '1', 'birth_date_year': '2000', 'phone': '+49 30 555 99', 'relation': 'child', 'is_new': 'y',
    'name': 'Sore room', 'minutes': 30, 'pause_minutes': 0, 'role': 'patient', 'slot_minutes': 20, 'held': 'drop',
    'valid_from': '2026-06-08', 'hours_0': '9-12', 'first_day': '2026-07-01', 'last_day': '2026-07-02',
    'to_staff_id': 2, 'cancel_reason': TYPED, 'confirmed': 'yes', 'is_active': 'on', 'specialization': 'Throats',
}


@pytest.fixture
def lost(shell):
    """lost(browser, action, …) sends the form on the page shown, its session gone; the browser, at the sign-in page."""
    def send(browser, action, **typed):
        form = next(form for where, form in reversed(browser.page.forms) if where == action)
        shell('DELETE FROM sessions')
        page = browser.post(action, {**form, **typed}, follow=False)
        assert page.status == 401 and 'You were signed out, so' in page.text
        return browser
    return send


def back(browser, email):
    """Sign in on the page of a kept form."""
    return browser.submit('/login', email=email, password=PASSWORD, follow=False)


def form_of(page, action):
    return next(form for where, form in reversed(page.forms) if where == action)


def records(shell):
    """All that forms change; not what a sign-in itself writes, nor who looked at a record, which pages note."""
    tables = [name for (name,) in shell("SELECT table_name FROM information_schema.tables "
                                        "WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'")]
    apart = {'sessions', 'sign_in_attempts', 'users', 'audit_log', 'calendar', 'spans', 'record_views'}
    users = shell('SELECT user_id, email, role, full_name, is_active, password_hash FROM users ORDER BY user_id')
    acts = shell("SELECT action, COUNT(*) FROM audit_log WHERE action NOT LIKE 'sign%' GROUP BY action")
    rows = {name: sorted(map(repr, shell(f'SELECT * FROM {name}'))) for name in {*tables} - apart}
    return rows | {'users': users, 'acts': acts}


def test_no_kept_form_is_carried_out_whoever_signs_in(cast, shell):
    values = world.build(shell)
    before, shown = records(shell), 0
    for rule in POSTS:
        path = world.address(rule, values)
        typed = {**FIELDS, **world.asked(rule), f'visit_{values["appointment_id"]}': 0, 'current_password': 'sOre'}
        letters = dict(zip(world.VISITORS, EXPECTED[f'POST {rule}'], strict=True))
        who_may = [name for name in world.SIGNED_IN if letters[name] == '+']
        for name in {who_may[0], who_may[-1], *[name for name in world.SIGNED_IN if letters[name] != '+'][:1]}:
            email = f'{name}@{"mail" if name in ("petra", "mallory") else "clinic"}.test'
            browser, may = Browser(), letters[name] == '+'
            page = browser.post(path, typed)
            assert page.status == 401 and 'value="Sore &lt;throat&gt;' in page.text and 'sOre' not in page.text, rule

            page = back(browser, email)
            assert page.status in ((200, 303, 409, 422) if may else (303,)), (rule, name, page.status)
            assert may or 'Sore' not in page.text + page.headers['location']
            assert 'done=' not in page.headers.get('location', ''), (rule, name)
            shown += 'nothing has been done yet' in page.text
    after = records(shell)
    assert not [name for name in before if after[name] != before[name]]
    assert shown > 40


def test_a_password_and_a_key_are_not_kept(lost):
    browser = signed_in(PETRA.email)
    browser.get('/profile/email')
    page = lost(browser, '/profile/email', email='new@mail.test', current_password='sOre', request_key='k' * 43).page

    assert 'sOre' not in page.text and 'kkkk' not in page.text
    assert form_of(back(browser, PETRA.email), '/profile/email')['email'] == 'new@mail.test'


DESK = '/staff/book/confirm?patient_id=3&service_id=1&staff_id=1&starts_at=2026-06-02T12:30'


def test_the_desk_finds_its_booking_as_it_was_typed(lost, shell):
    browser = signed_in(DORA.email)
    browser.get(DESK)
    typed = {'reason': TYPED, 'why': 'It hurts', 'overrule_break': 'yes', 'room_id': '2'}
    lost(browser, '/staff/book', **typed)
    assert browser.submit('/login', email=DORA.email, password='wrong horse battery').status == 422

    page = back(browser, DORA.email)
    form = form_of(page, '/staff/book')
    assert page.status == 200 and 'nothing has been done yet' in page.text
    assert {**form, 'reason': form['reason'].strip()}.items() >= typed.items() and form['request_key']
    assert shell('SELECT COUNT(*) FROM appointments') == [(0,)]
    browser.submit('/staff/book')
    assert shell('SELECT patient_id, staff_id, room_id, starts_at, reason FROM appointments') == [
        (3, 1, 2, dt.datetime(2026, 6, 2, 12, 30), TYPED)]


def test_what_the_desk_typed_is_not_shown_to_a_patient(lost, shell):
    browser = signed_in(DORA.email)
    browser.get(DESK)
    page = back(lost(browser, '/staff/book', reason=TYPED), PETRA.email)

    assert page.status == 303 and page.headers['location'] == '/' and 'throat' not in page.text
    assert browser.get('/appointments').status == 200


@pytest.mark.parametrize('change', [
    'UPDATE services SET is_active = FALSE WHERE service_id = 1',
    'DELETE FROM staff_services WHERE staff_id = 1 AND service_id = 1',
    'UPDATE staff SET is_bookable = FALSE WHERE staff_id = 1'])
@pytest.mark.parametrize('is_lost', [False, True])
def test_a_service_retired_meanwhile_is_named_to_the_desk(lost, shell, change, is_lost):
    browser = signed_in(DORA.email)
    browser.get(DESK.replace('12:30', '10:00'))
    if is_lost:
        lost(browser, '/staff/book', reason=TYPED)
        shell(change)
        page = back(browser, DORA.email)
    else:
        shell(change)
        page = browser.submit('/staff/book', reason=TYPED)

    assert page.status == (200 if is_lost else 422)
    assert 'does not offer Consultation at present, or cannot be booked.' in page.text


def test_a_move_stands_chosen_again(lost, booked, shell, at):
    number = booked(at('10:00', 2))
    action, browser = f'/appointments/{number}/reschedule', signed_in(PETRA.email)
    browser.get(action)
    page = back(lost(browser, action, starts_at='2026-06-03T11:00'), PETRA.email)
    assert page.status == 200 and form_of(page, action)['starts_at'] == '2026-06-03T11:00'

    browser.post(action, form_of(page, action))
    assert shell('SELECT starts_at FROM appointments') == [(at('11:00', 2),)]


def test_a_move_by_staff_keeps_the_other_time_and_why(lost, booked, shell, at):
    number = booked(at('10:00', 2))
    action, browser = f'/appointments/{number}/reschedule', signed_in(WEBER.email)
    browser.get(action)
    page = back(lost(browser, action, other_at='2026-06-03T12:30', overrule_break='yes', why='It hurts'), WEBER.email)

    form = form_of(page, action)
    assert (form['other_at'], form['why'], form['overrule_break']) == ('2026-06-03T12:30', 'It hurts', 'yes')
    browser.post(action, form)
    assert shell('SELECT starts_at FROM appointments') == [(at('12:30', 2),)]


def test_somebody_elses_visit_is_not_there_after_signing_in_either(lost, booked, at):
    number = booked(at('10:00', 2))
    browser = signed_in(PETRA.email)
    browser.get(f'/appointments/{number}/cancel')
    page = back(lost(browser, f'/appointments/{number}/cancel', reason=TYPED), 'mallory@mail.test')

    assert page.status == 303 and page.headers['location'] == '/' and 'throat' not in page.text


@pytest.mark.parametrize('who', [PETRA.email, WEBER.email])
def test_why_a_visit_is_cancelled_is_kept(lost, booked, shell, at, who):
    number = booked(at('10:00', 2))
    action, browser = f'/appointments/{number}/cancel', signed_in(who)
    browser.get(action)
    page = back(lost(browser, action, reason=TYPED), who)
    assert form_of(page, action)['reason'].strip() == TYPED
    assert shell('SELECT status FROM appointments') == [('booked',)]

    browser.submit(action)
    assert shell('SELECT status, cancel_reason FROM appointments') == [('cancelled', TYPED)]


def test_several_cancellations_are_asked_about_again(lost, booked, shell, at):
    number = booked(at('10:00', 8))
    shell("INSERT INTO closures (day, reason) VALUES ('2026-06-09', 'Staff outing')")
    action, browser = '/admin/closures/stretch/cancel-visits', signed_in(ADA.email)
    browser.get('/admin/closures/stretch?day=2026-06-09')
    browser.post(action, {'day': '2026-06-09', f'visit_{number}': '0'})
    page = back(lost(browser, action, cancel_reason='The roof is leaking'), ADA.email)

    assert form_of(page, action)['cancel_reason'] == 'The roof is leaking'
    assert shell('SELECT status FROM appointments') == [('booked',)]
    assert 'done=visits_cancelled' in browser.submit(action, follow=False).headers['location']


@pytest.mark.parametrize(('page', 'action', 'typed'), [
    ('/staff/hours/time-off', '/staff/hours/time-off', {'first_day': '2026-06-20', 'reason': 'A course'}),
    ('/staff/hours/week', '/staff/hours/week', {'hours_2': '9-12', 'breaks_2': '10-10:15'}),
    ('/staff/profile', '/staff/profile', {'about': 'Here since <2010>.'}),
    ('/admin/services/new', '/admin/services', {'name': 'Sore throats', 'how_to_prepare': TYPED}),
    ('/admin/users/new', '/admin/users', {'full_name': 'Nora New', 'email': 'nora@clinic.test'}),
    ('/admin/settings', '/admin/settings', {'address': '2 Other Street'}),
    ('/staff/patients/5/edit', '/staff/patients/5/edit', {'phone': '+49 30 555 77'}),
    ('/staff/book/patient', '/staff/book/patient', {'full_name': 'Nora New', 'birth_date_year': '1990'}),
])
def test_every_other_form_stands_filled_again_too(lost, page, action, typed):
    is_desk = page[:8] in ('/staff/b', '/staff/p') and 'profile' not in page
    who = ADA if page.startswith('/admin') else DORA if is_desk else WEBER
    browser = signed_in(who.email)
    fields = {'staff_id': '1'} if 'availability' in page else {}
    browser.get(page + ('?staff_id=1' if fields else ''))
    answer = back(lost(browser, action, **typed, **fields), who.email)

    assert answer.status in (200, 422)                  # 422: something else is missing in it
    form = form_of(answer, action)
    assert {name: form[name].strip() for name in typed} == typed


def test_a_form_with_nothing_in_it_leads_to_the_sign_in_page_as_before(cast):
    assert Browser().post('/logout', follow=False).headers['location'] == '/login'


@pytest.mark.parametrize('path', ['/login', '/logout', '//evil.example', '/nowhere', '', '/theme'])
def test_what_nobody_sent_is_not_shown(cast, path):
    browser = Browser()
    browser.get('/login')
    page = browser.submit('/login', email=PETRA.email, password=PASSWORD, kept_path=path, kept_field_next='x',
                          follow=False)

    assert (page.status, page.headers['location']) == (303, '/')
