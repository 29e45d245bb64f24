"""The tables of the clinic: a picture of them all, and a page for each."""

from app.learn import picture, places, tables
from app.web.app import app, needs, page


@app.get('/learn/tables')
@needs('anyone', learning=True)
def show_all():
    """The tables as pictures and as a list."""
    return page('learn/tables.tpl', core=picture.core(links=True), all_tables=picture.all_tables(links=True),
                sections=tables.sections(), sentence=tables.sentence)


@app.get('/learn/tables/<table:re:[a-z_]+>')
@needs('anyone', learning=True)
def show(table):
    """A table: its columns, keys and constraints, five of its rows, and which statements read it."""
    found = tables.find(table)
    with places.connected('learn') as link:
        columns, rows = tables.first_rows(link, table)
    queries, views = tables.readers(table)
    return page('learn/table.tpl', table=found, sentence=tables.sentence, row_columns=columns, rows=rows,
                references_here=tables.references_to(table), queries=queries, views=views,
                all_columns=tables.columns_to_read(table) == ('*',))
