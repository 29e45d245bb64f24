-- Show what takes the time of a member of staff on one day. Only those who may open a visit learn whose it is.
--
-- Gives:   many rows, earliest first
-- Takes:   staff_id, day, user_id
-- Try:     staff_id = 1, day = 2026-11-30, user_id = 11
-- Lesson:  what a LEFT JOIN has not found is NULL in all its columns; IS NOT NULL makes TRUE or FALSE of it.

SELECT
    appointments.appointment_id,
    appointments.starts_at,
    appointments.ends_at,
    appointments.holds_until,
    services.name AS service_name,
    rooms.name AS room_name,
    services.place,
    whose_visits.staff_id IS NOT NULL AS may_open,
    patients.full_name AS patient_name
FROM appointments
JOIN patients USING (patient_id)
JOIN services USING (service_id)
LEFT JOIN rooms USING (room_id)
LEFT JOIN whose_visits ON whose_visits.user_id = %(user_id)s AND whose_visits.staff_id = appointments.staff_id
WHERE appointments.staff_id = %(staff_id)s
  AND appointments.day = %(day)s
  AND appointments.holds_until IS NOT NULL
ORDER BY appointments.starts_at, appointments.appointment_id;
