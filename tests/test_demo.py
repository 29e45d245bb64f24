"""The demo clinic, on days of every kind: each rule is looked for in the rows, with queries of the tests' own."""

import dataclasses
import datetime as dt
import re
import unicodedata
from zoneinfo import ZoneInfo

import pytest

from app import clock, config, database
from app.accounts import passwords
from app.clinic import patients
from app.forms import patients as forms
from app.ops import loader

ACCOUNTS = {'admin@example.com': 'admin', 'staff@example.com': 'staff', 'patient@example.com': 'patient'}
SHARED = {'Vaccination'}                        # services that several professions have learnt
EARLY = dt.timedelta(minutes=10)                # before their visits, patients are there
MOMENTS = {     # every weekday, the ends of years, around leap days; each with the hours that its clock is ahead of UTC
    'monday at noon': ('2026-11-23 12:00', 0),
    'leap tuesday at two in the morning, in the east': ('2028-02-29 02:00', 13),
    'wednesday after it, in the west': ('2028-03-01 09:40', -8),
    "new year's eve, thursday at noon": ('2026-12-31 12:00', 1),
    "new year's day, friday at midnight": ('2027-01-01 00:00', 0),
    "new year's eve, saturday, in the east": ('2033-12-31 10:15', 9),
    'sunday late in the evening, in the west': ('2026-11-29 23:30', -5),
}


@pytest.fixture(scope='module')
def link(server):
    """A connection of its own to a database that has the schema and nothing else."""
    settings = dataclasses.replace(server, db_name='demo_of_tests')
    loader.load(settings, demo=False)
    connection = database.connect(unix_socket=settings.db_socket, user=settings.db_user, database=settings.db_name)
    yield database.Link(connection)
    connection.close()


@pytest.fixture(scope='module')
def password_hash(server):
    return passwords.hash_password(loader.DEMO_PASSWORD)


@pytest.fixture(scope='module', params=MOMENTS.values(), ids=MOMENTS)
def clinic(request, link, password_hash):
    """clinic('SELECT …') → list of tuples, from the clinic of one moment; nothing is committed."""
    now, ahead = dt.datetime.fromisoformat(request.param[0]), dt.timedelta(hours=request.param[1])
    with link.connection.cursor() as cursor:
        def ask(sql):
            cursor.execute(sql)
            return cursor.fetchall() if cursor.with_rows else []

        link.command('START TRANSACTION')
        cursor.execute('SET @now = %s, @now_utc = %s, @demo_password_hash = %s', (now, now - ahead, password_hash))
        for statement in loader.statements((loader.FOLDER / 'demo.sql').read_text(encoding='utf-8')):
            ask(statement)
        ask.link, ask.now, ask.ahead, ask.today = link, now, ahead, now.date()
        yield ask
        link.command('ROLLBACK')


def one(clinic, sql):
    [[value]] = clinic(sql)
    return value


def test_the_demo_has_the_size_of_a_small_clinic(clinic):
    assert one(clinic, 'SELECT COUNT(*) FROM staff WHERE is_bookable') == 8
    assert clinic('SELECT is_bookable FROM staff WHERE is_desk') == [(0,)]
    assert one(clinic, 'SELECT COUNT(*) FROM staff WHERE NOT is_bookable') == 1
    assert one(clinic, 'SELECT COUNT(DISTINCT specialization) FROM staff WHERE is_bookable') == 5
    assert one(clinic, 'SELECT COUNT(DISTINCT slot_minutes) FROM staff WHERE is_bookable') >= 6
    assert clinic('SELECT MIN(slot_minutes), MAX(slot_minutes) FROM staff') == [(5, 60)]
    assert one(clinic, 'SELECT COUNT(*) FROM rooms WHERE is_active') == 6
    assert clinic('SELECT COUNT(*), MIN(minutes), MAX(minutes) FROM services') == [(13, 10, 60)]
    assert one(clinic, 'SELECT COUNT(*) FROM patients') == 61
    assert 500 <= one(clinic, 'SELECT COUNT(*) FROM appointments') <= 760


