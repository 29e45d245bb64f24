"""Is an answer to an exercise right? It is run beside the reference on the course's clinic, and on two others.

Rows are compared by what is in them: names of columns and ways to write a value do not count, and the order only where
the exercise asks for one. The first thing that is wrong is said, with some of the rows that show it:

    the server refused it, or it is not one that may be run
    another number of columns
    the rows of a known mistake: its own sentence
    rows that are missing; rows that are too many; rows that come twice
    the right rows in a wrong order
    right here, and wrong in a clinic where … (a world: lessons/worlds)
    right, and it reads many times the rows that are needed
"""

from typing import NamedTuple

from app import errors
from app.learn import comparing, errors_in_words, free, grids, outcomes, places
from app.learn.exercises import Exercise
from app.learn.outcomes import Outcome

WORLDS = ('world_1', 'world_2')
RIGHT_ROWS = ('right', 'reads')
NOT_THERE = 'The clinic with 100,000 visits is not there yet: the button at the top of this lesson makes it.'
SHOWN = 3               # rows that show what is wrong


class Verdict(NamedTuple):
    """What the checker says. code: what kind of thing it is; said: the server's own words, where it refused.

    columns and rows: some rows that show what is wrong.
    """

    code: str
    sentence: str
    columns: list[str] = []
    rows: list[tuple] = []
    said: str = ''

    @property
    def is_right(self) -> bool:
        """Whether nothing is wrong, and it does not read many times the rows that are needed."""
        return self.code == 'right'


def check(exercise: Exercise, text: str) -> Verdict:
    """Whether a typed answer is right. Raises errors.Refused (503) where too many are being checked."""
    if exercise.is_choice:
        return _chosen(exercise, text)
    try:
        if exercise.on == 'big' and not places.is_made('big'):
            return Verdict('refused', NOT_THERE)
        with free.seat():
            return _check(exercise, text)
    except errors_in_words.Failed as failed:
        return Verdict('failed', str(failed), said=f'ERROR {failed.number}: {failed.said}')
    except errors.Refused as refused:
        if refused.status == 503:
            raise
        return Verdict('refused', str(refused))


def _check(exercise, text):
    here = _on(exercise, text, exercise.on)
    if here.code not in RIGHT_ROWS:
        return here
    for world in WORLDS if exercise.on == 'learn' else ():
        there = _on(exercise, text, world)
        if there.code in ('missing', 'too many', 'doubles', 'order'):
            return there._replace(code='world', sentence=f'That is right in this clinic, and wrong in a clinic where '
                                                         f'{about(world)}. {there.sentence}')
        if there.code not in RIGHT_ROWS:
            return there
    return here


def _on(exercise, text, place) -> Verdict:
    """What an answer is worth on one place."""
    wanted, given = outcomes.reference(exercise, place), outcomes.typed(exercise, text, place)
    if len(given.columns) != len(wanted.columns):
        return Verdict('columns', _count_of_columns(given, wanted))
    different = _different(exercise, given, wanted)
    if different:
        return _known_mistake(exercise, given, wanted, place) or different
    if _reads_too_much(exercise, given, wanted):        # once more: the first to use a table makes the server open it
        given = outcomes.typed(exercise, text, place)
    if _reads_too_much(exercise, given, wanted):
        return Verdict('reads', f'The rows are right, but the server read {given.read:,} rows for them, where '
                                f'{wanted.read:,} are enough. Which key would spare it the others?')
    return Verdict('right', 'That is right.')


def _reads_too_much(exercise, given, wanted):
    return exercise.reads and given.read and wanted.read and given.read > exercise.reads * wanted.read


def _different(exercise, given, wanted) -> Verdict | None:
    """What is wrong with some rows; None where they are right."""
    ours, theirs = comparing.counted(wanted.rows), comparing.counted(given.rows)
    missing, more = ours - theirs, theirs - ours
    after = 'After your statement, ' if exercise.writes else ''
    if missing and not exercise.writes and comparing.in_other_columns(given.rows, wanted.rows):
        return Verdict('columns', 'These are the right values, in another order of columns. The order here is '
                                  f'{", ".join(wanted.columns)}.')
    if missing:
        also = f' {more.total():,} {"is" if more.total() == 1 else "are"} too many.' if more else ''
        return _shown('missing', f'{after}{_rows(missing.total())} missing.{also}', wanted, missing)
    if new := {row for row in more if row not in ours}:
        return _shown('too many', f'{after}{_rows(sum(more[row] for row in new))} too many.', given, new)
    if more:
        return _shown('doubles', f'{after}{_rows(more.total())} too many: some rows come more than once.', given, more)
    if exercise.order and _keys(exercise, given, wanted) != _keys(exercise, wanted, wanted):
        asked = ', '.join(column + (' (the highest first)' if falls else '') for column, falls in exercise.order)
        return Verdict('order', f'These are the right rows, in a wrong order: order them by {asked}.')
    return None


def _known_mistake(exercise, given, wanted, place):
    """The sentence of the known mistake that gives the same rows."""
    theirs = comparing.counted(given.rows)
    for number, wrong in enumerate(exercise.wrongs):
        same = outcomes.mistake(exercise, number, place)
        if same and len(same.columns) == len(wanted.columns) and comparing.counted(same.rows) == theirs and (
                not exercise.order or _keys(exercise, same, wanted) == _keys(exercise, given, wanted)):
            return Verdict(f'wrong-{number + 1}', wrong.sentence)
    return None


def _keys(exercise, outcome, wanted):
    names = [name.lower() for name in wanted.columns]
    return comparing.keys(outcome.rows, [names.index(column.lower()) for column, _ in exercise.order])


def _chosen(exercise, text):
    for choice in exercise.choices:
        if choice.answer == text:
            return Verdict('right' if choice.is_right else 'wrong', choice.sentence)
    return Verdict('refused', 'Choose one of the answers.')


def about(world: str) -> str:
    """What a world has that the demo clinic has not: 'somebody has never come'."""
    path, *_ = places.more_rows(world)
    lines = path.read_text(encoding='utf-8').splitlines()
    top = next(number for number, line in enumerate(lines) if not line.startswith('--') or line == '--')
    return ' '.join(line.removeprefix('--').strip() for line in lines[:top]).rstrip('.')


def _shown(code, sentence, outcome: Outcome, wanted) -> Verdict:
    """A verdict with some of an outcome's rows, of those that are wanted, as they were given."""
    found = []
    for row in outcome.rows:
        if comparing.plain_row(row) in wanted and row not in found:
            found.append(row)
    columns = outcome.columns
    if isinstance(columns, dict) and found:         # of several tables, the first alone
        table = found[0][0]
        columns, found = columns[table], [row[1:] for row in found if row[0] == table]
        sentence = sentence.replace(' missing.', f' missing in {table}.').replace(' too many', f' too many in {table}')
    return Verdict(code, sentence, columns, found[:SHOWN])


def _rows(count):
    return '1 row is' if count == 1 else f'{count:,} rows are'


def _count_of_columns(given, wanted):
    return (f'The answer has {len(wanted.columns)} {"column" if len(wanted.columns) == 1 else "columns"} '
            f'({", ".join(wanted.columns)}); yours has {len(given.columns)}.')


def told(verdict: Verdict) -> str:
    """A verdict as text, for the shell."""
    rows = f'\n\n{grids.grid(verdict.columns, verdict.rows)}' if verdict.rows else ''
    return verdict.sentence + (f'\nThe server says: {verdict.said}' if verdict.said else '') + rows
