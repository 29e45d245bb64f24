"""What a server says of a statement, and the same in words for somebody who learns SQL.

The server's own words always stand beside ours: its number and its text are what one finds explained everywhere.
"""

import difflib
import re

from mysql.connector import Error

from app import errors

TOO_LONG = ('It took more than 2 seconds, so it was stopped. Is a join condition missing, or a condition in WHERE that '
            'makes it less?')
NO_RIGHT = 'You may only read here, and no secrets: no hashes of passwords, no links, no sessions, no codes.'
NOT_NULL = 'This column must have a value: NULL is refused.'
RECURSION = 'A recursive WITH needs a condition in its second part that becomes false, or it never ends.'

SENTENCES = {
    1044: 'That is another database. Leave out its name and the dot: the tables of this place need neither.',
    1048: NOT_NULL,
    1060: 'Two columns of the inner table have the same name. Give one of them another with AS.',
    1062: 'There is already a row with this value, and the key named in the message allows only one.',
    1065: 'There is no statement. Type one first, such as SELECT name FROM rooms.',
    1066: 'The same table stands there twice under one name. Give one of them a name of its own: staff AS colleagues.',
    1093: 'A statement cannot change a table and read it in a subquery at once.',
    1104: 'The server expects to look at more than 5,000,000 combinations of rows, so it does not begin. Is a join '
          'condition missing (ON or USING)?',
    1111: 'COUNT, SUM and their like cannot stand here. WHERE is looked at before rows are grouped: a condition on a '
          'group goes into HAVING.',
    1114: 'The answer in between is too big for the memory that a statement may have here. Ask for fewer rows.',
    1136: 'There are not as many values as columns. Count both lists.',
    1140: 'COUNT, SUM and their like make one row of many, and beside them stands a column that has many values. Add '
          'GROUP BY with that column, or take the column out.',
    1176: 'The statement names a key (FORCE INDEX), and the table has no key of that name here.',
    1205: 'It waited for a lock for too long.',
    1213: 'Two transactions waited for each other, so the server ended one of them: a deadlock.',
    1222: 'The two sides of UNION have different numbers of columns. Each must have as many as the other.',
    1226: 'Too many statements were tried within an hour. Come back a little later.',
    1235: 'This server cannot do this yet. Often it is LIMIT in a subquery behind IN: join the subquery instead.',
    1241: 'A single value is wanted here, and there are several columns. Name one column in the subquery, or compare '
          'as many on both sides.',
    1242: 'A single value is wanted here, and the subquery gives several rows. Use IN instead of =, or let it '
          'give one row (MAX, or LIMIT 1).',
    1247: 'A name that is given in the same SELECT cannot be used yet at this place.',
    1248: 'A subquery behind FROM needs a name: FROM (SELECT …) AS days.',
    1264: 'The number is too big or too small for the column.',
    1265: 'The value does not fit the column.',
    1292: 'A text is no date or number of the form that is needed. A day is written \'2026-11-30\', a moment '
          '\'2026-11-30 09:00\'.',
    1305: 'There is no function of this name. Is it misspelled?',
    1317: TOO_LONG,
    1345: 'The plan of this view is not shown to you, as it reads columns that you may not see.',
    1364: 'This column has no default, so a value must be given for it.',
    1366: 'The value is of the wrong kind for the column.',
    1406: 'The text is too long for the column.',
    1451: 'Other rows still point to this one. A foreign key refuses to leave them without it.',
    1452: 'A foreign key refuses this: the row that the value points to does not exist.',
    1582: 'The function is given too few values, or too many.',
    1583: 'The function is given values of the wrong kind.',
    1630: 'There is no function of this name. A bracket stands right behind a function\'s name: COUNT(*).',
    1690: 'The result is beyond what a number of this kind can hold.',
    1792: 'Nothing can be changed here: the transaction only reads.',
    1969: TOO_LONG,
    3024: TOO_LONG,
    3065: 'With DISTINCT, rows can be sorted only by columns that are selected. Add the column to SELECT, or take '
          'DISTINCT away.',
    3577: RECURSION,
    3636: RECURSION,
    3819: 'A rule of the table refuses this; its name in the message says what must hold.',
    4025: 'A rule of the table refuses this; its name in the message says what must hold.',
    1227: 'This needs a right that you do not have. You may only read here.',
    1290: 'This is switched off on the server.',
    4031: 'The connection was closed.',
    1267: 'Two texts are compared that are sorted by different rules (collations). Compare columns of the same kind.',
}


class Failed(errors.Refused):
    """A server has refused a statement. number and said: its error number and its own words; fields has ours."""

    def __init__(self, sentence: str, number: int, said: str):
        super().__init__({'q': sentence})
        self.number, self.said = number, said


def failed(error: Error, text: str, link) -> Failed:
    """The Failed of a server's error. text: the statement; link: its connection, to see which names there are."""
    said = error.msg or str(error)
    return Failed(sentence(error.errno, said, text, _names(link)), error.errno, said)


