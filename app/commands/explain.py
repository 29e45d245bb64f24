"""`python clinic.py explain`"""

from app.commands import course
from app.commands.ready import StartError
from app.database.link import bound
from app.learn import places, plans, reading


def arguments(parser):
    course.add_file(parser)


def run(settings, given):
    """Say how the server would find the rows of a file of db/queries."""
    query, values = course.file_of(given)
    if not query.reads:
        raise StartError(f'{query.name} writes or locks: only a statement that reads has a plan here.')
    with course.open_course(settings), places.connected(given.on, 'lab') as link:
        reading.begin(link)
        plan = reading.read(link, f'EXPLAIN FORMAT=TRADITIONAL {bound(query.name, values)}')
        for number, step in enumerate(plans.steps(plan.columns, plan.rows), 1):
            about = '' if step.rows is None else f', about {step.rows:,} rows'
            print(f'{number}. {step.table or "-"} ({step.how or "-"}{about})\n   {" ".join(step.sentences)}')
