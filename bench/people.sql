-- The clinic that is measured: eight people with a room each, five days a week from 8 to 17 with a break at noon, slots
-- of half an hour, and 2,304 patients on eight accounts. Staff have the accounts 1 to 8, patients the accounts 9 to 16.

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
JOIN spans AS numbers ON numbers.length = 1440
WHERE users.role = 'patient';
