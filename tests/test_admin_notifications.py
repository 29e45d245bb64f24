"""The outbox's pages: who may see them, what they show, and what can be done there."""

from datetime import timedelta

import pytest

from app import clock, database
from app.accounts import one_time_links
from app.mail import outbox, worker
from app.visits import scheduling
from app.visits.wanted import Wanted
from tests.support.accounts import signed_in
from tests.support.mail_server import mail_server, send
from tests.support.people import DORA, PETRA, WEBER
from tests.support.statements import statements
from tests.support.visits import book

HOME = '/admin/notifications'


@pytest.fixture
def one(cast, shell):
    """one(kind, state='failed', …) → the id of a mail about Petra's account, with these columns."""
    def queue(kind='password_changed', token=None, **columns):
        with database.transaction() as tx:
            number = outbox.queue_account(tx, kind, 6, 'petra@mail.test', token)
        for column, value in columns.items():
            shell(f'UPDATE notifications SET {column} = %s WHERE notification_id = %s', value, number)
        return number
    return queue


def row(shell, number):
    return shell('SELECT state, tries, payload, message_id FROM notifications WHERE notification_id = %s', number)[0]


@pytest.mark.parametrize('email', [PETRA.email, WEBER.email])
def test_only_admins_see_mail(one, email):
    number, browser = one(), signed_in(email)
    browser.get('/profile')

    for path in (HOME, f'{HOME}/{number}'):
        assert browser.get(path).status == 403
    browser.get('/profile')
    for path in (f'{HOME}/{number}/send-again', f'{HOME}/{number}/cancel', f'{HOME}/resume', f'{HOME}/test',
                 f'{HOME}/send-all-again', f'{HOME}/held'):
        assert browser.post(path).status == 403


def test_an_empty_outbox_says_what_comes(ada):
    assert 'There is no e-mail yet.' in ada.get(HOME).text


def test_filters_narrow_the_list(ada, one):
    one('test', state='failed', last_code=550, last_answer='5.1.1 No such account', tries=1)
    one('password_changed', state='sent')

    page = ada.get(f'{HOME}?state=failed')
    assert '550 5.1.1 No such account' in page.text and '1 e-mail' in page.text
    assert '1 e-mail' in ada.get(f'{HOME}?kind=password_changed').text
    assert 'No e-mail found' in ada.get(f'{HOME}?state=failed&kind=reminder').text
    assert '2 e-mails' in ada.get(f'{HOME}?state=nonsense&kind=x&page=99').text


def test_long_lists_come_in_pages(ada, one):
    for _ in range(26):
        one()

    assert 'Page 1 of 2' in ada.get(HOME).text
    assert ada.get(f'{HOME}?page=2').text.count('data-label="Kind"') == 1


def test_the_list_takes_the_same_statements_for_one_mail_and_for_many(ada, one):
    one()
    few = statements(lambda: ada.get(HOME))
    for _ in range(20):
        one()

    assert statements(lambda: ada.get(HOME)) == few and len(few) == 5


def test_one_mail_is_shown_in_full(ada, at, shell):
    number = book(PETRA, at('10:00', 1), reason='A rash')
    page = ada.get(f'{HOME}/{shell("SELECT notification_id FROM notifications")[0][0]}')

    assert page.status == 200
    for said in ('Your visit is booked', 'petra@mail.test', 'Tuesday 2 June 2026, 10:00 to 10:30',
                 f'/appointments/{number}', 'none yet'):
        assert said in page.text
    assert 'rash' not in page.text


@pytest.mark.parametrize('kind', ['account_created', 'password_reset'])
def test_a_one_time_link_is_shown_to_nobody(ada, one, kind):
    with database.transaction() as tx:
        token = one_time_links.make(tx, 6, 'reset')
    page = ada.get(f'{HOME}/{one(kind, token)}')

    assert token not in page.text and 'only the receiver can see' in page.text


def test_a_mail_that_is_not_there_is_404(ada):
    assert ada.get(f'{HOME}/999999').status == 404
    ada.get(HOME)
    assert ada.post(f'{HOME}/999999/cancel').status == 404
    ada.get(HOME)
    assert ada.post(f'{HOME}/999999/send-again').status == 404


