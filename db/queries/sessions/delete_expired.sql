-- Delete the sessions that have run out.
--
-- Gives:   a row count
-- Takes:   now_utc
-- Try:     now_utc = 2026-11-30 10:00

DELETE FROM sessions
WHERE expires_utc <= %(now_utc)s;
