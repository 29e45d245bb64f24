-- Delete the sign-in attempts for the proven e-mail address of an account that is deleted.
--
-- Gives:   a row count
-- Takes:   user_id
-- Try:     user_id = 11

DELETE FROM sign_in_attempts
-- who has only typed an address must not empty the counters that protect its owner
WHERE email = (SELECT users.proven_email FROM users WHERE users.user_id = %(user_id)s);
