-- List what stands above the board: services and rooms in use, to choose from, and how many visits new accounts have
-- booked.
--
-- Gives:   many rows, by kind and name: of a service or room key_or_count is the key, of new it is the count
-- Takes:   since_utc, now
-- Try:     since_utc = 2026-11-01 00:00, now = 2026-11-30 10:00
-- Lesson:  UNION ALL joins lists of one shape. So three questions cost one way to the database.

SELECT 'service' AS kind, services.service_id AS key_or_count, services.name
FROM services
WHERE services.is_active
UNION ALL
SELECT 'room', rooms.room_id, rooms.name
FROM rooms
WHERE rooms.is_active
UNION ALL
SELECT 'new', COUNT(*), ''
FROM users
JOIN appointments ON appointments.booked_by = users.user_id
JOIN patients ON patients.patient_id = appointments.patient_id AND patients.user_id = users.user_id
WHERE users.created_utc >= %(since_utc)s
  AND users.role = 'patient'
  AND appointments.status = 'booked'
  AND appointments.starts_at >= %(now)s
ORDER BY kind, name, key_or_count;
