"""Every page in a real browser: axe-core finds nothing, at two widths and in both themes, and nothing is wider than the
screen. The rules are those of WCAG 2.1 A and AA and axe's best practices.
"""

from urllib.parse import urlencode

import pytest
from axe_playwright_python.sync_playwright import Axe

from app import clock, database, routes  # noqa: F401
from app.accounts import address_links, totp
from app.visits import scheduling
from app.web.app import app
from tests.support import world
from tests.support.access import EXPECTED
from tests.support.accounts import PASSWORD
from tests.support.factors import at_the_code, with_factor
from tests.support.moments import clock_at
from tests.support.people import DORA, PETRA
from tests.support.visits import KNOWING, book, fill_tuesday

AXE = Axe()
NO_PAGES = ('/api/', '/static/', '/healthz', '/profile/data', '/mail/', '/learn')     # these: test_course_looks.py
RULES = [route.rule for route in app.routes if route.method == 'GET' and not route.rule.startswith(NO_PAGES)
         and not route.rule.endswith(('.ics', '.csv'))]
MAILED = [route.rule for route in app.routes if route.method == 'GET' and route.rule.startswith('/mail/')]
LOOKS = [(1280, 'light'), (320, 'dark'), (1280, 'dark'), (320, 'light')]


def audience(rule):
    """One visitor of each kind who may see a page: strangers, patients, staff, the desk or the admin."""
    letters = dict(zip(world.VISITORS, EXPECTED[f'GET {rule}'], strict=True))
    kinds = [name for name in ('nobody', 'petra', 'weber', 'ada') if letters[name] == '+']
    return kinds or [name for name, letter in letters.items() if letter == '+'][:1]


@pytest.fixture
def look(chromium, site, shell):
    """look(visitor, path, width, theme) → the page, opened, as that visitor sees it."""
    contexts = {}

    def open_page(name, path, width, theme):
        if (name, theme) not in contexts:
            context = chromium.new_context(base_url=site, bypass_csp=True)
            browser = world.visit_as(name)
            context.add_cookies([{'name': cookie, 'value': value, 'url': site} for cookie, value in
                                 {**browser.cookies, 'theme': theme}.items()])
            contexts[name, theme] = context.new_page()
        tab = contexts[name, theme]
        tab.set_viewport_size({'width': width, 'height': 900})
        answer = tab.goto(path)
        assert answer.status in (200, 404, 422), f'{path} for {name}: {answer.status}'
        return tab
    yield open_page
    for tab in contexts.values():
        tab.context.close()


def problems(tab):
    """What axe says, and whether the page is wider than its window."""
    found = [f'{problem["id"]}: {problem["help"]}: {problem["nodes"][0]["html"][:200]}'
             for problem in AXE.run(tab).response['violations']]
    width, window = tab.evaluate('[document.documentElement.scrollWidth, window.innerWidth]')
    return found + ([f'{width} px wide in a window of {window}'] if width > window else [])


@pytest.mark.parametrize('rule', RULES + MAILED)
def test_a_page_is_for_everybody(look, shell, rule):
    values = world.build(shell)
    asked = world.asked(rule)
    path = world.address(rule, values) + ('?' + urlencode(asked) if asked else '')
    found = []
    visitors = audience(rule)
    for number, name in enumerate(visitors):        # where there are several, each sees two looks, and together all
        for width, theme in LOOKS if len(visitors) == 1 else (LOOKS[:2], LOOKS[2:])[number % 2]:
            tab = look(name, path, width, theme)
            found += [f'{name}, {width} px, {theme}: {problem}' for problem in problems(tab)]

    assert not found


@pytest.mark.parametrize('path', [
    '/appointments/{appointment_id}?done=booked', '/book?service_id=1', '/book/1?service_id=1&view=month',
    '/book/1/confirm?service_id=1&starts_at=2026-06-03T10:00',
    '/book/1/confirm?service_id=1&starts_at=2026-06-01T09:30'])
def test_the_steps_of_booking_are_for_everybody(look, shell, path):
    values = world.build(shell)
    found = []
    for width, theme in LOOKS:
        found += [f'{width} px, {theme}: {problem}' for problem in
                  problems(look('petra', path.format(**values), width, theme))]

    assert not found


