"""The board: everybody's day side by side, the rooms, one person's week and month."""

import datetime as dt
import re

import pytest

from app.visits import board, scheduling
from tests.conftest import MONDAY
from tests.support.accounts import signed_in
from tests.support.moments import clock_at
from tests.support.people import ADA, DORA, LIND, OKAFOR, PETRA, WEBER
from tests.support.statements import statements
from tests.support.visits import book

TUESDAY = MONDAY + dt.timedelta(days=1)
KNOWING = {'overruled': ('notice', 'off_grid', 'break', 'outside_hours', 'time_off', 'visits_ahead'), 'why': 'Test'}


@pytest.fixture
def dora(cast):
    return signed_in(DORA.email)


def lanes(page):
    """{name of a column: the text of its list}"""
    found = re.findall(r'<section class="board-column">(.*?)</section>', page.text, re.DOTALL)
    return {flat(re.search(r'<h2.*?</h2>', each, re.DOTALL)[0]): flat(each.partition('<ol')[2]) for each in found}


def flat(html):
    return ' '.join(re.sub(r'<[^>]+>', ' ', html.replace('\n', ' ')).split())


# ---- who sees it

def test_the_desk_and_admins_begin_with_the_board_and_other_staff_with_their_list(cast):
    assert 'class="board"' in signed_in(DORA.email).get('/staff').text
    assert 'class="board"' in signed_in(ADA.email).get('/staff').text
    weber = signed_in(WEBER.email)
    assert 'class="board"' not in weber.get('/staff').text
    assert list(lanes(weber.get('/staff?view=board'))) == [WEBER.full_name]


def test_staff_see_no_other_column_than_their_own(cast, at):
    book(DORA, at('10:00', 1), staff_id=2, patient_id=3)
    weber = signed_in(WEBER.email)

    page = weber.get(f'/staff?view=board&day={TUESDAY}')
    assert 'Paul Patient' not in page.text and list(lanes(page)) == [WEBER.full_name]
    for path in ('/staff?view=board&staff_id=2', '/staff/week?staff_id=2', '/staff/month?staff_id=2'):
        assert weber.get(path).status == 404, path
    assert signed_in(PETRA.email).get('/staff/week').status == 403


# ---- what a column has

def test_a_column_has_visits_pauses_breaks_and_gaps_in_the_order_of_the_clock(dora, at, shell):
    book(DORA, at('10:00', 1), service_id=3, staff_id=3)

    lane = lanes(dora.get(f'/staff?day={TUESDAY}'))[LIND.full_name]
    assert re.search(r'08:00.*10:00–10:15 Petra Patient.*Blood test, Room 2.*10:15–10:20 pause.*10:', lane)


def test_a_free_gap_leads_to_booking_with_the_person_the_day_and_the_time(dora, at):
    book(DORA, at('10:00', 1))

    page = dora.get(f'/staff?day={TUESDAY}')
    links = re.findall(r'href="(/staff/book\?staff_id=1&amp;day=2026-06-02&amp;time=[^"]*)"', page.text)
    assert [link[-5:] for link in links] == ['09:00', '10:30', '11:00', '13:00', '14:00', '15:00', '16:00']
    assert 'Book with Dr. Anna Weber, 10:30 free, 90 min' in lanes(page)[WEBER.full_name]
    assert dora.get(links[1].replace('&amp;', '&')).status == 200


def test_a_gap_begins_where_visits_of_this_person_begin(dora, at):
    book(DORA, at('10:05', 1), **KNOWING)                                       # until 10:35; every 30 minutes

    page = dora.get(f'/staff?day={TUESDAY}')
    assert 'time=11:00' in page.text and 'time=10:35' in page.text              # none begins before 11:00
    assert 'time=10:05' not in page.text


def test_nothing_is_free_in_breaks_absences_the_past_and_on_closed_days(cast, at, shell):
    shell("INSERT INTO time_off (staff_id, starts_at, ends_at, reason) VALUES (1, %s, %s, 'Course')",
          at('13:00', 1), at('15:00', 1))
    with clock_at(at('10:10', 1)):
        dora = signed_in(DORA.email)
        page = dora.get(f'/staff?day={TUESDAY}')
        times = re.findall(r'staff_id=1&amp;day=2026-06-02&amp;time=([0-9:]+)', page.text)
    assert times == ['10:30', '11:00', '15:00', '16:00']
    assert 'Away: Course' in lanes(page)[WEBER.full_name] and 'Break' in lanes(page)[WEBER.full_name]

    shell("INSERT INTO closures (day, reason) VALUES (%s, 'Repairs')", TUESDAY)
    page = signed_in(DORA.email).get(f'/staff?day={TUESDAY}')
    assert 'time=' not in page.text and 'The clinic is closed on this day: Repairs' in page.text