def test_patients_come_with_and_without_accounts_and_with_children(clinic):
    assert one(clinic, 'SELECT COUNT(*) FROM patients WHERE user_id IS NULL') >= 20
    assert one(clinic, "SELECT COUNT(*) FROM patients WHERE relation = 'child' AND user_id IS NOT NULL") >= 8
    assert one(clinic, "SELECT COUNT(*) FROM patients WHERE relation = 'relative'") >= 1
    assert clinic('SELECT full_name FROM patients WHERE birth_date > @today') == []


def test_names_come_in_many_scripts(clinic):
    names = ''.join(name for (name,) in clinic('SELECT full_name FROM patients'))
    scripts = {unicodedata.name(letter).split()[0] for letter in names if letter.isalpha()}

    assert {'LATIN', 'GREEK', 'CYRILLIC', 'ARABIC', 'HEBREW', 'DEVANAGARI', 'CJK', 'HIRAGANA', 'HANGUL', 'THAI',
            'ETHIOPIC', 'BENGALI', 'TAMIL', 'GEORGIAN', 'ARMENIAN', 'SINHALA', 'GURMUKHI'} <= scripts


@pytest.mark.parametrize('email, role', ACCOUNTS.items())
def test_the_demo_accounts_open_with_the_demo_password(clinic, email, role):
    [(found_role, is_active, stored)] = clinic(
        f"SELECT role, is_active, password_hash FROM users WHERE email = '{email}'")

    assert (found_role, is_active) == (role, 1)
    assert passwords.matches(loader.DEMO_PASSWORD, stored)


def test_the_doctor_has_visits_today_whatever_the_weekday(clinic):
    assert one(clinic, "SELECT COUNT(*) FROM appointments JOIN staff USING (staff_id) JOIN users USING (user_id) "
                       "WHERE users.email = 'staff@example.com' AND staff.is_bookable AND day = @today "
                       "AND status IN ('arrived', 'booked', 'completed')") >= 1


def test_the_patient_has_a_child_a_past_and_one_or_two_visits_to_come(clinic):
    of_patient = ("FROM patients JOIN users USING (user_id) LEFT JOIN appointments USING (patient_id) "
                  "WHERE users.email = 'patient@example.com'")
    assert one(clinic, f"SELECT COUNT(DISTINCT patient_id) {of_patient} AND relation = 'child'") == 1
    assert one(clinic, f"SELECT COUNT(*) {of_patient} AND status = 'completed' AND day < @today") >= 3
    assert 1 <= one(clinic, f"SELECT COUNT(*) {of_patient} AND starts_at > @today + INTERVAL 1 DAY") <= 2
    assert clinic(f"SELECT DISTINCT status {of_patient} AND day >= @today") == [('booked',)]


def test_every_status_is_there_in_its_time(clinic):
    found = {status: clinic(f"SELECT COUNT(*), DATEDIFF(MIN(day), @today), DATEDIFF(MAX(day), @today) "
                            f"FROM appointments WHERE status = '{status}'")[0]
             for (status,) in clinic('SELECT status FROM statuses')}

    assert all(count >= 1 for status, (count, _, _) in found.items() if status != 'arrived')
    assert found['completed'][0] > 300 and found['booked'][0] > 90
    assert found['booked'][1] >= 0 and found['booked'][2] > 20
    assert found['completed'][2] <= 0 and found['no_show'][2] < 0
    assert found['cancelled'][1] < 0 < found['cancelled'][2]
    assert one(clinic, "SELECT COUNT(DISTINCT cancel_reason) FROM appointments WHERE status = 'cancelled'") >= 4
    assert clinic("SELECT 1 FROM appointments WHERE (status = 'cancelled') <> (cancel_reason IS NOT NULL)") == []


