"""Who may open what: each route × visitor × record. A route that is not in the table fails, and so does a row too many.

One letter for each of nobody, petra (whose records these are), mallory (another patient), weber (who treats her),
okafor (a colleague), dora (the desk), ada (admin), dina (account closed since):

    +  may: any answer but those below        F  403, not this role
    L  is sent to sign in (API: 401)          N  404, as if there were no such record
"""

import re
from urllib.parse import urlencode

import pytest

from app import routes  # noqa: F401
from app.web.app import app
from tests.support import world

TABLE = '''
GET  /                                                          ++++++++
GET  /static/<name>                                             ++++++++
POST /theme                                                     ++++++++
GET  /healthz                                                   ++++++++
GET  /healthz/ready                                             ++++++++
GET  /register                                                  ++++++++
POST /register                                                  ++++++++
GET  /login                                                     ++++++++
POST /login                                                     ++++++++
POST /logout                                                    L++++++L
GET  /reset-password/<token:token>                              ++++++++
POST /reset-password/<token:token>                              ++++++++
GET  /forgot-password                                           ++++++++
POST /forgot-password                                           ++++++++

GET  /profile                                                   L++++++L
POST /profile                                                   L++++++L
POST /profile/password                                          L++++++L
GET  /profile/sign-ins                                          L++++++L
POST /profile/sign-ins/<session_id:id>/end                      L++++++L
POST /profile/sign-ins/end-others                               L++++++L
GET  /profile/relatives                                            L++FFFFL
POST /profile/relatives                                            L++FFFFL
GET  /profile/relatives/<patient_id:id>                            L+NFFFFL
POST /profile/relatives/<patient_id:id>                            L+NFFFFL
GET  /profile/email                                             L++++++L
POST /profile/email                                             L++++++L
GET  /profile/data                                              L++++++L
GET  /profile/close                                             L++FFFFL
POST /profile/close                                             L++FFFFL

GET  /staff/<staff_id:id>                                      ++++++++
GET  /book                                                      ++++++++
GET  /book/<staff_id:id>                                        ++++++++
GET  /book/<staff_id:id>/confirm                                L++++++L
POST /appointments                                              L++FFFFL
GET  /appointments                                              L++FFFFL
GET  /appointments/<appointment_id:id>                          L+N+N++L
GET  /appointments/<appointment_id:id>/calendar.ics             L+N+N++L
GET  /appointments/<appointment_id:id>/cancel                   L+N+N++L
POST /appointments/<appointment_id:id>/cancel                   L+N+N++L
GET  /appointments/<appointment_id:id>/reschedule               L+N+N++L
POST /appointments/<appointment_id:id>/reschedule               L+N+N++L
GET  /appointments/<appointment_id:id>/reassign                 LFF+N++L
POST /appointments/<appointment_id:id>/reassign                 LFF+N++L
POST /appointments/<appointment_id:id>/status                   LFF+N++L

GET  /mail/see/<appointment_id:id>/<minute:id>/<signature:token>       ++++++++
GET  /mail/cancel/<appointment_id:id>/<minute:id>/<signature:token>    ++++++++
POST /mail/cancel/<appointment_id:id>/<minute:id>/<signature:token>    ++++++++
GET  /mail/move/<appointment_id:id>/<minute:id>/<signature:token>      ++++++++
POST /mail/move/<appointment_id:id>/<minute:id>/<signature:token>      ++++++++

GET  /staff                                                     LFF++++L
GET  /staff/upcoming                                            LFF++++L
GET  /staff/patients/<patient_id:id>                            LFF+N++L
GET  /staff/patients/<patient_id:id>/edit                       LFFNN++L
POST /staff/patients/<patient_id:id>/edit                       LFFNN++L
GET  /staff/profile                                             LFF+++NL
POST /staff/profile                                             LFF+++NL
GET  /staff/hours                                        LFF++++L
GET  /staff/hours/week                                  LFF+N++L
POST /staff/hours/week                                  LFF+N++L
POST /staff/hours/week/remove                           LFF+N++L
POST /staff/hours/slots                                  LFF+N++L
GET  /staff/hours/visits                                 LFF+N++L
POST /staff/hours/visits/give                            LFF+N++L
POST /staff/hours/visits/cancel                          LFF+N++L
GET  /staff/hours/time-off                               LFF+N++L
POST /staff/hours/time-off                               LFF+N++L
POST /staff/hours/time-off/<time_off_id:id>/remove       LFF+N++L
GET  /staff/book                                                LFF++++L
POST /staff/book                                                LFF++++L
GET  /staff/book/patient                                        LFF++++L
POST /staff/book/patient                                        LFF++++L
GET  /staff/book/confirm                                        LFF++++L
GET  /staff/why-not                                             LFF++++L

GET  /api/openapi.json                                          ++++++++
GET  /api/staff                                                 ++++++++
GET  /api/services                                              ++++++++
GET  /api/slots                                                 ++++++++
GET  /api/appointments                                          L++++++L
'''
ADMIN = 'LFFFFF+L'          # everything below /admin


def table() -> dict[str, str]:
    """'GET /path' → the letters."""
    rows = dict(re.fullmatch(r'(\S+ +\S+)\s+(\S+)', line).groups() for line in TABLE.split('\n') if line.strip())
    rows = {re.sub(' +', ' ', route): letters for route, letters in rows.items()}
    return {**rows, **{route: ADMIN for route in ROUTES if route.split(' ')[1].startswith('/admin')}}


ROUTES = [f'{route.method} {route.rule}' for route in app.routes]
EXPECTED = table()


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