def test_late_and_waiting_are_told_in_minutes(cast, at, shell):
    late, here = book(DORA, at('10:00', 1)), book(DORA, at('10:00', 1), staff_id=2, patient_id=3)
    with clock_at(at('10:00', 1)):
        dora = signed_in(DORA.email)
        scheduling.set_status(DORA, here, 'arrived')
    shell('UPDATE appointments SET late_minutes = 20 WHERE appointment_id = %s', late)

    with clock_at(at('10:12', 1)):
        dora = signed_in(DORA.email)
        lane = lanes(dora.get('/staff'))
    assert 'late 12 min, said 20' in lane[WEBER.full_name] and '● here 12 min' in lane[OKAFOR.full_name]


def test_a_visit_with_somebody_who_is_away_is_marked(dora, at, shell):
    number = book(DORA, at('10:00', 1))
    shell('INSERT INTO time_off (staff_id, starts_at, ends_at) VALUES (1, %s, %s)', at('00:00', 1), at('00:00', 2))

    page = dora.get(f'/staff?day={TUESDAY}')
    assert 'Petra Patient away' in lanes(page)[WEBER.full_name] and f'id="visit-{number}"' in page.text


def test_what_was_cancelled_is_not_drawn_nor_a_missed_visit_whose_time_was_given_away(cast, at):
    missed = book(DORA, at('10:00', 1))
    with clock_at(at('10:10', 1)):
        dora = signed_in(DORA.email)
        scheduling.set_status(DORA, missed, 'no_show')
        assert 'did not come' in lanes(dora.get(f'/staff?day={TUESDAY}'))[WEBER.full_name]
        book(DORA, at('10:15', 1), patient_id=3, **KNOWING)
        cancelled = book(DORA, at('15:00', 1), patient_id=5)
        scheduling.cancel(DORA, cancelled)
        lane = lanes(dora.get(f'/staff?day={TUESDAY}'))[WEBER.full_name]

    assert 'Paul Patient' in lane and 'Petra Patient' not in lane and 'Olga' not in lane


def test_todays_board_begins_an_hour_ago_or_with_whoever_still_waits(cast, at):
    done, waits = book(DORA, at('09:00', 1)), book(DORA, at('11:00', 1), staff_id=2, patient_id=3)
    with clock_at(at('09:20', 1)):
        dora = signed_in(DORA.email)
        scheduling.set_status(DORA, done, 'completed')

    with clock_at(at('14:10', 1)):
        dora = signed_in(DORA.email)
        page = dora.get('/staff')
        assert 'Show 1 earlier' in page.text and f'visit-{done}"' not in page.text and f'visit-{waits}"' in page.text
        assert f'visit-{done}"' in dora.get('/staff?whole=1').text


def test_a_patient_can_be_checked_in_on_the_board(cast, at, shell):
    number = book(DORA, at('10:00', 1))
    with clock_at(at('09:50', 1)):
        dora = signed_in(DORA.email)
        dora.get('/staff')
        fields = next(form for where, form in dora.page.forms if form.get('from_status') == 'booked')
        page = dora.post(f'/appointments/{number}/status', {**fields, 'status': 'arrived'}, follow=False)
        assert '● here' in dora.get('/staff').text

    assert shell('SELECT status FROM appointments') == [('arrived',)]
    assert page.headers['location'] == f'/staff#visit-{number}'


def test_the_visits_of_somebody_who_has_left_stay_on_the_board(dora, at, shell):
    book(DORA, at('10:00', 1))
    shell('UPDATE users SET is_active = FALSE WHERE user_id = 2')

    assert 'Petra Patient' in lanes(dora.get(f'/staff?day={TUESDAY}'))[WEBER.full_name]
    assert 'time=' not in lanes(dora.get(f'/staff?day={TUESDAY}'))[WEBER.full_name]


# ---- narrowed

def test_the_board_can_be_narrowed_to_a_person_a_service_and_a_room(dora, at):
    book(DORA, at('10:00', 1))
    book(DORA, at('10:00', 1), staff_id=2, patient_id=3)
    names = lambda part: list(lanes(dora.get(f'/staff?day={TUESDAY}&{part}')))                     # noqa: E731

    assert names('') == [WEBER.full_name, OKAFOR.full_name, LIND.full_name]
    assert names('staff_id=1') == [WEBER.full_name] and names('service_id=3') == [LIND.full_name]
    assert names('room_id=1') == [WEBER.full_name] and names('service_id=1') == [WEBER.full_name, OKAFOR.full_name]
    assert '&amp;service_id=1' in dora.get(f'/staff?day={TUESDAY}&service_id=1').text
    assert dora.get('/staff?staff_id=99').status == 404
    assert dora.get('/staff?staff_id=x&service_id=-1&room_id=9999999999&by=x&day=2026-13-45').status == 422


def test_rooms_can_be_the_columns(dora, at):
    book(DORA, at('10:00', 1))

    lane = lanes(dora.get(f'/staff?day={TUESDAY}&by=rooms'))
    assert list(lane) == ['Room 1', 'Room 2']
    assert '10:00–10:30 Petra Patient Dr. Anna Weber, Consultation' in lane['Room 1'] and 'Petra' not in lane['Room 2']
    assert '08:00–17:00 free' in lane['Room 2']


