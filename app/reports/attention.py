"""What needs somebody's attention now: each as one line with a number and the page on which it can be settled."""

from typing import NamedTuple

from app.clinic import patients
from app.reports import troubles
from app.visitor import Visitor
from app.visits import attention as desk
from app.visits import new_accounts

DOUBLES_COUNTED = 20


class Line(NamedTuple):
    """count: how many (a number or words; None where the sentence says it). sentence: of what. page: None if none."""

    count: int | str | None
    sentence: str
    page: str | None = None


def lines(visitor: Visitor, seen: dict) -> list[Line]:
    """Everything, the most urgent first: what the desk is told too, then what admins are told besides.

    visitor: an admin. seen: troubles.figures().
    """
    return [*(Line(*each) for each in desk.find(visitor, with_open=True)), *_new_accounts(), *_doubles(),
            *(Line(None, trouble.text, trouble.page) for trouble in troubles.found(seen))]


def _new_accounts():
    number = new_accounts.count()
    if number > new_accounts.MANY:
        for count, sentence, where in new_accounts.lines(number):
            yield Line(count, f'{sentence}: are they real?', where)


def _doubles():
    number = len(patients.list_doubles(DOUBLES_COUNTED + 1))
    if number:
        yield Line(number if number <= DOUBLES_COUNTED else f'more than {DOUBLES_COUNTED}',
                   f'{"pair" if number == 1 else "pairs"} of records may be the same patient',
                   '/admin/patients/doubles')
