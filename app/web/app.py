"""The one Bottle application, and what every handler uses.

    @app.get('/rooms/<room_id:id>')
    @needs('staff', 'admin')                 # or 'anyone', or 'signed_in'
    def show(room_id):
        return _room(room_id)

    @app.post('/rooms/<room_id:id>')
    @needs('admin')
    def change(room_id):
        try:
            values = forms.read_room(form())
            …
        except Refused as refused:
            return _room(room_id, refused)
        return see_other('/rooms', done='room_saved')

    def _room(room_id, refused=None):        # the first look, and the form after a refusal
        return page('rooms/one.tpl', refused, saved=…, services=…)

A route without @needs answers nobody, and check_routes() refuses to start with one. app/web/guard.py stands before
every handler, app/web/wsgi.py around the whole.
"""

from http import HTTPStatus
from urllib.parse import quote, urlencode

import bottle
from bottle import request, response

from app import VIEWS, config, request_log
from app.errors import Refused
from app.learn import recorder
from app.the_clinic import Clinic
from app.visitor import Visitor
from app.web import assets, cookies, csrf, error_pages, guard, keys, menu, notices, wsgi
from app.written import Written

app = bottle.Bottle()
app.config['catchall'] = False           # a failure travels on to wsgi.py, which has the last resort
app.install(guard)
application = wsgi.wrap(app)         # what servers and tests call

# <room_id:id> takes what our own pages print and nothing else; Bottle's int takes -5, other scripts' digits, any length
app.router.add_filter('id', lambda _: ('[1-9][0-9]{0,8}', int, str))
app.router.add_filter('token', lambda _: ('[A-Za-z0-9_-]{43}', None, None))


def needs(*audience: str, database: bool = True, before_second_factor: bool = False, learning: bool = False):
    """Declare who may open a route: 'anyone', 'signed_in', or roles. database=False loads no visitor, no settings.

    before_second_factor=True opens it also for who still has to set up the second factor that the clinic requires.
    learning=True: there is no such page (404) where CLINIC_LEARN is off.
    """
    def mark(handler):
        guard.NEEDS[handler] = guard.Needs(frozenset(audience), database, before_second_factor, learning)
        return handler
    return mark


def check_routes():
    """Raise RuntimeError naming each route that does not say who may open it. To be called before serving."""
    silent = [f'{route.method} {route.rule}' for route in app.routes if not guard.audience_of(route)]
    if silent:
        raise RuntimeError(f'No audience is declared (@needs) for: {", ".join(silent)}.')


def form() -> dict[str, str]:
    """What was posted, decoded strictly, without its token; nothing for GET."""
    return request.environ.get(keys.FORM, {})


def query() -> dict[str, str]:
    """The query string, decoded as strictly as a form."""
    return request.environ[keys.QUERY]


def visitor() -> Visitor:
    """Who asks; a stranger too is somebody (visitor().is_signed_in tells)."""
    return request.environ[keys.VISITOR]


def clinic() -> Clinic:
    """The clinic with its settings; only its name where none were loaded."""
    return request.environ.get(keys.CLINIC) or Clinic(config.current().name)


def written() -> Written:
    """How the clinic writes dates and times."""
    return clinic().written


def page(template: str, refused: Refused | None = None, *, status: int = 200, saved: dict | None = None,
         **values) -> str:
    """Render a template of views/ with what every page gets, and the values given here.

    refused: why a form will not do. The page then has its status, and a sentence beside each field (errors).
    saved: what the form shows at first; after a refusal it shows what was typed. A value `form` stands for both.
    """
    shown = {**_surroundings(), 'form': saved or {}}
    if refused:
        status = refused.status
        shown |= {'errors': refused.fields, 'form': form() or query()}
        kept = filter(None, [*refused.fields, refused.rule, refused.constraint])
        request_log.add('refused', ','.join(kept) or 'form')
        if refused.retry_after:
            response.set_header('Retry-After', str(refused.retry_after))
    response.status = status
    return bottle.template(template, template_lookup=VIEWS, **{**shown, 'status': status, **values})


def see_other(path: str, done: str | None = None) -> str:
    """Answer a POST: go and look at another of our pages. done is a code of app/web/notices.py."""
    if done:
        path, _, asked = path.partition('?')
        kept = [pair for pair in asked.split('&') if pair and not pair.startswith('done=')]
        path += '?' + '&'.join([*kept, urlencode({'done': done})])
    if not path.startswith('/') or path.startswith('//'):
        raise ValueError(f'not a path of ours: {path}')
    click = recorder.keep() if config.current().learn and request.method == 'POST' else None
    if click:
        cookies.write('click', click, recorder.KEPT_SECONDS)
    response.status = 303
    response.set_header('Location', quote(path, safe="/?#&=%:@!$'()*+,;~[]"))
    return ''


def next_page(values: dict[str, str]) -> str | None:
    """The page to go to after a detour (`next` among the values of a form or query), if it is one of ours."""
    asked = values.get('next', '')
    return asked if guard.is_page(asked) else None


def _surroundings():
    """What base.tpl and the forms need on every page."""
    environ = request.environ
    who = visitor()
    known = keys.CLINIC in environ               # not on error pages of requests that never reached a handler
    path = environ['PATH_INFO']
    entries = menu.MENUS[who.role] if known and not who.lacks_second_factor else ()
    return {
        'visitor': who, 'clinic': clinic(), 'written': written(), 'errors': {}, 'asset': assets.url,
        'mail_is_on': config.sends_mail(),
        'csrf_token': csrf.token(environ.get(keys.SESSION)) if known else '',
        'path': path, 'here': path + ('?' + request.query_string if request.query_string else ''),
        'theme': who.theme or cookies.read('theme'),
        'menu': entries, 'current': menu.current(entries, path),
        'notice': notices.DONE.get(environ.get(keys.QUERY, {}).get('done')),
        'drawer': _drawer() if config.current().learn else None,
        'has_course': config.current().learn,
    }


def _drawer():
    """The statements of this page, and those of the click that led to it (views/parts/drawer.tpl)."""
    click = cookies.read('click')
    if click:
        cookies.drop('click')
    return {'click': recorder.take(click), 'page': recorder.so_far(), 'recorder': recorder,
            'is_post': request.method == 'POST'}


def show_error(error) -> str:
    """The page, or for a program the JSON, of an error answer."""
    status = error.status_code
    title, sentence = error_pages.describe(status, error.sentence if isinstance(error, error_pages.Stop) else None)
    if error_pages.is_api():
        return error_pages.as_json(status, HTTPStatus(status).phrase.lower().replace(' ', '_'), sentence)
    return page('error.tpl', drawer=None, status=status, title=title, sentence=sentence,
                statements=error.statements if isinstance(error, error_pages.Stop) else (),
                request_id=request.environ[keys.REQUEST_ID])


app.default_error_handler = show_error
