"""The clinic's privacy notice and imprint, for everybody."""

from app import clock, database
from app.forms import texts as forms
from app.web.app import app, needs, page, query
from app.web.error_pages import Stop

NONE = {'privacy': 'This clinic has not written a privacy notice here. Please ask the clinic.',
        'imprint': 'This clinic has not written an imprint here. Please ask the clinic.'}


@app.get('/privacy')
@needs('anyone', before_second_factor=True)
def show_privacy():
    """The privacy notice that holds, or with ?version= an earlier one."""
    return _text('privacy')


@app.get('/imprint')
@needs('anyone', before_second_factor=True)
def show_imprint():
    """Who runs this site; with ?version= what an earlier imprint said."""
    return _text('imprint')


def _text(kind):
    version = forms.read_version(query())
    if version is None and query().get('version'):
        raise Stop(404, NONE[kind])
    text = database.one('clinic_texts/find', kind=kind, version=version)
    if not text or not text['body']:
        raise Stop(404, NONE[kind])
    return page('texts/show.tpl', text=text, title=forms.KINDS[kind].title, since=clock.to_local(text['saved_utc']),
                until=clock.to_local(text['until_utc']) if text['until_utc'] else None)
