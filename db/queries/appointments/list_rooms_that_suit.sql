-- List the rooms that suit a visit's service, if it takes one, and which of them are taken at that time.
--
-- Gives:   many rows, by name
-- Takes:   appointment_id
-- Try:     appointment_id = 553
-- Lesson:  LEFT JOIN keeps a room that is free, and MAX over its visits tells the two apart: over NULLs alone it is
--          NULL. COUNT(*) would count the row of NULLs too.

SELECT
    rooms.room_id,
    rooms.name,
    MAX(taken.appointment_id) IS NOT NULL AS is_taken
FROM appointments
JOIN services ON services.service_id = appointments.service_id AND services.place = 'room'
JOIN room_services ON room_services.service_id = appointments.service_id
JOIN rooms ON rooms.room_id = room_services.room_id AND rooms.is_active
LEFT JOIN appointments AS taken
    ON taken.room_id = rooms.room_id AND taken.day = appointments.day
   AND taken.starts_at < appointments.ends_at + INTERVAL appointments.pause_minutes MINUTE
   AND taken.holds_until > appointments.starts_at AND taken.appointment_id <> appointments.appointment_id
WHERE appointments.appointment_id = %(appointment_id)s
GROUP BY rooms.room_id, rooms.name
ORDER BY rooms.name, rooms.room_id;
