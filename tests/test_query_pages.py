"""The pages of the program's statements: each runs with its proposed values, and nothing stays changed."""

import dataclasses
import re
from html import unescape

import pytest

from app import config
from app.database.link import QUERIES
from app.learn import calls, costs, files, places, plans, tables, trying
from tests.conftest import connect
from tests.support.browser import Browser

SUBJECTS = list(files.by_subject())
DAY = '/learn/queries/appointments/list_day'
BOOKING = '/learn/queries/appointments/insert'


@pytest.fixture
def visitor(course):
    """Somebody who opens the course without an account."""
    return Browser()


@pytest.fixture
def owned(course):
    """owned('SELECT …') → the rows, for the owner of the course's tables."""
    places.make('learn')
    with connect(dataclasses.replace(course, db_name=places.name_of('learn'))) as connection:
        def run(text):
            with connection.cursor() as cursor:
                cursor.execute(text)
                return cursor.fetchall() if cursor.with_rows else []
        yield run


def words(page) -> str:
    """What a page's main part says, in one line."""
    main = page.text.partition('<main')[2].partition('</main>')[0]
    return ' '.join(unescape(re.sub(r'<[^>]+>', ' ', main)).split())


def cost(page, place) -> int:
    """The rows that the page says were read in a place ('with all keys')."""
    found = re.search(rf'{place}(?: \(here\))? ([\d,]+) [\d.]+', words(page))
    return int(found[1].replace(',', ''))


@pytest.mark.parametrize('subject', SUBJECTS)
def test_every_statement_has_a_page_that_runs_it(subject, visitor):
    page = visitor.get(f'/learn/queries/{subject}')
    assert page.status == 200

    for query in files.by_subject()[subject]:
        assert f'/learn/queries/{query.name}"' in page.text
        asked = visitor.get(f'/learn/queries/{query.name}')
        said = words(asked)

        assert (asked.status, query.asks in said, 'In the program:' in said) == (200, True, True), query.name
        if query.reads and all(name in query.tries for name in query.takes):
            assert 'The plan' in said and cost(asked, 'with all keys') >= 0, query.name
        if not query.reads:
            assert 'The answer' not in said and '>Try it</button>' in asked.text, query.name


@pytest.mark.parametrize('path, status', [
    ('/learn/queries/appointments/list_nothing', 404), ('/learn/queries/nobody', 404),
    ('/learn/queries/nobody/list_day', 404), ('/learn/queries/appointments/insert/try/more', 404),
    (f'{DAY}?day=tomorrow', 422), (f'{DAY}?on=production', 422), (f'{DAY}?on=race', 422), (f'{DAY}?day=', 200),
    (f'{DAY}?day=NULL', 200), (f'{DAY}?unknown=1', 200)])
def test_the_address_is_checked(path, status, visitor):
    assert visitor.get(path).status == status


def test_without_the_course_there_are_no_pages(cast):
    browser = Browser()
    paths = ('/learn', '/learn/queries', '/learn/queries/appointments', DAY, BOOKING)

    assert [browser.get(path).status for path in paths] == [404] * 5
    assert [browser.post(path).status for path in (f'{BOOKING}/try', '/learn/big')] == [404] * 2
    assert 'How it works' not in browser.get('/login').text


def test_every_page_leads_to_the_course(visitor):
    assert all('How it works: the SQL behind it' in visitor.get(path).text for path in ('/login', '/nowhere'))


def test_a_wrong_value_is_kept_with_a_sentence_beside_it(visitor):
    page = visitor.get('/learn/queries/availability/list_starts?day=30.11.2026&staff_id=1')

    assert page.status == 422
    assert 'Type a day, such as 2026-11-30, or NULL.' in words(page)
    fields = next(form for where, form in page.forms if where.endswith('list_starts'))
    proposed = files.find('availability/list_starts').tries
    assert (fields['day'], fields['staff_id'], fields['service_id']) == (
        '30.11.2026', '1', str(proposed['service_id']))


def test_the_rows_are_those_of_the_values(visitor):
    full, empty = visitor.get(DAY), visitor.get(f'{DAY}?day=1999-01-01')

    assert '28 rows.' in words(full) and 'Before the crown' in full.text
    assert 'No rows.' in words(empty)


