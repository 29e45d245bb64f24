"""Slowing down guessing, without a way to lock anybody out.

Nothing is ever locked: after some free tries the next is allowed later and later. Three counters of failures run side
by side, and the longest wait holds:

    pair      this account from this IP address, in a day, since its last success
    account   this account from any IP address, in a day;   only for those that never signed in to it
    network   this IP address, any account, in an hour;     the same

So a stranger who guesses at your account makes strangers wait, not the computer you use: yours counts only its own
mistakes. Known and unknown accounts are counted alike. An IPv6 neighbourhood (/64) is one IP address.
"""

import ipaddress
from datetime import timedelta

from app import clock, database
from app.errors import Refused

COUNTED = timedelta(days=1)
NETWORK_COUNTED = timedelta(hours=1)     # short, for a whole waiting room may share one IP address
# free tries, then the first wait (seconds), which doubles up to the last
PAIR = (5, 5, 300)
ACCOUNT = (50, 5, 60)
NETWORK = (30, 5, 300)
FORMS = (30, 5, 300)                    # registrations and forgotten passwords from one IP address, in an hour


def begin(email: str, ip: str) -> int:
    """Note that a sign-in is tried; the attempt's id, for succeed(). Raises Refused (429) if it comes too early."""
    now_utc, ip = clock.now_utc(), network(ip)
    attempt_id = database.insert('sign_in_attempts/insert', email=email, address=ip, now_utc=now_utc)
    counted = database.one('sign_in_attempts/count_failures', attempt_id=attempt_id, email=email, address=ip,
                           since_utc=now_utc - COUNTED, network_since_utc=now_utc - NETWORK_COUNTED)
    waits = [_wait(counted['pair_failures'], counted['pair_last_utc'], PAIR, now_utc)]
    if not counted['is_known_here']:
        waits.append(_wait(counted['account_failures'], counted['account_last_utc'], ACCOUNT, now_utc))
        waits.append(_wait(counted['network_failures'], counted['network_last_utc'], NETWORK, now_utc))
    _refuse_if_early(attempt_id, max(waits))
    return attempt_id


def begin_form(ip: str):
    """Note that an open form was sent from an IP address. Raises Refused (429) if there were too many."""
    now_utc, ip = clock.now_utc(), network(ip)
    attempt_id = database.insert('sign_in_attempts/insert', email=None, address=ip, now_utc=now_utc)
    counted = database.one('sign_in_attempts/count_forms', attempt_id=attempt_id, address=ip,
                           since_utc=now_utc - NETWORK_COUNTED)
    _refuse_if_early(attempt_id, _wait(counted['forms'], counted['last_utc'], FORMS, now_utc))


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


def _wait(failures, last_utc, limits, now_utc):
    """Seconds from now until the next try is allowed; 0 if it is."""
    free, first, longest = limits
    if failures < free:
        return 0
    pause = min(first * 2 ** min(failures - free, 20), longest)
    return max(0, int((last_utc + timedelta(seconds=pause) - now_utc).total_seconds()))


def _refuse_if_early(attempt_id, seconds):
    if seconds <= 0:
        return
    take_back(attempt_id)
    length = f'{seconds} seconds' if seconds < 100 else f'{-(-seconds // 60)} minutes'
    raise Refused(f'Too many tries. Please wait {length}, then try again.', 429, retry_after=seconds)
