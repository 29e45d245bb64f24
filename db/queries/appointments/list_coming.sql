-- Show the next visits of the whole clinic.
--
-- Gives:   many rows, earliest first
-- Takes:   now, limit
-- Try:     now = 2026-11-30 10:00, limit = 10
-- Lesson:  equality on status, then a range and the order on starts_at. The key (status, starts_at) is read from now
--          on, and LIMIT stops it after a few rows.

SELECT
    appointments.appointment_id,
    appointments.starts_at,
    patients.full_name AS patient_name,
    users.full_name AS staff_name,
    rooms.name AS room_name,
    services.place,
    services.name AS service_name
FROM appointments
JOIN patients USING (patient_id)
JOIN staff USING (staff_id)
JOIN users ON users.user_id = staff.user_id
JOIN services USING (service_id)
LEFT JOIN rooms USING (room_id)
WHERE appointments.status = 'booked'
  AND appointments.starts_at >= %(now)s
ORDER BY appointments.starts_at, appointments.appointment_id
LIMIT %(limit)s;
