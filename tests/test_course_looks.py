"""Each page of the course in a real browser: axe finds nothing, at two widths and in both themes, nothing is wider than
the screen, and the keyboard reaches what scrolls. The rules are those of tests/test_accessibility.py.
"""

import pytest
from axe_playwright_python.sync_playwright import Axe

from app.learn import places, race

AXE = Axe()
LOOKS = [(1280, 'light'), (320, 'dark'), (1280, 'dark'), (320, 'light')]
PAGES = (
    '/learn', '/learn/queries', '/learn/queries/appointments', '/learn/queries/appointments/list_day',
    '/learn/queries/appointments/list_day?day=tomorrow', '/learn/queries/rooms/insert', '/learn/queries/rooms/lock',
    '/learn/tables', '/learn/tables/appointments', '/learn/tables/free_starts', '/learn/tables/sessions', '/learn/sql',
    '/learn/sql?q=SELECT+*+FROM+rooms&on=learn', '/learn/sql?q=SELECT+*+FROM+rooms&on=learn&show=plan',
    '/learn/sql?q=SELECT+nam+FROM+rooms&on=learn', '/learn/lessons/01-a-day', '/learn/lessons/12-claims',
    '/learn/lessons/13-keys', '/learn/lessons/17-together', '/learn/race', '/learn/race?setup=keys-only',
    '/learn/injection', '/learn/servers',
)


@pytest.fixture
def look(course, real_time, chromium, site):
    """look(width, theme) → a browser's page without JavaScript, at the clinic's address."""
    contexts = []

    def open_page(width, theme):
        context = chromium.new_context(base_url=site, viewport={'width': width, 'height': 900}, bypass_csp=True)
        context.add_cookies([{'name': 'theme', 'value': theme, 'url': site}])
        contexts.append(context)
        return context.new_page()
    yield open_page
    for context in contexts:
        context.close()
    race.end_all()


def problems(tab):
    """What axe says, and whether the page is wider than its window."""
    # A race that waits looks again each second. axe would have no page do so; without scripts there is no other way.
    tab.evaluate('document.querySelector("meta[http-equiv]")?.remove()')
    found = [f'{problem["id"]}: {problem["help"]}: {problem["nodes"][0]["html"][:200]}'
             for problem in AXE.run(tab).response['violations']]
    width, window = tab.evaluate('[document.documentElement.scrollWidth, window.innerWidth]')
    return found + ([f'{width} px wide in a window of {window}'] if width > window else [])


@pytest.mark.parametrize('path', PAGES)
def test_a_page_of_the_course_is_for_everybody(look, path):
    found = []
    for width, theme in LOOKS:
        tab = look(width, theme)
        assert tab.goto(path).status in (200, 422)
        found += [f'{width} {theme}: {problem}' for problem in problems(tab)]

    assert found == []


def press(tab, *names):
    for name in names:
        tab.get_by_role('button', name=name).first.click()


def tried(tab):
    tab.goto('/learn/queries/appointments/set_status')
    press(tab, 'Try it')


def answered(answer):
    def answer_it(tab):
        tab.goto('/learn/lessons/01-a-day')
        tab.locator('#ex-1 textarea').fill(answer)
        tab.locator('#ex-1 button').click()
    return answer_it


def raced(*names):
    def race_it(tab):
        tab.goto('/learn/race?setup=keys-only')
        press(tab, 'Begin', *names)
    return race_it


def searched(tab):
    tab.goto('/learn/injection')
    press(tab, 'The passwords')


def opened_drawer(tab):
    tab.goto('/')
    tab.locator('.learn-drawer summary').press('Enter')
    assert tab.locator('.learn-drawer details').get_attribute('open') is not None


ACTS = {'what was tried': tried, 'a wrong answer': answered('SELECT room_id FROM rooms'),
        'an answer that fails': answered('SELECT nam FROM rooms'),
        'a right answer': answered('SELECT name FROM rooms ORDER BY 1'),
        'a race that waits': raced('Left: Begin', 'Right: Begin', 'Left: Book', 'Right: Book'),
        'a race that is over': raced('Left: Begin', 'Right: Begin', 'Left: Book', 'Left: Commit', 'Right: Book'),
        'what was searched for': searched, 'the drawer': opened_drawer}


@pytest.mark.parametrize('act', ACTS)
def test_what_comes_after_a_click_is_for_everybody(look, act):
    found = []
    for width, theme in LOOKS[:2]:
        tab = look(width, theme)
        ACTS[act](tab)
        found += [f'{width} {theme}: {problem}' for problem in problems(tab)]

    assert found == []


def test_the_keyboard_reaches_every_box_that_scrolls(look):
    places.make('learn')
    tab = look(320, 'light')
    tab.goto('/learn/queries/appointments/list_day')
    boxes = tab.evaluate('''() => [...document.querySelectorAll('main *')].filter(box =>
        box.scrollWidth > box.clientWidth + 1 && ['auto', 'scroll'].includes(getComputedStyle(box).overflowX)
        && box.tabIndex < 0 && box.tagName !== 'TEXTAREA').map(box => box.className)''')

    assert boxes == []
