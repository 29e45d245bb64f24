-- Take a second factor into use, by its first code.
--
-- Gives:   a row count
-- Takes:   user_id, step, now_utc

UPDATE second_factors
SET confirmed_utc = %(now_utc)s,
    last_step = %(step)s
WHERE user_id = %(user_id)s
  AND confirmed_utc IS NULL;
