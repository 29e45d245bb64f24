"""The race lab: two connections that one steps through by hand."""

from app.errors import Refused
from app.learn import race, race_looking, race_setups
from app.web import cookies
from app.web.app import app, needs, page, query, see_other
from app.web.error_pages import Stop

SETUP = '/learn/race/<name:re:[a-z-]{1,20}>'
KEPT_SECONDS = 3600


@app.get('/learn/race')
@needs('anyone', learning=True)
def show():
    """The scenes, and with ?setup= the two columns of one."""
    setup = race_setups.find(query().get('setup', ''))
    if not setup:
        return page('learn/races.tpl', setups=race_setups.SETUPS)
    known = cookies.read('race')
    lab = race.find(known)
    if not lab or lab.setup != setup:
        return _page(setup, has_ended=known and not lab)
    return _page(setup, lab=lab, looks=race_looking.sentences(lab), shown=race.shown(lab),
                 is_waiting=any(side.pending for side in lab.sides.values()))


@app.post(f'{SETUP}/reset')
@needs('anyone', learning=True)
def begin(name):
    """Begin a scene, or begin it anew: what it wrote before is taken back."""
    setup, known = _setup(name), cookies.read('race')
    try:
        if race.find(known):
            race.end(known)
        known, _ = race.open_lab(known, setup)
    except Refused as refused:
        return _page(setup, refused)
    cookies.write('race', known, KEPT_SECONDS)
    return _back(setup)


@app.post(f'{SETUP}/<side:re:left|right>/<step:re:[0-9]{{1,2}}|rollback>')
@needs('anyone', learning=True)
def take(name, side, step):
    """Take a step of one side, which must be its next one, or give up its transaction."""
    setup, lab = _setup(name), race.find(cookies.read('race'))
    if lab and lab.setup == setup and step == 'rollback':
        race.roll_back(lab, side)
    elif lab and lab.setup == setup:
        race.take(lab, side, int(step))
    return _back(setup)


def _page(setup, refused=None, **values):
    """The page of a scene: before it is begun where values name no lab."""
    begun = {'lab': None, 'is_waiting': False, 'has_ended': False, **values}
    return page('learn/race.tpl', refused, setup=setup, race=race, **begun)


def _setup(name):
    setup = race_setups.find(name)
    if not setup:
        raise Stop(404)
    return setup


def _back(setup):
    return see_other(f'/learn/race?setup={setup.name}')
