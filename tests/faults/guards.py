"""What guards the clinic, and what stands there without it: tests/faults/check_guards.py takes each out in turn.

A guard is named by what it keeps. old is a text that is once in the file of path; new is what the file says without
the guard; tests are where somebody must notice.
"""

from typing import NamedTuple


class Guard(NamedTuple):
    name: str
    path: str
    old: str
    new: str
    tests: tuple[str, ...]


def sql(name, query, old, new, *tests):
    return Guard(name, f'db/queries/{query}.sql', old, new, tests)


def schema(name, old, new, *tests):
    return Guard(name, 'db/schema.sql', old, new, tests)


def code(name, module, old, new, *tests):
    return Guard(name, f'app/{module}.py', old, new, tests)


RACES, SCHEMA, ACCESS = 'tests/test_races.py', 'tests/test_schema.py', 'tests/test_access.py'
ACCOUNTS, SENDING, WORKERS = 'tests/test_accounts.py', 'tests/test_mail_sending.py', 'tests/test_mail_workers.py'
WEB, CSRF, BOOKING = 'tests/test_web.py', 'tests/test_csrf_and_headers.py', 'tests/test_booking.py'
LINKS, DATABASE, VISITS = 'tests/test_mail_links.py', 'tests/test_database.py', 'tests/test_visit_pages.py'
AVAILABILITY, USERS, DESK = 'tests/test_availability.py', 'tests/test_admin_users.py', 'tests/test_desk.py'
KEPT = 'tests/test_kept_forms.py'
ADDRESSES = 'tests/test_addresses.py'

LOCKS, LEASES, TWO = 'tests/test_locks.py', 'tests/test_mail_leases.py', 'tests/test_races_with_admins.py'
ONE_S_OWN = "whose_visits.staff_id IS NOT NULL);"

