"""How long data is kept, and what that would delete."""

from urllib.parse import urlencode

from app import clock
from app.clinic import retention
from app.errors import Refused
from app.forms import retention as forms
from app.web.app import app, form, needs, page, query, see_other, visitor


@app.get('/admin/settings/retention')
@needs('admin')
def show_retention():
    """What is saved, or what a link asks about; beside each field what it would delete now."""
    if not forms.is_shown(query()):
        kept = retention.find()
        return _retention(kept, kept)
    try:
        return _retention(retention.find(), forms.read_retention(query()))
    except Refused as refused:
        return _retention(retention.find(), None, refused)


@app.post('/admin/settings/retention')
@needs('admin')
def save_retention():
    """Save it, or with the button "Show what would go" show what it would delete first."""
    try:
        kept = forms.read_retention(form())
    except Refused as refused:
        return _retention(retention.find(), None, refused)
    if form().get('show'):
        return see_other('/admin/settings/retention?' + urlencode(forms.shown(kept)))
    retention.save(visitor(), kept)
    return see_other('/admin/settings/retention', done='retention_saved')


def _retention(saved, typed, refused=None):
    """saved: what holds. typed: what the fields show, None after a refusal."""
    last = retention.last_run()
    return page('admin/retention/show.tpl', refused, saved=forms.shown(typed or saved), fields=forms.FIELDS,
                would_go=retention.would_go(typed) if typed else {}, is_saved=typed == saved, last=last,
                begun=clock.to_local(last['begun_utc']) if last['begun_utc'] else None, to_local=clock.to_local,
                done=[(last[kind.name], forms.FIELDS[kind.column].things) for kind in retention.KINDS
                      if last[kind.name]])
