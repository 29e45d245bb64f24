"""Whom the clinic must call: what no mail tells of is on a list, with what to say, until it is done."""

import dataclasses
import re

import pytest

from app import config
from app.accounts import profile
from app.errors import NotFound
from app.visits import attention, calls, handover, scheduling
from app.visits.wanted import Wanted
from tests.support import visits
from tests.support.mail_server import mail_server, send
from tests.support.moments import clock_at
from tests.support.people import ADA, DORA, LIND, OKAFOR, PETRA, WEBER

HERE = '/staff/calls'
SOMEBODY = {'user_id': 2, 'staff_id': 1, 'full_name': 'Dr. Anna Weber'}, {'staff_id': 2, 'full_name': 'Dr. Ben Okafor'}


@pytest.fixture
def olga(cast, at):
    """Olga, who has no e-mail address, has a visit with Dr. Weber tomorrow at 10:00: its appointment_id."""
    return visits.book(ADA, at('10:00', 1), patient_id=5)


@pytest.fixture
def mailing(cast):
    """The clinic sends mail."""
    config.use(dataclasses.replace(config.current(), smtp_host='mail.test'))


def to_call(who=DORA):
    return [each['appointment_id'] for each in calls.list_open(who)]


def said(page):
    """What the list says to say, one text for each patient."""
    rows = re.findall(r'<tr id="call-\d+">(.*?)</tr>', page.text, re.DOTALL)
    return [' '.join(re.sub('<[^>]+>', ' ', row.split('What to say')[1].split('</td>')[0].partition('>')[2]).split())
            for row in rows]


def test_who_gets_no_mail_of_a_cancelled_visit_is_to_be_called(olga, at, mailing, browser):
    petra = visits.book(ADA, at('11:00', 1))
    scheduling.cancel_each(DORA, {olga: 0, petra: 0}, 'Ill', tell_patients=True)

    assert to_call() == [olga]
    page = browser('dora').get(HERE)
    assert said(page) == ['Cancelled: Tue 2 Jun 2026, 10:00, Consultation with Dr. Anna Weber']
    assert 'href="tel:+493055503"' in page.text and 'href="/staff/book?patient_id=5&amp;service_id=1"' in page.text


def test_where_mail_is_not_sent_all_are_to_be_called(olga, at, mailing):
    petra, paul = (visits.book(ADA, at(time, 1), patient_id=who) for time, who in (('11:00', 1), ('13:00', 3)))
    scheduling.cancel_each(DORA, {petra: 0}, 'Ill', tell_patients=False)
    config.use(dataclasses.replace(config.current(), smtp_host=None))
    scheduling.cancel(DORA, paul, tell_patient=True)

    assert to_call() == [petra, paul]


def test_a_handover_tells_with_whom_the_visit_is_now(olga, browser):
    handover.hand_over(DORA, *SOMEBODY, tell_patients=True)

    assert said(browser('dora').get(HERE)) == [
        'Tue 2 Jun 2026, 10:00, now with Dr. Ben Okafor was with Dr. Anna Weber, Consultation']


def test_a_visit_moved_twice_tells_of_the_time_that_the_patient_knows(olga, at, browser):
    scheduling.move(DORA, olga, Wanted(starts_at=at('14:00', 1)))
    scheduling.move(DORA, olga, Wanted(starts_at=at('15:00', 1), staff_id=2))

    assert said(browser('dora').get(HERE)) == [
        'Now Tue 2 Jun 2026, 15:00 with Dr. Ben Okafor was Tue 2 Jun 2026, 10:00 with Dr. Anna Weber, Consultation']


def test_what_changes_after_a_call_is_told_from_there_on(olga, at, browser):
    scheduling.move(DORA, olga, Wanted(starts_at=at('14:00', 1)))
    calls.finish(DORA, olga, None)
    assert to_call() == []
    scheduling.move(DORA, olga, Wanted(starts_at=at('15:00', 1)))

    assert 'was Tue 2 Jun 2026, 14:00' in said(browser('dora').get(HERE))[0]


def test_a_visit_back_where_it_was_needs_no_call(olga, at):
    scheduling.move(DORA, olga, Wanted(starts_at=at('14:00', 1)))
    assert to_call() == [olga]
    scheduling.move(DORA, olga, Wanted(starts_at=at('10:00', 1)))

    assert to_call() == []


