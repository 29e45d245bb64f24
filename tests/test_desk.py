"""The desk: finding or adding a patient, booking at any time, walk-ins, and what is knowingly overruled."""

import datetime as dt
from urllib.parse import urlencode

import pytest

from app import clock, names
from app.clinic import patients
from app.forms import patients as forms
from tests.conftest import MONDAY
from tests.support.people import DORA
from tests.support.statements import statements
from tests.support.visits import book


@pytest.fixture
def dora(browser):
    return browser('dora')


def confirm(visitor, **wanted):
    """Open the last step for Paul's consultation with Dr. Weber, Tuesday 10:00; values may change that."""
    asked = {'patient_id': 3, 'service_id': 1, 'staff_id': 1, 'starts_at': '2026-06-02T10:00', **wanted}
    return visitor.get('/staff/book/confirm?' + urlencode({name: value for name, value in asked.items() if value}))


def search(typed, style='day_first', page=1):
    found = patients.list_found(forms.read_search(typed, style, MONDAY), limit=20, offset=(page - 1) * 20)
    return [each['patient_id'] for each in found]


@pytest.mark.parametrize(('typed', 'style', 'read'), [
    ('1980-02-29', 'day_first', dt.date(1980, 2, 29)),
    ('29.2.1980', 'day_first', dt.date(1980, 2, 29)),
    ('2/3/1980', 'day_first', dt.date(1980, 3, 2)),
    ('2/3/1980', 'month_first', dt.date(1980, 2, 3)),
    ('29 Feb 1980', 'day_first', dt.date(1980, 2, 29)),
    ('February 29, 1980', 'month_first', dt.date(1980, 2, 29)),
    ('01.10.1990', 'day_first', dt.date(1990, 10, 1)),
    ('1/10/90', 'day_first', dt.date(1990, 10, 1)),
    ('1/10/90', 'month_first', dt.date(1990, 1, 10)),
    ('02.06.26', 'day_first', dt.date(1926, 6, 2)),     # the day after the tests' today
    ('01.06.26', 'day_first', dt.date(2026, 6, 1)),
    ('90-10-01', 'iso', dt.date(1990, 10, 1)),
])
def test_a_birth_date_is_read_as_the_clinic_writes_it(typed, style, read):
    assert forms.read_search(typed, style, MONDAY) == {'birth_date': read}


@pytest.mark.parametrize(('typed', 'style', 'read'), [
    ('011090', 'day_first', dt.date(1990, 10, 1)),
    ('01101990', 'day_first', dt.date(1990, 10, 1)),
    ('011090', 'month_first', dt.date(1990, 1, 10)),
    ('19901001', 'day_first', dt.date(1990, 10, 1)),
    ('901001', 'iso', dt.date(1990, 10, 1)),
])
def test_digits_alone_may_be_a_birth_date_or_a_number(typed, style, read):
    assert forms.read_search(typed, style, MONDAY) == {'birth_date': read, 'digits': typed.lstrip('0')}


@pytest.mark.parametrize(('typed', 'read'), [
    ('', {}),
    ('  ', {}),
    ('030 555-01', {'digits': '3055501'}),
    ('+49 30 555 01', {'digits': '493055501'}),
    ('12', {'words': ['12'], 'name': '12'}),
    ('31.2.1980', {'digits': '3121980'}),
    ('Petra  Patient', {'words': ['patient', 'petra'], 'name': 'Petra Patient'}),
    ('Anna-Maria', {'words': ['maria', 'anna'], 'name': 'Anna-Maria'}),
    ('O’Neil', {'words': ['neil', 'o'], 'name': 'O’Neil'}),
    ('Anna@Example', {'email': 'anna@example'}),
    ('Ferreira 1990', {'words': ['ferreira'], 'name': 'Ferreira', 'born_from': dt.date(1990, 1, 1),
                       'born_until': dt.date(1991, 1, 1)}),
    ('29 Feb 1980 ferreira', {'words': ['ferreira'], 'name': 'ferreira', 'born_from': dt.date(1980, 2, 29),
                              'born_until': dt.date(1980, 3, 1)}),
    ('ferreira ana 011090', {'words': ['ferreira', 'ana'], 'name': 'ferreira ana',
                             'born_from': dt.date(1990, 10, 1), 'born_until': dt.date(1990, 10, 2)}),
    ('1990', {'digits': '1990'}),
])
def test_the_one_box_understands_numbers_and_names(typed, read):
    assert forms.read_search(typed, 'day_first', MONDAY) == read