# ---- week and month

def test_a_week_has_a_column_for_each_working_day(dora, at):
    book(DORA, at('10:00', 1))
    book(DORA, at('10:00', 5), patient_id=3, **KNOWING)

    lane = lanes(dora.get('/staff/week?staff_id=1&day=2026-06-04'))
    assert list(lane) == ['Mon 1 Jun , today', 'Tue 2 Jun', 'Wed 3 Jun', 'Thu 4 Jun', 'Fri 5 Jun', 'Sat 6 Jun']
    assert 'Petra Patient' in lane['Tue 2 Jun'] and 'Paul Patient' in lane['Sat 6 Jun']
    assert 'Book with Dr. Anna Weber, Wed 3 Jun, 09:00 free' in lane['Wed 3 Jun']


def test_a_month_counts_the_visits_of_each_day(dora, at, shell):
    book(DORA, at('10:00', 1))
    book(DORA, at('11:00', 1), patient_id=3)
    shell("INSERT INTO closures (day, reason) VALUES ('2026-06-03', 'x')")

    text = flat(dora.get('/staff/month?staff_id=1&day=2026-06-15').text)
    assert re.search(r'\b2 June 2026 2 visits 3 June 2026 closed 4 June 2026 5 June 2026 6 June 2026 off', text)
    assert dora.get('/staff/month?staff_id=1&day=2026-12-31').status == 200


def test_a_week_of_nobody_in_particular_is_the_own_or_the_first(cast):
    assert WEBER.full_name in lanes_title(signed_in(WEBER.email).get('/staff/week'))
    assert WEBER.full_name in lanes_title(signed_in(DORA.email).get('/staff/week'))


def lanes_title(page):
    return re.search('<title>(.*?)</title>', page.text)[1]


# ---- what it costs

def fill(shell, people=15, visits=300):
    """So many people at work on Tuesday, with so many visits in all."""
    for number in range(people - 3):
        shell("INSERT INTO users (user_id, email, email_proven_utc, role, full_name, created_utc) VALUES"
              " (%s, %s, '2026-01-01', 'staff', %s, '2026-01-01')",
              500 + number, f's{number}@clinic.test', f'Dr Bartholomew Longname {number}')
        shell("INSERT INTO staff (staff_id, user_id, specialization, slot_minutes)"
              " VALUES (%s, %s, 'General practice', 15)", 500 + number, 500 + number)
        shell('INSERT INTO working_hours (staff_id, weekday, starts_minute, ends_minute) VALUES (%s, 1, 480, 1080)',
              500 + number)
    staff = [1, 2, 3, *range(500, 500 + people - 3)]
    for number in range(visits):
        shell("INSERT INTO patients (patient_id, full_name, created_utc) VALUES (%s, %s, '2026-01-01')",
              1000 + number, f'Bartholomew Featherstonehaugh {number}')
        start = dt.datetime.combine(TUESDAY, dt.time(8)) + dt.timedelta(minutes=30 * (number // people))
        shell("INSERT INTO appointments (patient_id, staff_id, room_id, service_id, starts_at, ends_at, created_utc)"
              " VALUES (%s, %s, NULL, 1, %s, %s, '2026-05-01')", 1000 + number, staff[number % people], start,
              start + dt.timedelta(minutes=25))


def test_a_board_of_15_people_with_300_visits_takes_six_statements_and_100_kilobytes(dora, shell):
    fill(shell)
    path = f'/staff?day={TUESDAY}'

    seen = statements(lambda: dora.get(path))
    assert dora.page.text.count('id="visit-') == 300 and len(lanes(dora.page)) == 15
    assert len(seen) <= 6, seen
    assert len(dora.page.body) < 100_000, len(dora.page.body)


def test_gaps_and_blocks_of_a_day_never_overlap_and_leave_nothing_out(at):
    """Working hours are made of visits, pauses, breaks, absences, gaps and the past, and of nothing else."""
    day = dt.date(2026, 6, 2)
    frame = [{'kind': 'hours', 'starts_minute': 480, 'ends_minute': 1020, 'reason': ''},
             {'kind': 'break', 'starts_minute': 720, 'ends_minute': 780, 'reason': ''},
             {'kind': 'away', 'starts_minute': 900, 'ends_minute': 1440, 'reason': 'Course'}]
    for minute in range(0, 1440, 7):
        now = dt.datetime(2026, 6, 2) + dt.timedelta(minutes=minute)
        blocks = board.column_of_staff(frame, [], day, now, 20)
        steps = sorted(step for each in blocks for step in range(max(each['start'], 480), min(each['end'], 1020), 5))
        assert steps == list(range(480, 1020, 5)), now
        assert all(each['at'] >= minute and each['start'] <= each['at'] < each['end'] for each in blocks
                   if each['kind'] == 'free')
