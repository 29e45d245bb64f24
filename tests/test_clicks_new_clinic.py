"""A new clinic without the demo, in a real browser without JavaScript: how many clicks until patients can book?

What is counted are clicks and presses of Enter; typing is free.
"""

import re

import pytest

from tests.support.accounts import PASSWORD

MOST = 15


@pytest.fixture
def empty(cast, shell):
    """A clinic with one admin and nothing else, as create-admin leaves it."""
    for table in ('room_services', 'staff_services', 'working_hours', 'patients', 'staff', 'services', 'rooms'):
        shell(f'DELETE FROM {table}')
    shell('DELETE FROM users WHERE user_id <> 1')
    shell("UPDATE settings SET clinic_name = NULL, address = '', phone = '', email = ''")


@pytest.fixture
def clicks(tab):
    """A browser that is signed in as the admin, and counts: clicks.on('Save hours'), clicks.count."""
    return Clicks(tab)


class Clicks:
    def __init__(self, tab):
        self.tab, self.count = tab, 0
        tab.goto('/login')
        tab.get_by_label('E-mail address').fill('ada@clinic.test')
        tab.locator('#password').fill(PASSWORD)
        tab.get_by_role('button', name='Sign in').click()

    def on(self, name):
        """Click the link or button whose name begins so; the main part of the page comes before the menu."""
        main = self.tab.locator('main')
        found = main.get_by_role('link', name=name).or_(main.get_by_role('button', name=name)).first
        found.click()
        self.count += 1

    def types(self, **fields):
        for name, typed in fields.items():
            self.tab.locator(f'#{name}').fill(typed)


def test_a_new_clinic_is_led_to_its_first_bookable_time(empty, clicks):
    assert 'Four steps until patients can book' in clicks.tab.content()
    clicks.on('Next: fill in name, address and phone')
    clicks.types(clinic_name='Hilltop Practice', address='1 Hill Street', phone='+44 20 7946 0000')
    clicks.on('Save settings')
    clicks.on('Next: add a room')
    clicks.types(name='Room A')
    clicks.on('Add the room')
    clicks.on('Next: add a service')
    clicks.types(name='Consultation', minutes='20')
    clicks.on('Add the service')
    clicks.on('Next: add staff')
    clicks.types(full_name='Dr. Ida Berg', email='ida@clinic.test')
    clicks.on('Add staff')
    clicks.on('Next: set working hours')
    clicks.on('Mon–Fri 9–17')
    clicks.on('Save hours')
    assert 'You are open' in clicks.tab.content()
    clicks.on('See it as a patient')

    assert clicks.tab.locator('main a', has_text=re.compile(r'^\s*09:00\s*$')).count() == 1
    assert clicks.count <= MOST
