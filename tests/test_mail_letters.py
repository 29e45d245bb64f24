"""What mail says, and that nothing anybody typed becomes a header: judged by the bytes on the wire."""

import email
import email.policy
import re
from datetime import datetime, timedelta
from html.parser import HTMLParser
from pathlib import Path

import icalendar
import pytest

from app import clock, database
from app.errors import Refused
from app.mail import addresses, calendar_file, letter, outbox, reminders
from app.the_clinic import Clinic
from app.visitor import Visitor
from app.visits import scheduling
from app.visits.wanted import Wanted
from tests.support.mail_server import mail_server, part, send
from tests.support.people import DORA, PETRA
from tests.support.visits import book

HEADERS = ['Subject', 'From', 'To', 'Reply-To', 'Date', 'Message-ID', 'Auto-Submitted', 'MIME-Version', 'Content-Type']
HOSTILE = [
    'Eve\r\nBcc: evil@y.test', 'Eve\nBcc: evil@y.test\n\nbody', 'Eve\rBcc: evil@y.test',
    '=?utf-8?q?a=0D=0ABcc=3A_evil=40y.test?=', '=?utf-8?b?DQpCY2M6IGV2aWxAeS50ZXN0?=', 'Eve\0Bcc: evil@y.test',
    '\u202eevE\u2066', 'Eve\u2028Bcc: evil@y.test', 'Eve\x85Bcc: evil@y.test', '"Eve" <evil@y.test>, ',
    'Eve\x0bBcc: evil@y.test', "Eve', evil@y.test <b@x.test>", 'E' * 120, '.', '\n.\nQUIT',
]
NAMES = ['Zoë Ångström', 'Мария Ивановна', 'Ελένη Παπαδοπούλου', 'محمد بن سلمان', 'שרה כהן', 'प्रिया शर्मा', '山田 太郎',
         'ณัฐพล สุข', '김민준', 'N\'Diaye; Smith, Jr.\\n']


@pytest.fixture
def booked(cast, at, shell):
    """booked() → the appointment_id of Petra's visit on Tuesday 10:00, for which she gave a reason."""
    shell('UPDATE settings SET cancel_deadline_minutes = 60')

    def booked(starts_at=None, **changes):
        return book(PETRA, starts_at or at('10:00', 1), **{'reason': 'A rash, confidential', **changes})
    return booked


def sent():
    """Send what is due: the messages off the wire, by the order they were sent in."""
    with mail_server() as server:
        send()
    return [email.message_from_bytes(raw, policy=email.policy.default) for _, raw in
            sorted(server.taken, key=lambda one: one[0])]


def entry(message):
    raw = part(message, 'calendar')
    return next(iter(icalendar.Calendar.from_ical(raw).walk('VEVENT')))


def test_a_booking_is_confirmed_in_text_and_html_with_all_that_one_needs(booked, cast):
    number = booked()
    [message] = sent()
    text, page = part(message, 'plain'), part(message, 'html')

    assert (message['Subject'], message['To']) == ('Your visit is booked', 'petra@mail.test')
    assert str(message['From']) == 'Test Clinic <desk@clinic.test>'
    for said in ('Tuesday 2 June 2026, 10:00 to 10:30', 'Petra Patient', 'Dr. Anna Weber',
                 'Consultation', 'Room 1, Test Clinic, 1 Test Street', '+49 30 555 0100',
                 'until Tue 2 Jun 2026, 09:00', f'{cast.url}/mail/cancel/{number}/', f'{cast.url}/mail/move/{number}/'):
        assert said in text and said in page
    assert message.get_content_type() == 'multipart/mixed'


def test_how_to_prepare_is_asked_with_one_please(booked, shell):
    shell("UPDATE services SET how_to_prepare = 'Please bring your list of medicines.'")
    booked()
    [message] = sent()

    assert 'How to prepare: Please bring your list of medicines.' in part(message, 'plain')
    assert 'Please note' not in part(message, 'plain') + part(message, 'html')


