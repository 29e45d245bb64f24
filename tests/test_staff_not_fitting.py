"""Visits that no longer fit somebody's hours: a colleague is chosen for each, or it is cancelled, all in one table."""

import dataclasses
import re

import pytest

from app import config
from app.visits import not_fitting
from tests.support import visits
from tests.support.moments import clock_at, together
from tests.support.people import ADA, DORA

HERE, APPLY = '/staff/hours/visits?staff_id=1', '/staff/hours/visits/apply'
GIVE, CANCEL = '/staff/hours/visits/give', '/staff/hours/visits/cancel'


@pytest.fixture
def ill(cast, shell, at):
    """Dr. Weber is ill tomorrow, with three visits; Dr. Okafor is taken at 11:00. The three appointment_ids."""
    def book(patient_id, staff_id, time, days=1):
        return visits.book(ADA, at(time, days), patient_id=patient_id, staff_id=staff_id)
    ids = book(1, 1, '10:00'), book(3, 1, '11:00'), book(5, 1, '14:00')
    book(4, 2, '11:00')
    book(1, 1, '10:00', 2)
    shell("INSERT INTO time_off (staff_id, starts_at, ends_at) VALUES (1, '2026-06-02', '2026-06-03')")
    return ids


@pytest.fixture
def sends_mail(cast):
    config.use(dataclasses.replace(config.current(), smtp_host='mail.test'))


def stands(shell):
    return dict(shell('SELECT appointment_id, CONCAT(staff_id, status) FROM appointments'))


def chosen(page):
    """{appointment_id: what is chosen} of the table on a page."""
    form = next(fields for action, fields in page.forms if action == APPLY)
    return {int(name[3:]): value for name, value in form.items() if name.startswith('do_')}


def test_each_visit_comes_with_the_colleagues_who_are_free_then(browser, ill):
    page = browser('dora').get(HERE)

    assert chosen(page) == {ill[0]: '2', ill[1]: 'leave', ill[2]: '2'}
    assert page.text.count('name="do_') == 2 + 3 * 2 and 'Nobody is free then.' in page.text
    assert 'Dr. Ben Okafor, free for 2 of 3' in page.text and 'Nurse Lind' not in page.text


def test_a_day_is_sorted_out_with_one_question_asked(browser, ill, shell, sends_mail):
    dora = browser('dora')
    dora.get(HERE)
    page = dora.submit(APPLY, **{f'do_{ill[1]}': 'cancel'})
    assert page.status == 200 and 'Reassign 2 visits and cancel 1 visit?' in page.text
    assert '2 patients get an e-mail. Please call 1.' in page.text
    assert [stands(shell)[number] for number in ill] == ['1booked'] * 3
    page = dora.submit(APPLY, cancel_reason='Dr. Weber is ill')

    assert [stands(shell)[number] for number in ill] == ['2booked', '1cancelled', '2booked']
    assert page.path == '/staff/calls' and 'The visits are changed as you chose.' in page.text
    assert shell("SELECT appointment_id, kind FROM notifications WHERE audience = 'patient' AND state = 'pending'"
                 " AND kind <> 'booked' ORDER BY 1") == [(ill[0], 'moved'), (ill[1], 'cancelled')]
    assert shell('SELECT appointment_id, cancel_reason FROM appointments WHERE cancel_reason IS NOT NULL') == [
        (ill[1], 'Dr. Weber is ill')]
    assert shell("SELECT user_id FROM audit_log WHERE action = 'visits handed over'") == [(5,)]


def test_back_leads_to_the_table_as_it_was_filled_in(browser, ill, shell):
    dora = browser('dora')
    dora.get(HERE)
    dora.submit(APPLY, **{f'do_{ill[0]}': 'leave', f'do_{ill[1]}': 'cancel'})
    page = dora.submit(APPLY, back='yes')

    assert chosen(page) == {ill[0]: 'leave', ill[1]: 'cancel', ill[2]: '2'}
    assert [stands(shell)[number] for number in ill] == ['1booked'] * 3


def test_of_several_who_are_free_the_one_with_the_fewest_visits_is_proposed(ill, shell):
    shell('INSERT INTO staff_services (staff_id, service_id) VALUES (3, 1)')       # mornings only, no visit yet
    found = {visit['appointment_id']: visit for visit in not_fitting.list_to_decide(1)}

    assert [found[number]['do'] for number in ill] == [3, 3, 2]
    assert [len(found[number]['colleagues']) for number in ill] == [2, 1, 1]


