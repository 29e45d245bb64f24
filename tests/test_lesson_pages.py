"""The pages of lessons and the commands beside them: what a check shows, what a browser keeps of it."""

import contextlib
import re

import pytest

from app import commands
from app.commands import check_answer
from app.learn import checker, exercises, free, lessons, places
from tests.support.accounts import signed_in
from tests.support.browser import Browser

TASK = '''-- Task:    Which rooms are there? Give the `name`, first to last.
-- Order:   name
-- Hint 1:  Look at <rooms>.
-- Why:     One table is enough.

SELECT rooms.name FROM rooms ORDER BY rooms.name;
'''
CHOICE = '''Task: Which key?

- [ ] none :: No.
- [x] `rooms_by_name` & more :: Yes, that one.
'''
WRONG = '-- You turned *it* round.\n\nSELECT name FROM rooms ORDER BY name DESC;\n'
LESSON = '''# 7. Which rooms?

After this you know `rooms`.

## Question

Who <knows>?

## Run

```sql on=bare
SELECT name FROM rooms WHERE room_id < 2;
```

```result mariadb
name
```

```result mysql
other
```

```query rooms/list_all
```

```result
(no rows)
```

## Check

Exercises 7.1 and 7.2.
'''
WHERE = '/learn/lessons/07-rooms'
RIGHT = 'select name from rooms order by name'


@pytest.fixture
def lesson(course, tmp_path, monkeypatch):
    """A course of one lesson, number 7, with an exercise and a question."""
    folder = tmp_path / '07-rooms'
    folder.mkdir()
    for name, text in {'lesson.md': LESSON, 'ex1.sql': TASK, 'ex2.choice.md': CHOICE, 'ex1.wrong-1.sql': WRONG}.items():
        (folder / name).write_text(text)
    monkeypatch.setattr(exercises, 'FOLDER', tmp_path)
    monkeypatch.setattr(lessons, 'FOLDER', tmp_path)
    monkeypatch.setattr(lessons, 'all_of_them', lessons.all_of_them.__wrapped__)
    return lessons.find('7')


@pytest.fixture
def reader(lesson):
    """A browser that shows the lesson."""
    browser = Browser()
    assert browser.get(WHERE).status == 200
    return browser


def checked(browser, answer, exercise='1'):
    """The page after a check."""
    return browser.post(f'{WHERE}/check', {'exercise': exercise, 'answer': answer})


def plain(page):
    """A page's text without its tags."""
    return re.sub('<[^>]*>', '', page.text)


def test_a_page_shows_a_lessons_text_its_statements_and_their_answers(reader):
    page = reader.page

    assert '<p class="lead">After this you know <code>rooms</code>.</p>' in page.text
    assert 'Who &lt;knows&gt;?' in page.text
    assert 'href="/learn/sql?q=SELECT+name+FROM+rooms+WHERE+room_id+%3C+2%3B&amp;on=bare"' in page.text
    assert 'MariaDB answers:' in page.text and 'MySQL answers:' in page.text
    assert 'href="/learn/queries/rooms/list_all"' in page.text and '</span> rooms' in page.text
    assert 'Give the <code>name</code>' in page.text and 'Look at &lt;rooms&gt;.' in page.text
    assert 'One table is enough' not in page.text and 'solved' not in page.text


def test_a_right_answer_shows_the_reference_and_is_remembered_in_the_browser(reader):
    page = checked(reader, RIGHT)

    assert page.status == 200 and 'That is right.' in page.text and '<title>Right: 7.' in page.text
    assert 'SELECT rooms.name FROM rooms ORDER BY rooms.name;' in plain(page) and 'One table is enough.' in page.text
    assert f'>\n{RIGHT}</textarea>' in page.text
    again = reader.get(WHERE)
    assert again.text.count('solved</span>') == 1 and 'One table is enough' not in again.text
    assert [line for line in page.cookies if line.startswith('learned=') and 'HttpOnly' in line and 'Max-Age' in line]


def test_a_wrong_answer_is_kept_and_told_at_its_exercise_alone(reader):
    page = checked(reader, 'SELECT name\nFROM rooms\nORDER BY name DESC')

    assert page.status == 200 and 'You turned <em>it</em> round.' in page.text and '<title>Not yet: 7.' in page.text
    assert '>\nSELECT name\nFROM rooms\nORDER BY name DESC</textarea>' in page.text
    assert page.text.count('role="status"') == 1 and 'One table is enough' not in page.text
    assert 'learned' not in reader.cookies


def test_rows_that_are_missing_and_the_servers_words_are_shown(reader):
    page = checked(reader, 'SELECT name FROM rooms WHERE room_id > 2 ORDER BY name')
    assert '2 rows are missing.' in page.text and re.search(r'<td[^>]*>Room 1</td>', page.text)

    page = checked(reader, 'SELECT nam FROM rooms')
    assert 'Did you mean name?' in page.text and 'ERROR 1054' in page.text


@pytest.mark.parametrize('answer, sentence', [
    ('none', 'No.'), ('`rooms_by_name` & more', 'Yes, that one.'), ('', 'Choose one of the answers.')])
