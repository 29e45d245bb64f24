"""What people do with their own account: where it is signed in, whom it books for, a copy of all it holds, and its end.
Each act is one transaction with its audit.
"""

from datetime import date, datetime, timedelta

from app import audit, clock, database, names
from app.accounts import sessions, sign_in, users
from app.errors import NotFound, Refused
from app.visitor import Visitor

MOST_PATIENTS = 20              # one account books for
MOST_ADDED = 5                  # in A_DAY: a family in one sitting, and no list of made-up people
A_DAY = timedelta(hours=24)
MOST_SESSIONS = 50              # shown
MOST_ACTS = 10_000              # in the copy of all data: a desk does more in its years
MOST_VIEWS = 100_000            # likewise: looked at, or by, on each day of their years
OF_THE_ACCOUNT = ('email', 'email_proven_utc', 'role', 'full_name', 'phone', 'birth_date', 'theme', 'created_utc',
                  'signed_in_utc', 'second_factor_utc')
EVERYTHING = {'first_day': date(1000, 1, 1), 'end_day': date(9999, 12, 31), 'limit': 1_000_000, 'offset': 0}


def list_sessions(visitor: Visitor) -> list[dict]:
    """Where the account is signed in, latest use first: session_id, created_utc, seen_utc, address, device."""
    return database.rows('sessions/list_own', user_id=visitor.user_id, now_utc=clock.now_utc(), limit=MOST_SESSIONS)


@database.retried
def end_session(visitor: Visitor, session_id: int):
    """End one of the account's own sessions. One that has ended meanwhile is no mistake."""
    with database.transaction() as tx:
        if tx.change('sessions/delete_own', session_id=session_id, user_id=visitor.user_id):
            audit.record(tx, visitor, 'session ended', 'users', visitor.user_id)


@database.retried
def end_other_sessions(visitor: Visitor):
    """End every session of the account but the one that asks for it."""
    with database.transaction() as tx:
        sessions.end_all(tx, visitor.user_id, visitor.session_id)
        audit.record(tx, visitor, 'other sessions ended', 'users', visitor.user_id)


@database.retried
def change_details(visitor: Visitor, details: dict):
    """Save a visitor's own name and phone (and a patient's birth date). details: of forms.profile.read_details."""
    with database.transaction() as tx:
        if visitor.is_patient:                          # before the account, in the one order of locks
            tx.change('patients/set_own_details', user_id=visitor.user_id, **details)
        tx.change('users/set_details', user_id=visitor.user_id, full_name=details['full_name'],
                  phone=details['phone'])
        audit.record(tx, visitor, 'details changed', 'users', visitor.user_id)


@database.retried
def add_relative(visitor: Visitor, relative: dict) -> int:
    """Add a child or relative whom the account books for; the patient_id. relative: of forms.profile.read_relative.

    The same form again gives the patient whom it added the first time. Raises Refused where somebody of that name and
    birth date is there with other details, and where the account has MOST_PATIENTS already, or MOST_ADDED of a day.
    """
    now_utc = clock.now_utc()
    with database.transaction() as tx:
        count = len(tx.rows('patients/lock_of_account', user_id=visitor.user_id))
        people = tx.rows('patients/list_own', user_id=visitor.user_id)
        for known in people:
            if _is_the_same(known, relative, 'birth_date'):
                if _is_the_same(known, relative, 'birth_date', 'relation', 'phone'):
                    return known['patient_id']
                raise Refused({'full_name': 'This person is already in your list. You can change their details there.'})
        if count >= MOST_PATIENTS:
            raise Refused(f'One account can book for at most {MOST_PATIENTS} people. Please call us.')
        if sum(each['relation'] != 'self' and each['created_utc'] > now_utc - A_DAY for each in people) >= MOST_ADDED:
            raise Refused(f'You can add at most {MOST_ADDED} people a day. Please add the next tomorrow, or call us.')
        patient_id = tx.insert('patients/insert', user_id=visitor.user_id, email=None, now_utc=now_utc, **relative)
        audit.record(tx, visitor, 'person added', 'patients', patient_id)
        return patient_id


