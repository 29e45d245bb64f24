"""`python clinic.py import-appointments`"""

from app.commands import importing
from app.ops.imports import visits

arguments = importing.arguments


def run(settings, given):
    """Check a CSV file of visits, naming each problem's line; with --commit, take them all in."""
    return importing.take_in(settings, given, visits)
