-- Close an account, or open it again.
--
-- Gives:   a row count
-- Takes:   user_id, is_active
-- Try:     user_id = 11, is_active = 0

UPDATE users
SET is_active = %(is_active)s
WHERE user_id = %(user_id)s;
