-- Task:    Show appointment_id and starts_at of all visits that begin on Monday, 30 November 2026, at any time of that day. Use starts_at, not day.
-- On:      learn
-- Order:   none
-- Hint 1:  The beginning is '2026-11-30', and it is in.
-- Hint 2:  The end is '2026-12-01', and it is out.
-- Why:     Midnight at the beginning belongs to the day, midnight at its end belongs to the next.

SELECT appointment_id, starts_at
FROM appointments
WHERE starts_at >= '2026-11-30'
  AND starts_at <  '2026-12-01';
