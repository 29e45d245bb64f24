"""What `python clinic.py check` looks at: each gives good news in a sentence, or raises Wrong with what is to be done.

They are given `seen`: settings (app.config.Config), and what earlier ones found. None leaves anything changed.
"""

import dataclasses
import re
import secrets
import shutil
import time
import zoneinfo
from datetime import datetime, timedelta

from mysql.connector import Error

from app import clock, config, database
from app.errors import Busy, Refused
from app.mail import try_out
from app.mail.outcomes import Failed
from app.mail.smtp import Limits
from app.ops import loader, migrations, private_server
from app.ops import rights as table_rights

RENEW = 'see docs/upgrades.md, "Rights of the app\'s account".'
OLDEST = {'MySQL': (8, 0, 16), 'MariaDB': (10, 6, 0)}
SECONDS_APART = 5               # how far the database's clock and ours may be apart
LEAST_ROOM = 500                # MB
REFUSALS = {1049: 'DB_NAME names no database: make one, as db/grants.sql does.',
            1142: 'DB_USER may not read the tables: see db/grants.sql.',
            2002: 'No database server answers at DB_SOCKET: does it run, and is that its socket?',
            2003: 'No database server answers at DB_HOST and DB_PORT: does it run, and may this machine reach it?',
            2005: 'DB_HOST is no machine that can be found from here.'}
FAR_AWAY = datetime(2099, 6, 1, 9, 0)   # when nobody has a visit


class Advice(Exception):
    """The text is one sentence: what is still to be done, while nothing is broken."""


class Wrong(Exception):
    """The text is one sentence: what is wrong, and what to do about it."""


def settings(seen) -> str:
    """What kind of clinic this is, and who may read its secrets."""
    file = config.ROOT / '.env'
    if file.exists() and file.stat().st_mode & 0o077:
        raise Wrong(f'Others may read {file}: run chmod 600 {file}.')
    if not seen.settings.production:
        return 'CLINIC_ENV is development: for trying out, not for patients.'
    behind = seen.settings.trusted_proxy
    return f'production, at {seen.settings.url}, ' + (f'behind the proxy at {behind}.' if behind else
                                                      'with no trusted proxy (CLINIC_TRUSTED_PROXY).')


def disk(seen) -> str:
    """Room where the program lives; the database's own disk is not ours to see."""
    free = shutil.disk_usage(config.ROOT).free // 10**6
    if free < LEAST_ROOM:
        raise Wrong(f'Only {free} MB are free on the disk of {config.ROOT}: make room.')
    return f'{free} MB are free.'


def zones(seen) -> str:
    """Time zone data, and the clinic's own time."""
    if len(zoneinfo.available_timezones()) < 300:
        raise Wrong('Most time zones cannot be looked up: install the package tzdata.')
    return f'In {seen.settings.timezone.key} it is {clock.now():%Y-%m-%d %H:%M}.'


def server(seen) -> str:
    """The database answers and is new enough; a COMMIT is on disk. Opens the pool for the checks after this one."""
    found = asked(seen, lambda: database.one('schema/find_server'))
    kind = 'MariaDB' if 'mariadb' in found['version'].lower() else 'MySQL'
    number = tuple(map(int, re.findall('[0-9]+', found['version'])[:3]))
    if number < OLDEST[kind]:
        raise Wrong(f'{kind} {found["version"]} is too old: {".".join(map(str, OLDEST[kind]))} or newer is needed.')
    if found['flush_at_commit'] != 1:
        raise Wrong('A power cut could lose bookings: set innodb_flush_log_at_trx_commit = 1 on the database server.')
    seen.apart = abs(float(found['clock']) - time.time())
    return f'{kind} {found["version"]}.'


def rights(seen) -> str:
    """DB_USER may do what it must, and in production no more: table by table."""
    everywhere = {row['may'] for row in asked(seen, lambda: database.rows('schema/list_rights'))} - {'USAGE'}
    wanted, has = table_rights.wanted(), {
        (row['table_name'], f'{row["may"]} ({row["column_name"]})' if row['column_name'] else row['may'])
        for row in database.rows('schema/list_table_rights')}
    missing = {(table, right) for table, right in wanted - has if right.split()[0] not in everywhere}
    if missing:
        raise Wrong(f'DB_USER may not {table_rights.listed(missing)}: {RENEW}')
    if seen.settings.production and (everywhere or has - wanted):
        more = f'{_listed(everywhere)} on all tables' if everywhere else table_rights.listed(has - wanted)
        raise Wrong(f'DB_USER may do more than it should ({more}): {RENEW}')
    return f'DB_USER is {seen.settings.db_user} and may do what db/rights.sql says' + (
        ', and more.' if everywhere or has - wanted else ', and nothing else.')


