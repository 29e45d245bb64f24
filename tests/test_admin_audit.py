"""The audit: acts on records and on visits in one list, latest first."""

import re

import pytest

from tests.support.people import PETRA
from tests.support.visits import book


@pytest.fixture
def acts(cast, shell):
    """Four acts: two on records (1 May, 20 May), two on a visit (21 May, 1 June)."""
    shell("INSERT INTO appointments (appointment_id, patient_id, staff_id, room_id, service_id, starts_at, ends_at, "
          "status, created_utc) VALUES (7, 1, 1, 1, 1, '2026-06-02 10:00', '2026-06-02 10:30', 'booked', '2026-05-01')")
    shell("INSERT INTO appointment_history (appointment_id, at_utc, user_id, action, from_status, to_status, details, "
          "overruled) VALUES (7, '2026-05-21 10:00', 5, 'booked', NULL, 'booked', '', 'notice: on the phone'), "
          "(7, '2026-06-01 05:00', 5, 'status', 'booked', 'no_show', '', '')")
    shell("INSERT INTO audit_log (at_utc, user_id, action, subject, subject_id, details, address) VALUES "
          "('2026-05-20 10:00', 1, 'account changed', 'users', 6, 'phone: – → 1', ''), "
          "('2026-04-30 22:30', NULL, 'room added', 'rooms', 2, 'Room <2>', '')")


def shown(page):
    return re.findall(r'<td data-label="Action">([^<]+)', page.text)


ALL = ['no show', 'booked', 'account changed', 'room added']


@pytest.mark.parametrize('query, found', [
    ('', ALL[:3]), ('from_day=', ALL), ('from_day=2026-05-20&until_day=2026-05-21', ['booked', 'account changed']),
    ('from_day=&until_day=2026-04-30', []),
    ('from_day=&until_day=2026-05-01', ['room added']),     # 22:30 UTC is the next day in Berlin
    ('person=dora', ['no show', 'booked']), ('person=ADA', ['account changed']), ('action=no-show', ['no show']),
    ('action=account', ['account changed']), ('subject=rooms', []), ('from_day=&subject=rooms', ['room added']),
    ('subject=appointments', ALL[:2]),
    ('subject=users&subject_id=6', ['account changed']), ('subject=appointments&subject_id=8', []),
    ('user_id=5', ['no show', 'booked']), ('user_id=1', ['account changed']), ('user_id=99', []),
    ('person=%25', []), ('person=nobody', []),
    ('person=d', ALL[:3]), ('user_id=5&person=dora', ALL[:2]),
    ('user_id=5&action=book', ['booked']),
])
def test_the_audit_is_searched_by_person_act_record_and_days(ada, acts, query, found):
    assert shown(ada.get(f'/admin/audit?{query}')) == found
    ada.get('/admin/audit?person=nobody&subject=rooms')
    assert shown(ada.get(f'/admin/audit?{query}')) == found


def test_records_are_named_and_linked(ada, acts):
    text = ada.get('/admin/audit?from_day=').text

    assert '<a href="/appointments/7">Visit 7</a>' in text
    assert '<a href="/admin/users/6">Account of Petra Patient</a>' in text
    assert 'Room 2' in text and 'Room &lt;2&gt;' in text
    assert 'Overridden: notice: on the phone' in text
    assert 'the program or a deleted account' in text


def test_pages_go_through_every_act_once_whatever_the_ties(ada, shell):
    shell("INSERT INTO audit_log (at_utc, user_id, action, subject, subject_id) SELECT '2026-05-31', 1, "
          "CONCAT('a', minute), IF(minute % 2, 'rooms', 'users'), 6 FROM spans WHERE length = 300")
    shell("INSERT INTO appointments (appointment_id, patient_id, staff_id, service_id, starts_at, ends_at, "
          "created_utc) VALUES (7, 1, 1, 1, '2026-06-02 10:00', '2026-06-02 10:30', '2026-05-01')")
    shell("INSERT INTO appointment_history (appointment_id, at_utc, action, to_status, details) "
          "SELECT 7, '2026-05-31', 'moved', 'booked', CONCAT('h', minute) FROM spans WHERE length = 300")

    pages = [ada.get(f'/admin/audit?from_day=2026-05-01&page={page}').text for page in (1, 2, 3, 4)]
    found = [entry for text in pages[:3]
             for entry in re.findall(r'(?:<td data-label="Action">|<span>)([ah]\d+)\b', text)]
    assert len(found) == len(set(found)) == 120
    assert 'rel="next"' in pages[1] and 'rel="next"' not in pages[2]
    assert pages[3].count('data-label="Action"') == 20 and 'rel="prev"' in pages[3]       # the last there is


@pytest.mark.parametrize('query, field', [
    ('from_day=x', 'from_day'), ('until_day=2026-13-01', 'until_day'), ('subject=gods', 'subject'),
    ('from_day=2026-06-02&until_day=2026-06-01', 'until_day'), ('person=' + 'x' * 101, 'person'),
])
def test_a_filter_that_makes_no_sense_is_said_beside_it(ada, acts, query, field):
    page = ada.get(f'/admin/audit?{query}')

    assert page.status == 422 and f'id="{field}-error"' in page.text


def test_a_booking_stands_in_the_audit(ada, at):
    book(PETRA, at('10:00', 1))

    assert shown(ada.get('/admin/audit')) == ['booked']
