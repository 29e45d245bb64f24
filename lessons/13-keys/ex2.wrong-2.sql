-- These are the last five, not the next five: DESC turns the order round.

SELECT
    appointments.appointment_id,
    appointments.starts_at
FROM appointments
WHERE appointments.status = 'booked'
  AND appointments.starts_at >= '2026-11-30 10:00'
ORDER BY appointments.starts_at DESC, appointments.appointment_id
LIMIT 5;
