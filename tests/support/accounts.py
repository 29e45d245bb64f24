"""Browsers that are signed in as one of the cast."""

from tests.support.browser import Browser

PASSWORD = 'correct horse battery'          # everybody's, as tests/support/cast.sql says
ONE_OF_EACH = {'patient': 'petra@mail.test', 'staff': 'weber@clinic.test', 'admin': 'ada@clinic.test'}


def try_to_sign_in(email, password=PASSWORD, address='127.0.0.1', browser=None):
    """Fill in the sign-in form; the page that comes back."""
    browser = browser or Browser(address)
    browser.get('/login')
    return browser.submit('/login', email=email, password=password)


def signed_in(email, password=PASSWORD, address='127.0.0.1') -> Browser:
    """A browser that has just signed in."""
    browser = Browser(address)
    page = try_to_sign_in(email, password, browser=browser)
    assert page.status == 200 and 'Sign out' in page.text, (page.status, page.text)
    return browser
