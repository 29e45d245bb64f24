-- Task:    Close the clinic from 24 to 26 December 2026 (both included), with the reason Holidays: write a row into closures for each day.
-- Writes:  closures
-- Hint 1:  INSERT INTO closures (day, reason) SELECT …
-- Hint 2:  Take the days from calendar.
-- Why:     The SELECT gives the three days, and the INSERT writes one row for each.

INSERT INTO closures (day, reason)
SELECT calendar.day, 'Holidays'
FROM calendar
WHERE calendar.day BETWEEN '2026-12-24' AND '2026-12-26';
