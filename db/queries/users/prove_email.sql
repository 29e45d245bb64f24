-- Note that the e-mail address of an account is proven, unless it was before. The key email_is_used_once refuses one
-- that another account has proven.
--
-- Gives:   a row count
-- Takes:   user_id, now_utc
-- Try:     user_id = 904, now_utc = 2026-11-30 10:00

UPDATE users
SET email_proven_utc = %(now_utc)s
WHERE user_id = %(user_id)s
  AND email_proven_utc IS NULL;
