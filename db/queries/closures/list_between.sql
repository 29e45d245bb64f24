-- Show the days of a stretch on which the clinic is closed, and why.
--
-- Gives:   many rows, earliest first
-- Takes:   first_day, end_day
-- Try:     first_day = 2027-01-01, end_day = 2027-02-01

SELECT
    closures.day,
    closures.reason
FROM closures
WHERE closures.day >= %(first_day)s
  AND closures.day < %(end_day)s
ORDER BY closures.day;
