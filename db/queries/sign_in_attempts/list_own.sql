-- Show the sign-in attempts for the proven e-mail address of an account, for its copy of its data.
--
-- Gives:   many rows, earliest first
-- Takes:   user_id
-- Try:     user_id = 11

SELECT
    sign_in_attempts.tried_utc,
    sign_in_attempts.address,
    sign_in_attempts.browser,
    sign_in_attempts.succeeded
FROM sign_in_attempts
-- who has only typed an address must not see when and where its owner signs in
WHERE sign_in_attempts.email = (SELECT users.proven_email FROM users WHERE users.user_id = %(user_id)s)
ORDER BY sign_in_attempts.attempt_id;
