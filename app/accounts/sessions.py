"""Signed-in sessions: rows that a random cookie opens until they are idle too long, too old, or ended.

Staff and admins see everybody's data on shared computers: an hour without a click ends their session (longer than the
longest visit, so nobody is thrown out by treating a patient), and a working day ends it in any case. Patients use
their own phones: a week without a click, a month in any case; and as the cookie names no date, it ends with the
browser.

Where an account has a second factor, the right password begins a session that waits for the code: it lasts some
minutes, and whoever comes with its cookie is a stranger. The right code begins another one, with a token of its own.
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
CODE_MINUTES = 10                           # so long a session waits for its code
REFRESHED_EVERY = timedelta(minutes=5)      # a page view writes no more often than this

_OF_A_SESSION = ('session_id', 'user_id', 'role', 'email', 'email_is_proven', 'full_name', 'theme', 'staff_id',
                 'is_desk', 'patient_id')
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
    lacks = clinic.requires_second_factor(row['role']) and not row['has_second_factor']
    return clinic, replace(stranger, lacks_second_factor=lacks, **{name: row[name] for name in _OF_A_SESSION})


def find_waiting(token: str | None) -> dict | None:
    """The session that a cookie's token belongs to, if it waits for its code: the row of sessions/find_waiting."""
    if not token:
        return None
    return database.one('sessions/find_waiting', token_hash=tokens.digest(token), now_utc=clock.now_utc())


def start(tx, visitor: Visitor, needs_code: bool = False) -> str:
    """Begin a session of an account (visitor.user_id, role) inside a transaction; the token for the cookie.

    needs_code: only the password was right, and the session waits for the code.
    """
    token = tokens.new()
    tx.insert('sessions/insert', token_hash=tokens.digest(token), user_id=visitor.user_id, now_utc=clock.now_utc(),
              idle_minutes=CODE_MINUTES if needs_code else IDLE_MINUTES[visitor.role], needs_code=needs_code,
              address=visitor.ip, device=visitor.device)
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
