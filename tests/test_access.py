"""Who may open what: each route × visitor × record. A route that tests/support/access.py does not name fails."""

from urllib.parse import urlencode

import pytest

from tests.support import world
from tests.support.access import EXPECTED, ROUTES


def test_every_route_is_in_the_table():
    assert sorted(EXPECTED) == sorted(ROUTES)


def letter(page) -> str:
    """What an answer means for the visitor."""
    location = page.headers.get('location', '')
    if page.status == 401 or (page.status == 303 and (location == '/login' or location.startswith('/login?next='))):
        return 'L'
    return {403: 'F', 404: 'N'}.get(page.status, '+' if page.status < 500 else str(page.status))


def ask(browser, method, path, fields):
    """One request, as its page would send it."""
    if method == 'POST':
        return browser.post(path, {'csrf_token': browser.token, **fields}, follow=False)
    return browser.get(f'{path}?{urlencode(fields)}', follow=False)


@pytest.mark.parametrize('route', ROUTES)
def test_each_visitor_gets_what_the_table_says(cast, fresh, shell, route):
    method, rule = route.split(' ')
    values = world.build(shell)
    path = world.address(rule, values)
    answers = {}
    # who may goes last, as they may change what the others ask for
    for name in sorted(world.VISITORS, key=lambda name: EXPECTED[route][list(world.VISITORS).index(name)] == '+'):
        browser = world.visit_as(name)
        answers[name] = letter(ask(browser, method, path, world.asked(rule)))
        if method == 'POST' and answers[name] == '+':
            fresh()
            path = world.address(rule, world.build(shell))

    assert ''.join(answers[name] for name in world.VISITORS) == EXPECTED[route]


# These say the same whether or not there is such a record: a session that has ended is ended, and whoever is no patient
# is led away from the patients' form before it looks.
SILENT = {'POST /profile/sign-ins/<session_id:id>/end', 'GET /book/<staff_id:id>/confirm'}


@pytest.mark.parametrize('route', [route for route in ROUTES if '_id:id>' in route and route not in SILENT])
def test_a_missing_record_is_404_for_all_who_may(cast, shell, route):
    method, rule = route.split(' ')
    values = world.build(shell)
    missing = {name: world.MISSING for name in values if name.endswith('_id')}
    path = world.address(rule, {**values, **missing})
    for name, expected in zip(world.VISITORS, EXPECTED[route], strict=True):
        if expected in '+N':
            browser = world.visit_as(name)
            page = ask(browser, method, path, world.asked(rule))
            assert page.status == 404, f'{name}: {page.status}'
