-- Open the clinic again on the days of a closure, from today on.
--
-- Gives:   a row count
-- Takes:   first_day, last_day, today, reason

DELETE FROM closures
WHERE day BETWEEN %(first_day)s AND %(last_day)s
  AND day >= %(today)s
  AND reason = %(reason)s;
