"""The day of those who work here, and what is coming."""

import re

import pytest

from app import clock
from app.visits import scheduling
from tests.support.accounts import signed_in
from tests.support.people import ADA, DORA, LIND, OKAFOR, PETRA, WEBER
from tests.support.statements import statements


def flat(page):
    return ' '.join(page.text.split())


def test_the_day_shows_who_comes_when_and_where(booked, at):
    booked()
    booked(at('11:00'), patient_id=5, service_id=2)
    booked(at('10:00'), staff_id=2, patient_id=3)

    text = flat(signed_in(WEBER.email).get('/staff'))
    for words in ('Today, Monday 1 June 2026', '10:00–10:30', 'Petra Patient', '46 years', '+49 30 555 01', 'Check-up',
                  'Room 1', 'Olga Onthephone', 'Break', '12:00–13:00', 'At work 09:00–17:00', '2 visits'):
        assert words in text
    assert 'Paul Patient' not in text
    assert text.index('Petra Patient') < text.index('Olga Onthephone') < text.index('Break')


def test_the_reason_stands_beside_the_visit_and_on_paper(booked, at):
    booked(at('11:00'), reason='Flu jab,\nallergic to <eggs>')

    for email, path in ((WEBER.email, '/staff'), (DORA.email, '/staff?view=list'), (DORA.email, '/staff/upcoming'),
                        (WEBER.email, '/staff/upcoming')):
        assert '“Flu jab, allergic to &lt;eggs&gt;”' in signed_in(email).get(path).text
    assert 'Flu jab' not in signed_in(OKAFOR.email).get('/staff').text
    assert '”' not in signed_in(OKAFOR.email).get('/staff').text


@pytest.mark.parametrize(('change', 'words'), [
    ("INSERT INTO time_off (staff_id, starts_at, ends_at) VALUES (1, '2026-06-01', '2026-06-02')", 'time off'),
    ("INSERT INTO closures (day, reason) VALUES ('2026-06-01', 'Water')", 'the clinic is closed'),
    ("UPDATE users SET is_active = FALSE WHERE user_id = 2", 'can no longer be booked'),
    ("UPDATE staff SET is_bookable = FALSE WHERE staff_id = 1", 'can no longer be booked'),
    ("UPDATE services SET is_active = FALSE WHERE service_id = 1", 'service not offered'),
    ("DELETE FROM staff_services WHERE staff_id = 1 AND service_id = 1", 'service not offered'),
    ("UPDATE rooms SET is_active = FALSE WHERE room_id = 1", 'without a room'),
    ("DELETE FROM working_hours WHERE staff_id = 1", 'outside working hours')])
def test_a_visit_that_no_longer_fits_says_so_in_its_line(booked, at, shell, change, words):
    number = booked()
    booked(at('10:00'), staff_id=2, patient_id=3)
    assert 'No longer fits' not in signed_in(DORA.email).get('/staff?view=list').text
    shell(change)
    clock.freeze(clock.to_utc(at('10:10')))                  # it has begun, and the patient may be in the waiting room
    dora = signed_in(DORA.email)

    line = dora.get('/staff?view=list').text.partition(f'id="visit-{number}"')[2].partition('</li>')[0]
    badge = 'Dr. Anna Weber is away' if words == 'time off' else f'No longer fits: {words}'
    assert badge in line and 'href="/staff/hours/visits?staff_id=1"' in line
    left = dora.get('/staff/hours/visits?staff_id=1').text
    assert f'name="visit_{number}"' in left and words.capitalize() in left
    clock.freeze(clock.to_utc(at('18:00')))
    assert f'name="visit_{number}"' in signed_in(DORA.email).get('/staff/hours/visits?staff_id=1').text


def test_what_was_booked_knowingly_past_the_hours_needs_no_badge(booked, at):
    booked(at('18:00'), overruled=['outside_hours', 'off_grid'])

    assert 'No longer fits' not in signed_in(DORA.email).get('/staff?view=list').text


def test_days_before_and_after_are_one_link_away(cast):
    page = signed_in(WEBER.email).get('/staff?day=2026-06-03')

    for day in ('2026-06-02', '2026-06-04', '2026-06-01'):
        assert f'href="/staff?day={day}"' in page.text
    assert 'Wednesday 3 June 2026' in page.text
    assert 'See upcoming visits' in page.text


@pytest.mark.parametrize('day', ['x', '2026-02-30', '1999-01-01', '9999-12-31'])
def test_a_day_that_is_none_is_refused_beside_its_field(cast, day):
    page = signed_in(WEBER.email).get(f'/staff?day={day}')

    assert page.status == 422 and 'id="day-error"' in page.text and f'value="{day}"' in page.text