def _is_the_same(known, relative, *details):
    return names.fold(known['full_name']) == names.fold(relative['full_name']) and all(
        known[name] == relative[name] for name in details)


def find_relative(visitor: Visitor, patient_id: int) -> dict:
    """A child or relative of the account: the row of patients/find_own. Raises NotFound."""
    relative = database.one('patients/find_own', patient_id=patient_id, user_id=visitor.user_id)
    if not relative or relative['relation'] == 'self':
        raise NotFound()
    return relative


@database.retried
def change_relative(visitor: Visitor, patient_id: int, relative: dict):
    """Save what is known of a child or relative. relative: as forms.profile.read_relative gives it."""
    with database.transaction() as tx:
        if tx.change('patients/set_relative', patient_id=patient_id, user_id=visitor.user_id, **relative):
            audit.record(tx, visitor, 'person changed', 'patients', patient_id)


def close_account(visitor: Visitor, current_password: str):
    """Close a patient's account: coming visits are cancelled, what is personal is forgotten, past visits still count.

    Raises Refused: a wrong password (422), too many tries (429), while somebody of the account is in the clinic (409).
    """
    sign_in.check_password(visitor, current_password)
    _close_account(visitor)


@database.retried
def _close_account(visitor):
    with database.transaction() as tx:
        users.forget_all(tx, visitor, users.hold_own(tx, visitor.user_id))
        audit.record(tx, None, 'account closed by its owner', 'users', visitor.user_id)


def everything(visitor: Visitor) -> dict:
    """A copy of all that is kept about the account, as JSON can take it; times with their offset."""
    user_id = visitor.user_id
    account = sign_in.find_account(visitor)
    found = {
        'people': database.rows('patients/list_own', user_id=user_id),
        'visits': database.rows('appointments/list_own', user_id=user_id, **EVERYTHING),
        'history_of_visits': database.rows('appointment_history/list_own', user_id=user_id),
        'mail': database.rows('notifications/list_own', user_id=user_id),
        'calls': database.rows('calls/list_own', user_id=user_id),
        'links_about_addresses': database.rows('address_links/list_own', user_id=user_id),
        'signed_in': list_sessions(visitor),
        'sign_in_attempts': database.rows('sign_in_attempts/list_own', user_id=user_id),
        # the day and the role, not the name: staff act for the clinic, and it is their data too (CJEU C-579/21)
        'looked_at': database.rows('record_views/list_own', user_id=user_id, limit=MOST_VIEWS),
        'looks': database.rows('record_views/list_by_account', user_id=user_id, limit=MOST_VIEWS),
        'agreements': database.rows('agreements/list_own', user_id=user_id),
        'acts': database.rows('audit_log/list_own', user_id=user_id, limit=MOST_ACTS),
    }
    known = {name: account[name] for name in OF_THE_ACCOUNT}
    return {'account': _plain(known), **{name: [_plain(row) for row in rows] for name, rows in found.items()}}


def _plain(row):
    return {name.removesuffix('_utc') + ('_at' if name.endswith('_utc') else ''): _plain_value(name, value)
            for name, value in row.items()}


def _plain_value(name, value):
    if isinstance(value, datetime):
        return clock.iso(clock.to_local(value) if name.endswith('_utc') else value)
    return value.isoformat() if isinstance(value, date) else value


BROWSERS = (('Edg', 'Edge'), ('OPR/', 'Opera'), ('Firefox/', 'Firefox'), ('Chrome/', 'Chrome'), ('Safari/', 'Safari'))
SYSTEMS = (('iPhone', 'iPhone'), ('iPad', 'iPad'), ('Android', 'Android'), ('Windows', 'Windows'), ('Mac OS', 'Mac'),
           ('Linux', 'Linux'))


def device(agent: str) -> str:
    """What a browser calls itself, in two words: Firefox on Linux."""
    words = [next((name for sign, name in known if sign in agent), None) for known in (BROWSERS, SYSTEMS)]
    return ' on '.join(filter(None, words)) or 'Unknown device'
