-- The last day is missing. With whole days BETWEEN takes both ends, so name the last day itself; or write < with the day after it.

SELECT day, starts_at
FROM appointments
WHERE day >= '2026-11-30'
  AND day <  '2026-12-04'
  AND staff_id = 1
ORDER BY day, starts_at;
