"""The lessons: lessons/NN-slug/lesson.md, cut into the pieces that their pages show."""

import functools
import re
from typing import NamedTuple
from urllib.parse import urlencode

from app import errors
from app.database.link import bound
from app.learn import blocks, exercises, files, markdown, places, typed

FOLDER = exercises.FOLDER
SECTIONS = ('Question', 'Read', 'Run', 'What you see', 'Why', 'Change it', 'On the other server', 'Check')
OF_QUERY = re.compile(r'(?:\.\./)*db/queries/([a-z_]+/[a-z_]+)\.sql')
ON_FREE_PAGE = ('learn', 'bare', 'big')     # the places that somebody can ask on /learn/sql
A_LESSON = 4            # exercises that a lesson has at most: so many bits of the cookie are its


class File(NamedTuple):
    """A file of db/queries that a lesson runs: the page where one can run it, its values in words, and its text."""

    name: str
    address: str
    values: str
    text: str


class Piece(NamedTuple):
    """A stretch of text as HTML, or a block with its results, by number.

    statement: what one can run oneself, '' for none. file: what a block of the kind query runs.
    """

    html: str = ''
    block: blocks.Block | None = None
    number: int = 0
    statement: str = ''
    file: File | None = None


class Lesson(NamedTuple):
    """number, slug: '07-counting'. title: its question. lead: the paragraph on top. text: its Markdown as it stands.

    reads: the files of db/queries that it links to.
    """

    number: int
    slug: str
    title: str
    lead: str
    text: str
    reads: tuple[str, ...]
    exercises: tuple[exercises.Exercise, ...]


@functools.cache
def all_of_them() -> tuple[Lesson, ...]:
    """The lessons in their order."""
    return tuple(_read(path) for path in sorted(FOLDER.glob('[0-9][0-9]-*/lesson.md')))


def find(slug: str) -> Lesson:
    """One lesson by its folder's name, or by its number alone. Raises errors.NotFound."""
    for lesson in all_of_them():
        if slug in (lesson.slug, str(lesson.number)):
            return lesson
    raise errors.NotFound(slug)


@functools.cache
def servers() -> Lesson:
    """The page on where the two servers differ, which is written like a lesson; its number is 0."""
    text = (FOLDER / 'servers' / 'lesson.md').read_text(encoding='utf-8')
    top, _, rest = text.partition('\n')
    lead = ' '.join(rest.strip().partition('\n\n')[0].split())
    return Lesson(0, 'servers', top.removeprefix('# '), lead, text, (), ())


def pieces(lesson: Lesson) -> list[Piece]:
    """What stands below a lesson's lead, in order: text, and blocks with their results."""
    found, place, body = [], 0, lesson.text.partition('\n## ')[2]
    body = '## ' + body
    runnable = iter(blocks.parse(body))
    for fence in blocks.FENCE.finditer(body):
        _add_text(found, body[place:fence.start()])
        place = fence.end()
        if fence[1] in blocks.KINDS:
            found.append(_piece(next(runnable), len(found)))
        elif fence[1] != 'result':
            found.append(Piece(block=blocks.Block(fence[1], '', fence[3].rstrip('\n'), {}), number=len(found)))
    _add_text(found, body[place:])
    return found


def lacks_big(lesson: Lesson) -> bool:
    """Whether a lesson asks the clinic with 100,000 visits, and that is not there yet."""
    asked = {block.on for block in blocks.parse(lesson.text)} | {each.on for each in lesson.exercises}
    return 'big' in asked and not places.is_made('big')


def of_query(name: str) -> list[Lesson]:
    """The lessons that read a file of db/queries."""
    return [lesson for lesson in all_of_them() if name in lesson.reads]


def done(cookie: str | None) -> set[str]:
    """The numbers of the exercises that a browser has solved, from its cookie: a bit for each, as hexadecimal."""
    bits = int(cookie, 16) if re.fullmatch('[0-9a-f]{1,30}', cookie or '') else 0
    return {f'{bit // A_LESSON + 1}.{bit % A_LESSON + 1}' for bit in range(bits.bit_length()) if bits >> bit & 1}


def cookie(solved: set[str]) -> str:
    """The cookie for the numbers of solved exercises: done() the other way round."""
    pairs = (map(int, number.split('.')) for number in solved)
    return f'{sum(1 << (lesson - 1) * A_LESSON + exercise - 1 for lesson, exercise in pairs):x}'


def is_done(lesson: Lesson, solved: set[str]) -> bool:
    """Whether all exercises of a lesson are solved."""
    return bool(lesson.exercises) and all(each.number in solved for each in lesson.exercises)


def _read(path):
    text = path.read_text(encoding='utf-8')
    top, _, rest = text.partition('\n')
    number, title = re.fullmatch(r'# (\d+)\. (.*)', top).groups()
    reads = dict.fromkeys(name for name in OF_QUERY.findall(text) if name in files.names())
    return Lesson(int(number), path.parent.name, title, ' '.join(rest.strip().partition('\n\n')[0].split()), text,
                  tuple(reads), exercises.of_lesson(path.parent))


def _add_text(found, text):
    if text.strip():
        found.append(Piece(html=markdown.html(text, address)))


def _piece(block, number):
    can_ask, file = block.on in ON_FREE_PAGE, None
    statement = block.text if can_ask and block.kind in ('sql', 'plan', 'count') else ''
    if block.kind == 'query':
        query, values, _ = blocks.call(block.about)
        statement = bound(query.name, values) if can_ask and query.reads else ''
        shown = {name: typed.shown(values[name]) for name in query.takes}
        asked = urlencode({**shown, **({'on': block.on} if block.on != 'learn' else {})})
        file = File(query.name, f'/learn/queries/{query.name}' + (f'?{asked}' if asked else ''),
                    ', '.join(f'{name} = {typed.written(values[name])}' for name in query.takes), query.text)
    return Piece(block=block, number=number, statement=statement, file=file)


def address(target: str) -> str:
    """Where a link of a lesson leads on the site; '' for a file of the program that has no page."""
    query = OF_QUERY.fullmatch(target)
    if query:
        return f'/learn/queries/{query[1]}'
    if target.endswith('db/schema.sql'):
        return '/learn/tables'
    other = re.fullmatch(r'\.\./([0-9]{2}-[a-z-]+)(?:/lesson\.md|/)?', target)
    if other:
        return f'/learn/lessons/{other[1]}'
    return '' if target.startswith('.') else target
