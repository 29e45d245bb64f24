"""`python clinic.py import-appointments`"""

from app.commands.importing import take_in
from app.imports import visits


def import_appointments(settings, arguments: list[str]):
    """Check a CSV file of visits, naming each problem's line; with --commit, take them all in."""
    return take_in(settings, arguments, 'import-appointments', visits)
