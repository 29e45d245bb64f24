-- Count the public forms (registration, forgotten password) that an IP address has sent lately, and find when the last
-- came.
--
-- Gives:   one row, or none
-- Takes:   attempt_id, address, now_utc, since_utc
-- Try:     attempt_id = 1, address = '127.0.0.1', now_utc = 2026-11-30 10:00, since_utc = 2026-11-01 00:00

SELECT
    COUNT(*) AS forms,
    MAX(sign_in_attempts.tried_utc) AS last_utc
FROM sign_in_attempts
WHERE sign_in_attempts.address = %(address)s
  AND sign_in_attempts.tried_utc > %(since_utc)s
  AND sign_in_attempts.tried_utc <= %(now_utc)s
  AND sign_in_attempts.attempt_id < %(attempt_id)s
  AND sign_in_attempts.email IS NULL;
