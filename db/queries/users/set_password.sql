-- Set the password of an account.
--
-- Gives:   a row count
-- Takes:   user_id, password_hash
-- Try:     user_id = 29, password_hash = 'a bcrypt hash'

UPDATE users
SET password_hash = %(password_hash)s
WHERE user_id = %(user_id)s;
