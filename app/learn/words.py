"""What of a typed statement is refused before a server sees it, each with a sentence that says why.

This is the second of several layers (app/learn/free.py has all of them): the account that runs the statement could
change nothing without it either, but it could hold locks, wait, and lift its own limits of time.
"""

import re

from app.learn import functions, growth
from app.learn.tokens import Token, plain, sent, strange, tokens

__all__ = ['READING', 'WRITING', 'clean', 'first_word', 'refused', 'sees']

READING = ('SELECT', 'WITH', 'TABLE', 'VALUES', 'EXPLAIN', 'ANALYZE', 'SHOW', 'DESCRIBE', 'DESC')
WRITING = ('INSERT', 'UPDATE', 'DELETE', 'REPLACE')
ROWS = ('SELECT', 'WITH', 'TABLE', 'VALUES')        # what gives rows of tables, and what has a plan
MOST = 8000                                         # characters
DEEPEST = 60                                        # brackets within brackets

OF_THE_SHELL = {'USE': 'Choose the place beside the statement instead.', 'DELIMITER': 'One statement needs none.',
                'SOURCE': '', 'EXIT': '', 'QUIT': '', 'HELP': '', 'PAGER': '', 'TEE': '', 'STATUS': '', 'CLEAR': ''}
SHOWN = {'TABLES', 'COLUMNS', 'FIELDS', 'INDEX', 'INDEXES', 'KEYS'}
VARIABLES = {'VERSION', 'VERSION_COMMENT', 'SQL_MODE', 'TRANSACTION_ISOLATION', 'TX_ISOLATION', 'TRANSACTION_READ_ONLY',
             'TX_READ_ONLY', 'TIME_ZONE', 'AUTOCOMMIT', 'SQL_SELECT_LIMIT', 'MAX_JOIN_SIZE', 'SQL_BIG_SELECTS',
             'MAX_STATEMENT_TIME', 'MAX_EXECUTION_TIME', 'CHARACTER_SET_CONNECTION', 'COLLATION_CONNECTION',
             'CTE_MAX_RECURSION_DEPTH', 'MAX_RECURSIVE_ITERATIONS', 'GROUP_CONCAT_MAX_LEN', 'TIMESTAMP'}
ABOUT_TABLES = {'TABLES', 'COLUMNS', 'VIEWS', 'TRIGGERS', 'STATISTICS', 'KEY_COLUMN_USAGE', 'TABLE_CONSTRAINTS',
                'REFERENTIAL_CONSTRAINTS', 'CHECK_CONSTRAINTS', 'SCHEMATA'}
OTHERS = {'MYSQL', 'PERFORMANCE_SCHEMA', 'SYS', 'NDBINFO'}
BEFORE_A_NAME = {'AS', 'WITH', 'RECURSIVE', 'INTO', 'INSERT', 'IGNORE', 'REPLACE', 'WINDOW', 'INDEX', 'KEY'}

CURLY = 'Type quotes and spaces yourself: text from a web page or a letter often has others.'


def refused(text: str, first: tuple[str, ...] = READING) -> str | None:
    """Why a statement is not run, in one or two sentences; None: it may be.

    first: the words that it may begin with, READING or WRITING.
    """
    text = plain(text)
    if not text:
        return 'Type a statement first, such as SELECT name FROM rooms.'
    if len(text) > MOST:
        return f'The statement has {len(text):,} characters; at most {MOST:,} are read.'
    found = tokens(text)
    for look in (_letters, _pieces, _one_statement, _brackets):
        if sentence := look(found):
            return sentence
    kept = [token for token in tokens(sent(text)) if token.kind != 'space']
    if not kept:
        return 'There is only a comment or a semicolon. Type a statement first, such as SELECT name FROM rooms.'
    return _beginning(kept, first) or _inside(kept) or growth.refused(kept, functions.USED)


def clean(text: str) -> str:
    """A statement as it is sent: without comments, which a server may read otherwise than we do."""
    return sent(text)


def first_word(text: str) -> str:
    """The word that a statement begins with, in capitals, brackets left out: SELECT; '' where there is none."""
    return next((token.word for token in tokens(sent(text)) if token.text not in '( \t\n'), '')


