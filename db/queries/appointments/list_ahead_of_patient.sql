-- Show a patient's visits that are not over yet.
--
-- Gives:   many rows, earliest first
-- Takes:   patient_id, today, now
-- Try:     patient_id = 1, today = 2026-11-30, now = 2026-11-30 10:00

SELECT
    appointments.appointment_id,
    appointments.starts_at,
    appointments.status
FROM appointments
WHERE appointments.patient_id = %(patient_id)s
  AND appointments.starts_at >= %(today)s
  AND appointments.ends_at > %(now)s
  AND appointments.status IN ('booked', 'arrived')
ORDER BY appointments.starts_at, appointments.appointment_id;
