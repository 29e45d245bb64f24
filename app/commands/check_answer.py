"""`python clinic.py check-answer`"""

import sys
from pathlib import Path

from app.commands.ready import StartError, ready
from app.errors import NotFound, Refused
from app.learn import checker, exercises


def arguments(parser):
    parser.add_argument('exercise', help='its number, such as 3.1')
    parser.add_argument('file', help='with the answer: a statement, or one of the choices; - is what you type')


def run(settings, given):
    """Say whether an answer to an exercise of the SQL course is right.

    It is tried on the course's clinic and on two others, and what it changes is taken back. Exit code 1: not right.
    """
    try:
        exercise = exercises.find(given.exercise)
    except NotFound:
        raise StartError(f'There is no exercise {given.exercise}: "python clinic.py lesson 3" shows those of the third '
                         'lesson.') from None
    if not settings.learn:
        raise StartError('The SQL course is switched off here (CLINIC_LEARN).')
    text = _text(given.file).strip()
    with ready(settings):
        try:
            verdict = checker.check(exercise, text)
        except Refused as refused:
            raise StartError(str(refused)) from None
    print(checker.told(verdict))
    if verdict.is_right and exercise.answer:
        print(f'\nOne way to write it:\n\n{exercise.answer}\n\n{exercise.why}'.rstrip())
    return 0 if verdict.is_right else 1


def _text(file):
    try:
        return sys.stdin.read() if file == '-' else Path(file).read_text(encoding='utf-8')
    except (OSError, UnicodeError) as error:
        raise StartError(f'{file} cannot be read: {getattr(error, "strerror", None) or "it is no text"}.') from None