@pytest.mark.parametrize(('path', 'fields'), [
    ('/register', {'email': 'x', 'password': 'short'}),
    ('/login', {'email': 'petra@mail.test', 'password': 'wrong'}),
])
def test_a_refused_form_is_for_everybody(look, cast, shell, path, fields):
    for width, theme in LOOKS:
        tab = look('nobody', path, width, theme)
        for name, text in fields.items():
            tab.fill(f'#{name}', text)
        with tab.expect_navigation():
            tab.locator('main form button').first.click()

        assert not problems(tab)
        assert tab.locator('[role=alert]').count() == 1
        for field in tab.locator('[aria-invalid=true]').all():
            told = field.get_attribute('aria-describedby').split()
            assert any(tab.locator(f'#{part}').inner_text() for part in told if part.endswith('-error'))


@pytest.mark.parametrize(('purpose', 'email'), [
    ('prove', 'petra@mail.test'), ('prove', 'paul@mail.test'), ('prove', 'weber@clinic.test'),
    ('change', 'paul@mail.test'), ('take_back', 'old@mail.test')])
def test_the_pages_about_an_address_are_for_everybody(look, cast, shell, purpose, email):
    shell('UPDATE users SET email = %s, email_proven_utc = NULL WHERE user_id = 6',
          email if purpose == 'prove' else 'petra@mail.test')
    with database.transaction() as tx:
        token, _ = address_links.make(tx, 6, purpose, email)

    assert not [problem for look_at in LOOKS for name, path in (('nobody', f'/confirm-address/{token}'),
                                                                ('petra', '/profile'))
                for problem in problems(look(name, path, *look_at))]


@pytest.mark.parametrize('path', ['/staff', '/staff?by=rooms', '/staff/week?staff_id=1', '/staff/month?staff_id=1'])
def test_a_board_with_visits_in_every_state_is_for_everybody(look, cast, at, shell, path):
    """Late, here, finished, missed, away, with an alert; on a wide screen and as lists on a phone."""
    number = {time: book(DORA, at(time, 1), patient_id=patient, **KNOWING) for time, patient in
              (('09:00', 1), ('10:00', 3), ('10:30', 5), ('11:00', 1), ('14:00', 3))}
    shell("INSERT INTO time_off (staff_id, starts_at, ends_at, reason) VALUES (1, %s, %s, 'Ill')",
          at('13:30', 1), at('15:00', 1))
    shell("UPDATE patients SET alert = 'Needs an interpreter' WHERE patient_id = 3")
    with clock_at(at('10:50', 1)):
        for time, status in (('09:00', 'completed'), ('10:30', 'arrived')):
            scheduling.set_status(DORA, number[time], status)
        for width, theme in LOOKS:
            tab = look('dora', path, width, theme)
            assert not problems(tab)
            assert 'month' in path or tab.locator('.board-visit').count() >= 3


def test_the_box_of_a_board_of_fifteen_people_scrolls_and_the_page_does_not(look, cast, shell):
    fill_tuesday(shell)
    for width in (1024, 320):
        tab = look('dora', '/staff?day=2026-06-02', width, 'light')
        of_page, of_board, head = tab.evaluate("""[document.documentElement.scrollWidth,
            document.querySelector('.board').scrollWidth - document.querySelector('.board').clientWidth,
            getComputedStyle(document.querySelector('.board-head')).position]""")
        assert of_page <= width
        assert (of_board > 0, head) == ((True, 'sticky') if width == 1024 else (False, 'static'))


@pytest.mark.parametrize('part', ['', '/recovery-codes', '/off'])
def test_the_pages_of_a_second_factor_in_use_are_for_everybody(look, cast, part):
    with_factor(PETRA.user_id)
    for width, theme in LOOKS:
        assert not problems(look('petra', f'/profile/second-factor{part}', width, theme))


def test_setting_up_a_second_factor_is_for_everybody(look, cast, shell):
    """Led there, the key, a wrong code, and the recovery codes."""
    shell("UPDATE settings SET second_factor_for = 'clinic'")
    for width, theme in LOOKS[:2]:          # one session each: setting it up ends all others
        shell('DELETE FROM second_factors')
        tab = look('weber', '/staff', width, theme)
        assert not problems(tab)
        tab.fill('#current_password', PASSWORD)
        press(tab)
        assert not problems(tab)
        tab.fill('#code', 'x')
        press(tab)
        assert not problems(tab) and tab.locator('[aria-invalid=true]').count() == 1
        key = tab.locator('[aria-labelledby=key-label]').inner_text().replace(' ', '')
        tab.fill('#code', totp.code(key, totp.step_of(clock.now_utc())))
        press(tab)
        assert not problems(tab) and tab.locator('main ol li').count() == 10


def press(tab):
    with tab.expect_navigation():
        tab.locator('main form button').first.click()