@pytest.mark.parametrize(('typed', 'found'), [
    ('petra', [1]),
    ('pat', [3, 1, 2]),
    ('PATIENT Pet', [1]),
    ('tient', []),
    ('p%', []),
    ('_etra', []),
    ('1950-10-10', [5]),
    ('10.10.1950', [5]),
    ('555 03', [5]),
    ('030 55501', [1, 2]),
    ('99999', []),
])
def test_a_patient_is_found_by_name_phone_or_birth_date(cast, typed, found):
    assert search(typed) == found


def test_names_of_every_script_are_found(cast, shell):
    names = {71: '王小明', 72: "Renée O'Connor", 73: 'Anne-Marie Łuk', 74: 'Наталія Шевченко', 75: 'Chloë D’Arcy-Jones',
             76: 'Keoni Kealohaʻāina', 77: 'Þórunn Kjærgaard', 78: 'Søren Weiß', 79: 'Şebnem Yıldız'}
    add(shell, names)

    found = {typed: search(typed) for typed in (
        '小明', 'connor', "o'con", 'O’CONNOR', 'oconnor', 'renee', 'marie anne', 'annemarie', 'luk', 'ШЕВЧ', 'd arcy',
        'darcyjones', 'kealohaaina', 'Kealoha', 'thorunn', 'kjaer', 'soren weiss', 'yildiz', 'YILDIZ seb')}
    assert found == {
        '小明': [71], 'connor': [72], "o'con": [72], 'O’CONNOR': [72], 'oconnor': [72], 'renee': [72],
        'marie anne': [73], 'annemarie': [73], 'luk': [73], 'ШЕВЧ': [74], 'd arcy': [75], 'darcyjones': [75],
        'kealohaaina': [76], 'Kealoha': [76], 'thorunn': [77], 'kjaer': [77], 'soren weiss': [78], 'yildiz': [79],
        'YILDIZ seb': [79]}


def add(shell, names):
    for patient_id, name in names.items():
        shell("INSERT INTO patients (patient_id, full_name, created_utc) VALUES (%s, %s, '2026-01-01')", patient_id,
              name)


def test_the_server_folds_names_as_the_program_does(cast, shell):
    for sign in (*map(chr, names.PLAIN), *'ŁØĐÐĦÞÆŒ', *names.SIGNS.pattern.strip('[]')):
        name = f'A{sign}b'
        shell("INSERT INTO patients (full_name, created_utc) VALUES (%s, '2026-01-01')", name)
        (found_by,), = shell('SELECT found_by FROM patients ORDER BY patient_id DESC LIMIT 1')

        assert found_by == f'{names.fold(name)} {names.fold(names.SIGNS.sub("", name))}'


def test_words_follow_a_name_that_is_corrected_and_a_patient_who_is_forgotten(cast, shell):
    add(shell, {71: 'Anna Anna-Maria'})
    assert shell('SELECT word FROM patient_words WHERE patient_id = 71 ORDER BY word') == \
        [('anna',), ('annamaria',), ('maria',)]
    shell("UPDATE patients SET full_name = 'Ännà Smith' WHERE patient_id = 71")
    assert shell('SELECT word, full_name FROM patient_words WHERE patient_id = 71 ORDER BY word') == \
        [('ännà', 'Ännà Smith'), ('smith', 'Ännà Smith')]
    shell("UPDATE patients SET phone = '555' WHERE patient_id = 71")
    assert (search('smith'), search('maria')) == ([71], [])
    shell("UPDATE patients SET forgotten_utc = '2026-05-01' WHERE patient_id = 71")
    assert shell('SELECT COUNT(*) FROM patient_words WHERE patient_id = 71') == [(0,)]


