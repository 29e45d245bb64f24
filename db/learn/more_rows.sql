-- Rows for the course's clinic that the demo has not: whoever reads a statement about sessions, imports or waiting mail
-- is to see it find something. Every file of db/queries has values under Try: that do so with these rows.
--
-- Nothing here is real: these hashes open nothing. @now is the course's moment.

-- Somebody registered and never proved the address, long ago.
INSERT INTO users (user_id, role, email, phone, created_utc, full_name) VALUES
    (904, 'patient', 'unproven@example.com', '', @now - INTERVAL 200 DAY, 'Uwe Unproven');

-- Two browsers of Ana (account 11), and one that still has to type its code.
INSERT INTO sessions (session_id, token_hash, user_id, created_utc, seen_utc, expires_utc, needs_code, address, device) VALUES
    (1, 'the hash of a first secret......', 11, @now - INTERVAL 2 DAY,     @now - INTERVAL 1 HOUR,    @now + INTERVAL 1 DAY,     FALSE, '192.0.2.11', 'Firefox'),
    (2, 'the hash of a second secret.....', 11, @now - INTERVAL 20 DAY,    @now - INTERVAL 9 DAY,     @now - INTERVAL 2 DAY,     FALSE, '192.0.2.12', 'Safari'),
    (3, 'the hash of a third secret......', 10, @now - INTERVAL 2 MINUTE,  @now - INTERVAL 2 MINUTE,  @now + INTERVAL 8 MINUTE,  TRUE,  '192.0.2.20', 'Chromium');

-- Grace (10) signs in with a code besides; Helen (1) has begun to set that up.
INSERT INTO second_factors (user_id, sealed_key, sealed_for, created_utc, confirmed_utc, last_step) VALUES
    (10, 'sealed', 'a random text', @now - INTERVAL 30 DAY, @now - INTERVAL 30 DAY, 1),
    (1,  'sealed', 'another one',   @now - INTERVAL 1 HOUR, NULL, 0);
INSERT INTO recovery_codes (user_id, code_hash) VALUES (10, 'the hash of a first secret......'), (10, 'the hash of a second secret.....');

INSERT INTO sign_in_attempts (attempt_id, email, address, browser, tried_utc, succeeded) VALUES
    (1, 'patient@example.com', '192.0.2.11', 'a known browser', @now - INTERVAL 2 DAY,     TRUE),
    (2, 'patient@example.com', '192.0.2.99', NULL,              @now - INTERVAL 5 MINUTE,  FALSE),
    (3, 'patient@example.com', '192.0.2.99', NULL,              @now - INTERVAL 4 MINUTE,  FALSE),
    (4, 'desk@example.com',    '192.0.2.20', NULL,              @now - INTERVAL 2 MINUTE,  FALSE),
    (5, 'desk@example.com',    '192.0.2.20', NULL,              @now - INTERVAL 400 DAY,   TRUE);

-- Links that were mailed: a forgotten password, an address to be proven, and one that nobody opened in time.
INSERT INTO password_resets (reset_id, token_hash, user_id, purpose, created_utc, expires_utc) VALUES
    (1, 'the hash of a first secret......', 11, 'reset', @now - INTERVAL 10 MINUTE, @now + INTERVAL 50 MINUTE),
    (2, 'the hash of a second secret.....', 12, 'reset', @now - INTERVAL 9 DAY,     @now - INTERVAL 8 DAY);
INSERT INTO address_links (address_link_id, token_hash, user_id, purpose, email, created_utc, expires_utc) VALUES
    (1, 'the hash of a first secret......', 904, 'prove',  'unproven@example.com', @now - INTERVAL 1 HOUR, @now + INTERVAL 1 DAY),
    (2, 'the hash of a second secret.....', 11,  'change', 'new@example.com',      @now - INTERVAL 9 DAY,  @now - INTERVAL 8 DAY);
INSERT INTO links_mailed (email_hash, last_utc, second_utc) VALUES
    ('the hash of a first secret......', @now - INTERVAL 10 MINUTE, @now - INTERVAL 3 HOUR),
    ('the hash of a second secret.....', @now - INTERVAL 9 DAY, NULL);

-- A record that the desk made has the address of an account, and two records were found to be two people.
UPDATE patients SET email = 'eleni@example.com' WHERE patient_id = 60;
INSERT INTO patients_apart (patient_id, other_id) VALUES (1, 2);
INSERT INTO records_declined (user_id, patient_id) VALUES (11, 61);

