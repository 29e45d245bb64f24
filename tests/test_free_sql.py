"""A statement that somebody typed: what each layer below the words (test_free_sql_words.py) does by itself.

The two servers differ in places; where two expectations stand beside each other, the first is MariaDB's.
"""

import re
from urllib.parse import urlencode

import pytest

from app import errors
from app.learn import errors_in_words, examples, free, places, reading, watchdog
from tests.support.browser import Browser
from tests.support.moments import in_thread
from tests.support.processes import wait_until

# Which columns of which tables nobody reads here; a new one is to be decided. None: the whole table.
SECRET = {
    'users': {'password_hash'}, 'notifications': {'payload'}, 'sessions': None, 'second_factors': None,
    'recovery_codes': None, 'sign_in_attempts': None, 'password_resets': None, 'address_links': None,
    'links_mailed': None,
}
# Names that sound like a secret, of columns that are none.
NO_SECRET = {
    ('appointments', 'request_key'),        # makes a second click harmless; the visit it made is known by then
    ('import_visits', 'request_key'), ('notifications', 'dedupe_key'),
    ('settings', 'second_factor_for'), ('settings', 'keep_sign_ins_days'), ('last_retention', 'sign_ins'),
    ('notifications', 'last_code'),         # what the mail server answered
}
SOUNDS_SECRET = re.compile('hash|token|secret|passw|key|seal|code|factor|payload|sign_in|step')


@pytest.fixture
def which(course):
    """which(mariadb, mysql) → what is true of the server that the tests run on."""
    with places.connected('learn') as link:
        is_mariadb = reading.is_mariadb(link)
    return lambda mariadb, mysql: mariadb if is_mariadb else mysql


@pytest.fixture
def hurried(course, monkeypatch):
    """The server's limit of time and the second connection's patience, shortened."""
    def hurry(server=0.3, watch=1.0):
        monkeypatch.setitem(free.MARIADB, 'max_statement_time', server)
        monkeypatch.setitem(free.MYSQL, 'max_execution_time', int(server * 1000))
        monkeypatch.setattr(watchdog, 'SECONDS', watch)
    return hurry


def past_the_words(text, on='learn'):
    """Run a text as it is, past the words that refuse it: its first rows, or the error's number."""
    try:
        with free.connected(on) as link:
            return free._run(link, text, on, free.PAGE).rows[:1]
    except errors_in_words.Failed as failed:
        return failed.number