@pytest.mark.parametrize(('ahead', 'offered'), [(90, True), (61, True), (59, False), (0, False), (-30, False)])
def test_no_mail_offers_what_is_or_soon_is_too_late(booked, shell, at, ahead, offered):
    shell('UPDATE settings SET cancel_deadline_minutes = 120, reminder_lead_minutes = 0')
    booked()
    clock.freeze(clock.to_utc(at('08:00', 1)) - timedelta(minutes=ahead))        # the deadline is 08:00
    [message] = sent()

    for said in (part(message, 'plain'), part(message, 'html')):
        assert ('Choose another time' in said, 'Cancel this visit' in said, 'online until' in said) == (offered,) * 3
        assert ('/mail/move/' in said, '/mail/cancel/' in said) == (offered,) * 2
        assert ('If you cannot come' in said and '+49 30 555 0100' in said) is not offered
        assert 'See this visit' in said


def test_the_default_reminder_comes_while_the_visit_can_still_be_changed(booked, shell, at):
    shell('UPDATE settings SET cancel_deadline_minutes = DEFAULT, reminder_lead_minutes = DEFAULT')
    booked(starts_at=at('10:00', 4))
    sent()
    clock.freeze(clock.to_utc(at('10:00', 2)))
    reminders.queue()
    [reminder] = sent()

    assert reminder['Subject'] == 'A reminder of your visit'
    assert 'Cancel this visit' in part(reminder, 'plain') and 'until Thu 4 Jun 2026, 10:00' in part(reminder, 'plain')


def test_mail_to_a_closed_account_has_no_links_that_open_nothing(booked, shell):
    booked()
    shell('UPDATE users SET is_active = FALSE WHERE user_id = 6')
    [message] = sent()

    assert '/mail/' not in part(message, 'plain') and 'please call us: +49 30 555 0100' in part(message, 'plain')


def test_the_calendar_part_says_the_same_method_as_its_type(booked, shell):
    number = booked()
    scheduling.cancel(PETRA, number)
    [message] = sent()
    calendar = next(one for one in message.walk() if one.get_content_subtype() == 'calendar')

    assert calendar['Content-Type'].params['method'] == 'CANCEL'
    assert 'METHOD:CANCEL\r\n' in calendar.get_payload(decode=True).decode()
    file = next(one for one in message.walk() if one.get_filename())
    assert (file.get_filename(), file.get_content_type()) == ('visit.ics', 'application/ics')
    assert file.get_payload(decode=True) == calendar.get_payload(decode=True)


def test_mail_invites_somebody_who_has_said_yes_and_is_asked_for_no_answer(booked, at):
    number, entries = booked(), []
    entries += map(entry, sent())
    scheduling.move(PETRA, number, Wanted(starts_at=at('11:00', 1)))
    entries += map(entry, sent())
    scheduling.cancel(PETRA, number)
    [message] = sent()
    entries.append(entry(message))

    for event in entries:
        assert str(event['ORGANIZER']) == 'mailto:desk@clinic.test'
        assert str(event['ATTENDEE']) == 'mailto:petra@mail.test'
        assert (event['ATTENDEE'].params['PARTSTAT'], event['ATTENDEE'].params['RSVP']) == ('ACCEPTED', 'FALSE')
    assert message.get_content_type() == 'multipart/mixed'
    assert [one.get_content_type() for one in message.walk() if not one.is_multipart()] == \
        ['text/plain', 'text/html', 'text/calendar', 'application/ics']


def test_mail_about_a_move_tells_the_time_before_it(booked, at):
    number = booked()
    sent()
    scheduling.move(PETRA, number, Wanted(starts_at=at('11:00', 1)))
    [moved] = sent()
    scheduling.move(DORA, number, Wanted(staff_id=2))
    [given] = sent()

    assert 'Before: Tuesday 2 June 2026, 10:00 (no longer)' in part(moved, 'plain')
    assert 'Before' in part(moved, 'html') and 'The day and the time are the same' not in part(moved, 'plain')
    assert 'The day and the time are the same' in part(given, 'plain') and 'Before' not in part(given, 'plain')


