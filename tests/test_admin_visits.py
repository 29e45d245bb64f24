"""The list of all visits: every filter, pages, links, and what a large clinic costs."""

import csv
import io
import re

import pytest

from app import database
from app.routes.admin import visits as visits_page
from app.visits import scheduling
from tests.support.people import ADA
from tests.support.visits import book


@pytest.fixture
def visits(cast, at, shell):
    """Tuesday Petra with Weber, Wednesday Pia with Okafor (cancelled), Thursday Paul with Weber; in May Olga."""
    asked = [(1, 1, '10:00', 1), (2, 2, '10:00', 2), (3, 1, '11:00', 3)]
    keys = [book(ADA, at(time, days), patient_id=patient_id, staff_id=staff_id)
            for patient_id, staff_id, time, days in asked]
    scheduling.cancel(ADA, keys[1])
    shell("INSERT INTO appointments (patient_id, staff_id, room_id, service_id, starts_at, ends_at, status, "
          "created_utc) VALUES (5, 2, 3, 1, '2026-05-20 10:00', '2026-05-20 10:30', 'booked', '2026-05-01')")
    return keys


def names(page):
    return re.findall(r'<td class="long" data-label="Patient">([^<]+)', page.text)


@pytest.mark.parametrize('query, found', [
    ('', ['Petra Patient', 'Pia Patient', 'Paul Patient']),
    ('from_day=&until_day=', ['Olga Onthephone', 'Petra Patient', 'Pia Patient', 'Paul Patient']),
    ('from_day=2026-06-03', ['Pia Patient', 'Paul Patient']),
    ('from_day=2026-06-02&until_day=2026-06-02', ['Petra Patient']),
    ('staff_id=1', ['Petra Patient', 'Paul Patient']),
    ('room_id=3', ['Olga Onthephone']),
    ('status=cancelled', ['Pia Patient']),
    ('status=without_outcome', ['Olga Onthephone']),
    ('staff_id=1&status=cancelled', []),
    ('patient=p&staff_id=1&until_day=2026-06-02', ['Petra Patient']),
    ('patient=onthe', ['Olga Onthephone']),
    ('patient=030+555-03', ['Olga Onthephone']),
    ('patient=paul&status=booked', ['Paul Patient']),
    ('patient=paul&status=without_outcome', []),
    ('patient=%25', []),
    ('patient=_aul', []),
    ('patient=%5C', []),
])
def test_the_list_is_narrowed(ada, visits, query, found):
    page = ada.get(f'/admin/appointments?{query}')
    ada.get('/admin/appointments?from_day=2031-01-01&patient=x')

    assert names(page) == found
    assert names(ada.get(f'/admin/appointments?{query}')) == found
    assert f'{len(found)} visit' in page.text or not found


def test_each_visit_is_a_link_that_names_its_patient(ada, visits):
    page = ada.get('/admin/appointments')

    link = re.search(rf'<a href="/appointments/{visits[0]}">(.*?)</a>', page.text)[1]
    assert link == 'Tue 2 Jun 2026, 10:00<span class="visually-hidden">, Petra Patient</span>'


@pytest.mark.parametrize('query, field', [
    ('from_day=yesterday', 'from_day'), ('until_day=2026-02-30', 'until_day'), ('staff_id=x', 'staff_id'),
    ('room_id=-1', 'room_id'), ('status=gone', 'status'), ('patient=' + 'x' * 101, 'patient'),
    ('from_day=2026-06-02&until_day=2026-06-01', 'until_day'),
])
def test_a_filter_that_makes_no_sense_is_said_beside_it(ada, visits, query, field):
    page = ada.get(f'/admin/appointments?{query}')

    assert page.status == 422 and f'id="{field}-error"' in page.text


def test_a_long_list_comes_in_pages_that_keep_the_filter(ada, shell):
    shell("INSERT INTO appointments (patient_id, staff_id, service_id, starts_at, ends_at, status, created_utc) "
          "SELECT 1, 1, 1, day + INTERVAL 10 HOUR, day + INTERVAL 11 HOUR, 'booked', day FROM calendar "
          "WHERE day >= '2027-01-01' AND day < '2027-03-01'")

    page = ada.get('/admin/appointments?from_day=2027-01-01&staff_id=1')
    assert len(names(page)) == 50 and '59 visits' in page.text
    assert 'href="/admin/appointments?from_day=2027-01-01&amp;staff_id=1&amp;page=2"' in page.text
    assert len(names(ada.get('/admin/appointments?from_day=2027-01-01&staff_id=1&page=2'))) == 9


