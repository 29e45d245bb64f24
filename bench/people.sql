-- The clinic that is measured: eight people with a room each, five days a week from 8 to 17 with a break at noon, slots
-- of half an hour, and 2,304 patients. Staff have the accounts 1 to 8. The accounts 9 to 16 book for 144 patients each, who
-- get the visits of visits.sql. The others have an account each, and were here once: one account may book only so much.

UPDATE settings SET horizon_days = 366, visits_ahead_limit = 99, account_visits_limit = 99, notice_minutes = 0;

INSERT INTO users (user_id, email, role, full_name, created_utc, email_proven_utc)
SELECT
    minute DIV 5 + 1,
    CONCAT('account', minute DIV 5 + 1, '@clinic.test'),
    IF(minute < 40, 'staff', 'patient'),
    CONCAT('Number ', minute DIV 5 + 1),
    '2026-01-01',
    '2026-01-01'
FROM spans
WHERE length = 80;

INSERT INTO users (user_id, email, role, full_name, created_utc, email_proven_utc)
SELECT
    10000 + (users.user_id - 9) * 288 + numbers.minute DIV 5 + 1,
    CONCAT('own', (users.user_id - 9) * 288 + numbers.minute DIV 5 + 1, '@clinic.test'),
    'patient',
    CONCAT('Patient ', numbers.minute),
    '2026-01-01',
    '2026-01-01'
FROM users
JOIN spans AS numbers ON numbers.length = 1440 AND numbers.minute >= 720
WHERE users.role = 'patient';

INSERT INTO rooms (room_id, name)
SELECT user_id, CONCAT('Room ', user_id) FROM users WHERE role = 'staff';

INSERT INTO services (service_id, name, minutes) VALUES (1, 'Consultation', 30);

INSERT INTO room_services (service_id, room_id)
SELECT 1, room_id FROM rooms;

INSERT INTO staff (staff_id, user_id, slot_minutes, usual_room_id)
SELECT room_id, room_id, 30, room_id FROM rooms;

INSERT INTO staff_services (staff_id, service_id)
SELECT staff_id, 1 FROM staff;

INSERT INTO working_hours (staff_id, weekday, starts_minute, ends_minute)
SELECT staff_id, minute DIV 5, 480, 1020 FROM staff JOIN spans WHERE length = 25;

INSERT INTO breaks (working_hours_id, starts_minute, ends_minute)
SELECT working_hours_id, 720, 780 FROM working_hours;

INSERT INTO patients (patient_id, user_id, relation, full_name, created_utc)
SELECT
    (users.user_id - 9) * 288 + numbers.minute DIV 5 + 1,
    users.user_id,
    'relative',
    CONCAT('Patient ', numbers.minute),
    '2026-01-01'
FROM users
JOIN spans AS numbers ON numbers.length = 1440 AND numbers.minute < 720
WHERE users.user_id BETWEEN 9 AND 16;

INSERT INTO patients (patient_id, user_id, full_name, created_utc)
SELECT user_id - 10000, user_id, full_name, created_utc
FROM users
WHERE user_id > 10000;

-- on a day of 2020 for each, which visits.sql leaves alone
INSERT INTO appointments (patient_id, staff_id, room_id, service_id, starts_at, ends_at, status, created_utc)
SELECT
    patients.patient_id,
    1 + patients.patient_id % 8,
    1 + patients.patient_id % 8,
    1,
    '2020-01-01 10:00' + INTERVAL patients.patient_id DIV 8 DAY,
    '2020-01-01 10:30' + INTERVAL patients.patient_id DIV 8 DAY,
    'completed',
    '2020-01-01'
FROM patients
WHERE patients.user_id > 10000;
