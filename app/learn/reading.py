"""One reading statement on one connection of the course, with limits: its rows, its time, and what it cost the server.

The cost is counted in rows that the server read (the sum of its Handler_read_… counters for this connection). It is the
same at every run, which a time in milliseconds is not.
"""

import time
from typing import NamedTuple

SECONDS = 2             # for a statement; the server itself stops it then
MOST = 1000             # rows that are taken over


class Found(NamedTuple):
    """What a statement gave. columns: their names. rows: tuples, at most as many as were asked for.

    total: how many rows there were; is_cut: there were more, not counted. seconds; read: rows that the server read,
    None where it was stopped before it had read all.
    """

    columns: list[str]
    rows: list[tuple]
    total: int
    is_cut: bool
    seconds: float
    read: int | None


def is_mariadb(link) -> bool:
    """Whether the server of a connection is MariaDB (else MySQL)."""
    return 'MariaDB' in link.value('schema/find_server_version')


def begin(link, seconds: float = SECONDS, rows: int = MOST + 1):
    """Let a connection only read from here on, for a moment and a bounded number of rows at a time."""
    if is_mariadb(link):    # else whoever opens a table first reads the server's statistics, too
        link.command(f"SET SESSION max_statement_time = {seconds}, use_stat_tables = 'never'")
    else:
        link.command(f'SET SESSION max_execution_time = {int(seconds * 1000)}')
    link.command(f'SET SESSION sql_select_limit = {rows}')
    link.command('START TRANSACTION READ ONLY')


def read(link, text: str, most: int = MOST) -> Found:
    """Run a statement and take its rows over. Raises mysql.connector.Error as the server does.

    link: a connection of its own, after begin(). most: rows to give back; all that the limit lets through are counted.
    """
    nothing = reads(link)
    before = reads(link)
    started = time.perf_counter()
    answer = link.connection.cmd_query(text, buffered=True)
    columns = [column[0] for column in answer.get('columns', ())]
    rows = link.connection.get_rows()[0] if columns else []
    seconds = time.perf_counter() - started
    counting = before - nothing             # to look at the counters is a read, too
    return Found(columns, rows[:most], len(rows), len(rows) > MOST, seconds, reads(link) - before - counting)


def opened(link, text: str):
    """Let the server open a statement's tables, so that what it looks up for that is not counted as the statement's.

    MySQL reads its own dictionary when a table is first used.
    """
    read(link, f'EXPLAIN FORMAT=TRADITIONAL {text}')


def reads(link) -> int:
    """The sum of the connection's counters of rows read."""
    link.connection.cmd_query("SHOW SESSION STATUS LIKE 'Handler_read%'", buffered=True)
    return sum(int(value) for _, value in link.connection.get_rows()[0])
