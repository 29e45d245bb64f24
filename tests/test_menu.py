"""The menus: each page of the clinic belongs to one entry, and an admin gets everywhere from five."""

import pytest

from app import routes  # noqa: F401
from app.web.app import app
from app.web.menu import MENUS, current
from tests.support import world
from tests.support.clicks import clicks_of

PAGES = sorted({route.rule for route in app.routes if route.method == 'GET'})


def below(beginning):
    return [page for page in PAGES if not page.endswith('.csv') and (page + '/').startswith(beginning + '/')]


def test_an_admins_menu_has_five_entries_and_nobody_has_more():
    assert len(MENUS['admin']) == 5
    assert all(len(entries) <= 5 for entries in MENUS.values())


def test_of_the_admins_own_pages_the_first_alone_belongs_to_today():
    assert [page for page in below('/admin') if current(MENUS['admin'], page) == '/admin'] == ['/admin']


@pytest.mark.parametrize('page', below('/admin') + below('/staff') + below('/appointments'))
def test_an_admin_sees_for_each_page_which_entry_it_belongs_to(page):
    assert current(MENUS['admin'], page) or page == '/staff/<staff_id:id>'


@pytest.mark.parametrize('page', [page for page in below('/staff') + below('/appointments') + below('/profile')
                                  if page != '/staff/<staff_id:id>'])
def test_staff_see_for_each_page_which_entry_it_belongs_to(page):
    assert current(MENUS['staff'], page)


@pytest.mark.parametrize('path, entry', [
    ('/admin/users/7', '/admin/clinic'), ('/admin/rooms/usage', '/admin/clinic'), ('/staff/hours', '/admin/clinic'),
    ('/admin/reports', '/admin/reports'), ('/appointments/7', '/staff'), ('/staff', '/staff'), ('/profile', None),
])
def test_a_page_belongs_to_what_is_nearest_above_it(path, entry):
    assert current(MENUS['admin'], path) == entry


def test_from_the_clinics_page_an_admin_gets_to_all_that_is_not_in_the_menu(cast, fresh, shell):
    world.build(shell)
    ada = world.visit_as('ada')
    page = ada.get('/admin/clinic')
    cards = ['/admin/users', '/admin/services', '/admin/rooms', '/admin/rooms/usage', '/staff/hours', '/admin/closures',
             '/admin/settings', '/admin/settings/texts', '/admin/settings/retention', '/admin/appointments',
             '/admin/notifications', '/admin/audit']

    assert [address for address in cards if f'href="{address}"' not in page.text] == []
    assert [ada.get(address).status for address in cards] == [200] * len(cards)


def test_the_clinics_page_says_what_wants_a_look(browser, shell, cast):
    assert 'have no hours' not in browser('ada').get('/admin/clinic').text
    shell("DELETE FROM working_hours")
    shell("INSERT INTO closures (day, reason) VALUES ('2026-06-10', 'Staff outing')")
    page = browser('ada').get('/admin/clinic').text

    assert 'people have no hours' in page and 'Next: Wed 10 Jun' in page


def test_forced_colours_show_which_entry_and_which_pill_is_chosen(tab, site, cast):
    """Where a device sets all colours, as in the high contrast of Windows, only lines are left to tell them apart."""
    clicks_of(tab, site, 'ada')
    tab.set_viewport_size({'width': 1280, 'height': 800})
    tab.emulate_media(forced_colors='active')
    tab.goto('/admin/reports')
    looks = {kind: {tab.evaluate('e => { const style = getComputedStyle(e);'
                                 ' return [style.borderBottomColor, style.borderBottomStyle, style.outlineStyle].join()'
                                 ' }', each)
                    for each in tab.locator(kind).element_handles()}
             for kind in ('.site-menu:visible a:not([aria-current])', '.site-menu:visible a[aria-current]',
                          '.pills a:not([aria-current])', '.pills a[aria-current]')}
    others, entry, pills, pill = looks.values()

    assert len(entry) == len(pill) == 1
    assert not entry & others and not pill & pills


@pytest.mark.parametrize('width', [1024, 1280])
def test_the_length_and_the_pause_of_a_service_stand_on_one_line(tab, site, cast, width):
    tab.context.add_cookies([{'name': name, 'value': value, 'url': site}
                             for name, value in world.visit_as('ada').cookies.items()])
    tab.set_viewport_size({'width': width, 'height': 800})
    tab.goto('/admin/services/new')
    tops = {tab.locator(f'input[name={name}]').bounding_box()['y'] for name in ('minutes', 'pause_minutes')}

    assert len(tops) == 1


@pytest.mark.parametrize('path', ['/', '/book?page=1', '/login', '/register'])
def test_a_strangers_menu_stays_on_one_line_of_a_phone(tab, cast, path):
    tab.set_viewport_size({'width': 360, 'height': 740})
    tab.goto(path)
    tops = {entry.bounding_box()['y'] for entry in tab.locator('.site-menu li').all()}

    assert len(tops) == 1