@pytest.mark.parametrize('state', ['failed', 'sent', 'cancelled', 'pending'])
def test_sending_again_starts_from_the_first_try(ada, one, shell, state):
    number = one(state=state, tries=5, message_id='<old@clinic.test>',
                 next_try_utc=clock.now_utc() + timedelta(hours=3))
    with mail_server() as server:
        ada.get(f'{HOME}/{number}')
        page = ada.submit(f'{HOME}/{number}/send-again')
        assert page.status == 200 and 'The e-mail is waiting' in page.text
        send()

    assert row(shell, number)[:2] == ('sent', 1)
    assert (server.messages()[0]['Message-ID'] == '<old@clinic.test>') is (state != 'sent')
    assert shell("SELECT action, subject_id, user_id FROM audit_log WHERE action LIKE 'mail%%'") == \
        [('mail sent again', number, 1)]


def test_what_is_of_no_use_is_not_sent_again(ada, one, shell):
    past = one(state='expired', expires_utc=clock.now_utc())
    linkless = one('password_reset', state='failed')
    for number in (past, linkless):
        with mail_server():
            ada.get(f'{HOME}/{number}')
            page = ada.submit(f'{HOME}/{number}/send-again')
        assert page.status == 409 and 'no longer useful' in page.text

    assert {row(shell, number)[0] for number in (past, linkless)} == {'expired', 'failed'}


def test_a_waiting_mail_can_be_taken_back_and_its_link_forgotten(ada, one, shell):
    number = one('password_reset', 'A' * 43)
    assert row(shell, number)[2]
    ada.get(f'{HOME}/{number}')
    assert 'will not be sent' in ada.submit(f'{HOME}/{number}/cancel').text
    with mail_server() as server:
        send()

    assert row(shell, number)[0] == 'cancelled' and row(shell, number)[2] is None and not server.taken


def test_a_sent_mail_cannot_be_taken_back(ada, one, shell):
    number = one(state='sent')
    ada.get(HOME)
    page = ada.post(f'{HOME}/{number}/cancel')

    assert page.status == 409 and 'no longer waiting' in page.text
    assert row(shell, number)[0] == 'sent'


def test_a_paused_queue_says_why_and_goes_on_when_told(ada, one, shell):
    number = one()
    with mail_server('535 at sign-in', sign_in=True) as server:
        send()
        page = ada.get(HOME)
        assert 'Sending is paused until' in page.text
        assert '535 5.7.8 Username and Password not accepted' in page.text
        server.mood = 'kind'
        send()
        assert row(shell, number)[0] == 'pending'
        assert 'E-mail is sent again' in ada.submit(f'{HOME}/resume').text
        assert 'Sending is paused' not in ada.page.text
        send()

    assert row(shell, number)[:2] == ('sent', 1)
    assert shell("SELECT COUNT(*) FROM audit_log WHERE action = 'mail resumed'") == [(1,)]


def test_a_test_mail_goes_to_who_asks_for_it(ada, shell):
    with mail_server() as server:
        ada.get(HOME)
        page = ada.submit(f'{HOME}/test')
        assert page.status == 200 and 'A test e-mail' in page.text
        send()

    assert [(to, message['Subject']) for (to, _), message in zip(server.taken, server.messages(), strict=True)] == \
        [('ada@clinic.test', 'A test e-mail')]


def test_without_a_mail_server_the_page_says_so_and_mail_is_readable(ada, one):
    number = one()
    page = ada.get(HOME)
    assert 'No e-mail is sent' in page.text and 'E-mail waits here' in page.text and 'Next try' not in page.text

    page = ada.get(f'{HOME}/{number}')
    assert 'Your password was changed' in page.text and 'send-again' not in page.text


def test_get_changes_nothing(ada, one, shell):
    number = one()
    for path in (f'{HOME}/{number}/cancel', f'{HOME}/{number}/send-again', f'{HOME}/resume', f'{HOME}/test'):
        assert ada.get(path).status == 405

    assert row(shell, number)[0] == 'pending'


# ---- given up: shown where it is looked for, and sent again with one button


def test_one_button_sends_again_all_that_was_given_up_and_may_still_be_of_use(ada, one, shell):
    useful = [one('address_changed', state='failed', tries=12, unanswered=5, doubt=0) for _ in range(3)]
    past = one(state='failed', expires_utc=clock.now_utc())
    linkless = one('password_reset', state='failed')
    with mail_server() as server:
        page = ada.get(HOME)
        assert '5 e-mails could not be sent' in page.text and 'Send the 3 that are still useful again' in page.text
        assert 'are waiting and will be sent soon' in ada.submit(f'{HOME}/send-all-again').text
        send()
        assert len(server.taken) == 3

    assert {row(shell, number)[0] for number in useful} == {'sent'}
    assert row(shell, past)[0] == row(shell, linkless)[0] == 'failed'
    assert shell("SELECT details FROM audit_log WHERE action = 'given-up mail sent again'") == [('3 mails',)]