def test_a_patient_is_found_by_name_and_year(cast, shell):
    add(shell, {71: 'Ana Ferreira', 72: 'Ana Ferreira'})
    shell("UPDATE patients SET birth_date = '1990-10-01' WHERE patient_id = 72")

    assert [search(typed) for typed in ('ferreira', 'ferreira 1990', '1990 ana', 'ferreira 1.10.1990', 'ana 1991')] == \
        [[71, 72], [72], [72], [72], []]


def test_digits_that_are_nobody_s_birthday_are_a_number(cast, shell):
    add(shell, {71: 'Ana Ferreira'})
    shell("UPDATE patients SET phone = '030 011090' WHERE patient_id = 71")
    assert search('011090') == [71]
    shell("UPDATE patients SET birth_date = '1990-10-01' WHERE patient_id = 1")

    assert (search('011090'), search('011 090')) == ([1], [71])


def test_digits_read_as_a_birthday_lead_to_the_phone_numbers(dora, shell):
    shell("UPDATE patients SET birth_date = '1990-10-01', phone = '030 011090'")
    page = dora.get('/staff/book?q=011090')

    assert 'Born on 1 October 1990' in page.text or 'Born on 01' in page.text or 'Born on 1' in page.text
    assert 'q=011+090' in page.text and 'Search for phone numbers with 011090' in page.text


def test_a_patient_is_found_by_e_mail(cast, shell):
    shell("UPDATE patients SET email = 'post_box@mail.test' WHERE patient_id = 5")

    assert [search(typed) for typed in ('post_box@', 'POST_BOX@mail.test', 'postxbox@', 'petra@mail.test')] == \
        [[5], [5], [], [1, 2]]


def test_a_child_is_found_by_the_number_of_whoever_books_for_it(cast):
    found = patients.list_found({'digits': '55501'}, limit=20, offset=0)

    assert [(each['full_name'], each['holder_name']) for each in found] == \
        [('Petra Patient', None), ('Pia Patient', 'Petra Patient')]


def test_forgotten_patients_are_not_found(cast, shell):
    shell("UPDATE patients SET forgotten_utc = '2026-05-01'")

    assert (search('petra'), search('55501'), search('1980-02-29')) == ([], [], [])


def test_many_found_are_paged(dora, shell):
    for number in range(25):
        shell("INSERT INTO patients (full_name, created_utc) VALUES (%s, '2026-01-01')", f'Zoe Number{number:02}')
    page = dora.get('/staff/book?q=zoe')
    assert 'Number19' in page.text and 'Number20' not in page.text and 'Next page' in page.text
    page = dora.get('/staff/book?q=zoe&page=2')

    assert 'Number20' in page.text and 'Next page' not in page.text and 'Previous page' in page.text
    assert dora.get('/staff/book?q=zoe&page=77').text.count('Number2') == page.text.count('Number2')


@pytest.mark.parametrize('typed', ["'", '-', '.', '12'])
def test_what_nobody_can_be_found_by_is_told_as_well(dora, typed):
    page = dora.get(f'/staff/book?q={typed}')

    assert 'No patient found' in page.text and 'name="q"' in page.text
    assert 'No patient found' not in dora.get('/staff/book?q=+').text


