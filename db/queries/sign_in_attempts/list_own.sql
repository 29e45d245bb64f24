-- Show the sign-in attempts for an e-mail address, for the account's copy of its data.
--
-- Gives:   many rows, earliest first
-- Takes:   email

SELECT
    sign_in_attempts.tried_utc,
    sign_in_attempts.address,
    sign_in_attempts.succeeded
FROM sign_in_attempts
WHERE sign_in_attempts.email = %(email)s
ORDER BY sign_in_attempts.attempt_id;
