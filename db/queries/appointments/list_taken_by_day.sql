-- Show what takes a person's time on one day; whose visits these are only for those who may open them.
--
-- Gives:   many rows, earliest first
-- Takes:   staff_id, day, user_id, role
-- Lesson:  for somebody without a staff record each comparison with visiting is NULL, neither true nor false; COALESCE
--          makes it FALSE.

SELECT
    appointments.appointment_id,
    appointments.starts_at,
    appointments.ends_at,
    appointments.holds_until,
    services.name AS service_name,
    rooms.name AS room_name,
    COALESCE(%(role)s = 'admin' OR visiting.staff_id = appointments.staff_id OR NOT visiting.is_bookable, FALSE)
        AS may_open,
    patients.full_name AS patient_name
FROM appointments
JOIN patients USING (patient_id)
JOIN services USING (service_id)
LEFT JOIN rooms USING (room_id)
LEFT JOIN staff AS visiting ON visiting.user_id = %(user_id)s
WHERE appointments.staff_id = %(staff_id)s
  AND appointments.day = %(day)s
  AND appointments.holds_until IS NOT NULL
ORDER BY appointments.starts_at, appointments.appointment_id;