def test_what_is_proposed_counts_as_a_visit_already(ill, shell):
    shell('INSERT INTO staff_services (staff_id, service_id) VALUES (3, 1)')
    shell("UPDATE appointments SET status = 'cancelled' WHERE staff_id = 2")

    assert [visit['do'] for visit in not_fitting.list_to_decide(1)] == [2, 3, 2]


@pytest.mark.parametrize('statement', [
    'UPDATE staff SET is_bookable = FALSE WHERE staff_id = 2', 'UPDATE users SET is_active = FALSE WHERE user_id = 3',
    'DELETE FROM staff_services WHERE staff_id = 2', 'DELETE FROM working_hours WHERE staff_id = 2',
    "INSERT INTO time_off (staff_id, starts_at, ends_at) VALUES (2, '2026-06-02', '2026-06-03')",
    "INSERT INTO closures (day, reason) VALUES ('2026-06-02', 'Water')",
    'INSERT INTO breaks (working_hours_id, starts_minute, ends_minute) VALUES (22, 595, 605), (22, 850, 860)',
    "UPDATE appointments SET staff_id = 2 WHERE staff_id = 1 AND day = '2026-06-03'",
])
def test_who_cannot_take_a_visit_is_no_choice(ill, shell, statement):
    shell(statement)
    free = [len(visit['colleagues']) for visit in not_fitting.list_to_decide(1)]

    assert free == ([1, 0, 1] if 'UPDATE appointments' in statement else [0, 0, 0])


def test_a_link_proposes_one_colleague_or_cancels_what_nobody_can_take(browser, ill, shell):
    shell('INSERT INTO staff_services (staff_id, service_id) VALUES (3, 1)')
    shell("DELETE FROM working_hours WHERE working_hours_id = 22")
    dora = browser('dora')

    assert list(chosen(dora.get(f'{HERE}&to_staff_id=2')).values()) == ['leave'] * 3
    assert list(chosen(dora.get(f'{HERE}&to_staff_id=3')).values()) == ['3', '3', 'leave']
    assert list(chosen(dora.get(f'{HERE}&otherwise=cancel')).values()) == ['3', '3', 'cancel']
    assert list(chosen(dora.get(f'{HERE}&otherwise=burn&to_staff_id=x')).values()) == ['3', '3', 'leave']


def test_what_was_knowingly_booked_so_is_left_unless_somebody_chooses(browser, cast, shell, at):
    number = visits.book(ADA, at('08:00', 1), overruled=('outside_hours', 'off_grid'), why='Before work')
    shell("UPDATE working_hours SET starts_minute = 480 WHERE staff_id = 2")

    assert chosen(browser('dora').get(HERE)) == {number: 'leave'}


def test_a_visit_changed_meanwhile_is_left_alone_and_named(browser, ill, shell):
    dora = browser('dora')
    dora.get(HERE)
    dora.submit(APPLY)
    shell('UPDATE appointments SET version = version + 1 WHERE appointment_id = %s', ill[0])
    page = dora.submit(APPLY)

    assert page.status == 409 and '1 visit changed, 1 not.' in page.text
    assert 'This visit has been changed. Please look at it again.' in page.text
    assert [stands(shell)[number] for number in ill] == ['1booked', '1booked', '2booked']


def test_who_was_free_and_is_no_longer_is_named(browser, ill, shell, at):
    dora = browser('dora')
    dora.get(HERE)
    dora.submit(APPLY)
    visits.book(ADA, at('10:00', 1), patient_id=2, staff_id=2)
    page = dora.submit(APPLY)

    assert page.status == 409 and 'Dr. Ben Okafor has another visit then.' in page.text
    assert [stands(shell)[number] for number in ill] == ['1booked', '1booked', '2booked']


def test_two_desks_at_once_give_each_visit_to_one_colleague(ill, shell, at):
    shell('INSERT INTO staff_services (staff_id, service_id) VALUES (3, 1)')
    person = {'user_id': 2, 'staff_id': 1, 'full_name': 'Dr. Anna Weber'}

    def give(who, staff_id, name):
        decided = [{'appointment_id': number, 'version': 0, 'do': {'staff_id': staff_id, 'full_name': name}}
                   for number in ill[:2]]
        return not_fitting.carry_out(who, person, decided, '', False)
    shell("UPDATE appointments SET status = 'cancelled' WHERE staff_id = 2")
    one, other = together([lambda: give(DORA, 2, 'Dr. Ben Okafor'), lambda: give(ADA, 3, 'Nurse Lind')])

    assert sorted(map(len, (one, other))) == [0, 2]
    assert {stands(shell)[number] for number in ill[:2]} == ({'2booked'} if not one else {'3booked'})


