"""Sending through a real mail server, Debian's exim, that answers, breaks off, thinks and is away as servers do.

What must come out of it: no mail that could still be delivered is given up, no recipient stops another's mail, and
none goes out twice.
"""

from collections import Counter
from datetime import timedelta

import pytest

from app import clock, config, database
from app.mail import outbox, try_out
from app.mail.outcomes import Failed
from app.mail.smtp import Limits
from tests.support.exim import exim
from tests.support.mail_server import later, queue, rounds, send, states
from tests.support.people import DORA, PETRA
from tests.support.visits import book

THREE_DAYS = 3 * 24 * 60
SHORT = Limits(connect=10, reply=10, whole=15, answer=10)
pytestmark = pytest.mark.usefixtures('cast')


def people(number):
    return sorted(f'm{n}@mail.test' for n in range(number))


def minutes_go_by(number, step):
    """Work through so many minutes as a worker would, looking every `step`."""
    for _ in range(number // step):
        later(minutes=step)
        send(SHORT)


def for_weeks(shell):
    """Let the mails that wait be of use for long, as those about a visit next month are."""
    shell('UPDATE notifications SET expires_utc = expires_utc + INTERVAL 30 DAY')


def test_mail_goes_out_over_as_few_connections_as_may_be(shell):
    with exim(sign_in=True) as server:
        queue(30)
        send()
        assert sorted(server.taken()) == people(30)
    assert states(shell) == {'sent': 30}


# ---- a server that does not want us, or is away: no mail loses a try, nothing is given up


@pytest.mark.parametrize('answers', [
    {'connect': '421 4.3.2 Service shutting down'}, {'connect': '554 5.7.1 No service for you'},
    {'helo': 'cut'}, {'auth': '454 4.7.0 Temporary authentication failure'},
    {'mail': '452 4.3.1 Disk full'}, {'mail': '550 5.7.1 Not your address'}, {'mail': 'cut'},
    {'recipient': '550 relay not permitted'}, {'recipient': '550 5.1.1 User unknown'}, {'recipient': '421 4.7.0 Later'},
    {'recipient': '450 4.2.1 Too quickly'}, {'recipient': 'cut'}, {'predata': 'cut'}, {'data': 'cut'},
    {'data': '550 5.4.5 Daily sending limit exceeded'}, {'data': '550 5.7.1 Daily message limit reached'},
    {'data': '454 4.7.0 Rate exceeded'},
], ids=lambda answers: ' '.join(f'{stage} {said}' for stage, said in answers.items()))
def test_after_three_days_of_refusing_everybody_every_mail_goes_out_once(shell, answers):
    with exim(sign_in=True) as server:
        queue(8)
        for_weeks(shell)
        server.answers(**answers)
        send(SHORT)
        minutes_go_by(THREE_DAYS, step=480)
        assert server.taken() == []
        assert not states(shell).get('failed'), shell('SELECT state, tries, doubt, last_answer FROM notifications')

        server.answers()
        minutes_go_by(THREE_DAYS, step=720)
        assert states(shell) == {'sent': 8}
        assert sorted(server.taken()) == people(8)


def test_a_server_away_for_three_days_finds_all_mail_waiting(shell):
    with exim(listening=False) as server:
        queue(20)
        for_weeks(shell)
        minutes_go_by(THREE_DAYS, step=360)
        assert states(shell) == {'pending': 20}
        assert shell('SELECT MAX(tries) FROM notifications') == [(0,)]

        server.open()
        later(minutes=15)
        send()
        assert sorted(server.taken()) == people(20)
    assert states(shell) == {'sent': 20}


@pytest.mark.parametrize(('changed', 'reason'), [
    ({'smtp_security': 'starttls', 'tls': True}, 'certificate cannot be trusted'),
    ({'smtp_password': 'pässword'}, 'SMTP_PASSWORD'),
    ({'smtp_host': 'mail.invalid'}, 'cannot be reached'),
    ({'smtp_password': 'another'}, 'refuses our user name or password'),
])
def test_settings_that_are_wrong_for_two_days_lose_nothing(shell, changed, reason):
    with exim(sign_in=True, **changed) as server:
        queue(3)
        minutes_go_by(2 * 24 * 60, step=960)
        assert states(shell) == {'pending': 3} and shell('SELECT MAX(tries) FROM notifications') == [(0,)]
        assert reason in shell('SELECT pause_reason FROM mail_queue')[0][0]
        assert server.taken() == []


def test_pauses_grow_while_nothing_helps_and_begin_anew_after_a_success(shell):
    lengths = []
    with exim() as server:
        queue(1)
        server.answers(mail='421 4.7.0 Later')
        for _ in range(8):
            send()
            [(until,)] = shell('SELECT paused_until_utc FROM mail_queue')
            lengths.append((until - clock.now_utc()).total_seconds())
            clock.freeze(until)
        server.answers()
        send()
        queue(1, first=1)
        server.answers(mail='421 4.7.0 Later')
        send()

    assert lengths[0] <= 30 and lengths == sorted(lengths) and lengths[-1] == lengths[-2] <= 15 * 60
    assert shell('SELECT paused_until_utc FROM mail_queue')[0][0] - clock.now_utc() == timedelta(seconds=lengths[0])


# ---- refused by the server, or by the recipient?


def test_five_recipients_refused_in_a_row_pause_the_queue_and_none_is_given_up(shell):
    with exim() as server:
        queue(12)
        server.answers(recipient='550 5.1.1 User unknown')
        send()
        assert states(shell) == {'pending': 12} and shell('SELECT MAX(tries) FROM notifications') == [(0,)]
        assert 'refuses one mail after another' in shell('SELECT pause_reason FROM mail_queue')[0][0]
        assert server.log().count('rejected RCPT') == 5

        rounds(shell, 6, SHORT)
        assert server.log().count('rejected RCPT') <= 11        # one mail at each pause's end
        assert states(shell) == {'pending': 12}

        server.answers()
        rounds(shell, 6, SHORT)
        assert sorted(server.taken()) == people(12)
    assert states(shell) == {'sent': 12}


def test_five_addresses_that_are_no_more_hold_up_nobody_for_long(shell, monkeypatch):
    monkeypatch.setattr('app.mail.worker.random.shuffle', lambda _mails: None)     # all five come first
    with exim() as server:
        queue(25)
        server.answers(**{f'recipient-m{n}': '550 5.1.1 User unknown' for n in range(5)})
        started = clock.now_utc()
        send(SHORT)
        assert shell('SELECT pauses FROM mail_queue') == [(1,)] and states(shell) == {'pending': 25}
        rounds(shell, 12, SHORT)
        assert sorted(server.taken()) == sorted(f'm{n}@mail.test' for n in range(5, 25))
        assert states(shell) == {'sent': 20, 'failed': 5}
        assert clock.now_utc() - started < timedelta(minutes=30)
        assert shell("SELECT COUNT(*) FROM notifications WHERE last_code = 550") == [(5,)]


def test_four_addresses_that_are_no_more_are_given_up_at_once(shell, caplog):
    with exim() as server:
        queue(4)
        server.answers(recipient='550 5.1.1 User unknown')
        send()
    assert states(shell) == {'failed': 4}
    assert 'is given up' in caplog.text and 'm0@mail.test' not in caplog.text


@pytest.mark.parametrize('said', [
    '421 4.7.0 Come back later', '450 4.2.1 Too quickly', '452 4.2.2 Mailbox full', '454 4.7.1 Relay access denied',
    '550 5.1.1 No such account', '550 5.7.1 Recipient limit', '550 5.4.5 Limit', '550 relay not permitted', 'cut',
    'wait 2'])
def test_one_recipient_stops_nobody_elses_mail(shell, said):
    limits = SHORT._replace(reply=1) if said.startswith('wait') else SHORT
    with exim() as server:
        queue(6)
        server.answers(**{'recipient-m0': said})
        started = clock.now_utc()
        for _ in range(2):
            send(limits)
            later(minutes=5)
        queue(5, first=6)
        rounds(shell, 4, limits)
        assert sorted(server.taken()) == sorted(f'm{n}@mail.test' for n in range(1, 11))
    [(slowest,)] = shell('SELECT MAX(sent_utc) FROM notifications')
    assert slowest - started < timedelta(hours=3)


# ---- how fast, how often, how long


def test_too_many_mails_in_one_connection_is_a_reason_to_open_another(shell):
    with exim(more='smtp_accept_max_per_connection = 3') as server:
        queue(11)
        send()
        assert states(shell) == {'sent': 11}
        assert sorted(server.taken()) == people(11)
    assert shell('SELECT paused_until_utc, pauses FROM mail_queue') == [(None, 0)]


def test_a_rate_that_a_connection_has_exceeded_is_a_reason_to_open_another(shell):
    with exim(most_in_one=3) as server:
        queue(11)
        send()
        assert states(shell) == {'sent': 11}
        assert server.log().count('454 4.7.0 Rate exceeded') == 3
    assert shell('SELECT paused_until_utc FROM mail_queue') == [(None,)]


def test_a_rate_of_our_own_is_kept(shell, monkeypatch):
    waits = []
    monkeypatch.setattr('app.mail.worker.wait', lambda _stopping, seconds: waits.append(seconds))
    with exim(smtp_per_minute=30):
        queue(3)
        send()
    assert states(shell) == {'sent': 3} and waits == [2, 2, 2]


def test_a_server_that_thinks_longer_than_for_other_answers_gets_its_time_after_the_final_dot(shell):
    with exim() as server:
        queue(1)
        server.answers(data='wait 5')
        send(Limits(connect=10, reply=4, whole=4, answer=20))
        assert server.taken() == people(1)
    assert states(shell) == {'sent': 1}


def test_a_mail_whose_answer_never_comes_goes_out_five_times_at_most(shell):
    hasty = SHORT._replace(answer=0.2)
    with exim() as server:
        queue(1)
        for_weeks(shell)
        server.answers(data='wait 30')
        send(hasty)
        assert shell('SELECT state, unanswered FROM notifications') == [('pending', 1)]
        [(again,)] = shell('SELECT next_try_utc FROM notifications')
        assert again - clock.now_utc() > timedelta(minutes=10)
        rounds(shell, 12, hasty)
    assert shell('SELECT state, unanswered FROM notifications') == [('failed', 5)]
    assert 'may have arrived' in shell('SELECT last_answer FROM notifications')[0][0]


def test_the_lease_is_longer_than_the_longest_conversation():
    from app.mail.worker import LEASE
    limits = Limits()
    assert limits.answer >= 600
    assert timedelta(seconds=2 * (2 * limits.whole) + limits.answer) < LEASE


# ---- whose address


def test_mail_about_a_visit_goes_to_the_address_that_is_right_when_it_is_sent(shell, at):
    book(PETRA, at('10:00', 3))
    shell("UPDATE users SET email = 'petra.new@mail.test' WHERE user_id = 6")
    with exim() as server:
        send()
        assert server.taken() == ['petra.new@mail.test']
    assert shell("SELECT recipient FROM notifications WHERE audience = 'patient'") == [('petra.new@mail.test',)]


def test_mail_to_staff_follows_their_address_too(shell, at):
    shell('UPDATE staff SET wants_mail = TRUE')
    book(PETRA, at('10:00', 3))
    [(user_id,)] = shell('SELECT user_id FROM staff WHERE staff_id = 1')
    shell("UPDATE users SET email = 'new@clinic.test' WHERE user_id = %s", user_id)
    with exim() as server:
        send()
        assert sorted(server.taken()) == ['new@clinic.test', 'petra@mail.test']


def test_mail_to_who_gave_a_visit_away_follows_their_address(shell, at):
    shell('UPDATE staff SET wants_mail = TRUE')
    number = book(PETRA, at('10:00', 3))
    shell('DELETE FROM notifications')
    with database.transaction() as tx:
        outbox.queue_visit(tx, 'moved', number, at('10:00', 3), tell_patient=False, former_staff_id=2)
    [(user_id,)] = shell('SELECT user_id FROM staff WHERE staff_id = 2')
    shell("UPDATE users SET email = 'former@clinic.test' WHERE user_id = %s", user_id)
    with exim() as server:
        send()
        assert 'former@clinic.test' in server.taken()


def test_a_patient_without_an_address_any_more_gets_none(shell, at):
    shell("INSERT INTO patients (patient_id, full_name, email, relation, created_utc) "
          "VALUES (77, 'Paul Paper', 'paul@mail.test', 'self', '2026-01-01')")
    book(DORA, at('10:00', 3), patient_id=77)
    shell('UPDATE patients SET email = NULL WHERE patient_id = 77')
    with exim() as server:
        send()
        assert server.taken() == []
    assert 'no e-mail address' in shell("SELECT last_answer FROM notifications WHERE state = 'expired'")[0][0]


@pytest.mark.parametrize('kind', ['account_created', 'password_reset'])
def test_a_one_time_link_never_goes_to_an_address_that_was_left(shell, kind):
    from app.accounts import one_time_links
    with database.transaction() as tx:
        token = one_time_links.make(tx, 6, 'reset')
        outbox.queue_account(tx, kind, 6, 'petra@mail.test', token, clock.now_utc() + timedelta(hours=1))
    shell("UPDATE users SET email = 'petra.new@mail.test' WHERE user_id = 6")
    with exim() as server:
        send()
        assert server.taken() == []
    assert shell('SELECT state, payload FROM notifications') == [('expired', None)]


def test_what_an_address_was_changed_to_is_told_to_the_old_one_on_purpose(shell):
    with database.transaction() as tx:
        for recipient in ('petra@mail.test', 'petra.new@mail.test'):
            outbox.queue_account(tx, 'address_changed', 6, recipient)
        outbox.queue_account(tx, 'password_changed', 6, 'petra@mail.test')
    shell("UPDATE users SET email = 'petra.new@mail.test' WHERE user_id = 6")
    with exim() as server:
        send()
        assert Counter(server.taken()) == {'petra.new@mail.test': 2, 'petra@mail.test': 1}


# ---- what the shell is told


def test_the_check_asks_for_a_sender_and_a_recipient_and_sends_nothing():
    with exim() as server:
        said = try_out.ask(config.current(), SHORT)
        assert said == 'To desk@clinic.test it said: 250 Accepted. It takes mail to other domains too.'
        assert '<=' not in server.log()


@pytest.mark.parametrize('answers', [
    {'mail': '550 5.7.1 Not your address'}, {'recipient': '550 5.1.1 User unknown'}, {'recipient': '421 Later'},
    {'recipient-test': '550 relay not permitted'}, {'recipient-test': '554 5.7.1 <x>: Relay access denied'},
    {'recipient-test': 'cut'}])
def test_the_check_finds_a_server_that_refuses_after_signing_in(answers):
    with exim() as server:
        server.answers(**answers)
        with pytest.raises(Failed, match='sender|recipient'):
            try_out.ask(config.current(), SHORT)


def test_an_example_that_is_no_mailbox_is_no_fault_of_the_server():
    with exim() as server:
        server.answers(**{'recipient-test': '556 5.1.10 Recipient address has null MX'})
        assert 'no mailbox: 556 5.1.10' in try_out.ask(config.current(), SHORT)