def test_long_answers_show_fifty_rows_and_count_all(visitor):
    page = visitor.get('/learn/queries/availability/list_starts_of_days')
    count = int(re.search(r'(\d+) rows\. The first 50 are shown\.', words(page))[1])

    assert count > 50
    assert page.text.partition('id="answer"')[2].partition('id="plan"')[0].count('<tr>') == 51


def test_what_a_statement_costs_is_counted_and_the_same_each_time(visitor):
    pages = [visitor.get(f'{DAY}?on={on}') for on in ('learn', 'bare', 'learn')]
    costs_of = [(cost(page, 'with all keys'), cost(page, 'without keys')) for page in pages]

    assert len(set(costs_of)) == 1
    with_keys, without = costs_of[0]
    assert without > 2 * with_keys > 0
    assert f'With keys {with_keys:,}, without {without:,}' in words(pages[0])
    assert 'The answer without keys 28 rows.' in words(pages[1])


def test_a_page_costs_few_statements(visitor, monkeypatch):
    opened = []
    real = places.connected
    monkeypatch.setattr(places, 'connected', lambda *given: opened.append(given) or real(*given))
    visitor.get(DAY)

    assert opened == [('learn', 'lab'), ('bare', 'lab')]
    assert 'find_server_version' not in visitor.page.text        # the drawer tells the page's, not the course's own


def test_a_statement_that_takes_too_long_is_stopped_and_its_plan_stays(course, monkeypatch):
    query = files.find('appointments/list_day')
    slow = 'SELECT COUNT(*) FROM claims AS a, claims AS b, claims AS c WHERE a.at + b.at + c.at = 1'
    monkeypatch.setattr(costs, 'bound', lambda name, values: slow)
    answer = costs.answer(query, {}, 'learn', seconds=0.2)

    assert answer.problem == 'It took more than 0.2 seconds here, so the server stopped it.'
    assert answer.found is None and len(answer.steps) == 3


def test_a_statement_that_names_a_key_says_why_it_cannot_run_without_keys(visitor):
    page = visitor.get('/learn/queries/patients/list_doubles?on=bare')

    assert page.status == 200 and 'The statement names a key (FORCE INDEX)' in words(page)


@pytest.mark.parametrize('name, sentences', [
    ('rooms/find', ['rooms gives one row, found by a whole unique key before anything else is read. '
                    'The key is PRIMARY.']),
    ('appointments/list_day', ['appointments is read along a stretch of a key, from one value to another. '
                               'The key is appointments_by_time.',
                               'patients gives one row for each row so far, found by a whole unique key.',
                               'The rows are put aside and sorted: no key has them in this order.']),
])
def test_a_plan_is_read_aloud(name, sentences, visitor):
    said = words(visitor.get(f'/learn/queries/{name}'))

    assert [sentence for sentence in sentences if sentence not in said] == []


def row(**given):
    """A row of EXPLAIN, as both servers name its columns."""
    return {'id': 1, 'select_type': 'SIMPLE', 'table': 'visits', 'type': 'ALL', 'possible_keys': None, 'key': None,
            'key_len': None, 'ref': None, 'rows': 10, 'Extra': None, **given}


