"""`python clinic.py sql`"""

from app.commands import course
from app.commands.ready import StartError
from app.database.link import bound
from app.learn import cells, grids, places, reading, trying


def arguments(parser):
    course.add_file(parser)


def run(settings, given):
    """Run a file of db/queries in the course's clinic, and print its rows.

    A file that writes is tried, and everything is taken back.
    """
    query, values = course.file_of(given)
    with course.open_course(settings):
        if not query.reads:
            return _try(query, values)
        with places.connected(given.on, 'lab') as link:
            reading.begin(link)
            found = reading.read(link, bound(query.name, values))
        rows = grids.grid(found.columns, found.rows, found.total, most=50)
        print(f'{query.asks}\n\n{rows}\n\n{cells.counted(found)} '
              f'The server read {found.read:,} rows for it.')
        return None


def _try(query, values):
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
    print(f'\n{"1 row" if tried.count == 1 else f"{tried.count} rows"} changed, and all of it was taken back.')