def test_a_visit_whose_room_is_retired_gets_another(browser, ill, shell):
    shell('UPDATE rooms SET is_active = FALSE WHERE room_id = 1')
    dora = browser('dora')
    dora.get(HERE)
    dora.submit(APPLY)
    dora.submit(APPLY)

    assert shell('SELECT staff_id, room_id FROM appointments WHERE appointment_id = %s', ill[0]) == [(2, 2)]


def test_without_another_room_it_stays_and_is_said(browser, ill, shell):
    shell('UPDATE rooms SET is_active = FALSE')
    dora = browser('dora')
    dora.get(HERE)
    dora.submit(APPLY)
    page = dora.submit(APPLY)

    assert page.status == 409 and 'No other room is free then.' in page.text and stands(shell)[ill[0]] == '1booked'


def test_visits_of_today_stay_in_the_table_until_they_have_an_outcome(browser, cast, shell, at):
    begun, waits = visits.book(ADA, at('09:00')), visits.book(ADA, at('11:00'), patient_id=3)
    shell("INSERT INTO time_off (staff_id, starts_at, ends_at) VALUES (1, '2026-06-01', '2026-06-02')")
    shell("UPDATE appointments SET status = 'arrived' WHERE appointment_id = %s", waits)
    with clock_at(at('10:00')):
        page = browser('dora').get(HERE)
        assert chosen(page) == {begun: 'leave', waits: '2'}
        assert 'In the waiting room' in page.text and page.text.count('value="cancel"') == 1
        shell("UPDATE appointments SET status = 'completed' WHERE appointment_id = %s", begun)
        assert list(chosen(browser('dora').get(HERE))) == [waits]


@pytest.mark.parametrize(('host', 'to_call'), [('mail.test', ['Olga']), (None, ['Petra', 'Paul', 'Olga'])])
def test_before_and_after_it_is_said_who_must_be_called(browser, ill, shell, host, to_call):
    config.use(dataclasses.replace(config.current(), smtp_host=host))
    dora = browser('dora')
    page = dora.get(HERE)
    assert len(re.findall('badge [^>]*>No e-mail: call', page.text)) == len(to_call)

    page = dora.submit(APPLY, **{f'do_{number}': 'cancel' for number in ill})
    assert page.status == 200 and 'Cancel 3 visits?' in page.text and stands(shell)[ill[0]] == '1booked'
    assert page.text.count('>Call</span>') == len(to_call)
    assert ('This clinic sends no e-mail. Please call all 3 patients.' in page.text) == (host is None)
    assert ('2 patients get an e-mail. Please call 1.' in page.text) == (host is not None)
    assert ('name="tell_patients"' in page.text) == (host is not None)
    page = dora.submit(APPLY, cancel_reason='x' * 501, follow=False)
    assert page.status == 422 and 'Cancel 3 visits?' in page.text and stands(shell)[ill[0]] == '1booked'
    page = dora.submit(APPLY, cancel_reason='Ill')

    assert page.path == '/staff/calls' and re.findall('<bdi>([A-Za-z]+)', page.text) == to_call
    assert '+49 30 555 03' in page.text
    assert 'Tue 2 Jun 2026, 14:00, Consultation with Dr. Anna Weber' in page.text
    assert 'href="/staff/book?patient_id=5&amp;service_id=1"' in page.text
    assert shell("SELECT COUNT(*) FROM notifications WHERE kind = 'cancelled'") == [(3 - len(to_call),)]


def test_visits_that_fit_are_not_changed_from_here(browser, ill, shell):
    fitting, = shell("SELECT appointment_id FROM appointments WHERE staff_id = 1 AND day = '2026-06-03'")[0]
    dora = browser('dora')
    dora.get(HERE)
    page = dora.post(APPLY, {'staff_id': '1', 'confirmed': 'yes', f'visit_{fitting}': '0', f'do_{fitting}': '2'})

    assert page.status == 409 and stands(shell)[fitting] == '1booked'
    assert '0 visits changed, 1 not.' in page.text
    assert f'Visit {fitting}</a>: This visit was changed and is no longer in the list.' in page.text


