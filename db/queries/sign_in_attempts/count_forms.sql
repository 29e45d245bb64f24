-- Count the public forms (registration, forgotten password) that an IP address has sent lately, and find when the last
-- came.
--
-- Gives:   one row, or none
-- Takes:   attempt_id, address, now_utc, since_utc

SELECT
    COUNT(*) AS forms,
    MAX(sign_in_attempts.tried_utc) AS last_utc
FROM sign_in_attempts
WHERE sign_in_attempts.address = %(address)s
  AND sign_in_attempts.tried_utc > %(since_utc)s
  AND sign_in_attempts.tried_utc <= %(now_utc)s
  AND sign_in_attempts.attempt_id < %(attempt_id)s
  AND sign_in_attempts.email IS NULL;