STOPPED_BY_SERVER = (1969, 3024)
OUTCOMES = [
    # section 5.4 of the course's specification: what each does where only the layers below the words are left
    ('SELECT * FROM rooms WHERE room_id = 1 LOCK IN SHARE MODE', [(1, 'Room 1', 1)], [(1, 'Room 1', 1)]),
    ('SELECT * FROM rooms WHERE room_id = 1 FOR SHARE', 1064, [(1, 'Room 1', 1)]),
    ('SELECT * FROM rooms FOR UPDATE', 1792, 1142),
    ("SELECT GET_LOCK('x', 10)", [(1,)], [(1,)]),
    ('SELECT password_hash FROM users', 1143, 1143),
    ('TABLE users', 1064, 1142),
    ('SELECT * FROM users', 1142, 1142),
    ('SELECT 1 FROM users WHERE password_hash IS NULL', 1143, 1143),
    ('SELECT COUNT(*) FROM users GROUP BY password_hash', 1143, 1143),
    ('SELECT payload FROM notifications', 1143, 1143),
    ('SELECT 1 FROM sessions', 1142, 1142),
    ('COMMIT', [], []),
    ("SELECT name FROM rooms INTO OUTFILE '/tmp/rooms'", 1227, 1227),
    ("SELECT LOAD_FILE('/etc/passwd')", [(None,)], [(None,)]),
    ('SELECT user FROM mysql.user', 1142, 1142),
    ('INSERT INTO rooms (name) VALUES (1)', 1142, 1142),
    ('UPDATE rooms SET is_active = 0', 1142, 1142),
    ('DELETE FROM rooms', 1142, 1142),
    ('TRUNCATE rooms', 1142, 1142),
    ('DROP TABLE rooms', 1142, 1142),
    ('CREATE TEMPORARY TABLE x (a INT)', 1792, 1792),
    ('CREATE TABLE x (a INT)', 1142, 1142),
    ('CREATE VIEW x AS SELECT 1', 1142, 1142),
    ('CREATE PROCEDURE x() SELECT 1', 1044, 1044),
    ('KILL 1', 1094, 1094),
    ('CALL sys.version_major()', 1370, 1370),
    ('EXPLAIN ANALYZE DELETE FROM rooms', 1064, 1142),
    ('ANALYZE DELETE FROM rooms', 1142, 1064),
    ('EXPLAIN DELETE FROM rooms', 1142, 1142),
    ('SELECT 1; DELETE FROM rooms', 1064, 1064),
    ('WITH a AS (SELECT 1) DELETE FROM rooms', 1064, 1142),
    # and more of the kind
    ('SELECT * FROM performance_schema.threads', 1142, 1142),
    ('SELECT * FROM sys.processlist', 1142, 1142),
    ('SHOW ENGINE INNODB STATUS', 1227, 1227),
    ('SET GLOBAL max_connections = 1', 1227, 1227),
    ('LOCK TABLES rooms READ', 1044, 1044),
    ('FLUSH TABLES', 1227, 1227),
    ("GRANT SELECT ON rooms TO 'x'@'localhost'", 1142, 1142),
    ('SHUTDOWN', 1227, 1227),
    ('SELECT SUM(a.minute * RAND()) FROM spans AS a JOIN spans AS b JOIN spans AS c', 1104, 3024),
    ("SELECT REPEAT('a', 999) RLIKE '(a+)+b'", [(0,)], 3699),
]


@pytest.mark.parametrize('text, mariadb, mysql', OUTCOMES)
def test_what_a_server_does_with_what_the_words_refuse(hurried, which, text, mariadb, mysql):
    hurried()

    assert past_the_words(text) == which(mariadb, mysql)


@pytest.mark.parametrize('text', [text for text, _, _ in OUTCOMES])
def test_none_of_it_is_run_as_it_is_typed(hurried, text):
    hurried()
    with pytest.raises(errors.Refused) as refused:
        free.ask(text)
        raise errors.Refused('it ran')

    assert str(refused.value) != 'it ran' or text.startswith(('SELECT REPEAT', 'TABLE'))


# ---- nothing of the clinic

def test_no_table_of_the_clinic_can_be_named(course, shell):
    tables = [name for (name,) in shell('SELECT table_name FROM information_schema.tables'
                                        ' WHERE table_schema = DATABASE()')]
    assert len(tables) > 40
    for table in tables:
        assert past_the_words(f'SELECT 1 FROM {course.db_name}.{table}') == 1142


def test_another_database_is_refused_with_a_sentence(course):
    for text in (f'SELECT * FROM {course.db_name}.rooms', f'SELECT * FROM `{places.name_of("world_1")}`.`patients`'):
        with pytest.raises(errors.Refused, match='is another database'):
            free.ask(text)


def test_what_the_servers_list_of_tables_shows_is_the_courses_alone(course):
    found = free.ask('SELECT DISTINCT table_schema FROM information_schema.tables')

    ours = {places.name_of(place) for place in places.PLACES}
    assert {name.lower() for (name,) in found.rows} <= ours | {'information_schema', 'performance_schema'}


def test_a_lock_by_name_is_gone_with_its_connection(course, shell):
    assert past_the_words("SELECT GET_LOCK('clinic: a test', 10)") == [(1,)]

    wait_until(lambda: shell("SELECT IS_FREE_LOCK('clinic: a test')") == [(1,)])


def test_locked_rows_are_free_again_after_it(course, shell):
    past_the_words('SELECT * FROM rooms LOCK IN SHARE MODE')
    shell('SET innodb_lock_wait_timeout = 5')

    shell(f'SELECT room_id FROM {places.name_of("learn")}.rooms FOR UPDATE')


