"""The search of patients, as the desk's pages have it: where somebody is booked for, and in the list of patients."""

import functools

from app import clock
from app.clinic import patients
from app.forms import patients as forms
from app.web import paging
from app.web.app import clinic, query, visitor


def search(path: str) -> dict:
    """What was typed into the box (?q=) of the page at a path, and who was found: what views/staff/patients/search.tpl
    takes.

    typed, asked (whether anything was), found (of patients.beside()), paging, and digits_too: the birth date as which
    digits were read that may be a phone number as well, or None. At most three statements.
    """
    typed = query().get('q', '')
    wanted = forms.read_search(typed, clinic().date_style, clock.today())
    at, found = paging.of(path, query(), functools.partial(patients.list_found, wanted), size=patients.PER_PAGE)
    return {'typed': typed, 'asked': bool(typed.strip()), 'found': patients.beside(visitor(), found), 'paging': at,
            'digits_too': wanted.get('birth_date') if 'digits' in wanted else None}
