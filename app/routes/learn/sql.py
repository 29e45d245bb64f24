"""A statement of one's own on the clinic of the course; its address is the bookmark."""

from app.errors import Refused
from app.learn import cells, examples, free, places, tables
from app.web.app import app, needs, page, query

ON = {'learn': 'The clinic of the course', 'bare': 'The same without keys that make finding quick',
      'big': 'The same with 100,000 visits'}


@app.get('/learn/sql')
@needs('anyone', learning=True)
def try_statement():
    """A statement that reads, typed by somebody: its rows, or its plan."""
    asked, found, refused = {'on': 'learn', **query()}, None, None
    try:
        found = _answer(asked) if 'q' in asked else None
    except Refused as problem:
        refused = problem
    return page('learn/sql.tpl', refused, form=asked, found=found, problem=refused, cells=cells, places=ON,
                shows_plan=asked.get('show') == 'plan', examples=examples.every(), sections=tables.sections())


def _answer(asked):
    """What a statement found; the plan where that is wanted. Raises Refused."""
    on = asked['on']
    if on not in ON:
        raise Refused({'on': 'Choose one of these three.'})
    if on == 'big' and not places.is_made('big'):
        raise Refused({'on': 'The clinic with 100,000 visits is not there yet. Lesson 13 has a button that makes it; '
                             'so does the command make learn-big.'})
    return (free.plan if asked.get('show') == 'plan' else free.ask)(asked['q'], on)
