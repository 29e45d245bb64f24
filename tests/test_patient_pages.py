"""What patients read before, between and after visits: the first page, the next times, the deadline, what is booked."""

import dataclasses
import datetime as dt
import re

import pytest

from app import clock, config, names
from app.clinic import opening_hours
from app.written import Written
from tests.conftest import MONDAY
from tests.support.accounts import signed_in
from tests.support.browser import Browser
from tests.support.people import PETRA
from tests.support.statements import statements
from tests.support.visits import book

CONFIRM = '/book/1/confirm?service_id=1&starts_at='

pytestmark = pytest.mark.usefixtures('cast')


def said(page):
    """What a page says, without its tags, in one line."""
    return ' '.join(re.sub('<[^>]+>', ' ', page.text.partition('<main')[2]).split())


def links(page):
    return [link.replace('&amp;', '&') for link in re.findall(r'href="([^"]+)"', page.text)]


# The first page

def test_a_stranger_reads_what_can_be_booked_and_when_next():
    page = Browser().get('/')

    assert '>Consultation<' in page.text and 'Next free: Today 09:00' in said(page)
    assert {'/book?service_id=1', '/book?service_id=3', '/book/1', '/login', '/register'} <= set(links(page))
    assert '1 Test Street' in said(page) and 'Dr. Anna Weber' in page.text and '>AW</text>' in page.text


def test_a_service_without_a_free_time_says_so(shell):
    shell("INSERT INTO time_off (staff_id, starts_at, ends_at) VALUES (3, '2026-06-01', '2026-06-15')")
    assert 'Blood test 15 min No free time within two weeks' in said(Browser().get('/'))

    shell('UPDATE staff SET is_bookable = FALSE')
    page = Browser().get('/')
    assert page.status == 200 and 'Blood test' not in page.text and 'Who you can see' not in page.text


def test_the_opening_hours_are_those_of_the_people_who_can_be_booked(shell):
    assert 'Mon–Fri 08:00–17:00 Sat, Sun closed' in said(Browser().get('/'))

    shell("INSERT INTO closures (day, reason) VALUES ('2026-06-03', 'Course')")
    shell('UPDATE staff SET is_bookable = FALSE WHERE staff_id = 3')
    shell('UPDATE working_hours SET ends_minute = 720 WHERE weekday = 4')
    assert 'Mon, Tue 09:00–17:00 Wed closed Thu 09:00–17:00 Fri 09:00–12:00 Sat, Sun closed' in said(Browser().get('/'))


def test_opening_hours_begin_with_monday_whatever_the_day():
    found = opening_hours.of_week(MONDAY + dt.timedelta(days=2))

    assert [day.weekday() for row in found for day in row['days']] == list(range(7))
    assert found[0]['days'][0] == MONDAY + dt.timedelta(days=7) and found[-1]['stretches'] == []


@pytest.mark.parametrize(('hour', 'greeting'), [(6, 'Good morning'), (12, 'Good afternoon'), (19, 'Good evening')])
def test_a_patient_is_greeted(petra, hour, greeting):
    clock.freeze(clock.to_utc(dt.datetime.combine(MONDAY, dt.time(hour))))

    assert f'{greeting}, Petra' in said(petra.get('/'))


def test_the_visits_of_all_ones_people_can_be_moved_and_cancelled_from_the_first_page(petra, at):
    soon, later = book(PETRA, at('16:00', 1)), book(PETRA, at('10:00', 3), patient_id=2)
    clock.freeze(clock.to_utc(at('16:30')))
    page = petra.get('/')

    assert said(page).index('Tue 2 Jun 2026, 16:00') < said(page).index('Thu 4 Jun 2026, 10:00')
    assert 'For Pia Patient' in said(page) and 'See the right person' not in page.text
    assert {f'/appointments/{later}/reschedule', f'/appointments/{later}/cancel'} <= set(links(page))
    assert not {f'/appointments/{soon}/reschedule', f'/appointments/{soon}/cancel'} & set(links(page))
    assert 'To move or cancel it, please call +49 30 555 0100' in said(page)


def test_the_first_page_shows_six_visits_and_leads_to_the_others(petra, shell, at):
    for day in range(1, 8):
        shell("INSERT INTO appointments (patient_id, staff_id, room_id, service_id, starts_at, ends_at, status,"
              " created_utc) VALUES (1, 1, 1, 1, %s, %s, 'booked', '2026-01-01')", at('10:00', day), at('10:30', day))
    page = petra.get('/')

    assert page.text.count('>Move<') == 6 and 'All my appointments' in page.text
    assert len(statements(lambda: petra.get('/'))) == 6


