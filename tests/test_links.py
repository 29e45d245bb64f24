"""Every page is reached from the first one by links, by everybody who may open it; and no link leads nowhere."""

import dataclasses
import html
import re
from urllib.parse import urljoin, urlsplit

import pytest
from bottle import HTTPError

from app import clock, config, database, routes  # noqa: F401
from app.ops import loader
from app.web.app import app
from tests.support import world
from tests.support.access import EXPECTED
from tests.support.accounts import signed_in

# What is no page, or is opened from a mail or by a program.
NOT_BY_LINK = {'/static/', '/healthz', '/api/', '/mail/', '/reset-password/', '/confirm-address/'}
FOR_STRANGERS = {'/login', '/register', '/forgot-password'}
# Pages behind a form that is filled in first, or behind a link that this world gives no cause for: hours that visits no
# longer fit, a patient without an account, a second factor, records that look alike, more than one that is offered. And
# what patients use: who works here books at the desk's pages.
BEHIND_A_FORM = {'/staff/book/confirm', '/staff/hours/visits', '/staff/patients/<patient_id:id>/edit', '/login/code',
                 '/profile/second-factor/key', '/profile/second-factor/recovery-codes', '/profile/second-factor/off',
                 '/admin/users/<user_id:id>/second-factor/remove', '/admin/patients/doubles',
                 '/profile/records/<patient_id:id>'}
FOR_PATIENTS = {'/book', '/book/<staff_id:id>', '/book/<staff_id:id>/confirm', '/staff/<staff_id:id>',
                '/appointments/<appointment_id:id>/calendar.ics'}
MOST = 6            # addresses of one route that are opened: a list's first lines stand for the others


def rule_of(path):
    """The route that answers a path of ours, or None."""
    try:
        return app.router.match({'REQUEST_METHOD': 'GET', 'PATH_INFO': path})[0].rule
    except HTTPError:
        return None


def links(page):
    """Where a page's links lead on this site, besides to itself."""
    for address in map(html.unescape, re.findall(r'<a\b[^>]*\bhref="([^"#]+)', page.text)):
        parts = urlsplit(urljoin(page.path, address))
        if not parts.scheme:
            yield f'{parts.path}?{parts.query}' if parts.query else parts.path


def walk(browser):
    """Follow links from the first page on; {rule: how often opened} and the (page, link, status) that led nowhere."""
    opened, dead, seen, waiting = {}, [], {'/'}, [('/', '/')]
    while waiting:
        origin, address = waiting.pop(0)
        rule = rule_of(urlsplit(address).path)
        if opened.get(rule, 0) >= MOST:
            continue
        page = browser.get(address)
        opened[rule] = opened.get(rule, 0) + 1
        if page.status >= 400:
            dead.append((origin, address, page.status))
        for link in links(page):
            if link not in seen:
                seen.add(link)
                waiting.append((address, link))
    return opened, dead


@pytest.mark.parametrize('name', ['nobody', *world.SIGNED_IN])
def test_every_page_is_reached_by_links_and_no_link_leads_nowhere(cast, shell, name):
    world.build(shell)
    letter = list(world.VISITORS).index(name)

    opened, dead = walk(world.visit_as(name))

    assert not dead
    may = {route[4:] for route, letters in EXPECTED.items() if route.startswith('GET ') and letters[letter] == '+'}
    left_out = {*BEHIND_A_FORM, *(FOR_STRANGERS if name != 'nobody' else ()),
                *(FOR_PATIENTS if name in ('weber', 'dora', 'ada') else ())}
    may = {rule for rule in may - left_out if not rule.startswith(tuple(NOT_BY_LINK))}
    assert may - opened.keys() == set()


@pytest.fixture
def demo(server):
    """The demo clinic as it is today, in a database of its own."""
    settings = dataclasses.replace(server, db_name='demo_to_walk')
    loader.load(settings, demo=True)
    config.use(settings)
    database.open(settings)
    clock.freeze(None)
    yield
    database.open(server, size=60)
    config.use(server)


@pytest.mark.parametrize('email', loader.DEMO_ACCOUNTS)
def test_no_link_of_the_demo_clinic_leads_nowhere(demo, email):
    opened, dead = walk(signed_in(email, loader.DEMO_PASSWORD))

    assert not dead
    assert len(opened) > 12


def test_every_kind_of_mail_of_the_demo_clinic_can_be_read(demo):
    admin = signed_in('admin@example.com', loader.DEMO_PASSWORD)
    mails = database.rows('notifications/list_filtered', state=None, kind=None, limit=10_000, offset=0)
    one_of_each = {mail['kind']: mail['notification_id'] for mail in mails}

    assert len(one_of_each) > 4
    assert {admin.get(f'/admin/notifications/{number}').status for number in one_of_each.values()} == {200}
