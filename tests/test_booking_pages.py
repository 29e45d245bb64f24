"""Booking by the pages: whom, when, the form, what happens to a time that is gone, and the list of own visits."""

import datetime as dt
import re

import pytest

from app import clock
from tests.support.accounts import signed_in
from tests.support.browser import Browser
from tests.support.people import PAUL, PETRA
from tests.support.statements import statements
from tests.support.visits import book

CONFIRM = '/book/1/confirm?service_id=1&starts_at=2026-06-02T10:00'

pytestmark = pytest.mark.usefixtures('cast')


@pytest.fixture
def taken(cast, at):
    """taken('10:00', …) books these times of Tuesday with Dr. Weber for Paul."""
    def taken(*times, staff_id=1, day=1, **changes):
        return [book(PAUL, at(time, day), **{'patient_id': 3, 'staff_id': staff_id, **changes})
                for time in times]
    return taken


def times_on(page):
    return re.findall(r'class="slot"[^>]*>([^<]+)<', page.text)


def links_of(page):
    return [link.replace('&amp;', '&') for link in re.findall(r'href="([^"]+)"', page.text)]


# Whom

def test_people_are_shown_with_their_next_time_soonest_first(cast):
    page = Browser().get('/book')

    assert page.status == 200
    assert re.findall(r'<h3[^>]*><a[^>]*>([^<]+)', page.text) == ['Dr. Anna Weber', 'Dr. Ben Okafor', 'Nurse Lind']
    assert 'Next free: Today 09:00 with Dr. Anna Weber' in page.text and 'Here since 2010.' in page.text
    assert 'Dora' not in page.text


def test_who_is_booked_up_this_week_is_found_weeks_later(shell):
    shell("INSERT INTO time_off (staff_id, starts_at, ends_at) VALUES (1, '2026-06-01', '2026-06-12'), "
          "(2, '2026-06-01', '2026-07-13'), (3, '2026-06-01', '2026-12-01')")

    page = Browser().get('/book')
    told = r'.*?(?:Next free: <span[^>]*>([^<]+)|(No free time))'
    assert [re.search(name + told, page.text, re.DOTALL).groups()
            for name in ('Weber', 'Okafor', 'Lind')] == [
        ('Fri 12 Jun, 09:00', None), ('Mon 13 Jul, 09:00', None), (None, 'No free time')]
    assert len(statements(lambda: Browser().get('/book'))) == 5


def test_people_are_found_by_service_and_by_specialization(cast):
    page = Browser().get('/book?service_id=1')
    assert 'Nurse Lind' not in page.text.split('people')[-1] and 'Earliest appointment' in page.text
    assert '/book/1/confirm?service_id=1&starts_at=2026-06-01T09:00' in links_of(page)

    page = Browser().get('/book?specialization=Nursing')
    assert 'Nurse Lind' in page.text and 'Weber' not in page.text


def test_the_only_person_for_a_service_needs_no_choosing(cast):
    page = Browser().get('/book?service_id=3', follow=False)
    assert (page.status, page.headers['location']) == (303, '/book/3?service_id=3')

    assert Browser().get('/book?service_id=3&page=1').status == 200


def test_where_nobody_matches_the_page_leads_on(cast):
    page = Browser().get('/book?specialization=Astrology')

    assert page.status == 200 and 'No member of staff matches' in page.text and '/book' in links_of(page)


@pytest.mark.parametrize('asked', [
    '?service_id=abc', '?service_id=999', '?service_id=-1', '?page=0', '?page=999999999', '?page=x', '?service_id=',
    '?specialization=' + 'x' * 500, '?service_id=99999999999999999999', '?unknown=1', '?specialization=%27%22%3Cb%3E'])
def test_nonsense_in_a_search_is_as_if_it_were_not_there(asked):
    assert Browser().get('/book' + asked).status == 200


def test_people_come_in_pages(shell):
    for number in range(30):
        user_id = 100 + number
        shell("INSERT INTO users (user_id, email, role, full_name, created_utc) "
              "VALUES (%s, %s, 'staff', %s, '2026-01-01')", user_id, f'p{number}@clinic.test', f'Person {number:02}')
        shell('INSERT INTO staff (staff_id, user_id) VALUES (%s, %s)', user_id, user_id)
        shell('INSERT INTO staff_services (staff_id, service_id) VALUES (%s, 1)', user_id)

    first, second = Browser().get('/book'), Browser().get('/book?page=2')
    assert 'Next page' in first.text and 'Person 29' in second.text and 'Previous page' in second.text
    assert len(statements(lambda: Browser().get('/book'))) == 5
    beyond = Browser().get('/book?page=9')
    assert 'Person 29' in beyond.text and 'No visits can' not in beyond.text and '>Next page<' not in beyond.text


