"""Reminders: due by the clinic's lead time, once for each version of a visit, only while it stands."""

import threading
import time
from collections import Counter
from datetime import datetime, timedelta

import pytest

from app import clock, config
from app.mail import letter, reminders, worker
from app.mail.smtp import Conversation, Limits
from app.visits import scheduling
from app.visits.wanted import Wanted
from tests.support import visits
from tests.support.mail_server import mail_server, send
from tests.support.people import DORA, PETRA
from tests.support.processes import command


@pytest.fixture
def book(cast, at, shell):
    """book('10:00', 3) → Petra's visit with Dr. Weber on Thursday at ten."""
    shell('UPDATE settings SET cancel_deadline_minutes = 60')

    def booked(time, days):
        return visits.book(PETRA, at(time, days))
    return booked


def queued(shell):
    return [row[0] for row in shell("SELECT dedupe_key FROM notifications WHERE kind = 'reminder' ORDER BY 1")]


def test_a_reminder_is_queued_when_its_lead_time_comes_and_never_twice(book, shell, at):
    number = book('10:00', 3)
    clock.freeze(clock.to_utc(at('09:59', 2)))
    assert reminders.queue() == 0
    clock.freeze(clock.to_utc(at('10:00', 2)))

    assert [reminders.queue() for _ in range(3)] == [1, 0, 0]
    assert queued(shell) == [f'visit:{number}:v0:reminder:patient']
    shell('UPDATE settings SET reminder_lead_minutes = 120')
    clock.freeze(clock.to_utc(at('08:30', 3)))
    assert reminders.queue() == 0


def test_a_reminder_moves_with_its_visit(book, shell, at):
    number = book('10:00', 3)
    clock.freeze(clock.to_utc(at('10:30', 2)))
    assert reminders.queue() == 1
    scheduling.move(PETRA, number, Wanted(starts_at=at('10:00', 7)))
    with mail_server() as server:
        send()
        clock.freeze(clock.to_utc(at('10:30', 6)))
        send()

    assert [message['Subject'] for message in server.messages()] == \
        ['Your visit was changed', 'A reminder of your visit']
    assert shell("SELECT version, state FROM notifications WHERE kind = 'reminder' ORDER BY version") == \
        [(0, 'expired'), (1, 'sent')]


def test_a_visit_that_no_longer_stands_is_not_reminded_of(book, shell, at):
    gone, late = book('10:00', 3), book('11:00', 3)
    clock.freeze(clock.to_utc(at('11:30', 2)))
    assert reminders.queue() == 2
    scheduling.cancel(PETRA, gone)
    shell("UPDATE appointments SET status = 'arrived' WHERE appointment_id = %s", late)
    with mail_server() as server:
        send()

    assert 'A reminder of your visit' not in [message['Subject'] for message in server.messages()]


def test_who_books_within_the_lead_time_is_not_reminded_at_once(book, shell, at):
    clock.freeze(clock.to_utc(at('11:00', 0)))
    book('10:00', 1)

    assert reminders.queue() == 0


def test_nobody_is_reminded_without_a_lead_time_or_an_address(book, shell, at):
    book('10:00', 3)
    clock.freeze(clock.to_utc(at('11:30', 2)))
    shell('UPDATE settings SET reminder_lead_minutes = 0')
    assert reminders.queue() == 0
    shell('UPDATE settings SET reminder_lead_minutes = 1440')
    shell('UPDATE appointments SET patient_id = 5')

    assert reminders.queue() == 0




@pytest.fixture
def book_unticked(cast, at):
    """A visit of Petra's that the desk books without telling her by mail."""
    def booked(time, days):
        return visits.book(DORA, at(time, days), tell_patient=False)
    return booked


@pytest.mark.parametrize('days', [0, 3])
def test_a_visit_that_the_desk_booked_without_mail_is_not_reminded_of(book_unticked, shell, at, days):
    book_unticked('10:00', days)
    if days:
        clock.freeze(clock.to_utc(at('10:30', days - 1)))

    assert reminders.queue() == 0
    assert shell('SELECT kind, state, last_answer FROM notifications') == \
        [('reminder', 'cancelled', 'The desk chose to send no mail about this visit.')]


def test_a_move_that_is_told_by_mail_brings_the_reminder_back_and_one_that_is_not_takes_it(book_unticked, shell, at):
    number = book_unticked('10:00', 3)
    scheduling.move(DORA, number, Wanted(starts_at=at('10:00', 7)))
    clock.freeze(clock.to_utc(at('10:30', 6)))
    assert reminders.queue() == 1
    scheduling.move(DORA, number, Wanted(starts_at=at('10:00', 8), tell_patient=False))
    clock.freeze(clock.to_utc(at('10:30', 7)))

    assert reminders.queue() == 0


