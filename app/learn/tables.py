"""The tables and views of the clinic, as db/schema.sql writes them down: read from the file, with its comments.

tests/test_course_tables.py holds what is read here to what each server says of itself (information_schema).
"""

import functools
import re
from typing import NamedTuple

from app import errors
from app.database.sql_files import FOLDER, statements
from app.learn import files
from app.ops import loader

NAME = r'[a-z_0-9]+'
SECTION = re.compile(r'^-- (\d+)  (\S.*?) -{5,}$')
COLUMN = re.compile(rf"({NAME}) +([A-Z]+(?:\([\d, ]+\))?)(.*)", re.DOTALL)
COMMENT = re.compile(r"COMMENT '((?:[^']|'')*)'")
KEY = re.compile(rf'(PRIMARY KEY|UNIQUE KEY|KEY) *({NAME})? *\((.*)\)$', re.DOTALL)
REFERENCE = re.compile(rf'CONSTRAINT ({NAME}) +FOREIGN KEY +\(([^)]+)\)\s+REFERENCES ({NAME}) \(([^)]+)\)(.*)',
                       re.DOTALL)
CHECK = re.compile(rf'CONSTRAINT ({NAME}) +CHECK +\((.*)\)$', re.DOTALL)
TRIGGER = re.compile(rf'CREATE TRIGGER ({NAME}) +((?:BEFORE|AFTER) (?:INSERT|UPDATE|DELETE)) ON ({NAME}) '
                     r'FOR EACH ROW\s+(.*);$', re.DOTALL)
GRANT = re.compile(rf'GRANT SELECT (?:\(([^)]+)\) )?ON ({NAME}) ')


class Column(NamedTuple):
    """kind: its type. is_null: it may hold NULL. rest: DEFAULT and the like, as written. comment: what it means."""

    name: str
    kind: str
    is_null: bool
    rest: str
    comment: str


class Key(NamedTuple):
    """kind: 'PRIMARY KEY', 'UNIQUE KEY' or 'KEY'; a primary key has no name."""

    kind: str
    name: str
    columns: tuple[str, ...]


class Reference(NamedTuple):
    """A foreign key: a row of `table` belongs to one of `parent`. then: what happens when that goes (ON DELETE …)."""

    name: str
    table: str
    columns: tuple[str, ...]
    parent: str
    parent_columns: tuple[str, ...]
    then: str


class Trigger(NamedTuple):
    """when: 'AFTER INSERT' and the like. text: the one statement that it runs."""

    name: str
    when: str
    text: str


class Table(NamedTuple):
    """A table or a view. about: what the schema says above it. checks: (name, condition). text: its statement."""

    name: str
    is_view: bool
    section: str
    about: str
    columns: tuple[Column, ...]
    keys: tuple[Key, ...]
    references: tuple[Reference, ...]
    checks: tuple[tuple[str, str], ...]
    triggers: tuple[Trigger, ...]
    text: str


@functools.cache
def every() -> dict[str, Table]:
    """All tables and views by name, in the order of the schema: parents before their children."""
    found, triggers = {}, {}
    for section, about, text in _pieces((FOLDER / 'schema.sql').read_text(encoding='utf-8')):
        made = re.match(rf'CREATE (TABLE|SQL SECURITY INVOKER VIEW) ({NAME})', text)
        fires = TRIGGER.match(text)
        if made:
            found[made[2]] = _table(made[2], made[1] != 'TABLE', section, about, text)
        elif fires:
            triggers.setdefault(fires[3], []).append(Trigger(fires[1], fires[2], fires[4]))
    return {name: table._replace(triggers=tuple(triggers.get(name, ()))) for name, table in found.items()}


def find(name: str) -> Table:
    """One table or view. Raises errors.NotFound."""
    if name not in every():
        raise errors.NotFound(name)
    return every()[name]


def sections() -> dict[str, list[Table]]:
    """The tables and views of each section of the schema."""
    found = {}
    for table in every().values():
        found.setdefault(table.section, []).append(table)
    return found


def references_to(name: str) -> list[Reference]:
    """The foreign keys of other tables, and its own, that lead to a table."""
    return [each for table in every().values() for each in table.references if each.parent == name]


@functools.cache
def readers(name: str) -> tuple[dict[str, list[files.Query]], tuple[str, ...]]:
    """The files of db/queries that name a table or view, by subject, and the views over it."""
    word = re.compile(rf'\b{name}\b(?!\.)')
    queries = {}
    for query in map(files.find, files.names()):
        if word.search(_code(query.statement)):
            queries.setdefault(query.subject, []).append(query)
    return queries, tuple(view.name for view in every().values() if view.is_view and view.name != name
                          and word.search(_code(view.text)))


def sentence(name: str) -> str:
    """The name of a constraint, read as the sentence that it is: 'Appointment ends after it starts'."""
    return name.replace('_', ' ').capitalize()


