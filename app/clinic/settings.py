"""What the clinic is called and reached by, and the rules that patients book by: the one row of the table settings."""

from datetime import timedelta

from app import audit, database
from app.mail import words
from app.visitor import Visitor


@database.retried
def save(visitor: Visitor, values: dict):
    """Save the settings and what changed, in one transaction. values: as forms.settings.read_settings gives them."""
    with database.transaction() as tx:
        changes = audit.differences(tx.one('settings/lock'), values)
        tx.change('settings/save', **values)
        if changes:
            audit.record(tx, visitor, 'settings changed', 'settings', None, changes)


def reminds_too_late(settings: dict) -> bool:
    """Whether reminders (settings: the row of settings/find) go out when patients can no longer change their visit."""
    lead, deadline = settings['reminder_lead_minutes'], settings['cancel_deadline_minutes']
    return 0 < lead < deadline + words.ROOM // timedelta(minutes=1)
