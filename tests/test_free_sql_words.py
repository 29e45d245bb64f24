"""What is refused of a typed statement before a server sees it, and with which sentence; and what is let through."""

import re

import pytest

from app.learn import examples, files, words
from app.learn.tokens import tokens
from tests.support.queries import FILES, sample, text

# What the files of db/queries do and a typed statement may not: locks by name, the server's own settings and accounts.
NOT_TYPED = {'imports/find_turn', 'schema/lock', 'reports/find_upkeep', 'schema/find_server', 'schema/list_others',
             'schema/list_rights', 'schema/list_table_rights'}

LET_THROUGH = [
    'SELECT 1', 'select name from rooms', '(SELECT 1) UNION (SELECT 2)', '((SELECT 1))', 'SELECT 1;',
    ' SELECT 1 ;\n;\t',
    'SELECT 1 -- a note; and more\n;', 'SELECT 1 # FOR UPDATE', 'SELECT 1 /* FOR UPDATE */', '-- a question\nSELECT 1',
    "SELECT 'FOR UPDATE; GET_LOCK(', \"INTO\", 'it''s', 'it\\'s', '/*! */', '--'", 'SELECT `name` FROM `rooms`',
    'SELECT 1--1', "SELECT 'Zoë – “so”'", 'SELECT COUNT (*) FROM rooms', 'SELECT @@version, @@global.time_zone',
    "SELECT ''", "SELECT x'00ff', b'1', _utf8mb4'a', N'a', 0x00FF, 1e5, .5, 1.", 'SELECT 1\r\nFROM rooms\r\n',
    'WITH days (day) AS (SELECT 1), more AS (SELECT 2) SELECT * FROM days, more', 'TABLE rooms',
    'VALUES ROW(1), ROW(2)',
    'WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 9) SELECT i FROM n',
    'SELECT a.i FROM (SELECT 1) AS a (i)',
    'SELECT ROW_NUMBER() OVER (PARTITION BY day ORDER BY starts_at) FROM appointments',
    'SELECT COUNT(*) OVER w FROM rooms WINDOW w AS (ORDER BY name)',
    "SELECT GROUP_CONCAT(name SEPARATOR ', ') FROM rooms",
    'SELECT SUBSTRING(name FROM 1 FOR 3) FROM rooms', 'SELECT * FROM rooms USE INDEX FOR ORDER BY (PRIMARY)',
    'EXPLAIN SELECT 1', 'EXPLAIN FORMAT=JSON SELECT 1', 'EXPLAIN ANALYZE SELECT 1', 'ANALYZE SELECT 1', 'DESC rooms',
    'ANALYZE FORMAT = JSON WITH a AS (SELECT 1) SELECT * FROM a', 'EXPLAIN (SELECT 1)', 'DESCRIBE rooms name',
    'EXPLAIN rooms',
    'SHOW TABLES', 'SHOW FULL COLUMNS FROM rooms', 'SHOW CREATE TABLE claims', 'SHOW CREATE VIEW free_starts',
    'SHOW INDEX FROM users',
    'SELECT table_name FROM information_schema.tables', "SELECT REPEAT('#', LEAST(COUNT(*), 50)) FROM rooms",
    "SELECT CONCAT(name, ' (', room_id, ')'), LPAD(room_id, 3, '0') FROM rooms",
    'SELECT DATE_FORMAT(day, \'%W\') FROM calendar',
    'SELECT REPLACE(name, \'Room\', \'R.\') FROM rooms',
    "SELECT IF(1, 2, 3), CASE WHEN 1 THEN 2 END, NOT (1), 5 DIV (2)",
    'SELECT MOD(7, 3), LEFT(name, 2), INSERT(name, 1, 1, \'r\'), INTERVAL(1, 2) FROM rooms', 'SELECT SLEEP(0)',
]

