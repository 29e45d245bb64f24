-- two patients have the same name, one has no phone, somebody has never come, and a room stands empty.
--
-- More rows than the demo clinic has: an answer to an exercise is tried with them, too. Read it when you want to know
-- why an answer that looked right is not.

INSERT INTO users (user_id, role, email, phone, created_utc, full_name) VALUES
    (901, 'staff',   'newcomer@example.com', '', '2026-11-01 08:00', 'Dr Nora Newcomer'),
    (902, 'patient', 'alone@example.com',    '', '2026-11-02 08:00', 'Alma Alone'),
    (903, 'admin',   'second@example.com',   '', '2026-11-03 08:00', 'Ada Second');

-- Two rooms in which nobody has ever been, one of them for no service, and a retired one.
INSERT INTO rooms (room_id, name, is_active) VALUES
    (901, 'Attic', TRUE),
    (903, 'Loft', TRUE),
    (902, 'Cellar', FALSE);

-- A service that nobody offers, one without a room, and one that has been given up.
INSERT INTO services (service_id, name, minutes, pause_minutes, is_active) VALUES
    (901, 'Travel advice', 20, 0, TRUE),
    (902, 'Acupuncture', 30, 10, TRUE),
    (903, 'Leeches', 45, 0, FALSE);
INSERT INTO room_services (service_id, room_id) VALUES (902, 901);

-- Somebody new, who has no hours and offers nothing yet.
INSERT INTO staff (staff_id, user_id, specialization, usual_room_id) VALUES
    (901, 901, 'General practice', NULL);

-- The same name twice, no phone, no birthday, an empty phone; nobody has had a visit.
INSERT INTO patients (patient_id, user_id, relation, full_name, birth_date, phone, email, created_utc) VALUES
    (901, 902,  'self',  'Alma Alone', '1990-02-28', NULL, NULL, '2026-11-02 08:00'),
    (902, NULL, 'self',  'Alma Alone', '1958-07-01', '+44 20 7946 0999', 'alma@example.com', '2026-11-02 09:00'),
    (903, NULL, 'self',  'Zoë Zweig', NULL, '', NULL, '2026-11-29 12:00'),
    (904, 902,  'child', 'Ben Alone', '2026-11-30', NULL, NULL, '2026-11-30 07:00');