def test_today_stands_as_it_does_at_this_time_of_day(clinic):
    """Whoever was to come has come, whoever was seen has left, and nobody else has."""
    rows = clinic("SELECT status, starts_at, ends_at FROM appointments WHERE day >= @today AND status <> 'cancelled'")

    for status, starts_at, ends_at in rows:
        here = 'arrived' if starts_at - EARLY <= clinic.now else 'booked'
        assert status == ('completed' if ends_at <= clinic.now else here)
    by_day = clinic.now.hour in range(9, 13)
    assert by_day == ('arrived' in [status for status, *_ in rows])
    assert (clinic.now.hour >= 9) == ('completed' in [status for status, *_ in rows])


HAPPENED = {
    'registered': 'SELECT created_utc FROM users UNION ALL SELECT created_utc FROM patients',
    'signed in': 'SELECT signed_in_utc FROM users',
    'booked': 'SELECT created_utc FROM appointments',
    'written into a history': 'SELECT at_utc FROM appointment_history',
    'mailed': 'SELECT created_utc FROM notifications UNION ALL SELECT sent_utc FROM notifications',
    'done': 'SELECT at_utc FROM audit_log',
}


@pytest.mark.parametrize('what', HAPPENED)
def test_nothing_has_happened_in_the_future(clinic, what):
    times = [at for (at,) in clinic(HAPPENED[what]) if at]

    assert max(times) <= clinic.now - clinic.ahead
    assert len(times) > 5


def test_people_come_and_go_in_the_hours_of_the_clinic(clinic):
    """Acts are written down in UTC, wherever the clinic is: people come ten minutes before, and go at the end."""
    acts = clinic("SELECT to_status, at_utc, starts_at, ends_at FROM appointment_history "
                  "JOIN appointments USING (appointment_id) WHERE to_status IN ('arrived', 'completed', 'no_show')")

    for to_status, at_utc, starts_at, ends_at in acts:
        assert at_utc + clinic.ahead == (starts_at - EARLY if to_status == 'arrived' else ends_at)
    assert len(acts) > 600


def test_mail_is_of_use_until_its_visit_begins(clinic):
    expected = [(starts_at - clinic.ahead,) for (starts_at,) in clinic(
        'SELECT starts_at FROM notifications JOIN appointments USING (appointment_id) ORDER BY notification_id')]
    assert expected == clinic('SELECT expires_utc FROM notifications WHERE appointment_id ORDER BY notification_id')


def test_no_visit_can_be_given_to_another_profession(clinic):
    professions = {}
    for service, profession in clinic('SELECT services.name, specialization FROM services '
                                      'JOIN staff_services USING (service_id) JOIN staff USING (staff_id)'):
        professions.setdefault(service, set()).add(profession)

    assert {service for service, of in professions.items() if len(of) > 1} == SHARED
    assert len(professions) == one(clinic, 'SELECT COUNT(*) FROM services')


def test_whoever_has_arrived_has_done_so_by_now_and_nobody_else(clinic):
    rows = clinic('SELECT status, arrived_utc, starts_at FROM appointments')

    for status, arrived_utc, starts_at in rows:
        assert arrived_utc == (starts_at - EARLY - clinic.ahead if status in ('arrived', 'completed') else None)
        assert not arrived_utc or arrived_utc <= clinic.now - clinic.ahead


def test_somebody_is_ill_whose_visits_have_to_be_sorted_out(clinic):
    [(staff_id, reason)] = clinic('SELECT staff_id, reason FROM time_off '
                                  'WHERE starts_at <= @today AND ends_at > @today AND staff_id <> 5')
    visits = [status for (status,) in clinic(
        f"SELECT status FROM appointments WHERE staff_id = {staff_id} AND day >= @today "
        "AND day < @today + INTERVAL 5 DAY AND status <> 'cancelled'")]

    assert reason == 'Ill' and staff_id != 1
    assert len(visits) >= 3 and set(visits) == {'booked'}


