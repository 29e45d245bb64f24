"""`python clinic.py lesson`"""

from app.commands.ready import StartError
from app.errors import NotFound
from app.learn import lessons


def arguments(parser):
    parser.add_argument('number', help='of the lesson, such as 1')


def run(_settings, given):
    """Print a lesson of the SQL course.

    The number 0 lists them all.
    """
    if given.number == '0':
        print('\n'.join(f'{lesson.number:3}  {lesson.title}' for lesson in lessons.all_of_them()))
        return
    try:
        print(lessons.find(given.number).text)
    except NotFound:
        raise StartError(f'There is no lesson {given.number}: "python clinic.py lesson 0" lists them.') from None
