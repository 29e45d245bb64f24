"""Whom the clinic must call, because it changed their visit and no mail tells them so. The list can be printed."""

from app import clock, written
from app.errors import Refused
from app.forms import calls as forms
from app.visits import attention, calls
from app.web.app import app, form, needs, page, see_other, visitor

HERE = attention.CALLS


@app.get('/staff/calls')
@needs('staff', 'admin')
def show_calls():
    """The patients to call, with what to say, and who was called today. The desk sees all, staff their own."""
    return _list()


@app.post('/staff/calls/<appointment_id:id>/done')
@needs('staff', 'admin')
def finish_call(appointment_id):
    """Tick a patient off: called, or known anyway."""
    try:
        calls.finish(visitor(), appointment_id, forms.read_call(form()))
    except Refused as refused:
        return _list(refused)
    return see_other(HERE)


@app.post('/staff/calls/<appointment_id:id>/undo')
@needs('staff', 'admin')
def reopen_call(appointment_id):
    """Put a patient back on the list, who was ticked off by mistake."""
    calls.reopen(visitor(), appointment_id)
    return see_other(HERE)


def _list(refused=None):
    others = [each for each in attention.find(visitor()) if each[2] != HERE]
    return page('staff/calls/list.tpl', refused, calls=calls.list_open(visitor()),
                done=calls.list_done_today(visitor()), others=others, most_shown=calls.MOST_SHOWN,
                phone_link=written.phone_link, to_local=clock.to_local)
