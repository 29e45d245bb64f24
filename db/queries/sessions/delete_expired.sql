-- Sweep out sessions that have ended by themselves.
--
-- Gives:   a row count
-- Takes:   now_utc

DELETE FROM sessions
WHERE expires_utc <= %(now_utc)s;