def test_a_second_page_that_does_not_exist_is_the_only_one(cast):
    page = Browser().get('/book?page=2')

    assert 'Weber' in page.text
    assert 'No visits can be booked online' not in page.text and 'Previous page' not in page.text


# When

def test_without_a_service_the_services_are_offered(cast):
    page = Browser().get('/book/1')

    assert 'What is the visit for?' in page.text
    assert {'/book/1?service_id=1', '/book/1?service_id=2'} <= set(links_of(page))


def test_the_only_service_needs_no_choosing(cast):
    assert times_on(Browser().get('/book/3'))[:2] == ['09:00', '09:15']


def test_a_days_times_leave_out_what_is_taken(taken):
    taken('10:00')

    page = Browser().get('/book/1?service_id=1&day=2026-06-02')
    assert times_on(page)[:5] == ['09:00', '09:30', '10:30', '11:00', '11:30']
    assert 'aria-label="Book Tuesday 2 June 2026, 10:30 with Dr. Anna Weber"' in page.text
    assert '/book/1/confirm?service_id=1&starts_at=2026-06-02T10:30' in links_of(page)


def test_without_a_day_the_first_open_one_is_shown(shell):
    shell("INSERT INTO closures (day, reason) VALUES ('2026-06-01', 'Floor <polish>')")

    page = Browser().get('/book/1?service_id=1')
    assert '<h3 class="h5" id="day">Tuesday 2 June 2026</h3>' in page.text
    assert 'Closed on Mon 1 Jun: Floor &lt;polish&gt;' in page.text


def test_an_empty_day_leads_to_the_next_free_one(shell):
    page = Browser().get('/book/1?service_id=1&day=2026-06-06')
    assert 'Next free day: Monday 8 June 2026' in page.text

    shell("INSERT INTO time_off (staff_id, starts_at, ends_at) VALUES (1, '2026-06-01', '2026-07-01')")
    for view in ('day', 'week', 'month'):
        page = Browser().get(f'/book/1?service_id=1&view={view}')
        assert 'Next free day: Wednesday 1 July 2026' in page.text, view
    shell("UPDATE time_off SET ends_at = '2027-01-01'")
    for view in ('day', 'week', 'month'):
        page = Browser().get(f'/book/1?service_id=1&view={view}')
        assert 'See who else is free' in page.text and '555 0100' in page.text, view


def test_weeks_can_be_turned_within_what_may_be_booked(cast):
    page = Browser().get('/book/1?service_id=1')
    assert 'Previous week' not in page.text and '&week=2026-06-08' in ''.join(links_of(page))

    page = Browser().get('/book/1?service_id=1&week=2026-07-27')
    assert 'Next week' not in page.text and 'Previous week' in page.text


def test_the_week_as_columns_has_every_day_and_all_times(taken):
    taken('09:00')

    page = Browser().get('/book/1?service_id=1&view=week&week=2026-06-02')
    assert len(re.findall('<section', page.text)) == 7
    assert len(times_on(page)) == 14 * 5 - 1
    assert 'Book Friday 5 June 2026, 16:30 with Dr. Anna Weber' in page.text


def test_a_month_links_its_open_days(shell):
    shell("INSERT INTO closures (day, reason) VALUES ('2026-06-15', 'Course')")

    page = Browser().get('/book/1?service_id=1&view=month')
    open_days = [link for link in links_of(page) if 'view=month&day=2026-06' in link]
    assert len(open_days) == 21 and 'Mon 15 Jun: Course' in page.text
    assert '>Monday 1 June 2026<' in page.text and '09:00' in times_on(page)
    page = Browser().get(open_days[1].partition('#')[0])
    assert '>Tuesday 2 June 2026<' in page.text and 'Book Tuesday 2 June 2026, 16:30' in page.text
    assert 'week=2026-07-01' in page.text
    assert Browser().get('/book/1?service_id=1&view=month&week=2026-07-31').status == 200


