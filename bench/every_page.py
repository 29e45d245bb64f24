"""The server time of every page, on the demo clinic grown to a hundred thousand visits."""

import datetime as dt
import re
import statistics
import time
from urllib.parse import urlencode

from app import clock, database
from app.accounts import sessions
from app.visitor import Visitor
from app.web.app import app, application
from bench import table
from tests.support.access import EXPECTED
from tests.support.browser import Browser
from tests.support.world import VISITORS

TIMES = 7
NOT_PAGES = ('/mail/', '/reset-password/', '/static/')
# The demo's accounts that stand for those of the table in tests/support/access.py.
ACCOUNTS = {'petra': 'patient@example.com', 'weber': 'staff@example.com', 'ada': 'admin@example.com'}


def measure():
    """Print the slowest pages (milliseconds, medians), and how many pages there are."""
    who = {name: browser_of(email) for name, email in ACCOUNTS.items()}
    found = []
    for route in app.routes:
        letters = EXPECTED.get(f'GET {route.rule}')
        if route.method != 'GET' or not letters or route.rule.startswith(NOT_PAGES):
            continue
        for name, letter in zip(VISITORS, letters, strict=True):
            if letter == '+' and name in who:
                path = address(route.rule)
                milliseconds, status = time_of(who[name], path)
                if status >= 500:
                    raise RuntimeError(f'{path} for {name} answered {status}')
                if status < 400:
                    found.append((milliseconds, name, path))
    year = urlencode({'from_day': clock.today() - dt.timedelta(days=364), 'until_day': clock.today()})
    found.append((time_of(who['ada'], f'/admin/reports?{year}')[0], 'ada', '/admin/reports, over a year'))
    found.sort(reverse=True)
    table.heading(f'{len(found)} pages with 100,000 visits: the slowest', 'median ms', 'who', '', '', '', 'aim')
    for milliseconds, name, path in found[:8]:
        table.row(path[:60], f'{milliseconds:.1f}', name, '', '', '', '≤ 50')


def browser_of(email) -> Browser:
    account = account_of(email)
    with database.transaction() as tx:
        token = sessions.start(tx, Visitor(account['user_id'], account['role']))
    browser = Browser(application=timed)
    browser.cookies['session'] = token
    return browser


def account_of(email):
    return database.rows('users/list_by_email', email=email, known_user_id=None)[0]


def timed(environ, start_response):
    """The application, remembering how long its answer took."""
    started = time.perf_counter()
    body = application(environ, start_response)
    timed.seconds = time.perf_counter() - started
    return body


def time_of(browser, path) -> tuple[float, int]:
    browser.get(path, follow=False)
    taken = []
    for _ in range(TIMES):
        browser.get(path, follow=False)
        taken.append(timed.seconds * 1000)
    return statistics.median(taken), browser.page.status


def address(rule) -> str:
    """A page of the demo clinic: its patient's next visit, its doctor, today. The copy of one's data is left in, though
    it is as long as the data: this patient has come a hundred and sixty times as often as in the demo."""
    patient = account_of(ACCOUNTS['petra'])
    visit, = database.rows('appointments/list_own_coming', user_id=patient['user_id'], now=clock.now(), limit=1,
                           offset=0)
    values = {'appointment_id': visit['appointment_id'], 'staff_id': 1, 'user_id': 2, 'room_id': 1, 'service_id': 1,
              'patient_id': 1, 'notification_id': 1, 'name': 'staff'}
    asked = {'service_id': 1, 'staff_id': 1, 'day': clock.today(), 'time': '10:00', 'patient_id': 1}
    path = re.sub(r'<(\w+)(:\w+)?>', lambda found: str(values.get(found.group(1), 1)), rule)
    return path + '?' + urlencode(asked) if rule in ('/book/<staff_id:id>', '/staff/why-not', '/api/slots') else path
