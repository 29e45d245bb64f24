-- Delete the sign-in attempts for the e-mail address of an account that is deleted.
--
-- Gives:   a row count
-- Takes:   email

DELETE FROM sign_in_attempts
WHERE email = %(email)s;
