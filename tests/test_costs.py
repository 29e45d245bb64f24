"""What a page costs: a small number of statements that does not grow with the rows it shows."""

from urllib.parse import urlencode

import pytest

from tests.support import world
from tests.support.access import EXPECTED, LEARN, ROUTES
from tests.support.statements import statements

MOST = 8                        # statements of a page, the visitor's own included
PAGES = [route.split(' ')[1] for route in ROUTES if route.startswith('GET ') and EXPECTED[route] != LEARN]
# pages of which less or more is expected: why-not explains a whole day, and so does the last step at the desk, which
# also notes who looked at the record; the copy of one's data reads every table; the first page shows the own visits,
# what can be booked and when next, with whom, and the opening hours;
# the dashboard draws two charts beside what needs attention and two weeks; the reports are eleven
EXPECTED_COST = {'/': 6, '/login': 1, '/register': 1, '/api/slots': 1, '/book/<staff_id:id>': 4, '/appointments': 4,
                 '/staff/why-not': 11, '/staff/book/confirm': 9, '/profile/data': 14,
                 '/admin': 11, '/admin/reports': 9, '/staff/patients/<patient_id:id>': 9}
TIMES = ['sessions/find_visitor', 'staff/list_offer', 'availability/list_starts_of_days']


@pytest.fixture
def cost(shell):
    """cost(visitor's browser, path) → the names of the statements that the page ran, the second time it is opened."""
    def names(browser, path):
        browser.get(path, follow=False)
        seen = statements(lambda: browser.get(path, follow=False))
        assert browser.page.status < 400, f'{path}: {browser.page.status}'
        return seen
    return names


def grow(shell):
    """Sixty more of everything: patients, visits on many days, accounts, closures, mail, audit rows, time off."""
    shell('UPDATE settings SET account_visits_limit = 99')
    for number in range(200, 260):
        day = f'2026-{6 + number % 2:02}-{1 + number % 28:02}'
        shell("INSERT INTO users (user_id, email, role, full_name, created_utc)"
              " VALUES (%s, %s, 'patient', 'One of many', '2026-01-01')", number, f'{number}@mail.test')
        shell("INSERT INTO patients (patient_id, user_id, relation, full_name, created_utc)"
              " VALUES (%s, 6, 'relative', 'One of many', '2026-01-01')", number)
        shell("INSERT INTO appointments (patient_id, staff_id, room_id, service_id, starts_at, ends_at, status,"
              " created_utc) VALUES (%s, 1, 1, 1, %s, %s, 'booked', '2026-01-01')", number,
              f'{day} {number // 28:02}:00', f'{day} {number // 28:02}:30')
        shell("INSERT INTO audit_log (at_utc, user_id, action, subject, subject_id)"
              " VALUES ('2026-05-30', 1, 'tested', 'users', %s)", number)
        shell("INSERT INTO rooms (name) VALUES (%s)", f'Room {number}')
        shell("INSERT INTO services (name, minutes) VALUES (%s, 30)", f'Service {number}')
        shell("INSERT IGNORE INTO closures (day, reason) VALUES (%s, 'x')", f'2026-08-{1 + number % 28:02}')
        shell("INSERT INTO time_off (staff_id, starts_at, ends_at) VALUES (1, %s, %s)",
              f'2026-09-{1 + number % 28:02} 09:00', f'2026-09-{1 + number % 28:02} 10:00')
        shell("INSERT INTO sessions (token_hash, user_id, created_utc, seen_utc, expires_utc)"
              " VALUES (%s, 6, '2026-06-01', '2026-06-01', '2026-07-01')", f'{number:032}'.encode())


@pytest.mark.parametrize('rule', PAGES)
def test_a_page_costs_the_same_however_much_it_shows(cast, shell, cost, rule):
    values = world.build(shell)
    asked = world.asked(rule)
    path = world.address(rule, values) + ('?' + urlencode(asked) if asked else '')
    letters = dict(zip(world.VISITORS, EXPECTED[f'GET {rule}'], strict=True))
    name = next(name for name in ('petra', 'ada', 'weber', 'nobody') if letters[name] == '+')
    browser = world.visit_as(name)
    small = cost(browser, path)
    grow(shell)
    large = cost(browser, path)

    assert len(small) <= EXPECTED_COST.get(rule, MOST), small
    assert len(large) <= len(small) + 1, [one for one in large if large.count(one) > small.count(one)]


@pytest.mark.parametrize('view', ['', '&view=week', '&day=2026-06-03'])
def test_the_times_of_a_week_and_of_its_day_are_asked_in_one_statement(cast, cost, view):
    """Of a patient it is asked besides whether they have to call to book."""
    assert cost(world.visit_as('nobody'), f'/book/1?service_id=1{view}') == TIMES
    assert cost(world.visit_as('petra'), f'/book/1?service_id=1{view}') == [*TIMES, 'patients/find_must_call']