def test_typing_the_code_is_for_everybody_and_needs_no_mouse(look, cast, site):
    with_factor(PETRA.user_id)
    token = at_the_code(PETRA.email).cookies['session']
    for width, theme in LOOKS:
        tab = look('nobody', '/login', width, theme)
        tab.context.add_cookies([{'name': 'session', 'value': token, 'url': site}])
        tab.goto('/login/code')
        assert not problems(tab)
        field = tab.locator('#code')
        assert (field.get_attribute('inputmode'), field.get_attribute('autocomplete')) == ('numeric', 'one-time-code')
        field.press('1')
        with tab.expect_navigation():
            field.press('Enter')
        assert not problems(tab) and 'Type your code' in tab.title()


def test_removing_a_second_factor_is_for_everybody(look, cast):
    with_factor(PETRA.user_id)
    for width, theme in LOOKS:
        assert not problems(look('ada', '/admin/users/6/second-factor/remove', width, theme))


def test_the_first_steps_of_a_new_clinic_are_for_everybody(look, cast, shell):
    for statement in ('DELETE FROM working_hours', "UPDATE settings SET address = ''", 'DELETE FROM room_services'):
        shell(statement)
        for width, theme in LOOKS:
            tab = look('ada', '/admin', width, theme)

            assert not problems(tab) and 'until patients can book' in tab.content()


def test_a_refused_week_of_two_that_take_turns_is_for_everybody(look, cast, shell):
    for width, theme in LOOKS:
        tab = look('weber', '/staff/hours/week', width, theme)
        tab.get_by_role('button', name='Every other week is different').click()
        tab.get_by_role('button', name='Another period or break on Tuesday').first.click()
        for field, typed in (('hours_2', '18:00'), ('breaks_3', '08:00'), ('other_hours_0', '')):
            tab.fill(f'#{field}', typed)
        with tab.expect_navigation():
            tab.get_by_role('button', name='Save hours').click()

        assert not problems(tab)
        assert tab.locator('[role=alert] a').count() == 3
        for link in tab.locator('[role=alert] a').all():
            assert tab.locator(link.get_attribute('href')).get_attribute('aria-invalid') == 'true'


@pytest.mark.parametrize(('name', 'path', 'said'), [
    ('ada', '/admin/services/1', 'Rules of its own'), ('petra', '/appointments/{}', 'Open the video'),
    ('dora', '/staff/patients/1', 'no online booking'), ('dora', '/staff/book?patient_id=1', 'No online booking'),
    ('petra', '/book', 'gladly find a time'), ('petra', '/book/1?service_id=1', 'gladly find a time'),
    ('petra', '/book/1/confirm?service_id=1&starts_at=2026-06-09T10:00', 'gladly find a time')])
def test_a_service_with_rules_of_its_own_and_a_patient_who_must_call_are_for_everybody(look, shell, name, path, said):
    visit = world.build(shell)['appointment_id']
    shell("UPDATE services SET place = 'video', notice_minutes = 90, cancel_deadline_minutes = 60 WHERE service_id = 1")
    shell("UPDATE staff SET video_link = 'https://meet.clinic.test/weber' WHERE staff_id = 1")
    shell('UPDATE appointments SET room_id = NULL WHERE appointment_id = %s', visit)
    shell('UPDATE patients SET is_online = FALSE WHERE patient_id = 1')
    for width, theme in LOOKS:
        tab = look(name, path.format(visit), width, theme)

        assert not problems(tab) and said in tab.content()


@pytest.mark.parametrize('path', [
    '/staff/patients?q=p', '/staff/patients/1', '/staff/book?q=p&staff_id=1&day=2026-06-02&time=10:00',
    '/staff/book?patient_id=1&service_id=1&day=2026-06-02', '/staff/book?patient_id=1&service_id=1&staff_id=1',
    '/staff/book/confirm?patient_id=3&service_id=1&staff_id=1&walk_in=yes'])
def test_the_desk_s_pages_are_for_everybody_while_it_books(look, shell, at, path):
    world.build(shell)
    shell("UPDATE patients SET alert = 'Latex allergy' WHERE patient_id = 1")
    shell("UPDATE appointments SET status = 'arrived' WHERE patient_id = 1 AND day = '2026-06-01'")
    shell("UPDATE appointments SET note = 'A note' WHERE patient_id = 1")
    clock.freeze(clock.to_utc(at('12:10')))

    assert not [problem for width, theme in LOOKS for problem in problems(look('dora', path, width, theme))]
