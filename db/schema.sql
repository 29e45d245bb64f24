-- The whole schema of the clinic, as it is today. Read it from the top: parents stand before their children.
--
--   1  the clinic and its calendar    settings, calendar, clock_gaps, closures, spans
--   2  who signs in                   users, sessions, second_factors, recovery_codes, sign_in_attempts, password_resets,
--                                     address_links
--   3  what is offered                rooms, services, room_services
--   4  who works and when             staff, staff_services, working_hours, breaks, time_off, the view whose_visits
--   5  who comes                      patients, patient_words and its five triggers, record_views, patients_apart,
--                                     records_declined
--   6  visits                         statuses, status_transitions, appointments, appointment_history, calls,
--                                     the views needed_calls and who_treats
--   7  nobody gets a taken time       claims and its four triggers
--   8  what can be booked             the views rules_of_services, hours_of_days, starts_in_hours, offered_starts,
--                                     starts_for_moves, free_starts and unfitting_visits
--   9  mail                           notifications, links_mailed, mail_queue
--  10  moving in                      imports, imported_patients, imported_visits, import_patients, import_visits
--  11  what was said and done         clinic_texts, agreements, audit_log, last_backup, the views last_heard_of
--                                     and idle_registrations, last_retention, schema_migrations
--
-- Conventions. Keys are called <thing>_id in every table, so joins read USING (staff_id). A visit happens when the
-- clock in the waiting room shows it: starts_at, ends_at and days are clinic-local wall clock. What machines record
-- is UTC, and its column ends in _utc. Times of day are whole minutes since midnight (TIME would come back from the
-- driver as a duration). Constraints are sentences: the server repeats the name when it refuses, and
-- app/errors.py has the message for people.


-- 1  The clinic and its calendar --------------------------------------------------------------------------------

CREATE TABLE settings (
    settings_id             TINYINT       NOT NULL DEFAULT 1,
    clinic_name             VARCHAR(120)  NULL      COMMENT 'NULL: the configured CLINIC_NAME',
    address                 VARCHAR(300)  NOT NULL DEFAULT '',
    phone                   VARCHAR(30)   NOT NULL DEFAULT '' COMMENT 'printed wherever somebody may need to call',
    email                   VARCHAR(254)  NOT NULL DEFAULT '',
    notice_minutes          INT           NOT NULL DEFAULT 60 COMMENT 'patients book at least this long ahead',
    horizon_days            SMALLINT      NOT NULL DEFAULT 60 COMMENT 'patients book at most this far ahead',
    cancel_deadline_minutes INT           NOT NULL DEFAULT 1440 COMMENT 'patients cancel or move until this long before',
    reminder_lead_minutes   INT           NOT NULL DEFAULT 2880 COMMENT '0: no reminders; longer than the deadline, or it comes too late to change the visit',
    visits_ahead_limit      SMALLINT      NOT NULL DEFAULT 5 COMMENT 'visits one patient may have ahead',
    account_visits_limit    SMALLINT      NOT NULL DEFAULT 10 COMMENT 'visits all patients of one account may have ahead',
    second_factor_for       VARCHAR(6)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'nobody'
                                         COMMENT 'who has to sign in with a code besides the password',
    date_style              VARCHAR(11)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'day_first',
    clock_style             CHAR(2)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '24',
    keep_mail_days          SMALLINT      NULL COMMENT 'mail that is settled is deleted after so long; NULL, here and below: never',
    keep_audit_days         SMALLINT      NULL,
    keep_sign_ins_days      SMALLINT      NULL DEFAULT 30 COMMENT 'sign-ins that were tried',
    keep_patients_years     SMALLINT      NULL COMMENT 'since the last visit; then the patient is forgotten',
    keep_unproven_days      SMALLINT      NULL COMMENT 'registrations whose address was never proven',
    timezone                VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NULL
                                         COMMENT 'the zone clock_gaps was filled for; the app keeps it in step',

    PRIMARY KEY (settings_id),
    -- one clinic, one row: a table of key and value would lose the types and the checks
    CONSTRAINT settings_is_one_row            CHECK (settings_id = 1),
    CONSTRAINT notice_is_at_most_90_days      CHECK (notice_minutes BETWEEN 0 AND 129600),
    CONSTRAINT horizon_is_1_to_366_days       CHECK (horizon_days BETWEEN 1 AND 366),
    CONSTRAINT deadline_is_at_most_90_days    CHECK (cancel_deadline_minutes BETWEEN 0 AND 129600),
    CONSTRAINT reminder_is_at_most_30_days    CHECK (reminder_lead_minutes BETWEEN 0 AND 43200),
    CONSTRAINT visits_ahead_limit_is_1_to_99  CHECK (visits_ahead_limit BETWEEN 1 AND 99),
    CONSTRAINT account_visits_limit_is_1_to_99 CHECK (account_visits_limit BETWEEN 1 AND 99),
    CONSTRAINT second_factor_for_is_known     CHECK (second_factor_for IN ('nobody', 'admins', 'clinic')),
    CONSTRAINT keep_mail_is_7_days_or_more    CHECK (keep_mail_days >= 7),
    CONSTRAINT keep_audit_is_30_days_or_more  CHECK (keep_audit_days >= 30),
    CONSTRAINT keep_sign_ins_is_2_days_or_more CHECK (keep_sign_ins_days >= 2),
    CONSTRAINT keep_patients_is_1_year_or_more CHECK (keep_patients_years >= 1),
    CONSTRAINT keep_unproven_is_7_days_or_more CHECK (keep_unproven_days >= 7),
    CONSTRAINT date_style_is_known            CHECK (date_style IN ('day_first', 'month_first', 'iso')),
    CONSTRAINT clock_style_is_known           CHECK (clock_style IN ('24', '12'))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

INSERT INTO settings (settings_id) VALUES (1);

-- One row per day. So a query can ask for "the first day on which …" and walk this key until it finds one.
CREATE TABLE calendar (
    day       DATE    NOT NULL,
    weekday   TINYINT NOT NULL COMMENT '0 Monday to 6 Sunday, as WEEKDAY() counts',
    fortnight TINYINT GENERATED ALWAYS AS (DATEDIFF(day, '2019-12-30') DIV 7 % 2) STORED
                      COMMENT '0 and 1 in turn, new each Monday: unlike the numbers of weeks it never jumps, whatever the year',

    PRIMARY KEY (day)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Wall-clock times that do not exist, because the clocks go forward then. The app fills this for CLINIC_TIMEZONE.
CREATE TABLE clock_gaps (
    day           DATE     NOT NULL,
    starts_minute SMALLINT NOT NULL COMMENT 'the first time that no clock shows',
    ends_minute   SMALLINT NOT NULL COMMENT 'the first time that clocks show again',

    PRIMARY KEY (day),
    CONSTRAINT clock_gap_ends_after_it_starts CHECK (0 <= starts_minute AND starts_minute < ends_minute AND ends_minute <= 1440)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Days on which the whole clinic is closed. A form has "from" and "to"; here each day is a row. So "is the clinic closed
-- on that day?" is one look at a key, and no two closures can overlap.
CREATE TABLE closures (
    day    DATE         NOT NULL,
    reason VARCHAR(200) NOT NULL COMMENT 'shown to patients',

    PRIMARY KEY (day)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- The numbers table: the 5-minute steps of every length up to a day. A span of 15 has the minutes 0, 5 and 10.
-- To look steps up by their length is an equality, which an index serves best; "minute < length" would be a range.
CREATE TABLE spans (
    length SMALLINT NOT NULL COMMENT 'minutes, 5 to 1440',
    minute SMALLINT NOT NULL COMMENT 'minutes after the beginning, 0 to length - 5',

    PRIMARY KEY (length, minute)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

INSERT INTO spans (length, minute)
WITH RECURSIVE steps AS (
    SELECT 0 AS minute
    UNION ALL
    SELECT minute + 5 FROM steps WHERE minute < 1435
)
SELECT lengths.minute + 5, steps.minute
FROM steps AS lengths
JOIN steps ON steps.minute <= lengths.minute;

-- The days from 2020 to 2099, numbered by the 288 steps of a day, crossed with 102 others.
INSERT INTO calendar (day, weekday)
SELECT
    DATE '2020-01-01' + INTERVAL (hundreds.minute DIV 5 * 288 + units.minute DIV 5) DAY,
    WEEKDAY(DATE '2020-01-01' + INTERVAL (hundreds.minute DIV 5 * 288 + units.minute DIV 5) DAY)
FROM spans AS hundreds
JOIN spans AS units ON units.length = 1440
WHERE hundreds.length = 510
  AND hundreds.minute DIV 5 * 288 + units.minute DIV 5 < DATEDIFF('2100-01-01', '2020-01-01');


-- 2  Who signs in -----------------------------------------------------------------------------------------------

-- An account. Staff and patients are people, not accounts: see staff and patients.
CREATE TABLE users (
    user_id       INT          NOT NULL AUTO_INCREMENT,
    email         VARCHAR(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL
                               COMMENT 'lower case; _bin, as unicode_ci would take josé for jose',
    email_proven_utc DATETIME  NULL
                               COMMENT 'when a link that we mailed there was opened, or the clinic said that it knows it',
    proven_email  VARCHAR(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin
                               GENERATED ALWAYS AS (CASE WHEN email_proven_utc IS NOT NULL THEN email END) STORED
                               COMMENT 'anybody may type an address; only one account can prove it',
    password_hash VARCHAR(60)  CHARACTER SET ascii COLLATE ascii_bin NULL
                               COMMENT 'bcrypt; NULL until the person opens the one-time link',
    role          VARCHAR(10)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    full_name     VARCHAR(120) NOT NULL,
    phone         VARCHAR(30)  NULL,
    theme         VARCHAR(5)   CHARACTER SET ascii COLLATE ascii_bin NULL
                               COMMENT 'light or dark; NULL: as the device says',
    is_active     BOOLEAN      NOT NULL DEFAULT TRUE,
    created_utc   DATETIME     NOT NULL,
    signed_in_utc DATETIME     NULL COMMENT 'the latest sign-in',
    phone_digits  VARCHAR(30)  CHARACTER SET ascii COLLATE ascii_bin GENERATED ALWAYS AS (REGEXP_REPLACE(phone, '[^0-9]', '')) STORED,
    found_by      VARCHAR(500) GENERATED ALWAYS AS (
        REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(
            LOWER(CONCAT(
                REGEXP_REPLACE(full_name, '[-.,()''’‘ʼʻ`´′‐‑–]', ' '),
                ' ',
                REGEXP_REPLACE(full_name, '[-.,()''’‘ʼʻ`´′‐‑–]', '')
            )),
            'ł', 'l'), 'ø', 'o'), 'đ', 'd'), 'ð', 'd'), 'ħ', 'h'), 'ı', 'i'), 'þ', 'th'), 'æ', 'ae'), 'œ', 'oe'), 'ß', 'ss')
    ) STORED COMMENT 'the name as people type it: see patients',

    PRIMARY KEY (user_id),
    -- A second account with a proven address is refused here. A key on email would tell strangers who has an account.
    UNIQUE KEY email_is_used_once (proven_email),
    KEY users_by_email (email),
    KEY users_by_role (role, is_active, full_name, user_id),
    KEY users_by_phone (phone_digits),
    KEY users_by_age (created_utc),
    CONSTRAINT role_is_known  CHECK (role IN ('admin', 'staff', 'patient')),
    CONSTRAINT theme_is_known CHECK (theme IN ('light', 'dark'))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

