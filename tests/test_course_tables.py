"""The pages of the tables, and their pictures: what is read from db/schema.sql is what each server says of itself."""

import dataclasses
import re

import pytest

from app.learn import picture, places, tables
from tests.conftest import connect
from tests.support.browser import Browser

TABLES = [name for name, table in tables.every().items() if not table.is_view]


@pytest.fixture
def asked(course):
    """asked('SELECT …') → the rows, for the owner of the course's tables."""
    places.make('learn')
    with connect(dataclasses.replace(course, db_name=places.name_of('learn'))) as connection:
        def run(text):
            with connection.cursor() as cursor:
                cursor.execute(text)
                return cursor.fetchall()
        yield run


def test_all_columns_are_those_of_the_server(asked):
    found = {(table, column, null == 'YES') for table, column, null in asked(
        'SELECT columns.table_name, columns.column_name, columns.is_nullable FROM information_schema.columns'
        ' JOIN information_schema.tables USING (table_schema, table_name)'
        " WHERE columns.table_schema = DATABASE() AND tables.table_type = 'BASE TABLE'")}

    assert {(name, column.name, column.is_null) for name in TABLES for column in tables.find(name).columns} == found


def test_all_keys_are_those_of_the_server(asked):
    found = {(table, columns, not free) for table, free, columns in asked(
        'SELECT table_name, MAX(non_unique), GROUP_CONCAT(column_name ORDER BY seq_in_index) FROM'
        ' information_schema.statistics WHERE table_schema = DATABASE() GROUP BY table_name, index_name')}
    ours = {(name, ','.join(key.columns), key.kind != 'KEY') for name in TABLES for key in tables.find(name).keys}

    assert ours == found


def test_all_constraints_and_triggers_are_those_of_the_server(asked):
    found = {(table, name, kind) for table, name, kind in asked(
        'SELECT table_name, constraint_name, constraint_type FROM information_schema.table_constraints'
        " WHERE constraint_schema = DATABASE() AND constraint_type IN ('FOREIGN KEY', 'CHECK')")}
    ours = {(name, each.name, 'FOREIGN KEY') for name in TABLES for each in tables.find(name).references}
    ours |= {(name, check, 'CHECK') for name in TABLES for check, _ in tables.find(name).checks}
    triggers = asked('SELECT event_object_table, trigger_name FROM information_schema.triggers'
                     ' WHERE trigger_schema = DATABASE()')

    assert ours == found
    assert sorted(triggers) == sorted((name, one.name) for name in TABLES for one in tables.find(name).triggers)


def test_the_picture_has_every_table_once_and_every_foreign_key():
    assert sorted([*picture.ALL, *picture.ALONE]) == sorted(TABLES)
    drawn = picture.all_tables(links=True)
    assert drawn.count('<polygon') == sum(len(tables.find(name).references) for name in TABLES)
    assert not [name for name in picture.ALONE if tables.find(name).references or tables.references_to(name)]


def test_the_picture_of_a_visit_shows_columns_that_are_there():
    for name, (_, columns) in picture.CORE.items():
        assert set(columns) <= {column.name for column in tables.find(name).columns}, name
        keys = {column for each in picture.arrows(picture.CORE) if each.table == name for column in each.columns}
        assert keys - {'usual_room_id'} <= set(columns), f'an arrow of {name} has no column'


def test_the_pictures_in_the_guide_are_todays():
    for name, drawn in (('tables', picture.all_tables(links=False)), ('core-tables', picture.core(links=False))):
        path = places.ROOT / 'docs' / f'{name}.svg'
        assert path.read_text() == drawn, f'python clinic.py erd > {path}'


@pytest.mark.parametrize('name', tables.every())
def test_each_table_has_a_page(course, name):
    page = Browser().get(f'/learn/tables/{name}')

    assert page.status == 200
    for column in tables.find(name).columns:
        assert column.name in page.text


def test_what_opens_an_account_is_not_shown(course):
    assert 'Its rows are secrets' in Browser().get('/learn/tables/sessions').text
    users = Browser().get('/learn/tables/users').text
    assert 'admin@example.com' in users and places.NOBODYS_HASH not in users


def test_a_page_of_the_tables_leads_to_its_statements_and_back(course):
    page = Browser().get('/learn/tables/claims').text

    assert 'href="/learn/queries/claims/list_wrong"' in page and 'href="/learn/tables/appointments"' in page
    assert 'Claim belongs to appointment' in page and 'staff_is_free' in page


def test_there_is_no_such_page_where_there_is_no_such_table_or_no_course(cast, course):
    assert Browser().get('/learn/tables/nothing').status == 404


def test_there_are_no_tables_where_the_course_is_off(cast):
    assert Browser().get('/learn/tables').status == 404


def test_the_overview_names_every_table_and_links_it(course):
    page = Browser().get('/learn/tables').text

    assert {*re.findall(r'href="/learn/tables/(\w+)"', page)} == set(tables.every())