@pytest.mark.parametrize('change', [{'room_id': 2}, {'minutes': 60}])
def test_another_room_or_length_needs_no_call(olga, change):
    scheduling.move(DORA, olga, Wanted(**change))

    assert to_call() == []


def test_who_knows_already_is_not_to_be_called(olga, at):
    scheduling.move(DORA, olga, Wanted(starts_at=at('14:00', 1), tell_patient=False))
    scheduling.cancel(DORA, olga, tell_patient=False)

    assert to_call() == []


def test_a_patient_who_changes_the_visit_needs_no_call(cast, at):
    number = visits.book(PETRA, at('10:00', 3))
    scheduling.move(DORA, number, Wanted(starts_at=at('14:00', 3)))
    assert to_call() == [number]
    scheduling.cancel(PETRA, number)

    assert to_call() == []


def test_a_visit_that_took_place_or_a_patient_who_is_forgotten_needs_no_call(olga, at, shell):
    scheduling.move(DORA, olga, Wanted(starts_at=at('14:00', 1)))
    shell("UPDATE appointments SET status = 'completed'")
    assert to_call() == []
    shell("UPDATE appointments SET status = 'cancelled'")
    assert to_call() == [olga]
    shell("UPDATE patients SET forgotten_utc = '2026-06-01' WHERE patient_id = 5")

    assert to_call() == []


def test_a_call_is_ticked_off_and_put_back(olga, browser, shell):
    scheduling.cancel(DORA, olga)
    dora = browser('dora')
    dora.get(HERE)
    page = dora.submit(f'{HERE}/{olga}/done')
    assert page.path == HERE and 'There is nobody to call.' in page.text and '1 called today' in page.text
    assert shell('SELECT done_by FROM calls WHERE done_utc IS NOT NULL') == [(5,)]
    page = dora.submit(f'{HERE}/{olga}/undo')

    assert to_call() == [olga] and 'called today' not in page.text


def test_a_call_stays_until_it_is_done_and_is_then_shown_for_that_day(olga, at):
    scheduling.cancel(DORA, olga)
    with clock_at(at('08:00', 30)):
        assert to_call() == [olga]
        calls.finish(DORA, olga, None)
        assert [each['done_by'] for each in calls.list_done_today(DORA)] == ['Dora Desk']
    with clock_at(at('08:00', 31)):
        assert calls.list_done_today(DORA) == []


def test_a_call_about_what_has_changed_since_cannot_be_ticked_off(olga, at, browser):
    scheduling.move(DORA, olga, Wanted(starts_at=at('14:00', 1)))
    dora = browser('dora')
    dora.get(HERE)
    with clock_at(at('08:05')):
        scheduling.move(ADA, olga, Wanted(starts_at=at('15:00', 1)))
        page = dora.submit(f'{HERE}/{olga}/done')

    assert page.status == 409 and 'This visit was changed again.' in page.text and to_call() == [olga]


def test_the_button_pressed_twice_is_no_error(olga):
    scheduling.cancel(DORA, olga)
    created = calls.list_open(DORA)[0]['created_utc']
    for _ in range(2):
        calls.finish(DORA, olga, created)

    assert to_call() == []


def test_staff_see_the_calls_about_their_visits_and_those_that_were_theirs(olga):
    handover.hand_over(WEBER, *SOMEBODY, tell_patients=True)

    assert [to_call(who) for who in (ADA, DORA, WEBER, OKAFOR, LIND)] == [[olga]] * 4 + [[]]
    with pytest.raises(NotFound):
        calls.finish(LIND, olga, None)


def test_the_copy_of_ones_data_has_the_calls(cast, at, browser):
    number = visits.book(PETRA, at('10:00', 3))
    scheduling.cancel(DORA, number)

    assert [each['appointment_id'] for each in profile.everything(PETRA)['calls']] == [number]