def test_a_day_too_far_ahead_is_said_to_be(cast):
    page = Browser().get('/book/1?service_id=1&day=2027-01-01')

    assert page.status == 200 and 'Visits can be booked until Friday 31 July 2026.' in page.text


@pytest.mark.parametrize('asked', [
    'service_id=abc', 'service_id=1&day=9999-99-99', 'service_id=1&day=0000-00-00', 'service_id=1&day=1999-01-01',
    'service_id=1&day=2099-12-31', 'service_id=999', 'service_id=3', 'service_id=1&view=year', 'service_id=1&week=x',
    'service_id=1&day=2026-02-30', 'service_id=1&day=%F0%9F%98%80', 'day=2026-06-02',
    'service_id=1&view=month&day=2026-06-02'])
def test_nonsense_in_a_link_to_times_does_no_harm(asked):
    assert Browser().get('/book/1?' + asked).status == 200


@pytest.mark.parametrize('path', ['/book/4', '/book/99', '/book/0', '/book/x', '/book/99/confirm?service_id=1'])
def test_who_cannot_be_booked_is_not_found(petra, path):
    assert petra.get(path).status == 404


def test_a_field_twice_is_refused(cast):
    assert Browser().get('/book/1?service_id=1&service_id=2').status == 400


@pytest.mark.parametrize(('view', 'most'), [('day', 4), ('week', 4), ('month', 5)])
def test_times_cost_four_statements_and_with_a_month_five(petra, view, most):
    seen = statements(lambda: petra.get(f'/book/1?service_id=1&view={view}&week=2026-06-02'))

    assert len(seen) <= most and seen[0] == 'sessions/find_visitor'


# The form

def test_confirming_needs_signing_in_and_comes_back(cast):
    browser = Browser()
    page = browser.get(CONFIRM)
    assert page.path == '/login' and 'To book the time you chose' in page.text
    assert 'To book the time you chose' not in Browser().get('/login').text

    page = browser.submit('/login', email='petra@mail.test', password='correct horse battery')
    assert page.status == 200 and 'Confirm your visit' in page.text


@pytest.fixture
def ended(petra, shell):
    """Petra's form for Pia, sent after her session ended: her browser, with the sign-in page."""
    def send(**changes):
        petra.get(CONFIRM)
        shell('DELETE FROM sessions')
        typed = {'patient_id': '2', 'reason': 'Sore <throat>\nsince "Monday"'}
        petra.submit('/appointments', follow=False, **{**typed, **changes})
        return petra
    return send


def test_a_form_sent_after_the_session_ended_keeps_what_was_typed(ended, shell):
    browser = ended()
    assert browser.page.status == 401 and 'You were signed out, so' in browser.page.text
    assert not any('throat' in link for link in links_of(browser.page))
    assert browser.submit('/login', email='petra@mail.test', password='wrong horse battery').status == 422

    page = browser.submit('/login', email='petra@mail.test', password='correct horse battery')
    fields = next(fields for action, fields in page.forms if action == '/appointments')
    assert page.status == 200 and 'Confirm your visit' in page.text and 'battery' not in page.text
    assert fields['reason'].strip() == 'Sore <throat>\nsince "Monday"' and fields['patient_id'] == '2'
    assert shell('SELECT COUNT(*) FROM appointments') == [(0,)]

    assert 'done=booked' in browser.submit('/appointments', follow=False).headers['location']
    assert shell('SELECT patient_id, staff_id, starts_at, reason FROM appointments') == [
        (2, 1, dt.datetime(2026, 6, 2, 10), 'Sore <throat>\nsince "Monday"')]


@pytest.mark.parametrize('reason', ['', 'Cough'])
def test_whom_a_kept_form_is_for_is_one_of_the_own_people(ended, reason):
    page = ended(reason=reason).submit('/login', email='petra@mail.test', password='correct horse battery')
    assert '<option value="2" selected>' in page.text

    page = ended(reason=reason, patient_id='3').submit(
        '/login', email='petra@mail.test', password='correct horse battery')
    assert '<option value="1" selected>' in page.text and 'value="3"' not in page.text


def test_a_kept_form_for_nobody_or_from_the_clinic_leads_elsewhere(ended):
    page = ended(staff_id='99').submit('/login', email='petra@mail.test', password='correct horse battery')
    assert page.status == 409 and 'Sign out' in page.text and 'Dr. Anna Weber' in page.text

    page = ended(staff_id='').submit('/login', email='petra@mail.test', password='correct horse battery')
    assert page.status == 422 and 'Sign out' in page.text and 'did not say what to book' in page.text


