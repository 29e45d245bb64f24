"""The button that ticks a call off."""

from datetime import datetime

from app.forms import fields


def read_call(form: dict) -> datetime | None:
    """created_utc: of the call that the page showed (UTC); None where it is missing or nonsense."""
    return fields.Reader(form).parsed('created_utc', datetime.fromisoformat, required=False)
