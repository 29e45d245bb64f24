-- Monday is missing: > leaves the first day out. BETWEEN takes both ends.

SELECT day, starts_at
FROM appointments
WHERE day >  '2026-11-30'
  AND day <= '2026-12-04'
  AND staff_id = 1
ORDER BY day, starts_at;