def test_another_site_gets_nothing_echoed(petra):
    page = Browser().post('/appointments', {'reason': 'Planted'}, HTTP_SEC_FETCH_SITE='cross-site')
    assert page.status == 403 and 'Planted' not in page.text


def test_registering_leads_back_to_the_time_as_well(cast):
    browser = Browser()
    browser.get(CONFIRM)
    browser.get(next(link for link in links_of(browser.page) if link.startswith('/register?next')))

    page = browser.submit('/register', full_name='Nora New', email='nora@mail.test', password='staple battery horse')
    assert 'Confirm your visit' in page.text and 'For <strong>Nora New' in page.text


def test_the_form_says_what_whom_where_and_when(petra, shell):
    page = petra.get('/book/2/confirm?service_id=2&starts_at=2026-06-02T10:00')

    for part in ('Check-up, 1 h', 'Dr. Ben Okafor', 'Tuesday 2 June 2026, 10:00', '11:00',
                 '1 Test Street', 'The room is chosen when you book', 'Please bring your list of medicines.',
                 'Petra Patient (you)', 'Pia Patient'):
        assert part in page.text


def test_a_visit_is_booked_from_the_form(petra, shell):
    petra.get(CONFIRM)
    reason = 'It\'s "delimiter" \\ <b>жар</b> 😷'
    page = petra.submit('/appointments', follow=False, patient_id='2', reason=reason)

    assert page.status == 303
    found = shell('SELECT appointment_id, patient_id, staff_id, starts_at, reason, booked_by FROM appointments')
    assert found[0][1:] == (2, 1, dt.datetime(2026, 6, 2, 10), reason, 6)
    assert page.headers['location'] == f'/appointments/{found[0][0]}?done=booked'


def test_the_form_sent_twice_books_once(petra, shell):
    petra.get(CONFIRM)
    form = next(fields for action, fields in petra.page.forms if action == '/appointments')
    first = petra.post('/appointments', form, follow=False).headers['location']
    second = petra.post('/appointments', form, follow=False).headers['location']

    assert first == second and shell('SELECT COUNT(*) FROM appointments') == [(1,)]


def test_going_back_to_the_form_shows_the_visit_it_booked(petra, shell):
    petra.get(CONFIRM)
    petra.submit('/appointments', follow=False)

    page = petra.get(CONFIRM, follow=False)
    assert page.status == 303 and 'done=booked_already' in page.headers['location']


def test_a_taken_time_offers_others_and_keeps_what_was_typed(petra, taken, shell):
    petra.get(CONFIRM)
    taken('10:00')
    page = petra.submit('/appointments', patient_id='2', reason='Sore <throat>')

    assert page.status == 409 and 'This time is already taken.' in page.text
    assert 'Sore &lt;throat&gt;' in page.text and '<option value="2" selected>' in page.text
    buttons = re.findall(r'name="starts_at" value="([^"]+)"', page.text)
    assert buttons[:3] == ['2026-06-02T09:00', '2026-06-02T09:30', '2026-06-02T10:30']
    assert '2026-06-02T16:30' in buttons and '2026-06-02T10:00' not in buttons

    petra.submit('/appointments', starts_at='2026-06-02T10:30', follow=False)
    assert shell('SELECT patient_id, starts_at, reason FROM appointments WHERE booked_by = 6') == [
        (2, dt.datetime(2026, 6, 2, 10, 30), 'Sore <throat>')]


def test_where_the_whole_day_is_gone_the_next_one_is_offered(petra, shell):
    petra.get(CONFIRM)
    shell("INSERT INTO closures (day, reason) VALUES ('2026-06-02', 'Storm')")

    page = petra.submit('/appointments')
    assert page.status == 422 and 'The clinic is closed on this day.' in page.text
    assert 'All free times on Wednesday 3 June 2026' in page.text


def test_a_time_that_is_gone_is_told_before_the_form_is_sent(petra, taken):
    taken('10:00')

    page = petra.get(CONFIRM)
    assert page.status == 409 and 'This time is already taken.' in page.text and 'Nearest free times' in page.text