@pytest.mark.parametrize('given, words_of_it', [
    ({'type': 'ref', 'key': 'k'}, 'visits gives all rows with one value in a key. The key is k.'),
    ({'type': 'index', 'key': 'k', 'Extra': 'Using index'},
     'visits has a whole key read, from its beginning to its end. The key is k. The key has every column that is '
     'needed, so no row is fetched: the key covers the statement.'),
    ({'rows': 2000}, 'visits is read as a whole, row by row. That is much: could a condition lead to a key?'),
    ({'type': 'range', 'key': 'k', 'Extra': 'Using index condition; Using where'},
     'visits is read along a stretch of a key, from one value to another. The key is k. More of the condition is '
     'looked at in the key, before the row is fetched. What does not fit the rest of the condition is dropped after '
     'it was read.'),
    ({'table': None, 'type': None, 'rows': None, 'Extra': 'Impossible WHERE'},
     'The condition can never be true, so nothing is read.'),
    ({'table': '<derived2>', 'select_type': 'PRIMARY'}, 'What a subquery gave is read as a whole, row by row.'),
    ({'select_type': 'MATERIALIZED'},
     'visits is read as a whole, row by row. This belongs to a subquery, run once and put aside.'),
    ({'Extra': 'Using temporary; Using filesort'},
     'visits is read as a whole, row by row. The rows are put aside and sorted: no key has them in this order. The '
     'rows are put aside in a table for the moment.'),
    ({'type': 'ref|filter', 'key': 'k|f', 'rows': '3 (1%)', 'Extra': 'Using rowid filter'},
     'visits gives all rows with one value in a key. The key is k. A second key says first which rows are worth '
     'fetching. That key is f.'),
])
def test_each_kind_of_step_has_its_sentence(given, words_of_it):
    columns = list(row())
    step, = plans.steps(columns, [tuple(row(**given).values())])

    assert ' '.join(step.sentences) == words_of_it


def test_all_that_the_servers_say_of_our_statements_is_known(course):
    """Whatever EXPLAIN says of a file's tables has a sentence; what reads the server's own dictionary may have none."""
    unknown = set()
    for query in filter(lambda each: each.reads and each.subject not in ('schema', 'course'), map(
            files.find, files.names())):
        if any(name not in query.tries for name in query.takes):
            continue
        answer = costs.answer(query, query.tries, 'learn')
        for step, line in zip(answer.steps, answer.plan.rows, strict=True):
            said = dict(zip(map(str.lower, answer.plan.columns), line, strict=True))
            if not step.sentences:
                unknown.add((query.name, said['type'], said['extra']))
    assert unknown == set()


def test_a_booking_is_tried_and_taken_back(visitor, owned):
    before = owned('SELECT * FROM appointments ORDER BY 1'), owned('SELECT * FROM claims ORDER BY 1, 2')
    visitor.get(BOOKING)
    page = visitor.submit(f'{BOOKING}/try')

    assert page.status == 200 and 'The server counts 1 row . This is different: appointments After:' in words(page)
    assert 'href="/learn/tables/claims"' in page.text and 'ROLLBACK' in page.text
    assert (owned('SELECT * FROM appointments ORDER BY 1'), owned('SELECT * FROM claims ORDER BY 1, 2')) == before


def test_a_booking_of_a_taken_time_is_refused_by_name(visitor, owned):
    (visit,) = owned("SELECT staff_id, patient_id, starts_at, ends_at FROM appointments WHERE status = 'booked' "
                     'AND room_id IS NOT NULL LIMIT 1')
    visitor.get(BOOKING)
    page = visitor.submit(f'{BOOKING}/try', staff_id=str(visit[0]), starts_at=str(visit[2]), ends_at=str(visit[3]))

    assert page.status == 200 and 'The server refused it.' in words(page)
    assert re.search(r"ERROR 1062: Duplicate entry .*staff_is_free", words(page))


def test_a_wrong_value_is_not_tried(visitor):
    visitor.get(BOOKING)
    page = visitor.submit(f'{BOOKING}/try', starts_at='soon')

    assert page.status == 422 and 'Type a moment, such as 2026-11-30 09:00, or NULL.' in words(page)
    assert 'What it did' not in page.text
    assert next(form for where, form in page.forms if where == f'{BOOKING}/try')['starts_at'] == 'soon'


def test_a_try_needs_our_own_form_and_changes_nothing_by_get(visitor):
    assert visitor.post(f'{BOOKING}/try').status == 403
    assert (visitor.get(f'{BOOKING}/try').status, visitor.page.path) == (200, BOOKING)


def test_a_reading_statement_is_not_tried(visitor):
    visitor.get(BOOKING)
    assert visitor.post(f'{DAY}/try').status == 404


def test_a_lock_says_which_rows_it_holds(visitor):
    page = visitor.get('/learn/queries/patients/lock_with_staff')
    assert 'This statement locks rows.' in words(page)

    said = words(visitor.submit('/learn/queries/patients/lock_with_staff/try'))
    assert re.search(r'It gives \d+ rows?, and holds (it|them) until the transaction ends', said)


