-- These are the visits of everybody in those days. A third condition says whose they are: staff_id = 1.

SELECT day, starts_at
FROM appointments
WHERE day BETWEEN '2026-11-30' AND '2026-12-04'
ORDER BY day, starts_at;
