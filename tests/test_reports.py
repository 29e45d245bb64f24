"""Reports: what they count, their charts, and their CSV files."""

import csv
import datetime as dt
import io
import re

import pytest

from app import clock, database
from app.reports import charts, reports
from app.visits import scheduling
from app.web import csv_files
from app.written import Written
from tests.conftest import MONDAY, connect
from tests.support.accounts import signed_in
from tests.support.people import ADA
from tests.support.statements import statements
from tests.support.visits import book

SUNDAY = MONDAY + dt.timedelta(days=6)
WEEK = '?from_day=2026-06-01&until_day=2026-06-07'


@pytest.fixture
def week(cast, shell, at):
    """A week with eight visits: five hold time, one is missed, two are cancelled; one of those lies a week later."""
    held = [book(ADA, at('09:00')), book(ADA, at('09:30'), patient_id=3),
            book(ADA, at('10:00', 1), patient_id=4, service_id=2), book(ADA, at('09:00', 2), patient_id=5, staff_id=2),
            book(ADA, at('08:00', 3), patient_id=5, staff_id=3, service_id=3)]
    missed, gone = book(ADA, at('14:00')), book(ADA, at('15:00', 4))
    scheduling.cancel(ADA, gone)
    scheduling.cancel(ADA, book(ADA, at('09:00', 7)))
    clock.freeze(clock.to_utc(at('20:00', 4)))
    scheduling.set_status(ADA, missed, 'no_show')
    for appointment_id in held[:3]:
        scheduling.set_status(ADA, appointment_id, 'completed')


def make(name, first=MONDAY, last=SUNDAY):
    return reports.make((name,), first, last, Written())[0]


def test_days_are_counted_and_days_without_a_visit_are_there(week):
    for _ in range(2):
        assert make('days')['rows'] == [
            [MONDAY, 2, 0, 1], [dt.date(2026, 6, 2), 1, 0, 0], [dt.date(2026, 6, 3), 1, 0, 0],
            [dt.date(2026, 6, 4), 1, 0, 0], [dt.date(2026, 6, 5), 0, 1, 0], [dt.date(2026, 6, 6), 0, 0, 0],
            [SUNDAY, 0, 0, 0]]
        assert make('days', MONDAY, MONDAY)['rows'] == [[MONDAY, 2, 0, 1]]


def test_weeks_begin_on_monday(week):
    assert make('weeks', dt.date(2026, 5, 31), dt.date(2026, 6, 8))['rows'] == [
        [dt.date(2026, 5, 25), 0, 0, 0], [MONDAY, 5, 1, 1], [dt.date(2026, 6, 8), 0, 1, 0]]


def test_statuses_add_up_to_all(week):
    assert make('statuses')['rows'] == [['Booked', 2, 28.6], ['Arrived', 0, 0.0], ['Completed', 3, 42.9],
                                        ['No-show', 1, 14.3], ['Cancelled', 1, 14.3]]


def test_cancellations_are_a_part_of_all_and_no_shows_of_those_due(week):
    found = make('missed')

    assert found['rows'] == [[MONDAY, 1, 14.3, 1, 25.0]]
    assert '1 of 7 visits were cancelled (14.3 %). 1 of 4 due visits were no-shows (25.0 %)' in found['note']


def test_staff_and_services_are_ranked_by_visits_with_the_hours_held(week):
    assert make('staff')['rows'] == [['Dr. Anna Weber', 3, 2.0], ['Dr. Ben Okafor', 1, 0.5], ['Nurse Lind', 1, 0.3]]
    assert make('services')['rows'] == [['Consultation', 3, 1.5], ['Blood test', 1, 0.3], ['Check-up', 1, 1.0]]


def test_the_share_of_no_shows_is_told_by_member_of_staff_and_by_service(week, shell):
    shell("UPDATE appointments SET status = 'no_show' WHERE service_id = 3")

    assert make('missed_staff')['rows'] == [['Nurse Lind', 1, 1, 100.0], ['Dr. Anna Weber', 1, 4, 25.0]]
    assert make('missed_services')['rows'] == [['Blood test', 1, 1, 100.0], ['Consultation', 1, 3, 33.3],
                                               ['Check-up', 0, 1, 0.0]]
    assert '2 of 5 due visits were no-shows (40.0 %)' in make('missed_services')['note']


