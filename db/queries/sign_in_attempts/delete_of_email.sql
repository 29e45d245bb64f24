-- Forget the attempts to sign in with an address whose account is deleted.
--
-- Gives:   a row count
-- Takes:   email

DELETE FROM sign_in_attempts
WHERE email = %(email)s;
