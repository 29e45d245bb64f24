-- Show the upcoming visits in a room, with how to reach the patients.
--
-- Gives:   many rows, earliest first
-- Takes:   room_id, now, limit
-- Try:     room_id = 1, now = 2026-11-30 10:00, limit = 10

SELECT
    appointments.appointment_id,
    appointments.starts_at,
    patients.full_name AS patient_name,
    COALESCE(patients.phone, holders.phone) AS phone,
    people.full_name AS staff_name,
    services.name AS service_name
FROM appointments
JOIN patients USING (patient_id)
LEFT JOIN users AS holders ON holders.user_id = patients.user_id
JOIN staff USING (staff_id)
JOIN users AS people ON people.user_id = staff.user_id
JOIN services USING (service_id)
WHERE appointments.room_id = %(room_id)s
  AND appointments.day >= CAST(%(now)s AS DATE)
  AND appointments.starts_at > %(now)s
  AND appointments.status = 'booked'
ORDER BY appointments.starts_at, appointments.appointment_id
LIMIT %(limit)s;
