"""One mail, one worker: it is taken once, for the length of a lease, and queued once."""

from datetime import timedelta

import mysql.connector
import pytest

from app import clock, database
from tests.support.mail_server import queue

LEASE = timedelta(minutes=20)


def claim(notification_id):
    now_utc = clock.now_utc()
    return database.change('notifications/claim', notification_id=notification_id, now_utc=now_utc,
                           lease_until_utc=now_utc + LEASE, message_id='<o.1@clinic.test>')


def put_back():
    return database.change('notifications/release_leases', now_utc=clock.now_utc(), most_tries=12)


@pytest.fixture
def number(cast, shell):
    queue(1)
    return shell('SELECT notification_id FROM notifications')[0][0]


def test_a_mail_is_taken_by_one_worker(number):
    assert [claim(number), claim(number)] == [1, 0]


def test_a_mail_is_put_back_only_when_its_lease_is_over(number, shell):
    claim(number)
    assert put_back() == 0
    shell('UPDATE notifications SET lease_until_utc = %s', clock.now_utc())

    assert put_back() == 1
    assert claim(number) == 1


def test_a_mail_is_queued_once(number, shell):
    with pytest.raises(mysql.connector.IntegrityError, match='mail_is_queued_once'):
        shell("INSERT INTO notifications (dedupe_key, kind, recipient, next_try_utc, created_utc) "
              "SELECT dedupe_key, kind, recipient, next_try_utc, created_utc FROM notifications")