def test_nobody_found_leads_to_adding_them(dora):
    page = dora.get('/staff/book?q=Nobody+Known')
    assert 'No patient found' in page.text
    page = dora.get('/staff/book/patient?q=Nobody+Known')

    assert dict(page.forms)['/staff/book/patient']['full_name'] == 'Nobody Known'
    born = dict(dora.get('/staff/book/patient?q=28.2.1981').forms)['/staff/book/patient']
    assert [born[f'birth_date_{part}'] for part in ('day', 'month', 'year')] == ['28', '2', '1981']


def test_a_patient_is_added_without_an_account(dora, shell):
    dora.get('/staff/book/patient?service_id=1&day=2026-06-02')
    page = dora.submit('/staff/book/patient', full_name='Nina New', phone='+49 30 777 01')

    assert page.status == 200 and page.path == '/staff/book' and 'Nina New' in page.text
    assert 'Tuesday 2 June 2026' in page.text
    assert shell("SELECT user_id, relation, birth_date, phone, email FROM patients WHERE full_name = 'Nina New'") == \
        [(None, 'self', None, '+49 30 777 01', None)]
    assert shell("SELECT COUNT(*) FROM audit_log WHERE action = 'patient added' AND user_id = 5") == [(1,)]


def test_who_may_be_the_same_is_shown_before_a_patient_is_added(dora, shell):
    dora.get('/staff/book/patient')
    page = dora.submit('/staff/book/patient', full_name='olga Onthephone')
    assert page.status == 409 and 'patient_id=5' in page.text
    dora.get('/staff/book/patient')
    page = dora.submit('/staff/book/patient', full_name='Olga Miller', birth_date='1950-10-10')
    assert page.status == 409 and 'patient_id=5' in page.text
    assert shell("SELECT COUNT(*) FROM patients WHERE full_name LIKE 'Olga%'") == [(1,)]

    assert dora.submit('/staff/book/patient', is_new='yes').status == 200
    assert shell("SELECT COUNT(*) FROM patients WHERE full_name LIKE 'Olga%'") == [(2,)]


def test_a_refused_new_patient_keeps_what_was_typed(dora):
    dora.get('/staff/book/patient')
    page = dora.submit('/staff/book/patient', full_name='', phone='nope')

    assert page.status == 422
    assert 'id="full_name-error"' in page.text and 'id="phone-error"' in page.text
    assert dict(page.forms)['/staff/book/patient']['phone'] == 'nope'


def test_the_free_times_of_everybody_or_of_one_are_offered(dora):
    page = dora.get('/staff/book?patient_id=3&service_id=1&day=2026-06-02')
    assert 'Book Tuesday 2 June 2026, 09:00 with Dr. Anna Weber' in page.text
    assert 'Book Tuesday 2 June 2026, 09:00 with Dr. Ben Okafor' in page.text
    page = dora.get('/staff/book?patient_id=3&service_id=1&staff_id=2&day=2026-06-02')

    assert 'Dr. Anna Weber"' not in page.text and '09:00 with Dr. Ben Okafor' in page.text


def test_from_today_the_soonest_times_are_named(dora):
    page = dora.get('/staff/book?patient_id=3&service_id=1')
    assert 'Mon 1 Jun, 09:00 Dr. Anna Weber' in page.text
    page = dora.get('/staff/book?patient_id=3&service_id=1&staff_id=2')

    assert 'Mon 1 Jun, 09:00 Dr. Ben Okafor' in page.text and '09:00 Dr. Anna Weber' not in page.text


def test_a_day_without_a_free_time_names_the_next_ones(dora):
    page = dora.get('/staff/book?patient_id=3&service_id=1&day=2026-06-06')
    assert 'Next free times after this day' in page.text and 'Mon 8 Jun, 09:00 Dr. Anna Weber' in page.text
    page = dora.get('/staff/book?patient_id=3&service_id=1&day=2026-06-05')

    assert 'Next free times after this day' not in page.text


