"""The injection lab: one search, with what was typed glued into the statement and as a parameter beside it.

What is glued runs as the account learner, which may only read, and no secrets; with all limits of app/learn/free.py.
What somebody types must pass app/learn/words.py besides. The attacks that are written down here need not.
"""

from typing import NamedTuple

from mysql.connector import Error

from app import errors
from app.database.link import bound
from app.database.literals import literal
from app.database.sql_files import FOLDER
from app.learn import errors_in_words, free, reading

LONGEST = 300


class Attack(NamedTuple):
    """typed: what somebody types into the search. about: what it is meant to do."""

    typed: str
    title: str
    about: str


ATTACKS = (
    Attack('Fer', 'An honest search', 'Somebody looks for a patient. Both ways answer alike.'),
    Attack("O'Connor", 'An honest name', 'A name with an apostrophe. Glued in, it ends the text too early.'),
    Attack("' OR 1=1 -- ", 'All rows',
           'The quote ends the text, OR 1=1 is always true, and -- makes a comment of the rest.'),
    Attack("' UNION SELECT phone, email FROM users -- ", 'Another table',
           'UNION puts the rows of another table below those of the search.'),
    Attack("' UNION SELECT email, password_hash FROM users -- ", 'The passwords',
           'The same, for the hashes of the passwords. This account has no right to that column.'),
    Attack("'; DELETE FROM patients -- ", 'A second statement',
           'A semicolon and a statement of their own. The connection takes one statement at a time.'),
)


class Answer(NamedTuple):
    """before, typed, after: the statement's text, cut around what was typed. columns, rows; refusal and said: if any.

    said: the server's own words, '' where it was never asked.
    """

    before: str
    typed: str
    after: str
    columns: list[str]
    rows: list[tuple]
    refusal: str
    said: str


def glued(typed: str) -> Answer:
    """The search with what was typed glued into it. Raises errors.Refused (503) where too many are trying."""
    before, _, after = _statement('find_patient_glued').partition('TYPED')
    text = before + typed + after
    try:
        with free.seat(), free.connected('learn') as link:
            if any(typed == attack.typed for attack in ATTACKS):
                found = reading.read(link, text, 5)
            else:
                found = free.ask(text, 'learn', link=link)
    except errors_in_words.Failed as failed:
        return Answer(before, typed, after, [], [], str(failed), f'{failed.number}: {failed.said}')
    except errors.Refused as refused:
        if refused.status == 503:
            raise
        return Answer(before, typed, after, [], [], str(refused), '')
    except Error as error:
        return Answer(before, typed, after, [], [], errors_in_words.sentence(error.errno, error.msg or ''),
                      f'{error.errno}: {error.msg}')
    return Answer(before, typed, after, found.columns, found.rows[:5], '', '')


def parameter(typed: str) -> Answer:
    """The same search, with what was typed as a value."""
    text = bound('find_patient', {'typed': typed}, FOLDER / 'learn')
    value = literal(typed)
    before, _, after = text.partition(value)
    with free.seat(), free.connected('learn') as link:
        found = reading.read(link, text, 5)
    return Answer(before, value, after, found.columns, found.rows, '', '')


def _statement(name):
    text = (FOLDER / 'learn' / f'{name}.sql').read_text(encoding='utf-8')
    return text.partition('\n\n')[2].strip()
