-- Task:    On which days from 30 November to 20 December 2026 do visits stand in room 6 (any status)? Show stretches of days that follow one another: first_day and last_day, earliest first.
-- On:      learn
-- Order:   first_day
-- Hint 1:  First the days, each once: SELECT DISTINCT day, in a subquery.
-- Hint 2:  Then day - INTERVAL ROW_NUMBER() OVER (ORDER BY day) DAY names the island, and a third SELECT groups by it.
-- Why:     Two visits on one day would get two numbers and tear the island apart, so each day must come once before it is numbered.

SELECT
    MIN(numbered.day) AS first_day,
    MAX(numbered.day) AS last_day
FROM (
    SELECT
        days.day,
        days.day - INTERVAL ROW_NUMBER() OVER (ORDER BY days.day) DAY AS island
    FROM (
        SELECT DISTINCT appointments.day
        FROM appointments
        WHERE appointments.room_id = 6
          AND appointments.day BETWEEN '2026-11-30' AND '2026-12-20'
    ) AS days
) AS numbered
GROUP BY numbered.island
ORDER BY first_day;
