"""The files of db/queries: by subject, and a page for each on which it can be run."""

from app.database.link import bound
from app.errors import NotFound, Refused
from app.learn import calls, costs, files, lessons, places, trying, typed
from app.web.app import app, form, needs, next_page, page, query, see_other

ON = {'learn': 'with all keys', 'bare': 'without keys', 'big': 'with 100,000 visits'}
ONE = '/learn/queries/<subject:re:[a-z_]+>/<name:re:[a-z_]+>'


@app.get('/learn/queries')
@needs('anyone', learning=True)
def show_subjects():
    """All statements of the program, by subject."""
    return page('learn/queries.tpl', subjects=files.by_subject())


@app.get('/learn/queries/<subject:re:[a-z_]+>')
@needs('anyone', learning=True)
def show_subject(subject):
    """The statements of one subject."""
    if subject not in files.by_subject():
        raise NotFound(subject)
    return page('learn/subject.tpl', subject=subject, queries=files.by_subject()[subject])


@app.get(ONE)
@needs('anyone', learning=True)
def show(subject, name):
    """A statement, its rows, its plan and what it cost; ?on= another place, and a value for each parameter."""
    found = files.find(f'{subject}/{name}')
    given = query()
    try:
        on = _place(given.get('on', 'learn'))
        values = typed.values(found, given)
    except Refused as refused:
        return _query(found, given, refused=refused)
    return _query(found, given, values, on)


@app.post(f'{ONE}/try')
@needs('anyone', learning=True)
def try_out(subject, name):
    """Run a statement that writes or locks in the course's clinic, show what it changes, and take it back."""
    found = files.find(f'{subject}/{name}')
    if found.reads:
        raise NotFound(name)
    try:
        values = typed.values(found, form())
    except Refused as refused:
        return _query(found, form(), refused=refused)
    return _query(found, form(), values, tried=trying.run(found, values))


@app.get(f'{ONE}/try')
@needs('anyone', learning=True)
def after_try(subject, name):
    """Who comes back to the address of a try sees the statement again."""
    return see_other(f'/learn/queries/{files.find(f"{subject}/{name}").name}')


@app.post('/learn/big')
@needs('anyone', learning=True)
def make_big():
    """Make the clinic with 100,000 visits, which takes about ten seconds."""
    places.make('big')
    return see_other(next_page(form()) or '/learn/lessons/13-keys', done='big_made')


def _place(on):
    if on not in ON:
        raise Refused({'on': 'Choose one of these three.'})
    if on == 'big' and not places.is_made('big'):
        raise Refused({'on': 'The clinic with 100,000 visits is not there yet. The button below makes it.'})
    return on


def _query(found, given, values=None, on='learn', refused=None, tried=None):
    """The page of a statement. given: what was typed; values: the same, typed, or None where it will not do."""
    answers = {}
    if values is not None and found.reads:
        answers = costs.beside(found, values, on, costs.answer(found, values, on))
    shown = {name: given.get(name, typed.shown(found.tries.get(name))) for name in found.takes}
    return page('learn/query.tpl', refused, query=found, saved={**shown, 'on': on}, answer=answers.get(on),
                answers=answers, compared=costs.compared(answers), tried=tried, on=on, choices=ON, shown=shown,
                called_by=calls.places().get(found.name, []), lessons=lessons.of_query(found.name),
                big_is_made=found.reads and places.is_made('big'),
                filled=bound(found.name, values) if values is not None else '')