def test_the_course_cannot_end_the_clinics_connections(course, shell):
    (number,), = shell('SELECT CONNECTION_ID()')

    assert past_the_words(f'KILL {number}') in (1094, 1095)
    assert shell('SELECT 1') == [(1,)]


def test_every_statement_has_a_connection_of_its_own(course):
    assert free.ask('SELECT CONNECTION_ID()').rows != free.ask('SELECT CONNECTION_ID()').rows


def test_a_transaction_that_was_ended_does_not_let_the_next_statement_write(course):
    assert past_the_words('COMMIT') == []
    assert past_the_words('CREATE TEMPORARY TABLE x (a INT)') == 1792


# ---- rights

def columns(shell, place):
    """All columns of a place, of tables and views: {(table, column)}."""
    return set(shell('SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = %s',
                     places.name_of(place)))


@pytest.mark.parametrize('place', ['learn', 'bare', 'world_1'])
def test_all_columns_are_open_but_those_that_are_secret(course, shell, place):
    places.make(place)
    with places.connected(place) as link:
        found = {(row['table_name'], row['column_name']) for row in link.rows('course/list_names')}
    secret = {(table, column) for table, column in columns(shell, place)
              if table in SECRET and column in (SECRET[table] or {column})}

    assert columns(shell, place) - found == secret
    assert {table for table, _ in secret} == set(SECRET)


def test_a_column_that_sounds_like_a_secret_is_one_or_was_looked_at(course, shell):
    places.make('learn')
    sounding = {(table, column) for table, column in columns(shell, 'learn') if SOUNDS_SECRET.search(column)}
    open_ones = {(table, column) for table, column in sounding
                 if not (table in SECRET and column in (SECRET[table] or {column}))}

    assert open_ones == NO_SECRET


def test_every_view_can_be_read_and_its_plan_shown(course, shell):
    places.make('learn')
    views = shell('SELECT table_name FROM information_schema.views WHERE table_schema = %s', places.name_of('learn'))
    assert len(views) == 12
    for (view,) in views:
        assert free.plan(f'SELECT * FROM {view}').rows
        assert isinstance(past_the_words(f'SELECT * FROM {view} LIMIT 0'), list) or view.startswith(
            ('starts', 'offered', 'free'))
        assert free.ask(f'SHOW CREATE VIEW {view}').rows


def test_the_account_may_hold_few_connections_and_ask_only_so_much(course, shell):
    places.make('learn')
    found = shell("SELECT max_user_connections, max_questions FROM mysql.user WHERE user LIKE 'learner%'")

    assert found == [(4, 20000)]


# ---- limits

@pytest.mark.parametrize('text', ['SELECT COUNT(*) FROM spans AS a JOIN (SELECT * FROM spans LIMIT 100) AS b'
                                  ' ON a.minute * b.length > RAND() * 9', 'SELECT SLEEP(30) FROM rooms'])
def test_the_server_stops_what_takes_too_long(hurried, which, text):
    hurried(server=0.2, watch=60)
    with pytest.raises(errors_in_words.Failed, match='more than 2 seconds') as failed:
        free.ask(text)

    assert failed.value.number == which(*STOPPED_BY_SERVER)


@pytest.mark.parametrize('mariadb, mysql', [
    ('SET STATEMENT max_statement_time = 0 FOR SELECT SLEEP(30) FROM rooms',
     'SELECT /*+ SET_VAR(max_execution_time = 0) */ SLEEP(30) FROM rooms'),
    ('SET STATEMENT max_statement_time = 0 FOR SHOW TABLES WHERE SLEEP(30)', 'SHOW TABLES WHERE SLEEP(30)'),
])
def test_the_second_connection_stops_what_the_server_does_not(hurried, which, mariadb, mysql):
    hurried(watch=0.2)

    assert past_the_words(which(mariadb, mysql)) == 1317


