"""What the clinic is called and reached by, and the rules that patients book by."""

from app import config, database
from app.clinic import first_run, settings
from app.errors import Refused
from app.forms import lengths
from app.forms import settings as forms
from app.web.app import app, form, needs, page, see_other, visitor


@app.get('/admin/settings')
@needs('admin')
def show_settings():
    """The clinic's name and address, the rules of booking, how dates are written."""
    return _settings()


@app.post('/admin/settings')
@needs('admin')
def save_settings():
    """Change the settings; the audit keeps what they were."""
    is_first = first_run.leads(visitor())
    try:
        settings.save(visitor(), forms.read_settings(form()))
    except Refused as refused:
        return _settings(refused)
    return see_other('/admin' if is_first else '/admin/settings', done='settings_saved')


def _settings(refused=None):
    saved = database.one('settings/find')
    return page('admin/settings.tpl', refused, saved=forms.shown(saved), units=tuple(lengths.UNITS),
                date_styles=forms.DATE_STYLES, clock_styles=forms.CLOCK_STYLES, configured_name=config.current().name,
                second_factor_for=forms.SECOND_FACTOR_FOR, reminds_too_late=settings.reminds_too_late(saved))