def test_coming_visits_lead_to_their_pages_for_those_who_may_open_them(dora, browser, shell):
    confirm(dora)
    dora.submit('/staff/book', follow=False)
    (number,), = shell('SELECT appointment_id FROM appointments')
    link = f'href="/appointments/{number}"'

    assert link in dora.get('/staff/book?patient_id=3').text
    assert link in browser('weber').get('/staff/book?patient_id=3').text
    assert 'Upcoming visits' not in browser('okafor').get('/staff/book?patient_id=3').text


def test_a_time_within_the_notice_is_offered_to_the_desk(dora, at):
    clock.freeze(clock.to_utc(at('08:30')))

    text = dora.get('/staff/book?patient_id=3&service_id=1').text
    assert 'Book Monday 1 June 2026, 09:00 with Dr. Anna Weber' in text
    assert 'Earliest free times' in text and 'Mon 1 Jun, 09:00 Dr. Anna Weber' in text


def test_the_patients_notice_is_a_hint_for_the_desk(dora, shell, at):
    clock.freeze(clock.to_utc(at('08:30')))
    page = confirm(dora, starts_at='2026-06-01T09:00')
    assert 'at least 60 minutes ahead' in page.text and 'overrule_' not in page.text

    assert dora.submit('/staff/book', follow=False).status == 303
    assert shell('SELECT overruled FROM appointment_history') == [('',)]


def test_a_time_beside_the_grid_is_a_hint_for_the_desk(dora, shell):
    page = confirm(dora, starts_at='2026-06-02T10:05')
    assert 'Rule for patients: Visits start every 30 minutes' in page.text and 'overrule_' not in page.text

    assert dora.submit('/staff/book', follow=False).status == 303
    assert shell('SELECT overruled FROM appointment_history') == [('off grid: at the desk',)]


def test_a_visit_is_booked_and_its_patient_told(dora, shell, at):
    confirm(dora)
    page = dora.submit('/staff/book', follow=False, reason='Knee')

    appointment_id = shell('SELECT appointment_id FROM appointments')[0][0]
    assert (page.status, page.headers['location']) == (303, f'/appointments/{appointment_id}?done=visit_booked')
    assert shell('SELECT patient_id, staff_id, starts_at, status, reason, booked_by, room_id FROM appointments') == \
        [(3, 1, at('10:00', 1), 'booked', 'Knee', 5, 1)]
    assert shell('SELECT recipient FROM notifications') == [('paul@mail.test',)]
    assert shell('SELECT overruled FROM appointment_history') == [('',)]


def test_the_patient_is_not_told_where_that_is_not_ticked(dora, shell):
    confirm(dora)
    dora.submit('/staff/book', follow=False, tell_patient='')

    assert shell("SELECT COUNT(*) FROM notifications WHERE state <> 'cancelled'") == [(0,)]


def test_without_an_address_nothing_is_promised(dora):
    page = confirm(dora, patient_id=5)

    assert 'We have no e-mail address' in page.text and 'tell_patient' not in page.text


def test_the_same_form_sent_twice_books_once(dora, shell):
    confirm(dora)
    form = dict(dora.page.forms)['/staff/book']
    first = dora.post('/staff/book', form, follow=False).headers['location']
    confirm(dora, starts_at='2026-06-02T11:00')

    assert dora.post('/staff/book', form, follow=False).headers['location'] == first
    assert shell('SELECT COUNT(*) FROM appointments') == [(1,)]


