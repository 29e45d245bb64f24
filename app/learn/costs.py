"""What a file of db/queries finds in a place of the course, by which plan, and what that costs the server.

The cost is compared between places: the same question with all keys, without them, and among 100,000 visits.
"""

from typing import NamedTuple

from mysql.connector import Error

from app.database.link import bound
from app.learn import errors_in_words, files, places, plans, reading

BESIDE = ('learn', 'bare')      # small places, where a statement is run only to compare what it costs
BESIDE_SECONDS = 0.5
STOPPED = {1317, 1969, 3024}    # the server's numbers for: this took too long


class Answer(NamedTuple):
    """found: its rows, None where there is a problem, which is then a sentence. plan: EXPLAIN's rows, or None.

    steps: the plan in words.
    """

    found: reading.Found | None
    plan: reading.Found | None
    steps: list[plans.Step]
    problem: str = ''


def answer(query: files.Query, values: dict, place: str, seconds: float = reading.SECONDS, most: int = 50) -> Answer:
    """Ask a reading file in a place. values: by parameter. Raises places.Unavailable."""
    text, plan, steps = bound(query.name, values), None, []
    with places.connected(place, 'lab') as link:
        reading.begin(link, seconds)
        try:        # the plan comes first: it opens the tables, so that the count is the statement's own
            plan = reading.read(link, f'EXPLAIN FORMAT=TRADITIONAL {text}')
            steps = plans.steps(plan.columns, plan.rows)
            return Answer(reading.read(link, text, most), plan, steps)
        except Error as error:
            return Answer(None, plan, steps, _problem(error, seconds))


def beside(query: files.Query, values: dict, place: str, here: Answer) -> dict[str, Answer]:
    """The answer of a place, and those of the small places to compare it with. values: by parameter."""
    others = {other: answer(query, values, other, BESIDE_SECONDS) for other in BESIDE if other != place}
    return {**others, place: here}


def compared(answers: dict[str, Answer]) -> str:
    """A sentence on what keys are good for here; '' where there is nothing to say. answers: by place."""
    counts = [answers[place].found.read if place in answers and answers[place].found else None for place in BESIDE]
    if None in counts:
        return ''
    with_keys, without = counts
    if with_keys == without:
        return 'Keys make no difference here: the server reads as many rows without them.'
    if without < with_keys:
        return f'Without keys the server reads even fewer rows: {without:,}. On small tables it may be so.'
    times = round(without / max(with_keys, 1))
    return f'With keys {with_keys:,}, without {without:,}' + (f': {times:,} times as many.' if times > 1 else '.')


def _problem(error, seconds):
    if error.errno in STOPPED:
        return f'It took more than {seconds:g} seconds here, so the server stopped it.'
    return errors_in_words.sentence(error.errno, error.msg)