@pytest.mark.parametrize(('starts_at', 'settings', 'sentence'), [
    ('2026-06-01T09:00', 'notice_minutes = 61', 'at least 61 minutes ahead'),
    ('2026-06-02T10:00', 'notice_minutes = 2880', 'at least 48 hours ahead'),
    ('2026-08-10T10:00', '', 'at most 60 days ahead'),
    ('2026-05-01T10:00', '', 'has passed'),
])
def test_a_limit_is_told_with_its_number(petra, shell, starts_at, settings, sentence):
    if settings:
        shell('UPDATE settings SET ' + settings)

    page = petra.get(f'/book/1/confirm?service_id=1&starts_at={starts_at}')
    assert page.status == 422 and sentence in page.text


def test_no_more_visits_ahead_than_the_clinic_allows_says_how_many(petra, shell):
    shell('UPDATE settings SET visits_ahead_limit = 1')
    petra.get('/book/1/confirm?service_id=1&starts_at=2026-06-03T10:00')
    petra.submit('/appointments', patient_id='1', follow=False)

    page = petra.get(CONFIRM)
    assert page.status == 422 and 'Each patient can have at most 1 upcoming visit' in page.text
    page = petra.submit('/appointments', patient_id='2', follow=False)
    assert page.status == 303, 'another patient of the account may still'


@pytest.mark.parametrize(('field', 'typed', 'status'), [
    ('reason', 'x' * 501, 422), ('patient_id', '', 422), ('patient_id', 'abc', 422), ('patient_id', '4', 404),
    ('patient_id', '999999', 404), ('staff_id', 'x', 422), ('staff_id', '4', 409), ('staff_id', '99999', 404),
    ('service_id', '3', 409), ('service_id', '', 422), ('starts_at', 'soon', 422),
    ('starts_at', '9999-12-31T23:55', 422), ('starts_at', '0001-01-01T00:00', 422),
    ('starts_at', '2026-06-02T10:07', 422), ('starts_at', '2026-03-29T02:30', 422)])
def test_a_form_that_was_tampered_with_is_refused_kindly(petra, field, typed, status):
    petra.get(CONFIRM)
    page = petra.submit('/appointments', **{'reason': 'My knee', field: typed})

    assert page.status == status
    if field in ('reason', 'patient_id') and status == 422:
        assert f'id="{field}-error"' in page.text and (typed if field == 'reason' else 'My knee') in page.text


def test_a_form_with_no_fields_at_all_is_refused_kindly(petra):
    petra.get('/book')

    page = petra.post('/appointments')
    assert page.status == 422 and 'Please choose a member of staff and a time' in page.text


def test_a_bad_request_key_is_replaced(petra, shell):
    petra.get(CONFIRM)

    assert petra.submit('/appointments', request_key='short', follow=False).status == 303
    assert len(shell('SELECT request_key FROM appointments')[0][0]) == 43


@pytest.mark.parametrize('asked', ['', '?service_id=1', '?starts_at=2026-06-02T10:00', '?service_id=9&starts_at=x',
                                   '?service_id=1&starts_at=2026-06-02'])
def test_a_link_without_a_time_leads_to_the_times(petra, asked):
    page = petra.get('/book/1/confirm' + asked, follow=False)

    assert page.status == 303 and page.headers['location'].startswith('/book/1')


def test_confirming_costs_five_statements_and_booking_thirteen(petra):
    petra.get(CONFIRM)

    assert len(statements(lambda: petra.get(CONFIRM))) == 5
    assert len(statements(lambda: petra.submit('/appointments', follow=False))) == 13


def test_staff_may_look_and_are_shown_their_own_way(cast):
    weber = signed_in('weber@clinic.test')

    assert weber.get('/book/1?service_id=1').status == 200
    assert weber.get(CONFIRM, follow=False).status == 303
    assert weber.post('/appointments', {}).status == 403


# The list of own visits

def test_own_visits_coming_and_past_name_whom_they_are_for(petra, shell, at):
    visitor = PETRA
    for patient_id, time in ((1, '10:00'), (2, '11:00'), (1, '14:00')):
        book(visitor, at(time, 2), patient_id=patient_id)
    shell("UPDATE appointments SET status = 'cancelled' WHERE starts_at = %s", at('14:00', 2))

    page = petra.get('/appointments')
    coming, past = page.text.split('id="past"')
    assert 'Wed 3 Jun 2026, 10:00' in coming and 'For <bdi>you<' in coming and 'For <bdi>Pia Patient<' in coming
    assert 'Cancelled' in past and 'Book again' in past and 'Cancelled' not in coming
    assert 'Wed 3 Jun 2026, 10:00' in petra.get('/').text


