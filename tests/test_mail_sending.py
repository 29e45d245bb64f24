"""Sending, against real mail servers in every mood: each mail ends sent, failed or expired, as its answer deserves."""

import subprocess
from collections import Counter
from datetime import timedelta

import pytest

from app import clock, config, database
from app.mail import letter, outcomes
from app.mail.outcomes import Failed, judge
from tests.support.mail_server import QUICK, Server, configured, later, mail_server, queue, rounds, send, states

MAILS = 30
pytestmark = pytest.mark.usefixtures('cast')


def test_thirty_mails_go_out_over_two_connections(shell):
    with mail_server(sign_in=True) as server:
        queue(MAILS)
        send()

    assert states(shell) == {'sent': MAILS}
    assert sorted(to for to, _ in server.taken) == sorted(f'm{n}@mail.test' for n in range(MAILS))
    assert len(server.sign_ins) == 2                        # at most twenty mails each
    assert shell('SELECT DISTINCT tries, last_code, payload FROM notifications') == [(1, 250, None)]


@pytest.mark.parametrize('mood', ['421 greeting', '454 at sign-in', '535 at sign-in', 'daily limit'])
def test_what_is_about_us_pauses_the_queue_and_burns_no_try(shell, mood):
    with mail_server(mood, sign_in=True) as server:
        queue(MAILS)
        rounds(shell, 5)
        assert states(shell) == {'pending': MAILS}
        assert shell('SELECT MAX(tries) FROM notifications') == [(0,)]
        [(until, reason)] = shell('SELECT paused_until_utc, pause_reason FROM mail_queue')
        assert until and reason

        server.mood = 'kind'
        clock.freeze(max(until, clock.now_utc()))
        send()

    assert states(shell) == {'sent': MAILS}
    assert len(server.taken) == MAILS
    assert shell('SELECT DISTINCT tries FROM notifications') == [(1,)]


def test_a_paused_queue_is_left_alone(shell):
    with mail_server('535 at sign-in', sign_in=True) as server:
        queue(MAILS)
        for _ in range(5):
            send()

    assert len({data.login for _, data in server.sign_ins}) == 1
    assert len(server.sign_ins) <= 2                        # one conversation, which may try PLAIN and LOGIN


@pytest.mark.parametrize('mood', ['refused', 'hangs', 'a byte a second'])
def test_a_server_that_cannot_be_reached_is_tried_by_one_mail_a_minute(shell, mood):
    with mail_server(mood):
        queue(MAILS)
        send(QUICK)
        assert shell('SELECT SUM(tries) FROM notifications') == [(0,)]
        rounds(shell, 4)

        assert states(shell) == {'pending': MAILS}
        later(days=8)
        send(QUICK)
    assert states(shell) == {'expired': MAILS}


@pytest.mark.parametrize('mood', ['hangs', 'a byte a second'])
def test_a_server_that_comes_back_gets_everything(shell, mood):
    with mail_server(mood) as server:
        queue(MAILS)
        rounds(shell, 3)
        server.mood = 'kind'
        rounds(shell, 8)

    assert states(shell) == {'sent': MAILS}
    assert len(server.taken) == MAILS


def test_a_refused_connection_is_no_reason_to_give_up(shell):
    with mail_server('refused'):
        queue(3)
        rounds(shell, 30)

    assert states(shell) == {'pending': 3}
    assert shell('SELECT DISTINCT tries, last_code FROM notifications') == [(0, None)]
    assert shell('SELECT MIN(last_answer) FROM notifications') == [('Connection refused',)]


def test_mail_answered_by_450_waits_longer_and_longer_and_is_given_up(shell):
    with mail_server('450 at the recipient'):
        queue(6)
        send()
        waits = [wait for (wait,) in shell('SELECT TIMESTAMPDIFF(SECOND, %s, next_try_utc) FROM notifications',
                                           clock.now_utc())]
        assert all(48 <= wait <= 72 for wait in waits) and len(set(waits)) > 3
        rounds(shell, 400)

    assert states(shell) == {'failed': 6}
    assert shell('SELECT DISTINCT tries, last_code FROM notifications') == [(outcomes.MOST_TRIES, 450)]


