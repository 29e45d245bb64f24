-- How many visits has each day of this week?

SELECT
    day,
    COUNT(*) AS visits,
    REPEAT('#', LEAST(COUNT(*), 60)) AS drawn
FROM appointments
WHERE day >= '2026-11-30'
  AND day <  '2026-12-07'
  AND status <> 'cancelled'
GROUP BY day
ORDER BY day;