# the statement, and a part of the sentence
REFUSED = [
    ('', 'Type a statement first'), (' \n\t', 'Type a statement first'), ('-- nothing', 'only a comment'),
    (';', 'only a comment'),
    # only reading
    ('DELETE FROM rooms', 'DELETE changes rows'), ('uPdAtE rooms SET name = 1', 'UPDATE changes rows'),
    ('INSERT INTO rooms VALUES (1)', 'INSERT changes rows'), ('REPLACE rooms VALUES (1)', 'REPLACE changes rows'),
    ('/* SELECT */ DELETE FROM rooms', 'DELETE changes rows'), ('(DELETE FROM rooms)', 'DELETE changes rows'),
    ('WITH a AS (SELECT 1) DELETE FROM rooms', 'DELETE changes rows'),
    ('WITH a AS (SELECT 1) UPDATE rooms SET name = 1', 'UPDATE'),
    ('DROP TABLE rooms', 'only reads'), ('SET @a = 1', 'only reads'), ('CALL x()', 'only reads'),
    ('DO SLEEP(9)', 'only reads'),
    ('KILL 1', 'only reads'), ('COMMIT', 'only reads'), ('HANDLER rooms OPEN', 'only reads'),
    ('GRANT ALL ON *.* TO a', 'only reads'),
    ('PREPARE a FROM \'SELECT 1\'', 'only reads'), ("EXECUTE IMMEDIATE 'SELECT 1'", 'only reads'),
    ('LOCK TABLES rooms READ', 'only reads'),
    ('SET STATEMENT max_statement_time=0 FOR SELECT SLEEP(3)', 'only reads'),
    ('BEGIN NOT ATOMIC SELECT 1; END', 'One statement'),
    ('IF 1 THEN SELECT 1 END IF', 'only reads'), ('(SHOW TABLES)', 'only reads'), ('1', 'begins with a word'),
    ("'SELECT'", 'begins with a word'),
    ('USE clinic', 'the mysql shell'), ('DELIMITER //', 'the mysql shell'), ('source x.sql', 'the mysql shell'),
    ('SELECT 1\\G', 'the mysql shell'), ('\\! ls', 'the mysql shell'),
    # one statement
    ('SELECT 1; DELETE FROM rooms', 'One statement at a time'), ('SELECT 1;/**/SELECT 2', 'One statement at a time'),
    ("SELECT ';'; SELECT 2", 'One statement at a time'), ('SELECT 1 -- ;\n; SELECT 2', 'One statement at a time'),
    # comments that are none
    ('SELECT /*+ SET_VAR(max_execution_time=5000) */ SLEEP(3)', '/*+'), ('SELECT /*!50000 1 */', '/*!'),
    ('SELECT/*M!1*/', '/*M'),
    ('SELECT /*m!100000 1 */', '/*m'), ('SELECT 1 /*! FOR UPDATE */', '/*!'), ('/*!SELECT*/ 1', '/*!'),
    ('SELECT 1 /* open', 'does not end'),
    ('SELECT 1 /* a /* b */ c */ FROM rooms FOR UPDATE', 'FOR UPDATE'), ('SELECT /**/1/*+*/', '/*+'),
    # locks
    ('SELECT * FROM rooms FOR UPDATE', 'FOR UPDATE'), ('SELECT * FROM rooms for/**/ -- x\n share', 'FOR SHARE'),
    ('SELECT * FROM rooms LOCK IN SHARE MODE', 'LOCK IN'), ('SELECT (SELECT 1 FROM rooms FOR UPDATE)', 'FOR UPDATE'),
    ('SELECT * FROM rooms FOR UPDATE SKIP LOCKED', 'FOR UPDATE'), ('TABLE rooms FOR UPDATE', 'FOR UPDATE'),
    ('SELECT 1e0FOR UPDATE', 'no number'),
    # functions
    ("SELECT GET_LOCK('x', 10)", 'takes a lock'), ("SELECT get_lock /**/ ('x', 10)", 'takes a lock'),
    ("SELECT `get_lock`('x', 10)", 'takes a lock'),
    ("SELECT RELEASE_LOCK('x')", 'locks by name'), ("SELECT IS_FREE_LOCK('x')", 'locks by name'),
    ('SELECT RELEASE_ALL_LOCKS()', 'locks by name'),
    ("SELECT 'a' AS get_lock, IS_USED_LOCK('x')", 'locks by name'),
    ('SELECT BENCHMARK(1000000000, 1)', 'a million times'),
    ("SELECT LOAD_FILE('/etc/passwd')", 'reads files'), ('SELECT JSON_ARRAYAGG(name) FROM rooms', 'memory'),
    ("SELECT ENCRYPT('a', 'b')", 'minutes'),
    ("SELECT KDF('a', 'b', 999999999)", 'minutes'), ('SELECT MASTER_POS_WAIT(1, 2)', 'no function'),
    ('SELECT UUID()', 'no function'),
    ('SELECT CUONT(*) FROM rooms', 'Did you mean COUNT()?'), ('SELECT gét_lock(\'x\', 1)', 'no function'),
    ('SELECT clinic.f(1)', 'no function'),
    ('SELECT * FROM rooms PROCEDURE ANALYSE(1, 2)', 'no function'), ('SELECT ST_BUFFER(1, 2)', 'no function'),
    ('SELECT mysql.COUNT(1)', 'tells of the server'),
    # storing
    ('SELECT @a := 1', ':='), ('SELECT 1 INTO @a', 'INTO'), ("SELECT 1 INTO OUTFILE 'x'", 'INTO'),
    ("TABLE rooms INTO DUMPFILE 'x'", 'INTO'),
    ('EXPLAIN FORMAT=JSON INTO @a SELECT 1', 'goes before'),
    # plans, and what SHOW shows
    ('EXPLAIN DELETE FROM rooms', 'goes before'), ('EXPLAIN ANALYZE DELETE FROM rooms', 'goes before'),
    ('ANALYZE DELETE FROM rooms', 'goes before'),
    ('ANALYZE TABLE rooms', 'goes before'), ('EXPLAIN ANALYZE TABLE rooms', 'goes before'),
    ('EXPLAIN FOR CONNECTION 5', 'goes before'),
    ('EXPLAIN EXPLAIN SELECT 1', 'goes before'), ('DESC', 'goes before'),
    ('EXPLAIN WITH a AS (SELECT 1) DELETE FROM rooms', 'DELETE'),
    ('EXPLAIN FORMAT=TREE UPDATE rooms SET name = 1', 'goes before'), ('ANALYZE SELECT 1 FOR UPDATE', 'FOR UPDATE'),
    ('ANALYZE LOCAL TABLE rooms', 'goes before'),
    ('SHOW GRANTS', 'about the server'), ('SHOW PROCESSLIST', 'about the server'),
    ('SHOW FULL PROCESSLIST', 'about the server'),
    ('SHOW VARIABLES', 'about the server'), ('SHOW ENGINE INNODB STATUS', 'about the server'),
    ('SHOW CREATE USER a', 'about the server'), ('SHOW', 'about the server'),
    # what the server knows of itself
    ('SELECT * FROM mysql.user', 'tells of the server'), ('SELECT * FROM `mysql` . `user`', 'tells of the server'),
    ('SELECT * FROM sys.processlist', 'tells of'),
    ('SELECT * FROM performance_schema.threads', 'tells of the server'),
    ('SELECT * FROM information_schema.processlist', 'tells of the server'),
    ('SELECT * FROM information_schema/**/./**/global_variables', 'tells of'), ('SELECT @@datadir', 'a setting'),
    ('SELECT @@global . datadir', 'a setting'),
    ('SELECT @@`datadir`', 'a setting'), ('SELECT @@session.sql_log_bin', 'a setting'),
    ('SELECT @@ datadir', 'a setting'),
    # letters and quotes
    ("SELECT 'O'Brien'", 'not closed'), ('SELECT "open', 'not closed'), ('SELECT `open', 'not closed'),
    ("SELECT 'a\\'", 'not closed'),
    ('SELECT “name”', 'quotation mark'), ('SELECT 1\u00a0+ 1', 'no-break space'),
    ('SELECT 1\u3000', 'ideographic space'), ('SELECT 1\x00', 'character'),
    ('SELECT 1\x0bFOR UPDATE', 'character'), ("SELECT '\x00'", 'character'), ('SELECT 1 \ufeff', 'zero width'),
    ('SELECT ＠a', 'commercial at'),
    ('SELECT \ud800', 'character'), ('SELECT $$a$$', 'A $'), ('SELECT 1.e(2)', 'no number'),
    ('SELECT 2room', 'no number'),
    ('SELECT * FROM rooms WHERE day = %(day)s', '%(…)s'), ('SELECT (1', '1 bracket is'),
    ('SELECT ((1', '2 brackets are'), ('SELECT 1)', 'never opened'),
    ('SELECT ' + '(' * 61 + '1' + ')' * 61, 'more than 60 brackets'), ('SELECT ' + '1,' * 4000 + '1', 'at most 8,000'),
    # what would fill the memory
    ("SELECT REPEAT('a', 16000000)", 'at most 1000'), ("SELECT REPEAT('a', 4000 * 4000)", 'written out'),
    ('SELECT SPACE(99999)', 'at most 1000'),
    ("SELECT LPAD('a', 10000000, 'b')", 'at most 1000'),
    ('SELECT REPEAT(REPEAT(name, 100), 100) FROM rooms', '60 times'),
    ("SELECT REPEAT('a', LEAST(COUNT(*), 99999)) FROM rooms", 'at most 1000'),
    ("SELECT REPEAT('a', LEAST(9, 9) + 9000000)", 'written out'),
    ("SELECT CAST('a' AS BINARY(9000000))", 'at most 1000'),
    ('SELECT REPLACE(name, \'a\', name) FROM rooms', 'a text in quotes'),
    ('SELECT CONCAT(b, b, b, b, b, b, b, b) FROM (SELECT CONCAT(a, a, a, a, a, a, a, a) AS b FROM c) AS d', '60 times'),
    ('WITH RECURSIVE a AS (SELECT name AS b FROM rooms UNION ALL SELECT CONCAT(b, b) FROM a) SELECT b FROM a',
     'WITH RECURSIVE'),
    ('SELECT ' + ', '.join(41 * ['LENGTH(name)']) + ' FROM rooms', 'more than 40 functions'),
]