@functools.cache
def columns_to_read(name: str) -> tuple[str, ...]:
    """The columns that somebody who types SQL may read (db/learn/learner_rights.sql); none: not the table at all."""
    granted = dict(reversed(each) for each in GRANT.findall((FOLDER / 'learn' / 'learner_rights.sql').read_text()))
    if name not in granted:
        return ()
    return tuple(re.findall(NAME, granted[name])) if granted[name] else ('*',)


def first_rows(link, name: str) -> tuple[list[str], list[tuple]]:
    """The first five rows of a table or view that somebody who types SQL may read: its columns, and the rows.

    link: of the account learner.
    """
    columns = ', '.join(columns_to_read(name))
    return rows_of(link, name, columns, 5) if columns else ([], [])


def all_rows(link, name: str) -> tuple[list[str], list[tuple]]:
    """All rows of a table: the columns that statements write and that are no secrets, and the rows."""
    shown = columns_to_read(name)
    return rows_of(link, name, ', '.join(each for each in written_columns(name) if shown == ('*',) or each in shown))


def written_columns(name: str) -> list[str]:
    """The columns of a table that statements write; the others are worked out from them."""
    return [column.name for column in find(name).columns if 'GENERATED' not in column.rest]


def rows_of(link, name: str, columns: str = '', most: int = 50_000) -> tuple[list[str], list[tuple]]:
    """Rows of a table or view of the schema: the columns' names, and at most so many rows.

    columns: as SELECT takes them; those of written_columns() where none are named.
    """
    wanted = columns or ', '.join(written_columns(name))
    return _asked(link, 'rows_of_table.sql', name=find(name).name, columns=wanted, most=most)


def numbered_by(name: str) -> str | None:
    """The column of a table that the server numbers by itself."""
    return next((column.name for column in find(name).columns if 'AUTO_INCREMENT' in column.rest), None)


def highest(link, name: str) -> int:
    """The highest number in that column; 0 for a table without rows."""
    return _asked(link, 'highest.sql', name=name, column=numbered_by(name))[1][0][0]


def _asked(link, file, **variables):
    """The columns and the rows that a file of db/learn gives."""
    loader.put(link, **variables)
    for statement in statements((FOLDER / 'learn' / file).read_text(encoding='utf-8')):
        answer = link.connection.cmd_query(statement, buffered=True)
        if 'columns' in answer:
            return [column[0] for column in answer['columns']], link.connection.get_rows()[0]
    raise AssertionError(f'{file} gives no rows')


def _pieces(schema):
    """(section, comment above, statement) of each statement of the schema."""
    section, about, text = '', [], []
    for line in schema.splitlines():
        heading = SECTION.match(line)
        if heading:
            section, about = heading[2], []
        elif text or not line.startswith('--') and line.strip():
            text.append(line)
            if line.endswith(';'):
                yield section, ' '.join(' '.join(about).split()), '\n'.join(text)
                about, text = [], []
        elif line.startswith('--'):
            about.append(line.removeprefix('--'))
        else:
            about = []          # a blank line: what stands above it is about more than one statement


def _table(name, is_view, section, about, text):
    columns, keys, references, checks = [], [], [], []
    for line in () if is_view else _lines(text):
        if key := KEY.match(line):
            keys.append(Key(key[1], key[2] or '', _listed(key[3])))
        elif reference := REFERENCE.match(line):
            references.append(Reference(reference[1], name, _listed(reference[2]), reference[3], _listed(reference[4]),
                                        ' '.join(reference[5].split())))
        elif check := CHECK.match(line):
            checks.append((check[1], ' '.join(check[2].split())))
        elif column := COLUMN.match(line):
            columns.append(_column(*column.groups()))
    return Table(name, is_view, section, about, tuple(columns), tuple(keys), tuple(references), tuple(checks), (), text)


def _lines(text):
    """What stands between the brackets of a CREATE TABLE, cut at its commas."""
    inside = re.sub(r'^ *--.*\n', '', text.partition('(')[2].rpartition('\n)')[0], flags=re.MULTILINE)
    depth, start, quoted = 0, 0, False
    for place, letter in enumerate(inside):
        if letter == "'":
            quoted = not quoted
        elif not quoted:
            depth += (letter == '(') - (letter == ')')
            if letter == ',' and not depth:
                yield inside[start:place].strip()
                start = place + 1
    yield inside[start:].strip()


def _column(name, kind, rest):
    said = COMMENT.search(rest)
    rest = ' '.join(COMMENT.sub('', rest).split())
    plain = ' '.join(re.sub(r'^(CHARACTER SET .*?)?\b(NOT )?NULL\b', r'\1', rest).split())
    is_null = 'NOT NULL' not in re.sub(r'\(.*\)', '', rest)
    return Column(name, kind, is_null, plain, said[1].replace("''", "'") if said else '')


def _listed(text):
    return tuple(re.findall(NAME, re.sub(r'\(\d+\)', '', text)))


def _code(text):
    return re.sub(r"--[^\n]*|'[^'\n]*'", '', text)