def test_550_at_the_recipient_is_final_for_that_mail_alone(shell):
    with mail_server('550 at the recipient') as server:
        queue(outcomes.IN_A_ROW - 1)
        send()
        assert states(shell) == {'failed': outcomes.IN_A_ROW - 1}
        assert shell('SELECT DISTINCT tries, last_code, last_answer FROM notifications') == \
            [(1, 550, '5.1.1 The email account does not exist')]
        server.mood = 'kind'
        queue(1, first=9)
        send()

    assert states(shell) == {'failed': outcomes.IN_A_ROW - 1, 'sent': 1}


def test_a_lost_answer_gives_a_second_copy_with_the_same_message_id(shell):
    with mail_server('cut after the final dot') as server:
        queue(MAILS)
        send(QUICK)
        assert states(shell) == {'pending': MAILS}
        lost = len(server.taken)
        assert lost == outcomes.IN_A_ROW                    # then the queue pauses: the others get no copy
        server.mood = 'kind'
        rounds(shell, 40)

    assert states(shell) == {'sent': MAILS}
    copies = Counter((to, message['Message-ID']) for (to, _), message in
                     zip(server.taken, server.messages(), strict=True))
    assert sorted(copies.values()) == [1] * (MAILS - lost) + [2] * lost
    assert len({to for to, _ in copies}) == len({message_id for _, message_id in copies}) == MAILS


def test_what_somebody_waits_for_goes_before_reminders(shell, monkeypatch):
    monkeypatch.setattr(letter, 'message', lambda mail, visit, about: b'Subject: short\r\n\r\n')
    queue(50)
    shell("UPDATE notifications SET kind = 'reminder', next_try_utc = next_try_utc - INTERVAL 1 HOUR")
    queue(1)
    shell("UPDATE notifications SET recipient = 'first@mail.test' WHERE kind <> 'reminder'")
    with mail_server() as server:
        send()

    assert server.taken[0][0] == 'first@mail.test' and len(server.taken) == 51


def test_a_mail_that_another_worker_has_just_put_off_is_not_taken(shell):
    queue(1)
    [(mail, )] = shell('SELECT notification_id FROM notifications')
    shell('UPDATE notifications SET next_try_utc = next_try_utc + INTERVAL 1 MINUTE')
    taken = {'notification_id': mail, 'lease_until_utc': clock.now_utc() + timedelta(minutes=5), 'message_id': '<a@b>'}

    assert not database.change('notifications/claim', now_utc=clock.now_utc(), **taken)
    assert database.change('notifications/claim', now_utc=clock.now_utc() + timedelta(minutes=1), **taken)


def test_a_lease_that_ran_out_is_nobodys(shell):
    queue(2)
    shell("UPDATE notifications SET state = 'sending', tries = 1, lease_until_utc = %s", clock.now_utc())
    shell('UPDATE notifications SET tries = %s ORDER BY notification_id LIMIT 1', outcomes.MOST_TRIES)
    with mail_server() as server:
        send()

    assert states(shell) == {'sent': 1, 'failed': 1}
    assert len(server.taken) == 1


def test_who_comes_back_after_the_lease_changes_nothing(shell):
    queue(1)
    [(mail, )] = shell('SELECT notification_id FROM notifications')
    lease = clock.now_utc() + timedelta(minutes=5)
    shell("UPDATE notifications SET state = 'sending', lease_until_utc = %s", lease + timedelta(minutes=1))

    for _ in range(2):
        assert not database.change(
            'notifications/finish', notification_id=mail, lease_until_utc=lease, state='failed', uncounted=0,
            next_try_utc=lease, last_code=None, last_answer='late', sent_utc=None, recipient='x@mail.test', doubted=0,
            unanswered=0)
    assert states(shell) == {'sending': 1}


