"""Where a visit is: in a room, by telephone, by video, or at the patient's home. Only the first takes a room."""

import email
import email.policy
import json

import icalendar
import pytest

from app import database
from app.errors import Refused
from app.ops.imports import patients, visits
from app.visits import handover, not_fitting, rules, scheduling
from app.visits.wanted import Wanted
from app.written import Written, video_link
from tests.support.clicks import clicks_of
from tests.support.mail_server import mail_server, part, send
from tests.support.people import ADA, DORA, PETRA
from tests.support.visits import book

LINK = 'https://meet.clinic.test/weber'
WITHOUT = ['phone', 'video', 'home']


@pytest.fixture
def place(shell):
    """place('phone') → Petra's consultation is by telephone from now on; Dr. Weber has a video link."""
    def place(name):
        shell('UPDATE services SET place = %s WHERE service_id = 1', name)
        shell('UPDATE staff SET video_link = %s WHERE staff_id = 1', LINK)
    return place


@pytest.mark.parametrize('name', WITHOUT)
def test_a_visit_without_a_room_needs_none_and_takes_none(shell, place, at, name):
    place(name)
    shell('UPDATE rooms SET is_active = FALSE')
    number = book(PETRA, at('10:00', 1))
    book(DORA, at('10:00', 1), patient_id=3, staff_id=2)

    assert shell('SELECT DISTINCT room_id FROM appointments') == [(None,)]
    assert shell('SELECT COUNT(*), COUNT(room_id) FROM claims WHERE appointment_id = %s', number) == [(6, 0)]
    with pytest.raises(Refused) as refused:
        book(DORA, at('10:00', 1), patient_id=5)
    assert refused.value.rule == 'person_taken'


def test_a_visit_in_a_room_still_needs_one(shell, at):
    shell('UPDATE rooms SET is_active = FALSE')

    with pytest.raises(Refused) as refused:
        book(PETRA, at('10:00', 1))
    assert refused.value.rule == 'no_room'


def test_a_time_without_a_room_is_offered_once_though_two_rooms_suit(place, at):
    place('phone')
    rows = database.rows('availability/list_starts_for_desk', staff_id=1, service_id=1, first_day=at('10:00', 1).date(),
                         end_day=at('10:00', 2).date(), now=at('08:00'))

    assert len(rows) == len({row['starts_at'] for row in rows}) == 14


@pytest.mark.parametrize('name', WITHOUT)
def test_what_has_no_room_is_moved_handed_over_and_stays_without_one(shell, place, at, name):
    place(name)
    number = book(PETRA, at('10:00', 1))
    scheduling.move(DORA, number, Wanted(starts_at=at('11:00', 1), room_id=2))
    assert handover.hand_over(ADA, {'user_id': 2, 'staff_id': 1, 'full_name': 'A'}, {'staff_id': 2, 'full_name': 'B'},
                              False) == (1, {})

    assert shell('SELECT room_id, staff_id, starts_at FROM appointments') == [(None, 2, at('11:00', 1))]
    assert not_fitting.list_of_day(at('10:00', 1).date()) == {}
    (details,), = shell("SELECT details FROM appointment_history WHERE action = 'reassigned'")
    assert 'room' not in details


def test_a_visit_that_needs_a_room_and_has_none_waits_for_somebody_to_decide(shell, place, at):
    place('phone')
    number = book(PETRA, at('10:00', 1))
    place('room')

    assert not_fitting.list_of_day(at('10:00', 1).date())[number]['against'] == 'without a room'
    scheduling.move(DORA, number, Wanted(starts_at=at('10:30', 1)))
    assert shell('SELECT room_id FROM appointments') == [(1,)]
    assert not_fitting.list_of_day(at('10:00', 1).date()) == {}


def test_a_visit_that_needs_a_room_by_now_gets_one_where_a_colleague_takes_it(shell, place, at):
    place('phone')
    book(PETRA, at('10:00', 1))
    place('room')

    give = lambda: handover.hand_over(ADA, {'user_id': 2, 'staff_id': 1, 'full_name': 'A'},     # noqa: E731
                                      {'staff_id': 2, 'full_name': 'B'}, False)
    shell('UPDATE rooms SET is_active = FALSE')
    assert list(give()[1].values()) == [handover.NO_ROOM]
    shell('UPDATE rooms SET is_active = room_id = 2')
    assert give() == (1, {})
    assert shell('SELECT staff_id, room_id FROM appointments') == [(2, 2)]