@pytest.mark.parametrize(('starts_at', 'rule'), [
    ('2026-06-02T12:15', 'break'),
    ('2026-06-02T18:00', 'outside_hours'),
    ('2026-09-01T10:00', 'horizon'),
    ('2026-06-03T10:00', 'closed'),
    ('2026-06-04T10:00', 'time_off'),
])
def test_rules_are_overruled_only_with_a_tick_and_a_reason(dora, shell, starts_at, rule):
    shell("INSERT INTO closures (day, reason) VALUES ('2026-06-03', 'Course')")
    shell("INSERT INTO time_off (staff_id, starts_at, ends_at) VALUES (1, '2026-06-04', '2026-06-05')")
    page = confirm(dora, starts_at=starts_at)
    assert f'name="overrule_{rule}"' in page.text

    page = dora.submit('/staff/book', reason='Fever')
    assert page.status == 422 and f'id="overrule_{rule}-error"' in page.text
    assert dict(page.forms)['/staff/book']['reason'] == 'Fever'
    ticks = dict.fromkeys((f'overrule_{rule}', 'overrule_off_grid'), 'yes')
    page = dora.submit('/staff/book', **ticks)
    assert page.status == 422 and 'id="why-error"' in page.text
    assert shell('SELECT COUNT(*) FROM appointments') == [(0,)]
    assert dora.submit('/staff/book', follow=False, **ticks, why='Urgent').status == 303
    overruled, user_id = shell('SELECT overruled, user_id FROM appointment_history')[0]
    assert rule.replace('_', ' ') in overruled and overruled.endswith(': Urgent') and user_id == 5


def test_only_what_was_shown_and_ticked_is_overruled(dora, shell):
    confirm(dora, starts_at='2026-06-02T12:15')
    shell("INSERT INTO time_off (staff_id, starts_at, ends_at) VALUES (1, '2026-06-02', '2026-06-03')")
    page = dora.submit('/staff/book', overrule_break='yes', overrule_off_grid='yes', why='Urgent')

    assert page.status == 422
    assert 'id="overrule_time_off-error"' in page.text and 'id="overrule_break-error"' not in page.text
    assert 'checked' in page.text.split('name="overrule_break"')[1].split('>')[0]


def test_a_visit_too_many_is_overruled_too(dora, shell):
    shell('UPDATE settings SET visits_ahead_limit = 1')
    confirm(dora)
    dora.submit('/staff/book', follow=False)
    page = confirm(dora, starts_at='2026-06-02T14:00')

    assert 'name="overrule_visits_ahead"' in page.text and 'Upcoming visits' in page.text
    assert dora.submit('/staff/book', follow=False, overrule_visits_ahead='yes', why='Check').status == 303


@pytest.mark.parametrize(('taken', 'wanted', 'sentence'), [
    ({}, {'patient_id': 1}, 'Dr. Anna Weber has a visit with Paul Patient from 10:00 to 10:30.'),
    ({}, {'staff_id': 2}, 'This patient has a visit with Dr. Anna Weber then, 10:00–10:30.'),
    ({'room': 1}, {'staff_id': 2, 'patient_id': 1}, 'No room that suits Consultation is free'),
])
def test_a_taken_person_patient_or_room_cannot_be_overruled(dora, shell, taken, wanted, sentence):
    confirm(dora, **wanted)
    form = dict(dora.page.forms)['/staff/book']
    if taken:
        shell('UPDATE rooms SET is_active = FALSE WHERE room_id <> 1')
    confirm(dora)
    dora.submit('/staff/book', follow=False)
    page = confirm(dora, **wanted)
    assert page.status == 200 and sentence in page.text and 'This cannot be booked' in page.text
    ticks = dict.fromkeys(('overrule_person_taken', 'overrule_patient_taken', 'overrule_no_room'), 'yes')
    page = dora.post('/staff/book', {**form, **ticks, 'why': 'Please'})

    assert page.status == 409
    assert sentence in page.text and 'Other free times on this day' in page.text
    assert '10:30 Dr.' in page.text
    assert shell('SELECT COUNT(*) FROM appointments') == [(1,)]


def test_a_room_can_be_asked_for(dora, shell):
    confirm(dora)
    dora.submit('/staff/book', follow=False, room_id='2')

    assert shell('SELECT room_id FROM appointments') == [(2,)]


