"""The clinic's own texts: privacy notice, imprint, what stands before booking, news."""

from app import clock, database
from app.clinic import texts
from app.errors import Refused
from app.forms import texts as forms
from app.web.app import app, form, needs, page, query, see_other, visitor


@app.get('/admin/settings/texts')
@needs('admin')
def show_texts():
    """One of the texts to be changed, with links to the others."""
    return _texts(forms.read_kind(query()))


@app.post('/admin/settings/texts')
@needs('admin')
def save_text():
    """Save a text as its next version; an empty one is shown no more."""
    kind = forms.read_kind(form())
    try:
        texts.save(visitor(), **forms.read_text(form()))
    except Refused as refused:
        return _texts(kind, refused)
    return see_other(f'/admin/settings/texts?kind={kind}', done='text_saved')


def _texts(kind, refused=None):
    present = {row['kind']: row for row in database.rows('clinic_texts/list_present')}
    text = present.get(kind)
    return page('admin/texts/one.tpl', refused, saved={'body': text['body'] if text else ''}, kind=kind,
                kinds=forms.KINDS, text=text, in_use={name for name, row in present.items() if row['body']},
                is_late=bool(refused) and refused.status == 409,
                since=clock.to_local(text['saved_utc']) if text else None)
