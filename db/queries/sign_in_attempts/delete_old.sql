-- Delete the attempts that nothing counts any more, and those that a clock set wrong has put too far ahead.
--
-- Gives:   a row count
-- Takes:   before_utc, after_utc

DELETE FROM sign_in_attempts
WHERE tried_utc < %(before_utc)s
   OR tried_utc > %(after_utc)s;
