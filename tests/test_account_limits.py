"""How many visits one account may have ahead, and how much it may do in a day, also at the same moment."""

import dataclasses
import datetime as dt
from collections import Counter
from urllib.parse import urlencode, urlsplit

import pytest

from app import clock, config, database, tokens
from app.accounts import profile, users
from app.errors import Refused
from app.mail import links
from app.visitor import Visitor
from app.visits import account_limits, rules, scheduling, why_not
from app.visits.wanted import Wanted
from app.written import Written
from tests.support.browser import Browser
from tests.support.moments import clock_at, during, kinds, together
from tests.support.people import ADA, DORA, PETRA
from tests.support.statements import statements
from tests.support.visits import book, known

PIA, OLGA = 2, 5                # patients: Petra's child, and somebody without an account
EVE = Visitor(50, 'patient', 'Eve', 'eve@mail.test', patient_id=50)


@pytest.fixture
def eve(cast, shell):
    """eve(proven) → an account that was opened just now."""
    def opened(proven=False):
        shell("INSERT INTO users (user_id, email, role, full_name, created_utc, email_proven_utc) VALUES"
              " (50, 'eve@mail.test', 'patient', 'Eve', '2026-06-01 05:55', %s)", clock.now_utc() if proven else None)
        shell("INSERT INTO patients (patient_id, user_id, full_name, created_utc)"
              " VALUES (50, 50, 'Eve', '2026-06-01 05:55')")
        return EVE
    return opened


@pytest.fixture
def confirm(petra, at):
    """confirm(…) → the page before Petra books Thursday 10:00."""
    def page(**changes):
        asked = {'service_id': 1, 'starts_at': f'{at("10:00", 3):%Y-%m-%dT%H:%M}', **changes}
        return petra.get('/book/1/confirm?' + urlencode(asked))
    return page


def attempt(visitor, starts_at, **changes):
    """'booked', or the rule that refuses."""
    try:
        book(visitor, starts_at, **changes)
    except Refused as refused:
        return refused.rule
    return 'booked'


def sentence(visitor, starts_at, **changes):
    """What the visitor is told who may not book."""
    with pytest.raises(Refused) as refused:
        book(visitor, starts_at, **changes)
    assert (refused.value.rule, refused.value.status) == ('account_ahead', 422)
    return refused.value.fields['starts_at']


def hundred(visitor, at):
    """What comes of a hundred bookings of free times, four a day on five weeks."""
    days = [day for day in range(1, 40) if at('10:00', day).weekday() < 5][:25]
    return Counter(attempt(visitor, at(time, day), patient_id=50, staff_id=staff)
                   for day in days for time, staff in (('09:00', 1), ('10:00', 2), ('11:00', 1), ('14:00', 2)))


@pytest.mark.parametrize(('proven', 'most'), [(False, 1), (True, 3)])
def test_a_fresh_account_that_books_a_hundred_times_holds_one_time_or_three(eve, shell, at, proven, most):
    """Before there was this rule, it held a hundred after 2.4 seconds."""
    shell('UPDATE settings SET visits_ahead_limit = 99, account_visits_limit = 99')
    outcomes = hundred(eve(proven), at)

    assert outcomes == {'booked': most, 'account_ahead': 100 - most}
    assert shell('SELECT COUNT(*) FROM appointments WHERE booked_by = 50') == [(most,)]


def test_the_people_of_an_account_count_together(shell, at):
    book(PETRA, at('10:00', 1))
    book(PETRA, at('11:00', 1), patient_id=PIA)
    book(PETRA, at('14:00', 1), patient_id=PIA)

    assert attempt(PETRA, at('15:00', 1)) == attempt(PETRA, at('15:00', 1), patient_id=PIA) == 'account_ahead'


def test_what_the_desk_booked_counts_and_what_is_cancelled_or_over_does_not(cast, shell, at):
    number = book(DORA, at('10:00', 1))
    book(DORA, at('11:00', 1))
    book(PETRA, at('14:00', 1))
    assert attempt(PETRA, at('15:00', 1)) == 'account_ahead'

    scheduling.cancel(PETRA, number)
    assert attempt(PETRA, at('15:00', 2)) == 'booked'
    with clock_at(at('15:30', 1)):
        assert attempt(PETRA, at('15:00', 3)) == 'booked'


@pytest.mark.parametrize(('setting', 'most'), [(10, 3), (3, 3), (2, 2), (1, 1)])
def test_a_new_account_never_has_more_than_the_setting_allows(cast, shell, at, setting, most):
    shell('UPDATE settings SET account_visits_limit = %s', setting)
    outcomes = [attempt(PETRA, at(time, 1)) for time in ('10:00', '11:00', '14:00', '15:00')]

    assert outcomes == ['booked'] * most + ['account_ahead'] * (4 - most)