-- Who looked at records.
INSERT INTO record_views (patient_id, user_id, day, first_utc) VALUES
    (1, 10, DATE(@now),                   @now - INTERVAL 1 HOUR),
    (1, 2,  DATE(@now),                   @now - INTERVAL 30 MINUTE),
    (2, 10, DATE(@now) - INTERVAL 3 DAY,  @now - INTERVAL 3 DAY),
    (1, 10, DATE(@now) - INTERVAL 800 DAY, @now - INTERVAL 800 DAY);

-- A visit was moved, and no mail can tell its patient; another call was made.
INSERT INTO calls (appointment_id, was_at, was_staff_id, created_utc, done_utc, done_by)
SELECT
    appointments.appointment_id,
    appointments.starts_at - INTERVAL 1 DAY,
    appointments.staff_id,
    @now - INTERVAL 2 HOUR,
    IF(appointments.appointment_id = 563, @now - INTERVAL 1 HOUR, NULL),
    IF(appointments.appointment_id = 563, 10, NULL)
FROM appointments
WHERE appointments.appointment_id IN (562, 563, 1025);

-- The form that booked this visit.
UPDATE appointments SET request_key = 'a form of Monday', booked_by = 11 WHERE appointment_id = 1025;

-- Mail that waits, that is just being sent, that a worker took and never finished, and that nobody can send any more.
INSERT INTO notifications (
    notification_id, dedupe_key, kind, audience, appointment_id, version, user_id, recipient, payload, state, tries,
    next_try_utc, lease_until_utc, expires_utc, last_code, last_answer, doubt, message_id, created_utc
) VALUES
    (5001, 'course:1', 'booked',         'patient', 1025, 0,    NULL, 'patient@example.com',  NULL,     'pending', 0,
     @now - INTERVAL 1 MINUTE,  NULL,                     @now + INTERVAL 14 DAY,  NULL, NULL, 0, NULL, @now - INTERVAL 1 MINUTE),
    (5002, 'course:2', 'reminder',       'patient', 562,  0,    NULL, 'someone@example.com',  NULL,     'sending', 1,
     @now - INTERVAL 2 MINUTE,  @now + INTERVAL 3 MINUTE, @now + INTERVAL 1 DAY,   NULL, NULL, 0, '<2@clinic>', @now - INTERVAL 5 MINUTE),
    (5003, 'course:3', 'moved',          'patient', 563,  0,    NULL, 'other@example.com',    NULL,     'sending', 1,
     @now - INTERVAL 2 HOUR,    @now - INTERVAL 1 HOUR,   @now + INTERVAL 1 DAY,   NULL, NULL, 0, '<3@clinic>', @now - INTERVAL 3 HOUR),
    (5004, 'course:4', 'password_reset', 'account', NULL, NULL, 11,   'patient@example.com',  'a link', 'pending', 2,
     @now + INTERVAL 5 MINUTE,  NULL,                     @now + INTERVAL 50 MINUTE, 451, 'Try again later', 1, '<4@clinic>', @now - INTERVAL 10 MINUTE),
    (5005, 'course:5', 'address_proof',  'account', NULL, NULL, 904,  'unproven@example.com', 'a link', 'failed',  1,
     @now - INTERVAL 1 HOUR,    NULL,                     @now + INTERVAL 1 DAY,   550, 'No such mailbox', 0, '<5@clinic>', @now - INTERVAL 1 HOUR),
    (5006, 'course:6', 'test',           'account', NULL, NULL, 1,    'admin@example.com',    NULL,     'pending', 0,
     @now - INTERVAL 3 DAY,     NULL,                     NULL,                    NULL, NULL, 0, NULL, @now - INTERVAL 3 DAY),
    (5007, 'course:7', 'reminder',       'patient', 566,  0,    NULL, 'third@example.com',    NULL,     'pending', 1,
     @now - INTERVAL 2 DAY,     NULL,                     @now - INTERVAL 1 HOUR,  NULL, NULL, 0, NULL, @now - INTERVAL 2 DAY),
    (5008, 'course:8', 'moved',          'patient', 567,  0,    NULL, 'fourth@example.com',   NULL,     'failed',  1,
     @now - INTERVAL 2 HOUR,    NULL,                     @now + INTERVAL 1 DAY,   550, 'No such mailbox', 0, '<8@clinic>', @now - INTERVAL 2 HOUR);

-- Who moved that last visit was the desk.
INSERT INTO appointment_history (appointment_id, at_utc, user_id, action, to_status)
VALUES (567, @now - INTERVAL 2 HOUR, 10, 'moved', 'booked');
-- Nobody has been told of this visit yet.
DELETE FROM notifications WHERE appointment_id = 1024;
UPDATE second_factors SET failures = 2, failed_utc = @now - INTERVAL 1 HOUR WHERE user_id = 1;
UPDATE mail_queue
SET paused_until_utc = @now + INTERVAL 10 MINUTE,
    pause_reason = 'The mail server is busy.',
    pauses = 1,
    off_utc = @now - INTERVAL 2 DAY,
    held_before_utc = @now - INTERVAL 2 DAY;