@pytest.mark.parametrize('typed', LET_THROUGH)
def test_what_only_reads_is_let_through(typed):
    assert words.refused(typed) is None


@pytest.mark.parametrize('typed, sentence', REFUSED)
def test_what_does_more_is_refused_with_a_sentence(typed, sentence):
    said = words.refused(typed)

    assert said and sentence in said and said.endswith(('.', '?', '…')), said


@pytest.mark.parametrize('typed', [typed for typed, _ in REFUSED if typed.isascii() and '\\' not in typed])
def test_the_case_of_letters_changes_nothing(typed):
    assert words.refused(typed.swapcase())


@pytest.mark.parametrize('name', [name for name in FILES if files.find(name).reads and name not in NOT_TYPED])
def test_the_programs_own_reading_statements_could_be_typed(name):
    filled = re.sub(r'%\((\w+)\)s', lambda found: "'x'" if isinstance(sample(found[1]), str) else '1', text(name))

    assert words.refused(filled) is None


@pytest.mark.parametrize('example', examples.every())
def test_the_examples_are_let_through(example):
    assert words.refused(example.text) is None and example.asks[-1] in '?)'


def test_nothing_of_a_text_is_lost_in_pieces():
    for typed in [*LET_THROUGH, *(typed for typed, _ in REFUSED)]:
        assert ''.join(token.text for token in tokens(typed)) == typed


