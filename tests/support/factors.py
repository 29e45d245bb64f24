"""Accounts with a second factor, and the codes that their app shows at the tests' time."""

import datetime as dt

from app import clock, database
from app.accounts import codes, totp
from tests.support.accounts import PASSWORD
from tests.support.browser import Browser

KEY = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'       # of RFC 6238, appendix B


def with_factor(user_id: int) -> list[str]:
    """Give an account a second factor that is in use, with this KEY; its recovery codes."""
    now_utc = clock.now_utc()
    with database.transaction() as tx:
        tx.change('second_factors/insert', user_id=user_id, now_utc=now_utc, **codes.sealed(user_id, KEY))
        tx.change('second_factors/confirm', user_id=user_id, step=0, now_utc=now_utc)
        return codes.make_recovery_codes(tx, user_id)


def code(steps: int = 0) -> str:
    """What the app shows now, or so many steps of 30 seconds later."""
    return totp.code(KEY, totp.step_of(clock.now_utc()) + steps)


def wrong_code() -> str:
    """Six digits that are no code around now."""
    near = {code(steps) for steps in range(-3, 4)}
    return next(f'{number:06}' for number in range(10) if f'{number:06}' not in near)


def later(seconds: int):
    """Let the tests' clock go on; it goes back where seconds are below zero."""
    clock.freeze(clock.now_utc() + dt.timedelta(seconds=seconds))


def at_the_code(email: str, password: str = PASSWORD, path: str = '/login') -> Browser:
    """A browser that has typed the right password, and is asked for the code."""
    browser = Browser()
    browser.get(path)
    page = browser.submit('/login', email=email, password=password)
    assert page.path.startswith('/login/code') and 'Type your code' in page.text, (page.path, page.text)
    return browser
