"""How long data is kept: what an admin chose, and what it would delete now. Carrying it out is app/clinic/deleting.py.

A kind is what one setting is about. Its age is counted in days or years; None is for ever.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import NamedTuple

from app import audit, clock, config, database
from app.visitor import Visitor


class Kind(NamedTuple):
    """One setting. name: of its count in last_retention. column: of settings, which ends in _days or _years.

    parts: what is counted, as functions that are given the moment in UTC before which it is too old, and give a dict
    with amount and oldest_utc (of a patient: when last heard of). Where several tables are kept equally long, each is a
    part here, and has its place in app/clinic/deleting.py.
    """

    name: str
    column: str
    parts: tuple[Callable[[datetime], dict], ...]


def _mail(before_utc):
    return database.one('retention/find_mail', before_utc=before_utc, now=clock.now())


def _audit(before_utc):
    return database.one('retention/find_audit', before_utc=before_utc)


def _looks(before_utc):
    return database.one('retention/find_looks', before_utc=before_utc)


def _sign_ins(before_utc):
    return database.one('retention/find_sign_ins', before_utc=before_utc)


def _patients(before_utc):
    return database.one('retention/find_patients', before_utc=before_utc)


def _unproven(before_utc):
    return database.one('retention/find_unproven', before_utc=before_utc, user_id=None)


KINDS = (
    Kind('mail', 'keep_mail_days', (_mail,)),
    Kind('audit', 'keep_audit_days', (_audit, _looks)),
    Kind('sign_ins', 'keep_sign_ins_days', (_sign_ins,)),
    Kind('patients', 'keep_patients_years', (_patients,)),
    Kind('unproven', 'keep_unproven_days', (_unproven,)),
)


def find() -> dict:
    """How long each kind is kept: the row of settings/find_retention."""
    return database.one('settings/find_retention')


def last_run() -> dict:
    """When and how much was last deleted: the row of retention/find_last_run."""
    return database.one('retention/find_last_run')


def would_go(kept: dict) -> dict[str, dict]:
    """What would be deleted now, by a kind's column: amount, and oldest_utc (None where there is nothing).

    kept: how long each kind is kept, as find() gives it. A kind that is kept for ever is left out, and so is one that
    this clinic does not delete.
    """
    found = {}
    for kind in KINDS:
        before_utc = before(kind, kept)
        if before_utc:
            counted = [part(before_utc) for part in kind.parts]
            oldest = [each['oldest_utc'] for each in counted if each['oldest_utc']]
            found[kind.column] = {'amount': sum(each['amount'] for each in counted),
                                  'oldest_utc': min(oldest, default=None)}
    return found


def before(kind: Kind, kept: dict) -> datetime | None:
    """The moment (UTC) before which a kind is too old; None where it is kept for ever, or this clinic deletes none.

    kept: as find() gives it. Where the clinic sends no mail, nobody can prove an address, so no registration goes.
    """
    length = kept[kind.column]
    if length is None or (kind.name == 'unproven' and not config.sends_mail()):
        return None
    now_utc = clock.now_utc()
    if kind.column.endswith('_days'):
        return now_utc - timedelta(days=length)
    day = min(now_utc.day, 28) if now_utc.month == 2 else now_utc.day      # there may be no 29 February then
    return now_utc.replace(year=now_utc.year - length, day=day)


@database.retried
def save(visitor: Visitor, kept: dict):
    """Save how long data is kept, and what changed. kept: as forms.retention.read_retention gives it."""
    with database.transaction() as tx:
        tx.one('settings/lock')
        changes = audit.differences(tx.one('settings/find_retention'), kept)
        if changes:
            tx.change('settings/save_retention', **kept)
            audit.record(tx, visitor, 'retention changed', 'settings', None, changes)
