-- Show the visits on closed days: those still booked, or those that were cancelled.
--
-- Gives:   many rows, earliest first
-- Takes:   first_day, last_day, now, status, limit
-- Try:     first_day = 2026-11-30, last_day = 2026-12-06, now = 2026-11-30 10:00, status = 'booked', limit = 10

SELECT
    appointments.appointment_id,
    appointments.starts_at,
    appointments.version,
    appointments.cancel_reason,
    patients.full_name AS patient_name,
    COALESCE(patients.phone, holders.phone) AS phone,
    COALESCE(holders.proven_email, patients.email) AS email,
    people.full_name AS staff_name,
    services.name AS service_name
FROM appointments
JOIN patients USING (patient_id)
LEFT JOIN users AS holders ON holders.user_id = patients.user_id
JOIN staff USING (staff_id)
JOIN users AS people ON people.user_id = staff.user_id
JOIN services USING (service_id)
WHERE appointments.status = %(status)s
  AND appointments.starts_at >= CAST(%(first_day)s AS DATE)
  AND appointments.starts_at >= %(now)s
  AND appointments.starts_at < CAST(%(last_day)s AS DATE) + INTERVAL 1 DAY
ORDER BY appointments.starts_at, appointments.appointment_id
LIMIT %(limit)s;
