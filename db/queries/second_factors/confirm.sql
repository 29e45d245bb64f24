-- Take a second factor into use, by its first code.
--
-- Gives:   a row count
-- Takes:   user_id, step, now_utc
-- Try:     user_id = 1, step = 1, now_utc = 2026-11-30 10:00

UPDATE second_factors
SET confirmed_utc = %(now_utc)s,
    last_step = %(step)s
WHERE user_id = %(user_id)s
  AND confirmed_utc IS NULL;
