"""`python clinic.py lesson`"""

from app.commands.ready import StartError
from app.errors import NotFound
from app.learn import lessons


def arguments(parser):
    parser.add_argument('number', nargs='?', help='of the lesson, such as 1; without one, all lessons are listed')


def run(_settings, given):
    """Print a lesson of the SQL course, or the list of them.

    Its exercises stand below it; "check-answer" says whether an answer is right.
    """
    if given.number is None:
        print('\n'.join(f'{lesson.number:4}  {lesson.title}' for lesson in lessons.all_of_them()))
        return
    try:
        lesson = lessons.find(given.number)
    except NotFound:
        raise StartError(f'There is no lesson {given.number}: "python clinic.py lesson" lists them.') from None
    print('\n\n'.join([lesson.text.strip(), *map(_asked, lesson.exercises)]))


def _asked(exercise):
    choices = [f'- {choice.answer}' for choice in exercise.choices]
    return '\n'.join([f'Exercise {exercise.number}: {exercise.task}', *choices])
