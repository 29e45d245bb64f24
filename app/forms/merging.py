"""The forms about records that may be one patient's: which details are kept, and a record that is claimed."""

from datetime import date

from app.accounts.joining import SIDES
from app.forms import fields
from app.visits import merging

CHOSEN = (*merging.DETAILS, 'account')


def read_other(values: dict) -> int | None:
    """The number of the other record (with, in a link or a form); None where there is none. values: by name."""
    return fields.Reader(values).identity('with', required=False)


def read_choices(form: dict) -> dict:
    """Which record each detail is taken from (one or other), by name, account too; and seen. Raises Refused.

    A detail that both records say alike is no field of the form: it is taken from the first.
    """
    read = fields.Reader(form)
    chosen = {name: read.choice(name, SIDES, required=False) or 'one' for name in CHOSEN}
    return read.checked({**chosen, 'seen': form.get('seen', '')})


def read_claim(form: dict) -> date:
    """The birth date that is to show whose record it is. Raises Refused."""
    read = fields.Reader(form)
    return read.checked(read.birth_date(required=True))