@pytest.mark.parametrize(('statement', 'found'), [
    ("INSERT INTO time_off (staff_id, starts_at, ends_at) VALUES (1, '2026-06-02 09:00', '2026-06-02 10:05')", 1),
    ("INSERT INTO time_off (staff_id, starts_at, ends_at) VALUES (1, '2026-06-02 10:30', '2026-06-03')", 0),
    ("INSERT INTO time_off (staff_id, starts_at, ends_at) VALUES (1, '2026-05-20', '2026-07-01')", 1),
    ("INSERT INTO time_off (staff_id, starts_at, ends_at) VALUES (2, '2026-06-02', '2026-06-03')", 0),
    ("INSERT INTO closures (day, reason) VALUES ('2026-06-02', 'Water')", 1),
    ('UPDATE staff SET is_bookable = FALSE WHERE staff_id = 1', 1),
    ('UPDATE users SET is_active = FALSE WHERE user_id = 2', 1),
    ('UPDATE services SET is_active = FALSE WHERE service_id = 1', 1),
    ('DELETE FROM staff_services WHERE staff_id = 1 AND service_id = 1', 1),
    ('DELETE FROM staff_services WHERE staff_id = 1 AND service_id = 2', 0),
])
def test_visits_that_cannot_take_place_need_attention(olga, shell, statement, found):
    shell(statement)
    sentence = 'visit cannot take place as booked: please sort it out'

    assert attention.find(DORA) == [(1, sentence, '/staff/hours/visits?staff_id=1')] * found
    assert attention.find(OKAFOR) == []


def test_what_was_knowingly_booked_in_an_absence_needs_no_attention(cast, shell, at):
    shell("INSERT INTO time_off (staff_id, starts_at, ends_at) VALUES (1, '2026-06-02', '2026-06-03')")
    visits.book(ADA, at('10:00', 1), overruled=('time_off',), why='Comes in for her')

    assert attention.find(DORA) == []


def test_what_has_an_outcome_needs_no_attention(olga, shell):
    shell("INSERT INTO time_off (staff_id, starts_at, ends_at) VALUES (1, '2026-06-02', '2026-06-03')")
    shell("UPDATE appointments SET status = 'arrived'")
    assert len(attention.find(DORA)) == 1
    shell("UPDATE appointments SET status = 'completed'")

    assert attention.find(DORA) == []


def test_visits_of_several_people_lead_to_the_list_of_people(olga, shell, at):
    visits.book(ADA, at('11:00', 1), staff_id=2)
    shell("INSERT INTO closures (day, reason) VALUES ('2026-06-02', 'Water')")

    assert attention.find(DORA) == [(2, 'visits cannot take place as booked: please sort them out',
                                     '/staff/hours/visits')]
    assert attention.find(WEBER)[0][2] == '/staff/hours/visits?staff_id=1'


def test_calls_need_attention(olga):
    scheduling.cancel(DORA, olga)

    assert attention.find(ADA) == [(1, 'patient to call', HERE)] and attention.count_calls(LIND) == 0


def test_the_list_on_paper_has_a_box_to_tick_and_no_buttons(olga, tab, site, browser):
    scheduling.cancel(DORA, olga)
    tab.context.add_cookies([{'name': name, 'value': value, 'url': site}
                             for name, value in browser('dora').cookies.items()])
    tab.goto(HERE)
    assert not tab.get_by_text('☐').is_visible()
    tab.emulate_media(media='print')

    assert tab.get_by_text('☐').is_visible() and tab.locator('main .btn:visible').count() == 0




def test_a_cancellation_that_is_taken_back_is_told_to_who_knows_of_it(olga, browser):
    scheduling.cancel(DORA, olga)
    scheduling.set_status(DORA, olga, 'booked')
    assert to_call() == []                                      # nobody had called yet
    scheduling.cancel(DORA, olga)
    calls.finish(DORA, olga, None)
    scheduling.set_status(DORA, olga, 'booked')

    assert said(browser('dora').get(HERE)) == [
        'Tue 2 Jun 2026, 10:00 stands again was cancelled, Consultation with Dr. Anna Weber']


def test_who_of_the_desk_cancels_one_visit_says_whether_to_call(olga, browser):
    dora, path = browser('dora'), f'/appointments/{olga}/cancel'
    page = dora.get(path)
    assert 'Put Olga Onthephone on the list of patients to call' in page.text
    dora.submit(path)

    assert to_call() == [olga]


@pytest.mark.parametrize('act', [
    lambda number, at: scheduling.cancel(DORA, number),
    lambda number, at: scheduling.move(DORA, number, Wanted(starts_at=at('14:00', 3))),
])
def test_who_cannot_be_reached_by_mail_is_to_be_called(cast, at, act):
    number = visits.book(PETRA, at('10:00', 3))
    with mail_server('550 at the recipient'):
        act(number, at)
        send()

    assert to_call() == [number]


def test_who_cancelled_and_cannot_be_reached_knows(cast, at):
    number = visits.book(PETRA, at('10:00', 3))
    with mail_server('550 at the recipient'):
        scheduling.cancel(PETRA, number)
        send()

    assert to_call() == []
