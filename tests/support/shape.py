"""What a database is made of, as the server tells it, so that two can be compared: see shape()."""

import re

import mysql.connector

# kind -> what identifies a part of it and what is to be the same. Both are columns of information_schema.
PARTS = {
    'tables': 'table_name, table_type, engine, table_collation, table_comment FROM tables WHERE table_schema = %s',
    'columns': 'table_name, column_name, ordinal_position, column_default, is_nullable, column_type, collation_name, '
               'extra, column_comment, generation_expression FROM columns WHERE table_schema = %s',
    'keys': 'table_name, index_name, seq_in_index, column_name, non_unique, sub_part, index_type '
            'FROM statistics WHERE table_schema = %s',
    'constraints': 'table_name, constraint_name, constraint_type FROM table_constraints WHERE table_schema = %s',
    'references': 'table_name, constraint_name, ordinal_position, column_name, referenced_table_name, '
                  'referenced_column_name FROM key_column_usage WHERE table_schema = %s',
    'cascades': 'table_name, constraint_name, update_rule, delete_rule FROM referential_constraints '
                'WHERE constraint_schema = %s',
    'checks': 'constraint_name, check_clause FROM check_constraints WHERE constraint_schema = %s',
    'triggers': 'trigger_name, event_object_table, action_timing, event_manipulation, action_order, action_statement '
                'FROM triggers WHERE trigger_schema = %s',
    'views': 'table_name, security_type, view_definition FROM views WHERE table_schema = %s',
}


def reach(settings, database=None):
    """A plain connection to the server of settings. Autocommit, tuples."""
    return mysql.connector.connect(unix_socket=settings.db_socket, user=settings.db_user, database=database,
                                   collation='utf8mb4_unicode_ci', autocommit=True)


def shape(settings) -> dict[str, set]:
    """All parts of the database that settings name, each as a tuple of texts in which its own name does not occur."""
    name = settings.db_name
    with reach(settings, 'information_schema') as connection, connection.cursor() as cursor:
        found = {}
        for kind, query in PARTS.items():
            cursor.execute(f'SELECT {query}', (name,))
            found[kind] = {tuple(_text(value).replace(f'`{name}`.', '') for value in row) for row in cursor.fetchall()}
        return found


def differences(one: dict[str, set], other: dict[str, set]) -> list[str]:
    """What only one of two shapes has, as lines for people."""
    return sorted(f'{sign} {kind}: {part}' for kind in PARTS for sign, mine, its in
                  (('-', one, other), ('+', other, one)) for part in mine[kind] - its[kind])


def contents(settings, columns: dict | None = None) -> dict[str, tuple]:
    """How many rows each table has, and a checksum of them (CHECKSUM TABLE errs where a table has generated columns).

    columns: those to be looked at, as columns_of() gives them; None: all.
    """
    columns = columns or columns_of(settings)
    with reach(settings, settings.db_name) as connection, connection.cursor() as cursor:
        found = {}
        for table, names in columns.items():
            row = ', '.join(f'QUOTE({name})' for name in names)
            cursor.execute(f"SELECT COUNT(*), SUM(CRC32(CONCAT_WS(',', {row}))) FROM {table}")
            found[table] = cursor.fetchone()
        return found


def columns_of(settings) -> dict[str, list[str]]:
    """The names of the columns of each table, those of views left out."""
    with reach(settings, settings.db_name) as connection, connection.cursor() as cursor:
        cursor.execute("SELECT table_name, column_name FROM information_schema.columns JOIN information_schema.tables "
                       "USING (table_schema, table_name) WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE' "
                       'ORDER BY table_name, ordinal_position')
        found = {}
        for table, name in cursor.fetchall():
            found.setdefault(_text(table), []).append(_text(name))
        return found


def _text(value) -> str:
    """Texts alike but for their line breaks and indentation are the same, and for the character set that MySQL writes
    before a text inside an expression: that of whoever wrote it, or, after an ALTER, that of the column beside it."""
    text = value.decode() if isinstance(value, bytes | bytearray) else str(value)
    return ' '.join(re.sub(r"\b_(ascii|utf8mb4)(?=\\*')", '', text).split())
