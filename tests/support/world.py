"""A clinic in which every page has something to show, and the addresses of all pages in it.

Petra has a visit with Dr. Weber tomorrow, one today, and one last week without an outcome; her child has been there.
There are a closure, time off, mail that waits, a one-time link and the links of a mail. Nora's account is of today.
"""

import datetime as dt
import re
from dataclasses import replace

from app import database
from app.accounts import address_links, one_time_links, sessions
from app.mail import links
from app.web import csrf
from tests.conftest import MONDAY
from tests.support.browser import Browser
from tests.support.people import ADA, DINA, DORA, MALLORY, OKAFOR, PETRA, WEBER
from tests.support.visits import book

# Who visits: nobody; the patient; another one; the member of staff treating her; a colleague; the desk; the admin;
# and somebody whose account was closed while signed in.
VISITORS = {'nobody': None, 'petra': PETRA, 'mallory': MALLORY, 'weber': WEBER, 'okafor': OKAFOR, 'dora': DORA,
            'ada': ADA, 'dina': DINA}
SIGNED_IN = [name for name, who in VISITORS.items() if who and name != 'dina']
MISSING = 999_999


def build(shell) -> dict:
    """Fill the cast's clinic; what to put into the addresses: names of path parameters → values."""
    tomorrow = dt.datetime.combine(MONDAY + dt.timedelta(days=1), dt.time(10))
    visit = book(PETRA, tomorrow, reason='A cough')
    shell("INSERT INTO appointments"
          " (patient_id, staff_id, room_id, service_id, starts_at, ends_at, status, created_utc) VALUES"
          " (1, 1, 1, 1, '2026-05-28 10:00', '2026-05-28 10:30', 'booked', '2026-05-01'),"
          " (2, 1, 1, 1, '2026-05-21 10:00', '2026-05-21 10:30', 'completed', '2026-05-01'),"
          " (1, 1, 1, 1, '2026-06-01 11:00', '2026-06-01 11:30', 'booked', '2026-05-01')")
    shell("INSERT INTO users (user_id, email, role, full_name, created_utc)"
          " VALUES (60, 'nora@mail.test', 'patient', 'Nora New', '2026-06-01')")
    shell("INSERT INTO patients (patient_id, user_id, full_name, created_utc)"
          " VALUES (60, 60, 'Nora New', '2026-06-01')")
    shell("INSERT INTO appointments"
          " (patient_id, staff_id, room_id, service_id, starts_at, ends_at, created_utc, booked_by)"
          " VALUES (60, 2, 2, 1, '2026-06-04 10:00', '2026-06-04 10:30', '2026-06-01', 60)")
    shell("INSERT INTO closures (day, reason) VALUES ('2026-06-10', 'Staff outing'), ('2026-06-11', 'Staff outing')")
    shell("INSERT INTO time_off (staff_id, starts_at, ends_at, reason)"
          " VALUES (1, '2026-06-12 09:00', '2026-06-12 12:00', 'Course')")
    shell("INSERT INTO clinic_texts (kind, version, body, saved_utc) VALUES"
          " ('privacy', 1, '# What we keep\nYour name.', '2026-05-01'),"
          " ('privacy', 2, '# What we keep\n\n- your name\n- your visits\n\nhttps://example.com/law.', '2026-05-20'),"
          " ('imprint', 1, 'Test Clinic\n1 Test Street', '2026-05-01'),"
          " ('booking', 1, '# An emergency?\nCall 112.', '2026-05-01'),"
          " ('news', 1, 'We are open again. See https://example.com/news', '2026-05-01')")
    shell("UPDATE patients SET email = 'petra@mail.test' WHERE patient_id = 5")         # which is offered to Petra
    shell("INSERT INTO calls (appointment_id, was_at, was_staff_id, created_utc)"
          " VALUES (%s, '2026-06-02 09:00', 1, '2026-06-01')", visit)
    (time_off,), = shell('SELECT time_off_id FROM time_off')
    shell("INSERT INTO working_hours (staff_id, weekday, starts_minute, ends_minute, valid_from, valid_until, is_extra)"
          " VALUES (1, 5, 540, 720, '2026-06-20', '2026-06-21', TRUE)")
    (extra,), = shell('SELECT working_hours_id FROM working_hours WHERE is_extra')
    (notification,), = shell('SELECT notification_id FROM notifications ORDER BY notification_id LIMIT 1')
    with database.transaction() as tx:
        token = one_time_links.make(tx, 7, 'reset')
        address_token, _ = address_links.make(tx, 7, 'change', 'paul.new@mail.test')
        sessions.start(tx, replace(PETRA, ip='192.0.2.7', device='A phone'))
    (session,), = shell('SELECT session_id FROM sessions ORDER BY session_id DESC LIMIT 1')
    mailed = {'appointment_id': visit, 'starts_at': tomorrow, 'ends_at': tomorrow + dt.timedelta(minutes=30),
              'patient_email': 'petra@mail.test'}
    signed = {purpose: links.make(purpose, mailed).split('/')[-2:] for purpose in links.PURPOSES}
    return {'appointment_id': visit, 'staff_id': 1, 'user_id': 7, 'patient_id': 2, 'time_off_id': time_off,
            'working_hours_id': extra,
            'notification_id': notification, 'session_id': session, 'token': token, 'address_token': address_token,
            'signed': signed, 'room_id': 1, 'service_id': 1, 'name': 'clinic.css',
            'day': MONDAY + dt.timedelta(days=9), 'closure_day': '2026-06-10'}


