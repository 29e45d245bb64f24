-- Void the one-time links of an account that could still set its password.
--
-- Gives:   a row count
-- Takes:   user_id

DELETE FROM password_resets
WHERE user_id = %(user_id)s
  AND purpose IN ('reset', 'invite');