def test_nobody_stops_a_statement_that_has_ended(course, monkeypatch):
    stopped = []
    monkeypatch.setattr(watchdog, 'SECONDS', 0.2)
    monkeypatch.setattr(watchdog.Watch, 'stop', stopped.append)
    with places.connected('learn') as link:
        with watchdog.watching(link, 'learn') as watch:
            assert not watch.is_over.is_set()

        assert watch.is_over.wait(0.5) and not stopped


def test_rows_are_counted_to_a_thousand_and_two_hundred_are_kept(course):
    found = free.ask('SELECT appointment_id FROM appointments')
    many = free.ask('SELECT day FROM calendar')

    assert len(found.rows) == 200 and 200 < found.total < 1000 and not found.is_cut and found.read >= found.total
    assert len(many.rows) == 200 and many.total == reading.MOST + 1 and many.is_cut


def test_a_limit_of_ones_own_brings_no_more_rows(course):
    found = free.ask('SELECT day FROM calendar LIMIT 20000')

    assert len(found.rows) == 200 and found.is_cut and found.read is None
    assert free.ask('SELECT 1').rows == [(1,)]


def test_an_answer_is_cut_at_64_kilobytes_and_a_value_at_200_characters(course):
    found = free.ask("SELECT REPEAT('x', 1000) FROM spans LIMIT 150")

    assert 60 < len(found.rows) < 66 and found.total == 150
    assert set(found.rows) == {('x' * 200 + '…',)}


def test_whoever_checks_an_answer_gets_all_of_it(course):
    with free.connected('learn') as link:
        found = free.ask('SELECT appointments.*, REPEAT(\'x\', 300) AS more FROM appointments',
    'learn', free.WHOLE, link)

    assert len(found.rows) == found.total > 200 and {row[-1] for row in found.rows} == {'x' * 300}


def test_combinations_of_rows_are_limited_before_it_begins(hurried, which):
    """MySQL counts the rows of tables that it joins through memory once, so there it is often the time that ends it."""
    hurried()
    text = 'SELECT a.minute FROM spans AS a JOIN spans AS b ORDER BY a.minute * b.minute'

    assert past_the_words(text) == which(1104, 3024)


def test_memory_for_one_statement_is_limited(course, which):
    asked = ('@@tmp_table_size, @@max_heap_table_size, @@sort_buffer_size, @@join_buffer_size, @@group_concat_max_len, '
             '@@sql_big_selects, @@max_join_size')
    more = which(', @@max_session_mem_used, @@tmp_disk_table_size', '')

    assert past_the_words(f'SELECT {asked}{more}') == [(
        2 ** 24, 2 ** 24, 2 ** 20, 2 ** 18, 4096, 0, 5_000_000, *which((2 ** 26, 2 ** 26), ()))]


def test_an_endless_recursion_ends(hurried, which):
    text = 'WITH RECURSIVE n AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM n) SELECT COUNT(*) FROM n'

    assert past_the_words(text) == which([(1001,)], 3636)


def test_it_is_always_the_courses_moment(course):
    assert str(free.ask('SELECT NOW()').rows[0][0]) == '2026-11-30 10:00:00'


def test_two_run_at_once_and_who_comes_third_is_told_to_come_back(course):
    with free.seat(), free.seat():
        page = Browser().get('/learn/sql?q=SELECT+1')
        assert page.status == 503 and 'Others are trying statements' in page.text and 'SELECT 1' in page.text
        assert page.headers['retry-after'] == '3'

    assert Browser().get('/learn/sql?q=SELECT+1').status == 200


def test_a_place_is_free_again_whatever_becomes_of_a_statement(hurried):
    hurried(server=0.1)
    for text in ('SELECT 1', 'DELETE FROM rooms', 'SELECT nothing', 'SELECT SLEEP(9) FROM rooms',
    'SELECT day FROM calendar LIMIT 9999'):
        try:
            free.ask(text)
        except errors.Refused:
            pass

    assert free._seats.free._value == free.AT_ONCE


