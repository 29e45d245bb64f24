"""Addresses that people kept from the release before lead to where their pages are now."""

import pytest

from app.web.app import application
from app.web.menu import MENUS, current
from app.web.old_addresses import MOVED
from tests.support.browser import Browser


@pytest.mark.parametrize('old, new', [
    ('/staff/availability', '/staff/hours'),
    ('/staff/availability?staff_id=2', '/staff/hours?staff_id=2'),
    ('/staff/availability/hours?from=2026-07-01', '/staff/hours/week?from=2026-07-01'),
    ('/staff/availability/hours/remove', '/staff/hours/week/remove'),
    ('/staff/availability/time-off/7/remove', '/staff/hours/time-off/7/remove'),
    ('/staff/availability/visits', '/staff/hours/visits'),
    ('/profile/people', '/profile/relatives'),
    ('/profile/people/2', '/profile/relatives/2'),
    ('/people/1', '/staff/1'),
])
@pytest.mark.parametrize('method', ['GET', 'POST'])
def test_an_old_address_leads_on_with_its_query_and_keeps_the_method(cast, method, old, new):
    answer = {}
    path, _, query = old.partition('?')
    list(application({'REQUEST_METHOD': method, 'PATH_INFO': path, 'QUERY_STRING': query, 'HTTP_HOST': '127.0.0.1',
                      'SERVER_NAME': '127.0.0.1', 'SERVER_PORT': '80', 'wsgi.url_scheme': 'http'},
                     lambda status, headers, exc_info=None: answer.update(status=status, **dict(headers))))

    assert (answer['status'], answer['Location']) == ('308 Permanent Redirect', new)


def test_no_page_stands_at_an_old_address_and_each_new_one_is_a_page(cast):
    assert all(Browser().get(new.rstrip('/') + ('/1' if new.endswith('/') else '')).status == 200 for _, new in MOVED)


@pytest.mark.parametrize('path', ['/staff/availabilitys', '/profile/peoples', '/people'])
def test_what_only_begins_like_an_old_address_is_not_found(cast, path):
    assert Browser().get(path).status == 404


def test_the_public_page_of_a_member_of_staff_belongs_to_booking_in_the_menu(cast):
    assert current(MENUS[None], '/staff/1') == current(MENUS['patient'], '/staff/1') == '/book'
    assert current(MENUS['staff'], '/staff/1') is None and current(MENUS['staff'], '/staff/book') == '/staff/patients'
