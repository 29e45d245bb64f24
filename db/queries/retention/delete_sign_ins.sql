-- Delete the sign-ins that were tried before a moment, a portion at a time.
--
-- Gives:   a row count
-- Takes:   before_utc, limit
-- Try:     before_utc = 2026-11-30 10:00, limit = 10

DELETE FROM sign_in_attempts
WHERE tried_utc < %(before_utc)s
ORDER BY tried_utc, attempt_id
LIMIT %(limit)s;
