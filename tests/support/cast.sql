-- The permanent cast of the tests. The clock stands at Monday 2026-06-01 08:00 in Europe/Berlin unless a test moves it.
-- Everybody's password is "correct horse battery" (@password_hash).
--
--   admin     Ada              staff     Weber, Okafor (doctors), Lind (nurse), Dora (the desk, not bookable)
--   patients  Petra with her child Pia, Paul, Mallory (who may see nothing), Olga (no account), Dina (account closed)

UPDATE settings
SET clinic_name = 'Test Clinic', address = '1 Test Street', phone = '+49 30 555 0100', email = 'desk@clinic.test',
    notice_minutes = 60, horizon_days = 60, cancel_deadline_minutes = 1440, reminder_lead_minutes = 1440,
    visits_ahead_limit = 5, account_visits_limit = 10, second_factor_for = 'nobody', date_style = 'day_first', clock_style = '24',
    keep_mail_days = NULL, keep_audit_days = NULL, keep_sign_ins_days = 30, keep_patients_years = NULL, keep_unproven_days = NULL;
UPDATE last_retention SET begun_utc = NULL, finished_utc = NULL, mail = 0, audit = 0, sign_ins = 0, patients = 0, unproven = 0;
UPDATE mail_queue SET paused_until_utc = NULL, pause_reason = NULL, pauses = 0, off_utc = NULL, held_before_utc = NULL;

INSERT INTO users (user_id, email, password_hash, role, full_name, phone, is_active, created_utc, email_proven_utc) VALUES
    (1, 'ada@clinic.test',     @password_hash, 'admin',   'Ada Admin',       NULL,            TRUE,  '2026-01-01', '2026-01-01'),
    (2, 'weber@clinic.test',   @password_hash, 'staff',   'Dr. Anna Weber',  NULL,            TRUE,  '2026-01-01', '2026-01-01'),
    (3, 'okafor@clinic.test',  @password_hash, 'staff',   'Dr. Ben Okafor',  NULL,            TRUE,  '2026-01-01', '2026-01-01'),
    (4, 'lind@clinic.test',    @password_hash, 'staff',   'Nurse Lind',      NULL,            TRUE,  '2026-01-01', '2026-01-01'),
    (5, 'dora@clinic.test',    @password_hash, 'staff',   'Dora Desk',       NULL,            TRUE,  '2026-01-01', '2026-01-01'),
    (6, 'petra@mail.test',     @password_hash, 'patient', 'Petra Patient',   '+49 30 555 01', TRUE,  '2026-01-01', '2026-01-01'),
    (7, 'paul@mail.test',      @password_hash, 'patient', 'Paul Patient',    '+49 30 555 02', TRUE,  '2026-01-01', '2026-01-01'),
    (8, 'mallory@mail.test',   @password_hash, 'patient', 'Mallory Mallet',  NULL,            TRUE,  '2026-01-01', '2026-01-01'),
    (9, 'dina@mail.test',      @password_hash, 'patient', 'Dina Deactivated', NULL,           FALSE, '2026-01-01', '2026-01-01');

INSERT INTO rooms (room_id, name, is_active) VALUES (1, 'Room 1', TRUE), (2, 'Room 2', TRUE), (3, 'Old room', FALSE);

INSERT INTO services (service_id, name, minutes, pause_minutes, how_to_prepare) VALUES
    (1, 'Consultation', 30, 0, ''),
    (2, 'Check-up',     60, 0, 'Please bring your list of medicines.'),
    (3, 'Blood test',   15, 5, 'Please do not eat for eight hours before.');

INSERT INTO room_services (service_id, room_id) VALUES (1, 1), (1, 2), (1, 3), (2, 1), (2, 2), (3, 2);

INSERT INTO staff (staff_id, user_id, specialization, about, phone, slot_minutes, usual_room_id, wants_mail, is_bookable, is_desk) VALUES
    (1, 2, 'General practice', 'Here since 2010.', '', 30, 1,    FALSE, TRUE,  FALSE),
    (2, 3, 'General practice', '',                 '', 30, 2,    FALSE, TRUE,  FALSE),
    (3, 4, 'Nursing',          '',                 '', 15, NULL, FALSE, TRUE,  FALSE),
    (4, 5, 'Front desk',       '',                 '', 15, NULL, FALSE, FALSE, TRUE);

INSERT INTO staff_services (staff_id, service_id) VALUES (1, 1), (1, 2), (2, 1), (2, 2), (3, 3);

-- doctors Monday to Friday 9 to 17 with a break at noon, the nurse in the mornings
INSERT INTO working_hours (working_hours_id, staff_id, weekday, starts_minute, ends_minute) VALUES
    (11, 1, 0, 540, 1020), (12, 1, 1, 540, 1020), (13, 1, 2, 540, 1020), (14, 1, 3, 540, 1020), (15, 1, 4, 540, 1020),
    (21, 2, 0, 540, 1020), (22, 2, 1, 540, 1020), (23, 2, 2, 540, 1020), (24, 2, 3, 540, 1020), (25, 2, 4, 540, 1020),
    (31, 3, 0, 480, 720),  (32, 3, 1, 480, 720),  (33, 3, 2, 480, 720),  (34, 3, 3, 480, 720),  (35, 3, 4, 480, 720);

INSERT INTO breaks (working_hours_id, starts_minute, ends_minute)
SELECT working_hours_id, 720, 780
FROM working_hours
WHERE staff_id IN (1, 2);

INSERT INTO patients (patient_id, user_id, relation, full_name, birth_date, phone, email, created_utc) VALUES
    (1, 6,    'self',  'Petra Patient',    '1980-02-29', '+49 30 555 01', NULL, '2026-01-01'),
    (2, 6,    'child', 'Pia Patient',      '2018-05-05', NULL,            NULL, '2026-01-01'),
    (3, 7,    'self',  'Paul Patient',     '1975-07-07', '+49 30 555 02', NULL, '2026-01-01'),
    (4, 8,    'self',  'Mallory Mallet',   NULL,         NULL,            NULL, '2026-01-01'),
    (5, NULL, 'self',  'Olga Onthephone',  '1950-10-10', '+49 30 555 03', NULL, '2026-01-01'),
    (6, 9,    'self',  'Dina Deactivated', NULL,         NULL,            NULL, '2026-01-01');