def test_why_not_asks_for_no_room_where_none_is_needed(shell, place, at):
    place('home')
    shell('DELETE FROM room_services')

    wanted = Wanted(staff_id=1, service_id=1, starts_at=at('10:00', 1))
    assert rules.check(database, wanted, at('08:00')).broken == []
    place('room')
    assert rules.check(database, wanted, at('08:00')).broken == ['no_room']


SHORT = {'phone': 'By telephone', 'video': 'By video', 'home': 'At home'}
LONG = {'phone': 'By telephone: we call you at +49 30 555 01', 'video': 'By video', 'home': 'We come to you'}
FOR_CLINIC = {**SHORT, 'phone': 'By telephone: +49 30 555 01'}


@pytest.mark.parametrize('name', WITHOUT)
def test_every_page_says_where_the_visit_is(place, petra, browser, ada, at, name):
    place(name)
    number = book(PETRA, at('10:00', 3))
    day = at('10:00', 3).date()

    assert LONG[name] in petra.get(f'/appointments/{number}').text
    assert (LINK in petra.get(f'/appointments/{number}').text) == (name == 'video')
    for who, path in ((petra, '/appointments'), (petra, '/'), (ada, f'/admin/appointments?from_day={day}'),
                      (ada, f'/admin/appointments.csv?from_day={day}'), (ada, '/staff/patients/1')):
        assert SHORT[name] in who.get(path).text, path
    assert FOR_CLINIC[name] in browser('dora').get(f'/appointments/{number}').text
    assert LONG['phone'] not in browser('dora').get(f'/appointments/{number}').text
    assert json.loads(petra.get('/api/appointments').body)['appointments'][0]['place'] == name
    assert json.loads(petra.get('/api/appointments').body)['appointments'][0]['room'] is None


@pytest.mark.parametrize('name', WITHOUT)
def test_mail_and_calendar_say_where_the_visit_is(shell, place, at, name):
    shell("UPDATE settings SET address = '1 Test Street'")
    place(name)
    book(PETRA, at('10:00', 3))
    with mail_server() as server:
        send()
    message = email.message_from_bytes(server.taken[0][1], policy=email.policy.default)
    event = next(iter(icalendar.Calendar.from_ical(part(message, 'calendar')).walk('VEVENT')))
    text = part(message, 'plain')

    assert f'Where: {LONG[name]}' in text and '1 Test Street' not in text.partition('Where')[2].partition('\n')[0]
    assert (LINK in text) == (name == 'video')
    assert str(event['LOCATION']) == (LINK if name == 'video' else LONG[name])
    assert (str(event['URL']) == LINK) == (name == 'video')


@pytest.mark.parametrize('name', WITHOUT)
def test_mail_to_staff_says_where_in_words_for_staff(shell, place, at, name):
    place(name)
    shell('UPDATE staff SET wants_mail = TRUE WHERE staff_id = 1')
    book(PETRA, at('10:00', 3))
    with mail_server() as server:
        send()
    mails = [email.message_from_bytes(taken[1], policy=email.policy.default) for taken in server.taken]
    of_staff = next(text for text in (part(mail, 'plain') for mail in mails) if 'you chose it in your profile' in text)
    files = [part(mail, 'calendar') for mail in mails]

    assert f'Where: {FOR_CLINIC[name]}\n' in of_staff.replace('\r\n', '\n')
    assert sum('we call you' in file for file in files) == (name == 'phone')


def test_a_visit_that_has_a_room_is_in_it_whatever_its_service_says_by_now():
    visit = {'room_name': 'Room 2', 'place': 'video', 'video_link': LINK, 'status': 'booked'}

    assert (Written().place(visit), Written().where(visit), video_link(visit)) == ('Room 2', 'Room 2', '')


def test_a_link_to_a_video_is_told_while_the_visit_is_to_come():
    visit = {'room_name': None, 'place': 'video', 'video_link': LINK}

    assert video_link({**visit, 'status': 'booked'}) == LINK
    assert [video_link({**visit, 'status': status}) for status in ('completed', 'cancelled', 'no_show')] == ['', '', '']


@pytest.mark.parametrize('typed', ['http://meet.test/a', 'javascript:alert(1)', 'https://', 'https://a b.test',
                                   'https://meet.test/"onload', 'meet.test/a', 'https://meet.test/' + 'a' * 300])
