"""What the app's own account may do, table by table: db/rights.sql, given by the owner of the tables, and compared."""

import re

from mysql.connector import Error

from app.database.sql_files import FOLDER, statements

FILE = FOLDER / 'rights.sql'
GRANT = re.compile(r'GRANT (.+?) +ON (\w+) +TO APP_ACCOUNT')
ON_ALL_TABLES = 'SELECT, INSERT, UPDATE, DELETE'     # what releases before 0.2.0 gave
NO_SUCH_GRANT = 1141
NO_ACCOUNT = {1133, 1410}
# MariaDB's GRANT makes an account that is not there, without a password, unless it is told not to. (MySQL skips the
# comment.)
NO_NEW_ACCOUNT = "SET @kept = 1 /*M!, sql_mode = CONCAT(@@sql_mode, ',NO_AUTO_CREATE_USER') */"


class RightsError(Exception):
    """The app's account could not be given its rights; the text is one sentence for the person who ran the command."""



def give(link, config):
    """Give the account that DB_APP_ACCOUNT names its rights, and take back what it had on all tables at once.

    link: a connection of the owner, to the database of `config`. Where no account is named nothing is done.
    Raises RightsError.
    """
    if not config.db_app_account:
        return
    user, _, host = config.db_app_account.partition('@')
    account = f"'{user}'@'{host}'"
    link.connection.cmd_query(NO_NEW_ACCOUNT)
    try:
        for statement in statements(FILE.read_text(encoding='utf-8')):
            link.connection.cmd_query(statement.replace('APP_ACCOUNT', account))
        _take_back(link, f'REVOKE {ON_ALL_TABLES} ON `{config.db_name}`.* FROM {account}')
    except Error as error:
        if error.errno in NO_ACCOUNT:
            raise RightsError(f'DB_APP_ACCOUNT names {config.db_app_account}, an account that the server does not '
                              'have: run db/grants.sql first.') from error
        raise RightsError(f'{config.db_user} may not give DB_APP_ACCOUNT its rights: run db/grants.sql again as the '
                          f'server\'s administrator ({error.msg}).') from error


def _take_back(link, statement):
    try:
        link.connection.cmd_query(statement)
    except Error as error:
        if error.errno != NO_SUCH_GRANT:
            raise


def wanted() -> set[tuple[str, str]]:
    """What the app needs: (table, right), such as ('audit_log', 'UPDATE (details)') where it is one column's."""
    found = set()
    for statement in statements(FILE.read_text(encoding='utf-8')):
        rights, table = GRANT.match(statement).groups()
        for right, columns in re.findall(r'([A-Z]+)(?: \(([^)]+)\))?', rights):
            found |= {(table, f'{right} ({column})') for column in columns.split(', ')} if columns else {(table, right)}
    return found


def listed(rights: set[tuple[str, str]]) -> str:
    """Some rights in words, the first few: 'INSERT on claims, UPDATE on spans'."""
    words = [f'{right} on {table}' for table, right in sorted(rights)]
    return ', '.join(words[:4]) + (f' and {len(words) - 4} more' if len(words) > 4 else '')
