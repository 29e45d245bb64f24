-- Note when an account last signed in.
--
-- Gives:   a row count
-- Takes:   user_id, now_utc

UPDATE users
SET signed_in_utc = %(now_utc)s
WHERE user_id = %(user_id)s;
