"""Under Try: each file of db/queries has values with which it finds or changes something in the course's clinic."""

import pytest
from mysql.connector import Error

from app.database.link import bound
from app.learn import files, places, tables

# What cannot find anything there, and why.
EMPTY = {
    'claims/list_wrong': 'the triggers leave nothing wrong',
    'breaks/copy_from': 'the second of three steps: the first has just written what it copies to',
    'schema/list_others': 'nobody else uses this database',
    'appointments/list_who_could_take_each': 'whoever could help is away, or taken',
}
READS, WRITES = (tuple(name for name in files.names() if files.find(name).reads is reads) for reads in (True, False))


@pytest.fixture
def lab(course):
    with places.connected('learn', 'lab') as link:
        link.command('START TRANSACTION')
        yield link
        link.command('ROLLBACK')


def run(link, name):
    query = files.find(name)
    return link.connection.cmd_query(bound(name, query.tries).encode(), buffered=True)


@pytest.mark.parametrize('name', files.names())
def test_a_file_proposes_a_value_for_each_parameter(name):
    query = files.find(name)

    assert '\n-- Try:     ' in query.text
    assert set(query.tries) == set(query.takes)


@pytest.mark.parametrize('name', READS)
def test_what_reads_finds_something(lab, name):
    run(lab, name)
    rows = lab.connection.get_rows()[0]

    assert bool(rows) != (name in EMPTY)


@pytest.mark.parametrize('name', WRITES)
def test_what_writes_or_locks_has_something_to_do(lab, name):
    try:
        answer = run(lab, name)
    except Error as error:
        pytest.fail(f'{error.errno}: {error.msg}')
    count = len(lab.connection.get_rows()[0]) if 'columns' in answer else answer['affected_rows']

    assert bool(count) != (name in EMPTY)


def test_trying_them_all_leaves_no_trace(course):
    """The writes above were rolled back: every table has the rows that it had when the place was made."""
    with places.connected('learn', 'lab') as link:
        counts = {table: len(tables.rows_of(link, table)[1]) for table in ('sessions', 'notifications', 'appointments')}
        link.command('START TRANSACTION')
        for name in ('sessions/delete_expired', 'notifications/drop_held', 'appointments/insert'):
            run(link, name)
        link.command('ROLLBACK')
        again = {table: len(tables.rows_of(link, table)[1]) for table in counts}

    assert again == counts
