"""The first page, static files, the choice of colours, and health."""

from bottle import request, response

from app import clock, config, database, names
from app.clinic import opening_hours
from app.visits import details, free_times
from app.web import assets, cookies
from app.web.app import app, form, needs, next_page, page, query, see_other, visitor
from app.web.error_pages import Stop

A_YEAR = 365 * 24 * 3600
MOST_SHOWN = 6          # coming visits on the first page
DAYS_AHEAD = 14         # how far it looks for free times: where all is booked up, each further day would cost


@app.get('/')
@needs('anyone')
def home():
    """What one can do here. For patients first their coming visits; for them and for strangers what can be booked, when
    next and with whom, and when the clinic is open."""
    who, now = visitor(), clock.now()
    if who.is_clinic:
        return page('home.tpl', is_demo=False)
    shown = {'services': free_times.services(now, DAYS_AHEAD), 'opening': opening_hours.of_week(now.date()),
             'people': database.rows('staff/list_bookable', service_id=None, specialization=None, role='patient'),
             'today': now.date()}
    if not who.is_patient:
        return page('home.tpl', is_demo=_is_demo(), **shown)
    coming = database.rows('appointments/list_own_coming', user_id=who.user_id, now=now, limit=MOST_SHOWN + 1, offset=0)
    for visit in coming:
        visit['may_change'] = details.may_change(who, visit, now)
    return page('home.tpl', is_demo=False, greeting=_greeting(now.hour), first_name=names.spoken(who.full_name)[0],
                coming=coming[:MOST_SHOWN], has_more=len(coming) > MOST_SHOWN, **shown)


def _greeting(hour):
    return 'Good morning' if hour < 12 else 'Good afternoon' if hour < 18 else 'Good evening'


def _is_demo():
    return not config.current().production and database.value('schema/count_loaded', version='demo')


@app.get('/static/<name>')
@needs('anyone', database=False)
def static(name):
    """One of the files of app/web/assets.py, zipped where the browser can take it."""
    file = assets.files().get(name)
    if not file:
        raise Stop(404)
    response.content_type = file['type']
    kept = f'public, max-age={A_YEAR}, immutable' if query().get('v') == file['version'] else 'no-cache'
    response.set_header('Cache-Control', kept)
    response.set_header('Vary', 'Accept-Encoding')
    if 'gzip' not in request.environ.get('HTTP_ACCEPT_ENCODING', ''):
        return file['body']
    response.set_header('Content-Encoding', 'gzip')
    return file['zipped']


@app.post('/theme')
@needs('anyone', before_second_factor=True)
def choose_theme():
    """Keep the colours that were chosen: with the account, and in a cookie for when nobody is signed in."""
    theme = form().get('theme')
    if theme in ('light', 'dark'):
        cookies.write('theme', theme, max_age=A_YEAR)
    else:
        theme = None
        cookies.drop('theme')
    if visitor().is_signed_in:
        database.change('users/set_theme', user_id=visitor().user_id, theme=theme)
    return see_other(next_page(form()) or '/')


@app.get('/healthz')
@needs('anyone', database=False)
def alive():
    """Whether this process answers."""
    response.content_type = 'text/plain; charset=utf-8'
    return 'ok\n'


@app.get('/healthz/ready')
@needs('anyone')
def ready():
    """Whether the database answers too: the guard has just asked it, and says 503 where it does not."""
    return alive()