def test_a_video_link_is_https_and_nothing_else(browser, shell, typed):
    weber = browser('weber')
    weber.get('/staff/profile')
    page = weber.submit('/staff/profile', video_link=typed)

    assert page.status == 422 and 'begins with https://' in page.text
    assert shell('SELECT video_link FROM staff WHERE staff_id = 1') == [(None,)]


def test_staff_and_admins_write_the_video_link_and_other_forms_leave_it(browser, ada, shell):
    weber = browser('weber')
    weber.get('/staff/profile')
    weber.submit('/staff/profile', video_link=LINK)
    ada.post('/admin/users/2/staff', {'slot_minutes': '30', 'is_bookable': 'on'})
    assert shell('SELECT video_link FROM staff WHERE staff_id = 1') == [(LINK,)]
    ada.get('/admin/users/2')
    ada.submit('/admin/users/2/staff', video_link='')

    assert shell('SELECT video_link FROM staff WHERE staff_id = 1') == [(None,)]


def test_a_service_without_a_room_can_be_booked_though_no_room_suits_it(ada, petra, shell, at):
    shell('DELETE FROM room_services WHERE service_id = 1')
    ada.get('/admin/services/1')
    page = ada.submit('/admin/services/1', place='video')

    assert 'Nobody can book this service yet' not in page.text
    assert 'No video link yet: Dr. Anna Weber, Dr. Ben Okafor.' in page.text
    assert 'By video' in ada.get('/admin/services').text
    assert 'By video: we tell you the link before the visit' in petra.get(confirm_page(at)).text


def confirm_page(at):
    return f'/book/1/confirm?service_id=1&starts_at={at("10:00", 1):%Y-%m-%dT%H:%M}'


def test_before_booking_a_link_is_promised_where_there_is_one(place, petra, at):
    place('video')

    assert 'By video: you get the link when you book' in petra.get(confirm_page(at)).text


def test_before_booking_the_number_is_told_that_we_call(place, petra, at, shell):
    place('phone')
    assert 'we call you at <span class="text-nowrap">+49 30 555 01</span>' in petra.get(confirm_page(at)).text
    shell("UPDATE patients SET phone = '+49 30 555 09' WHERE patient_id = 2")

    text = petra.get(confirm_page(at)).text
    assert 'we call the number that you gave us' in text and '+49 30 555 01' not in text.partition('</dl>')[0]


@pytest.mark.parametrize('link', [LINK, None])
def test_what_was_just_booked_by_video_is_told_with_its_link(place, petra, at, shell, link):
    place('video')
    shell('UPDATE staff SET video_link = %s WHERE staff_id = 1', link)
    panel = petra.get(f'/appointments/{book(PETRA, at("10:00", 3))}?done=booked').text.partition('</section>')[0]

    assert (f'href="{LINK}"' in panel, 'We tell you the link before the visit' in panel) == (bool(link), not link)


def test_the_link_to_a_video_is_as_easy_to_read_as_the_words_around_it(place, tab, site, at):
    place('video')
    clicks_of(tab, site, 'petra')
    tab.goto(f'/appointments/{book(PETRA, at("10:00", 3))}?done=booked')
    link, words = (tab.locator(f'.booked {part}').first.evaluate('each => getComputedStyle(each).color')
                   for part in ('p a.text-break', 'p.lead'))

    assert link == words


def test_a_room_is_not_ticked_for_what_takes_none(place, ada, shell):
    place('phone')
    assert 'Consultation' in ada.get('/admin/rooms/1').text
    shell('DELETE FROM room_services WHERE service_id = 1')

    assert 'name="service_1"' not in ada.get('/admin/rooms/1').text


def test_an_import_takes_a_visit_ahead_without_a_room_where_its_service_needs_none(take, place, shell):
    line = ('patient_reference,staff,service,day,time,minutes,room,status,reason\n'
            'X1,weber@clinic.test,Consultation,3.6.2026,10:00,,,booked,\n')
    take(patients, 'reference,full_name,birth_date,phone,email\nX1,Xenia Example,,,\n')
    assert 'needs its room' in str(take(visits, line))
    place('phone')
    take(visits, line)

    assert shell('SELECT room_id, status FROM appointments') == [(None, 'booked')]