def test_a_visit_moved_twice_before_its_mail_tells_the_time_that_the_patient_knew(booked, at):
    number = booked()
    sent()
    scheduling.move(PETRA, number, Wanted(starts_at=at('11:00', 1)))
    scheduling.move(PETRA, number, Wanted(starts_at=at('14:00', 1)))
    [moved] = sent()

    assert 'When: Tuesday 2 June 2026, 14:00' in part(moved, 'plain')
    assert 'Before: Tuesday 2 June 2026, 10:00 (no longer)' in part(moved, 'plain')


@pytest.mark.parametrize(('by', 'to_patient', 'to_staff', 'has_reason'), [
    (PETRA, 'You cancelled this visit', 'The patient cancelled this visit', False),
    (DORA, 'We had to cancel this visit', 'The clinic cancelled this visit', True),
])
def test_mail_about_a_cancellation_says_who_and_what_the_clinic_gave_as_its_reason(booked, shell, by, to_patient,
                                                                                   to_staff, has_reason):
    shell('UPDATE staff SET wants_mail = TRUE WHERE staff_id = 1')
    number = booked()
    sent()
    scheduling.cancel(by, number, 'Dr. Weber has a cold')
    patient, staff = sent()

    assert to_patient in part(patient, 'plain') and to_staff in part(staff, 'plain')
    assert ('Reason: Dr. Weber has a cold' in part(patient, 'plain')) is has_reason
    assert 'cold' not in part(staff, 'plain') + patient['Subject'] + part(patient, 'calendar')


def test_a_patient_without_an_account_cancelled_by_link_reads_that_it_was_them(booked, shell):
    shell("UPDATE patients SET email = 'pia@mail.test' WHERE patient_id = 5")
    number = book(DORA, datetime(2026, 6, 3, 10), patient_id=5)
    scheduling.cancel(Visitor(None, 'patient', by_link=True), number, 'Mine')

    [message] = sent()

    assert 'You cancelled this visit' in part(message, 'plain') and 'Mine' not in part(message, 'plain')


def test_a_visit_keeps_its_uid_and_every_change_has_a_higher_sequence(booked, at):
    number, entries = booked(), []
    entries += map(entry, sent())
    scheduling.move(PETRA, number, Wanted(starts_at=at('11:00', 1)))
    entries += map(entry, sent())
    scheduling.cancel(PETRA, number)
    entries += map(entry, sent())

    assert len({str(one['UID']) for one in entries}) == 1
    assert [int(one['SEQUENCE']) for one in entries] == [0, 1, 2]
    assert [str(one['STATUS']) for one in entries] == ['CONFIRMED', 'CONFIRMED', 'CANCELLED']
    assert [one['DTSTART'].dt.strftime('%H:%M %Z') for one in entries] == ['08:00 UTC', '09:00 UTC', '09:00 UTC']


def test_a_visit_cancelled_before_its_mail_went_out_sends_no_confirmation(booked, shell):
    scheduling.cancel(PETRA, booked())

    assert [message['Subject'] for message in sent()] == ['Your visit is cancelled']
    assert shell("SELECT state, last_answer FROM notifications WHERE kind = 'booked'") == \
        [('expired', 'The visit is now marked as cancelled.')]


def test_a_visit_moved_before_its_mail_went_out_is_told_once(booked, at):
    scheduling.move(PETRA, booked(), Wanted(starts_at=at('11:00', 1)))

    assert [message['Subject'] for message in sent()] == ['Your visit was changed']


def test_a_booking_rolled_back_leaves_no_mail(booked, shell):
    with pytest.raises(KeyError), database.transaction() as tx:
        outbox.queue_account(tx, 'test', 1, 'ada@clinic.test')
        raise KeyError
    booked()
    with pytest.raises(Refused):
        booked(patient_id=2)

    assert shell('SELECT kind FROM notifications') == [('booked',)]