def test_a_question_is_answered_by_a_click(reader, answer, sentence):
    page = checked(reader, answer, '2')

    assert sentence in page.text
    assert page.text.count('checked') == (1 if answer else 0)


@pytest.mark.parametrize('number', ['3', '', 'x', '1.1', '١'])
def test_there_is_nothing_to_check_where_there_is_no_such_exercise(reader, number):
    assert checked(reader, RIGHT, number).status == 404


def test_an_answer_without_the_forms_token_is_refused(lesson):
    assert checked(Browser(), RIGHT).status == 403


def test_who_must_wait_is_told_and_keeps_the_answer(reader):
    with free.seat(), free.seat():
        page = checked(reader, RIGHT)

    assert page.status == 503 and page.headers['retry-after'].isdigit()
    assert 'Run yours again' in page.text and RIGHT in page.text


def test_who_comes_back_to_the_address_of_a_check_sees_the_lesson(reader):
    assert reader.get(f'{WHERE}/check', follow=False).headers['location'] == WHERE


@pytest.mark.parametrize('path', ['/learn/lessons/08-none', '/learn/lessons/07-none', '/learn/lessons/7',
                                  '/learn/lessons/07-rooms/ex1.sql'])
def test_there_is_no_such_lesson(lesson, path):
    assert Browser().get(path).status == 404


def test_there_are_no_lessons_where_the_course_is_off(cast):
    browser = signed_in('ada@clinic.test')
    slug = lessons.all_of_them()[0].slug

    assert browser.get(f'/learn/lessons/{slug}').status == 404
    assert browser.post(f'/learn/lessons/{slug}/check', {'exercise': '1', 'answer': RIGHT}).status == 404


def test_a_lesson_that_needs_100000_visits_has_a_button_that_makes_them(reader, monkeypatch):
    (lessons.FOLDER / '07-rooms' / 'lesson.md').write_text(LESSON.replace('on=bare', 'on=big'))
    made = []
    monkeypatch.setattr(places, 'is_made', lambda place: place in made)
    monkeypatch.setattr(places, 'make', made.append)

    assert 'It is not there yet.' in reader.get(WHERE).text
    page = reader.submit('/learn/big')
    assert made == ['big'] and page.path == WHERE and 'It is not there yet.' not in page.text


def test_an_answer_about_100000_visits_waits_until_they_are_there(course, monkeypatch):
    monkeypatch.setattr(places, 'is_made', lambda place: False)
    big = exercises.find('13.1')

    assert checker.check(big, big.answer) == checker.Verdict('refused', checker.NOT_THERE)


# What a browser keeps

@pytest.mark.parametrize('solved', [set(), {'1.1'}, {'1.1', '1.4', '12.3', '20.4'}])
def test_solved_exercises_are_kept_in_few_letters(solved):
    kept = lessons.cookie(solved)

    assert lessons.done(kept) == solved and len(kept) <= 20


@pytest.mark.parametrize('cookie', [None, '', 'x', '1.1', 'f' * 31, '-1'])
def test_a_cookie_that_nobody_wrote_here_is_nothing(cookie):
    assert lessons.done(cookie) == set()


def test_a_lesson_is_done_when_all_its_exercises_are(lesson):
    assert not lessons.is_done(lesson, {'7.1'}) and lessons.is_done(lesson, {'7.1', '7.2', '8.1'})


# Commands

@pytest.fixture
def shell(lesson, monkeypatch, capsys):
    """shell('lesson', '7') → the exit code and what was printed."""
    monkeypatch.setattr(check_answer, 'ready', contextlib.nullcontext)
    from app import config
    monkeypatch.setattr(config, 'load', config.current)

    def run(*arguments):
        monkeypatch.setattr(commands, 'stop_on_signals', lambda: None)
        code = commands.main([*arguments])
        said = capsys.readouterr()
        return code, said.out + said.err
    return run


def test_lessons_can_be_read_in_the_shell(shell):
    assert shell('lesson') == (0, '   7  Which rooms?\n')
    code, text = shell('lesson', '7')
    assert code == 0 and text.startswith('# 7. Which rooms?') and 'Exercise 7.1: Which rooms are there?' in text
    assert '- none\n' in text
    assert shell('lesson', '9')[0] == 2


@pytest.mark.parametrize('answer, code, words', [
    (RIGHT, 0, 'One way to write it:'), ('SELECT name FROM rooms ORDER BY name DESC', 1, 'You turned'),
    ('SELECT name FROM rooms WHERE room_id = 1', 1, 'Exercise room'),
    ('SELECT nam FROM rooms', 1, 'The server says: ERROR 1054'),
])
def test_answers_can_be_checked_in_the_shell(shell, tmp_path, answer, code, words):
    file = tmp_path / 'answer.sql'
    file.write_text(answer + '\n')

    found, text = shell('check-answer', '7.1', str(file))
    assert found == code and words in text


def test_what_cannot_be_checked_in_the_shell_is_said(shell, tmp_path):
    assert shell('check-answer', '7.9', 'x') == (2, 'There is no exercise 7.9: "python clinic.py lesson 3" shows those '
                                                    'of the third lesson.\n')
    code, text = shell('check-answer', '7.1', str(tmp_path / 'none.sql'))
    assert code == 2 and 'none.sql cannot be read: No such file' in text