-- An hour that no clock shows, as when summer time begins.
INSERT INTO clock_gaps (day, starts_minute, ends_minute) VALUES ('2027-03-28', 120, 180);

-- One Saturday on which two doctors work besides; one of them does so anyway, at some of these hours.
INSERT INTO working_hours (working_hours_id, staff_id, weekday, starts_minute, ends_minute, valid_from, valid_until, is_extra)
VALUES
    (901, 2, 5, 540, 720, '2026-12-12', '2026-12-13', TRUE),
    (902, 1, 5, 600, 840, '2026-12-12', '2026-12-13', TRUE);

-- A file with patients was taken in, a file with visits, too; and a third file has just been read, line by line.
INSERT INTO imports (import_id, kind, file_name, state, added, changed, begun_utc, finished_utc) VALUES
    (1, 'patients', 'patients.csv', 'done',  1, 1, @now - INTERVAL 40 DAY, @now - INTERVAL 40 DAY),
    (2, 'visits',   'visits.csv',   'done',  2, 0, @now - INTERVAL 39 DAY, @now - INTERVAL 39 DAY),
    (3, 'patients', 'more.csv',     'begun', 0, 0, @now - INTERVAL 1 MINUTE, NULL);
UPDATE patients SET reference = 'A-17' WHERE patient_id = 59;
INSERT INTO imported_patients (import_id, patient_id, is_new, full_name, phone, took_phone, had_phone)
SELECT 1, patients.patient_id, patients.patient_id = 61, patients.full_name, patients.phone, patients.patient_id <> 61, '020 7946 0000'
FROM patients
WHERE patients.patient_id IN (59, 61);
INSERT INTO imported_visits (import_id, appointment_id, status)
SELECT 2, appointments.appointment_id, appointments.status
FROM appointments
WHERE appointments.appointment_id IN (564, 565);
INSERT INTO import_patients (line, reference, patient_id, full_name, birth_date, phone, email, takes_phone)
SELECT 2, 'A-17', patients.patient_id, patients.full_name, patients.birth_date, '020 7946 0111', NULL, TRUE
FROM patients
WHERE patients.patient_id = 59;
INSERT INTO import_patients (line, reference, patient_id, full_name, birth_date, phone, email)
SELECT 3, 'B-1', NULL, patients.full_name, patients.birth_date, patients.phone, NULL
FROM patients
WHERE patients.patient_id = 58;
INSERT INTO import_patients (line, reference, patient_id, full_name, birth_date, phone, email) VALUES
    (4, 'B-2', NULL, 'Nora Newcomer', '1990-02-28', '020 7946 0222', 'nora@example.com'),
    (5, 'B-2', NULL, 'Nora Newcomer', '1990-02-28', '020 7946 0222', 'nora@example.com');
INSERT INTO import_visits (
    line, request_key, patient_reference, patient_id, staff_id, service_id, room_id, day, starts_at, ends_at,
    pause_minutes, holds_until, status, reason
) VALUES
    (2, 'line 2', 'A-17', 59,   2, 1, 2,    '2027-01-12', '2027-01-12 09:00', '2027-01-12 09:20', 10, '2027-01-12 09:30', 'booked', ''),
    (3, 'line 3', 'A-17', 59,   2, 1, 2,    '2027-01-12', '2027-01-12 09:20', '2027-01-12 09:40', 10, '2027-01-12 09:50', 'booked', ''),
    (4, 'line 4', 'Z-9',  NULL, 2, 1, NULL, '2027-01-13', '2027-01-13 09:00', '2027-01-13 09:20', 10, '2027-01-13 09:30', 'booked', ''),
    (5, 'line 5', 'A-17', 59,   1, 1, 1,    '2026-11-30', '2026-11-30 12:30', '2026-11-30 12:50', 10, '2026-11-30 13:00', 'booked', ''),
    (6, 'line 2', 'A-17', 59,   2, 1, 2,    '2027-01-12', '2027-01-12 09:00', '2027-01-12 09:20', 10, '2027-01-12 09:30', 'booked', ''),
    (7, 'a form of Monday', 'A-17', 59, 2, 1, 2, '2027-01-14', '2027-01-14 09:00', '2027-01-14 09:20', 10, '2027-01-14 09:30', 'booked', '');