def test_somebody_works_every_other_week(clinic):
    days = [day for (day,) in clinic('SELECT day FROM hours_of_days WHERE staff_id = 8 AND WEEKDAY(day) = 5 '
                                     'AND day BETWEEN @monday AND @monday + INTERVAL 27 DAY ORDER BY day')]

    assert len(days) == 2 and days[1] - days[0] == dt.timedelta(days=14)


def test_some_visits_take_no_room_and_have_a_link_or_a_telephone_number(clinic):
    found = clinic('SELECT services.place, appointments.room_id, staff.video_link, patients.phone FROM appointments '
                   "JOIN services USING (service_id) JOIN staff USING (staff_id) JOIN patients USING (patient_id) "
                   "WHERE services.place <> 'room' ORDER BY services.place")

    assert [(place, room) for place, room, _, _ in found] == [('phone', None), ('video', None)]
    assert found[0][3] and found[1][2].startswith('https://')


def test_the_clinic_has_written_down_what_it_must_know(clinic):
    assert one(clinic, "SELECT COUNT(*) FROM patients WHERE alert <> ''") == 2
    assert one(clinic, "SELECT COUNT(*) FROM appointments WHERE note <> ''") > 20
    assert one(clinic, "SELECT COUNT(*) FROM appointments WHERE note <> '' AND day >= @today") > 5
    assert clinic('SELECT is_online FROM patients WHERE NOT is_online') == [(0,)]
    assert clinic('SELECT name FROM services WHERE NOT is_online') == [('Dental X-ray',)]


def test_the_next_to_come_today_has_said_how_late_they_are(clinic):
    coming = one(clinic, "SELECT COUNT(*) FROM appointments LEFT JOIN time_off ON time_off.staff_id = "
                         "appointments.staff_id AND time_off.starts_at < appointments.ends_at AND time_off.ends_at > "
                         "appointments.starts_at WHERE day = @today AND status = 'booked' AND room_id "
                         "AND time_off_id IS NULL")
    late = clinic('SELECT day, status FROM appointments WHERE late_minutes IS NOT NULL')

    assert late == ([(clinic.today, 'booked')] if coming else [])


def test_two_records_are_likely_one_patient(clinic):
    pairs = clinic.link.rows('patients/list_doubles', limit=5)

    assert [(pair['full_name'], pair['other_full_name']) for pair in pairs] == [('Jiří Dvořák', 'Jiri Dvorak')]


@pytest.mark.parametrize('service, rooms', [
    ('Dental%', {'Dental surgery'}), ('Physiotherapy%', {'Exercise room'}), ('X-ray', {'X-ray'}),
    ('GP%', {'Room 1', 'Room 2'}), ('Child%', {'Room 1', 'Room 2', "Children's room"}),
])
def test_a_service_is_given_where_its_things_are(clinic, service, rooms):
    assert {room for (room,) in clinic(
        'SELECT rooms.name FROM rooms JOIN room_services USING (room_id) JOIN services USING (service_id) '
        f"WHERE services.name LIKE '{service}'")} == rooms