@pytest.mark.parametrize(('stage', 'code', 'answer', 'state', 'pauses', 'counts'), [
    ('connect', None, 'Connection refused', 'pending', True, False),
    ('sender', None, 'Connection unexpectedly closed', 'pending', True, False),
    ('recipient', None, 'Connection unexpectedly closed', 'pending', False, True),
    ('answer', None, 'Connection unexpectedly closed', 'pending', False, True),
    ('content', None, 'Connection unexpectedly closed', 'pending', False, True),
    ('connect', 421, '4.7.0 Try later', 'pending', True, False),
    ('recipient', 421, '4.3.0', 'pending', False, True),
    ('content', 454, '4.7.0 Rate exceeded', 'pending', True, True),
    ('sender', 452, '4.3.1 Insufficient system storage', 'pending', True, False),
    ('sign_in', 454, '4.7.0', 'pending', True, False),
    ('sign_in', 534, '5.7.9 Application-specific password required', 'pending', True, False),
    ('sign_in', 535, '5.7.8', 'pending', True, False),
    ('sender', 530, '5.7.0 Must issue a STARTTLS command first', 'pending', True, False),
    ('sender', 550, '5.4.5 Daily limit', 'pending', True, False),
    ('content', 550, '5.4.5 Daily user sending limit exceeded', 'pending', True, False),
    ('sender', 553, '5.1.8 Sender address rejected', 'pending', True, False),
    ('connect', 554, 'No SMTP service here', 'pending', True, False),
    ('settings', None, 'no STARTTLS', 'pending', True, False),
    ('recipient', 450, '4.2.1', 'pending', False, True),
    ('recipient', 451, '', 'pending', False, True),
    ('content', 452, '4.2.2', 'pending', False, True),
    ('recipient', 499, 'never heard of', 'pending', False, True),
    ('recipient', 550, '5.1.1', 'failed', False, True),
    ('recipient', 550, '5.2.1 Mailbox disabled', 'failed', False, True),
    ('recipient', 550, 'No such user', 'failed', False, True),
    ('recipient', 550, 'relay not permitted', 'pending', False, True),
    ('recipient', 550, '5.7.1', 'pending', False, True),
    ('answer', 550, '5.7.1 Daily limit', 'pending', False, True),
    ('content', 554, 'Transaction failed', 'pending', False, True),
    ('recipient', 553, '5.1.2', 'failed', False, True),
    ('sender', 552, '5.2.3 over quota', 'pending', True, False),
    ('content', 552, '5.3.4 too large', 'failed', False, True),
    ('content', 599, 'never heard of', 'failed', False, True),
])
def test_each_answer_of_a_server_has_one_outcome(stage, code, answer, state, pauses, counts):
    outcome = judge(Failed(stage, code, answer), tries=1)

    assert (outcome.state, bool(outcome.pause), outcome.counts) == (state, pauses, counts)


def test_after_the_last_try_a_mail_is_given_up():
    assert judge(Failed('recipient', 450, ''), outcomes.MOST_TRIES - 1).state == 'pending'
    assert judge(Failed('recipient', 450, ''), outcomes.MOST_TRIES).state == 'failed'


@pytest.fixture(scope='module')
def certificate(tmp_path_factory):
    """A certificate for another name that nobody has signed."""
    file = tmp_path_factory.mktemp('tls') / 'own.pem'
    subprocess.run(['openssl', 'req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=other',
                    '-keyout', file, '-out', f'{file}.crt'], check=True, capture_output=True)
    file.write_text(file.read_text() + (file.parent / 'own.pem.crt').read_text())
    return file


@pytest.mark.parametrize('trusted', [False, True])
def test_starttls_checks_the_certificate_before_the_password_is_said(shell, certificate, monkeypatch, trusted):
    if trusted:
        import ssl
        monkeypatch.setattr('app.mail.smtp.ssl.create_default_context', ssl._create_unverified_context)
    server = Server(certificate=certificate)
    config.use(configured(server, sign_in=True, smtp_security='starttls'))
    server.controller.start()
    try:
        queue(1)
        send()
    finally:
        server.controller.stop(no_assert=True)

    assert bool(server.sign_ins) == bool(server.taken) == trusted
    if not trusted:
        assert 'certificate cannot be trusted' in shell('SELECT last_answer FROM notifications')[0][0]


def test_no_starttls_means_no_password(shell):
    with mail_server(sign_in=True, smtp_security='starttls') as server:
        queue(1)
        send()

    assert not server.sign_ins and not server.taken
    assert 'STARTTLS' in shell('SELECT pause_reason FROM mail_queue')[0][0]
    assert states(shell) == {'pending': 1}


def test_tls_from_the_first_byte_never_falls_back(shell):
    with mail_server(sign_in=True, smtp_security='tls') as server:
        queue(1)
        send(QUICK)

    assert not server.sign_ins and not server.taken
    assert states(shell) == {'pending': 1}


def test_a_recipient_that_is_no_address_reaches_no_server(shell):
    queue(1)
    shell("UPDATE notifications SET recipient = 'bob, evil@y.test <b@x.test>'")
    with mail_server() as server:
        send()

    assert not server.taken
    assert 'not an address' in shell('SELECT last_answer FROM notifications')[0][0]
