"""The files of db/queries, one statement each, and what their headers say of them."""

import functools
import re
from typing import NamedTuple

from app import errors
from app.database.link import QUERIES
from app.learn import typed


class Query(NamedTuple):
    """One file. asks: the sentence on top. tries: values that give rows in the demo clinic, by parameter.

    gives, takes, lesson: the header's parts as one line each; lesson is '' where nothing is to be learned.
    """

    name: str
    subject: str
    asks: str
    gives: str
    takes: tuple[str, ...]
    tries: dict
    lesson: str
    statement: str
    text: str

    @property
    def reads(self) -> bool:
        """Whether it only reads, and locks nothing."""
        return self.statement.startswith(('SELECT', 'WITH')) and not self.locks

    @property
    def locks(self) -> bool:
        """Whether it locks the rows that it reads."""
        return self.statement.rstrip(';\n').endswith(('FOR UPDATE', 'LOCK IN SHARE MODE'))


@functools.cache
def names() -> tuple[str, ...]:
    """All files, as the program calls them: 'appointments/list_day'."""
    return tuple(sorted(path.relative_to(QUERIES).as_posix()[:-4] for path in QUERIES.rglob('*.sql')))


@functools.cache
def find(name: str) -> Query:
    """One file. Raises errors.NotFound."""
    if name not in names():
        raise errors.NotFound(name)
    text = (QUERIES / f'{name}.sql').read_text(encoding='utf-8')
    top, _, statement = text.partition('\n\n')
    header = '\n'.join(line.removeprefix('--').strip() for line in top.splitlines())
    takes = _part(header, 'Takes')
    return Query(name, name.partition('/')[0], ' '.join(header.partition('\n\n')[0].split()), _part(header, 'Gives'),
                 () if takes == 'nothing' else tuple(re.findall(r'\w+', takes)),
                 typed.pairs(_part(header, 'Try') or 'nothing'), _part(header, 'Lesson'), statement.strip(), text)


@functools.cache
def by_subject() -> dict[str, tuple[Query, ...]]:
    """The files of each folder of db/queries, in the order of their names."""
    subjects = sorted({name.partition('/')[0] for name in names()})
    return {subject: tuple(find(name) for name in names() if name.startswith(subject + '/')) for subject in subjects}


def _part(header, label):
    """What stands after a label of the header, its continued lines joined; '' where it is not there."""
    found = re.search(rf'^{label}:\s*(.*?)(?=^\w+:|\Z)', header, re.MULTILINE | re.DOTALL)
    return ' '.join(found[1].split()) if found else ''
