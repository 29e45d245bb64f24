"""The blocks of a lesson that the machine runs, and what it printed below them.

    ```sql [on=bare]                      a statement that reads
    ```query appointments/list_day day=2026-11-30 | starts_at, patient_name
                                          a file of db/queries, with values or those of its Try:, and some columns
    ```try                                a statement that writes: what it changed or why not, and all is taken back
    ```plan [on=bare]                     how the server would run it
    ```count [on=bare]                    how many rows the server reads for it
    ```race keys-only: left, right, left  steps of the race lab, in the order in which they are pressed

Below each stands ```result, or ```result mariadb and ```result mysql where the two servers answer differently.
tests/test_lessons.py runs every block again on both servers.
"""

import re
import shlex
from collections.abc import Callable
from typing import NamedTuple

from mysql.connector import Error

from app.database.link import bound
from app.learn import files, free, grids, places, race_played, race_setups, reading, typed

FENCE = re.compile(r'^```(\w+)([^\n]*)\n(.*?)^```[ ]*$\n?', re.MULTILINE | re.DOTALL)
SERVERS = ('mariadb', 'mysql')
PLAN = ('table', 'type', 'key', 'rows')


class Block(NamedTuple):
    """One block. about: what stands behind its kind, such as 'on=bare'. results: what was printed, by server.

    A result for both servers stands under ''.
    """

    kind: str
    about: str
    text: str
    results: dict[str, str]

    @property
    def on(self) -> str:
        """The place that it runs on."""
        found = re.search(r'\bon=(\w+)', self.about)
        return found[1] if found else 'learn'

    def result(self, server: str) -> str | None:
        """What it printed on a server, 'mariadb' or 'mysql'; None where that is not written down."""
        return self.results.get(server, self.results.get(''))


def parse(markdown: str) -> list[Block]:
    """The blocks of a lesson that can be run, in their order, each with the results that follow it."""
    found = []
    for kind, about, text in FENCE.findall(markdown):
        if kind == 'result' and found:
            found[-1].results[about.strip()] = text.rstrip('\n')
        elif kind in KINDS:
            found.append(Block(kind, about.strip(), text.rstrip('\n'), {}))
    return found


def run(block: Block) -> str:
    """Run a block: what it prints. Errors of the server are part of that; a wrong lesson raises."""
    try:
        return KINDS[block.kind](block)
    except Error as error:
        return said(error)


def said(error: Error) -> str:
    """An error as lessons print it: the server's number, and its words on one line."""
    return f'ERROR {error.errno}: {" ".join(error.msg.split())}'


def call(about: str) -> tuple[files.Query, dict, list[str]]:
    """The file, the values and the columns (none: all) that a block of the kind `query` names.

    Raises errors.NotFound, ValueError.
    """
    asked, _, columns = about.partition('|')
    name, *pairs = shlex.split(asked, posix=False)
    query = files.find(name)
    given = {key: typed.value(text) for key, text in (pair.split('=', 1) for pair in pairs)}
    return query, query.tries | given, columns.replace(',', ' ').split()


def _sql(block):
    with places.connected(block.on) as link:
        free.begin(link)
        found = reading.read(link, block.text)
        return grids.grid(found.columns, found.rows, found.total)


def _query(block):
    query, values, columns = call(block.about)
    return _try(block._replace(text=bound(query.name, values)), columns)


def _try(block, wanted=()):
    with places.connected(block.on, 'lab') as link:
        link.command('START TRANSACTION')
        answer = link.connection.cmd_query(block.text, buffered=True)
        if 'columns' in answer:
            columns, rows = [column[0] for column in answer['columns']], link.connection.get_rows()[0]
            shown = [columns.index(name) for name in wanted or columns]
            return grids.grid([columns[at] for at in shown], [tuple(row[at] for at in shown) for row in rows])
        return changed(answer['affected_rows'])


def changed(count: int) -> str:
    """How many rows a statement changed, in words."""
    return '1 row changed' if count == 1 else f'{count or "no"} rows changed'


def _plan(block):
    with places.connected(block.on, 'lab') as link:
        reading.begin(link)
        found = reading.read(link, f'EXPLAIN FORMAT=TRADITIONAL {block.text}')
    rows = [dict(zip(map(str.lower, found.columns), row, strict=True)) for row in found.rows]
    return grids.grid(['table', 'type', 'key', 'about'],
                      [(row['table'], row['type'], row['key'], about(row['rows'])) for row in rows])


def about(rows) -> str | None:
    """A number of rows that a server guesses, as the nearest power of ten: the guess itself differs from day to day."""
    return rows if rows is None else '1' if int(rows) < 4 else f'{10 ** (len(str(int(rows) * 3)) - 1):,}'


def _count(block):
    with places.connected(block.on, 'lab') as link:
        reading.begin(link)
        reading.opened(link, block.text)
        count = reading.read(link, block.text).read
    return f'{count} rows read' if count < 100 else f'about {rounded(count):,} rows read'


def rounded(count: int) -> int:
    """A number to its first two digits: the rest hangs on what the server believes of its tables that day."""
    zeros = max(len(str(count)) - 2, 0)
    return round(count, -zeros)


def _race(block):
    name, _, moves = block.about.partition(':')
    return race_played.played(race_setups.find(name.strip()), [move.strip() for move in moves.split(',')])


KINDS: dict[str, Callable[[Block], str]] = {'sql': _sql, 'query': _query, 'try': _try, 'plan': _plan, 'count': _count,
                                            'race': _race}