def test_nobody_sees_anothers_visits(taken):
    taken('10:00')

    assert 'You have no upcoming visits' in signed_in('mallory@mail.test').get('/appointments').text


def test_empty_lists_say_what_to_do(petra):
    page = petra.get('/appointments')

    assert 'You have no upcoming visits' in page.text and '/book' in links_of(page)


def test_own_visits_come_in_pages(petra, shell, at):
    for number in range(25):
        shell("INSERT INTO appointments (patient_id, staff_id, room_id, service_id, starts_at, ends_at, status, "
              "created_utc) VALUES (1, 1, 1, 1, %s, %s, 'completed', '2026-01-01')",
              at('10:00', -number - 1), at('10:30', -number - 1))

    seen = [petra.get(f'/appointments?past={page}').text.count('<h3') for page in (1, 2, 3, 4, 99)]
    assert seen == [10, 10, 5, 5, 5]
    assert len(statements(lambda: petra.get('/appointments'))) == 4


@pytest.mark.parametrize('from_page', ['/appointments', '/appointments/{}'])
@pytest.mark.parametrize('view', ['', '&view=week', '&view=month'])
def test_book_again_for_a_child_is_for_the_child(petra, shell, at, from_page, view):
    shell("INSERT INTO appointments (appointment_id, patient_id, staff_id, room_id, service_id, starts_at, ends_at, "
          "status, created_utc) VALUES (70, 2, 1, 1, 1, %s, %s, 'completed', '2026-01-01')",
          at('10:00', -1), at('10:30', -1))
    page = petra.get(from_page.format(70))
    again = next(link for link in links_of(page) if link.startswith('/book/1'))
    page = petra.get(again + view)
    if view == '&view=month':
        page = petra.get(next(link for link in links_of(page) if '&day=2026-06-02' in link))
    page = petra.get(next(link for link in links_of(page) if '/confirm' in link))

    assert '<option value="2" selected>Pia Patient' in page.text
    assert all('patient_id=2' in link for link in links_of(page) if link.startswith('/book/1?'))
    petra.submit('/appointments')
    assert shell('SELECT patient_id FROM appointments WHERE appointment_id <> 70') == [(2,)]


@pytest.mark.parametrize('change', ['UPDATE services SET is_active = FALSE WHERE service_id = 1',
                                    'DELETE FROM staff_services WHERE staff_id = 1 AND service_id = 1',
                                    'UPDATE staff SET is_bookable = FALSE WHERE staff_id = 1'])
def test_what_is_no_longer_offered_meanwhile_is_said_with_a_way_on(petra, shell, change):
    petra.get(CONFIRM)
    shell(change)
    page = petra.submit('/appointments')

    assert page.status == 409 and 'no longer offers this service' in page.text
    assert 'did not say what to book' not in page.text
    assert any(link.startswith('/book/2') for link in links_of(page))


def test_whoever_is_named_in_a_link_stays_named_among_other_people(petra):
    page = petra.get('/book?patient_id=2&service_id=1')

    assert all('patient_id=2' in link for link in links_of(page) if link.startswith('/book/'))
    assert any(form.get('patient_id') == '2' for _, form in page.forms)


@pytest.mark.parametrize('asked', ['?past=0', '?past=x', '?past=99999999999', '?coming=-1', '?coming=9999'])
def test_nonsense_for_a_page_of_visits_does_no_harm(petra, asked):
    assert petra.get('/appointments' + asked).status == 200


def test_the_clocks_twelve_hours_are_written_on_the_pages(shell, petra):
    shell("UPDATE settings SET clock_style = '12', date_style = 'month_first'")

    page = petra.get('/book/1?service_id=1&day=2026-06-02')
    assert '1:00 pm' in times_on(page) and 'Book Tuesday June 2, 2026, 1:00 pm with' in page.text


def test_the_hour_that_no_clock_shows_is_not_offered(petra, shell):
    clock.freeze(dt.datetime(2026, 3, 2, 8, 0))
    shell('INSERT INTO working_hours (staff_id, weekday, starts_minute, ends_minute) VALUES (1, 6, 60, 300)')

    page = petra.get('/book/1?service_id=1&day=2026-03-29')
    assert times_on(page) == ['01:00', '01:30', '03:00', '03:30', '04:00', '04:30']
