"""Every lesson: its text, what its blocks print on the server at hand, and its exercises. Run on both servers."""

import re

import pytest

from app.learn import blocks, checker, exercises, lessons, markdown, outcomes, places, reading, tables
from app.learn.tokens import tokens
from tests.support import lesson_outputs
from tests.support.browser import Browser

LESSONS = lessons.all_of_them()
EXERCISES = [exercise for lesson in LESSONS for exercise in lesson.exercises]
TYPED = [exercise for exercise in EXERCISES if not exercise.is_choice]
READING = [exercise for exercise in TYPED if not exercise.writes]
LINK = re.compile(r'(?<!`)\[[^\]]+\]\(([^)\s]+)\)')


def each(of):
    """A test for each lesson or exercise, under its number."""
    return pytest.mark.parametrize('one', of, ids=lambda one: getattr(one, 'slug', str(one.number)))


@pytest.fixture
def this_server(course):
    """'mariadb' or 'mysql': which results are this server's."""
    with places.connected('learn') as link:
        return 'mariadb' if reading.is_mariadb(link) else 'mysql'


# The text

def test_each_lesson_has_a_number_of_its_own():
    numbers = [lesson.number for lesson in LESSONS]

    assert numbers == sorted({*numbers})
    assert all(lesson.slug.startswith(f'{lesson.number:02}-') for lesson in LESSONS)


@each(LESSONS)
def test_a_lesson_has_its_sections_in_their_order(one):
    found = re.findall(r'^## (.*)', one.text, re.MULTILINE)

    assert found == [name for name in lessons.SECTIONS if name in found]
    assert {*lessons.SECTIONS} - {*found} <= {'On the other server'}
    assert one.lead and one.title.endswith('?') or one.number in (15, 18, 20)


@each(LESSONS)
def test_a_lesson_takes_ten_to_twenty_minutes(one):
    text = re.sub(r'^```result.*?^```', '', one.text, flags=re.MULTILINE | re.DOTALL)

    assert 600 <= len(text.split()) <= 1800


@each(LESSONS)
def test_what_a_lesson_links_to_is_there(one):
    for target in LINK.findall(one.text):
        if target.startswith('.'):
            assert (exercises.FOLDER / one.slug / target.partition('#')[0]).resolve().exists(), target
        assert not target.startswith('http'), target
    assert one.reads


@each(LESSONS)
def test_each_fence_of_a_lesson_is_of_a_known_kind_and_has_a_result(one):
    fences = re.findall(r'^```(\w*)', one.text, re.MULTILINE)

    assert {*fences[::2]} <= {*blocks.KINDS, 'result', 'text'} and {*fences[1::2]} <= {''}
    for block in blocks.parse(one.text):
        assert {*block.results} in ({''}, {*blocks.SERVERS}), block.text or block.about
        assert all(block.results.values()) and block.on in places.PLACES
        assert all(len(text.splitlines()) <= (40 if block.kind == 'race' else 15) for text in block.results.values())


@each(LESSONS)
def test_a_lesson_names_its_exercises(one):
    said = one.text.partition('\n## Check')[2]

    assert 2 <= len(one.exercises) <= lessons.A_LESSON
    first, last = one.exercises[0].number, one.exercises[-1].number
    assert first in said and last in said


# What the blocks print

@each(LESSONS)
def test_a_lesson_shows_what_the_server_prints(this_server, one):
    """Where it does not: `python -m tests.support.lesson_outputs lessons/…`, once on each server."""
    for block in blocks.parse(one.text):
        assert blocks.run(block) == block.result(this_server), f'{block.kind} {block.about}\n{block.text}'


# Exercises

@each(EXERCISES)
def test_an_exercise_says_all_that_is_needed(one):
    assert one.task.endswith(('.', '?')) and one.on in places.PLACES
    if one.is_choice:
        assert sum(choice.is_right for choice in one.choices) == 1 and len(one.choices) >= 3
        assert all(choice.sentence for choice in one.choices)
    else:
        assert one.hints and one.why and one.wrongs and one.on in ('learn', 'bare', 'big')
        assert all(wrong.sentence and wrong.statement for wrong in one.wrongs)
        assert len({wrong.sentence for wrong in one.wrongs}) == len(one.wrongs)
        assert all(tables.find(name) for name in one.writes)


@each(TYPED)
def test_the_reference_is_right(course, one):
    verdict = checker.check(one, one.answer)

    assert verdict.is_right, checker.told(verdict)


@each(TYPED)
def test_a_known_mistake_has_its_own_sentence(course, one):
    for number, wrong in enumerate(one.wrongs, 1):
        verdict = checker.check(one, wrong.statement)
        assert (verdict.code, verdict.sentence) == (f'wrong-{number}', wrong.sentence), checker.told(verdict)


