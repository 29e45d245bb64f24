"""The course's own databases, beside the clinic's and named after it, and the two accounts that may enter them.

    learn               the demo clinic, always at the same moment (NOW)
    bare                the same without foreign keys, and without the keys that only make finding quick
    race                as learn, for the race lab, which commits
    world_1, world_2    as learn, with more rows (lessons/worlds): what an answer to an exercise is also tried on
    big                 as learn, with some 100,000 visits

Each is made when it is first asked for, and anew where what it is made of has changed. The app's own account makes
them, so it must be one that may: the private server's is.
"""

import functools
import hashlib
import hmac
import threading
from contextlib import contextmanager
from datetime import datetime

from mysql.connector import Error

from app import config, database, errors
from app.database import pool
from app.database.sql_files import FOLDER, statements
from app.learn import recorder
from app.ops import loader, rights

NOW = datetime(2026, 11, 30, 10, 0)         # a Monday; the course's clinic is in UTC, so both its clocks show this
NOBODYS_HASH = '$2b$12$' + 53 * '.'         # no password opens an account of the course's clinic
ROOT = FOLDER.parent
PLACES = ('learn', 'bare', 'race', 'world_1', 'world_2', 'big')
WRITTEN = {'learn', 'race', 'world_1', 'world_2'}   # where the lab may write; it rolls back what it tries, but in race
NO_DATABASE, NOT_ALLOWED = 1049, {1044, 1142, 1227, 1410, 1045, 1370, 1698}
SECONDS = 10                                # for one statement, at most, before the connection counts as lost
WHAT_TO_GRANT = (
    'The SQL course needs databases of its own beside the clinic\'s, and the account {user} may not make them. Let the '
    'server\'s administrator run these statements, or switch the course off with CLINIC_LEARN=0.')
GRANTS = ('GRANT ALL ON `{name}\\_%`.* TO {user} WITH GRANT OPTION;',
          'GRANT CREATE USER, PROCESS ON *.* TO {user} WITH GRANT OPTION;')

_making = threading.Lock()
_ready: set[tuple] = set()                  # (where, database, what it is made of): made or looked at by this process


class Unavailable(errors.Refused):
    """The course's databases cannot be made here; the text says why. statements: what would let them be made."""

    def __init__(self, sentence: str, statements: tuple[str, ...] = ()):
        super().__init__(sentence, 503)
        self.statements = statements


def name_of(place: str) -> str:
    """What the server calls a place: 'clinic_learn'."""
    return f'{config.current().db_name[:56]}_{place}'


@contextmanager
def connected(place: str, account: str = 'learner'):
    """A new connection to a place, in `with`: a database.Link, closed at the end. Raises Unavailable.

    account: 'learner', who may only read and sees no secrets, or 'lab', who runs the files of db/queries.
    """
    make(place)
    with recorder.aside():
        link = database.Link(database.connect(**where(account), database=name_of(place), read_timeout=SECONDS))
        try:
            yield link
        finally:
            link.close()


def make(place: str):
    """Make sure that a place is there as it should be. Raises Unavailable."""
    if place not in PLACES:
        raise errors.NotFound(place)
    settings = config.current()
    known = (settings.db_socket, settings.db_host, settings.db_port, name_of(place), made_of(place))
    if known in _ready:
        return
    with _making, recorder.aside():
        if known not in _ready:
            try:
                with loader.linked(settings) as link:
                    loader.lock(link, 'course')
                    _make(link, place)
            except loader.LoadError as error:
                cause = error.__cause__
                if isinstance(cause, Error) and cause.errno in NOT_ALLOWED:
                    raise _not_allowed(settings) from error
                raise Unavailable(str(error)) from error
            _ready.add(known)


def is_made(place: str) -> bool:
    """Whether a place is there, so that using it takes no time."""
    settings = config.current()
    if (settings.db_socket, settings.db_host, settings.db_port, name_of(place), made_of(place)) in _ready:
        return True
    try:
        with recorder.aside(), loader.linked(settings) as link:
            link.connection.database = name_of(place)
            return _is_whole(link, place)
    except loader.LoadError:
        return False


def reset():
    """Throw all places away, and the accounts stay; each is made anew when it is next asked for. Raises Unavailable."""
    with _making, loader.linked(config.current()) as link:
        loader.lock(link, 'course')
        for place in PLACES:
            loader.put(link, name=name_of(place))
            loader.run_file(link, 'learn/drop_database.sql')
        _ready.clear()


