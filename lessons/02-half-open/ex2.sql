-- Task:    Show staff_id and starts_at of the visits of the morning of 30 November 2026: from 8:00 (included) to 11:00 (not included), earliest first, and of those at the same time the lower staff_id first.
-- On:      learn
-- Order:   starts_at, staff_id
-- Hint 1:  A moment is written '2026-11-30 08:00'.
-- Hint 2:  Order by two columns.
-- Why:     The end is out, so the visits at 11:00 belong to the next stretch.

SELECT staff_id, starts_at
FROM appointments
WHERE starts_at >= '2026-11-30 08:00'
  AND starts_at <  '2026-11-30 11:00'
ORDER BY starts_at, staff_id;
