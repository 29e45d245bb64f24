"""The exercises of a lesson: lessons/NN-slug/exM.sql with its wrong answers, or exM.choice.md with its choices.

A file's header says what is asked and how an answer is compared:

    -- Task:    what is wanted, with the columns
    -- On:      the place, learn where nothing is said
    -- Order:   none, or the columns that the rows are ordered by: starts_at, appointment_id DESC
    -- Reads:   3              at most so many times the rows that the reference reads
    -- Writes:  rooms, claims  the tables that are compared, where the answer writes
    -- Hint 1:  …
    -- Why:     what stands beside the reference after a right answer

Beside it exM.wrong-1.sql and so on: known mistakes, each with the sentence that who makes it gets.
"""

import functools
import re
from pathlib import Path
from typing import NamedTuple

from app import errors

FOLDER = Path(__file__).resolve().parent.parent.parent / 'lessons'
NAMES = r'(?:Task|On|Order|Reads|Writes|Hint \d|Why)'
LABEL = re.compile(rf'^({NAMES}):\s*(.*?)(?=^{NAMES}:|\Z)', re.MULTILINE | re.DOTALL)
CHOICE = re.compile(r'^- \[([ x])\] (.*?) :: (.*?)(?=^- \[|\Z)', re.MULTILINE | re.DOTALL)


class Wrong(NamedTuple):
    """A known mistake: the statement, and the sentence that explains it."""

    sentence: str
    statement: str


class Choice(NamedTuple):
    """One answer of a question, whether it is right, and the sentence that whoever chooses it gets."""

    answer: str
    is_right: bool
    sentence: str


class Exercise(NamedTuple):
    """number: '3.1'. order: (column, falls) pairs, none where the order is free. reads: how many times, or None.

    writes: the tables that are compared. answer: the reference, '' where there are choices to tick instead.
    """

    number: str
    task: str
    on: str
    order: tuple[tuple[str, bool], ...]
    reads: int | None
    writes: tuple[str, ...]
    hints: tuple[str, ...]
    why: str
    answer: str
    wrongs: tuple[Wrong, ...]
    choices: tuple[Choice, ...]

    @property
    def is_choice(self) -> bool:
        return bool(self.choices)


@functools.cache
def of_lesson(folder: Path) -> tuple[Exercise, ...]:
    """The exercises in a lesson's folder, in their order."""
    lesson = int(folder.name.partition('-')[0])
    found = {}
    for path in sorted(folder.glob('ex*')):
        named = re.fullmatch(r'ex(\d+)\.(sql|choice\.md)', path.name)
        if named:
            read = _statement if named[2] == 'sql' else _choice
            found[int(named[1])] = read(f'{lesson}.{named[1]}', path)
    return tuple(exercise for _, exercise in sorted(found.items()))


def find(number: str) -> Exercise:
    """The exercise with a number such as '3.1'. Raises errors.NotFound."""
    if re.fullmatch(r'\d{1,2}\.\d{1,2}', number):
        for folder in FOLDER.glob(f'{int(number.partition(".")[0]):02}-*'):
            for exercise in of_lesson(folder):
                if exercise.number == number:
                    return exercise
    raise errors.NotFound(number)


def _statement(number, path):
    text = path.read_text(encoding='utf-8')
    header, statement = _parted(text)
    said = {label: ' '.join(words.split()) for label, words in LABEL.findall(header)}
    order = [part.split() for part in said.get('Order', 'none').split(',')]
    wrongs = sorted(path.parent.glob(f'{path.stem}.wrong-*.sql'))
    return Exercise(
        number, said['Task'], said.get('On', 'learn'),
        () if order == [['none']] else tuple((part[0], part[-1] == 'DESC') for part in order),
        int(said['Reads']) if 'Reads' in said else None,
        tuple(re.findall(r'\w+', said.get('Writes', ''))),
        tuple(words for label, words in said.items() if label.startswith('Hint')), said.get('Why', ''), statement,
        tuple(Wrong(' '.join(top.split()), wrong) for top, wrong in
              (_parted(each.read_text(encoding='utf-8')) for each in wrongs)), ())


def _choice(number, path):
    text = path.read_text(encoding='utf-8')
    task, _, rest = text.partition('\n- [')
    choices = tuple(Choice(' '.join(answer.split()), tick == 'x', ' '.join(sentence.split()))
                    for tick, answer, sentence in CHOICE.findall('- [' + rest))
    task = ' '.join(task.removeprefix('Task:').split())
    return Exercise(number, task, 'learn', (), None, (), (), '', '', (), choices)


def _parted(text):
    """The comment on top of a file, and the statement below it."""
    lines = text.splitlines()
    end = next((number for number, line in enumerate(lines) if not line.startswith('--')), len(lines))
    return '\n'.join(line.removeprefix('--').strip() for line in lines[:end]), '\n'.join(lines[end:]).strip()
