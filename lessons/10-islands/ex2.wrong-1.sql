-- The islands are torn apart: a day with two visits has two numbers. Take each day once (DISTINCT) before you number them.

SELECT
    MIN(numbered.day) AS first_day,
    MAX(numbered.day) AS last_day
FROM (
    SELECT
        appointments.day,
        appointments.day - INTERVAL ROW_NUMBER() OVER (ORDER BY appointments.day) DAY AS island
    FROM appointments
    WHERE appointments.room_id = 6
      AND appointments.day BETWEEN '2026-11-30' AND '2026-12-20'
) AS numbered
GROUP BY numbered.island
ORDER BY first_day;
