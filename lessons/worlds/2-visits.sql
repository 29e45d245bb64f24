-- a visit begins at midnight and one ends at it, one was cancelled, two begin at the same time, some have
-- no room, and somebody has a new phone number.
--
-- More rows than the demo clinic has: an answer to an exercise is tried with them, too. All of it is in December 2025 and
-- on one Sunday, when nobody else comes.

INSERT INTO users (user_id, role, email, phone, created_utc, full_name) VALUES
    (911, 'staff', 'night@example.com', '', '2025-10-01 08:00', 'Dr Nils Night');
INSERT INTO staff (staff_id, user_id, specialization, slot_minutes) VALUES
    (911, 911, 'General practice', 5);
INSERT INTO staff_services (staff_id, service_id) VALUES (911, 1), (911, 12);
INSERT INTO patients (patient_id, full_name, birth_date, phone, created_utc) VALUES
    (911, 'Pia Twice',  '1970-01-01', NULL, '2025-10-02 08:00'),
    (912, 'Otto Owl',   '1980-05-05', '+44 7700 900999', '2025-10-02 08:00'),
    (913, 'Pia Twice',  '1999-09-09', '+44 7700 900998', '2025-10-02 08:00'),
    (914, 'Nina Never', '1985-03-03', '+44 7700 900997', '2025-10-02 08:00');
INSERT INTO rooms (room_id, name) VALUES
    (911, 'Annexe');

-- While a form was open, somebody has changed the phone that it shows.
UPDATE patients
SET phone = '+44 20 7946 0111'
WHERE patient_id = 1;

INSERT INTO appointments (
    appointment_id, patient_id, staff_id, room_id, service_id, starts_at, ends_at, pause_minutes, status, reason,
    cancel_reason, created_utc
) VALUES
    -- from midnight, and until midnight
    (90001, 911, 911, 1,    1,  '2025-12-07 00:00', '2025-12-07 00:20', 10, 'completed', 'cannot sleep', NULL, '2025-12-01 08:00'),
    (90002, 912, 911, 1,    1,  '2025-12-06 23:30', '2025-12-07 00:00', 0,  'completed', '', NULL, '2025-12-01 08:00'),
    (90003, 913, 911, NULL, 12, '2025-12-08 00:00', '2025-12-08 00:10', 5,  'no_show',   '', NULL, '2025-12-01 08:00'),
    -- cancelled, and the same time given to somebody else
    (90004, 911, 911, 2,    1,  '2025-12-07 10:00', '2025-12-07 10:20', 10, 'cancelled', '', 'feels well again', '2025-12-01 08:00'),
    (90005, 912, 911, 2,    1,  '2025-12-07 10:00', '2025-12-07 10:20', 10, 'completed', '', NULL, '2025-12-02 08:00'),
    -- at the same time as another, with somebody else; and one that begins as the other ends
    (90006, 913, 1,   1,    1,  '2025-12-07 10:00', '2025-12-07 10:20', 10, 'completed', '', NULL, '2025-12-02 08:00'),
    (90007, 911, 1,   1,    1,  '2025-12-07 10:30', '2025-12-07 10:50', 0,  'completed', '', NULL, '2025-12-02 08:00'),
    -- within another's time, elsewhere
    (90008, 911, 2,   NULL, 12, '2025-12-07 11:00', '2025-12-07 11:10', 0,  'no_show',   '', NULL, '2025-12-02 08:00'),
    (90009, 912, 911, 2,    1,  '2025-12-07 11:00', '2025-12-07 12:00', 0,  'completed', '', NULL, '2025-12-02 08:00'),
    -- on the day of the course, late in the evening and cancelled at once
    (90010, 913, 911, 1,    1,  '2026-11-30 23:30', '2026-11-30 23:50', 10, 'booked',    '', NULL, '2026-11-20 08:00'),
    (90011, 911, 911, NULL, 12, '2026-11-30 22:00', '2026-11-30 22:10', 5,  'cancelled', '', NULL, '2026-11-20 08:00'),
    (90012, 912, 911, 1,    1,  '2026-12-01 00:00', '2026-12-01 00:20', 10, 'booked',    '', NULL, '2026-11-20 08:00'),
    -- somebody who has missed every visit, and one visit that goes on around a half hour in which nobody else begins
    (90013, 914, 2,   NULL, 12, '2025-12-07 12:00', '2025-12-07 12:10', 0,  'no_show',   '', NULL, '2025-12-02 08:00'),
    -- and one from midnight on that day
    (90015, 912, 911, 1,    1,  '2026-11-30 00:00', '2026-11-30 00:20', 10, 'booked',    '', NULL, '2026-11-20 08:00'),
    (90014, 914, 911, 911,  1,  '2026-11-30 10:40', '2026-11-30 11:40', 0,  'booked',    '', NULL, '2026-11-20 08:00');

INSERT INTO appointment_history (appointment_id, user_id, at_utc, action, to_status)
SELECT
    appointments.appointment_id,
    NULL,
    appointments.created_utc,
    'booked',
    'booked'
FROM appointments
WHERE appointments.appointment_id > 90000;

-- A mail whose next try is at this very moment.
INSERT INTO notifications (
    dedupe_key, kind, audience, appointment_id, version, recipient, state, tries, next_try_utc, expires_utc, created_utc
) VALUES
    ('world:1', 'reminder', 'patient', 90012, 0, 'otto@example.com', 'pending', 0, '2026-11-30 10:00', '2026-12-01 00:00',
     '2026-11-30 10:00');
