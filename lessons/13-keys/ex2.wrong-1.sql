-- A visit that has arrived, or was cancelled, is not booked any more: the condition on status is missing.

SELECT
    appointments.appointment_id,
    appointments.starts_at
FROM appointments
WHERE appointments.starts_at >= '2026-11-30 10:00'
ORDER BY appointments.starts_at, appointments.appointment_id
LIMIT 5;