@pytest.mark.parametrize(('told', 'reminded'), [(True, 1), (False, 0)])
def test_who_sees_the_patient_does_not_change_whether_they_are_reminded(cast, at, told, reminded):
    number = visits.book(DORA, at('10:00', 3), tell_patient=told)
    scheduling.move(DORA, number, Wanted(staff_id=2, tell_patient=False))
    clock.freeze(clock.to_utc(at('10:30', 2)))

    assert reminders.queue() == reminded


@pytest.mark.parametrize(('now', 'starts_at', 'change'), [
    ('2026-10-24T12:00', '2026-10-25T10:00', 'back'), ('2026-10-24T12:00', '2026-10-25T01:30', 'back, before it'),
    ('2026-10-24T12:00', '2026-10-25T02:30', 'back, in the hour that comes twice'),
    ('2027-03-27T12:00', '2027-03-28T10:00', 'forward'), ('2027-03-27T12:00', '2027-03-28T01:30', 'forward, before it'),
])
def test_a_reminder_is_of_use_until_its_visit_begins_also_where_clocks_change(cast, shell, now, starts_at, change):
    clock.freeze(clock.to_utc(datetime.fromisoformat(now)))
    start = datetime.fromisoformat(starts_at)
    shell('INSERT INTO appointments (patient_id, staff_id, service_id, starts_at, ends_at, created_utc) '
          'VALUES (1, 1, 1, %s, %s, "2026-01-01")', start, start + timedelta(minutes=30))

    assert reminders.queue() == 1
    assert shell('SELECT expires_utc FROM notifications') == [(clock.to_utc(start),)]
    assert reminders.queue() == 0


def test_a_reminder_that_could_not_go_out_ends_when_the_visit_begins(book, shell, at):
    book('10:00', 3)
    clock.freeze(clock.to_utc(at('11:30', 2)))
    worker.tidy()
    clock.freeze(clock.to_utc(at('10:00', 3)))
    worker.tidy()

    assert shell("SELECT state FROM notifications WHERE kind = 'reminder'") == [('expired',)]


def test_the_command_remind_says_how_many(server):
    config.use(server)

    said = command(server.local_dir, 'remind', DB_SOCKET=server.db_socket, DB_NAME=server.db_name, DB_USER='root',
                   CLINIC_TIMEZONE='Europe/Berlin')
    assert (said.returncode, said.stdout) == (0, '0 reminders queued.\n'), said.stderr


def ten_thousand_visits(shell):
    """Visits of five minutes, back to back from Tuesday on, with two people and two patients."""
    for staff, patient in ((1, 1), (2, 3)):
        shell('INSERT INTO appointments (patient_id, staff_id, service_id, starts_at, ends_at, created_utc) '
              'SELECT %s, %s, 1, day + INTERVAL minute MINUTE, day + INTERVAL minute + 5 MINUTE, "2026-01-01" '
              'FROM calendar JOIN spans ON length = 1435 WHERE day BETWEEN "2026-06-02" AND "2026-06-19" '
              'ORDER BY day, minute LIMIT 5000', patient, staff)
    shell('UPDATE settings SET reminder_lead_minutes = 43200')


def test_ten_thousand_reminders_are_queued_at_once_and_sent_once_each_by_four_workers(cast, shell, monkeypatch):
    ten_thousand_visits(shell)
    started = time.perf_counter()
    assert reminders.queue() == 10_000
    assert time.perf_counter() - started < 10
    assert reminders.queue() == 0
    # a fifth of them is enough for the workers, who would take half a minute for all
    shell("UPDATE notifications SET state = 'cancelled' WHERE MOD(notification_id, 5) <> 0")
    taken = []

    class Recorded(Conversation):
        def send(self, recipient, message):
            taken.append(message)
            return 250, 'OK'

    # the email package takes milliseconds to write a mail, and this is not about that
    monkeypatch.setattr(letter, 'message', lambda mail, visit, about: mail['notification_id'])
    with mail_server('refused'):
        workers = [threading.Thread(target=worker.send_due, args=(Recorded(config.current(), Limits()),))
                   for _ in range(4)]
        for one in workers:
            one.start()
        for one in workers:
            one.join()

    assert set(Counter(taken).values()) == {1} and len(taken) == 2000
    assert shell('SELECT state, MAX(tries), COUNT(*) FROM notifications GROUP BY state ORDER BY 1') == \
        [('cancelled', 0, 8000), ('sent', 1, 2000)]


def test_reminders_look_at_no_more_than_the_lead_time(cast, shell):
    ten_thousand_visits(shell)
    shell('UPDATE settings SET reminder_lead_minutes = 1440')
    clock.freeze(clock.now_utc() + timedelta(days=2))

    assert reminders.queue() == 2 * 24 * 12 - 2        # in the last five minutes of each day there is none