def test_a_taken_room_that_was_asked_for_is_refused(dora, shell):
    confirm(dora, staff_id=2, patient_id=1)
    form = dict(dora.page.forms)['/staff/book']
    confirm(dora)
    dora.submit('/staff/book', follow=False, room_id='2')
    page = dora.post('/staff/book', {**form, 'room_id': '2'})

    assert page.status == 409 and 'Room 2 10:00–10:30' in page.text


def test_any_time_of_full_five_minutes_can_be_typed(dora):
    page = confirm(dora, starts_at='', day='2026-06-02', time='1205')
    assert page.status == 200 and '12:05–12:35' in page.text
    page = confirm(dora, starts_at='', day='2026-06-02', time='12:03')

    assert page.status == 422 and 'id="time-error"' in page.text
    assert [form['time'] for _, form in page.forms if 'time' in form] == ['12:03']


def test_with_anyone_the_person_whom_the_time_suits_is_taken(dora, shell, at):
    shell("INSERT INTO time_off (staff_id, starts_at, ends_at) VALUES (1, '2026-06-02', '2026-06-03')")
    page = confirm(dora, staff_id='', starts_at='', day='2026-06-02', time='10')

    assert 'with Dr. Ben Okafor' in page.text and 'overrule_' not in page.text


def test_a_walk_in_starts_now_and_has_arrived(browser, shell, at):
    clock.freeze(clock.to_utc(at('10:13')))
    dora = browser('dora')
    page = confirm(dora, starts_at='', staff_id='', walk_in='yes')
    assert '10:10–10:40' in page.text and 'overrule_' not in page.text and 'Other free times' not in page.text
    clock.freeze(clock.to_utc(at('10:16')))

    assert dora.submit('/staff/book', follow=False).status == 303
    assert shell('SELECT staff_id, starts_at, status FROM appointments') == [(1, at('10:15'), 'arrived')]
    assert shell('SELECT overruled FROM appointment_history') == [('off grid: walk-in',)]


def test_a_walk_in_goes_to_whoever_is_free(dora, browser, shell, at):
    confirm(dora, starts_at='2026-06-01T10:00')
    dora.submit('/staff/book', follow=False)
    clock.freeze(clock.to_utc(at('10:05')))
    dora = browser('dora')
    page = confirm(dora, patient_id=1, starts_at='', staff_id='', walk_in='yes')
    assert 'with Dr. Ben Okafor' in page.text
    dora.submit('/staff/book', follow=False)

    assert shell("SELECT staff_id FROM appointments WHERE status = 'arrived'") == [(2,)]


def test_a_walk_in_in_the_break_needs_its_tick(browser, shell, at):
    clock.freeze(clock.to_utc(at('12:10')))
    dora = browser('dora')
    confirm(dora, starts_at='', walk_in='yes')

    assert dora.submit('/staff/book').status == 422
    assert dora.submit('/staff/book', follow=False, overrule_break='yes', why='Bleeding').status == 303
    assert shell('SELECT overruled FROM appointment_history') == [('off grid, break: Bleeding',)]


def test_a_walk_in_with_everybody_busy_is_told_when(dora, browser, at):
    for staff_id, patient_id in ((1, 3), (2, 1)):
        confirm(dora, starts_at='2026-06-01T10:00', staff_id=staff_id, patient_id=patient_id)
        dora.submit('/staff/book', follow=False)
    clock.freeze(clock.to_utc(at('10:05')))
    dora = browser('dora')
    page = confirm(dora, patient_id=5, starts_at='', staff_id='', walk_in='yes')

    assert 'Nobody is free right now' in page.text and 'with a patient until 10:30' in page.text
    assert 'Book 10:30 with Dr. Anna Weber' in page.text and 'Book 10:30 with Dr. Ben Okafor' in page.text
    assert 'name="request_key"' not in page.text


