"""The audit log: one row for each act on an account, a patient, a room, a service or a setting."""

from app import clock, request_log
from app.visitor import Visitor

PROGRAM = Visitor()


def record(tx, visitor: Visitor | None, action: str, subject: str, subject_id: int | None, details: str = ''):
    """Write down an act, in the transaction that carries it out.

    visitor: who did it, None for the program itself. action: a short phrase, such as 'password changed'. subject: the
    table of the record, subject_id its key. details: what changed, never a password or a token.
    """
    who = visitor or PROGRAM
    tx.insert('audit_log/insert', now_utc=clock.now_utc(), user_id=who.user_id, action=action, subject=subject,
              subject_id=subject_id, details=details[:1000], address=who.ip)
    request_log.add('act', f'{action}:{subject}:{subject_id or "-"}')


def differences(before: dict, after: dict) -> str:
    """What changed, as details: 'phone: – → +49 30 1; role: staff → admin'. before, after: the values by name."""
    return '; '.join(f'{name.replace("_", " ")}: {_shown(before[name])} → {_shown(new)}'
                     for name, new in after.items() if before[name] != new)


def _shown(value):
    return '–' if value in (None, '') else value
