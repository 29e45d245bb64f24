-- Close the clinic on each day from the first to the last.
--
-- Gives:   a row count
-- Takes:   first_day, last_day, reason
-- Try:     first_day = 2026-11-30, last_day = 2026-12-06, reason = 'Holidays'
-- Lesson:  "a row for each day from … to …" is a SELECT from the calendar, not a loop in a program.

INSERT INTO closures (day, reason)
SELECT calendar.day, %(reason)s
FROM calendar
WHERE calendar.day BETWEEN %(first_day)s AND %(last_day)s;