def sees(text: str, names) -> str | None:
    """The first of some names of databases that a statement mentions as one: a name, and a dot behind it."""
    kept = [token for token in tokens(sent(text)) if token.kind != 'space']
    wanted = {name.upper(): name for name in names}
    for token, after in zip(kept, kept[1:], strict=False):
        if token.word in wanted and after.text == '.':
            return wanted[token.word]
    return None


# ---- the pieces


def _letters(found):
    name = strange(found)
    if name and ('quotation mark' in name or 'space' in name):
        return f'SQL does not know the character "{name}". {CURLY}'
    return name and f'SQL does not know the character "{name}" where it stands.'


def _pieces(found):
    """What a server would read otherwise than it looks, or not at all."""
    for token, after in zip(found, [*found[1:], Token('end', '', '')], strict=True):
        if token.kind == 'open':
            what = {'/*': 'A comment begins with /* and does not end with */'}.get(
                token.text, f'A quote {token.text} is opened and not closed')
            return f'{what}. A quote inside a text is written twice: \'O\'\'Brien\'.'
        if token.text.startswith(('/*!', '/*M!', '/*m!', '/*+')):
            return f'{token.text[:3]} begins a comment that the server carries out. Write /* and a space for a note.'
        if token.text == '\\':
            return f'\\{after.text[:1]} is a command of the mysql shell and no SQL. Leave it out.'
        if token.text in ('$', ':='):
            return {'$': 'A $ stands only inside a text in quotes.',
                    ':=': ':= stores a value in a variable, and a statement of this page only reads.'}[token.text]
        if token.kind == 'number' and after.kind in ('word', 'number'):
            return f'{token.text}{after.text} is no number and no name. Put a space between, or begin with a letter.'
        if token.kind == 'variable' and token.text.startswith('@@') and _variable(token) not in VARIABLES:
            return (f'{token.text} is a setting of the server, and this page shows only a few, such as @@version, '
                    '@@sql_mode and @@time_zone.')
    return None


def _variable(token):
    return re.sub(r'^(GLOBAL|SESSION|LOCAL)\.', '', token.text[2:].replace('`', '').upper())


def _one_statement(found):
    kept = [token for token in found if token.kind not in ('space', 'comment')]
    ends = [number for number, token in enumerate(kept) if token.text == ';']
    if ends and any(token.text != ';' for token in kept[ends[0]:]):
        return 'One statement at a time: there is something after the semicolon.'
    if re.search(r'%\(\w+\)[sS]', ''.join(token.text for token in found if token.kind != 'text')):
        return ('%(…)s in a file keeps a place for a value. Write the value itself there, such as 3 or \'2026-11-30\'.')
    return None


def _brackets(found):
    depth = 0
    for token in found:
        depth += {'(': 1, ')': -1}.get(token.text, 0)
        if depth < 0:
            return 'A bracket ) is closed that was never opened.'
        if depth > DEEPEST:
            return f'There are more than {DEEPEST} brackets within one another.'
    return f'{depth} bracket{"s are" if depth > 1 else " is"} opened and not closed.' if depth else None


# ---- what the statement does


def _beginning(kept, first):
    """Whether it begins as it may, and goes on so."""
    start = next((number for number, token in enumerate(kept) if token.text != '('), 0)
    word, rest = kept[start].word, kept[start + 1:]
    if kept[start].kind != 'word':
        return f'A statement begins with a word, such as {first[0]}.'
    if word in OF_THE_SHELL:
        return f'{word} is a command of the mysql shell and no SQL. {OF_THE_SHELL[word]}'.strip()
    if word not in first or start and word not in ROWS:
        return _why_not_first(word, first)
    if word in ('EXPLAIN', 'DESCRIBE', 'DESC', 'ANALYZE'):
        return _explained(word, rest)
    if word == 'SHOW':
        return _shown(rest)
    return _after_with(rest, first) if word == 'WITH' else None


def _why_not_first(word, first):
    if first == WRITING:
        return f'Begin with {", ".join(WRITING[:-1])} or {WRITING[-1]}, not with {word}.'
    if word in WRITING:
        return f'{word} changes rows, and a statement of this page only reads. Begin with SELECT or WITH.'
    return (f'A statement of this page only reads: it begins with SELECT, WITH, TABLE, VALUES, EXPLAIN, SHOW or DESC, '
            f'not with {word}.')


