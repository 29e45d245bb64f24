"""The board: everybody's day side by side, the rooms, one person's week and month."""

import datetime as dt
import re

import pytest

from app.visits import board, scheduling
from app.written import Written
from tests.conftest import MONDAY
from tests.support.accounts import signed_in
from tests.support.moments import clock_at
from tests.support.people import ADA, DORA, LIND, OKAFOR, PETRA, WEBER
from tests.support.statements import statements
from tests.support.visits import KNOWING, book, fill_tuesday

TUESDAY = MONDAY + dt.timedelta(days=1)
WRITTEN = Written()


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
    assert 'Book with Dr. Anna Weber, 10:30 free, 1 h 30 min' in lanes(page)[WEBER.full_name]
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
    assert 'away Petra Patient' in lanes(page)[WEBER.full_name] and f'id="visit-{number}"' in page.text


def test_a_visit_with_somebody_who_is_away_is_marked_in_its_room_too(dora, at, shell):
    book(DORA, at('10:00', 1))
    book(DORA, at('10:00', 1), staff_id=2, room_id=2, patient_id=5)
    shell('INSERT INTO time_off (staff_id, starts_at, ends_at) VALUES (1, %s, %s)', at('00:00', 1), at('00:00', 2))

    rooms = lanes(dora.get(f'/staff?day={TUESDAY}&by=rooms'))
    assert 'away Petra Patient' in rooms['Room 1'] and 'away' not in rooms['Room 2']


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


def test_somebody_who_is_very_late_can_still_be_checked_in_and_nobody_hours_ahead(cast, at):
    late, ahead = book(DORA, at('09:00', 1)), book(DORA, at('15:00', 1), patient_id=3)
    with clock_at(at('11:30', 1)):
        page = signed_in(DORA.email).get('/staff')

    assert f'/appointments/{late}/status' in page.text and f'/appointments/{ahead}/status' not in page.text
    assert 'late 2 h 30 min' in lanes(page)[WEBER.full_name]


def test_a_visit_whose_patient_is_here_can_be_finished_on_the_board(cast, at, shell):
    number = book(DORA, at('10:00', 1))
    with clock_at(at('09:55', 1)):
        dora = signed_in(DORA.email)
        scheduling.set_status(DORA, number, 'arrived')
        dora.get('/staff')
        fields = next(form for where, form in dora.page.forms if form.get('from_status') == 'arrived')
        button = re.search(r'<button class="board-verb" form="(.*?)".*?value="(.*?)">(.*?)</button>', dora.page.text)
        dora.post(f'/appointments/{number}/status', {**fields, 'status': 'completed'})

    assert (button[1], button[2], flat(button[3])) == ('arrived', 'completed', 'Finish : Petra Patient, 10:00')
    assert shell('SELECT status FROM appointments') == [('completed',)]


def test_a_visit_that_somebody_else_has_changed_is_not_finished_from_an_old_board(cast, at, shell):
    number = book(DORA, at('10:00', 1))
    with clock_at(at('09:55', 1)):
        dora = signed_in(DORA.email)
        scheduling.set_status(DORA, number, 'arrived')
        dora.get('/staff')
        fields = next(form for where, form in dora.page.forms if form.get('from_status') == 'arrived')
        scheduling.set_status(DORA, number, 'booked')
        page = dora.post(f'/appointments/{number}/status', {**fields, 'status': 'completed'})

    assert page.status == 409 and shell('SELECT status FROM appointments') == [('booked',)]


def test_staff_are_told_of_their_own_open_visits_and_the_desk_of_all(cast, at):
    book(DORA, at('10:00', 1))
    book(DORA, at('10:00', 1), staff_id=2, patient_id=3)
    with clock_at(at('12:00', 2)):
        told = {who.email: flat(signed_in(who.email).get('/staff?view=board').text) for who in (WEBER, LIND, DORA)}

    assert '1 visit to close' in told[WEBER.email] and 'to close' not in told[LIND.email]
    assert '2 visits to close' in told[DORA.email]


def test_the_desk_is_told_of_visits_that_new_accounts_have_booked(cast, at, shell):
    book(PETRA, at('10:00', 1))
    shell("UPDATE users SET created_utc = '2026-06-01 05:00' WHERE user_id = %s", PETRA.user_id)

    assert '1 upcoming visit booked by accounts of the last 24 hours' in flat(signed_in(DORA.email).get('/staff').text)
    assert 'of the last 24 hours' not in signed_in(WEBER.email).get('/staff?view=board').text


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


