"""A new clinic without the demo, in a real browser without JavaScript: how many clicks until patients can book?

What is counted are clicks and presses of Enter; typing is free.
"""

import re

import pytest

from tests.support.clicks import clicks_of

MOST = 15


@pytest.fixture
def empty(cast, shell):
    """A clinic with one admin and nothing else, as create-admin leaves it."""
    for table in ('room_services', 'staff_services', 'working_hours', 'patients', 'staff', 'services', 'rooms'):
        shell(f'DELETE FROM {table}')
    shell('DELETE FROM users WHERE user_id <> 1')
    shell("UPDATE settings SET clinic_name = NULL, address = '', phone = '', email = ''")


@pytest.fixture
def clicks(tab, site):
    """The admin's Clicks, signed in, on the first page."""
    clicks = clicks_of(tab, site, 'ada')
    tab.goto('/admin')
    return clicks


def fill(tab, **fields):
    for name, typed in fields.items():
        tab.locator(f'#{name}').fill(typed)


def test_a_new_clinic_is_led_to_its_first_bookable_time(empty, clicks):
    assert 'Four steps until patients can book' in clicks.tab.content()
    clicks.click('^Next: fill in name, address and phone')
    fill(clicks.tab, clinic_name='Hilltop Practice', address='1 Hill Street', phone='+44 20 7946 0000')
    clicks.click('^Save settings')
    clicks.click('^Next: add a room')
    fill(clicks.tab, name='Room A')
    clicks.click('^Add the room')
    clicks.click('^Next: add a service')
    fill(clicks.tab, name='Consultation', minutes='20')
    clicks.click('^Add the service')
    clicks.click('^Next: add staff')
    fill(clicks.tab, full_name='Dr. Ida Berg', email='ida@clinic.test')
    clicks.click('^Add staff')
    clicks.click('^Next: set working hours')
    clicks.click('^Mon–Fri 9–17')
    clicks.click('^Save hours')
    assert 'You are open' in clicks.tab.content()
    clicks.click('^See it as a patient')

    assert clicks.tab.locator('main a', has_text=re.compile(r'^\s*09:00\s*$')).count() == 1
    assert clicks.count <= MOST