def test_who_works_here_is_led_to_the_own_work_from_the_first_page():
    page = signed_in('weber@clinic.test').get('/')

    assert '/staff' in links(page) and 'What you can book' not in page.text


# Whom, and the next times

def test_each_person_has_three_next_times_that_lead_straight_to_the_form(at):
    book(PETRA, at('09:30'))
    page = Browser().get('/book?service_id=1&patient_id=2')

    assert [link for link in links(page) if link.startswith('/book/1/confirm')][1:] == [
        f'/book/1/confirm?service_id=1&patient_id=2&starts_at=2026-06-01T{time}'
        for time in ('09:00', '10:00', '10:30')]
    assert 'For: Consultation , 30 min' in said(page) and 'Next free: Today' in said(page)


def test_the_next_times_are_of_the_first_day_that_has_any(shell, at):
    shell("INSERT INTO time_off (staff_id, starts_at, ends_at) VALUES (1, '2026-06-01', '2026-06-02 16:30')")
    page = Browser().get('/book?service_id=1')

    assert [link[-16:] for link in links(page) if link.startswith('/book/1/confirm')] == ['2026-06-02T16:30']
    assert 'Next free: Tomorrow' in said(page)


def test_without_a_kind_of_visit_the_kinds_come_first():
    page = Browser().get('/book')

    assert said(page).index('What is the visit for?') < said(page).index('Who would you like to see?')
    assert re.findall('name="service_id" value="([0-9])"', page.text) == ['3', '2', '1']
    assert not [link for link in links(page) if '/confirm' in link]


def test_where_there_is_one_kind_of_visit_it_is_chosen(shell):
    shell('UPDATE services SET is_active = FALSE WHERE service_id <> 1')
    page = Browser().get('/book')

    assert 'What is the visit for?' not in page.text and '/book/2/confirm?service_id=1' in page.text


# Before booking: until when it can be changed

def test_until_when_a_visit_can_be_changed_is_said_before_it_is_booked(petra):
    page = petra.get(CONFIRM + '2026-06-04T10:00')
    assert 'You can cancel or move this online until Wed 3 Jun, 10:00 .' in said(page)
    assert 'online until Tomorrow 10:00 .' in said(petra.get(CONFIRM + '2026-06-03T10:00'))


def test_what_cannot_be_cancelled_online_says_so_before_it_is_booked(petra, shell):
    clock.freeze(clock.to_utc(dt.datetime.combine(MONDAY, dt.time(11))))
    page = petra.get(CONFIRM + '2026-06-02T10:00')
    assert ('This is less than 24 hours away : to move or cancel it, you would have to call +49 30 555 0100'
            in said(page))

    shell("UPDATE settings SET phone = '', cancel_deadline_minutes = 2880")
    page = petra.get(CONFIRM + '2026-06-03T10:00')
    assert 'less than 48 hours away : to move or cancel it, you would have to ask at the front desk.' in said(page)


# Right after booking

@pytest.fixture
def just_booked(petra):
    """just_booked(time, day=…, …) books as Petra and gives what the page says then, and the page."""
    def act(start, **changes):
        number = book(PETRA, start, **changes)
        page = petra.get(f'/appointments/{number}?done=booked')
        return said(page), page
    return act


def test_what_is_booked_stands_large_with_place_and_preparation(just_booked, at):
    text, page = just_booked(at('10:00', 2), service_id=2, patient_id=2)

    assert 'Booked: Wednesday 3 June 2026, 10:00' in text and text.count('Your visit is booked.') == 1
    assert 'Where: Room 1, Test Clinic, 1 Test Street' in text and 'How to prepare: Please bring your list' in text
    assert 'Check-up with Dr. Anna Weber, for Pia Patient' in text and page.text.count('calendar.ics') == 1


def test_where_no_mail_comes_the_patient_is_asked_to_write_it_down(just_booked, at, shell, petra):
    text, _ = just_booked(at('10:00', 2))
    assert "Please write this down: this clinic doesn't send e-mail." in text and 'remind' not in text

    config.use(dataclasses.replace(config.current(), smtp_host='mail.test'))
    shell('UPDATE users SET email_proven_utc = NULL WHERE user_id = 6')
    number = shell('SELECT appointment_id FROM appointments')[0][0]
    text = said(petra.get(f'/appointments/{number}?done=booked'))
    assert 'we send no e-mail until you have confirmed your address' in text and 'remind' not in text


@pytest.mark.parametrize(('lead', 'day', 'reminder'), [
    (1440, 2, 'We’ll remind you on Tuesday 2 June 2026.'), (1440, 0, None), (0, 2, None),
    (10080, 9, 'We’ll remind you on Wednesday 3 June 2026.')])
