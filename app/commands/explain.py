"""`python clinic.py explain`"""

from app.commands import course
from app.commands.ready import StartError
from app.learn import costs


def arguments(parser):
    course.add_file(parser)


def run(settings, given):
    """Say how the server would find the rows of a file of db/queries."""
    query, values = course.file_of(given)
    if not query.reads:
        raise StartError(f'{query.name} writes or locks: only a statement that reads has a plan here.')
    with course.open_course(settings):
        course.tell_of_making(given.on)
        answer = costs.answer(query, values, given.on)
        if not answer.steps:
            raise StartError(answer.problem)
        for number, step in enumerate(answer.steps, 1):
            about = '' if step.rows is None else f', about {step.rows:,} {"row" if step.rows == 1 else "rows"}'
            print(f'{number}. {step.table or "no table"} ({step.how or "-"}{about})\n   {" ".join(step.sentences)}')
        print(f'\n{answer.problem}' if answer.problem else f'\nThe server read {answer.found.read:,} rows.')