# What pages and forms below these rules are asked about: a query for GET, fields for POST.
ASKED = {
    '/staff/hours/': {'staff_id': 1},
    '/staff/away': {'staff_id': 1},
    '/staff/book/confirm': {'patient_id': 1, 'staff_id': 2, 'service_id': 1, 'day': '2026-06-03', 'time': '10:00',
                            'starts_at': '2026-06-03T10:00'},
    '/staff/patients/<patient_id:id>/merge': {'with': 5},
    '/staff/patients/<patient_id:id>/apart': {'with': 5},
    '/staff/why-not': {'staff_id': 1, 'service_id': 1, 'day': '2026-06-02', 'time': '10:00'},
    '/admin/closures/stretch': {'first_day': '2026-06-10', 'starts_on': '2026-06-10', 'day': '2026-06-10'},
    '/book/<staff_id:id>/confirm': {'service_id': 1, 'starts_at': '2026-06-03T10:00'},
    '/book/<staff_id:id>': {'service_id': 1, 'day': '2026-06-03'},
    '/appointments/<appointment_id:id>/reschedule': {'starts_at': '2026-06-03T10:00'},
    '/api/slots': {'staff_id': 1, 'service_id': 1, 'day': '2026-06-03'},
}


def asked(rule: str) -> dict:
    """What a page or form is asked about, besides its address."""
    return next((fields for beginning, fields in ASKED.items() if rule.startswith(beginning)), {})


def address(rule: str, values: dict) -> str:
    """The path of a route's rule in this world."""
    if rule.startswith('/confirm-address/'):
        values = {**values, 'token': values['address_token']}
    if rule.startswith('/mail/'):
        minute, signature = values['signed'][rule.split('/')[2]]
        values = {**values, 'minute': minute, 'signature': signature}
    if rule.endswith('/reassign') and values['user_id'] == 7:
        values = {**values, 'user_id': 2}                       # only staff have visits to give away
    if rule.endswith('/edit') and values['patient_id'] == 2:
        values = {**values, 'patient_id': 5}                    # who has no account, and only the desk and admins see
    if rule.startswith('/profile/records/') and values['patient_id'] == 2:
        values = {**values, 'patient_id': 5}
    if rule.startswith('/admin/reports/'):
        values = {**values, 'name': 'staff'}
    return re.sub(r'<(\w+)(:\w+)?>', lambda found: str(values[found.group(1)]), rule)


def visit_as(name: str) -> Browser:
    """A browser in which this visitor is signed in; `token` is what its forms carry."""
    browser = Browser()
    if VISITORS[name]:
        with database.transaction() as tx:
            browser.cookies['session'] = sessions.start(tx, VISITORS[name])
    if name in SIGNED_IN:
        browser.token = csrf.token(browser.cookies['session'])
    else:
        browser.get('/login')
        browser.token = next(form['csrf_token'] for _, form in browser.page.forms if 'csrf_token' in form)
    return browser

