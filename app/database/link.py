"""One connection to the database, and the files of db/queries, run by name.

Values are written into the statement by app/database/literals.py. A statement prepared on the server would keep them
apart from it, but with each run of a prepared SELECT the driver's C extension loses 140 bytes for each column: a web
process grew by 3 kB with every page. So statements are sent as text, and without the driver's cursors: those search
the text for words of the mysql client (DELIMITER), the values in it included.
"""

import functools
import re
import time
from contextlib import contextmanager, suppress
from pathlib import Path

from mysql.connector.errors import ConnectionTimeoutError, Error, ReadTimeoutError, WriteTimeoutError

from app import errors
from app.database.literals import literal

QUERIES = Path(__file__).parent.parent.parent / 'db' / 'queries'
LOST = {4031, 1053, 1927, 1047}     # what a server says that has hung up, is stopping, or has left its cluster
TIMEOUTS = (ReadTimeoutError, WriteTimeoutError, ConnectionTimeoutError)
# too many connections, disk full, read only; a statement stopped, or out of time
UNABLE = {1040, 1203, 1114, 1021, 1290, 1836, 1226, 1317, 3024, 1969}
SLOW = 1                            # seconds until the end of a connection means that the server does not answer

on_statement = []   # called after each statement with (name, sql, params, seconds, rows or the error that it met)


class Lost(errors.Busy):
    """The connection broke before COMMIT was sent: nothing happened."""


class OutcomeUnknown(errors.Busy):
    """The connection broke while COMMIT was under way: it may have happened. Only a request key makes a retry safe."""


class Link:
    """One connection, and the five verbs.

    broken: it must not be used again. stalled: it broke after a silence, so others would wait in vain too.
    """

    def __init__(self, connection):
        self.connection = connection
        self.broken = self.stalled = False

    def rows(self, name, /, **params) -> list[dict]:
        return self._run(name, params)[0]

    def one(self, name, /, **params) -> dict | None:
        found = self.rows(name, **params)
        return found[0] if found else None

    def value(self, name, /, **params):
        found = self.one(name, **params)
        return next(iter(found.values())) if found else None

    def insert(self, name, /, **params) -> int:
        return self._run(name, params)[1]['insert_id']

    def change(self, name, /, **params) -> int:
        return self._run(name, params)[1]['affected_rows']

    def _run(self, name, params):
        """The rows, and what the server says of one file's statement."""
        text = bound(name, params).encode()
        with self._told(name, query(name)[0], params) as counted:
            answer = self.connection.cmd_query(text, buffered=True)
            rows = self._read(answer['columns']) if 'columns' in answer else []
            counted.append(len(rows) if 'columns' in answer else answer['affected_rows'])
            return rows, answer

    def _read(self, columns):
        """All rows, for an unread one would spoil the connection. As one does that could not be read."""
        try:
            rows = self.connection.get_rows()[0]
        except BaseException:
            self.broken = True
            raise
        names = [column[0] for column in columns]
        return [dict(zip(names, row, strict=True)) for row in rows]

    def command(self, text):
        """START TRANSACTION, COMMIT and the like, which have no file."""
        with self._told(text, text, {}):
            self.connection.cmd_query(text)

    def close(self):
        """Close the connection; whatever is said to that, it is gone."""
        with suppress(Exception):
            self.connection.disconnect()

    @contextmanager
    def _told(self, name, sql, params):
        """Time a statement for those who listen, and turn the driver's errors into ours. Gives a list for its rows."""
        started, counted, met = time.perf_counter(), [], None
        try:
            yield counted
        except Error as error:
            met = error
            if is_lost(error):
                self.broken, self.stalled = True, time.perf_counter() - started > SLOW
                raise Lost(f'connection lost: {error}') from error
            if error.errno in UNABLE:
                raise errors.Busy(str(error)) from error
            raise (errors.explain(error) or error) from error
        except BaseException:       # the driver failed in the middle of who knows what
            self.broken = True
            raise
        finally:
            for listener in on_statement:
                listener(name, sql, params, time.perf_counter() - started, met or sum(counted))


def is_lost(error) -> bool:
    """Whether an error ends a connection: one of the driver's own (-1, 2000 to 2999), or a server's farewell."""
    return error.errno < 1000 or 2000 <= error.errno < 3000 or error.errno in LOST or isinstance(error, TIMEOUTS)


@functools.cache
def query(name: str) -> tuple[str, tuple[str, ...]]:
    """The statement of db/queries/<name>.sql with ? for its placeholders, and their names in order."""
    pieces = _pieces(name)
    return '?'.join(pieces[::2]), tuple(pieces[1::2])


def bound(name: str, params: dict, folder: Path = QUERIES) -> str:
    """The statement of a file with its params. Raises KeyError for one that is missing, TypeError as literal() does."""
    pieces = list(_pieces(name, folder))
    pieces[1::2] = [literal(params[key]) for key in pieces[1::2]]
    return ''.join(pieces)


@functools.cache
def _pieces(name, folder=QUERIES):
    """A file without its comments: text, a placeholder's name, text, …"""
    text = (folder / f'{name}.sql').read_text(encoding='utf-8').rstrip().rstrip(';')
    return tuple(re.split(r'%\((\w+)\)s', re.sub(r'^ *--.*\n', '', text, flags=re.MULTILINE).lstrip()))