def test_after_the_first_visit_of_any_of_its_people_the_setting_counts(cast, shell, at):
    shell('UPDATE settings SET account_visits_limit = 4')
    number = book(DORA, at('10:00', 1), patient_id=PIA)
    with clock_at(at('10:00', 1)):
        scheduling.set_status(DORA, number, 'arrived')
        for day in (2, 3, 4):
            book(PETRA, at('10:00', day))
        assert attempt(PETRA, at('11:00', 4)) == 'account_ahead'
        scheduling.set_status(DORA, number, 'completed')

        assert attempt(PETRA, at('11:00', 4)) == 'booked'
        assert sentence(PETRA, at('14:00', 4)) == 'One account can have at most 4 upcoming visits.'


def test_each_limit_is_said_in_its_own_words(eve, shell, at):
    def words():
        return sentence(EVE, at('14:00', 2), patient_id=50)
    eve()
    book(EVE, at('10:00', 1), patient_id=50)
    config.use(dataclasses.replace(config.current(), smtp_host='mail.test'))
    assert words() == ('Please first open the link that we e-mailed to you. '
                       'Until then you can have one upcoming visit.')
    config.use(dataclasses.replace(config.current(), smtp_host=None))
    assert words() == ('The front desk must confirm your e-mail address first. '
                       'Until then you can have one upcoming visit.')

    shell("UPDATE users SET email_proven_utc = '2026-06-01' WHERE user_id = 50")
    book(EVE, at('11:00', 1), patient_id=50)
    book(EVE, at('14:00', 1), patient_id=50)
    assert words() == 'You can have 3 upcoming visits until your first visit has taken place.'
    shell('UPDATE settings SET account_visits_limit = 3')
    assert words() == 'One account can have at most 3 upcoming visits.'


@pytest.mark.parametrize('by_link', [False, True])
def test_who_moves_a_visit_holds_no_more_than_before(eve, shell, at, by_link):
    eve()
    number = book(EVE, at('10:00', 1), patient_id=50)
    for hour in ('11:00', '14:00', '15:00'):
        book(DORA, at(hour, 1), patient_id=50)
    visit = database.one('appointments/find_for_mail', appointment_id=number)
    scheduling.move(Visitor.of_link(visit) if by_link else EVE, number, Wanted(starts_at=at('10:00', 2)))

    assert shell('SELECT starts_at FROM appointments WHERE appointment_id = %s', number) == [(at('10:00', 2),)]


def test_the_desk_is_not_bound_and_reads_it_as_a_hint(eve, shell, at, browser):
    eve(proven=True)
    for hour in ('10:00', '11:00', '14:00'):
        book(EVE, at(hour, 1), patient_id=50)
    page = browser('dora').get('/staff/book/confirm?' + urlencode({
        'patient_id': 50, 'staff_id': 1, 'service_id': 1, 'starts_at': '2026-06-03T10:00'}))
    assert page.status == 200 and 'This cannot be booked' not in page.text
    assert 'Rule for patients: This patient&#039;s account can have 3 upcoming visits until its first visit has ' \
        'taken place, and it has that many.' in page.text

    assert attempt(DORA, at('10:00', 2), patient_id=50) == 'booked'
    assert shell("SELECT overruled FROM appointment_history ORDER BY history_id DESC LIMIT 1") == [('',)]


def test_the_page_why_not_says_it_to_staff_and_that_it_binds_only_patients(eve, at, browser):
    eve()
    book(EVE, at('10:00', 1), patient_id=50)
    asked = Wanted(patient_id=50, staff_id=1, service_id=1, starts_at=at('11:00', 1))
    reason, = why_not.explain(DORA, Written(), asked, clock.now())['reasons']

    assert (reason['rule'], reason['is_hint'], reason['can_be_overruled']) == ('account_ahead', True, True)
    assert reason['sentence'] == ("This patient's account has a visit ahead, and its e-mail address is not confirmed "
                                  'yet.')
    page = browser('dora').get('/staff/why-not?staff_id=1&service_id=1&day=2026-06-02&time=11:00&patient_id=50')
    assert 'This rule is only for patients. Staff can book this time.' in page.text


def test_nobody_in_particular_and_who_has_no_account_are_not_counted(cast, shell, at):
    shell('UPDATE settings SET account_visits_limit = 1')
    for patient_id in (None, OLGA):
        if patient_id:
            book(DORA, at('10:00', 1), patient_id=patient_id)
        asked = Wanted(patient_id=patient_id, staff_id=1, service_id=1, starts_at=at('11:00', 1))
        assert rules.check(database, asked, clock.now()).broken == []


# The pages

