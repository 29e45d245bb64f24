-- Show those of a patient's upcoming visits that this visitor may open, so that nobody books one twice.
--
-- Gives:   many rows, earliest first
-- Takes:   patient_id, user_id, now, limit
-- Try:     patient_id = 1, user_id = 2, now = 2026-11-30 10:00, limit = 10

SELECT
    appointments.appointment_id,
    appointments.starts_at,
    services.name AS service_name,
    users.full_name AS staff_name
FROM appointments
JOIN services USING (service_id)
JOIN staff USING (staff_id)
JOIN users ON users.user_id = staff.user_id
JOIN whose_visits ON whose_visits.user_id = %(user_id)s AND whose_visits.staff_id = appointments.staff_id
WHERE appointments.patient_id = %(patient_id)s
  AND appointments.starts_at >= %(now)s
  AND appointments.status = 'booked'
ORDER BY appointments.starts_at, appointments.appointment_id
LIMIT %(limit)s;
