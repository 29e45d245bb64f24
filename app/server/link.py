"""One connection to the database, with its prepared statements: the files of db/queries, run by name.

Every statement is prepared on the server and kept open with its cursor. Values never enter the SQL text, which is
safer (the driver looks for its client's words in the text) and quicker than preparing it anew.
"""

import functools
import re
import time
from contextlib import contextmanager, suppress
from pathlib import Path

from mysql.connector.connection import MySQLConnection
from mysql.connector.errors import ConnectionTimeoutError, Error, ReadTimeoutError, WriteTimeoutError

from app import errors

QUERIES = Path(__file__).parent.parent.parent / 'db' / 'queries'
LOST = {2002, 2003, 2006, 2013, 2055, 4031, 1053, 1927, 1047}
TIMEOUTS = (ReadTimeoutError, WriteTimeoutError, ConnectionTimeoutError)
UNABLE = {1040, 1203, 1114, 1021, 1290, 1836, 1226}     # too many connections, disk full, read only

on_statement = []                    # called after each statement with (name, sql, params, seconds)


class Lost(errors.Busy):
    """The connection broke before COMMIT was sent: nothing happened."""


class OutcomeUnknown(errors.Busy):
    """The connection broke while COMMIT was under way: it may have happened. Only a request key makes a retry safe."""


class Link:
    """One connection with its prepared statements, and the five verbs."""

    def __init__(self, connection):
        self.connection = connection
        self.cursors = {}
        self.is_pure = isinstance(connection, MySQLConnection)      # the driver without its C extension
        self.broken = False

    def rows(self, name, /, **params) -> list[dict]:
        return self._run(name, params)[0]

    def one(self, name, /, **params) -> dict | None:
        found = self.rows(name, **params)
        return found[0] if found else None

    def value(self, name, /, **params):
        found = self.one(name, **params)
        return next(iter(found.values())) if found else None

    def insert(self, name, /, **params) -> int:
        return self._run(name, params)[1].lastrowid

    def change(self, name, /, **params) -> int:
        return self._run(name, params)[1].rowcount

    def _run(self, name, params):
        """The rows (all of them: an unread one would spoil the connection) and the cursor of one file's statement."""
        sql, names = query(name)
        values = tuple(params[key] for key in names)
        with self._told(name, sql, params):
            cursor = self.cursors.get(name)
            if cursor is None:      # a new cursor pings the server and prepares the statement: keep it
                cursor = self.connection.cursor(prepared=True)
                self.cursors[name] = cursor
            cursor.execute(sql, values)
            rows = _as_dicts(cursor) if cursor.with_rows else []
            return (_as_text(rows) if self.is_pure else rows), cursor

    def command(self, text):
        """START TRANSACTION, COMMIT and the like, which have no file."""
        with self._told(text, text, {}):
            self.connection.cmd_query(text)

    def close(self):
        """Close the statements, then the connection; whatever is said to that, it is gone.

        The driver's C extension never frees a statement that is left open, whatever becomes of its connection.
        """
        for act in (*(cursor.close for cursor in self.cursors.values()), self.connection.disconnect):
            with suppress(Exception):
                act()

    @contextmanager
    def _told(self, name, sql, params):
        """Time a statement for those who listen, and turn the driver's errors into ours."""
        started = time.perf_counter()
        try:
            yield
        except Error as error:
            if error.errno in LOST or isinstance(error, TIMEOUTS) or not self.connection.is_connected():
                self.broken = True
                raise Lost(f'connection lost: {error}') from error
            if error.errno in UNABLE:
                raise errors.Busy(str(error)) from error
            raise (errors.explain(error) or error) from error
        except BaseException:       # the driver failed in the middle of who knows what
            self.broken = True
            raise
        finally:
            for listener in on_statement:
                listener(name, sql, params, time.perf_counter() - started)


def _as_dicts(cursor):
    """The driver's own dictionaries cost a sixth more: they ask for the names of the columns anew for each row."""
    names = cursor.column_names
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def _as_text(rows):
    """The pure-Python driver gives bytes for nullable columns of a _bin collation; no query of ours reads bytes."""
    return [{name: value.decode() if isinstance(value, bytes | bytearray) else value for name, value in row.items()}
            for row in rows]


@functools.cache
def query(name: str) -> tuple[str, tuple[str, ...]]:
    """The statement of db/queries/<name>.sql with ? for its placeholders, and their names in order."""
    text = (QUERIES / f'{name}.sql').read_text(encoding='utf-8').rstrip().rstrip(';')
    return re.sub(r'%\((\w+)\)s', '?', text), tuple(re.findall(r'%\((\w+)\)s', text))