def test_the_account_holds_no_more_than_four_connections(course):
    places.make('learn')
    held = [places.connected('learn') for _ in range(4)]
    for each in held:
        each.__enter__()
    try:
        with pytest.raises(errors.Refused, match='Too many statements') as refused:
            free.ask('SELECT 1')
        assert refused.value.status == 503
    finally:
        for each in held:
            each.__exit__(None, None, None)


def test_no_connection_is_left_behind(hurried, shell):
    hurried(server=0.1, watch=0.2)
    for text in ('SELECT 1', 'SELECT nothing', 'SELECT SLEEP(9) FROM rooms', 'SELECT day FROM calendar LIMIT 9999',
    'COMMIT'):
        past_the_words(text)

    wait_until(lambda: not shell("SELECT id FROM information_schema.processlist WHERE user LIKE 'learner%'"))


def test_a_connection_that_is_lost_is_told_as_what_took_too_long(course, monkeypatch, shell):
    monkeypatch.setattr(watchdog, 'SECONDS', 60)
    thread, found = in_thread(lambda: past_the_words_refused('SELECT SLEEP(60) FROM rooms'))
    sleeping = "SELECT id FROM information_schema.processlist WHERE info LIKE 'SELECT SLEEP(60)%'"
    wait_until(lambda: shell(sleeping) or not thread.is_alive())
    for (number,) in shell(sleeping):
        shell(f'KILL {number}')
    thread.join()

    assert found[0].status == 503


def past_the_words_refused(text):
    with pytest.raises(errors.Refused) as refused:
        past_the_words(text)
        raise AssertionError
    return refused.value


# ---- errors in words

SAID = [
    ('SELECT nam FROM rooms', 'There is no column nam. Did you mean name?'),
    ('SELECT r.name FROM rooms', 'r is no name of a table in this statement'),
    ('SELECT rooms.name FROM rooms AS r', 'goes by that name alone'),
    ('SELECT full_name FROM appointments', 'is a JOIN missing?'),
    ('SELECT * FROM roms', 'no table roms that you may read. Did you mean rooms?'),
    ('SELECT * FROM sessions', 'no table sessions that you may read'),
    ('SELECT * FROM users', '* means all columns of users. Name those that you want: user_id, email'),
    ('SELECT password_hash FROM users', 'no hashes of passwords'),
    ('SELECT patient_id FROM appointments JOIN patients ON appointments.patient_id = patients.patient_id',
     'appointments.patient_id, or join with USING (patient_id)'),
    ('SELECT day, starts_at, COUNT(*) FROM appointments GROUP BY day', 'Add it to GROUP BY'),
    ('SELECT day, COUNT(*) FROM appointments', 'Add GROUP BY'),
    ('SELECT name FROM rooms WHERE COUNT(*) > 1', 'goes into HAVING'),
    ('SELECT name FROM rooms WHERE room_id = (SELECT room_id FROM appointments)', 'Use IN instead of ='),
    ('SELECT name FROM rooms WHERE room_id = (SELECT room_id, name FROM rooms)', 'several columns'),
    ('SELECT name, FROM rooms', 'Before FROM stands a comma too many.'),
    ('SELECT name FROM rooms WHERE', 'ends too early'),
    ('SELECT name FROM rooms ORDER BY name WHERE room_id = 1', 'cannot read on at WHERE'),
    ('SELECT name FROM rooms rooms rooms', 'cannot read on at “rooms'),
    ('SELECT 1 UNION SELECT 1, 2', 'two sides of UNION'),
    ('SELECT * FROM (SELECT 1)', 'needs a name'),
    ('SELECT * FROM (SELECT 1 AS a, 2 AS a) AS b', 'same name'),
    ('SELECT * FROM rooms JOIN rooms', 'twice under one name'),
    ('SELECT SUBSTRING(name) FROM rooms', 'cannot read on'),
    ('SELECT LPAD(name, 9, 1, 1) FROM rooms', 'too few values, or too many'),
    ('SELECT name FROM rooms WHERE room_id IN (SELECT room_id FROM rooms LIMIT 1)', 'join the subquery'),
]