def test_the_day_of_the_reminder_is_told_where_one_comes(just_booked, at, shell, lead, day, reminder):
    config.use(dataclasses.replace(config.current(), smtp_host='mail.test'))
    shell('UPDATE settings SET reminder_lead_minutes = %s', lead)
    text, _ = just_booked(at('10:00', day))

    assert "We've e-mailed petra@mail.test" in text and (reminder in text if reminder else 'remind' not in text)


def test_the_next_time_is_offered_to_who_else_of_the_family_could_come(just_booked, at, shell, petra):
    shell("INSERT INTO patients (patient_id, user_id, relation, full_name, created_utc) VALUES"
          " (50, 6, 'relative', 'Opa Patient', '2026-01-01'), (51, 8, 'child', 'Max Mallet', '2026-01-01')")
    shell("INSERT INTO appointments (patient_id, staff_id, room_id, service_id, starts_at, ends_at, created_utc)"
          " VALUES (3, 1, 1, 1, %s, %s, '2026-01-01')", at('10:30', 2), at('11:00', 2))
    text, page = just_booked(at('10:00', 2))
    assert 'Book for Opa at 11:00' in text and 'Book for Pia at 11:00' in text and 'Max' not in text
    assert '/book/1/confirm?service_id=1&patient_id=50&starts_at=2026-06-03T11:00' in links(page)

    text, _ = just_booked(at('11:00', 2), patient_id=2)
    assert 'Book for Opa at 11:30' in text and 'Book for Pia' not in text and 'Book for Petra' not in text
    assert 'Book for Pia' not in said(petra.get(page.path + '?done=booked')), 'she has a visit on that day by now'
    text, _ = just_booked(at('11:00', 3), patient_id=2)
    assert 'Book for Opa at 11:30' in text and 'Book for Petra' not in text


def test_after_the_last_time_of_a_day_the_family_is_led_to_other_days(just_booked, at):
    text, page = just_booked(at('16:30', 2))

    assert 'Book for Pia too' in text and '/book/1?service_id=1&patient_id=2&day=2026-06-03' in links(page)


def test_no_time_is_offered_to_somebody_of_the_family_who_must_call(just_booked, at, shell):
    shell('UPDATE patients SET is_online = FALSE WHERE patient_id = 2')

    text, _ = just_booked(at('10:00', 2))
    assert 'Book for Pia' not in text


def test_the_panel_is_for_patients_and_what_is_booked(just_booked, at, petra, shell):
    _, page = just_booked(at('10:00', 2))
    assert 'class="booked"' not in signed_in('dora@clinic.test').get(page.path + '?done=booked').text

    assert len(statements(lambda: petra.get(page.path + '?done=booked'))) == 5
    shell("UPDATE appointments SET status = 'cancelled'")
    assert 'class="booked"' not in petra.get(page.path + '?done=booked').text


# Words

def test_no_page_and_no_letter_tells_the_time_zone(petra, at):
    number = book(PETRA, at('10:00', 2))

    for path in (CONFIRM + '2026-06-03T11:00', f'/appointments/{number}', '/profile/sign-ins', '/'):
        assert not re.search('Berlin|CEST|Clinic time', petra.get(path).text), path


@pytest.mark.parametrize(('full_name', 'first', 'letters'), [
    ('Dr. Amara Okafor', 'Amara', 'AO'), ('Ana Lúcia Ferreira', 'Ana', 'AF'), ('王小明', '王小明', '王'),
    ('Prof. Dr. Ida Berg', 'Ida', 'IB'), ('Dr', 'Dr', 'D'), ('nurse Lind', 'Lind', 'L'), ('محمد علي', 'محمد', 'مع')])
def test_a_greeting_and_a_picture_leave_titles_out(full_name, first, letters):
    assert names.spoken(full_name)[0] == first and names.initials(full_name) == letters


@pytest.mark.parametrize(('style', 'moment', 'shown'), [
    ('24', dt.datetime(2026, 6, 1, 12, 40), 'Today 12:40'), ('24', dt.datetime(2026, 6, 2, 9), 'Tomorrow 09:00'),
    ('12', dt.datetime(2026, 6, 2, 14), 'Tomorrow 2:00 pm'),
    ('24', dt.datetime(2026, 6, 3, 8, 30), 'Wed 3 Jun, 08:30')])
def test_near_days_have_names(style, moment, shown):
    assert Written(clock_style=style).near(moment, MONDAY) == shown


@pytest.mark.parametrize(('minutes', 'shown'), [
    (1440, '24 hours'), (60, '1 hour'), (90, '90 minutes'), (1, '1 minute'), (0, '0 minutes')])
def test_a_span_is_written_in_words(minutes, shown):
    assert Written().span(minutes) == shown