def schema(seen) -> str:
    """All tables are there, of this release, without the demo where patients are."""
    whole = asked(seen, lambda: database.value('schema/find_completed'))
    try:
        loader.refuse_half_restored(database)
    except loader.LoadError as error:
        raise Wrong(str(error)) from None
    if not whole:
        raise Wrong('There are no tables: run python clinic.py load-schema with the account that may create them.')
    if not database.value('schema/count_loaded', version='schema'):
        raise Wrong('Loading the tables was cut short: empty the database, then run python clinic.py load-schema.')
    if seen.settings.production and database.value('schema/count_loaded', version='demo'):
        raise Wrong('The demo clinic with its well-known passwords is in the database: let DB_NAME name another.')
    try:
        waiting = migrations.pending(database)
    except migrations.MigrationError as error:
        raise Wrong(str(error)) from None
    if waiting:
        raise Wrong(f'{len(waiting)} upgrades of the tables wait, from {waiting[0]} on: run python clinic.py migrate.')
    zone = database.value('clock_gaps/find_timezone')
    if zone not in (None, seen.settings.timezone.key):
        raise Wrong(loader.OTHER_ZONE.format(ours=seen.settings.timezone.key, its=zone))
    return 'The tables are there as a whole, and of this release.'


def triggers(seen) -> str:
    """Bookings claim their time, moves move it, a taken time is refused: tried out, then rolled back."""
    asked(seen, lambda: database.value('schema/find_completed'))
    try:
        with database.transaction() as tx:
            _try_out(tx)
            raise _Enough()
    except _Enough:
        return 'A booking claims its time, a move takes it along, a second one is refused (all rolled back).'
    except (Error, Refused) as error:
        raise Wrong(f'A booking could not be tried out: {getattr(error, "msg", error)}.') from None


def claims(seen) -> str:
    """Each visit ahead holds exactly its own time."""
    wrong = asked(seen, lambda: database.rows('claims/list_wrong', now=clock.now(), limit=20))
    if wrong:
        raise Wrong('These visits do not hold their time, so somebody else could be given it: '
                    f'{", ".join(str(visit["appointment_id"]) for visit in wrong)}. Book them anew.')
    return 'Each visit ahead holds its own time.'


def view(seen) -> str:
    """The views of what can be booked, and of whose visits somebody may see."""
    asked(seen, lambda: database.value('availability/count_view'))
    asked(seen, lambda: database.value('staff/find_sees_all', user_id=0))
    return 'What can be booked, and whose visits who sees, can be asked (views free_starts and whose_visits).'


def clocks(seen) -> str:
    """This machine and the database agree on the time."""
    if not hasattr(seen, 'apart'):
        server(seen)
    if seen.apart > SECONDS_APART:
        raise Wrong(f'The database\'s clock and this machine\'s are {seen.apart:.0f} seconds apart: set both by NTP.')
    return 'This machine and the database agree on the time.'


def admins(seen) -> str:
    """Somebody can run the clinic."""
    count = asked(seen, lambda: database.value('users/count_admins'))
    if not count:
        raise Wrong('No admin can sign in: run python clinic.py create-admin.')
    return f'{count} can sign in.'


def mail(seen) -> str:
    """The mail server is reached, its certificate holds, it takes our password, our address, a recipient here and one
    elsewhere. Nothing is sent: the conversation ends before any mail."""
    given = seen.settings
    if not given.smtp_host:
        return 'No mail server is set up (SMTP_HOST): mail waits at /admin/notifications. See docs/mail.md.'
    try:
        heard = try_out.ask(given, Limits(connect=10, reply=10, whole=25))
    except Failed as failed:
        raise Wrong(f'{given.smtp_host}, port {given.smtp_port}, does not take our mail ({failed.stage}): '
                    f'{failed.code or ""} {failed.answer}'.replace(':  ', ': ')) from None
    kept = 'unencrypted' if given.smtp_security == 'none' else f'by {given.smtp_security.upper()}'
    who = f', takes {given.smtp_user}' if given.smtp_user else ''
    return f'{given.smtp_host}, port {given.smtp_port}, {kept}{who}. {heard}'


