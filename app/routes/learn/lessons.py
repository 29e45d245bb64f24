"""The lessons of the course, and the check of an exercise."""

from bottle import response

from app.errors import Busy, Refused
from app.learn import checker, exercises, lessons, markdown
from app.learn.checker import Verdict
from app.web import cookies
from app.web.app import app, form, needs, page, see_other

PATTERN = '/learn/lessons/<slug:re:[0-9]{2}-[a-z-]{1,40}>'


@app.get(PATTERN)
@needs('anyone', learning=True)
def show(slug):
    """A lesson, with its exercises."""
    return _lesson(lessons.find(slug), _solved())


@app.post(f'{PATTERN}/check')
@needs('anyone', learning=True)
def check(slug):
    """Say whether an answer to an exercise is right, on the lesson's page."""
    lesson, solved, given = lessons.find(slug), _solved(), form()
    exercise = exercises.find(f'{lesson.number}.{given.get("exercise", "")}')
    answer, status = given.get('answer', ''), 200
    try:
        verdict = checker.check(exercise, answer)
    except Refused as refused:
        verdict, status = Verdict('busy', str(refused)), refused.status
        response.set_header('Retry-After', str(refused.retry_after or Busy.retry_after))
    if verdict.is_right:
        solved.add(exercise.number)
        cookies.write('learned', lessons.cookie(solved), cookies.A_YEAR)
    return _lesson(lesson, solved, exercise.number, answer, verdict, status)


@app.get(f'{PATTERN}/check')
@needs('anyone', learning=True)
def after_check(slug):
    """Who comes back to the address of a check sees the lesson again."""
    return see_other(f'/learn/lessons/{lessons.find(slug).slug}')


def _solved():
    return lessons.done(cookies.read('learned'))


def _lesson(lesson, solved, number=None, answer='', verdict=None, status=200):
    others = lessons.all_of_them()
    place = others.index(lesson)
    return page('learn/lesson.tpl', status=status, lesson=lesson, pieces=lessons.pieces(lesson), solved=solved,
                checked=number, answer=answer, verdict=verdict, lacks_big=lessons.lacks_big(lesson),
                inline=lambda text: markdown.inline(text, lessons.address),
                before=others[place - 1] if place else None, after=others[place + 1] if others[place + 1:] else None)


@app.get('/learn/servers')
@needs('anyone', learning=True)
def show_servers():
    """Where MariaDB and MySQL differ, each line with what both answer."""
    found = lessons.servers()
    return page('learn/servers.tpl', lesson=found, pieces=lessons.pieces(found))
