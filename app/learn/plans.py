"""A server's plan (EXPLAIN FORMAT=TRADITIONAL), read aloud: what it does with each table, in the order it does it.

Sources: MySQL's manual, "EXPLAIN Output Format"; MariaDB's knowledge base, "EXPLAIN".
"""

from typing import NamedTuple

READS = {
    'system': 'has one row, which is read at once.',
    'const': 'gives one row, found by a whole unique key before anything else is read.',
    'eq_ref': 'gives one row for each row so far, found by a whole unique key.',
    'ref': 'gives all rows with one value in a key.',
    'ref_or_null': 'gives all rows with one value in a key, or with NULL there.',
    'fulltext': 'is searched by a full-text key.',
    'index_merge': 'is read along several keys, and what they find is put together.',
    'unique_subquery': 'is asked whether it has a row, by a unique key.',
    'index_subquery': 'is asked whether it has a row, by a key.',
    'range': 'is read along a stretch of a key, from one value to another.',
    'index': 'has a whole key read, from its beginning to its end.',
    'all': 'is read as a whole, row by row.',
}
# what Extra says → what it means; the first that fits of those that begin alike
EXTRA = (
    ('using filesort', 'The rows are put aside and sorted: no key has them in this order.'),
    ('using temporary', 'The rows are put aside in a table for the moment.'),
    ('using index condition', 'More of the condition is looked at in the key, before the row is fetched.'),
    ('using index for group-by', 'The key is sorted by the groups, so the server jumps from one to the next.'),
    ('using index for skip scan', 'The server jumps along the key from one first value to the next.'),
    ('using index', 'The key has every column that is needed, so no row is fetched: the key covers the statement.'),
    ('using join buffer', 'No key leads here, so many rows are compared with many at once.'),
    ('range checked for each record', 'For each row so far the server looks anew which key would help.'),
    ('using rowid filter', 'A second key says first which rows are worth fetching.'),      # named at the end
    ('backward index scan', 'The key is read from its end to its beginning.'),
    ('not exists', 'The server stops at the first match: such a row is not wanted.'),
    ('impossible where', 'The condition can never be true, so nothing is read.'),
    ('impossible having', 'The condition in HAVING can never be true, so nothing is read.'),
    ('impossible on condition', 'The condition of this join can never be true, so nothing is read.'),
    ('not optimized, outer query is empty', 'The rows outside are none, so this is never asked.'),
    ('unique row not found', 'The one row that was looked for is not there: NULL stands in its place.'),
    ('no matching min/max row', 'No row fits, so there is no smallest and no greatest.'),
    ('select tables optimized away', 'A key tells the answer without a row being read.'),
    ('no matching row in const table', 'The one row that was looked for is not there, so nothing else is read.'),
    ('no tables used', 'No table is asked at all.'),
    ('distinct', 'After the first match the server goes on to the next row.'),
    ('firstmatch', 'After the first match the server goes on to the next row.'),
    ('rowid-ordered scan', 'The rows are fetched in the order in which they lie on the disk.'),
    ('using mrr', 'The rows are fetched in the order in which they lie on the disk.'),
    ('table function: json_table', 'A list in JSON is taken apart into rows.'),
    ('using where', 'What does not fit the rest of the condition is dropped after it was read.'),
)
KINDS = {'derived': 'a subquery, which is run first and put aside',
         'materialized': 'a subquery, run once and put aside',
         'dependent subquery': 'a subquery that is run again for each row outside',
         'dependent union': 'a part of it, run again for each row outside', 'subquery': 'a subquery, run once',
         'union': 'the next part of a UNION', 'union result': 'the parts of a UNION, put together',
         'dependent derived': 'a subquery that is run again for each row outside',
         'uncacheable subquery': 'a subquery that is run again for each row outside',
         'lateral derived': 'a subquery that is run for each row outside'}


class Step(NamedTuple):
    """One table of a plan. how: the server's word, such as 'ref'. rows: how many it expects to look at, or None.

    sentences: what it does there.
    """

    table: str
    how: str
    key: str
    rows: int | None
    sentences: list[str]


def steps(columns: list[str], rows: list[tuple]) -> list[Step]:
    """The rows of EXPLAIN FORMAT=TRADITIONAL as steps with sentences."""
    return [_step(dict(zip(map(str.lower, columns), row, strict=True))) for row in rows]


def _step(row):
    # with a filter MariaDB writes 'ref|filter', 'one_key|other_key' and '3 (1%)'
    how, table = (row['type'] or '').lower().partition('|')[0], row['table'] or ''
    rows = None if row['rows'] is None else int(str(row['rows']).split()[0])
    key, _, filtering = (row['key'] or '').partition('|')
    sentences = []
    if how in READS:
        sentences.append(f'{_called(table)} {READS[how]}' + (f' The key is {key}.' if key else ''))
        if how == 'all' and rows and rows > 1000:
            sentences.append('That is much: could a condition lead to a key?')
    extra = (row['extra'] or '').lower()
    for words, sentence in EXTRA:
        if words in extra:
            sentences.append(sentence)
            extra = extra.replace(words, '')
    if filtering:
        sentences.append(f'That key is {filtering}.')
    kind = KINDS.get((row['select_type'] or '').lower())
    if kind:
        sentences.append(f'This belongs to {kind}.')
    return Step(table, row['type'] or '', row['key'] or '', rows, sentences)


def _called(table):
    if table.startswith('<derived'):
        return 'What a subquery gave'
    if table.startswith('<subquery'):
        return 'What a subquery with IN or EXISTS gave'
    return 'What the parts gave' if table.startswith('<union') else table
