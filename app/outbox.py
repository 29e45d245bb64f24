"""Queueing mail: rows in notifications, in the transaction that causes them. app/mail.py sends what stands there."""

from datetime import datetime

from app import clock


def queue_visit(tx, kind: str, appointment_id: int, starts_at: datetime, tell_patient: bool = True):
    """Queue the mail about a visit, to the patient and to the member of staff where they want it.

    kind: 'booked', 'moved' or 'cancelled'. starts_at: the visit's local time, after which nobody needs the mail.
    tell_patient=False leaves the patient out: the desk has told them.
    """
    tx.change('notifications/insert_for_visit', kind=kind, appointment_id=appointment_id, tell_patient=tell_patient,
              expires_utc=clock.to_utc(starts_at), now_utc=clock.now_utc())
