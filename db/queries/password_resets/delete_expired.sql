-- Delete the one-time links of an account that have run out.
--
-- Gives:   a row count
-- Takes:   user_id, now_utc

DELETE FROM password_resets
WHERE user_id = %(user_id)s
  AND expires_utc <= %(now_utc)s;
