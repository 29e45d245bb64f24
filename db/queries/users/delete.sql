-- Delete an account; its sessions and one-time links go with it.
--
-- Gives:   a row count
-- Takes:   user_id
-- Try:     user_id = 11

DELETE FROM users
WHERE user_id = %(user_id)s;