BLOCK = """
    FROM appointments
    LEFT JOIN working_hours ON working_hours.staff_id = appointments.staff_id
        AND weekday = WEEKDAY(starts_at) AND COALESCE(fortnight = (
            SELECT calendar.fortnight FROM calendar WHERE calendar.day = appointments.day), TRUE)
        AND valid_from <= day AND (valid_until IS NULL OR day < valid_until)
        AND day + INTERVAL starts_minute MINUTE <= starts_at AND ends_at <= day + INTERVAL ends_minute MINUTE
"""
BROKEN = {
    'outside working hours': f'SELECT appointment_id {BLOCK} WHERE working_hours_id IS NULL',
    'beside the grid of starts': f"""
        SELECT appointment_id {BLOCK} JOIN staff ON staff.staff_id = appointments.staff_id
        WHERE TIMESTAMPDIFF(MINUTE, day + INTERVAL starts_minute MINUTE, starts_at) % slot_minutes <> 0""",
    'in a break': f"""
        SELECT appointment_id {BLOCK} JOIN breaks USING (working_hours_id)
        WHERE day + INTERVAL breaks.starts_minute MINUTE < ends_at
          AND day + INTERVAL breaks.ends_minute MINUTE > starts_at""",
    'in time off': """
        SELECT appointment_id FROM appointments JOIN time_off USING (staff_id)
        WHERE NOT (time_off.reason = 'Ill' AND time_off.starts_at = @today)
          AND time_off.starts_at < appointments.ends_at AND time_off.ends_at > appointments.starts_at""",
    'on a closed day': 'SELECT appointment_id FROM appointments JOIN closures USING (day)',
    'in a room that does not suit': """
        SELECT appointment_id FROM appointments LEFT JOIN room_services USING (room_id, service_id)
        JOIN services USING (service_id) WHERE (services.place = 'room') <> (room_services.room_id IS NOT NULL)""",
    'with somebody who does not offer it': """
        SELECT appointment_id FROM appointments LEFT JOIN staff_services USING (staff_id, service_id)
        WHERE staff_services.staff_id IS NULL""",
    'of another length than the service': """
        SELECT appointment_id FROM appointments JOIN services USING (service_id)
        WHERE TIMESTAMPDIFF(MINUTE, starts_at, ends_at) <> minutes
           OR appointments.pause_minutes <> services.pause_minutes""",
    'a grown-up at the paediatrician': """
        SELECT appointment_id FROM appointments JOIN patients USING (patient_id) JOIN staff USING (staff_id)
        WHERE specialization = 'Paediatrics' AND birth_date < @today - INTERVAL 16 YEAR""",
    'two of one patient at once': """
        SELECT a.appointment_id FROM appointments AS a JOIN appointments AS b USING (patient_id)
        WHERE a.appointment_id < b.appointment_id AND a.starts_at < b.ends_at AND b.starts_at < a.ends_at""",
    'two of one person at once': """
        SELECT a.appointment_id FROM appointments AS a JOIN appointments AS b USING (staff_id)
        WHERE a.appointment_id < b.appointment_id AND a.starts_at < b.holds_until AND b.starts_at < a.holds_until""",
    'two in one room at once': """
        SELECT a.appointment_id FROM appointments AS a JOIN appointments AS b USING (room_id)
        WHERE a.appointment_id < b.appointment_id AND a.starts_at < b.holds_until AND b.starts_at < a.holds_until""",
    'booked before the account existed': """
        SELECT appointment_id FROM appointments JOIN users ON users.user_id = booked_by
        WHERE appointments.created_utc < users.created_utc""",
    'booked with an account that cannot sign in': """
        SELECT appointment_id FROM appointments JOIN users ON users.user_id = booked_by
        WHERE NOT is_active OR password_hash IS NULL""",
    'booked after its start, or in the future': """
        SELECT appointment_id FROM appointments
        WHERE created_utc > starts_at - INTERVAL @ahead MINUTE OR created_utc > @now_utc""",
    'beyond what one patient may have ahead': """
        SELECT patient_id FROM appointments WHERE status = 'booked' AND day >= @today GROUP BY patient_id
        HAVING COUNT(*) > (SELECT visits_ahead_limit FROM settings)""",
}


@pytest.mark.parametrize('flaw', BROKEN)
def test_no_visit_breaks_a_rule_of_the_clinic(clinic, flaw):
    assert clinic(BROKEN[flaw]) == []