def test_staff_who_want_mail_get_it_without_the_patients_links(booked, shell, cast):
    shell('UPDATE staff SET wants_mail = TRUE WHERE staff_id = 1')
    number = booked()
    _, to_staff = sent()

    assert (to_staff['To'], to_staff['Subject']) == ('weber@clinic.test', 'A visit was booked')
    text = part(to_staff, 'plain')
    assert '/mail/' not in text and f'{cast.url}/appointments/{number}' in text


def test_who_gives_a_visit_away_is_told_and_the_calendar_lets_it_go(booked, shell):
    shell('UPDATE staff SET wants_mail = TRUE WHERE staff_id IN (1, 2)')
    number = booked()
    sent()
    scheduling.move(DORA, number, Wanted(staff_id=2))
    to_okafor, to_petra, to_weber = sent()

    assert [message['To'] for message in (to_okafor, to_petra, to_weber)] == \
        ['okafor@clinic.test', 'petra@mail.test', 'weber@clinic.test']
    assert to_weber['Subject'] == 'A visit was given to a colleague'
    assert [str(entry(message)['STATUS']) for message in (to_okafor, to_weber)] == ['CONFIRMED', 'CANCELLED']


def test_who_gave_a_visit_away_is_told_whatever_became_of_it_since(booked, shell, at):
    shell('UPDATE staff SET wants_mail = TRUE WHERE staff_id = 1')
    number = booked()
    sent()
    scheduling.move(DORA, number, Wanted(staff_id=2))
    scheduling.move(DORA, number, Wanted(starts_at=at('11:00', 1)))
    scheduling.cancel(DORA, number)

    assert ('weber@clinic.test', 'A visit was given to a colleague') in [
        (message['To'], message['Subject']) for message in sent()]


def test_who_got_a_visit_back_is_not_told_that_it_is_gone(booked, shell):
    shell('UPDATE staff SET wants_mail = TRUE WHERE staff_id = 1')
    number = booked()
    sent()
    scheduling.move(DORA, number, Wanted(staff_id=2))
    scheduling.move(DORA, number, Wanted(staff_id=1))

    assert [message['Subject'] for message in sent() if message['To'] == 'weber@clinic.test'] == ['A visit was changed']


def test_a_calendar_takes_back_a_visit_that_it_let_go(booked, shell):
    shell('UPDATE staff SET wants_mail = TRUE WHERE staff_id = 1')
    number, entries = booked(), []
    for staff_id in (2, 1):
        entries += map(entry, (message for message in sent() if message['To'] == 'weber@clinic.test'))
        scheduling.move(DORA, number, Wanted(staff_id=staff_id))
    entries += map(entry, (message for message in sent() if message['To'] == 'weber@clinic.test'))
    [booking, gone, back] = [(int(one['SEQUENCE']), str(one['STATUS'])) for one in entries]

    assert (booking, gone, back) == ((0, 'CONFIRMED'), (1, 'CANCELLED'), (2, 'CONFIRMED'))


def test_a_colleague_whose_account_is_closed_gets_no_mail_about_patients(booked, shell):
    shell('UPDATE staff SET wants_mail = TRUE WHERE staff_id = 1')
    number = booked()
    shell('UPDATE users SET is_active = FALSE WHERE user_id = 2')       # what was queued before is held back too
    scheduling.cancel(PETRA, number)

    assert [message['To'] for message in sent()] == ['petra@mail.test']
    assert shell("SELECT kind, state FROM notifications WHERE audience = 'staff'") == [('booked', 'expired')]


def test_the_reason_leaves_in_no_part_of_any_mail(booked, shell, at):
    shell('UPDATE staff SET wants_mail = TRUE WHERE staff_id = 1')
    number = booked()
    raw = [message.as_bytes() for message in sent()]
    scheduling.move(PETRA, number, Wanted(starts_at=at('11:00', 1)))
    messages = sent()
    scheduling.cancel(PETRA, number, 'It was a rash, confidential')
    messages += sent()

    for message in messages:
        assert 'rash' not in message['Subject'] and 'Consultation' not in message['Subject']
        assert str(entry(message)['SUMMARY']) == 'Visit at Test Clinic'
        assert all(b'rash' not in one.get_payload(decode=True) for one in message.walk() if not one.is_multipart())
    assert len(raw) == 2 and len(messages) == 4


