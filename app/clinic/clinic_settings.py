"""What the clinic is called and reached by, and the rules that patients book by: the one row of the table settings."""

from app import database
from app.accounts import audit


@database.retried
def save(visitor: dict, values: dict, address: str):
    """Save the settings (as forms.settings.read_settings gives them) and what changed, in one transaction."""
    with database.transaction() as tx:
        changes = audit.differences(tx.one('settings/lock'), values)
        tx.change('settings/save', **values)
        if changes:
            audit.record(tx, 'settings changed', 'settings', None, user_id=visitor['user_id'], details=changes,
                         address=address)
