"""The clinic's own words: privacy notice, imprint, what stands before booking, news. Each change is a new version."""

from app import audit, clock, database
from app.errors import Refused
from app.visitor import Visitor

CHANGED_MEANWHILE = 'Somebody else has just saved this text. Theirs is shown below. Please add your change to it.'


@database.retried
def save(visitor: Visitor, kind: str, body: str, seen_version: int) -> bool:
    """Save a text as its next version; whether it was changed at all. body: '' takes it away.

    seen_version: the version that the form showed, 0 for none. Raises Refused (409) where there is a later one by now.
    """
    with database.transaction() as tx:
        tx.one('settings/lock')             # so that two who save come one after the other
        present = tx.one('clinic_texts/find', kind=kind, version=None)
        version = present['version'] if present else 0
        if body == (present['body'] if present else ''):
            return False
        if version != seen_version:
            raise Refused({'body': CHANGED_MEANWHILE}, 409)
        tx.insert('clinic_texts/insert', kind=kind, version=version + 1, body=body, now_utc=clock.now_utc(),
                  user_id=visitor.user_id)
        audit.record(tx, visitor, 'text saved', 'clinic_texts', version + 1, kind if body else f'{kind}: taken away')
        return True
