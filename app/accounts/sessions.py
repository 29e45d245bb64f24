"""Signed-in sessions: rows that a random cookie opens until they are idle too long, too old, or ended.

Staff and admins see everybody's data on shared computers: an hour without a click ends their session (longer than the
longest visit, so nobody is thrown out by treating a patient), and a working day ends it in any case. Patients use
their own phones: a week without a click, a month in any case; and as the cookie names no date, it ends with the
browser.
"""

from contextlib import suppress
from dataclasses import fields, replace
from datetime import timedelta

from app import clock, database, tokens
from app.errors import Busy
from app.the_clinic import Clinic, Texts
from app.visitor import Visitor

IDLE_MINUTES = {'patient': 7 * 24 * 60, 'staff': 60, 'admin': 60}
ABSOLUTE_MINUTES = {'patient': 30 * 24 * 60, 'staff': 12 * 60, 'admin': 12 * 60}
REFRESHED_EVERY = timedelta(minutes=5)      # a page view writes no more often than this

_OF_A_SESSION = ('session_id', 'user_id', 'role', 'email', 'email_is_proven', 'full_name', 'theme', 'staff_id',
                 'patient_id')
NOBODY = bytes(32)                          # no token hashes to this


def find(token: str | None, stranger: Visitor) -> tuple[Clinic, Visitor]:
    """The clinic, and the visitor whom a cookie's token belongs to (or the stranger who came), in one statement."""
    now_utc = clock.now_utc()
    row = database.one('sessions/find_visitor', token_hash=tokens.digest(token) if token else NOBODY, now_utc=now_utc)
    clinic = Clinic.of({**row, **{name: row[f'clinic_{name}'] for name in ('address', 'phone', 'email')}},
                       Texts(**{field.name: row[field.name] for field in fields(Texts)}))
    if not row['user_id']:
        return clinic, stranger
    if now_utc - row['seen_utc'] > REFRESHED_EVERY:
        with suppress(Busy):            # a page must not fail over this: the next one does it
            database.change('sessions/refresh', session_id=row['session_id'], now_utc=now_utc,
                            idle_minutes=IDLE_MINUTES[row['role']], absolute_minutes=ABSOLUTE_MINUTES[row['role']])
    return clinic, replace(stranger, **{name: row[name] for name in _OF_A_SESSION})


def start(tx, visitor: Visitor) -> str:
    """Begin a session of an account (visitor.user_id, role) inside a transaction; the token for the cookie."""
    token = tokens.new()
    tx.insert('sessions/insert', token_hash=tokens.digest(token), user_id=visitor.user_id, now_utc=clock.now_utc(),
              idle_minutes=IDLE_MINUTES[visitor.role], address=visitor.ip, device=visitor.device)
    return token


def end(session_id: int):
    """End one session."""
    database.change('sessions/delete_one', session_id=session_id)


def end_all(tx, user_id: int, but: int | None = None):
    """End every session of an account, inside a transaction; all except the session_id `but`, if one is given.

    For a new password, a new role, and an account that is closed.
    """
    tx.change('sessions/delete_of_user', user_id=user_id, kept_session_id=but)


def sweep():
    """Delete the sessions that have run out."""
    database.change('sessions/delete_expired', now_utc=clock.now_utc())
