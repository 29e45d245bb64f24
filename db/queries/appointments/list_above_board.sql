-- List what stands above the board: services and rooms in use, to choose from; how many past visits (of one member of
-- staff, or with staff_id 0 of all) have no outcome; how many visits new accounts have booked.
--
-- Gives:   many rows, by kind and name: service and room, key_or_count is its key; to_close and new, a count
-- Takes:   staff_id, since_utc, now
-- Lesson:  UNION ALL joins lists of one shape. So four questions cost one way to the database.

SELECT 'service' AS kind, services.service_id AS key_or_count, services.name
FROM services
WHERE services.is_active
UNION ALL
SELECT 'room', rooms.room_id, rooms.name
FROM rooms
WHERE rooms.is_active
UNION ALL
SELECT 'to_close', COUNT(*), ''
FROM appointments
WHERE appointments.status IN ('booked', 'arrived')
  AND appointments.starts_at < %(now)s
  AND appointments.ends_at <= %(now)s
  AND %(staff_id)s IN (0, appointments.staff_id)
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
