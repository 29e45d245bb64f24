-- Void the one-time links of an account.
--
-- Gives:   a row count
-- Takes:   user_id

DELETE FROM password_resets
WHERE user_id = %(user_id)s;
