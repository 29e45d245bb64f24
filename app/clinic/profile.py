"""What members of staff say about themselves."""

from app import audit, database
from app.errors import NotFound
from app.visitor import Visitor


def find_own(visitor: Visitor) -> dict:
    """The visitor's own record: the row of staff/find_own. Raises NotFound where there is none."""
    staff = database.one('staff/find_own', user_id=visitor.user_id)
    if not staff:
        raise NotFound()
    return staff


@database.retried
def save_profile(visitor: Visitor, profile: dict):
    """Save what forms.profile.read_staff_profile gives: the account's name, and the rest of the public page."""
    with database.transaction() as tx:
        staff = tx.one('staff/find_own', user_id=visitor.user_id)
        if not staff:
            raise NotFound()
        own = {name: value for name, value in profile.items() if name != 'full_name'}
        tx.change('users/set_name', user_id=visitor.user_id, full_name=profile['full_name'])
        tx.change('staff/set_profile', staff_id=staff['staff_id'], **own)
        audit.record(tx, visitor, 'profile changed', 'staff', staff['staff_id'])