def test_mail_that_was_given_up_is_told_on_the_first_page_of_admins(ada, one):
    one(state='failed')

    assert '1 e-mail could not be delivered' in ada.get('/admin').text
    with mail_server():
        assert 'Send the one that is still useful again' in ada.get(HOME).text


def test_the_page_says_where_mail_comes_back_that_fails_later(ada):
    with mail_server():
        assert 'Its answer then goes to' in ada.get(HOME).text


@pytest.mark.parametrize('who', ['dora@clinic.test', 'weber@clinic.test', 'ada@clinic.test'])
def test_who_works_here_sees_on_the_visit_that_its_mail_was_given_up(cast, at, shell, who):
    number = book(PETRA, at('10:00', 1))
    shell("UPDATE notifications SET state = 'failed', last_code = 550, last_answer = '5.1.1 No <such> account'")
    page = signed_in(who).get(f'/appointments/{number}')

    assert 'The patient may not have received this e-mail' in page.text
    assert 'could not be delivered' in page.text and '550 5.1.1 No &lt;such&gt; account' in page.text
    assert 'could not be delivered' not in signed_in('petra@mail.test').get(f'/appointments/{number}').text


# ---- mail is switched on: what waits from before is asked about


@pytest.fixture
def switched_on(cast, at, shell):
    """A clinic that worked without a mail server for three weeks, and has had one from now on."""
    old = book(PETRA, at('10:00', 25))
    shell("UPDATE notifications SET created_utc = created_utc - INTERVAL 1 DAY")
    worker.note_server()
    clock.freeze(clock.now_utc() + timedelta(days=20))
    worker.note_server()
    new = book(PETRA, at('10:00', 24))
    return old, new


def test_weeks_old_mail_does_not_go_out_when_mail_is_switched_on(switched_on, ada, shell):
    with mail_server() as server:
        worker.note_server()
        send()
        assert [message['Subject'] for message in server.messages()] == ['Your visit is booked']
        page = ada.get(HOME)
        assert '1 older e-mail is waiting' in page.text and 'Waiting for your decision:' in page.text
        worker.note_server()                         # the program starts again, and nobody has decided yet
        send()
        assert len(server.taken) == 1 and 'waiting for your decision</h2>' in ada.get(HOME).text


@pytest.mark.parametrize(('choice', 'state'), [('send', 'sent'), ('drop', 'cancelled')])
def test_an_admin_decides_what_becomes_of_it(switched_on, ada, shell, choice, state):
    with mail_server():
        worker.note_server()
        ada.get(HOME)
        page = ada.submit(f'{HOME}/held', held=choice)
        assert page.status == 200 and 'waiting for your decision</h2>' not in page.text
        send()

    assert shell('SELECT state FROM notifications ORDER BY created_utc') == [(state,), ('sent',)]
    assert shell("SELECT COUNT(*) FROM audit_log WHERE action LIKE 'held mail%%'") == [(1,)]


def test_a_choice_that_is_none_is_refused(switched_on, ada, shell):
    with mail_server():
        worker.note_server()
        ada.get(HOME)
        page = ada.submit(f'{HOME}/held', held='burn')

    assert page.status == 422 and 'Please choose one' in page.text
    assert shell("SELECT COUNT(*) FROM notifications WHERE state = 'pending'") == [(2,)]


def test_only_mail_that_is_of_use_is_counted_and_none_is_held_where_all_is_of_today(switched_on, ada, at, shell):
    old, _ = switched_on
    scheduling.move(DORA, old, Wanted(starts_at=at('11:00', 28)))
    with mail_server():
        worker.note_server()
        assert 'waiting for your decision</h2>' not in ada.get(HOME).text


def test_a_server_that_was_away_for_weeks_is_no_server_that_was_switched_on(cast, at, shell):
    with mail_server('refused') as server:
        worker.note_server()
        book(PETRA, at('10:00', 25))
        clock.freeze(clock.now_utc() + timedelta(days=20))
        worker.note_server()
        server.controller.start()
        try:
            send()
        finally:
            server.controller.stop(no_assert=True)
        assert len(server.taken) == 1