def places_of(one):
    """Where an exercise is checked."""
    return (one.on, *checker.WORLDS) if one.on == 'learn' else (one.on,)


@each(READING)
def test_a_reference_has_rows_and_is_ordered_by_what_it_shows(course, one):
    found = [outcomes.reference(one, place) for place in places_of(one)]

    assert any(each.rows for each in found), 'it gives no row anywhere'
    assert all(len(each.rows) < outcomes.MOST for each in found)
    assert {column.lower() for column, _ in one.order} <= {column.lower() for column in found[0].columns}


def test_a_reference_that_writes_changes_something(course):
    for one in TYPED:
        nothing = one._replace(answer='UPDATE rooms SET name = name WHERE room_id = 0')
        assert not one.writes or outcomes.reference(one, 'learn') != outcomes.reference(nothing, 'learn'), one.number


# Right and wrong answers, made from each reference

def in_lower_case(statement):
    return ''.join(token.text.lower() if token.kind == 'word' and token.text.isupper() else token.text
                   for token in tokens(statement))


def wrapped(one, columns='*', rest='', order=None):
    """The reference within another statement, its columns renamed: what it gives, and more."""
    names = ', '.join(f'c{number}' for number, _ in enumerate(outcomes.reference(one, one.on).columns))
    inner = one.answer.rstrip().rstrip(';')
    by = one.order if order is None else order
    shown = [column.lower() for column in outcomes.reference(one, one.on).columns]
    ordered = ', '.join(f'c{shown.index(column.lower())}{" DESC" if falls else ""}' for column, falls in by)
    return f'WITH answer ({names}) AS ({inner}) SELECT {columns} FROM answer {rest}' + (
        f' ORDER BY {ordered}' if ordered else '')


@each(READING)
def test_a_right_answer_may_be_written_otherwise(course, one):
    ties = wrapped(one) + (', RAND(3)' if one.order else ' ORDER BY RAND(3)')

    for answer in (in_lower_case(one.answer), ties, f'/* mine */ {one.answer}'):
        verdict = checker.check(one, answer)
        assert verdict.code in checker.RIGHT_ROWS, f'{answer}\n{checker.told(verdict)}'


@each(READING)
def test_an_answer_with_a_row_more_or_less_is_wrong(course, one):
    wrongs = {'columns': wrapped(one, 'answer.*, 1'),
              'doubles': wrapped(one, 'answer.*', 'JOIN (SELECT 1 AS n UNION ALL SELECT 2) AS twice'),
              'missing': wrapped(one, rest='LIMIT 0', order=())}
    columns, rows, _ = outcomes.reference(one, one.on)
    names = [column.lower() for column in columns]
    if len({row[names.index(column.lower())] for row in rows for column, _ in one.order[:1]}) > 1:
        wrongs['order'] = wrapped(one, order=[(column, not falls) for column, falls in one.order])

    for code, answer in wrongs.items():
        found = checker.check(one, answer).code
        assert found in (code, 'world') or found.startswith('wrong-'), answer


def test_no_check_leaves_a_row(course):
    def rows():
        found = {}
        for place in ('learn', *checker.WORLDS):
            with places.connected(place, 'lab') as link:
                for table in {'appointments', 'claims', *(name for one in TYPED for name in one.writes)}:
                    found[place, table] = tables.rows_of(link, table)
        return found
    before = rows()

    for one in TYPED:
        for answer in (one.answer, *(wrong.statement for wrong in one.wrongs)):
            checker.check(one, answer)
    assert rows() == before


# Worlds

@pytest.mark.parametrize('world', checker.WORLDS)
def test_a_world_says_what_is_different_there(course, world):
    assert re.fullmatch(r'[a-z].*[a-z]', checker.about(world))
    assert len(checker.about(world)) < 200


# Pages

@each(LESSONS)
def test_a_lesson_has_a_page(course, one):
    page = Browser().get(f'/learn/lessons/{one.slug}')

    assert page.status == 200
    assert f'<h1>{one.title}</h1>' in page.text or '&' in page.text
    assert page.text.count('<h3 class="h5" id="ex-') == len(one.exercises)
    assert '```' not in page.text and '**' not in page.text


# Markdown

