"""`python clinic.py import-patients`"""

from app.commands.importing import take_in
from app.imports import patients


def import_patients(settings, arguments: list[str]):
    """Check a CSV file of patients, naming each problem's line; with --commit, take them all in."""
    return take_in(settings, arguments, 'import-patients', patients)