def test_statements_with_all_their_values_can_all_be_tried(course, owned):
    """Each file that writes or locks runs as it is, and the course's clinic is as before."""
    counts = {name: owned(f'SELECT COUNT(*) FROM {name}') for name, one in tables.every().items() if not one.is_view}
    for query in map(files.find, files.names()):
        if not query.reads and all(name in query.tries for name in query.takes):
            tried = trying.run(query, query.tries)
            assert isinstance(tried.count, int) and not tried.said.startswith('1064'), query.name
    assert {name: owned(f'SELECT COUNT(*) FROM {name}') for name in counts} == counts


def test_the_large_clinic_says_that_it_is_made_first(visitor, monkeypatch):
    made = []
    monkeypatch.setattr(places, 'is_made', lambda place: bool(made))
    monkeypatch.setattr(places, 'make', made.append)
    page = visitor.get(f'{DAY}?day=2026-12-01&on=big')
    assert page.status == 422 and 'The clinic with 100,000 visits is not there yet.' in words(page)

    answer = visitor.submit('/learn/big', follow=False)
    assert made == ['big']
    assert answer.headers['location'] == f'{DAY}?day=2026-12-01&on=big&done=big_made'


def test_where_it_is_called_is_read_from_the_program():
    where = calls.places()
    assert set(files.names()) <= set(where)

    file, _, line = where['appointments/insert'][-1].rpartition(':')
    assert "'appointments/insert'" in (QUERIES.parents[1] / file).read_text().splitlines()[int(line) - 1]


def test_one_can_go_on_with_the_statement_as_ones_own(visitor):
    page = visitor.get(DAY)
    link = unescape(re.search(r'href="(/learn/sql[^"]+on=learn)"', page.text)[1])

    assert '28 rows.' in words(visitor.get(link))


def test_the_start_shows_a_first_answer_and_where_to_begin(visitor):
    page = visitor.get('/learn')
    said = words(page)

    assert page.status == 200 and 'SELECT rooms.name' in said and "Children's room" in said
    assert all(door in said for door in ('I am new to SQL', 'I know SELECT', 'I know SQL, show me the concurrency'))
    assert all(f'/learn/queries/{subject}"' in page.text for subject in SUBJECTS)
    links = set(re.findall(r'href="(/learn/queries/\w+/\w+)"', page.text))
    assert len(links) == 8 and all(visitor.get(link).status == 200 for link in links)


@pytest.fixture
def small(course):
    """A clinic `little` whose account may do nothing beside it: a cursor of the server's administrator."""
    with connect(course) as connection, connection.cursor() as cursor:
        cursor.execute('CREATE DATABASE little')
        cursor.execute("CREATE USER small@localhost IDENTIFIED BY 'a password of the tests'")
        cursor.execute('GRANT ALL ON little.* TO small@localhost')
        config.use(dataclasses.replace(course, db_name='little', db_user='small',
                                       db_password='a password of the tests'))
        yield cursor
        config.use(course)
        for database in ('little_learn', 'little'):
            cursor.execute(f'DROP DATABASE IF EXISTS {database}')
        for user in ('small', 'learner_of_little', 'lab_of_little'):
            cursor.execute(f'DROP USER IF EXISTS {user}@localhost')


def test_an_account_that_may_not_make_databases_is_told_what_to_grant(small):
    """The statements on the page are enough: with them the account makes the course's databases."""
    visitor = Browser()
    page = visitor.get('/learn')
    statements = [unescape(line) for line in re.findall(r'GRANT .+;', page.text)]

    assert page.status == 503 and len(statements) == 2
    assert "`little\\_%`.* TO 'small'@'localhost'" in statements[0]
    assert [visitor.get(path).status for path in (DAY, '/learn/tables/rooms', '/learn/sql?q=SELECT+1')] == [503] * 3
    for statement in statements:
        small.execute(statement)
    opened = visitor.get('/learn')
    assert opened.status == 200, words(opened)
    assert visitor.get('/learn/queries/services/list_bookable').status == 200
