-- Find the closure, as a range of days, that a day belongs to.
--
-- Gives:   one row, or none
-- Takes:   day
-- Try:     day = 2027-01-08
-- Lesson:  the islands of list_stretches; the one around this day is kept.

SELECT
    MIN(numbered.day) AS first_day,
    MAX(numbered.day) AS last_day,
    numbered.reason
FROM (
    SELECT
        closures.day,
        closures.reason,
        closures.day - INTERVAL ROW_NUMBER() OVER (PARTITION BY closures.reason ORDER BY closures.day) DAY AS island
    FROM closures
) AS numbered
GROUP BY numbered.reason, numbered.island
HAVING MIN(numbered.day) <= %(day)s
   AND MAX(numbered.day) >= %(day)s;
