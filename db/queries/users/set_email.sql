-- Change the e-mail address that an account signs in with. The key email_is_used_once refuses one that is taken.
--
-- Gives:   a row count
-- Takes:   user_id, email

UPDATE users
SET email = %(email)s
WHERE user_id = %(user_id)s;