@pytest.mark.parametrize('text, sentence', SAID)
def test_an_error_is_told_in_words_beside_the_servers_own(course, text, sentence):
    with pytest.raises(errors_in_words.Failed) as failed:
        free.ask(text)

    assert sentence in str(failed.value)
    assert failed.value.number > 1000 and failed.value.said


def test_an_error_that_we_have_no_words_for_leaves_the_servers(course):
    assert errors_in_words.sentence(9999, 'whatever') == 'The server refuses this statement. Its words say why.'


def test_all_sentences_end_as_sentences_do():
    assert [text for text in errors_in_words.SENTENCES.values() if not text.endswith(('.', '?'))] == []


# ---- the page

def opened(text, **more):
    return Browser().get('/learn/sql?' + urlencode({'q': text, **more}))


def test_the_page_shows_rows_and_keeps_what_was_typed(course):
    page = opened('SELECT name, room_id FROM rooms WHERE name < \'<b>\' OR 1')

    assert page.status == 200 and 'Room 1' in page.text and '6 rows.' in page.text
    assert 'WHERE name &lt; &#039;&lt;b&gt;&#039; OR 1</textarea>' in page.text


def test_the_page_shows_an_error_beside_the_field(course):
    page = opened('SELECT nam FROM rooms')

    assert page.status == 422 and 'id="q-error">There is no column nam.' in page.text and 'ERROR 1054' in page.text
    assert 'SELECT nam FROM rooms</textarea>' in page.text


def test_the_page_shows_a_plan(course):
    page = opened('SELECT * FROM free_starts WHERE day = \'2026-12-01\'', show='plan')

    assert page.status == 200 and 'The plan' in page.text and '<th scope="col" class="">type</th>' in page.text
    assert opened('SHOW TABLES', show='plan').status == 422


@pytest.mark.parametrize('query, sentence', [
    ('q=SELECT+1&on=nowhere', 'Choose one of these three.'), ('q=', 'Type a statement first'),
    ('q=SELECT+1&on=big', 'is not there yet')])
def test_what_cannot_be_asked_is_refused_with_a_sentence(course, monkeypatch, query, sentence):
    monkeypatch.setattr(places, 'is_made', lambda place: place != 'big')
    page = Browser().get(f'/learn/sql?{query}')

    assert page.status == 422 and sentence in page.text


def test_the_same_statement_can_be_asked_without_keys(course):
    text = 'SELECT * FROM appointments WHERE patient_id = 5'
    read = {place: free.ask(text, place).read for place in ('learn', 'bare')}

    assert opened(text, on='bare').status == 200 and read['learn'] < read['bare']


def test_the_page_begins_with_examples_and_leads_to_tables(course):
    page = Browser().get('/learn/sql')

    assert page.status == 200 and 'href="/learn/tables/appointments"' in page.text
    links = re.findall(r'href="(/learn/sql\?q=[^"]+)"', page.text)
    assert len(links) == len(examples.every()) == 5
    for link in links:
        found = Browser().get(link.replace('&amp;', '&'))
        assert found.status == 200 and re.search(r'[1-9]\d* rows', found.text), link


def test_values_of_all_kinds_can_be_shown(course):
    page = opened("SELECT NULL, x'00ff', TIME'26:30:00', -1.50, 1e3, DATE'2026-11-30', CAST('01:00' AS TIME), '<i>', "
                  "'a\nb', TRUE, 18446744073709551615, _latin1 0xE9")

    assert page.status == 200
    for text in ('NULL', 'x&#039;00ff&#039;', '26:30:00', '-1.50', '1000.0', '2026-11-30', '&lt;i&gt;',
                 '18446744073709551615'):
        assert text in page.text, text


def test_there_is_no_such_page_where_the_course_is_off(cast):
    assert Browser().get('/learn/sql?q=SELECT+1').status == 404
