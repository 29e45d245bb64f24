-- Task:    Which five booked visits come next after 30 November 2026, 10:00 (that moment included)? Show appointment_id and starts_at, earliest first. Let the server stop after five.
-- On:      big
-- Order:   starts_at, appointment_id
-- Reads:   5
-- Hint 1:  The key appointments_by_status is (status, starts_at).
-- Hint 2:  An equality on status, a range on starts_at, and LIMIT 5.
-- Why:     The key gives the booked visits in the order of their time, so LIMIT stops the walk. Of visits at the same time the lower number comes first, so the answer is the same each time.

SELECT
    appointments.appointment_id,
    appointments.starts_at
FROM appointments
WHERE appointments.status = 'booked'
  AND appointments.starts_at >= '2026-11-30 10:00'
ORDER BY appointments.starts_at, appointments.appointment_id
LIMIT 5;
