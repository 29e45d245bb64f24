-- Note when an account last signed in.
--
-- Gives:   a row count
-- Takes:   user_id, now_utc
-- Try:     user_id = 11, now_utc = 2026-11-30 10:00

UPDATE users
SET signed_in_utc = %(now_utc)s
WHERE user_id = %(user_id)s;
