-- Delete the sessions that have run out.
--
-- Gives:   a row count
-- Takes:   now_utc

DELETE FROM sessions
WHERE expires_utc <= %(now_utc)s;
