"""Cancel several visits at once: the question before it, and the patients to call afterwards.

Three pages use this: visits that no longer fit somebody's hours, visits to rearrange because of a closure, and what new
accounts have booked.
"""

from collections.abc import Callable
from datetime import datetime

from app import clock, config, database
from app.errors import Refused
from app.forms import visits as forms
from app.forms.fields import Reader
from app.visits import scheduling
from app.web.app import form, page, query, see_other, visitor

GONE = 'This visit was changed and is no longer in the list.'


def cancel(listed: list[dict], back: str, kept: dict, show_list: Callable, reason: str = '') -> str:
    """Ask whether to cancel the visits that the form ticks; then cancel them, naming those that could not be, and why.

    listed: dicts with appointment_id, starts_at, patient_name, phone and email; others are never cancelled. back: the
    page where they were ticked. kept: what goes with the answer besides. reason: proposed.
    show_list(refused, began): that page once more, where not all were cancelled.
    """
    began = clock.now_utc()
    try:
        asked = forms.read_ticked(form())
    except Refused as refused:
        return _ask(listed, back, kept, reason, refused) if 'cancel_reason' in refused.fields else show_list(refused)
    if not Reader(form()).ticked('confirmed') and _ticked(listed):
        return _ask(listed, back, kept, reason)
    known = {visit['appointment_id'] for visit in listed}
    ticked = {key: version for key, version in asked['ticked'].items() if key in known}
    failed = scheduling.cancel_each(visitor(), ticked, asked['reason'], asked['tell_patients'] and config.sends_mail())
    failed |= dict.fromkeys(asked['ticked'].keys() - ticked, GONE)
    if not failed:
        return see_other(f'{back}&since={began:%Y-%m-%dT%H:%M}', done='visits_cancelled')
    done = len(asked['ticked']) - len(failed)
    why = {f'visit_{number}': sentence for number, sentence in failed.items()}
    return show_list(Refused({'': f'{done} {"visit" if done == 1 else "visits"} cancelled, {len(failed)} not.', **why},
                             409), began)


def _ask(listed, back, kept, reason, refused=None):
    """The page that asks: who gets mail, who must be called. What is no longer listed goes along, to be named later."""
    visits = _ticked(listed)
    known = {f'visit_{visit["appointment_id"]}' for visit in visits}
    gone = {name: version for name, version in form().items() if name.startswith('visit_') and name not in known}
    typed = form() if 'cancel_reason' in form() else {'tell_patients': 'yes', 'cancel_reason': reason}
    return page('staff/not_fitting/cancel.tpl', refused, form=typed, visits=visits, back=back, kept={**kept, **gone})


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


def to_call(staff_id: int | None = None, since_utc: datetime | None = None) -> list[dict]:
    """The patients whom this visitor must call: their visits were cancelled and they get no mail. Rows of list_to_call.

    since_utc: from when on; without it, what the link says.
    """
    since_utc = since_utc or Reader(query()).moment('since')
    if not since_utc:
        return []
    return database.rows('appointments/list_to_call', user_id=visitor().user_id, since_utc=since_utc,
                         today=clock.today(), staff_id=staff_id)