GUARDS = [
    # ---- nobody gets a taken time
    schema(
        'key staff_is_free',
        'UNIQUE KEY staff_is_free   (staff_id, at)',
        'KEY staff_is_free (staff_id, at)',
        RACES,
        SCHEMA,
    ),
    schema(
        'key room_is_free', 'UNIQUE KEY room_is_free    (room_id, at)', 'KEY room_is_free (room_id, at)', RACES, SCHEMA
    ),
    schema(
        'key patient_is_free',
        'UNIQUE KEY patient_is_free (patient_id, at)',
        'KEY patient_is_free (patient_id, at)',
        RACES,
        SCHEMA,
    ),
    schema(
        "trigger that claims a new visit's time",
        'WHERE appointments.appointment_id = NEW.appointment_id;',
        'WHERE FALSE;',
        SCHEMA,
    ),
    schema(
        'a cancelled visit holds no time',
        "CASE WHEN status IN ('booked', 'arrived', 'completed') THEN",
        "CASE WHEN status IN ('booked', 'arrived', 'completed', 'cancelled') THEN",
        SCHEMA,
        BOOKING,
    ),
    schema(
        'visits keep the grid of five minutes',
        'MINUTE(starts_at) % 5 = 0 AND SECOND(starts_at) = 0 AND MINUTE(ends_at) % 5 = 0 AND SECOND(ends_at) = 0',
        '1 = 1',
        SCHEMA,
    ),
    schema(
        'request_key is unique',
        'UNIQUE KEY request_is_carried_out_once (request_key)',
        'KEY request_is_carried_out_once (request_key)',
        SCHEMA,
        RACES,
    ),
    sql('row lock of patient and person', 'patients/lock_with_staff', 'FOR UPDATE;', ';', LOCKS),
    sql('the day is held while it is booked', 'calendar/lock_with_service', 'LOCK IN SHARE MODE;', ';', LOCKS, TWO),
    sql('row lock of the visit', 'appointments/lock', 'FOR UPDATE;', ';', LOCKS),
    sql('row lock of the room', 'rooms/lock', 'FOR UPDATE;', ';', LOCKS),
    sql('lock of all admins', 'users/lock_admins', 'FOR UPDATE;', ';', LOCKS),
    code(
        'READ COMMITTED',
        'database/pool',
        'SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED',
        'SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ',
        DATABASE,
        RACES,
    ),
    code(
        'a second click finds the first visit',
        'visits/scheduling',
        "        if earlier['is_of_this_form']:\n            return earlier['appointment_id']\n",
        '',
        BOOKING,
        RACES,
    ),
    code(
        'another form with the same key books too',
        'visits/scheduling',
        "if earlier['is_of_this_form']:",
        'if True:',
        BOOKING,
    ),
    code('a deadlock is tried again', 'database/__init__', '1213: 5, ', '', DATABASE),
    code(
        'no second COMMIT where the first may have happened',
        'database/__init__',
        'has_request_key or isinstance(error, Lost)',
        'True',
        DATABASE,
    ),
    code(
        'a rollback on any exception',
        'database/__init__',
        '            _roll_back(link)\n            raise',
        '            raise',
        DATABASE,
    ),
    # ---- the rules of booking
    sql('notice', 'availability/check_rules', 'INTERVAL settings.notice_minutes MINUTE', 'INTERVAL 0 MINUTE', BOOKING),
    sql(
        'closed days',
        'availability/check_rules',
        'LEFT JOIN closures ON closures.day = wanted.day',
        'LEFT JOIN closures ON FALSE',
        BOOKING,
        AVAILABILITY,
    ),
    sql(
        'limit of visits ahead', 'availability/check_taken', '>= settings.visits_ahead_limit AS', '>= 1000 AS', BOOKING
    ),
    sql(
        'retired rooms are not given',
        'availability/check_taken',
        ' AND rooms.is_active',
        '',
        BOOKING,
        AVAILABILITY,
        'tests/test_admin_rooms.py',
    ),
    sql(
        'legal moves of a status',
        'appointments/set_status',
        'ON status_transitions.from_status = appointments.status\n   AND ',
        'ON ',
        VISITS,
        BOOKING,
        'tests/test_staff_day.py',
    ),
    code(
        'the deadline of patients',
        'visits/scheduling',
        "    if now > clinic.changes_until(before['starts_at']):\n",
        '    if False:\n',
        BOOKING,
        VISITS,
    ),
    code(
        'no status before its time',
        'visits/rules',
        "    if sentence:\n        raise Refused(sentence, 422, rule='not_yet')\n",
        '',
        VISITS,
    ),
    code(
        'the day is held while a no-show is undone',
        'visits/rules',
        "        tx.rows('calendar/lock_days', first_day=day, last_day=day)\n",
        '',
        VISITS,
    ),
    code(
        'only staff overrule',
        'visits/scheduling',
        ' & rules.OVERRULABLE if visitor.is_clinic else set()',
        ' & rules.OVERRULABLE',
        BOOKING,
        'tests/test_fuzz.py',
    ),
    # ---- whose record it is
    sql(
        'patients see their own visits',
        'appointments/find',
        "IF(%(role)s = 'patient', patients.user_id = %(user_id)s",
        "IF(%(role)s = 'patient', %(user_id)s = %(user_id)s",
        ACCESS,
        VISITS,
    ),
    sql('staff see their own visits', 'appointments/find', ONE_S_OWN, 'TRUE);', ACCESS, VISITS),
    schema(
        "only the desk and admins see everybody's visits",
        'own.is_desk OR staff.staff_id = own.staff_id',
        'TRUE',
        ACCESS,
    ),
    sql(
        'staff change their own visits',
        'appointments/find_for_change',
        ONE_S_OWN,
        'TRUE);',
        ACCESS,
        VISITS,
    ),
    sql(
        'patients book for their own people',
        'patients/lock_with_staff',
        "(patients.user_id <=> %(user_id)s OR %(role)s <> 'patient')",
        '(%(user_id)s = %(user_id)s OR %(role)s = %(role)s)',
        ACCESS,
        BOOKING,
    ),
    sql(
        'a session ends',
        'sessions/find_visitor',
        ' AND sessions.expires_utc > %(now_utc)s',
        ' AND %(now_utc)s = %(now_utc)s',
        ACCOUNTS,
    ),
    sql('a closed account is nobody', 'sessions/find_visitor', ' AND users.is_active', '', ACCOUNTS, USERS),
    code("a page's audience", 'web/guard', 'visitor.role not in audience', 'False', ACCESS, WEB),
    code(
        'a route without audience', 'web/guard', 'declared if declared <= AUDIENCES else frozenset()', 'declared', WEB
    ),
    # ---- forms
    code('CSRF token', 'web/csrf', 'hmac.compare_digest(given.encode(), _bound(bound_to).encode())', 'True', CSRF),
    code('a kept form changes nothing', 'database/__init__', 'if _refusal.get():', 'if False:', KEPT),
    code(
        'a kept form is for those it was from',
        'pages/sign_in_page',
        "if not guard.audience_of(route) & {'signed_in', visitor().role}:",
        'if False:',
        KEPT,
    ),
    code('forms from other sites', 'web/csrf', "site in ('same-origin', 'none')", 'True', CSRF),
    code(
        'only our own addresses after sign-in',
        'web/guard',
        'return True\n    except HTTPError:\n        return False',
        'return True\n    except HTTPError:\n        return True',
        WEB,
    ),
    code('strict UTF-8 in forms', 'forms/decoding', ".decode('utf-8')", ".decode('utf-8', 'replace')", WEB),
    Guard(
        'what patients typed is escaped',
        'views/patient/visits/show.tpl',
        "{{visit['patient_name']}}",
        "{{!visit['patient_name']}}",
        (WEB, VISITS, 'tests/test_fuzz.py'),
    ),
    code(
        'formulas in CSV files',
        'web/csv_files',
        'isinstance(value, str) and value.startswith(_FORMULA)',
        'False',
        'tests/test_reports.py',
        'tests/test_admin_visits.py',
    ),
    code('Content-Security-Policy', 'web/wsgi', "script-src 'none'; ", '', CSRF, WEB),
    code('cookies that scripts cannot read', 'web/cookies', "'httponly': True", "'httponly': False", CSRF, ACCOUNTS),
    # ---- accounts
    code('limit of tries by account and address', 'accounts/attempts', 'PAIR = (5,', 'PAIR = (5000,', ACCOUNTS),
    code(
        'limit of tries by network',
        'accounts/attempts',
        "_wait(counted['network_failures'], counted['network_last_utc'], NETWORK, now_utc)",
        '0',
        ACCOUNTS,
    ),
    code(
        'an unknown account takes as long',
        'accounts/passwords',
        '(stored if possible else _nobodys_hash()).encode()',
        "(stored or '').encode()",
        ACCOUNTS,
    ),
    code(
        'a new password ends all sessions',
        'accounts/sign_in',
        '    sessions.end_all(tx, user_id)\n',
        '',
        ACCOUNTS,
        'tests/test_passwords.py',
    ),
    sql(
        'a one-time link ends',
        'password_resets/find',
        'AND password_resets.expires_utc > %(now_utc)s',
        'AND %(now_utc)s = %(now_utc)s',
        'tests/test_passwords.py',
        ACCOUNTS,
    ),
    # ---- mail
    sql('one worker takes a mail', 'notifications/claim', "AND state = 'pending'\n", '', LEASES),
    sql(
        'the lease of a mail',
        'notifications/release_leases',
        '  AND lease_until_utc <= %(now_utc)s',
        '  AND %(now_utc)s = %(now_utc)s',
        LEASES,
    ),
    schema(
        'mail is queued once',
        'UNIQUE KEY mail_is_queued_once (dedupe_key)',
        'KEY mail_is_queued_once (dedupe_key)',
        LEASES,
    ),
    code(
        'signature of a link',
        'mail/links',
        'right = hmac.compare_digest(signature.encode(), _signature(purpose, visit, minute).encode())',
        'right = True',
        LINKS,
    ),
    code(
        'a mail about a visit that was moved or cancelled',
        'mail/worker',
        '        if reason:\n',
        '        if False:\n',
        SENDING,
        'tests/test_mail_letters.py',
    ),
    # ---- proven addresses
    sql(
        'mail about visits goes to proven addresses',
        'notifications/insert_for_visit',
        'AND COALESCE(holders.proven_email, patients.email) IS NOT NULL',
        'AND COALESCE(holders.email, patients.email) IS NOT NULL',
        ADDRESSES,
    ),
    sql(
        'a reminder goes to a proven address',
        'notifications/insert_reminders',
        '  AND COALESCE(holders.proven_email, patients.email) IS NOT NULL',
        '  AND COALESCE(holders.email, patients.email) IS NOT NULL',
        ADDRESSES,
    ),
    sql(
        'the address is proven still when a mail is sent',
        'appointments/find_for_mail',
        'holders.proven_email',
        'holders.email',
        ADDRESSES,
    ),
    code(
        'who registers has an address that is not proven',
        'accounts/registration',
        'email_is_proven=False',
        'email_is_proven=True',
        ADDRESSES,
    ),
    code(
        'the same form of a registration twice at once',
        'accounts/registration',
        '        outbox.hold_address(tx, email) ',
        '        pass ',
        'tests/test_accounts.py',
    ),
    sql(
        'two links to one address within a minute',
        'links_mailed/count_one',
        '  AND (second_utc IS NULL OR second_utc <= %(now_utc)s - INTERVAL 1 MINUTE)\n',
        '',
        ADDRESSES,
    ),
    sql(
        'three links to one address within an hour',
        'links_mailed/count_one',
        ' OR %(is_reset)s)',
        ' OR %(is_reset)s IN (0, 1))',
        ADDRESSES,
    ),
    sql(
        'four links to one address within an hour',
        'links_mailed/count_one',
        '  AND (fourth_utc IS NULL OR fourth_utc <= %(now_utc)s - INTERVAL 1 HOUR)',
        '',
        ADDRESSES,
    ),
    code(
        'a link about an address works once',
        'accounts/addresses',
        "    if not tx.change('address_links/use', token_hash=tokens.digest(token), now_utc=clock.now_utc()):\n",
        "    if tx.change('address_links/use', token_hash=tokens.digest(token), now_utc=clock.now_utc()) is None:\n",
        ADDRESSES,
    ),
    sql(
        'a link about an address runs out',
        'address_links/find',
        '  AND address_links.expires_utc > %(now_utc)s\n',
        '  AND %(now_utc)s = %(now_utc)s\n',
        ADDRESSES,
    ),
    code(
        'a stranger closes no account with which somebody has been here',
        'accounts/addresses',
        "(link['role'] != 'patient' or link['has_been_here'])",
        'False',
        ADDRESSES,
    ),
    code(
        'a change taken back leaves the old password useless',
        'accounts/addresses',
        '        one_time_links.set_password(tx, user_id, None)\n',
        '',
        ADDRESSES,
    ),
    code(
        'an admin closes an account: its links about addresses too',
        'accounts/users',
        """        tx.change('password_resets/delete_of_user', user_id=user_id)
        address_links.void(tx, user_id)
        sessions.end_all(tx, user_id)
        audit""",
        """        tx.change('password_resets/delete_of_user', user_id=user_id)
        sessions.end_all(tx, user_id)
        audit""",
        ADDRESSES,
    ),
    code(
        'the desk knows addresses',
        'clinic/patients',
        "patient_id=patient_id) if sees_all(visitor) else None",
        "patient_id=patient_id)",
        ADDRESSES,
    ),
    code(
        'a new password of an unproven account is told to nobody',
        'accounts/one_time_links',
        "        if account['email_proven_utc']: ",
        '        if True: ',
        ADDRESSES,
    ),
]
