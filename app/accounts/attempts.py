"""Slowing down guessing, without a way to lock anybody out.

Nothing is ever locked: after some free tries the next is allowed later and later. A browser that has signed in to the
account before (app/accounts/browsers.py) has a counter of its own, and no other binds it. For all others these run
side by side, and the longest wait holds:

    pair        wrong tries at this account from this IP address, in a day
    account     wrong tries at this account from any IP address, in a day; only where the pair has failed already
    newcomers   IP addresses that failed at this account, in a day; only where the pair has not failed yet
    network     wrong tries at any account from this IP address, in an hour
    tries       tries at any account from this IP address, in an hour, the right ones too: each costs hashing

So a stranger who guesses at your account makes neither your own browser wait, nor for long a new one somewhere else.
Known and unknown accounts are counted alike. Nothing forgives a stranger: several accounts may have typed one address,
and who signs in to one of them must not win tries at another. An IPv6 neighbourhood (/64) is one IP address.
"""

import ipaddress
from datetime import datetime, timedelta
from typing import NamedTuple

from app import clock, database
from app.errors import Refused

COUNTED = timedelta(days=1)
NETWORK_COUNTED = timedelta(hours=1)     # short, for a whole waiting room may share one IP address
# free tries, then the first wait (seconds), which doubles up to the last
BROWSER = (5, 5, 300)                   # wrong ones since the last right one
BROWSER_TRIES = (60, 5, 300)            # in an hour
PAIR = (5, 5, 300)
ACCOUNT = (50, 5, 60)
NEWCOMERS = (50, 1, 8)
NETWORK = (30, 5, 300)
NETWORK_TRIES = (300, 5, 300)           # of strangers; a clinic's staff who all sign in at eight share one IP address
FORMS = (30, 5, 300)                    # registrations and forgotten passwords from one IP address, in an hour


class Attempt(NamedTuple):
    """A try that may go on. is_open: whether a stranger's counters would let it pass too."""

    attempt_id: int
    is_open: bool


def begin(email: str, ip: str, browser: str | None = None) -> Attempt:
    """Note that a sign-in is tried. browser: whose own counter holds (Mark.browser), or None.

    Raises Refused (429) if it comes too early.
    """
    now_utc, ip = clock.now_utc(), network(ip)
    attempt_id = database.insert('sign_in_attempts/insert', email=email, address=ip, browser=browser, now_utc=now_utc)
    of_strangers = _wait_of_strangers(attempt_id, email, ip, now_utc)
    _refuse_if_early(attempt_id, _wait_of_browser(attempt_id, browser, now_utc) if browser else of_strangers)
    return Attempt(attempt_id, of_strangers == 0)


def begin_form(ip: str):
    """Note that an open form was sent from an IP address. Raises Refused (429) if there were too many."""
    now_utc, ip = clock.now_utc(), network(ip)
    attempt_id = database.insert('sign_in_attempts/insert', email=None, address=ip, browser=None, now_utc=now_utc)
    counted = database.one('sign_in_attempts/count_forms', attempt_id=attempt_id, address=ip, now_utc=now_utc,
                           since_utc=now_utc - NETWORK_COUNTED)
    _refuse_if_early(attempt_id, wait(counted['forms'], counted['last_utc'], FORMS, now_utc))


def take_back(attempt_id: int):
    """Forget an attempt that was never judged."""
    database.change('sign_in_attempts/delete_one', attempt_id=attempt_id)


def network(ip: str) -> str:
    """What counts as one IP address: an IPv4 address, or the /64 that an IPv6 address is in."""
    try:
        found = ipaddress.ip_address(ip)
    except ValueError:
        return ip[:45]
    if found.version == 6 and not found.ipv4_mapped:
        return str(ipaddress.ip_network((found, 64), strict=False).network_address)
    return str(found.ipv4_mapped if found.version == 6 else found)


def wait(failures: int, last_utc: datetime | None, limits: tuple[int, int, int], now_utc: datetime) -> int:
    """Seconds from now until the next try is allowed; 0 if it is, and where the clock went back behind the last one.

    failures: how many there were, the last at last_utc. limits: free tries, the first wait (it doubles) and
    the longest, in seconds.
    """
    free, first, longest = limits
    if failures < free or now_utc < last_utc:
        return 0
    pause = min(first * 2 ** min(failures - free, 20), longest)
    return max(0, int((last_utc + timedelta(seconds=pause) - now_utc).total_seconds()))


def _wait_of_browser(attempt_id, browser, now_utc):
    counted = database.one('sign_in_attempts/count_of_browser', attempt_id=attempt_id, browser=browser,
                           now_utc=now_utc, since_utc=now_utc - COUNTED, tries_since_utc=now_utc - NETWORK_COUNTED)
    return max(wait(counted['failures'], counted['last_failure_utc'], BROWSER, now_utc),
               wait(counted['tries'], counted['last_try_utc'], BROWSER_TRIES, now_utc))


def _wait_of_strangers(attempt_id, email, ip, now_utc):
    counted = database.one('sign_in_attempts/count_failures', attempt_id=attempt_id, email=email, address=ip,
                           now_utc=now_utc, since_utc=now_utc - COUNTED, network_since_utc=now_utc - NETWORK_COUNTED)
    if counted['pair_failures']:
        of_account = wait(counted['account_failures'], counted['account_last_utc'], ACCOUNT, now_utc)
    else:
        of_account = wait(counted['networks'], counted['newcomer_utc'], NEWCOMERS, now_utc)
    return max(of_account,
               wait(counted['pair_failures'], counted['pair_last_utc'], PAIR, now_utc),
               wait(counted['network_failures'], counted['network_last_utc'], NETWORK, now_utc),
               wait(counted['network_tries'], counted['network_last_try_utc'], NETWORK_TRIES, now_utc))


def _refuse_if_early(attempt_id, seconds):
    if seconds <= 0:
        return
    take_back(attempt_id)
    length = f'{seconds} seconds' if seconds < 100 else f'{-(-seconds // 60)} minutes'
    raise Refused(f'Too many tries. Please wait {length}, then try again.', 429, retry_after=seconds)
