-- Task:    On which days from Monday, 30 November, to Friday, 4 December 2026 (both included) does the member of staff 1 have visits? Show day and starts_at, in order. Use the column day.
-- On:      learn
-- Order:   day, starts_at
-- Hint 1:  Whole days: BETWEEN is right here.
-- Hint 2:  BETWEEN '2026-11-30' AND '2026-12-04'
-- Why:     The column day has days and no times, so both ends can be named.

SELECT day, starts_at
FROM appointments
WHERE day BETWEEN '2026-11-30' AND '2026-12-04'
  AND staff_id = 1
ORDER BY day, starts_at;
