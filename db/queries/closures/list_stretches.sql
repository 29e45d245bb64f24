-- Show the closures that are ahead or past. Days in a row with one reason are one closure.
--
-- Gives:   many rows, earliest first
-- Takes:   today, is_past, now, limit
-- Try:     today = 2026-11-30, is_past = 0, now = 2026-11-30 10:00, limit = 10
-- Lesson:  gaps and islands. Number the days of each reason in order. While days follow one another, day minus number
--          stays the same, and after a gap it jumps. That difference names the island to group by.

SELECT
    stretches.first_day,
    stretches.last_day,
    stretches.reason,
    DATEDIFF(stretches.last_day, stretches.first_day) + 1 AS days,
    (
        SELECT COUNT(*) FROM appointments
        WHERE appointments.starts_at >= %(now)s
          AND appointments.starts_at >= stretches.first_day
          AND appointments.starts_at < stretches.last_day + INTERVAL 1 DAY
          AND appointments.status = 'booked'
    ) AS in_the_way
FROM (
    SELECT MIN(numbered.day) AS first_day, MAX(numbered.day) AS last_day, numbered.reason
    FROM (
        SELECT
            closures.day,
            closures.reason,
            closures.day - INTERVAL ROW_NUMBER() OVER (PARTITION BY closures.reason ORDER BY closures.day) DAY AS island
        FROM closures
    ) AS numbered
    GROUP BY numbered.reason, numbered.island
) AS stretches
WHERE (stretches.last_day < %(today)s) = %(is_past)s
ORDER BY stretches.first_day
LIMIT %(limit)s;
