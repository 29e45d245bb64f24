"""Queueing mail: rows in notifications, in the transaction that causes them. app/mail sends what stands there."""

import secrets
from datetime import datetime, timedelta

from app import clock, tokens
from app.mail import links

USEFUL_FOR = timedelta(days=7)          # mail about accounts that could not be sent for so long


def queue_visit(tx, kind: str, appointment_id: int, starts_at: datetime, tell_patient: bool = True,
                former_staff_id: int | None = None, was_at: datetime | None = None):
    """Queue the mail about a visit, to the patient and to the member of staff where they want it.

    kind: 'booked', 'moved' or 'cancelled'. starts_at: the visit's local time, after which nobody needs the mail.
    tell_patient=False leaves the patient out: the desk has told them, and a visit booked or moved so is not reminded
    of. former_staff_id: whose visit it no longer is. was_at: when a visit was before it was moved (local).
    """
    when = {'appointment_id': appointment_id, 'expires_utc': clock.to_utc(starts_at), 'now_utc': clock.now_utc()}
    tx.change('notifications/insert_for_visit', kind=kind, tell_patient=tell_patient, was_at=was_at, **when)
    if not tell_patient and kind != 'cancelled':
        tx.change('notifications/insert_no_reminder', was_at=was_at, **when)
    if former_staff_id:
        tx.change('notifications/insert_for_former_staff', former_staff_id=former_staff_id, **when)


def queue_account(tx, kind: str, user_id: int, recipient: str, token: str | None = None,
                  expires_utc: datetime | None = None) -> int:
    """Queue a mail about an account, in the transaction that causes it; its notification_id.

    kind: 'account_created' and 'password_reset' (with the token of one_time_links.make, and when that ends);
    'address_proof', 'registered_again' and 'address_change' (with that of address_links.make); 'password_changed';
    'address_changed' (to the old address, with the token that takes the change back; or to both, where an admin did
    it); 'second_factor_on', 'second_factor_off', 'recovery_code_used'; 'test'. The token is kept sealed, and only until
    the mail is sent.
    """
    dedupe_key = f'account:{user_id}:{kind}:{secrets.token_hex(8)}'
    now_utc = clock.now_utc()
    return tx.insert('notifications/insert_for_account', dedupe_key=dedupe_key, kind=kind, user_id=user_id,
                     recipient=recipient, payload=links.seal(token, dedupe_key) if token else None,
                     expires_utc=expires_utc or now_utc + USEFUL_FOR, now_utc=now_utc)


def queue_confirmations(tx, user_id: int):
    """Queue the confirmations of an account's visits ahead, in the transaction that takes its address as proven.

    Visits of which the patient was told by mail already, or by the desk, are left out.
    """
    now, now_utc = clock.now(), clock.now_utc()
    for visit in tx.rows('appointments/list_own_coming', user_id=user_id, now=now, limit=1000, offset=0):
        if visit['starts_at'] > now:
            tx.change('notifications/insert_confirmation', appointment_id=visit['appointment_id'],
                      expires_utc=clock.to_utc(visit['starts_at']), now_utc=now_utc)


def hold_address(tx, email: str):
    """Let others who want a link mailed to the same address wait until the end of the transaction."""
    tx.change('links_mailed/hold', email_hash=tokens.digest(email))


def may_mail_link(tx, email: str, is_reset: bool = False) -> bool:
    """Whether one more link may be mailed to an address, and count it. Anybody who types an address causes such mail.

    At most two within a minute. Within an hour three of all kinds, and one more where it is for a forgotten password.
    """
    hold_address(tx, email)
    return bool(tx.change('links_mailed/count_one', email_hash=tokens.digest(email), is_reset=is_reset,
                          now_utc=clock.now_utc()))