def test_the_page_offers_no_other_time_where_the_account_is_full(confirm, shell, at):
    for hour in ('10:00', '11:00', '14:00'):
        book(PETRA, at(hour, 1))
    page = confirm()

    assert page.status == 422 and 'You can have 3 upcoming visits until your first visit has taken place.' in page.text
    assert '<h1>Confirm your visit</h1>' in page.text and 'free times on' not in page.text
    assert '<a href="/appointments">your upcoming visits</a>' in page.text
    assert 'Or call us: <a class="text-nowrap" href="tel:+49305550100">' in page.text


def test_what_was_typed_stays_when_the_account_is_full(confirm, petra, at):
    confirm()
    for hour in ('10:00', '11:00', '14:00'):
        book(PETRA, at(hour, 1))
    page = petra.submit('/appointments', reason='A cough that stays')

    assert page.status == 422 and 'A cough that stays' in page.text


# At the same moment

def booking(starts_at, **changes):
    """An act: Petra books."""
    return lambda: book(PETRA, starts_at, **changes)


def test_two_bookings_of_one_account_at_once_do_not_pass_the_limit_together(cast, shell, at):
    for hour in ('10:00', '11:00'):
        book(PETRA, at(hour, 1))
    with during('availability/check_taken', lambda: book(PETRA, at('10:00', 3), patient_id=PIA, staff_id=2)) as errors:
        book(PETRA, at('10:00', 2))

    assert [error.rule for error in errors] == ['account_ahead']
    assert shell("SELECT COUNT(*) FROM appointments WHERE status = 'booked'") == [(3,)]


def test_of_many_at_once_no_more_than_the_limit_win(cast, shell, at):
    for day in (1, 2, 3, 4):
        shell('DELETE FROM appointments')
        acts = [booking(at(time, day), staff_id=staff, patient_id=patient) for time, staff, patient in (
                    ('09:00', 1, 1), ('09:00', 2, 2), ('10:00', 1, 1), ('10:00', 2, 2),
                    ('11:00', 1, 1), ('11:00', 2, 2), ('14:00', 1, 2), ('14:00', 2, 1))]

        assert kinds(together(acts)) == {'won': 3, 422: 5}
        assert shell('SELECT COUNT(*) FROM appointments') == [(3,)]


@pytest.mark.parametrize('other', ['closing', 'details', 'relative'])
def test_who_books_and_who_changes_the_account_never_wait_in_a_circle(cast, shell, at, other):
    """All of them lock patients, then the account. A deadlock would be tried again: a transaction more than acts."""
    details = {'full_name': 'Petra Patient', 'phone': None, 'birth_date': None}
    acts = {'closing': lambda: users.close(ADA, PETRA.user_id) or 1,
            'details': lambda: profile.change_details(PETRA, details) or 1,
            'relative': lambda: profile.add_relative(PETRA, {**details, 'relation': 'child',
                                                             'full_name': tokens.new()})}
    known(shell, PETRA.user_id)
    for turn in range(4):
        bookings = [booking(at(time, 1 + turn), staff_id=staff, patient_id=staff) for time in ('09:00', '10:00')
                    for staff in (1, 2)]
        done, everything = [], [*bookings, acts[other]]
        ran = statements(lambda done=done, everything=everything: done.extend(together(everything)))

        assert not [each for each in done if isinstance(each, Exception) and not isinstance(each, Refused)]
        assert ran.count('START TRANSACTION') == len(done), done


def test_a_change_of_details_and_a_booking_meet_at_the_patient_first(cast, shell, at):
    """In the other order the change would hold the account while it waits for the patient, whom the booking holds."""
    ran = statements(lambda: profile.change_details(PETRA, {'full_name': 'P. Patient', 'phone': None,
                                                            'birth_date': None}))

    assert ran.index('patients/set_own_details') < ran.index('users/set_details')


# Acts of a day

@pytest.fixture
def days_work(shell, at):
    """days_work(action, …) → Petra has done so twenty times, the first of them now, the others an hour later."""
    def done(action, times=account_limits.MOST_ACTS):
        number = book(PETRA, at('10:00', 2))
        shell('DELETE FROM appointment_history')
        for turn in range(times):
            shell('INSERT INTO appointment_history (appointment_id, at_utc, user_id, action, to_status)'
                  " VALUES (%s, %s, 6, %s, 'booked')", number, clock.now_utc() + dt.timedelta(hours=min(turn, 1)),
                  action)
        return number
    return done