def test_histories_make_only_legal_moves_and_end_where_the_visit_stands(clinic):
    assert clinic('SELECT history_id FROM appointment_history '
                  'LEFT JOIN status_transitions USING (from_status, to_status) '
                  "WHERE appointment_history.action = 'status' AND status_transitions.action IS NULL") == []
    stories = {}
    for visit, status, action, before, after, at in clinic(
            'SELECT appointment_id, status, action, from_status, to_status, at_utc FROM appointments '
            'LEFT JOIN appointment_history USING (appointment_id) ORDER BY appointment_id, history_id'):
        stories.setdefault((visit, status), []).append((action, before, after, at))

    for (_, status), story in stories.items():
        actions, befores, afters, times = zip(*story, strict=True)
        assert actions[0] == 'booked' and befores == (None, *afters[:-1])
        assert afters[-1] == status
        assert list(times) == sorted(times)
    assert {'booked', 'moved', 'status'} == {step[0] for story in stories.values() for step in story}


def test_mail_is_what_has_happened_and_none_waits_to_be_sent(clinic):
    assert one(clinic, "SELECT COUNT(*) FROM notifications WHERE state = 'sent' AND sent_utc >= created_utc") > 300
    assert one(clinic, "SELECT COUNT(*) FROM notifications WHERE state = 'failed' AND sent_utc IS NULL") >= 1
    assert clinic("SELECT dedupe_key FROM notifications WHERE state NOT IN ('sent', 'failed') OR version > 9") == []
    assert {kind for (kind,) in clinic('SELECT DISTINCT kind FROM notifications')} >= {
        'booked', 'moved', 'cancelled', 'reminder'}


def test_the_mail_of_the_last_booking_would_not_be_queued_again(clinic):
    """The keys are those that the program makes, so nobody gets the same mail twice."""
    visit = one(clinic, "SELECT MAX(appointment_id) FROM notifications WHERE kind = 'booked'")
    before = one(clinic, 'SELECT COUNT(*) FROM notifications')

    clinic.link.change('notifications/insert_for_visit', kind='booked', appointment_id=visit, tell_patient=True,
                       was_at=None, expires_utc=clinic.today, now_utc=clinic.today)

    assert one(clinic, 'SELECT COUNT(*) FROM notifications') == before


def test_something_was_done_and_some_are_away(clinic):
    assert one(clinic, 'SELECT COUNT(DISTINCT action) FROM audit_log WHERE at_utc <= @today') >= 6
    assert one(clinic, 'SELECT COUNT(*) FROM time_off WHERE ends_at < @today') >= 1
    assert one(clinic, 'SELECT COUNT(*) FROM time_off WHERE starts_at > @today') >= 2
    assert one(clinic, 'SELECT COUNT(*) FROM working_hours WHERE valid_until > @today') >= 1
    assert one(clinic, 'SELECT COUNT(*) FROM working_hours WHERE valid_until <= @today') >= 1
    assert one(clinic, 'SELECT MIN(day) > @today + INTERVAL 21 DAY FROM closures') == 1
    assert clinic("SELECT 1 FROM settings WHERE address = '' OR phone = '' OR email = ''") == []


def test_everybody_can_be_booked_within_two_weeks_for_each_of_two_services_or_more(clinic):
    offered = clinic('SELECT staff_id, service_id FROM staff_services JOIN staff USING (staff_id) WHERE is_bookable')
    bookable = clinic('SELECT DISTINCT staff_id, service_id FROM free_starts '
                      'WHERE day > @today AND day <= @today + INTERVAL 14 DAY')

    assert set(bookable) == set(offered)
    assert all(len([1 for staff, _ in offered if staff == person]) >= 2 for person, _ in offered)


def test_most_of_the_coming_two_weeks_is_free(clinic):
    now = dt.datetime.combine(clinic.today, dt.time(8))
    times = {1: 0, 7: 0, 10: 0, 11: 0}          # GP appointments, dental treatments, physiotherapy, X-rays
    for service_id, staff_id in ((1, 2), (7, 5), (10, 6), (11, 8)):
        for ahead in range(14):
            times[service_id] += len(clinic.link.rows(
                'availability/list_starts', role='patient', staff_id=staff_id, service_id=service_id,
                day=clinic.today + dt.timedelta(days=ahead), now=now))

    assert times[1] > 60 and times[7] > 20 and times[10] > 40 and times[11] > 100