def _explained(word, rest):
    """EXPLAIN and its relatives: before a table's name, or before what gives rows. ANALYZE also runs the statement."""
    runs = word == 'ANALYZE'
    while rest and rest[0].word in ('EXTENDED', 'PARTITIONS', 'ANALYZE', 'FORMAT'):
        runs = runs or rest[0].word == 'ANALYZE'
        rest = rest[3:] if rest[0].word == 'FORMAT' else rest[1:]
    inner = next((token for token in rest if token.text != '('), None)
    if inner and inner.word in ('SELECT', 'WITH') or not runs and inner and inner.word in ('TABLE', 'VALUES'):
        return _beginning(rest, ROWS)
    if runs or not inner or inner.word in (*READING, *WRITING, 'FOR', 'INTO', 'SET', 'CALL'):
        return f'{word} goes before a statement that reads: {word} SELECT …'
    if len(rest) > 2 or any(token.kind not in ('word', 'quoted', 'text') for token in rest):
        return f'{word} goes before a statement that reads, or before the name of one table.'
    return None


def _shown(rest):
    words = [token.word for token in rest]
    if words[:1] in (['FULL'], ['EXTENDED']):
        words = words[1:]
    if words[:1] and words[0] in SHOWN or words[:2] in (['CREATE', 'TABLE'], ['CREATE', 'VIEW']):
        return None
    return ('SHOW TABLES, SHOW COLUMNS FROM rooms, SHOW INDEX FROM rooms and SHOW CREATE TABLE rooms can be used here; '
            'whatever else SHOW tells is about the server.')


def _after_with(rest, first):
    """WITH names some statements, and what follows them is the statement."""
    depth = 0
    for token in rest:
        depth += {'(': 1, ')': -1}.get(token.text, 0)
        if depth == 0 and token.kind == 'word' and token.word in (*ROWS, *WRITING):
            return None if token.word in first and token.word != 'WITH' else _why_not_first(token.word, READING)
    return None


def _inside(kept):
    """Words that may stand nowhere in it."""
    for number, token in enumerate(kept):
        before = kept[number - 1] if number else Token('end', '', '')
        after = kept[number + 1] if number + 1 < len(kept) else Token('end', '', '')
        sentence = (_lock(token, after) or _into(token, kept[:number]) or _other_places(token, after, kept[number + 2:])
                    or _call(token, before, after, kept, number))
        if sentence:
            return sentence
    return None


def _lock(token, after):
    if token.kind == 'word' and (token.word, after.word) in (('FOR', 'UPDATE'), ('FOR', 'SHARE'), ('LOCK', 'IN')):
        return f'{token.word} {after.word} … locks rows, and reading needs no lock. Lesson 17 is about locks.'
    return None


def _into(token, before):
    """INTO writes a file or a variable, but where INSERT begins."""
    if token.kind != 'word' or token.word != 'INTO':
        return None
    if before and before[0].word in ('INSERT', 'REPLACE') and len(before) <= 3:
        return None
    return 'INTO stores what was read in a file or a variable, and a statement of this page only reads.'


def _other_places(token, after, rest):
    """What the servers know of themselves: of tables anything, else nothing."""
    if after.text != '.' or token.word not in OTHERS | {'INFORMATION_SCHEMA'}:
        return None
    named = rest[0].word if rest else ''
    if token.word in OTHERS or named not in ABOUT_TABLES:
        return (f'{token.text}.{named.lower()} tells of the server and not of the clinic. information_schema can be '
                'asked for tables, columns, statistics, key_column_usage and the like.')
    return None


def _call(token, before, after, kept, number):
    """A word before a bracket: a function that may be used, grammar, or a name that the statement itself gives."""
    if after.text != '(' or not token.word:
        return None
    is_name = before.kind == 'word' and before.word in BEFORE_A_NAME or _is_named(kept, number + 1, before)
    if before.text != '.' and (is_name or token.kind == 'word' and functions.is_known(token.word)
                               or token.kind == 'quoted' and token.word in functions.USED):
        return None
    return functions.why_not(token.word)


def _is_named(kept, opening, before):
    """Whether a name and its columns stand before AS ( … ), as in WITH days (day) AS (…), or after a derived table."""
    depth = 0
    for number in range(opening, len(kept)):
        depth += {'(': 1, ')': -1}.get(kept[number].text, 0)
        if depth == 0:
            following = [token.text.upper() for token in kept[number + 1:number + 3]]
            return before.text == ')' or before.text == ',' and following == ['AS', '(']
    return False
