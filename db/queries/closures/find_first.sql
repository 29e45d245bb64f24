-- Find the first day in a range on which the clinic is already closed, and why.
--
-- Gives:   one row, or none
-- Takes:   first_day, last_day
-- Try:     first_day = 2026-11-30, last_day = 2027-06-01
-- Lesson:  BETWEEN is right for whole days. For times of day it would take in the first moment of the next day.

SELECT
    closures.day,
    closures.reason
FROM closures
WHERE closures.day BETWEEN %(first_day)s AND %(last_day)s
ORDER BY closures.day
LIMIT 1;