def test_one_account_books_twenty_visits_within_a_day(cast, shell, at):
    known(shell, PETRA.user_id)
    for _ in range(account_limits.MOST_ACTS):
        scheduling.cancel(PETRA, book(PETRA, at('10:00', 3)))
    with pytest.raises(Refused) as refused:
        book(PETRA, at('10:00', 3))

    assert (refused.value.status, refused.value.rule, refused.value.retry_after) == (429, 'acts_a_day', 86401)
    assert str(refused.value) == (
        'You have booked 20 visits within 24 hours. You can book visits again from Tue 2 Jun 2026, 08:01. '
        'If you need one sooner, please call us: +49 30 555 0100.')
    with clock_at(at('08:00', 1)):
        assert attempt(PETRA, at('10:00', 3)) == 'booked'


def test_one_account_moves_twenty_visits_within_a_day_by_whatever_way(cast, days_work, shell, at):
    number = days_work('moved')
    visit = database.one('appointments/find_for_mail', appointment_id=number)
    for who in (PETRA, Visitor.of_link(visit)):
        with pytest.raises(Refused) as refused:
            scheduling.move(who, number, Wanted(starts_at=at('11:00', 2)))
        assert refused.value.rule == 'acts_a_day' and 'You can move visits again from' in str(refused.value)

    assert attempt(PETRA, at('14:00', 2)) == 'booked'           # another kind of act
    scheduling.cancel(PETRA, number)                            # and what frees time is never too much
    assert shell("SELECT status FROM appointments WHERE appointment_id = %s", number) == [('cancelled',)]


@pytest.mark.parametrize('action', ['booked', 'moved'])
def test_nineteen_acts_or_twenty_of_which_one_is_a_day_ago_are_fine(cast, days_work, at, action):
    number = days_work(action, account_limits.MOST_ACTS - 1)
    scheduling.move(PETRA, number, Wanted(starts_at=at('11:00', 2)))
    assert attempt(PETRA, at('14:00', 2)) == 'booked'
    with clock_at(at('08:30', 1)):
        assert attempt(PETRA, at('15:00', 3)) == 'booked'


def test_the_desk_books_and_moves_any_number(cast, shell, at):
    number = book(DORA, at('10:00', 2), patient_id=OLGA)
    shell('INSERT INTO appointment_history (appointment_id, at_utc, user_id, action, to_status)'
          " SELECT %s, %s, 5, IF(minute % 10, 'booked', 'moved'), 'booked' FROM spans WHERE length = 300", number,
          clock.now_utc())
    scheduling.move(DORA, number, Wanted(starts_at=at('11:00', 2)))

    assert attempt(DORA, at('10:00', 3), patient_id=OLGA) == 'booked'


def test_a_form_sent_twice_finds_its_visit_also_after_the_last_act_of_the_day(cast, days_work, shell, at):
    days_work('booked', account_limits.MOST_ACTS - 1)
    key = tokens.new()
    first = book(PETRA, at('10:00', 3), request_key=key)

    assert book(PETRA, at('10:00', 3), request_key=key) == first


def test_the_pages_say_when_it_goes_on_and_offer_no_other_times(cast, days_work, petra, confirm, at):
    number = days_work('booked')
    confirm()
    page = petra.submit('/appointments')
    assert page.status == 429 and 'You can book visits again from Tue 2 Jun 2026, 08:01.' in page.text
    assert page.headers['retry-after'] == '86401' and 'free times on' not in page.text

    visit = database.one('appointments/find_for_mail', appointment_id=number)
    days_work_of_moves(number)
    for browser, path in ((petra, f'/appointments/{number}/reschedule'),
                          (Browser(), urlsplit(links.make('move', visit)).path)):
        browser.get(path)
        page = browser.submit(path, starts_at='2026-06-03T11:00')
        assert page.status == 429 and 'You can move visits again from Tue 2 Jun 2026, 08:01.' in page.text


def days_work_of_moves(number):
    """Twenty moves of a visit, now."""
    with database.transaction() as tx:
        for _ in range(account_limits.MOST_ACTS):
            tx.insert('appointment_history/insert', appointment_id=number, now_utc=clock.now_utc(),
                      user_id=PETRA.user_id, by_link=False, action='moved', from_status='booked', to_status='booked',
                      details='', overruled='')


# People

def test_five_people_are_added_a_day(cast, petra, shell):
    for number in range(profile.MOST_ADDED):
        profile.add_relative(PETRA, relative(f'Child {number}'))
    assert profile.add_relative(PETRA, relative('Child 0')) > 0         # the same form again is no other person
    petra.get('/profile/relatives')
    page = petra.submit('/profile/relatives', relation='child', full_name='One more')

    assert page.status == 422 and 'value="One more"' in page.text
    assert 'You can add at most 5 people a day. Please add the next tomorrow, or call us.' in page.text
    clock.freeze(clock.now_utc() + dt.timedelta(days=1))
    assert profile.add_relative(PETRA, relative('One more')) > 0


def relative(name):
    return {'relation': 'child', 'full_name': name, 'phone': None, 'birth_date': None}