def test_nothing_in_it_asks_the_clock_or_chance():
    statements = '\n'.join(loader.statements((loader.FOLDER / 'demo.sql').read_text(encoding='utf-8')))

    assert not re.search(r'\b(NOW|CURDATE|CURTIME|SYSDATE|UNIX_TIMESTAMP|UUID\w*|RAND)\s*\(', statements, re.IGNORECASE)
    assert not re.search(r'\b(LOCALTIME|CURRENT_|UTC_)', statements, re.IGNORECASE)


def test_the_loader_says_what_time_it_is_at_the_clinic(server):
    """In Tokyo it is half past ten: who was there at nine has left, and the acts are those of the early UTC morning."""
    settings = dataclasses.replace(server, db_name='demo_of_tokyo', timezone=ZoneInfo('Asia/Tokyo'))
    config.use(settings)
    clock.freeze(dt.datetime(2026, 11, 23, 1, 30))
    loader.load(settings, demo=True)
    with loader.linked(settings) as link, link.connection.cursor() as cursor:
        cursor.execute("SELECT MAX(at_utc), MAX(day) FROM appointment_history JOIN appointments USING (appointment_id) "
                       "WHERE to_status = 'completed'")
        [(latest, day)] = cursor.fetchall()
    clock.freeze(None)
    config.use(server)

    assert day == dt.date(2026, 11, 23)
    assert dt.datetime(2026, 11, 23, 0, 0) <= latest <= dt.datetime(2026, 11, 23, 1, 30)


# ---- everybody is found by what a keyboard without their letters has

PLAIN = str.maketrans({'ł': 'l', 'ø': 'o', 'þ': 'th', 'æ': 'ae', 'ı': 'i', 'đ': 'd', 'ß': 'ss'})


@pytest.fixture(scope='module')
def open_demo(server):
    """The demo clinic behind app.database, as a patient search sees it: its patients by key."""
    settings = dataclasses.replace(server, db_name='demo_to_search')
    loader.load(settings, demo=True)
    database.close()
    database.open(settings, size=2)
    yield {each['patient_id']: each for each in map(dict, _everybody(settings))}
    database.close()
    database.open(server, size=60)


def _everybody(settings):
    with loader.linked(settings) as link, link.connection.cursor(dictionary=True) as cursor:
        cursor.execute('SELECT patients.patient_id, patients.full_name, patients.birth_date, '
                       'COALESCE(patients.email, users.email) AS email FROM patients '
                       'LEFT JOIN users ON users.user_id = patients.user_id')
        return cursor.fetchall()


def _found(typed, today):
    search = forms.read_search(typed, 'day_first', today)
    return {each['patient_id'] for each in patients.list_found(search, limit=patients.PER_PAGE, offset=0)}


def _ways_to_type(person):
    """How somebody at the desk may type this person's name, address and day of birth."""
    name, born = person['full_name'], person['birth_date']
    plain = name
    if 'LATIN' in unicodedata.name(name[0]):
        apart = unicodedata.normalize('NFD', name.lower().translate(PLAIN))
        plain = ''.join(sign for sign in apart if unicodedata.category(sign) != 'Mn')
    yield from (name, name.upper(), plain, name.replace("'", '’'), plain.replace("'", '').replace('ʻ', ''))
    if person['email']:
        yield from (person['email'], person['email'].split('@')[0] + '@')
    if born:
        surname = plain.split()[-1]
        yield from (f'{born:%d%m%y}', f'{born:%d.%m.%Y}', f'{born:%Y-%m-%d}', f'{surname} {born:%Y}',
                    f'{born:%d.%m.%Y} {surname}')


def test_every_patient_is_found_however_they_are_typed(open_demo):
    today = dt.date.today()
    missed = [(typed, person['full_name']) for key, person in open_demo.items() for typed in _ways_to_type(person)
              if key not in _found(typed, today)]

    assert missed == []
    assert len(open_demo) > 50
