-- Count the sign-ins that were tried before a moment, and find the oldest.
--
-- Gives:   one row, or none
-- Takes:   before_utc
-- Try:     before_utc = 2026-11-30 10:00

SELECT
    COUNT(*) AS amount,
    MIN(sign_in_attempts.tried_utc) AS oldest_utc
FROM sign_in_attempts
WHERE sign_in_attempts.tried_utc < %(before_utc)s;
