-- Find the first of some days on which the clinic is closed already, and why.
--
-- Gives:   one row, or none
-- Takes:   first_day, last_day
-- Lesson:  BETWEEN is right for whole days; for times of day it would take in the first moment of the next one.

SELECT
    closures.day,
    closures.reason
FROM closures
WHERE closures.day BETWEEN %(first_day)s AND %(last_day)s
ORDER BY closures.day
LIMIT 1;