@pytest.mark.parametrize('first', ['2020-01-08', '2099-12-24'])
def test_the_first_and_the_last_day_have_neighbours(cast, first):
    assert signed_in(WEBER.email).get(f'/staff?day={first}').status == 200


def test_absences_and_closures_are_on_the_day(booked, shell):
    shell("INSERT INTO time_off (staff_id, starts_at, ends_at, reason) "
          "VALUES (1, '2026-05-31 18:00', '2026-06-01 09:30', 'Train late'), (1, '2026-06-01 16:00', '2026-06-03', '')")
    shell("INSERT INTO closures (day, reason) VALUES ('2026-06-01', 'Stock-taking')")

    text = flat(signed_in(WEBER.email).get('/staff'))
    assert 'The clinic is closed on this day: Stock-taking' in text
    assert re.search('00:00–09:30</span> <span class="visit-who">Away: Train late', text) and '16:00–24:00' in text
    text = flat(signed_in(DORA.email).get('/staff?view=list'))
    assert 'Dr. Anna Weber is away 00:00–09:30: Train late' in text


@pytest.mark.parametrize(('clock_time', 'status', 'buttons'), [
    ('08:00', 'booked', {'arrived'}),
    ('10:00', 'booked', {'arrived', 'completed', 'no_show'}),
    ('08:00', 'arrived', {'completed', 'booked'}),
    ('10:30', 'completed', {'arrived'}),
    ('10:30', 'no_show', {'booked'}),
    ('08:00', 'cancelled', set())])
def test_a_line_has_the_buttons_that_make_sense(booked, at, clock_time, status, buttons):
    number = booked()
    clock.freeze(clock.to_utc(at(clock_time)))
    if status != 'booked':
        scheduling.set_status(DORA, number, status)

    page = signed_in(WEBER.email).get('/staff')
    assert set(re.findall(r'name="status" value="(\w+)"', page.text)) == buttons


def test_nobody_has_arrived_tomorrow(booked, at):
    booked(at('10:00', 1))

    assert 'name="status"' not in signed_in(WEBER.email).get('/staff?day=2026-06-02').text


def test_one_button_marks_and_leads_back_to_the_line(booked, shell):
    number, browser = booked(), signed_in(DORA.email)
    browser.get('/staff?day=2026-06-01&staff_id=1&view=list')

    page = browser.submit(f'/appointments/{number}/status', follow=False, status='arrived')
    assert page.status == 303
    assert page.headers['location'] == f'/staff?day=2026-06-01&view=list&staff_id=1#visit-{number}'
    assert shell('SELECT status FROM appointments') == [('arrived',)]


def test_a_button_leads_to_no_other_site(booked):
    number, browser = booked(), signed_in(WEBER.email)
    browser.get('/staff')

    page = browser.submit(f'/appointments/{number}/status', follow=False, status='arrived', next='//evil.test/')
    assert page.headers['location'] == f'/appointments/{number}'


def test_repeated_buttons_have_names_of_their_own(booked, at):
    booked()
    booked(at('11:00'), patient_id=3)

    text = signed_in(WEBER.email).get('/staff').text
    spoken = [' '.join(re.sub('<[^>]*>', '', name).split())
              for name in re.findall(r'<button [^>]*name="status"[^>]*>(.*?)</button>', text)]
    assert spoken == ['Check in: Petra Patient, 10:00', 'Check in: Paul Patient, 11:00']


def test_cancelled_visits_are_told_apart(booked):
    scheduling.cancel(DORA, booked(), 'Ill')

    text = flat(signed_in(WEBER.email).get('/staff'))
    assert '0 visits, 1 cancelled' in text and 'visit visit-cancelled' in text


# The desk

@pytest.mark.parametrize('email', [DORA.email, ADA.email])
def test_the_desk_and_admins_see_everybody_or_anybody(booked, email):
    booked()
    booked(staff_id=2, patient_id=3)
    browser = signed_in(email)

    text = browser.get('/staff').text
    assert 'Petra Patient' in text and 'Paul Patient' in text and 'Dr. Ben Okafor' in text
    text = browser.get('/staff?staff_id=2').text
    assert 'Petra Patient' not in text and 'Paul Patient' in text


@pytest.mark.parametrize('asked', ['0', '2', '4', '99', 'x', '-1', '%EF%BC%91'])
@pytest.mark.parametrize('page', ['/staff?', '/staff?open=1&', '/staff/upcoming?'])
def test_staff_see_nobody_elses_day(cast, page, asked):
    assert signed_in(WEBER.email).get(f'{page}staff_id={asked}').status == 404