@pytest.mark.parametrize(('fields', 'sentence'), [
    ({}, 'visits-error'), ({'visit_1': 'x', 'do_1': 'cancel'}, 'cannot be read'),
    ({'visit_x': '0'}, 'cannot be read'), ({'visit_1': '0', 'do_1': 'burn'}, 'cannot be read'),
    ({'visit_1': '0', 'do_1': '1'}, 'Please choose one of these colleagues.'),
    ({'visit_1': '0', 'do_1': '99'}, 'Please choose one of these colleagues.'),
])
def test_nonsense_changes_nothing_and_is_said(browser, ill, shell, fields, sentence):
    dora = browser('dora')
    dora.get(HERE)
    page = dora.post(APPLY, {'staff_id': '1', 'confirmed': 'yes', **fields})

    assert page.status == 422 and sentence in page.text
    assert [stands(shell)[number] for number in ill] == ['1booked'] * 3


def test_the_older_forms_give_and_cancel_what_is_ticked(browser, ill, shell):
    dora = browser('dora')
    dora.get(HERE)
    page = dora.post(GIVE, {'staff_id': '1', 'to_staff_id': '2', f'visit_{ill[0]}': '0', f'visit_{ill[1]}': '0'})
    assert page.status == 409 and '1 visit changed, 1 not.' in page.text
    page = dora.post(CANCEL, {'staff_id': '1', f'visit_{ill[2]}': '0'})
    assert 'Cancel 1 visit?' in page.text
    dora.submit(CANCEL)

    assert [stands(shell)[number] for number in ill] == ['2booked', '1booked', '1cancelled']


@pytest.mark.parametrize(('action', 'fields'), [
    (GIVE, {'to_staff_id': '2'}), (GIVE, {'to_staff_id': '', 'visit_1': '0'}),
    (GIVE, {'to_staff_id': '1', 'visit_1': '0'}), (CANCEL, {}),
])
def test_nothing_is_done_without_a_tick_or_a_colleague(browser, ill, shell, action, fields):
    dora = browser('dora')
    dora.get(HERE)
    page = dora.post(action, {'staff_id': '1', **fields})

    assert page.status == 422 and [stands(shell)[number] for number in ill] == ['1booked'] * 3


def test_a_doctor_decides_on_their_own_visits_only(browser, ill):
    assert browser('weber').get(HERE).status == 200
    assert browser('okafor').get(HERE).status == 404
    assert browser('weber').get('/staff/hours/visits').text.count('href="/appointments/') >= 3


def test_the_desk_sees_first_whose_visits_there_are(browser, ill):
    page = browser('dora').get('/staff/hours/visits')

    assert re.findall(r'staff_id=(\d+)">([^<]+)</a>, (\d+ \w+)', page.text) == [('1', 'Dr. Anna Weber', '3 visits')]


def test_when_nothing_is_left_the_page_says_so(browser, cast):
    assert 'all upcoming visits fit' in browser('dora').get(HERE).text
    assert 'Nothing is left to decide' in browser('dora').get('/staff/hours/visits').text


def test_the_question_names_the_visits_in_the_order_of_the_clock(browser, ill, shell):
    shell("UPDATE appointments SET starts_at = '2026-06-02 09:30', ends_at = '2026-06-02 10:00'"
          ' WHERE appointment_id = %s', ill[2])
    dora = browser('dora')
    dora.get(HERE)
    page = dora.submit(APPLY)

    assert re.findall(r'Tue 2 Jun 2026, (\d\d:\d\d)', page.text) == ['09:30', '10:00']
    assert 'Please call both patients.' in page.text


def test_with_forced_colours_the_choice_is_outlined(tab, site, browser, ill):
    tab.context.add_cookies([{'name': name, 'value': value, 'url': site}
                             for name, value in browser('dora').cookies.items()])
    tab.emulate_media(forced_colors='active')
    tab.goto(HERE)
    outlined = 'label => getComputedStyle(label).outlineStyle'

    assert tab.locator('.choice:has(:checked)').first.evaluate(outlined) == 'solid'
    assert tab.locator('.choice:not(:has(:checked))').first.evaluate(outlined) == 'none'