def test_use_is_the_booked_part_of_the_working_hours(week):
    assert make('use')['rows'] == [['Everybody', 2.8, 90.0, 3.1], ['Dr. Anna Weber', 2.0, 35.0, 5.7],
                                   ['Nurse Lind', 0.3, 20.0, 1.7], ['Dr. Ben Okafor', 0.5, 35.0, 1.4]]


@pytest.fixture
def worked(cast, shell):
    """worked() → minutes that Dr. Weber works on the tests' Monday, 9 to 17 with a break at noon and one at three."""
    shell('DELETE FROM breaks')
    shell("DELETE FROM working_hours WHERE staff_id = 1")
    shell("INSERT INTO working_hours (working_hours_id, staff_id, weekday, starts_minute, ends_minute) "
          "VALUES (900, 1, 0, 540, 1020)")
    shell("INSERT INTO breaks (working_hours_id, starts_minute, ends_minute) VALUES (900, 720, 780), (900, 900, 915)")

    def ask():
        rows = database.rows('reports/report_working_minutes', from_day=MONDAY, end_day=MONDAY + dt.timedelta(days=1))
        return {row['staff_id']: int(row['minutes']) for row in rows}.get(1, 0)
    return ask


@pytest.mark.parametrize(('away', 'minutes'), [
    ([], 405),
    ([('2026-06-01 09:00', '2026-06-01 10:00')], 345),
    ([('2026-05-30 00:00', '2026-06-01 10:00')], 345),                          # since Saturday
    ([('2026-06-01 16:00', '2026-06-03 00:00')], 345),
    ([('2026-06-01 11:30', '2026-06-01 12:30')], 375),                          # half of it is the break
    ([('2026-06-01 12:00', '2026-06-01 13:00')], 405),                          # the break itself
    ([('2026-06-01 09:00', '2026-06-01 11:00'), ('2026-06-01 10:00', '2026-06-01 10:30')], 285),       # one in another
    ([('2026-06-01 09:00', '2026-06-01 11:00'), ('2026-06-01 10:00', '2026-06-01 12:30')], 225),       # a chain
    ([('2026-06-01 00:00', '2026-06-02 00:00')], 0),
    ([('2026-06-01 06:00', '2026-06-01 09:00'), ('2026-06-01 17:00', '2026-06-01 20:00')], 405),
])
def test_a_minute_of_work_is_lost_once_however_many_reasons_there_are(worked, shell, away, minutes):
    for starts_at, ends_at in away:
        shell('INSERT INTO time_off (staff_id, starts_at, ends_at) VALUES (1, %s, %s)', starts_at, ends_at)

    assert worked() == minutes


def test_on_a_closed_day_nobody_works(worked, shell):
    shell("INSERT INTO closures (day, reason) VALUES ('2026-06-01', 'x')")

    assert worked() == 0


def test_whoever_has_left_counts_where_they_had_visits(week, shell):
    shell('UPDATE staff SET is_bookable = FALSE WHERE staff_id IN (2, 3)')
    shell("UPDATE appointments SET status = 'cancelled' WHERE staff_id = 3")

    assert [row[0] for row in make('use')['rows']] == ['Everybody', 'Dr. Anna Weber', 'Dr. Ben Okafor']


def test_hours_are_counted_by_weekday(week):
    found = make('hours')

    assert found['rows'] == [['Monday', '09:00', 2], ['Tuesday', '10:00', 1], ['Wednesday', '09:00', 1],
                             ['Thursday', '08:00', 1]]
    assert 'Busiest: Monday at 09:00, 2 visits.' in found['note']