@pytest.mark.parametrize('name', HOSTILE)
def test_no_name_adds_a_header_or_a_recipient(booked, shell, name):
    booked()
    shell('UPDATE patients SET full_name = %s', name[:120])
    shell("UPDATE users SET full_name = %s WHERE role = 'staff'", name[:120])
    shell('UPDATE settings SET clinic_name = %s, address = %s, phone = %s, email = %s', name[:120], name, name[:30],
          name[:254])
    shell('UPDATE rooms SET name = CONCAT(LEFT(%s, 50), room_id)', name)
    shell('UPDATE services SET name = CONCAT(LEFT(%s, 50), service_id)', name)
    with mail_server() as server:
        send()
    [(to, raw)] = server.taken

    head = raw.partition(b'\r\n\r\n')[0].decode('ascii')
    names = [line.partition(':')[0] for line in head.split('\r\n') if not line.startswith((' ', '\t'))]
    assert to == 'petra@mail.test'
    assert [one for one in HEADERS if one != 'Reply-To'] == names
    assert not any(letter < ' ' or letter > '~' for letter in head.replace('\r\n', '').replace('\t', ''))
    message = email.message_from_bytes(raw, policy=email.policy.default)
    assert [address.addr_spec for address in message['From'].addresses] == ['desk@clinic.test']
    assert [address.addr_spec for address in message['To'].addresses] == ['petra@mail.test']
    assert '\0' not in part(message, 'plain') and '\u202e' not in part(message, 'html')
    assert len([line for line in part(message, 'calendar').splitlines() if line.startswith('ORGANIZER')]) == 1
    entry(message)


def test_every_server_can_take_a_mail_as_it_is(booked, shell):
    scheduling.cancel(PETRA, booked())              # short lines, which would go out in eight bits
    shell("UPDATE users SET full_name = 'Zoë Ångström' WHERE role = 'staff'")
    with mail_server() as server:
        send()
    [(_, raw)] = server.taken

    assert raw.isascii() and max(map(len, raw.split(b'\r\n'))) < 998


@pytest.mark.parametrize('name', NAMES)
def test_names_in_many_scripts_come_through_whole(booked, shell, name):
    booked()
    shell('UPDATE patients SET full_name = %s', name)
    shell("UPDATE users SET full_name = %s WHERE role = 'staff'", name)
    shell('UPDATE settings SET clinic_name = %s', name)
    [message] = sent()

    assert name in part(message, 'plain')
    assert message['From'].addresses[0].display_name == name
    event = entry(message)
    assert str(event['DESCRIPTION']).splitlines()[:2] == [f'With: {name}', f'For: {name}']
    assert str(event['SUMMARY']) == f'Visit at {name}'
    raw = next(one for one in message.walk() if one.get_content_subtype() == 'calendar').get_payload(decode=True)
    assert all(len(line) <= 75 for line in raw.split(b'\r\n')) and raw.endswith(b'END:VCALENDAR\r\n')
    for line in raw.split(b'\r\n'):
        line.decode()                               # no letter was cut in two


def test_the_calendar_file_escapes_what_the_format_needs(cast, at):
    visit = {'appointment_id': 7, 'created_utc': clock.now_utc(), 'starts_at': at('10:00'), 'ends_at': at('10:30'),
             'status': 'booked', 'version': 3, 'staff_name': 'A; B, C\\D\nBEGIN:VALARM', 'patient_name': 'P',
             'room_name': None}
    text = calendar_file.text(visit, Clinic('X', 'Street 1,\nTown'))

    assert 'DESCRIPTION:With: A\\; B\\, C\\\\D\\nBEGIN:VALARM\\nFor: P\\nTo can' in text.replace('\r\n ', '')
    event = next(iter(icalendar.Calendar.from_ical(text).walk('VEVENT')))
    assert str(event['LOCATION']) == 'X, Street 1,\nTown'
    assert int(event['SEQUENCE']) == 3 and not event.subcomponents


