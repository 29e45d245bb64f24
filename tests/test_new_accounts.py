"""What accounts younger than a day have booked: the desk's list, and cancelling it in two steps."""

import dataclasses
import re

import pytest

from app import config
from app.visitor import Visitor
from app.visits import new_accounts
from tests.support.moments import clock_at
from tests.support.people import DORA, PETRA
from tests.support.visits import book

HERE, CANCEL = '/staff/new-accounts', '/staff/new-accounts/cancel'


@pytest.fixture
def newcomers(cast, shell, at):
    """Eve, whose address is not proven, has one visit; Finn has three, one of them for his child. Their numbers."""
    for user_id, name, proven in ((50, 'Eve', None), (51, 'Finn', '2026-06-01')):
        shell("INSERT INTO users (user_id, email, role, full_name, phone, created_utc, email_proven_utc)"
              " VALUES (%s, %s, 'patient', %s, '+49 30 555 50', '2026-06-01 05:30', %s)", user_id,
              f'{name.lower()}@mail.test', name, proven)
        shell("INSERT INTO patients (patient_id, user_id, full_name, created_utc)"
              " VALUES (%s, %s, %s, '2026-06-01 05:30')", user_id, user_id, name)
        shell("INSERT INTO audit_log (at_utc, user_id, action, subject, subject_id, address)"
              " VALUES ('2026-06-01 05:30', %s, 'registered', 'users', %s, '192.0.2.9')", user_id, user_id)
    shell("INSERT INTO patients (patient_id, user_id, relation, full_name, created_utc)"
          " VALUES (52, 51, 'child', 'Fia', '2026-06-01 05:31')")
    finn = Visitor(51, 'patient')
    return [book(Visitor(50, 'patient'), at('09:00', 1), patient_id=50), book(finn, at('10:00', 1), patient_id=51),
            book(finn, at('11:00', 1), patient_id=51), book(finn, at('10:00', 2), patient_id=52)]


def shown(page):
    """The visits on the page, and whether each is ticked."""
    return {int(number): 'checked' in rest
            for number, rest in re.findall(r'<input class="form-check-input[^>]*name="visit_(\d+)"([^>]*)>', page.text)}


def stands(shell):
    return dict(shell('SELECT appointment_id, status FROM appointments'))


def test_the_list_shows_by_account_who_booked_and_all_is_ticked(browser, newcomers):
    page = browser('dora').get(HERE)

    assert page.status == 200 and shown(page) == dict.fromkeys(newcomers, True)
    groups = re.findall(r'<legend class="h5"><bdi>(\w+)</bdi>, ([^<]+)</legend>', page.text)
    assert groups == [('Finn', '3 visits'), ('Eve', '1 visit')]
    finn, eve = page.text.split('<legend')[1:]
    assert 'finn@mail.test' in finn and 'Address confirmed' in finn and '<bdi>Fia</bdi>' in finn
    assert 'eve@mail.test' in eve and 'Address not confirmed' in eve
    assert 'Opened Mon 1 Jun 2026, 07:30 from 192.0.2.9' in eve


def test_older_accounts_what_the_desk_booked_and_what_is_over_are_not_listed(browser, newcomers, shell, at):
    book(PETRA, at('14:00', 1))
    book(DORA, at('15:00', 1), patient_id=50)
    with clock_at(at('09:15', 1)):
        assert [visit['appointment_id'] for visit in new_accounts.list_visits()] == []
        shell("UPDATE users SET created_utc = '2026-06-02 06:00' WHERE user_id IN (50, 51)")
        assert sorted(visit['appointment_id'] for visit in new_accounts.list_visits()) == newcomers[1:]
    shell("UPDATE users SET created_utc = '2026-05-31 05:59' WHERE user_id = 50")
    shell("UPDATE users SET created_utc = '2026-05-31 06:00' WHERE user_id = 51")

    assert sorted(shown(browser('dora').get(HERE))) == newcomers[1:]
    assert new_accounts.count() == 3


def test_all_of_these_are_cancelled_in_two_steps(browser, newcomers, shell):
    config.use(dataclasses.replace(config.current(), smtp_host='mail.test'))
    dora = browser('dora')
    dora.get(HERE)
    page = dora.submit(CANCEL)
    assert page.status == 200 and 'Cancel 4 visits?' in page.text
    assert set(stands(shell).values()) == {'booked'}
    assert 'E-mail to <span class="text-break">finn@mail.test' in page.text and 'eve@mail.test' not in page.text
    page = dora.submit(CANCEL, cancel_reason='Please call us to book')

    assert page.path == '/staff/calls' and 'The ticked visits are cancelled.' in page.text
    assert 'No account of the last 24 hours has an upcoming visit' in dora.get(HERE).text
    assert set(stands(shell).values()) == {'cancelled'}


