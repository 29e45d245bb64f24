"""The functions that a typed statement may use, and the words that may stand before a bracket without being one.

Whatever else stands before a bracket is refused. So a function that waits, locks, reads a file or works for minutes on
one value is not found by its name among all that two servers have, now and later: it is simply not here.
"""

import difflib

USED = set("""
    COUNT SUM AVG MIN MAX GROUP_CONCAT BIT_AND BIT_OR STD STDDEV STDDEV_POP STDDEV_SAMP VARIANCE VAR_POP VAR_SAMP
    ANY_VALUE ROW_NUMBER RANK DENSE_RANK PERCENT_RANK CUME_DIST NTILE LAG LEAD FIRST_VALUE LAST_VALUE NTH_VALUE GROUPING
    COALESCE IFNULL NULLIF IF ISNULL GREATEST LEAST INTERVAL CAST CONVERT
    ABS CEIL CEILING FLOOR ROUND TRUNCATE MOD POW POWER SQRT EXP LN LOG LOG2 LOG10 SIGN PI RAND SIN COS TAN
    CONCAT CONCAT_WS LENGTH CHAR_LENGTH CHARACTER_LENGTH OCTET_LENGTH LOWER LCASE UPPER UCASE LEFT RIGHT SUBSTRING
    SUBSTR MID SUBSTRING_INDEX TRIM LTRIM RTRIM LPAD RPAD REPEAT SPACE REVERSE REPLACE INSERT INSTR LOCATE POSITION
    FIELD ELT FIND_IN_SET FORMAT ASCII ORD CHAR HEX UNHEX BIN CONV QUOTE STRCMP REGEXP_REPLACE REGEXP_INSTR
    REGEXP_SUBSTR REGEXP_LIKE SOUNDEX SHA2 CRC32 JSON_TABLE JSON_EXTRACT JSON_VALUE JSON_UNQUOTE JSON_LENGTH
    NOW SYSDATE CURDATE CURRENT_DATE CURTIME CURRENT_TIME CURRENT_TIMESTAMP LOCALTIME LOCALTIMESTAMP UTC_DATE UTC_TIME
    UTC_TIMESTAMP DATE TIME TIMESTAMP YEAR QUARTER MONTH WEEK DAY HOUR MINUTE SECOND MICROSECOND DAYOFMONTH DAYOFWEEK
    DAYOFYEAR WEEKDAY WEEKOFYEAR YEARWEEK DAYNAME MONTHNAME LAST_DAY MAKEDATE MAKETIME STR_TO_DATE DATE_FORMAT
    TIME_FORMAT DATE_ADD DATE_SUB ADDDATE SUBDATE ADDTIME SUBTIME DATEDIFF TIMEDIFF TIMESTAMPDIFF TIMESTAMPADD TO_DAYS
    FROM_DAYS TO_SECONDS TIME_TO_SEC SEC_TO_TIME UNIX_TIMESTAMP FROM_UNIXTIME EXTRACT PERIOD_ADD PERIOD_DIFF CONVERT_TZ
    DATABASE SCHEMA USER CURRENT_USER VERSION CONNECTION_ID COLLATION CHARSET FOUND_ROWS SLEEP
""".split())

# before a bracket that begins a statement, a list, a condition, the columns or the length of something
GRAMMAR = set("""
    SELECT DISTINCT ALL ANY SOME EXISTS FROM JOIN STRAIGHT_JOIN LATERAL ON USING WHERE AND OR XOR NOT IN BETWEEN LIKE
    REGEXP RLIKE IS ESCAPE CASE WHEN THEN ELSE BY HAVING LIMIT OFFSET UNION EXCEPT INTERSECT AS OVER VALUES VALUE ROW
    DIV BINARY EXPLAIN DESCRIBE DESC ANALYZE INDEX KEY PARTITION COLUMNS SET CHAR CHARACTER VARCHAR DECIMAL NUMERIC
    DATETIME FLOAT DOUBLE SIGNED UNSIGNED MATCH AGAINST RECURSIVE ROLLUP END NULL
""".split())

WHY_NOT = {
    'GET_LOCK': 'takes a lock by name, which others would wait for',
    'BENCHMARK': 'does the same work a million times and keeps the server from other work',
    'LOAD_FILE': 'reads files of the server\'s machine',
    'JSON_ARRAYAGG': 'can fill the server\'s memory', 'JSON_OBJECTAGG': 'can fill the server\'s memory',
    'ENCRYPT': 'can work for minutes on one value', 'KDF': 'can work for minutes on one value',
    'LAST_INSERT_ID': 'tells of rows that this connection has inserted, and yours only reads',
    **dict.fromkeys(('RELEASE_LOCK', 'RELEASE_ALL_LOCKS', 'IS_FREE_LOCK', 'IS_USED_LOCK'),
                    'is about locks by name, which reading does not need'),
}


def is_known(name: str) -> bool:
    """Whether a word, in capitals, may stand before a bracket."""
    return name in USED or name in GRAMMAR


def why_not(name: str) -> str:
    """The sentence for a word before a bracket that may not stand there."""
    if name in WHY_NOT:
        return f'{name}() cannot be used here: it {WHY_NOT[name]}.'
    alike = difflib.get_close_matches(name, USED, 1, 0.75)
    question = f'Did you mean {alike[0]}()?' if alike else 'Is it misspelled, or is a word missing before the bracket?'
    return f'{name}() is no function of this page. {question}'
