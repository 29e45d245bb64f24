-- Task:    Show appointment_id and starts_at of all visits that begin on Sunday, 7 December 2025, at any time of that day. Use starts_at, not day.
-- On:      learn
-- Order:   none
-- Hint 1:  The beginning is '2025-12-07', and it is in.
-- Hint 2:  The end is '2025-12-08', and it is out.
-- Why:     Midnight at the beginning belongs to the day, midnight at its end belongs to the next.

SELECT appointment_id, starts_at
FROM appointments
WHERE starts_at >= '2025-12-07'
  AND starts_at <  '2025-12-08';
