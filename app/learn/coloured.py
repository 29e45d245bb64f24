"""SQL cut into pieces that a page gives colours to."""

import re

WORDS = ('SELECT FROM WHERE JOIN LEFT INNER CROSS ON USING AND OR NOT NULL IS IN EXISTS AS DISTINCT GROUP BY '
         'HAVING ORDER LIMIT OFFSET UNION ALL WITH RECURSIVE CASE WHEN THEN ELSE END INSERT INTO VALUES UPDATE '
         'SET DELETE REPLACE ON DUPLICATE KEY INTERVAL DAY MINUTE HOUR MONTH YEAR WEEK BETWEEN LIKE DESC ASC '
         'FOR SHARE MODE LOCK OVER PARTITION ROWS TRUE FALSE CREATE TABLE VIEW TRIGGER CONSTRAINT FOREIGN '
         'REFERENCES PRIMARY UNIQUE CHECK DEFAULT COMMENT SQL SECURITY INVOKER AFTER BEFORE EACH ROW IGNORE '
         'FORCE INDEX STRAIGHT_JOIN').split()
PIECES = re.compile(rf"""(?P<comment>--[^\n]*)|(?P<text>'(?:[^']|'')*')|(?P<parameter>%\(\w+\)s)
                         |(?P<word>\b(?:{'|'.join(sorted(set(WORDS), key=len, reverse=True))})\b)""", re.VERBOSE)


def pieces(sql: str) -> list[tuple[str, str]]:
    """(kind, text) of each piece: 'comment', 'text', 'parameter', 'word', or '' for all else. Joined, they are sql."""
    found, place = [], 0
    for piece in PIECES.finditer(sql):
        if piece.start() > place:
            found.append(('', sql[place:piece.start()]))
        found.append((piece.lastgroup, piece[0]))
        place = piece.end()
    return found + ([('', sql[place:])] if place < len(sql) else [])
