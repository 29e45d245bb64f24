"""One choice of three: patients book it online, only the desk does, or nobody. Of a service, and of a member of staff.

It goes by the name of the column that switches booking on (is_active, is_bookable): what is not sent, or is empty, is
nobody, and `desk` leaves is_online out.
"""

from app.forms import fields

DESK, ONLINE, NOBODY = 'desk', 'on', ''


def read(reader: fields.Reader, name: str) -> dict[str, bool]:
    """The column of this name, and is_online, as the choice says."""
    return {name: reader.ticked(name), 'is_online': reader.form.get(name) != DESK}


def shown(row: dict | None, name: str) -> str:
    """The choice as it stands in a row with that column and is_online; online where there is no row yet."""
    if not row:
        return ONLINE
    return (ONLINE if row['is_online'] else DESK) if row[name] else NOBODY