@pytest.mark.parametrize(('kind', 'subject', 'link'), [
    ('account_created', 'Your account is ready', True),
    ('password_reset', 'Set a new password', True),
    ('password_changed', 'Your password was changed', False),
    ('address_changed', 'Your e-mail address was changed', False),
    ('second_factor_on', 'You now sign in with a code', False),
    ('second_factor_off', 'You now sign in without a code', False),
    ('recovery_code_used', 'A recovery code was used', False),
    ('test', 'A test e-mail', False),
])
def test_mail_about_accounts_has_its_link_and_then_forgets_it(cast, shell, kind, subject, link):
    from app.accounts import one_time_links
    with database.transaction() as tx:
        token = one_time_links.make(tx, 6, 'reset') if link else None
        outbox.queue_account(tx, kind, 6, 'petra@mail.test', token)
    kept = shell('SELECT payload FROM notifications')[0][0]
    [message] = sent()

    assert message['Subject'] == subject
    assert token is None or (token not in kept and f'{cast.url}/reset-password/{token}' in part(message, 'plain')
                             and f'{cast.url}/reset-password/{token}' in part(message, 'html'))
    assert shell('SELECT state, payload FROM notifications') == [('sent', None)]


@pytest.mark.parametrize('is_set', [False, True])
def test_links_are_sent_until_a_password_is_set_which_voids_them(cast, shell, is_set):
    from app.accounts import one_time_links
    with database.transaction() as tx:
        for _ in range(2):
            outbox.queue_account(tx, 'password_reset', 6, 'petra@mail.test', one_time_links.make(tx, 6, 'reset'))
        if is_set:
            one_time_links.set_password(tx, 6, None)

    assert len(sent()) == (0 if is_set else 2)
    assert set(shell('SELECT state FROM notifications')) == {('expired' if is_set else 'sent',)}


@pytest.mark.parametrize('file', ['db/schema.sql', *(f'db/queries/notifications/{name}.sql' for name in (
    'count_given_up', 'send_again', 'send_failed_again'))])
def test_mail_that_is_of_no_use_without_its_link_is_the_same_everywhere(file):
    text = (Path(__file__).parent.parent / file).read_text(encoding='utf-8')
    kinds = re.search(r'kind NOT IN \(([^)]*)\)', text)[1]

    assert set(re.findall(r"'(\w+)'", kinds)) == set(addresses.WITH_LINK)


def test_a_patient_who_asked_to_be_forgotten_gets_no_mail(booked, shell):
    booked()
    shell("UPDATE patients SET forgotten_utc = '2026-06-01'")

    assert sent() == []


def test_the_html_twin_has_no_script_no_image_and_only_our_links(booked, cast):
    booked()
    [message] = sent()
    seen = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag, attributes):
            seen.append((tag, dict(attributes)))
    Reader().feed(part(message, 'html'))

    assert not {tag for tag, _ in seen} & {'script', 'img', 'iframe', 'form', 'style', 'link'}
    addresses = {given['href'] for tag, given in seen if tag == 'a' and not given['href'].startswith(cast.url)}
    assert addresses == {'tel:+49305550100', 'https://www.openstreetmap.org/search?query=1+Test+Street'}
    assert 'https://www.openstreetmap.org/search?query=1+Test+Street' in part(message, 'plain')


def test_words_follow_the_clinics_way_of_writing_dates(booked, shell):
    shell("UPDATE settings SET date_style = 'month_first', clock_style = '12'")
    booked()

    assert 'Tuesday June 2, 2026, 10:00 am to 10:30 am' in part(sent()[0], 'plain')


@pytest.mark.parametrize(('value', 'right'), [
    ('a@b.test', True), ('a.b+c@d-e.test', True), ('a@b', False), ('a@b.test\n', False), ('a@b.test, c@d.test', False),
    ('A@b.test', False), ('é@b.test', False), ('a@b.test>', False), ('', False), ('a b@c.test', False),
])
def test_only_one_plain_address_stands_as_a_recipient(value, right):
    assert letter.is_address(value) is right