def sentence(number: int, said: str, text: str = '', names: dict | None = None) -> str:
    """What an error means. said: the server's words. names: the columns that can be read, by table."""
    explain = {1054: _no_column, 1109: _no_column, 1051: _no_table, 1146: _no_table, 1142: _no_right, 1143: _no_right,
               1055: _not_grouped, 1052: _in_two_tables, 1064: _not_understood, 1370: _no_right,
               4078: _not_alike}.get(number)
    if explain:
        return explain(said, text, names or {})
    return SENTENCES.get(number, 'The server refuses this statement. Its words say why.')


def _names(link):
    """The columns that the account of a connection may read, by table; none where it cannot be asked any more."""
    try:
        columns = {}
        for row in link.rows('course/list_names'):
            columns.setdefault(row['table_name'], []).append(row['column_name'])
        return columns
    except (Error, errors.Busy):
        return {}


def _quoted(said, place=0):
    """What the server quotes: 'rooms.nam' in "Unknown column 'rooms.nam' in 'SELECT'"."""
    found = re.findall(r"['`]([^'`]*)['`]", said)
    return found[place] if len(found) > place else ''


def _alike(name, choices):
    """' Did you mean …?' where one of some names looks like it."""
    found = difflib.get_close_matches(name.lower(), [*choices], 1, 0.6)
    return f' Did you mean {found[0]}?' if found else ''


def _no_column(said, text, names):
    column = _quoted(said)
    table, _, last = column.rpartition('.')
    used = {name: names[name] for name in names if re.search(rf'\b{name}\b', text)} or names
    where = [name for name, columns in used.items() if last in columns]
    if where and table:
        return (f'{table} is no name of a table in this statement. {last} is a column of {_listed(where)}. A table '
                'that has been given another name with AS goes by that name alone.')
    others = [name for name, columns in names.items() if last in columns]
    if others:
        return (f'None of the tables in this statement has a column {last}. It is a column of {_listed(others)}: is a '
                'JOIN missing?')
    hint = _alike(last, [each for columns in used.values() for each in columns])
    return f'There is no column {column}.' + (hint or (
        ' A name that was given with AS cannot be used in WHERE, and a text stands in quotes: \'booked\'.'))


def _no_table(said, text, names):
    return _unread(_quoted(said).rpartition('.')[2], names)


def _unread(table, names):
    """An account that has no right to a table is not told whether there is one."""
    return f'There is no table {table} that you may read.{_alike(table, names)} The list of tables is on this page.'


def _no_right(said, text, names):
    found = re.search(r"for (?:column '[^']+' in )?table [`']?(?:[^`'.]*[`']?\.[`']?)?(\w+)", said)
    table = found[1] if found else ''
    if table and table not in names:
        return _unread(table, names)
    if table in names and re.search(r'\*|^\s*TABLE\b', text, re.IGNORECASE):
        return f'{NO_RIGHT} * means all columns of {table}. Name those that you want: {", ".join(names[table])}.'
    return NO_RIGHT


def _not_grouped(said, text, names):
    quoted = _quoted(said) or 'a column'
    column = next((each for each in re.findall(r"'([^']*\.[^']*)'", said)), quoted).rpartition('.')[2]
    return (f'After GROUP BY there is one row for each group, and {column} may have several values in a group. Add it '
            f'to GROUP BY, or say which value you want: MIN({column}), MAX({column}), COUNT({column}).')


def _in_two_tables(said, text, names):
    column = _quoted(said).rpartition('.')[2]
    owners = [name for name, columns in names.items() if column in columns and re.search(rf'\b{name}\b', text)]
    example = f': {owners[0]}.{column}' if owners else ''
    return (f'Several tables in this statement have a column {column}. Write the table and a dot before it{example}, '
            f'or join with USING ({column}).')


def _not_understood(said, text, names):
    found = re.search(r"near '(.*?)'? at line (\d+)\s*$", said, re.DOTALL)
    near = found[1].lstrip() if found else ''
    if not near and re.search(r'\bFROM\s*\(', text, re.IGNORECASE) and text.endswith(')'):
        return SENTENCES[1248]
    if not near:
        return 'The statement ends too early: something is missing at its end.'
    word = re.match(r'\w*', near)[0].upper()
    before = text[:max(text.find(near), 0)].rstrip()
    if before.endswith(',') and word in ('FROM', 'WHERE', 'GROUP', 'ORDER'):
        return f'Before {word} stands a comma too many.'
    if word in ('WHERE', 'GROUP', 'HAVING', 'ORDER', 'JOIN', 'LIMIT', 'FROM', 'LEFT', 'ON'):
        return (f'The server cannot read on at {word}. The order is SELECT, FROM, JOIN … ON, WHERE, GROUP BY, HAVING, '
                'ORDER BY, LIMIT; or something is missing just before it.')
    return f'The server cannot read on at “{near[:30].splitlines()[0]}”. The mistake is there or just before.'


def _not_alike(said, text, names):
    return SENTENCES[1241] if 'row' in said else 'These two values are of kinds that cannot be compared or counted.'


def _listed(names):
    return ', '.join(names[:-1]) + f' and {names[-1]}' if len(names) > 1 else names[0]
