-- Set the password of an account.
--
-- Gives:   a row count
-- Takes:   user_id, password_hash

UPDATE users
SET password_hash = %(password_hash)s
WHERE user_id = %(user_id)s;
