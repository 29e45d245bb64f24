"""`python clinic.py import-patients`"""

from app.commands import importing
from app.ops.imports import patients

arguments = importing.arguments


def run(settings, given):
    """Check a CSV file of patients, naming each problem's line; with --commit, take them all in."""
    return importing.take_in(settings, given, patients)
