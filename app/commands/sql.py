"""`python clinic.py sql`"""

from app.commands import course
from app.commands.ready import StartError
from app.learn import cells, costs, grids, trying

MOST = 50           # rows that are printed


def arguments(parser):
    course.add_file(parser)


def run(settings, given):
    """Run a file of db/queries in the course's clinic, and print its rows.

    A file that writes is tried, and everything is taken back.
    """
    query, values = course.file_of(given)
    with course.open_course(settings):
        if not query.reads:
            return _try(query, values, given.on)
        course.tell_of_making(given.on)
        answer = costs.answer(query, values, given.on, most=MOST)
        if not answer.found:
            raise StartError(answer.problem)
        found = answer.found
        print(f'{query.asks}\n\n{grids.grid(found.columns, found.rows, found.total, most=MOST)}\n\n'
              f'{cells.counted(found)} The server read {found.read:,} rows for it.')
        return None


def _try(query, values, on):
    if on != 'learn':
        raise StartError(f'{query.name} writes or locks: it is only tried in the demo clinic, without --on.')
    tried = trying.run(query, values)
    if tried.refusal:
        raise StartError(f'ERROR {tried.said}\n{tried.refusal}')
    print(query.asks)
    if tried.columns:
        print(f'\n{grids.grid(tried.columns, tried.rows)}')
    for change in tried.changes:
        for word, rows, count in (('before', change.gone, change.count_gone), ('after', change.new, change.count_new)):
            if rows:
                print(f'\n{change.table}, {word}:\n{grids.grid(change.columns, rows, count)}')
    done = 'locked' if tried.columns else 'changed'
    count = len(tried.rows) if tried.columns else tried.count
    print(f'\n{count} {"row" if count == 1 else "rows"} {done}, and then everything was taken back.')