def test_one_account_can_be_looked_at_and_cancelled_alone(browser, newcomers, shell):
    dora = browser('dora')
    page = dora.get(HERE)
    assert re.findall(r'href="(/staff/new-accounts\?user_id=\d+)"', page.text) == \
        ['/staff/new-accounts?user_id=51', '/staff/new-accounts?user_id=50']
    page = dora.get('/staff/new-accounts?user_id=51')
    assert sorted(shown(page)) == newcomers[1:] and 'All new accounts' in page.text
    dora.submit(CANCEL)
    page = dora.submit(CANCEL, cancel_reason='')

    assert [stands(shell)[number] for number in newcomers] == ['booked'] + ['cancelled'] * 3
    assert page.status == 200 and shown(page) == {}
    assert shown(dora.get(HERE)) == {newcomers[0]: True}


def test_what_is_unticked_stays_and_nothing_ticked_is_said(browser, newcomers, shell):
    dora = browser('dora')
    dora.get(HERE)
    token = dict(dora.page.forms)[CANCEL]['csrf_token']
    page = dora.post(CANCEL, {'csrf_token': token, 'user_id': ''})
    assert page.status == 422 and 'id="visits-error"' in page.text and not any(shown(page).values())

    page = dora.post(CANCEL, {'csrf_token': token, 'user_id': '', f'visit_{newcomers[0]}': '0', 'confirmed': 'yes',
                              'cancel_reason': ''})
    assert [stands(shell)[number] for number in newcomers] == ['cancelled'] + ['booked'] * 3


def test_a_visit_moved_meanwhile_is_named_and_stays(browser, newcomers, shell):
    dora = browser('dora')
    dora.get(HERE)
    dora.submit(CANCEL)
    shell('UPDATE appointments SET version = 1 WHERE appointment_id = %s', newcomers[1])
    page = dora.submit(CANCEL, cancel_reason='')

    assert page.status == 409 and '3 visits cancelled, 1 not.' in page.text
    assert stands(shell)[newcomers[1]] == 'booked' and f'id="visit_{newcomers[1]}-error"' in page.text
    assert 'Cancel the ticked visits' in page.text


def test_visits_of_others_are_never_cancelled_from_here(browser, newcomers, shell, at):
    number = book(PETRA, at('14:00', 1))
    dora = browser('dora')
    dora.get(HERE)
    page = dora.submit(CANCEL, **{f'visit_{number}': '0', 'confirmed': 'yes', 'cancel_reason': ''})

    assert page.status == 409 and stands(shell)[number] == 'booked'


@pytest.mark.parametrize(('count', 'on_dashboard'), [(0, False), (5, False), (6, True)])
def test_the_desks_day_links_to_it_and_the_dashboard_where_there_are_many(browser, newcomers, shell, at, count,
                                                                          on_dashboard):
    if count == 0:
        shell("UPDATE appointments SET status = 'cancelled'")
    else:
        shell('UPDATE settings SET account_visits_limit = 99')
        for number in range(4, count):
            shell('INSERT INTO appointments (patient_id, staff_id, room_id, service_id, starts_at, ends_at,'
                  " created_utc, booked_by) VALUES (51, 1, 1, 1, %s, %s, '2026-06-01', 51)", at('10:00', number),
                  at('10:30', number))
    day, dashboard = browser('dora').get('/staff').text, browser('ada').get('/admin').text

    assert (HERE in day) == (count > 0) and (HERE in dashboard) == on_dashboard
    assert (f'>{count}</span> upcoming visits booked by accounts of the last 24 hours' in day) == (count > 0)
    assert (f'{count} upcoming visits booked by accounts of the last 24 hours: are they real?</a>' in dashboard) \
        == on_dashboard
    assert HERE not in browser('weber').get('/staff').text


@pytest.mark.parametrize('asked', ['?user_id=nonsense', '?user_id=999', '?user_id=0', '?since=x', '?user_id='])
def test_nonsense_in_the_address_is_no_error(browser, newcomers, asked):
    page = browser('ada').get(HERE + asked)

    assert page.status == 200 and ('href="/admin/users/51"' in page.text) == ('999' not in asked)


def test_the_first_are_shown_and_it_is_said_that_there_are_more(browser, newcomers, monkeypatch):
    monkeypatch.setattr(new_accounts, 'MOST_SHOWN', 2)
    page = browser('dora').get(HERE)

    assert len(shown(page)) == 2 and 'These are the first 2.' in page.text


def test_who_has_several_visits_is_one_patient_of_those_who_get_mail(browser, newcomers):
    config.use(dataclasses.replace(config.current(), smtp_host='mail.test'))
    dora = browser('dora')
    dora.get(HERE)
    page = dora.submit(CANCEL)

    assert 'Cancel 4 visits?' in page.text and '2 patients get an e-mail. Please call 1.' in page.text
