-- Lock some days of the calendar until the end of the transaction: who closes the clinic on them comes one by one.
--
-- Gives:   many rows, by day
-- Takes:   first_day, last_day
-- Lesson:  the rows of closures that could be in the way do not exist yet, and a lock on nothing is a trap. The
--          calendar's rows always exist.

SELECT calendar.day
FROM calendar
WHERE calendar.day BETWEEN %(first_day)s AND %(last_day)s
ORDER BY calendar.day
FOR UPDATE;
