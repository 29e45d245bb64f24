-- Cancelled visits are in it, too: they have an end, and hold no time. Compare with holds_until.

SELECT appointments.appointment_id
FROM appointments
WHERE appointments.starts_at < '2025-12-07 10:30'
  AND appointments.ends_at   > '2025-12-07 10:00';
