"""Cancel several visits at once: the question before it, and the patients to call afterwards.

Two pages use this: visits that no longer fit somebody's hours, and visits to rearrange because of a closure.
"""

from datetime import datetime

from app import clock, config, database
from app.errors import Refused
from app.forms.fields import Reader
from app.web.app import form, page, query, visitor


def is_to_ask(listed: list[dict]) -> bool:
    """Whether to ask first: the form is not confirmed yet, and it ticks at least one listed visit."""
    return not Reader(form()).ticked('confirmed') and bool(_ticked(listed))


def ask(listed: list[dict], back: str, kept: dict, reason: str = '', refused: Refused | None = None) -> str:
    """The page that asks whether to cancel what is ticked in the form: who gets mail, who must be called.

    listed: dicts with appointment_id, starts_at, patient_name, phone and email. back: the page where they were ticked.
    kept: what goes with the answer besides. reason: proposed. What is ticked and no longer listed goes along, to be
    named afterwards.
    """
    visits = _ticked(listed)
    known = {f'visit_{visit["appointment_id"]}' for visit in visits}
    gone = {name: version for name, version in form().items() if name.startswith('visit_') and name not in known}
    typed = form() if 'cancel_reason' in form() else {'tell_patients': 'yes', 'cancel_reason': reason}
    return page('staff/not_fitting/cancel.tpl', refused, form=typed, visits=visits, back=back, kept={**kept, **gone},
                mail_is_on=config.sends_mail())


def _ticked(listed):
    """The visits of a list that the form ticks, with the version that it knew."""
    return [{**visit, 'version': form()[name]} for visit in listed
            if (name := f'visit_{visit["appointment_id"]}') in form()]


def lost(refused: Refused | None, listed: list[dict]) -> list[tuple[str, str]]:
    """(appointment_id, sentence) of what could not be cancelled and is no longer listed."""
    shown = {f'visit_{visit["appointment_id"]}' for visit in listed}
    errors = refused.fields if refused else {}
    return [(name.removeprefix('visit_'), sentence) for name, sentence in errors.items()
            if name.startswith('visit_') and name not in shown]


def since(moment_utc: datetime) -> str:
    """The moment of cancelling as part of a link, so that the page can list the patients to call."""
    return f'since={moment_utc:%Y-%m-%dT%H:%M}'


def to_call(staff_id: int | None = None, since_utc: datetime | None = None) -> list[dict]:
    """The patients whom this visitor must call: their visits were cancelled and they get no mail. Rows of list_to_call.

    since_utc: from when on; without it, what the link says.
    """
    since_utc = since_utc or Reader(query()).moment('since')
    if not since_utc:
        return []
    return database.rows('appointments/list_to_call', user_id=visitor().user_id, since_utc=since_utc,
                         today=clock.today(), staff_id=staff_id)
