-- The rows are right, but they stand by the number of the staff first. The time comes first in ORDER BY, then staff_id.

SELECT staff_id, starts_at
FROM appointments
WHERE starts_at >= '2026-11-30 08:00'
  AND starts_at <  '2026-11-30 11:00'
ORDER BY staff_id, starts_at;
