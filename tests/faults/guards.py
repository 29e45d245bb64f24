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
KEPT, FACTORS = 'tests/test_kept_forms.py', 'tests/test_second_factors.py'
LIMITS, NAMES = 'tests/test_account_limits.py', 'tests/test_fields.py'
TREATS, VIEWS = 'tests/test_who_treats.py', 'tests/test_record_views.py'
TEXTS, RETENTION = 'tests/test_texts.py', 'tests/test_retention.py'
ADDRESSES, CALLS = 'tests/test_addresses.py', 'tests/test_calls.py'
WEEKS, ONLINE = 'tests/test_weeks.py', 'tests/test_who_books_online.py'
KNOWN, TURNS = 'tests/test_known_browsers.py', 'tests/test_turns.py'

LOCKS, LEASES, TWO = 'tests/test_locks.py', 'tests/test_mail_leases.py', 'tests/test_races_with_admins.py'
MERGING, MERGING_PAGES, RECORDS = 'tests/test_merging.py', 'tests/test_merging_pages.py', 'tests/test_records.py'
ONE_S_OWN = 'whose_visits.staff_id IS NOT NULL);'

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
    sql('notice', 'availability/check_rules', 'INTERVAL wanted.notice_minutes MINUTE', 'INTERVAL 0 MINUTE', BOOKING),
    sql(
        'what only the desk books',
        'availability/check_rules',
        'NOT (wanted.is_online AND staff.is_online)',
        'FALSE',
        ONLINE,
    ),
    sql(
        'what only the desk books is not shown',
        'availability/list_starts',
        'free_starts.is_online',
        'TRUE',
        AVAILABILITY,
    ),
    sql(
        'patients who must call',
        'availability/check_taken',
        'COALESCE(NOT patients.is_online, FALSE)',
        'FALSE',
        ONLINE,
    ),
    schema(
        'a visit in a room is offered only where one is free',
        "(rooms.room_id IS NOT NULL OR starts.place <> 'room')",
        'TRUE',
        AVAILABILITY,
    ),
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
    code(
        'limit of visits ahead of an account',
        'visits/rules',
        'not appointment_id and account_limits.is_reached(taken)',
        'False',
        LIMITS,
    ),
    code(
        'one visit while nobody proved the address',
        'visits/account_limits',
        'UNPROVEN_LIMIT = 1 ',
        'UNPROVEN_LIMIT = 9 ',
        LIMITS,
    ),
    code(
        'three visits until the first took place', 'visits/account_limits', 'NEW_LIMIT = 3 ', 'NEW_LIMIT = 99 ', LIMITS
    ),
    sql(
        'the people of an account count together',
        'availability/check_taken',
        'WHERE own.user_id = account.user_id AND ahead.starts_at',
        'WHERE own.patient_id = patients.patient_id AND ahead.starts_at',
        LIMITS,
    ),
    code(
        'the account is held while it books',
        'visits/scheduling',
        "        tx.one('users/lock', user_id=visitor.user_id)",
        '        pass',
        LIMITS,
    ),
    code(
        'bookings of a day',
        'visits/scheduling',
        "        account_limits.refuse_many(tx, visitor, 'booked')\n",
        '',
        LIMITS,
    ),
    code(
        'moves of a day', 'visits/scheduling', "        account_limits.refuse_many(tx, visitor, 'moved')\n", '', LIMITS
    ),
    code(
        'people added in a day',
        'accounts/profile',
        'for each in people) >= MOST_ADDED:',
        'for each in people) >= 99:',
        LIMITS,
    ),
    code(
        'a name holds no address of the web',
        'forms/fields',
        'if typed and has_web_address(typed) else typed',
        'if False else typed',
        NAMES,
    ),
    code(
        'the visits of new accounts are for the desk',
        'routes/staff/new_accounts',
        'users.refuse_unless_desk(database, visitor())\n    return _list(',
        'return _list(',
        ACCESS,
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
        "    if now > changes_until({**before, 'cancel_deadline_minutes': deadline}):\n",
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
        '        pass\n',
        VISITS,
    ),
    code(
        'the day is held while a cancellation is undone',
        'visits/rules',
        "        tx.one('calendar/lock_with_service', service_id=visit",
        '        dict(service_id=visit',
        'tests/test_undo_cancellation.py',
    ),
    code(
        'what no longer fits is not booked again',
        'visits/rules',
        '        sentence = sentence or _why_it_fits_no_more(tx, visit)\n',
        '        pass\n',
        'tests/test_undo_cancellation.py',
    ),
    code(
        'who was forgotten is not booked again',
        'visits/scheduling',
        "            _lock(tx, visitor, before['patient_id'], before['staff_id'])        # who",
        '            pass        # who',
        'tests/test_undo_cancellation.py',
    ),
    code(
        'a note that somebody else has written meanwhile',
        'visits/noting',
        '        if seen and seen != mark(before[\'note\']):\n',
        '        if False:\n',
        'tests/test_notes.py',
    ),
    sql(
        'patients see no notes',
        'appointments/find',
        "IF(%(role)s = 'patient', '', appointments.note)",
        "IF(%(role)s = 'patient', appointments.note, appointments.note)",
        'tests/test_notes.py',
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
        'to book a patient with oneself opens no history',
        "'completed' OR NOT (appointments.booked_by <=> whose_visits.user_id)",
        "'completed' OR TRUE",
        TREATS,
    ),
    schema('a visit that took place opens the history', "appointments.status = 'completed' OR NOT", 'NOT', TREATS),
    sql('a history is for those who treat', 'patients/find_treated', 'AND who_treats.user_id = %(user_id)s',
        'AND %(user_id)s = %(user_id)s', TREATS, 'tests/test_staff_patients.py'),
    sql('a visit of today that one booked oneself opens no history', 'patients/find_treated',
        'AND who_treats.from_day <= %(today)s', 'AND %(today)s = %(today)s', TREATS),
    sql('colleagues do not read why a patient came', 'appointments/list_of_patient',
        'services.shares_reasons THEN appointments.reason', 'TRUE THEN appointments.reason',
        'tests/test_patients_found.py'),
    sql('colleagues do not read why a patient is going to come', 'appointments/list_ahead_for_staff',
        ' OR services.shares_reasons', ' OR TRUE', 'tests/test_patients_found.py'),
    sql('the alert beside a patient found is for those who treat', 'patients/list_beside',
        'WHERE who_treats.user_id = %(user_id)s', 'WHERE %(user_id)s = %(user_id)s', 'tests/test_patients_found.py'),
    sql('the alert of whom one books for is for those who treat', 'patients/find_for_booking',
        'WHERE who_treats.user_id = %(user_id)s', 'WHERE %(user_id)s = %(user_id)s', 'tests/test_patients_found.py'),
    sql('only who may open a visit of today sees it beside a patient found', 'patients/list_beside',
        'whose_visits.user_id = %(user_id)s AND ', '', 'tests/test_patients_found.py'),
    sql('only who may read a reason reads a note', 'appointments/list_of_patient',
        'services.shares_reasons THEN appointments.note', 'TRUE THEN appointments.note',
        'tests/test_patients_found.py'),
    sql('who is away is not at work', 'staff/list_at_work', 'AND time_off.time_off_id IS NULL',
        '', 'tests/test_patients_found.py'),
    sql('only who may open a visit sees it ahead', 'appointments/list_coming_for_desk', 'JOIN whose_visits',
        'LEFT JOIN whose_visits', TREATS, 'tests/test_whose_visits.py'),
    code(
        'who looked at a visit is noted',
        'visits/details',
        "    record_views.note(visitor, visit['patient_id'])\n",
        '',
        VIEWS,
    ),
    schema(
        'a look is noted once a day',
        'UNIQUE KEY record_view_is_noted_once_a_day',
        'KEY record_view_is_noted_once_a_day',
        VIEWS,
    ),
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
        "or not guard.audience_of(route) & {'signed_in', visitor().role}:",
        'or False:',
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
        "wait(counted['network_failures'], counted['network_last_utc'], NETWORK, now_utc)",
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
        'accounts/one_time_links',
        '    sessions.end_all(tx, user_id)\n',
        '',
        ACCOUNTS,
        'tests/test_passwords.py',
    ),
    code(
        'whose cookie makes a browser known',
        'accounts/browsers',
        'not hmac.compare_digest(found[3], _of(found[1], found[2], email))',
        'False',
        KNOWN,
    ),
    code(
        'limit of tries by known browser',
        'accounts/attempts',
        '_wait_of_browser(attempt_id, browser, now_utc) if browser else of_strangers',
        '0 if browser else of_strangers',
        KNOWN,
        ACCOUNTS,
    ),
    code(
        'limit of right tries by network',
        'accounts/attempts',
        "wait(counted['network_tries'], counted['network_last_try_utc'], NETWORK_TRIES, now_utc)",
        '0',
        ACCOUNTS,
    ),
    code(
        'a known browser tries other accounts as strangers do',
        'accounts/sign_in',
        '(typed if mine is proven else proven) if is_open else None]',
        '(typed if mine is proven else proven)]',
        KNOWN,
    ),
    code(
        'only its own account forgives a known browser',
        'accounts/sign_in',
        'if mine and meant[found] is not mine:',
        'if False:',
        KNOWN,
    ),
    sql(
        'whose counters an account empties that is deleted',
        'sign_in_attempts/delete_of_account',
        'SELECT users.proven_email FROM',
        'SELECT users.email FROM',
        KNOWN,
    ),
    sql(
        'whose sign-ins an account shows',
        'sign_in_attempts/list_own',
        'SELECT users.proven_email FROM',
        'SELECT users.email FROM',
        KNOWN,
    ),
    code('share of one network', 'accounts/turns', '>= self.share:', '>= 99:', TURNS),
    code('places that strangers cannot take', 'accounts/turns', '>= self.strangers_at_work)', '>= 99)', TURNS),
    code(
        'signs that stand for letters',
        'accounts/passwords',
        "_READINGS = (_SIGNS, _signs_but('@$'), _signs_but('@$!|(+'))",
        '_READINGS = (_SIGNS,)',
        ACCOUNTS,
    ),
    sql(
        'a one-time link ends',
        'password_resets/find',
        'AND password_resets.expires_utc > %(now_utc)s',
        'AND %(now_utc)s = %(now_utc)s',
        'tests/test_passwords.py',
        ACCOUNTS,
    ),
    # ---- one patient, one record
    code(
        'two visits at one time are not merged',
        'visits/merging',
        '    if overlaps:\n',
        '    if False:\n',
        MERGING,
    ),
    code(
        'what the key refuses is told like what was seen before',
        'visits/merging',
        "if refused.constraint != 'patient_is_free':",
        'if True:',
        MERGING,
    ),
    code('records are not merged while files are imported', 'visits/merging', "if tx.one('imports/find_begun'):",
         'if False:', MERGING),
    sql('lock of two records', 'patients/lock_two', 'FOR UPDATE;', ';', LOCKS),
    code(
        'only the desk merges records',
        'accounts/joining',
        '        users.refuse_unless_desk(tx, visitor)\n        if pair.seen',
        '        if pair.seen',
        MERGING_PAGES,
    ),
    code('only admins join accounts', 'accounts/joining', 'if pair.plan.needs_admin:', 'if False:', MERGING_PAGES),
    code(
        'a record changed meanwhile is looked at again',
        'accounts/joining',
        "if pair.seen != chosen['seen']:",
        'if False:',
        MERGING_PAGES,
    ),
    code(
        'the birth date shows whose record it is',
        'accounts/records',
        "if record['birth_date'] != birth_date:",
        'if False:',
        RECORDS,
    ),
    code('three wrong birth dates a day', 'accounts/records', 'if wrong >= TRIES:', 'if False:', RECORDS),
    code(
        'wrong birth dates are counted one by one',
        'accounts/records',
        "    tx.rows('patients/lock_of_account', user_id=visitor.user_id)\n"
        "    tx.one('patients/lock', patient_id=patient_id)\n    tx.one('users/lock', user_id=visitor.user_id)\n",
        '',
        RECORDS,
    ),
    sql(
        'only a proven address is offered a record',
        'patients/find_offered',
        'patients.email = users.proven_email',
        'patients.email = users.email',
        RECORDS,
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
    # ---- the clinic's words, and how long data is kept
    code(
        'kept texts: nobody writes over what another has just saved',
        'clinic/texts',
        'if version != seen_version:',
        'if False:',
        TEXTS,
    ),
    sql(
        'kept texts: what was taken away is nothing to agree to',
        'agreements/insert',
        "  AND texts.body <> ''\n",
        '',
        TEXTS,
    ),
    code(
        'kept texts: a link is https and nothing else',
        'plain_text',
        "'https://[^",
        "'(?:https?|javascript|data):[^",
        TEXTS,
    ),
    sql(
        'kept data: mail about a visit ahead',
        'retention/delete_mail',
        ' AND appointments.ends_at > %(now)s',
        ' AND appointments.ends_at > %(now)s AND FALSE',
        RETENTION,
    ),
    sql(
        'kept data: mail that still waits',
        'retention/delete_mail',
        "  AND notifications.state IN ('sent', 'failed', 'expired', 'cancelled')\n",
        '',
        RETENTION,
    ),
    code(
        'kept data: a patient who was heard of since the list was made',
        'clinic/deleting',
        'heard_at is None or heard_at >= before_utc',
        'heard_at is None',
        RETENTION,
    ),
    code(
        'kept data: a registration that was proven since the list was made',
        'clinic/deleting',
        "not tx.one('retention/find_unproven', before_utc=before_utc, user_id=user_id)['amount']",
        "not tx.one('retention/find_unproven', before_utc=before_utc, user_id=user_id)",
        RETENTION,
    ),
    code(
        'kept data: registrations of a clinic that sends no mail',
        'clinic/retention',
        "(kind.name == 'unproven' and not config.sends_mail())",
        "(kind.name == 'unproven' and config is None)",
        RETENTION,
    ),
    sql(
        "kept data: one worker's turn",
        'retention/take_turn',
        '  AND (begun_utc IS NULL\n',
        '  AND (TRUE\n',
        RETENTION,
    ),
    schema(
        'kept data: the patients of an account are of one age',
        'WHERE family.user_id = patients.user_id',
        'WHERE family.patient_id = patients.patient_id',
        RETENTION,
    ),
    schema(
        "kept data: patients of those who work here",
        "  AND (holders.user_id IS NULL OR holders.role = 'patient');",
        ';',
        RETENTION,
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
        'the copy of all data does not say that somebody else has the address',
        'notifications/list_own',
        "CASE notifications.kind WHEN 'registered_again' THEN 'address_proof' ELSE notifications.kind END AS kind",
        'notifications.kind',
        ADDRESSES,
    ),
    sql(
        'the copy of all data does not say whose link was asked for',
        'audit_log/list_own',
        "CASE WHEN audit_log.action <> 'password link asked for' THEN audit_log.subject_id END AS subject_id",
        'audit_log.subject_id',
        ADDRESSES,
    ),
    code(
        'a link to a forgotten password is counted for unknown addresses too',
        'accounts/recovery',
        'may_mail = outbox.may_mail_link(tx, email, is_reset=True)',
        'may_mail = account and outbox.may_mail_link(tx, email, is_reset=True)',
        ADDRESSES,
    ),
    code(
        'a stranger does not keep the owner of an address out with a code',
        'accounts/one_time_links',
        "if account['role'] == 'patient' and tx.change('second_factors/delete', user_id=owner.user_id):",
        'if False:',
        ADDRESSES,
    ),
    code(
        'a code that was set up after an address was changed goes with the change',
        'accounts/addresses',
        "factor['confirmed_utc'] >= changed_utc",
        'False',
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
    # ---- the second factor
    sql(
        'the password alone signs nobody in who has a second factor',
        'users/lock_with_password',
        'AND second_factors.confirmed_utc IS NOT NULL',
        'AND FALSE',
        FACTORS,
    ),
    sql(
        'a session that waits for its code opens no page',
        'sessions/find_visitor',
        '    AND NOT sessions.needs_code\n',
        '',
        FACTORS,
    ),
    sql('a code works once', 'second_factors/use', 'AND last_step < %(step)s', 'AND TRUE', FACTORS),
    sql('a recovery code works once', 'recovery_codes/use', 'AND used_utc IS NULL', 'AND TRUE', FACTORS),
    code(
        'wrong codes are slowed down',
        'accounts/codes',
        "if seconds := attempts.wait(factor['failures'], factor['failed_utc'], TRIES, now_utc):",
        'if seconds := 0:',
        FACTORS,
    ),
    code(
        'a session that waits ends after some wrong codes',
        'accounts/second_factors',
        ">= MOST_WRONG:",
        ">= 1_000_000:",
        FACTORS,
    ),
    code(
        'what changes a second factor asks for its code',
        'accounts/second_factors',
        'refused = codes.judge(tx, visitor, account, code)',
        'refused = None',
        FACTORS,
    ),
    code(
        'an admin removes no second factor of their own',
        'accounts/second_factors',
        '        users.refuse_self(visitor, user_id)\n',
        '',
        FACTORS,
    ),
    code(
        'nobody causes mail about codes to an address that is not proven',
        'accounts/codes',
        "if account['email_is_proven']:",
        'if True:',
        FACTORS,
    ),
    code(
        'a registration sent twice does not go around the code',
        'accounts/registration',
        "if not held or held['needs_code'] and first['user_id'] != visitor.user_id:",
        'if not held:',
        FACTORS,
    ),
    code(
        'who must have a second factor reaches no other page',
        'web/guard',
        'if visitor.lacks_second_factor and not needs.before_second_factor:',
        'if False:',
        FACTORS,
    ),
    code(
        'extra hours and the week do not overlap',
        'clinic/hours',
        '    if found:\n        raise Overlap(found)',
        '    if False:\n        raise Overlap(found)',
        WEEKS,
    ),
    sql(
        'a new week leaves extra hours',
        'working_hours/delete_between',
        '  AND NOT is_extra\n',
        '',
        WEEKS,
    ),
    sql(
        'only the extra hours of this person are removed',
        'working_hours/find_extra',
        '  AND working_hours.staff_id = %(staff_id)s\n',
        '',
        WEEKS,
    ),
    code(
        'a call about what has changed since is not ticked off',
        'visits/calls',
        "call['done_utc'] is None and created_utc not in (None, call['created_utc'])",
        'False',
        CALLS,
    ),
    sql(
        'whose calls somebody may tick off',
        'calls/find',
        "whose_visits.user_id = %(user_id)s",
        "(whose_visits.user_id = %(user_id)s OR TRUE)",
        CALLS, ACCESS,
    ),
    code(
        'a visit that was changed meanwhile is not given away',
        'visits/handover',
        "ticked.get(visit['appointment_id']) == visit['version']",
        "visit['appointment_id'] in ticked",
        'tests/test_staff_not_fitting.py',
    ),
    code(
        'visits that fit are not changed from the table',
        'routes/staff/not_fitting',
        "for each in decided if each['appointment_id'] in listed]",
        'for each in decided]',
        'tests/test_staff_not_fitting.py',
    ),
]