CREATE TABLE sessions (
    session_id  INT          NOT NULL AUTO_INCREMENT,
    token_hash  BINARY(32)   NOT NULL COMMENT 'SHA-256 of the cookie: who reads this table cannot sign in with it',
    user_id     INT          NOT NULL,
    created_utc DATETIME     NOT NULL,
    seen_utc    DATETIME     NOT NULL COMMENT 'refreshed every few minutes, not on every page',
    expires_utc DATETIME     NOT NULL,
    needs_code  BOOLEAN      NOT NULL DEFAULT FALSE
                             COMMENT 'the password was right and the code is still to come: it opens no page',
    wrong_codes TINYINT      NOT NULL DEFAULT 0 COMMENT 'typed for it; after some of them it ends',
    address     VARCHAR(45)  NOT NULL DEFAULT '' COMMENT 'IP address',
    device      VARCHAR(200) NOT NULL DEFAULT '' COMMENT 'what the browser calls itself',

    PRIMARY KEY (session_id),
    UNIQUE KEY session_token_is_unique (token_hash),
    KEY sessions_by_user (user_id, session_id),
    KEY sessions_by_end (expires_utc),
    CONSTRAINT session_belongs_to_user FOREIGN KEY (user_id) REFERENCES users (user_id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- What an account signs in with besides its password: codes from an app on a phone (RFC 6238). The app and the clinic
-- share a key, and work out the same code from it every 30 seconds.
CREATE TABLE second_factors (
    user_id       INT          NOT NULL,
    sealed_key    VARCHAR(80)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL
                               COMMENT 'sealed with CLINIC_SECRET: who reads this table or a backup cannot work out codes',
    sealed_for    CHAR(43)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL
                               COMMENT 'random: no two keys are sealed alike',
    created_utc   DATETIME     NOT NULL,
    confirmed_utc DATETIME     NULL COMMENT 'when the first code was right; before that it is not asked for',
    last_step     INT          NOT NULL DEFAULT 0
                               COMMENT 'of the latest code used, in stretches of 30 seconds since 1970; only later codes are taken',
    failures      SMALLINT     NOT NULL DEFAULT 0 COMMENT 'wrong codes since the last right one',
    failed_utc    DATETIME     NULL COMMENT 'the latest of them',

    PRIMARY KEY (user_id),
    CONSTRAINT second_factor_belongs_to_user FOREIGN KEY (user_id) REFERENCES users (user_id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Codes on paper, for the day on which the phone is lost. Each works once.
CREATE TABLE recovery_codes (
    user_id   INT        NOT NULL,
    code_hash BINARY(32) NOT NULL COMMENT 'SHA-256 of the code: who reads this table cannot use it',
    used_utc  DATETIME   NULL,

    PRIMARY KEY (user_id, code_hash),
    CONSTRAINT recovery_code_belongs_to_factor FOREIGN KEY (user_id) REFERENCES second_factors (user_id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Sign-ins that were tried. They are counted to slow down guessing, and they tell from which IP addresses an account was
-- signed in to before. settings.keep_sign_ins_days says how long they are kept.
CREATE TABLE sign_in_attempts (
    attempt_id BIGINT       NOT NULL AUTO_INCREMENT,
    email      VARCHAR(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL
                            COMMENT 'as typed, known or not, so that both are treated alike',
    address    VARCHAR(45)  NOT NULL COMMENT 'IP address',
    browser    CHAR(16)     CHARACTER SET ascii COLLATE ascii_bin NULL
                            COMMENT 'of a browser that has signed in to this account before, which its cookie shows',
    tried_utc  DATETIME     NOT NULL,
    succeeded  BOOLEAN      NOT NULL,

    PRIMARY KEY (attempt_id),
    KEY attempts_by_email (email, tried_utc),
    KEY attempts_by_address (address, tried_utc),
    KEY attempts_by_browser (browser, tried_utc),
    KEY attempts_by_time (tried_utc)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- One-time links: a forgotten password, or an invitation to set the first one.
CREATE TABLE password_resets (
    reset_id    INT          NOT NULL AUTO_INCREMENT,
    token_hash  BINARY(32)   NOT NULL,
    user_id     INT          NOT NULL,
    purpose     VARCHAR(6)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    created_utc DATETIME     NOT NULL,
    expires_utc DATETIME     NOT NULL,

    PRIMARY KEY (reset_id),
    UNIQUE KEY reset_token_is_unique (token_hash),
    KEY resets_by_user (user_id, purpose),
    CONSTRAINT reset_belongs_to_user  FOREIGN KEY (user_id) REFERENCES users (user_id) ON DELETE CASCADE,
    CONSTRAINT reset_purpose_is_known CHECK (purpose IN ('reset', 'invite'))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- One-time links about an e-mail address. Whoever opens one can read the mail that is sent there.
CREATE TABLE address_links (
    address_link_id INT          NOT NULL AUTO_INCREMENT,
    token_hash      BINARY(32)   NOT NULL,
    user_id         INT          NOT NULL,
    purpose         VARCHAR(9)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL
                                 COMMENT 'prove the present address; change to this one; take_back: this one was changed',
    email           VARCHAR(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'where it was mailed to',
    created_utc     DATETIME     NOT NULL,
    expires_utc     DATETIME     NOT NULL,

    PRIMARY KEY (address_link_id),
    UNIQUE KEY address_token_is_unique (token_hash),
    KEY address_links_by_user (user_id, purpose),
    KEY address_links_by_end (expires_utc),
    CONSTRAINT address_link_belongs_to_user  FOREIGN KEY (user_id) REFERENCES users (user_id) ON DELETE CASCADE,
    CONSTRAINT address_link_purpose_is_known CHECK (purpose IN ('prove', 'change', 'take_back'))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;


-- 3  What is offered --------------------------------------------------------------------------------------------

CREATE TABLE rooms (
    room_id   INT         NOT NULL AUTO_INCREMENT,
    name      VARCHAR(60) NOT NULL,
    is_active BOOLEAN     NOT NULL DEFAULT TRUE COMMENT 'FALSE: retired; its past visits stay',

    PRIMARY KEY (room_id),
    UNIQUE KEY room_name_is_unique (name)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

CREATE TABLE services (
    service_id     INT          NOT NULL AUTO_INCREMENT,
    name           VARCHAR(80)  NOT NULL,
    minutes        SMALLINT     NOT NULL COMMENT 'how long the patient is there',
    pause_minutes  SMALLINT     NOT NULL DEFAULT 0 COMMENT 'then person and room are kept free: notes, cleaning',
    how_to_prepare VARCHAR(500) NOT NULL DEFAULT '' COMMENT 'shown to the patient with the visit',
    shares_reasons BOOLEAN      NOT NULL DEFAULT FALSE COMMENT 'whoever treats the patient reads why they came, not only who had the visit',
    place          VARCHAR(5)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'room'
                                COMMENT 'a room, by telephone, by video, at the patient''s home: only the first takes a room',
    is_online      BOOLEAN      NOT NULL DEFAULT TRUE COMMENT 'FALSE: patients cannot book it themselves, the desk can',
    notice_minutes INT          NULL COMMENT 'NULL, here and in the next two: the clinic''s, in settings',
    horizon_days   SMALLINT     NULL,
    cancel_deadline_minutes INT NULL,
    is_active      BOOLEAN      NOT NULL DEFAULT TRUE,

    PRIMARY KEY (service_id),
    UNIQUE KEY service_name_is_unique (name),
    CONSTRAINT service_place_is_known         CHECK (place IN ('room', 'phone', 'video', 'home')),
    CONSTRAINT service_notice_is_at_most_90_days   CHECK (notice_minutes BETWEEN 0 AND 129600),
    CONSTRAINT service_horizon_is_1_to_366_days    CHECK (horizon_days BETWEEN 1 AND 366),
    CONSTRAINT service_deadline_is_at_most_90_days CHECK (cancel_deadline_minutes BETWEEN 0 AND 129600),
    CONSTRAINT service_takes_5_to_480_minutes CHECK (minutes BETWEEN 5 AND 480 AND minutes % 5 = 0),
    CONSTRAINT pause_takes_0_to_120_minutes   CHECK (pause_minutes BETWEEN 0 AND 120 AND pause_minutes % 5 = 0)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Which rooms suit a service. A service without a room cannot be booked.
CREATE TABLE room_services (
    service_id INT NOT NULL,
    room_id    INT NOT NULL,

    PRIMARY KEY (service_id, room_id),
    KEY services_by_room (room_id),
    CONSTRAINT room_suits_service FOREIGN KEY (service_id) REFERENCES services (service_id) ON DELETE CASCADE,
    CONSTRAINT service_suits_room FOREIGN KEY (room_id) REFERENCES rooms (room_id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;


-- 4  Who works and when -----------------------------------------------------------------------------------------

-- A member of staff has an account, and the name is the account's.
CREATE TABLE staff (
    staff_id       INT           NOT NULL AUTO_INCREMENT,
    user_id        INT           NOT NULL,
    specialization VARCHAR(80)   NOT NULL DEFAULT '',
    about          VARCHAR(1000) NOT NULL DEFAULT '' COMMENT 'a few words on the public page',
    phone          VARCHAR(30)   NOT NULL DEFAULT '' COMMENT 'public; the account has a private one',
    slot_minutes   SMALLINT      NOT NULL DEFAULT 15 COMMENT 'visits start every so many minutes from the block''s start',
    usual_room_id  INT           NULL COMMENT 'taken first when it is free, so that people keep their room',
    wants_mail     BOOLEAN       NOT NULL DEFAULT FALSE COMMENT 'tell them of each visit booked, moved, cancelled',
    is_bookable    BOOLEAN       NOT NULL DEFAULT TRUE COMMENT 'FALSE: on leave, only at the desk, or gone',
    is_desk        BOOLEAN       NOT NULL DEFAULT FALSE COMMENT 'the front desk sees and books everybody''s visits; who treats may be desk too',
    is_online      BOOLEAN       NOT NULL DEFAULT TRUE COMMENT 'FALSE: patients cannot book them themselves, the desk can',
    video_link     VARCHAR(300)  NULL COMMENT 'where patients meet them by video: https',

    PRIMARY KEY (staff_id),
    UNIQUE KEY account_has_one_staff_record (user_id),
    KEY staff_by_usual_room (usual_room_id),
    -- RESTRICT: an account with a staff record goes only after its visits have been given to others
    CONSTRAINT staff_has_account          FOREIGN KEY (user_id) REFERENCES users (user_id) ON DELETE RESTRICT,
    CONSTRAINT staff_has_usual_room       FOREIGN KEY (usual_room_id) REFERENCES rooms (room_id) ON DELETE SET NULL,
    CONSTRAINT slot_takes_5_to_60_minutes CHECK (slot_minutes BETWEEN 5 AND 60 AND slot_minutes % 5 = 0),
    CONSTRAINT video_link_is_encrypted    CHECK (video_link LIKE 'https://%')
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

CREATE TABLE staff_services (
    staff_id   INT NOT NULL,
    service_id INT NOT NULL,

    PRIMARY KEY (staff_id, service_id),
    KEY staff_by_service (service_id, staff_id),
    CONSTRAINT staff_offers_service    FOREIGN KEY (staff_id) REFERENCES staff (staff_id) ON DELETE CASCADE,
    CONSTRAINT service_offered_by_staff FOREIGN KEY (service_id) REFERENCES services (service_id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- One block of a weekday, from a date on, each week or every other. New hours end the old rows and begin rows of their
-- own, so the past keeps its hours. Extra hours, such as one Saturday, stand beside it: a new week leaves them.
CREATE TABLE working_hours (
    working_hours_id INT      NOT NULL AUTO_INCREMENT,
    staff_id         INT      NOT NULL,
    weekday          TINYINT  NOT NULL COMMENT '0 Monday to 6 Sunday',
    starts_minute    SMALLINT NOT NULL,
    ends_minute      SMALLINT NOT NULL COMMENT '1440 is midnight at the end of the day',
    valid_from       DATE     NOT NULL DEFAULT '2020-01-01',
    valid_until      DATE     NULL COMMENT 'the first day on which they no longer hold; NULL: no end',
    fortnight        TINYINT  NULL COMMENT 'holds in the weeks with this calendar.fortnight; NULL: in every week',
    is_extra         BOOLEAN  NOT NULL DEFAULT FALSE COMMENT 'beside the usual week',

    PRIMARY KEY (working_hours_id),
    KEY hours_of_a_weekday (staff_id, weekday, valid_from),
    CONSTRAINT working_hours_belong_to_staff   FOREIGN KEY (staff_id) REFERENCES staff (staff_id) ON DELETE CASCADE,
    CONSTRAINT working_weekday_is_0_to_6       CHECK (weekday BETWEEN 0 AND 6),
    CONSTRAINT working_hours_end_after_start   CHECK (0 <= starts_minute AND starts_minute < ends_minute AND ends_minute <= 1440),
    CONSTRAINT working_hours_keep_5_min_steps  CHECK (starts_minute % 5 = 0 AND ends_minute % 5 = 0),
    CONSTRAINT working_hours_last_a_day        CHECK (valid_from < valid_until),
    CONSTRAINT working_fortnight_is_0_or_1     CHECK (fortnight IN (0, 1)),
    CONSTRAINT extra_hours_come_to_an_end      CHECK (NOT is_extra OR valid_until IS NOT NULL)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- A break belongs to a block, so it comes and goes with it.
CREATE TABLE breaks (
    break_id         INT      NOT NULL AUTO_INCREMENT,
    working_hours_id INT      NOT NULL,
    starts_minute    SMALLINT NOT NULL,
    ends_minute      SMALLINT NOT NULL,

    PRIMARY KEY (break_id),
    KEY breaks_of_a_block (working_hours_id, starts_minute),
    CONSTRAINT break_belongs_to_a_block FOREIGN KEY (working_hours_id)
        REFERENCES working_hours (working_hours_id) ON DELETE CASCADE,
    CONSTRAINT break_ends_after_it_starts CHECK (0 <= starts_minute AND starts_minute < ends_minute AND ends_minute <= 1440),
    CONSTRAINT break_keeps_5_min_steps    CHECK (starts_minute % 5 = 0 AND ends_minute % 5 = 0)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Holidays, courses, an afternoon off: the times at which a member of staff is away.
CREATE TABLE time_off (
    time_off_id INT          NOT NULL AUTO_INCREMENT,
    staff_id    INT          NOT NULL,
    starts_at   DATETIME     NOT NULL,
    ends_at     DATETIME     NOT NULL,
    reason      VARCHAR(200) NOT NULL DEFAULT '' COMMENT 'for colleagues; patients only see that no time is free',

    PRIMARY KEY (time_off_id),
    KEY time_off_of_staff (staff_id, ends_at, starts_at),
    CONSTRAINT time_off_belongs_to_staff    FOREIGN KEY (staff_id) REFERENCES staff (staff_id) ON DELETE CASCADE,
    CONSTRAINT time_off_ends_after_it_starts CHECK (starts_at < ends_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Whose visits an account may see: staff their own, the front desk and admins everybody's (sees_all). One row for each
-- account and member of staff. Where there is nobody, as for admins before the first staff, one row whose staff_id is NULL.
CREATE SQL SECURITY INVOKER VIEW whose_visits AS
SELECT
    users.user_id,
    staff.staff_id,
    users.role = 'admin' OR own.is_desk AS sees_all
FROM users
LEFT JOIN staff AS own ON own.user_id = users.user_id
LEFT JOIN staff ON users.role = 'admin' OR own.is_desk OR staff.staff_id = own.staff_id
WHERE users.is_active
  AND users.role IN ('staff', 'admin');



-- 5  Who comes --------------------------------------------------------------------------------------------------

-- A patient may belong to an account, as its holder or as a relative whom the holder books for. A patient who phones
-- needs none.
CREATE TABLE patients (
    patient_id    INT          NOT NULL AUTO_INCREMENT,
    reference     VARCHAR(60)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL
                               COMMENT 'the number in the system that the clinic came from: imports find patients by it',
    user_id       INT          NULL COMMENT 'the account that books for this patient',
    relation      VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'self'
                               COMMENT 'what the patient is to the account''s holder',
    full_name     VARCHAR(120) NOT NULL,
    birth_date    DATE         NULL,
    phone         VARCHAR(30)  NULL,
    email         VARCHAR(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL
                               COMMENT 'for patients without an account; others get mail at the account''s address',
    alert         VARCHAR(200) NOT NULL DEFAULT '' COMMENT 'what staff must know before all else; patients do not see it, but it is in the copy of their data',
    is_online     BOOLEAN      NOT NULL DEFAULT TRUE COMMENT 'FALSE: must call to book',
    created_utc   DATETIME     NOT NULL,
    forgotten_utc DATETIME     NULL COMMENT 'set when the law''s request to forget was carried out: the name is gone',
    phone_digits  VARCHAR(30)  CHARACTER SET ascii COLLATE ascii_bin GENERATED ALWAYS AS (REGEXP_REPLACE(phone, '[^0-9]', '')) STORED
                               COMMENT 'people write the same number in many ways; its digits are compared',
    -- The name as it is typed, once with spaces for its signs and once without them: so both "connor" and "oconnor" find
    -- O'Connor. The collation takes é for e. It does not know the letters below, so they are replaced.
    found_by      VARCHAR(500) GENERATED ALWAYS AS (
        REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(
            LOWER(CONCAT(
                REGEXP_REPLACE(full_name, '[-.,()''’‘ʼʻ`´′‐‑–]', ' '),
                ' ',
                REGEXP_REPLACE(full_name, '[-.,()''’‘ʼʻ`´′‐‑–]', '')
            )),
            'ł', 'l'), 'ø', 'o'), 'đ', 'd'), 'ð', 'd'), 'ħ', 'h'), 'ı', 'i'), 'þ', 'th'), 'æ', 'ae'), 'œ', 'oe'), 'ß', 'ss')
    ) STORED COMMENT 'renée o''connor is found by: renée o connor renée oconnor',

    PRIMARY KEY (patient_id),
    UNIQUE KEY patient_reference_is_unique (reference),
    KEY patients_of_account (user_id, relation),
    KEY patients_by_name (full_name),
    KEY patients_by_phone (phone_digits),
    KEY patients_by_email (email),
    KEY patients_by_birth_date (birth_date),
    CONSTRAINT patient_belongs_to_account FOREIGN KEY (user_id) REFERENCES users (user_id) ON DELETE SET NULL,
    CONSTRAINT relation_is_known          CHECK (relation IN ('self', 'child', 'relative'))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- The words of each patient's name, like the index at the back of a book. "Whose name has a word that begins with fer?"
-- is a walk along one key, where LIKE '%fer%' would read every name. The full name is repeated here, so that the list
-- comes in its order without a look at each patient.
CREATE TABLE patient_words (
    patient_id INT          NOT NULL,
    word       VARCHAR(60)  NOT NULL,
    full_name  VARCHAR(120) NOT NULL,
    birth_date DATE         NULL COMMENT 'as in patients',

    PRIMARY KEY (patient_id, word),
    KEY patient_words_by_word (word, full_name, patient_id),
    -- who was born on one day and has a word of the name in common stands side by side: two records of one patient?
    KEY patient_words_by_birth_date (birth_date, word, patient_id),
    CONSTRAINT word_belongs_to_patient FOREIGN KEY (patient_id) REFERENCES patients (patient_id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- The database writes the words itself, so whoever adds or renames a patient cannot forget them. spans numbers the
-- words: a name with two spaces has the words 0, 1 and 2. A patient who was forgotten has none.
CREATE TRIGGER patient_is_found_by_words AFTER INSERT ON patients FOR EACH ROW
INSERT INTO patient_words (patient_id, word, full_name)
SELECT DISTINCT
    NEW.patient_id,
    LEFT(SUBSTRING_INDEX(SUBSTRING_INDEX(NEW.found_by, ' ', spans.minute DIV 5 + 1), ' ', -1), 60) AS word,
    NEW.full_name
FROM spans
WHERE spans.length = (CHAR_LENGTH(NEW.found_by) - CHAR_LENGTH(REPLACE(NEW.found_by, ' ', '')) + 1) * 5
  AND NEW.forgotten_utc IS NULL
HAVING word <> '';

CREATE TRIGGER patient_leaves_old_words AFTER UPDATE ON patients FOR EACH ROW
DELETE FROM patient_words
WHERE patient_id = OLD.patient_id
  AND (CAST(NEW.full_name AS BINARY) <> CAST(OLD.full_name AS BINARY) OR NEW.forgotten_utc IS NOT NULL);

CREATE TRIGGER patient_is_found_by_new_words AFTER UPDATE ON patients FOR EACH ROW FOLLOWS patient_leaves_old_words
INSERT INTO patient_words (patient_id, word, full_name)
SELECT DISTINCT
    NEW.patient_id,
    LEFT(SUBSTRING_INDEX(SUBSTRING_INDEX(NEW.found_by, ' ', spans.minute DIV 5 + 1), ' ', -1), 60) AS word,
    NEW.full_name
FROM spans
WHERE spans.length = (CHAR_LENGTH(NEW.found_by) - CHAR_LENGTH(REPLACE(NEW.found_by, ' ', '')) + 1) * 5
  AND CAST(NEW.full_name AS BINARY) <> CAST(OLD.full_name AS BINARY)
  AND NEW.forgotten_utc IS NULL
HAVING word <> '';

-- The words know the birth date of their patient.
CREATE TRIGGER patient_words_know_the_birth_date AFTER INSERT ON patients FOR EACH ROW
FOLLOWS patient_is_found_by_words
UPDATE patient_words
SET birth_date = NEW.birth_date
WHERE patient_id = NEW.patient_id
  AND NEW.birth_date IS NOT NULL;

CREATE TRIGGER patient_words_follow_the_birth_date AFTER UPDATE ON patients FOR EACH ROW
FOLLOWS patient_is_found_by_new_words
UPDATE patient_words
SET birth_date = NEW.birth_date
WHERE patient_id = NEW.patient_id
  AND NOT birth_date <=> NEW.birth_date;

-- Who of the clinic opened a patient's record: one row for each person, patient and day. The rows stay when the patient
-- is forgotten. They tell what staff did, and by then they name no patient.
CREATE TABLE record_views (
    record_view_id INT      NOT NULL AUTO_INCREMENT,
    patient_id     INT      NOT NULL COMMENT 'no foreign key: a look would wait for whoever books for this patient',
    user_id        INT      NULL COMMENT 'who looked; NULL: an account since deleted',
    day            DATE     NOT NULL COMMENT 'of the clinic''s calendar',
    first_utc      DATETIME NOT NULL COMMENT 'the first time on that day',

    PRIMARY KEY (record_view_id),
    UNIQUE KEY record_view_is_noted_once_a_day (patient_id, day, user_id),
    KEY record_views_by_user (user_id),
    KEY record_views_by_time (first_utc),
    CONSTRAINT record_view_names_its_reader FOREIGN KEY (user_id) REFERENCES users (user_id) ON DELETE SET NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Two records that look alike may be two people, such as twins. Once somebody has said so, nobody is asked again. A
-- pair is written in one way only, the lower key first (patients/set_apart).
CREATE TABLE patients_apart (
    patient_id INT NOT NULL COMMENT 'the lower key of the two',
    other_id   INT NOT NULL,

    PRIMARY KEY (patient_id, other_id),
    KEY pairs_by_other (other_id),
    CONSTRAINT pair_has_a_patient        FOREIGN KEY (patient_id) REFERENCES patients (patient_id) ON DELETE CASCADE,
    CONSTRAINT pair_has_another_patient  FOREIGN KEY (other_id) REFERENCES patients (patient_id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- A record that the front desk made is offered to the account that proves its e-mail address. Whose holder says "This is
-- not me" is not asked again.
CREATE TABLE records_declined (
    user_id    INT NOT NULL,
    patient_id INT NOT NULL,

    PRIMARY KEY (user_id, patient_id),
    KEY declined_by_patient (patient_id),
    CONSTRAINT declined_by_an_account FOREIGN KEY (user_id) REFERENCES users (user_id) ON DELETE CASCADE,
    CONSTRAINT declined_is_a_patient  FOREIGN KEY (patient_id) REFERENCES patients (patient_id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;


-- 6  Visits -----------------------------------------------------------------------------------------------------

-- What can become of a visit. appointments.holds_until says which of these hold their time.
CREATE TABLE statuses (
    status VARCHAR(9)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    label  VARCHAR(30) NOT NULL COMMENT 'for people',

    PRIMARY KEY (status)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

INSERT INTO statuses (status, label) VALUES
    ('booked',    'Booked'),
    ('arrived',   'Arrived'),
    ('completed', 'Done'),
    ('no_show',   'Didn''t come'),
    ('cancelled', 'Cancelled');

-- The legal moves, and who may make them. A cancellation is taken back by the clinic alone, while the time is free.
CREATE TABLE status_transitions (
    from_status VARCHAR(9)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    to_status   VARCHAR(9)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    by_patient  BOOLEAN      NOT NULL DEFAULT FALSE,
    is_undo     BOOLEAN      NOT NULL DEFAULT FALSE COMMENT 'takes back a slip of the desk',
    action      VARCHAR(30)  NOT NULL COMMENT 'on the button',
    meaning     VARCHAR(120) NOT NULL COMMENT 'beside the button',

    PRIMARY KEY (from_status, to_status),
    KEY transitions_by_target (to_status),
    CONSTRAINT transition_leaves_a_status  FOREIGN KEY (from_status) REFERENCES statuses (status),
    CONSTRAINT transition_reaches_a_status FOREIGN KEY (to_status) REFERENCES statuses (status),
    CONSTRAINT transition_moves            CHECK (from_status <> to_status)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

INSERT INTO status_transitions (from_status, to_status, by_patient, is_undo, action, meaning) VALUES
    ('booked',    'arrived',   FALSE, FALSE, 'Check in',           'The patient is here.'),
    ('arrived',   'completed', FALSE, FALSE, 'Finish',             'The visit took place.'),
    ('booked',    'completed', FALSE, FALSE, 'Finish',             'The visit took place.'),
    ('booked',    'no_show',   FALSE, FALSE, 'Didn''t come',       'The patient did not come. The time is free again.'),
    ('booked',    'cancelled', TRUE,  FALSE, 'Cancel',             'The visit will not take place. The time is free again.'),
    ('arrived',   'booked',    FALSE, TRUE,  'Undo check-in',      'Marked by mistake: back to booked.'),
    ('completed', 'arrived',   FALSE, TRUE,  'Undo finish',        'Marked by mistake: back to arrived.'),
    ('no_show',   'booked',    FALSE, TRUE,  'Undo didn''t come',  'Marked by mistake: back to booked, if the time is still free.'),
    ('cancelled', 'booked',    FALSE, TRUE,  'Undo cancellation',  'Cancelled by mistake: booked again, if the time is still free.');

CREATE TABLE appointments (
    appointment_id INT          NOT NULL AUTO_INCREMENT,
    patient_id     INT          NOT NULL,
    staff_id       INT          NOT NULL,
    room_id        INT          NULL COMMENT 'NULL only for visits moved in from an older system',
    service_id     INT          NOT NULL,
    starts_at      DATETIME     NOT NULL,
    ends_at        DATETIME     NOT NULL,
    pause_minutes  SMALLINT     NOT NULL DEFAULT 0 COMMENT 'copied from the service: later changes do not move visits',
    status         VARCHAR(9)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'booked',
    reason         VARCHAR(500) NOT NULL DEFAULT '' COMMENT 'the patient''s words; never in a mail''s subject',
    cancel_reason  VARCHAR(500) NULL,
    note           VARCHAR(2000) NOT NULL DEFAULT '' COMMENT 'of the clinic; patients do not see it, but it is in the copy of their data',
    arrived_utc    DATETIME     NULL COMMENT 'since when the patient has been here',
    late_minutes   SMALLINT     NULL COMMENT 'how late the patient said they would be',
    version        INT          NOT NULL DEFAULT 0 COMMENT 'up by one per move, by two per cancellation undone: the calendar file''s SEQUENCE (RFC 5545 3.8.7.4)',
    booked_by      INT          NULL COMMENT 'the account that booked it; NULL: moved in, or the account is gone',
    created_utc    DATETIME     NOT NULL,
    request_key    CHAR(43)     CHARACTER SET ascii COLLATE ascii_bin NULL
                                COMMENT 'random, printed in the form: the same form sent twice gives one visit',
    day            DATE         GENERATED ALWAYS AS (CAST(starts_at AS DATE)) STORED,
    holds_until    DATETIME     GENERATED ALWAYS AS (
        CASE WHEN status IN ('booked', 'arrived', 'completed') THEN ends_at + INTERVAL pause_minutes MINUTE END
    ) STORED COMMENT 'person and room are taken until then; NULL: a status that holds no time',

    PRIMARY KEY (appointment_id),
    UNIQUE KEY request_is_carried_out_once (request_key),
    -- the day first, then all that availability asks for: it never leaves these two keys
    KEY appointments_of_staff (staff_id, day, starts_at, holds_until),
    KEY appointments_in_room (room_id, day, starts_at, holds_until),
    KEY appointments_of_patient (patient_id, starts_at),
    KEY appointments_by_time (starts_at, status),
    -- with all that reports count, so that a year of visits is one walk along this key
    KEY appointments_counted (starts_at, holds_until, staff_id, room_id, service_id, status),
    KEY appointments_by_status (status, starts_at),
    KEY appointments_by_service (service_id),
    KEY appointments_by_booker (booked_by),
    CONSTRAINT appointment_has_patient  FOREIGN KEY (patient_id) REFERENCES patients (patient_id) ON DELETE RESTRICT,
    CONSTRAINT appointment_has_staff    FOREIGN KEY (staff_id) REFERENCES staff (staff_id) ON DELETE RESTRICT,
    CONSTRAINT appointment_has_room     FOREIGN KEY (room_id) REFERENCES rooms (room_id) ON DELETE RESTRICT,
    CONSTRAINT appointment_has_service  FOREIGN KEY (service_id) REFERENCES services (service_id) ON DELETE RESTRICT,
    CONSTRAINT appointment_has_status   FOREIGN KEY (status) REFERENCES statuses (status),
    CONSTRAINT appointment_has_booker   FOREIGN KEY (booked_by) REFERENCES users (user_id) ON DELETE SET NULL,
    -- UPDATE IGNORE writes 0000-00-00 where it is given no time, and the checks below compare that with NULL
    CONSTRAINT appointment_has_a_day        CHECK (starts_at >= '1900-01-01'),
    CONSTRAINT appointment_ends_after_it_starts CHECK (starts_at < ends_at),
    -- the claims are made of 5-minute steps; a visit beside the grid would slip between them
    CONSTRAINT appointment_keeps_5_min_steps CHECK (
        MINUTE(starts_at) % 5 = 0 AND SECOND(starts_at) = 0 AND MINUTE(ends_at) % 5 = 0 AND SECOND(ends_at) = 0
    ),
    CONSTRAINT appointment_ends_within_8_hours  CHECK (ends_at <= starts_at + INTERVAL 480 MINUTE),
    CONSTRAINT appointment_ends_on_its_day      CHECK (
        ends_at + INTERVAL pause_minutes MINUTE <= CAST(starts_at AS DATE) + INTERVAL 1 DAY
    ),
    CONSTRAINT appointment_pause_is_0_to_120    CHECK (pause_minutes BETWEEN 0 AND 120 AND pause_minutes % 5 = 0),
    CONSTRAINT appointment_is_5_to_240_late     CHECK (late_minutes BETWEEN 5 AND 240)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Who did what to a visit, and when: one row for each change of its status, time, member of staff, room, length,
-- service or words.
CREATE TABLE appointment_history (
    history_id     INT           NOT NULL AUTO_INCREMENT,
    appointment_id INT           NOT NULL,
    at_utc         DATETIME      NOT NULL,
    user_id        INT           NULL COMMENT 'NULL: the program itself, or an account since deleted',
    by_link        BOOLEAN       NOT NULL DEFAULT FALSE COMMENT 'the patient, by the link in a mail: with or without an account',
    action         VARCHAR(10)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    from_status    VARCHAR(9)   CHARACTER SET ascii COLLATE ascii_bin NULL,
    to_status      VARCHAR(9)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    details        VARCHAR(1000) NOT NULL DEFAULT '' COMMENT 'from where to where, in words',
    overruled      VARCHAR(300)  NOT NULL DEFAULT '' COMMENT 'the rules that staff knowingly overruled, and why',

    PRIMARY KEY (history_id),
    KEY history_of_appointment (appointment_id, history_id),
    KEY history_by_time (at_utc),
    KEY history_by_user (user_id, history_id),
    CONSTRAINT history_belongs_to_appointment FOREIGN KEY (appointment_id)
        REFERENCES appointments (appointment_id) ON DELETE CASCADE,
    CONSTRAINT history_names_its_author FOREIGN KEY (user_id) REFERENCES users (user_id) ON DELETE SET NULL,
    CONSTRAINT history_action_is_known  CHECK (action IN ('booked', 'status', 'moved', 'reassigned', 'changed'))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Whom the clinic must call: it cancelled or moved their visit, or gave it to somebody else, and no mail tells them so. One
-- row for each visit. What is done to the visit later changes the row, and it keeps what its patient knows until somebody
-- has called.
CREATE TABLE calls (
    appointment_id INT      NOT NULL,
    was_at         DATETIME NULL COMMENT 'when the patient thinks that the visit is, local; NULL: that it is cancelled',
    was_staff_id   INT      NOT NULL COMMENT 'whom the patient expects to see, 0: not known; no foreign key, as that would lock them out of turn',
    created_utc    DATETIME NOT NULL COMMENT 'when the visit was changed last',
    done_utc       DATETIME NULL COMMENT 'when the patient was called; NULL: not yet',
    done_by        INT      NULL,

    PRIMARY KEY (appointment_id),
    KEY calls_by_end (done_utc),
    KEY calls_by_author (done_by),
    CONSTRAINT call_is_about_a_visit FOREIGN KEY (appointment_id)
        REFERENCES appointments (appointment_id) ON DELETE CASCADE,
    CONSTRAINT call_names_its_author FOREIGN KEY (done_by) REFERENCES users (user_id) ON DELETE SET NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- The calls that are worth making: those about a visit that is not where its patient thinks it is. A visit that was moved
-- back, or has had its outcome, needs none, nor does a patient who was forgotten.
CREATE SQL SECURITY INVOKER VIEW needed_calls AS
SELECT
    calls.appointment_id,
    calls.was_at,
    calls.was_staff_id,
    calls.created_utc,
    calls.done_utc,
    calls.done_by,
    appointments.staff_id,
    appointments.patient_id
FROM calls
JOIN appointments ON appointments.appointment_id = calls.appointment_id
JOIN patients ON patients.patient_id = appointments.patient_id
WHERE patients.forgotten_utc IS NULL
  AND (
    (appointments.status = 'cancelled' AND calls.was_at IS NOT NULL)
    OR (
        appointments.status = 'booked'
        AND NOT (appointments.starts_at <=> calls.was_at AND appointments.staff_id <=> calls.was_staff_id)
    )
  );

-- Whose history an account may read: the front desk and admins everybody's. Other staff must have a visit with the patient
-- that somebody else booked, or have had one that took place. A visit that they booked themselves opens the history on the
-- day after it (from_day): else anybody could read a stranger's by writing down a visit with them. A row for each reason.
CREATE SQL SECURITY INVOKER VIEW who_treats AS
SELECT
    whose_visits.user_id,
    patients.patient_id,
    CASE
        WHEN whose_visits.sees_all OR NOT (appointments.booked_by <=> whose_visits.user_id) THEN DATE '1000-01-01'
        ELSE appointments.day + INTERVAL 1 DAY
    END AS from_day
FROM whose_visits
JOIN patients
LEFT JOIN appointments
    ON appointments.patient_id = patients.patient_id AND appointments.staff_id = whose_visits.staff_id
   AND (appointments.status = 'completed' OR NOT (appointments.booked_by <=> whose_visits.user_id))
WHERE whose_visits.sees_all
   OR appointments.appointment_id IS NOT NULL;


-- 7  Nobody gets a taken time -----------------------------------------------------------------------------------

-- One row for each 5 minutes that a visit holds. Two visits that overlap by any length, whatever their starts, would
-- need the same row, and the unique keys refuse the second: at any isolation level, from any client, on a cluster.
-- A unique key on the visit's start would miss 09:00-10:00 against 09:30-10:30; a CHECK cannot see other rows; and
-- MariaDB's WITHOUT OVERLAPS, made for just this, does not exist in MySQL.
CREATE TABLE claims (
    appointment_id INT      NOT NULL,
    at             DATETIME NOT NULL COMMENT 'the beginning of the 5 minutes',
    staff_id       INT      NOT NULL,
    room_id        INT      NULL,
    patient_id     INT      NULL COMMENT 'NULL in the pause after the visit: the patient has left',

    PRIMARY KEY (appointment_id, at),
    UNIQUE KEY staff_is_free   (staff_id, at),
    UNIQUE KEY room_is_free    (room_id, at),
    UNIQUE KEY patient_is_free (patient_id, at),
    -- deleting a visit fires no trigger through a cascade, so the claims hang on it themselves
    CONSTRAINT claim_belongs_to_appointment FOREIGN KEY (appointment_id)
        REFERENCES appointments (appointment_id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- What gets past this: writing claims or spans (the app's account may not: db/rights.sql), DDL such as DROP TRIGGER,
-- and on MariaDB SET check_constraint_checks = 0, after which a visit beside the 5-minute grid claims steps beside it.
--
-- Four triggers of one statement each keep the claims. They read what to claim from the table, after the row was written,
-- and not from NEW. UPDATE IGNORE skips a row that breaks a rule, and then NEW is what was wanted, not what is there.
-- (MySQL fires no AFTER trigger for such a row. MariaDB does, and the visit takes back what it has just released.)
CREATE TRIGGER appointment_takes_its_time AFTER INSERT ON appointments FOR EACH ROW
INSERT INTO claims (appointment_id, at, staff_id, room_id, patient_id)
SELECT
    appointments.appointment_id,
    appointments.starts_at + INTERVAL spans.minute MINUTE,
    appointments.staff_id,
    appointments.room_id,
    IF(spans.minute < TIMESTAMPDIFF(MINUTE, appointments.starts_at, appointments.ends_at), appointments.patient_id, NULL)
FROM appointments
JOIN spans ON spans.length = TIMESTAMPDIFF(MINUTE, appointments.starts_at, appointments.holds_until)
WHERE appointments.appointment_id = NEW.appointment_id;

-- No claim changes where only words change, or one status that holds time becomes another that does.
CREATE TRIGGER appointment_releases_its_old_time AFTER UPDATE ON appointments FOR EACH ROW
DELETE FROM claims
WHERE claims.appointment_id = OLD.appointment_id
  AND NOT (OLD.appointment_id = NEW.appointment_id AND OLD.staff_id = NEW.staff_id AND OLD.room_id <=> NEW.room_id
           AND OLD.patient_id = NEW.patient_id AND OLD.starts_at = NEW.starts_at AND OLD.ends_at = NEW.ends_at
           AND OLD.holds_until <=> NEW.holds_until);

CREATE TRIGGER appointment_takes_its_new_time AFTER UPDATE ON appointments FOR EACH ROW
FOLLOWS appointment_releases_its_old_time
INSERT INTO claims (appointment_id, at, staff_id, room_id, patient_id)
SELECT
    appointments.appointment_id,
    appointments.starts_at + INTERVAL spans.minute MINUTE,
    appointments.staff_id,
    appointments.room_id,
    IF(spans.minute < TIMESTAMPDIFF(MINUTE, appointments.starts_at, appointments.ends_at), appointments.patient_id, NULL)
FROM appointments
JOIN spans ON spans.length = TIMESTAMPDIFF(MINUTE, appointments.starts_at, appointments.holds_until)
WHERE appointments.appointment_id IN (OLD.appointment_id, NEW.appointment_id)
  AND NOT (OLD.appointment_id = NEW.appointment_id AND OLD.staff_id = NEW.staff_id AND OLD.room_id <=> NEW.room_id
           AND OLD.patient_id = NEW.patient_id AND OLD.starts_at = NEW.starts_at AND OLD.ends_at = NEW.ends_at
           AND OLD.holds_until <=> NEW.holds_until);

-- The foreign key of claims does this too, but not always: MySQL 9.7 follows it neither for REPLACE nor with
-- foreign_key_checks = 0. A claim without its visit would keep that time for nobody.
CREATE TRIGGER deleted_appointment_releases_its_time AFTER DELETE ON appointments FOR EACH ROW
DELETE FROM claims
WHERE claims.appointment_id = OLD.appointment_id;


-- 8  What can be booked -----------------------------------------------------------------------------------------

-- How far ahead each service is booked and changed by patients: what it says itself, or else what the clinic says. Both
-- rows are found by their keys, before anything else is read; so the horizon is a number and ends the walks over days.
CREATE SQL SECURITY INVOKER VIEW rules_of_services AS
SELECT
    services.service_id,
    COALESCE(services.notice_minutes, settings.notice_minutes) AS notice_minutes,
    COALESCE(services.horizon_days, settings.horizon_days) AS horizon_days,
    COALESCE(services.cancel_deadline_minutes, settings.cancel_deadline_minutes) AS cancel_deadline_minutes
FROM services
JOIN settings ON settings.settings_id = 1;

-- Which starts there are: the rules stand in four views, each over the one before. (What asks why one time will not do
-- names the same rules one by one: check_rules, list_for_handover.) The server merges all four into the statement that
-- asks, so a member of staff, a service or a day given there reaches the keys of the tables. STRAIGHT_JOIN reads what
-- stands before it first: a server that has miscounted the rows of a table might begin with all of the spans; and with
-- less to choose from, it plans long walks better.

-- The blocks of hours of each day: what a weekday says, from its first day until the day on which it no longer holds.
-- The calendar comes first, as who asks names days. The blocks of a day do not overlap: app/forms/hours.py joins them,
-- and app/clinic/hours.py refuses extra hours that would.
CREATE SQL SECURITY INVOKER VIEW hours_of_days AS
SELECT
    working_hours.staff_id,
    calendar.day,
    working_hours.working_hours_id,
    working_hours.starts_minute,
    working_hours.ends_minute,
    calendar.day + INTERVAL working_hours.starts_minute MINUTE AS starts_at,
    calendar.day + INTERVAL working_hours.ends_minute MINUTE AS ends_at
FROM calendar
STRAIGHT_JOIN working_hours
    ON working_hours.weekday = calendar.weekday
   AND working_hours.valid_from <= calendar.day
   AND COALESCE(working_hours.valid_until, '9999-12-31') > calendar.day
   AND COALESCE(working_hours.fortnight, calendar.fortnight) = calendar.fortnight;

-- The starts of each service within the hours of active staff, every slot_minutes from the beginning of a block. All
-- sums stand here: the visit takes from_minute to to_minute of its day, that is starts_at to ends_at; at free_at its
-- pause is over, by midnight at the latest. The spans are read by their key: their length is the block's (section 1).
CREATE SQL SECURITY INVOKER VIEW starts_in_hours AS
SELECT
    staff.staff_id,
    services.service_id,
    services.place,
    services.is_online AND staff.is_online AS is_online,
    hours.day,
    hours.working_hours_id,
    hours.starts_minute + steps.minute AS from_minute,
    hours.starts_minute + steps.minute + services.minutes AS to_minute,
    hours.day + INTERVAL hours.starts_minute + steps.minute MINUTE AS starts_at,
    hours.day + INTERVAL hours.starts_minute + steps.minute + services.minutes MINUTE AS ends_at,
    hours.day + INTERVAL hours.starts_minute + steps.minute + services.minutes + services.pause_minutes MINUTE AS free_at
FROM staff
STRAIGHT_JOIN users ON users.user_id = staff.user_id AND users.is_active
STRAIGHT_JOIN staff_services ON staff_services.staff_id = staff.staff_id
STRAIGHT_JOIN services ON services.service_id = staff_services.service_id AND services.is_active
STRAIGHT_JOIN hours_of_days AS hours ON hours.staff_id = staff.staff_id
STRAIGHT_JOIN spans AS steps FORCE INDEX (PRIMARY)
    ON steps.length = hours.ends_minute - hours.starts_minute
   AND steps.minute % staff.slot_minutes = 0
   AND steps.minute + services.minutes <= steps.length
WHERE staff.is_bookable
  AND hours.starts_minute + steps.minute + services.minutes + services.pause_minutes <= 1440;

-- The starts that nothing but another visit can take away. Each rule is an anti-join: LEFT JOIN what would forbid the
-- start, and keep the row where nothing was found. (NOT EXISTS says the same; MariaDB runs it anew for every start, ten
-- times as slow.)
CREATE SQL SECURITY INVOKER VIEW offered_starts AS
SELECT
    starts.staff_id,
    starts.service_id,
    starts.place,
    starts.is_online,
    starts.day,
    starts.starts_at,
    starts.ends_at,
    starts.free_at
FROM starts_in_hours AS starts
LEFT JOIN closures ON closures.day = starts.day
LEFT JOIN breaks
    ON breaks.working_hours_id = starts.working_hours_id
   AND breaks.starts_minute < starts.to_minute AND breaks.ends_minute > starts.from_minute
LEFT JOIN time_off
    ON time_off.staff_id = starts.staff_id
   AND time_off.starts_at < starts.ends_at AND time_off.ends_at > starts.starts_at
LEFT JOIN clock_gaps
    ON clock_gaps.day = starts.day
   AND clock_gaps.starts_minute < starts.to_minute AND clock_gaps.ends_minute > starts.from_minute
WHERE closures.day IS NULL
  AND breaks.break_id IS NULL
  AND time_off.time_off_id IS NULL
  AND clock_gaps.day IS NULL;

-- The starts to which a visit can be moved if no other visit is in the way. A visit keeps its length, which may be longer
-- than its service's: so hours, breaks, absences and the clock are asked once more, up to the visit's own end.
CREATE SQL SECURITY INVOKER VIEW starts_for_moves AS
SELECT
    visits.appointment_id,
    visits.patient_id,
    visits.staff_id,
    visits.service_id,
    starts.place,
    visits.starts_at AS present_start,
    starts.day,
    starts.starts_at,
    starts.starts_at + INTERVAL TIMESTAMPDIFF(MINUTE, visits.starts_at, visits.ends_at) MINUTE AS ends_at,
    starts.starts_at + INTERVAL TIMESTAMPDIFF(MINUTE, visits.starts_at, visits.ends_at) + visits.pause_minutes MINUTE
        AS free_at
FROM appointments AS visits
STRAIGHT_JOIN offered_starts AS starts
    ON starts.staff_id = visits.staff_id AND starts.service_id = visits.service_id
STRAIGHT_JOIN hours_of_days AS hours
    ON hours.staff_id = visits.staff_id AND hours.day = starts.day
   AND hours.starts_at <= starts.starts_at
   AND hours.ends_at >= starts.starts_at + INTERVAL TIMESTAMPDIFF(MINUTE, visits.starts_at, visits.ends_at) MINUTE
LEFT JOIN breaks
    ON breaks.working_hours_id = hours.working_hours_id
   AND hours.day + INTERVAL breaks.ends_minute MINUTE > starts.starts_at
   AND hours.day + INTERVAL breaks.starts_minute MINUTE
     < starts.starts_at + INTERVAL TIMESTAMPDIFF(MINUTE, visits.starts_at, visits.ends_at) MINUTE
LEFT JOIN time_off
    ON time_off.staff_id = visits.staff_id
   AND time_off.ends_at > starts.starts_at
   AND time_off.starts_at < starts.starts_at + INTERVAL TIMESTAMPDIFF(MINUTE, visits.starts_at, visits.ends_at) MINUTE
LEFT JOIN clock_gaps
    ON clock_gaps.day = starts.day
   AND clock_gaps.day + INTERVAL clock_gaps.ends_minute MINUTE > starts.starts_at
   AND clock_gaps.day + INTERVAL clock_gaps.starts_minute MINUTE
     < starts.starts_at + INTERVAL TIMESTAMPDIFF(MINUTE, visits.starts_at, visits.ends_at) MINUTE
WHERE breaks.break_id IS NULL
  AND time_off.time_off_id IS NULL
  AND clock_gaps.day IS NULL
  AND starts.starts_at + INTERVAL TIMESTAMPDIFF(MINUTE, visits.starts_at, visits.ends_at) + visits.pause_minutes MINUTE
   <= starts.day + INTERVAL 1 DAY;

-- The starts that can be booked, once for each room that is then free, so who asks says DISTINCT; once, without a room,
-- where the service takes none. Who asks also adds what depends on the clock and on who books: notice and horizon (the
-- view rules_of_services), is_online for patients, the patient's other visits and their limit.
CREATE SQL SECURITY INVOKER VIEW free_starts AS
SELECT
    starts.staff_id,
    starts.service_id,
    starts.is_online,
    starts.day,
    starts.starts_at,
    starts.ends_at,
    rooms.room_id
FROM offered_starts AS starts
LEFT JOIN appointments AS person_taken
    ON person_taken.staff_id = starts.staff_id AND person_taken.day = starts.day
   AND person_taken.starts_at < starts.free_at AND person_taken.holds_until > starts.starts_at
LEFT JOIN room_services ON room_services.service_id = starts.service_id AND starts.place = 'room'
LEFT JOIN rooms ON rooms.room_id = room_services.room_id AND rooms.is_active
LEFT JOIN appointments AS room_taken
    ON room_taken.room_id = rooms.room_id AND room_taken.day = starts.day
   AND room_taken.starts_at < starts.free_at AND room_taken.holds_until > starts.starts_at
WHERE person_taken.appointment_id IS NULL
  AND (rooms.room_id IS NOT NULL OR starts.place <> 'room')
  AND room_taken.appointment_id IS NULL;

-- Visits that somebody has to decide on: what was booked no longer fits the hours, an absence or a closure came later,
-- the person is gone, the service or the room retired. A visit comes once: of the absences and breaks that it falls
-- into, the first one found is joined by its key.
CREATE SQL SECURITY INVOKER VIEW unfitting_visits AS
SELECT
    appointments.appointment_id,
    appointments.staff_id,
    appointments.day,
    appointments.starts_at,
    appointments.status,
    closures.day IS NOT NULL AS is_closed,
    time_off.time_off_id IS NOT NULL AS is_away,
    hours.working_hours_id IS NULL AS is_outside_hours,
    breaks.break_id IS NOT NULL AS is_in_break,
    NOT (staff.is_bookable AND people.is_active) AS is_gone,
    NOT services.is_active OR staff_services.service_id IS NULL AS is_not_offered,
    COALESCE(NOT rooms.is_active, services.place = 'room') AS is_without_room
FROM appointments
JOIN staff ON staff.staff_id = appointments.staff_id
JOIN users AS people ON people.user_id = staff.user_id
JOIN services ON services.service_id = appointments.service_id
LEFT JOIN staff_services
    ON staff_services.staff_id = appointments.staff_id AND staff_services.service_id = appointments.service_id
LEFT JOIN rooms ON rooms.room_id = appointments.room_id
LEFT JOIN closures ON closures.day = appointments.day
LEFT JOIN time_off
    ON time_off.time_off_id = (
        SELECT away.time_off_id
        FROM time_off AS away
        WHERE away.staff_id = appointments.staff_id
          AND away.starts_at < appointments.ends_at AND away.ends_at > appointments.starts_at
        LIMIT 1
    )
LEFT JOIN hours_of_days AS hours
    ON hours.staff_id = appointments.staff_id AND hours.day = appointments.day
   AND hours.starts_at <= appointments.starts_at AND hours.ends_at >= appointments.ends_at
LEFT JOIN breaks
    ON breaks.break_id = (
        SELECT pause.break_id
        FROM breaks AS pause
        WHERE pause.working_hours_id = hours.working_hours_id
          AND hours.day + INTERVAL pause.starts_minute MINUTE < appointments.ends_at
          AND hours.day + INTERVAL pause.ends_minute MINUTE > appointments.starts_at
        LIMIT 1
    )
WHERE closures.day IS NOT NULL
   OR time_off.time_off_id IS NOT NULL
   OR hours.working_hours_id IS NULL
   OR breaks.break_id IS NOT NULL
   OR NOT (staff.is_bookable AND people.is_active)
   OR NOT services.is_active
   OR staff_services.service_id IS NULL
   OR COALESCE(NOT rooms.is_active, services.place = 'room');


-- 9  Mail -------------------------------------------------------------------------------------------------------

-- The outbox. A mail is a row, written in the transaction that caused it: so no booking is without its mail, and no mail
-- without its booking. Its words are written when it is sent, from the visit as it then is.
CREATE TABLE notifications (
    notification_id INT          NOT NULL AUTO_INCREMENT,
    dedupe_key      VARCHAR(120) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
                                 COMMENT 'visit:7:v2:moved:patient: one mail per visit, version, kind and recipient',
    kind            VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    audience        VARCHAR(7)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'patient'
                                 COMMENT 'whom the words are for; former: who gave the visit to a colleague',
    appointment_id  INT          NULL,
    version         INT          NULL COMMENT 'of the visit; a later version makes this mail stale',
    was_at          DATETIME     NULL COMMENT 'of a visit that was moved: when it was before, local',
    user_id         INT          NULL COMMENT 'the account it is about; of a former colleague, who it goes to',
    recipient       VARCHAR(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL
                                 COMMENT 'the address when it was queued; once sent, the one it went to',
    payload         VARCHAR(500) NULL COMMENT 'what only this mail knows, such as a one-time link; emptied once sent',
    state           VARCHAR(9)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'pending',
    tries           SMALLINT     NOT NULL DEFAULT 0,
    next_try_utc    DATETIME     NOT NULL,
    lease_until_utc DATETIME     NULL COMMENT 'while sending: whose worker died before this may be claimed again',
    expires_utc     DATETIME     NULL COMMENT 'of no use after this',
    last_code       SMALLINT     NULL COMMENT 'SMTP reply code',
    last_answer     VARCHAR(500) NULL,
    doubt           TINYINT      NOT NULL DEFAULT 0
                                 COMMENT '1: not taken, nor has any mail been since; 2: that was about the server once',
    unanswered      TINYINT      NOT NULL DEFAULT 0 COMMENT 'how often it was sent as a whole and no answer came',
    message_id      VARCHAR(120) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'the same at every try',
    created_utc     DATETIME     NOT NULL,
    sent_utc        DATETIME     NULL,
    can_wait        TINYINT      GENERATED ALWAYS AS (CASE WHEN doubt > 0 THEN 2 WHEN kind = 'reminder' THEN 1 ELSE 0 END)
                                 STORED COMMENT 'a morning''s hundreds stand behind the link that somebody waits for, and what was refused behind both',

    PRIMARY KEY (notification_id),
    UNIQUE KEY mail_is_queued_once (dedupe_key),
    -- in the order in which mail is sent: the server reads the first few and stops
    KEY mail_due (state, can_wait, next_try_utc, notification_id),
    KEY mail_of_appointment (appointment_id),
    KEY mail_of_user (user_id),
    KEY mail_by_kind (kind, notification_id),
    KEY mail_by_age (created_utc),
    CONSTRAINT mail_is_about_an_appointment FOREIGN KEY (appointment_id)
        REFERENCES appointments (appointment_id) ON DELETE CASCADE,
    CONSTRAINT mail_is_about_an_account FOREIGN KEY (user_id) REFERENCES users (user_id) ON DELETE CASCADE,
    CONSTRAINT mail_kind_is_known CHECK (kind IN (
        'booked', 'moved', 'cancelled', 'reminder', 'account_created', 'password_reset', 'password_changed',
        'address_proof', 'registered_again', 'address_change', 'address_changed', 'second_factor_on',
        'second_factor_off', 'recovery_code_used', 'test'
    )),
    CONSTRAINT mail_with_a_link_runs_out CHECK (
        expires_utc IS NOT NULL OR kind NOT IN (
            'account_created', 'password_reset', 'address_proof', 'registered_again', 'address_change'
        )
    ),
    CONSTRAINT mail_audience_is_known CHECK (audience IN ('patient', 'staff', 'former', 'account')),
    CONSTRAINT mail_state_is_known CHECK (state IN ('pending', 'sending', 'sent', 'failed', 'expired', 'cancelled'))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- When links were last mailed to an address because a stranger asked, so that nobody's mailbox is filled with them.
-- The mails themselves cannot be counted: they are deleted with their account, and a stranger may close that.
CREATE TABLE links_mailed (
    email_hash BINARY(32) NOT NULL COMMENT 'SHA-256 of the address',
    last_utc   DATETIME   NULL,
    second_utc DATETIME   NULL COMMENT 'the one before it',
    third_utc  DATETIME   NULL,
    fourth_utc DATETIME   NULL,

    PRIMARY KEY (email_hash),
    KEY links_mailed_by_time (last_utc)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- One row: whether sending is paused as a whole (wrong password, daily limit), and why.
CREATE TABLE mail_queue (
    mail_queue_id    TINYINT      NOT NULL DEFAULT 1,
    paused_until_utc DATETIME     NULL,
    pause_reason     VARCHAR(500) NULL,
    pauses           SMALLINT     NOT NULL DEFAULT 0 COMMENT 'since a mail was taken: each is longer than the last',
    off_utc          DATETIME     NULL COMMENT 'when the program last ran without a mail server',
    held_before_utc  DATETIME     NULL COMMENT 'mail queued before this waits until an admin says what becomes of it',

    PRIMARY KEY (mail_queue_id),
    CONSTRAINT mail_queue_is_one_row CHECK (mail_queue_id = 1)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

INSERT INTO mail_queue (mail_queue_id) VALUES (1);


-- 10  Moving in -------------------------------------------------------------------------------------------------

-- One row for each file that was imported, so that it can be taken back as a whole.
CREATE TABLE imports (
    import_id    INT          NOT NULL AUTO_INCREMENT,
    kind         VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    file_name    VARCHAR(255) NOT NULL,
    state        VARCHAR(6)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'begun'
                              COMMENT 'begun: at work, or cut short, on the way in or on the way back',
    added        INT          NOT NULL DEFAULT 0 COMMENT 'patients or visits that the file made',
    changed      INT          NOT NULL DEFAULT 0 COMMENT 'patients whose details it brought up to date',
    begun_utc    DATETIME     NOT NULL,
    finished_utc DATETIME     NULL COMMENT 'taken in, or taken back',

    PRIMARY KEY (import_id),
    KEY imports_by_state (state),
    CONSTRAINT import_kind_is_known  CHECK (kind IN ('patients', 'visits')),
    CONSTRAINT import_state_is_known CHECK (state IN ('begun', 'done', 'undone'))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- What a file said of a patient, and what was there before. The next file must not overwrite what the clinic has changed
-- since, and tells it by this. An import that is taken back puts the former values back. NULL: the file said nothing.
CREATE TABLE imported_patients (
    import_id        INT          NOT NULL,
    patient_id       INT          NOT NULL,
    is_new           BOOLEAN      NOT NULL COMMENT 'this import made the patient',
    full_name        VARCHAR(120) NULL,
    birth_date       DATE         NULL,
    phone            VARCHAR(30)  NULL,
    email            VARCHAR(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
    took_full_name   BOOLEAN      NOT NULL DEFAULT FALSE COMMENT 'this import changed it',
    took_birth_date  BOOLEAN      NOT NULL DEFAULT FALSE,
    took_phone       BOOLEAN      NOT NULL DEFAULT FALSE,
    took_email       BOOLEAN      NOT NULL DEFAULT FALSE,
    had_full_name    VARCHAR(120) NULL COMMENT 'what stood there before',
    had_birth_date   DATE         NULL,
    had_phone        VARCHAR(30)  NULL,
    had_email        VARCHAR(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,

    PRIMARY KEY (import_id, patient_id),
    KEY imports_of_patient (patient_id, import_id),
    CONSTRAINT imported_patient_has_import  FOREIGN KEY (import_id) REFERENCES imports (import_id) ON DELETE CASCADE,
    CONSTRAINT imported_patient_has_patient FOREIGN KEY (patient_id) REFERENCES patients (patient_id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

CREATE TABLE imported_visits (
    import_id      INT        NOT NULL,
    appointment_id INT        NOT NULL,
    status         VARCHAR(9) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'as it came in',

    PRIMARY KEY (import_id, appointment_id),
    UNIQUE KEY visit_is_imported_once (appointment_id),
    CONSTRAINT imported_visit_has_import FOREIGN KEY (import_id) REFERENCES imports (import_id) ON DELETE CASCADE,
    CONSTRAINT imported_visit_has_visit  FOREIGN KEY (appointment_id)
        REFERENCES appointments (appointment_id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- The lines of a file that is being imported, staged here so that statements can compare all of them at once. They are
-- written and judged in one transaction, and a dry run leaves nothing behind. Then they are taken in by portions. Each
-- portion is a transaction that makes the patients or visits and deletes the lines: if an import is cut short, the lines
-- show what is left, and a booking waits for one portion at most. There are no foreign keys, because a line that names
-- what does not exist is to be reported.
CREATE TABLE import_patients (
    line             INT          NOT NULL COMMENT 'of the file; the first is 1',
    reference        VARCHAR(60)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    patient_id       INT          NULL COMMENT 'who has this reference already',
    full_name        VARCHAR(120) NOT NULL,
    birth_date       DATE         NULL,
    phone            VARCHAR(30)  NULL,
    email            VARCHAR(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
    takes_full_name  BOOLEAN      NOT NULL DEFAULT FALSE COMMENT 'the line changes it',
    takes_birth_date BOOLEAN      NOT NULL DEFAULT FALSE,
    takes_phone      BOOLEAN      NOT NULL DEFAULT FALSE,
    takes_email      BOOLEAN      NOT NULL DEFAULT FALSE,

    PRIMARY KEY (line),
    KEY import_patients_by_reference (reference),
    KEY import_patients_by_name (full_name, birth_date)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

CREATE TABLE import_visits (
    line              INT          NOT NULL,
    request_key       CHAR(43)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL
                                   COMMENT 'made from what the line says: the same line twice gives one visit',
    patient_reference VARCHAR(60)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    patient_id        INT          NULL COMMENT 'whom that reference belongs to',
    staff_id          INT          NOT NULL,
    service_id        INT          NOT NULL,
    room_id           INT          NULL,
    day               DATE         NOT NULL,
    starts_at         DATETIME     NOT NULL,
    ends_at           DATETIME     NOT NULL,
    pause_minutes     SMALLINT     NOT NULL,
    holds_until       DATETIME     NULL COMMENT 'as in appointments',
    status            VARCHAR(9)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    reason            VARCHAR(500) NOT NULL,

    PRIMARY KEY (line),
    KEY import_visits_by_key (request_key),
    KEY import_visits_of_staff (staff_id, day),
    KEY import_visits_in_room (room_id, day),
    KEY import_visits_of_patient (patient_id, day),
    KEY import_visits_by_patient_reference (patient_reference)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;


-- 11  What was said and done ------------------------------------------------------------------------------------

-- What the clinic says in its own words, and what it said before: who agreed to a version can read it years later. A
-- change is a new version. No version is ever changed or deleted.
CREATE TABLE clinic_texts (
    kind      VARCHAR(7) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    version   INT        NOT NULL COMMENT 'from 1; the highest is the one that holds',
    body      TEXT       NOT NULL COMMENT 'plain text; empty: from then on there is none',
    saved_utc DATETIME   NOT NULL,
    saved_by  INT        NULL,

    PRIMARY KEY (kind, version),
    KEY texts_by_author (saved_by),
    CONSTRAINT text_kind_is_known    CHECK (kind IN ('privacy', 'imprint', 'booking', 'news')),
    CONSTRAINT text_names_its_author FOREIGN KEY (saved_by) REFERENCES users (user_id) ON DELETE SET NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Who agreed to which version of a text, and when.
CREATE TABLE agreements (
    user_id INT        NOT NULL,
    kind    VARCHAR(7) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    version INT        NOT NULL,
    at_utc  DATETIME   NOT NULL,

    PRIMARY KEY (user_id, kind, version),
    KEY agreements_to_text (kind, version),
    CONSTRAINT agreement_is_of_an_account FOREIGN KEY (user_id) REFERENCES users (user_id) ON DELETE CASCADE,
    CONSTRAINT agreement_is_to_a_text     FOREIGN KEY (kind, version)
        REFERENCES clinic_texts (kind, version) ON DELETE RESTRICT
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Acts on accounts, staff, patients, rooms, services and settings. Acts on visits are in appointment_history.
CREATE TABLE audit_log (
    audit_id   INT           NOT NULL AUTO_INCREMENT,
    at_utc     DATETIME      NOT NULL,
    user_id    INT           NULL COMMENT 'who did it',
    action     VARCHAR(60)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    subject    VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL
                            COMMENT 'the table of the record it was done to',
    subject_id INT           NULL,
    details    VARCHAR(1000) NOT NULL DEFAULT '',
    address    VARCHAR(45)   NOT NULL DEFAULT '' COMMENT 'IP address',

    PRIMARY KEY (audit_id),
    KEY audit_by_time (at_utc, audit_id),
    KEY audit_by_subject (subject, subject_id, audit_id),
    KEY audit_by_user (user_id, audit_id),
    CONSTRAINT audit_names_its_author FOREIGN KEY (user_id) REFERENCES users (user_id) ON DELETE SET NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- One row: the outcome of the last backups, so that pages can say if none was made. In a restored database it is as it
-- was when that database's backup began.
CREATE TABLE last_backup (
    last_backup_id TINYINT      NOT NULL DEFAULT 1,
    saved_utc      DATETIME     NULL COMMENT 'of the last whole one; NULL: there was none yet',
    file           VARCHAR(500) NOT NULL DEFAULT '',
    failed_utc     DATETIME     NULL COMMENT 'of the last try, where that failed',
    failure        VARCHAR(500) NOT NULL DEFAULT '' COMMENT 'why',

    PRIMARY KEY (last_backup_id),
    CONSTRAINT last_backup_is_one_row CHECK (last_backup_id = 1)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

INSERT INTO last_backup (last_backup_id) VALUES (1);

-- When a patient was last heard of: the last visit, whatever became of it, or where there is none the day on which the
-- patient was added. With an account, the visits of all its patients count, and the last sign-in: so the patients of an
-- account are of one age. It mixes clinic time with UTC, which matters little to years. Patients of those who work here
-- are not in it.
CREATE SQL SECURITY INVOKER VIEW last_heard_of AS
SELECT
    patients.patient_id,
    patients.user_id,
    GREATEST(
        COALESCE(
            (
                SELECT MAX(appointments.starts_at) FROM appointments
                WHERE appointments.patient_id = patients.patient_id
            ),
            patients.created_utc
        ),
        COALESCE(
            (
                SELECT MAX(COALESCE(appointments.starts_at, family.created_utc))
                FROM patients AS family
                LEFT JOIN appointments ON appointments.patient_id = family.patient_id
                WHERE family.user_id = patients.user_id
            ),
            TIMESTAMP '1900-01-01 00:00:00'
        ),
        COALESCE(holders.signed_in_utc, holders.created_utc, TIMESTAMP '1900-01-01 00:00:00')
    ) AS heard_at
FROM patients
LEFT JOIN users AS holders ON holders.user_id = patients.user_id
WHERE patients.forgotten_utc IS NULL
  AND (holders.user_id IS NULL OR holders.role = 'patient');

-- Accounts of patients whose address was never proven, and with which nobody ever booked.
CREATE SQL SECURITY INVOKER VIEW idle_registrations AS
SELECT
    users.user_id,
    users.created_utc
FROM users
WHERE users.proven_email IS NULL
  AND users.role = 'patient'
  AND NOT EXISTS (
    SELECT 1 FROM patients
    JOIN appointments ON appointments.patient_id = patients.patient_id
    WHERE patients.user_id = users.user_id
  );

-- One row: when what is kept no longer was last deleted, and how much of it. Whoever sets begun_utc does the work, so
-- that of several workers one does it.
CREATE TABLE last_retention (
    last_retention_id TINYINT  NOT NULL DEFAULT 1,
    begun_utc         DATETIME NULL COMMENT 'NULL: never yet',
    finished_utc      DATETIME NULL COMMENT 'NULL: at work, or cut short',
    mail              INT      NOT NULL DEFAULT 0,
    audit             INT      NOT NULL DEFAULT 0,
    sign_ins          INT      NOT NULL DEFAULT 0,
    patients          INT      NOT NULL DEFAULT 0,
    unproven          INT      NOT NULL DEFAULT 0,

    PRIMARY KEY (last_retention_id),
    CONSTRAINT last_retention_is_one_row CHECK (last_retention_id = 1)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

INSERT INTO last_retention (last_retention_id) VALUES (1);

-- The loader adds a row to this last table when all before it is there. Without the row, loading was cut short.
CREATE TABLE schema_migrations (
    version     VARCHAR(80)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    applied_utc DATETIME    NOT NULL,

    PRIMARY KEY (version)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
