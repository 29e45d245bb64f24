-- Delete the one-time links of an account that have run out.
--
-- Gives:   a row count
-- Takes:   user_id, now_utc
-- Try:     user_id = 12, now_utc = 2026-11-30 10:00

DELETE FROM password_resets
WHERE user_id = %(user_id)s
  AND expires_utc <= %(now_utc)s;
