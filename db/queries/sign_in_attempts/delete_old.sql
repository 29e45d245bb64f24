-- Delete the attempts that nothing counts any more.
--
-- Gives:   a row count
-- Takes:   before_utc

DELETE FROM sign_in_attempts
WHERE tried_utc < %(before_utc)s;
