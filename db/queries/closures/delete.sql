-- Open the clinic again on the days of a closure, from today on.
--
-- Gives:   a row count
-- Takes:   first_day, last_day, today, reason
-- Try:     first_day = 2026-11-30, last_day = 2027-06-01, today = 2026-11-30,
--          reason = 'New floors: we are closed for three days'

DELETE FROM closures
WHERE day BETWEEN %(first_day)s AND %(last_day)s
  AND day >= %(today)s
  AND reason = %(reason)s;