def test_counting_stops_where_nobody_pages_on(ada, shell):
    shell("INSERT INTO appointments (patient_id, staff_id, service_id, starts_at, ends_at, status, created_utc) "
          "SELECT 1, 1, 1, day + INTERVAL hours.minute * 12 MINUTE, day + INTERVAL hours.minute * 12 + 30 MINUTE, "
          "'cancelled', day FROM calendar JOIN spans AS hours ON hours.length = 60 "
          "WHERE day >= '2027-01-01' AND day < '2028-06-01'")

    page = ada.get('/admin/appointments?from_day=2027-01-01&page=9999')
    assert 'More than 5,000 visits' in page.text and 'Page 100 of 100' in page.text
    assert len(names(page)) == 50
    page = ada.get('/admin/appointments?from_day=2027-01-01&patient=petra')
    assert page.status == 422 and 'id="patient-error"' in page.text


@pytest.mark.parametrize('filters', [
    {}, {'staff_id': 1}, {'room_id': 1}, {'status': 'arrived'}, {'status': 'booked', 'staff_id': 1},
])
def test_common_filters_read_little_of_a_large_clinic(cast, shell, filters):
    """Counted in rows read by the server itself, over 20,000 past visits and a month to look at."""
    shell("INSERT INTO appointments (patient_id, staff_id, room_id, service_id, starts_at, ends_at, status, "
          "created_utc) SELECT 1, 1 + hours.minute DIV 5 % 2, 1 + hours.minute DIV 10 % 2, 1, "
          "day + INTERVAL hours.minute * 10 MINUTE, "
          "day + INTERVAL hours.minute * 10 + 30 MINUTE, IF(hours.minute = 55, 'no_show', 'cancelled'), day "
          "FROM calendar JOIN spans AS hours ON hours.length = 60 WHERE day >= '2021-06-01' AND day < '2026-06-01'")
    shell('ANALYZE TABLE appointments')
    params = {'from_day': '2026-05-01', 'until_day': '2026-06-01', 'staff_id': None, 'room_id': None, 'status': None,
              'open_at': None, 'limit': 50, 'offset': 0, **filters}
    with database.transaction() as tx:
        tx.rows('appointments/list_filtered', **params)
        before = handlers(tx)
        tx.rows('appointments/list_filtered', **params)
        read = handlers(tx) - before

    assert read < 3000


def handlers(tx):
    """How many rows this session's statements have read so far."""
    with tx.connection.cursor() as cursor:
        cursor.execute("SHOW SESSION STATUS LIKE 'Handler_read%'")
        return sum(int(value) for name, value in cursor.fetchall() if name != 'Handler_read_key')


@pytest.mark.parametrize('query, found', [
    ('', ['Petra Patient', 'Pia Patient', 'Paul Patient']),
    ('status=cancelled', ['Pia Patient']),
    ('patient=onthe&from_day=', ['Olga Onthephone']),
])
def test_the_list_is_a_csv_file_too(ada, visits, query, found):
    page = ada.get(f'/admin/appointments.csv?{query}')
    lines = list(csv.reader(io.StringIO(page.body.decode('utf-8-sig'))))

    assert page.headers['content-type'] == 'text/csv; charset=utf-8'
    assert [line[3] for line in lines[1:]] == found
    link = ada.get(f'/admin/appointments?{query}').text.partition('/admin/appointments.csv?')[2].partition('"')[0]
    assert ada.get(f'/admin/appointments.csv?{link.replace("&amp;", "&")}').body == page.body


def test_a_file_of_too_many_visits_is_refused(ada, visits, monkeypatch):
    monkeypatch.setattr(visits_page, 'MOST_IN_FILE', 2)

    assert ada.get('/admin/appointments.csv').status == 422
    assert ada.get('/admin/appointments.csv?status=cancelled').status == 200