@functools.cache
def made_of(place: str) -> str:
    """A short text that is another one as soon as anything that a place is made of has changed."""
    files = [FOLDER / 'schema.sql', FOLDER / 'demo.sql', rights.FILE, *sorted((FOLDER / 'learn').glob('*.sql'))]
    texts = [path.read_bytes() for path in (*files, *more_rows(place))]
    return hashlib.sha256(b'\0'.join(texts)).hexdigest()[:16]


def more_rows(place: str) -> list:
    """The files that a place has besides the demo clinic, in their order."""
    if place == 'big':
        return [ROOT / 'bench' / 'older_visits.sql']
    return sorted((ROOT / 'lessons' / 'worlds').glob(f'{place[-1]}-*.sql')) if place.startswith('world_') else []


def _make(link, place):
    """Make one place, with the accounts' rights in it. link: of the app's own account, to the clinic's database."""
    _run(link, 'accounts.sql')
    try:
        link.connection.database = name_of(place)
        if _is_whole(link, place):
            return
    except Error as error:
        if error.errno != NO_DATABASE:
            raise
    loader.put(link, name=name_of(place))
    loader.run_file(link, 'learn/drop_database.sql')
    loader.create_database(link, name_of(place))
    loader.fill(link, NOW, NOW, NOBODYS_HASH)
    loader.put(link, today=NOW.date(), now=NOW)
    loader.run_file(link, 'learn/more_rows.sql')
    for file in more_rows(place):
        for statement in statements(file.read_text(encoding='utf-8')):
            link.connection.cmd_query(statement)
    if place == 'bare':
        _drop_keys(link)
    if place == 'race':
        loader.run_file(link, 'learn/race_tables.sql')
    for table in link.rows('schema/list_tables', but=loader.MARK):
        if table['kind'] == 'TABLE':
            loader.put(link, name=table['name'])
            loader.run_file(link, 'learn/analyze_table.sql')
    _give_rights(link, place)
    link.change('schema/insert_loaded', version=_mark(place), now_utc=NOW)     # last: a place without it is half made


def _is_whole(link, place):
    return bool(link.value('schema/find_completed')) and bool(link.value('schema/count_loaded', version=_mark(place)))


def _mark(place):
    return f'course {made_of(place)}'


def _drop_keys(link):
    for table in [*link.rows('course/list_foreign_keys'), *link.rows('course/list_keys')]:
        loader.put(link, **table)
        loader.run_file(link, 'learn/alter_table.sql')


def _give_rights(link, place):
    """Let the two accounts in, table by table: MySQL lets who has all rights in `clinic_%` pass on no others."""
    _run(link, 'learner_rights.sql')
    for table in link.rows('schema/list_tables', but=loader.MARK):
        if place not in WRITTEN or table['kind'] == 'VIEW':
            _run(link, 'lab_reads.sql', THIS_TABLE=f'`{table["name"]}`')
    if place == 'race':
        _run(link, 'race_rights.sql')
    if place in WRITTEN:
        _run(link, 'lab_rights.sql')
        for statement in statements(rights.FILE.read_text(encoding='utf-8')):
            link.connection.cmd_query(statement.replace('APP_ACCOUNT', _account('lab')))


def _run(link, name, **words):
    """Run a file of db/learn, with the accounts' names and passwords for the words in capitals."""
    for account in ('learner', 'lab'):
        words |= {f'{account.upper()}_ACCOUNT': _account(account), f'{account.upper()}_PASSWORD': _password(account)}
    for statement in statements((FOLDER / 'learn' / name).read_text(encoding='utf-8')):
        for word, meant in words.items():
            statement = statement.replace(word, meant)
        link.connection.cmd_query(statement)


def _user(account):
    return f'{account}_of_{config.current().db_name}'[:32]


def _account(account):
    return f"'{_user(account)}'@'{'localhost' if config.current().db_socket else '%'}'"


def _password(account):
    """The account's password, worked out from CLINIC_SECRET, so that it stands nowhere."""
    return hmac.new(config.current().secret.encode(), f'course {account}'.encode(), hashlib.sha256).hexdigest()


def where(account: str) -> dict:
    """Where the server is and how an account of the course comes in, as database.connect() takes it."""
    return {**pool.where(config.current()), 'user': _user(account), 'password': _password(account)}


def _not_allowed(settings):
    with recorder.aside(), loader.linked(settings) as link:
        user, _, host = link.value('schema/find_account').rpartition('@')
    words = {'user': f"'{user}'@'{host}'", 'name': settings.db_name.replace('_', '\\_')}
    return Unavailable(WHAT_TO_GRANT.format(**words), tuple(grant.format(**words) for grant in GRANTS))
