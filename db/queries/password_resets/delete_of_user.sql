-- Void the one-time links of an account.
--
-- Gives:   a row count
-- Takes:   user_id
-- Try:     user_id = 11

DELETE FROM password_resets
WHERE user_id = %(user_id)s;
