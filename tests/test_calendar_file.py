"""The calendar file of a visit: what RFC 5545 asks, read back with another library."""

import datetime as dt

import pytest
from icalendar import Calendar

from app import clock
from app.mail import calendar_file
from app.the_clinic import Clinic

CLINIC = Clinic('Clinic; "North", \\1', '1 Test Street\nBerlin', '+49 30 555 0100')
NAMES = ('Dr. Zoë Müller-Østergård', 'Δρ. Ελένη Παπαδοπούλου', 'Др. Наталія Шевченко', 'د. فاطمة الزهراء حداد',
         'ד״ר נועה לוי', 'डॉ. अनिता शर्मा', '王小明医生', '佐藤 花子 先生', '김민준', '👩🏽‍⚕️ Emoji')


@pytest.fixture
def visit(cast, at):
    def make(**changes):
        return {'appointment_id': 7, 'created_utc': dt.datetime(2026, 5, 1, 12, 30), 'starts_at': at('10:00', 1),
                'ends_at': at('10:30', 1), 'status': 'booked', 'version': 0, 'staff_name': 'Dr. Anna Weber',
                'patient_name': 'Petra Patient', 'room_name': 'Room 1', 'service_name': 'Blood test', **changes}
    return make


def read(text):
    """The file's one event."""
    calendar = Calendar.from_ical(text.encode())
    (event,) = calendar.walk('VEVENT')
    assert calendar['VERSION'] == '2.0' and calendar['PRODID']
    return event


@pytest.mark.parametrize('name', NAMES)
def test_names_of_every_script_come_back(visit, name):
    text = calendar_file.text(visit(staff_name=name, room_name=name * 4), CLINIC)

    event = read(text)
    assert f'With: {name}' in event['DESCRIPTION']
    assert event['LOCATION'].startswith(name * 4)


@pytest.mark.parametrize('name', NAMES)
def test_lines_have_at_most_75_octets_and_end_in_crlf(visit, name):
    body = calendar_file.text(visit(staff_name=name * 10), CLINIC).encode()

    lines = body.split(b'\r\n')
    assert lines[-1] == b'' and b'\n' not in b''.join(lines) and b'\r' not in b''.join(lines)
    assert max(map(len, lines)) <= 75
    for line in lines:
        line.decode()                               # no character is cut in two


def test_commas_semicolons_backslashes_and_line_breaks_are_escaped(visit):
    text = calendar_file.text(visit(), CLINIC)

    event = read(text)
    assert event['SUMMARY'] == 'Visit at Clinic; "North", \\1'
    assert event['LOCATION'] == 'Room 1, Clinic; "North", \\1, 1 Test Street\nBerlin'
    assert 'SUMMARY:Visit at Clinic\\; "North"\\, \\\\1\r\n' in text


def test_a_name_cannot_add_a_line(visit):
    event = read(calendar_file.text(visit(staff_name='X\r\nATTENDEE:mailto:m@x.test'), CLINIC))

    assert 'ATTENDEE' not in event


def test_times_are_utc(visit):
    event = read(calendar_file.text(visit(), CLINIC))

    assert event['DTSTART'].dt == dt.datetime(2026, 6, 2, 8, 0, tzinfo=dt.timezone.utc)
    assert event['DTEND'].dt == dt.datetime(2026, 6, 2, 8, 30, tzinfo=dt.timezone.utc)
    assert event['DTSTAMP'].dt == clock.now_utc().replace(tzinfo=dt.timezone.utc)


def test_the_uid_stays_when_a_visit_moves_and_the_sequence_rises(visit, at):
    first = read(calendar_file.text(visit(), CLINIC))
    moved = read(calendar_file.text(visit(version=3, starts_at=at('11:00', 2), ends_at=at('11:30', 2)), CLINIC))
    other = read(calendar_file.text(visit(appointment_id=8), CLINIC))

    assert first['UID'] == moved['UID'] != other['UID']
    assert (first['SEQUENCE'], moved['SEQUENCE']) == (0, 3)


def test_a_cancelled_visit_says_so_and_is_the_later_word(visit):
    calendar = Calendar.from_ical(calendar_file.text(visit(status='cancelled', version=3), CLINIC, 'CANCEL'))
    (event,) = calendar.walk('VEVENT')

    assert (event['STATUS'], calendar['METHOD'], event['SEQUENCE']) == ('CANCELLED', 'CANCEL', 4)
    assert read(calendar_file.text(visit(), CLINIC))['STATUS'] == 'CONFIRMED'


def test_nothing_tells_what_the_visit_is_for(visit):
    text = calendar_file.text(visit(reason='A rash'), CLINIC)

    assert 'Blood' not in text and 'rash' not in text
    assert 'CLASS:PRIVATE' in text


def test_the_file_that_is_downloaded_invites_nobody(visit):
    event, text = read(calendar_file.text(visit(), CLINIC)), calendar_file.text(visit(), CLINIC)

    assert 'METHOD' not in text and 'ORGANIZER' not in event and 'ATTENDEE' not in event


@pytest.mark.parametrize(('start', 'end', 'minutes'), [
    ('2026-10-25T02:30', '2026-10-25T03:00', 30), ('2026-10-25T01:30', '2026-10-25T03:30', 120),
    ('2026-10-25T03:00', '2026-10-25T03:30', 30), ('2026-10-25T02:00', '2026-10-25T02:30', 30),
])
def test_a_visit_over_the_hour_that_comes_twice_has_its_length(visit, start, end, minutes):
    event = read(calendar_file.text(visit(starts_at=dt.datetime.fromisoformat(start),
                                          ends_at=dt.datetime.fromisoformat(end)), CLINIC))

    assert event['DTEND'].dt - event['DTSTART'].dt == dt.timedelta(minutes=minutes)