def test_patients_see_no_days(cast):
    browser = signed_in(PETRA.email)

    assert [browser.get(path).status for path in ('/staff', '/staff/upcoming', '/staff/patients/1')] == [403] * 3


def test_an_account_without_a_calendar_sees_an_empty_day(booked, shell):
    booked()
    shell("INSERT INTO users (user_id, email, password_hash, role, full_name, created_utc) "
          "SELECT 20, 'new@clinic.test', password_hash, 'staff', 'New Colleague', created_utc FROM users "
          "WHERE user_id = 2")
    browser = signed_in('new@clinic.test')

    for path in ('/staff', '/staff/upcoming', '/staff?open=1'):
        page = browser.get(path)
        assert page.status == 200 and 'Petra' not in page.text
    assert browser.get('/staff/patients/1').status == 404


# Past visits without an outcome

def test_past_visits_without_an_outcome_are_counted_and_listed(booked, at):
    first, second = booked(), booked(at('11:00'), patient_id=3)
    booked(at('10:00'), staff_id=2, patient_id=5)
    scheduling.set_status(DORA, second, 'arrived')
    clock.freeze(clock.to_utc(at('09:00', 1)))
    browser = signed_in(WEBER.email)
    day = browser.get('/staff').text
    assert re.search(r'<a href="/staff\?open=1"><span class="badge [^>]*>2</span> visits to close', day)

    page = browser.get('/staff?open=1')
    assert 'Petra Patient' in page.text and 'Paul Patient' in page.text and 'Olga' not in page.text
    page = browser.submit(f'/appointments/{first}/status', status='no_show')
    assert page.path == '/staff' and 'Petra Patient' not in page.text and 'Paul Patient' in page.text
    browser.submit(f'/appointments/{second}/status', status='completed')
    assert 'There are no visits to close' in browser.get('/staff?open=1').text
    assert 'to close' not in browser.get('/staff').text


# What is coming

def test_coming_visits_are_listed_by_day(booked, at):
    booked(at('10:00', 1))
    booked(at('11:00', 1), patient_id=3)
    booked(at('10:00', 21), patient_id=5)
    scheduling.cancel(DORA, booked(at('14:00', 1), patient_id=4))
    browser = signed_in(WEBER.email)

    text = flat(browser.get('/staff/upcoming'))
    assert '2 visits in the next 7 days' in text and text.count('Tuesday 2 June 2026') == 1
    assert 'Olga' not in text and 'Mallory' not in text
    assert 'Olga' in browser.get('/staff/upcoming?days=30').text
    assert browser.get('/staff/upcoming?days=x&page=999999').status == 200


def test_upcoming_of_nobody_says_what_to_do_next(cast):
    text = signed_in(LIND.email).get('/staff/upcoming').text

    assert 'No visits are booked in the next 7 days' in text and '/staff/book' in text


def test_long_lists_have_pages(booked, shell):
    shell("INSERT INTO appointments (patient_id, staff_id, room_id, service_id, starts_at, ends_at, created_utc) "
          "SELECT 1, 1, NULL, 1, day + INTERVAL 9 HOUR + INTERVAL minute MINUTE, "
          "day + INTERVAL 9 HOUR + INTERVAL (minute + 5) MINUTE, '2026-01-01' "
          "FROM calendar JOIN spans ON length = 300 AND minute < 150 WHERE day BETWEEN '2026-06-02' AND '2026-06-03'")
    browser = signed_in(WEBER.email)

    first, second = browser.get('/staff/upcoming').text, browser.get('/staff/upcoming?page=2').text
    assert first.count('class="visit ') == 50 and second.count('class="visit ') == 10
    assert 'Page 1 of 2' in first and 'page=2' in first


# What the pages cost

@pytest.mark.parametrize(('email', 'path', 'most'), [
    (WEBER.email, '/staff', 8), (DORA.email, '/staff?view=list', 9), (DORA.email, '/staff', 8),
    (DORA.email, '/staff?open=1', 5),
    (WEBER.email, '/staff/upcoming', 4), (WEBER.email, '/staff/patients/1', 8)])
def test_a_page_costs_the_same_number_of_statements_whatever_it_shows(booked, at, email, path, most):
    booked()
    browser, counts = signed_in(email), []
    for time in ('11:00', '14:00', '15:00'):
        counts.append(len(statements(lambda: browser.get(path))))
        assert browser.page.status == 200
        booked(at(time), patient_id=3)

    assert len(set(counts)) == 1 and counts[0] <= most