@pytest.mark.parametrize('text, html', [
    ('One\nline.', '<p>One line.</p>'),
    ('## A & B', '<h2>A &amp; B</h2>'),
    ('### `x`\nBelow.', '<h3><code>x</code></h3>\n<p>Below.</p>'),
    ('- a\n- b\n  goes on', '<ul><li>a</li><li>b goes on</li></ul>'),
    ('1. a\n2. b', '<ol><li>a</li><li>b</li></ol>'),
    ('Two:\n- a', '<p>Two:</p>\n<ul><li>a</li></ul>'),
    ('**bold**, *leaning*, `a < b`', '<p><strong>bold</strong>, <em>leaning</em>, <code>a &lt; b</code></p>'),
    ('**COUNT(\\*) is** \\*', '<p><strong>COUNT(*) is</strong> *</p>'),
    ('COUNT(*), t.* and 2 * 3 * 4, COUNT(*)', '<p>COUNT(*), t.* and 2 * 3 * 4, COUNT(*)</p>'),
    ('[a](b.md) [c](./d.py)', '<p><a href="b.md">a</a> <a href="./d.py">c</a></p>'),
    ('<b onclick="x">', '<p>&lt;b onclick=&quot;x&quot;&gt;</p>'),
])
def test_the_markdown_of_lessons_becomes_html(text, html):
    assert markdown.html(text) == html


def test_a_table_of_markdown_scrolls_in_its_own_box():
    html = markdown.html('| a | b |\n| --- | --- |\n| 1 | `x` |')

    assert html.startswith('<div class="learn-scroll" role="region"') and 'tabindex="0"' in html
    assert '<th scope="col">b</th>' in html and '<td><code>x</code></td>' in html


@pytest.mark.parametrize('target, address', [
    ('../../db/queries/rooms/list_all.sql', '/learn/queries/rooms/list_all'),
    ('../../db/schema.sql', '/learn/tables'),
    ('../02-half-open/lesson.md', '/learn/lessons/02-half-open'),
    ('../02-half-open/', '/learn/lessons/02-half-open'),
    ('../../app/errors.py', ''),
    ('/learn/sql', '/learn/sql'),
    ('https://example.com/', 'https://example.com/'),
])
def test_a_link_of_a_lesson_leads_to_a_page_of_the_site(target, address):
    assert lessons.address(target) == address


# Outputs, as python -m tests.support.lesson_outputs writes them

@pytest.mark.parametrize('before, server, printed, after', [
    ({}, 'mysql', 'a', {'': 'a'}),
    ({'': ''}, 'mysql', 'a', {'': 'a'}),
    ({'': 'a'}, 'mysql', 'a', {'': 'a'}),
    ({'': 'a'}, 'mysql', 'b', {'mariadb': 'a', 'mysql': 'b'}),
    ({'mariadb': 'a', 'mysql': 'b'}, 'mariadb', 'c', {'mariadb': 'c', 'mysql': 'b'}),
    ({'mariadb': 'a', 'mysql': 'b'}, 'mariadb', 'b', {'': 'b'}),
])
def test_what_both_servers_print_stands_once(before, server, printed, after):
    assert lesson_outputs.merged(before, server, printed) == after


def test_what_blocks_print_is_written_below_them(course):
    text = 'One.\n\n```sql\nSELECT name FROM rooms WHERE room_id = 1;\n```\n\n```result\nold\n```\n\nTwo.\n\n' \
           "```try\nUPDATE rooms SET name = 'Room 2' WHERE room_id = 1;\n```\n\nThree.\n"
    filled = lesson_outputs.fill(text.replace('```result\nold\n```\n\n', ''), 'mariadb')

    assert '```\n\n```result\nname\n------\nRoom 1\n```\n\nTwo.' in filled
    assert "```\n\n```result\nERROR 1062: Duplicate entry 'Room 2' for key '" in filled
    assert filled.endswith('\n```\n\nThree.\n') and lesson_outputs.fill(filled, 'mariadb') == filled


@pytest.mark.parametrize('fence, printed', [
    ('```try\nUPDATE rooms SET is_active = 0 WHERE room_id = 1;\n```', '1 row changed'),
    ('```try\nDELETE FROM staff_services;\n```', r'\d+ rows changed'),
    ('```sql\nSELECT 1 AS one FROM rooms WHERE room_id = 0;\n```', r'\(no rows\)'),
    ('```sql\nSELECT room_id FROM rooms JOIN services;\n```', r'(?s)room_id\n-------\n( +\d\n){12}… 78 rows in all'),
    ('```sql\nSELECT nothing FROM rooms;\n```', "ERROR 1054: Unknown column 'nothing' in '[a-zA-Z ]+'"),
    ('```count on=bare\nSELECT name FROM rooms;\n```', r'\d+ rows read'),
    ('```plan\nSELECT name FROM rooms WHERE room_id = 1;\n```',
     r'table  type   key      about\n[- ]+\nrooms  const +PRIMARY +1'),
    ('```query rooms/list_all | name\n```', r'name\n-+\n(.*\n)+Room 2(\n.*)*'),
])
def test_each_kind_of_block_prints_its_answer(course, fence, printed):
    block, = blocks.parse(fence)

    assert re.fullmatch(printed, blocks.run(block)), blocks.run(block)
