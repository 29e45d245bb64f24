"""Changing several visits at once: the question before it, and what could not be changed.

Three pages use this: visits that no longer fit somebody's hours, visits to rearrange because of a closure, and what
new accounts have booked. The first of them reassigns visits, too. Whom no mail tells of it is on the list of calls.
"""

from collections.abc import Callable

from app import config
from app.errors import Refused
from app.forms import visits as forms
from app.forms.fields import Reader
from app.visits import attention, scheduling
from app.visits.not_fitting import GONE
from app.web.app import form, page, see_other, visitor


def cancel(listed: list[dict], back: str, kept: dict, show_list: Callable, reason: str = '') -> str:
    """Ask whether to cancel the visits that the form ticks; then cancel them, naming those that could not be, and why.

    listed: dicts with appointment_id, starts_at, patient_name, phone and email; others are never cancelled. back: the
    page where they were ticked. kept: what goes with the answer besides. reason: proposed.
    show_list(refused): that page once more, where not all were cancelled.
    """
    try:
        asked = forms.read_ticked(form())
    except Refused as refused:
        return ask(ticked(listed), back, kept, reason, refused) if 'cancel_reason' in refused.fields else \
            show_list(refused)
    if not Reader(form()).ticked('confirmed') and ticked(listed):
        return ask(ticked(listed), back, kept, reason)
    known = {visit['appointment_id'] for visit in listed}
    meant = {key: version for key, version in asked['ticked'].items() if key in known}
    failed = scheduling.cancel_each(visitor(), meant, asked['reason'], asked['tell_patients'] and config.sends_mail())
    failed |= dict.fromkeys(asked['ticked'].keys() - meant, GONE)
    if failed:
        return show_list(partly(len(asked['ticked']) - len(failed), failed, 'cancelled'))
    return onwards(back, 'visits_cancelled')


def onwards(back: str, done: str) -> str:
    """To the list of calls where somebody is to be called, or else to a page of ours."""
    return see_other(attention.CALLS if attention.count_calls(visitor()) else back, done=done)


def partly(count: int, failed: dict[int, str], what: str) -> Refused:
    """What is said where some visits could not be changed. failed: why, by appointment_id. what: cancelled, changed."""
    why = {f'visit_{number}': sentence for number, sentence in failed.items()}
    return Refused({'': f'{count} {"visit" if count == 1 else "visits"} {what}, {len(failed)} not.', **why}, 409)


def ask(visits: list[dict], back: str | None, kept: dict, reason: str = '', refused: Refused | None = None) -> str:
    """The page that asks: who gets mail, who must be called. What is no longer listed goes along, to be named later.

    visits: dicts with appointment_id, version, starts_at, patient_name, phone, email, and to: the name of who takes it;
    None where it is cancelled. back: the page with the list; None: a button sends the form back to it. kept: what goes
    with the answer besides. reason: proposed, why they are cancelled.
    """
    known = {f'visit_{visit["appointment_id"]}' for visit in visits}
    gone = {name: version for name, version in form().items() if name.startswith('visit_') and name not in known}
    typed = form() if 'cancel_reason' in form() else {'tell_patients': 'yes', 'cancel_reason': reason}
    return page('staff/not_fitting/confirm.tpl', refused, form=typed, visits=visits, back=back, kept={**kept, **gone})


def ticked(listed: list[dict]) -> list[dict]:
    """The visits of a list (rows with appointment_id) that the form ticks, with the version that it knew."""
    return [{**visit, 'version': form()[name], 'to': None} for visit in listed
            if (name := f'visit_{visit["appointment_id"]}') in form()]


def lost(refused: Refused | None, listed: list[dict]) -> list[tuple[str, str]]:
    """(appointment_id, sentence) of what could not be changed and is no longer listed (rows with appointment_id)."""
    shown = {f'visit_{visit["appointment_id"]}' for visit in listed}
    errors = refused.fields if refused else {}
    return [(name.removeprefix('visit_'), sentence) for name, sentence in errors.items()
            if name.startswith('visit_') and name not in shown]