def test_rooms_are_told_as_percent_of_the_opening_hours(week, shell):
    assert make('rooms')['rows'] == [['Room 1', 3, 2.0, 4.4], ['Room 2', 2, 0.8, 1.9]]
    shell("INSERT INTO closures (day, reason) SELECT day, 'x' FROM calendar WHERE day BETWEEN '2026-06-01' "
          "AND '2026-06-07'")
    assert make('rooms')['rows'] == [['Room 1', 3, 2.0, None], ['Room 2', 2, 0.8, None]]


def test_the_page_shows_every_report_with_chart_and_numbers(week):
    ada = signed_in(ADA.email)
    page = ada.get('/admin/reports' + WEEK)

    assert page.status == 200 and 'Monday 1 June 2026 to Sunday 7 June 2026' in page.text
    assert page.text.count('role="img" aria-labelledby=') == len(reports.ALL)
    for name in reports.ALL:
        assert f'id="{name}-title"' in page.text and f'/admin/reports/{name}.csv?from_day=2026-06-01&amp;' in page.text
    assert ' style=' not in page.text
    ids = re.findall(r' id="([^"]+)"', page.text)
    assert len(ids) == len(set(ids))


def test_reports_show_the_last_30_days_unless_others_are_asked_for(ada):
    assert 'Sunday 3 May 2026 to Monday 1 June 2026' in ada.get('/admin/reports').text
    assert 'Monday 1 June 2026 to Sunday 7 June 2026' in ada.get('/admin/reports' + WEEK).text
    assert 'Friday 1 May 2026 to Monday 1 June 2026' in ada.get('/admin/reports?from_day=2026-05-01').text
    assert 'Thursday 2 April 2026 to Friday 1 May 2026' in ada.get('/admin/reports?until_day=2026-05-01').text


@pytest.mark.parametrize(('asked', 'field', 'sentence'), [
    ('from_day=2026-06-02&until_day=2026-06-01', 'until_day', 'The last day comes before the first.'),
    ('from_day=2025-06-01&until_day=2026-06-02', 'until_day', 'Please choose at most 366 days'),
    ('from_day=x&until_day=2026-06-02', 'from_day', 'Please write the day as year-month-day'),
    ('from_day=1999-01-01&until_day=2026-06-02', 'from_day', 'Please choose a day between'),
])
def test_days_that_make_no_stretch_are_refused(ada, asked, field, sentence):
    page = ada.get('/admin/reports?' + asked)

    assert page.status == 422 and f'id="{field}-error">{sentence}' in page.text
    assert dict(part.split('=') for part in asked.split('&')).items() <= dict(page.forms)['/admin/reports'].items()
    assert ada.get('/admin/reports/days.csv?' + asked).status == 422


@pytest.mark.parametrize('asked', ['', '?from_day=2025-06-01&until_day=2026-06-01', '?from_day=2020-01-01',
                                   '?until_day=2020-01-01', '?from_day=2099-12-30', '?until_day=2099-12-30'])
def test_an_empty_clinic_has_empty_reports(ada, asked):
    page = ada.get('/admin/reports' + asked)

    assert page.status == 200 and 'No visits in this period.' in page.text
    assert '0 of 0' not in page.text


@pytest.mark.parametrize('name', reports.ALL)
def test_each_report_is_a_csv_file(week, name):
    ada = signed_in(ADA.email)
    page = ada.get(f'/admin/reports/{name}.csv{WEEK}')

    assert page.status == 200 and page.headers['content-type'] == 'text/csv; charset=utf-8'
    assert page.headers['content-disposition'] == f'attachment; filename="{name}_2026-06-01_2026-06-07.csv"'
    assert page.body.startswith(b'\xef\xbb\xbf')
    lines = list(csv.reader(io.StringIO(page.body.decode('utf-8-sig'))))
    found = make(name)
    assert lines[0] == found['headings'] and len(lines) == len(found['rows']) + 1
    assert {len(line) for line in lines} == {len(found['headings'])}


def test_a_report_of_another_name_is_not_found(ada):
    for name in ('nothing', 'Days', 'days.csv', '..%2Fx'):
        assert ada.get(f'/admin/reports/{name}.csv').status == 404