def test_anyone_is_never_somebody_who_is_not_at_work(dora, browser, shell, at):
    shell("DELETE FROM working_hours WHERE staff_id = 2 AND weekday = 0")
    confirm(dora, starts_at='2026-06-01T10:00')
    dora.submit('/staff/book', follow=False)
    clock.freeze(clock.to_utc(at('10:05')))
    dora = browser('dora')
    walk_in = {'patient_id': 5, 'starts_at': '', 'staff_id': '', 'walk_in': 'yes'}
    page = confirm(dora, **walk_in)
    assert 'Nobody is free right now' in page.text and 'with Dr. Anna Weber' in page.text
    assert 'Okafor' not in page.text

    shell("INSERT INTO time_off (staff_id, starts_at, ends_at) VALUES (1, '2026-06-01', '2026-06-02')")
    for wanted in (walk_in, {**walk_in, 'walk_in': '', 'day': '2026-06-06', 'time': '10:00'}):
        page = confirm(dora, **wanted)
        assert page.status == 422 and 'id="staff_id-error"' in page.text and 'are at work then' in page.text


def test_doctors_book_too_and_stay_where_they_may_look(browser, shell):
    lind = browser('lind')
    confirm(lind)
    page = lind.submit('/staff/book')
    assert page.path == '/staff/book' and 'The visit is booked.' in page.text
    weber = browser('weber')
    confirm(weber, starts_at='2026-06-02T11:00')

    assert weber.submit('/staff/book', follow=False).headers['location'].startswith('/appointments/')


def test_only_staff_and_admins_stand_at_the_desk(browser):
    petra = browser('petra', 'mail.test')

    for path in ('/staff/book', '/staff/book/patient', '/staff/book/confirm'):
        assert petra.get(path).status == 403
    petra.get('/')
    assert petra.post('/staff/book', {}).status == 403
    assert petra.post('/staff/book/patient', {}).status == 403
    assert browser('ada').get('/staff/book').status == 200


@pytest.mark.parametrize(('path', 'status'), [
    ('/staff/book?patient_id=99', 404),
    ('/staff/book?patient_id=x', 200),
    ('/staff/book?patient_id=3&service_id=99&staff_id=99&day=nonsense', 200),
    ('/staff/book?patient_id=3&day=9999-12-31', 200),
    ('/staff/book/confirm', 404),
    ('/staff/book/confirm?patient_id=3&service_id=99&staff_id=1&starts_at=2026-06-02T10:00', 404),
    ('/staff/book/confirm?patient_id=3&service_id=99&starts_at=2026-06-02T10:00', 422),
    ('/staff/book/confirm?patient_id=99&service_id=1&staff_id=1&starts_at=2026-06-02T10:00', 404),
    ('/staff/book/confirm?patient_id=3&service_id=1&staff_id=1&starts_at=2026-06-02T10:03', 422),
    ('/staff/book/confirm?patient_id=3&service_id=1&staff_id=1&starts_at=0001-01-01T00:00', 422),
    ('/staff/book/confirm?patient_id=3&service_id=1&staff_id=1&starts_at=2026-05-01T10:00', 200),
])
def test_links_that_make_no_sense_are_borne(dora, path, status):
    assert dora.get(path).status == status


def test_the_pages_take_a_fixed_number_of_statements(dora, shell):
    def count(path):
        seen = statements(lambda: dora.get(path))
        assert dora.page.status == 200
        return len(seen)
    paths = ('/staff/book?q=pat', '/staff/book?patient_id=1&service_id=1&day=2026-06-02',
             '/staff/book/confirm?patient_id=1&service_id=1&staff_id=1&starts_at=2026-06-02T12:00')
    before = [count(path) for path in paths]
    for number in range(5):
        shell("INSERT INTO patients (full_name, created_utc) VALUES (%s, '2026-01-01')", f'Patty {number}')
        book(DORA, dt.datetime(2026, 6, 2, 13 + number % 3), patient_id=1 if number % 2 else 3, staff_id=1 + number % 2,
             overruled=['off_grid'])

    assert [count(path) for path in paths] == before
    assert before == [5, 8, 10]