def test_comments_do_not_reach_the_server_and_lines_keep_their_numbers():
    assert words.clean("SELECT /* a\nb */ 1 -- c\n, '/* x */' # d\n;") == "SELECT  \n 1  \n, '/* x */'"


@pytest.mark.parametrize('typed', [
    "INSERT INTO rooms (name) VALUES ('A')", "UPDATE rooms SET name = 'A' WHERE room_id = 1",
    'INSERT IGNORE INTO rooms (name) SELECT name FROM rooms', 'DELETE FROM rooms WHERE room_id = 1',
    "REPLACE INTO rooms (room_id, name) VALUES (1, 'A')", 'REPLACE rooms VALUES (1)',
    'INSERT INTO a (b) VALUES (1) ON DUPLICATE KEY UPDATE b = VALUES(b)'])
def test_an_exercise_may_let_write(typed):
    assert words.refused(typed, words.WRITING) is None and words.refused(typed)


@pytest.mark.parametrize('typed', [
    'SELECT 1', 'DROP TABLE rooms', 'INSERT INTO a SELECT GET_LOCK(1, 1)', 'DELETE FROM a; DELETE FROM b',
    'UPDATE a SET b = (SELECT 1 FROM c FOR UPDATE)', 'DELETE FROM a WHERE b = BENCHMARK(1, 1)',
    "INSERT INTO a SELECT 1 INTO OUTFILE 'x'", 'UPDATE mysql.user SET a = 1', 'UPDATE a SET b = @c := 1'])
def test_who_may_write_may_do_no_more(typed):
    assert words.refused(typed, words.WRITING)


def test_another_database_is_seen_by_its_name_and_a_dot():
    assert words.sees('SELECT * FROM `Clinic_World_1` . users', ['clinic', 'clinic_world_1']) == 'clinic_world_1'
    assert words.sees("SELECT 'clinic.x', clinic_texts.kind FROM clinic_texts AS clinic", ['clinic']) is None