ALL = (('settings', settings), ('disk', disk), ('zones', zones), ('server', server), ('rights', rights),
       ('schema', schema), ('triggers', triggers), ('claims', claims), ('view', view), ('clocks', clocks),
       ('admins', admins), ('mail', mail))


class _Enough(Exception):
    """Ends the transaction of a trial without a trace."""


def asked(seen, question):
    """The database's answer; the pool is opened first where it is not open yet. Raises Wrong."""
    try:
        if not hasattr(seen, 'opened'):
            given = seen.settings
            if given.private_server:
                given = dataclasses.replace(given, db_socket=str(private_server.start(given)))
            config.use(given)
            database.open(given, 2)
            seen.opened = True
        return question()
    except private_server.ServerError as error:
        raise Wrong(str(error)) from None
    except (Busy, Error) as error:
        number = re.search(r'\b([0-9]{4}) \(', str(error))     # 1045 (28000): …
        known = {**loader.REFUSALS, **REFUSALS}.get(number and int(number[1]))
        raise Wrong(known or f'The database says: {error}') from None


def _try_out(tx):
    """Book, move and book again, with people who exist only inside this transaction. Raises Wrong."""
    visit = _made_up_visit(tx)
    first = tx.insert('appointments/insert', starts_at=FAR_AWAY, ends_at=FAR_AWAY + timedelta(minutes=30), **visit)
    if tx.value('claims/count_of_appointment', appointment_id=first, starts_at=FAR_AWAY) != 6:
        raise Wrong('A booking does not claim its time, so double bookings are possible: the triggers are missing.')
    later = {'starts_at': FAR_AWAY + timedelta(hours=1), 'ends_at': FAR_AWAY + timedelta(minutes=90)}
    tx.change('appointments/move', appointment_id=first, staff_id=visit['staff_id'], service_id=visit['service_id'],
              room_id=None, pause_minutes=0, **later)
    if tx.value('claims/count_of_appointment', appointment_id=first, starts_at=later['starts_at']) != 6 or \
            tx.value('claims/count_of_appointment', appointment_id=first, starts_at=FAR_AWAY) != 6:
        raise Wrong('A move does not take its claims along: the triggers of updates are missing.')
    try:
        tx.insert('appointments/insert', **later, **visit)
    except Refused as refused:
        if refused.constraint in ('staff_is_free', 'patient_is_free'):
            return
        raise
    raise Wrong('The database took two visits at the same time: its unique keys on claims are missing.')


def _made_up_visit(tx) -> dict:
    """A visit's values but its times, for rows that will never be committed."""
    word, now_utc = secrets.token_hex(8), clock.now_utc()
    user_id = tx.insert('users/insert', email=f'check-{word}@clinic.invalid', email_is_proven=False,
                        password_hash=None, role='staff', full_name='Trial of check', phone=None, now_utc=now_utc)
    staff_id = tx.insert('staff/insert', user_id=user_id, specialization='', slot_minutes=30, usual_room_id=None,
                         is_bookable=False, is_online=False, is_desk=False, video_link=None)
    patient_id = tx.insert('patients/insert', user_id=None, relation='self', full_name='Trial of check',
                           birth_date=None, phone=None, email=None, now_utc=now_utc)
    service_id = tx.insert('services/insert', name=f'check {word}', minutes=30, pause_minutes=0, how_to_prepare='',
                           shares_reasons=False, place='room', is_active=False, is_online=False, notice_minutes=None,
                           horizon_days=None, cancel_deadline_minutes=None)
    return {'patient_id': patient_id, 'staff_id': staff_id, 'service_id': service_id, 'room_id': None,
            'pause_minutes': 0, 'status': 'booked', 'reason': '', 'booked_by': None, 'now_utc': now_utc,
            'request_key': None}


def _listed(words) -> str:
    return ', '.join(sorted(words))