@pytest.mark.parametrize('cell', ['=1+1', '+49', '-2', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1+1', '＠x'])
def test_formulas_in_a_cell_are_defused(cell):
    written = csv_files.text(['=x'], [[cell]]).decode('utf-8-sig')

    assert list(csv.reader(io.StringIO(written, newline=''))) == [["'=x"], ["'" + cell]]


def test_other_cells_stay_as_they_are():
    written = csv_files.text(['Day', 'Name', 'Number'], [[MONDAY, 'Žofie "Z", x', -1.5], [None, "O'Neil = x", 0]])

    assert written.decode('utf-8-sig') == \
        'Day,Name,Number\r\n2026-06-01,"Žofie ""Z"", x",-1.5\r\n,O\'Neil = x,0\r\n'


def test_a_room_named_like_a_formula_is_defused_in_its_report(ada, shell):
    shell("UPDATE rooms SET name = '=HYPERLINK(1)' WHERE room_id = 1")

    assert b"'=HYPERLINK(1)" in ada.get('/admin/reports/rooms.csv').body


def test_names_are_escaped_in_charts(week, shell):
    shell("UPDATE users SET full_name = '<b>&\"x' WHERE user_id = 2")
    text = signed_in(ADA.email).get('/admin/reports' + WEEK).text

    assert '<b>' not in text and '&lt;b&gt;&amp;&quot;x' in text


@pytest.mark.parametrize('email', ['weber@clinic.test', 'dora@clinic.test', 'petra@mail.test'])
def test_reports_are_for_admins(cast, email):
    visitor = signed_in(email)

    assert visitor.get('/admin/reports').status == 403
    assert visitor.get('/admin/reports/days.csv').status == 403


def test_reports_cost_a_fixed_number_of_statements(week):
    ada = signed_in(ADA.email)

    assert len(statements(lambda: ada.get('/admin/reports?from_day=2020-01-01&until_day=2020-01-01'))) == \
        len(statements(lambda: ada.get('/admin/reports' + WEEK))) <= 9


@pytest.mark.parametrize(('most', 'numbers'), [
    (0, [0, 1, 2]), (1, [0, 1, 2]), (5, [0, 1, 2, 3, 4, 5]), (6, [0, 2, 4, 6]), (11, [0, 5, 10, 15]),
    (26, [0, 10, 20, 30]), (101, [0, 50, 100, 150]), (99_999, [0, 20_000, 40_000, 60_000, 80_000, 100_000]),
])
def test_a_scale_reaches_the_most_in_round_steps(most, numbers):
    assert charts.scale(most) == numbers


def test_columns_stand_on_the_baseline_and_within_the_chart():
    chart = charts.columns([('a', [3, 2], ''), ('b', [0, 0], ''), ('c', [10, 0], '')], '', ('chart-a', 'chart-missed'))

    for x, y, width, height, _, _ in chart['bars']:
        assert charts.LEFT <= x and x + width <= charts.WIDTH
        assert charts.TOP <= y and y + height <= chart['baseline'] + .1
    assert len(chart['bars']) == 3


@pytest.mark.parametrize('name', ['reports/report_days', 'reports/report_outcomes', 'reports/report_hours',
                                  'reports/report_staff', 'reports/report_services', 'reports/report_rooms'])
def test_reports_read_their_stretch_off_a_key_alone(week, shell, server, name):
    shell('ANALYZE TABLE appointments')
    sql, names = database.query(name)
    with connect(server) as connection, connection.cursor(prepared=True, dictionary=True) as cursor:
        cursor.execute('EXPLAIN ' + sql, [MONDAY if each == 'from_day' else SUNDAY for each in names])
        plan = cursor.fetchall()
    lines = [line for row in plan for line in row.get('EXPLAIN', '').splitlines() if ' on appointments ' in line] or \
        [row['Extra'] or '' for row in plan if row['table'] == 'appointments']

    assert lines and all('Covering index' in line or 'Using index' in line for line in lines)     # MySQL, MariaDB