def test_staff_see_of_a_colleagues_visit_that_the_room_is_taken_and_no_more(cast, at, shell):
    book(DORA, at('10:00', 1), staff_id=2, patient_id=3)
    book(DORA, at('11:00', 1))
    shell("UPDATE patients SET alert = 'Allergic to latex' WHERE patient_id = 3")

    page = signed_in(WEBER.email).get(f'/staff?view=board&day={TUESDAY}&by=rooms')
    lane = lanes(page)
    assert '10:00–10:30 Taken' in lane['Room 2'] and '08:00–10:00 free' in lane['Room 2']
    assert '11:00–11:30 Petra Patient' in lane['Room 1'] and '<p class="mb-0">1 visit' in page.text
    for words in ('Paul', 'latex', 'Okafor'):
        assert words not in page.text
    assert 'Paul Patient' in signed_in(DORA.email).get(f'/staff?day={TUESDAY}&by=rooms').text


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
    assert re.search(r'\b2 June 2026 2 visits [0-9hmin ]+ free 3 June 2026 closed: x 4 June', text)
    assert ' 6 June 2026 off' in text
    assert dora.get('/staff/month?staff_id=1&day=2026-12-31').status == 200


def test_a_month_tells_how_much_of_a_day_is_free_and_leads_to_the_day(dora, at, shell):
    book(DORA, at('09:00', 1))
    shell("INSERT INTO time_off (staff_id, starts_at, ends_at, reason) VALUES (1, '2026-06-03', '2026-06-04', 'Ill')")

    page = dora.get('/staff/month?staff_id=1&day=2026-06-15')
    text = flat(page.text)
    hours = sum(end - start for start, end in shell(
        'SELECT starts_minute, ends_minute FROM working_hours WHERE staff_id = 1 AND weekday = 1'))
    breaks = sum(end - start for start, end in shell(
        'SELECT breaks.starts_minute, breaks.ends_minute FROM breaks JOIN working_hours USING (working_hours_id)'
        ' WHERE staff_id = 1 AND weekday = 1'))
    assert f' 9 June 2026 {WRITTEN.length(hours - breaks)} free' in text
    assert f' 2 June 2026 1 visit {WRITTEN.length(hours - breaks - 30)} free' in text
    assert ' 3 June 2026 away: Ill' in text and ' 1 June 2026' in text
    assert 'href="/staff?view=board&amp;staff_id=1&amp;day=2026-06-09"' in page.text


def test_a_week_of_nobody_in_particular_is_the_own_or_the_first(cast):
    assert WEBER.full_name in lanes_title(signed_in(WEBER.email).get('/staff/week'))
    assert WEBER.full_name in lanes_title(signed_in(DORA.email).get('/staff/week'))


def lanes_title(page):
    return re.search('<title>(.*?)</title>', page.text)[1]


# ---- what it costs

def test_a_board_of_15_people_with_300_visits_takes_few_statements_and_100_kilobytes(dora, shell):
    fill_tuesday(shell)
    path = f'/staff?day={TUESDAY}'

    seen = statements(lambda: dora.get(path))
    assert dora.page.text.count('id="visit-') == 300 and len(lanes(dora.page)) == 15
    assert len(seen) <= 6, seen             # the visitor's own is one of them
    assert len(dora.page.body) < 100_000, len(dora.page.body)


def test_gaps_and_blocks_of_a_day_never_overlap_and_leave_nothing_out(at):
    """Working hours are made of visits, pauses, breaks, absences, gaps and the past, and of nothing else."""
    day = dt.date(2026, 6, 2)
    frame = [{'kind': 'hours', 'starts_minute': 480, 'ends_minute': 1020, 'reason': ''},
             {'kind': 'break', 'starts_minute': 720, 'ends_minute': 780, 'reason': ''},
             {'kind': 'time_off', 'starts_minute': 900, 'ends_minute': 1440, 'reason': 'Course'}]
    for minute in range(0, 1440, 7):
        now = dt.datetime(2026, 6, 2) + dt.timedelta(minutes=minute)
        blocks = board.column_of_staff(frame, [], day, now, 20)
        steps = sorted(step for each in blocks for step in range(max(each['start'], 480), min(each['end'], 1020), 5))
        assert steps == list(range(480, 1020, 5)), now
        assert all(each['at'] >= minute and each['start'] <= each['at'] < each['end'] for each in blocks
                   if each['kind'] == 'free')
