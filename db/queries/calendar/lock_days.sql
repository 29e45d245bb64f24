-- Lock a range of days until the end of the transaction, so that closures of one day are made one after another.
--
-- Gives:   many rows, by day
-- Takes:   first_day, last_day
-- Try:     first_day = 2026-11-30, last_day = 2026-12-06
-- Lesson:  a closure that could be in the way has no row yet, and a lock on nothing is a trap. The calendar's rows
--          always exist.

SELECT calendar.day
FROM calendar
WHERE calendar.day BETWEEN %(first_day)s AND %(last_day)s
ORDER BY calendar.day
FOR UPDATE;
